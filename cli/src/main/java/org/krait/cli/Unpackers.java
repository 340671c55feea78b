package org.krait.cli;

import java.io.InputStream;
import java.util.List;
import org.krait.audit.Unpacker;
import org.krait.stdlib.bz2.Bz2InputStream;
import org.krait.stdlib.lzma.XzInputStream;

/** Decompressors of the library, pure Java, for archives that {@code krait audit} reads. */
final class Unpackers {
  /** Four times what the strongest preset of xz needs. */
  private static final long MEMORY = 256L << 20;

  static final List<Unpacker> ALL = List.of(new Bz2(), new Xz());

  private Unpackers() {}

  private static final class Bz2 implements Unpacker {
    @Override
    public boolean reads(String name) {
      return name.endsWith(".tar.bz2") || name.endsWith(".tbz2");
    }

    @Override
    public InputStream open(InputStream packed) {
      return new Bz2InputStream(packed);
    }
  }

  private static final class Xz implements Unpacker {
    @Override
    public boolean reads(String name) {
      return name.endsWith(".tar.xz") || name.endsWith(".txz") || name.endsWith(".tar.lzma");
    }

    @Override
    public InputStream open(InputStream packed) {
      return new XzInputStream(packed, MEMORY);
    }
  }
}

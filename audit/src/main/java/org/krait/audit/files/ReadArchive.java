package org.krait.audit.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.krait.audit.AuditOptions;
import org.krait.audit.Unpacker;

/** Opens an archive, on disk or within another one, as a tree; it stays open until closed. */
public final class ReadArchive implements Closeable {
  private static final int ROOM = 1 << 16;

  private final FileTree tree;
  private final ByteSource source;

  private ReadArchive(FileTree tree, ByteSource source) {
    this.tree = tree;
    this.source = source;
  }

  public FileTree tree() {
    return tree;
  }

  /** An archive on disk; it is what its name says. */
  public static ReadArchive open(Path file, String shown, String anchor, AuditOptions options)
      throws IOException {
    String name = file.getFileName().toString();
    if (FileKinds.isZip(name)) {
      return zip(ByteSource.of(file), shown, anchor, options.limits());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return tar(in, name, shown, anchor, options);
    }
  }

  /** An archive within an archive. */
  public static ReadArchive open(
      byte[] content, String name, String shown, String anchor, AuditOptions options)
      throws IOException {
    return FileKinds.isZip(name)
        ? zip(ByteSource.of(content), shown, anchor, options.limits())
        : tar(new ByteArrayInputStream(content), name, shown, anchor, options);
  }

  private static ReadArchive zip(
      ByteSource source, String shown, String anchor, Limits limits) throws IOException {
    FileTree tree = new FileTree(shown, anchor, FileTree.Kind.ZIP);
    try {
      new ReadZip(source, tree, limits).read();
      return new ReadArchive(tree, source);
    } catch (IOException e) {
      source.close();
      throw e;
    }
  }

  private static ReadArchive tar(
      InputStream in, String name, String shown, String anchor, AuditOptions options)
      throws IOException {
    InputStream plain = plain(in, name.toLowerCase(Locale.ROOT), options);
    FileTree tree = new FileTree(shown, anchor, FileTree.Kind.TAR);
    try {
      new ReadTar(plain, tree, options.limits()).read();
    } catch (IOException e) {
      // What came before the damage is examined; that something followed is said.
      if (tree.files().isEmpty()) {
        throw e;
      }
      tree.remark("", Trouble.of(e));
    }
    return new ReadArchive(tree, null);
  }

  private static InputStream plain(InputStream in, String name, AuditOptions options)
      throws IOException {
    for (Unpacker unpacker : options.unpackers()) {
      if (unpacker.reads(name)) {
        return new BufferedInputStream(unpacker.open(in), ROOM);
      }
    }
    if (FileKinds.isOtherArchive(name)) {
      throw new IOException("an archive of a form that is not read here");
    }
    return name.endsWith(".tar") ? new BufferedInputStream(in, ROOM) : new GZIPInputStream(in, ROOM);
  }

  @Override
  public void close() throws IOException {
    if (source != null) {
      source.close();
    }
  }
}

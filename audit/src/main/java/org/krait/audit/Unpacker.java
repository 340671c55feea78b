package org.krait.audit;

import java.io.IOException;
import java.io.InputStream;

/** Decompresses a form of archive that the JDK does not know; who runs the audit brings it. */
public interface Unpacker {
  /**
   * Whether it is for archives of this name.
   *
   * @param name in small letters
   */
  boolean reads(String name);

  /** What is compressed; {@code IOException} for damaged input, here or while it is read. */
  InputStream open(InputStream packed) throws IOException;
}

package org.krait.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A {@code .pyc} file: a header and the code of a module.
 *
 * @param header what the code was compiled from
 * @param code the module's code
 */
public record PycFile(PycHeader header, CodeObject code) {

  /** Reads a file of CPython 3.12; whether it fits its source is for the caller to ask. */
  public static PycFile read(byte[] file) throws MarshalException {
    PycHeader header = PycHeader.read(file);
    if (!header.isOurs()) {
      throw new MarshalException(
          MarshalException.Kind.VALUE, "bad magic number: " + (header.magic() & 0xffff));
    }
    if (!header.hasKnownFlags()) {
      throw new MarshalException(
          MarshalException.Kind.VALUE, "invalid flags " + header.flags());
    }
    return new PycFile(header, Marshal.readCode(file, PycHeader.LENGTH));
  }

  /** The whole file. */
  public byte[] toByteArray() throws MarshalException {
    byte[] body = Marshal.write(code);
    byte[] file = java.util.Arrays.copyOf(header.toByteArray(), PycHeader.LENGTH + body.length);
    System.arraycopy(body, 0, file, PycHeader.LENGTH, body.length);
    return file;
  }

  /** Writes the file so that a reader sees the old one or the new one, never a part. */
  public void write(Path path) throws IOException, MarshalException {
    replace(path, toByteArray());
  }

  /** Puts the bytes in place of the file at once, by way of a file beside it. */
  public static void replace(Path path, byte[] bytes) throws IOException {
    // Not a temporary file of the JDK's, which nobody else could read.
    String name = path.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp";
    Path beside = path.resolveSibling(name);
    try {
      Files.write(beside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(
          beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }
}

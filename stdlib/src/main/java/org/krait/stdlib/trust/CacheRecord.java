package org.krait.stdlib.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.krait.bytecode.PycFile;
import org.krait.bytecode.PycHeader;
import org.krait.compiler.PythonCompiler;
import org.krait.stdlib.hashing.Hmac;

/**
 * The file beside a cache that says: this code is what that source compiles to.
 *
 * <p>One line: a word for the format, and an HMAC-SHA256 of the code's stream, the source, the level and
 * the compiler, under the user's key. Whoever can write beside the cache cannot make one.
 */
final class CacheRecord {
  static final String SUFFIX = ".krait-sha256";
  private static final String FORMAT = "krait-record-1 ";
  private static final int LONGEST = 200;

  private final Path file;
  private final byte[] line;

  /**
   * The record of a cache.
   *
   * @param stream the code as it is in the cache
   */
  CacheRecord(Path file, byte[] key, byte[] stream, byte[] source, int level) {
    this.file = file;
    byte[] who = (PythonCompiler.IDENTITY + '\0').getBytes(StandardCharsets.UTF_8);
    // Lengths first, so that no part can run into the next.
    byte[] sizes =
        ByteBuffer.allocate(4 * Integer.BYTES)
            .putInt(PycHeader.MAGIC)
            .putInt(level)
            .putInt(stream.length)
            .putInt(source.length)
            .array();
    String mac = HexFormat.of().formatHex(Hmac.sha256(key, who, sizes, stream, source));
    this.line = (FORMAT + mac + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the file is there and says just this. */
  boolean isThere() {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) < LONGEST
          && MessageDigest.isEqual(Files.readAllBytes(file), line);
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the file; where that cannot be, the next start compares again. */
  void write() {
    try {
      PycFile.replace(file, line);
    } catch (IOException e) {
      // A folder that is not ours: nothing is lost but time.
    }
  }
}

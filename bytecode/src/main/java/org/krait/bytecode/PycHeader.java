package org.krait.bytecode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The 16 bytes at the head of a {@code .pyc} file (PEP 552).
 *
 * @param magic which interpreter's code follows: {@link #MAGIC} for CPython 3.12
 * @param flags {@link #HASH_BASED} and {@link #CHECK_SOURCE}; other bits are an error
 * @param stamp bytes 8 to 15: the source's modification time in seconds (low half) and size (high
 *     half), both modulo 2³²; or the source's hash
 */
public record PycHeader(int magic, int flags, long stamp) {
  /** The magic number 3531 and {@code \r\n}, as the little-endian word that starts a file. */
  public static final int MAGIC = 3531 | '\r' << 16 | '\n' << 24;

  /** The length of a header in bytes. */
  public static final int LENGTH = 16;

  /** The stamp is the source's hash. */
  public static final int HASH_BASED = 1;

  /** A hash is compared with the source at each import. */
  public static final int CHECK_SOURCE = 2;

  /** The header of a file that is valid while the source has this time and size. */
  public static PycHeader timestamped(long mtimeSeconds, long size) {
    return new PycHeader(MAGIC, 0, mtimeSeconds & 0xffffffffL | size << 32);
  }

  /** The header of a file that is valid for this source. */
  public static PycHeader hashed(byte[] source, boolean checked) {
    return new PycHeader(MAGIC, checked ? HASH_BASED | CHECK_SOURCE : HASH_BASED, sourceHash(source));
  }

  /** What {@code importlib.util.source_hash} gives, as a little-endian number. */
  public static long sourceHash(byte[] source) {
    return SipHash13.hash(MAGIC & 0xffffffffL, 0, source);
  }

  /** Reads the header of a file. */
  public static PycHeader read(byte[] file) throws MarshalException {
    if (file.length < LENGTH) {
      throw new MarshalException(
          MarshalException.Kind.EOF, "reached EOF while reading pyc header");
    }
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    return new PycHeader(bytes.getInt(), bytes.getInt(), bytes.getLong());
  }

  /** The header as it stands in a file. */
  public byte[] toByteArray() {
    return ByteBuffer.allocate(LENGTH)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(magic)
        .putInt(flags)
        .putLong(stamp)
        .array();
  }

  public boolean isOurs() {
    return magic == MAGIC;
  }

  /** True when no flag is set that PEP 552 does not know. */
  public boolean hasKnownFlags() {
    return (flags & ~(HASH_BASED | CHECK_SOURCE)) == 0;
  }

  public boolean isHashBased() {
    return (flags & HASH_BASED) != 0;
  }

  public boolean checksSource() {
    return (flags & CHECK_SOURCE) != 0;
  }

  /** The source's modification time in seconds modulo 2³². */
  public long mtime() {
    return stamp & 0xffffffffL;
  }

  /** The source's size in bytes modulo 2³². */
  public long sourceSize() {
    return stamp >>> 32;
  }

  /** Whether a source of this time and size is the one that was compiled. */
  public boolean matches(long mtimeSeconds, long size) {
    return !isHashBased() && timestamped(mtimeSeconds, size).stamp == stamp;
  }

  /** Whether this is the source that was compiled. */
  public boolean matches(byte[] source) {
    return isHashBased() && sourceHash(source) == stamp;
  }
}

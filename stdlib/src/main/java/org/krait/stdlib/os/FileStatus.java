package org.krait.stdlib.os;

/**
 * What {@code stat} says of a file.
 *
 * @param mode type and permission bits
 * @param blocks of 512 bytes that it takes, {@link #UNKNOWN} when Java, which does not say, was asked
 * @param atime last access, in nanoseconds since 1970; {@code mtime} and {@code ctime} likewise
 */
public record FileStatus(
    int mode,
    long inode,
    long device,
    long links,
    long uid,
    long gid,
    long size,
    long atime,
    long mtime,
    long ctime,
    long rdev,
    long blocks,
    long blockSize) {
  public static final long UNKNOWN = -1;
  public static final int TYPE_MASK = 0170000;
  public static final int DIRECTORY = 0040000;
  public static final int REGULAR = 0100000;
  public static final int LINK = 0120000;
  public static final int CHARACTER_DEVICE = 0020000;
  public static final int BLOCK_DEVICE = 0060000;
  public static final int PIPE = 0010000;
  public static final int SOCKET = 0140000;

  public boolean isDirectory() {
    return (mode & TYPE_MASK) == DIRECTORY;
  }
}

package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.file.Path;

/** An open directory, good for {@code fstat} and as a place to change to. */
final class DirectoryFile extends OpenFile {
  private static final int DIRECTORY = 0200000;

  private final Path path;

  DirectoryFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    throw OsErrors.make(OsErrors.EISDIR);
  }

  @Override
  public int write(byte[] buffer, int offset, int length) {
    throw OsErrors.make(OsErrors.EBADF);
  }

  @Override
  public long seek(long offset, int whence) {
    return 0;
  }

  @Override
  public void truncate(long length) {
    throw OsErrors.make(OsErrors.EINVAL);
  }

  @Override
  public boolean isTerminal() {
    return false;
  }

  @Override
  public FileStatus status() {
    try {
      return JavaStat.of(path, true);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public void sync(boolean metadata) {}

  @Override
  int toKernel() {
    return NativeFiles.open(
        KernelCalls.HERE, path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), DIRECTORY, 0, null);
  }

  @Override
  protected void closeFile() {}
}

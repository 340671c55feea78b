package org.krait.cli;

import java.io.ByteArrayOutputStream;
import org.krait.stdlib.os.FileStatus;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.os.OsErrors;

/** A pipe of which one end is in memory: gives what is put into it, keeps what is written. */
final class MemoryFile extends OpenFile {
  private static final int PIPE = 0010600;
  private static final int ILLEGAL_SEEK = 29;

  private final byte[] content;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int at;

  MemoryFile(byte[] content) {
    this.content = content;
  }

  /** Another file that keeps what is written to it. */
  MemoryFile() {
    this(new byte[0]);
  }

  String text() {
    return written.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int count = Math.min(length, content.length - at);
    System.arraycopy(content, at, buffer, offset, count);
    at += count;
    return count;
  }

  @Override
  public synchronized int write(byte[] buffer, int offset, int length) {
    written.write(buffer, offset, length);
    return length;
  }

  @Override
  public long seek(long offset, int whence) {
    throw OsErrors.make(ILLEGAL_SEEK);
  }

  @Override
  public void truncate(long length) {
    throw OsErrors.make(ILLEGAL_SEEK);
  }

  @Override
  public boolean isTerminal() {
    return false;
  }

  @Override
  public FileStatus status() {
    return new FileStatus(PIPE, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 4096);
  }

  @Override
  public void sync(boolean metadata) {}

  @Override
  protected void closeFile() {}
}

package org.krait.stdlib.os;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** One of the three standard streams of the process, through Java's own descriptors. */
final class StandardFile extends OpenFile {
  static final OpenFile INPUT = new StandardFile(0, FileDescriptor.in);
  static final OpenFile OUTPUT = new StandardFile(1, FileDescriptor.out);
  static final OpenFile ERROR = new StandardFile(2, FileDescriptor.err);

  private final int number;
  private final FileInputStream in;
  private final FileOutputStream out;

  private StandardFile(int number, FileDescriptor descriptor) {
    this.number = number;
    this.in = number == 0 ? new FileInputStream(descriptor) : null;
    this.out = number == 0 ? null : new FileOutputStream(descriptor);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (in == null) {
      throw OsErrors.make(OsErrors.EBADF);
    }
    try {
      return Math.max(in.read(buffer, offset, length), 0);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public int write(byte[] buffer, int offset, int length) {
    if (out == null) {
      throw OsErrors.make(OsErrors.EBADF);
    }
    try {
      out.write(buffer, offset, length);
      return length;
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public long seek(long offset, int whence) {
    try {
      var channel = in != null ? in.getChannel() : out.getChannel();
      return JavaFile.seek(channel, offset, whence);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public void truncate(long length) {
    try {
      out.getChannel().truncate(length);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public boolean isTerminal() {
    return (status().mode() & FileStatus.TYPE_MASK) == FileStatus.CHARACTER_DEVICE
        && JavaStat.isTerminal(number);
  }

  @Override
  public FileStatus status() {
    return JavaStat.ofDescriptor(number);
  }

  @Override
  public void sync(boolean metadata) {
    throw OsErrors.make(OsErrors.EINVAL);
  }

  @Override
  public int kernelDescriptor() {
    return number;
  }

  /** The process keeps its streams; Java code around us may use them. */
  @Override
  protected void closeFile() {}
}

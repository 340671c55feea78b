package org.krait.stdlib.os;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.krait.stdlib.libc.Libc;

/**
 * One of the three standard streams of the process: through Java's own descriptors while nothing else
 * needs a native call, and as any other file of the kernel from then on.
 */
final class StandardFile extends KernelFile {
  static final OpenFile INPUT = new StandardFile(0, FileDescriptor.in);
  static final OpenFile OUTPUT = new StandardFile(1, FileDescriptor.out);
  static final OpenFile ERROR = new StandardFile(2, FileDescriptor.err);

  /** The device of {@code /dev/null}: number 3 of the first kind. */
  private static final long NULL_DEVICE = 1 << 8 | 3;

  private static final byte[] NOWHERE = {'/', 'd', 'e', 'v', '/', 'n', 'u', 'l', 'l'};

  private final FileInputStream in;
  private final FileOutputStream out;

  private StandardFile(int number, FileDescriptor descriptor) {
    super(number);
    this.in = number == 0 ? new FileInputStream(descriptor) : null;
    this.out = number == 0 ? null : new FileOutputStream(descriptor);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (Libc.isReady() || in == null || mightSleep()) {
      return super.read(buffer, offset, length);
    }
    try {
      return length == 0 ? 0 : Math.max(in.read(buffer, offset, length), 0);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  /** Java's read does not end for a signal: only what is there, or a file, may be read with it. */
  private boolean mightSleep() {
    FileStatus status = status();
    int type = status.mode() & FileStatus.TYPE_MASK;
    if (type == FileStatus.REGULAR || type == FileStatus.CHARACTER_DEVICE && status.rdev() == NULL_DEVICE) {
      return false;
    }
    try {
      return in.available() == 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public int write(byte[] buffer, int offset, int length) {
    if (Libc.isReady() || out == null) {
      return super.write(buffer, offset, length);
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
    if (Libc.isReady() || whence > 2) {
      return super.seek(offset, whence);
    }
    try {
      var channel = in != null ? in.getChannel() : out.getChannel();
      return JavaFile.seek(channel, offset, whence);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Override
  public boolean isTerminal() {
    return Libc.isReady()
        ? super.isTerminal()
        : (status().mode() & FileStatus.TYPE_MASK) == FileStatus.CHARACTER_DEVICE
            && JavaStat.isTerminal(descriptor);
  }

  @Override
  public FileStatus status() {
    return Libc.isReady() ? super.status() : JavaStat.ofDescriptor(descriptor);
  }

  @Override
  OpenFile duplicate() {
    return Libc.isReady() ? super.duplicate() : share();
  }

  /** The other end sees it closed; its number stays taken, so that Java gets no other file there. */
  @Override
  protected void closeFile() {
    int nowhere = NativeFiles.open(KernelCalls.HERE, NOWHERE, OpenFiles.READ_WRITE, 0, null);
    KernelCalls.duplicateTo(nowhere, descriptor);
    KernelCalls.close(nowhere);
  }
}

package org.krait.stdlib.os;

/**
 * A file of the kernel that is made when it is used for the first time.
 *
 * <p>For what programs make to see whether it can be made: the first call of the C library takes longer than a small
 * program.
 */
public abstract class AwaitedFile extends OpenFile {
  private KernelFile made;

  /** Makes it: the kernel's descriptor. {@code OSError} when that cannot be. */
  protected abstract int make();

  private synchronized KernelFile file() {
    if (made == null) {
      made = new KernelFile(make());
    }
    return made;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    return file().read(buffer, offset, length);
  }

  @Override
  public int write(byte[] buffer, int offset, int length) {
    return file().write(buffer, offset, length);
  }

  @Override
  public long seek(long offset, int whence) {
    return file().seek(offset, whence);
  }

  @Override
  public void truncate(long length) {
    file().truncate(length);
  }

  @Override
  public boolean isTerminal() {
    return file().isTerminal();
  }

  @Override
  public FileStatus status() {
    return file().status();
  }

  @Override
  public void sync(boolean metadata) {
    file().sync(metadata);
  }

  /** Never -1: nobody else takes its place. */
  @Override
  public int kernelDescriptor() {
    return file().kernelDescriptor();
  }

  @Override
  OpenFile duplicate() {
    return file().duplicate();
  }

  @Override
  protected synchronized void closeFile() {
    if (made != null) {
      made.closeFile();
    }
  }
}

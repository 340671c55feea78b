package org.krait.stdlib.os;

/**
 * An open file, pipe, terminal or socket behind a descriptor.
 *
 * <p>Methods throw {@code OSError} as a {@link org.krait.runtime.PyException}. Several descriptors may
 * share one (after {@code dup}); it is closed with the last.
 */
public abstract class OpenFile {
  private int references = 1;

  /**
   * Reads up to {@code length} bytes.
   *
   * @return how many; 0 at the end of the file; -1 when none are there and the file does not block
   */
  public abstract int read(byte[] buffer, int offset, int length);

  /** Writes up to {@code length} bytes; how many were, or -1 when none could be without blocking. */
  public abstract int write(byte[] buffer, int offset, int length);

  /**
   * Moves the position.
   *
   * @param whence 0 from the start, 1 from the position, 2 from the end
   * @return the new position from the start
   */
  public abstract long seek(long offset, int whence);

  public abstract void truncate(long length);

  /** Whether it is a terminal. */
  public abstract boolean isTerminal();

  /** What {@code fstat} says. */
  public abstract FileStatus status();

  /** Forces what was written to the device. */
  public abstract void sync(boolean metadata);

  /** The kernel's descriptor, or -1 when only Java has the file. */
  public int kernelDescriptor() {
    return -1;
  }

  /** Gives the file to the kernel for good and returns its descriptor; for files that only Java has. */
  int toKernel() {
    return kernelDescriptor();
  }

  /** What another number for the same file stands for. */
  OpenFile duplicate() {
    return share();
  }

  /** Closes the file for good. */
  protected abstract void closeFile();

  final synchronized OpenFile share() {
    references++;
    return this;
  }

  final void release() {
    boolean last;
    synchronized (this) {
      last = --references == 0;
    }
    if (last) {
      closeFile();
    }
  }
}

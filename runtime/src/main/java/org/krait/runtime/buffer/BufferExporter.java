package org.krait.runtime.buffer;

/**
 * A value of a builtin type that lends its memory: {@code bytes}, {@code bytearray}, {@code array},
 * {@code memoryview}, {@code mmap} …
 */
public interface BufferExporter {
  /**
   * Lends the memory, until the buffer is closed.
   *
   * @param flags what the borrower wants, of {@link BufferFlags}
   * @throws org.krait.runtime.PyException BufferError when it cannot be had that way
   */
  Buffer exportBuffer(int flags);
}

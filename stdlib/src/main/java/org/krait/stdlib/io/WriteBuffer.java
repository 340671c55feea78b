package org.krait.stdlib.io;

/**
 * Bytes that the program has written and the file has not got yet.
 *
 * <p>It knows nothing of the stream that it belongs to, so that it can outlive it: what remains when a
 * stream was dropped without {@code close} can still be written.
 */
final class WriteBuffer {
  private byte[] bytes;
  private int start;
  private int end;

  int count() {
    return end - start;
  }

  void clear() {
    start = 0;
    end = 0;
  }

  void free() {
    clear();
    bytes = null;
  }

  /** How many bytes fit into a buffer of a size. */
  int room(int size) {
    return size - count();
  }

  /** Appends what is known to fit. */
  void append(byte[] source, int from, int length, int size) {
    if (bytes == null || bytes.length < size) {
      byte[] larger = new byte[size];
      if (bytes != null) {
        System.arraycopy(bytes, start, larger, 0, count());
      }
      end -= start;
      start = 0;
      bytes = larger;
    } else if (end + length > bytes.length) {
      System.arraycopy(bytes, start, bytes, 0, count());
      end -= start;
      start = 0;
    }
    System.arraycopy(source, from, bytes, end, length);
    end += length;
  }

  /** Where written bytes go. */
  interface Sink {
    /** Writes; how many bytes, or -1 when it would block. */
    int write(byte[] array, int from, int length);
  }

  /** Writes everything; BlockingIOError when the file takes no more for now. */
  void flush(Sink sink) {
    while (start < end) {
      int count = sink.write(bytes, start, end - start);
      if (count < 0) {
        throw Streams.wouldBlock(0);
      }
      start += count;
    }
    clear();
  }
}

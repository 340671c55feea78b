package org.krait.stdlib.ssl;

/** Where encrypted bytes come from and go to. */
interface Transport {
  /** How many bytes were read; 0 when there are none now, -1 at the end. Does not wait. */
  int read(byte[] to, int offset, int length);

  /** How many bytes were taken, 0 when there is no room now. Does not wait. */
  int write(byte[] from, int offset, int length);

  /**
   * Waits until there is something to read, or room to write, as far as the program wants to wait.
   *
   * @param deadline in the time of {@link System#nanoTime}
   * @return false when the program does not wait, so that it has to be told to come again
   */
  boolean await(boolean forReading, long deadline, String operation);

  /** The deadline of an operation that begins now. */
  long deadline();

  /** Tells the other side, below the protocol, that what it sent has arrived. */
  default void acknowledge() {}

  /** Two memory buffers. */
  record Memory(PyMemoryBio incoming, PyMemoryBio outgoing) implements Transport {
    @Override
    public int read(byte[] to, int offset, int length) {
      return incoming.take(to, offset, length);
    }

    @Override
    public int write(byte[] from, int offset, int length) {
      outgoing.add(from, offset, length);
      return length;
    }

    @Override
    public boolean await(boolean forReading, long deadline, String operation) {
      return false;
    }

    @Override
    public long deadline() {
      return Long.MAX_VALUE;
    }
  }
}

package org.krait.stdlib.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.OsErrors;

/**
 * Waits for descriptors in such a way that signals end the wait of the main thread (PEP 475).
 *
 * <p>The Java machine takes signals on a thread of its own and lets system calls go on, so nothing would
 * wake a thread that sleeps in {@code read}. The main thread therefore sleeps in {@code poll} only, with
 * an {@code eventfd} among its descriptors that {@link Interpreter#runSoon} writes to.
 */
public final class Waiting {
  public static final int IN = 1;
  public static final int OUT = 4;
  static final int ENTRY = 8;
  private static final int EINTR = 4;
  private static final int EFD_CLOEXEC_NONBLOCK = 02004000;

  private static final CFunction POLL = new CFunction("poll");
  private static final CFunction EVENTFD = new CFunction("eventfd");
  private static final CFunction READ = CFunction.wide("read");
  private static final CFunction WRITE = CFunction.wide("write");

  /** The descriptor that wakes the main thread of an interpreter. */
  private static final class Bell implements Runnable {
    private final int descriptor = (int) EVENTFD.require(0, EFD_CLOEXEC_NONBLOCK);
    private final MemorySegment one = Arena.ofAuto().allocate(8, 8);
    private final MemorySegment trash = Arena.ofAuto().allocate(8, 8);
    private final Interpreter interpreter;
    private volatile boolean waiting;

    /** Whether the kernel would go on waiting after some signals ({@code siginterrupt}). */
    private boolean restarts;

    Bell(Interpreter interpreter) {
      this.interpreter = interpreter;
      one.set(Native.LONG, 0, 1);
      interpreter.onRunSoon(this);
    }

    @Override
    public void run() {
      if (waiting && interpreter.hasPending(!restarts)) {
        WRITE.call(descriptor, one.address(), 8);
      }
    }
  }

  private Waiting() {}

  /** Waits until a descriptor is ready or in error. */
  public static void untilReady(int descriptor, int events) {
    untilReady(descriptor, events, Long.MAX_VALUE);
  }

  /**
   * Waits until a descriptor is ready or in error.
   *
   * @param deadline in the time of {@link System#nanoTime}; {@link Long#MAX_VALUE} for ever
   * @return false when the time was up
   */
  public static boolean untilReady(int descriptor, int events, long deadline) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entry = arena.allocate(2 * ENTRY, 8);
      entry.set(Native.INT, 0, descriptor);
      entry.set(Native.SHORT, 4, (short) events);
      return poll(entry, 1, deadline, deadline == Long.MAX_VALUE) > 0;
    }
  }

  /**
   * {@code poll} on an array of entries that has room for one more.
   *
   * @return how many are ready; 0 when the time was up
   */
  public static int poll(MemorySegment entries, int count, long deadline) {
    return poll(entries, count, deadline, false);
  }

  private static int poll(MemorySegment entries, int count, long deadline, boolean restarts) {
    ThreadState thread = ThreadState.current();
    boolean main = thread == thread.interpreter.mainThread();
    Bell bell = main ? thread.interpreter.service(Bell.class, Bell::new) : null;
    while (true) {
      int ready = main ? pollWith(bell, thread, entries, count, deadline, restarts) : POLL.callInt(entries.address(), count, milliseconds(deadline));
      if (ready > 0) {
        CFunction.runHandlers();
        return ready;
      }
      if (ready < 0 && Libc.errno() != EINTR) {
        throw OsErrors.make(Libc.errno());
      }
      CFunction.runHandlers(!restarts);
      if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0) {
        return 0;
      }
    }
  }

  private static int pollWith(
      Bell bell,
      ThreadState thread,
      MemorySegment entries,
      int count,
      long deadline,
      boolean restarts) {
    entries.set(Native.INT, (long) count * ENTRY, bell.descriptor);
    entries.set(Native.INT, (long) count * ENTRY + 4, IN);
    bell.restarts = restarts;
    bell.waiting = true;
    try {
      int timeout = thread.interpreter.hasPending(!restarts) ? 0 : milliseconds(deadline);
      int ready = POLL.callInt(entries.address(), count + 1L, timeout);
      if (ready > 0 && entries.get(Native.SHORT, (long) count * ENTRY + 6) != 0) {
        READ.call(bell.descriptor, bell.trash.address(), 8);
        return ready - 1;
      }
      return ready;
    } finally {
      bell.waiting = false;
    }
  }

  /** What is left until a deadline, rounded up. */
  static int milliseconds(long deadline) {
    if (deadline == Long.MAX_VALUE) {
      return -1;
    }
    long left = deadline - System.nanoTime();
    return left <= 0 ? 0 : (int) Math.min((left + 999_999) / 1_000_000, Integer.MAX_VALUE);
  }

  /** The deadline that lies a time ahead; negative for none. */
  public static long deadline(long nanos) {
    if (nanos < 0) {
      return Long.MAX_VALUE;
    }
    long end = System.nanoTime() + nanos;
    return end == Long.MAX_VALUE ? end - 1 : end;
  }
}

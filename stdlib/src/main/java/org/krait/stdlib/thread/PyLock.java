package org.krait.stdlib.thread;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;

/** A lock that any thread may release. */
@BuiltinType(name = "lock", module = "_thread", subclassable = false, disallowNew = true, weakReferences = true)
public final class PyLock extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyLockTable());

  /** How long a wait lasts before the main thread looks for signals. */
  private static final long SLICE_NANOS = 50_000_000;

  /** A wait that long is a pause of the thread, and not two threads at work on the same thing. */
  private static final long LONG_NANOS = 5_000_000;

  /**
   * What a thread that paused leaves to the one that woke it. In CPython that one keeps the interpreter's lock and goes
   * on until it waits itself or ends, and programs count on it: test.libregrtest asks directly behind the last result
   * whether a worker lives, and waits half a minute for the next one if so.
   */
  private static final long HEAD_START_NANOS = 300_000;

  /**
   * The same for a thread that looks at something now and then, as one does that waits with a timeout: what CPython's
   * switch interval would be. Without a timeout it may be the second stage of a pipeline, which has to go on.
   */
  private static final long SWITCH_NANOS = 5_000_000;

  private final Semaphore free = new Semaphore(1);

  /** Who released it last while somebody waited. */
  private Thread releaser;

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The time to wait in nanoseconds, negative for ever; checks the arguments of {@code acquire}. */
  static long waitTime(boolean blocking, PyObject timeout) {
    double seconds = Arguments.toDouble(timeout);
    if (!blocking && seconds != -1) {
      throw Errors.valueError("can't specify a timeout for a non-blocking call");
    }
    if (seconds < 0 && seconds != -1) {
      throw Errors.valueError("timeout value must be positive");
    }
    if (!(seconds < 0x1p63)) {
      throw Errors.overflowError("timestamp out of range for platform time_t");
    }
    if (seconds * 1e9 >= 0x1p63) {
      throw Errors.overflowError("timestamp too large to convert to C _PyTime_t");
    }
    if (seconds > ThreadModule.TIMEOUT_MAX) {
      throw Errors.overflowError("timeout value is too large");
    }
    return !blocking ? 0 : seconds == -1 ? -1 : (long) (seconds * 1e9);
  }

  /** Something to try for a while. */
  interface Attempt {
    boolean within(long nanos) throws InterruptedException;

    /**
     * Whether others wait for the same. Then who succeeds goes on at once: each would make those behind it wait for as
     * long as it gives way, until all of them have paused, and the lock went from one to the next no quicker than that.
     */
    boolean isContended();

    /** Lets the thread go on that made the attempt succeed after a pause. */
    default void giveWay() {
      LockSupport.parkNanos(HEAD_START_NANOS);
    }
  }

  /** To have the lock. */
  private class Acquisition implements Attempt {
    @Override
    public boolean within(long nanos) throws InterruptedException {
      return free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean isContended() {
      return free.hasQueuedThreads();
    }
  }

  /** To have the lock before a time is over. */
  private final class Timed extends Acquisition {
    @Override
    public void giveWay() {
      Thread other = releaser;
      releaser = null;
      long begin = System.nanoTime();
      do {
        LockSupport.parkNanos(HEAD_START_NANOS);
      } while (other != null
          && other.getState() == Thread.State.RUNNABLE
          && System.nanoTime() - begin < SWITCH_NANOS);
    }
  }

  /** Waits, but lets the thread run what is pending (signals) now and then. */
  static boolean await(ThreadState thread, long nanos, Attempt attempt) {
    long begin = System.nanoTime();
    long end = begin + nanos;
    try {
      while (true) {
        long left = nanos < 0 ? SLICE_NANOS : Math.max(0, end - System.nanoTime());
        if (attempt.within(Math.min(left, SLICE_NANOS))) {
          if (System.nanoTime() - begin > LONG_NANOS && !attempt.isContended()) {
            attempt.giveWay();
          }
          return true;
        }
        if (nanos >= 0 && System.nanoTime() >= end) {
          return false;
        }
        if (thread.pending) {
          thread.interpreter.runPending(thread);
        }
      }
    } catch (InterruptedException e) {
      throw Errors.runtimeError("thread interrupted");
    }
  }

  @Method(value = "acquire(self, blocking=True, timeout=-1)", textSignature = false)
  boolean acquire(ThreadState thread, boolean blocking, PyObject timeout) {
    long nanos = waitTime(blocking, timeout);
    if (free.tryAcquire()) {
      return true;
    }
    return nanos != 0
        && await(thread, nanos, nanos < 0 ? new Acquisition() : new Timed());
  }

  @Method(value = "acquire_lock(self, blocking=True, timeout=-1)", textSignature = false)
  boolean acquireLock(ThreadState thread, boolean blocking, PyObject timeout) {
    return acquire(thread, blocking, timeout);
  }

  @Method(value = "release(self, /)", textSignature = false)
  void release() {
    synchronized (free) {
      if (free.availablePermits() > 0) {
        throw Errors.runtimeError("release unlocked lock");
      }
      if (free.hasQueuedThreads()) {
        releaser = Thread.currentThread();
      }
      free.release();
    }
  }

  @Method(value = "release_lock(self, /)", textSignature = false)
  void releaseLock() {
    release();
  }

  void releaseIfLocked() {
    synchronized (free) {
      if (free.availablePermits() == 0) {
        free.release();
      }
    }
  }

  @Method(value = "locked(self, /)", textSignature = false)
  boolean locked() {
    return free.availablePermits() == 0;
  }

  @Method(value = "locked_lock(self, /)", textSignature = false)
  boolean lockedLock() {
    return locked();
  }

  @Method(value = "_at_fork_reinit(self, /)", textSignature = false)
  void reset() {
    releaseIfLocked();
  }

  @Method(value = "__enter__(self, /)", textSignature = false)
  boolean enter(ThreadState thread) {
    return acquire(thread, true, org.krait.runtime.types.PyLong.MINUS_ONE);
  }

  @Method(value = "__exit__(self, /, *args)", textSignature = false)
  void exit(PyObject[] args) {
    release();
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format(
        "<%s _thread.lock object at 0x%x>", locked() ? "locked" : "unlocked", Objects.id(this));
  }
}

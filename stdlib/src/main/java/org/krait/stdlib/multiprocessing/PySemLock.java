package org.krait.stdlib.multiprocessing;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.OsErrors;

/** A semaphore of the system, counting its holder's acquisitions. */
@BuiltinType(
    name = "SemLock",
    module = "_multiprocessing",
    basicSize = 56,
    textSignature = "(kind, value, maxvalue, name, unlink)")
public class PySemLock extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PySemLockTable());

  @Value("SEM_VALUE_MAX")
  static final int MOST = Integer.MAX_VALUE;

  private static final int RECURSIVE = 0;
  private static final int CREATE_NEW = 0300;
  private static final int PERMISSIONS = 0600;
  private static final int TIMED_OUT = 110;
  private static final int EINTR = 4;
  private static final long SLICE = 20_000_000;

  private static final CFunction OPEN = CFunction.wide("sem_open");
  private static final CFunction UNLINK = new CFunction("sem_unlink");
  private static final CFunction POST = new CFunction("sem_post");
  private static final CFunction TRY = new CFunction("sem_trywait");
  private static final CFunction TIMED = new CFunction("sem_timedwait");
  private static final CFunction VALUE = new CFunction("sem_getvalue");
  private static final CFunction CLOSE = new CFunction("sem_close");
  private static final Cleaner CLOSER = Cleaner.create();

  private final long handle;
  private final int kind;
  private final int most;
  private final PyObject name;
  private int count;
  private long holder;

  private PySemLock(PyType type, long handle, int kind, int most, PyObject name) {
    super(type);
    this.handle = handle;
    this.kind = kind;
    this.most = most;
    this.name = name;
    CLOSER.register(this, () -> CLOSE.call(handle));
  }

  @Method("__new__(cls, /, kind, value, maxvalue, name, unlink)")
  static PyObject make(PyType cls, int kind, int value, int most, PyStr name, boolean unlinks) {
    if (kind != 0 && kind != 1) {
      throw Errors.valueError("unrecognized kind");
    }
    try (Arena arena = Arena.ofConfined()) {
      long text = Native.string(arena, name.toString()).address();
      long handle = OPEN.call(text, CREATE_NEW, PERMISSIONS, value);
      if (handle == 0) {
        throw OsErrors.make(Libc.errno());
      }
      if (unlinks && UNLINK.call(text) < 0) {
        throw OsErrors.make(Libc.errno());
      }
      return new PySemLock(cls, handle, kind, most, unlinks ? PyNone.NONE : name);
    }
  }

  @Method("_rebuild(cls, handle, kind, maxvalue, name, /)")
  static PyObject rebuild(PyType cls, long handle, int kind, int most, PyObject name) {
    long known = handle;
    if (name instanceof PyStr text) {
      try (Arena arena = Arena.ofConfined()) {
        known = OPEN.call(Native.string(arena, text.toString()).address(), 0);
        if (known == 0) {
          throw OsErrors.make(Libc.errno());
        }
      }
    }
    return new PySemLock(cls, known, kind, most, name);
  }

  private boolean isMine() {
    return count > 0 && holder == Thread.currentThread().threadId();
  }

  @Method("acquire(self, /, block=True, timeout=None)")
  boolean acquire(ThreadState thread, boolean blocks, PyObject timeout) {
    if (kind == RECURSIVE && isMine()) {
      count++;
      return true;
    }
    long nanos = timeout == PyNone.NONE ? -1 : Math.max((long) (Math.min(Arguments.toDouble(timeout), 9e9) * 1e9), 0);
    if (!take(thread, blocks ? nanos : 0)) {
      return false;
    }
    count++;
    holder = Thread.currentThread().threadId();
    return true;
  }

  private boolean take(ThreadState thread, long nanos) {
    if (TRY.call(handle) == 0) {
      return true;
    }
    if (Libc.errno() != OsErrors.EAGAIN) {
      throw OsErrors.make(Libc.errno());
    }
    long end = System.nanoTime() + nanos;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment until = arena.allocate(16, 8);
      while (true) {
        long left = nanos < 0 ? SLICE : Math.min(end - System.nanoTime(), SLICE);
        if (left <= 0) {
          return false;
        }
        java.time.Instant moment = java.time.Instant.now().plusNanos(left);
        until.set(Native.LONG, 0, moment.getEpochSecond());
        until.set(Native.LONG, 8, moment.getNano());
        if (TIMED.call(handle, until.address()) == 0) {
          return true;
        }
        int error = Libc.errno();
        if (error != TIMED_OUT && error != EINTR) {
          throw OsErrors.make(error);
        }
        if (thread.pending) {
          thread.interpreter.runPending(thread);
        }
      }
    }
  }

  @Method("release(self, /)")
  void release() {
    if (kind == RECURSIVE) {
      if (!isMine()) {
        throw Errors.make(
            PyExceptions.AssertionError,
            "attempt to release recursive lock not owned by thread");
      }
      if (count > 1) {
        count--;
        return;
      }
    } else if (value() >= most) {
      throw Errors.valueError("semaphore or lock released too many times");
    }
    POST.require(handle);
    count--;
  }

  private int value() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(8, 8);
      VALUE.require(handle, room.address());
      return Math.max(room.get(Native.INT, 0), 0);
    }
  }

  @Method("__enter__(self, /)")
  boolean enter(ThreadState thread) {
    return acquire(thread, true, PyNone.NONE);
  }

  @Method("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)")
  void exit(PyObject type, PyObject error, PyObject traceback) {
    release();
  }

  @Method("_count(self, /)")
  int getCount() {
    return count;
  }

  @Method("_is_mine(self, /)")
  boolean mine() {
    return isMine();
  }

  @Method("_get_value(self, /)")
  int getValue() {
    return value();
  }

  @Method("_is_zero(self, /)")
  boolean isZero() {
    return value() == 0;
  }

  @Method("_after_fork(self, /)")
  void afterFork() {
    count = 0;
  }

  @Getter(value = "handle", member = true)
  PyObject getHandle() {
    return PyLong.of(handle);
  }

  @Getter(value = "kind", member = true)
  PyObject getKind() {
    return PyLong.of(kind);
  }

  @Getter(value = "maxvalue", member = true)
  PyObject getMost() {
    return PyLong.of(most);
  }

  @Getter(value = "name", member = true)
  PyObject getName() {
    return name;
  }

}

package org.krait.stdlib.thread;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** A lock that its owner may take again. */
@BuiltinType(name = "RLock", module = "_thread", weakReferences = true)
public final class PyRLock extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyRLockTable());

  /** Tells who holds it. */
  private static final class Lock extends ReentrantLock implements PyLock.Attempt {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean within(long nanos) throws InterruptedException {
      return tryLock(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean isContended() {
      return hasQueuedThreads();
    }

    long ownerId() {
      Thread owner = getOwner();
      return owner == null ? 0 : owner.threadId();
    }
  }

  private Lock lock = new Lock();

  private PyRLock(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyRLock(cls);
  }

  @Method(value = "acquire(self, blocking=True, timeout=-1)", textSignature = false)
  boolean acquire(ThreadState thread, boolean blocking, PyObject timeout) {
    long nanos = PyLock.waitTime(blocking, timeout);
    Lock current = lock;
    if (current.tryLock()) {
      return true;
    }
    return nanos != 0
        && PyLock.await(thread, nanos, current);
  }

  /** Takes the lock if that needs no waiting. */
  public boolean tryAcquire() {
    return lock.tryLock();
  }

  @Method(value = "release(self, /)", textSignature = false)
  public void release() {
    if (!lock.isHeldByCurrentThread()) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    lock.unlock();
  }

  @Method(value = "__enter__(self, /)", textSignature = false)
  boolean enter(ThreadState thread) {
    return acquire(thread, true, PyLong.MINUS_ONE);
  }

  @Method(value = "__exit__(self, /, *args)", textSignature = false)
  void exit(PyObject[] args) {
    release();
  }

  @Method(value = "_is_owned(self, /)", textSignature = false)
  boolean isOwned() {
    return lock.isHeldByCurrentThread();
  }

  @Method(value = "_recursion_count(self, /)", textSignature = false)
  int recursionCount() {
    return lock.getHoldCount();
  }

  @Method(value = "_release_save(self, /)", textSignature = false)
  PyObject releaseSave() {
    int count = lock.getHoldCount();
    if (count == 0) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    for (int i = 0; i < count; i++) {
      lock.unlock();
    }
    return PyTuple.of(PyLong.of(count), PyLong.of(Thread.currentThread().threadId()));
  }

  @Method(value = "_acquire_restore(self, state, /)", textSignature = false)
  void acquireRestore(PyTuple state) {
    long count = ((PyInt) state.get(0)).longValue();
    for (long i = 0; i < count; i++) {
      lock.lock();
    }
  }

  @Method(value = "_at_fork_reinit(self, /)", textSignature = false)
  void reset() {
    lock = new Lock();
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format(
        "<%s %s object owner=%d count=%d at 0x%x>",
        lock.isLocked() ? "locked" : "unlocked",
        type().fullName(),
        lock.ownerId(),
        lock.getHoldCount(),
        Objects.id(this));
  }
}

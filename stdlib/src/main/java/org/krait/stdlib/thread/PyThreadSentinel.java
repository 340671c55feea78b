package org.krait.stdlib.thread;

import java.util.Map;
import java.util.WeakHashMap;
import org.krait.runtime.ThreadState;

/** The lock of each thread that is released when the thread ends; {@code Thread.join} waits for it. */
final class PyThreadSentinel {
  private static final Map<ThreadState, PyLock> LOCKS = new WeakHashMap<>();

  private PyThreadSentinel() {}

  static PyLock make(ThreadState thread) {
    PyLock lock = new PyLock();
    synchronized (LOCKS) {
      LOCKS.put(thread, lock);
    }
    return lock;
  }

  static void release(ThreadState thread) {
    PyLock lock;
    synchronized (LOCKS) {
      lock = LOCKS.remove(thread);
    }
    if (lock != null) {
      lock.releaseIfLocked();
    }
  }
}

package org.krait.stdlib.queue;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyNone;

/** {@code queue.SimpleQueue}: unbounded, first in, first out. */
@BuiltinType(
    name = "SimpleQueue",
    module = "_queue",
    weakReferences = true,
    parts = {GenericClassMethods.class})
public final class PySimpleQueue extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PySimpleQueueTable());

  /** A waiting thread looks this often whether something is pending for it. */
  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(50);

  private final LinkedBlockingDeque<PyObject> items = new LinkedBlockingDeque<>();

  private PySimpleQueue(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls)")
  static PyObject make(PyType cls) {
    return new PySimpleQueue(cls);
  }

  @Method("put(self, item, block=True, timeout=None)")
  void put(PyObject item, boolean block, PyObject timeout) {
    items.add(item);
  }

  @Method("put_nowait(self, item)")
  void putNoWait(PyObject item) {
    items.add(item);
  }

  @Method("get(self, block=True, timeout=None)")
  PyObject get(ThreadState thread, boolean block, PyObject timeout) {
    if (!block) {
      return orEmpty(items.poll());
    }
    if (timeout == PyNone.NONE) {
      return await(thread, Long.MAX_VALUE);
    }
    double seconds = Arguments.toDouble(timeout);
    if (seconds < 0) {
      throw Errors.valueError("'timeout' must be a non-negative number");
    }
    return await(thread, (long) Math.min(seconds * 1e9, Long.MAX_VALUE / 4));
  }

  private PyObject await(ThreadState thread, long nanos) {
    long start = System.nanoTime();
    try {
      while (true) {
        long left = nanos - (System.nanoTime() - start);
        PyObject item = items.poll(Math.max(0, Math.min(left, SLICE)), TimeUnit.NANOSECONDS);
        if (item != null) {
          return item;
        }
        if (left <= 0) {
          throw empty();
        }
        if (thread.pending) {
          thread.interpreter.runPending(thread);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw empty();
    }
  }

  @Method("get_nowait(self)")
  PyObject getNoWait() {
    return orEmpty(items.poll());
  }

  @Method("empty(self)")
  boolean isEmpty() {
    return items.isEmpty();
  }

  @Method("qsize(self)")
  int size() {
    return items.size();
  }

  private static PyObject orEmpty(PyObject item) {
    if (item == null) {
      throw empty();
    }
    return item;
  }

  private static PyException empty() {
    return Errors.of(QueueModule.EMPTY);
  }
}

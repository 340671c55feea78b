package org.krait.stdlib.selecting;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.FileNumber;
import org.krait.stdlib.os.OsErrors;

/** A set of descriptors to poll. */
@BuiltinType(name = "poll", module = "select", subclassable = false, disallowNew = true)
public final class PyPoll extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyPollTable());

  private final Map<Integer, Integer> wishes = new TreeMap<>();
  private boolean running;

  @Override
  public PyType type() {
    return TYPE;
  }

  private static int mask(PyObject value) {
    PyInt number = Arguments.index(value);
    if (number.signum() < 0) {
      throw Errors.valueError("value must be positive");
    }
    if (!number.fitsLong() || number.longValue() > 0xffff) {
      throw Errors.overflowError("Python int too large for C unsigned short");
    }
    return (int) number.longValue();
  }

  @Method("register(self, fd, eventmask=7, /)")
  synchronized void register(PyObject fd, PyObject events) {
    wishes.put(FileNumber.of(fd), mask(events));
  }

  @Method("modify(self, fd, eventmask, /)")
  synchronized void modify(PyObject fd, PyObject events) {
    int number = FileNumber.of(fd);
    int mask = mask(events);
    if (!wishes.containsKey(number)) {
      throw OsErrors.make(OsErrors.ENOENT);
    }
    wishes.put(number, mask);
  }

  @Method("unregister(self, fd, /)")
  synchronized void unregister(PyObject fd) {
    int number = FileNumber.of(fd);
    if (wishes.remove(number) == null) {
      throw Errors.keyError(PyLong.of(number));
    }
  }

  /** Negative milliseconds and None wait for ever. */
  private static long deadline(PyObject timeout) {
    if (timeout == PyNone.NONE) {
      return Long.MAX_VALUE;
    }
    long nanos = Timeouts.nanosOfMilliseconds(timeout, "timeout must be an integer or None");
    if (nanos > Integer.MAX_VALUE * 1_000_000L || nanos < Integer.MIN_VALUE * 1_000_000L) {
      throw Errors.overflowError("timeout is too large");
    }
    return Waiting.deadline(nanos);
  }

  @Method("poll(self, timeout=None, /)")
  PyObject poll(PyObject timeout) {
    long deadline = deadline(timeout);
    int[] numbers;
    int[] masks;
    synchronized (this) {
      if (running) {
        throw Errors.runtimeError("concurrent poll() invocation");
      }
      running = true;
      numbers = wishes.keySet().stream().mapToInt(Integer::intValue).toArray();
      masks = wishes.values().stream().mapToInt(Integer::intValue).toArray();
    }
    try {
      return poll(numbers, masks, deadline);
    } finally {
      synchronized (this) {
        running = false;
      }
    }
  }

  private static PyObject poll(int[] numbers, int[] masks, long deadline) {
    Descriptors table = Descriptors.current();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entries = arena.allocate((numbers.length + 1L) * SelectModule.ENTRY, 8);
      boolean missing = false;
      for (int i = 0; i < numbers.length; i++) {
        int kernel = table.kernelOrNone(numbers[i]);
        missing |= kernel < 0;
        entries.set(Native.INT, (long) i * SelectModule.ENTRY, kernel);
        entries.set(Native.SHORT, (long) i * SelectModule.ENTRY + 4, (short) masks[i]);
      }
      Waiting.poll(entries, numbers.length, missing ? System.nanoTime() : deadline);
      PyList ready = new PyList();
      for (int i = 0; i < numbers.length; i++) {
        boolean gone = entries.get(Native.INT, (long) i * SelectModule.ENTRY) < 0;
        int events = gone ? SelectModule.INVALID : entries.get(Native.SHORT, (long) i * SelectModule.ENTRY + 6) & 0xffff;
        if (events != 0) {
          ready.append(PyTuple.of(PyLong.of(numbers[i]), PyLong.of(events)));
        }
      }
      return ready;
    }
  }
}

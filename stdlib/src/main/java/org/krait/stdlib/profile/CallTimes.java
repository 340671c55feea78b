package org.krait.stdlib.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.runtime.PyObject;

/** How often a function was called, by anybody or by one other function, and how long it ran. */
class CallTimes {
  final PyObject function;
  long calls;
  long recursiveCalls;

  /** In units of the timer: with what it called, and without. */
  long total;

  long own;

  /** How many calls are under way. */
  int depth;

  CallTimes(PyObject function) {
    this.function = function;
  }

  /** A call ends. */
  void add(long time, long ownTime) {
    if (--depth == 0) {
      total += time;
    } else {
      recursiveCalls++;
    }
    own += ownTime;
    calls++;
  }

  /** The times of a function and of what it called, by key. */
  static final class Entry extends CallTimes {
    final Map<Object, CallTimes> callees = new LinkedHashMap<>();

    Entry(PyObject function) {
      super(function);
    }

    CallTimes callee(Object key, PyObject called) {
      return callees.computeIfAbsent(key, k -> new CallTimes(called));
    }
  }
}

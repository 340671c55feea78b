package org.krait.stdlib.profile;

import java.util.Collection;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.StructSequenceType;

/** What {@code getstats} answers with. */
final class ProfileStats {
  static final StructSequenceType ENTRY =
      StructSequenceType.of(
          "_lsprof.profiler_entry", 6,
          "code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls");
  static final StructSequenceType SUBENTRY =
      StructSequenceType.of(
          "_lsprof.profiler_subentry", 5,
          "code", "callcount", "reccallcount", "totaltime", "inlinetime");

  private ProfileStats() {}

  /** How a builtin function is named in statistics. */
  static PyObject shown(PyObject callable) {
    if (!(callable instanceof PyBuiltinFunction function)) {
      return Objects.repr(callable);
    }
    String name = function.table().name(function.id());
    if (function.self() instanceof PyModule module) {
      PyObject own = module.dict().get(PyStr.interned("__name__"));
      return PyStr.of("<built-in method " + (own == null ? "" : own + ".") + name + ">");
    }
    PyObject self = function.self();
    PyObject found =
        self == null || self instanceof PyType ? null : self.type().lookup(PyStr.interned(name));
    return found == null ? PyStr.of("<built-in method " + name + ">") : Objects.repr(found);
  }

  static PyObject list(Collection<CallTimes.Entry> entries, double unit) {
    PyList all = new PyList();
    for (CallTimes.Entry entry : entries) {
      if (entry.calls == 0) {
        continue;
      }
      PyObject callees = PyNone.NONE;
      if (!entry.callees.isEmpty()) {
        PyList inner = new PyList();
        for (CallTimes callee : entry.callees.values()) {
          inner.append(SUBENTRY.make(fields(callee, unit)));
        }
        callees = inner;
      }
      PyObject[] fields = java.util.Arrays.copyOf(fields(entry, unit), 6);
      fields[5] = callees;
      all.append(ENTRY.make(fields));
    }
    return all;
  }

  private static PyObject[] fields(CallTimes times, double unit) {
    return new PyObject[] {
      times.function,
      PyLong.of(times.calls),
      PyLong.of(times.recursiveCalls),
      PyFloat.of(times.total * unit),
      PyFloat.of(times.own * unit)
    };
  }
}

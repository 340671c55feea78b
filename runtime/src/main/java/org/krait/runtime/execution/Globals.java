package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/** Global and builtin names, found again without a look-up while no key of their dict comes or goes. */
final class Globals {
  /**
   * Where a name was found.
   *
   * @param globals the layout of the globals at that time
   * @param builtins the layout of the builtins, or 0 when the name was global
   * @param entry the number of the entry in the dict that has it
   */
  private record Place(long globals, long builtins, int entry) {}

  private static final PyStr BUILD_CLASS = PyStr.interned("__build_class__");

  private Globals() {}

  static PyObject load(PyFrame frame, int pc, int nameIndex) {
    if (frame.code.caches[pc] instanceof Place place && frame.globals.hasLayout(place.globals)) {
      PyDict dict = frame.globals;
      if (place.builtins != 0) {
        dict = (PyDict) frame.builtins;
        if (!dict.hasLayout(place.builtins)) {
          return search(frame, pc, nameIndex);
        }
      }
      PyObject value = dict.valueAt(place.entry);
      if (value != null) {
        return value;
      }
    }
    return search(frame, pc, nameIndex);
  }

  private static PyObject search(PyFrame frame, int pc, int nameIndex) {
    PyStr name = frame.code.names[nameIndex];
    if (frame.globals.getClass() == PyDict.class) {
      if (frame.builtins.getClass() == PyDict.class) {
        remember(frame, pc, name);
      }
      return find(frame, name);
    }
    PyObject value = itemOrNull(frame.globals, name);
    return value != null ? value : find(frame, name);
  }

  private static void remember(PyFrame frame, int pc, PyStr name) {
    PyDict globals = frame.globals;
    int entry = globals.entryOf(name);
    if (entry >= 0) {
      frame.code.caches[pc] = new Place(globals.layoutVersion(), 0, entry);
      return;
    }
    PyDict builtins = (PyDict) frame.builtins;
    entry = builtins.entryOf(name);
    if (entry >= 0) {
      frame.code.caches[pc] =
          new Place(globals.layoutVersion(), builtins.layoutVersion(), entry);
    }
  }

  /** {@code __build_class__}, which the program's builtins may lack. */
  static PyObject buildClass(PyFrame frame) {
    PyObject value = builtin(frame, BUILD_CLASS);
    if (value == null) {
      throw Errors.make(PyExceptions.NameError, "__build_class__ not found");
    }
    return value;
  }

  /** A name among the globals, then the builtins; a NameError when it is nowhere. */
  static PyObject find(PyFrame frame, PyStr name) {
    PyObject value = frame.globals.get(name);
    if (value == null) {
      value = builtin(frame, name);
    }
    if (value == null) {
      throw Variables.undefined(name);
    }
    return value;
  }

  private static PyObject builtin(PyFrame frame, PyStr name) {
    PyObject builtins = frame.builtins;
    return itemOrNull(builtins, name);
  }

  /** An item of a dict, or of anything else by its {@code __getitem__}; null when there is none. */
  private static PyObject itemOrNull(PyObject names, PyStr name) {
    if (names.getClass() == PyDict.class) {
      return ((PyDict) names).get(name);
    }
    try {
      return names.type().slots.getitem(names, name);
    } catch (PyException e) {
      if (e.is(PyExceptions.KeyError)) {
        return null;
      }
      throw e;
    }
  }
}

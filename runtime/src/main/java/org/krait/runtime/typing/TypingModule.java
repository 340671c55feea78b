package org.krait.runtime.typing;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What is asked of the Python module {@code typing}. */
final class TypingModule {
  private static final PyStr MODULE = PyStr.interned("__module__");

  private TypingModule() {}

  static PyObject get(String name) {
    return Attributes.get(ThreadState.current().interpreter.importModule("typing"), name);
  }

  static PyObject call(String function, PyObject... args) {
    return get(function).call(args, null);
  }

  /** {@code typing.Union[a, b]}. */
  static PyObject union(PyObject a, PyObject b) {
    return call("_make_union", a, b);
  }

  static PyObject checkedType(PyObject value, String message) {
    return call("_type_check", value, PyStr.of(message));
  }

  /** {@code typing.Unpack[variable]}. */
  static PyObject unpack(PyObject variable) {
    return Subscripts.get(get("Unpack"), variable);
  }

  /** The parameters with each {@code TypeVarTuple} as {@code Unpack[…]}. */
  static PyTuple withUnpacked(PyTuple parameters) {
    List<PyObject> all = new ArrayList<>();
    for (PyObject parameter : parameters) {
      all.add(parameter instanceof PyTypeVarTuple ? unpack(parameter) : parameter);
    }
    return PyTuple.of(all.toArray(PyObject[]::new));
  }

  /** The {@code __module__} of what the running Python function makes. */
  static PyObject caller() {
    ThreadState thread = ThreadState.current();
    PyObject name =
        thread.frame == null ? null : thread.frame.globals.get(PyStr.interned("__name__"));
    return name == null ? PyNone.NONE : name;
  }

  /** Gives an object that a program made by a call a {@code __module__} of its own. */
  static <T extends PyInstance> T placed(T made) {
    made.setOwnAttribute(MODULE, caller());
    return made;
  }
}

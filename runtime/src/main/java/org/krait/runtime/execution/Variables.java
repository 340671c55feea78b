package org.krait.runtime.execution;

import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNameError;
import org.krait.runtime.types.PyStr;

/** Locals, cells, and names of module and class bodies. */
final class Variables {
  private Variables() {}

  static PyObject checked(PyCode code, int slot, PyObject value) {
    if (value == null) {
      throw unboundLocal(code, slot);
    }
    return value;
  }

  private static PyException unboundLocal(PyCode code, int slot) {
    // As in CPython it does not carry the name: no other name is suggested.
    return Errors.make(
        PyExceptions.UnboundLocalError,
        "cannot access local variable '%s' where it is not associated with a value",
        code.variable(slot));
  }

  /** A NameError that carries the name. */
  static PyException named(org.krait.runtime.PyType type, PyStr name, String format) {
    PyException e = Errors.make(type, format, name);
    ((PyNameError) e.value()).describe(name);
    return e;
  }

  static PyException undefined(PyStr name) {
    return named(PyExceptions.NameError, name, "name '%s' is not defined");
  }

  static PyObject loadCell(PyCode code, int slot, PyObject cell) {
    PyObject value = ((PyCell) cell).get();
    if (value == null) {
      throw unboundCell(code, slot);
    }
    return value;
  }

  static PyException unboundCell(PyCode code, int slot) {
    if ((code.variableKind(slot) & CodeFlags.FAST_FREE) == 0) {
      return unboundLocal(code, slot);
    }
    return named(
        PyExceptions.NameError,
        code.variable(slot),
        "cannot access free variable '%s' where it is not associated with a value in enclosing"
            + " scope");
  }

  static void deleteFast(PyFrame frame, int slot) {
    checked(frame.code, slot, frame.slots[slot]);
    frame.slots[slot] = null;
  }

  static void deleteCell(PyFrame frame, int slot) {
    PyCell cell = (PyCell) frame.slots[slot];
    if (cell.get() == null) {
      throw unboundCell(frame.code, slot);
    }
    cell.set(null);
  }

  /** A name in a mapping of locals, or null. */
  static PyObject lookup(PyObject locals, PyStr name) {
    if (locals.getClass() == PyDict.class) {
      return ((PyDict) locals).get(name);
    }
    try {
      return locals.type().slots.getitem(locals, name);
    } catch (PyException e) {
      if (e.is(PyExceptions.KeyError)) {
        return null;
      }
      throw e;
    }
  }

  static PyObject loadName(PyFrame frame, PyStr name) {
    PyObject value = lookup(locals(frame), name);
    return value != null ? value : Globals.find(frame, name);
  }

  /** A frame's mapping of locals; for the body of a module that was made a function, the globals. */
  private static PyObject locals(PyFrame frame) {
    if (frame.locals == null) {
      if (frame.code.isOptimized()) {
        throw Errors.systemError("no locals when loading a name");
      }
      frame.locals = frame.globals;
    }
    return frame.locals;
  }

  static void storeName(PyFrame frame, PyStr name, PyObject value) {
    PyObject locals = locals(frame);
    if (locals.getClass() == PyDict.class) {
      ((PyDict) locals).put(name, value);
    } else {
      locals.type().slots.setitem(locals, name, value);
    }
  }

  static void deleteName(PyFrame frame, PyStr name) {
    PyObject locals = locals(frame);
    if (locals.getClass() == PyDict.class) {
      if (((PyDict) locals).remove(name) == null) {
        throw undefined(name);
      }
      return;
    }
    try {
      locals.type().slots.delitem(locals, name);
    } catch (PyException e) {
      throw e.is(PyExceptions.KeyError) ? undefined(name) : e;
    }
  }

  static void deleteGlobal(PyFrame frame, PyStr name) {
    if (frame.globals.remove(name) == null) {
      throw undefined(name);
    }
  }

  /** {@code LOAD_LOCALS}. */
  static PyObject localsObject(PyFrame frame) {
    return locals(frame);
  }

  /** A class body's look-up of a name that is free in it. */
  static PyObject fromMappingOrCell(PyFrame frame, PyObject mapping, int slot) {
    PyObject value = lookup(mapping, frame.code.variable(slot));
    return value != null ? value : loadCell(frame.code, slot, frame.slots[slot]);
  }

  static PyObject fromMappingOrGlobals(PyFrame frame, PyObject mapping, PyStr name) {
    PyObject value = lookup(mapping, name);
    return value != null ? value : Globals.find(frame, name);
  }

  /** Makes {@code __annotations__} where a module or class body needs it. */
  static void setUpAnnotations(PyFrame frame) {
    PyStr name = PyStr.interned("__annotations__");
    if (lookup(locals(frame), name) == null) {
      storeName(frame, name, new PyDict());
    }
  }

  /** {@code module.name}, or the submodule of that name ({@code from package import module}). */
  static PyObject importFrom(PyFrame frame, PyObject module, PyStr name) {
    PyObject value = Attributes.getOrNull(module, name);
    return value != null ? value : Imports.submodule(frame, module, name);
  }
}

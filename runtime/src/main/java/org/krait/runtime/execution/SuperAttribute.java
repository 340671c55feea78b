package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PySuper;

/** {@code LOAD_SUPER_ATTR}: {@code super().name} without making the super object. */
final class SuperAttribute {
  private SuperAttribute() {}

  /**
   * Replaces {@code super}, class and self by the attribute; with bit 0 of the operand by function and
   * self, or null and the attribute.
   */
  static int load(PyFrame frame, int arg, int sp) {
    PyObject[] s = frame.slots;
    PyStr name = frame.code.names[arg >> 2];
    PyObject global = s[sp - 3];
    PyObject cls = s[sp - 2];
    PyObject self = s[sp - 1];
    boolean method = (arg & 1) != 0;
    PyObject function = null;
    PyObject value = null;
    if (global == PySuper.TYPE && cls instanceof PyType type) {
      if (method && self.type().isSubtypeOf(type)) {
        function = plainFunction(type, self.type(), name);
      }
      if (function == null) {
        value = PySuper.of(type, self).type().slots.getattribute(PySuper.of(type, self), name);
      }
    } else {
      PyObject made = (arg & 2) != 0 ? global.call(cls, self) : global.call();
      value = Attributes.get(made, name);
    }
    s[--sp] = null;
    s[--sp] = null;
    if (!method) {
      s[sp - 1] = value;
      return sp;
    }
    s[sp - 1] = function;
    s[sp] = function != null ? self : value;
    return sp + 1;
  }

  private static PyObject plainFunction(PyType cls, PyType start, PyStr name) {
    PyObject found = PySuper.lookup(cls, start, name);
    return found instanceof PyFunction
            || found instanceof PyMethodDescriptor
            || found instanceof PySlotWrapper
        ? found
        : null;
  }
}

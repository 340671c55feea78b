package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PySuper;

/** {@code LOAD_SUPER_ATTR}: {@code super().name} without making the super object. */
public final class SuperAttribute {
  /**
   * A method that was found behind a class in the order of the type of {@code self}; kept in the cache
   * of the instruction.
   *
   * @param next what was found for another type, or null
   */
  public record Found(PyType cls, PyType type, long version, PyObject function, Found next)
      implements AttributeCache.Alternative {}

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
      if (self.type().isSubtypeOf(type)) {
        function = function(frame, type, self.type(), name);
      }
      if (!method && function instanceof PyFunction) {
        value = new PyBoundMethod(function, self);
      } else if (!method || function == null) {
        PyObject proxy = PySuper.of(type, self);
        value = proxy.type().slots.getattribute(proxy, name);
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

  private static PyObject function(PyFrame frame, PyType cls, PyType type, PyStr name) {
    Object known = frame.code.caches[frame.pc];
    for (Found found = known instanceof Found first ? first : null;
        found != null;
        found = found.next) {
      if (found.type == type && found.cls == cls && found.version == type.version()) {
        return found.function;
      }
    }
    long version = type.version();
    PyObject function = plainFunction(cls, type, name);
    if (function != null) {
      Found kept = null;
      int count = 1;
      for (Found old = known instanceof Found first ? first : null; old != null; old = old.next) {
        if (old.version == old.type.version() && (old.type != type || old.cls != cls)) {
          kept = new Found(old.cls, old.type, old.version, old.function, kept);
          count++;
        }
      }
      frame.code.caches[frame.pc] =
          new Found(cls, type, version, function, count > AttributeCache.MOST ? null : kept);
    }
    return function;
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

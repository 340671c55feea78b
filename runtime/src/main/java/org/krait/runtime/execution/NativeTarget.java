package org.krait.runtime.execution;

import org.krait.runtime.BuiltinTable;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyMethodDescriptor;

/**
 * A builtin function or method that machine code calls. HotSpot takes the parts of a record that is a
 * constant for constants too, so that such a call leads straight to the Java method.
 *
 * @param self the module of a function, or null
 * @param owner the type of a method, or null
 */
public record NativeTarget(BuiltinTable table, int id, PyObject self, PyType owner, Class<?> layout) {
  public static NativeTarget of(PyBuiltinFunction function) {
    return new NativeTarget(function.table(), function.id(), function.self(), null, null);
  }

  public static NativeTarget of(PyMethodDescriptor method) {
    PyType owner = method.table().owner();
    return new NativeTarget(method.table(), method.id(), null, owner, owner.layout());
  }

  public PyObject function() {
    return table.call0(id, self);
  }

  public PyObject function(PyObject a) {
    return table.call1(id, self, a);
  }

  public PyObject function(PyObject a, PyObject b) {
    return table.call2(id, self, a, b);
  }

  public PyObject function(PyObject a, PyObject b, PyObject c) {
    return table.call3(id, self, a, b, c);
  }

  public PyObject method(PyObject of) {
    check(of);
    return table.call0(id, of);
  }

  public PyObject method(PyObject of, PyObject a) {
    check(of);
    return table.call1(id, of, a);
  }

  public PyObject method(PyObject of, PyObject a, PyObject b) {
    check(of);
    return table.call2(id, of, a, b);
  }

  /** What is no instance of the type is the interpreter's affair, which raises. */
  private void check(PyObject of) {
    if (of.getClass() != layout && of.type() != owner && !of.type().isSubtypeOf(owner)) {
      throw GuardFailed.INSTANCE;
    }
  }
}

package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code cls[item]} of builtin types that can be written with parameters. */
public final class GenericClassMethods {
  private GenericClassMethods() {}

  @Method(value = "__class_getitem__(cls, object, /)", textSignature = false)
  public static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.of(cls, item);
  }
}

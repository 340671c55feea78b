package org.krait.runtime.typing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** {@code typing.Generic}: the base of generic classes. Its instances hold nothing of their own. */
@BuiltinType(
    name = "Generic",
    module = "typing",
    heapType = true,
    doc = "The base of the classes that have type parameters.")
public final class GenericType {
  public static final PyType TYPE = PyType.builtin(new GenericTypeTable());

  private GenericType() {}

  @Method(value = "__class_getitem__(cls, /, *args, **kwargs)", textSignature = false)
  static PyObject classGetItem(PyType cls, PyObject[] args, PyStr[] names) {
    return withClass("_generic_class_getitem", cls, args, names);
  }

  @Method(value = "__init_subclass__(cls, /, *args, **kwargs)", textSignature = false)
  static PyObject initSubclass(PyType cls, PyObject[] args, PyStr[] names) {
    return withClass("_generic_init_subclass", cls, args, names);
  }

  private static PyObject withClass(
      String function, PyType cls, PyObject[] args, PyStr[] names) {
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = cls;
    System.arraycopy(args, 0, all, 1, args.length);
    return TypingModule.get(function).call(all, names);
  }
}

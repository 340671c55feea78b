package org.krait.runtime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/** The type {@code object}; what it does for the slots is in {@link ObjectBehaviour}. */
@BuiltinType(
    name = "object",
    textSignature = "()",
    handwritten = {
      "__repr__", "__str__", "__hash__", "__getattribute__", "__setattr__", "__delattr__", "__init__",
      "__richcompare__"
    })
public final class ObjectType {
  public static final PyType TYPE = PyType.builtin(new ObjectTypeTable());

  private ObjectType() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject newObject(PyType cls, PyObject[] args, PyStr[] names) {
    return ClassCalls.newObject(cls, args);
  }

  @Method("__format__(self, format_spec, /)")
  static PyObject format(PyObject self, PyStr spec) {
    if (spec.length() > 0) {
      throw Errors.typeError(
          "unsupported format string passed to %s.__format__", self.type().fullName());
    }
    return Objects.str(self);
  }

  @Method("__reduce__(self, /)")
  static PyObject reduce(PyObject self) {
    return Pickling.reduce(self, 0);
  }

  @Method("__reduce_ex__(self, protocol, /)")
  static PyObject reduceEx(PyObject self, int protocol) {
    return Pickling.reduceEx(self, protocol);
  }

  @Method("__getstate__(self, /)")
  static PyObject getState(PyObject self) {
    return Pickling.getState(self);
  }

  @Method("__dir__(self, /)")
  static PyObject dir(PyObject self) {
    PyDict all = new PyDict();
    if (Attributes.getOrNull(self, "__class__") instanceof PyType type) {
      PyType[] order = type.mro();
      for (int i = order.length - 1; i >= 0; i--) {
        all.update(order[i].dict());
      }
    }
    if (InstanceAttributes.isPlain(self) && Shape.addNames((Shaped) self, all)) {
      return all.keyList();
    }
    if (Attributes.getOrNull(self, "__dict__") instanceof PyDict own) {
      all.update(own);
    }
    return all.keyList();
  }

  @Method("__sizeof__(self, /)")
  static long sizeOf(PyObject self) {
    return ObjectSizes.plain(self);
  }

  @Method(value = "__subclasshook__(cls, /, *args)", textSignature = false)
  static PyObject subclassHook(PyType cls, PyObject[] args) {
    return PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__init_subclass__(cls, /)", textSignature = false)
  static void initSubclass(PyType cls) {}

  @Getter("__class__")
  static PyObject getClass(PyObject self) {
    return self.type();
  }

  @Setter("__class__")
  static void setClass(PyObject self, PyObject value) {
    if (value == null) {
      throw Errors.typeError("can't delete __class__ attribute");
    }
    ClassCreation.changeClass(self, value);
  }
}

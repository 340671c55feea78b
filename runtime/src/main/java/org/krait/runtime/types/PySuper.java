package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyFrame;

/** {@code super}: attributes of an instance, looked up behind a class in the order of its type. */
@BuiltinType(name = "super", basicSize = 40)
public final class PySuper extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PySuperTable());
  private static final PyStr CLASS = PyStr.interned("__class__");

  private PyType cls;
  private PyObject self;
  private PyType selfType;

  private PySuper(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PySuper(cls);
  }

  /** {@code super(cls, self)}. */
  public static PySuper of(PyType cls, PyObject self) {
    PySuper made = new PySuper(TYPE);
    made.cls = cls;
    made.self = self;
    made.selfType = check(cls, self);
    return made;
  }

  @Method("__init__(self, type=NULL, object_or_type=NULL, /)")
  void init(PyObject type, PyObject object) {
    PyObject given = type;
    PyObject bound = object;
    if (given == null) {
      PyFrame frame = ThreadState.current().frame;
      given = classOf(frame);
      bound = firstArgument(frame);
    }
    if (!(given instanceof PyType real)) {
      throw Errors.typeError(
          "super() argument 1 must be a type, not %s", given.type().fullName());
    }
    cls = real;
    self = bound == PyNone.NONE ? null : bound;
    selfType = self == null ? null : check(cls, self);
  }

  private static PyObject firstArgument(PyFrame frame) {
    if (frame == null) {
      throw Errors.runtimeError("super(): no current frame");
    }
    if (frame.code.argCount == 0) {
      throw Errors.runtimeError("super(): no arguments");
    }
    PyObject first = frame.slots[0];
    if (first instanceof PyCell cell && (frame.code.variableKind(0) & CodeFlags.FAST_CELL) != 0) {
      first = cell.get();
    }
    if (first == null) {
      throw Errors.runtimeError("super(): arg[0] deleted");
    }
    return first;
  }

  private static PyObject classOf(PyFrame frame) {
    firstArgument(frame);
    for (int i = frame.code.localsCount - 1; i >= 0; i--) {
      if ((frame.code.variableKind(i) & CodeFlags.FAST_FREE) != 0
          && frame.code.variable(i).equals(CLASS)) {
        PyObject value = ((PyCell) frame.slots[i]).get();
        if (value == null) {
          throw Errors.runtimeError("super(): empty __class__ cell");
        }
        if (!(value instanceof PyType)) {
          throw Errors.runtimeError(
              "super(): __class__ is not a type (%s)", value.type().fullName());
        }
        return value;
      }
    }
    throw Errors.runtimeError("super(): __class__ cell not found");
  }

  /** The type whose order is searched: the instance's, or the class itself for class methods. */
  private static PyType check(PyType cls, PyObject self) {
    if (self instanceof PyType type && type.isSubtypeOf(cls)) {
      return type;
    }
    if (self.type().isSubtypeOf(cls)) {
      return self.type();
    }
    PyObject claimed = Attributes.getOrNull(self, CLASS);
    if (claimed instanceof PyType type && type != self.type() && type.isSubtypeOf(cls)) {
      return type;
    }
    throw Errors.typeError("super(type, obj): obj must be an instance or subtype of type");
  }

  @Method("__getattribute__(self, name, /)")
  PyObject getAttribute(PyStr name) {
    if (selfType != null && !name.equals(CLASS)) {
      PyObject found = lookup(cls, selfType, name);
      if (found != null) {
        return Attributes.bind(found, self == selfType ? null : self, selfType);
      }
    }
    return Attributes.genericGet(this, name);
  }

  /** The attribute behind a class in the order of a type, not bound, or null. */
  public static PyObject lookup(PyType cls, PyType start, PyStr name) {
    boolean behind = false;
    for (PyType type : start.mro()) {
      if (behind) {
        PyObject value = type.dict().get(name);
        if (value != null) {
          return value;
        }
      }
      behind |= type == cls;
    }
    return null;
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    if (instance == null || instance == PyNone.NONE || self != null) {
      return this;
    }
    return type() == TYPE ? of(cls, instance) : type().call(cls, instance);
  }

  @Method("__repr__(self, /)")
  String repr() {
    String name = cls == null ? "NULL" : cls.name();
    return selfType == null
        ? "<super: <class '" + name + "'>, NULL>"
        : "<super: <class '" + name + "'>, <" + selfType.name() + " object>>";
  }

  @Getter(value = "__thisclass__", member = true)
  PyObject getThisClass() {
    return cls == null ? PyNone.NONE : cls;
  }

  @Getter(value = "__self__", member = true)
  PyObject getSelf() {
    return self == null ? PyNone.NONE : self;
  }

  @Getter(value = "__self_class__", member = true)
  PyObject getSelfClass() {
    return selfType == null ? PyNone.NONE : selfType;
  }
}

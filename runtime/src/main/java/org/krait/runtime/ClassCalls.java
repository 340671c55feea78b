package org.krait.runtime;

import org.krait.runtime.types.AnySetMethods;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;

/** What happens when a class is called. */
public final class ClassCalls {
  private ClassCalls() {}

  /** {@code type.__call__(cls, …)}: {@code __new__}, then {@code __init__} when that made an instance. */
  public static PyObject instantiate(PyType type, PyObject[] args, PyStr[] names) {
    if (type == PyType.TYPE) {
      PyObject answer = typeOfOne(args, names);
      if (answer != null) {
        return answer;
      }
    }
    PyObject instance = create(type, args, names);
    PyType made = instance.type();
    if (made == type || made.isSubtypeOf(type)) {
      made.slots.init(instance, args, names);
    }
    return instance;
  }

  /** {@code type()}: that of the usual containers at once. */
  static PyObject instantiate(PyType type) {
    if (type == PyList.TYPE) {
      return new PyList();
    }
    if (type == PyDict.TYPE) {
      return new PyDict();
    }
    return type == PySet.TYPE ? new PySet() : type.call(PyObject.NO_ARGS, null);
  }

  /** {@code type(a)}: that of the usual containers at once. */
  static PyObject instantiate(PyType type, PyObject a) {
    if (type == PyList.TYPE) {
      return PyList.from(a);
    }
    return type == PySet.TYPE ? AnySetMethods.setOf(a) : type.call(new PyObject[] {a}, null);
  }

  static final int UNKNOWN = -1;
  private static final int NONE = -2;

  /** For {@link PyType#call(PyObject)}: that of types that programs cannot change. */
  static int soleMaker(PyType type) {
    boolean plain =
        !type.isHeap()
            && !type.table.isHeapType()
            && type.type() == PyType.TYPE
            && type != PyType.TYPE
            && type != ObjectType.TYPE
            && type.flags().instantiable();
    return plain
            && type.special(Special.NEW) instanceof PyBuiltinFunction maker
            && maker.self() == type
            && type.special(Special.INIT) == ObjectType.TYPE.special(Special.INIT)
        ? maker.id()
        : NONE;
  }

  /** For {@link PyType#initializer}. */
  static PyObject initializer(PyType type) {
    boolean plain =
        type.isHeap()
            && type.layout() == ObjectType.TYPE.layout()
            && !type.isAbstract()
            && type.special(Special.NEW) == ObjectType.TYPE.special(Special.NEW);
    if (!plain) {
      return null;
    }
    PyObject init = type.special(Special.INIT);
    if (init == ObjectType.TYPE.special(Special.INIT)) {
      return PyNone.NONE;
    }
    return init instanceof PyFunction ? init : null;
  }

  private static PyObject typeOfOne(PyObject[] args, PyStr[] names) {
    if (args.length == 1 && names == null) {
      return args[0].type();
    }
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional != 3) {
      throw Errors.typeError("type() takes 1 or 3 arguments");
    }
    return null;
  }

  /** {@code type.__new__(type, …)}. */
  public static PyObject create(PyType type, PyObject[] args, PyStr[] names) {
    if (!type.flags().instantiable()) {
      throw Errors.typeError("cannot create '%s' instances", type.fullName());
    }
    PyObject maker = type.special(Special.NEW);
    if (maker instanceof PyBuiltinFunction builtin) {
      // What a program put there from another class counts for nothing, as in CPython.
      return builtin.makes(type) || !(type.builtinAncestor().special(Special.NEW) instanceof PyBuiltinFunction own)
          ? builtin.create(type, args, names)
          : own.create(type, args, names);
    }
    if (maker == null) {
      throw Errors.typeError("cannot create '%s' instances", type.fullName());
    }
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = type;
    System.arraycopy(args, 0, all, 1, args.length);
    return Attributes.bind(maker, null, type).call(all, names);
  }

  private static boolean overridesNew(PyType type) {
    return type.hadOwnNew() || overrides(type, Special.name(Special.NEW));
  }

  private static boolean overridesInit(PyType type) {
    return overrides(type, Special.name(Special.INIT));
  }

  /** Whether a class has another method than {@code object}; one that has been put there again is the same. */
  private static boolean overrides(PyType type, PyStr method) {
    return type.lookup(method) != ObjectType.TYPE.lookup(method);
  }

  /** {@code object.__init__}: excess arguments are an error unless {@code __new__} took them. */
  static void checkObjectInit(PyObject self, PyObject[] args, PyStr[] names) {
    if (args.length == 0) {
      return;
    }
    PyType type = self.type();
    if (overridesInit(type)) {
      throw Errors.typeError(
          "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (!overridesNew(type)) {
      throw Errors.typeError(
          "%s.__init__() takes exactly one argument (the instance to initialize)", type.name());
    }
  }

  /** {@code object.__new__}. */
  static PyObject newObject(PyType cls, PyObject[] args) {
    if (args.length > 0) {
      if (overridesNew(cls)) {
        throw Errors.typeError(
            "object.__new__() takes exactly one argument (the type to instantiate)");
      }
      if (!overridesInit(cls)) {
        throw Errors.typeError("%s() takes no arguments", cls.name());
      }
    }
    if (cls.isAbstract()) {
      throw TypeAttributes.abstractInstance(cls);
    }
    return new PyInstance(cls);
  }
}

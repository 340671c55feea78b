package org.krait.runtime;

import org.krait.runtime.types.PyAttributeError;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnion;

/** Attribute access and the questions {@code isinstance} and {@code issubclass}. */
public final class Attributes {
  private static final PyStr CLASS = PyStr.interned("__class__");
  private static final PyStr BASES = PyStr.interned("__bases__");

  private Attributes() {}

  /** {@code object.name}. */
  public static PyObject get(PyObject object, PyStr name) {
    try {
      return object.type().slots.getattribute(object, name.intern());
    } catch (PyException e) {
      if (e.value() instanceof PyAttributeError error) {
        error.describeIfBare(name, object);
      }
      throw e;
    }
  }

  public static PyObject get(PyObject object, String name) {
    return get(object, PyStr.interned(name));
  }

  /** {@code object.name}, or null where that raises AttributeError. */
  public static PyObject getOrNull(PyObject object, PyStr name) {
    try {
      PyType type = object.type();
      if (!isGeneric(type) && !(type == PyModule.TYPE && ((PyModule) object).isPlain())) {
        return get(object, name);
      }
      return genericGetOrNull(object, name.intern());
    } catch (PyException e) {
      if (e.is(org.krait.runtime.types.PyExceptions.AttributeError)) {
        return null;
      }
      throw e;
    }
  }

  public static PyObject getOrNull(PyObject object, String name) {
    return getOrNull(object, PyStr.interned(name));
  }

  /** Whether nothing but {@link #genericGet} finds the attributes of instances. */
  private static boolean isGeneric(PyType type) {
    return hasGenericGet(type) && type.special(Special.GETATTR) == null;
  }

  /** Whether {@code __getattribute__} is that of {@code object}. */
  static boolean hasGenericGet(PyType type) {
    return type.special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE);
  }

  /**
   * {@code object.name(…)}, quickly where that is a method of a plain class.
   *
   * @param name an interned name
   * @param args the arguments behind the object, positional before those of the keywords
   * @param names the keywords, or null
   */
  public static PyObject callMethod(PyObject object, PyStr name, PyObject[] args, PyStr[] names) {
    PyFunction method = plainMethod(object, name);
    if (method == null) {
      return get(object, name).call(args, names);
    }
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = object;
    System.arraycopy(args, 0, all, 1, args.length);
    return method.call(all, names);
  }

  /** {@code object.name()}. */
  public static PyObject callMethod(PyObject object, PyStr name) {
    PyFunction method = plainMethod(object, name);
    return method == null ? get(object, name).call() : method.call(object);
  }

  /** {@code object.name(a)}. */
  public static PyObject callMethod(PyObject object, PyStr name, PyObject a) {
    PyFunction method = plainMethod(object, name);
    return method == null ? get(object, name).call(a) : method.call(object, a);
  }

  /** The function that {@code object.name} binds to the object; null where it may be anything else. */
  private static PyFunction plainMethod(PyObject object, PyStr name) {
    PyType type = object.type();
    return isGeneric(type)
            && type.lookup(name) instanceof PyFunction function
            && object.ownAttribute(name) == null
        ? function
        : null;
  }

  public static void set(PyObject object, PyStr name, PyObject value) {
    object.type().slots.setattr(object, name.intern(), value);
  }

  public static void delete(PyObject object, PyStr name) {
    object.type().slots.delattr(object, name.intern());
  }

  /** {@code object.__getattribute__}: data descriptor, instance, other descriptor, class attribute. */
  public static PyObject genericGet(PyObject object, PyStr name) {
    PyObject value = genericGetOrNull(object, name);
    if (value == null) {
      throw Errors.noAttribute(object, name);
    }
    return value;
  }

  /** As {@link #genericGet}, with null for an absent attribute. */
  public static PyObject genericGetOrNull(PyObject object, PyStr name) {
    PyType type = object.type();
    PyObject found = type.lookup(name);
    if (found != null && isDataDescriptor(found)) {
      PyType kind = found.type();
      return kind.special(Special.GET) == null ? ownOr(object, name, found) : kind.slots.get(found, object, type);
    }
    PyObject own = object.ownAttribute(name);
    if (own != null) {
      return own;
    }
    return found == null ? null : bind(found, object, type);
  }

  private static PyObject ownOr(PyObject object, PyStr name, PyObject found) {
    PyObject own = object.ownAttribute(name);
    return own != null ? own : found;
  }

  /** What an attribute found on a type gives for an instance (null: for the type itself). */
  public static PyObject bind(PyObject found, PyObject instance, PyType type) {
    return hasGet(found) ? found.type().slots.get(found, instance, type) : found;
  }

  /** Whether a value has {@code __get__}. */
  public static boolean hasGet(PyObject found) {
    return found.type().special(Special.GET) != null;
  }

  /** Whether a value has {@code __set__} or {@code __delete__}. */
  public static boolean isDataDescriptor(PyObject found) {
    return found.type().isDataDescriptor();
  }

  /** {@code object.__setattr__}, or with a null value {@code object.__delattr__}. */
  public static void genericSet(PyObject object, PyStr name, PyObject value) {
    PyType type = object.type();
    PyObject found = type.lookup(name);
    if (found != null && isDataDescriptor(found)) {
      if (value != null) {
        found.type().slots.set(found, object, value);
      } else {
        found.type().slots.delete(found, object);
      }
      return;
    }
    if (!object.setOwnAttribute(name, value)) {
      throw cannotSet(object, name, value, found);
    }
  }

  private static PyException cannotSet(PyObject object, PyStr name, PyObject value, PyObject found) {
    String type = object.type().fullName();
    if (found != null && (value != null || !object.type().hasDict())) {
      return Errors.attributeError(object, name, "'%s' object attribute '%s' is read-only", type, name);
    }
    return Errors.noAttribute(object, name);
  }

  /** {@code isinstance(object, type)} without {@code __instancecheck__}. */
  public static boolean isInstance(PyObject object, PyType type) {
    PyType own = object.type();
    if (own == type || own.isSubtypeOf(type)) {
      return true;
    }
    if (!own.isHeap()) {
      return false;
    }
    PyObject claimed = getOrNull(object, CLASS);
    return claimed != own && claimed instanceof PyType other && other.isSubtypeOf(type);
  }

  /** {@code issubclass(derived, type)} without {@code __subclasscheck__}. */
  public static boolean isSubclass(PyObject derived, PyType type) {
    if (derived instanceof PyType own) {
      return own.isSubtypeOf(type);
    }
    checkHasBases(derived, "issubclass() arg 1 must be a class");
    return isAbstractSubclass(derived, type);
  }

  /** {@code isinstance(object, classInfo)}: a class, a tuple of them, a union, or anything that answers. */
  public static boolean isInstanceOf(PyObject object, PyObject classInfo) {
    if (object.type() == classInfo) {
      return true;
    }
    if (classInfo.type() == PyType.TYPE) {
      return isInstance(object, (PyType) classInfo);
    }
    if (classInfo instanceof PyUnion union) {
      classInfo = union.args();
    }
    if (classInfo instanceof PyTuple many) {
      return anyInstance(object, many);
    }
    PyObject check = SpecialCalls.lookup(classInfo, Special.INSTANCECHECK);
    if (check != null) {
      return Objects.isTrue(check.call(object));
    }
    return isAbstractInstance(object, classInfo);
  }

  private static boolean anyInstance(PyObject object, PyTuple many) {
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" in __instancecheck__");
    try {
      for (PyObject one : many) {
        if (isInstanceOf(object, one)) {
          return true;
        }
      }
      return false;
    } finally {
      thread.leaveRecursion();
    }
  }

  private static boolean isAbstractInstance(PyObject object, PyObject classInfo) {
    if (classInfo instanceof PyType type) {
      return isInstance(object, type);
    }
    checkHasBases(
        classInfo, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    PyObject claimed = getOrNull(object, CLASS);
    return claimed != null && isAbstractSubclass(claimed, classInfo);
  }

  /** {@code issubclass(derived, classInfo)}. */
  public static boolean isSubclassOf(PyObject derived, PyObject classInfo) {
    if (classInfo.type() == PyType.TYPE) {
      return derived == classInfo || isSubclass(derived, (PyType) classInfo);
    }
    if (classInfo instanceof PyUnion union) {
      classInfo = union.args();
    }
    if (classInfo instanceof PyTuple many) {
      return anySubclass(derived, many);
    }
    PyObject check = SpecialCalls.lookup(classInfo, Special.SUBCLASSCHECK);
    if (check != null) {
      return Objects.isTrue(check.call(derived));
    }
    checkHasBases(derived, "issubclass() arg 1 must be a class");
    checkHasBases(classInfo, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return isAbstractSubclass(derived, classInfo);
  }

  private static boolean anySubclass(PyObject derived, PyTuple many) {
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" in __subclasscheck__");
    try {
      for (PyObject one : many) {
        if (isSubclassOf(derived, one)) {
          return true;
        }
      }
      return false;
    } finally {
      thread.leaveRecursion();
    }
  }

  /** One base after the other is followed here, several by calls that the limit of recursion bounds. */
  private static boolean isAbstractSubclass(PyObject derived, PyObject wanted) {
    PyObject current = derived;
    while (current != wanted) {
      PyTuple bases = basesOf(current);
      if (bases == null || bases.size() == 0) {
        return false;
      }
      if (bases.size() > 1) {
        return anyAbstractSubclass(bases, wanted);
      }
      current = bases.get(0);
    }
    return true;
  }

  private static boolean anyAbstractSubclass(PyTuple bases, PyObject wanted) {
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" in __issubclass__");
    try {
      for (PyObject base : bases) {
        if (isAbstractSubclass(base, wanted)) {
          return true;
        }
      }
      return false;
    } finally {
      thread.leaveRecursion();
    }
  }

  private static PyTuple basesOf(PyObject object) {
    return getOrNull(object, BASES) instanceof PyTuple bases ? bases : null;
  }

  private static void checkHasBases(PyObject object, String message) {
    if (basesOf(object) == null) {
      throw Errors.typeError(message);
    }
  }
}

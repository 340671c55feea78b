package org.krait.stdlib.abc;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.TypeFlags;
import org.krait.runtime.types.DictCursor;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyWeakReference;

/** {@code _abc}. */
@BuiltinModule(value = "_abc", doc = "Module contains faster C implementation of abc.ABCMeta")
public final class AbcModule {
  private static final PyStr IMPL = PyStr.interned("_abc_impl");
  private static final PyStr ABSTRACT_METHODS = PyStr.interned("__abstractmethods__");
  private static final PyStr IS_ABSTRACT = PyStr.interned("__isabstractmethod__");
  private static final PyStr PATTERN_FLAGS = PyStr.interned("__abc_tpflags__");
  private static final PyStr CLASS = PyStr.interned("__class__");
  private static final PyStr SUBCLASS_CHECK = PyStr.interned("__subclasscheck__");
  private static final PyStr SUBCLASSES = PyStr.interned("__subclasses__");
  private static final PyStr SUBCLASS_HOOK = PyStr.interned("__subclasshook__");

  /** {@code Py_TPFLAGS_SEQUENCE} and {@code Py_TPFLAGS_MAPPING}. */
  private static final int SEQUENCE_BIT = 1 << 5;

  private static final int MAPPING_BIT = 1 << 6;

  /** Counts registrations anywhere; negative answers hold only while it stands. */
  private static final AtomicLong REGISTRATIONS = new AtomicLong();

  private AbcModule() {}

  private static PyAbcData data(PyObject cls) {
    if (Attributes.get(cls, IMPL) instanceof PyAbcData data) {
      return data;
    }
    throw Errors.typeError("_abc_impl is set to a wrong type");
  }

  // ---- making a class

  @Function("_abc_init(self, /)")
  static void init(PyObject cls) {
    PySet names = new PySet();
    PyObject namespace = cls instanceof PyType type ? type.dict() : Attributes.get(cls, "__dict__");
    for (DictCursor items = ((PyDict) namespace).items(); items.next(); ) {
      if (isAbstract(items.value())) {
        names.add(items.key());
      }
    }
    for (PyObject base : PyTuple.from(Attributes.get(cls, "__bases__"))) {
      addInherited(cls, base, names);
    }
    Attributes.set(cls, ABSTRACT_METHODS, PyFrozenSet.of(names.toArray()));
    Attributes.set(cls, IMPL, new PyAbcData());
    takePattern(cls);
  }

  private static void addInherited(PyObject cls, PyObject base, PySet names) {
    PyObject inherited = Attributes.getOrNull(base, ABSTRACT_METHODS);
    if (inherited == null) {
      return;
    }
    for (PyObject name : PyTuple.from(inherited)) {
      PyObject value = name instanceof PyStr text ? Attributes.getOrNull(cls, text) : null;
      if (value != null && isAbstract(value)) {
        names.add(name);
      }
    }
  }

  private static boolean isAbstract(PyObject value) {
    if (value == PyNone.NONE || value.getClass() == PyStr.class) {
      return false;
    }
    // Most values are functions, whose type has no such attribute: a start asks hundreds.
    PyObject mark =
        value instanceof PyFunction function
            ? function.ownAttribute(IS_ABSTRACT)
            : Attributes.getOrNull(value, IS_ABSTRACT);
    return mark != null && Objects.isTrue(mark);
  }

  /** {@code Sequence} and {@code Mapping} say so in an attribute that is only for us. */
  private static void takePattern(PyObject cls) {
    if (cls instanceof PyType type
        && type.isHeap()
        && type.dict().get(PATTERN_FLAGS) instanceof PyInt bits) {
      long marks = bits.longValue() & (SEQUENCE_BIT | MAPPING_BIT);
      if (marks == (SEQUENCE_BIT | MAPPING_BIT)) {
        throw Errors.typeError(
            "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
      }
      if (marks == SEQUENCE_BIT) {
        type.setPattern(TypeFlags.Pattern.SEQUENCE);
      } else if (marks == MAPPING_BIT) {
        type.setPattern(TypeFlags.Pattern.MAPPING);
      }
      type.setAttribute(PATTERN_FLAGS, null);
    }
  }

  // ---- registration

  @Function("_abc_register(self, subclass, /)")
  static PyObject register(PyObject self, PyObject subclass) {
    if (!(subclass instanceof PyType type)) {
      throw Errors.typeError("Can only register classes");
    }
    if (Attributes.isSubclassOf(subclass, self)) {
      return subclass;
    }
    if (Attributes.isSubclassOf(self, subclass)) {
      throw Errors.runtimeError("Refusing to create an inheritance cycle");
    }
    data(self).registry.add(type);
    REGISTRATIONS.incrementAndGet();
    if (type.isHeap()
        && self instanceof PyType own
        && own.pattern() != TypeFlags.Pattern.NONE) {
      type.setPattern(own.pattern());
    }
    return subclass;
  }

  // ---- checks

  @Function("_abc_instancecheck(self, instance, /)")
  static PyObject instanceCheck(PyObject self, PyObject instance) {
    PyAbcData data = data(self);
    PyObject claimed = Attributes.get(instance, CLASS);
    if (data.subclasses.contains(claimed)) {
      return PyBool.TRUE;
    }
    PyObject check = Attributes.get(self, SUBCLASS_CHECK);
    PyType real = instance.type();
    if (claimed == real) {
      boolean known = data.version == REGISTRATIONS.get() && data.others.contains(claimed);
      return known ? PyBool.FALSE : check.call(claimed);
    }
    PyObject answer = check.call(claimed);
    return Objects.isTrue(answer) ? answer : check.call(real);
  }

  @Function("_abc_subclasscheck(self, subclass, /)")
  static boolean subclassCheck(PyObject self, PyObject subclass) {
    if (!(subclass instanceof PyType type)) {
      throw Errors.typeError("issubclass() arg 1 must be a class");
    }
    PyAbcData data = data(self);
    if (data.subclasses.contains(type)) {
      return true;
    }
    long version = REGISTRATIONS.get();
    if (data.version < version) {
      data.others.clear();
      data.version = version;
    } else if (data.others.contains(type)) {
      return false;
    }
    boolean answer = decide(self, data, type);
    (answer ? data.subclasses : data.others).add(type);
    return answer;
  }

  private static boolean decide(PyObject self, PyAbcData data, PyType type) {
    PyObject hooked = Attributes.get(self, SUBCLASS_HOOK).call(type);
    if (hooked == PyBool.TRUE || hooked == PyBool.FALSE) {
      return hooked == PyBool.TRUE;
    }
    if (hooked != PyNotImplemented.NOT_IMPLEMENTED) {
      throw Errors.make(
          PyExceptions.AssertionError,
          "__subclasshook__ must return either False, True, or NotImplemented");
    }
    if (self instanceof PyType own && type.isSubtypeOf(own)) {
      return true;
    }
    for (PyType registered : data.registry.toArray(PyType[]::new)) {
      if (registered == type || Attributes.isSubclassOf(type, registered)) {
        return true;
      }
    }
    for (PyObject one : subclasses(self)) {
      if (Attributes.isSubclassOf(type, one)) {
        return true;
      }
    }
    return false;
  }

  /** What {@code __subclasses__} says; that of {@code type} would have all modules of the start run, and none is asked for. */
  private static PyObject[] subclasses(PyObject self) {
    if (self instanceof PyType own
        && own.lookup(SUBCLASSES) == null
        && own.type().lookup(SUBCLASSES) == PyType.TYPE.lookup(SUBCLASSES)) {
      return own.subclasses().toArray(PyObject[]::new);
    }
    return Iteration.toArray(Attributes.get(self, SUBCLASSES).call());
  }

  // ---- looking inside

  @Function("get_cache_token()")
  static long cacheToken() {
    return REGISTRATIONS.get();
  }

  @Function("_reset_registry(self, /)")
  static void resetRegistry(PyObject self) {
    data(self).registry.clear();
  }

  @Function("_reset_caches(self, /)")
  static void resetCaches(PyObject self) {
    data(self).subclasses.clear();
    data(self).others.clear();
  }

  @Function("_get_dump(self, /)")
  static PyObject dump(PyObject self) {
    PyAbcData data = data(self);
    return PyTuple.of(
        references(data.registry),
        references(data.subclasses),
        references(data.others),
        PyLong.of(data.version));
  }

  private static PyObject references(Set<PyType> types) {
    PySet references = new PySet();
    for (PyType type : types.toArray(PyType[]::new)) {
      references.add(PyWeakReference.of(type));
    }
    return references;
  }
}

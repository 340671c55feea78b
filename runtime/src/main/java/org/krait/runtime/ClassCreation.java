package org.krait.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyClassMethod;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStaticMethod;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code type.__new__}: how a class statement's name, bases and namespace become a type. */
public final class ClassCreation {
  private static final PyStr QUALNAME = PyStr.interned("__qualname__");
  private static final PyStr MODULE = PyStr.interned("__module__");
  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr DOC = PyStr.interned("__doc__");
  private static final PyStr EQ = PyStr.interned("__eq__");
  private static final PyStr HASH = PyStr.interned("__hash__");
  private static final PyStr CLASSCELL = PyStr.interned("__classcell__");
  private static final PyStr CLASSDICTCELL = PyStr.interned("__classdictcell__");
  private static final PyStr NEW = PyStr.interned("__new__");
  private static final PyStr INIT_SUBCLASS = PyStr.interned("__init_subclass__");
  private static final PyStr CLASS_GETITEM = PyStr.interned("__class_getitem__");

  private ClassCreation() {}

  /** {@code type.__new__(metatype, name, bases, namespace, **names)}. */
  public static PyObject newType(PyType metatype, PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional != 3) {
      throw Errors.typeError("type.__new__() takes exactly 3 arguments (%d given)", positional);
    }
    if (!(args[0] instanceof PyStr name)) {
      throw wrongArgument(1, "str", args[0]);
    }
    if (!(args[1] instanceof PyTuple bases)) {
      throw wrongArgument(2, "tuple", args[1]);
    }
    if (!(args[2] instanceof PyDict namespace)) {
      throw wrongArgument(3, "dict", args[2]);
    }
    PyType winner = metatype;
    if (bases.size() > 0) {
      checkBases(bases);
      winner = metaclass(metatype, bases);
      if (winner != metatype && winner.lookup(NEW) != PyType.TYPE.lookup(NEW)) {
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = winner;
        System.arraycopy(args, 0, all, 1, args.length);
        return Attributes.bind(winner.lookup(NEW), null, winner).call(all, names);
      }
    }
    return create(winner, name, bases, namespace, Arrays.copyOfRange(args, 3, args.length), names);
  }

  private static PyException wrongArgument(int position, String type, PyObject value) {
    return Errors.typeError(
        "type.__new__() argument %d must be %s, not %s", position, type, value.type().fullName());
  }

  private static void checkBases(PyTuple bases) {
    for (PyObject base : bases) {
      if (!(base instanceof PyType)
          && Attributes.getOrNull(base, "__mro_entries__") != null) {
        throw Errors.typeError(
            "type() doesn't support MRO entry resolution; use types.new_class()");
      }
    }
  }

  /** The most derived metaclass among the given one and those of the bases. */
  public static PyType metaclass(PyType metatype, PyTuple bases) {
    PyType winner = metatype;
    for (PyObject base : bases) {
      PyType candidate = base.type();
      if (winner.isSubtypeOf(candidate)) {
        continue;
      }
      if (!candidate.isSubtypeOf(winner)) {
        throw Errors.typeError(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                + " of the metaclasses of all its bases");
      }
      winner = candidate;
    }
    return winner;
  }

  private static PyType create(
      PyType metatype, PyStr name, PyTuple bases, PyDict namespace, PyObject[] values, PyStr[] names) {
    PyTuple realBases = bases.size() == 0 ? PyTuple.of(ObjectType.TYPE) : bases;
    PyType base = bestBase(realBases);
    PyDict dict = new PyDict();
    dict.update(namespace);
    checkName(name);
    PyStr qualname = takeQualname(dict, name);
    PyCell cell = takeCell(dict, CLASSCELL, "type __classcell__");
    PyCell dictCell = takeCell(dict, CLASSDICTCELL, "__classdictcell__");
    ClassSlots layout = ClassSlots.of(name, base, realBases, dict);
    PyType type =
        new PyType(
            metatype, name.toString(), realBases, base, layout.flags(), layout.reserved(), dict);
    type.setQualname(qualname);
    type.ownSlots = layout.names();
    fillDict(dict, layout, type);
    if (cell != null) {
      cell.set(type);
    }
    if (dictCell != null) {
      dictCell.set(dict);
    }
    type.setMro(MethodResolution.decide(type));
    for (PyObject one : realBases) {
      ((PyType) one).addSubclass(type);
    }
    setNames(type);
    initSubclass(type, values, names);
    return type;
  }

  private static void checkName(PyStr name) {
    if (name.indexOf(0) >= 0) {
      throw Errors.valueError("type name must not contain null characters");
    }
    TypeAttributes.checkText(name);
  }

  private static PyStr takeQualname(PyDict dict, PyStr name) {
    PyObject value = dict.remove(QUALNAME);
    if (value == null) {
      return name;
    }
    if (value instanceof PyStr qualname) {
      return qualname;
    }
    throw Errors.typeError("type __qualname__ must be a str, not %s", value.type().fullName());
  }

  /** A cell that the compiler put into the namespace, to be filled when the class is there. */
  private static PyCell takeCell(PyDict dict, PyStr key, String shown) {
    PyObject value = dict.remove(key);
    if (value == null) {
      return null;
    }
    if (value instanceof PyCell cell) {
      return cell;
    }
    throw Errors.typeError("%s must be a nonlocal cell, not %s", shown, Objects.repr(value.type()));
  }

  private static void fillDict(PyDict dict, ClassSlots layout, PyType type) {
    if (dict.get(MODULE) == null) {
      PyFrame frame = ThreadState.current().frame;
      PyObject module = frame == null ? null : frame.globals().get(NAME);
      if (module != null) {
        dict.put(MODULE, module);
      }
    }
    layout.addDescriptors(type, dict);
    PyObject doc = dict.putIfAbsent(DOC, PyNone.NONE);
    if (doc instanceof PyStr text) {
      TypeAttributes.checkText(text);
    }
    if (dict.get(NEW) instanceof PyFunction f) {
      dict.put(NEW, new PyStaticMethod(f));
    }
    if (dict.get(INIT_SUBCLASS) instanceof PyFunction f) {
      dict.put(INIT_SUBCLASS, new PyClassMethod(f));
    }
    if (dict.get(CLASS_GETITEM) instanceof PyFunction f) {
      dict.put(CLASS_GETITEM, new PyClassMethod(f));
    }
    if (dict.get(EQ) != null && dict.get(HASH) == null) {
      dict.put(HASH, PyNone.NONE);
    }
  }

  /** The base whose layout instances get; the others must agree with it. */
  static PyType bestBase(PyTuple bases) {
    PyType winner = null;
    PyType best = null;
    for (PyObject one : bases) {
      if (!(one instanceof PyType base)) {
        throw Errors.typeError("bases must be types");
      }
      if (!base.isSubclassable()) {
        throw Errors.typeError("type '%s' is not an acceptable base type", base.fullName());
      }
      PyType candidate = solid(base);
      if (winner == null || !winner.isSubtypeOf(candidate) && candidate.isSubtypeOf(winner)) {
        winner = candidate;
        best = base;
      } else if (!winner.isSubtypeOf(candidate)) {
        throw Errors.typeError("multiple bases have instance lay-out conflict");
      }
    }
    return best;
  }

  /** The nearest type, from this one up, that adds something to the layout of instances. */
  static PyType solid(PyType type) {
    while (type.base() != null) {
      PyType base = type.base();
      boolean adds = type.isHeap() ? type.reservedSlots() > base.reservedSlots() : type.layout != base.layout;
      if (adds) {
        return type;
      }
      type = base;
    }
    return type;
  }

  private static void setNames(PyType type) {
    if (!wantsNames(type.dict())) {
      return;
    }
    PyDict snapshot = new PyDict();
    snapshot.update(type.dict());
    for (PyDict.Entry entry : snapshot.entryList()) {
      PyObject method = SpecialCalls.lookup(entry.value(), Special.SET_NAME);
      if (method == null) {
        continue;
      }
      try {
        method.call(type, entry.key());
      } catch (PyException e) {
        e.value()
            .addNote(
                PyStr.of(
                    String.format(
                        "Error calling __set_name__ on '%s' instance %s in '%s'",
                        entry.value().type().fullName(), Objects.repr(entry.key()), type.name())));
        throw e;
      }
    }
  }

  /** Whether a value has {@code __set_name__}. Few have, and to look runs no code of programs. */
  private static boolean wantsNames(PyDict dict) {
    for (int i = 0, end = dict.limit(); i < end; i++) {
      PyObject value = dict.valueAt(i);
      if (value != null && !(value instanceof PyFunction) && value.type().special(Special.SET_NAME) != null) {
        return true;
      }
    }
    return false;
  }

  private static void initSubclass(PyType type, PyObject[] values, PyStr[] names) {
    PyType[] order = type.mro();
    int own = Arrays.asList(order).indexOf(type);
    if (own < 0) {
      throw Errors.typeError("super(type, obj): obj must be an instance or subtype of type");
    }
    for (PyType above : Arrays.copyOfRange(order, own + 1, order.length)) {
      PyObject method = above.dict().get(INIT_SUBCLASS);
      if (method != null) {
        Attributes.bind(method, null, type).call(values, names);
        return;
      }
    }
  }

  /** {@code type.__init__}: its arguments were looked at by {@code __new__}. */
  static void checkInitArguments(PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (names != null && positional == 1) {
      throw Errors.typeError("type.__init__() takes no keyword arguments");
    }
    if (positional != 1 && positional != 3) {
      throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
    }
  }

  /** {@code cls.__bases__ = value}. */
  static void changeBases(PyType type, PyObject value) {
    TypeAttributes.checkMutable(type, "__bases__", value);
    if (!(value instanceof PyTuple bases)) {
      throw Errors.typeError(
          "can only assign tuple to %s.__bases__, not %s", type.name(), value.type().fullName());
    }
    if (bases.size() == 0) {
      throw Errors.typeError(
          "can only assign non-empty tuple to %s.__bases__, not ()", type.name());
    }
    for (PyObject base : bases) {
      if (!(base instanceof PyType one)) {
        throw Errors.typeError(
            "%s.__bases__ must be tuple of classes, not '%s'", type.name(), base.type().fullName());
      }
      if (one.isSubtypeOf(type) || isBelow(one, type)) {
        throw Errors.typeError("a __bases__ item causes an inheritance cycle");
      }
    }
    PyType best = bestBase(bases);
    if (!sameLayout(type.base(), best)) {
      throw Errors.typeError(
          "__bases__ assignment: '%s' object layout differs from '%s'", best.name(), type.base().name());
    }
    PyTuple oldBases = type.basesTuple();
    PyType oldBase = type.base();
    type.setBases(bases, best);
    List<Runnable> undoing = new ArrayList<>();
    try {
      reorder(type, undoing);
    } catch (PyException e) {
      if (type.basesTuple() == bases) {
        type.setBases(oldBases, oldBase);
        undoing.forEach(Runnable::run);
      }
      throw e;
    }
  }

  /** By the chain of bases, which may be ahead of the method resolution order. */
  private static boolean isBelow(PyType type, PyType other) {
    for (PyType at = type; at != null; at = at.base()) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  private static void reorder(PyType type, List<Runnable> undoing) {
    PyType[] before = type.mro();
    PyType[] now = MethodResolution.decide(type);
    undoing.add(() -> type.setMro(before));
    type.setMro(now);
    for (PyType below : type.subclasses()) {
      reorder(below, undoing);
    }
  }

  /** {@code object.__class__ = cls}. */
  static void changeClass(PyObject object, PyObject value) {
    if (!(value instanceof PyType next)) {
      throw Errors.typeError(
          "__class__ must be set to a class, not '%s' object", value.type().fullName());
    }
    AuditHooks.writing(object, "__class__", value);
    PyType old = object.type();
    boolean modules = old.layout == next.layout && object instanceof org.krait.runtime.types.PyModule;
    if (!modules && (!old.isHeap() || !next.isHeap())) {
      throw Errors.typeError(
          "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (object instanceof PyType type) {
      type.setMetatype(next);
      return;
    }
    if (!sameLayout(old, next)) {
      throw Errors.typeError(
          "__class__ assignment: '%s' object layout differs from '%s'", next.name(), old.name());
    }
    Shape.changeType((Shaped) object, next);
  }

  /** Whether an instance of one class can become one of the other as it is. */
  private static boolean sameLayout(PyType left, PyType right) {
    PyType a = definingLayout(left);
    PyType b = definingLayout(right);
    return (a == b || a.base() == b.base() && a.isHeap() && b.isHeap() && a.ownSlots.equals(b.ownSlots))
        && left.layout == right.layout
        && left.hasDict() == right.hasDict()
        && left.hasWeakref() == right.hasWeakref();
  }

  /** The nearest type, from this one up, whose instances are not laid out as its base's. */
  private static PyType definingLayout(PyType type) {
    PyType at = type;
    for (PyType base = at.base(); base != null; base = at.base()) {
      if (at.layout != base.layout
          || at.reservedSlots() != base.reservedSlots()
          || at.hasDict() != base.hasDict()
          || at.hasWeakref() != base.hasWeakref()) {
        return at;
      }
      at = base;
    }
    return at;
  }
}

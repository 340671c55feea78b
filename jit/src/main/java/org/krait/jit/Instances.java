package org.krait.jit;

import java.util.List;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.execution.GuardedOperations;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyKeyError;
import org.krait.runtime.types.PyStaticMethod;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Calls of programs' classes, where the metaclass makes instances as {@code type} does. */
final class Instances {
  private static final PyStr ABSTRACT_METHODS = PyStr.interned("__abstractmethods__");

  private static final PyObject OBJECT_NEW = ObjectType.TYPE.lookup(Special.name(Special.NEW));

  private static final PyObject TUPLE_NEW = PyTuple.TYPE.lookup(Special.name(Special.NEW));

  private final Translation t;
  private final CallSites calls;

  Instances(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
  }

  /** Makes an instance, with direct calls of what the program has written; false when that cannot be. */
  boolean make(CallSites.Site site, PyType type) {
    if (!assume(type)) {
      return false;
    }
    if (GuardedOperations.isPlainClass(type)) {
      return initialized(site, type, false);
    }
    if (GuardedOperations.isPlainException(type)) {
      return (site.names() == null || !GuardedOperations.isPlainInit(type)) && initialized(site, type, true);
    }
    return byNew(site, type);
  }

  /** Assumes what a class is made by; before any of it is looked at. */
  private boolean assume(PyType type) {
    PyType meta = type.type();
    return (type.isHeap() || GuardedOperations.isPlainException(type))
        && GuardedOperations.isCalledPlainly(type)
        && (meta == PyType.TYPE || t.assume(meta.unchanged(Special.name(Special.CALL))))
        && t.assume(type.unchanged(Special.name(Special.NEW)))
        && t.assume(type.unchanged(Special.name(Special.INIT)))
        && t.assume(type.unchanged(ABSTRACT_METHODS));
  }

  /** By the builtin {@code __new__}, then {@code __init__}. */
  private boolean initialized(CallSites.Site site, PyType type, boolean exception) {
    PyObject init = type.special(Special.INIT);
    if (exception && GuardedOperations.isPlainInit(type)) {
      calls.take(site);
      newException(site, type);
      t.made = t.next;
      t.pushed(Kind.REFERENCE, null);
      return true;
    }
    if (init == ObjectType.TYPE.special(Special.INIT)) {
      if (!site.args().isEmpty()) {
        return false;
      }
      t.safepoints.ensure();
      calls.take(site);
      newInstance(type);
      t.pushed(Kind.REFERENCE, PyInstance.class);
      return true;
    }
    if (!(init instanceof PyFunction function)) {
      return false;
    }
    Linkage linkage = calls.linkage(function.code(), function);
    int made = t.variables.temporary(Kind.REFERENCE);
    Value self = new Value.Variable(Kind.REFERENCE, made, exception ? null : PyInstance.class);
    List<Binding.Argument> bound = calls.bind(linkage, function, site.with(self));
    if (linkage == null || bound == null || !t.assume(function.unchanged())) {
      return false;
    }
    calls.before(site, linkage.looks());
    if (exception) {
      newException(site, type);
    } else {
      newInstance(type);
    }
    t.out.store(Kind.REFERENCE, made);
    calls.loadCall(linkage, function, null, bound);
    initialize(site, linkage, made);
    t.push(self);
    return true;
  }

  /** Calls {@code __init__}, with all that it takes on the stack, for what was made. */
  private void initialize(CallSites.Site site, Linkage linkage, int made) {
    t.safepoints.keepWhileCalling(site.taken(), made);
    calls.take(site);
    calls.call(linkage);
    t.convert(linkage.result(), Kind.REFERENCE);
    t.out.generic("checkInitResult", Translation.VOID, Translation.OBJECT);
    calls.after(linkage.looks());
  }

  /** A class of several that are made plainly and initialised by the same code; false when that cannot be direct. */
  boolean make(CallSites.Site site, PyCode init) {
    if (site.isMethod()) {
      return false;
    }
    if (init == null) {
      return site.args().isEmpty() && made(site);
    }
    int made = t.variables.temporary(Kind.REFERENCE);
    Value self = new Value.Variable(Kind.REFERENCE, made, PyInstance.class);
    Linkage linkage = calls.linkage(init, null);
    List<Binding.Argument> bound =
        linkage == null || linkage.made() != null ? null : calls.bind(linkage, init, null, site.with(self));
    if (bound == null) {
      return false;
    }
    Value function = new Value.Variable(Kind.REFERENCE, t.variables.temporary(Kind.REFERENCE), null);
    calls.before(site, linkage.looks());
    calls.loadChecked(site.callee(), init, linkage);
    t.out.guarded("initializerOf", Names.FUNCTION, Translation.OBJECT, Names.CODE, Names.DICT);
    t.out.store(Kind.REFERENCE, ((Value.Variable) function).index());
    t.load(site.callee(), Kind.REFERENCE);
    t.out.guarded("newInstanceOf", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, made);
    calls.loadCall(linkage, null, function, bound);
    initialize(site, linkage, made);
    t.push(self);
    return true;
  }

  private boolean made(CallSites.Site site) {
    t.load(site.callee(), Kind.REFERENCE);
    t.out.guarded("checkNoInitializer", Translation.OBJECT, Translation.OBJECT);
    t.out.guarded("newInstanceOf", Translation.OBJECT, Translation.OBJECT);
    calls.take(site);
    t.pushed(Kind.REFERENCE, PyInstance.class);
    return true;
  }

  /** By a {@code __new__} of the program alone: {@code object.__init__} takes what that took. */
  private boolean byNew(CallSites.Site site, PyType type) {
    return type.special(Special.INIT) == ObjectType.TYPE.special(Special.INIT)
        && type.special(Special.NEW) instanceof PyStaticMethod method
        && method.function() instanceof PyFunction function
        && calls.direct(site.with(new Value.Constant(type)), function, null);
  }

  /** {@code tuple.__new__(cls, (…))}, as named tuples call it, and {@code object.__new__(cls)}. */
  boolean byBuiltin(CallSites.Site site, PyBuiltinFunction function) {
    int count = site.names() != null ? 0 : site.args().size();
    boolean isTuple = function == TUPLE_NEW && count == 2 && Value.typeOf(site.args().get(1)) == PyTuple.class;
    if (!isTuple && !(function == OBJECT_NEW && count == 1)) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    calls.take(site);
    t.load(site.args().get(0), Kind.REFERENCE);
    if (isTuple) {
      t.load(site.args().get(1), Kind.REFERENCE);
      t.out.guarded("newTuple", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    } else {
      t.out.guarded("newObject", Translation.OBJECT, Translation.OBJECT);
    }
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  /** Its arguments are those without keywords, which are for {@code __init__} alone. */
  private void newException(CallSites.Site site, PyType type) {
    int positional = site.args().size() - (site.names() == null ? 0 : site.names().size());
    Instructions.array(t, site.args().subList(0, positional).toArray(Value[]::new));
    newException(t, type);
  }

  /** Makes an exception; its arguments are on the JVM's stack. */
  static void newException(Translation t, PyType type) {
    t.loadObject(type, Names.TYPE);
    String maker =
        type.layout() == PyBaseException.class
            ? "newException"
            : type.layout() == PyKeyError.class ? "newKeyError" : "newStopIteration";
    t.out.guarded(maker, Translation.OBJECT, Names.OBJECTS, Names.TYPE);
  }

  /** Where nothing is due at its end, nothing else in the machine code sees the new instance: it can live in registers. */
  private void newInstance(PyType type) {
    if (t.assume(type.unchanged(Special.name(Special.DEL))) && !type.finalizes()) {
      t.loadObject(type.rootShape(), Names.SHAPE);
      t.out.guarded("newInstance", Translation.OBJECT, Names.SHAPE);
    } else {
      t.loadObject(type, Names.TYPE);
      t.out.guarded("newInstance", Translation.OBJECT, Names.TYPE);
    }
  }
}

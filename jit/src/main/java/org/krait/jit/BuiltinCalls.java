package org.krait.jit;

import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.NamedAttributes;
import org.krait.runtime.execution.NativeTarget;
import org.krait.runtime.execution.ResumeLink;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyRange;
import org.krait.runtime.types.PyRangeIterator;
import org.krait.runtime.types.PyReversed;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyZip;

/** Calls of builtin functions, types and methods that need no general call. */
final class BuiltinCalls {
  private static final PyObject APPEND = PyList.TYPE.lookup(PyStr.interned("append"));
  private static final PyObject POP = PyList.TYPE.lookup(PyStr.interned("pop"));
  private static final PyObject APPEND_BYTE = PyByteArray.TYPE.lookup(PyStr.interned("append"));
  private static final PyObject DICT_GET = PyDict.TYPE.lookup(PyStr.interned("get"));
  private static final PyObject SET_ADD = PySet.TYPE.lookup(PyStr.interned("add"));

  private static final PyObject SET_DISCARD = PySet.TYPE.lookup(PyStr.interned("discard"));
  private static final PyObject SET_REMOVE = PySet.TYPE.lookup(PyStr.interned("remove"));

  private final Translation t;
  private final Resumptions resumptions;

  BuiltinCalls(Translation t, Resumptions resumptions) {
    this.t = t;
    this.resumptions = resumptions;
  }

  private Value only(CallSites.Site site) {
    return site.names() == null && site.args().size() == 1 ? site.args().getFirst() : null;
  }

  private void take(CallSites.Site site) {
    t.operands(site.taken());
  }

  // ---- types

  boolean type(CallSites.Site site, PyType type) {
    if (site.names() != null) {
      return false;
    }
    if (type == PyRange.TYPE) {
      return range(site);
    }
    if (site.args().isEmpty()) {
      return empty(site, type);
    }
    if (type == PyZip.TYPE && SequenceLoops.forGenerator(t, site)) {
      return true;
    }
    if ((type == PyZip.TYPE || type == PyEnumerate.TYPE) && SequenceLoops.begin(t, site, type)) {
      return true;
    }
    Value only = only(site);
    if (only == null) {
      return type == PyZip.TYPE && site.args().size() == 2 && make(site, type, "ofIterables", PyZip.class);
    }
    if (type == PyEnumerate.TYPE) {
      return make(site, type, "ofIterable", PyEnumerate.class);
    }
    if (type == PyList.TYPE) {
      return make(site, "listOf", PyList.class);
    }
    if (type == PyTuple.TYPE) {
      return make(site, "tupleOf", PyTuple.class);
    }
    if (type == PyDict.TYPE) {
      return make(site, "dictOf", PyDict.class);
    }
    if (type == PyReversed.TYPE) {
      return make(site, "reversedOf", null);
    }
    if (type == PyBytes.TYPE && only.kind() != Kind.DOUBLE && only.kind() != Kind.TRUTH) {
      t.safepoints.ensure();
      take(site);
      t.load(only, Kind.REFERENCE);
      t.out.guarded("bytesOf", Translation.OBJECT, Translation.OBJECT);
      t.pushed(Kind.REFERENCE, PyBytes.class);
      return true;
    }
    if (type == PyStr.TYPE) {
      return make(site, type, "ofScalar", PyStr.class);
    }
    if (type == PyFloat.TYPE && (only.kind() == Kind.LONG || only.kind() == Kind.DOUBLE)) {
      take(site);
      t.loadRounded(only);
      t.pushed(Kind.DOUBLE, null);
      return true;
    }
    if (type == PyInt.TYPE && only.kind() == Kind.LONG) {
      take(site);
      t.push(only);
      return true;
    }
    if (type == PyInt.TYPE && only.kind() == Kind.TRUTH) {
      take(site);
      t.load(only, Kind.TRUTH);
      t.out.op(Opcode.I2L);
      t.pushed(Kind.LONG, null);
      return true;
    }
    if (type == PyInt.TYPE && only.kind() == Kind.DOUBLE) {
      t.safepoints.ensure();
      take(site);
      t.load(only, Kind.DOUBLE);
      t.out.guarded("truncate", Translation.LONG, Translation.DOUBLE);
      t.pushed(Kind.LONG, null);
      return true;
    }
    if (type == PyBool.TYPE && only.kind() == Kind.TRUTH) {
      take(site);
      t.push(only);
      return true;
    }
    if (type == PyType.TYPE && only.kind() == Kind.REFERENCE) {
      take(site);
      t.load(only, Kind.REFERENCE);
      t.out.guarded("typeOf", Translation.OBJECT, Translation.OBJECT);
      t.pushed(Kind.REFERENCE, PyType.class);
      return true;
    }
    if ((type == PyInt.TYPE || type == PyFloat.TYPE) && only.kind() == Kind.REFERENCE) {
      t.safepoints.own(site.taken());
      take(site);
      t.load(only, Kind.REFERENCE);
      t.loadThread();
      t.out.guarded(
          type == PyInt.TYPE ? "intOrNull" : "floatOrNull", Translation.OBJECT, Translation.OBJECT,
          Names.THREAD);
      t.body.raises.passing(Kind.REFERENCE);
      t.safepoints.end();
      t.pushed(Kind.REFERENCE, null);
      return true;
    }
    return false;
  }

  /** A list, dict or set without items. */
  private boolean empty(CallSites.Site site, PyType type) {
    String maker =
        type == PyList.TYPE ? "emptyList" : type == PyDict.TYPE ? "emptyDict" : type == PySet.TYPE ? "emptySet" : null;
    if (maker == null) {
      return false;
    }
    take(site);
    t.out.guarded(maker, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, type == PyList.TYPE ? PyList.class : type == PyDict.TYPE ? PyDict.class : PySet.class);
    return true;
  }

  /** A container of the items of another. */
  private boolean make(CallSites.Site site, String maker, Class<?> made) {
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(site.args().getFirst(), Kind.REFERENCE);
    t.out.guarded(maker, Translation.OBJECT, Translation.OBJECT);
    t.safepoints.end();
    t.pushed(Kind.REFERENCE, made);
    return true;
  }

  /** An instance of a builtin type, where that is seen to run no Python code. */
  private boolean make(CallSites.Site site, PyType type, String maker, Class<?> made) {
    t.safepoints.own(site.taken());
    take(site);
    ClassDesc[] types = new ClassDesc[site.args().size() + 1];
    Arrays.fill(types, Translation.OBJECT);
    types[types.length - 1] = Names.TYPE;
    for (Value arg : site.args()) {
      t.load(arg, Kind.REFERENCE);
    }
    t.loadObject(type, Names.TYPE);
    t.out.guarded(maker, Translation.OBJECT, types);
    t.safepoints.end();
    t.pushed(Kind.REFERENCE, made);
    return true;
  }

  /** {@code for … in range(…)}: no range is made. */
  private boolean range(CallSites.Site site) {
    int count = site.args().size();
    boolean iterated =
        t.flow.op(t.next) == Opcodes.GET_ITER && !t.flow.blocks.containsKey(t.next);
    if (!iterated || count < 1 || count > 3) {
      return false;
    }
    for (Value arg : site.args()) {
      if (arg.kind() == Kind.DOUBLE || arg.kind() == Kind.TRUTH
          || arg instanceof Value.Constant c && arg.kind() != Kind.LONG) {
        return false;
      }
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    long step = 1;
    if (count == 3) {
      if (!(site.args().get(2) instanceof Value.Constant(PyObject object))) {
        return steppedRange(site);
      }
      step = ((PyLong) object).value;
      if (step == 0) {
        return false;
      }
    }
    take(site);
    int next = t.variables.temporary(Kind.LONG);
    int left = t.variables.temporary(Kind.LONG);
    Value start = count == 1 ? new Value.Constant(PyLong.ZERO) : site.args().get(0);
    Value stop = site.args().get(count == 1 ? 0 : 1);
    t.load(start, Kind.LONG);
    t.out.store(Kind.LONG, next);
    t.out.load(Kind.LONG, next);
    t.load(stop, Kind.LONG);
    t.out.constant(step);
    t.out.guarded(
        "rangeLength", Translation.LONG, Translation.LONG, Translation.LONG, Translation.LONG);
    t.out.store(Kind.LONG, left);
    t.push(new Value.RangeIterator(next, left, step));
    t.next = t.flow.after(t.next);
    return true;
  }

  /** The same with a step that is no constant: the iterator is an object, its numbers are none. */
  private boolean steppedRange(CallSites.Site site) {
    take(site);
    for (Value arg : site.args()) {
      t.load(arg, Kind.LONG);
    }
    t.out.guarded(
        "steppedRange", Translation.OBJECT, Translation.LONG, Translation.LONG, Translation.LONG);
    t.pushed(Kind.REFERENCE, PyRangeIterator.class);
    t.next = t.flow.after(t.next);
    return true;
  }

  // ---- functions

  boolean function(CallSites.Site site, PyBuiltinFunction function) {
    if (site.names() != null) {
      return false;
    }
    String module = function.table().module();
    String name = function.table().name(function.id());
    if ("builtins".equals(module)) {
      return switch (name) {
        case "len" -> length(site);
        case "isinstance" -> isOfClasses(site, "isInstance");
        case "issubclass" -> isOfClasses(site, "isSubclass");
        case "getattr", "hasattr", "setattr" -> attribute(site, name);
        case "abs" -> absolute(site);
        case "min", "max" -> extreme(site, name) || nativeFunction(site, function);
        case "ord" -> textual(site, "ord", Translation.LONG, Kind.LONG, Kind.REFERENCE);
        case "chr" -> textual(site, "chr", Translation.OBJECT, Kind.REFERENCE, Kind.LONG);
        case "next" ->
            only(site) != null && t.seen.cache() instanceof ResumeLink
                ? resumptions.call(site, Resumptions.NONE)
                : next(site) || nativeFunction(site, function);
        default -> nativeFunction(site, function);
      };
    }
    return "math".equals(module)
        ? mathematics(site, function, name)
        : nativeFunction(site, function);
  }

  /** {@code next} of an iterator of a builtin type, without a default: its end is raised without a throw. */
  private boolean next(CallSites.Site site) {
    Value only = only(site);
    if (only == null || only.kind() != Kind.REFERENCE) {
      return false;
    }
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(only, Kind.REFERENCE);
    t.loadThread();
    t.polls.mayTakeLong();
    t.out.guarded("nextOrNull", Translation.OBJECT, Translation.OBJECT, Names.THREAD);
    t.body.raises.passing(Kind.REFERENCE);
    t.safepoints.end();
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  private boolean length(CallSites.Site site) {
    Value only = only(site);
    if (only == null || only.kind() != Kind.REFERENCE) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(only, Kind.REFERENCE);
    t.out.guarded("length", Translation.LONG, Translation.OBJECT);
    t.pushed(Kind.LONG, null);
    return true;
  }

  /**
   * {@code isinstance} or {@code issubclass} with a class or classes whose metaclass is {@code type}.
   *
   * @param question the method that answers it for one class
   */
  private boolean isOfClasses(CallSites.Site site, String question) {
    if (site.args().size() != 2 || !(site.args().get(1) instanceof Value.Constant(PyObject object))) {
      return false;
    }
    PyObject[] classes = object instanceof PyTuple many ? many.items() : new PyObject[] {object};
    for (PyObject each : classes) {
      if (!(each instanceof PyType) || each.type() != PyType.TYPE) {
        return false;
      }
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(site.args().get(0), Kind.REFERENCE);
    if (object instanceof PyType type) {
      t.loadObject(type, Names.TYPE);
      t.out.guarded(question, Translation.TRUTH, Translation.OBJECT, Names.TYPE);
    } else {
      t.loadObject(Arrays.copyOf(classes, classes.length, PyType[].class), Names.TYPE.arrayType());
      t.out.guarded(
          question + "OfAny", Translation.TRUTH, Translation.OBJECT, Names.TYPE.arrayType());
    }
    t.pushed(Kind.TRUTH, null);
    return true;
  }

  /** {@code getattr}, {@code hasattr} and {@code setattr}, where no Python code is asked. */
  private boolean attribute(CallSites.Site site, String name) {
    List<Value> args = site.args();
    int least = name.equals("setattr") ? 3 : 2;
    if (args.size() < least || args.size() > (name.equals("getattr") ? 3 : least)) {
      return false;
    }
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(args.get(0), Kind.REFERENCE);
    t.load(args.get(1), Kind.REFERENCE);
    if (!name.equals("hasattr")) {
      t.load(args.size() == 3 ? args.get(2) : Value.NULL, Kind.REFERENCE);
    }
    t.loadObject(new NamedAttributes(), Names.NAMED_ATTRIBUTES);
    switch (name) {
      case "hasattr" -> {
        t.out.guarded(
            "hasNamedAttribute", Translation.TRUTH, Translation.OBJECT, Translation.OBJECT,
            Names.NAMED_ATTRIBUTES);
        t.pushed(Kind.TRUTH, null);
      }
      case "getattr" -> {
        t.out.guarded(
            "namedAttribute", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT,
            Names.NAMED_ATTRIBUTES);
        t.pushed(Kind.REFERENCE, null);
      }
      default -> {
        t.out.guarded(
            "setNamedAttribute", Translation.VOID, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT,
            Names.NAMED_ATTRIBUTES);
        t.safepoints.end();
        t.push(new Value.Constant(PyNone.NONE));
      }
    }
    return true;
  }

  private boolean absolute(CallSites.Site site) {
    Value only = only(site);
    boolean complex = only != null && Value.typeOf(only) == PyComplex.class;
    if (only == null || only.kind() != Kind.LONG && only.kind() != Kind.DOUBLE && !complex) {
      return false;
    }
    t.safepoints.ensure();
    if (complex && t.seen.distrusted()) {
      return false;
    }
    if (complex) {
      take(site);
      t.load(only, Kind.REFERENCE);
      t.out.guarded("absComplex", Translation.DOUBLE, Translation.OBJECT);
      t.pushed(Kind.DOUBLE, null);
      return true;
    }
    take(site);
    t.load(only, only.kind());
    t.out.guarded("abs", only.kind().desc, only.kind().desc);
    t.pushed(only.kind(), null);
    return true;
  }

  /** {@code min} and {@code max} of numbers of one kind; what is not known to be a float is tried as an int. */
  private boolean extreme(CallSites.Site site, String name) {
    List<Value> args = site.args();
    if (args.size() < 2) {
      return false;
    }
    boolean longs = false;
    boolean doubles = false;
    boolean others = false;
    for (Value arg : args) {
      longs |= arg.kind() == Kind.LONG;
      doubles |= arg.kind() == Kind.DOUBLE;
      others |= arg.kind() == Kind.TRUTH || arg instanceof Value.Constant && arg.kind() == Kind.REFERENCE;
    }
    if (!longs && !doubles && !others) {
      extremeOfObjects(site, name);
      return true;
    }
    if (longs == doubles || others) {
      return false;
    }
    Kind kind = longs ? Kind.LONG : Kind.DOUBLE;
    t.safepoints.own(site.taken());
    take(site);
    t.load(args.get(0), kind);
    for (int i = 1; i < args.size(); i++) {
      t.load(args.get(i), kind);
      t.out.guarded(name, kind.desc, kind.desc, kind.desc);
    }
    t.pushed(kind, null);
    return true;
  }

  /** The same of objects, where no Python code compares them. */
  private void extremeOfObjects(CallSites.Site site, String name) {
    List<Value> args = site.args();
    t.safepoints.own(site.taken());
    take(site);
    t.load(args.get(0), Kind.REFERENCE);
    for (int i = 1; i < args.size(); i++) {
      t.load(args.get(i), Kind.REFERENCE);
      t.out.guarded(
          name.equals("max") ? "greater" : "lesser", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    }
    t.pushed(Kind.REFERENCE, null);
  }

  private boolean textual(
      CallSites.Site site, String name, ClassDesc type, Kind result, Kind argument) {
    Value only = only(site);
    if (only == null || argument == Kind.LONG && only.kind() != Kind.LONG
        || argument == Kind.REFERENCE && only.kind() != Kind.REFERENCE) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(only, argument);
    t.out.guarded(name, type, argument.desc);
    t.pushed(result, result == Kind.REFERENCE ? PyStr.class : null);
    return true;
  }

  /** Functions of {@code math} on numbers: they run no Python code, but may raise. */
  private boolean mathematics(CallSites.Site site, PyBuiltinFunction function, String name) {
    int count = site.args().size();
    if (count < 1 || count > 2) {
      return false;
    }
    for (Value arg : site.args()) {
      if (arg.kind() == Kind.TRUTH) {
        return false;
      }
    }
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    if (name.equals("sqrt") && count == 1) {
      t.loadRounded(site.args().get(0));
      t.out.guarded("sqrt", Translation.DOUBLE, Translation.DOUBLE);
      t.pushed(Kind.DOUBLE, null);
      return true;
    }
    t.loadObject(NativeTarget.of(function), Names.NATIVE_TARGET);
    NativeCalls.load(t, "cc", site.args(), 0);
    callNative(t, site, "function", false);
    return pushNative();
  }

  // ---- methods

  boolean method(CallSites.Site site, PyMethodDescriptor method) {
    if (site.names() != null || site.args().isEmpty() || site.args().size() > 3) {
      return false;
    }
    String arguments = NativeCalls.arguments(method);
    if (!NativeCalls.fits(arguments, site.args(), 1)) {
      return false;
    }
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    if (site.args().size() == 2 && method == APPEND) {
      append(t, site.args().get(0), site.args().get(1));
      t.push(new Value.Constant(PyNone.NONE));
      return true;
    }
    if (site.args().size() == 1 && method == POP && ItemAccess.form(t) != null) {
      Kind form = ItemAccess.form(t);
      t.load(site.args().get(0), Kind.REFERENCE);
      t.out.guarded(form == Kind.LONG ? "popLong" : "popDouble", form.desc, Translation.OBJECT);
      t.safepoints.end();
      t.pushed(form, null);
      return true;
    }
    if (method == APPEND_BYTE && site.args().size() == 2 && mayBeInt(site.args().get(1))) {
      t.load(site.args().get(0), Kind.REFERENCE);
      t.load(site.args().get(1), Kind.LONG);
      t.out.guarded("appendByte", Translation.VOID, Translation.OBJECT, Translation.LONG);
      t.safepoints.end();
      t.push(new Value.Constant(PyNone.NONE));
      return true;
    }
    if (byInt(site, method)) {
      return true;
    }
    t.loadObject(NativeTarget.of(method), Names.NATIVE_TARGET);
    t.load(site.args().get(0), Kind.REFERENCE);
    NativeCalls.load(t, arguments, site.args(), 1);
    callNative(t, site, "method", NativeCalls.isQuick(method));
    return pushNative();
  }

  private static boolean mayBeInt(Value value) {
    return ItemAccess.number(value) == Kind.LONG
        || value.kind() == Kind.REFERENCE && !(value instanceof Value.Constant);
  }

  /** Methods of dicts and sets whose key lies as a number. */
  private boolean byInt(CallSites.Site site, PyMethodDescriptor method) {
    List<Value> args = site.args();
    if (args.size() < 2 || args.get(1).kind() != Kind.LONG || args.get(1) instanceof Value.Constant) {
      return false;
    }
    if (method == DICT_GET) {
      t.load(args.get(0), Kind.REFERENCE);
      t.load(args.get(1), Kind.LONG);
      t.load(args.size() == 3 ? args.get(2) : new Value.Constant(PyNone.NONE), Kind.REFERENCE);
      t.out.guarded(
          "dictItemOr", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.OBJECT);
      t.safepoints.end();
      t.pushed(Kind.REFERENCE, null);
      return true;
    }
    String ofSet =
        method == SET_ADD ? "addElement"
            : method == SET_DISCARD ? "discardElement" : method == SET_REMOVE ? "removeElement" : null;
    if (ofSet != null && args.size() == 2) {
      t.load(args.get(0), Kind.REFERENCE);
      t.load(args.get(1), Kind.LONG);
      t.out.guarded(ofSet, Translation.VOID, Translation.OBJECT, Translation.LONG);
      t.safepoints.end();
      t.push(new Value.Constant(PyNone.NONE));
      return true;
    }
    return false;
  }

  /** Appends a value to what is said to be a list; numbers as they lie. */
  static void append(Translation t, Value list, Value value) {
    Kind kind = appended(t, value);
    t.load(list, Kind.REFERENCE);
    t.load(value, kind == null ? Kind.REFERENCE : kind);
    t.out.guarded(
        kind == null ? "append" : kind == Kind.LONG ? "appendLong" : "appendDouble", Translation.VOID,
        Translation.OBJECT, kind == null ? Translation.OBJECT : kind.desc);
    t.safepoints.end();
  }

  /** The kind of number as which a value is appended; null for an object. */
  static Kind appended(Translation t, Value value) {
    Kind kind = ItemAccess.number(value);
    boolean isUnknown = kind == null && value.kind() == Kind.REFERENCE && !(value instanceof Value.Constant);
    return isUnknown && !t.seen.distrusted() ? ItemAccess.form(t) : kind;
  }

  /** A function that is known to run no Python code. */
  private boolean nativeFunction(CallSites.Site site, PyBuiltinFunction function) {
    String arguments = NativeCalls.arguments(function);
    if (site.args().size() > 3 || !NativeCalls.fits(arguments, site.args(), 0)) {
      return false;
    }
    if (NativeCalls.takesContainer(arguments) && t.seen.cache() != function) {
      return false; // a generator was seen there
    }
    t.safepoints.own(site.taken());
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    callNative(t, site, function);
    return pushNative();
  }

  /** Writes the call of such a function, whose result is on the JVM's stack then. */
  static void callNative(Translation t, CallSites.Site site, PyBuiltinFunction function) {
    t.loadObject(NativeTarget.of(function), Names.NATIVE_TARGET);
    NativeCalls.load(t, NativeCalls.arguments(function), site.args(), 0);
    callNative(t, site, "function", false);
  }

  private static void callNative(Translation t, CallSites.Site site, String form, boolean quick) {
    if (!quick) {
      t.polls.mayTakeLong();
    }
    ClassDesc[] types = new ClassDesc[site.args().size()];
    Arrays.fill(types, Translation.OBJECT);
    t.out.callVirtual(Names.NATIVE_TARGET, form, MethodTypeDesc.of(Translation.OBJECT, types));
  }

  private boolean pushNative() {
    t.safepoints.end();
    t.pushed(Kind.REFERENCE, null);
    return true;
  }
}

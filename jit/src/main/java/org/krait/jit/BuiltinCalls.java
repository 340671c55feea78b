package org.krait.jit;

import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyZip;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyRange;

/** Calls of builtin functions, types and methods that need no general call. */
final class BuiltinCalls {
  /**
   * Methods of exact builtin types that run no Python code, with the arguments (bit i for the i-th behind
   * self) that have to be of closed types for that.
   */
  private static final Map<String, Integer> CLOSED =
      Map.ofEntries(
          Map.entry("list.append", 0),
          Map.entry("list.pop", 1),
          Map.entry("list.insert", 1),
          Map.entry("list.clear", 0),
          Map.entry("list.copy", 0),
          Map.entry("list.reverse", 0),
          Map.entry("dict.get", 1),
          Map.entry("dict.setdefault", 1),
          Map.entry("dict.items", 0),
          Map.entry("dict.keys", 0),
          Map.entry("dict.values", 0),
          Map.entry("dict.copy", 0),
          Map.entry("dict.clear", 0),
          Map.entry("set.add", 1),
          Map.entry("set.discard", 1),
          Map.entry("set.clear", 0),
          Map.entry("str.startswith", 7),
          Map.entry("str.endswith", 7),
          Map.entry("str.find", 7),
          Map.entry("str.rfind", 7),
          Map.entry("str.count", 7),
          Map.entry("str.lower", 0),
          Map.entry("str.upper", 0),
          Map.entry("str.strip", 7),
          Map.entry("str.lstrip", 7),
          Map.entry("str.rstrip", 7),
          Map.entry("str.split", 7),
          Map.entry("str.isdigit", 0),
          Map.entry("str.isalpha", 0),
          Map.entry("str.isalnum", 0),
          Map.entry("str.isspace", 0),
          Map.entry("str.isupper", 0),
          Map.entry("str.islower", 0),
          Map.entry("str.replace", 7));

  private final Translation t;

  BuiltinCalls(Translation t) {
    this.t = t;
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
    Value only = only(site);
    if (only == null) {
      return type == PyZip.TYPE && site.args().size() == 2 && make(site, type, "ofIterables", PyZip.class);
    }
    if (type == PyEnumerate.TYPE) {
      return make(site, type, "ofIterable", PyEnumerate.class);
    }
    if (type == PyList.TYPE) {
      return make(site, type, "ofIterable", PyList.class);
    }
    if (type == PyTuple.TYPE) {
      return make(site, type, "ofIterable", null);
    }
    if (type == PyStr.TYPE) {
      return make(site, type, "ofScalar", PyStr.class);
    }
    if (type == PyFloat.TYPE && (only.kind() == Kind.LONG || only.kind() == Kind.DOUBLE)) {
      take(site);
      t.load(only, Kind.DOUBLE);
      t.pushed(Kind.DOUBLE, null);
      return true;
    }
    if (type == PyInt.TYPE && only.kind() == Kind.LONG) {
      take(site);
      t.push(only);
      return true;
    }
    if (type == PyInt.TYPE && only.kind() == Kind.DOUBLE) {
      t.safepoint();
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
      return make(site, type, "ofScalar", null);
    }
    return false;
  }

  /** An instance of a builtin type, where that is seen to run no Python code. */
  private boolean make(CallSites.Site site, PyType type, String maker, Class<?> made) {
    t.ownSafepoint(site.taken());
    take(site);
    java.lang.constant.ClassDesc[] types = new java.lang.constant.ClassDesc[site.args().size() + 1];
    Arrays.fill(types, Translation.OBJECT);
    types[types.length - 1] = Names.TYPE;
    for (Value arg : site.args()) {
      t.load(arg, Kind.REFERENCE);
    }
    t.loadObject(type, Names.TYPE);
    t.out.guarded(maker, Translation.OBJECT, types);
    t.endSafepoint();
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
    long step = 1;
    if (count == 3) {
      if (!(site.args().get(2) instanceof Value.Constant(PyObject object))
          || !(object instanceof PyLong number) || number.value == 0) {
        return false;
      }
      step = number.value;
    }
    for (Value arg : site.args()) {
      if (arg.kind() == Kind.DOUBLE || arg.kind() == Kind.TRUTH
          || arg instanceof Value.Constant c && arg.kind() != Kind.LONG) {
        return false;
      }
    }
    t.safepoint();
    if (t.distrusted()) {
      return false;
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
        case "isinstance" -> isInstance(site);
        case "abs" -> absolute(site);
        case "min", "max" -> extreme(site, name);
        case "ord" -> textual(site, "ord", Translation.LONG, Kind.LONG, Kind.REFERENCE);
        case "chr" -> textual(site, "chr", Translation.OBJECT, Kind.REFERENCE, Kind.LONG);
        default -> false;
      };
    }
    return "math".equals(module) && mathematics(site, function, name);
  }

  private boolean length(CallSites.Site site) {
    Value only = only(site);
    if (only == null || only.kind() != Kind.REFERENCE) {
      return false;
    }
    t.safepoint();
    if (t.distrusted()) {
      return false;
    }
    take(site);
    t.load(only, Kind.REFERENCE);
    t.out.guarded("length", Translation.LONG, Translation.OBJECT);
    t.pushed(Kind.LONG, null);
    return true;
  }

  private boolean isInstance(CallSites.Site site) {
    if (site.args().size() != 2
        || !(site.args().get(1) instanceof Value.Constant(PyObject object))
        || !(object instanceof PyType type)
        || type.type() != PyType.TYPE) {
      return false;
    }
    t.safepoint();
    if (t.distrusted()) {
      return false;
    }
    take(site);
    t.load(site.args().get(0), Kind.REFERENCE);
    t.loadObject(type, Names.TYPE);
    t.out.guarded("isInstance", Translation.TRUTH, Translation.OBJECT, Names.TYPE);
    t.pushed(Kind.TRUTH, null);
    return true;
  }

  private boolean absolute(CallSites.Site site) {
    Value only = only(site);
    if (only == null || only.kind() != Kind.LONG && only.kind() != Kind.DOUBLE) {
      return false;
    }
    t.safepoint();
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
    if (longs == doubles || others) {
      return false;
    }
    Kind kind = longs ? Kind.LONG : Kind.DOUBLE;
    t.ownSafepoint(site.taken());
    take(site);
    exactly(args.get(0), kind);
    for (int i = 1; i < args.size(); i++) {
      exactly(args.get(i), kind);
      t.out.guarded(name, kind.desc, kind.desc, kind.desc);
    }
    t.pushed(kind, null);
    return true;
  }

  private void exactly(Value value, Kind kind) {
    if (kind == Kind.DOUBLE && value.kind() == Kind.REFERENCE) {
      t.load(value, Kind.REFERENCE);
      t.out.guarded("asDouble", Translation.DOUBLE, Translation.OBJECT);
    } else {
      t.load(value, kind);
    }
  }

  private boolean textual(
      CallSites.Site site, String name, java.lang.constant.ClassDesc type, Kind result, Kind argument) {
    Value only = only(site);
    if (only == null || argument == Kind.LONG && only.kind() != Kind.LONG
        || argument == Kind.REFERENCE && only.kind() != Kind.REFERENCE) {
      return false;
    }
    t.safepoint();
    if (t.distrusted()) {
      return false;
    }
    take(site);
    t.load(only, argument);
    t.out.guarded(name, type, argument.desc);
    t.pushed(result, result == Kind.REFERENCE ? org.krait.runtime.types.PyStr.class : null);
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
    t.ownSafepoint(site.taken());
    if (t.distrusted()) {
      return false;
    }
    take(site);
    if (name.equals("sqrt") && count == 1) {
      t.load(site.args().get(0), Kind.DOUBLE);
      t.out.guarded("sqrt", Translation.DOUBLE, Translation.DOUBLE);
      t.pushed(Kind.DOUBLE, null);
      return true;
    }
    t.loadObject(function, Translation.OBJECT);
    loadClosed(site.args(), 0, -1);
    java.lang.constant.ClassDesc[] types = new java.lang.constant.ClassDesc[count];
    Arrays.fill(types, Translation.OBJECT);
    t.out.callVirtual(Translation.OBJECT, "call", MethodTypeDesc.of(Translation.OBJECT, types));
    t.endSafepoint();
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  private void loadClosed(List<Value> args, int from, int mask) {
    for (int i = from; i < args.size(); i++) {
      t.load(args.get(i), Kind.REFERENCE);
      if ((mask >> i - from & 1) != 0 && args.get(i).kind() == Kind.REFERENCE) {
        t.out.guarded("closed", Translation.OBJECT, Translation.OBJECT);
      }
    }
  }

  // ---- methods

  boolean method(CallSites.Site site, PyMethodDescriptor method) {
    if (site.names() != null || site.args().isEmpty() || site.args().size() > 3) {
      return false;
    }
    String name = method.table().owner().name() + "." + method.table().name(method.id());
    Integer mask = CLOSED.get(name);
    if (mask == null) {
      return false;
    }
    t.ownSafepoint(site.taken());
    if (t.distrusted()) {
      return false;
    }
    take(site);
    if (name.equals("list.append") && site.args().size() == 2) {
      t.load(site.args().get(0), Kind.REFERENCE);
      t.load(site.args().get(1), Kind.REFERENCE);
      t.out.guarded("append", Translation.VOID, Translation.OBJECT, Translation.OBJECT);
      t.endSafepoint();
      t.push(new Value.Constant(org.krait.runtime.types.PyNone.NONE));
      return true;
    }
    t.loadObject(method, Translation.OBJECT);
    t.load(site.args().get(0), Kind.REFERENCE);
    loadClosed(site.args(), 1, mask);
    java.lang.constant.ClassDesc[] types = new java.lang.constant.ClassDesc[site.args().size()];
    Arrays.fill(types, Translation.OBJECT);
    t.out.callVirtual(Translation.OBJECT, "call", MethodTypeDesc.of(Translation.OBJECT, types));
    t.endSafepoint();
    t.pushed(Kind.REFERENCE, null);
    return true;
  }
}

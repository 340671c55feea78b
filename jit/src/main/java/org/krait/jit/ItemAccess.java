package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import org.krait.runtime.NativeItems;
import org.krait.runtime.NumberItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PlainMapping;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Subscripts, {@code in} and unpacking. */
final class ItemAccess {
  private final Translation t;

  private final SpecialMethods methods;

  ItemAccess(Translation t, SpecialMethods methods) {
    this.t = t;
    this.methods = methods;
  }

  /** The class of a container: known, or the only one seen; null when several were seen. */
  private Object container(Value value) {
    Class<?> known = Value.typeOf(value);
    return known != null ? known : t.seen.cache() == Profile.MIXED ? null : t.seen.cache();
  }

  private boolean isIndex(Value key) {
    return key.kind() == Kind.LONG
        || key.kind() == Kind.TRUTH
        || key.kind() == Kind.REFERENCE
            && (t.seen.kinds() >> Profile.RIGHT & 7) == Profile.LONG;
  }

  /** Pushes an index; a bool that is computed there, as in {@code "01"[a < b]}, counts as 0 or 1. */
  private void loadIndex(Value index) {
    if (index.kind() == Kind.TRUTH) {
      t.load(index, Kind.TRUTH);
      t.out.op(Opcode.I2L);
    } else {
      t.load(index, Kind.LONG);
    }
  }

  /** How a key is looked up: ints that lie as numbers need no object. */
  static Kind keyKind(Value key) {
    return key.kind() == Kind.LONG && !(key instanceof Value.Constant) ? Kind.LONG : Kind.REFERENCE;
  }

  private static boolean isNative(Object type) {
    return type instanceof Class<?> seen && NativeItems.class.isAssignableFrom(seen);
  }

  /** Whether it is derived from list or tuple. */
  private static boolean isDerived(Object type) {
    return type instanceof Class<?> seen
        && seen != PyList.class
        && seen != PyTuple.class
        && (PyList.class.isAssignableFrom(seen) || PyTuple.class.isAssignableFrom(seen));
  }

  /** Whether it is derived from dict, and as quiet. */
  private static boolean isMapping(Object type) {
    return type instanceof Class<?> seen && PlainMapping.class.isAssignableFrom(seen);
  }

  /** The kind of the numbers of a container that has nothing else, or null. */
  private Kind numbers(Object type) {
    if (!(type instanceof Class<?> seen && NumberItems.class.isAssignableFrom(seen)) || !isIndex(t.top(1))) {
      return null;
    }
    return form(t);
  }

  /** The kind of the numbers of the container or list, of which the present instruction has met no other; or null. */
  static Kind form(Translation t) {
    return form(t, 0);
  }

  /** The same of a second list, at {@link Profile#RIGHT}. */
  static Kind form(Translation t, int shift) {
    return switch (t.seen.kinds() >> shift & Profile.ANY) {
      case Profile.LONG -> Kind.LONG;
      case Profile.FLOAT -> Kind.DOUBLE;
      default -> null;
    };
  }

  /** The kind of a value that is a number wherever it lies; else null. */
  static Kind number(Value value) {
    if (value instanceof Value.Constant(PyObject object)) {
      return object.getClass() == PyLong.class ? Kind.LONG : object.getClass() == PyFloat.class ? Kind.DOUBLE : null;
    }
    return value.kind() == Kind.LONG || value.kind() == Kind.DOUBLE ? value.kind() : null;
  }

  static String name(Kind form) {
    return form == Kind.LONG ? "Long" : form == Kind.DOUBLE ? "Double" : "Object";
  }

  /** How items lie in the lists that an instruction has met, references too; or null where there were several forms. */
  static Kind soleForm(Translation t) {
    return (t.seen.kinds() & Profile.ANY) == Profile.OTHER ? Kind.REFERENCE : form(t);
  }

  /** Whether a subscript has met indices that count from the end. */
  private boolean countsFromEnd() {
    return (t.seen.kinds() & Profile.FROM_END) != 0;
  }

  /** How many things a subscript of a list has met that its guard would be different for. */
  private int known() {
    return Integer.bitCount(t.seen.kinds() & (Profile.ANY | Profile.FROM_END));
  }

  /** The end of the guard's name for an index. */
  private String index(Value index) {
    boolean end =
        index instanceof Value.Constant(PyObject object) && object instanceof PyLong number
            ? number.value < 0
            : countsFromEnd();
    return end ? "FromEnd" : "";
  }

  /** Whether the instruction never ran while it was watched: then it is left to the interpreter. */
  private boolean unseen(Value container) {
    return t.seen.cache() == null && Value.typeOf(container) == null;
  }

  void get() {
    t.safepoints.ensure();
    Value container = t.top(2);
    if (unseen(container)) {
      t.leave();
      return;
    }
    Object type = container(container);
    boolean list = type == PyList.class && isIndex(t.top(1));
    boolean trusted = list ? t.seen.trusts(known()) : !t.seen.distrusted();
    String name =
        type == PyList.class
            ? "listItem"
            : type == PyTuple.class ? "tupleItem" : type == PyStr.class ? "character" : null;
    Kind form = list ? soleForm(t) : null;
    if (trusted && form != null) {
      String index = index(t.top(1));
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      loadIndex(v[1]);
      t.out.guarded("list" + name(form) + index, form.desc, Translation.OBJECT, Translation.LONG);
      t.pushed(form, null);
    } else if (trusted && name != null && isIndex(t.top(1))) {
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      loadIndex(v[1]);
      t.out.guarded(name, Translation.OBJECT, Translation.OBJECT, Translation.LONG);
      t.pushed(Kind.REFERENCE, type == PyStr.class ? PyStr.class : null);
    } else if (trusted && numbers(type) != null) {
      Kind kind = numbers(type);
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      loadIndex(v[1]);
      t.out.guarded(kind == Kind.LONG ? "longItem" : "doubleItem", kind.desc, Translation.OBJECT, Translation.LONG);
      t.pushed(kind, null);
    } else if (trusted && isIndex(t.top(1)) && type == PyBytes.class) {
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      loadIndex(v[1]);
      t.out.guarded("byteItem", Translation.LONG, Translation.OBJECT, Translation.LONG);
      t.pushed(Kind.LONG, null);
    } else if (trusted && isNative(type)) {
      t.safepoints.own(2);
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.guarded("nativeItem", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
      t.safepoints.end();
      t.pushed(Kind.REFERENCE, null);
    } else if (!trusted && !t.seen.isHopeless() && type == PyDict.class
        || !trusted && !t.seen.isHopeless() && type == PyList.class && isIndex(t.top(1))) {
      itemOrRaise(type == PyList.class);
    } else if (trusted && type == PyDict.class) {
      Kind key = keyKind(t.top(1));
      Value[] v = t.operands(2);
      boolean tuple = key == Kind.REFERENCE && (t.seen.kinds() & Profile.NO_TUPLE) == 0;
      String item =
          Value.typeOf(v[1]) == PyStr.class ? "dictItemOfText" : tuple ? "dictItemOfTuple" : "dictItem";
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], key);
      t.out.guarded(item, Translation.OBJECT, Translation.OBJECT, key.desc);
      t.pushed(Kind.REFERENCE, null);
    } else if (trusted && isMapping(type)) {
      t.settle();
      Kind key = keyKind(t.top(1));
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], key);
      t.out.guarded("mappingItem", Translation.OBJECT, Translation.OBJECT, key.desc);
      // It may have made one that was missing.
      t.safepoints.end();
      t.pushed(Kind.REFERENCE, null);
    } else if (trusted && isDerived(type) && isIndex(t.top(1))) {
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      loadIndex(v[1]);
      t.out.guarded("derivedItem", Translation.OBJECT, Translation.OBJECT, Translation.LONG);
      t.pushed(Kind.REFERENCE, null);
    } else if (!methods.item()) {
      t.beforeAnything(2);
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.generic("item", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
      t.afterAnything();
      t.pushed(Kind.REFERENCE, null);
    }
  }

  /** Where an item is missing now and then, this raises what the handler is waiting for. */
  private void itemOrRaise(boolean list) {
    t.settle();
    t.safepoints.own(2);
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    int key = -1;
    if (list) {
      loadIndex(v[1]);
    } else {
      key = t.variables.temporary(Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.op(Opcode.DUP);
      t.out.store(Kind.REFERENCE, key);
    }
    t.out.guarded(
        list ? "listItemOrNull" : "dictItemOrNull", Translation.OBJECT, Translation.OBJECT,
        list ? Translation.LONG : Translation.OBJECT);
    Label there = t.out.label();
    t.out.op(Opcode.DUP);
    t.out.branch(Opcode.IFNONNULL, there);
    t.out.op(Opcode.POP);
    t.loadThread();
    if (list) {
      t.out.guarded("noListItem", Names.EXCEPTION, Names.THREAD);
    } else {
      t.out.load(Kind.REFERENCE, key);
      t.out.guarded("noDictItem", Names.EXCEPTION, Names.THREAD, Translation.OBJECT);
    }
    t.body.raises.raise();
    t.out.bind(there);
    t.safepoints.end();
    t.pushed(Kind.REFERENCE, null);
  }

  /** {@code STORE_SUBSCR}: value, container, key. */
  void set() {
    t.safepoints.ensure();
    Value container = t.top(2);
    if (unseen(container)) {
      t.leave();
      return;
    }
    Object type = container(container);
    boolean list = type == PyList.class && isIndex(t.top(1));
    boolean trusted = list ? t.seen.trusts(known()) : !t.seen.distrusted();
    Kind form = list ? soleForm(t) : null;
    if (trusted && (form == Kind.REFERENCE || stores(form))) {
      t.settle();
      String index = index(t.top(1));
      Value[] v = t.operands(3);
      t.load(v[1], Kind.REFERENCE);
      loadIndex(v[2]);
      t.load(v[0], form);
      t.out.guarded(
          "setList" + name(form) + index, Translation.VOID, Translation.OBJECT, Translation.LONG, form.desc);
      t.safepoints.end();
    } else if (trusted && (list || type == PyDict.class || isMapping(type))) {
      t.settle();
      Kind key = list ? Kind.LONG : keyKind(t.top(1));
      Value[] v = t.operands(3);
      t.load(v[1], Kind.REFERENCE);
      if (list) {
        loadIndex(v[2]);
      } else {
        t.load(v[2], key);
      }
      t.load(v[0], Kind.REFERENCE);
      t.out.guarded(
          list ? "setListItem" : isMapping(type) ? "setMappingItem" : "setDictItem", Translation.VOID, Translation.OBJECT, key.desc, Translation.OBJECT);
      t.safepoints.end();
    } else if (trusted && takes(numbers(type))) {
      Kind kind = numbers(type);
      t.settle();
      Value[] v = t.operands(3);
      t.load(v[1], Kind.REFERENCE);
      loadIndex(v[2]);
      if (kind == Kind.DOUBLE) {
        t.loadRounded(v[0]);
      } else {
        t.load(v[0], kind);
      }
      t.out.guarded(
          kind == Kind.LONG ? "setLongItem" : "setDoubleItem", Translation.VOID, Translation.OBJECT,
          Translation.LONG, kind.desc);
      t.safepoints.end();
    } else if (trusted && isNative(type)) {
      t.settle();
      t.safepoints.own(3);
      for (Value value : t.operands(3)) {
        t.load(value, Kind.REFERENCE);
      }
      t.out.guarded(
          "setNativeItem", Translation.VOID, Translation.OBJECT, Translation.OBJECT,
          Translation.OBJECT);
      t.safepoints.end();
    } else if (!methods.setItem()) {
      t.beforeAnything(3);
      Value[] v = t.operands(3);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.load(v[2], Kind.REFERENCE);
      t.out.generic(
          "setItem", Translation.VOID, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
      t.afterAnything();
    }
  }

  /** Whether the value to be stored may be a number of this kind. */
  private boolean stores(Kind kind) {
    Value value = t.top(3);
    return kind != null
        && (value.kind() == kind || value.kind() == Kind.REFERENCE && !(value instanceof Value.Constant));
  }

  /** The same, where ints are taken for floats. */
  private boolean takes(Kind kind) {
    return stores(kind) || kind == Kind.DOUBLE && t.top(3).kind() == Kind.LONG;
  }

  void contains(int arg) {
    t.safepoints.ensure();
    Value container = t.top(1);
    if (unseen(container)) {
      t.leave();
      return;
    }
    Object type = container(container);
    boolean trusted = !t.seen.distrusted();
    boolean mapping = isMapping(type);
    boolean keyed = mapping || type == PyDict.class || type == PySet.class || type == PyFrozenSet.class;
    boolean items = type == PyTuple.class || type == PyList.class;
    if (trusted && (keyed || items || type == PyStr.class)) {
      if (items) {
        t.polls.mayTakeLong();
      }
      t.settle();
      Kind key = keyed || type == PyList.class ? keyKind(t.top(2)) : Kind.REFERENCE;
      Value[] v = t.operands(2);
      boolean text = Value.typeOf(v[0]) == PyStr.class;
      t.load(v[1], Kind.REFERENCE);
      t.load(v[0], key);
      t.out.guarded(
          mapping ? "isMappingKey" : keyed ? text ? "isTextKey" : "isKey" : items ? "isItem" : "containsText", Translation.TRUTH, Translation.OBJECT, key.desc);
    } else if (!methods.contains()) {
      t.beforeAnything(2);
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.generic("contains", Translation.TRUTH, Translation.OBJECT, Translation.OBJECT);
      t.afterAnything();
    }
    if (arg != 0) {
      t.out.number(1);
      t.out.op(Opcode.IXOR);
    }
    t.pushed(Kind.TRUTH, null);
  }

  void unpack(int count) {
    t.safepoints.ensure();
    Value sequence = t.top(1);
    if (unseen(sequence)) {
      t.leave();
      return;
    }
    Object type = container(sequence);
    boolean trusted = !t.seen.distrusted() && (type == PyTuple.class || type == PyList.class);
    if (trusted && type == PyList.class && soleForm(t) != null) {
      unpackList(count, soleForm(t));
      return;
    }
    if (trusted) {
      Value v = t.operands(1)[0];
      t.load(v, Kind.REFERENCE);
      t.out.number(count);
      t.out.guarded("items", Names.OBJECTS, Translation.OBJECT, Translation.INT);
    } else {
      t.beforeAnything(1);
      Value v = t.operands(1)[0];
      t.load(v, Kind.REFERENCE);
      t.out.number(count);
      t.out.generic("unpack", Names.OBJECTS, Translation.OBJECT, Translation.INT);
      t.afterAnything();
    }
    Value[] parts = parts(t, count);
    for (int i = count - 1; i >= 0; i--) {
      t.push(parts[i]);
    }
  }

  private void unpackList(int count, Kind form) {
    Value list = t.operands(1)[0];
    if (list instanceof Value.Pending pending) {
      list = t.spill(pending);
    }
    t.load(list, Kind.REFERENCE);
    t.out.number(count);
    t.out.guarded("checkSize", Translation.VOID, Translation.OBJECT, Translation.INT);
    Value[] parts = new Value[count];
    for (int i = 0; i < count; i++) {
      t.load(list, Kind.REFERENCE);
      t.out.constant(i);
      t.out.guarded("list" + name(form), form.desc, Translation.OBJECT, Translation.LONG);
      int part = t.variables.temporary(form);
      t.out.store(form, part);
      parts[i] = new Value.Variable(form, part, null);
    }
    for (int i = count - 1; i >= 0; i--) {
      t.push(parts[i]);
    }
  }

  /** The items of the array on the JVM's stack, in variables. */
  static Value[] parts(Translation t, int count) {
    Value[] parts = new Value[count];
    for (int i = 0; i < count; i++) {
      t.out.op(Opcode.DUP);
      t.out.number(i);
      t.out.op(Opcode.AALOAD);
      int variable = t.variables.temporary(Kind.REFERENCE);
      t.out.store(Kind.REFERENCE, variable);
      parts[i] = new Value.Variable(Kind.REFERENCE, variable, null);
    }
    t.out.op(Opcode.POP);
    return parts;
  }
}

package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.Set;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.execution.ResumeLink;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyByteArrayIterator;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyBytesIterator;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictItemIterator;
import org.krait.runtime.types.PyDictItems;
import org.krait.runtime.types.PyDictKeyIterator;
import org.krait.runtime.types.PyDictKeys;
import org.krait.runtime.types.PyDictValueIterator;
import org.krait.runtime.types.PyDictValues;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyListReverseIterator;
import org.krait.runtime.types.PyLongRangeIterator;
import org.krait.runtime.types.PyRange;
import org.krait.runtime.types.PyRangeIterator;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySetIterator;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyStrAsciiIterator;
import org.krait.runtime.types.PyStrIterator;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyTupleIterator;
import org.krait.runtime.types.PyZip;

/** {@code for}: ranges and lists in parts, other builtin iterators by their class. */
final class Loops {
  private static final Set<Class<?>> ITERABLES =
      Set.of(
          PyTuple.class, PyDict.class, PySet.class, PyFrozenSet.class, PyStr.class, PyBytes.class,
          PyByteArray.class, PyRange.class, PyDictItems.class,
          PyDictKeys.class, PyDictValues.class, PyEnumerate.class, PyZip.class, PyGenerator.class);

  /** Iterators that are asked by their class. */
  static final Set<Class<?>> ITERATORS =
      Set.of(
          PyListIterator.class, PyTupleIterator.class, PyRangeIterator.class,
          PyDictItemIterator.class, PyDictKeyIterator.class, PyDictValueIterator.class,
          PySetIterator.class, PyStrAsciiIterator.class, PyStrIterator.class, PyBytesIterator.class,
          PyByteArrayIterator.class, PyListReverseIterator.class, PyLongRangeIterator.class);

  private final Translation t;
  private final SpecialMethods methods;
  private final Resumptions resumptions;
  private final SequenceLoops sequenceLoops;

  Loops(Translation t, SpecialMethods methods) {
    this.t = t;
    this.methods = methods;
    this.resumptions = new Resumptions(t);
    this.sequenceLoops = new SequenceLoops(t);
  }

  void iterator() {
    t.safepoints.ensure();
    Value value = t.top(1);
    Class<?> known = Value.typeOf(value);
    Object type = known != null ? known : t.seen.cache();
    if (type == null) {
      t.leave();
      return;
    }
    boolean trusted = !t.seen.distrusted();
    if (trusted && type == PyList.class) {
      t.load(t.operands(1)[0], Kind.REFERENCE);
      if (known == null) {
        t.out.guarded("asList", Translation.OBJECT, Translation.OBJECT);
      }
      int list = t.variables.temporary(Kind.REFERENCE);
      t.out.store(Kind.REFERENCE, list);
      int index = t.variables.temporary(Kind.LONG);
      t.out.constant(0);
      t.out.store(Kind.LONG, index);
      t.push(new Value.ListIterator(list, index));
    } else if (trusted && type instanceof Class<?> seen && (ITERABLES.contains(seen) || ITERATORS.contains(seen))) {
      t.load(t.operands(1)[0], Kind.REFERENCE);
      t.loadObject(seen, Instructions.CLASS);
      t.out.guarded("iterator", Translation.OBJECT, Translation.OBJECT, Instructions.CLASS);
      t.pushed(Kind.REFERENCE, null);
    } else if (!methods.iterator()) {
      t.beforeAnything(1);
      t.load(t.operands(1)[0], Kind.REFERENCE);
      t.out.generic("iterator", Translation.OBJECT, Translation.OBJECT);
      t.afterAnything();
      t.pushed(Kind.REFERENCE, null);
    }
  }

  boolean next() {
    if (t.top(1) instanceof Value.RangeIterator range) {
      nextOfRange(range);
    } else if (t.top(1) instanceof Value.ListIterator list) {
      nextOfList(list);
    } else if (t.top(1) instanceof Value.SequenceIterator sequences) {
      sequenceLoops.next(sequences, this::exhausted);
    } else {
      return nextOfAny();
    }
    return true;
  }

  /** An instance of a program's class; false where its {@code __next__} cannot be called directly. */
  private boolean nextOfInstance() {
    Label ended = t.out.label();
    if (!methods.next(ended)) {
      return false;
    }
    Kind kind = t.top(1).kind();
    int item = t.variables.temporary(kind);
    t.load(t.pop(), kind);
    t.out.store(kind, item);
    Label goes = t.out.label();
    t.out.jump(goes);
    t.out.bind(ended);
    t.out.jump(exhausted());
    t.out.bind(goes);
    t.push(new Value.Variable(kind, item, null));
    return true;
  }

  /** The way out, with the iterator gone. */
  private Label exhausted() {
    t.settle();
    Value iterator = t.pop();
    Label label = t.edge(t.flow.target(t.pc));
    t.push(iterator);
    return label;
  }

  private void nextOfRange(Value.RangeIterator range) {
    t.settle();
    t.out.load(Kind.LONG, range.left());
    t.out.constant(0);
    t.out.op(Opcode.LCMP);
    t.out.branch(Opcode.IFLE, exhausted());
    int number = t.variables.temporary(Kind.LONG);
    t.out.load(Kind.LONG, range.next());
    t.out.store(Kind.LONG, number);
    t.out.load(Kind.LONG, range.next());
    t.out.constant(range.step());
    t.out.op(Opcode.LADD);
    t.out.store(Kind.LONG, range.next());
    t.out.load(Kind.LONG, range.left());
    t.out.constant(1);
    t.out.op(Opcode.LSUB);
    t.out.store(Kind.LONG, range.left());
    t.safepoints.end();
    t.push(new Value.Variable(Kind.LONG, number, null));
  }

  private void nextOfList(Value.ListIterator list) {
    t.safepoints.ensure();
    t.settle();
    Kind form = t.seen.distrusted() ? null : ItemAccess.soleForm(t);
    if (form != null) {
      nextInForm(list, form);
      return;
    }
    int item = t.variables.temporary(Kind.REFERENCE);
    t.out.load(Kind.REFERENCE, list.list());
    t.out.load(Kind.LONG, list.index());
    t.out.guarded("itemOrNull", Translation.OBJECT, Translation.OBJECT, Translation.LONG);
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNULL, exhausted());
    t.out.load(Kind.LONG, list.index());
    t.out.constant(1);
    t.out.op(Opcode.LADD);
    t.out.store(Kind.LONG, list.index());
    t.safepoints.end();
    t.push(new Value.Variable(Kind.REFERENCE, item, null));
  }

  private void nextInForm(Value.ListIterator list, Kind form) {
    t.out.load(Kind.REFERENCE, list.list());
    t.out.load(Kind.LONG, list.index());
    t.out.guarded("listHas", Translation.TRUTH, Translation.OBJECT, Translation.LONG);
    t.out.branch(Opcode.IFEQ, exhausted());
    int item = t.variables.temporary(form);
    t.out.load(Kind.REFERENCE, list.list());
    t.out.load(Kind.LONG, list.index());
    t.out.guarded(
        "list" + ItemAccess.name(form), form.desc, Translation.OBJECT, Translation.LONG);
    t.out.store(form, item);
    t.out.load(Kind.LONG, list.index());
    t.out.constant(1);
    t.out.op(Opcode.LADD);
    t.out.store(Kind.LONG, list.index());
    t.safepoints.end();
    t.push(new Value.Variable(form, item, null));
  }

  private boolean nextOfAny() {
    Object type = t.seen.cache();
    t.safepoints.ensure();
    t.settle();
    if (type == null) {
      t.leave();
      return false;
    }
    if (!t.seen.distrusted() && type instanceof PyCode code) {
      Linkage quiet = resumptions.quiet(code);
      if (quiet != null) {
        t.safepoints.own(0);
        t.push(resumptions.resumeQuietly(t.top(1), code, quiet, Resumptions.NONE, this::exhausted));
        return true;
      }
      t.beforeAnything(0);
      resumptions.resume(t.top(1), code, Resumptions.NONE);
      t.afterAnything();
    } else if (!t.seen.distrusted() && type == PyListIterator.class && ItemAccess.form(t) != null) {
      Kind form = ItemAccess.form(t);
      nextNumber("listIteratorHas", "nextList" + ItemAccess.name(form), form);
      return true;
    } else if (!t.seen.distrusted() && type == PyRangeIterator.class) {
      nextNumber("rangeHas", "nextInRange", Kind.LONG);
      return true;
    } else if (!t.seen.distrusted() && type == PyDictItemIterator.class && isUnpacked() && t.flow.arg(t.next) == 2) {
      nextDictItem();
      return true;
    } else if (!t.seen.distrusted() && type != Profile.MIXED && ITERATORS.contains(type)) {
      t.load(t.top(1), Kind.REFERENCE);
      t.loadObject(type, Instructions.CLASS);
      t.out.guarded("next", Translation.OBJECT, Translation.OBJECT, Instructions.CLASS);
      t.safepoints.end();
    } else if (!t.seen.distrusted() && (type == PyEnumerate.class || type == PyZip.class)) {
      if (isUnpacked()) {
        if (type == PyZip.class && t.flow.arg(t.next) > 0) {
          nextZipped();
          return true;
        }
        if (type == PyEnumerate.class && t.flow.arg(t.next) == 2) {
          nextEnumerated();
          return true;
        }
      }
      t.load(t.top(1), Kind.REFERENCE);
      t.out.guarded("nextNative", Translation.OBJECT, Translation.OBJECT);
      t.safepoints.end();
    } else if (type instanceof ResumeLink.Wrapped wrapped && wrapped.by() == PyEnumerate.class
        && !t.seen.distrusted() && isUnpacked() && t.flow.arg(t.next) == 2) {
      nextEnumeratedGenerated(wrapped.link().code);
      return true;
    } else if (isZip(type) && isUnpacked() && t.flow.arg(t.next) > 0 && !t.seen.isHopeless()) {
      nextZippedGenerally();
      return true;
    } else if (nextOfInstance()) {
      return true;
    } else {
      t.beforeAnything(0);
      t.load(t.top(1), Kind.REFERENCE);
      t.out.generic("next", Translation.OBJECT, Translation.OBJECT);
      t.afterAnything();
    }
    boolean text = type == PyStrAsciiIterator.class || type == PyStrIterator.class;
    int item = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNULL, exhausted());
    t.push(new Value.Variable(Kind.REFERENCE, item, text && !t.seen.distrusted() ? PyStr.class : null));
    return true;
  }

  /** The next number of an iterator that is an object. */
  private void nextNumber(String has, String next, Kind kind) {
    t.load(t.top(1), Kind.REFERENCE);
    t.out.guarded(has, Translation.TRUTH, Translation.OBJECT);
    t.out.branch(Opcode.IFEQ, exhausted());
    t.load(t.top(1), Kind.REFERENCE);
    t.out.guarded(next, kind.desc, Translation.OBJECT);
    int item = t.variables.temporary(kind);
    t.out.store(kind, item);
    t.safepoints.end();
    t.push(new Value.Variable(kind, item, null));
  }

  /** Whether the next thing that happens to the item is that it is taken apart: then no tuple is made. */
  private boolean isUnpacked() {
    return isUnpacked(t);
  }

  static boolean isUnpacked(Translation t) {
    return t.flow.op(t.next) == Opcodes.UNPACK_SEQUENCE && !t.flow.blocks.containsKey(t.next);
  }

  private void nextZipped() {
    int count = t.flow.arg(t.next);
    Value zip = t.top(1);
    t.load(zip, Kind.REFERENCE);
    t.out.number(count);
    t.out.guarded("checkZip", Translation.VOID, Translation.OBJECT, Translation.INT);
    Kind[] forms = new Kind[count];
    for (int i = 0; i < count; i++) {
      forms[i] = ItemAccess.form(t, count == 2 ? i * Profile.RIGHT : 0);
      if (forms[i] != null) {
        t.load(zip, Kind.REFERENCE);
        t.out.number(i);
        t.loadObject(forms[i] == Kind.LONG ? long.class : double.class, Instructions.CLASS);
        t.out.guarded("checkZipped", Translation.VOID, Translation.OBJECT, Translation.INT, Instructions.CLASS);
      }
    }
    t.safepoints.own(0);
    Value[] items = new Value[count];
    for (int i = 0; i < count; i++) {
      if (forms[i] != null) {
        items[i] = nextZippedNumber(zip, i, forms[i]);
        continue;
      }
      items[i] = nextZippedItem(zip, i);
    }
    t.safepoints.end();
    for (int i = count - 1; i >= 0; i--) {
      t.push(items[i]);
    }
    t.next = t.flow.after(t.next);
  }

  private void nextDictItem() {
    Value iterator = t.top(1);
    t.safepoints.own(0);
    int key = t.variables.temporary(Kind.REFERENCE);
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("nextDictKey", Translation.OBJECT, Translation.OBJECT);
    t.safepoints.end();
    t.out.store(Kind.REFERENCE, key);
    t.out.load(Kind.REFERENCE, key);
    t.out.branch(Opcode.IFNULL, exhausted());
    int value = t.variables.temporary(Kind.REFERENCE);
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("dictValue", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, value);
    t.push(new Value.Variable(Kind.REFERENCE, value, null));
    t.push(new Value.Variable(Kind.REFERENCE, key, null));
    t.next = t.flow.after(t.next);
  }

  private static boolean isZip(Object type) {
    return type == PyZip.class || type instanceof ResumeLink.Wrapped wrapped && wrapped.by() == PyZip.class;
  }

  /** The same for iterators that may run Python code; generators of known code are run on directly. */
  private void nextZippedGenerally() {
    int count = t.flow.arg(t.next);
    Value zip = t.top(1);
    t.beforeAnything(0);
    t.state.unchecked = true; // also behind the loop
    t.load(zip, Kind.REFERENCE);
    t.out.number(count);
    t.out.guarded("checkAnyZip", Translation.VOID, Translation.OBJECT, Translation.INT);
    Value[] items = new Value[count];
    for (int i = 0; i < count; i++) {
      items[i] =
          t.seen.cache() instanceof ResumeLink.Wrapped wrapped
              ? nextZippedGenerated(zip, i, wrapped.link().code)
              : nextZippedItem(zip, i);
    }
    t.afterAnything();
    for (int i = count - 1; i >= 0; i--) {
      t.push(items[i]);
    }
    t.next = t.flow.after(t.next);
  }

  private Value nextZippedItem(Value zip, int place) {
    t.load(zip, Kind.REFERENCE);
    t.out.number(place);
    t.out.guarded("zippedItem", Translation.OBJECT, Translation.OBJECT, Translation.INT);
    int item = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNULL, exhausted());
    return new Value.Variable(Kind.REFERENCE, item, null);
  }

  private Value nextZippedGenerated(Value zip, int place, PyCode code) {
    Label others = t.out.label();
    Label goes = t.out.label();
    int generator = t.variables.temporary(Kind.REFERENCE);
    int item = t.variables.temporary(Kind.REFERENCE);
    t.load(zip, Kind.REFERENCE);
    t.out.number(place);
    t.loadObject(code, Names.CODE);
    t.out.guarded("zippedGenerator", Translation.OBJECT, Translation.OBJECT, Translation.INT, Names.CODE);
    t.out.store(Kind.REFERENCE, generator);
    t.out.load(Kind.REFERENCE, generator);
    t.out.branch(Opcode.IFNULL, others);
    resumptions.resume(new Value.Variable(Kind.REFERENCE, generator, null), code, Resumptions.NONE);
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNONNULL, goes);
    t.load(zip, Kind.REFERENCE);
    t.out.number(place);
    t.out.guarded("endZip", Translation.VOID, Translation.OBJECT, Translation.INT);
    t.out.jump(exhausted());
    t.out.bind(others);
    t.load(zip, Kind.REFERENCE);
    t.out.number(place);
    t.out.guarded("zippedItem", Translation.OBJECT, Translation.OBJECT, Translation.INT);
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNULL, exhausted());
    t.out.bind(goes);
    return new Value.Variable(Kind.REFERENCE, item, null);
  }

  private void nextEnumeratedGenerated(PyCode code) {
    Value iterator = t.top(1);
    t.beforeAnything(0);
    t.state.unchecked = true;
    int generator = t.variables.temporary(Kind.REFERENCE);
    t.load(iterator, Kind.REFERENCE);
    t.loadObject(code, Names.CODE);
    t.out.guarded("enumeratedGenerator", Translation.OBJECT, Translation.OBJECT, Names.CODE);
    t.out.store(Kind.REFERENCE, generator);
    resumptions.resume(new Value.Variable(Kind.REFERENCE, generator, null), code, Resumptions.NONE);
    int item = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNULL, exhausted());
    int number = t.variables.temporary(Kind.LONG);
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("countEnumerated", Translation.LONG, Translation.OBJECT);
    t.out.store(Kind.LONG, number);
    t.afterAnything();
    t.push(new Value.Variable(Kind.REFERENCE, item, null));
    t.push(new Value.Variable(Kind.LONG, number, null));
    t.next = t.flow.after(t.next);
  }

  private Value nextZippedNumber(Value zip, int place, Kind form) {
    t.load(zip, Kind.REFERENCE);
    t.out.number(place);
    t.out.guarded("zippedHas", Translation.TRUTH, Translation.OBJECT, Translation.INT);
    t.out.branch(Opcode.IFEQ, exhausted());
    t.load(zip, Kind.REFERENCE);
    t.out.number(place);
    t.out.guarded("nextZipped" + ItemAccess.name(form), form.desc, Translation.OBJECT, Translation.INT);
    int item = t.variables.temporary(form);
    t.out.store(form, item);
    return new Value.Variable(form, item, null);
  }

  private void nextEnumeratedNumber(Kind form) {
    Value iterator = t.top(1);
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("enumeratedHas", Translation.TRUTH, Translation.OBJECT);
    t.out.branch(Opcode.IFEQ, exhausted());
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("nextEnumerated" + ItemAccess.name(form), form.desc, Translation.OBJECT);
    int item = t.variables.temporary(form);
    t.out.store(form, item);
    t.safepoints.end();
    int number = t.variables.temporary(Kind.LONG);
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("enumeratedNumber", Translation.LONG, Translation.OBJECT);
    t.out.store(Kind.LONG, number);
    t.push(new Value.Variable(form, item, null));
    t.push(new Value.Variable(Kind.LONG, number, null));
    t.next = t.flow.after(t.next);
  }

  private void nextEnumerated() {
    Kind form = ItemAccess.form(t);
    if (form != null) {
      nextEnumeratedNumber(form);
      return;
    }
    int item = t.variables.temporary(Kind.REFERENCE);
    int number = t.variables.temporary(Kind.LONG);
    Value iterator = t.top(1);
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("nextEnumerated", Translation.OBJECT, Translation.OBJECT);
    t.safepoints.end();
    t.out.store(Kind.REFERENCE, item);
    t.out.load(Kind.REFERENCE, item);
    t.out.branch(Opcode.IFNULL, exhausted());
    t.load(iterator, Kind.REFERENCE);
    t.out.guarded("enumeratedNumber", Translation.LONG, Translation.OBJECT);
    t.out.store(Kind.LONG, number);
    t.push(new Value.Variable(Kind.REFERENCE, item, null));
    t.push(new Value.Variable(Kind.LONG, number, null));
    t.next = t.flow.after(t.next);
  }
}

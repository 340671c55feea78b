package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Assumption;
import org.krait.runtime.Attributes;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Special;
import org.krait.runtime.execution.AttributeCache;
import org.krait.runtime.execution.AttributeMemory;
import org.krait.runtime.execution.ComputedAttribute;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMemberDescriptor;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyProperty;
import org.krait.runtime.types.PyStr;

/** {@code LOAD_ATTR} and {@code STORE_ATTR}: by the shapes that were seen, or as the interpreter does it. */
final class AttributeAccess {
  private final Translation t;

  private final CallSites calls;
  private final ClassAttributes classes;
  private final NewAttributes additions;

  AttributeAccess(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
    this.classes = new ClassAttributes(t);
    this.additions = new NewAttributes(t, this);
  }

  void load(int arg) {
    boolean forCall = (arg & 1) != 0;
    PyStr name = t.code.names[arg >> 1];
    Value object = t.top(1);
    if (object instanceof Value.Constant(PyObject constant)) {
      if (constant instanceof PyType type
          && (classes.ofConstant(type, name, forCall)
              || !forCall && classes.changing(type, name))) {
        return;
      }
      PyObject found = moduleAttribute(constant, name);
      if (found != null) {
        t.pop();
        if (forCall) {
          t.push(Value.NULL);
        }
        t.push(new Value.Constant(found));
        return;
      }
    }
    t.safepoints.ensure();
    Object cache = t.seen.cache();
    if (cache == null) {
      t.leave();
      return;
    }
    boolean trusted = t.seen.trusts(AttributeCache.alternatives(cache));
    if (trusted && cache instanceof AttributeCache.Slot slot && assume(slot, name, true)) {
      fromSlots(slot, forCall);
    } else if (trusted && cache instanceof AttributeCache.ClassValue value && classes.of(value, name, forCall)) {
      return;
    } else if (trusted && !forCall && cache instanceof AttributeCache.Descriptor descriptor
        && fromDescriptor(descriptor, name)) {
      return;
    } else if (trusted && !forCall && cache instanceof ComputedAttribute computed) {
      computed(computed, name);
    } else if (trusted && cache instanceof AttributeCache.OfFunction) {
      ofFunction(name, forCall);
    } else if (trusted && forCall && cache instanceof AttributeCache.Method method
        && method.next() == null && assume(method, name)) {
      method(method);
    } else if (trusted && forCall && cache instanceof AttributeCache.Method method && assumeAll(method, name)) {
      oneOfMethods(method);
    } else if (trusted && !forCall && cache instanceof AttributeCache.Method method && areFunctions(method)
        && assumeAll(method, name)) {
      bound(method);
    } else if (isByMemory(cache, trusted)) {
      byMemory(name, forCall);
    } else {
      anything(name, forCall);
    }
  }

  /**
   * Whether the attribute is to be found by a memory: of more things than there can be guards for, or in an instance
   * where guards of shapes have failed (those of a class that is made anew), unless the memory failed since.
   */
  private boolean isByMemory(Object cache, boolean trusted) {
    if (trusted) {
      return cache instanceof AttributeCache.Unremembered place && place.isPlain();
    }
    return cache instanceof AttributeCache.Slot && t.seen.remembers();
  }

  private void ofFunction(PyStr name, boolean forCall) {
    t.load(t.operands(1)[0], Kind.REFERENCE);
    t.loadObject(name, Names.STR);
    t.out.guarded("functionAttribute", Translation.OBJECT, Translation.OBJECT, Names.STR);
    if (forCall) {
      t.push(Value.NULL);
    }
    t.pushed(Kind.REFERENCE, null);
  }

  private void setOfFunction(PyStr name) {
    Value[] v = t.operands(2);
    held(v);
    t.load(v[1], Kind.REFERENCE);
    t.loadObject(name, Names.STR);
    t.load(v[0], Kind.REFERENCE);
    t.out.guarded("setFunctionAttribute", Translation.VOID, Translation.OBJECT, Names.STR, Translation.OBJECT);
    t.safepoints.end();
  }

  /** Of more shapes than there can be guards for: by a table. */
  private void byMemory(PyStr name, boolean forCall) {
    Value object = t.operands(1)[0];
    if (forCall && object instanceof Value.Pending p) {
      object = t.spill(p);
    }
    t.load(object, Kind.REFERENCE);
    if (!forCall) {
      byMemory("anyAttribute", name);
      t.pushed(Kind.REFERENCE, null);
      return;
    }
    int function = t.variables.temporary(Kind.REFERENCE);
    int first = t.variables.temporary(Kind.REFERENCE);
    Label found = t.out.label();
    t.out.store(Kind.REFERENCE, first);
    t.out.load(Kind.REFERENCE, first);
    byMemory("anyMethod", name);
    t.out.op(Opcode.DUP);
    t.out.store(Kind.REFERENCE, function);
    t.out.branch(Opcode.IFNONNULL, found);
    t.out.load(Kind.REFERENCE, first);
    byMemory("anyAttribute", name);
    t.out.store(Kind.REFERENCE, first);
    t.out.bind(found);
    t.push(new Value.Variable(Kind.REFERENCE, function, null));
    t.push(new Value.Variable(Kind.REFERENCE, first, null));
  }

  private void byMemory(String operation, PyStr name) {
    t.loadObject(name, Names.STR);
    t.loadObject(new AttributeMemory(), Names.ATTRIBUTE_MEMORY);
    t.out.guarded(operation, Translation.OBJECT, Translation.OBJECT, Names.STR, Names.ATTRIBUTE_MEMORY);
  }

  /** The same, which is set. */
  private void setByMemory(PyStr name) {
    Value[] v = t.operands(2);
    held(v);
    t.load(v[1], Kind.REFERENCE);
    t.loadObject(name, Names.STR);
    t.load(v[0], Kind.REFERENCE);
    t.loadObject(new AttributeMemory(), Names.ATTRIBUTE_MEMORY);
    t.out.guarded(
        "setAnyAttribute", Translation.VOID, Translation.OBJECT, Names.STR, Translation.OBJECT,
        Names.ATTRIBUTE_MEMORY);
    t.safepoints.end();
  }

  /** What an attribute of a module is and, as far as known, will be; or null. */
  private PyObject moduleAttribute(PyObject object, PyStr name) {
    if (object.getClass() == PyModule.class && object.type() == PyModule.TYPE && !((PyModule) object).isAwaited()) {
      if (PyModule.TYPE.lookup(name) != null) {
        return null;
      }
      var cell = ((PyModule) object).dict().cellOf(name);
      PyObject value = cell.value;
      return value != null && t.assume(cell.constant()) ? value : null;
    }
    return null;
  }

  boolean assume(AttributeCache.Slot first, PyStr name, boolean isRead) {
    for (AttributeCache.Slot slot = first; slot != null; slot = slot.next()) {
      PyType type = slot.shape().type;
      PyObject found = type.lookup(name);
      Shape shape = slot.after() == null ? slot.shape() : slot.after();
      boolean holds =
          found instanceof PyMemberDescriptor
              ? PyMemberDescriptor.slotIn(type, found) == slot.index()
              : (found == null || !Attributes.isDataDescriptor(found))
                  && (slot.after() == null || slot.shape().isBefore(shape))
                  && shape.slotOf(name) == slot.index();
      if (!holds || !isGeneric(type, isRead) || !assumePlain(type, name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether attributes are found, or where it is no read set too, as {@code object} does it. */
  private static boolean isGeneric(PyType type, boolean isRead) {
    return type.special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE)
        && (isRead || type.special(Special.SETATTR) == ObjectType.TYPE.special(Special.SETATTR));
  }

  private boolean assumePlain(PyType type, PyStr name) {
    return t.assume(type.unchanged(name))
        && t.assume(type.unchanged(Special.name(Special.GETATTRIBUTE)))
        && t.assume(type.unchanged(Special.name(Special.SETATTR)));
  }

  private boolean assume(AttributeCache.Method method, PyStr name) {
    PyType type = method.type();
    Assumption unchanged = type.unchanged(name);
    return type.lookup(name) == method.function()
        && t.assume(unchanged)
        && (method.shape() == null || method.shape().slotOf(name) < 0)
        && type.special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE)
        && assumePlain(type, name);
  }

  private boolean assumeAll(AttributeCache.Method first, PyStr name) {
    for (AttributeCache.Method method = first; method != null; method = method.next()) {
      if (!assume(method, name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is one descriptor of plain classes, and will be; the types have to be {@link #checkOneOf checked}. */
  private boolean assumeOne(AttributeCache.Descriptor first, PyStr name, boolean isRead) {
    for (AttributeCache.Descriptor each = first; each != null; each = each.next()) {
      if (each.object() != first.object()
          || each.type().lookup(name) != first.object()
          || !isGeneric(each.type(), isRead)
          || !assumePlain(each.type(), name)) {
        return false;
      }
    }
    return first.object() instanceof PyProperty property
        ? t.assume(property.unchanged())
        : first.object().type() == first.kind()
            && t.assume(first.kind().unchanged(Special.name(Special.GET)))
            && t.assume(first.kind().unchanged(Special.name(Special.SET)))
            && first.kind().lookup(Special.name(Special.GET)) == first.get()
            && first.kind().lookup(Special.name(Special.SET)) == first.set();
  }

  private void checkOneOf(AttributeCache.Descriptor first, Value object) {
    if (!(first.object() instanceof PyProperty)) {
      // Its class can be another one at any time.
      t.loadObject(first.object(), Translation.OBJECT);
      t.loadObject(first.kind(), Names.TYPE);
      t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
    }
    Label known = t.out.label();
    for (AttributeCache.Descriptor each = first; each != null; each = each.next()) {
      t.load(object, Kind.REFERENCE);
      t.loadObject(each.type(), Names.TYPE);
      if (each.next() == null) {
        t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
      } else {
        t.out.guarded("hasType", Translation.TRUTH, Translation.OBJECT, Names.TYPE);
        t.out.branch(Opcode.IFNE, known);
      }
    }
    t.out.bind(known);
  }

  /** Calls a property's function or a descriptor's {@code __get__}; false when that cannot be done directly. */
  private boolean fromDescriptor(AttributeCache.Descriptor first, PyStr name) {
    PyFunction function =
        first.object() instanceof PyProperty property
            ? property.getter() instanceof PyFunction getter ? getter : null
            : first.get();
    if (function == null || !assumeOne(first, name, true)) {
      return false;
    }
    t.settle();
    Value object = t.top(1);
    checkOneOf(first, object);
    if (first.object() instanceof PyProperty) {
      return calls.direct(function, List.of(object), 1);
    }
    Value type = new Value.Constant(first.type());
    if (first.next() != null) {
      int own = t.variables.temporary(Kind.REFERENCE);
      t.load(object, Kind.REFERENCE);
      t.out.guarded("typeOf", Translation.OBJECT, Translation.OBJECT);
      t.out.store(Kind.REFERENCE, own);
      type = new Value.Variable(Kind.REFERENCE, own, null);
    }
    return calls.direct(function, List.of(new Value.Constant(first.object()), object, type), 1);
  }

  /** The same for setting it. */
  private boolean toDescriptor(AttributeCache.Descriptor first, PyStr name) {
    PyFunction function =
        first.object() instanceof PyProperty property
            ? property.setter() instanceof PyFunction setter ? setter : null
            : first.set();
    if (function == null || !assumeOne(first, name, false)) {
      return false;
    }
    t.settle();
    Value object = t.top(1);
    Value value = t.top(2);
    checkOneOf(first, object);
    List<Value> args =
        first.object() instanceof PyProperty
            ? List.of(object, value)
            : List.of(new Value.Constant(first.object()), object, value);
    if (!calls.direct(function, args, 2)) {
      return false;
    }
    Instructions.drop(t, t.pop());
    return true;
  }

  private void fromSlots(AttributeCache.Slot first, boolean forCall) {
    Value object = t.operands(1)[0];
    if (first.next() != null && object instanceof Value.Pending p) {
      object = t.spill(p);
    }
    Kind kind = forCall || !areNumbers(first) ? Kind.REFERENCE : Kind.DOUBLE;
    Label end = t.out.label();
    AttributeCache.Slot slot = first;
    for (; slot.next() != null; slot = slot.next()) {
      Label other = t.out.label();
      t.load(object, Kind.REFERENCE);
      t.loadObject(slot.shape(), Names.SHAPE);
      t.out.guarded(
          form("hasShape", slot.shape()), Translation.TRUTH, Translation.OBJECT, Names.SHAPE);
      t.out.branch(Opcode.IFEQ, other);
      loadSlot(object, slot, kind);
      t.out.jump(end);
      t.out.bind(other);
    }
    loadSlot(object, slot, kind);
    t.out.bind(end);
    if (forCall) {
      t.push(Value.NULL);
    }
    t.pushed(kind, null);
  }

  private static boolean areNumbers(AttributeCache.Slot first) {
    for (AttributeCache.Slot slot = first; slot != null; slot = slot.next()) {
      if (!Shape.isNumber(slot.index())) {
        return false;
      }
    }
    return true;
  }

  /** The operation for what instances of the shape's type are in Java. */
  static String form(String operation, Shape shape) {
    Class<?> layout = shape.type.layout();
    return layout == ObjectType.TYPE.layout() || PyInstance.class.isAssignableFrom(layout)
        ? operation
        : operation + "OfValue";
  }

  private void loadSlot(Value object, AttributeCache.Slot slot, Kind kind) {
    t.load(object, Kind.REFERENCE);
    t.loadObject(slot.shape(), Names.SHAPE);
    if (Shape.isNumber(slot.index())) {
      t.out.number(slot.index() - Shape.NUMBER);
      t.out.guarded("numberOf", Translation.DOUBLE, Translation.OBJECT, Names.SHAPE, Translation.INT);
      t.convert(Kind.DOUBLE, kind);
    } else {
      t.out.number(slot.index());
      t.out.guarded(
          form("attribute", slot.shape()), Translation.OBJECT, Translation.OBJECT, Names.SHAPE, Translation.INT);
    }
  }

  private void method(AttributeCache.Method method) {
    t.settle();
    Value object = t.pop();
    check(object, method);
    t.push(new Value.Constant(method.function()));
    t.push(object);
  }

  private static boolean areFunctions(AttributeCache.Method first) {
    for (AttributeCache.Method method = first; method != null; method = method.next()) {
      if (!(method.function() instanceof PyFunction)) {
        return false;
      }
    }
    return true;
  }

  /** A method as a value. */
  private void bound(AttributeCache.Method first) {
    if (first.next() == null) {
      method(first);
    } else {
      oneOfMethods(first);
    }
    Value object = t.pop();
    t.load(t.pop(), Kind.REFERENCE);
    t.load(object, Kind.REFERENCE);
    t.out.guarded("boundMethod", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, null);
  }

  private void check(Value object, AttributeCache.Method method) {
    if (method.shape() == null && Value.typeOf(object) != null
        && method.type().layout() == Value.typeOf(object)) {
      return;
    }
    t.load(object, Kind.REFERENCE);
    if (method.shape() != null) {
      t.loadObject(method.shape(), Names.SHAPE);
      t.out.guarded(
          form("checkShape", method.shape()), Translation.VOID, Translation.OBJECT, Names.SHAPE);
    } else {
      t.loadObject(method.type(), Names.TYPE);
      t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
    }
  }

  /** Finds which of several methods it is, for the call to compare with. */
  private void oneOfMethods(AttributeCache.Method first) {
    t.settle();
    Value object = t.pop();
    int callee = t.variables.temporary(Kind.REFERENCE);
    List<PyFunction> functions = new ArrayList<>();
    boolean all = true;
    Label end = t.out.label();
    for (AttributeCache.Method method = first; method != null; method = method.next()) {
      if (method.function() instanceof PyFunction function) {
        functions.add(function);
      } else {
        all = false;
      }
      Label other = t.out.label();
      if (method.next() == null) {
        check(object, method);
      } else {
        t.load(object, Kind.REFERENCE);
        if (method.shape() != null) {
          t.loadObject(method.shape(), Names.SHAPE);
          t.out.guarded(
          form("hasShape", method.shape()), Translation.TRUTH, Translation.OBJECT, Names.SHAPE);
        } else {
          t.loadObject(method.type(), Names.TYPE);
          t.out.guarded("hasType", Translation.TRUTH, Translation.OBJECT, Names.TYPE);
        }
        t.out.branch(Opcode.IFEQ, other);
      }
      t.loadObject(method.function(), Translation.OBJECT);
      t.out.store(Kind.REFERENCE, callee);
      if (method.next() != null) {
        t.out.jump(end);
        t.out.bind(other);
      }
    }
    t.out.bind(end);
    if (all) {
      t.candidates.put(callee, functions);
    }
    t.push(new Value.Variable(Kind.REFERENCE, callee, null));
    t.push(object);
  }

  private void anything(PyStr name, boolean forCall) {
    t.beforeAnything(1);
    Value object = t.operands(1)[0];
    if (forCall) {
      anyMethod(object, name);
      return;
    }
    t.load(object, Kind.REFERENCE);
    attribute("attribute", name);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  /** What a builtin type computes may look at the frame, and may be something else now. */
  private void computed(ComputedAttribute first, PyStr name) {
    if (first.isPlain(name)) {
      t.load(t.operands(1)[0], Kind.REFERENCE);
      t.loadObject(first, Names.COMPUTED_ATTRIBUTE);
      t.out.guarded("plainAttribute", Translation.OBJECT, Translation.OBJECT, Names.COMPUTED_ATTRIBUTE);
      t.pushed(Kind.REFERENCE, null);
      return;
    }
    t.beforeAnything(1);
    t.load(t.operands(1)[0], Kind.REFERENCE);
    t.frameAccess.load();
    t.out.number(t.pc);
    t.loadObject(name, Names.STR);
    t.loadObject(first, Names.COMPUTED_ATTRIBUTE);
    t.out.generic(
        "computedAttribute", Translation.OBJECT, Translation.OBJECT, Names.FRAME, Translation.INT, Names.STR,
        Names.COMPUTED_ATTRIBUTE);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  private void attribute(String operation, PyStr name) {
    t.frameAccess.load();
    t.out.number(t.pc);
    t.loadObject(name, Names.STR);
    t.out.generic(
        operation, Translation.OBJECT, Translation.OBJECT, Names.FRAME, Translation.INT, Names.STR);
  }

  /** A function and its first argument, or null and what is to be called: known only when it runs. */
  private void anyMethod(Value object, PyStr name) {
    if (object instanceof Value.Pending p) {
      object = t.spill(p);
    }
    int function = t.variables.temporary(Kind.REFERENCE);
    int first = t.variables.temporary(Kind.REFERENCE);
    Label found = t.out.label();
    t.load(object, Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, first);
    t.out.load(Kind.REFERENCE, first);
    attribute("method", name);
    t.out.op(Opcode.DUP);
    t.out.store(Kind.REFERENCE, function);
    t.out.branch(Opcode.IFNONNULL, found);
    t.out.load(Kind.REFERENCE, first);
    attribute("attribute", name);
    t.out.store(Kind.REFERENCE, first);
    t.out.bind(found);
    t.afterAnything();
    t.push(new Value.Variable(Kind.REFERENCE, function, null));
    t.push(new Value.Variable(Kind.REFERENCE, first, null));
  }

  void store(int arg) {
    PyStr name = t.code.names[arg];
    t.safepoints.ensure();
    Object cache = t.seen.cache();
    if (cache == null) {
      t.leave();
      return;
    }
    if (t.top(1) instanceof Value.Constant(PyObject object) && object instanceof PyType type
        && classes.change(type, name)) {
      return;
    }
    boolean trusted = t.seen.trusts(AttributeCache.alternatives(cache));
    if (trusted && cache instanceof AttributeCache.Slot slot && fits(t.top(2), slot) && assume(slot, name, false)) {
      if (!additions.add(slot)) {
        toSlots(slot);
      }
    } else if (trusted && cache instanceof AttributeCache.OfFunction) {
      setOfFunction(name);
    } else if (isByMemory(cache, trusted)) {
      setByMemory(name);
    } else if (!trusted || !(cache instanceof AttributeCache.Descriptor descriptor) || !toDescriptor(descriptor, name)) {
      t.beforeAnything(2);
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.frameAccess.load();
      t.out.number(t.pc);
      t.loadObject(name, Names.STR);
      t.out.generic(
          "setAttribute", Translation.VOID, Translation.OBJECT, Translation.OBJECT, Names.FRAME,
          Translation.INT, Names.STR);
      t.afterAnything();
    }
  }

  private void held(Value[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Value.Pending p) {
        values[i] = t.spill(p);
      }
    }
  }

  private void toSlots(AttributeCache.Slot slot) {
    Value[] v = t.operands(2);
    held(v);
    Label end = t.out.label();
    for (; slot.next() != null; slot = slot.next()) {
      Label other = t.out.label();
      t.load(v[1], Kind.REFERENCE);
      t.loadObject(slot.shape(), Names.SHAPE);
      t.out.guarded(
          form("hasShape", slot.shape()), Translation.TRUTH, Translation.OBJECT, Names.SHAPE);
      t.out.branch(Opcode.IFEQ, other);
      storeSlot(v, slot);
      t.out.jump(end);
      t.out.bind(other);
    }
    storeSlot(v, slot);
    t.out.bind(end);
    t.safepoints.end();
  }

  private void storeSlot(Value[] v, AttributeCache.Slot slot) {
    boolean isNew = slot.after() != null;
    t.load(v[1], Kind.REFERENCE);
    t.loadObject(slot.shape(), Names.SHAPE);
    if (isNew) {
      t.loadObject(slot.after(), Names.SHAPE);
    }
    if (Shape.isNumber(slot.index())) {
      storeNumber(v[0], slot);
      return;
    }
    t.out.number(slot.index());
    t.load(v[0], Kind.REFERENCE);
    if (isNew) {
      t.out.guarded(
          form("addAttribute", slot.shape()), Translation.VOID, Translation.OBJECT, Names.SHAPE, Names.SHAPE,
          Translation.INT, Translation.OBJECT);
    } else {
      t.out.guarded(
          form("setAttribute", slot.shape()), Translation.VOID, Translation.OBJECT, Names.SHAPE, Translation.INT,
          Translation.OBJECT);
    }
  }

  private void storeNumber(Value value, AttributeCache.Slot slot) {
    t.out.number(slot.index() - Shape.NUMBER);
    if (slot.after() == null) {
      t.load(value, Kind.DOUBLE);
      t.out.guarded(
          "setNumberOf", Translation.VOID, Translation.OBJECT, Names.SHAPE, Translation.INT, Translation.DOUBLE);
    } else {
      t.out.number(slot.after().roomForNumbers());
      t.load(value, Kind.DOUBLE);
      t.out.guarded(
          "addNumberTo", Translation.VOID, Translation.OBJECT, Names.SHAPE, Names.SHAPE, Translation.INT,
          Translation.INT, Translation.DOUBLE);
    }
  }

  /** Whether a value may be stored, as far as its kind shows, in each of the slots. */
  static boolean fits(Value value, AttributeCache.Slot first) {
    Kind kind = value.kind();
    boolean isFloat =
        kind == Kind.DOUBLE || kind == Kind.REFERENCE && !(value instanceof Value.Constant) && Value.typeOf(value) == null;
    for (AttributeCache.Slot slot = first; slot != null; slot = slot.next()) {
      if (Shape.isNumber(slot.index()) && !isFloat) {
        return false;
      }
    }
    return true;
  }
}

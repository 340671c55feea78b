package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.List;
import org.krait.runtime.Assumption;
import org.krait.runtime.ObjectType;
import org.krait.runtime.Operators;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;

/**
 * What instructions do with instances of programs' classes: direct calls of {@code __add__}, {@code
 * __lt__}, {@code __getitem__} and their kin. What becomes of such a method's result
 * stands in {@link org.krait.runtime.SpecialResults}, for exits within the method too.
 */
final class SpecialMethods {
  /** The methods of the comparisons, by number. */
  private static final String[] COMPARISONS = {"lt", "le", "eq", "ne", "gt", "ge"};

  private final Translation t;

  private final CallSites calls;

  SpecialMethods(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
  }

  /** The method that a plain class of a program has under a name and will have; or null. */
  private PyFunction method(PyType type, PyStr name) {
    Assumption unchanged = type.unchanged(name);
    return type.layout() == ObjectType.TYPE.layout()
            && type.lookup(name) instanceof PyFunction function
            && t.assume(unchanged)
        ? function
        : null;
  }

  /** The class of the instances that the present instruction has met, if it was always one. */
  private PyType seen() {
    return t.seen.distrusted() || !(t.seen.cache() instanceof PyType type) ? null : type;
  }

  private void checkType(Value value, PyType type) {
    t.load(value, Kind.REFERENCE);
    t.loadObject(type, Names.TYPE);
    t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
  }

  /** Leaves where the right operand's class derives from the left one's, so that it would be asked first. */
  private void checkRight(Value value, PyType type) {
    if (value.kind() == Kind.REFERENCE && !(value instanceof Value.Constant)
        && Value.typeOf(value) == null) {
      t.load(value, Kind.REFERENCE);
      t.loadObject(type, Names.TYPE);
      t.out.guarded("checkRight", Translation.VOID, Translation.OBJECT, Names.TYPE);
    }
  }

  /** The result of a method that may be NotImplemented, where others are asked then. */
  private void resultOf(String operation, Value a, Value b, int operator) {
    if (t.top(1).kind() != Kind.REFERENCE) {
      return;
    }
    t.pop();
    t.load(a, Kind.REFERENCE);
    t.load(b, Kind.REFERENCE);
    t.out.number(operator);
    t.out.special(
        operation, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT,
        Translation.INT);
    t.pushed(Kind.REFERENCE, null);
  }

  /** {@code BINARY_OP} with an instance on the left, or on the right of a number. */
  boolean binary(int operator, int left) {
    PyType type = seen();
    if (type == null) {
      return false;
    }
    t.settle();
    Value a = t.top(2);
    Value b = t.top(1);
    if (left == Profile.LONG || left == Profile.FLOAT) {
      return reflected(type, operator, left);
    }
    PyStr inPlace = Operators.inPlaceMethod(operator);
    boolean usesInPlace = inPlace != null && type.lookup(inPlace) != null;
    if (left != Profile.OTHER || a.kind() != Kind.REFERENCE
        || inPlace != null && !t.assume(type.unchanged(inPlace))) {
      return false;
    }
    PyFunction function = method(type, usesInPlace ? inPlace : Operators.method(operator));
    if (function == null) {
      return false;
    }
    checkType(a, type);
    if (!usesInPlace) {
      checkRight(b, type);
    }
    if (!calls.direct(function, List.of(a, b), 2)) {
      return false;
    }
    resultOf("operator", a, b, operator);
    return true;
  }

  private boolean reflected(PyType type, int operator, int left) {
    Value a = t.top(2);
    Value b = t.top(1);
    PyFunction function = method(type, Operators.reflectedMethod(operator));
    if (function == null || b.kind() != Kind.REFERENCE) {
      return false;
    }
    checkType(b, type);
    if (a.kind() == Kind.REFERENCE && !(a instanceof Value.Constant)) {
      t.load(a, left == Profile.LONG ? Kind.LONG : Kind.DOUBLE);
      t.out.op(Opcode.POP2);
    }
    if (!calls.direct(function, List.of(b, a), 2)) {
      return false;
    }
    resultOf("operator", a, b, operator);
    return true;
  }

  /** {@code COMPARE_OP} with an instance on the left. */
  boolean compare(int operator) {
    PyType type = seen();
    PyFunction function =
        type == null ? null : method(type, PyStr.interned("__" + COMPARISONS[operator] + "__"));
    if (function == null || t.top(2).kind() != Kind.REFERENCE) {
      return false;
    }
    t.settle();
    Value a = t.top(2);
    Value b = t.top(1);
    checkType(a, type);
    checkRight(b, type);
    if (!calls.direct(function, List.of(a, b), 2)) {
      return false;
    }
    resultOf("comparison", a, b, operator);
    return true;
  }

  /** {@code BINARY_SUBSCR} of an instance. */
  boolean item() {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.name(Special.GETITEM));
    if (function == null) {
      return false;
    }
    t.settle();
    Value container = t.top(2);
    checkType(container, type);
    return calls.direct(function, List.of(container, t.top(1)), 2);
  }

  /** {@code GET_ITER} of an instance. */
  boolean iterator() {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.name(Special.ITER));
    if (function == null) {
      return false;
    }
    t.settle();
    Value value = t.top(1);
    checkType(value, type);
    if (!calls.direct(function, List.of(value), 1)) {
      return false;
    }
    t.load(t.pop(), Kind.REFERENCE);
    t.out.special("iterator", Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  /** {@code FOR_ITER} of an instance, which stays: jumps to a label, with nothing on the JVM's stack, at the end. */
  boolean next(Label ended) {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.name(Special.NEXT));
    if (function == null) {
      return false;
    }
    t.settle();
    Value iterator = t.top(1);
    checkType(iterator, type);
    return calls.next(function, iterator, ended);
  }

  /** {@code STORE_SUBSCR} of an instance. */
  boolean setItem() {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.name(Special.SETITEM));
    if (function == null) {
      return false;
    }
    t.settle();
    Value container = t.top(2);
    checkType(container, type);
    if (!calls.direct(function, List.of(container, t.top(1), t.top(3)), 3)) {
      return false;
    }
    Instructions.drop(t, t.pop());
    return true;
  }

  /** {@code CONTAINS_OP} of an instance: leaves the truth on the JVM's stack. */
  boolean contains() {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.name(Special.CONTAINS));
    if (function == null) {
      return false;
    }
    t.settle();
    Value container = t.top(1);
    checkType(container, type);
    if (!calls.direct(function, List.of(container, t.top(2)), 2)) {
      return false;
    }
    truthOf("truth");
    return true;
  }

  private void truthOf(String operation) {
    Value result = t.pop();
    if (result.kind() == Kind.TRUTH) {
      return;
    }
    t.load(result, Kind.REFERENCE);
    t.out.special(operation, Translation.TRUTH, Translation.OBJECT);
  }

  /** The truth of an instance, on the JVM's stack. */
  boolean truth() {
    PyType type = seen();
    if (type == null || !t.assume(type.unchanged(Special.name(Special.BOOL)))) {
      return false;
    }
    boolean hasBool = type.special(Special.BOOL) != null;
    PyFunction function =
        method(type, Special.name(hasBool ? Special.BOOL : Special.LEN));
    if (function == null) {
      return false;
    }
    t.settle();
    Value value = t.top(1);
    checkType(value, type);
    if (!calls.direct(function, List.of(value), 1)) {
      return false;
    }
    truthOf(hasBool ? "bool" : "length");
    return true;
  }
}

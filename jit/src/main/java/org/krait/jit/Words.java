package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.GlobalCell;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/**
 * Words, that is ints from 0 to 2**64 - 1, and the operators before a mask: of {@code (a * b + c) & mask}, with a mask
 * of up to 64 bits, the product and the sum are only wanted modulo 2**64, so that nothing can overflow.
 */
final class Words {
  /** How far ahead a mask is looked for, in instructions. */
  private static final int FARTHEST = 60;

  private final Translation t;

  Words(Translation t) {
    this.t = t;
  }

  static boolean isWord(PyObject object) {
    return isInt(object) && ((PyInt) object).isWord();
  }

  private static boolean isInt(PyObject object) {
    return object.getClass() == PyLong.class || object.getClass() == PyBigInt.class;
  }

  private static boolean isWord(Value value) {
    return value instanceof Value.Word || value instanceof Value.Constant(PyObject object) && isWord(object);
  }

  /** Whether a value may be an int. */
  private static boolean mayBeInt(Value value) {
    return value instanceof Value.Constant(PyObject object)
        ? isInt(object)
        : value.kind() == Kind.LONG || value.kind() == Kind.REFERENCE && Value.typeOf(value) == null && value != Value.NULL;
  }

  // ---- loading

  /** Pushes the bits of a word, the lowest of a constant, or those of a value that has to be a word. */
  static void loadNatural(Translation t, Value value) {
    if (value instanceof Value.Word word) {
      t.out.load(Kind.LONG, word.bits());
    } else if (value instanceof Value.Constant(PyObject object)) {
      t.out.constant(((PyInt) object).word());
    } else if (value.kind() == Kind.LONG) {
      t.load(value, Kind.LONG);
      t.out.guarded("natural", Translation.LONG, Translation.LONG);
    } else {
      t.load(value, Kind.REFERENCE);
      t.out.guarded("asWord", Translation.LONG, Translation.OBJECT);
    }
  }

  /** Pushes the lowest 64 bits of an int. */
  private void loadLowest(Value value, int seen) {
    if (value instanceof Value.Wrapped wrapped) {
      t.out.load(Kind.LONG, wrapped.bits());
    } else if (value instanceof Value.Word || value instanceof Value.Constant) {
      loadNatural(t, value);
    } else if (value.kind() == Kind.LONG || seen == Profile.LONG) {
      t.load(value, Kind.LONG);
    } else {
      t.load(value, Kind.REFERENCE);
      t.out.guarded("lowestBits", Translation.LONG, Translation.OBJECT);
    }
  }

  /** Says that the word on the JVM's stack is on the operand stack now. */
  private void pushed() {
    int bits = t.variables.temporary(Kind.LONG);
    t.out.store(Kind.LONG, bits);
    t.push(new Value.Word(bits));
  }

  // ---- operators

  /**
   * An operator on ints of which one is a word, or whose result is wanted modulo 2**64; false where it is neither.
   *
   * @param left the kinds that the left operand can be taken for
   */
  boolean binary(int operator, int left, int right) {
    Value a = t.top(2);
    Value b = t.top(1);
    if (((left | right) & Profile.FLOAT) != 0 || t.seen.cache() != null || !mayBeInt(a) || !mayBeInt(b)) {
      return false;
    }
    if (isMask(operator, b)) {
      mask(left, right, maskBy(operator, b), 1);
      return true;
    }
    if (operator == Arithmetic.AND && isWord(a) && a instanceof Value.Constant) {
      mask(left, right, maskBy(operator, a), 0);
      return true;
    }
    return isWrapped(2, operator) ? wrap(operator, left, right) : exact(operator, left, right);
  }

  /** Whether an operator with this value on the right keeps up to 64 of the lowest bits. */
  private static boolean isMask(int operator, Value value) {
    if (!(value instanceof Value.Constant(PyObject object)) || !isInt(object)) {
      return false;
    }
    PyInt number = (PyInt) object;
    if (operator == Arithmetic.AND) {
      return number.isWord();
    }
    return operator == Arithmetic.MOD && number.signum() > 0
        && (number.isWord() ? Long.bitCount(number.word()) == 1 : number.isWordModulus());
  }

  private static long maskBy(int operator, Value value) {
    long word = ((PyInt) ((Value.Constant) value).object()).word();
    return operator == Arithmetic.MOD ? word - 1 : word;
  }

  private void mask(int left, int right, long mask, int at) {
    Value[] v = t.operands(2);
    loadLowest(v[1 - at], at == 0 ? right : left);
    t.out.constant(mask);
    t.out.op(Opcode.LAND);
    if (mask >= 0) {
      t.pushed(Kind.LONG, null);
    } else {
      pushed();
    }
  }

  private static boolean wraps(int operator) {
    return switch (operator) {
      case Arithmetic.ADD, Arithmetic.SUB, Arithmetic.MUL, Arithmetic.AND, Arithmetic.OR, Arithmetic.XOR,
          Arithmetic.LSHIFT -> true;
      default -> false;
    };
  }

  private boolean wrap(int operator, int left, int right) {
    t.settle();
    Value[] v = t.operands(2);
    loadLowest(v[0], left);
    loadLowest(v[1], right);
    switch (operator) {
      case Arithmetic.ADD -> t.out.op(Opcode.LADD);
      case Arithmetic.SUB -> t.out.op(Opcode.LSUB);
      case Arithmetic.MUL -> t.out.op(Opcode.LMUL);
      case Arithmetic.AND -> t.out.op(Opcode.LAND);
      case Arithmetic.OR -> t.out.op(Opcode.LOR);
      case Arithmetic.XOR -> t.out.op(Opcode.LXOR);
      default -> t.out.guarded("shiftedLeft", Translation.LONG, Translation.LONG, Translation.LONG);
    }
    pushWrapped(operator, v[0], v[1]);
    return true;
  }

  private void pushWrapped(int operator, Value left, Value right) {
    int bits = t.variables.temporary(Kind.LONG);
    t.out.store(Kind.LONG, bits);
    t.push(new Value.Wrapped(bits, operator, left, right));
  }

  /** {@code ~x} or {@code -x} where only the lowest bits are wanted; false where more is. */
  boolean unary(boolean inverts) {
    if (!mayBeInt(t.top(1)) || !isWrapped(1, -1)) {
      return false;
    }
    t.safepoints.ensure();
    t.settle();
    Value value = t.operands(1)[0];
    Value constant = new Value.Constant(PyLong.of(inverts ? -1 : 0));
    loadLowest(constant, Profile.LONG);
    loadLowest(value, t.seen.kinds() & Profile.ANY);
    t.out.op(inverts ? Opcode.LXOR : Opcode.LSUB);
    pushWrapped(inverts ? Arithmetic.XOR : Arithmetic.SUB, constant, value);
    return true;
  }

  /** Operators whose result is a word, or a long, when one operand is a word. */
  private boolean exact(int operator, int left, int right) {
    Value a = t.top(2);
    Value b = t.top(1);
    if ((t.seen.kinds() & Profile.WIDE) != 0 || !isKnown(operator, a, b, left, right)) {
      return false;
    }
    switch (operator) {
      case Arithmetic.AND -> {
        Value[] v = t.operands(2);
        loadBits(v[0], isWord(v[1]));
        loadBits(v[1], isWord(v[0]));
        t.out.op(Opcode.LAND);
        pushed();
      }
      case Arithmetic.OR, Arithmetic.XOR -> {
        if (isNegative(a) || isNegative(b)) {
          return false;
        }
        Value[] v = t.operands(2);
        loadNatural(t, v[0]);
        loadNatural(t, v[1]);
        t.out.op(operator == Arithmetic.OR ? Opcode.LOR : Opcode.LXOR);
        pushed();
      }
      case Arithmetic.RSHIFT -> {
        return shiftRight(b);
      }
      case Arithmetic.MOD, Arithmetic.FLOORDIV -> {
        return divide(operator, a, b);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether the operands are ints by what was seen, and one of them is a word or may be one that is no long. */
  private boolean isKnown(int operator, Value a, Value b, int left, int right) {
    boolean words = a instanceof Value.Word || b instanceof Value.Word;
    boolean ints = (t.seen.kinds() & Profile.OVERFLOW) != 0 || ((left | right) & Profile.LONG) != 0;
    return words || ints && (isOther(a, left) || isOther(b, right));
  }

  /** Whether a value may be an int that is no long. */
  private static boolean isOther(Value value, int seen) {
    return value.kind() == Kind.REFERENCE && (seen & Profile.OTHER) != 0;
  }

  private static boolean isNegative(Value value) {
    return value instanceof Value.Constant(PyObject object) && !isWord(object);
  }

  /** Pushes the bits of an operand of {@code &}: beside a word, those of a negative number do. */
  private void loadBits(Value value, boolean besideWord) {
    if (besideWord && value.kind() == Kind.LONG) {
      t.load(value, Kind.LONG);
    } else {
      loadNatural(t, value);
    }
  }

  private boolean shiftRight(Value count) {
    if (count instanceof Value.Constant(PyObject object)) {
      if (!(object instanceof PyLong number) || number.value < 1 || number.value > 63) {
        return false;
      }
      loadNatural(t, t.operands(2)[0]);
      t.out.number((int) number.value);
      t.out.op(Opcode.LUSHR);
      t.pushed(Kind.LONG, null);
      return true;
    }
    Value[] v = t.operands(2);
    loadNatural(t, v[0]);
    t.load(v[1], Kind.LONG);
    t.out.guarded("wordShiftedRight", Translation.LONG, Translation.LONG, Translation.LONG);
    pushed();
    return true;
  }

  private boolean divide(int operator, Value word, Value divisor) {
    if (!(word instanceof Value.Word) || divisor.kind() != Kind.LONG) {
      return false;
    }
    boolean fits = operator == Arithmetic.MOD
        || divisor instanceof Value.Constant(PyObject object) && ((PyLong) object).value > 1;
    Value[] v = t.operands(2);
    loadNatural(t, v[0]);
    t.load(v[1], Kind.LONG);
    t.out.guarded(
        operator == Arithmetic.MOD ? "wordModulo" : "wordQuotient", Translation.LONG, Translation.LONG,
        Translation.LONG);
    if (fits) {
      t.pushed(Kind.LONG, null);
    } else {
      pushed();
    }
    return true;
  }

  /** Pushes the order of two words, or of one and a long that is none below zero; false where neither is a word. */
  boolean compare() {
    Value a = t.top(2);
    Value b = t.top(1);
    if (!(a instanceof Value.Word && isComparable(b) || b instanceof Value.Word && isComparable(a))) {
      return false;
    }
    Value[] v = t.operands(2);
    loadNatural(t, v[0]);
    loadNatural(t, v[1]);
    t.out.call(
        ConstantDescs.CD_Long, "compareUnsigned",
        MethodTypeDesc.of(Translation.INT, Translation.LONG, Translation.LONG));
    return true;
  }

  private static boolean isComparable(Value value) {
    return value instanceof Value.Constant ? isWord(value) : value instanceof Value.Word || value.kind() == Kind.LONG;
  }

  // ---- looking ahead

  /**
   * Whether of what the present instruction makes only the lowest 64 bits will be wanted, by a mask in the same block, and
   * nothing but operators on ints takes it until then.
   *
   * @param taken how many operands it has
   * @param operator what it does, or -1
   */
  private boolean isWrapped(int taken, int operator) {
    if (operator >= 0 && !wraps(operator) || operator == Arithmetic.LSHIFT && !isCount(t.pc, t.top(1))) {
      return false;
    }
    int below = t.state.stack.size() - taken;
    List<Value> above = new ArrayList<>();
    int at = t.next;
    for (int i = 0; i < FARTHEST && at < t.flow.words.length && !t.flow.blocks.containsKey(at); i++) {
      int op = t.flow.op(at);
      int arg = t.flow.arg(at);
      if (op == BINARY_OP && above.size() < 2) {
        int next = arg % Arithmetic.IN_PLACE;
        if (!isOnInts(at)) {
          return false;
        }
        boolean isLeft = above.size() == 1;
        if (!isLeft && below == 0) {
          return false;
        }
        Value other = isLeft ? above.removeLast() : t.state.stack.get(--below);
        boolean isMask = isLeft ? isMask(next, other) : next == Arithmetic.AND && isMask(next, other);
        if (isMask) {
          return true;
        }
        boolean shifts = next == Arithmetic.LSHIFT && !(isLeft && isCount(at, other));
        if (!wraps(next) || shifts || other != null && !mayBeInt(other)) {
          return false;
        }
      } else if (op == UNARY_INVERT || op == UNARY_NEGATIVE) {
        if (!above.isEmpty() || t.seen.distrusted(at)) {
          return false;
        }
      } else if (!pass(op, arg, above)) {
        return false;
      }
      at = t.flow.after(at);
    }
    return false;
  }

  /** Whether the right operand of a shift is a long. */
  private boolean isCount(int at, Value count) {
    return count != null && count.kind() == Kind.LONG
        || (t.seen.kinds(at) >> Profile.RIGHT & Profile.ANY) == Profile.LONG && !(count instanceof Value.Word);
  }

  /** Whether an operator has met nothing but ints. */
  private boolean isOnInts(int at) {
    int kinds = t.seen.kinds(at);
    return kinds != 0 && (kinds & (Profile.FLOAT | Profile.FLOAT << Profile.RIGHT)) == 0
        && t.seen.cache(at) == null && !t.seen.distrusted(at);
  }

  /** What an instruction does to the values above one that it lets lie; false where that cannot be said. */
  private boolean pass(int op, int arg, List<Value> above) {
    int taken;
    int given = 1;
    Value value = null;
    switch (op) {
      case NOP, EXTENDED_ARG, CACHE -> {
        return true;
      }
      case LOAD_CONST -> {
        taken = 0;
        value = new Value.Constant(t.code.constants[arg]);
      }
      case LOAD_FAST -> {
        taken = 0;
        value = t.state.locals[arg];
      }
      case LOAD_GLOBAL -> {
        taken = 0;
        given += arg & 1;
        value = global(t.code.names[arg >> 1]);
      }
      case LOAD_DEREF -> taken = 0;
      case LOAD_ATTR -> {
        taken = 1;
        given += arg & 1;
      }
      case BINARY_SUBSCR, BINARY_OP -> taken = 2;
      case CALL -> taken = arg + 2;
      default -> {
        return false;
      }
    }
    if (taken > above.size()) {
      return false;
    }
    above.subList(above.size() - taken, above.size()).clear();
    for (int i = 1; i < given; i++) {
      above.add(null);
    }
    above.add(value);
    return true;
  }

  /** The value of a global that is taken for a constant, or null. */
  private Value global(PyStr name) {
    if (t.globals.getClass() != PyDict.class) {
      return null;
    }
    GlobalCell cell = t.globals.cellOf(name);
    return cell.value != null && cell.constant().isValid() ? new Value.Constant(cell.value) : null;
  }
}

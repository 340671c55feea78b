package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Operators, comparisons, and branches on what they give. */
final class Arithmetic {
  /** In-place operators come this far behind the plain ones. */
  static final int IN_PLACE = 13;

  static final int ADD = 0;
  static final int AND = 1;
  static final int FLOORDIV = 2;
  static final int LSHIFT = 3;
  static final int MUL = 5;
  static final int MOD = 6;
  static final int OR = 7;
  private static final int POW = 8;
  static final int RSHIFT = 9;
  static final int SUB = 10;
  private static final int TRUEDIV = 11;
  static final int XOR = 12;

  private final Translation t;

  private final SpecialMethods methods;

  private final Words words;

  Arithmetic(Translation t, SpecialMethods methods) {
    this.t = t;
    this.methods = methods;
    this.words = new Words(t);
  }

  /** The kinds that an operand can be taken for: its own, or those that were seen. */
  private int seen(Value value, int shift) {
    return switch (value.kind()) {
      case LONG -> Profile.LONG;
      case DOUBLE -> Profile.FLOAT;
      case TRUTH -> Profile.OTHER;
      case REFERENCE ->
          value instanceof Value.Constant || Value.typeOf(value) != null
              ? Profile.OTHER
              : t.seen.kinds() >> shift & 7;
    };
  }

  void binary(int operator) {
    int plain = operator >= IN_PLACE ? operator - IN_PLACE : operator;
    t.safepoints.ensure();
    int left = seenBeside(2, seen(t.top(1), Profile.RIGHT));
    int right = seenBeside(1, seen(t.top(2), 0));
    boolean trusted = !t.seen.distrusted();
    if (trusted && t.seen.isUnseen() && (left == 0 || right == 0)) {
      t.leave();
      return;
    }
    if (trusted && words.binary(plain, left, right)) {
      return;
    }
    if (methods.binary(operator, left)) {
      return;
    }
    boolean overflows = (t.seen.kinds() & Profile.OVERFLOW) != 0;
    if (trusted && left == Profile.LONG && right == Profile.LONG && !overflows && longs(plain)) {
      return;
    }
    if (trusted && (sequences(operator, left, right) || complexes(plain, left, right))) {
      return;
    }
    int numbers = Profile.LONG | Profile.FLOAT;
    boolean floats =
        (left == Profile.FLOAT || left == Profile.LONG)
            && (right == Profile.FLOAT || right == Profile.LONG)
            && (left | right) != Profile.LONG;
    if (trusted && floats && doubles(plain, left, right)) {
      return;
    }
    if (trusted && ((left | right) & Profile.OTHER) == 0 && left != 0 && right != 0
        && ((left | right) & ~numbers) == 0 || trusted && overflows) {
      closed(operator, overflows ? "numbers" : ofMixed(plain));
      return;
    }
    if (trusted && left != 0 && right != 0 && (plain == ADD || plain == MUL)) {
      closed(operator, "closed");
      return;
    }
    if (trusted && right == Profile.OTHER && isOfSets(plain)) {
      closed(operator, "setOperator");
      return;
    }
    if (trusted || !divisionOrRaise(plain)) {
      anything(operator);
    }
  }

  /** An operator of numbers that are ints now and floats then. */
  private static String ofMixed(int operator) {
    return switch (operator) {
      case ADD -> "addMixed";
      case SUB -> "subMixed";
      case MUL -> "mulMixed";
      default -> "numbers";
    };
  }

  /** An operator of sets, which were seen. */
  private boolean isOfSets(int operator) {
    Object seen = t.seen.cache();
    return (seen == PySet.class || seen == PyFrozenSet.class)
        && (operator == AND || operator == OR || operator == SUB || operator == XOR);
  }

  /** Where a divisor of ints is zero now and then, this raises what a handler is waiting for. */
  private boolean divisionOrRaise(int operator) {
    boolean divides = operator == FLOORDIV || operator == MOD || operator == TRUEDIV;
    if (!divides || t.top(1).kind() != Kind.LONG || t.top(2).kind() != Kind.LONG) {
      return false;
    }
    t.settle();
    t.safepoints.own(2);
    Label divisible = t.out.label();
    t.load(t.top(1), Kind.LONG);
    t.out.constant(0);
    t.out.op(Opcode.LCMP);
    t.out.branch(Opcode.IFNE, divisible);
    Value[] taken = t.operands(2);
    t.loadThread();
    t.out.guarded(
        operator == FLOORDIV ? "noQuotient" : operator == MOD ? "noRest" : "noFraction", Names.EXCEPTION,
        Names.THREAD);
    t.body.raises.raise();
    t.out.bind(divisible);
    t.push(taken[0]);
    t.push(taken[1]);
    return longs(operator);
  }

  /**
   * What the operand at a depth of the stack can be taken for: a bool that lies as one counts as an int beside
   * numbers of one kind.
   *
   * @param other what the other operand can be taken for
   */
  private int seenBeside(int depth, int other) {
    boolean isInt = t.top(depth).kind() == Kind.TRUTH && (other == Profile.LONG || other == Profile.FLOAT);
    return isInt ? Profile.LONG : seen(t.top(depth), depth == 2 ? 0 : Profile.RIGHT);
  }

  /** Pushes an int, or a bool as one. */
  private void loadInt(Value value) {
    if (value.kind() == Kind.TRUTH) {
      t.load(value, Kind.TRUTH);
      t.out.op(Opcode.I2L);
    } else {
      t.load(value, Kind.LONG);
    }
  }

  /** Addition of two texts, bytes, tuples or lists, and their multiplication by an int. */
  private boolean sequences(int operator, int left, int right) {
    Class<?> known = Value.typeOf(t.top(2));
    Object type = known != null ? known : t.seen.cache();
    if (left != Profile.OTHER) {
      return false;
    }
    if (right == Profile.OTHER && type == PyByteArray.class && operator == IN_PLACE + ADD) {
      concat("extendBytes", PyByteArray.class);
      t.safepoints.end();
      return true;
    }
    if (right == Profile.OTHER && type == PyList.class && operator % IN_PLACE == ADD) {
      concat(operator == ADD ? "concatLists" : "extendList", PyList.class);
      if (operator != ADD) {
        t.safepoints.end();
      }
      return true;
    }
    boolean fits =
        type == PyStr.class || type == PyBytes.class || type == PyTuple.class
            || type == PyList.class && operator < IN_PLACE;
    int plain = operator % IN_PLACE;
    if (fits && plain == ADD && right == Profile.OTHER) {
      concat(
          type == PyStr.class ? "concatTexts" : type == PyBytes.class ? "concatBytes" : "concatTuples",
          (Class<?>) type);
      return true;
    }
    if (fits && plain == MUL && right == Profile.LONG) {
      t.polls.mayTakeLong();
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.LONG);
      t.out.guarded("repeat", Translation.OBJECT, Translation.OBJECT, Translation.LONG);
      t.pushed(Kind.REFERENCE, (Class<?>) type);
      return true;
    }
    return false;
  }

  /** Complex numbers, also beside others. */
  private boolean complexes(int operator, int left, int right) {
    boolean known = Value.typeOf(t.top(1)) == PyComplex.class || Value.typeOf(t.top(2)) == PyComplex.class;
    boolean numbers = right == Profile.OTHER || left == Profile.OTHER;
    String name =
        switch (operator) {
          case ADD -> "addComplex";
          case SUB -> "subComplex";
          case MUL -> "mulComplex";
          case TRUEDIV -> "divComplex";
          default -> null;
        };
    if (name == null || !known && !(numbers && t.seen.cache() == PyComplex.class)) {
      return false;
    }
    concat(name, PyComplex.class);
    return true;
  }

  private void concat(String name, Class<?> type) {
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    t.out.guarded(name, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, type);
  }

  private boolean longs(int operator) {
    String name =
        switch (operator) {
          case ADD -> "add";
          case SUB -> "sub";
          case MUL -> "mul";
          case FLOORDIV -> "floordiv";
          case MOD -> "mod";
          case LSHIFT -> "lshift";
          case RSHIFT -> "rshift";
          case TRUEDIV -> "truediv";
          case POW -> "pow";
          default -> null;
        };
    Opcode opcode =
        switch (operator) {
          case AND -> Opcode.LAND;
          case OR -> Opcode.LOR;
          case XOR -> Opcode.LXOR;
          default -> null;
        };
    if (name == null && opcode == null) {
      return false;
    }
    Value[] v = t.operands(2);
    loadInt(v[0]);
    loadInt(v[1]);
    if (opcode != null) {
      t.out.op(opcode);
      t.pushed(Kind.LONG, null);
    } else if (operator == TRUEDIV) {
      t.out.guarded(name, Translation.DOUBLE, Translation.LONG, Translation.LONG);
      t.pushed(Kind.DOUBLE, null);
    } else {
      t.out.guarded(name, Translation.LONG, Translation.LONG, Translation.LONG);
      t.pushed(Kind.LONG, null);
    }
    return true;
  }

  private boolean doubles(int operator, int left, int right) {
    Opcode opcode =
        switch (operator) {
          case ADD -> Opcode.DADD;
          case SUB -> Opcode.DSUB;
          case MUL -> Opcode.DMUL;
          default -> null;
        };
    String name =
        switch (operator) {
          case TRUEDIV -> "truediv";
          case FLOORDIV -> "floordiv";
          case MOD -> "mod";
          case POW -> "pow";
          default -> null;
        };
    if (opcode == null && name == null) {
      return false;
    }
    Value[] v = t.operands(2);
    loadRounded(v[0], left);
    loadRounded(v[1], right);
    if (opcode != null) {
      t.out.op(opcode);
    } else {
      t.out.guarded(name, Translation.DOUBLE, Translation.DOUBLE, Translation.DOUBLE);
    }
    t.pushed(Kind.DOUBLE, null);
    return true;
  }

  /** An operand of a float as a double; what was seen to be a float must be one, or both might be ints. */
  private void loadRounded(Value value, int seen) {
    if (seen == Profile.LONG) {
      loadInt(value);
      t.out.op(Opcode.L2D);
    } else {
      t.load(value, Kind.DOUBLE);
    }
  }

  /** On types whose operators run no Python code. */
  private void closed(int operator, String which) {
    t.polls.mayTakeLong();
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    t.out.number(operator);
    t.out.guarded(which, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Translation.INT);
    if (operator >= IN_PLACE) {
      t.safepoints.end();
    }
    t.pushed(Kind.REFERENCE, null);
  }

  private void anything(int operator) {
    t.beforeAnything(0);
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    t.out.number(operator);
    t.out.generic(
        "binary", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Translation.INT);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  void negative() {
    Value value = t.top(1);
    if (!t.seen.distrusted() && words.unary(false)) {
      return;
    }
    if (value.kind() == Kind.LONG) {
      t.safepoints.ensure();
      Value v = t.operands(1)[0];
      t.load(v, Kind.LONG);
      t.out.guarded("neg", Translation.LONG, Translation.LONG);
      t.pushed(Kind.LONG, null);
    } else if (value.kind() == Kind.DOUBLE) {
      Value v = t.operands(1)[0];
      t.load(v, Kind.DOUBLE);
      t.out.op(Opcode.DNEG);
      t.pushed(Kind.DOUBLE, null);
    } else {
      t.safepoints.ensure();
      if (t.seen.distrusted()) {
        t.beforeAnything(0);
        Value v = t.operands(1)[0];
        t.load(v, Kind.REFERENCE);
        t.out.generic("negative", Translation.OBJECT, Translation.OBJECT);
        t.afterAnything();
      } else {
        Value v = t.operands(1)[0];
        t.load(v, Kind.REFERENCE);
        t.out.guarded("negative", Translation.OBJECT, Translation.OBJECT);
      }
      t.pushed(Kind.REFERENCE, null);
    }
  }

  void not() {
    truth();
    t.out.number(1);
    t.out.op(Opcode.IXOR);
    t.pushed(Kind.TRUTH, null);
  }

  /** Takes the top and leaves its truth on the JVM's stack. */
  private void truth() {
    Value value = t.top(1);
    if (value instanceof Value.Word word) {
      t.operands(1);
      t.out.load(Kind.LONG, word.bits());
      t.out.guarded("isTrue", Translation.TRUTH, Translation.LONG);
      return;
    }
    switch (value.kind()) {
      case TRUTH -> t.load(t.operands(1)[0], Kind.TRUTH);
      case LONG -> {
        t.load(t.operands(1)[0], Kind.LONG);
        t.out.guarded("isTrue", Translation.TRUTH, Translation.LONG);
      }
      case DOUBLE -> {
        t.load(t.operands(1)[0], Kind.DOUBLE);
        t.out.guarded("isTrue", Translation.TRUTH, Translation.DOUBLE);
      }
      case REFERENCE -> {
        t.safepoints.ensure();
        if (methods.truth()) {
          return;
        }
        if (t.seen.distrusted()) {
          t.beforeAnything(0);
          t.load(t.operands(1)[0], Kind.REFERENCE);
          t.out.generic("isTrue", Translation.TRUTH, Translation.OBJECT);
          t.afterAnything();
          int kept = t.variables.temporary(Kind.TRUTH);
          t.out.store(Kind.TRUTH, kept);
          // The interpreter can branch on the truth as well as on the value.
          t.push(new Value.Variable(Kind.TRUTH, kept, null));
          t.checkAssumptions();
          t.pop();
          t.out.load(Kind.TRUTH, kept);
        } else {
          t.load(t.operands(1)[0], Kind.REFERENCE);
          t.out.guarded("isTrue", Translation.TRUTH, Translation.OBJECT);
        }
      }
    }
  }

  /** {@code POP_JUMP_IF_TRUE} and {@code POP_JUMP_IF_FALSE}. */
  boolean branch(boolean jumpIf) {
    int target = t.flow.target(t.pc);
    Value top = t.top(1);
    if (top instanceof Value.Constant(PyObject object)
        && (object instanceof PyBool || object == PyNone.NONE || top.kind() == Kind.LONG)) {
      t.operands(1);
      boolean truth =
          object != PyBool.FALSE
              && object != PyNone.NONE
              && !(object instanceof org.krait.runtime.types.PyLong n && n.value == 0);
      if (truth == jumpIf) {
        t.jump(target);
        return false;
      }
      return true;
    }
    truth();
    t.out.branch(jumpIf ? Opcode.IFNE : Opcode.IFEQ, t.edge(target));
    return true;
  }

  // ---- comparisons

  /** Whether the next instruction branches on the value just made, and only it can be reached. */
  private int branchBehind() {
    int at = t.next;
    if (!t.flow.blocks.containsKey(at) && at < t.flow.words.length) {
      int op = t.flow.op(at);
      if (op == Opcodes.POP_JUMP_IF_FALSE || op == Opcodes.POP_JUMP_IF_TRUE) {
        return op;
      }
    }
    return -1;
  }

  boolean compare(int operator) {
    t.safepoints.ensure();
    int left = seenBeside(2, seen(t.top(1), Profile.RIGHT));
    int right = seenBeside(1, seen(t.top(2), 0));
    boolean trusted = !t.seen.distrusted();
    if (trusted && t.seen.isUnseen() && (left == 0 || right == 0)) {
      t.leave();
      return false;
    }
    if (trusted && words.compare()) {
      return finish(operator, false);
    }
    if (trusted && left == Profile.LONG && right == Profile.LONG) {
      Value[] v = t.operands(2);
      loadInt(v[0]);
      loadInt(v[1]);
      t.out.op(Opcode.LCMP);
      return finish(operator, false);
    }
    boolean floats =
        (left == Profile.FLOAT || left == Profile.LONG)
            && (right == Profile.FLOAT || right == Profile.LONG);
    if (trusted && floats) {
      Value[] v = t.operands(2);
      loadExact(v[0], left);
      loadExact(v[1], right);
      boolean less = operator == Comparison.LT || operator == Comparison.LE;
      t.out.op(less ? Opcode.DCMPG : Opcode.DCMPL);
      return finish(operator, true);
    }
    if (trusted && isText(t.top(2)) | isText(t.top(1)) && (operator == Comparison.EQ || operator == Comparison.NE)) {
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.guarded("equalText", Translation.TRUTH, Translation.OBJECT, Translation.OBJECT);
      if (operator == Comparison.NE) {
        t.out.number(1);
        t.out.op(Opcode.IXOR);
      }
      return finishTruth();
    }
    if (left == Profile.OTHER && methods.compare(operator)) {
      return true;
    }
    if (trusted && left != 0 && right != 0 && (t.seen.kinds() & Profile.COMPOUND) == 0) {
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.number(operator);
      boolean mixed = ((left | right) & ~(Profile.LONG | Profile.FLOAT)) == 0;
      t.out.guarded(
          mixed ? "compareMixed" : "compare", Translation.TRUTH, Translation.OBJECT, Translation.OBJECT,
          Translation.INT);
      return finishTruth();
    }
    String containers = trusted && left == Profile.OTHER && right == Profile.OTHER ? ofContainers(t.seen.cache()) : null;
    if (containers != null) {
      if (t.seen.cache() != PyTuple.class) {
        t.polls.mayTakeLong();
      }
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.number(operator);
      t.out.guarded(containers, Translation.TRUTH, Translation.OBJECT, Translation.OBJECT, Translation.INT);
      return finishTruth();
    }
    t.beforeAnything(0);
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    t.out.number(operator);
    t.out.generic(
        "compare", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Translation.INT);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
    return true;
  }

  /** The comparison of two containers of a class that was seen; null of others. */
  private static String ofContainers(Object seen) {
    if (seen == PySet.class || seen == PyFrozenSet.class) {
      return "compareSets";
    }
    return seen == PyTuple.class ? "compareTuples" : seen == PyList.class ? "compareLists" : null;
  }

  private static boolean isText(Value value) {
    return Value.typeOf(value) == PyStr.class;
  }

  /** An operand of a comparison as a double that has exactly its value. */
  private void loadExact(Value value, int seen) {
    if (seen == Profile.LONG) {
      loadInt(value);
      t.out.guarded("exact", Translation.DOUBLE, Translation.LONG);
    } else {
      t.load(value, Kind.DOUBLE);
    }
  }

  private static Opcode condition(int operator) {
    return switch (operator) {
      case Comparison.LT -> Opcode.IFLT;
      case Comparison.LE -> Opcode.IFLE;
      case Comparison.EQ -> Opcode.IFEQ;
      case Comparison.NE -> Opcode.IFNE;
      case Comparison.GT -> Opcode.IFGT;
      default -> Opcode.IFGE;
    };
  }

  private static Opcode opposite(Opcode condition) {
    return switch (condition) {
      case IFLT -> Opcode.IFGE;
      case IFLE -> Opcode.IFGT;
      case IFEQ -> Opcode.IFNE;
      case IFNE -> Opcode.IFEQ;
      case IFGT -> Opcode.IFLE;
      case IFGE -> Opcode.IFLT;
      case IF_ACMPEQ -> Opcode.IF_ACMPNE;
      default -> Opcode.IF_ACMPEQ;
    };
  }

  /** With the order of two values on the JVM's stack: branches, or makes a truth. */
  private boolean finish(int operator, boolean floats) {
    return finish(condition(operator));
  }

  private boolean finish(Opcode condition) {
    int branch = branchBehind();
    if (branch >= 0) {
      int target = t.flow.target(t.next);
      t.next = t.flow.after(t.next);
      Opcode taken =
          branch == Opcodes.POP_JUMP_IF_TRUE ? condition : opposite(condition);
      t.out.branch(taken, t.edge(target));
      return true;
    }
    Label yes = t.out.label();
    Label end = t.out.label();
    t.out.branch(condition, yes);
    t.out.number(0);
    t.out.jump(end);
    t.out.bind(yes);
    t.out.number(1);
    t.out.bind(end);
    t.pushed(Kind.TRUTH, null);
    return true;
  }

  private boolean finishTruth() {
    int branch = branchBehind();
    if (branch >= 0) {
      int target = t.flow.target(t.next);
      t.next = t.flow.after(t.next);
      t.out.branch(branch == Opcodes.POP_JUMP_IF_TRUE ? Opcode.IFNE : Opcode.IFEQ, t.edge(target));
      return true;
    }
    t.pushed(Kind.TRUTH, null);
    return true;
  }

  /** Whether a value is known to be no number, which may lie without an object. */
  private static boolean isNoNumber(Value value) {
    Class<?> type = Value.typeOf(value);
    return type != null && type != PyFloat.class && type != PyLong.class;
  }

  /** Whether a value is an object, and not one made of a number that lay in a variable. */
  private static boolean isObject(Value value) {
    return value.kind() == Kind.REFERENCE && !(value instanceof Value.Word) || value instanceof Value.Constant;
  }

  /** {@code IS_OP}; {@code arg} is 1 for {@code is not}. */
  boolean is(int arg) {
    Value a = t.top(2);
    Value b = t.top(1);
    if (!isNoNumber(a) && !isNoNumber(b)) {
      boolean areObjects = isObject(a) && isObject(b);
      t.safepoints.ensure();
      Value[] v = t.operands(2);
      t.load(v[0], Kind.REFERENCE);
      t.load(v[1], Kind.REFERENCE);
      t.out.guarded(
          areObjects ? "isSameObject" : "isSame", Translation.TRUTH, Translation.OBJECT, Translation.OBJECT);
      if (arg != 0) {
        t.out.number(1);
        t.out.op(Opcode.IXOR);
      }
      return finishTruth();
    }
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    return finish(arg == 0 ? Opcode.IF_ACMPEQ : Opcode.IF_ACMPNE);
  }
}

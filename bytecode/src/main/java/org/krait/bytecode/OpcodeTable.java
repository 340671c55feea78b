package org.krait.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known about each instruction of CPython 3.12.1.
 *
 * <p>Opcodes are the numbers of {@link Opcodes}; methods that take one accept any {@code int} and
 * answer for an unknown one as for {@code CACHE}. A specialised or instrumented form answers as its
 * {@link #base}, except where it says otherwise.
 */
public final class OpcodeTable {
  /** The answer of {@link #stackEffect} where CPython refuses. */
  public static final int INVALID = Integer.MAX_VALUE;

  /** From this number on instructions carry an operand. */
  public static final int HAVE_ARGUMENT = 90;

  /** The first and last pseudo instruction. */
  public static final int MIN_PSEUDO = 256;

  public static final int MAX_PSEUDO = OpcodeData.NAME.length - 1;

  private static final int EXIT = 1;
  private static final int GOTO = 2;
  private static final int NEVER = 4;
  private static final int EXC = 8;
  private static final int QUIET = 16;
  private static final int PSEUDO = 32;
  private static final int SPECIALISED = 64;
  private static final int INSTRUMENTED = 128;

  private static final List<String> BINARY = List.of(OpcodeData.BINARY_SYMBOL);
  private static final List<String> COMPARE = List.of(OpcodeData.COMPARE_SYMBOL);
  private static final List<String> INTRINSIC1 = List.of(OpcodeData.INTRINSIC1_NAME);
  private static final List<String> INTRINSIC2 = List.of(OpcodeData.INTRINSIC2_NAME);

  private OpcodeTable() {}

  /** Made when a name is first asked for, which most processes never do. */
  private static final class Names {
    static final Map<String, Integer> NUMBERS = numbers();

    private static Map<String, Integer> numbers() {
      Map<String, Integer> numbers = new HashMap<>();
      for (int op = 0; op < OpcodeData.NAME.length; op++) {
        if (OpcodeData.NAME[op] != null) {
          numbers.put(OpcodeData.NAME[op], op);
        }
      }
      return Map.copyOf(numbers);
    }
  }

  private static int index(int op) {
    return op >= 0 && op < OpcodeData.NAME.length ? op : 0;
  }

  /** The name, or {@code <17>} for a number without one. */
  public static String name(int op) {
    String name = op == index(op) ? OpcodeData.NAME[op] : null;
    return name != null ? name : "<" + op + ">";
  }

  /** The opcode of this name, or -1. */
  public static int number(String name) {
    return Names.NUMBERS.getOrDefault(name, -1);
  }

  /** True for every instruction of the table, whatever its section. */
  public static boolean isDefined(int op) {
    return op == index(op) && OpcodeData.NAME[op] != null;
  }

  /** True for what may stand in a code object on disk. */
  public static boolean isStorable(int op) {
    return isDefined(op)
        && (OpcodeData.FLAGS[op] & (NEVER | PSEUDO | SPECIALISED | INSTRUMENTED)) == 0;
  }

  /** The instruction that a specialised or instrumented form stands for; else itself. */
  public static int base(int op) {
    return OpcodeData.BASE[index(op)];
  }

  /** Code units of inline cache after the instruction. */
  public static int caches(int op) {
    return OpcodeData.CACHES[index(op)];
  }

  /** A field of an inline cache, in code units. */
  public record CacheField(String name, int units) {}

  /** The fields of the inline cache. */
  public static List<CacheField> cacheFields(int op) {
    List<CacheField> fields = new ArrayList<>();
    for (String field : OpcodeData.CACHE_FIELDS[index(op)].split(" ")) {
      int star = field.indexOf('*');
      if (star > 0) {
        int units = Integer.parseInt(field.substring(star + 1));
        fields.add(new CacheField(field.substring(0, star), units));
      }
    }
    return fields;
  }

  public static OperandKind operandKind(int op) {
    return OpcodeData.OPERAND[index(op)];
  }

  /** How far the operand is shifted left to make room for flags, in bits. */
  public static int operandShift(int op) {
    return OpcodeData.SHIFT[index(op)];
  }

  /** The least operand of an instruction of kind {@link OperandKind#INT}. */
  public static int operandMin(int op) {
    return OpcodeData.LOW[index(op)];
  }

  /** The greatest operand of an instruction of kind {@link OperandKind#INT}. */
  public static int operandMax(int op) {
    return OpcodeData.HIGH[index(op)];
  }

  /** True when the instruction has an operand (all from {@link #HAVE_ARGUMENT} on). */
  public static boolean hasArg(int op) {
    return op >= HAVE_ARGUMENT && (op < MIN_PSEUDO || operandKind(op) != OperandKind.NONE);
  }

  public static boolean hasConst(int op) {
    return operandKind(op) == OperandKind.CONST;
  }

  public static boolean hasName(int op) {
    return operandKind(op) == OperandKind.NAME;
  }

  public static boolean hasLocal(int op) {
    return operandKind(op) == OperandKind.LOCAL;
  }

  public static boolean hasFree(int op) {
    return operandKind(op) == OperandKind.FREE;
  }

  public static boolean hasCompare(int op) {
    return operandKind(op) == OperandKind.COMPARE;
  }

  /** True for jumps, pseudo ones included, but not for {@link #hasExc}. */
  public static boolean hasJump(int op) {
    OperandKind kind = operandKind(op);
    return kind == OperandKind.FORWARD || kind == OperandKind.BACKWARD || kind == OperandKind.JUMP;
  }

  /** True for the pseudo instructions that name a handler ({@code SETUP_FINALLY} …). */
  public static boolean hasExc(int op) {
    return is(op, EXC);
  }

  /** True when the operand names another place: {@link #hasJump} or {@link #hasExc}. */
  public static boolean hasTarget(int op) {
    return hasJump(op) || hasExc(op);
  }

  public static boolean isPseudo(int op) {
    return is(op, PSEUDO);
  }

  public static boolean isSpecialised(int op) {
    return is(op, SPECIALISED);
  }

  public static boolean isInstrumented(int op) {
    return is(op, INSTRUMENTED);
  }

  public static boolean isBackwardJump(int op) {
    return operandKind(op) == OperandKind.BACKWARD;
  }

  public static boolean isUnconditionalJump(int op) {
    return is(op, GOTO);
  }

  /** True for what leaves the function or raises: {@code RETURN_VALUE}, {@code RERAISE} … */
  public static boolean isScopeExit(int op) {
    return is(op, EXIT);
  }

  /** True for what ends a basic block: jumps and scope exits. */
  public static boolean isTerminator(int op) {
    return hasJump(op) || isScopeExit(op);
  }

  /** True when control never reaches the next instruction. */
  public static boolean noFallThrough(int op) {
    return is(op, EXIT | GOTO);
  }

  /** True for what never raises an exception. */
  public static boolean isQuiet(int op) {
    return is(op, QUIET);
  }

  private static boolean is(int op, int flag) {
    return (OpcodeData.FLAGS[index(op)] & flag) != 0;
  }

  /**
   * By how much the stack grows, as {@code dis.stack_effect(op, oparg, jump=jump)} says.
   *
   * @return the growth, or {@link #INVALID} for an opcode that CPython refuses here (specialised,
   *     undefined)
   */
  public static int stackEffect(int op, int oparg, boolean jump) {
    return StackEffects.net(op, oparg, jump);
  }

  /** The symbols of {@code BINARY_OP}: {@code +}, {@code &} … {@code ^=}. */
  public static List<String> binaryOperators() {
    return BINARY;
  }

  /** The name of a binary operation: {@code NB_ADD}. */
  public static String binaryName(int operand) {
    return OpcodeData.BINARY_NAME[operand];
  }

  /** The symbols of {@code COMPARE_OP}, by the operand shifted right by 4. */
  public static List<String> comparisons() {
    return COMPARE;
  }

  /** The names of the functions of {@code CALL_INTRINSIC_1}. */
  public static List<String> intrinsics1() {
    return INTRINSIC1;
  }

  /** The names of the functions of {@code CALL_INTRINSIC_2}. */
  public static List<String> intrinsics2() {
    return INTRINSIC2;
  }
}

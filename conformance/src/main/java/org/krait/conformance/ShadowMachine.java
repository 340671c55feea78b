package org.krait.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.bytecode.OperandKind;
import org.krait.bytecode.StackEffects;
import org.krait.bytecode.StackKind;
import org.krait.constants.Constant;

/**
 * Walks at random through code that the verifier accepted, with kinds in place of values, and
 * checks at each step what a real machine would rely on: a test of the verifier that shares nothing
 * with it but the table of instructions.
 */
final class ShadowMachine implements StackEffects.Follower {
  /** What a machine that trusts the verifier would have stumbled over. */
  static final class Stumble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stumble(String message) {
      super(message);
    }
  }

  private enum Variable {
    UNBOUND,
    VALUE,
    CELL
  }

  private static final int MAX_STEPS = 300;

  private final CodeObject code;
  private final Random random;
  private final List<StackKind> stack = new ArrayList<>();
  private final Variable[] variables;
  private int pc;
  private int looked;
  private boolean failing;

  ShadowMachine(CodeObject code, Random random) {
    this.code = code;
    this.random = random;
    variables = new Variable[code.localsPlusKinds().length];
    int parameters =
        code.argCount()
            + code.kwOnlyArgCount()
            + Integer.bitCount(code.flags() & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS));
    Arrays.fill(variables, Variable.UNBOUND);
    Arrays.fill(variables, 0, parameters, Variable.VALUE);
  }

  /** Walks until the function ends or long enough. */
  void walk() {
    for (int steps = 0; steps < MAX_STEPS && step(); steps++) {}
  }

  private static void demand(boolean condition, String what) {
    if (!condition) {
      throw new Stumble(what);
    }
  }

  private int octet(int index) {
    demand(index < code.code().length, "runs off the end");
    return code.code()[index] & 0xff;
  }

  private boolean step() {
    int arg = 0;
    while (octet(2 * pc) == Opcodes.EXTENDED_ARG) {
      arg = arg << 8 | octet(2 * pc++ + 1);
    }
    int op = octet(2 * pc);
    int unit = pc;
    arg = arg << 8 | octet(2 * pc + 1);
    demand(OpcodeTable.isStorable(op), OpcodeTable.name(op) + " at " + 2 * pc);
    pc += 1 + OpcodeTable.caches(op);
    if (!OpcodeTable.isQuiet(op) && random.nextInt(12) == 0) {
      takeInputs(op, arg);
      return raise(unit);
    }
    execute(op, arg);
    if (op == Opcodes.RERAISE || op == Opcodes.RAISE_VARARGS) {
      return raise(unit);
    }
    return !OpcodeTable.isScopeExit(op);
  }

  /** Most instructions have taken their values from the stack when they raise. */
  private void takeInputs(int op, int arg) {
    if (op != Opcodes.YIELD_VALUE && OpcodeTable.operandKind(op) != OperandKind.LOCAL) {
      looked = 0;
      failing = true;
      StackEffects.follow(op, arg, false, this);
      failing = false;
    }
  }

  private boolean raise(int unit) {
    ExceptionTable table = new ExceptionTable(code.exceptionTable());
    if (!ExceptionTable.find(table, unit)) {
      return false;
    }
    demand(stack.size() >= table.depth(), "handler of " + 2 * unit + " finds too few values");
    stack.subList(table.depth(), stack.size()).clear();
    if (table.pushesLasti()) {
      put(StackKind.LASTI, 1);
    }
    put(StackKind.EXC, 1);
    pc = table.target();
    return true;
  }

  private void execute(int op, int arg) {
    looked = 0;
    switch (OpcodeTable.operandKind(op)) {
      case LOCAL -> local(op, arg);
      case FREE -> free(op, arg);
      case FORWARD, BACKWARD -> jump(op, arg);
      default -> {
        switch (op) {
          case Opcodes.SWAP -> java.util.Collections.swap(stack, top(1), top(arg));
          case Opcodes.COPY -> put(stack.get(top(arg)), 1);
          case Opcodes.LOAD_CONST -> put(kind(code.constants().get(arg)), 1);
          case Opcodes.COPY_FREE_VARS ->
              Arrays.fill(variables, variables.length - arg, variables.length, Variable.CELL);
          default -> StackEffects.follow(op, arg, false, this);
        }
      }
    }
  }

  private int top(int n) {
    demand(n >= 1 && n <= stack.size(), "value " + n + " of " + stack.size());
    return stack.size() - n;
  }

  private static StackKind kind(Constant constant) {
    return switch (constant) {
      case CodeObject _ -> StackKind.CODE;
      case Constant.Tuple _ -> StackKind.TUPLE;
      default -> StackKind.ANY;
    };
  }

  private void jump(int op, int arg) {
    boolean jumps = OpcodeTable.isUnconditionalJump(op) || random.nextBoolean();
    StackEffects.follow(op, arg, jumps, this);
    if (jumps) {
      pc += OpcodeTable.operandKind(op) == OperandKind.BACKWARD ? -arg : arg;
      demand(pc >= 0, "jumps before the start");
      demand(op != Opcodes.FOR_ITER || octet(2 * pc) == Opcodes.END_FOR, "no END_FOR");
    }
  }

  private void local(int op, int index) {
    Variable variable = variables[index];
    switch (op) {
      case Opcodes.LOAD_FAST -> {
        demand(variable == Variable.VALUE, "LOAD_FAST of " + variable);
        boolean iterator = index == 0 && code.localsPlusNames().getFirst().equals(".0");
        put(iterator ? StackKind.ITER : StackKind.ANY, 1);
      }
      case Opcodes.LOAD_FAST_CHECK -> {
        demand(variable != Variable.CELL, "LOAD_FAST_CHECK of a cell");
        variables[index] = Variable.VALUE;
        put(StackKind.ANY, 1);
      }
      case Opcodes.LOAD_FAST_AND_CLEAR -> {
        put(
            switch (variable) {
              case UNBOUND -> StackKind.NULL;
              case VALUE -> StackKind.ANY;
              case CELL -> StackKind.CELL;
            },
            1);
        variables[index] = Variable.UNBOUND;
      }
      case Opcodes.STORE_FAST ->
          variables[index] =
              switch (stack.remove(top(1))) {
                case NULL -> Variable.UNBOUND;
                case CELL -> Variable.CELL;
                default -> Variable.VALUE;
              };
      case Opcodes.DELETE_FAST -> {
        demand(variable != Variable.CELL, "DELETE_FAST of a cell");
        variables[index] = Variable.UNBOUND;
      }
      default -> throw new Stumble(OpcodeTable.name(op));
    }
  }

  private void free(int op, int index) {
    if (op == Opcodes.MAKE_CELL) {
      variables[index] = Variable.CELL;
    } else {
      demand(variables[index] == Variable.CELL, OpcodeTable.name(op) + " of " + variables[index]);
      StackEffects.follow(op, index, false, this);
    }
  }

  @Override
  public void take(StackKind kind, int count) {
    for (int i = 0; i < count; i++) {
      check(kind, stack.remove(top(1)));
    }
  }

  @Override
  public void look(StackKind kind, int count) {
    for (int i = 0; i < count; i++) {
      check(kind, stack.get(top(++looked)));
    }
  }

  private static void check(StackKind wanted, StackKind found) {
    boolean fits =
        switch (wanted) {
          case MAYBE, UNSEEN, NTH -> true;
          case ANY -> found != StackKind.NULL;
          default -> found == wanted;
        };
    demand(fits, "wants " + wanted + ", finds " + found);
  }

  @Override
  public void put(StackKind kind, int count) {
    for (int i = 0; i < count && !failing; i++) {
      stack.add(
          kind != StackKind.MAYBE ? kind : random.nextBoolean() ? StackKind.ANY : StackKind.NULL);
    }
    demand(stack.size() <= code.stackSize(), "stack of " + stack.size());
  }
}

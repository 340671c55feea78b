package org.krait.bytecode.verify;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.constants.Constant;

/** Checks each instruction by itself and with its neighbour, reachable or not. */
final class VerifyOperands {
  /** Counts beyond this are refused before anything is added up. */
  private static final int MAX_COUNT = 1 << 20;

  private static final String WITHOUT_YIELD =
      "JUMP_BACKWARD_NO_INTERRUPT that is reached without a YIELD_VALUE";

  private final CodeObject code;
  private final InstructionMap map;
  private final Findings findings;
  private final boolean generator;
  private int starts;

  /** The two instructions before the one that is looked at; -1 where there is none. */
  private int previous = -1;

  private int beforePrevious = -1;

  /** The places of {@code RESUME} in front of jumps at which nobody is asked whether to stop. */
  private final List<Integer> resumed = new ArrayList<>();

  VerifyOperands(CodeObject code, InstructionMap map, Findings findings) {
    this.code = code;
    this.map = map;
    this.findings = findings;
    this.generator = (code.flags() & VerifyFields.GENERATORS) != 0;
  }

  void run() {
    for (int at = 0; at < map.units(); at = map.next(at)) {
      if (!OpcodeTable.isStorable(map.opcode(at))) {
        boolean known = !name(at).startsWith("<");
        add(
            at,
            Rule.OPCODE,
            known
                ? name(at) + " does not stand in stored code"
                : "unknown opcode " + map.opcode(at));
      } else {
        extensions(at);
        caches(at);
        operand(at);
        neighbour(at);
      }
      beforePrevious = previous;
      previous = at;
    }
    if (starts != (generator ? 1 : 0)) {
      findings.add(
          Rule.GENERATOR,
          starts + " RETURN_GENERATOR with flags 0x" + Integer.toHexString(code.flags()));
    }
  }

  /** To be called when all labels are known: loops that cannot be stopped yield each time. */
  void quietJumps() {
    for (int resume : resumed) {
      if (map.isLabel(resume) || map.isLabel(map.next(resume))) {
        add(map.next(resume), Rule.GENERATOR, WITHOUT_YIELD);
      }
    }
  }

  private void add(int at, Rule rule, String sentence) {
    findings.add(2 * map.place(at), rule, sentence);
  }

  private String name(int at) {
    return OpcodeTable.name(map.opcode(at));
  }

  private void extensions(int at) {
    int count = map.place(at) - at;
    boolean dangling = map.opcode(at) == Opcodes.EXTENDED_ARG;
    if (dangling || count > 3 || count > 0 && !OpcodeTable.hasArg(map.opcode(at))) {
      add(at, Rule.EXTENDED_ARG, (count + (dangling ? 1 : 0)) + " before " + name(at));
    }
  }

  private void caches(int at) {
    int end = map.next(at);
    if (end > map.units()) {
      add(at, Rule.CACHE_SIZE, "the caches of " + name(at) + " are cut off");
      return;
    }
    for (int i = 2 * map.place(at) + 2; i < 2 * end; i++) {
      if (code.code()[i] != 0) {
        add(at, Rule.CACHE_CONTENT, "a cache of " + name(at) + " is not empty");
        return;
      }
    }
  }

  private void operand(int at) {
    int op = map.opcode(at);
    long arg = map.arg(at);
    int shift = OpcodeTable.operandShift(op);
    switch (OpcodeTable.operandKind(op)) {
      case CONST -> index(at, arg, code.constants().size(), "constants");
      case NAME -> index(at, arg >> shift, code.names().size(), "names");
      case LOCAL, FREE -> index(at, arg, code.localsPlusKinds().length, "variables");
      case COMPARE -> index(at, arg >> shift, OpcodeTable.comparisons().size(), "comparisons");
      case BINARY -> index(at, arg, OpcodeTable.binaryOperators().size(), "operators");
      case INTRINSIC1 -> function(at, arg, OpcodeTable.intrinsics1());
      case INTRINSIC2 -> function(at, arg, OpcodeTable.intrinsics2());
      case FORWARD, BACKWARD -> jump(at);
      case INT -> number(at, arg);
      case NONE, JUMP -> {}
    }
  }

  private void index(int at, long index, int size, String what) {
    if (index >= size) {
      add(at, Rule.OPERAND, name(at) + " " + index + " of " + size + " " + what);
    }
  }

  private void function(int at, long index, List<String> functions) {
    if (index == 0) {
      add(at, Rule.OPERAND, name(at) + " calls " + functions.getFirst());
    }
    index(at, index, functions.size(), "functions");
  }

  private void number(int at, long arg) {
    int op = map.opcode(at);
    if (op == Opcodes.UNPACK_EX ? (arg & 0xff) + (arg >> 8) > MAX_COUNT : arg > MAX_COUNT) {
      add(at, Rule.OPERAND, name(at) + " " + arg);
    } else if (arg < OpcodeTable.operandMin(op) || arg > OpcodeTable.operandMax(op)) {
      add(at, Rule.OPERAND, name(at) + " " + arg);
    }
  }

  private void jump(int at) {
    long target = map.target(at);
    if (!map.isStart(target)) {
      add(at, Rule.JUMP_TARGET, name(at) + " to " + 2 * target + ", where no instruction starts");
      return;
    }
    map.setLabel((int) target);
    if (map.opcode(at) == Opcodes.FOR_ITER && map.opcode((int) target) != Opcodes.END_FOR) {
      add(at, Rule.LOOP_END, "FOR_ITER to " + 2 * target + ", which is no END_FOR");
    }
  }

  private void neighbour(int at) {
    int next = map.next(at);
    int following = map.isStart(next) ? map.opcode(next) : -1;
    switch (map.opcode(at)) {
      case Opcodes.RETURN_GENERATOR -> starts++;
      case Opcodes.KW_NAMES -> keywords(at, following == Opcodes.CALL ? map.arg(next) : -1);
      case Opcodes.YIELD_VALUE -> {
        if (!generator) {
          add(at, Rule.GENERATOR, "YIELD_VALUE in code that is no generator");
        } else if (following != Opcodes.RESUME) {
          add(at, Rule.GENERATOR, "YIELD_VALUE without RESUME after it");
        }
      }
      case Opcodes.JUMP_BACKWARD_NO_INTERRUPT -> {
        if (beforePrevious < 0
            || map.opcode(previous) != Opcodes.RESUME
            || map.opcode(beforePrevious) != Opcodes.YIELD_VALUE) {
          add(at, Rule.GENERATOR, WITHOUT_YIELD);
        } else {
          resumed.add(previous);
        }
      }
      case Opcodes.COPY_FREE_VARS -> {
        int free = 0;
        for (byte kind : code.localsPlusKinds()) {
          free += (kind & CodeFlags.FAST_FREE) != 0 ? 1 : 0;
        }
        if (map.arg(at) != free) {
          add(at, Rule.CELL, "COPY_FREE_VARS " + map.arg(at) + " of " + free);
        }
      }
      default -> {}
    }
  }

  private static boolean areNames(Constant.Tuple tuple) {
    for (Constant item : tuple.items()) {
      if (!(item instanceof Constant.Str)) {
        return false;
      }
    }
    return true;
  }

  private void keywords(int at, long arguments) {
    if (map.arg(at) >= code.constants().size()) {
      return;
    }
    Constant names = code.constants().get((int) map.arg(at));
    boolean good =
        names instanceof Constant.Tuple t
            && t.items().size() <= arguments
            && areNames(t);
    if (!good) {
      add(at, Rule.KW_NAMES, "no tuple of names for the arguments of a CALL that follows");
    }
  }
}

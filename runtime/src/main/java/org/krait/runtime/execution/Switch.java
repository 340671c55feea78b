package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Tier 0: a switch over the decoded instructions, the reference for every other executor.
 *
 * <p>The loop is one method because HotSpot compiles it as a whole; it must stay under 8,000 bytes of
 * bytecode, above which HotSpot does not compile at all (a test watches that). Hot instructions stand
 * here, each as a call of a small static where it does more than move values; the others are in
 * {@link Instructions}.
 *
 * <p>HotSpot is told to inline none of those statics ({@code java.options}): with them its second
 * compiler takes 0.3 s for 80 KB of machine code, one to three times in the first seconds, and more
 * assumptions that may fail; without them 0.06 s for 31 KB that are as quick.
 *
 * <p>While the thread is attentive, the instructions come from an array in which those that let go of
 * something are replaced ({@link Drops}). A frame that runs meanwhile turns to it behind a call.
 *
 * <p>{@code frame.pc} is written before every instruction, because an exception is dispatched by the
 * place where it was raised; {@code frame.sp} only when the frame is left.
 */
final class Switch {
  /** Units to skip behind each instruction: its inline caches. */
  private static final int[] SKIP = new int[256];

  static {
    for (int op = 0; op < SKIP.length; op++) {
      SKIP[op] = OpcodeTable.isStorable(op) ? OpcodeTable.caches(op) : 0;
    }
  }

  static {
    // A class that is not there when the loop is compiled costs a second compilation, of a quarter of a second.
    UnitShape.loadFirst();
  }

  private Switch() {}

  /** Forgets slots. A method of its own: a loop within the loop is compiled for entry in mid-run, at the whole's cost. */
  private static void clear(PyObject[] s, int from, int to) {
    for (int i = from; i < to; i++) {
      s[i] = null;
    }
  }

  /** Runs until the frame returns or yields. */
  static PyObject loop(PyFrame frame) {
    final PyCode code = frame.code;
    int[] instructions = frame.thread.isAttentive ? code.attentive() : code.instructions;
    final PyObject[] s = frame.slots;
    final Heat heat = code.heat;
    int pc = frame.pc + 1;
    int sp = frame.sp;
    PyStr[] keywords = null;
    frame.pc = pc;
    int word = instructions[pc++];
    while (true) {
      int arg = word >>> 8;
      switch (word & 0xff) {
        case RESUME -> {
          if (frame.thread.pending) {
            pc = Polls.resume(frame, pc);
          }
        }
        case NOP, EXTENDED_ARG, CACHE -> {}
        case POP_TOP -> s[--sp] = null;
        case PUSH_NULL -> s[sp++] = null;
        case END_FOR -> {
          s[--sp] = null;
          s[--sp] = null;
        }
        case COPY -> {
          s[sp] = s[sp - arg];
          sp++;
        }
        case SWAP -> {
          PyObject top = s[sp - 1];
          s[sp - 1] = s[sp - arg];
          s[sp - arg] = top;
        }

        // ---- variables and constants

        case LOAD_CONST -> s[sp++] = code.constants[arg];
        case LOAD_FAST -> s[sp++] = s[arg];
        case STORE_FAST -> {
          s[arg] = s[--sp];
          s[sp] = null;
        }
        case LOAD_FAST_CHECK -> s[sp++] = Variables.checked(code, arg, s[arg]);
        case LOAD_FAST_AND_CLEAR -> {
          s[sp++] = s[arg];
          s[arg] = null;
        }
        case LOAD_DEREF -> s[sp++] = Variables.loadCell(code, arg, s[arg]);
        case STORE_DEREF -> {
          ((PyCell) s[arg]).set(s[--sp]);
          s[sp] = null;
        }
        case LOAD_GLOBAL -> {
          if ((arg & 1) != 0) {
            s[sp++] = null;
          }
          s[sp++] = Globals.load(frame, pc - 1, arg >> 1);
          pc += 4;
        }
        case LOAD_NAME -> s[sp++] = Variables.loadName(frame, code.names[arg]);
        case STORE_NAME -> {
          Variables.storeName(frame, code.names[arg], s[--sp]);
          s[sp] = null;
        }
        case STORE_GLOBAL -> {
          storeGlobal(frame, code.names[arg], s[--sp]);
          s[sp] = null;
        }

        // ---- attributes and items

        case LOAD_ATTR -> {
          if ((arg & 1) == 0) {
            s[sp - 1] = AttributeCache.load(frame, pc - 1, s[sp - 1], code.names[arg >> 1]);
          } else {
            AttributeCache.loadMethod(frame, pc - 1, s, sp - 1, code.names[arg >> 1]);
            sp++;
          }
          pc += 9;
        }
        case STORE_ATTR -> {
          AttributeCache.store(frame, pc - 1, s[sp - 1], code.names[arg], s[sp - 2]);
          s[--sp] = null;
          s[--sp] = null;
          pc += 4;
        }
        case BINARY_SUBSCR -> {
          if (code.profile != null) {
            Profile.subscript(code, pc - 1, s[sp - 2], s[sp - 1]);
          }
          s[sp - 2] = item(s[sp - 2], s[sp - 1]);
          s[--sp] = null;
          pc += 1;
        }
        case STORE_SUBSCR -> {
          if (code.profile != null) {
            Profile.subscript(code, pc - 1, s[sp - 2], s[sp - 1]);
          }
          setItem(s[sp - 2], s[sp - 1], s[sp - 3]);
          s[--sp] = null;
          s[--sp] = null;
          s[--sp] = null;
          pc += 1;
        }

        // ---- operations

        case BINARY_OP -> {
          PyObject value = binary(arg, s[sp - 2], s[sp - 1]);
          if (code.profile != null) {
            Profile.operation(code, pc - 1, s[sp - 2], s[sp - 1], value);
          }
          s[sp - 2] = value;
          s[--sp] = null;
          pc += 1;
        }
        case COMPARE_OP -> {
          if (code.profile != null) {
            Profile.comparison(code, pc - 1, s[sp - 2], s[sp - 1]);
          }
          s[sp - 2] = compare(s[sp - 2], s[sp - 1], arg >> 4);
          s[--sp] = null;
          pc += 1;
        }
        case IS_OP -> {
          s[sp - 2] = PyBool.of(isSame(s[sp - 2], s[sp - 1]) == (arg == 0));
          s[--sp] = null;
        }
        case CONTAINS_OP -> {
          if (code.profile != null) {
            Profile.type(code, pc - 1, s[sp - 1]);
          }
          s[sp - 2] = PyBool.of(contains(s[sp - 1], s[sp - 2]) == (arg == 0));
          s[--sp] = null;
        }
        case UNARY_NOT -> s[sp - 1] = PyBool.of(!isTrue(code, pc, s[sp - 1]));

        // ---- jumps

        case JUMP_FORWARD -> pc += arg;
        case JUMP_BACKWARD -> {
          pc -= arg;
          if (frame.thread.pending) {
            Polls.poll(frame);
          }
          if (++heat.count >= heat.limit || heat.loops != null) {
            PyObject result = Tiering.turn(frame, pc, sp);
            if (result == CompiledCode.CONTINUE) {
              pc = frame.pc + 1;
              sp = frame.sp;
            } else if (result != null) {
              return result;
            }
          }
        }
        case JUMP_BACKWARD_NO_INTERRUPT -> pc -= arg;
        case POP_JUMP_IF_FALSE -> {
          PyObject value = s[--sp];
          s[sp] = null;
          if (value == PyBool.FALSE || value != PyBool.TRUE && !isTrue(code, pc, value)) {
            pc += arg;
          }
        }
        case POP_JUMP_IF_TRUE -> {
          PyObject value = s[--sp];
          s[sp] = null;
          if (value == PyBool.TRUE || value != PyBool.FALSE && isTrue(code, pc, value)) {
            pc += arg;
          }
        }
        case POP_JUMP_IF_NONE -> {
          pc += s[--sp] == PyNone.NONE ? arg : 0;
          s[sp] = null;
        }
        case POP_JUMP_IF_NOT_NONE -> {
          pc += s[--sp] != PyNone.NONE ? arg : 0;
          s[sp] = null;
        }
        case GET_ITER -> {
          if (code.profile != null) {
            Profile.type(code, pc - 1, s[sp - 1]);
          }
          s[sp - 1] = iterator(s[sp - 1]);
        }
        case FOR_ITER -> {
          if (code.profile != null) {
            Profile.iterator(code, pc - 1, s[sp - 1]);
          }
          PyObject item = next(s[sp - 1]);
          pc += 1;
          if (item != null) {
            s[sp++] = item;
          } else {
            s[--sp] = null;
            pc += arg + 1;
          }
        }

        // ---- calls

        case KW_NAMES -> keywords = Calls.keywordNames(code, pc - 1, arg);
        case CALL -> {
          int base = sp - arg - 2;
          PyObject result = Calls.call(frame, s, base, arg, keywords);
          keywords = null;
          s[base] = result;
          clear(s, base + 1, sp);
          sp = base + 1;
          pc += 3;
          if (frame.thread.isAttentive) {
            instructions = code.attentive();
          }
        }
        case RETURN_VALUE -> {
          return s[sp - 1];
        }
        case RETURN_CONST -> {
          return code.constants[arg];
        }
        case RETURN_GENERATOR -> {
          frame.sp = sp;
          return Generators.create(frame);
        }
        case YIELD_VALUE -> {
          PyObject value = s[--sp];
          s[sp] = null;
          frame.sp = sp;
          frame.state = PyFrame.SUSPENDED;
          return value;
        }
        case SEND -> {
          if (code.profile != null) {
            Profile.iterator(code, pc - 1, s[sp - 2]);
          }
          PyObject value = Generators.send(frame, s[sp - 2], s[sp - 1]);
          pc += 1;
          if (value == null) {
            value = frame.returned;
            frame.returned = null;
            pc += arg;
          }
          s[sp - 1] = value;
        }

        // ---- collections

        case BUILD_TUPLE -> {
          sp -= arg;
          s[sp] = PyTuple.of(Calls.take(s, sp, arg));
          sp++;
        }
        case LIST_APPEND -> {
          append(s[sp - 1 - arg], s[sp - 1]);
          if (code.profile != null) {
            Profile.form(code, pc - 1, (PyList) s[sp - 1 - arg]);
          }
          s[--sp] = null;
        }
        case UNPACK_SEQUENCE -> {
          if (code.profile != null) {
            Profile.sequence(code, pc - 1, s[sp - 1]);
          }
          sp = unpack(s, sp - 1, arg);
          pc += 1;
        }
        default -> {
          if ((word & 0xff) >= INSTRUMENTED_LOAD_SUPER_ATTR) {
            frame.sp = sp;
            word = word == Drops.ATTENTIVE
                ? Drops.run(frame, keywords)
                : Instrumented.run(frame, word);
            instructions = frame.thread.isAttentive ? code.attentive() : code.instructions;
            sp = frame.sp;
            pc = frame.pc + 1;
            keywords = (word & 0xff) == NOP ? null : keywords;
            continue;
          }
          sp = Instructions.execute(frame, word & 0xff, arg, sp);
          pc += SKIP[word & 0xff];
          if (frame.thread.isAttentive) {
            instructions = code.attentive();
          }
        }
      }
      frame.pc = pc;
      word = instructions[pc++];
    }
  }

  private static boolean isTrue(PyCode code, int pc, PyObject value) {
    if (code.profile != null) {
      Profile.instance(code, pc - 1, value);
    }
    return Objects.isTrue(value);
  }

  private static PyObject binary(int operator, PyObject a, PyObject b) {
    return switch (operator) {
      case 0 -> Operators.add(a, b);
      case 10 -> Operators.sub(a, b);
      case 5 -> Operators.mul(a, b);
      case 13 -> Operators.iadd(a, b);
      default -> Instructions.binary(operator, a, b);
    };
  }

  // ---- what is compiled by itself, each with what it calls

  private static void storeGlobal(PyFrame frame, PyStr name, PyObject value) {
    frame.globals.put(name, value);
  }

  private static PyObject item(PyObject container, PyObject key) {
    return Items.get(container, key);
  }

  private static void setItem(PyObject container, PyObject key, PyObject value) {
    Items.set(container, key, value);
  }

  private static boolean contains(PyObject container, PyObject value) {
    return Items.contains(container, value);
  }

  private static int unpack(PyObject[] s, int place, int count) {
    return Items.unpack(s, place, count);
  }

  private static PyObject compare(PyObject a, PyObject b, int operator) {
    return Compare.compare(a, b, operator);
  }

  private static boolean isSame(PyObject a, PyObject b) {
    return GuardedNumbers.isSameObject(a, b);
  }

  private static PyObject iterator(PyObject value) {
    return Iteration.iterator(value);
  }

  private static PyObject next(PyObject iterator) {
    return Iteration.next(iterator);
  }

  private static void append(PyObject list, PyObject value) {
    ((PyList) list).append(value);
  }
}

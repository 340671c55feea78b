package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import java.util.Arrays;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.OpcodeTable;

/**
 * What lies on the operand stack before each instruction, as far as jumps by {@code f_lineno} must know.
 *
 * <p>A shape is a number with three bits for each value, the top of the stack the lowest. It answers as
 * CPython does, which looks at no more than 21 values.
 */
final class StackShapes {
  static final long UNREACHED = -2;
  static final long TOO_DEEP = -1;

  static final int ITERATOR = 1;
  static final int EXCEPT = 2;
  static final int OBJECT = 3;
  static final int NULL = 4;
  static final int LASTI = 5;

  private static final int BITS = 3;
  private static final long FULL = 1L << (63 / BITS - 1) * BITS;

  private final int[] instructions;
  private final long[] shapes;
  private boolean again;

  StackShapes(PyCode code, int[] originals) {
    instructions = originals;
    shapes = new long[originals.length + 1];
    Arrays.fill(shapes, UNREACHED);
    shapes[0] = 0;
    do {
      again = false;
      follow();
      readHandlers(code);
    } while (again);
  }

  long at(int unit) {
    return shapes[unit];
  }

  static int top(long shape) {
    return (int) (shape & (1 << BITS) - 1);
  }

  static long pop(long shape) {
    return shape >> BITS;
  }

  private static long pop(long shape, int count) {
    for (int i = 0; i < count; i++) {
      shape = pop(shape);
    }
    return shape;
  }

  private static long push(long shape, int kind) {
    return shape < 0 || shape >= FULL ? TOO_DEEP : shape << BITS | kind;
  }

  private static int depth(long shape) {
    int depth = 0;
    for (long rest = shape; rest > 0; rest = pop(rest)) {
      depth++;
    }
    return depth;
  }

  private static int peek(long shape, int place) {
    return top(pop(shape, place - 1));
  }

  private static long swap(long shape, int place) {
    int shift = BITS * (place - 1);
    long mask = (1 << BITS) - 1;
    long deep = shape >> shift & mask;
    long top = shape & mask;
    return shape & ~(mask << shift) & ~mask | top << shift | deep;
  }

  private void follow() {
    for (int i = 0; i < instructions.length; ) {
      int op = instructions[i] & 0xff;
      int next = i + 1 + OpcodeTable.caches(op);
      if (shapes[i] != UNREACHED) {
        step(i, op, instructions[i] >>> 8, next);
      }
      i = next;
    }
  }

  private void jump(int from, int to, long shape) {
    if (to >= 0 && to < shapes.length) {
      again |= shapes[to] == UNREACHED && to < from;
      shapes[to] = shape;
    }
  }

  private void step(int at, int op, int arg, int next) {
    long shape = shapes[at];
    switch (op) {
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE -> {
        shape = pop(shape);
        jump(at, next + arg, shape);
      }
      case SEND -> jump(at, next + arg, shape);
      case JUMP_FORWARD -> {
        jump(at, next + arg, shape);
        return;
      }
      case JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT -> {
        jump(at, next - arg, shape);
        return;
      }
      case RETURN_VALUE, RETURN_CONST, RAISE_VARARGS, RERAISE -> {
        return;
      }
      case GET_ITER, GET_AITER -> shape = push(pop(shape), ITERATOR);
      case FOR_ITER -> {
        shape = push(shape, OBJECT);
        jump(at, next + arg, shape);
      }
      case END_ASYNC_FOR -> shape = pop(shape, 2);
      case PUSH_EXC_INFO -> shape = push(shape, EXCEPT);
      case POP_EXCEPT -> shape = pop(shape);
      case PUSH_NULL -> shape = push(shape, NULL);
      case LOAD_GLOBAL -> shape = push((arg & 1) != 0 ? push(shape, NULL) : shape, OBJECT);
      case LOAD_ATTR -> {
        if ((arg & 1) != 0) {
          shape = push(push(pop(shape), NULL), OBJECT);
        }
      }
      case CALL -> shape = push(pop(shape, arg + 2), OBJECT);
      case SWAP -> shape = swap(shape, arg);
      case COPY -> shape = push(shape, peek(shape, arg));
      default -> shape = grown(shape, OpcodeTable.stackEffect(op, arg, false));
    }
    shapes[next] = shape;
  }

  private static long grown(long shape, int delta) {
    for (int i = 0; i < -delta; i++) {
      shape = pop(shape);
    }
    for (int i = 0; i < delta; i++) {
      shape = push(shape, OBJECT);
    }
    return shape;
  }

  private void readHandlers(PyCode code) {
    ExceptionTable table = new ExceptionTable(code.object().exceptionTable());
    while (table.next()) {
      long shape = shapes[table.start()];
      if (shape == UNREACHED || shapes[table.target()] != UNREACHED) {
        continue;
      }
      again = true;
      while (depth(shape) > table.depth()) {
        shape = pop(shape);
      }
      shape = table.pushesLasti() ? push(shape, LASTI) : shape;
      shapes[table.target()] = push(shape, EXCEPT);
    }
  }

  private static boolean isCompatible(int from, int to) {
    return switch (to) {
      case 0 -> false;
      case OBJECT -> from != NULL;
      case NULL -> true;
      default -> from == to;
    };
  }

  /** Whether a stack of one shape can be made one of the other by taking values away. */
  static boolean canBecome(long from, long to) {
    if (from < 0 || to < 0) {
      return false;
    }
    while (from > to) {
      from = pop(from);
    }
    for (; from != 0; from = pop(from), to = pop(to)) {
      if (!isCompatible(top(from), top(to))) {
        return false;
      }
    }
    return to == 0;
  }

  /** Why a stack cannot have a shape. */
  static String explain(long to) {
    if (to == TOO_DEEP) {
      return "stack is too deep to analyze";
    }
    if (to == UNREACHED) {
      return "can't jump into an exception handler, or code may be unreachable";
    }
    return switch (top(to)) {
      case EXCEPT -> "can't jump into an 'except' block as there's no exception";
      case LASTI -> "can't jump into a re-raising block as there's no location";
      case ITERATOR -> "can't jump into the body of a for loop";
      default -> "incompatible stacks";
    };
  }
}

package org.krait.runtime.execution;

import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/**
 * Generators whose end nobody can see, although they wait inside of {@code try}: all that {@code close()} would do is
 * to ask handlers of other exceptions, named by global or builtin names, whether they want GeneratorExit.
 *
 * <p>The iteration of every {@code collections.abc.Sequence} is one of them, and {@code in} drops it where it stops.
 * A collection of the JVM for each of those would take a thousand times what they do.
 */
final class SilentEnds {
  /** {@code RESUME} behind a {@code yield}: what stands behind {@code yield from} would have to be closed first. */
  private static final int BEHIND_YIELD = Opcodes.RESUME | 1 << 8;

  /** Instructions, caches counted, in which {@code LOAD_GLOBAL} says its name. */
  private static final int LOAD_GLOBAL_UNITS = 5;

  private SilentEnds() {}

  /** Whether a suspended frame would let GeneratorExit pass and do nothing else. */
  static boolean isSilent(PyFrame frame) {
    PyCode code = frame.code;
    if (frame.globals.getClass() != PyDict.class
        || frame.builtins.getClass() != PyDict.class
        || (code.original(frame.pc) & 0xff) != Opcodes.YIELD_VALUE
        || (code.original(frame.pc + 1) & 0x3ff) != BEHIND_YIELD) {
      return false;
    }
    // From the innermost handler outwards; each starts behind those before it.
    int at = frame.pc;
    for (long handler = code.handlerAt(at); handler >= 0; handler = code.handlerAt(at)) {
      int target = (int) (handler >>> 33);
      if (code.isOnlyStopHandled(at)) {
        return true;
      }
      at = (code.original(target) & 0xff) == Opcodes.PUSH_EXC_INFO ? passed(frame, target + 1) : -1;
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where a handler raises again what none of its clauses names, for good; or -1. */
  private static int passed(PyFrame frame, int first) {
    PyCode code = frame.code;
    int at = first;
    while ((code.original(at) & 0xff) == Opcodes.LOAD_GLOBAL) {
      at = clause(frame, at);
      if (at < 0) {
        return -1;
      }
    }
    if (code.original(at) != Opcodes.RERAISE) {
      return -1;
    }
    // The handler's own takes the exception off those that are being handled.
    int end = (int) (code.handlerAt(at) >> 33);
    boolean isEnd =
        end >= 0
            && code.original(end) == (Opcodes.COPY | 3 << 8)
            && (code.original(end + 1) & 0xff) == Opcodes.POP_EXCEPT
            && (code.original(end + 2) & 0xff) == Opcodes.RERAISE;
    return isEnd ? end + 2 : -1;
  }

  /** Where the next clause starts, when this one names other exceptions alone; or -1. */
  private static int clause(PyFrame frame, int first) {
    PyCode code = frame.code;
    int at = first;
    int names = 0;
    for (; (code.original(at) & 0xff) == Opcodes.LOAD_GLOBAL; at += LOAD_GLOBAL_UNITS) {
      if (!isOther(frame, code.names[code.original(at) >>> 9])) {
        return -1;
      }
      names++;
    }
    if (code.original(at) == (Opcodes.BUILD_TUPLE | names << 8)) {
      at++;
    } else if (names > 1) {
      return -1;
    }
    boolean isTest =
        (code.original(at) & 0xff) == Opcodes.CHECK_EXC_MATCH
            && (code.original(at + 1) & 0xff) == Opcodes.POP_JUMP_IF_FALSE;
    return isTest ? at + 2 + (code.original(at + 1) >>> 8) : -1;
  }

  /** Whether a name is a class of exceptions that GeneratorExit is none of. */
  private static boolean isOther(PyFrame frame, PyStr name) {
    PyObject value = frame.globals.get(name);
    if (value == null) {
      value = ((PyDict) frame.builtins).get(name);
    }
    return value instanceof PyType type
        && type.isSubtypeOf(PyExceptions.BaseException)
        && !PyExceptions.GeneratorExit.isSubtypeOf(type);
  }
}

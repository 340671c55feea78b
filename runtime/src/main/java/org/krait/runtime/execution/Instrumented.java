package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Instructions that somebody watches, out of the interpreter loop.
 *
 * <p>Each raises its event. Then it either gives the loop the original word to run, or it has done the
 * work itself, as jumps do, of which the event must know the outcome.
 */
final class Instrumented {
  private Instrumented() {}

  /**
   * Raises the events of the instruction at {@code frame.pc}; {@code frame.sp} is the stack's top, before
   * and after.
   *
   * @return the word to run at {@code frame.pc}; a {@code NOP} when the instruction is done
   */
  static int run(PyFrame frame, int word) {
    PyCode code = frame.code;
    Instrumentation data = code.instrumentation();
    Monitoring monitoring = frame.thread.interpreter.monitoring;
    if (data.isStale(monitoring)) {
      data.update(monitoring);
      return code.instructions[frame.pc];
    }
    return switch (word & 0xff) {
      case INSTRUMENTED_LINE -> line(frame, data, monitoring);
      case INSTRUMENTED_INSTRUCTION -> instruction(frame, data, monitoring);
      default -> own(frame, data, monitoring, data.originals[frame.pc]);
    };
  }

  private static int line(PyFrame frame, Instrumentation data, Monitoring monitoring) {
    int at = frame.pc;
    int tools = data.lineTools(at);
    int from = FrameExtras.takeOrigin(frame, at);
    if (tools != 0 && frame.thread.tracing == 0 && data.lines().isDue(at, from)) {
      PyObject line = Monitoring.line(frame.code.lineAt(at));
      monitoring.raise(frame, Monitoring.LINE, at, tools, frame.code, line);
      if (frame.pc != at) {
        return done(frame, frame.pc);
      }
    }
    return data.afterLine(at);
  }

  private static int instruction(PyFrame frame, Instrumentation data, Monitoring monitoring) {
    int at = frame.pc;
    int tools = data.instructionTools(at);
    if (tools != 0) {
      monitoring.raise(
          frame, Monitoring.INSTRUCTION, at, tools, frame.code, Monitoring.offset(at));
      if (frame.pc != at) {
        return done(frame, frame.pc);
      }
    }
    AllocationWatch watch = monitoring.allocations();
    int word = data.afterInstruction(at);
    return watch != null && word == data.originals[at]
        ? Allocating.run(frame, data, word, watch)
        : word;
  }

  /** The instruction is done and the next one is at {@code next}. */
  static int done(PyFrame frame, int next) {
    frame.pc = next - 1;
    return NOP;
  }

  private static int own(PyFrame frame, Instrumentation data, Monitoring monitoring, int word) {
    int at = frame.pc;
    int arg = word >>> 8;
    PyObject[] s = frame.slots;
    switch (word & 0xff) {
      case RESUME -> {
        int event = arg == 0 ? Monitoring.PY_START : Monitoring.PY_RESUME;
        raise(frame, data, monitoring, event);
        return frame.pc == at ? word : done(frame, frame.pc);
      }
      case RETURN_VALUE -> {
        raise(frame, data, monitoring, Monitoring.PY_RETURN, s[frame.sp - 1]);
        return word;
      }
      case RETURN_CONST -> {
        raise(frame, data, monitoring, Monitoring.PY_RETURN, frame.code.constants[arg]);
        return word;
      }
      case YIELD_VALUE -> {
        PyObject value = s[--frame.sp];
        PyObject shown = value instanceof Generators.AsyncYield yielded ? yielded.value : value;
        raise(frame, data, monitoring, Monitoring.PY_YIELD, shown);
        s[frame.sp++] = value;
        return word;
      }
      case JUMP_FORWARD -> {
        return jump(frame, data, monitoring, Monitoring.JUMP, at + 1 + arg);
      }
      case JUMP_BACKWARD -> {
        int next = jump(frame, data, monitoring, Monitoring.JUMP, at + 1 - arg);
        if (frame.thread.pending) {
          Polls.poll(frame);
        }
        return next;
      }
      case FOR_ITER -> {
        return forIter(frame, data, monitoring, arg);
      }
      case END_FOR, END_SEND -> {
        stopped(frame, data, monitoring);
        return word;
      }
      case CALL -> {
        return call(frame, data, monitoring, arg);
      }
      case CALL_FUNCTION_EX -> {
        return callEx(frame, data, monitoring, arg);
      }
      case LOAD_SUPER_ATTR -> {
        return loadSuper(frame, data, monitoring, arg);
      }
      default -> {
        boolean jumps = condition(word & 0xff, s[frame.sp - 1]);
        s[--frame.sp] = null;
        return jump(frame, data, monitoring, Monitoring.BRANCH, jumps ? at + 1 + arg : at + 1);
      }
    }
  }

  private static boolean condition(int op, PyObject value) {
    return switch (op) {
      case POP_JUMP_IF_FALSE -> !Objects.isTrue(value);
      case POP_JUMP_IF_TRUE -> Objects.isTrue(value);
      case POP_JUMP_IF_NONE -> value == PyNone.NONE;
      default -> value != PyNone.NONE;
    };
  }

  /** Raises the event of the instruction at {@code frame.pc} for the tools that watch it. */
  private static void raise(
      PyFrame frame, Instrumentation data, Monitoring monitoring, int event, PyObject... more) {
    int at = frame.pc;
    int tools = data.tools(at);
    if (tools != 0 && frame.thread.tracing == 0) {
      PyObject[] args = new PyObject[more.length + 2];
      args[0] = frame.code;
      args[1] = Monitoring.offset(at);
      System.arraycopy(more, 0, args, 2, more.length);
      monitoring.raise(frame, event, at, tools, args);
    }
  }

  /** The event comes when the jump is made; the frame stands at its target then. */
  private static int jump(
      PyFrame frame, Instrumentation data, Monitoring monitoring, int event, int target) {
    int at = frame.pc;
    int tools = data.tools(at);
    if (tools != 0 && frame.thread.tracing == 0) {
      frame.pc = target;
      try {
        monitoring.raise(
            frame, event, at, tools, frame.code, Monitoring.offset(at), Monitoring.offset(target));
      } catch (PyException e) {
        frame.pc = at;
        throw e;
      }
      if (frame.pc != target) {
        return done(frame, frame.pc);
      }
    }
    if (data.lines() != null) {
      FrameExtras.setOrigin(frame, at, target);
    }
    return done(frame, target);
  }

  private static int forIter(
      PyFrame frame, Instrumentation data, Monitoring monitoring, int arg) {
    PyObject[] s = frame.slots;
    int at = frame.pc;
    PyObject iterator = s[frame.sp - 1];
    PyObject item =
        iterator instanceof PyGenerator && data.tools(at) != 0 || iterator.type().isHeap()
            ? next(frame, monitoring, iterator)
            : Iteration.next(iterator);
    if (item != null) {
      if (monitoring.allocations() != null) {
        Allocating.iterated(frame, monitoring.allocations(), iterator, item);
      }
      s[frame.sp++] = item;
      return jump(frame, data, monitoring, Monitoring.BRANCH, at + 2);
    }
    if (iterator instanceof PyGenerator && data.tools(at) == 0) {
      ended(frame, data, monitoring, at + 2 + arg);
    }
    s[--frame.sp] = null;
    return jump(frame, data, monitoring, Monitoring.BRANCH, at + 3 + arg);
  }

  /** The end of a generator in a loop where nobody watches the branch. */
  private static void ended(
      PyFrame frame, Instrumentation data, Monitoring monitoring, int mark) {
    int tools = data.tools(mark);
    if (tools != 0 && frame.thread.tracing == 0) {
      monitoring.raise(
          frame,
          Monitoring.STOP_ITERATION,
          mark,
          tools,
          frame.code,
          Monitoring.offset(mark),
          Resumable.stopWith(PyNone.NONE).value());
    }
  }

  /** The next item of an iterator whose StopIteration is an exception like others. */
  private static PyObject next(PyFrame frame, Monitoring monitoring, PyObject iterator) {
    try {
      if (iterator instanceof PyGenerator generator) {
        return nextYielded(generator);
      }
      return SpecialCalls.nextOrThrow(iterator);
    } catch (PyException e) {
      if (!e.is(PyExceptions.StopIteration)) {
        throw e;
      }
      PyException now = monitoring.raise(frame, Monitoring.RAISE, frame.pc, e);
      if (now != e) {
        throw now;
      }
      return null;
    }
  }

  /** What a generator yields; null when it returned None, an exception for another value. */
  private static PyObject nextYielded(PyGenerator generator) {
    if (generator.isDone()) {
      return null;
    }
    PyObject yielded = generator.resume(PyNone.NONE);
    if (yielded != null) {
      return yielded;
    }
    PyObject result = generator.takeResult();
    if (result != PyNone.NONE) {
      throw Resumable.stopWith(result);
    }
    return null;
  }

  /** The end of a generator in a loop or {@code yield from}: as if it had raised StopIteration. */
  private static void stopped(PyFrame frame, Instrumentation data, Monitoring monitoring) {
    PyObject receiver = frame.slots[frame.sp - 2];
    if (!(receiver instanceof PyGenerator) && !(receiver instanceof PyCoroutine)) {
      return;
    }
    PyBaseException stop = Resumable.stopWith(frame.slots[frame.sp - 1]).value();
    raise(frame, data, monitoring, Monitoring.STOP_ITERATION, stop);
  }

  // ---- calls

  private static int call(PyFrame frame, Instrumentation data, Monitoring monitoring, int arg) {
    PyObject[] s = frame.slots;
    int at = frame.pc;
    int base = frame.sp - arg - 2;
    PyObject callee = s[base] != null ? s[base] : s[base + 1];
    int count = s[base] != null ? arg + 1 : arg;
    PyObject first = count == 0 ? Monitoring.MISSING : s[frame.sp - count];
    raise(frame, data, monitoring, Monitoring.CALL, callee, first);
    PyObject result;
    if (isPython(callee)) {
      result = Calls.call(frame, s, base, arg, keywords(frame.code, data, at));
      setCalled(frame, data, at + 4);
    } else {
      try {
        result = Calls.call(frame, s, base, arg, keywords(frame.code, data, at));
      } catch (PyException e) {
        throw failed(frame, data, monitoring, e, callee, first);
      }
      raise(frame, data, monitoring, Monitoring.C_RETURN, callee, first);
    }
    if (monitoring.allocations() != null) {
      Allocating.called(frame, monitoring.allocations(), s[base], s, base + 1, frame.sp, result);
    }
    s[base] = result;
    java.util.Arrays.fill(s, base + 1, frame.sp, null);
    frame.sp = base + 1;
    return done(frame, at + 4);
  }

  private static void setCalled(PyFrame frame, Instrumentation data, int next) {
    if (data.lines() != null) {
      FrameExtras.setOrigin(frame, FrameExtras.CALLED, next);
    }
  }

  private static boolean isPython(PyObject callee) {
    return callee instanceof PyFunction
        || callee instanceof PyBoundMethod method && method.function instanceof PyFunction;
  }

  private static PyException failed(
      PyFrame frame,
      Instrumentation data,
      Monitoring monitoring,
      PyException raised,
      PyObject callee,
      PyObject first) {
    try {
      raise(frame, data, monitoring, Monitoring.C_RAISE, callee, first);
      return raised;
    } catch (PyException other) {
      return other;
    }
  }

  /** The keywords of a call, which stand in the instruction before it. */
  static PyStr[] keywords(PyCode code, Instrumentation data, int at) {
    int before = at - 1;
    while (before >= 0 && (data.originals[before] & 0xff) == EXTENDED_ARG) {
      before--;
    }
    int word = before >= 0 ? data.originals[before] : 0;
    return (word & 0xff) == KW_NAMES ? Calls.keywordNames(code, before, word >>> 8) : null;
  }

  private static int callEx(PyFrame frame, Instrumentation data, Monitoring monitoring, int arg) {
    PyObject[] s = frame.slots;
    int at = frame.pc;
    int top = frame.sp - (arg & 1);
    PyObject callee = s[top - 2];
    PyObject first = Monitoring.MISSING;
    if (!(s[top - 1] instanceof PyTuple)) {
      s[top - 1] = PyTuple.of(Merging.positional(callee, s[top - 1]));
    }
    if (((PyTuple) s[top - 1]).size() > 0) {
      first = ((PyTuple) s[top - 1]).get(0);
    }
    if (callee instanceof PyFunction || callee instanceof PyBoundMethod) {
      // CPython tells of these calls in no event.
      frame.sp = Instructions.execute(frame, CALL_FUNCTION_EX, arg, frame.sp);
      if (callee instanceof PyFunction) {
        setCalled(frame, data, at + 1);
      }
    } else {
      raise(frame, data, monitoring, Monitoring.CALL, callee, first);
      try {
        frame.sp = Instructions.execute(frame, CALL_FUNCTION_EX, arg, frame.sp);
      } catch (PyException e) {
        throw failed(frame, data, monitoring, e, callee, first);
      }
      raise(frame, data, monitoring, Monitoring.C_RETURN, callee, first);
    }
    return done(frame, at + 1);
  }

  private static int loadSuper(
      PyFrame frame, Instrumentation data, Monitoring monitoring, int arg) {
    PyObject[] s = frame.slots;
    int at = frame.pc;
    PyObject callee = s[frame.sp - 3];
    PyObject first = (arg & 2) != 0 ? s[frame.sp - 2] : Monitoring.MISSING;
    raise(frame, data, monitoring, Monitoring.CALL, callee, first);
    PyObject value;
    try {
      value = (arg & 2) != 0 ? callee.call(s[frame.sp - 2], s[frame.sp - 1]) : callee.call();
    } catch (PyException e) {
      throw failed(frame, data, monitoring, e, callee, first);
    }
    raise(frame, data, monitoring, Monitoring.C_RETURN, callee, first);
    value = Attributes.get(value, frame.code.names[arg >> 2]);
    int sp = Instructions.drop(s, frame.sp, 3);
    if ((arg & 1) != 0) {
      s[sp++] = null;
    }
    s[sp++] = value;
    frame.sp = sp;
    return done(frame, at + 2);
  }
}

package org.krait.runtime.execution;

import java.util.List;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.Errors;
import org.krait.runtime.JavaFailure;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialResults;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStopIteration;
import org.krait.runtime.types.PyTuple;

/** From machine code back to the interpreter: machine code jumps here with all its variables. */
public final class Deoptimize {
  private Deoptimize() {}

  /**
   * Leaves code without a frame.
   *
   * @param cause a failed guard, what was raised, or callees' frames on their way out
   * @param number which exit
   * @return null when the cause is to be thrown on
   */
  public static PyObject withoutFrame(
      CompiledCode unit,
      Throwable cause,
      int number,
      ThreadState thread,
      PyFunction function,
      PyObject[] references,
      long[] numbers) {
    Exit exit = unit.exits[number];
    PyFrame frame =
        new PyFrame(thread, unit.code, function, function.globals, function.builtins);
    if (isPassing(unit, exit, cause, thread)) {
      exit.fillVariables(frame.slots, references, numbers);
      frame.state = PyFrame.DONE;
      passOn(exit, (PyException) cause, frame);
      return null;
    }
    exit.fill(frame.slots, references, numbers);
    frame.state = PyFrame.RUNNING;
    if (isGuard(cause)) {
      standBefore(frame, unit, exit, cause, thread);
      Unwinding unwinding = new Unwinding();
      unwinding.frames.add(frame);
      throw unwinding;
    }
    standIn(frame, unit, exit, references);
    if (cause instanceof Unwinding unwinding) {
      unwinding.frames.add(frame);
      throw unwinding;
    }
    frame.returned = null;
    unwind(frame, raised(cause));
    unit.caught();
    Unwinding unwinding = new Unwinding();
    unwinding.frames.add(frame);
    throw unwinding;
  }

  /**
   * Leaves code that makes its frame when one is needed: runs on in the interpreter, below the caller.
   *
   * @param frame null when none was made yet
   * @return what the function returns; null when the cause is to be thrown on
   */
  public static PyObject inPlace(
      CompiledCode unit,
      Throwable cause,
      int number,
      ThreadState thread,
      PyFunction function,
      PyFrame frame,
      int depth,
      PyObject[] references,
      long[] numbers) {
    Exit exit = unit.exits[number];
    if (frame == null) {
      frame = GuardedOperations.open(thread, unit.code, function);
    }
    if (isPassing(unit, exit, cause, thread)) {
      exit.fillVariables(frame.slots, references, numbers);
      passOn(exit, (PyException) cause, frame);
      thread.depth = depth;
      GuardedOperations.close(thread, frame);
      return null;
    }
    exit.fill(frame.slots, references, numbers);
    exit.tell(thread, references);
    thread.frame = frame;
    thread.depth = depth + 1;
    try {
      thread.checkDepth();
      if (isGuard(cause)) {
        standBefore(frame, unit, exit, cause, thread);
      } else {
        standIn(frame, unit, exit, references);
        try {
          if (!(cause instanceof Unwinding unwinding)) {
            frame.returned = null;
            throw raised(cause);
          }
          PyFrame callee = unwinding.frames.getLast();
          pass(frame, callee, resume(thread, depth + 1, unwinding));
        } catch (PyException raised) {
          unwind(frame, raised);
          unit.caught();
        } catch (RuntimeException | Error failure) {
          Execute.unwind(frame, JavaFailure.of(thread, failure));
        }
      }
      PyObject value = Execute.goOn(frame);
      return frame.state == PyFrame.SUSPENDED ? Awaited.suspend(value, thread, frame, depth) : value;
    } finally {
      thread.depth = depth;
      if (frame.state != PyFrame.SUSPENDED) {
        GuardedOperations.close(thread, frame);
      }
    }
  }

  /** Whether what was raised is an exception that the frame has no handler for and nobody watches. */
  private static boolean isPassing(
      CompiledCode unit, Exit exit, Throwable cause, ThreadState thread) {
    return cause instanceof PyException raised
        && (!exit.way().handled() || unit.code.lets(exit.way().pc(), raised.value()))
        && thread.interpreter.monitoring == null
        && !endsLoop(unit.code, exit.way().pc(), raised);
  }

  /** Whether an exception is the end that {@code __next__} tells a loop of. */
  private static boolean endsLoop(PyCode code, int pc, PyException raised) {
    return raised.value() instanceof PyStopIteration && op(code, pc) == Opcodes.FOR_ITER;
  }

  /** From what was raised to the frame's handler, or to the end of its loop; throws it where there is none. */
  private static void unwind(PyFrame frame, PyException raised) {
    if (endsLoop(frame.code, frame.pc, raised)) {
      pass(frame, null);
    } else {
      Execute.unwind(frame, raised);
    }
  }

  /** Adds a frame that an exception only passes through to the traceback. */
  private static void passOn(Exit exit, PyException raised, PyFrame frame) {
    Exit.Way way = exit.way();
    frame.pc = way.pc();
    if (raised.again) {
      raised.again = false;
    } else {
      raised.value().addTraceback(frame, way.line());
    }
    if (raised.lasti >= 0) {
      frame.pc = raised.lasti;
      raised.lasti = -1;
    }
  }

  /**
   * Leaves code that resumes generators; as {@link #withFrame}, with the frame on top. Where an exception leaves the frame,
   * null, and the exception in {@link ThreadState#passing}.
   */
  public static PyObject resumed(
      CompiledCode unit,
      Throwable cause,
      int number,
      ThreadState thread,
      PyFrame frame,
      int depth,
      PyObject[] references,
      long[] numbers) {
    Resumable.attach(thread, frame);
    Exit exit = unit.exits[number];
    if (isPassing(unit, exit, cause, thread)) {
      PyException raised = (PyException) cause;
      exit.fillVariables(frame.slots, references, numbers);
      clearStack(frame);
      passOn(exit, raised, frame);
      Resumable.pass(thread, frame, depth, raised.value());
      return null;
    }
    return withFrame(unit, cause, number, thread, frame, depth + 1, references, numbers);
  }

  /**
   * Leaves code that resumes generators and looks at no frames: their callers have to leave too, before
   * the interpreter may go on. Exceptions that leave the frame are given to the caller as by {@link #resumed}.
   */
  public static PyObject quietly(
      CompiledCode unit,
      Throwable cause,
      int number,
      ThreadState thread,
      PyFrame frame,
      PyObject[] references,
      long[] numbers) {
    Exit exit = unit.exits[number];
    frame.held = null;
    frame.thread = thread;
    if (isPassing(unit, exit, cause, thread)) {
      PyException raised = (PyException) cause;
      exit.fillVariables(frame.slots, references, numbers);
      clearStack(frame);
      passOn(exit, raised, frame);
      frame.state = PyFrame.DONE;
      thread.passing = raised.value();
      return null;
    }
    exit.fill(frame.slots, references, numbers);
    frame.state = PyFrame.SUSPENDED;
    Unwinding unwinding = cause instanceof Unwinding below ? below : new Unwinding();
    if (isGuard(cause)) {
      standBefore(frame, unit, exit, cause, thread);
    } else {
      standIn(frame, unit, exit, references);
      if (cause != unwinding) {
        frame.returned = null;
        try {
          unwind(frame, raised(cause));
        } catch (PyException raised) {
          frame.state = PyFrame.DONE;
          throw raised;
        }
        unit.caught();
      }
    }
    unwinding.frames.add(frame);
    throw unwinding;
  }

  /**
   * The same where the frame still waits for another generator, as machine code left it, and that one raised or was left:
   * returns where the exception is given to the caller.
   */
  public static void whileWaiting(ThreadState thread, PyFrame frame, Throwable cause, CompiledCode unit) {
    frame.settle();
    frame.thread = thread;
    frame.state = PyFrame.SUSPENDED;
    frame.pc -= Delegation.BEHIND_SEND;
    if (cause instanceof PyException raised
        && unit.code.lets(frame.pc, raised.value())
        && thread.interpreter.monitoring == null) {
      clearStack(frame);
      raised.value().addTraceback(frame);
      frame.state = PyFrame.DONE;
      thread.passing = raised.value();
      return;
    }
    Unwinding unwinding = cause instanceof Unwinding below ? below : new Unwinding();
    frame.returned = null;
    if (cause != unwinding) {
      try {
        unwind(frame, raised(cause));
      } catch (PyException raised) {
        frame.state = PyFrame.DONE;
        throw raised;
      }
      unit.caught();
    }
    unwinding.frames.add(frame);
    throw unwinding;
  }

  /** What to throw where a suspended frame stands where such code cannot go on, or holds what it is not for. */
  public static Throwable strayed(CompiledCode unit, PyFrame frame, PyObject sent) {
    unit.strayed();
    frame.settle();
    frame.slots[frame.sp++] = sent;
    Unwinding unwinding = new Unwinding();
    unwinding.frames.add(frame);
    return unwinding;
  }

  /** Goes on with a generator that such code left: what it yields, or null at its end. */
  public static PyObject unwound(ThreadState thread, PyFrame frame, int depth, Throwable cause) {
    if (cause instanceof Unwinding unwinding) {
      return resume(thread, depth, unwinding);
    }
    thread.depth = depth;
    if (cause instanceof RuntimeException exception) {
      throw exception;
    }
    throw (Error) cause;
  }

  /** Leaves code with a frame: CONTINUE, or throws what was raised. */
  public static PyObject withFrame(
      CompiledCode unit,
      Throwable cause,
      int number,
      ThreadState thread,
      PyFrame frame,
      int depth,
      PyObject[] references,
      long[] numbers) {
    Exit exit = unit.exits[number];
    exit.fill(frame.slots, references, numbers);
    exit.tell(thread, references);
    thread.depth = depth;
    if (isGuard(cause)) {
      standBefore(frame, unit, exit, cause, thread);
      return CompiledCode.CONTINUE;
    }
    standIn(frame, unit, exit, references);
    try {
      if (cause instanceof Unwinding unwinding) {
        PyFrame callee = unwinding.frames.getLast();
        pass(frame, callee, resume(thread, depth, unwinding));
        return CompiledCode.CONTINUE;
      }
      frame.returned = null;
      throw raised(cause);
    } catch (PyException raised) {
      if (!endsLoop(unit.code, frame.pc, raised)) {
        throw raised;
      }
      pass(frame, null);
      return CompiledCode.CONTINUE;
    }
  }

  /**
   * Before machine code goes on with a suspended frame that was not left by the same code: what it keeps
   * as numbers is taken out of the frame.
   *
   * @param wanted what it keeps there, or null for nothing
   * @param count the room for numbers
   */
  public static void regain(PyFrame frame, Exit wanted, int count) {
    if (frame.held != wanted) {
      regainLeft(frame, wanted, count);
    }
  }

  private static void regainLeft(PyFrame frame, Exit wanted, int count) {
    frame.settle();
    if (wanted != null && !wanted.hold(frame.slots, frame.numbers(count))) {
      throw GuardFailed.INSTANCE;
    }
    frame.held = wanted;
  }

  /** The call itself, where an exit stands at its keywords. */
  static int call(PyCode code, int pc) {
    byte[] bytes = code.object().code();
    while ((bytes[2 * pc] & 0xff) == Opcodes.KW_NAMES || (bytes[2 * pc] & 0xff) == Opcodes.EXTENDED_ARG) {
      pc++;
    }
    return pc;
  }

  // ---- exceptions that machine code handles itself

  /** Whether something thrown is an exception that a handler in machine code may take. */
  public static boolean isCaught(Throwable cause, ThreadState thread) {
    return cause instanceof PyException && thread.interpreter.monitoring == null;
  }

  /** The same in {@code FOR_ITER}, where StopIteration is none. */
  public static boolean isCaughtInLoop(Throwable cause, ThreadState thread) {
    return isCaught(cause, thread) && !(((PyException) cause).value() instanceof PyStopIteration);
  }

  /** The exception object for a handler; the frame shows where it was raised. */
  public static PyObject caught(Throwable cause, ThreadState thread, PyFrame frame, int depth) {
    PyException raised = (PyException) cause;
    thread.frame = frame;
    thread.depth = depth;
    if (raised.again) {
      raised.again = false;
    } else {
      raised.value().addTraceback(frame);
    }
    frame.code.heat.catches++;
    return raised.value();
  }

  /** The place to be raised at again, where a handler wants to know. */
  public static PyObject place(Throwable cause, int pc) {
    int lasti = ((PyException) cause).lasti;
    return PyLong.of(lasti >= 0 ? lasti : pc);
  }

  private static boolean isGuard(Throwable cause) {
    return cause instanceof GuardFailed || cause instanceof ArithmeticException;
  }

  private static PyException raised(Throwable cause) {
    return switch (cause) {
      case PyException raised -> raised;
      case StackOverflowError overflow ->
          Errors.make(PyExceptions.RecursionError, "maximum recursion depth exceeded");
      case OutOfMemoryError full -> Errors.of(PyExceptions.MemoryError);
      case RuntimeException other -> throw other;
      case Error other -> throw other;
      default -> throw new IllegalStateException(cause);
    };
  }

  /** Puts a frame before the instruction whose guard failed, and counts the failure. */
  private static void standBefore(
      PyFrame frame, CompiledCode unit, Exit exit, Throwable cause, ThreadState thread) {
    frame.pc = exit.pc() - 1;
    frame.sp = exit.sp();
    clearAbove(frame);
    if (!unit.stale && exit.kept() != Exit.QUIET && !thread.pending) {
      unit.failed(exit, cause);
    }
  }

  /** Puts a frame in the instruction that called or raised. */
  private static void standIn(PyFrame frame, CompiledCode unit, Exit exit, PyObject[] references) {
    frame.pc = exit.way().pc();
    frame.sp = exit.called();
    keep(frame, exit, references);
    clearAbove(frame);
  }

  private static void clearStack(PyFrame frame) {
    frame.sp = frame.code.localsCount;
    clearAbove(frame);
  }

  private static void clearAbove(PyFrame frame) {
    PyObject[] slots = frame.slots;
    for (int i = frame.sp; i < slots.length; i++) {
      slots[i] = null;
    }
  }

  /** Puts aside what stands in for the result of the call that a frame waits for, or operands. */
  private static void keep(PyFrame frame, Exit exit, PyObject[] references) {
    int op = op(frame);
    if (exit.kept() >= 0) {
      frame.returned = references[exit.kept()];
    } else if ((op == Opcodes.BINARY_OP || op == Opcodes.COMPARE_OP)
        && exit.called() == exit.sp() - 2) {
      frame.returned = PyTuple.of(frame.slots[frame.sp], frame.slots[frame.sp + 1]);
    } else if (isTest(op) && exit.called() == exit.sp() - 1) {
      frame.returned = frame.slots[frame.sp];
    }
  }

  private static boolean isTest(int op) {
    return op == Opcodes.UNARY_NOT
        || op == Opcodes.POP_JUMP_IF_TRUE
        || op == Opcodes.POP_JUMP_IF_FALSE;
  }

  private static int op(PyFrame frame) {
    return op(frame.code, frame.pc);
  }

  private static int op(PyCode code, int pc) {
    return code.object().code()[2 * pc] & 0xff;
  }

  /** Gives a frame the result of the callee that it waits for; a generator's null is its end. */
  private static void pass(PyFrame frame, PyFrame callee, PyObject result) {
    if (result == null && op(frame) == Opcodes.CALL) {
      throw ((Resumable) callee.generator).stop();
    }
    if (result == null && op(frame) == Opcodes.SEND) {
      int arg = frame.code.instructions[frame.pc] >>> 8;
      pass(frame, ((Resumable) callee.generator).takeResult());
      frame.pc += arg;
      return;
    }
    pass(frame, result);
  }

  /** Gives a frame the result of the call that it waits for: a function's, or a special method's. */
  private static void pass(PyFrame frame, PyObject result) {
    int op = op(frame);
    int arg = frame.code.instructions[frame.pc] >>> 8;
    if (op == Opcodes.FOR_ITER) {
      if (result != null) {
        frame.slots[frame.sp++] = result;
        frame.pc += 1;
      } else {
        frame.slots[--frame.sp] = null;
        frame.pc += 2 + arg;
      }
      return;
    }
    PyObject kept = frame.returned;
    frame.returned = null;
    switch (op) {
      case Opcodes.BINARY_OP, Opcodes.COMPARE_OP -> {
        PyTuple operands = (PyTuple) kept;
        PyObject a = operands.get(0);
        PyObject b = operands.get(1);
        push(
            frame,
            op == Opcodes.BINARY_OP
                ? SpecialResults.operator(result, a, b, arg)
                : SpecialResults.comparison(result, a, b, arg >> 4));
      }
      case Opcodes.CONTAINS_OP -> push(frame, PyBool.of(SpecialResults.truth(result) == (arg == 0)));
      case Opcodes.UNARY_NOT -> push(frame, PyBool.of(!truth(kept, result)));
      case Opcodes.POP_JUMP_IF_TRUE, Opcodes.POP_JUMP_IF_FALSE -> {
        if (truth(kept, result) == (op == Opcodes.POP_JUMP_IF_TRUE)) {
          frame.pc += arg;
        }
      }
      case Opcodes.GET_ITER, Opcodes.GET_YIELD_FROM_ITER -> push(frame, SpecialResults.iterator(result));
      case Opcodes.STORE_SUBSCR, Opcodes.STORE_ATTR -> {}
      case Opcodes.BEFORE_WITH, Opcodes.BEFORE_ASYNC_WITH -> {
        push(frame, kept);
        push(frame, result);
      }
      default -> {
        if (kept != null) {
          GenericOperations.checkInitResult(result);
          result = kept;
        }
        push(frame, result);
      }
    }
    frame.pc += OpcodeTable.caches(op);
  }

  private static void push(PyFrame frame, PyObject value) {
    frame.slots[frame.sp++] = value;
  }

  private static boolean truth(PyObject value, PyObject result) {
    return value.type().special(Special.BOOL) != null
        ? SpecialResults.bool(result)
        : SpecialResults.length(result);
  }

  /** Runs frames that were left, from the innermost on; returns the result of the outermost. */
  static PyObject resume(ThreadState thread, int depth, Unwinding unwinding) {
    thread.depth = depth;
    List<PyFrame> frames = unwinding.frames;
    return resume(thread, frames, frames.size() - 1);
  }

  private static PyObject resume(ThreadState thread, List<PyFrame> frames, int at) {
    PyFrame frame = frames.get(at);
    PyFrame back = thread.frame;
    int depth = thread.depth;
    Resumable generator = frame.generator instanceof Resumable resumed ? resumed : null;
    if (generator != null) {
      Resumable.attach(thread, frame);
    } else {
      frame.back = back;
      thread.frame = frame;
      thread.depth = depth + 1;
    }
    try {
      thread.checkDepth();
      if (at > 0) {
        try {
          pass(frame, frames.get(at - 1), resume(thread, frames, at - 1));
        } catch (PyException raised) {
          unwind(frame, raised);
        }
      }
      PyObject value = Execute.goOn(frame);
      return generator == null ? value : generator.ran(thread, value);
    } finally {
      if (generator != null) {
        generator.stop(thread);
      }
      thread.depth = depth;
      thread.frame = back;
      if (frame.state != PyFrame.SUSPENDED) {
        frame.state = PyFrame.DONE;
      }
      if (generator != null) {
        generator.release(thread);
      }
    }
  }
}

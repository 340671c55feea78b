package org.krait.runtime.execution;

import org.krait.runtime.Assumption;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyZip;

/**
 * A code object as JVM bytecode; the classes that extend this are generated.
 *
 * <p>Functions take their arguments directly and have no frame, unless they do something in which Python
 * code could look at frames: then the frame is made before the first such thing, and kept right at every
 * point where anybody could look. Where none can ever be seen, one is made only to hand over to the
 * interpreter. What is entered in mid-run (generators, loops) runs a {@link PyFrame} that it is given.
 */
public abstract class CompiledCode implements Assumption.Dependent {
  /** What {@link #run} returns when the frame is to go on in the interpreter where it stands. */
  public static final PyObject CONTINUE = marker("of a frame that goes on");

  /** An object that no program sees. */
  static PyObject marker(String what) {
    return new Marker(what);
  }

  private static final class Marker extends PyObject {
    private final String what;

    Marker(String what) {
      this.what = what;
    }

    @Override
    public PyType type() {
      throw new IllegalStateException("the marker " + what + " escaped");
    }
  }

  /**
   * What a code object whose machine code was dropped runs before it is looked at again: twice as much after
   * each translation, so that code that never settles costs little, and code that settles late is not given up.
   */
  private static final int COOLING = 400;

  private static final int MOST_DOUBLINGS = 14;

  /** Failures of guards after which the code is translated again. */
  private static final int PATIENCE = 12;

  /** Generators that could not be drained after which the code is translated for them: their makers had time to be. */
  private static final int MANY_STRAYS = 200_000;

  public final PyCode code;

  /** The globals that it is linked to. */
  public final PyDict globals;

  public final Exit[] exits;
  public final boolean frameless;

  /** True when something that it was built on has changed; looked at behind every call. */
  public boolean stale;

  /** That it is not stale, for those that call it directly. */
  public final Assumption valid = new Assumption();

  /** Its method, for calls through a {@link CallLink}; null where that cannot be. */
  public java.lang.invoke.MethodHandle direct;

  /** The same for resuming generators, through a {@link ResumeLink}; null where it makes none. */
  public java.lang.invoke.MethodHandle resumption;

  /** Whether it drains generators; see {@link Draining}. */
  public boolean drains;

  /** Where it, draining a generator expression, takes a {@code zip} that nobody else has; or -1. */
  public int zipLoad = -1;

  /** Generators that it could not drain because of that. */
  private int strays;

  /** Whether it runs generators and looks at no frames. */
  public boolean quiet;

  /** Where a frame of it stands when it waits for another generator of the same code that a {@link Chain} may keep. */
  public int[] waits = {};

  /** Whether its exception handlers were translated. */
  public boolean handles;

  private int failed;

  protected CompiledCode(PyCode code, PyDict globals, Exit[] exits, boolean frameless) {
    this.code = code;
    this.globals = globals;
    this.exits = exits;
    this.frameless = frameless;
  }

  /** Whether it can run the function now; while something waits, or tools watch, the interpreter does. */
  public final boolean accepts(ThreadState thread, PyFunction function) {
    return function.globals == globals && !stale && !thread.pending;
  }

  // ---- with a frame

  /** Runs a frame from its start, or on from where it stands; what it returns, yields, or CONTINUE. */
  public PyObject run(ThreadState thread, PyFrame frame) {
    return CONTINUE;
  }

  /**
   * Resumes a generator or coroutine of its code; null at the end, or where what it raised is in {@link
   * ThreadState#passing}.
   */
  protected PyObject resume(ThreadState thread, Resumable generator, PyObject sent) {
    return Resumable.anyhow(thread, generator, sent);
  }

  /** Where a suspended frame may go on with an exception that was raised in it: before its handlers. */
  public int[] handlers = {};

  /** Whether {@link #handle} may be called where the frame stands. */
  final boolean handlesAt(int pc) {
    for (int each : handlers) {
      if (each == pc) {
        return true;
      }
    }
    return false;
  }

  /** Goes on at a handler with a suspended frame; the result is that of {@link #run}. */
  protected PyObject handle(ThreadState thread, PyFrame frame, PyObject exception) {
    return Resumable.giveSent(frame, exception);
  }

  /** Offers all that a new generator of its code yields to a sink; the result is that of {@link #run}. */
  protected PyObject drain(ThreadState thread, PyFrame frame, Sink sink) {
    throw new IllegalStateException("it drains no generators");
  }

  /** A frame stands where the code cannot go on, because that place had not run when it was translated. */
  final void strayed() {
    failed();
  }

  /** Whether it has {@link #goOver}. */
  protected boolean goesOver;

  /** Calls a function of one parameter for items; false where it cannot go on though there may be more. */
  protected boolean goOver(ThreadState thread, PyFunction function, Each items) {
    return false;
  }

  // ---- without a frame; a guard that fails here is one about an argument

  protected PyObject enter(ThreadState thread, PyFunction function) {
    throw GuardFailed.INSTANCE;
  }

  protected PyObject enter(ThreadState thread, PyFunction function, PyObject a) {
    throw GuardFailed.INSTANCE;
  }

  protected PyObject enter(ThreadState thread, PyFunction function, PyObject a, PyObject b) {
    throw GuardFailed.INSTANCE;
  }

  protected PyObject enter(
      ThreadState thread, PyFunction function, PyObject a, PyObject b, PyObject c) {
    throw GuardFailed.INSTANCE;
  }

  /** Takes the arguments from an array. */
  protected PyObject enter(ThreadState thread, PyFunction function, PyObject[] from, int first) {
    throw GuardFailed.INSTANCE;
  }

  public final PyObject call(ThreadState thread, PyFunction function) {
    if (!frameless) {
      return Execute.call(frame(thread, function));
    }
    int depth = thread.depth;
    try {
      return enter(thread, function);
    } catch (GuardFailed failure) {
      return mismatch(frame(thread, function), depth);
    } catch (Unwinding unwinding) {
      return Deoptimize.resume(thread, depth, unwinding);
    } catch (PyException raised) {
      thread.depth = depth;
      throw raised;
    }
  }

  public final PyObject call(ThreadState thread, PyFunction function, PyObject a) {
    if (!frameless) {
      return Execute.call(frame(thread, function, a));
    }
    int depth = thread.depth;
    try {
      return enter(thread, function, a);
    } catch (GuardFailed failure) {
      return mismatch(frame(thread, function, a), depth);
    } catch (Unwinding unwinding) {
      return Deoptimize.resume(thread, depth, unwinding);
    } catch (PyException raised) {
      thread.depth = depth;
      throw raised;
    }
  }

  public final PyObject call(ThreadState thread, PyFunction function, PyObject a, PyObject b) {
    if (!frameless) {
      return Execute.call(frame(thread, function, a, b));
    }
    int depth = thread.depth;
    try {
      return enter(thread, function, a, b);
    } catch (GuardFailed failure) {
      return mismatch(frame(thread, function, a, b), depth);
    } catch (Unwinding unwinding) {
      return Deoptimize.resume(thread, depth, unwinding);
    } catch (PyException raised) {
      thread.depth = depth;
      throw raised;
    }
  }

  public final PyObject call(
      ThreadState thread, PyFunction function, PyObject a, PyObject b, PyObject c) {
    if (!frameless) {
      return Execute.call(frame(thread, function, a, b, c));
    }
    int depth = thread.depth;
    try {
      return enter(thread, function, a, b, c);
    } catch (GuardFailed failure) {
      return mismatch(frame(thread, function, a, b, c), depth);
    } catch (Unwinding unwinding) {
      return Deoptimize.resume(thread, depth, unwinding);
    } catch (PyException raised) {
      thread.depth = depth;
      throw raised;
    }
  }

  /** A call with all parameters bound, from the places of an array. */
  public final PyObject call(ThreadState thread, PyFunction function, PyObject[] from, int first) {
    if (!frameless) {
      return Execute.call(frame(thread, function, from, first));
    }
    int depth = thread.depth;
    try {
      return switch (code.parameterCount) {
        case 0 -> enter(thread, function);
        case 1 -> enter(thread, function, from[first]);
        case 2 -> enter(thread, function, from[first], from[first + 1]);
        case 3 -> enter(thread, function, from[first], from[first + 1], from[first + 2]);
        default -> enter(thread, function, from, first);
      };
    } catch (GuardFailed failure) {
      return mismatch(frame(thread, function, from, first), depth);
    } catch (Unwinding unwinding) {
      return Deoptimize.resume(thread, depth, unwinding);
    } catch (PyException raised) {
      thread.depth = depth;
      throw raised;
    }
  }

  private PyFrame frame(ThreadState thread, PyFunction function, PyObject... args) {
    return frame(thread, function, args, 0);
  }

  private PyFrame frame(ThreadState thread, PyFunction function, PyObject[] from, int first) {
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    System.arraycopy(from, first, frame.slots, 0, code.parameterCount);
    return frame;
  }

  /** A call whose argument is not what it is for. */
  final PyObject mismatch(ThreadState thread, PyFunction function, PyObject a, int depth) {
    return mismatch(frame(thread, function, a), depth);
  }

  private PyObject mismatch(PyFrame frame, int depth) {
    frame.thread.depth = depth;
    if (code.heat.arguments != null) {
      Profile.arguments(code, frame);
    }
    failed();
    return Execute.interpret(frame);
  }

  // ---- failures

  /** It was left. */
  final void failed(Exit exit, Throwable cause) {
    if (cause == GuardFailed.FORCED) {
      return;
    }
    Heat heat = code.heat;
    if (exit.kept() == Exit.UNSEEN) {
      if (!isSeen(exit.pc())) {
        // What always raises, for one, leaves nothing to translate it by.
        return;
      }
    } else if (exit.kept() != Exit.ENTRY) {
      heat.countFailures(code.instructions.length);
      byte[] counts = exit.alone() ? heat.wrong : heat.failures;
      if (counts[exit.pc()] < Byte.MAX_VALUE) {
        counts[exit.pc()]++;
      }
    }
    failed();
  }

  /** Whether an instruction that had not run when it was translated has done so, and is known by now. */
  private boolean isSeen(int pc) {
    return code.caches[pc] != null || code.profile != null && code.profile[pc] != 0;
  }

  /** Whether it drains a new generator: not where somebody else may have its {@code zip}. */
  final boolean fits(PyFrame frame) {
    if (zipLoad < 0 || frame.slots[0] instanceof PyZip zip && zip.isUnshared()) {
      return true;
    }
    if (++strays == MANY_STRAYS) {
      code.heat.countFailures(code.instructions.length);
      code.heat.wrong[zipLoad] = Byte.MAX_VALUE;
      broken();
    }
    return false;
  }

  private void failed() {
    if (++failed == PATIENCE) {
      broken();
    }
  }

  /** An exception was caught by the code, but in the interpreter. */
  final void caught() {
    if (!handles && code.heat.catches >= HotCode.CATCHES) {
      broken();
    }
  }

  /** How often its guards failed. */
  public final int failures() {
    return failed;
  }

  @Override
  public final void broken() {
    stale = true;
    Heat heat = code.heat;
    // All forms of the code of a coroutine or generator are translated again.
    CompiledCode together = null;
    synchronized (heat) {
      if (code.compiled == this) {
        code.use(null);
      }
      if (code.started == this) {
        code.useStarted(null);
        together = code.compiled;
      }
      if (code.drained == this) {
        code.drained = null;
        together = code.compiled;
      }
      CompiledLoop kept = null;
      for (CompiledLoop loop = heat.loops; loop != null; loop = loop.next()) {
        if (loop.code() != this) {
          kept = new CompiledLoop(loop.head(), loop.code(), kept);
        }
      }
      heat.loops = kept;
      heat.limit = heat.count + (COOLING << Math.min(heat.translations, MOST_DOUBLINGS));
    }
    valid.invalidate();
    if (together != null) {
      together.broken();
    }
  }

  /** Puts it to use: for calls, or for a loop. */
  public final void install(int head) {
    Heat heat = code.heat;
    synchronized (heat) {
      if (stale) {
        return;
      }
      if (drains) {
        code.drained = this;
      } else if (head < 0 && frameless && code.isGenerator()) {
        code.useStarted(this);
      } else if (head < 0) {
        code.use(this);
      } else {
        heat.loops = new CompiledLoop(head, this, heat.loops);
      }
    }
  }

  /** For machine code, behind whatever may have run Python code. */
  public static void check(ThreadState thread, CompiledCode unit) {
    if (unit.stale || thread.pending) {
      throw GuardFailed.INSTANCE;
    }
  }
}

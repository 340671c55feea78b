package org.krait.runtime.execution;

import org.krait.runtime.Assumption;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFunction;

/**
 * Java that does what a function of the library does, while everything is as the library has made it.
 *
 * <p>It is for functions in which no code but the library's own can run, so that nobody misses the frame. Where
 * it declines, the function runs as it is written; when an assumption is broken, that is so for good.
 */
public abstract class NativeCode extends CompiledCode {
  private static final Exit[] NO_EXITS = {};

  protected NativeCode(PyFunction function) {
    super(function.code(), function.globals, NO_EXITS, true);
  }

  /**
   * Does what the function does.
   *
   * @param args the values of all its parameters
   * @return what the function returns; or null where it has to run, with nothing done that it would not do as well
   */
  protected abstract PyObject attempt(ThreadState thread, PyObject... args);

  /** Takes the place of the function until one of the assumptions is broken. */
  public final void install(Assumption... assumptions) {
    code.use(this);
    for (Assumption each : assumptions) {
      if (!each.add(this)) {
        broken();
      }
    }
  }

  @Override
  protected final PyObject enter(ThreadState thread, PyFunction function) {
    return enter(thread, function, PyObject.NO_ARGS, 0);
  }

  @Override
  protected final PyObject enter(ThreadState thread, PyFunction function, PyObject a) {
    return enter(thread, function, new PyObject[] {a}, 0);
  }

  @Override
  protected final PyObject enter(ThreadState thread, PyFunction function, PyObject a, PyObject b) {
    return enter(thread, function, new PyObject[] {a, b}, 0);
  }

  @Override
  protected final PyObject enter(
      ThreadState thread, PyFunction function, PyObject a, PyObject b, PyObject c) {
    return enter(thread, function, new PyObject[] {a, b, c}, 0);
  }

  @Override
  protected final PyObject enter(ThreadState thread, PyFunction function, PyObject[] from, int first) {
    PyObject[] args = from;
    if (first > 0 || from.length != code.parameterCount) {
      args = new PyObject[code.parameterCount];
      System.arraycopy(from, first, args, 0, args.length);
    }
    PyObject result = attempt(thread, args);
    if (result != null) {
      return result;
    }
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    System.arraycopy(args, 0, frame.slots, 0, args.length);
    return Execute.interpret(frame);
  }
}

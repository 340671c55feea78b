package org.krait.stdlib.process;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyStr;

/** The module {@code atexit}; all its copies share the calls of their interpreter. */
@BuiltinModule("atexit")
public final class AtexitModule {
  private record Call(PyObject function, PyObject[] args, PyStr[] names) {}

  /** What is to be called; null where a function was taken out again. */
  private static final class Calls {
    private final List<Call> all = new ArrayList<>();

    synchronized void add(Call call) {
      all.add(call);
    }

    synchronized int size() {
      return all.size();
    }

    synchronized Call at(int index) {
      return index < all.size() ? all.get(index) : null;
    }

    synchronized void remove(int index) {
      if (index < all.size()) {
        all.set(index, null);
      }
    }

    synchronized void clear() {
      all.clear();
    }
  }

  private static Calls of(Interpreter interpreter) {
    return interpreter.service(Calls.class, i -> new Calls());
  }

  @Function(value = "register(func, /, *args, **kwargs)", textSignature = false)
  static PyObject register(ThreadState thread, PyObject function, PyObject[] args, PyStr[] names) {
    if (!Objects.isCallable(function)) {
      throw Errors.typeError("the first argument must be callable");
    }
    of(thread.interpreter).add(new Call(function, args.clone(), names));
    return function;
  }

  @Function(value = "unregister(func, /)", textSignature = false)
  static void unregister(ThreadState thread, PyObject function) {
    Calls calls = of(thread.interpreter);
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.at(i);
      if (call != null && Comparison.equal(call.function, function)) {
        calls.remove(i);
      }
    }
  }

  @Function(value = "_clear()", textSignature = false)
  static void clear(ThreadState thread) {
    of(thread.interpreter).clear();
  }

  @Function(value = "_ncallbacks()", textSignature = false)
  static int count(ThreadState thread) {
    return of(thread.interpreter).size();
  }

  /**
   * Calls all functions, the last one first; an exception is shown and the rest goes on. What they
   * register is forgotten.
   */
  @Function(value = "_run_exitfuncs()", textSignature = false)
  static void run(ThreadState thread) {
    runAll(thread.interpreter);
  }

  /** The same at the end of an interpreter. */
  public static void runAll(Interpreter interpreter) {
    Calls calls = of(interpreter);
    for (int i = calls.size() - 1; i >= 0; i--) {
      Call call = calls.at(i);
      if (call != null) {
        try {
          call.function.call(call.args, call.names);
        } catch (PyException e) {
          Unraisable.report(e, "Exception ignored in atexit callback", call.function);
        }
      }
    }
    calls.clear();
  }
}

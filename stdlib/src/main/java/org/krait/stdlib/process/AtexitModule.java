package org.krait.stdlib.process;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.sys.PrintException;

/** The module {@code atexit}. */
@BuiltinModule("atexit")
public final class AtexitModule {
  private record Call(PyObject function, PyObject[] args, PyStr[] names) {}

  private final List<Call> calls = new ArrayList<>();

  @Function(value = "register(func, /, *args, **kwargs)", textSignature = false)
  PyObject register(PyObject function, PyObject[] args, PyStr[] names) {
    if (!Objects.isCallable(function)) {
      throw Errors.typeError("the first argument must be callable");
    }
    synchronized (calls) {
      calls.add(new Call(function, args.clone(), names));
    }
    return function;
  }

  @Function(value = "unregister(func, /)", textSignature = false)
  void unregister(PyObject function) {
    synchronized (calls) {
      calls.removeIf(call -> Comparison.equal(call.function, function));
    }
  }

  @Function(value = "_clear()", textSignature = false)
  void clear() {
    synchronized (calls) {
      calls.clear();
    }
  }

  @Function(value = "_ncallbacks()", textSignature = false)
  int count() {
    return calls.size();
  }

  /** Calls all functions, the last one first; an exception is shown and the rest goes on. */
  @Function(value = "_run_exitfuncs()", textSignature = false)
  void run(ThreadState thread) {
    while (true) {
      Call call;
      synchronized (calls) {
        if (calls.isEmpty()) {
          return;
        }
        call = calls.removeLast();
      }
      try {
        call.function.call(call.args, call.names);
      } catch (PyException e) {
        PyObject stderr = thread.interpreter.sysDict().get(PyStr.interned("stderr"));
        if (stderr != null) {
          org.krait.runtime.Attributes.get(stderr, "write")
              .call(
                  PyStr.of("Exception ignored in atexit callback: " + Objects.repr(call.function) + "\n"));
          PrintException.print(thread, e.value(), stderr);
        }
      }
    }
  }
}

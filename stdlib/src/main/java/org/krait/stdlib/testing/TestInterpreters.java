package org.krait.stdlib.testing;

import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Interpreters;
import org.krait.runtime.Permissions;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.interpreters.SharedValues;

/** The functions of {@code _testcapi} about several interpreters. */
final class TestInterpreters {
  private static final int OWN_LOCK = 2;

  private TestInterpreters() {}

  @Function(value = "run_in_subinterp(code, /)", textSignature = false)
  static int run(ThreadState thread, PyStr code) {
    return run(thread, code, Permissions.ALL);
  }

  /** What cannot be set here, memory and locks of interpreters, is checked and otherwise without effect. */
  @Function(
      value =
          "run_in_subinterp_with_config(code, use_main_obmalloc, allow_fork, allow_exec, allow_threads,"
              + " allow_daemon_threads, check_multi_interp_extensions, gil)",
      textSignature = false)
  static int run(
      ThreadState thread,
      PyStr code,
      boolean mainMemory,
      boolean fork,
      boolean exec,
      boolean threads,
      boolean daemonThreads,
      boolean checkExtensions,
      int lock) {
    if (lock < 0 || lock > OWN_LOCK || lock != OWN_LOCK && !mainMemory || !mainMemory && !checkExtensions) {
      throw Errors.runtimeError("sub-interpreter creation failed");
    }
    return run(thread, code, new Permissions(exec, threads, daemonThreads));
  }

  private static int run(ThreadState thread, PyStr code, Permissions permissions) {
    Interpreters.Maker maker = thread.interpreter.siblings.maker;
    Interpreter made = maker.make(thread.interpreter, permissions);
    try {
      return maker.run(made, code.toString()) ? 0 : -1;
    } finally {
      maker.end(made);
    }
  }

  /** What goes over, in a tuple where CPython has a capsule. */
  @Function(value = "get_crossinterp_data(obj, /)", textSignature = false)
  static PyObject take(PyObject value) {
    return PyTuple.of(SharedValues.copy(value));
  }

  @Function(value = "restore_crossinterp_data(data, /)", textSignature = false)
  static PyObject give(PyTuple data) {
    return SharedValues.copy(data.get(0));
  }
}

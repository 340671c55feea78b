package org.krait.stdlib.interpreters;

import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Interpreters;
import org.krait.runtime.JavaFailure;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.Permissions;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.syntax.ParseOptions.Mode;

/** The module {@code _xxsubinterpreters}. */
@BuiltinModule(
    value = "_xxsubinterpreters",
    types = {PyInterpreterId.class},
    doc =
        "This module provides primitive operations to manage Python interpreters.\n"
            + "The 'interpreters' module provides a more convenient interface.")
public final class SubinterpretersModule implements NativeModule {
  /** The code that was run in another interpreter has raised; its exception stays there. */
  static final PyType RUN_FAILED =
      PyType.builtin(new SimpleTypeTable("_xxsubinterpreters", "RunFailedError", PyExceptions.RuntimeError));

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("RunFailedError"), RUN_FAILED);
  }

  @Function(
      value = "create(*, isolated=True)",
      textSignature = false,
      doc = "create() -> ID\n\nCreate a new interpreter and return a unique generated ID.")
  static PyObject create(ThreadState thread, boolean isolated) {
    Interpreters.Maker maker = thread.interpreter.siblings.maker;
    if (maker == null) {
      throw Errors.runtimeError("the program that runs this interpreter allows no others");
    }
    return PyInterpreterId.of(maker.make(thread.interpreter, isolated ? Permissions.ISOLATED : Permissions.ALL).number);
  }

  @Function(
      value = "destroy(id)",
      textSignature = false,
      doc =
          "destroy(id)\n\nDestroy the identified interpreter.\n\n"
              + "Attempting to destroy the current interpreter results in a RuntimeError.\nSo does an unrecognized ID.")
  static void destroy(ThreadState thread, PyObject id) {
    Interpreter other = find(thread, id);
    if (other == thread.interpreter) {
      throw Errors.runtimeError("cannot destroy the current interpreter");
    }
    Interpreters siblings = other.siblings;
    if (!siblings.start(other)) {
      throw Errors.runtimeError("interpreter running");
    }
    try {
      siblings.maker.end(other);
    } finally {
      siblings.stop(other);
    }
  }

  @Function(
      value = "list_all()",
      textSignature = false,
      doc = "list_all() -> [ID]\n\nReturn a list containing the ID of every existing interpreter.")
  static PyObject listAll(ThreadState thread) {
    PyList list = new PyList();
    for (Interpreter one : thread.interpreter.siblings.list()) {
      list.append(PyInterpreterId.of(one.number));
    }
    return list;
  }

  @Function(
      value = "get_current()",
      textSignature = false,
      doc = "get_current() -> ID\n\nReturn the ID of current interpreter.")
  static PyObject current(ThreadState thread) {
    return PyInterpreterId.of(thread.interpreter.number);
  }

  @Function(value = "get_main()", textSignature = false, doc = "get_main() -> ID\n\nReturn the ID of main interpreter.")
  static PyObject main() {
    return PyInterpreterId.of(0);
  }

  @Function(
      value = "is_running(id)",
      textSignature = false,
      doc = "is_running(id) -> bool\n\nReturn whether or not the identified interpreter is running.")
  static boolean isRunning(ThreadState thread, PyObject id) {
    Interpreter other = find(thread, id);
    return other.siblings.isRunning(other);
  }

  @Function(
      value = "is_shareable(obj)",
      textSignature = false,
      doc =
          "is_shareable(obj) -> bool\n\n"
              + "Return True if the object's data may be shared between interpreters and\nFalse otherwise.")
  static boolean isShareable(PyObject obj) {
    return SharedValues.isShareable(obj);
  }

  @Function(
      value = "run_string(id, script, shared=NULL)",
      textSignature = false,
      doc =
          "run_string(id, script, shared)\n\n"
              + "Execute the provided string in the identified interpreter.\n\nSee PyRun_SimpleStrings.")
  static void runString(ThreadState thread, PyObject id, PyObject code, PyObject shared) {
    if (!(code instanceof PyStr script)) {
      throw Errors.typeError("run_string() argument 2 must be str, not %s", code.type().name());
    }
    Interpreter other = find(thread, id);
    if (script.toString().indexOf('\0') >= 0) {
      throw Errors.valueError("source code string cannot contain null bytes");
    }
    Map<PyStr, PyObject> given = given(shared);
    if (!other.siblings.start(other)) {
      throw Errors.runtimeError("interpreter already running");
    }
    String failure;
    ThreadState before = ThreadState.enter(other.mainThread());
    try {
      failure = run(other.mainThread(), script, given);
    } finally {
      ThreadState.enter(before);
      other.siblings.stop(other);
    }
    if (failure != null) {
      throw Errors.make(RUN_FAILED, failure);
    }
  }

  private static Map<PyStr, PyObject> given(PyObject shared) {
    Map<PyStr, PyObject> given = new LinkedHashMap<>();
    if (shared == null || shared == PyNone.NONE) {
      return given;
    }
    if (!(shared instanceof PyDict dict)) {
      throw Errors.typeError("run_string() argument 3 must be dict, not %s", shared.type().name());
    }
    for (PyDict.Entry entry : dict.entryList()) {
      if (!(entry.key() instanceof PyStr name)) {
        throw Errors.typeError("bad argument type for built-in operation");
      }
      given.put(name, SharedValues.copy(entry.value()));
    }
    return given;
  }

  /** Runs code in {@code __main__}; what it raised, as a text, since exceptions do not cross; or null. */
  private static String run(ThreadState state, PyStr script, Map<PyStr, PyObject> given) {
    try {
      PyDict main = ((PyModule) state.interpreter.loadedModule("__main__")).dict();
      for (Map.Entry<PyStr, PyObject> one : given.entrySet()) {
        main.put(one.getKey(), one.getValue());
      }
      var code = CompileSource.fromText(state, script, "exec", "<string>", Mode.EXEC, 0);
      Evaluation.runCode(state, LoadCode.of(code), main, main, PyFunction.NO_CELLS);
      return null;
    } catch (RuntimeException | Error failure) {
      PyException e = JavaFailure.of(state, failure);
      return Objects.repr(e.value().type()) + ": " + text(e.value());
    }
  }

  private static String text(PyObject exception) {
    try {
      return Objects.str(exception).toString();
    } catch (PyException e) {
      return "<exception str() failed>";
    }
  }

  /** The interpreter that an argument names. */
  static Interpreter find(ThreadState thread, PyObject id) {
    long number = id instanceof PyInterpreterId known ? known.number : Numbers.of(id, "interpreter");
    Interpreter found = thread.interpreter.siblings.find(number);
    if (found == null) {
      throw Errors.runtimeError("unrecognized interpreter ID %d", number);
    }
    return found;
  }
}

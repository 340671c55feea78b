package org.krait.stdlib.builtins;

import org.krait.annotations.Function;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.Execute;
import org.krait.runtime.execution.FrameLocals;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.*;
import org.krait.stdlib.importing.Adaptations;
import org.krait.syntax.ParseOptions.Mode;

/** {@code compile}, {@code exec}, {@code eval} and the namespaces that they work in. */
public final class Evaluation {
  private static final PyStr BUILTINS = PyStr.interned("__builtins__");

  private Evaluation() {}

  @Function("globals()")
  static PyObject globals(ThreadState thread) {
    return thread.frame == null ? PyNone.NONE : thread.frame.globals;
  }

  @Function("locals()")
  static PyObject locals(ThreadState thread) {
    return currentLocals(thread);
  }

  /** The namespace of the running frame. */
  static PyObject currentLocals(ThreadState thread) {
    if (thread.frame == null) {
      throw Errors.systemError("frame does not exist");
    }
    return FrameLocals.get(thread.frame);
  }

  @Function("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)")
  static PyObject compile(
      ThreadState thread,
      PyObject source,
      PyObject filename,
      PyStr mode,
      int flags,
      boolean dontInherit,
      int optimize,
      int featureVersion) {
    return CompileSource.compile(
        thread, source, filename, mode, flags, dontInherit, optimize, featureVersion);
  }

  @Function("eval(source, globals=None, locals=None, /)")
  static PyObject eval(ThreadState thread, PyObject source, PyObject globals, PyObject locals) {
    if (locals != PyNone.NONE && locals.type().special(Special.GETITEM) == null) {
      throw Errors.typeError("locals must be a mapping");
    }
    if (globals != PyNone.NONE && !(globals instanceof PyDict)) {
      throw Errors.typeError(
          locals.type().special(Special.GETITEM) != null && globals.type().special(Special.GETITEM) != null
              ? "globals must be a real dict; try eval(code, {}, mapping)"
              : "globals must be a dict");
    }
    Namespaces spaces = Namespaces.of(thread, globals, locals);
    if (source instanceof PyCode code) {
      if (code.freeCount() > 0) {
        throw Errors.typeError("code object passed to eval() may not contain free variables");
      }
      return run(thread, code, spaces, PyFunction.NO_CELLS);
    }
    PyObject text = CompileSource.withoutLeadingBlanks(source);
    CodeObject object =
        CompileSource.fromText(thread, text, "eval", "<string>", Mode.EVAL, inherited(thread));
    return run(thread, LoadCode.of(object), spaces, PyFunction.NO_CELLS);
  }

  @Function("exec(source, globals=None, locals=None, /, *, closure=None)")
  static void exec(
      ThreadState thread, PyObject source, PyObject globals, PyObject locals, PyObject closure) {
    if (globals != PyNone.NONE && !(globals instanceof PyDict)) {
      throw Errors.typeError("exec() globals must be a dict, not %s", globals.type().fullName());
    }
    if (locals != PyNone.NONE && locals.type().special(Special.GETITEM) == null) {
      throw Errors.typeError(
          "exec() locals must be a mapping or None, not %s", locals.type().fullName());
    }
    Namespaces spaces = Namespaces.of(thread, globals, locals);
    if (source instanceof PyCode code) {
      run(thread, code, spaces, cells(code, closure));
      Adaptations.apply(thread, code, spaces.globals);
      return;
    }
    if (closure != PyNone.NONE) {
      throw Errors.typeError("closure can only be used when source is a code object");
    }
    CodeObject object =
        CompileSource.fromText(thread, source, "exec", "<string>", Mode.EXEC, inherited(thread));
    run(thread, LoadCode.of(object), spaces, PyFunction.NO_CELLS);
  }

  private static PyCell[] cells(PyCode code, PyObject closure) {
    int free = code.freeCount();
    if (free == 0) {
      if (closure != PyNone.NONE) {
        throw Errors.typeError("cannot use a closure with this code object");
      }
      return PyFunction.NO_CELLS;
    }
    PyCell[] cells = new PyCell[free];
    boolean fits = closure instanceof PyTuple tuple && tuple.size() == free;
    for (int i = 0; fits && i < free; i++) {
      fits = ((PyTuple) closure).get(i) instanceof PyCell;
      cells[i] = fits ? (PyCell) ((PyTuple) closure).get(i) : null;
    }
    if (!fits) {
      throw Errors.typeError("code object requires a closure of exactly length %d", free);
    }
    return cells;
  }

  /** The future flags of the running code, which compiled text inherits. */
  static int inherited(ThreadState thread) {
    int future =
        CodeFlags.FUTURE_DIVISION
            | CodeFlags.FUTURE_ABSOLUTE_IMPORT
            | CodeFlags.FUTURE_WITH_STATEMENT
            | CodeFlags.FUTURE_PRINT_FUNCTION
            | CodeFlags.FUTURE_UNICODE_LITERALS
            | CodeFlags.FUTURE_BARRY_AS_BDFL
            | CodeFlags.FUTURE_GENERATOR_STOP
            | CodeFlags.FUTURE_ANNOTATIONS;
    return thread.frame == null ? 0 : thread.frame.code.flags & future;
  }

  /** Where code finds and leaves its names. */
  private record Namespaces(PyDict globals, PyObject locals) {
    static Namespaces of(ThreadState thread, PyObject globals, PyObject locals) {
      if (globals == PyNone.NONE) {
        if (thread.frame == null) {
          throw Errors.systemError("globals and locals cannot be NULL");
        }
        return new Namespaces(
            thread.frame.globals, locals == PyNone.NONE ? currentLocals(thread) : locals);
      }
      PyDict dict = (PyDict) globals;
      return new Namespaces(dict, locals == PyNone.NONE ? dict : locals);
    }
  }

  private static PyObject run(
      ThreadState thread, PyCode code, Namespaces spaces, PyCell[] closure) {
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(thread, "exec", code);
    }
    PyDict globals = spaces.globals;
    if (globals.get(BUILTINS) == null) {
      globals.put(
          BUILTINS,
          thread.frame == null ? thread.interpreter.builtins() : thread.frame.builtins);
    }
    return runCode(thread, code, globals, spaces.locals, closure);
  }

  /** Runs module-like code in these namespaces. */
  public static PyObject runCode(
      ThreadState thread, PyCode code, PyDict globals, PyObject locals, PyCell[] closure) {
    PyFunction function = new PyFunction(code, globals);
    function.closure = closure;
    if (code.parameterCount > 0) {
      // There is nothing to give them: the call says what is missing.
      return function.call(PyObject.NO_ARGS, null);
    }
    PyFrame frame =
        new PyFrame(thread, code, function, globals, Interpreter.builtinsOf(globals));
    frame.locals = code.isOptimized() ? null : locals;
    return Execute.call(frame);
  }
}

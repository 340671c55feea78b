package org.krait.runtime.execution;

import java.util.Arrays;
import java.util.Collections;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.verify.Finding;
import org.krait.bytecode.verify.Verifier;
import org.krait.constants.Constant;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Verifies code that our compiler did not make, when its first frame is made: the interpreter loop
 * checks nothing of what the verifier promises.
 */
public final class VerifyCode {
  private static final String EVENT = "krait.cache_refused";

  private VerifyCode() {}

  /**
   * Returns when the code is sound; raises an error that names the rule otherwise: an {@code
   * ImportError} for what a loader brought, {@code SystemError} for the rest.
   */
  static void check(ThreadState thread, PyCode code, CodeOrigin origin) {
    if (thread.interpreter.options.verifyBytecode) {
      for (Finding finding : Verifier.verifyAlone(view(code))) {
        if (finding.rule().isReliedOn()) {
          throw origin.cache() == null
              ? Errors.systemError("%s", "bytecode refused: " + finding)
              : refused(thread, origin, finding.toString());
        }
      }
    }
  }

  /** The code of a cache is not to run: tells the audit hooks, and makes the error. */
  public static PyException refused(ThreadState thread, CodeOrigin origin, String reason) {
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(thread, EVENT, origin.module(), origin.cache(), PyStr.of(reason));
    }
    PyException error =
        Errors.make(
            PyExceptions.ImportError,
            "cache refused: %s: %s",
            Objects.repr(origin.cache()),
            reason);
    Attributes.set(error.value(), PyStr.interned("name"), origin.module());
    Attributes.set(error.value(), PyStr.interned("path"), origin.cache());
    return error;
  }

  /** Spares the code, and the code nested in it, the verification: somebody has shown it to be right. */
  public static void vouch(PyCode code) {
    code.trust();
    for (PyObject constant : code.load().constants) {
      if (constant instanceof PyCode inner && inner.isUnverified()) {
        vouch(inner);
      }
    }
  }

  /** The code object with what the rules look at: of constants the kind, of names the number. */
  private static CodeObject view(PyCode code) {
    CodeObject c = code.object();
    return new CodeObject(
        c.argCount(),
        c.posOnlyArgCount(),
        c.kwOnlyArgCount(),
        c.stackSize(),
        c.flags(),
        c.code(),
        Arrays.asList(constants(code.constants)),
        Collections.nCopies(code.names.length, ""),
        code.variableNames(),
        c.localsPlusKinds(),
        c.filename(),
        c.name(),
        c.qualname(),
        c.firstLineNumber(),
        c.lineTable(),
        c.exceptionTable());
  }

  private static Constant constant(PyObject value) {
    // Not a switch over types: its first use costs a process several milliseconds.
    if (value instanceof PyCode code) {
      return code.object();
    }
    if (value instanceof PyTuple tuple) {
      return new Constant.Tuple(Arrays.asList(constants(tuple.items())));
    }
    return value instanceof PyStr ? Constant.Str.EMPTY : Constant.Singleton.NONE;
  }

  // Loops, where streams would link classes at run time: this is part of many a cold start.
  private static Constant[] constants(PyObject[] values) {
    Constant[] constants = new Constant[values.length];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = constant(values[i]);
    }
    return constants;
  }
}

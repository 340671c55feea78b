package org.krait.runtime.execution;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNone;

/** What Python sees of a frame. */
final class FrameMethods {
  private FrameMethods() {}

  @Getter(value = "f_back")
  static PyObject back(PyFrame self) {
    return self.back == null ? PyNone.NONE : self.back;
  }

  @Getter("f_code")
  static PyObject code(PyFrame self) {
    AuditHooks.reading(self, "f_code");
    return self.code;
  }

  @Getter("f_globals")
  static PyObject globals(PyFrame self) {
    return self.globals;
  }

  @Getter("f_builtins")
  static PyObject builtins(PyFrame self) {
    return self.builtins;
  }

  @Getter("f_locals")
  static PyObject locals(PyFrame self) {
    return FrameLocals.get(self);
  }

  @Getter("f_lasti")
  static int lasti(PyFrame self) {
    return self.pc < 0 ? -1 : self.pc * 2;
  }

  @Getter("f_lineno")
  static PyObject line(PyFrame self) {
    int line = self.line();
    return line <= 0 ? PyNone.NONE : org.krait.runtime.types.PyLong.of(line);
  }

  @Setter("f_lineno")
  static void jump(PyFrame self, PyObject line) {
    FrameJump.to(self, line);
  }

  @Getter("f_trace")
  static PyObject trace(PyFrame self) {
    return self.extras == null || self.extras.trace == null ? PyNone.NONE : self.extras.trace;
  }

  @Setter("f_trace")
  static void setTrace(PyFrame self, PyObject value) {
    extras(self).trace = value == PyNone.NONE ? null : value;
  }

  @Getter("f_trace_lines")
  static boolean traceLines(PyFrame self) {
    return self.extras == null || self.extras.traceLines;
  }

  @Setter("f_trace_lines")
  static void setTraceLines(PyFrame self, PyObject value) {
    extras(self).traceLines = flag(value);
  }

  @Getter("f_trace_opcodes")
  static boolean traceOpcodes(PyFrame self) {
    return self.extras != null && self.extras.traceOpcodes;
  }

  @Setter("f_trace_opcodes")
  static void setTraceOpcodes(PyFrame self, PyObject value) {
    extras(self).traceOpcodes = flag(value);
    if (value == PyBool.TRUE) {
      org.krait.runtime.ThreadState.current().interpreter.tracesOpcodes = true;
    }
  }

  private static boolean flag(PyObject value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    if (value instanceof PyBool) {
      return value == PyBool.TRUE;
    }
    throw Errors.typeError("attribute value type must be bool");
  }

  static FrameExtras extras(PyFrame self) {
    if (self.extras == null) {
      Chain.touch(self);
      self.extras = new FrameExtras();
    }
    return self.extras;
  }

  @Method(value = "clear(self, /)", textSignature = false)
  static void clear(PyFrame self) {
    Chain.touch(self);
    if (self.state == PyFrame.RUNNING) {
      throw Errors.runtimeError("cannot clear an executing frame");
    }
    if (self.generator instanceof Resumable generator) {
      generator.drop();
      self.state = PyFrame.DONE;
    }
    self.held = null;
    java.util.Arrays.fill(self.slots, null);
  }

  @Method("__repr__(self, /)")
  static String repr(PyFrame self) {
    return String.format(
        "<frame at 0x%x, file %s, line %d, code %s>",
        Objects.id(self), Objects.repr(self.code.filename()), self.line(), self.code.name());
  }
}

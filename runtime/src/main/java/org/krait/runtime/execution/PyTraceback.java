package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** One frame that an exception passed through, and those further in. */
@BuiltinType(name = "traceback", subclassable = false, basicSize = 40)
public final class PyTraceback extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyTracebackTable());

  private PyTraceback next;
  private final PyFrame frame;
  private final int lasti;

  /** {@link #LATE} until somebody asks: most tracebacks are seen by nobody, and a code's lines are not read then. */
  private int line;

  private static final int LATE = -1;

  /** What a program gave beyond a whole code unit. */
  private int oddLasti;

  /**
   * An entry of a traceback.
   *
   * @param next the entry further in, or null
   * @param lasti the instruction, in code units
   * @param line the source line, or -1: that of the instruction
   */
  public PyTraceback(PyTraceback next, PyFrame frame, int lasti, int line) {
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.line = line;
  }

  /** The same, of the running instruction of a frame. */
  public PyTraceback(PyTraceback next, PyFrame frame) {
    this(next, frame, frame.pc, LATE);
  }

  @Method(value = "__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", textSignature = false)
  static PyObject make(PyType cls, PyObject next, PyObject frame, int lasti, int line) {
    if (!(frame instanceof PyFrame f)) {
      throw Errors.typeError(
          "TracebackType() argument 'tb_frame' must be frame, not %s", frame.type().fullName());
    }
    PyTraceback made = new PyTraceback(checkedNext(next), f, lasti >> 1, line);
    made.oddLasti = lasti & 1;
    return made;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public PyTraceback next() {
    return next;
  }

  public PyFrame frame() {
    return frame;
  }

  /** Puts another rest behind this entry. */
  public void link(PyTraceback rest) {
    next = rest;
  }

  /** The instruction, in code units. */
  public int lasti() {
    return lasti;
  }

  /** The source line, or 0; what a program gave may be any number. */
  public int line() {
    int known = line;
    if (known == LATE) {
      known = frame.code.lineAt(Math.max(lasti, 0));
      line = known == 0 ? LATE : known;
    }
    return known;
  }

  /** Puts another entry, or null, where the one further in was. */
  public void continueWith(PyTraceback further) {
    next = further;
  }

  private static PyTraceback checkedNext(PyObject value) {
    if (value != PyNone.NONE && !(value instanceof PyTraceback)) {
      throw Errors.typeError(
          "expected traceback object or None, got '%s'", value.type().fullName());
    }
    return value instanceof PyTraceback tb ? tb : null;
  }

  @Getter("tb_next")
  PyObject getNext() {
    return next == null ? PyNone.NONE : next;
  }

  @Setter("tb_next")
  void setNext(PyObject value) {
    if (value == null) {
      throw Errors.typeError("can't delete tb_next attribute");
    }
    PyTraceback tb = checkedNext(value);
    for (PyTraceback t = tb; t != null; t = t.next) {
      if (t == this) {
        throw Errors.valueError("traceback loop detected");
      }
    }
    next = tb;
  }

  @Getter(value = "tb_frame", member = true)
  PyObject getFrame() {
    AuditHooks.reading(this, "tb_frame");
    return frame;
  }

  @Getter(value = "tb_lasti", member = true)
  int getLasti() {
    return lasti < 0 ? -1 : lasti * 2 + oddLasti;
  }

  @Getter("tb_lineno")
  PyObject getLine() {
    int shown = line();
    return line == LATE ? PyNone.NONE : org.krait.runtime.types.PyLong.of(shown);
  }

  @Method(value = "__dir__(self, /)", textSignature = false)
  PyObject dir() {
    PyList names = new PyList();
    for (String name : new String[] {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"}) {
      names.append(PyStr.interned(name));
    }
    return names;
  }
}

package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Sequences;

/** {@code UnicodeEncodeError}, with the text and the place in it. */
@BuiltinType(
    name = "UnicodeEncodeError",
    base = ExceptionBases.UnicodeError.class,
    instanceDict = true,
    basicSize = 112)
public class PyUnicodeEncodeError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyUnicodeEncodeErrorTable());

  PyObject encoding;
  PyObject object;
  PyObject reason;
  long start;
  long end;

  public PyUnicodeEncodeError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyUnicodeEncodeError made = new PyUnicodeEncodeError(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    setArgs(PyTuple.of(args.clone()));
    if (args.length != 5) {
      throw Errors.typeError("function takes exactly 5 arguments (%d given)", args.length);
    }
    encoding = text(0, args[0]);
    object = text(1, args[1]);
    start = Sequences.toSize(args[2], PyExceptions.OverflowError);
    end = Sequences.toSize(args[3], PyExceptions.OverflowError);
    reason = text(4, args[4]);
  }

  private static PyObject text(int index, PyObject value) {
    if (value instanceof PyStr) {
      return value;
    }
    throw Errors.typeError("argument %d must be str, not %s", index + 1, value.type().fullName());
  }

  /** The text, or TypeError when the attribute is something else. */
  public PyStr text() {
    if (object instanceof PyStr text) {
      return text;
    }
    throw object == null
        ? Errors.typeError("object attribute not set")
        : Errors.typeError("object attribute must be unicode");
  }

  /** The object as it stands, for codecs that check it themselves. */
  public PyObject object() {
    return object;
  }

  /** {@code start} within the text. */
  public int firstPlace() {
    return (int) Math.max(0, Math.min(start, text().length() - 1));
  }

  /** {@code end} within the text. */
  public int lastPlace() {
    return (int) Math.min(Math.max(end, 1), text().length());
  }

  /** Takes the exception for another place. */
  public void place(long newStart, long newEnd, PyObject newReason) {
    start = newStart;
    end = newEnd;
    reason = newReason;
  }

  /** The name of the encoding. */
  public String encodingName() {
    return Objects.str(encoding).toString();
  }

  @Method("__str__(self, /)")
  PyObject str() {
    if (object == null) {
      return PyStr.EMPTY;
    }
    if (end == start + 1 && start < ((PyStr) object).length()) {
      return PyStr.of(
          String.format(
              "'%s' codec can't encode character '%s' in position %d: %s",
              encoding, shown(((PyStr) object).codePointAt((int) start)), start, Objects.str(reason)));
    }
    return PyStr.of(
        String.format(
            "'%s' codec can't encode characters in position %d-%d: %s",
            encoding, start, end - 1, Objects.str(reason)));
  }

  /** A character as an escape. */
  static String shown(int c) {
    return String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }

  @Getter("start")
  long getStart() {
    return start;
  }

  @Setter("start")
  void setStart(PyObject value) {
    start = Sequences.toSize(value, PyExceptions.OverflowError);
  }

  @Getter("end")
  long getEnd() {
    return end;
  }

  @Setter("end")
  void setEnd(PyObject value) {
    end = Sequences.toSize(value, PyExceptions.OverflowError);
  }

  @Getter(value = "encoding", member = true)
  PyObject getEncoding() {
    return orNone(encoding);
  }

  @Setter("encoding")
  void setEncoding(PyObject value) {
    encoding = value;
  }

  @Getter(value = "object", member = true)
  PyObject getObject() {
    return orNone(object);
  }

  @Setter("object")
  void setObject(PyObject value) {
    object = value;
  }

  @Getter(value = "reason", member = true)
  PyObject getReason() {
    return orNone(reason);
  }

  @Setter("reason")
  void setReason(PyObject value) {
    reason = value;
  }
}

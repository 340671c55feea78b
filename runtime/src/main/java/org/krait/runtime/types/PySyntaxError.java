package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code SyntaxError}, with the place in the source. */
@BuiltinType(
    name = "SyntaxError",
    base = ExceptionBases.Exception.class,
    instanceDict = true,
    basicSize = 136)
public class PySyntaxError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PySyntaxErrorTable());

  PyObject message;
  PyObject filename;
  PyObject line;
  PyObject offset;
  PyObject text;
  PyObject endLine;
  PyObject endOffset;
  PyObject printFileAndLine;

  public PySyntaxError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PySyntaxError made = new PySyntaxError(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    setArgs(PyTuple.of(args.clone()));
    message = args.length > 0 ? args[0] : null;
    if (args.length == 2) {
      describe(PyTuple.from(args[1]));
    }
  }

  /** Says where, when the exception has been made. */
  public void place(
      PyObject file, PyObject atLine, PyObject at, PyObject shown, PyObject toLine, PyObject to) {
    filename = file;
    line = atLine;
    offset = at;
    text = shown;
    endLine = toLine;
    endOffset = to;
  }

  private void describe(PyTuple details) {
    int count = details.size();
    if (count < 4 || count > 6) {
      throw Errors.typeError(
          "function takes %s argument%s (%d given)",
          count < 4 ? "at least 4" : "at most 6", "s", count);
    }
    filename = details.get(0);
    line = details.get(1);
    offset = details.get(2);
    text = details.get(3);
    endLine = count > 4 ? details.get(4) : null;
    endOffset = count > 5 ? details.get(5) : null;
    if (count == 5) {
      throw Errors.typeError("end_offset must be provided when end_lineno is provided");
    }
  }

  @Method("__str__(self, /)")
  PyObject str() {
    String words = Objects.str(orNone(message)).toString();
    boolean hasLine = line instanceof PyInt;
    boolean hasFile = filename instanceof PyStr;
    if (!hasFile && !hasLine) {
      return PyStr.of(words);
    }
    String file = hasFile ? filename.toString().substring(filename.toString().lastIndexOf('/') + 1) : "";
    String place = hasFile && hasLine ? file + ", line " + line : hasFile ? file : "line " + line;
    return PyStr.of(words + " (" + place + ")");
  }

  @Getter(value = "msg", member = true)
  PyObject getMessage() {
    return orNone(message);
  }

  @Setter("msg")
  void setMessage(PyObject value) {
    message = value;
  }

  @Getter(value = "filename", member = true)
  PyObject getFilename() {
    return orNone(filename);
  }

  @Setter("filename")
  void setFilename(PyObject value) {
    filename = value;
  }

  @Getter(value = "lineno", member = true)
  PyObject getLine() {
    return orNone(line);
  }

  @Setter("lineno")
  void setLine(PyObject value) {
    line = value;
  }

  @Getter(value = "offset", member = true)
  PyObject getOffset() {
    return orNone(offset);
  }

  @Setter("offset")
  void setOffset(PyObject value) {
    offset = value;
  }

  @Getter(value = "text", member = true)
  PyObject getText() {
    return orNone(text);
  }

  @Setter("text")
  void setText(PyObject value) {
    text = value;
  }

  @Getter(value = "end_lineno", member = true)
  PyObject getEndLine() {
    return orNone(endLine);
  }

  @Setter("end_lineno")
  void setEndLine(PyObject value) {
    endLine = value;
  }

  @Getter(value = "end_offset", member = true)
  PyObject getEndOffset() {
    return orNone(endOffset);
  }

  @Setter("end_offset")
  void setEndOffset(PyObject value) {
    endOffset = value;
  }

  @Getter(value = "print_file_and_line", member = true)
  PyObject getPrintFileAndLine() {
    return orNone(printFileAndLine);
  }

  @Setter("print_file_and_line")
  void setPrintFileAndLine(PyObject value) {
    printFileAndLine = value;
  }
}

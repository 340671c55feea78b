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
import org.krait.runtime.Special;

/** {@code OSError}, with the error number, its text and up to two file names. */
@BuiltinType(
    name = "OSError",
    base = ExceptionBases.Exception.class,
    instanceDict = true,
    basicSize = 112)
public class PyOSError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyOSErrorTable());

  PyObject number;
  PyObject text;
  PyObject filename;
  PyObject filename2;
  PyObject written;
  private boolean parsed;

  public PyOSError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyOSError made = new PyOSError(choose(cls, args));
    made.begin(args, names);
    return made;
  }

  /** What {@code __new__} does with the arguments of a fresh exception. */
  protected final void begin(PyObject[] args, PyStr[] names) {
    PyType cls = type();
    if (cls.special(Special.INIT) == TYPE.special(Special.INIT)) {
      parse(args, names);
    } else {
      setArgs(positional(args, names));
    }
  }

  /** Arguments that say an error number choose the subclass, when the plain type is called. */
  private static PyType choose(PyType cls, PyObject[] args) {
    if (cls != TYPE || args.length < 2 || args.length > 5 || !(args[0] instanceof PyInt number)) {
      return cls;
    }
    return ErrorNumbers.typeFor((int) number.longValue(), cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    if (parsed) {
      return;
    }
    parse(args, names);
  }

  private void parse(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    parsed = true;
    setArgs(PyTuple.of(args.clone()));
    if (args.length < 2 || args.length > 5) {
      return;
    }
    number = args[0];
    text = args[1];
    if (args.length > 2 && args[2] != PyNone.NONE) {
      if (type() == PyExceptions.BlockingIOError && args[2] instanceof PyInt) {
        written = args[2];
      } else {
        filename = args[2];
      }
    }
    if (args.length > 4 && args[4] != PyNone.NONE) {
      filename2 = args[4];
    }
    if (filename != null) {
      setArgs(PyTuple.of(number, text));
    }
  }

  @Method("__str__(self, /)")
  PyObject str() {
    if (filename != null) {
      String files = Objects.repr(filename) + (filename2 == null ? "" : " -> " + Objects.repr(filename2));
      return PyStr.of(
          "[Errno " + Objects.str(orNone(number)) + "] " + Objects.str(orNone(text)) + ": " + files);
    }
    return number != null && text != null
        ? PyStr.of("[Errno " + Objects.str(number) + "] " + Objects.str(text))
        : super.str();
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    if (args().size() != 2 || filename == null) {
      return reduceWith(args());
    }
    return reduceWith(
        filename2 == null
            ? PyTuple.of(args().get(0), args().get(1), filename)
            : PyTuple.of(args().get(0), args().get(1), filename, PyNone.NONE, filename2));
  }

  @Getter("characters_written")
  PyObject getWritten() {
    if (written == null) {
      throw Errors.attributeError(this, PyStr.interned("characters_written"), "characters_written");
    }
    return written;
  }

  @Setter("characters_written")
  void setWritten(PyObject value) {
    if (value == null && written == null) {
      throw Errors.attributeError(this, PyStr.interned("characters_written"), "characters_written");
    }
    written = value == null ? null : Sequences.toInt(value);
  }

  @Getter(value = "errno", member = true)
  public PyObject getNumber() {
    return orNone(number);
  }

  @Setter("errno")
  void setNumber(PyObject value) {
    number = value;
  }

  @Getter(value = "strerror", member = true)
  public PyObject getText() {
    return orNone(text);
  }

  @Setter("strerror")
  void setText(PyObject value) {
    text = value;
  }

  @Getter(value = "filename", member = true)
  PyObject getFilename() {
    return orNone(filename);
  }

  @Setter("filename")
  void setFilename(PyObject value) {
    filename = value;
  }

  @Getter(value = "filename2", member = true)
  PyObject getFilename2() {
    return orNone(filename2);
  }

  @Setter("filename2")
  void setFilename2(PyObject value) {
    filename2 = value;
  }
}

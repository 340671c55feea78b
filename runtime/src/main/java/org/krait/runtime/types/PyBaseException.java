package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.execution.PyTraceback;

/** {@code BaseException}; most exception types share this class. */
@BuiltinType(name = "BaseException", instanceDict = true, basicSize = 72)
public class PyBaseException extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyBaseExceptionTable());
  private static final PyStr NOTES = PyStr.interned("__notes__");

  /** Null while {@link #late} stands for them. */
  private PyTuple args = PyTuple.EMPTY;

  private LateMessage late;
  private PyTraceback traceback;
  private PyBaseException context;
  private PyBaseException cause;
  private boolean suppressContext;
  private PyException carrier;

  public PyBaseException(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyBaseException made = new PyBaseException(cls);
    made.args = positional(args, names);
    return made;
  }

  /** Whether {@link #of} makes instances of a builtin type as calling it does. */
  public static boolean isSimple(PyType type) {
    Class<?> layout = type.layout();
    return layout == PyBaseException.class
        || layout == PyKeyError.class
        || type == PyStopIteration.TYPE;
  }

  /**
   * An instance as {@code BaseException.__new__} and {@code __init__} make it.
   *
   * @param type for which {@link #isSimple}
   * @param args the arguments, which the instance keeps
   */
  public static PyBaseException of(PyType type, PyObject... args) {
    if (type.layout() == PyBaseException.class) {
      return plain(type, args);
    }
    return type.layout() == PyKeyError.class ? keyError(type, args) : stopIteration(type, args);
  }

  // The same for types of one layout: so machine code knows the Java class.

  public static PyBaseException plain(PyType type, PyObject[] args) {
    PyBaseException made = new PyBaseException(type);
    made.args = PyTuple.of(args);
    return made;
  }

  public static PyBaseException keyError(PyType type, PyObject[] args) {
    PyBaseException made = new PyKeyError(type);
    made.args = PyTuple.of(args);
    return made;
  }

  public static PyBaseException stopIteration(PyType type, PyObject[] args) {
    PyStopIteration made = new PyStopIteration(type);
    made.value = args.length > 0 ? args[0] : null;
    ((PyBaseException) made).args = PyTuple.of(args);
    return made;
  }

  /**
   * An instance with a message, which is put together when somebody reads it.
   *
   * @param type for which {@link #isSimple}
   * @param format as of {@link org.krait.runtime.Errors#text}
   */
  public static PyBaseException of(PyType type, String format, Object[] args) {
    PyBaseException made;
    if (type.layout() == PyBaseException.class) {
      made = new PyBaseException(type);
      made.setMessage(format, args);
    } else {
      made = of(type, PyStr.of(org.krait.runtime.Errors.text(format, args)));
    }
    return made;
  }

  /** Makes a message the only argument. */
  final void setMessage(String format, Object[] args) {
    LateMessage message = new LateMessage(format, args);
    if (LateMessage.isFixed(args)) {
      late = message;
      this.args = null;
    } else {
      this.args = PyTuple.of(message.text());
    }
  }

  /** The arguments without those of keywords. */
  protected static PyTuple positional(PyObject[] args, PyStr[] names) {
    return PyTuple.of(
        names == null ? args.clone() : java.util.Arrays.copyOf(args, args.length - names.length));
  }

  @Getter("__dict__")
  PyObject dict() {
    return ownDict();
  }

  @Setter("__dict__")
  void setDict(PyObject value) {
    if (value == null) {
      throw Errors.typeError("cannot delete __dict__");
    }
    if (!(value instanceof PyDict dict)) {
      throw Errors.typeError(
          "__dict__ must be set to a dictionary, not a '%s'", value.type().fullName());
    }
    setOwnDict(dict);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    this.args = PyTuple.of(args.clone());
  }

  /** Refuses keyword arguments. */
  protected final void noKeywords(PyStr[] names) {
    if (names != null && names.length > 0) {
      throw Errors.typeError("%s() takes no keyword arguments", type().name());
    }
  }

  /** The keyword arguments by name, null where absent; others are an error. */
  protected static PyObject[] keywords(
      String callee, PyObject[] args, PyStr[] names, String... known) {
    PyObject[] values = new PyObject[known.length];
    for (int i = 0; names != null && i < names.length; i++) {
      int at = java.util.Arrays.asList(known).indexOf(names[i].toString());
      if (at < 0) {
        throw Errors.typeError(
            "'%s' is an invalid keyword argument for %s()", names[i], callee);
      }
      values[at] = args[args.length - names.length + i];
    }
    return values;
  }

  protected static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  public final PyTuple args() {
    PyTuple known = args;
    if (known == null) {
      known = PyTuple.of(late.text());
      args = known;
    }
    return known;
  }

  public final void setArgs(PyTuple values) {
    args = values;
  }

  /** {@code str(e)} where that works, for Java programmers. */
  public final String describe() {
    try {
      return Objects.str(this).toString();
    } catch (RuntimeException e) {
      return args().size() + " arguments";
    }
  }

  /** What carries it up the Java stack again: the same as before while one thread runs Python code. */
  public final PyException carrier() {
    PyException known = carrier;
    if (known == null || Concurrency.active()) {
      known = new PyException(this);
      carrier = known;
    }
    return known;
  }

  // ---- traceback, context, cause

  /** Adds the running instruction of a frame on top of the traceback. */
  public final void addTraceback(PyFrame frame) {
    traceback = new PyTraceback(traceback, frame);
  }

  /** The same for an instruction whose line is known. */
  public final void addTraceback(PyFrame frame, int line) {
    traceback = new PyTraceback(traceback, frame, frame.pc, line > 0 ? line : -1);
  }

  public final PyObject traceback() {
    return traceback == null ? PyNone.NONE : traceback;
  }

  public final void setTraceback(PyTraceback value) {
    traceback = value;
  }

  public final PyBaseException context() {
    return context;
  }

  public final void setContext(PyBaseException value) {
    context = value;
  }

  public final PyBaseException cause() {
    return cause;
  }

  /** Sets {@code __cause__}, which suppresses the context. */
  public final void setCause(PyBaseException value) {
    cause = value;
    suppressContext = true;
  }

  public final boolean suppressesContext() {
    return suppressContext;
  }

  /** Makes the exception that is being handled the context, without making a circle. */
  public final void setContextFrom(PyBaseException handled) {
    if (handled == null || handled == this) {
      return;
    }
    PyBaseException slow = handled;
    boolean move = false;
    for (PyBaseException e = handled; e.context != null; e = e.context) {
      if (e.context == this) {
        e.context = null;
        break;
      }
      if (e.context == slow) {
        break;
      }
      slow = move ? slow.context : slow;
      move = !move;
    }
    context = handled;
  }

  // ---- what Python sees

  @Method("__str__(self, /)")
  PyObject str() {
    return switch (args().size()) {
      case 0 -> PyStr.EMPTY;
      case 1 -> Objects.str(args().get(0));
      default -> Objects.str(args());
    };
  }

  @Method("__repr__(self, /)")
  String repr() {
    return args().size() == 1
        ? type().name() + "(" + Objects.repr(args().get(0)) + ")"
        : type().name() + Objects.repr(args());
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return reduceWith(args());
  }

  /** {@code (type, args)} and the instance's attributes when it has any. */
  protected final PyObject reduceWith(PyTuple arguments) {
    PyDict own = shape().names().length == 0 && !shape().isDict ? null : ownDict();
    return own == null || own.size() == 0
        ? PyTuple.of(type(), arguments)
        : PyTuple.of(type(), arguments, own);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    if (state == PyNone.NONE) {
      return;
    }
    if (!(state instanceof PyDict dict)) {
      throw Errors.typeError("state is not a dictionary");
    }
    for (PyDict.Entry entry : dict.entryList()) {
      Attributes.set(this, (PyStr) entry.key(), entry.value());
    }
  }

  @Method(value = "with_traceback(self, tb, /)", textSignature = false)
  PyObject withTraceback(PyObject value) {
    assignTraceback(value);
    return this;
  }

  @Method(value = "add_note(self, note, /)", textSignature = false)
  public void addNote(PyObject note) {
    if (!(note instanceof PyStr)) {
      throw Errors.typeError("note must be a str, not '%s'", note.type().fullName());
    }
    PyObject notes = Attributes.getOrNull(this, NOTES);
    if (notes == null) {
      notes = new PyList();
      Attributes.set(this, NOTES, notes);
    }
    if (!(notes instanceof PyList list)) {
      throw Errors.typeError("Cannot add note: __notes__ is not a list");
    }
    list.append(note);
  }

  @Getter("args")
  public PyObject getArgs() {
    return args();
  }

  @Setter("args")
  void assignArgs(PyObject value) {
    if (value == null) {
      throw Errors.typeError("args may not be deleted");
    }
    args = PyTuple.of(PyTuple.from(value).items());
  }

  @Getter("__traceback__")
  PyObject getTraceback() {
    return traceback();
  }

  @Setter("__traceback__")
  void assignTraceback(PyObject value) {
    if (value == null) {
      throw Errors.typeError("__traceback__ may not be deleted");
    }
    if (value != PyNone.NONE && !(value instanceof PyTraceback)) {
      throw Errors.typeError("__traceback__ must be a traceback or None");
    }
    traceback = value instanceof PyTraceback tb ? tb : null;
  }

  @Getter("__context__")
  PyObject getContext() {
    return context == null ? PyNone.NONE : context;
  }

  @Setter("__context__")
  void assignContext(PyObject value) {
    context = checked(value, "__context__", "exception context must be None or derive from BaseException");
  }

  @Getter("__cause__")
  PyObject getCause() {
    return cause == null ? PyNone.NONE : cause;
  }

  @Setter("__cause__")
  void assignCause(PyObject value) {
    setCause(checked(value, "__cause__", "exception cause must be None or derive from BaseException"));
  }

  private static PyBaseException checked(PyObject value, String name, String message) {
    if (value == null) {
      throw Errors.typeError("%s may not be deleted", name);
    }
    if (value != PyNone.NONE && !(value instanceof PyBaseException)) {
      throw Errors.typeError(message);
    }
    return value instanceof PyBaseException e ? e : null;
  }

  @Getter(value = "__suppress_context__", member = true)
  boolean getSuppressContext() {
    return suppressContext;
  }

  @Setter("__suppress_context__")
  void setSuppressContext(PyObject value) {
    if (!(value instanceof PyBool flag)) {
      throw Errors.typeError("attribute value type must be bool");
    }
    suppressContext = flag == PyBool.TRUE;
  }
}

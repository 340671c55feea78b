package org.krait.stdlib.csv;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _csv.Dialect}: checked settings. Characters are code points, -1 for none. */
@BuiltinType(name = "Dialect", module = "_csv", doc = "CSV dialect")
public final class PyDialect extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyDialectTable());

  static final int MINIMAL = 0;
  static final int ALL = 1;
  static final int NONNUMERIC = 2;
  static final int NONE = 3;
  static final int STRINGS = 4;
  static final int NOTNULL = 5;

  private static final String[] SETTINGS = {
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict"
  };

  final int delimiter;
  final int escape;
  final int quote;
  final int quoting;
  final PyStr lineTerminator;
  final boolean doubleQuote;
  final boolean skipInitialSpace;
  final boolean strict;

  private PyDialect(PyType cls, PyObject[] settings) {
    super(cls);
    delimiter = required("delimiter", settings[0], ',');
    doubleQuote = settings[1] == null || Objects.isTrue(settings[1]);
    escape = character("escapechar", settings[2], -1);
    lineTerminator = terminator(settings[3]);
    quote = character("quotechar", settings[4], '"');
    quoting = quoting(settings[5], settings[4] == PyNone.NONE);
    skipInitialSpace = settings[6] != null && Objects.isTrue(settings[6]);
    strict = settings[7] != null && Objects.isTrue(settings[7]);
    if (quoting != NONE && quote < 0) {
      throw Errors.typeError("quotechar must be set if quoting enabled");
    }
    if (lineTerminator == null) {
      throw Errors.typeError("lineterminator must be set");
    }
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given > 1) {
      throw Errors.typeError("function takes at most 1 argument (%d given)", given);
    }
    return of(cls, given == 0 ? named(args, names, given) : args[0], args, names, given);
  }

  private static final String LIKE = "dialect";

  /** The {@code dialect} among the keywords of a call, or null. */
  static PyObject named(PyObject[] values, PyStr[] names, int from) {
    for (int i = 0; names != null && i < names.length; i++) {
      if (LIKE.equals(names[i].toString())) {
        return values[from + i];
      }
    }
    return null;
  }

  /**
   * A dialect like another one (or like any object with such attributes), with some settings of its own.
   *
   * @param like null for none
   * @param from where the values of the names begin
   */
  static PyDialect of(PyType cls, PyObject like, PyObject[] values, PyStr[] names, int from) {
    if (like instanceof PyDialect dialect && names == null && cls == TYPE) {
      return dialect;
    }
    PyObject[] settings = new PyObject[SETTINGS.length];
    for (int i = 0; names != null && i < names.length; i++) {
      if (!LIKE.equals(names[i].toString())) {
        settings[place(names[i])] = values[from + i];
      }
    }
    for (int i = 0; like != null && like != PyNone.NONE && i < settings.length; i++) {
      if (settings[i] == null) {
        settings[i] = Attributes.getOrNull(like, SETTINGS[i]);
      }
    }
    return new PyDialect(cls, settings);
  }

  private static int place(PyStr name) {
    for (int i = 0; i < SETTINGS.length; i++) {
      if (SETTINGS[i].equals(name.toString())) {
        return i;
      }
    }
    throw Errors.typeError("'%s' is an invalid keyword argument for this function", name);
  }

  private static int required(String name, PyObject value, int otherwise) {
    if (value != null && !(value instanceof PyStr)) {
      throw Errors.typeError("\"%s\" must be string, not %s", name, value.type().fullName());
    }
    return character(name, value, otherwise);
  }

  private static int character(String name, PyObject value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value == PyNone.NONE) {
      return -1;
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError(
          "\"%s\" must be string or None, not %s", name, value.type().fullName());
    }
    if (text.length() != 1) {
      throw Errors.typeError("\"%s\" must be a 1-character string", name);
    }
    return text.codePointAt(0);
  }

  private static PyStr terminator(PyObject value) {
    if (value == null) {
      return PyStr.of("\r\n");
    }
    if (value == PyNone.NONE) {
      return null;
    }
    if (value instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError("\"lineterminator\" must be a string");
  }

  private static int quoting(PyObject value, boolean noQuote) {
    if (value == null) {
      return noQuote ? NONE : MINIMAL;
    }
    if (value.getClass() != PyLong.class) {
      throw Errors.typeError("\"quoting\" must be an integer");
    }
    long style = ((PyInt) value).longValue();
    if (style < MINIMAL || style > NOTNULL) {
      throw Errors.typeError("bad \"quoting\" value");
    }
    return (int) style;
  }

  private static PyObject shown(int character) {
    return character < 0 ? PyNone.NONE : PyStr.of(character);
  }

  @Getter("delimiter")
  PyObject delimiter() {
    return shown(delimiter);
  }

  @Getter("escapechar")
  PyObject escape() {
    return shown(escape);
  }

  @Getter("quotechar")
  PyObject quote() {
    return shown(quote);
  }

  @Getter("quoting")
  int quoting() {
    return quoting;
  }

  @Getter("lineterminator")
  PyObject lineTerminator() {
    return lineTerminator;
  }

  @Getter(value = "doublequote", member = true)
  boolean doubleQuote() {
    return doubleQuote;
  }

  @Getter(value = "skipinitialspace", member = true)
  boolean skipInitialSpace() {
    return skipInitialSpace;
  }

  @Getter(value = "strict", member = true)
  boolean strict() {
    return strict;
  }

  private PyException notPickled() {
    return Errors.typeError("cannot pickle 'Dialect' instances");
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    throw notPickled();
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", textSignature = false)
  PyObject reduceEx(PyObject protocol) {
    throw notPickled();
  }
}

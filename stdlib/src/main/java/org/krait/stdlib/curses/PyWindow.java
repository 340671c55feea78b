package org.krait.stdlib.curses;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.PyStr;

/** {@code curses.window}: a part of the screen, or a pad that may be larger. */
@BuiltinType(
    name = "window",
    module = "_curses",
    subclassable = false,
    disallowNew = true,
    basicSize = 32,
    parts = {
      WindowEdits.class,
      WindowGeometry.class,
      WindowInput.class,
      WindowOutput.class,
      WindowRefresh.class,
      WindowText.class
    })
final class PyWindow extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyWindowTable());

  private static final Curses IS_PAD = new Curses("is_pad");

  final long address;
  private PyStr encoding;

  private PyWindow(long address, PyStr encoding) {
    this.address = address;
    this.encoding = encoding;
  }

  /** The window of the whole screen, which nobody gives back. */
  static PyWindow ofScreen(long address) {
    return new PyWindow(address, PyStr.of(CursesState.ENCODING));
  }

  /** A window that C has made; an error for none. */
  static PyWindow of(long address) {
    return owned(address, PyStr.of(CursesState.ENCODING));
  }

  /** A window that C has made within this one. */
  PyWindow within(long inner) {
    return owned(inner, encoding);
  }

  private static PyWindow owned(long address, PyStr encoding) {
    PyWindow window = new PyWindow(CursesState.made(address), encoding);
    CursesState.current().own(window, address);
    return window;
  }

  /** An argument that must be a window. */
  static PyWindow argument(PyObject value, String which) {
    return Arguments.instance(value, PyWindow.class, which, "_curses.window");
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  boolean isPad() {
    return IS_PAD.callTruth(address);
  }

  String encodingName() {
    return encoding.toString();
  }

  @Getter("encoding")
  PyObject encoding() {
    return encoding;
  }

  @Setter("encoding")
  void setEncoding(PyObject value) {
    if (value == null) {
      throw Errors.typeError("encoding may not be deleted");
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("setting encoding to a non-string");
    }
    Codecs.encode(text, "ascii", null);
    encoding = text;
  }

  /** A character without attributes, in this window's encoding. */
  long character(PyObject value) {
    return Characters.simple(value, encodingName());
  }

  /** Calls a function of this window; {@code curses.error} when it fails. */
  void run(Curses function, String name, long... more) {
    CursesState.check(result(function, more), name);
  }

  /** The same under its name in C. */
  void run(Curses function, long... more) {
    run(function, function.name(), more);
  }

  /** What a function of this window returned. */
  int result(Curses function, long... more) {
    return function.callInt(with(more));
  }

  /** The window's address, and more arguments behind it. */
  long[] with(long... more) {
    long[] all = new long[more.length + 1];
    all[0] = address;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}

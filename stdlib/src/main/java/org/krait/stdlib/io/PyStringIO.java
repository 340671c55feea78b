package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _io.StringIO}: a stream of text in memory. */
@BuiltinType(
    name = "StringIO",
    module = "_io",
    base = PyTextIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 168,
    textSignature = "(initial_value='', newline='\\n')",
    parts = {StringIOMethods.class})
public class PyStringIO extends PyTextIOBase {
  public static final PyType TYPE = PyType.builtin(new PyStringIOTable());

  private TextStore store;
  private int position;
  private NewlineRule newline;

  /** Notes the kinds of line ends, and translates what is written; null when they stay as they are. */
  private NewlineTranslation translation;

  private boolean closed;

  PyStringIO(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyStringIO(cls);
  }

  @Method("__init__(self, initial_value='', newline='\\n')")
  synchronized void init(PyObject initial, PyObject lineEnd) {
    setNewline(lineEnd);
    if (initial != PyNone.NONE && !(initial instanceof PyStr)) {
      throw notText(initial);
    }
    store = new TextStore();
    position = 0;
    closed = false;
    if (initial instanceof PyStr text && text.length() > 0) {
      writeText(text);
      position = 0;
    }
  }

  private void setNewline(PyObject lineEnd) {
    if (lineEnd != PyNone.NONE && !(lineEnd instanceof PyStr)) {
      throw Errors.typeError("newline must be str or None, not %s", lineEnd.type().fullName());
    }
    newline = NewlineRule.of(lineEnd instanceof PyStr text ? text.toString() : null, true);
    translation =
        newline.isUniversal() ? new NewlineTranslation(newline.translatesReading()) : null;
  }

  private static RuntimeException notText(PyObject initial) {
    return Errors.typeError(
        "initial_value must be str or None, not %s", initial.type().fullName());
  }

  final void checkOpen() {
    if (store == null) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
    checkNotClosed();
  }

  final void checkNotClosed() {
    if (closed) {
      throw Errors.valueError("I/O operation on closed file");
    }
  }

  final synchronized void writeText(PyStr given) {
    PyStr text = translation != null ? translation.next(given, true) : given;
    text = newline.translateWriting(text);
    int count = text.length();
    if (count == 0) {
      return;
    }
    if (position > Integer.MAX_VALUE - 8 - count) {
      throw Errors.overflowError("new position too large");
    }
    store.write(position, text);
    position += count;
  }

  final synchronized PyStr read(long count) {
    int rest = Math.max(store.length() - position, 0);
    int length = count < 0 || count > rest ? rest : (int) count;
    if (length == 0) {
      return PyStr.EMPTY;
    }
    position += length;
    return store.substring(position - length, position);
  }

  final synchronized PyStr readLine(long limit) {
    int end = store.length();
    if (position >= end || limit == 0) {
      return PyStr.EMPTY;
    }
    if (limit > 0 && limit < end - position) {
      end = position + (int) limit;
    }
    int from = position;
    position = lineEnd(from, end);
    return store.substring(from, position);
  }

  private int lineEnd(int from, int end) {
    if (newline.isUniversal() && !newline.translatesReading()) {
      int at = store.indexOfEither('\n', '\r', from, end);
      return at < 0 ? end : isPair(at, end) ? at + 2 : at + 1;
    }
    String wanted = newline.translatesReading() ? "\n" : newline.given();
    int at = store.indexOfEither(wanted.charAt(0), wanted.charAt(0), from, end);
    while (at >= 0 && wanted.length() == 2 && !isPair(at, end)) {
      at = store.indexOfEither('\r', '\r', at + 1, end);
    }
    return at < 0 ? end : at + wanted.length();
  }

  private boolean isPair(int at, int end) {
    return at + 1 < end && store.codePointAt(at) == '\r' && store.codePointAt(at + 1) == '\n';
  }

  final synchronized PyStr value() {
    return store.value();
  }

  final int position() {
    return position;
  }

  final synchronized int length() {
    return store.length();
  }

  final void setPosition(long place) {
    if (place > Integer.MAX_VALUE) {
      throw Errors.overflowError("new position too large");
    }
    position = (int) place;
  }

  final synchronized void truncate(long length) {
    if (length < store.length()) {
      store.truncate((int) length);
    }
  }

  final PyObject newlineArgument() {
    return newline.given() == null ? PyNone.NONE : PyStr.of(newline.given());
  }

  /** Takes over the content of a pickled stream, in which line ends are translated already. */
  final synchronized void restore(PyObject content, PyObject lineEnd) {
    if (content != PyNone.NONE && !(content instanceof PyStr)) {
      throw notText(content);
    }
    setNewline(lineEnd);
    store = new TextStore();
    position = 0;
    if (content instanceof PyStr text) {
      store.write(0, text);
    }
  }

  @Method("close(self, /)")
  synchronized void closeText() {
    closed = true;
    store = new TextStore();
  }

  @Getter("closed")
  PyObject getClosedText() {
    if (store == null) {
      checkOpen();
    }
    return PyBool.of(closed);
  }

  @Getter("newlines")
  PyObject getNewlinesSeen() {
    checkOpen();
    return translation == null ? PyNone.NONE : translation.seen();
  }

  @Getter("line_buffering")
  PyObject getLineBuffering() {
    checkOpen();
    return PyBool.FALSE;
  }
}

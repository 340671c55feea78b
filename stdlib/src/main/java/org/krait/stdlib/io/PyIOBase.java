package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _io._IOBase}: what every stream can do, by means of the methods that a subclass has. */
@BuiltinType(
    name = "_IOBase",
    module = "_io",
    instanceDict = true,
    weakReferences = true,
    basicSize = 32,
    parts = {BaseLines.class})
public class PyIOBase extends PyInstance implements Finalizers.Watched {
  public static final PyType TYPE = PyType.builtin(new PyIOBaseTable());
  private static final PyStr CLOSED_MARK = PyStr.interned("__IOBase_closed");
  private static final PyStr FINALIZING = PyStr.interned("_finalizing");
  private static final PyStr INIT = PyStr.interned("__init__");

  private Object watch;
  private int place;

  PyIOBase(PyType type) {
    super(type);
  }

  /** From now on it is closed when it is dropped; classes of programs see to that by {@code __del__}. */
  final void closeWhenDropped() {
    if (!type().isHeap()) {
      Finalizers.watchLater(ThreadState.current(), this);
    }
  }

  /** It need not be closed any more when it is dropped. */
  final void isClosedNow() {
    Finalizers.forget(ThreadState.current(), this);
  }

  /** This stream closes that below it, which therefore comes to its end later. */
  final void isAbove(PyObject below) {
    closeWhenDropped();
    if (below instanceof PyIOBase stream && !stream.type().isHeap()) {
      stream.isClosedNow();
    } else {
      Finalizers.order(ThreadState.current(), this, below);
    }
  }

  @Override
  public final Object watch() {
    return watch;
  }

  @Override
  public final void setWatch(Object teller) {
    watch = teller;
  }

  @Override
  public final int place() {
    return place;
  }

  @Override
  public final void setPlace(int place) {
    this.place = place;
  }

  /** Not by many; to have the collector look at each file that is read would cost too much. */
  @Override
  public boolean isAwaited() {
    return false;
  }

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public final boolean comesLast() {
    return true;
  }

  @Override
  public final void drop() {
    finalizeStream(this);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    checkNoArguments(cls, args);
    return new PyIOBase(cls);
  }

  static void checkNoArguments(PyType cls, PyObject[] args) {
    if (args.length > 0 && cls.definerOf(INIT) == PyLong.TYPE.base()) {
      throw Errors.typeError("%s() takes no arguments", cls.fullName());
    }
  }

  @Getter("__dict__")
  static PyObject getDict(PyIOBase self) {
    return self.ownDict();
  }

  @Getter("closed")
  static PyObject getClosed(PyIOBase self) {
    return PyBool.of(self.baseClosed());
  }

  private boolean baseClosed() {
    return Attributes.getOrNull(this, CLOSED_MARK) != null;
  }

  @Method("seek(self, offset, whence=0, /)")
  static PyObject seek(PyIOBase self, PyObject offset, PyObject whence) {
    throw Streams.unsupported("seek");
  }

  @Method("tell(self, /)")
  static PyObject tell(PyIOBase self) {
    return Attributes.get(self, Streams.SEEK).call(PyLong.ZERO, PyLong.ONE);
  }

  @Method("truncate(self, size=None, /)")
  static PyObject truncate(PyIOBase self, PyObject size) {
    throw Streams.unsupported("truncate");
  }

  @Method("flush(self, /)")
  static PyObject flush(PyIOBase self) {
    if (self.baseClosed()) {
      throw Streams.closed();
    }
    return PyNone.NONE;
  }

  @Method("close(self, /)")
  static PyObject close(PyIOBase self) {
    if (!self.baseClosed()) {
      Streams.both(
          () -> Streams.call(self, Streams.FLUSH),
          () -> Attributes.set(self, CLOSED_MARK, PyBool.TRUE));
    }
    return PyNone.NONE;
  }

  @Method("seekable(self, /)")
  static PyObject seekable(PyIOBase self) {
    return PyBool.FALSE;
  }

  @Method("readable(self, /)")
  static PyObject readable(PyIOBase self) {
    return PyBool.FALSE;
  }

  @Method("writable(self, /)")
  static PyObject writable(PyIOBase self) {
    return PyBool.FALSE;
  }

  @Method("fileno(self, /)")
  static PyObject fileno(PyIOBase self) {
    throw Streams.unsupported("fileno");
  }

  @Method("isatty(self, /)")
  static PyObject isatty(PyIOBase self) {
    Streams.checkClosed(self);
    return PyBool.FALSE;
  }

  @Method(value = "_checkClosed(self)", parseTuple = true)
  static PyObject checkClosedMethod(PyIOBase self) {
    Streams.checkClosed(self);
    return PyNone.NONE;
  }

  @Method(value = "_checkSeekable(self)", parseTuple = true)
  static PyObject checkSeekable(PyIOBase self) {
    Streams.check(self, Streams.SEEKABLE);
    return PyBool.TRUE;
  }

  @Method(value = "_checkReadable(self)", parseTuple = true)
  static PyObject checkReadable(PyIOBase self) {
    Streams.check(self, Streams.READABLE);
    return PyBool.TRUE;
  }

  @Method(value = "_checkWritable(self)", parseTuple = true)
  static PyObject checkWritable(PyIOBase self) {
    Streams.check(self, Streams.WRITABLE);
    return PyBool.TRUE;
  }

  @Method(value = "__enter__(self)", parseTuple = true)
  static PyObject enter(PyIOBase self) {
    Streams.checkClosed(self);
    return self;
  }

  @Method(value = "__exit__(self, *args)", parseTuple = true)
  static PyObject exit(PyIOBase self, PyObject[] args) {
    return Streams.call(self, Streams.CLOSE);
  }

  private static void markFinalizing(PyIOBase self) {
    try {
      Attributes.set(self, FINALIZING, PyBool.TRUE);
    } catch (PyException ignored) {
      // Then nobody is told that it was dropped.
    }
  }

  /** Closes a stream that nobody closed; errors then have nobody to go to. */
  @Method(value = "__del__(self, /)", textSignature = false)
  static PyObject finalizeStream(PyIOBase self) {
    try {
      if (!Streams.isClosed(self)) {
        markFinalizing(self);
        Streams.call(self, Streams.CLOSE);
      }
    } catch (PyException e) {
      if (ThreadState.current().interpreter.options.devMode) {
        Unraisable.report(e, null, self);
      }
    }
    return PyNone.NONE;
  }
}

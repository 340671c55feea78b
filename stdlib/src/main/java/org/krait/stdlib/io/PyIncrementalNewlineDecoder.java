package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _io.IncrementalNewlineDecoder}: universal newlines behind any decoder, or behind none. */
@BuiltinType(
    name = "IncrementalNewlineDecoder",
    module = "_io",
    basicSize = 40,
    textSignature = "(decoder, translate, errors='strict')")
public class PyIncrementalNewlineDecoder extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyIncrementalNewlineDecoderTable());

  private PyObject decoder;
  private NewlineTranslation newlines;

  PyIncrementalNewlineDecoder(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyIncrementalNewlineDecoder(cls);
  }

  @Method("__init__(self, decoder, translate, errors='strict')")
  void init(PyObject inner, boolean translate, PyObject errors) {
    decoder = inner;
    newlines = new NewlineTranslation(translate);
  }

  private NewlineTranslation newlines() {
    if (newlines == null) {
      throw Errors.valueError("IncrementalNewlineDecoder.__init__() not called");
    }
    return newlines;
  }

  @Method("decode(self, /, input, final=False)")
  PyObject decode(PyObject input, boolean last) {
    NewlineTranslation translation = newlines();
    PyObject output =
        decoder == PyNone.NONE
            ? input
            : Attributes.get(decoder, "decode").call(input, PyBool.of(last));
    if (!(output instanceof PyStr text)) {
      throw Errors.typeError(
          "decoder should return a string result, not '%s'", output.type().fullName());
    }
    return translation.next(text, last);
  }

  @Method("getstate(self, /)")
  PyObject getState() {
    boolean pending = newlines().isPending();
    if (decoder == PyNone.NONE) {
      return PyTuple.of(PyBytes.EMPTY, NewlineFlags.with(PyLong.ZERO, pending));
    }
    PyObject state = Attributes.get(decoder, "getstate").call();
    if (!(state instanceof PyTuple pair
        && pair.size() == 2
        && pair.get(1) instanceof PyInt flags)) {
      throw Errors.typeError("illegal decoder state");
    }
    return PyTuple.of(pair.get(0), NewlineFlags.with(flags, pending));
  }

  @Method("setstate(self, state, /)")
  void setState(PyObject state) {
    NewlineTranslation translation = newlines();
    if (!(state instanceof PyTuple)) {
      throw Errors.typeError("state argument must be a tuple");
    }
    if (!(state instanceof PyTuple pair
        && pair.size() == 2
        && pair.get(1) instanceof PyInt flags)) {
      throw Errors.typeError("setstate(): illegal state argument");
    }
    translation.setPending(NewlineFlags.isPending(flags));
    if (decoder != PyNone.NONE) {
      Attributes.get(decoder, "setstate")
          .call(PyTuple.of(pair.get(0), NewlineFlags.without(flags)));
    }
  }

  @Method("reset(self, /)")
  void reset() {
    newlines().reset();
    if (decoder != PyNone.NONE) {
      Attributes.get(decoder, "reset").call();
    }
  }

  @Getter("newlines")
  PyObject getNewlines() {
    return newlines().seen();
  }
}

package org.krait.stdlib.multibyte;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _multibytecodec.MultibyteIncrementalDecoder}: keeps a state and the beginning of a sequence. */
@BuiltinType(
    name = "MultibyteIncrementalDecoder",
    module = "_multibytecodec",
    heapType = true,
    basicSize = 56)
final class PyIncrementalDecoder extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyIncrementalDecoderTable());

  private final PendingBytes bytes;
  private PyStr errors;

  private PyIncrementalDecoder(PyType cls, PyStr errors) {
    super(cls);
    bytes = new PendingBytes(PyMultibyteCodec.ofClass(cls));
    this.errors = errors;
  }

  @Method("__new__(cls, errors='strict')")
  static PyObject make(PyType cls, PyStr errors) {
    return new PyIncrementalDecoder(cls, errors);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {}

  @Method("decode(self, input, final=False)")
  PyObject decode(PyObject input, boolean last) {
    return bytes.decode(Buffers.bytes(input), errors.toString(), last);
  }

  @Method("getstate(self, /)")
  PyObject getState() {
    return PyTuple.of(PyBytes.of(bytes.pending.clone()), StateNumber.of(bytes.state));
  }

  @Method("setstate(self, state, /)")
  void setState(PyObject state) {
    PyTuple value = Arguments.instance(state, PyTuple.class, "setstate() argument", "tuple");
    if (value.size() != 2
        || !(value.get(0) instanceof PyBytes waiting)
        || !(value.get(1) instanceof PyInt number)) {
      throw Errors.typeError("setstate(): illegal state argument");
    }
    if (waiting.length() > PendingBytes.MOST) {
      throw Errors.make(PyExceptions.UnicodeError, "pending buffer too large");
    }
    byte[] unpacked = StateNumber.bytes(number, Encoding.STATE_SIZE);
    bytes.pending = Arrays.copyOf(waiting.array(), waiting.length());
    bytes.state = unpacked;
  }

  @Method("reset(self, /)")
  void reset() {
    bytes.reset();
  }

  @Getter("errors")
  PyObject errors() {
    return errors;
  }

  @Setter("errors")
  void setErrors(PyObject value) {
    if (value == null) {
      throw Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("errors must be a string");
    }
    errors = text;
  }
}

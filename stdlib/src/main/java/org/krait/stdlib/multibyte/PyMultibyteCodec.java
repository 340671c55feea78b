package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _multibytecodec.MultibyteCodec}: encodes and decodes whole texts. */
@BuiltinType(
    name = "MultibyteCodec",
    module = "_multibytecodec",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 24)
final class PyMultibyteCodec extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyMultibyteCodecTable());

  final Encoding encoding;

  private PyMultibyteCodec(Encoding encoding) {
    this.encoding = encoding;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The codec of a name that is one of those of a module. */
  static PyObject named(PyObject name, String... names) {
    if (!(name instanceof PyStr text)) {
      throw Errors.typeError("encoding name must be a string.");
    }
    boolean mine = java.util.Arrays.asList(names).contains(text.toString());
    Encoding encoding = mine ? Encoding.of(text.toString()) : null;
    if (encoding == null) {
      throw Errors.make(PyExceptions.LookupError, "no such codec is supported.");
    }
    return new PyMultibyteCodec(encoding);
  }

  /** The codec of an object of a class that has one. */
  static Encoding ofClass(PyType cls) {
    PyObject codec = Attributes.get(cls, "codec");
    if (!(codec instanceof PyMultibyteCodec known)) {
      throw Errors.typeError("codec is unexpected type");
    }
    return known.encoding;
  }

  /** The text of an input: a str, or what {@code str} makes of it. */
  static PyStr text(PyObject input) {
    if (input instanceof PyStr text) {
      return text;
    }
    PyException wrong =
        Errors.typeError("couldn't convert the object to unicode.");
    try {
      return Objects.str(input);
    } catch (PyException e) {
      throw wrong;
    }
  }

  static String errors(PyObject errors) {
    return errors == null || errors == PyNone.NONE ? null : errors.toString();
  }

  @Method("encode(self, input, errors=None)")
  PyObject encode(PyObject input, PyStr errors) {
    PyStr text = text(input);
    byte[] bytes = encoding.encoder(text, errors(errors), true, encoding.start()).encode();
    return PyTuple.of(PyBytes.of(bytes), PyLong.of(text.length()));
  }

  @Method("decode(self, input, errors=None)")
  PyObject decode(PyObject input, PyStr errors) {
    byte[] bytes = Buffers.bytes(input);
    PyStr text = encoding.decoder(bytes, errors(errors), true, encoding.decodingStart()).decode();
    return PyTuple.of(text, PyLong.of(bytes.length));
  }
}

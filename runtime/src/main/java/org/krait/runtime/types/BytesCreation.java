package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.execution.Sink;
import org.krait.runtime.text.TextRepr;

/** How {@code bytes} come into being, and what only they and not {@code bytearray} do. */
final class BytesCreation {
  private BytesCreation() {}

  @Method("__new__(cls, /, source=NULL, encoding=NULL, errors=NULL)")
  static PyObject make(PyType cls, PyObject source, String encoding, String errors) {
    PyBytes bytes = create(source, encoding, errors);
    return cls == PyBytes.TYPE ? bytes : new PyBytesInstance(cls, bytes.array());
  }

  private static PyBytes create(PyObject source, String encoding, String errors) {
    if (source == null || encoding != null || errors != null) {
      return PyBytes.of(encoded(source, encoding, errors));
    }
    if (source.getClass() == PyTuple.class || source.getClass() == PyList.class) {
      PyBytes plain = PyBytes.ofPlain(source);
      if (plain != null) {
        return plain;
      }
    }
    PyObject method = SpecialCalls.lookup(source, Special.BYTES);
    if (method != null) {
      PyObject answer = method.call();
      if (answer instanceof PyBytes bytes) {
        return bytes;
      }
      throw Errors.typeError(
          "__bytes__ returned non-bytes (type %s)", answer.type().fullName());
    }
    return PyBytes.of(convert(source, "bytes", "bytes must be in range(0, 256)"));
  }

  /** The bytes of a text in an encoding, or none without a source. */
  static byte[] encoded(PyObject source, String encoding, String errors) {
    if (source == null || !(source instanceof PyStr)) {
      if (encoding != null || errors != null) {
        throw Errors.typeError(
            "%s without a string argument", encoding != null ? "encoding" : "errors");
      }
      return new byte[0];
    }
    if (encoding == null) {
      throw Errors.typeError("string argument without an encoding");
    }
    return Buffers.bytes(Codecs.encodeText((PyStr) source, encoding, errors));
  }

  /** Bytes from a count, a buffer or an iterable of ints. */
  static byte[] convert(PyObject source, String type, String outOfRange) {
    byte[] direct = direct(source, type);
    return direct != null ? direct : fromIterable(source, outOfRange);
  }

  /** Bytes from a count or a buffer; null when the items of the source have to be gone through. */
  static byte[] direct(PyObject source, String type) {
    if (source instanceof PyStr) {
      throw Errors.typeError("string argument without an encoding");
    }
    if (source.type().special(Special.INDEX) != null) {
      byte[] zeros = zeros(source);
      if (zeros != null) {
        return zeros;
      }
    }
    if (Buffers.isBuffer(source)) {
      return Buffers.anyBytes(source).clone();
    }
    if (!Iteration.isIterable(source)) {
      throw Errors.typeError("cannot convert '%s' object to %s", source.type().fullName(), type);
    }
    return null;
  }

  private static byte[] zeros(PyObject source) {
    PyInt count;
    try {
      count = Arguments.index(source);
    } catch (PyException e) {
      if (e.is(PyExceptions.TypeError)) {
        return null;
      }
      throw e;
    }
    if (!count.fitsLong()) {
      throw Errors.overflowError(
          "cannot fit '%s' into an index-sized integer", source.type().fullName());
    }
    if (count.longValue() < 0) {
      throw Errors.valueError("negative count");
    }
    return new byte[BytesMethods.checkedLength(count.longValue())];
  }

  /** The bytes that these are the numbers of, or null when one is something else. */
  static PyBytes ofInts(PyObject[] items) {
    byte[] bytes = new byte[items.length];
    for (int i = 0; i < bytes.length; i++) {
      if (items[i].getClass() != PyLong.class) {
        return null;
      }
      long value = ((PyLong) items[i]).value;
      if (value != (value & 0xff)) {
        return null;
      }
      bytes[i] = (byte) value;
    }
    return PyBytes.of(bytes);
  }

  static byte[] fromIterable(PyObject source, String outOfRange) {
    PyObject iterator = Iteration.iterator(source);
    NewBytes bytes = new NewBytes(outOfRange);
    if (iterator.getClass() == PyGenerator.class) {
      ((PyGenerator) iterator).drain(bytes);
    } else {
      for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
        bytes.take(item);
      }
    }
    return Arrays.copyOf(bytes.all, bytes.count);
  }

  /** The bytes that come one after the other. */
  private static final class NewBytes extends Sink {
    private final String outOfRange;
    private byte[] all = new byte[64];
    private int count;

    NewBytes(String outOfRange) {
      this.outOfRange = outOfRange;
    }

    @Override
    public boolean offer(long value) {
      boolean fits = value == (value & 0xff);
      if (fits) {
        add(value);
      }
      return fits;
    }

    @Override
    public boolean offer(PyObject value) {
      return value.getClass() == PyLong.class && offer(((PyLong) value).value);
    }

    @Override
    public boolean take(PyObject value) {
      PyInt number = Arguments.index(value);
      if (!number.fitsLong() || !offer(number.longValue())) {
        throw Errors.valueError(outOfRange);
      }
      return true;
    }

    private void add(long value) {
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count++] = (byte) value;
    }
  }

  @Method("__repr__(self, /)")
  static PyStr repr(PyBytes self) {
    return PyStr.ofUnits(TextRepr.ofBytes(self));
  }

  @Method("__str__(self, /)")
  static PyStr str(PyBytes self) {
    BytesMethods.warnOfText(self);
    return repr(self);
  }

  @Method("__hash__(self, /)")
  static long hash(PyBytes self) {
    return self.hashValue();
  }

  @Method("__bytes__(self, /)")
  static PyBytes bytes(PyBytes self) {
    return self.getClass() == PyBytes.class ? self : PyBytes.of(self.array());
  }

  @Method(value = "__getnewargs__(self)", textSignature = false)
  static PyObject getnewargs(PyBytes self) {
    return PyTuple.of(PyBytes.of(self.array()));
  }

  @Method("__sizeof__(self, /)")
  static long sizeof(PyBytes self) {
    return 33L + self.length();
  }
}

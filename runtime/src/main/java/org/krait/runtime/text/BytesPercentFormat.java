package org.krait.runtime.text;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/** {@code format % args} for bytes, which are worked on as text of the code points 0 to 255. */
public final class BytesPercentFormat extends PercentFormat {
  private BytesPercentFormat(PyStr format, PyObject args, boolean mapping) {
    super(format, args, mapping);
  }

  /** {@code format % args}. */
  public static byte[] format(byte[] format, PyObject args) {
    boolean mapping =
        isMapping(args)
            && !(args instanceof PyStr || args instanceof PyBytes || args instanceof PyByteArray);
    BytesPercentFormat formatter = new BytesPercentFormat(latin1(format), args, mapping);
    formatter.run();
    return bytes(formatter.result.toPyStr());
  }

  private static PyStr latin1(byte[] bytes) {
    return PyStr.ofUnits(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(PyStr text) {
    return text.units().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  String kind() {
    return "bytes";
  }

  @Override
  String told(String fault) {
    return fault.equals("precision too big") ? "prec too big" : fault;
  }

  @Override
  PyObject key(PyStr key) {
    return PyBytes.of(bytes(key));
  }

  @Override
  PyStr text(PyObject value, int conversion) {
    return switch (conversion) {
      case 's', 'b' -> latin1(content(value));
      case 'r', 'a' -> Objects.ascii(value);
      default -> null;
    };
  }

  private static byte[] content(PyObject value) {
    if (value instanceof PyBytes bytes) {
      return bytes.array();
    }
    if (value instanceof PyByteArray bytes) {
      return bytes.copy();
    }
    PyObject method = SpecialCalls.lookup(value, Special.BYTES);
    if (method != null) {
      PyObject answer = method.call();
      if (answer instanceof PyBytes bytes) {
        return bytes.array();
      }
      throw Errors.typeError(
          "__bytes__ returned non-bytes (type %s)", answer.type().fullName());
    }
    if (Buffers.isBuffer(value)) {
      return Buffers.copy(value);
    }
    throw Errors.typeError(
        "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
        value.type().fullName());
  }

  @Override
  double realOf(PyObject value) {
    try {
      return Arguments.toDouble(value);
    } catch (PyException e) {
      throw e.is(PyExceptions.TypeError)
          ? Errors.typeError("float argument required, not %s", value.type().fullName())
          : e;
    }
  }

  @Override
  boolean writesDigits(int code) {
    return code != 's' && super.writesDigits(code);
  }

  @Override
  int shownInteger(int conversion) {
    return conversion == 'i' ? 'd' : conversion;
  }

  @Override
  int character(PyObject value) {
    if (value instanceof PyBytes bytes && bytes.length() == 1) {
      return bytes.array()[0] & 0xff;
    }
    if (value instanceof PyByteArray bytes && bytes.length() == 1) {
      return bytes.get(0) & 0xff;
    }
    boolean index = value instanceof PyInt || value.type().special(Special.INDEX) != null;
    if (!index) {
      throw Errors.typeError("%c requires an integer in range(256) or a single byte");
    }
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
      throw Errors.overflowError("%c arg not in range(256)");
    }
    return (int) number.longValue();
  }
}

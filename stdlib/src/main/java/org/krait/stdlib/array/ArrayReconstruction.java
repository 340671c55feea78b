package org.krait.stdlib.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** Arrays back from pickles, which may come from a machine with other formats. */
final class ArrayReconstruction {
  private static final int FORMATS = 22;
  private static final int UTF16_LITTLE = 18;

  private ArrayReconstruction() {}

  @Function("_array_reconstructor(arraytype, typecode, mformat_code, items, /)")
  static PyObject reconstruct(PyObject type, PyObject code, int format, PyObject items) {
    if (!(type instanceof PyType cls)) {
      throw Errors.typeError(
          "first argument must be a type object, not %s", type.type().fullName());
    }
    if (!cls.isSubtypeOf(PyArray.TYPE)) {
      throw Errors.typeError(
          "%s is not a subtype of %s", cls.fullName(), PyArray.TYPE.fullName());
    }
    ItemType kind =
        code instanceof PyStr text && text.length() == 1 ? ItemType.of(text.codePointAt(0)) : null;
    if (kind == null) {
      throw Errors.valueError("second argument must be a valid type code");
    }
    if (format < 0 || format >= FORMATS) {
      throw Errors.valueError("third argument must be a valid machine format code.");
    }
    if (!(items instanceof PyBytes bytes)) {
      throw Errors.typeError(
          "fourth argument should be bytes, not %s", items.type().fullName());
    }
    return rebuild(cls, kind, format, bytes);
  }

  private static PyArray rebuild(PyType cls, ItemType kind, int format, PyBytes bytes) {
    PyArray array = new PyArray(cls, kind, new byte[0]);
    if (format == ArrayPickling.nativeFormat(kind)) {
      ArrayBytes.fromBytes(array, bytes);
    } else if (format >= UTF16_LITTLE) {
      ArrayBytes.fromText(array, decoded(bytes, format));
    } else {
      convert(array, bytes.array(), format);
    }
    return array;
  }

  private static PyStr decoded(PyBytes bytes, int format) {
    String[] codecs = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
    PyObject decode = Attributes.get(bytes, PyStr.interned("decode"));
    return (PyStr) decode.call(PyStr.of(codecs[format - UTF16_LITTLE]));
  }

  private static void convert(PyArray array, byte[] bytes, int format) {
    ItemType source = sourceType(format);
    boolean big = source.size > 1 && (format & 1) != 0;
    if (bytes.length % source.size != 0) {
      throw Errors.valueError("bytes length not a multiple of item size");
    }
    ByteBuffer memory =
        ByteBuffer.wrap(bytes).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < bytes.length; at += source.size) {
      array.append(source.get(memory, at));
    }
  }

  private static ItemType sourceType(int format) {
    for (ItemType type : ItemType.values()) {
      if (type.machineFormat == format || type.size > 1 && type.machineFormat == format - 1) {
        return type;
      }
    }
    throw new IllegalArgumentException("no machine format " + format);
  }
}

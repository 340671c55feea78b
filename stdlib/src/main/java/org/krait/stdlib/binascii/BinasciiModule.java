package org.krait.stdlib.binascii;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** {@code binascii}. */
@BuiltinModule(value = "binascii", doc = "Conversion between binary data and ASCII")
public final class BinasciiModule implements NativeModule {
  /** {@code binascii.Error}. */
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("binascii", "Error", PyExceptions.ValueError));

  /** {@code binascii.Incomplete}. */
  static final PyType INCOMPLETE =
      PyType.builtin(new SimpleTypeTable("binascii", "Incomplete", PyExceptions.Exception));

  static PyException error(String message, Object... args) {
    return Errors.make(ERROR, message, args);
  }

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("Error"), ERROR);
    module.dict().put(PyStr.interned("Incomplete"), INCOMPLETE);
  }

  @Function("a2b_base64(data, /, *, strict_mode=False)")
  static PyObject fromBase64(AsciiData data, boolean strict) {
    return strict ? Base64.decodeStrictly(data.bytes()) : Base64.decode(data.bytes());
  }

  @Function("b2a_base64(data, /, *, newline=True)")
  static PyObject toBase64(BinaryData data, boolean newline) {
    return Base64.encode(data.bytes(), newline);
  }

  @Function("a2b_hex(hexstr, /)")
  static PyObject fromHex(AsciiData data) {
    return Hex.decode(data.bytes());
  }

  @Function("unhexlify(hexstr, /)")
  static PyObject unhexlify(AsciiData data) {
    return Hex.decode(data.bytes());
  }

  @Function("b2a_hex(data, sep=NULL, bytes_per_sep=1)")
  static PyObject toHex(BinaryData data, PyObject separator, int group) {
    return Hex.encode(data.bytes(), separator, group);
  }

  @Function("hexlify(data, sep=NULL, bytes_per_sep=1)")
  static PyObject hexlify(BinaryData data, PyObject separator, int group) {
    return Hex.encode(data.bytes(), separator, group);
  }

  @Function("a2b_uu(data, /)")
  static PyObject fromUu(AsciiData data) {
    return Uuencoding.decode(data.bytes());
  }

  @Function("b2a_uu(data, /, *, backtick=False)")
  static PyObject toUu(BinaryData data, boolean backtick) {
    return Uuencoding.encode(data.bytes(), backtick);
  }

  @Function("a2b_qp(data, header=False)")
  static PyObject fromQuotedPrintable(AsciiData data, boolean header) {
    return QuotedPrintable.decode(data.bytes(), header);
  }

  @Function("b2a_qp(data, quotetabs=False, istext=True, header=False)")
  static PyObject toQuotedPrintable(
      BinaryData data, boolean quoteTabs, boolean isText, boolean header) {
    return new QuotedPrintable(data.bytes(), quoteTabs, isText, header).encode();
  }

  @Function("crc32(data, crc=0, /)")
  static long crc32(BinaryData data, PyObject crc) {
    return Checksums.crc32(data.bytes(), bits(crc));
  }

  @Function("crc_hqx(data, crc, /)")
  static int crcHqx(BinaryData data, PyObject crc) {
    return Checksums.crcHqx(data.bytes(), bits(crc));
  }

  /** The low bits of an int, whatever its size. */
  private static int bits(PyObject value) {
    PyInt number = org.krait.runtime.Arguments.index(value);
    return number.fitsLong() ? (int) number.longValue() : number.bigValue().intValue();
  }
}

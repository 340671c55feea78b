package org.krait.stdlib.codecs;

import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.TextDecoder;
import org.krait.runtime.codecs.Utf16;
import org.krait.runtime.codecs.Utf32;
import org.krait.runtime.codecs.Utf7;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The functions of {@code _codecs} for the UTFs. */
final class UtfCodecs {
  private static final int LITTLE = -1;
  private static final int BIG = 1;

  private UtfCodecs() {}

  private static PyObject run(TextDecoder decoder) {
    PyStr text = decoder.decode();
    return CodecsModule.pair(text, decoder.consumed());
  }

  @Function("utf_8_decode(data, errors=None, final=False, /)")
  static PyObject utf8Decode(PyObject data, String errors, boolean last) {
    return run(new Utf8.Decoder(Buffers.bytes(data), errors, last));
  }

  @Function("utf_8_encode(str, errors=None, /)")
  static PyObject utf8Encode(PyStr text, String errors) {
    return CodecsModule.encoded(Utf8.encode(text, errors), text);
  }

  @Function("utf_7_decode(data, errors=None, final=False, /)")
  static PyObject utf7Decode(PyObject data, String errors, boolean last) {
    return run(new Utf7.Decoder(Buffers.bytes(data), errors, last));
  }

  @Function("utf_7_encode(str, errors=None, /)")
  static PyObject utf7Encode(PyStr text, String errors) {
    return CodecsModule.encoded(Utf7.encode(text), text);
  }

  // ---- UTF-16

  @Function("utf_16_decode(data, errors=None, final=False, /)")
  static PyObject utf16Decode(PyObject data, String errors, boolean last) {
    return run(new Utf16.Decoder(Buffers.bytes(data), errors, 0, last));
  }

  @Function("utf_16_le_decode(data, errors=None, final=False, /)")
  static PyObject utf16LeDecode(PyObject data, String errors, boolean last) {
    byte[] bytes = Buffers.bytes(data);
    return last
        ? CodecsModule.pair(Utf16.decode(bytes, errors, LITTLE), bytes.length)
        : run(new Utf16.Decoder(bytes, errors, LITTLE, false));
  }

  @Function("utf_16_be_decode(data, errors=None, final=False, /)")
  static PyObject utf16BeDecode(PyObject data, String errors, boolean last) {
    byte[] bytes = Buffers.bytes(data);
    return last
        ? CodecsModule.pair(Utf16.decode(bytes, errors, BIG), bytes.length)
        : run(new Utf16.Decoder(bytes, errors, BIG, false));
  }

  @Function("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static PyObject utf16ExDecode(PyObject data, String errors, int byteorder, boolean last) {
    Utf16.Decoder decoder =
        new Utf16.Decoder(Buffers.bytes(data), errors, Integer.signum(byteorder), last);
    PyStr text = decoder.decode();
    return PyTuple.of(text, PyLong.of(decoder.consumed()), PyLong.of(decoder.order()));
  }

  @Function("utf_16_encode(str, errors=None, byteorder=0, /)")
  static PyObject utf16Encode(PyStr text, String errors, int byteorder) {
    return CodecsModule.encoded(Utf16.encode(text, errors, Integer.signum(byteorder)), text);
  }

  @Function("utf_16_le_encode(str, errors=None, /)")
  static PyObject utf16LeEncode(PyStr text, String errors) {
    return CodecsModule.encoded(Utf16.encode(text, errors, LITTLE), text);
  }

  @Function("utf_16_be_encode(str, errors=None, /)")
  static PyObject utf16BeEncode(PyStr text, String errors) {
    return CodecsModule.encoded(Utf16.encode(text, errors, BIG), text);
  }

  // ---- UTF-32

  @Function("utf_32_decode(data, errors=None, final=False, /)")
  static PyObject utf32Decode(PyObject data, String errors, boolean last) {
    return run(new Utf32.Decoder(Buffers.bytes(data), errors, 0, last));
  }

  @Function("utf_32_le_decode(data, errors=None, final=False, /)")
  static PyObject utf32LeDecode(PyObject data, String errors, boolean last) {
    byte[] bytes = Buffers.bytes(data);
    return last
        ? CodecsModule.pair(Utf32.decode(bytes, errors, LITTLE), bytes.length)
        : run(new Utf32.Decoder(bytes, errors, LITTLE, false));
  }

  @Function("utf_32_be_decode(data, errors=None, final=False, /)")
  static PyObject utf32BeDecode(PyObject data, String errors, boolean last) {
    byte[] bytes = Buffers.bytes(data);
    return last
        ? CodecsModule.pair(Utf32.decode(bytes, errors, BIG), bytes.length)
        : run(new Utf32.Decoder(bytes, errors, BIG, false));
  }

  @Function("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static PyObject utf32ExDecode(PyObject data, String errors, int byteorder, boolean last) {
    Utf32.Decoder decoder =
        new Utf32.Decoder(Buffers.bytes(data), errors, Integer.signum(byteorder), last);
    PyStr text = decoder.decode();
    return PyTuple.of(text, PyLong.of(decoder.consumed()), PyLong.of(decoder.order()));
  }

  @Function("utf_32_encode(str, errors=None, byteorder=0, /)")
  static PyObject utf32Encode(PyStr text, String errors, int byteorder) {
    return CodecsModule.encoded(Utf32.encode(text, errors, Integer.signum(byteorder)), text);
  }

  @Function("utf_32_le_encode(str, errors=None, /)")
  static PyObject utf32LeEncode(PyStr text, String errors) {
    return CodecsModule.encoded(Utf32.encode(text, errors, LITTLE), text);
  }

  @Function("utf_32_be_encode(str, errors=None, /)")
  static PyObject utf32BeEncode(PyStr text, String errors) {
    return CodecsModule.encoded(Utf32.encode(text, errors, BIG), text);
  }
}

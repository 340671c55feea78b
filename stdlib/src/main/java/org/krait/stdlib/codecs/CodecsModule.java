package org.krait.stdlib.codecs;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.ByteEscape;
import org.krait.runtime.codecs.Charmap;
import org.krait.runtime.codecs.CodecRegistry;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.codecs.EncodingMap;
import org.krait.runtime.codecs.SingleByte;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _codecs}: the registry, and the codecs without incremental forms. */
@BuiltinModule(value = "_codecs", parts = {UtfCodecs.class, EscapeCodecs.class})
final class CodecsModule {
  private CodecsModule() {}

  static PyTuple pair(PyObject result, int used) {
    return PyTuple.of(result, PyLong.of(used));
  }

  static PyTuple encoded(byte[] bytes, PyStr source) {
    return pair(PyBytes.of(bytes), source.length());
  }

  // ---- registry

  @Function("register(search_function, /)")
  static void register(PyObject search) {
    CodecRegistry.current().register(search);
  }

  @Function("unregister(search_function, /)")
  static void unregister(PyObject search) {
    CodecRegistry.current().unregister(search);
  }

  @Function("lookup(encoding, /)")
  static PyObject lookup(String encoding) {
    return CodecRegistry.current().lookup(encoding);
  }

  @Function("encode(obj, encoding='utf-8', errors='strict')")
  static PyObject encode(PyObject obj, String encoding, String errors) {
    return Codecs.encodeAny(obj, encoding, errors);
  }

  @Function("decode(obj, encoding='utf-8', errors='strict')")
  static PyObject decode(PyObject obj, String encoding, String errors) {
    return Codecs.decodeAny(obj, encoding, errors);
  }

  @Function("register_error(errors, handler, /)")
  static void registerError(String errors, PyObject handler) {
    CodecRegistry.current().registerError(errors, handler);
  }

  @Function("lookup_error(name, /)")
  static PyObject lookupError(String name) {
    return CodecRegistry.current().errorHandler(name);
  }

  // ---- one byte a character

  @Function("latin_1_decode(data, errors=None, /)")
  static PyObject latin1Decode(PyObject data, String errors) {
    byte[] bytes = Buffers.bytes(data);
    return pair(SingleByte.decodeLatin1(bytes), bytes.length);
  }

  @Function("latin_1_encode(str, errors=None, /)")
  static PyObject latin1Encode(PyStr text, String errors) {
    return encoded(SingleByte.encodeLatin1(text, errors), text);
  }

  @Function("ascii_decode(data, errors=None, /)")
  static PyObject asciiDecode(PyObject data, String errors) {
    byte[] bytes = Buffers.bytes(data);
    return pair(SingleByte.decodeAscii(bytes, errors), bytes.length);
  }

  @Function("ascii_encode(str, errors=None, /)")
  static PyObject asciiEncode(PyStr text, String errors) {
    return encoded(SingleByte.encodeAscii(text, errors), text);
  }

  @Function("charmap_build(map, /)")
  static PyObject charmapBuild(PyStr map) {
    return new EncodingMap(map);
  }

  @Function("charmap_decode(data, errors=None, mapping=None, /)")
  static PyObject charmapDecode(PyObject data, String errors, PyObject mapping) {
    byte[] bytes = Buffers.bytes(data);
    if (mapping == PyNone.NONE) {
      return pair(SingleByte.decodeLatin1(bytes), bytes.length);
    }
    return pair(Charmap.decode(bytes, errors, mapping), bytes.length);
  }

  @Function("charmap_encode(str, errors=None, mapping=None, /)")
  static PyObject charmapEncode(PyStr text, String errors, PyObject mapping) {
    return mapping == PyNone.NONE
        ? latin1Encode(text, errors)
        : encoded(Charmap.encode(text, errors, mapping), text);
  }

  // ---- bytes

  @Function("readbuffer_encode(data, errors=None, /)")
  static PyObject readbufferEncode(PyObject data, String errors) {
    byte[] bytes = content(data);
    return pair(PyBytes.of(bytes), bytes.length);
  }

  @Function("escape_decode(data, errors=None, /)")
  static PyObject escapeDecode(PyObject data, String errors) {
    byte[] bytes = content(data);
    return pair(PyBytes.of(ByteEscape.decode(bytes, errors)), bytes.length);
  }

  @Function("escape_encode(data, errors=None, /)")
  static PyObject escapeEncode(PyBytes data, String errors) {
    return pair(PyBytes.of(ByteEscape.encode(data.array())), data.length());
  }

  /** The bytes of a bytes-like object, or of a text in UTF-8. */
  static byte[] content(PyObject data) {
    return data instanceof PyStr text ? Codecs.encode(text, "utf-8", null) : Buffers.bytes(data);
  }
}

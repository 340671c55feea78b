package org.krait.stdlib.codecs;

import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.codecs.UnicodeEscape;
import org.krait.runtime.types.PyStr;

/** The functions of {@code _codecs} for text as in literals. */
final class EscapeCodecs {
  private EscapeCodecs() {}

  @Function("unicode_escape_decode(data, errors=None, final=True, /)")
  static PyObject unicodeEscapeDecode(PyObject data, String errors, boolean last) {
    byte[] bytes = CodecsModule.content(data);
    UnicodeEscape.Decoder decoder = new UnicodeEscape.Decoder(bytes, errors, last);
    PyStr text = decoder.decode();
    if (decoder.firstInvalid() >= 0) {
      warn(bytes, decoder.firstInvalid());
    }
    return CodecsModule.pair(text, decoder.consumed());
  }

  private static void warn(byte[] bytes, int at) {
    char c = (char) (bytes[at + 1] & 0xff);
    if (c >= '0' && c <= '7') {
      String digits = new String(bytes, at + 1, 3, java.nio.charset.StandardCharsets.ISO_8859_1);
      Warnings.deprecated("invalid octal escape sequence '\\" + digits + "'");
    } else {
      Warnings.deprecated("invalid escape sequence '\\" + c + "'");
    }
  }

  @Function("unicode_escape_encode(str, errors=None, /)")
  static PyObject unicodeEscapeEncode(PyStr text, String errors) {
    return CodecsModule.encoded(UnicodeEscape.encode(text), text);
  }

  @Function("raw_unicode_escape_decode(data, errors=None, final=True, /)")
  static PyObject rawUnicodeEscapeDecode(PyObject data, String errors, boolean last) {
    UnicodeEscape.RawDecoder decoder =
        new UnicodeEscape.RawDecoder(CodecsModule.content(data), errors, last);
    PyStr text = decoder.decode();
    return CodecsModule.pair(text, decoder.consumed());
  }

  @Function("raw_unicode_escape_encode(str, errors=None, /)")
  static PyObject rawUnicodeEscapeEncode(PyStr text, String errors) {
    return CodecsModule.encoded(UnicodeEscape.encodeRaw(text), text);
  }
}

package org.krait.runtime.codecs;

import java.util.Locale;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnicodeDecodeError;
import org.krait.runtime.types.PyUnicodeEncodeError;

/** The error handler {@code surrogatepass}: surrogates are written and read as if they were characters. */
final class SurrogatePass {
  private enum Form {
    UTF8(3),
    UTF16LE(2),
    UTF16BE(2),
    UTF32LE(4),
    UTF32BE(4);

    final int size;

    Form(int size) {
      this.size = size;
    }
  }

  private SurrogatePass() {}

  /** The form of the encoding, or null for one that is no UTF. */
  private static Form form(String encoding) {
    String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-').replace("utf-", "utf");
    return switch (name) {
      case "utf8", "cp-utf8", "cp65001" -> Form.UTF8;
      case "utf16", "utf16le", "utf16-le" -> Form.UTF16LE;
      case "utf16be", "utf16-be" -> Form.UTF16BE;
      case "utf32", "utf32le", "utf32-le" -> Form.UTF32LE;
      case "utf32be", "utf32-be" -> Form.UTF32BE;
      default -> null;
    };
  }

  static PyObject encode(PyUnicodeEncodeError e) {
    Form form = form(e.encodingName());
    ByteBuilder out = new ByteBuilder(16);
    for (int i = e.firstPlace(); i < e.lastPlace(); i++) {
      int c = e.text().codePointAt(i);
      if (form == null || c >> 11 != 0x1b) {
        throw Errors.raised(e);
      }
      switch (form) {
        case UTF8 -> out.append(0xe0 | c >> 12).append(0x80 | c >> 6 & 0x3f).append(0x80 | c & 0x3f);
        case UTF16LE -> out.append(c).append(c >> 8);
        case UTF16BE -> out.append(c >> 8).append(c);
        case UTF32LE -> out.append(c).append(c >> 8).append(0).append(0);
        case UTF32BE -> out.append(0).append(0).append(c >> 8).append(c);
      }
    }
    return PyTuple.of(PyBytes.of(out.toByteArray()), PyLong.of(e.lastPlace()));
  }

  static PyObject decode(PyUnicodeDecodeError e) {
    Form form = form(e.encodingName());
    byte[] bytes = e.bytes().array();
    int at = e.firstPlace();
    int c = form == null || bytes.length - at < form.size ? 0 : read(form, bytes, at);
    if (c >> 11 != 0x1b) {
      throw Errors.raised(e);
    }
    return PyTuple.of(PyStr.of(c), PyLong.of(at + form.size));
  }

  private static int read(Form form, byte[] bytes, int at) {
    int a = bytes[at] & 0xff;
    int b = bytes[at + 1] & 0xff;
    return switch (form) {
      case UTF8 -> {
        int c = bytes[at + 2] & 0xff;
        boolean good = (a & 0xf0) == 0xe0 && (b & 0xc0) == 0x80 && (c & 0xc0) == 0x80;
        yield good ? (a & 0xf) << 12 | (b & 0x3f) << 6 | c & 0x3f : 0;
      }
      case UTF16LE -> b << 8 | a;
      case UTF16BE -> a << 8 | b;
      case UTF32LE -> bytes[at + 2] == 0 && bytes[at + 3] == 0 ? b << 8 | a : 0;
      case UTF32BE -> a == 0 && b == 0 ? (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff : 0;
    };
  }
}

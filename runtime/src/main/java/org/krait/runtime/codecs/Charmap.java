package org.krait.runtime.codecs;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Codecs given by a table: one byte a character. */
public final class Charmap {
  private static final int BYTES = 256;
  private static final int UNDEFINED = 0xfffe;
  private static final String REASON = "character maps to <undefined>";

  private Charmap() {}

  /**
   * Decodes.
   *
   * @param mapping a str with the character of each byte, or a mapping from bytes to characters
   */
  public static PyStr decode(byte[] bytes, String errors, PyObject mapping) {
    PyStr plain =
        mapping instanceof PyStr table && table.length() >= BYTES && table.units() != null
            ? decodePlain(bytes, table.units())
            : null;
    return plain != null ? plain : new Decoder(bytes, errors, mapping).decode();
  }

  /**
   * Encodes.
   *
   * @param mapping a {@link EncodingMap}, or a mapping from characters to bytes
   */
  public static byte[] encode(PyStr text, String errors, PyObject mapping) {
    byte[] plain =
        mapping instanceof EncodingMap map && text.units() != null ? encodePlain(text.units(), map) : null;
    return plain != null ? plain : new Encoder(text, errors, mapping).encode();
  }

  /** The text of bytes that all mean something, or null. */
  private static PyStr decodePlain(byte[] bytes, String table) {
    char[] units = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      char c = table.charAt(bytes[i] & 0xff);
      if (c == UNDEFINED) {
        return null;
      }
      units[i] = c;
    }
    return PyStr.ofUnits(new String(units));
  }

  private static byte[] encodePlain(String text, EncodingMap map) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = map.get(text.charAt(i));
      if (b < 0) {
        return null;
      }
      bytes[i] = (byte) b;
    }
    return bytes;
  }

  /** The entry for a key, or null where the look-up raises LookupError. */
  private static PyObject lookup(PyObject mapping, int key) {
    if (mapping.getClass() == PyDict.class) {
      return ((PyDict) mapping).get(PyLong.of(key));
    }
    try {
      return mapping.type().slots.getitem(mapping, PyLong.of(key));
    } catch (PyException e) {
      if (e.is(PyExceptions.LookupError)) {
        return null;
      }
      throw e;
    }
  }

  private static final class Decoder extends TextDecoder {
    private final PyObject mapping;

    Decoder(byte[] in, String errors, PyObject mapping) {
      super("charmap", in, errors, true);
      this.mapping = mapping;
    }

    @Override
    protected void run() {
      PyStr table = mapping instanceof PyStr text ? text : null;
      while (at < end) {
        int b = unit(at);
        boolean good = table != null ? fromTable(table, b) : fromMapping(b);
        if (good) {
          at++;
        } else {
          error(at, at + 1, REASON);
        }
      }
    }

    private boolean fromTable(PyStr table, int b) {
      int c = b < table.length() ? table.codePointAt(b) : UNDEFINED;
      if (c == UNDEFINED) {
        return false;
      }
      out.append(c);
      return true;
    }

    private boolean fromMapping(int b) {
      PyObject value = lookup(mapping, b);
      if (value == null || value == PyNone.NONE) {
        return false;
      }
      if (value instanceof PyStr text) {
        if (text.length() == 1 && text.codePointAt(0) == UNDEFINED) {
          return false;
        }
        out.append(text);
        return true;
      }
      if (!(value instanceof PyInt number)) {
        throw Errors.typeError("character mapping must return integer, None or str");
      }
      long c = number.fitsLong() ? number.longValue() : -1;
      if (c < 0 || c > 0x10ffff) {
        throw Errors.typeError("character mapping must be in range(0x%x)", 0x110000);
      }
      if (c == UNDEFINED) {
        return false;
      }
      out.append((int) c);
      return true;
    }
  }

  private static final class Encoder extends TextEncoder {
    private final PyObject mapping;
    private final EncodingMap table;

    Encoder(PyStr in, String errors, PyObject mapping) {
      super("charmap", in, errors, in.length());
      this.mapping = mapping;
      this.table = mapping instanceof EncodingMap map ? map : null;
    }

    @Override
    protected void run() {
      while (at < end) {
        if (put(in.codePointAt(at))) {
          at++;
          continue;
        }
        int stop = at + 1;
        while (stop < end && !isMapped(in.codePointAt(stop))) {
          stop++;
        }
        error(at, stop, REASON);
      }
    }

    private boolean isMapped(int c) {
      return table != null ? table.get(c) >= 0 : value(c) != null;
    }

    /** What a mapping has for a character: an int or bytes; null for nothing. */
    private PyObject value(int c) {
      PyObject value = lookup(mapping, c);
      if (value == null || value == PyNone.NONE) {
        return null;
      }
      if (value instanceof PyInt number) {
        if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
          throw Errors.typeError("character mapping must be in range(256)");
        }
        return value;
      }
      if (value instanceof PyBytes) {
        return value;
      }
      throw Errors.typeError(
          "character mapping must return integer, bytes or None, not %s",
          value.type().fullName());
    }

    @Override
    protected boolean put(int c) {
      if (table != null) {
        int b = table.get(c);
        if (b >= 0) {
          out.append(b);
        }
        return b >= 0;
      }
      PyObject value = value(c);
      if (value instanceof PyInt number) {
        out.append((int) number.longValue());
      } else if (value instanceof PyBytes bytes) {
        out.append(bytes.array());
      }
      return value != null;
    }
  }
}

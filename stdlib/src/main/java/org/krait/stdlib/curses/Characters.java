package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** Characters and strings as ncurses takes them: {@code chtype}, {@code cchar_t}, {@code wchar_t}. */
final class Characters {
  private static final Curses SETCCHAR = new Curses("setcchar");
  private static final int COMPLEX_SIZE = 28;
  private static final int ASCII_AND_MORE = 128;
  private static final long COLOR = 0xff00;
  private static final int COLOR_SHIFT = 8;

  private Characters() {}

  /** The character of a str of length 1, an exact int or a bytes of length 1, with no attributes. */
  static long simple(PyObject value, String encoding) {
    if (value instanceof PyStr text && isOne(text, "bytes or ")) {
      int code = text.codePointAt(0);
      return code <= ASCII_AND_MORE ? code : encoded(text, encoding);
    }
    return narrow(value, "byte doesn't fit in chtype");
  }

  private static long encoded(PyStr text, String encoding) {
    byte[] bytes = Codecs.encode(text, encoding, null);
    if (bytes.length != 1) {
      throw tooWide();
    }
    return bytes[0] & 0xff;
  }

  /**
   * A byte or an int.
   *
   * @param tooLong the words for an int that C does not have
   */
  static long narrow(PyObject value, String tooLong) {
    if (value instanceof PyBytes bytes && bytes.length() == 1) {
      return bytes.array()[0] & 0xff;
    }
    if (value.type() == PyInt.TYPE) {
      PyInt number = (PyInt) value;
      if (!number.fitsLong()) {
        throw Errors.overflowError("%s", tooLong);
      }
      if (number.longValue() != (number.longValue() & 0xffffffffL)) {
        throw tooWide();
      }
      return number.longValue();
    }
    throw Errors.typeError(
        "expect bytes or str of length 1, or int, got %s", value.type().fullName());
  }

  private static PyException tooWide() {
    return Errors.overflowError("byte doesn't fit in chtype");
  }

  private static boolean isOne(PyStr text, String also) {
    if (text.length() != 1) {
      throw Errors.typeError(
          "expect %sstr of length 1%s int, got a str of length %d",
          also, also.isEmpty() ? " or" : ", or", text.length());
    }
    return true;
  }

  /** A wide character with attributes and the colours that are among them. */
  static MemorySegment complex(Arena arena, PyStr text, long attributes) {
    isOne(text, "bytes or ");
    MemorySegment wide = wide(arena, text, 1);
    MemorySegment made = arena.allocate(COMPLEX_SIZE, 8);
    SETCCHAR.call(
        made.address(), wide.address(), attributes, (attributes & COLOR) >> COLOR_SHIFT, 0);
    return made;
  }

  /** One wide character. */
  static int wideCharacter(PyObject value) {
    if (value instanceof PyStr text && isOne(text, "")) {
      return text.codePointAt(0);
    }
    if (value.type() == PyInt.TYPE) {
      PyInt number = (PyInt) value;
      if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
        throw Errors.overflowError("character doesn't fit in wchar_t");
      }
      return (int) number.longValue();
    }
    throw Errors.typeError("expect str of length 1 or int, got %s", value.type().fullName());
  }

  /** A string of C: wide for a str, narrow for bytes. */
  record Text(MemorySegment memory, boolean isWide) {
    long address() {
      return memory.address();
    }
  }

  /** A str or bytes without null characters. */
  static Text text(Arena arena, PyObject value) {
    if (value instanceof PyStr text) {
      if (text.indexOf(0) >= 0) {
        throw Errors.valueError("embedded null character");
      }
      return new Text(wide(arena, text, text.length()), true);
    }
    if (value instanceof PyBytes bytes) {
      byte[] array = bytes.array();
      for (byte one : array) {
        if (one == 0) {
          throw Errors.valueError("embedded null byte");
        }
      }
      return new Text(Native.string(arena, array), false);
    }
    throw Errors.typeError("expect bytes or str, got %s", value.type().fullName());
  }

  private static MemorySegment wide(Arena arena, PyStr text, int length) {
    MemorySegment memory = arena.allocate(4L * (length + 1), 8);
    for (int i = 0; i < length; i++) {
      memory.set(Native.INT, 4L * i, text.codePointAt(i));
    }
    return memory;
  }
}

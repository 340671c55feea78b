package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** The methods of windows that read the keyboard. */
final class WindowInput {
  /** Bytes that a string that is read may take, with the one that ends it. */
  static final int ROOM = 1024;

  private static final int KEY_CODE = 256;
  private static final int LAST_BYTE = 255;

  private static final Curses MOVE = new Curses("wmove");
  private static final Curses GETCH = new Curses("wgetch");
  private static final Curses GET_WCH = new Curses("wget_wch");
  private static final Curses GETNSTR = new Curses("wgetnstr");
  private static final Curses KEYNAME = new Curses("keyname");

  private WindowInput() {}

  /** The arguments {@code y} and {@code x} of a method that takes no others; null for none. */
  static int[] place(PyObject[] args, String method) {
    if (args.length == 1 || args.length > 2) {
      throw Errors.typeError("_curses.window.%s requires 0 to 2 arguments", method);
    }
    return args.length == 0
        ? null
        : new int[] {Given.integer(args[0]), Given.integer(args[1])};
  }

  /** Where a string is to be read, null for where the cursor is, and how long it may be. */
  record Wanted(int[] place, int most) {}

  static Wanted wanted(PyObject[] args, String wrongCount) {
    int most = ROOM - 1;
    int[] place = null;
    switch (args.length) {
      case 0 -> {}
      case 1 -> most = Given.integers(args, 1, "n")[0];
      case 2 -> place = Given.integers(args, 2, "y,x");
      case 3 -> {
        place = Given.integers(args, 3, "y,x,n");
        most = place[2];
      }
      default -> throw Errors.typeError("%s", wrongCount);
    }
    if (most < 0) {
      throw Errors.valueError("'n' must be nonnegative");
    }
    return new Wanted(place, Math.min(most, ROOM - 1));
  }

  private static int key(PyWindow self, PyObject[] args, String method) {
    int[] place = place(args, method);
    if (place != null && self.result(MOVE, place[0], place[1]) == Curses.ERR) {
      return Curses.ERR;
    }
    return Keyboard.read(self, GETCH);
  }

  @Method(value = "getch(self, *args)", textSignature = false)
  static int getch(PyWindow self, PyObject[] args) {
    return key(self, args, "getch");
  }

  @Method(value = "getkey(self, *args)", textSignature = false)
  static PyObject getkey(PyWindow self, PyObject[] args) {
    int key = key(self, args, "getkey");
    if (key == Curses.ERR) {
      throw CursesState.error("no input");
    }
    if (key <= LAST_BYTE) {
      return PyStr.of(key);
    }
    byte[] name = KEYNAME.callText(key);
    return PyStr.of(name == null ? "" : new String(name, StandardCharsets.UTF_8));
  }

  @Method(value = "get_wch(self, *args)", textSignature = false)
  static PyObject getWide(PyWindow self, PyObject[] args) {
    int[] place = place(args, "get_wch");
    int code = Curses.ERR;
    int key = 0;
    if (place == null || self.result(MOVE, place[0], place[1]) != Curses.ERR) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment character = arena.allocate(4, 4);
        code = Keyboard.read(self, GET_WCH, character.address());
        key = character.get(Native.INT, 0);
      }
    }
    if (code == Curses.ERR) {
      throw CursesState.error("no input");
    }
    return code == KEY_CODE ? PyLong.of(key) : PyStr.of(key);
  }

  @Method(value = "getstr(self, *args)", textSignature = false)
  static PyObject getstr(PyWindow self, PyObject[] args) {
    Wanted wanted = wanted(args, "getstr requires 0 to 3 arguments");
    int[] place = wanted.place();
    if (place != null && self.result(MOVE, place[0], place[1]) == Curses.ERR) {
      return PyBytes.EMPTY;
    }
    try (Arena arena = Arena.ofConfined()) {
      long room = arena.allocate(ROOM).address();
      int result = Keyboard.readLine(self, GETNSTR, room, wanted.most());
      return result == Curses.ERR ? PyBytes.EMPTY : PyBytes.of(Native.stringAt(room));
    }
  }
}

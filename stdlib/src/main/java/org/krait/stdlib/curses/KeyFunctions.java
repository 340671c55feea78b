package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;

/** The functions of {@code _curses} about keys and the mouse. */
final class KeyFunctions {
  private static final Curses KEYNAME = new Curses("keyname");
  private static final Curses HAS_KEY = new Curses("has_key");
  private static final Curses UNCTRL = new Curses("unctrl");
  private static final Curses UNGETCH = new Curses("ungetch");
  private static final Curses UNGET_WCH = new Curses("unget_wch");
  private static final Curses FLUSHINP = new Curses("flushinp");
  private static final Curses ERASECHAR = new Curses("erasechar");
  private static final Curses KILLCHAR = new Curses("killchar");
  private static final Curses GETMOUSE = new Curses("getmouse");
  private static final Curses UNGETMOUSE = new Curses("ungetmouse");
  private static final Curses MOUSEMASK = new Curses("mousemask");
  private static final Curses MOUSEINTERVAL = new Curses("mouseinterval");

  /** Of the struct of a mouse event: where the state of the buttons stands behind id, x, y and z. */
  private static final int BUTTONS = 16;

  private static final int EVENT_SIZE = 24;

  private KeyFunctions() {}

  @Function("keyname(key, /)")
  static PyObject keyname(int key) {
    CursesState.ofScreen();
    if (key < 0) {
      throw Errors.valueError("invalid key number");
    }
    byte[] name = KEYNAME.callText(key);
    return name == null ? PyBytes.EMPTY : PyBytes.of(name);
  }

  @Function("has_key(key, /)")
  static boolean hasKey(int key) {
    CursesState.ofScreen();
    return HAS_KEY.callInt(key) != 0;
  }

  @Function("unctrl(ch, /)")
  static PyObject unctrl(PyObject character) {
    CursesState.ofScreen();
    return PyBytes.of(UNCTRL.callText(Characters.simple(character, CursesState.ENCODING)));
  }

  @Function("ungetch(ch, /)")
  static void ungetch(PyObject character) {
    CursesState.ofScreen();
    ModeFunctions.run(UNGETCH, Characters.simple(character, CursesState.ENCODING));
  }

  @Function("unget_wch(ch, /)")
  static void ungetWide(PyObject character) {
    CursesState.ofScreen();
    ModeFunctions.run(UNGET_WCH, Characters.wideCharacter(character));
  }

  @Function("flushinp()")
  static void flushinp() {
    CursesState.ofScreen();
    FLUSHINP.call();
  }

  @Function("erasechar()")
  static PyObject erasechar() {
    CursesState.ofScreen();
    return PyBytes.of(new byte[] {(byte) ERASECHAR.call()});
  }

  @Function("killchar()")
  static PyObject killchar() {
    return PyBytes.of(new byte[] {(byte) KILLCHAR.call()});
  }

  @Function("getmouse()")
  static PyObject getmouse() {
    CursesState.ofScreen();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(EVENT_SIZE, 8);
      CursesState.check(GETMOUSE.callInt(event.address()), "getmouse");
      return PyTuple.of(
          PyLong.of(event.get(Native.SHORT, 0)),
          PyLong.of(event.get(Native.INT, 4)),
          PyLong.of(event.get(Native.INT, 8)),
          PyLong.of(event.get(Native.INT, 12)),
          PyLong.of(event.get(Native.INT, BUTTONS) & 0xffffffffL));
    }
  }

  @Function("ungetmouse(id, x, y, z, bstate, /)")
  static void ungetmouse(PyObject id, int x, int y, int z, PyObject buttons) {
    short device =
        (short) Given.between(id, Short.MIN_VALUE, Short.MAX_VALUE, "signed short integer");
    long state = Given.bits(buttons, "ungetmouse() argument 5");
    CursesState.ofScreen();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(EVENT_SIZE, 8);
      event.set(Native.SHORT, 0, device);
      event.set(Native.INT, 4, x);
      event.set(Native.INT, 8, y);
      event.set(Native.INT, 12, z);
      event.set(Native.INT, BUTTONS, (int) state);
      ModeFunctions.run(UNGETMOUSE, event.address());
    }
  }

  @Function("mousemask(newmask, /)")
  static PyObject mousemask(PyObject mask) {
    long wanted = Given.bits(mask, "mousemask() argument");
    CursesState.ofScreen().streams.follow();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment before = arena.allocate(8, 8);
      long possible = MOUSEMASK.callUnsigned(wanted & 0xffffffffL, before.address());
      return PyTuple.of(
          PyLong.of(possible), PyLong.of(before.get(Native.INT, 0) & 0xffffffffL));
    }
  }

  @Function("mouseinterval(interval, /)")
  static void mouseinterval(int interval) {
    ModeFunctions.run(MOUSEINTERVAL, interval);
  }
}

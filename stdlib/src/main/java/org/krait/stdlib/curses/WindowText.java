package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** The methods of windows that write characters and strings. */
final class WindowText {
  private static final Curses ADDCH = new Curses("waddch");
  private static final Curses MVADDCH = new Curses("mvwaddch");
  private static final Curses ADD_WCH = new Curses("wadd_wch");
  private static final Curses MVADD_WCH = new Curses("mvwadd_wch");
  private static final Curses INSCH = new Curses("winsch");
  private static final Curses MVINSCH = new Curses("mvwinsch");
  private static final Curses ECHOCHAR = new Curses("wechochar");
  private static final Curses PECHOCHAR = new Curses("pechochar");
  private static final Curses INCH = new Curses("winch");
  private static final Curses MVINCH = new Curses("mvwinch");
  private static final Curses INNSTR = new Curses("winnstr");
  private static final Curses MVINNSTR = new Curses("mvwinnstr");
  private static final Curses GETATTRS = new Curses("getattrs");
  private static final Curses ATTRSET = new Curses("wattrset");

  /** The functions for one kind of string: without and with a place, wide or not. */
  private record Family(Curses narrow, Curses narrowAt, Curses wide, Curses wideAt) {
    static Family of(String narrow, String wide) {
      return new Family(
          new Curses("w" + narrow),
          new Curses("mvw" + narrow),
          new Curses("w" + wide),
          new Curses("mvw" + wide));
    }
  }

  private static final Family ADD = Family.of("addnstr", "addnwstr");
  private static final Family INSERT = Family.of("insnstr", "ins_nwstr");

  private WindowText() {}

  @Method(value = "addch(self, *args)", textSignature = false)
  static void addch(PyWindow self, PyObject[] args) {
    Given given = Given.afterPlace(args, 1, 2, "_curses.window.addch");
    int[] place = place(given);
    PyObject character = given.get(0);
    long attributes = given.attributes(1);
    if (character instanceof PyStr text) {
      try (Arena arena = Arena.ofConfined()) {
        long wide = Characters.complex(arena, text, attributes).address();
        int result =
            place == null
                ? self.result(ADD_WCH, wide)
                : self.result(MVADD_WCH, place[0], place[1], wide);
        CursesState.check(result, "add_wch");
      }
      return;
    }
    long simple = Characters.narrow(character, "int doesn't fit in long") | attributes;
    int result =
        place == null
            ? self.result(ADDCH, simple)
            : self.result(MVADDCH, place[0], place[1], simple);
    CursesState.check(result, "addch");
  }

  /** {@code y} and {@code x}, or null; converted first, as they stand first. */
  static int[] place(Given given) {
    return given.hasPlace() ? new int[] {given.y(), given.x()} : null;
  }

  @Method(value = "addstr(self, *args)", textSignature = false)
  static void addstr(PyWindow self, PyObject[] args) {
    Given given = Given.afterPlace(args, 1, 2, "_curses.window.addstr");
    write(self, given, ADD, false, "addstr", "addwstr");
  }

  @Method(value = "addnstr(self, *args)", textSignature = false)
  static void addnstr(PyWindow self, PyObject[] args) {
    Given given = Given.afterPlace(args, 2, 3, "_curses.window.addnstr");
    write(self, given, ADD, true, "addnstr", "addnwstr");
  }

  @Method(value = "insstr(self, *args)", textSignature = false)
  static void insstr(PyWindow self, PyObject[] args) {
    Given given = Given.afterPlace(args, 1, 2, "_curses.window.insstr");
    write(self, given, INSERT, false, "insstr", "inswstr");
  }

  @Method(value = "insnstr(self, *args)", textSignature = false)
  static void insnstr(PyWindow self, PyObject[] args) {
    Given given = Given.afterPlace(args, 2, 3, "_curses.window.insnstr");
    write(self, given, INSERT, true, "insnstr", "insn_wstr");
  }

  /** Writes a string, of which only so many characters when it is counted. */
  private static void write(
      PyWindow self, Given given, Family family, boolean counted, String narrow, String wide) {
    int[] place = place(given);
    int most = counted ? Given.integer(given.get(1)) : -1;
    int at = counted ? 2 : 1;
    boolean colored = given.has(at);
    long attributes = given.attributes(at);
    try (Arena arena = Arena.ofConfined()) {
      Characters.Text text = Characters.text(arena, given.get(0));
      long before = colored ? GETATTRS.call(self.address) : 0;
      if (colored) {
        ATTRSET.call(self.address, attributes);
      }
      int result;
      if (place == null) {
        result = self.result(text.isWide() ? family.wide : family.narrow, text.address(), most);
      } else {
        Curses function = text.isWide() ? family.wideAt : family.narrowAt;
        result = self.result(function, place[0], place[1], text.address(), most);
      }
      if (colored) {
        ATTRSET.call(self.address, before);
      }
      CursesState.check(result, text.isWide() ? wide : narrow);
    }
  }

  @Method(value = "insch(self, *args)", textSignature = false)
  static void insch(PyWindow self, PyObject[] args) {
    Given given = Given.afterPlace(args, 1, 2, "_curses.window.insch");
    int[] place = place(given);
    long attributes = given.attributes(1);
    long character = self.character(given.get(0)) | attributes;
    int result =
        place == null
            ? self.result(INSCH, character)
            : self.result(MVINSCH, place[0], place[1], character);
    CursesState.check(result, "insch");
  }

  @Method("echochar(self, ch, attr=_curses.A_NORMAL, /)")
  static void echochar(PyWindow self, PyObject character, PyObject attributes) {
    long all = self.character(character) | WindowOutput.attributes(attributes);
    CursesState.current().streams.follow();
    self.run(self.isPad() ? PECHOCHAR : ECHOCHAR, "echochar", all);
  }

  @Method(value = "inch(self, *args)", textSignature = false)
  static long inch(PyWindow self, PyObject[] args) {
    int[] place = WindowInput.place(args, "inch");
    return place == null
        ? INCH.callUnsigned(self.address)
        : MVINCH.callUnsigned(self.address, place[0], place[1]);
  }

  @Method(value = "instr(self, *args)", textSignature = false)
  static PyObject instr(PyWindow self, PyObject[] args) {
    WindowInput.Wanted wanted = WindowInput.wanted(args, "instr requires 0 or 3 arguments");
    try (Arena arena = Arena.ofConfined()) {
      long room = arena.allocate(WindowInput.ROOM).address();
      int result =
          wanted.place() == null
              ? self.result(INNSTR, room, wanted.most())
              : self.result(MVINNSTR, wanted.place()[0], wanted.place()[1], room, wanted.most());
      return result == Curses.ERR
          ? PyBytes.EMPTY
          : PyBytes.of(Native.stringAt(room));
    }
  }
}

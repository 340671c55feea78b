package org.krait.stdlib.curses;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;

/** The methods of windows about attributes, backgrounds, lines and borders. */
final class WindowOutput {
  private static final Curses ATTR_ON = new Curses("wattr_on");
  private static final Curses ATTR_OFF = new Curses("wattr_off");
  private static final Curses ATTRSET = new Curses("wattrset");
  private static final Curses STANDOUT = new Curses("wstandout");
  private static final Curses STANDEND = new Curses("wstandend");
  private static final Curses BKGD = new Curses("wbkgd");
  private static final Curses BKGDSET = new Curses("wbkgdset");
  private static final Curses GETBKGD = new Curses("getbkgd");
  private static final Curses BORDER = new Curses("wborder");
  private static final Curses MOVE = new Curses("wmove");
  private static final Curses HLINE = new Curses("whline");
  private static final Curses VLINE = new Curses("wvline");
  private static final Curses CHGAT = new Curses("wchgat");
  private static final Curses TOUCHLN = new Curses("wtouchln");
  private static final Curses CURSOR_LINE = new Curses("getcury");

  private static final int SIDES = 8;
  private static final int COLOR_SHIFT = 8;

  private WindowOutput() {}

  /** An argument that has the bits of attributes; null for none. */
  static long attributes(PyObject value) {
    return value == null ? 0 : Given.wide(value) & 0xffffffffL;
  }

  @Method("attron(self, attr, /)")
  static void attron(PyWindow self, PyObject attributes) {
    self.run(ATTR_ON, "attron", attributes(attributes), 0);
  }

  @Method("attroff(self, attr, /)")
  static void attroff(PyWindow self, PyObject attributes) {
    self.run(ATTR_OFF, "attroff", attributes(attributes), 0);
  }

  @Method("attrset(self, attr, /)")
  static void attrset(PyWindow self, PyObject attributes) {
    self.run(ATTRSET, "attrset", attributes(attributes));
  }

  @Method(value = "standout(self, /)", textSignature = false)
  static void standout(PyWindow self) {
    self.result(STANDOUT);
  }

  @Method(value = "standend(self, /)", textSignature = false)
  static void standend(PyWindow self) {
    self.result(STANDEND);
  }

  @Method("bkgd(self, ch, attr=_curses.A_NORMAL, /)")
  static void bkgd(PyWindow self, PyObject character, PyObject attributes) {
    long all = self.character(character) | attributes(attributes);
    self.run(BKGD, "bkgd", all);
  }

  @Method("bkgdset(self, ch, attr=_curses.A_NORMAL, /)")
  static void bkgdset(PyWindow self, PyObject character, PyObject attributes) {
    BKGDSET.call(self.address, self.character(character) | attributes(attributes));
  }

  @Method("getbkgd(self, /)")
  static long getbkgd(PyWindow self) {
    return GETBKGD.callUnsigned(self.address);
  }

  @Method(
      "border(self, ls=_curses.ACS_VLINE, rs=_curses.ACS_VLINE,\n"
          + "       ts=_curses.ACS_HLINE, bs=_curses.ACS_HLINE,\n"
          + "       tl=_curses.ACS_ULCORNER, tr=_curses.ACS_URCORNER,\n"
          + "       bl=_curses.ACS_LLCORNER, br=_curses.ACS_LRCORNER, /)")
  static void border(
      PyWindow self,
      PyObject left,
      PyObject right,
      PyObject top,
      PyObject bottom,
      PyObject topLeft,
      PyObject topRight,
      PyObject bottomLeft,
      PyObject bottomRight) {
    PyObject[] given = {left, right, top, bottom, topLeft, topRight, bottomLeft, bottomRight};
    long[] sides = new long[SIDES];
    for (int i = 0; i < SIDES; i++) {
      sides[i] = given[i] == null ? 0 : self.character(given[i]);
    }
    self.result(BORDER, sides);
  }

  @Method(value = "box(self, *args)", textSignature = false)
  static void box(PyWindow self, PyObject[] args) {
    if (args.length != 0 && args.length != 2) {
      throw Errors.typeError("_curses.window.box requires 0 to 2 arguments");
    }
    long vertical = args.length == 0 ? 0 : self.character(args[0]);
    long horizontal = args.length == 0 ? 0 : self.character(args[1]);
    self.result(BORDER, vertical, vertical, horizontal, horizontal, 0, 0, 0, 0);
  }

  @Method(value = "hline(self, *args)", textSignature = false)
  static void hline(PyWindow self, PyObject[] args) {
    line(self, args, HLINE, "hline");
  }

  @Method(value = "vline(self, *args)", textSignature = false)
  static void vline(PyWindow self, PyObject[] args) {
    line(self, args, VLINE, "vline");
  }

  private static void line(PyWindow self, PyObject[] args, Curses function, String name) {
    Given given = Given.afterPlace(args, 2, 3, "_curses.window." + name);
    int[] place = WindowText.place(given);
    int length = Given.integer(given.get(1));
    long attributes = given.attributes(2);
    long character = self.character(given.get(0));
    if (place != null) {
      self.run(MOVE, place[0], place[1]);
    }
    self.run(function, name, character | attributes, length);
  }

  /** Without a place and without a length, from the cursor to the end of the line. */
  @Method(value = "chgat(self, *args)", textSignature = false)
  static void chgat(PyWindow self, PyObject[] args) {
    int count = args.length;
    if (count == 0 || count > 4) {
      throw Errors.typeError("chgat requires 1 to 4 arguments");
    }
    int[] place =
        count > 2 ? new int[] {Given.integer(args[0]), Given.integer(args[1])} : null;
    int length = count % 2 == 0 ? Given.integer(args[count - 2]) : -1;
    long given = attributes(args[count - 1]);
    long color = given >> COLOR_SHIFT & 0xff;
    long attributes = given - (color << COLOR_SHIFT);
    int result = place == null ? 0 : self.result(MOVE, place[0], place[1]);
    if (result != Curses.ERR) {
      result = self.result(CHGAT, length, attributes, color, 0);
    }
    int line = place == null ? self.result(CURSOR_LINE) : place[0];
    self.result(TOUCHLN, line, 1, 1);
    CursesState.check(result, "chgat");
  }
}

package org.krait.stdlib.curses;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;

/** The methods of windows that clear, insert, delete and scroll. */
final class WindowEdits {
  private static final Curses ERASE = new Curses("werase");
  private static final Curses CLEAR = new Curses("wclear");
  private static final Curses CLRTOBOT = new Curses("wclrtobot");
  private static final Curses CLRTOEOL = new Curses("wclrtoeol");
  private static final Curses INSDELLN = new Curses("winsdelln");
  private static final Curses DELCH = new Curses("wdelch");
  private static final Curses MVDELCH = new Curses("mvwdelch");
  private static final Curses SCRL = new Curses("wscrl");
  private static final Curses SETSCRREG = new Curses("wsetscrreg");

  private WindowEdits() {}

  @Method(value = "erase(self, /)", textSignature = false)
  static void erase(PyWindow self) {
    self.run(ERASE);
  }

  @Method(value = "clear(self, /)", textSignature = false)
  static void clear(PyWindow self) {
    self.result(CLEAR);
  }

  @Method(value = "clrtobot(self, /)", textSignature = false)
  static void clrtobot(PyWindow self) {
    self.result(CLRTOBOT);
  }

  @Method(value = "clrtoeol(self, /)", textSignature = false)
  static void clrtoeol(PyWindow self) {
    self.result(CLRTOEOL);
  }

  @Method(value = "deleteln(self, /)", textSignature = false)
  static void deleteln(PyWindow self) {
    self.run(INSDELLN, "wdeleteln", -1);
  }

  @Method(value = "insertln(self, /)", textSignature = false)
  static void insertln(PyWindow self) {
    self.run(INSDELLN, "winsertln", 1);
  }

  @Method(value = "insdelln(self, *args)", textSignature = false)
  static void insdelln(PyWindow self, PyObject[] args) {
    self.run(INSDELLN, Given.integers(args, 1, "nlines")[0]);
  }

  @Method(value = "delch(self, *args)", textSignature = false)
  static void delch(PyWindow self, PyObject[] args) {
    int[] place = WindowInput.place(args, "delch");
    if (place == null) {
      self.run(DELCH);
    } else {
      self.run(MVDELCH, place[0], place[1]);
    }
  }

  @Method(value = "scroll(self, *args)", textSignature = false)
  static void scroll(PyWindow self, PyObject[] args) {
    if (args.length > 1) {
      throw Errors.typeError("_curses.window.scroll requires 0 to 1 arguments");
    }
    self.run(SCRL, "scroll", args.length == 0 ? 1 : Given.integer(args[0]));
  }

  @Method("setscrreg(self, top, bottom, /)")
  static void setscrreg(PyWindow self, int top, int bottom) {
    self.run(SETSCRREG, top, bottom);
  }
}

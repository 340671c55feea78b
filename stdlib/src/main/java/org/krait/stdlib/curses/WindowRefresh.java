package org.krait.stdlib.curses;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNone;

/** The methods of windows that show them, and that say what is to be shown and how. */
final class WindowRefresh {
  private static final Curses REFRESH = new Curses("wrefresh");
  private static final Curses PREFRESH = new Curses("prefresh");
  private static final Curses NOUTREFRESH = new Curses("wnoutrefresh");
  private static final Curses PNOUTREFRESH = new Curses("pnoutrefresh");
  private static final Curses REDRAWWIN = new Curses("redrawwin");
  private static final Curses REDRAWLN = new Curses("wredrawln");
  private static final Curses TOUCHWIN = new Curses("touchwin");
  private static final Curses UNTOUCHWIN = new Curses("untouchwin");
  private static final Curses TOUCHLN = new Curses("wtouchln");
  private static final Curses LINES = new Curses("getmaxy");
  private static final Curses IS_LINETOUCHED = new Curses("is_linetouched");
  private static final Curses IS_WINTOUCHED = new Curses("is_wintouched");
  private static final Curses SYNCUP = new Curses("wsyncup");
  private static final Curses SYNCDOWN = new Curses("wsyncdown");
  private static final Curses SYNCOK = new Curses("syncok");
  private static final Curses CURSYNCUP = new Curses("wcursyncup");
  private static final Curses IDCOK = new Curses("idcok");
  private static final Curses IDLOK = new Curses("idlok");
  private static final Curses IMMEDOK = new Curses("immedok");
  private static final Curses CLEAROK = new Curses("clearok");
  private static final Curses LEAVEOK = new Curses("leaveok");
  private static final Curses KEYPAD = new Curses("keypad");
  private static final Curses NODELAY = new Curses("nodelay");
  private static final Curses NOTIMEOUT = new Curses("notimeout");
  private static final Curses SCROLLOK = new Curses("scrollok");
  private static final Curses TIMEOUT = new Curses("wtimeout");

  private static final String TRUTH = "True(1) or False(0)";
  private static final int PAD_ARGUMENTS = 6;
  private static final int PIECE = 8192;

  private WindowRefresh() {}

  @Method(value = "refresh(self, *args)", textSignature = false)
  static void refresh(PyWindow self, PyObject[] args) {
    show(self, args, "refresh", "refresh() for a pad", PREFRESH, REFRESH, "prefresh");
  }

  @Method(value = "noutrefresh(self, *args)", textSignature = false)
  static void noutrefresh(PyWindow self, PyObject[] args) {
    String forPads = "noutrefresh() called for a pad";
    show(self, args, "noutrefresh", forPads, PNOUTREFRESH, NOUTREFRESH, "wnoutrefresh");
  }

  private static void show(
      PyWindow self,
      PyObject[] args,
      String name,
      String forPads,
      Curses ofPads,
      Curses ofWindows,
      String blamed) {
    if (args.length != 0 && args.length != PAD_ARGUMENTS) {
      throw Errors.typeError("_curses.window.%s requires 0 to 6 arguments", name);
    }
    long[] numbers = new long[args.length];
    for (int i = 0; i < args.length; i++) {
      numbers[i] = Given.integer(args[i]);
    }
    CursesState.current().streams.follow();
    if (self.isPad()) {
      if (args.length == 0) {
        throw CursesState.error("%s requires 6 arguments", forPads);
      }
      self.run(ofPads, numbers);
    } else {
      if (args.length != 0) {
        throw Errors.typeError("%s() takes no arguments (6 given)", name);
      }
      self.run(ofWindows, blamed);
    }
  }

  @Method(value = "redrawwin(self, /)", textSignature = false)
  static void redrawwin(PyWindow self) {
    self.run(REDRAWWIN);
  }

  @Method("redrawln(self, beg, num, /)")
  static void redrawln(PyWindow self, int first, int count) {
    self.run(REDRAWLN, "redrawln", first, count);
  }

  @Method(value = "touchwin(self, /)", textSignature = false)
  static void touchwin(PyWindow self) {
    self.run(TOUCHWIN);
  }

  @Method(value = "untouchwin(self, /)", textSignature = false)
  static void untouchwin(PyWindow self) {
    self.run(UNTOUCHWIN);
  }

  @Method(value = "touchline(self, *args)", textSignature = false)
  static void touchline(PyWindow self, PyObject[] args) {
    if (args.length != 2 && args.length != 3) {
      throw Errors.typeError("_curses.window.touchline requires 2 to 3 arguments");
    }
    int start = Given.integer(args[0]);
    int count = Given.integer(args[1]);
    boolean changed = args.length == 2 || Objects.isTrue(args[2]);
    self.run(TOUCHLN, "touchline", start, count, changed ? 1 : 0);
  }

  @Method("is_linetouched(self, line, /)")
  static boolean isLineTouched(PyWindow self, int line) {
    if (line < 0 || line > self.result(LINES)) {
      throw Errors.typeError("is_linetouched: line number outside of boundaries");
    }
    return IS_LINETOUCHED.callTruth(self.address, line);
  }

  @Method(value = "is_wintouched(self, /)", textSignature = false)
  static boolean isTouched(PyWindow self) {
    return IS_WINTOUCHED.callTruth(self.address);
  }

  @Method(value = "syncup(self, /)", textSignature = false)
  static void syncup(PyWindow self) {
    self.result(SYNCUP);
  }

  @Method(value = "syncdown(self, /)", textSignature = false)
  static void syncdown(PyWindow self) {
    self.result(SYNCDOWN);
  }

  @Method(value = "cursyncup(self, /)", textSignature = false)
  static void cursyncup(PyWindow self) {
    self.result(CURSYNCUP);
  }

  private static int flag(PyObject[] args) {
    return Given.integers(args, 1, TRUTH)[0];
  }

  @Method(value = "idcok(self, *args)", textSignature = false)
  static void idcok(PyWindow self, PyObject[] args) {
    self.result(IDCOK, flag(args));
  }

  @Method(value = "immedok(self, *args)", textSignature = false)
  static void immedok(PyWindow self, PyObject[] args) {
    self.result(IMMEDOK, flag(args));
  }

  @Method(value = "idlok(self, *args)", textSignature = false)
  static void idlok(PyWindow self, PyObject[] args) {
    self.run(IDLOK, flag(args));
  }

  @Method(value = "clearok(self, *args)", textSignature = false)
  static void clearok(PyWindow self, PyObject[] args) {
    self.run(CLEAROK, flag(args));
  }

  @Method(value = "leaveok(self, *args)", textSignature = false)
  static void leaveok(PyWindow self, PyObject[] args) {
    self.run(LEAVEOK, flag(args));
  }

  @Method(value = "keypad(self, *args)", textSignature = false)
  static void keypad(PyWindow self, PyObject[] args) {
    self.run(KEYPAD, flag(args));
  }

  @Method(value = "nodelay(self, *args)", textSignature = false)
  static void nodelay(PyWindow self, PyObject[] args) {
    self.run(NODELAY, flag(args));
  }

  @Method(value = "notimeout(self, *args)", textSignature = false)
  static void notimeout(PyWindow self, PyObject[] args) {
    self.run(NOTIMEOUT, flag(args));
  }

  @Method(value = "scrollok(self, *args)", textSignature = false)
  static void scrollok(PyWindow self, PyObject[] args) {
    self.run(SCROLLOK, flag(args));
  }

  @Method(value = "syncok(self, *args)", textSignature = false)
  static void syncok(PyWindow self, PyObject[] args) {
    self.run(SYNCOK, flag(args));
  }

  @Method(value = "timeout(self, *args)", textSignature = false)
  static void timeout(PyWindow self, PyObject[] args) {
    self.result(TIMEOUT, Given.integers(args, 1, "delay")[0]);
  }

  @Method("putwin(self, file, /)")
  static PyObject putwin(PyWindow self, PyObject file) {
    byte[] all = WindowFiles.write(self);
    PyObject answer = PyNone.NONE;
    for (int from = 0; from < all.length; from += PIECE) {
      int to = Math.min(from + PIECE, all.length);
      answer = Attributes.get(file, "write").call(PyBytes.of(Arrays.copyOfRange(all, from, to)));
    }
    return answer;
  }
}

package org.krait.stdlib.curses;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** The methods of windows about places and sizes, and windows within windows. */
final class WindowGeometry {
  private static final Curses MOVE = new Curses("wmove");
  private static final Curses MVWIN = new Curses("mvwin");
  private static final Curses MVDERWIN = new Curses("mvderwin");
  private static final Curses RESIZE = new Curses("wresize");
  private static final Curses ENCLOSE = new Curses("wenclose");
  private static final Curses DERWIN = new Curses("derwin");
  private static final Curses SUBWIN = new Curses("subwin");
  private static final Curses SUBPAD = new Curses("subpad");
  private static final Curses OVERLAY = new Curses("overlay");
  private static final Curses OVERWRITE = new Curses("overwrite");
  private static final Curses COPYWIN = new Curses("copywin");

  private static final int COPY_COUNT = 7;

  /** A pair of functions that tell a line and a column. */
  private record Pair(Curses y, Curses x) {
    static Pair of(String kind) {
      return new Pair(new Curses("get" + kind + "y"), new Curses("get" + kind + "x"));
    }

    PyObject of(PyWindow window) {
      return PyTuple.of(PyLong.of(window.result(y)), PyLong.of(window.result(x)));
    }
  }

  private static final Pair CURSOR = Pair.of("cur");
  private static final Pair BEGIN = Pair.of("beg");
  private static final Pair SIZE = Pair.of("max");
  private static final Pair PARENT = Pair.of("par");

  private WindowGeometry() {}

  @Method(value = "getyx(self, /)", textSignature = false)
  static PyObject getyx(PyWindow self) {
    return CURSOR.of(self);
  }

  @Method(value = "getbegyx(self, /)", textSignature = false)
  static PyObject getbegyx(PyWindow self) {
    return BEGIN.of(self);
  }

  @Method(value = "getmaxyx(self, /)", textSignature = false)
  static PyObject getmaxyx(PyWindow self) {
    return SIZE.of(self);
  }

  @Method(value = "getparyx(self, /)", textSignature = false)
  static PyObject getparyx(PyWindow self) {
    return PARENT.of(self);
  }

  private static void two(PyWindow self, Curses function, PyObject[] args, String message) {
    int[] numbers = Given.integers(args, 2, message);
    self.run(function, numbers[0], numbers[1]);
  }

  @Method(value = "move(self, *args)", textSignature = false)
  static void move(PyWindow self, PyObject[] args) {
    two(self, MOVE, args, "y,x");
  }

  @Method(value = "mvwin(self, *args)", textSignature = false)
  static void mvwin(PyWindow self, PyObject[] args) {
    two(self, MVWIN, args, "y,x");
  }

  @Method(value = "mvderwin(self, *args)", textSignature = false)
  static void mvderwin(PyWindow self, PyObject[] args) {
    two(self, MVDERWIN, args, "y,x");
  }

  @Method(value = "resize(self, *args)", textSignature = false)
  static void resize(PyWindow self, PyObject[] args) {
    two(self, RESIZE, args, "lines,columns");
  }

  @Method("enclose(self, y, x, /)")
  static boolean enclose(PyWindow self, int y, int x) {
    return ENCLOSE.callTruth(self.address, y, x);
  }

  /** Height, width, line and column; the first two are 0, for the rest of the window, when left out. */
  static int[] rectangle(PyObject[] args, String function, boolean sizeFirst) {
    if (args.length != 2 && args.length != 4) {
      throw Errors.typeError("%s requires 2 to 4 arguments", function);
    }
    int[] all = new int[4];
    int from = args.length == 2 && !sizeFirst ? 2 : 0;
    for (int i = 0; i < args.length; i++) {
      all[from + i] = Given.integer(args[i]);
    }
    return all;
  }

  @Method(value = "derwin(self, *args)", textSignature = false)
  static PyObject derwin(PyWindow self, PyObject[] args) {
    return inner(self, DERWIN, rectangle(args, "_curses.window.derwin", false));
  }

  @Method(value = "subwin(self, *args)", textSignature = false)
  static PyObject subwin(PyWindow self, PyObject[] args) {
    int[] all = rectangle(args, "_curses.window.subwin", false);
    return inner(self, self.isPad() ? SUBPAD : SUBWIN, all);
  }

  @Method(value = "subpad(self, *args)", textSignature = false)
  static PyObject subpad(PyWindow self, PyObject[] args) {
    return subwin(self, args);
  }

  private static PyObject inner(PyWindow self, Curses function, int[] all) {
    return self.within(function.call(self.address, all[0], all[1], all[2], all[3]));
  }

  @Method(value = "overlay(self, *args)", textSignature = false)
  static void overlay(PyWindow self, PyObject[] args) {
    copy(self, args, OVERLAY, true);
  }

  @Method(value = "overwrite(self, *args)", textSignature = false)
  static void overwrite(PyWindow self, PyObject[] args) {
    copy(self, args, OVERWRITE, false);
  }

  private static void copy(PyWindow self, PyObject[] args, Curses whole, boolean overlay) {
    String name = whole.name();
    if (args.length != 1 && args.length != COPY_COUNT) {
      throw Errors.typeError("_curses.window.%s requires 1 to 7 arguments", name);
    }
    PyWindow target = PyWindow.argument(args[0], name + "() argument 1");
    if (args.length == 1) {
      CursesState.check(whole.callInt(self.address, target.address), name);
      return;
    }
    long[] all = new long[COPY_COUNT + 2];
    all[0] = self.address;
    all[1] = target.address;
    for (int i = 1; i < COPY_COUNT; i++) {
      all[i + 1] = Given.integer(args[i]);
    }
    all[COPY_COUNT + 1] = overlay ? 1 : 0;
    CursesState.check(COPYWIN.callInt(all), "copywin");
  }
}

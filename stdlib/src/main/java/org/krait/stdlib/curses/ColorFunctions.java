package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;

/** The functions of {@code _curses} about colours, which are numbers, and pairs of them. */
final class ColorFunctions {
  private static final Curses START_COLOR = new Curses("start_color");
  private static final Curses USE_DEFAULT_COLORS = new Curses("use_default_colors");
  private static final Curses HAS_COLORS = new Curses("has_colors");
  private static final Curses CAN_CHANGE_COLOR = new Curses("can_change_color");
  private static final Curses COLOR_CONTENT = new Curses("extended_color_content");
  private static final Curses PAIR_CONTENT = new Curses("extended_pair_content");
  private static final Curses INIT_COLOR = new Curses("init_extended_color");
  private static final Curses INIT_PAIR = new Curses("init_extended_pair");

  private static final long COLOR_BITS = 0xff00;
  private static final int COLOR_SHIFT = 8;
  private static final int STRONGEST = 1000;

  private ColorFunctions() {}

  /** A colour that exists. */
  record Color(int number) {
    static Color fromArgument(PyObject value, String which) {
      PyInt number = Arguments.index(value);
      int colors = Curses.variable("COLORS");
      if (isAbove(number, colors - 1L)) {
        throw Errors.valueError("Color number is greater than COLORS-1 (%d).", colors - 1);
      }
      if (number.signum() < 0) {
        throw Errors.valueError("Color number is less than 0.");
      }
      return new Color((int) number.longValue());
    }
  }

  /** A colour, or -1 for the terminal's own, for which any negative number stands. */
  record AnyColor(int number) {
    static AnyColor fromArgument(PyObject value, String which) {
      PyInt number = Arguments.index(value);
      return number.signum() < 0
          ? new AnyColor(-1)
          : new AnyColor(Color.fromArgument(number, which).number());
    }
  }

  /** The number of a pair. */
  record Pair(int number) {
    static Pair fromArgument(PyObject value, String which) {
      PyInt number = Arguments.index(value);
      if (isAbove(number, Integer.MAX_VALUE)) {
        throw Errors.valueError("Color pair is greater than maximum (%d).", Integer.MAX_VALUE);
      }
      if (number.signum() < 0) {
        throw Errors.valueError("Color pair is less than 0.");
      }
      return new Pair((int) number.longValue());
    }
  }

  /** How strong red, green or blue is. */
  record Component(int strength) {
    static Component fromArgument(PyObject value, String which) {
      PyInt number = Arguments.index(value);
      if (isAbove(number, STRONGEST)) {
        throw Errors.valueError("Color component is greater than 1000");
      }
      if (number.signum() < 0) {
        throw Errors.valueError("Color component is less than 0");
      }
      return new Component((int) number.longValue());
    }
  }

  private static boolean isAbove(PyInt number, long most) {
    return number.fitsLong() ? number.longValue() > most : number.signum() > 0;
  }

  @Function("has_colors()")
  static boolean hasColors() {
    CursesState.ofScreen();
    return HAS_COLORS.callTruth();
  }

  @Function("can_change_color()")
  static boolean canChangeColor() {
    CursesState.ofScreen();
    return CAN_CHANGE_COLOR.callTruth();
  }

  @Function("has_extended_color_support()")
  static boolean hasExtendedColorSupport() {
    return true;
  }

  @Function("start_color()")
  static void startColor() {
    CursesState state = CursesState.ofScreen();
    state.streams.follow();
    if (START_COLOR.callInt() == Curses.ERR) {
      throw CursesState.error("start_color() returned ERR");
    }
    state.hasColors = true;
    PyDict dict = state.module;
    dict.put(PyStr.interned("COLORS"), PyLong.of(Curses.variable("COLORS")));
    dict.put(PyStr.interned("COLOR_PAIRS"), PyLong.of(Curses.variable("COLOR_PAIRS")));
  }

  @Function("use_default_colors()")
  static void useDefaultColors() {
    CursesState.ofColors();
    CursesState.check(USE_DEFAULT_COLORS.callInt(), "use_default_colors");
  }

  @Function("color_content(color_number, /)")
  static PyObject colorContent(Color color) {
    CursesState.ofColors();
    return content(COLOR_CONTENT, color.number(), 3);
  }

  @Function("pair_content(pair_number, /)")
  static PyObject pairContent(Pair pair) {
    CursesState.ofColors();
    return content(PAIR_CONTENT, pair.number(), 2);
  }

  private static PyObject content(Curses function, int number, int count) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(4L * count, 4);
      long start = room.address();
      if (function.callInt(number, start, start + 4, start + 8) == Curses.ERR) {
        throw function == PAIR_CONTENT
            ? failed(function, number)
            : CursesState.error("%s() returned ERR", function.name());
      }
      PyObject[] items = new PyObject[count];
      for (int i = 0; i < count; i++) {
        items[i] = PyLong.of(room.get(Native.INT, 4L * i));
      }
      return PyTuple.of(items);
    }
  }

  /** A function of pairs failed: mostly because there are not so many. */
  private static PyException failed(Curses function, int pair) {
    int pairs = Curses.variable("COLOR_PAIRS");
    return pair >= pairs
        ? Errors.valueError("Color pair is greater than COLOR_PAIRS-1 (%d).", pairs - 1)
        : CursesState.error("%s() returned ERR", function.name());
  }

  @Function("init_color(color_number, r, g, b, /)")
  static void initColor(Color color, Component red, Component green, Component blue) {
    CursesState.ofColors().streams.follow();
    int result =
        INIT_COLOR.callInt(color.number(), red.strength(), green.strength(), blue.strength());
    CursesState.check(result, INIT_COLOR.name());
  }

  @Function("init_pair(pair_number, fg, bg, /)")
  static void initPair(Pair pair, AnyColor foreground, AnyColor background) {
    CursesState.ofColors().streams.follow();
    if (INIT_PAIR.callInt(pair.number(), foreground.number(), background.number())
        == Curses.ERR) {
      throw failed(INIT_PAIR, pair.number());
    }
  }

  @Function("color_pair(pair_number, /)")
  static long colorPair(int pair) {
    CursesState.ofColors();
    return (long) pair << COLOR_SHIFT & COLOR_BITS;
  }

  @Function("pair_number(attr, /)")
  static long pairNumber(int attributes) {
    CursesState.ofColors();
    return (attributes & COLOR_BITS) >> COLOR_SHIFT;
  }
}

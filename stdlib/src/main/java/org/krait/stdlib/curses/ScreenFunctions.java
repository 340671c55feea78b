package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Environment;

/** The functions of {@code _curses} about the screen as a whole, and those that make windows. */
final class ScreenFunctions {
  private static final Curses NEWTERM = new Curses("newterm");
  private static final Curses DEF_PROG_MODE = new Curses("def_prog_mode");
  private static final Curses REFRESH = new Curses("wrefresh");
  private static final Curses DOUPDATE = new Curses("doupdate");
  private static final Curses ENDWIN = new Curses("endwin");
  private static final Curses ISENDWIN = new Curses("isendwin");
  private static final Curses FILTER = new Curses("filter");
  private static final Curses DELAY_OUTPUT = new Curses("delay_output");
  private static final Curses NEWPAD = new Curses("newpad");
  private static final Curses NEWWIN = new Curses("newwin");
  private static final Curses IS_TERM_RESIZED = new Curses("is_term_resized");
  private static final Curses RESIZETERM = new Curses("resizeterm");
  private static final Curses RESIZE_TERM = new Curses("resize_term");
  private static final Curses LEAVEOK = new Curses("leaveok");
  private static final Curses IS_LEAVEOK = new Curses("is_leaveok");
  private static final Curses MOVE = new Curses("wmove");
  private static final Curses CURSOR_LINE = new Curses("getcury");
  private static final Curses CURSOR_COLUMN = new Curses("getcurx");

  private static final long MILLION = 1_000_000;

  /** Names of line-drawing characters and the keys under which terminals know them. */
  private static final String LINES =
      "ULCORNER=l LLCORNER=m URCORNER=k LRCORNER=j LTEE=t RTEE=u BTEE=v TTEE=w HLINE=q VLINE=x"
          + " PLUS=n S1=o S9=s DIAMOND=` CKBOARD=a DEGREE=f PLMINUS=g BULLET=~ LARROW=, RARROW=+"
          + " DARROW=. UARROW=- BOARD=h LANTERN=i BLOCK=0 BSSB=l SSBB=m BBSS=k SBBS=j SBSS=u SSSB=t"
          + " SSBS=v BSSS=w BSBS=q SBSB=x SSSS=n S3=p S7=r LEQUAL=y GEQUAL=z PI={ NEQUAL=|"
          + " STERLING=}";

  private ScreenFunctions() {}

  @Function("initscr()")
  static PyObject initscr() {
    CursesState state = CursesState.current();
    if (state.hasScreen) {
      state.streams.follow();
      REFRESH.call(Curses.pointer("stdscr"));
      return PyWindow.ofScreen(Curses.pointer("stdscr"));
    }
    open(state);
    state.hasScreen = true;
    state.hasTerminal = true;
    PyDict dict = state.module;
    for (String line : LINES.split(" ")) {
      int equals = line.indexOf('=');
      dict.put(
          PyStr.interned("ACS_" + line.substring(0, equals)),
          PyLong.of(Curses.lineDrawing(line.charAt(equals + 1))));
    }
    tellSize(dict);
    return PyWindow.ofScreen(Curses.pointer("stdscr"));
  }

  /** As C's {@code initscr}, which knows no other streams than C's, and ends the process on failure. */
  private static void open(CursesState state) {
    TerminalStreams.passEnvironment();
    String term = Environment.get("TERM");
    if (term == null || term.isEmpty()) {
      term = "unknown";
    }
    long[] streams = state.streams.open();
    try (Arena arena = Arena.ofConfined()) {
      if (NEWTERM.call(Native.string(arena, term).address(), streams[0], streams[1]) == 0) {
        byte[] words =
            ("Error opening terminal: " + term + ".\n").getBytes(StandardCharsets.UTF_8);
        Descriptors.current().get(2).write(words, 0, words.length);
        Runtime.getRuntime().halt(1);
      }
    }
    DEF_PROG_MODE.call();
  }

  private static void tellSize(PyDict dict) {
    dict.put(PyStr.interned("LINES"), PyLong.of(Curses.variable("LINES")));
    dict.put(PyStr.interned("COLS"), PyLong.of(Curses.variable("COLS")));
  }

  @Function("update_lines_cols()")
  static void updateLinesCols() {
    tellSize(CursesState.current().module);
    if (ThreadState.current().interpreter.importModule("curses") instanceof PyModule all) {
      tellSize(all.dict());
    }
  }

  @Function("doupdate()")
  static void doupdate() {
    ModeFunctions.run(DOUPDATE);
  }

  @Function("endwin()")
  static void endwin() {
    ModeFunctions.run(ENDWIN);
  }

  @Function("isendwin()")
  static boolean isendwin() {
    CursesState.ofScreen();
    return ISENDWIN.callTruth();
  }

  @Function("filter()")
  static void filter() {
    FILTER.call();
  }

  @Function("delay_output(ms, /)")
  static void delayOutput(int milliseconds) {
    ModeFunctions.run(DELAY_OUTPUT, milliseconds);
  }

  /** Signals are handled meanwhile. */
  @Function("napms(ms, /)")
  static int napms(int milliseconds) {
    CursesState.ofScreen();
    try (Arena arena = Arena.ofConfined()) {
      long end = Waiting.deadline(Math.max(milliseconds, 0) * MILLION);
      Waiting.poll(arena.allocate(8, 8), 0, end);
    }
    return 0;
  }

  @Function("newpad(nlines, ncols, /)")
  static PyObject newpad(int lines, int columns) {
    CursesState.ofScreen();
    return PyWindow.of(NEWPAD.call(lines, columns));
  }

  @Function(value = "newwin(*args)", textSignature = false)
  static PyObject newwin(PyObject[] args) {
    int[] all = WindowGeometry.rectangle(args, "_curses.newwin", true);
    CursesState.ofScreen();
    return PyWindow.of(NEWWIN.call(all[0], all[1], all[2], all[3]));
  }

  @Function("getwin(file, /)")
  static PyObject getwin(PyObject file) {
    CursesState.ofScreen();
    PyObject data = Attributes.get(file, "read").call();
    if (!(data instanceof PyBytes bytes)) {
      throw Errors.typeError("f.read() returned %s instead of bytes", data.type().fullName());
    }
    return WindowFiles.read(bytes.array());
  }

  @Function("is_term_resized(nlines, ncols, /)")
  static boolean isTermResized(int lines, int columns) {
    CursesState.ofScreen();
    return IS_TERM_RESIZED.callTruth(lines, columns);
  }

  @Function("resizeterm(nlines, ncols, /)")
  static void resizeterm(int lines, int columns) {
    ModeFunctions.run(RESIZETERM, lines, columns);
    updateLinesCols();
  }

  @Function("resize_term(nlines, ncols, /)")
  static void resizeTerm(int lines, int columns) {
    ModeFunctions.run(RESIZE_TERM, lines, columns);
    updateLinesCols();
  }

  /** Where the cursor will be; -1 where that is left open. */
  @Function("getsyx()")
  static PyObject getsyx() {
    CursesState.ofScreen();
    long screen = Curses.pointer("newscr");
    if (screen != 0 && IS_LEAVEOK.callTruth(screen)) {
      return PyTuple.of(PyLong.of(-1), PyLong.of(-1));
    }
    return PyTuple.of(
        PyLong.of(screen == 0 ? 0 : CURSOR_LINE.callInt(screen)),
        PyLong.of(screen == 0 ? 0 : CURSOR_COLUMN.callInt(screen)));
  }

  @Function("setsyx(y, x, /)")
  static void setsyx(int y, int x) {
    CursesState.ofScreen();
    long screen = Curses.pointer("newscr");
    if (screen == 0) {
      return;
    }
    boolean open = y == -1 && x == -1;
    LEAVEOK.call(screen, open ? 1 : 0);
    if (!open) {
      MOVE.call(screen, y, x);
    }
  }
}

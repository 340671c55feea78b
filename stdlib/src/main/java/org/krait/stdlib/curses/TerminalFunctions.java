package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.FileNumber;

/** The functions of {@code _curses} about terminals and what is known of them (terminfo). */
final class TerminalFunctions {
  private static final Curses SETUPTERM = new Curses("setupterm");
  private static final Curses TIGETFLAG = new Curses("tigetflag");
  private static final Curses TIGETNUM = new Curses("tigetnum");
  private static final Curses TIGETSTR = new Curses("tigetstr");
  private static final Curses TPARM = new Curses("tparm");
  private static final Curses PUTP = new Curses("putp");
  private static final CFunction FFLUSH = new CFunction("fflush");
  private static final Curses BAUDRATE = new Curses("baudrate");
  private static final Curses TERMATTRS = new Curses("termattrs");
  private static final Curses TERMNAME = new Curses("termname");
  private static final Curses LONGNAME = new Curses("longname");
  private static final Curses HAS_IC = new Curses("has_ic");
  private static final Curses HAS_IL = new Curses("has_il");
  private static final Curses SET_ESCDELAY = new Curses("set_escdelay");
  private static final Curses SET_TABSIZE = new Curses("set_tabsize");
  private static final Curses USE_ENV = new Curses("use_env");

  private TerminalFunctions() {}

  @Function("setupterm(term=None, fd=-1)")
  static void setupterm(ThreadState thread, String term, int fd) {
    if (term != null && term.indexOf(0) >= 0) {
      throw Errors.valueError("embedded null character");
    }
    int number = fd == -1 ? ofStandardOutput(thread) : fd;
    CursesState state = CursesState.current();
    if (!state.hasTerminal) {
      TerminalStreams.passEnvironment();
      Descriptors descriptors = Descriptors.current();
      int kernel = descriptors.isOpen(number) ? descriptors.kernel(number) : number;
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment error = arena.allocate(4, 4);
        long name = term == null ? 0 : Native.string(arena, term).address();
        if (SETUPTERM.callInt(name, kernel, error.address()) == Curses.ERR) {
          throw CursesState.error(
              switch (error.get(Native.INT, 0)) {
                case 0 -> "setupterm: could not find terminal";
                case -1 -> "setupterm: could not find terminfo database";
                default -> "setupterm: unknown error";
              });
        }
      }
    }
    state.hasTerminal = true;
  }

  private static int ofStandardOutput(ThreadState thread) {
    PyObject stdout = thread.interpreter.sysDict().get(PyStr.interned("stdout"));
    if (stdout == null || stdout == PyNone.NONE) {
      throw CursesState.error("lost sys.stdout");
    }
    return FileNumber.of(stdout);
  }

  private static int ask(Curses function, String name) {
    byte[] bytes = capability(name);
    try (Arena arena = Arena.ofConfined()) {
      return function.callInt(Native.string(arena, bytes).address());
    }
  }

  private static byte[] capability(String name) {
    if (name.indexOf(0) >= 0) {
      throw Errors.valueError("embedded null character");
    }
    CursesState.requireTerminal();
    return Utf8.encode(PyStr.ofUnits(name), "strict");
  }

  @Function("tigetflag(capname, /)")
  static int tigetflag(String name) {
    return ask(TIGETFLAG, name);
  }

  @Function("tigetnum(capname, /)")
  static int tigetnum(String name) {
    return ask(TIGETNUM, name);
  }

  @Function("tigetstr(capname, /)")
  static PyObject tigetstr(String name) {
    byte[] bytes = capability(name);
    try (Arena arena = Arena.ofConfined()) {
      long found = TIGETSTR.call(Native.string(arena, bytes).address());
      return found == 0 || found == -1 ? PyNone.NONE : PyBytes.of(Native.stringAt(found));
    }
  }

  @Function("tparm(str, i1=NULL:0, i2=NULL:0, i3=NULL:0, i4=NULL:0, i5=NULL:0, i6=NULL:0, i7=NULL:0,\n"
          + "      i8=NULL:0, i9=NULL:0, /)")
  static PyObject tparm(
      ByteString text,
      PyObject i1,
      PyObject i2,
      PyObject i3,
      PyObject i4,
      PyObject i5,
      PyObject i6,
      PyObject i7,
      PyObject i8,
      PyObject i9) {
    CursesState.requireTerminal();
    PyObject[] given = {i1, i2, i3, i4, i5, i6, i7, i8, i9};
    long[] all = new long[given.length + 1];
    try (Arena arena = Arena.ofConfined()) {
      all[0] = Native.string(arena, text.bytes()).address();
      for (int i = 0; i < given.length; i++) {
        all[i + 1] = given[i] == null ? 0 : Given.integer(given[i]);
      }
      byte[] made = TPARM.callText(all);
      if (made == null) {
        throw CursesState.error("tparm() returned NULL");
      }
      return PyBytes.of(made);
    }
  }

  /** Without a screen, C's own standard output is written to, which has a buffer of its own. */
  @Function("putp(string, /)")
  static void putp(ThreadState thread, ByteString text) {
    CursesState.current().streams.follow();
    try (Arena arena = Arena.ofConfined()) {
      CursesState.check(PUTP.callInt(Native.string(arena, text.bytes()).address()), "putp");
    }
    if (thread.interpreter.options.unbuffered) {
      FFLUSH.call(0);
    }
  }

  @Function("baudrate()")
  static int baudrate() {
    CursesState.ofScreen();
    return BAUDRATE.callInt();
  }

  @Function("termattrs()")
  static long termattrs() {
    CursesState.ofScreen();
    return TERMATTRS.callUnsigned();
  }

  @Function("termname()")
  static PyObject termname() {
    CursesState.ofScreen();
    return PyBytes.of(TERMNAME.callText());
  }

  @Function("longname()")
  static PyObject longname() {
    CursesState.ofScreen();
    return PyBytes.of(LONGNAME.callText());
  }

  @Function("has_ic()")
  static boolean hasIc() {
    CursesState.ofScreen();
    return HAS_IC.callTruth();
  }

  @Function("has_il()")
  static boolean hasIl() {
    CursesState.ofScreen();
    return HAS_IL.callTruth();
  }

  @Function("get_escdelay()")
  static int getEscdelay() {
    return Curses.variable("ESCDELAY");
  }

  @Function("set_escdelay(ms, /)")
  static void setEscdelay(int milliseconds) {
    if (milliseconds <= 0) {
      throw Errors.valueError("ms must be > 0");
    }
    CursesState.check(SET_ESCDELAY.callInt(milliseconds), "set_escdelay");
  }

  @Function("get_tabsize()")
  static int getTabsize() {
    return Curses.variable("TABSIZE");
  }

  @Function("set_tabsize(size, /)")
  static void setTabsize(int size) {
    if (size <= 0) {
      throw Errors.valueError("size must be > 0");
    }
    CursesState.check(SET_TABSIZE.callInt(size), "set_tabsize");
  }

  @Function("use_env(flag, /)")
  static void useEnv(boolean flag) {
    USE_ENV.call(flag ? 1 : 0);
  }
}

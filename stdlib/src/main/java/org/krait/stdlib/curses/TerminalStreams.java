package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.SharedLibrary;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.Environment;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.os.OsErrors;

/**
 * The streams of C that ncurses reads and writes: descriptors 0 and 1 as Python numbers them, which may
 * change while the screen is up, and the environment as programs have changed it.
 */
final class TerminalStreams {
  private static final String[] VARIABLES = {
    "TERM", "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "TERMPATH", "LINES", "COLUMNS", "ESCDELAY",
    "HOME", "BAUDRATE", "CC", "NCURSES_ASSUMED_COLORS", "NCURSES_NO_HARD_TABS",
    "NCURSES_NO_MAGIC_COOKIE", "NCURSES_NO_PADDING", "NCURSES_NO_SETBUF", "NCURSES_NO_UTF8_ACS",
    "NCURSES_CONSOLE2", "NCURSES_GPM_TERMS"
  };

  private static final SharedLibrary C_LIBRARY = new SharedLibrary("libc.so.6", "libc.dylib");
  private static final CFunction DUP = new CFunction("dup");
  private static final CFunction DUP2 = new CFunction("dup2");
  private static final CFunction FDOPEN = CFunction.wide("fdopen");
  private static final CFunction SETENV = new CFunction("setenv");
  private static final CFunction UNSETENV = new CFunction("unsetenv");

  private int in = -1;

  /** -1 for the process's own standard output. */
  private int out = -1;

  private OpenFile outFile;

  /** The kernel's descriptor that the keyboard is read from. */
  int input() {
    return in;
  }

  /** Gives C the variables that ncurses asks for. */
  static void passEnvironment() {
    try (Arena arena = Arena.ofConfined()) {
      for (String name : VARIABLES) {
        String value = Environment.get(name);
        long key = Native.string(arena, name).address();
        if (value == null) {
          UNSETENV.call(key);
        } else {
          byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
          SETENV.call(key, Native.string(arena, bytes).address(), 1);
        }
      }
    }
  }

  /** Opens both; the addresses of the streams for output and input. */
  long[] open() {
    Descriptors descriptors = Descriptors.current();
    outFile = descriptors.get(1);
    in = (int) DUP.require(descriptors.kernel(0));
    if (descriptors.kernel(1) == 1) {
      return new long[] {standardOutput(), stream(in, "r")};
    }
    out = (int) DUP.require(descriptors.kernel(1));
    return new long[] {stream(out, "w"), stream(in, "r")};
  }

  /** C's own stream: where it is no terminal, ncurses sets the modes of standard error's. */
  private static long standardOutput() {
    C_LIBRARY.isThere();
    return C_LIBRARY.find("stdout").reinterpret(8).get(Native.LONG, 0);
  }

  private static long stream(int descriptor, String mode) {
    try (Arena arena = Arena.ofConfined()) {
      long stream = FDOPEN.call(descriptor, Native.string(arena, mode).address());
      if (stream == 0) {
        throw OsErrors.make(OsErrors.EBADF);
      }
      return stream;
    }
  }

  /** To be called before output: descriptor 1 may stand for another file by now. */
  void follow() {
    Descriptors descriptors = Descriptors.current();
    if (out >= 0 && descriptors.isOpen(1) && descriptors.get(1) != outFile) {
      DUP2.call(descriptors.kernel(1), out);
      outFile = descriptors.get(1);
    }
  }
}

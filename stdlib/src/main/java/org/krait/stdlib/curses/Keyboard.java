package org.krait.stdlib.curses;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;

/**
 * Waits for the keyboard on behalf of ncurses, which is asked for what is there and never sleeps itself:
 * so signals are handled, other threads may use the screen, and a new size of the terminal is noticed.
 */
final class Keyboard {
  private static final long GLANCE_NANOS = 100_000_000;
  private static final long MILLION = 1_000_000;
  private static final int BYTES_WAITING = 0x541B;

  private static final Curses DELAY = new Curses("wgetdelay");
  private static final Curses TIMEOUT = new Curses("wtimeout");
  private static final Curses GETCH = new Curses("wgetch");
  private static final Curses UNGETCH = new Curses("ungetch");
  private static final Curses CBREAK = new Curses("cbreak");
  private static final Curses NOCBREAK = new Curses("nocbreak");
  private static final Curses ECHO = new Curses("echo");
  private static final Curses NOECHO = new Curses("noecho");
  private static final CFunction IOCTL = new CFunction("ioctl");

  private Keyboard() {}

  /** {@code wgetch} or a function like it; waits as long as the window is set to. */
  static int read(PyWindow window, Curses function, long... more) {
    CursesState state = CursesState.current();
    state.streams.follow();
    int delay = DELAY.callInt(window.address);
    if (delay == 0 || state.halfDelay) {
      return function.callLong(window.with(more));
    }
    if (!state.raw && !state.characterwise) {
      return delay < 0
          ? readLine(window, function, more)
          : function.callLong(window.with(more));
    }
    return await(state, window, delay, function, more);
  }

  private static int await(
      CursesState state, PyWindow window, int delay, Curses function, long... more) {
    long deadline = Waiting.deadline(delay < 0 ? -1 : delay * MILLION);
    boolean ready = false;
    while (true) {
      int code = atOnce(window, delay, function, more);
      if (code != Curses.ERR || isOver(deadline) || ready && isAtEnd(state)) {
        return code;
      }
      long glance = Waiting.deadline(GLANCE_NANOS);
      ready =
          Waiting.untilReady(state.streams.input(), Waiting.IN, isSooner(deadline, glance) ? deadline : glance);
    }
  }

  private static boolean isOver(long deadline) {
    return deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0;
  }

  private static boolean isSooner(long deadline, long glance) {
    return deadline != Long.MAX_VALUE && deadline - glance < 0;
  }

  /** Whether what is ready to be read is the end of the input. */
  private static boolean isAtEnd(CursesState state) {
    if (!Waiting.untilReady(state.streams.input(), Waiting.IN, System.nanoTime())) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(4, 4);
      int result = IOCTL.callInt(state.streams.input(), BYTES_WAITING, count.address());
      return result != 0 || count.get(Native.INT, 0) == 0;
    }
  }

  private static int atOnce(PyWindow window, int delay, Curses function, long... more) {
    return Curses.together(
        () -> {
          TIMEOUT.call(window.address, 0);
          try {
            return window.result(function, more);
          } finally {
            TIMEOUT.call(window.address, delay);
          }
        });
  }

  /**
   * A function that reads a line and shows it. Its first character is waited for here, the others in C:
   * what is typed is shown there.
   */
  static int readLine(PyWindow window, Curses function, long... more) {
    CursesState state = CursesState.current();
    state.streams.follow();
    ThreadState thread = ThreadState.current();
    int delay = DELAY.callInt(window.address);
    if (delay < 0 && !state.halfDelay && thread == thread.interpreter.mainThread()) {
      awaitFirst(state, window);
    }
    return function.callLong(window.with(more));
  }

  private static void awaitFirst(CursesState state, PyWindow window) {
    boolean cooked = !state.raw && !state.characterwise;
    if (cooked) {
      CBREAK.call();
    }
    if (state.echo) {
      NOECHO.call();
    }
    int first = Curses.ERR;
    try {
      first = await(state, window, -1, GETCH);
    } finally {
      if (state.echo) {
        ECHO.call();
      }
      if (cooked) {
        NOCBREAK.call();
      }
      if (first != Curses.ERR) {
        UNGETCH.call(first);
      }
    }
  }
}

package org.krait.stdlib.curses;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;

/** What the modules of an interpreter know about the screen. */
final class CursesState {
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("_curses", "error", PyExceptions.Exception));

  /** The encoding of characters; Krait runs in UTF-8 locales only. */
  static final String ENCODING = "UTF-8";

  private static final Curses DELWIN = new Curses("delwin");

  final TerminalStreams streams = new TerminalStreams();

  /** The dict of the module {@code _curses}, where sizes are told. */
  PyDict module;

  boolean hasTerminal;
  boolean hasScreen;
  boolean hasColors;

  /** The modes of the keyboard, as far as programs have set them. */
  boolean echo = true;
  boolean raw;
  boolean characterwise;
  boolean halfDelay;

  /** A window that nobody holds any more is given back to C. */
  private static final class Dropped extends PhantomReference<PyWindow> {
    final long window;

    Dropped(PyWindow owner, long window, ReferenceQueue<PyWindow> queue) {
      super(owner, queue);
      this.window = window;
    }
  }

  private final ReferenceQueue<PyWindow> queue = new ReferenceQueue<>();
  private final Set<Dropped> owned = ConcurrentHashMap.newKeySet();

  /** To be given back, some later because windows within them are alive. */
  private final Deque<Dropped> dropped = new ArrayDeque<>();

  /** What has to leave C before the windows that it is in; once there are panels. */
  Runnable beforeWindows = () -> {};

  private CursesState(Interpreter interpreter) {}

  static CursesState current() {
    return ThreadState.current().interpreter.service(CursesState.class, CursesState::new);
  }

  /** The state of a screen that was set up. */
  static CursesState ofScreen() {
    CursesState state = current();
    require(state.hasScreen, "initscr");
    return state;
  }

  /** The state of a screen with colours. */
  static CursesState ofColors() {
    CursesState state = ofScreen();
    require(state.hasColors, "start_color");
    return state;
  }

  static void requireTerminal() {
    require(current().hasTerminal, "(at least) setupterm");
  }

  private static void require(boolean done, String function) {
    if (!done) {
      throw error("must call %s() first", function);
    }
  }

  static PyException error(String format, Object... args) {
    return Errors.make(ERROR, format, args);
  }

  /** Turns the result that says that a function failed into an error. */
  static void check(int result, String function) {
    if (result == Curses.ERR) {
      throw error("%s() returned ERR", function);
    }
  }

  /** What a function that makes something gave. */
  static long made(long pointer) {
    if (pointer == 0) {
      throw error("curses function returned NULL");
    }
    return pointer;
  }

  /** Has a window given back when it is dropped. */
  synchronized void own(PyWindow window, long address) {
    for (var one = queue.poll(); one != null; one = queue.poll()) {
      owned.remove(one);
      dropped.addLast((Dropped) one);
    }
    if (!dropped.isEmpty()) {
      beforeWindows.run();
    }
    for (int i = dropped.size(); i > 0; i--) {
      giveBack(dropped.removeFirst());
    }
    owned.add(new Dropped(window, address, queue));
  }

  private void giveBack(Dropped one) {
    if (DELWIN.callInt(one.window) == Curses.ERR) {
      dropped.addLast(one);
    }
  }
}

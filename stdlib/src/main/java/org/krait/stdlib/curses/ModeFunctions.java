package org.krait.stdlib.curses;

import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;

/** The functions of {@code _curses} that set modes of the terminal, of most of which there are two. */
final class ModeFunctions {
  private static final Curses BEEP = new Curses("beep");
  private static final Curses FLASH = new Curses("flash");
  private static final Curses CBREAK = new Curses("cbreak");
  private static final Curses NOCBREAK = new Curses("nocbreak");
  private static final Curses ECHO = new Curses("echo");
  private static final Curses NOECHO = new Curses("noecho");
  private static final Curses NL = new Curses("nl");
  private static final Curses NONL = new Curses("nonl");
  private static final Curses RAW = new Curses("raw");
  private static final Curses NORAW = new Curses("noraw");
  private static final Curses QIFLUSH = new Curses("qiflush");
  private static final Curses NOQIFLUSH = new Curses("noqiflush");
  private static final Curses HALFDELAY = new Curses("halfdelay");
  private static final Curses INTRFLUSH = new Curses("intrflush");
  private static final Curses META = new Curses("meta");
  private static final Curses DEF_PROG_MODE = new Curses("def_prog_mode");
  private static final Curses DEF_SHELL_MODE = new Curses("def_shell_mode");
  private static final Curses RESET_PROG_MODE = new Curses("reset_prog_mode");
  private static final Curses RESET_SHELL_MODE = new Curses("reset_shell_mode");
  private static final Curses SAVETTY = new Curses("savetty");
  private static final Curses RESETTY = new Curses("resetty");
  private static final Curses CURS_SET = new Curses("curs_set");
  private static final Curses TYPEAHEAD = new Curses("typeahead");

  private ModeFunctions() {}

  /** Calls a function that needs a screen; {@code curses.error} when it fails. */
  static void run(Curses function, long... args) {
    CursesState state = CursesState.ofScreen();
    state.streams.follow();
    CursesState.check(function.callInt(args), function.name());
  }

  @Function("beep()")
  static void beep() {
    run(BEEP);
  }

  @Function("flash()")
  static void flash() {
    run(FLASH);
  }

  @Function("cbreak(flag=True, /)")
  static void cbreak(boolean flag) {
    run(flag ? CBREAK : NOCBREAK);
    characterwise(flag);
  }

  @Function("nocbreak()")
  static void nocbreak() {
    run(NOCBREAK);
    characterwise(false);
  }

  private static void characterwise(boolean flag) {
    CursesState state = CursesState.current();
    state.characterwise = flag;
    state.halfDelay = false;
  }

  @Function("raw(flag=True, /)")
  static void raw(boolean flag) {
    run(flag ? RAW : NORAW);
    characterwise(flag);
    CursesState.current().raw = flag;
  }

  @Function("noraw()")
  static void noraw() {
    raw(false);
  }

  @Function("halfdelay(tenths, /)")
  static void halfdelay(PyObject tenths) {
    long most = Given.between(tenths, 0, 255, "unsigned byte integer");
    run(HALFDELAY, most);
    CursesState.current().characterwise = true;
    CursesState.current().halfDelay = true;
  }

  @Function("echo(flag=True, /)")
  static void echo(boolean flag) {
    run(flag ? ECHO : NOECHO);
    CursesState.current().echo = flag;
  }

  @Function("noecho()")
  static void noecho() {
    echo(false);
  }

  @Function("nl(flag=True, /)")
  static void nl(boolean flag) {
    run(flag ? NL : NONL);
  }

  @Function("nonl()")
  static void nonl() {
    run(NONL);
  }

  @Function("qiflush(flag=True, /)")
  static void qiflush(boolean flag) {
    CursesState.ofScreen();
    (flag ? QIFLUSH : NOQIFLUSH).call();
  }

  @Function("noqiflush()")
  static void noqiflush() {
    qiflush(false);
  }

  @Function("intrflush(flag, /)")
  static void intrflush(boolean flag) {
    run(INTRFLUSH, 0, flag ? 1 : 0);
  }

  @Function("meta(yes, /)")
  static void meta(boolean yes) {
    CursesState.ofScreen();
    run(META, Curses.pointer("stdscr"), yes ? 1 : 0);
  }

  @Function("def_prog_mode()")
  static void defProgMode() {
    run(DEF_PROG_MODE);
  }

  @Function("def_shell_mode()")
  static void defShellMode() {
    run(DEF_SHELL_MODE);
  }

  @Function("reset_prog_mode()")
  static void resetProgMode() {
    run(RESET_PROG_MODE);
  }

  @Function("reset_shell_mode()")
  static void resetShellMode() {
    run(RESET_SHELL_MODE);
  }

  @Function("savetty()")
  static void savetty() {
    run(SAVETTY);
  }

  @Function("resetty()")
  static void resetty() {
    run(RESETTY);
  }

  @Function("curs_set(visibility, /)")
  static int cursSet(int visibility) {
    CursesState.ofScreen().streams.follow();
    int before = CURS_SET.callInt(visibility);
    CursesState.check(before, "curs_set");
    return before;
  }

  @Function("typeahead(fd, /)")
  static PyObject typeahead(int fd) {
    int kernel = fd < 0 ? fd : org.krait.stdlib.os.Descriptors.current().kernelOrNone(fd);
    run(TYPEAHEAD, kernel);
    return PyNone.NONE;
  }
}

package org.krait.stdlib.curses;

import java.lang.foreign.MemorySegment;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.SharedLibrary;

/** A function of ncurses, its terminal database or its panels; found when first called. */
final class Curses {
  static final int ERR = -1;

  private static final SharedLibrary SCREENS =
      new SharedLibrary("libncursesw.so.6", "libncursesw.so", "libncurses.dylib");
  private static final SharedLibrary PANELS =
      new SharedLibrary("libpanelw.so.6", "libpanelw.so", "libpanel.dylib");

  /** Held while ncurses runs: it has one state for the whole process. */
  private static final Object LOCK = new Object();

  private final String name;
  private final SharedLibrary library;
  private volatile MemorySegment address;

  private Curses(String name, SharedLibrary library) {
    this.name = name;
    this.library = library;
  }

  Curses(String name) {
    this(name, SCREENS);
  }

  static Curses ofPanels(String name) {
    return new Curses(name, PANELS);
  }

  /** Whether the system has ncurses with wide characters; opens it. */
  static boolean isThere() {
    return SCREENS.isThere();
  }

  /** Whether the system has the library of panels. */
  static boolean hasPanels() {
    return PANELS.isThere();
  }

  /** The name in C, as errors tell it. */
  String name() {
    return name;
  }

  private MemorySegment address() {
    MemorySegment known = address;
    if (known == null) {
      known = library.find(name);
      address = known;
    }
    return known;
  }

  /** Calls a function that returns a pointer. */
  long call(long... a) {
    synchronized (LOCK) {
      return SharedLibrary.call(address(), a);
    }
  }

  /** Calls a function that returns an {@code int}. */
  int callInt(long... a) {
    return (int) call(a);
  }

  /** Calls a function that returns a {@code bool}, of which C sets a byte. */
  boolean callTruth(long... a) {
    return (byte) call(a) != 0;
  }

  /** Calls a function that returns characters or attributes, 32 bits without a sign. */
  long callUnsigned(long... a) {
    return call(a) & 0xffffffffL;
  }

  /** Calls a function that returns text; null for none. */
  byte[] callText(long... a) {
    synchronized (LOCK) {
      return Native.stringAt(call(a));
    }
  }

  /** Calls a function that may last, while others go on. */
  int callLong(long... a) {
    return (int) SharedLibrary.call(address(), a);
  }

  /** Runs several calls as one. */
  static <T> T together(java.util.function.Supplier<T> calls) {
    synchronized (LOCK) {
      return calls.get();
    }
  }

  /** An {@code int} variable of the library. */
  static int variable(String name) {
    return SCREENS.find(name).reinterpret(4).get(Native.INT, 0);
  }

  /** A variable of the library that is a pointer, such as {@code stdscr}. */
  static long pointer(String name) {
    return SCREENS.find(name).reinterpret(8).get(Native.LONG, 0);
  }

  /** An entry of the table of line-drawing characters. */
  static long lineDrawing(char key) {
    return SCREENS.find("acs_map").reinterpret(128 * 4).get(Native.INT, key * 4L) & 0xffffffffL;
  }
}

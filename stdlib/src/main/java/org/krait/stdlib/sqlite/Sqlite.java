package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.krait.stdlib.libc.Native;

/**
 * A function of the library of SQLite that takes integers and pointers; found when first called.
 *
 * <p>All go through two links, for at most five and ten arguments: an {@code int} may be passed and
 * returned as a word as long as only its lower half is looked at.
 */
final class Sqlite {
  static final int OK = 0;
  static final int ROW = 100;
  static final int DONE = 101;

  static final int INTEGER = 1;
  static final int FLOAT = 2;
  static final int TEXT = 3;
  static final int BLOB = 4;
  static final int NULL = 5;

  /** Has SQLite copy what it is given. */
  static final long TRANSIENT = -1;

  private static final String[] NAMES = {"libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib"};
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

  private static volatile SymbolLookup library;

  /** Made when the first function is called. */
  private static final class Link {
    static final MethodHandle SHORT;
    static final MethodHandle LONG;

    static {
      Linker linker = Linker.nativeLinker();
      SHORT = linker.downcallHandle(FunctionDescriptor.of(WORD, WORD, WORD, WORD, WORD, WORD));
      LONG =
          linker.downcallHandle(
              FunctionDescriptor.of(
                  WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD));
    }
  }

  /** The functions that take or return a {@code double}. */
  private static final class Doubles {
    static final MethodHandle BIND;
    static final MethodHandle RESULT;
    static final MethodHandle GET;
    static final MethodHandle COLUMN;

    static {
      Linker linker = Linker.nativeLinker();
      ValueLayout.OfDouble number = ValueLayout.JAVA_DOUBLE;
      ValueLayout.OfInt index = ValueLayout.JAVA_INT;
      BIND =
          linker.downcallHandle(
              find("sqlite3_bind_double"), FunctionDescriptor.of(index, WORD, index, number));
      RESULT =
          linker.downcallHandle(
              find("sqlite3_result_double"), FunctionDescriptor.ofVoid(WORD, number));
      GET = linker.downcallHandle(find("sqlite3_value_double"), FunctionDescriptor.of(number, WORD));
      COLUMN =
          linker.downcallHandle(
              find("sqlite3_column_double"), FunctionDescriptor.of(number, WORD, index));
    }
  }

  private final String name;
  private volatile MemorySegment address;

  Sqlite(String name) {
    this.name = "sqlite3_" + name;
  }

  /** Whether the system has the library; opens it. */
  static synchronized boolean isThere() {
    for (int i = 0; library == null && i < NAMES.length; i++) {
      try {
        library = SymbolLookup.libraryLookup(NAMES[i], Arena.global());
      } catch (IllegalArgumentException e) {
        library = null;
      }
    }
    return library != null;
  }

  private static MemorySegment find(String symbol) {
    return library
        .find(symbol)
        .orElseThrow(() -> new IllegalStateException(symbol + " is not in this SQLite"));
  }

  private MemorySegment address() {
    MemorySegment known = address;
    if (known == null) {
      known = find(name);
      address = known;
    }
    return known;
  }

  private static long at(long[] a, int i) {
    return i < a.length ? a[i] : 0;
  }

  /** Calls a function that returns a pointer or a 64-bit number. */
  long call(long... a) {
    try {
      return a.length <= 5
          ? (long)
              Link.SHORT.invokeExact(address(), at(a, 0), at(a, 1), at(a, 2), at(a, 3), at(a, 4))
          : (long)
              Link.LONG.invokeExact(
                  address(), at(a, 0), at(a, 1), at(a, 2), at(a, 3), at(a, 4), at(a, 5), at(a, 6),
                  at(a, 7), at(a, 8), at(a, 9));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  /** Calls a function that returns an {@code int}. */
  int callInt(long... a) {
    return (int) call(a);
  }

  /** Calls a function that returns text; null for none. */
  byte[] callText(long... a) {
    return Native.stringAt(call(a));
  }

  /** The same as a Java string. */
  String callString(long... a) {
    byte[] bytes = callText(a);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  static int bindDouble(long statement, int index, double value) {
    try {
      return (int) Doubles.BIND.invokeExact(statement, index, value);
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  static void resultDouble(long context, double value) {
    try {
      Doubles.RESULT.invokeExact(context, value);
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  static double valueDouble(long value) {
    try {
      return (double) Doubles.GET.invokeExact(value);
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  static double columnDouble(long statement, int index) {
    try {
      return (double) Doubles.COLUMN.invokeExact(statement, index);
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }
}

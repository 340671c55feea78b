package org.krait.stdlib.sqlite;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.SharedLibrary;

/** A function of the library of SQLite that takes integers and pointers; found when first called. */
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

  private static final SharedLibrary LIBRARY =
      new SharedLibrary("libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib");
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

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
              LIBRARY.find("sqlite3_bind_double"), FunctionDescriptor.of(index, WORD, index, number));
      RESULT =
          linker.downcallHandle(
              LIBRARY.find("sqlite3_result_double"), FunctionDescriptor.ofVoid(WORD, number));
      GET = linker.downcallHandle(LIBRARY.find("sqlite3_value_double"), FunctionDescriptor.of(number, WORD));
      COLUMN =
          linker.downcallHandle(
              LIBRARY.find("sqlite3_column_double"), FunctionDescriptor.of(number, WORD, index));
    }
  }

  private final String name;
  private volatile MemorySegment address;

  Sqlite(String name) {
    this.name = "sqlite3_" + name;
  }

  /** Whether the system has the library; opens it. */
  static boolean isThere() {
    return LIBRARY.isThere();
  }

  private MemorySegment address() {
    MemorySegment known = address;
    if (known == null) {
      known = LIBRARY.find(name);
      address = known;
    }
    return known;
  }

  /** Calls a function that returns a pointer or a 64-bit number. */
  long call(long... a) {
    return SharedLibrary.call(address(), a);
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

package org.krait.stdlib.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A library of the system beyond the C library, opened when first asked for.
 *
 * <p>Functions that take integers and pointers all go through two links, for at most five and ten
 * arguments: an {@code int} may be passed and returned as a word as long as only its lower half is
 * looked at.
 */
public final class SharedLibrary {
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

  private final String[] names;
  private volatile SymbolLookup symbols;

  /**
   * A library.
   *
   * @param names of its file, in the order in which they are tried
   */
  public SharedLibrary(String... names) {
    this.names = names;
  }

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

  /** Whether the system has the library; opens it. */
  public synchronized boolean isThere() {
    for (int i = 0; symbols == null && i < names.length; i++) {
      try {
        symbols = SymbolLookup.libraryLookup(names[i], Arena.global());
      } catch (IllegalArgumentException e) {
        symbols = null;
      }
    }
    return symbols != null;
  }

  /** Where a function or a variable of the library lies. */
  public MemorySegment find(String symbol) {
    return symbols
        .find(symbol)
        .orElseThrow(() -> new IllegalStateException(symbol + " is not in this " + names[0]));
  }

  private static long at(long[] a, int i) {
    return i < a.length ? a[i] : 0;
  }

  /** Calls a function with at most ten integers or pointers. */
  public static long call(MemorySegment function, long... a) {
    try {
      return a.length <= 5
          ? (long)
              Link.SHORT.invokeExact(function, at(a, 0), at(a, 1), at(a, 2), at(a, 3), at(a, 4))
          : (long)
              Link.LONG.invokeExact(
                  function, at(a, 0), at(a, 1), at(a, 2), at(a, 3), at(a, 4), at(a, 5), at(a, 6),
                  at(a, 7), at(a, 8), at(a, 9));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }
}

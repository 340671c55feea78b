package org.krait.stdlib.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The one link to the C library, and the {@code errno} of each thread's last call. */
public final class Libc {
  private static final CFunction ERRNO_LOCATION = CFunction.wide("__errno_location");

  private static volatile boolean ready;

  private Libc() {}

  /** Whether the link is made: from then on native calls cost no more than others. */
  public static boolean isReady() {
    return ready;
  }

  /** Made when the first function is called. */
  private static final class Link {
    static final SymbolLookup SYMBOLS;
    static final MethodHandle CALL;
    static final ThreadLocal<MemorySegment> STATE =
        ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

    static {
      Linker linker = Linker.nativeLinker();
      SYMBOLS = linker.defaultLookup();
      ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
      CALL =
          linker.downcallHandle(
              FunctionDescriptor.of(word, word, word, word, word, word, word, word),
              Linker.Option.captureCallState("errno"));
      ready = true;
    }
  }

  static MemorySegment find(String name) {
    return Link.SYMBOLS.find(name).orElse(null);
  }

  static long invoke(MemorySegment function, long a, long b, long c, long d, long e, long f, long g) {
    try {
      return (long) Link.CALL.invokeExact(function, Link.STATE.get(), a, b, c, d, e, f, g);
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  /** Sets this thread's {@code errno} of C to 0, for calls whose failure shows in nothing else. */
  public static void clearErrno() {
    long place = ERRNO_LOCATION.call();
    Native.at(place, 4).set(Native.INT, 0, 0);
  }

  /** The error number that this thread's last call left; of meaning only after a failed call. */
  public static int errno() {
    return Link.STATE.get().get(ValueLayout.JAVA_INT, 0);
  }

  /** Puts back what {@link #errno} said, after other calls. */
  static void keepErrno(int error) {
    Link.STATE.get().set(ValueLayout.JAVA_INT, 0, error);
  }
}

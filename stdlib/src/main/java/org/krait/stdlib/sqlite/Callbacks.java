package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What SQLite calls: one address for each kind of function, and numbers for what it hands back. */
final class Callbacks {
  private static final ConcurrentHashMap<Long, Object> KEPT = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  private Callbacks() {}

  /** Keeps an object for C, which knows it by the number. */
  static long keep(Object object) {
    long number = NUMBERS.incrementAndGet();
    KEPT.put(number, object);
    return number;
  }

  static Object kept(long number) {
    return KEPT.get(number);
  }

  static void release(long number) {
    KEPT.remove(number);
  }

  /** The addresses, made when the first is asked for. */
  private static final class Stubs {
    static final long CALL = stub("call", void.class, long.class, int.class, long.class);
    static final long STEP = stub("step", void.class, long.class, int.class, long.class);
    static final long INVERSE = stub("inverse", void.class, long.class, int.class, long.class);
    static final long VALUE = stub("value", void.class, long.class);
    static final long FINISH = stub("finish", void.class, long.class);
    static final long RELEASE = stub("release", void.class, long.class);
    static final long COMPARE =
        stub("compare", int.class, long.class, int.class, long.class, int.class, long.class);
    static final long PROGRESS = stub("progress", int.class, long.class);
    static final long AUTHORIZE =
        stub(
            "authorize", int.class, long.class, int.class, long.class, long.class, long.class,
            long.class);
    static final long TRACE =
        stub("trace", int.class, int.class, long.class, long.class, long.class);

    private static long stub(String name, Class<?> result, Class<?>... parameters) {
      try {
        Class<?> home = name.equals("release") ? Callbacks.class : UserCode.class;
        var handle =
            MethodHandles.lookup()
                .findStatic(home, name, MethodType.methodType(result, parameters));
        ValueLayout[] layouts = new ValueLayout[parameters.length];
        for (int i = 0; i < layouts.length; i++) {
          layouts[i] = layout(parameters[i]);
        }
        FunctionDescriptor descriptor =
            result == void.class
                ? FunctionDescriptor.ofVoid(layouts)
                : FunctionDescriptor.of(layout(result), layouts);
        return Linker.nativeLinker().upcallStub(handle, descriptor, Arena.global()).address();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static ValueLayout layout(Class<?> type) {
      return type == int.class ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
    }
  }

  static long callStub() {
    return Stubs.CALL;
  }

  static long stepStub() {
    return Stubs.STEP;
  }

  static long inverseStub() {
    return Stubs.INVERSE;
  }

  static long valueStub() {
    return Stubs.VALUE;
  }

  static long finishStub() {
    return Stubs.FINISH;
  }

  static long releaseStub() {
    return Stubs.RELEASE;
  }

  static long compareStub() {
    return Stubs.COMPARE;
  }

  static long progressStub() {
    return Stubs.PROGRESS;
  }

  static long authorizeStub() {
    return Stubs.AUTHORIZE;
  }

  static long traceStub() {
    return Stubs.TRACE;
  }
}

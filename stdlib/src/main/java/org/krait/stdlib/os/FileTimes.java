package org.krait.stdlib.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;

/** The two times that {@code utime} sets, as C takes them. */
final class FileTimes {
  private static final long NANOS = 1_000_000_000L;
  private static final int SIZE = 16;

  private FileTimes() {}

  /** Two {@code timespec}, last access first; null for now. */
  static MemorySegment read(Arena arena, PyObject times, PyObject ns) {
    if (times == PyNone.NONE && ns == null) {
      return null;
    }
    MemorySegment both = arena.allocate(2L * SIZE, 8);
    if (times != PyNone.NONE) {
      PyTuple pair = pair(times, "utime: 'times' must be either a tuple of two ints or None");
      put(both, 0, pair.get(0));
      put(both, SIZE, pair.get(1));
    } else {
      PyTuple pair = pair(ns, "utime: 'ns' must be a tuple of two ints");
      putNanos(both, 0, pair.get(0));
      putNanos(both, SIZE, pair.get(1));
    }
    return both;
  }

  private static PyTuple pair(PyObject value, String otherwise) {
    if (value instanceof PyTuple pair && pair.size() == 2) {
      return pair;
    }
    throw Errors.typeError("%s", otherwise);
  }

  private static void put(MemorySegment memory, long at, PyObject seconds) {
    if (seconds instanceof PyFloat number) {
      double value = number.doubleValue();
      if (Double.isNaN(value)) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      double floor = Math.floor(value);
      if (Math.abs(floor) >= 0x1p63) {
        throw tooLarge();
      }
      long nanos = (long) Math.floor((value - floor) * NANOS);
      long whole = (long) floor;
      if (nanos >= NANOS) {
        nanos -= NANOS;
        whole++;
      }
      set(memory, at, whole, nanos);
      return;
    }
    PyInt whole = Arguments.index(seconds);
    if (!whole.fitsLong()) {
      throw tooLarge();
    }
    set(memory, at, whole.longValue(), 0);
  }

  private static RuntimeException tooLarge() {
    return Errors.overflowError("timestamp out of range for platform time_t");
  }

  private static void putNanos(MemorySegment memory, long at, PyObject nanos) {
    PyObject pair = Operators.divmod(nanos, PyLong.of(NANOS));
    if (!(pair instanceof PyTuple both) || both.size() != 2) {
      throw Errors.typeError(
          "%s.__divmod__() must return a 2-tuple, not %s",
          nanos.type().fullName(), pair.type().fullName());
    }
    BigInteger whole = Arguments.index(both.get(0)).bigValue();
    if (whole.bitLength() > 63) {
      throw tooLarge();
    }
    set(memory, at, whole.longValue(), Arguments.toLong(both.get(1)));
  }

  private static void set(MemorySegment memory, long at, long seconds, long nanos) {
    memory.set(Native.LONG, at, seconds);
    memory.set(Native.LONG, at + 8, nanos);
  }
}

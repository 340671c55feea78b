package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;

/** {@link GuardedOperations} on words: ints from 0 to 2**64 - 1, as the bits of a {@code long}. */
public final class GuardedWords {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  private GuardedWords() {}

  public static PyObject boxWord(long word) {
    return PyInt.ofUnsigned(word);
  }

  /** An int that is a word. */
  public static long asWord(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return natural(((PyLong) value).value);
    }
    if (value.getClass() == PyBigInt.class && ((PyBigInt) value).isWord()) {
      return ((PyBigInt) value).word();
    }
    throw FAILED;
  }

  /** The lowest 64 bits of an int. */
  public static long lowestBits(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return ((PyLong) value).value;
    }
    if (value.getClass() == PyBigInt.class) {
      return ((PyBigInt) value).word();
    }
    throw FAILED;
  }

  /** A long that is a word; read the other way, a word that fits a long. */
  public static long natural(long value) {
    if (value < 0) {
      throw FAILED;
    }
    return value;
  }

  /** The lowest 64 bits of an int that is shifted. */
  public static long shiftedLeft(long bits, long count) {
    if (count < 0) {
      throw FAILED;
    }
    return count > 63 ? 0 : bits << count;
  }

  public static long wordShiftedRight(long word, long count) {
    if (count < 0) {
      throw FAILED;
    }
    return count > 63 ? 0 : word >>> count;
  }

  public static long wordModulo(long word, long divisor) {
    if (divisor <= 0) {
      throw FAILED;
    }
    return Long.remainderUnsigned(word, divisor);
  }

  public static long wordQuotient(long word, long divisor) {
    if (divisor <= 0) {
      throw FAILED;
    }
    return Long.divideUnsigned(word, divisor);
  }
}

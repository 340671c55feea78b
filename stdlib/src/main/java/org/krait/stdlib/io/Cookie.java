package org.krait.stdlib.io;

import java.math.BigInteger;
import org.krait.runtime.Errors;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;

/**
 * A place in a text stream: go to {@code position}, give the decoder {@code flags}, feed it {@code bytes}
 * bytes and drop {@code characters} characters.
 *
 * @param needsEnd whether the decoder must be told that the bytes are the last
 */
record Cookie(long position, int flags, int bytes, int characters, boolean needsEnd) {
  private static final int LONG = 64;
  private static final int INT = 32;
  private static final int BITS = LONG + 3 * INT + 8;
  private static final BigInteger LONG_MASK = BigInteger.ONE.shiftLeft(LONG).subtract(BigInteger.ONE);

  static Cookie of(PyInt number) {
    if (number.fitsLong()) {
      return new Cookie(number.longValue(), 0, 0, 0, false);
    }
    BigInteger all = number.bigValue();
    if (all.bitLength() > BITS) {
      throw Errors.overflowError("int too big to convert");
    }
    return new Cookie(
        all.longValue(),
        all.shiftRight(LONG).intValue(),
        all.shiftRight(LONG + INT).intValue(),
        all.shiftRight(LONG + 2 * INT).intValue(),
        all.testBit(LONG + 3 * INT));
  }

  PyInt toInt() {
    if (flags == 0 && bytes == 0 && characters == 0 && !needsEnd && position >= 0) {
      return PyLong.of(position);
    }
    BigInteger all = needsEnd ? BigInteger.ONE : BigInteger.ZERO;
    all = all.shiftLeft(INT).or(BigInteger.valueOf(characters & 0xffffffffL));
    all = all.shiftLeft(INT).or(BigInteger.valueOf(bytes & 0xffffffffL));
    all = all.shiftLeft(INT).or(BigInteger.valueOf(flags & 0xffffffffL));
    all = all.shiftLeft(LONG).or(BigInteger.valueOf(position).and(LONG_MASK));
    return PyInt.of(all);
  }
}

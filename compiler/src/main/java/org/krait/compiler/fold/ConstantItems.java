package org.krait.compiler.fold;

import java.math.BigInteger;
import org.krait.constants.Constant;

/** Items of constant strings, bytes and tuples. */
final class ConstantItems {
  private ConstantItems() {}

  /** The item at an index that may be negative, or null when Python raises an error. */
  static Constant item(Constant sequence, Constant index) {
    BigInteger position = Numbers.integer(index);
    if (position == null || position.bitLength() >= Integer.SIZE) {
      return null;
    }
    // Not a switch over types: its first use costs a process several milliseconds.
    if (sequence instanceof Constant.Str s) {
      int[] points = s.codePoints();
      int i = inside(position.intValue(), points.length);
      return i < 0 ? null : Constant.Str.ofCodePoints(new int[] {points[i]});
    }
    if (sequence instanceof Constant.Bytes b) {
      int i = inside(position.intValue(), b.value().length);
      return i < 0 ? null : Constant.Int.of(b.value()[i] & 0xFF);
    }
    if (sequence instanceof Constant.Tuple t) {
      int i = inside(position.intValue(), t.items().size());
      return i < 0 ? null : t.items().get(i);
    }
    return null;
  }

  /** The index counted from the start, or -1 when it is outside. */
  private static int inside(int index, int length) {
    int fromStart = index < 0 ? index + length : index;
    return fromStart >= 0 && fromStart < length ? fromStart : -1;
  }
}

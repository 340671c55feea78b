package org.krait.compiler.fold;

import java.util.Arrays;
import org.krait.constants.Constant;

/** Strings by code points, also where lone surrogates would meet. */
final class ConstantText {
  private ConstantText() {}

  /** The length in code points. */
  static int length(Constant.Str s) {
    return s.isExact() ? s.text().codePointCount(0, s.text().length()) : s.codePoints().length;
  }

  static Constant.Str join(Constant.Str a, Constant.Str b) {
    if (joinsAsText(a, b)) {
      return Constant.Str.of(a.text() + b.text());
    }
    int[] left = a.codePoints();
    int[] right = b.codePoints();
    int[] joined = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, joined, left.length, right.length);
    return Constant.Str.ofCodePoints(joined);
  }

  static Constant.Str repeat(Constant.Str s, int times) {
    if (joinsAsText(s, s)) {
      return Constant.Str.of(s.text().repeat(times));
    }
    int[] once = s.codePoints();
    int[] repeated = new int[once.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = once[i % once.length];
    }
    return Constant.Str.ofCodePoints(repeated);
  }

  /** False when two halves of a pair would become one character. */
  private static boolean joinsAsText(Constant.Str a, Constant.Str b) {
    if (!a.isExact() || !b.isExact()) {
      return false;
    }
    String left = a.text();
    String right = b.text();
    return left.isEmpty()
        || right.isEmpty()
        || !Character.isHighSurrogate(left.charAt(left.length() - 1))
        || !Character.isLowSurrogate(right.charAt(0));
  }
}

package org.krait.stdlib.sre;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The flags of a pattern as its repr shows them. */
final class PatternFlags {
  private static final String[] NAMES = {
    "re.TEMPLATE", "re.IGNORECASE", "re.LOCALE", "re.MULTILINE", "re.DOTALL", "re.UNICODE",
    "re.VERBOSE", "re.DEBUG", "re.ASCII"
  };

  private PatternFlags() {}

  /** {@code , re.IGNORECASE|re.DOTALL}, or nothing. */
  static String shown(int flags, PyObject pattern) {
    int left = flags;
    int kinds = Op.FLAG_LOCALE | Op.FLAG_UNICODE | 256;
    if (pattern instanceof PyStr && (flags & kinds) == Op.FLAG_UNICODE) {
      left &= ~Op.FLAG_UNICODE;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      if ((left & 1 << i) != 0) {
        shown.append(shown.isEmpty() ? ", " : "|").append(NAMES[i]);
        left &= ~(1 << i);
      }
    }
    if (left != 0) {
      shown.append(shown.isEmpty() ? ", " : "|").append("0x").append(Integer.toHexString(left));
    }
    return shown.toString();
  }
}

package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.runtime.PyObject;

/**
 * Sort of keys whose comparison runs no code of a program: each gets a number, its <em>rank</em>, such that
 * the numbers come in the order of the keys; what they do not tell apart is compared afterwards.
 *
 * <p>Numbers are sorted together with their old places, so that equal keys keep their order.
 */
final class RankedSort {
  /** Fewer items are not worth the numbers. */
  static final int FROM = 6;

  /** The same of texts that are not short: their characters have to be looked at one by one. */
  private static final int LONG_TEXTS_FROM = 24;

  private static final int WIDE_UNITS = 4;
  private static final int NARROW_UNITS = 8;

  private final PyObject[] keys;
  private final PyObject[] values;
  private final boolean reverse;

  /** How keys of one rank are compared: one of the kinds of {@link ListSort}. */
  private final int kind;

  private long[] ranks;

  /** Whether keys of one rank are equal. */
  private boolean exact;

  private RankedSort(PyObject[] keys, PyObject[] values, boolean reverse, int kind) {
    this.keys = keys;
    this.values = values;
    this.reverse = reverse;
    this.kind = kind;
  }

  /**
   * Sorts keys, and values along with them.
   *
   * @param values null when the keys are the items
   * @param kind what the keys are
   * @return whether that could be; if not, nothing was done
   */
  static boolean sort(PyObject[] keys, PyObject[] values, boolean reverse, int kind) {
    if (keys.length < FROM
        || kind == ListSort.STRINGS && keys.length < LONG_TEXTS_FROM && !areShort(keys)) {
      return false;
    }
    return new RankedSort(keys, values, reverse, kind).run(0);
  }

  private static boolean areShort(PyObject[] texts) {
    for (PyObject text : texts) {
      if (((PyStr) text).word() == 0) {
        return false;
      }
    }
    return true;
  }

  /** Sorts by the elements of tuples from {@code column} on, those before being equal. */
  private boolean run(int column) {
    PyObject[] ranked = keys;
    if (kind == ListSort.TUPLES) {
      ranked = column(column);
      if (ranked == null) {
        return false;
      }
    }
    ranks = new long[keys.length];
    if (!rank(ranked)) {
      return false;
    }
    sortByRank(column);
    return true;
  }

  private PyObject[] column(int column) {
    PyObject[] elements = new PyObject[keys.length];
    for (int i = 0; i < elements.length; i++) {
      PyTuple tuple = (PyTuple) keys[i];
      if (column >= tuple.size()) {
        return null;
      }
      elements[i] = tuple.get(column);
    }
    return elements;
  }

  // ---- ranks

  private boolean rank(PyObject[] of) {
    return switch (ListSort.kindOf(of)) {
      case ListSort.INTS -> rankInts(of);
      case ListSort.FLOATS, ListSort.NUMBERS -> rankNumbers(of);
      case ListSort.STRINGS -> rankTexts(of);
      default -> false;
    };
  }

  private boolean rankInts(PyObject[] of) {
    for (int i = 0; i < of.length; i++) {
      ranks[i] = ((PyLong) of[i]).value ^ Long.MIN_VALUE;
    }
    exact = true;
    return true;
  }

  /** By the nearest double. */
  private boolean rankNumbers(PyObject[] of) {
    exact = true;
    for (int i = 0; i < of.length; i++) {
      exact &= of[i].getClass() == PyFloat.class;
      double value = nearest(of[i]);
      // The two zeros are equal.
      long bits = Double.doubleToRawLongBits(value + 0.0);
      ranks[i] = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
    return true;
  }

  private static double nearest(PyObject number) {
    if (number.getClass() == PyFloat.class) {
      return ((PyFloat) number).value;
    }
    return number.getClass() == PyLong.class
        ? ((PyLong) number).value
        : ((PyInt) number).bigValue().doubleValue();
  }

  /** Short texts by all their characters; false where one is none. */
  private boolean rankShort(PyObject[] of) {
    boolean zero = false;
    for (int i = 0; i < of.length; i++) {
      long text = ((PyStr) of[i]).word();
      if (text == 0) {
        return false;
      }
      ranks[i] = ShortText.rank(text);
      zero |= ShortText.hasZero(text);
    }
    exact = !zero;
    return true;
  }

  /** By the units behind what all begin with. */
  private boolean rankTexts(PyObject[] of) {
    if (rankShort(of)) {
      return true;
    }
    if (of.length < LONG_TEXTS_FROM) {
      return false;
    }
    if (beginDifferently(of) && rankStarts(of)) {
      return true;
    }
    String[] texts = new String[of.length];
    for (int i = 0; i < of.length; i++) {
      texts[i] = ((PyStr) of[i]).units();
      if (texts[i] == null) {
        return false;
      }
    }
    int common = texts[0].length();
    for (int i = 1; i < texts.length && common > 0; i++) {
      common = common(texts[0], texts[i], common);
    }
    if (!rankNarrow(texts, common)) {
      for (int i = 0; i < texts.length; i++) {
        ranks[i] = units(texts[i], common, WIDE_UNITS, 16);
      }
    }
    return true;
  }

  private static int common(String first, String other, int atMost) {
    int end = Math.min(atMost, other.length());
    int at = 0;
    while (at < end && first.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static boolean beginDifferently(PyObject[] texts) {
    PyStr first = (PyStr) texts[0];
    for (PyObject text : texts) {
      PyStr other = (PyStr) text;
      if (other.length() == 0 || first.length() == 0 || other.codePointAt(0) != first.codePointAt(0)) {
        return true;
      }
    }
    return false;
  }

  /** By the first eight characters, which most texts have as a number; false where one is above U+00FF. */
  private boolean rankStarts(PyObject[] of) {
    boolean isWhole = true;
    for (int i = 0; i < of.length; i++) {
      PyStr text = (PyStr) of[i];
      if (text.isPacked()) {
        ranks[i] = Long.reverseBytes(text.firstCharacters());
      } else {
        String units = text.units();
        if (units == null || !rankStart(units, i)) {
          return false;
        }
      }
      isWhole &= text.length() <= NARROW_UNITS;
    }
    exact = isWhole && !hasZero(of);
    return true;
  }

  private static boolean hasZero(PyObject[] texts) {
    for (PyObject text : texts) {
      if (((PyStr) text).indexOf(0) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean rankStart(String units, int i) {
    int end = Math.min(units.length(), NARROW_UNITS);
    long rank = 0;
    for (int at = 0; at < end; at++) {
      char unit = units.charAt(at);
      if (unit > 0xff) {
        return false;
      }
      rank = rank << 8 | unit;
    }
    ranks[i] = end == 0 ? 0 : rank << 8 * (NARROW_UNITS - end);
    return true;
  }

  /** A byte a unit; false where one does not fit. */
  private boolean rankNarrow(String[] texts, int from) {
    int longest = 0;
    boolean zero = false;
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      long rank = 0;
      int end = Math.min(text.length(), from + NARROW_UNITS);
      int all = 0;
      for (int at = from; at < end; at++) {
        char unit = text.charAt(at);
        all |= unit;
        zero |= unit == 0;
        rank = rank << 8 | unit;
      }
      if (all > 0xff) {
        return false;
      }
      int missing = NARROW_UNITS - (end - from);
      ranks[i] = missing >= NARROW_UNITS ? 0 : rank << 8 * missing;
      longest = Math.max(longest, text.length());
    }
    exact = longest <= from + NARROW_UNITS && !zero;
    return true;
  }

  private static long units(String text, int from, int count, int bits) {
    long rank = 0;
    for (int at = from; at < from + count; at++) {
      rank = rank << bits | (at < text.length() ? text.charAt(at) : 0);
    }
    return rank;
  }

  // ---- order

  private void sortByRank(int column) {
    int length = keys.length;
    long lowest = -1;
    long highest = 0;
    for (int i = 0; i < length; i++) {
      long rank = reverse ? ~ranks[i] : ranks[i];
      ranks[i] = rank;
      lowest = Long.compareUnsigned(rank, lowest) < 0 ? rank : lowest;
      highest = Long.compareUnsigned(rank, highest) > 0 ? rank : highest;
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(length - 1);
    long mask = (1L << bits) - 1;
    int free = Long.numberOfLeadingZeros(highest - lowest);
    long[] packed = ranks;
    long used = 0;
    for (int i = 0; i < length; i++) {
      // The number in the upper bits, or as much of it as has room; the sign turned for a signed sort.
      long rank = free == Long.SIZE ? 0 : ranks[i] - lowest << free;
      used |= rank;
      packed[i] = (rank & ~mask | i) ^ Long.MIN_VALUE;
    }
    Arrays.sort(packed);
    PyObject[] old = keys.clone();
    PyObject[] oldValues = values == null ? null : values.clone();
    for (int i = 0; i < length; i++) {
      int place = (int) (packed[i] & mask);
      keys[i] = old[place];
      if (values != null) {
        values[i] = oldValues[place];
      }
    }
    exact &= (used & mask) == 0;
    if (!exact || kind == ListSort.TUPLES) {
      sortTies(packed, bits, column);
    }
  }

  private void sortTies(long[] packed, int bits, int column) {
    int start = 0;
    for (int i = 1; i <= packed.length; i++) {
      if (i == packed.length || packed[i] >> bits != packed[start] >> bits) {
        if (i - start > 1) {
          sortTie(start, i, column);
        }
        start = i;
      }
    }
  }

  private void sortTie(int from, int to, int column) {
    PyObject[] tied = Arrays.copyOfRange(keys, from, to);
    PyObject[] along = values == null ? null : Arrays.copyOfRange(values, from, to);
    boolean done =
        exact && tied.length >= FROM && new RankedSort(tied, along, reverse, kind).run(column + 1);
    if (!done) {
      ListSort.merge(tied, along, reverse, kind);
    }
    System.arraycopy(tied, 0, keys, from, tied.length);
    if (values != null) {
      System.arraycopy(along, 0, values, from, tied.length);
    }
  }
}

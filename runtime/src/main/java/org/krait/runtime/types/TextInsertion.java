package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/** Stable binary insertion of few texts, by their Java strings, which are fetched once. */
final class TextInsertion {
  /** More are merged. */
  private static final int MOST = 32;

  private TextInsertion() {}

  /**
   * Sorts texts, and values along with them.
   *
   * @param values null when the texts are the items
   * @return whether that could be; if not, nothing was done
   */
  static boolean sort(PyObject[] texts, PyObject[] values, boolean reverse) {
    int length = texts.length;
    if (length > MOST) {
      return false;
    }
    String[] units = new String[length];
    for (int i = 0; i < length; i++) {
      units[i] = ((PyStr) texts[i]).units();
      if (units[i] == null) {
        return false;
      }
    }
    for (int at = 1; at < length; at++) {
      int place = place(units, at, reverse);
      if (place < at) {
        move(units, at, place);
        move(texts, at, place);
        if (values != null) {
          move(values, at, place);
        }
      }
    }
    return true;
  }

  /** Where the text at a place belongs among those before, behind equal ones. */
  private static int place(String[] units, int at, boolean reverse) {
    String text = units[at];
    int low = 0;
    int high = at;
    while (low < high) {
      int middle = low + high >>> 1;
      int order = text.compareTo(units[middle]);
      if (reverse ? order > 0 : order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Moves what is at a place to one before. */
  private static void move(Object[] items, int from, int to) {
    Object item = items[from];
    System.arraycopy(items, to, items, to + 1, from - to);
    items[to] = item;
  }
}

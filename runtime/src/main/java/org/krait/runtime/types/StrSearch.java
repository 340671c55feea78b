package org.krait.runtime.types;

import org.krait.runtime.text.LinearSearch;

/** Search of one text in another, within bounds. */
public final class StrSearch {
  private StrSearch() {}

  /** The first place of {@code part} in {@code text} from {@code from} to {@code to}, or -1. */
  public static int indexOf(PyStr text, PyStr part, int from, int to) {
    int length = part.length();
    if (from > to || length > to - from) {
      return -1;
    }
    if (text.word() != 0 && part.word() != 0) {
      int at = ShortText.indexOf(text.word(), part.word(), from);
      return at + length <= to ? at : -1;
    }
    if (text.high() != 0 && part.word() != 0) {
      int at = MediumText.indexOf(text.low(), text.high(), part.word(), from);
      return at + length <= to ? at : -1;
    }
    String units = text.units();
    String wanted = part.units();
    if (units != null) {
      return wanted == null ? -1 : LinearSearch.find(units, from, to, wanted);
    }
    if (length == 0) {
      return from;
    }
    int first = part.codePointAt(0);
    int[] points = text.wide();
    if (length >= LinearSearch.LONG) {
      return LinearSearch.find(i -> points[i], from, to, part::codePointAt, length);
    }
    for (int i = from; i <= to - length; i++) {
      if (points[i] == first && matches(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The last place of {@code part} in {@code text} from {@code from} to {@code to}, or -1. */
  public static int lastIndexOf(PyStr text, PyStr part, int from, int to) {
    int length = part.length();
    if (from > to || length > to - from) {
      return -1;
    }
    String units = text.units();
    if (units != null) {
      int at = part.units() == null ? -1 : units.lastIndexOf(part.units(), to - length);
      return at < from ? -1 : at;
    }
    for (int i = to - length; i >= from; i--) {
      if (matches(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether {@code part} stands in {@code text} at a place where there is room for it. */
  static boolean matches(PyStr text, PyStr part, int at) {
    if (text.word() != 0 && part.word() != 0) {
      return ShortText.matches(text.word(), part.word(), at);
    }
    if (text.high() != 0 && part.word() != 0) {
      return MediumText.matches(text.low(), text.high(), part.word(), at);
    }
    String units = text.units();
    String wanted = part.units();
    if (units != null && wanted != null) {
      return units.startsWith(wanted, at);
    }
    for (int i = 0; i < part.length(); i++) {
      if (text.codePointAt(at + i) != part.codePointAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How often {@code part} stands in {@code text} without overlap. */
  static int count(PyStr text, PyStr part, int from, int to) {
    if (from > to) {
      return 0;
    }
    int length = part.length();
    if (length == 0) {
      return to - from + 1;
    }
    int count = 0;
    for (int at = indexOf(text, part, from, to); at >= 0; at = indexOf(text, part, at + length, to)) {
      count++;
    }
    return count;
  }
}

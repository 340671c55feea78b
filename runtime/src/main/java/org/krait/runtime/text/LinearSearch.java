package org.krait.runtime.text;

import java.util.Arrays;

/**
 * Search of a long text in a longer one in time that grows with their lengths and not with the product.
 *
 * <p>The prefix function of Knuth, Morris and Pratt: for each place of the wanted text, how long the
 * longest of its own beginnings is that also ends there.
 */
public final class LinearSearch {
  /** Shorter ones are found soon enough by trying. */
  public static final int LONG = 64;

  private LinearSearch() {}

  /** What is searched in, and for. */
  public interface Units {
    int at(int index);
  }

  /**
   * The first place.
   *
   * @param from where the search begins
   * @param to where it ends, exclusive
   * @return a place, or -1
   */
  public static int find(Units text, int from, int to, Units wanted, int length) {
    int[] borders = borders(wanted, length);
    int matched = 0;
    for (int i = from; i < to; i++) {
      int unit = text.at(i);
      while (matched > 0 && wanted.at(matched) != unit) {
        matched = borders[matched - 1];
      }
      if (wanted.at(matched) == unit && ++matched == length) {
        return i - length + 1;
      }
    }
    return -1;
  }

  private static int[] borders(Units wanted, int length) {
    int[] borders = new int[length];
    int matched = 0;
    for (int i = 1; i < length; i++) {
      int unit = wanted.at(i);
      while (matched > 0 && wanted.at(matched) != unit) {
        matched = borders[matched - 1];
      }
      if (wanted.at(matched) == unit) {
        matched++;
      }
      borders[i] = matched;
    }
    return borders;
  }

  /** The first place of a string, tried at first, in linear time when that proves slow. */
  public static int find(String text, int from, int to, String wanted) {
    int length = wanted.length();
    if (length < LONG) {
      return text.indexOf(wanted, from, to);
    }
    String start = wanted.substring(0, LONG / 4);
    long spent = 0;
    for (int at = text.indexOf(start, from, to); ; at = text.indexOf(start, at + 1, to)) {
      if (at < 0 || at > to - length) {
        return -1;
      }
      if (text.startsWith(wanted, at)) {
        return at;
      }
      spent += LONG;
      if (spent > at - from + LONG * LONG) {
        return find(text::charAt, at, to, wanted::charAt, length);
      }
    }
  }

  /** The first place of bytes, tried at first, in linear time when that proves slow. */
  public static int find(byte[] text, int from, int to, byte[] wanted) {
    int length = wanted.length;
    int last = to - length;
    byte first = wanted[0];
    long spent = 0;
    for (int at = from; at <= last; at++) {
      if (text[at] != first) {
        continue;
      }
      int same = Arrays.mismatch(text, at, at + length, wanted, 0, length);
      if (same < 0) {
        return at;
      }
      spent += same;
      if (length >= LONG && spent > 4L * (at - from) + LONG * LONG) {
        return find(i -> text[i], at, to, i -> wanted[i], length);
      }
    }
    return -1;
  }
}

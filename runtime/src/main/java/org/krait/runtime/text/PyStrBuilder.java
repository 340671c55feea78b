package org.krait.runtime.text;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** Text under construction, by code points; lone surrogates stay what they are. */
public final class PyStrBuilder {
  private char[] units;

  /** Takes the place of {@link #units} at the first code point above U+FFFF. */
  private int[] points;

  private int length;

  public PyStrBuilder() {
    this(16);
  }

  public PyStrBuilder(int capacity) {
    units = new char[Math.max(capacity, 8)];
  }

  public int length() {
    return length;
  }

  public PyStrBuilder append(int codePoint) {
    if (points == null) {
      if (codePoint <= 0xffff) {
        if (length == units.length) {
          units = Arrays.copyOf(units, grown(1));
        }
        units[length++] = (char) codePoint;
        return this;
      }
      widen();
    }
    if (length == points.length) {
      points = Arrays.copyOf(points, grown(1));
    }
    points[length++] = codePoint;
    return this;
  }

  /** Appends a code point a number of times. */
  public PyStrBuilder append(int codePoint, int count) {
    for (int i = 0; i < count; i++) {
      append(codePoint);
    }
    return this;
  }

  /** Appends text in which each char is a code point. */
  public PyStrBuilder append(String text) {
    return append(text, 0, text.length());
  }

  /** Appends a part of a text in which each char is a code point. */
  public PyStrBuilder append(String text, int from, int to) {
    int count = to - from;
    if (points != null) {
      for (int i = from; i < to; i++) {
        append(text.charAt(i));
      }
      return this;
    }
    if (length + count > units.length) {
      units = Arrays.copyOf(units, grown(count));
    }
    text.getChars(from, to, units, length);
    length += count;
    return this;
  }

  public PyStrBuilder append(PyStr text) {
    return append(text, 0, text.length());
  }

  /** Appends code points {@code from} to {@code to}, exclusive, of a text. */
  public PyStrBuilder append(PyStr text, int from, int to) {
    String source = text.units();
    if (source != null) {
      return append(source, from, to);
    }
    for (int i = from; i < to; i++) {
      append(text.codePointAt(i));
    }
    return this;
  }

  /** Cuts off the end. */
  public void setLength(int shorter) {
    length = shorter;
  }

  private int grown(int more) {
    return Math.max(length + more, length + (length >> 1) + 16);
  }

  private void widen() {
    points = new int[grown(1)];
    for (int i = 0; i < length; i++) {
      points[i] = units[i];
    }
    units = null;
  }

  /** The text so far. */
  public PyStr toPyStr() {
    return points != null
        ? PyStr.ofCodePoints(points, 0, length)
        : PyStr.ofUnits(new String(units, 0, length));
  }
}

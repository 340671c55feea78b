package org.krait.runtime.text;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** Text under construction, by code points; lone surrogates stay what they are. */
public final class PyStrBuilder {
  private static final int LEAST = 16;

  /** Java's own builder: it takes a byte a character while all are below U+0100. */
  private StringBuilder units;

  /** Takes the place of {@link #units} at the first code point above U+FFFF. */
  private int[] points;

  /** How many of {@link #points} there are. */
  private int count;

  public PyStrBuilder() {
    this(LEAST);
  }

  public PyStrBuilder(int capacity) {
    units = new StringBuilder(capacity);
  }

  public int length() {
    return points == null ? units.length() : count;
  }

  public PyStrBuilder append(int codePoint) {
    if (points == null) {
      if (codePoint <= 0xffff) {
        units.append((char) codePoint);
        return this;
      }
      widen();
    }
    if (count == points.length) {
      points = Arrays.copyOf(points, count + (count >> 1) + LEAST);
    }
    points[count++] = codePoint;
    return this;
  }

  /** Appends a code point a number of times. */
  public PyStrBuilder append(int codePoint, int times) {
    if (points == null && codePoint <= 0xffff && times > 0) {
      units.repeat((char) codePoint, times);
      return this;
    }
    for (int i = 0; i < times; i++) {
      append(codePoint);
    }
    return this;
  }

  /** Appends the decimal digits of a number. */
  public PyStrBuilder appendDecimal(long value) {
    if (points == null) {
      units.append(value);
      return this;
    }
    return append(Long.toString(value));
  }

  /** Appends text in which each char is a code point. */
  public PyStrBuilder append(String text) {
    if (points == null) {
      units.append(text);
      return this;
    }
    return append(text, 0, text.length());
  }

  /** Appends a part of a text in which each char is a code point. */
  public PyStrBuilder append(String text, int from, int to) {
    if (points == null) {
      units.append(text, from, to);
      return this;
    }
    for (int i = from; i < to; i++) {
      append(text.charAt(i));
    }
    return this;
  }

  public PyStrBuilder append(PyStr text) {
    String source = text.units();
    return source != null ? append(source) : append(text, 0, text.length());
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
    if (points == null) {
      units.setLength(shorter);
    } else {
      count = shorter;
    }
  }

  private void widen() {
    count = units.length();
    points = new int[count + (count >> 1) + LEAST];
    for (int i = 0; i < count; i++) {
      points[i] = units.charAt(i);
    }
    units = null;
  }

  /** The text so far. */
  public PyStr toPyStr() {
    return points != null ? PyStr.ofCodePoints(points, 0, count) : PyStr.ofUnits(units.toString());
  }
}

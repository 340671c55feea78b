package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/**
 * Text that can be written over and behind.
 *
 * <p>It lies in one of three forms: as a Java string while it is only read, which is searched quickest and
 * is at first the very text that was written; in a builder while it is written; and as code points once
 * there was one above U+FFFF. A builder becomes a string when much of it is read, so that programs that
 * write and read in turn do not copy all of it each time.
 */
final class TextStore {
  private String text = "";

  /** Takes the place of {@link #text} while something is written. */
  private StringBuilder units;

  /** How many characters were read from {@link #units}. */
  private int read;

  /** Takes the place of both. */
  private int[] points;

  /** How many of {@link #points} there are. */
  private int count;

  int length() {
    return text != null ? text.length() : units != null ? units.length() : count;
  }

  /** Writes at a place, with zeros between the end and it. */
  void write(int at, PyStr added) {
    String source = added.units();
    if (source == null && points == null) {
      widen();
    }
    if (points != null) {
      writePoints(at, added);
    } else if (at == 0 && length() == 0) {
      text = source;
      units = null;
    } else {
      writeUnits(at, source);
    }
  }

  private void writeUnits(int at, String source) {
    if (units == null) {
      units = new StringBuilder(text.length() + Math.max(text.length(), source.length())).append(text);
      text = null;
    }
    read = 0;
    StringBuilder all = units;
    if (at > all.length()) {
      all.repeat('\0', at - all.length());
    }
    int covered = Math.min(source.length(), all.length() - at);
    for (int i = 0; i < covered; i++) {
      all.setCharAt(at + i, source.charAt(i));
    }
    all.append(source, covered, source.length());
  }

  private void writePoints(int at, PyStr added) {
    int behind = at + added.length();
    if (behind > points.length) {
      points = Arrays.copyOf(points, Math.max(behind, count + (count >> 1)));
    }
    if (at > count) {
      Arrays.fill(points, count, at, 0);
    }
    for (int i = at; i < behind; i++) {
      points[i] = added.codePointAt(i - at);
    }
    count = Math.max(count, behind);
  }

  private void widen() {
    String all = toString();
    count = all.length();
    points = new int[count];
    for (int i = 0; i < count; i++) {
      points[i] = all.charAt(i);
    }
    text = null;
    units = null;
  }

  void truncate(int shorter) {
    if (shorter >= length()) {
      return;
    }
    if (text != null) {
      text = text.substring(0, shorter);
    } else if (units != null) {
      units.setLength(shorter);
    } else {
      count = shorter;
    }
  }

  int codePointAt(int index) {
    return text != null ? text.charAt(index) : units != null ? units.charAt(index) : points[index];
  }

  /** The first place of one of two chars, or -1. */
  int indexOfEither(char one, char other, int from, int to) {
    if (text != null) {
      int first = text.indexOf(one, from, to);
      int before = one == other ? -1 : text.indexOf(other, from, first < 0 ? to : first);
      return before < 0 ? first : before;
    }
    for (int i = from; i < to; i++) {
      int c = units != null ? units.charAt(i) : points[i];
      if (c == one || c == other) {
        return i;
      }
    }
    return -1;
  }

  /** Reads a part. */
  PyStr substring(int from, int to) {
    if (points != null) {
      return PyStr.ofCodePoints(points, from, to);
    }
    if (units != null) {
      read += to - from;
      if (read <= units.length() >> 2) {
        return PyStr.ofUnits(units.substring(from, to));
      }
      text = units.toString();
      units = null;
    }
    return PyStr.ofUnits(text.substring(from, to));
  }

  /** All of the text. */
  PyStr value() {
    return points != null ? PyStr.ofCodePoints(points, 0, count) : PyStr.ofUnits(toString());
  }

  /** The text, while it has nothing above U+FFFF. */
  @Override
  public String toString() {
    return text != null ? text : units.toString();
  }
}

package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** Text that can be written over and behind: chars while all code points fit, else ints. */
final class TextStore {
  private static final int FIRST_ROOM = 32;

  private char[] units = new char[FIRST_ROOM];

  /** The code points once there was one above U+FFFF; then {@link #units} is null. */
  private int[] points;

  private int length;

  int length() {
    return length;
  }

  /** Writes at a place, with zeros between the end and it. */
  void write(int at, PyStr text) {
    int count = text.length();
    String source = text.units();
    if (source == null && points == null) {
      widen();
    }
    makeRoom(at + count);
    if (at > length) {
      fillZeros(at);
    }
    if (points == null) {
      source.getChars(0, count, units, at);
    } else {
      for (int i = 0; i < count; i++) {
        points[at + i] = text.codePointAt(i);
      }
    }
    length = Math.max(length, at + count);
  }

  private void fillZeros(int end) {
    if (points == null) {
      Arrays.fill(units, length, end, '\0');
    } else {
      Arrays.fill(points, length, end, 0);
    }
  }

  private void widen() {
    points = new int[units.length];
    for (int i = 0; i < length; i++) {
      points[i] = units[i];
    }
    units = null;
  }

  private void makeRoom(int wanted) {
    int room = points == null ? units.length : points.length;
    if (wanted <= room) {
      return;
    }
    int larger = Math.max(wanted, room + (room >> 1));
    if (points == null) {
      units = Arrays.copyOf(units, larger);
    } else {
      points = Arrays.copyOf(points, larger);
    }
  }

  void truncate(int shorter) {
    length = Math.min(length, shorter);
  }

  int codePointAt(int index) {
    return points == null ? units[index] : points[index];
  }

  /** The first place of one of two chars, or -1. */
  int indexOfEither(char one, char other, int from, int to) {
    if (points == null) {
      char[] all = units;
      for (int i = from; i < to; i++) {
        char c = all[i];
        if (c == one || c == other) {
          return i;
        }
      }
      return -1;
    }
    for (int i = from; i < to; i++) {
      if (points[i] == one || points[i] == other) {
        return i;
      }
    }
    return -1;
  }

  PyStr substring(int from, int to) {
    return points == null
        ? PyStr.ofUnits(new String(units, from, to - from))
        : PyStr.ofCodePoints(points, from, to);
  }
}

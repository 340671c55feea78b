package org.krait.stdlib.datetime;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** The bytes that dates and times are pickled as. */
final class State {
  private static final int TOP = 0x80;

  private State() {}

  /**
   * The bytes of an argument that is such a state; null when it is none.
   *
   * @param check the index of a byte that must be sane without its top bit
   * @param low the least value that it may have, {@code high} the greatest
   */
  static byte[] of(PyObject value, int length, int check, int low, int high, String kind) {
    if (value instanceof PyBytes bytes && bytes.length() == length) {
      int byteThere = bytes.get(check) & ~TOP & 0xff;
      boolean topAllowed = length != 4 || (bytes.get(check) & TOP) == 0;
      return topAllowed && byteThere >= low && byteThere <= high ? bytes.array() : null;
    }
    if (value instanceof PyStr text && text.length() == length) {
      int point = text.codePointAt(check);
      boolean sane = length == 4 ? point >= low && point <= high : (point & ~TOP) >= low && (point & ~TOP) <= high;
      return sane ? latin1(text, kind) : null;
    }
    return null;
  }

  private static byte[] latin1(PyStr text, String kind) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int point = text.codePointAt(i);
      if (point > 0xff) {
        throw Errors.valueError(
            "Failed to encode latin1 string when unpickling a %s object. pickle.load(data,"
                + " encoding='latin1') is assumed.",
            kind);
      }
      bytes[i] = (byte) point;
    }
    return bytes;
  }

  static int unsigned(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | bytes[i] & 0xff;
    }
    return value;
  }

  /** Writes the date to the first four bytes. */
  static void putDate(byte[] bytes, int year, int month, int day) {
    bytes[0] = (byte) (year >> 8);
    bytes[1] = (byte) year;
    bytes[2] = (byte) month;
    bytes[3] = (byte) day;
  }

  /** Writes the time to six bytes. */
  static void putTime(byte[] bytes, int at, int hour, int minute, int second, int micro) {
    bytes[at] = (byte) hour;
    bytes[at + 1] = (byte) minute;
    bytes[at + 2] = (byte) second;
    bytes[at + 3] = (byte) (micro >> 16);
    bytes[at + 4] = (byte) (micro >> 8);
    bytes[at + 5] = (byte) micro;
  }
}

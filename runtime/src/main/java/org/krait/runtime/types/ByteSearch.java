package org.krait.runtime.types;

import org.krait.runtime.text.LinearSearch;

/** Search of bytes in bytes. */
public final class ByteSearch {
  private ByteSearch() {}

  /** The first place of {@code part} from {@code from} to {@code to}, or -1. */
  public static int indexOf(byte[] bytes, int from, int to, byte[] part) {
    if (from > to || part.length > to - from) {
      return -1;
    }
    if (part.length == 0) {
      return from;
    }
    return LinearSearch.find(bytes, from, to, part);
  }

  /** The last place of {@code part} from {@code from} to {@code to}, or -1. */
  public static int lastIndexOf(byte[] bytes, int from, int to, byte[] part) {
    if (from > to) {
      return -1;
    }
    for (int i = to - part.length; i >= from; i--) {
      if (matches(bytes, i, part)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether {@code part} stands at a place where there is room for it. */
  static boolean matches(byte[] bytes, int at, byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (bytes[at + i] != part[i]) {
        return false;
      }
    }
    return true;
  }

  /** How often {@code part} stands there without overlap. */
  static int count(byte[] bytes, int from, int to, byte[] part) {
    if (from > to) {
      return 0;
    }
    if (part.length == 0) {
      return to - from + 1;
    }
    int count = 0;
    for (int at = indexOf(bytes, from, to, part); at >= 0; ) {
      count++;
      at = indexOf(bytes, at + part.length, to, part);
    }
    return count;
  }
}

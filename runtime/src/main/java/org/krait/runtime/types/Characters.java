package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.runtime.PyObject;

/** The characters of a text as texts, as {@code list(text)} and {@code sorted(text)} have them. */
public final class Characters {
  private Characters() {}

  /** All of an exact text, in a fresh array. */
  public static PyObject[] of(PyStr text) {
    long word = text.word();
    PyObject[] all = new PyObject[text.length()];
    for (int i = 0; i < all.length; i++) {
      all[i] = PyStr.of(word != 0 ? ShortText.at(word, i) : text.codePointAt(i));
    }
    return all;
  }

  /** {@code sorted(text)} of an exact text. */
  public static PyList sorted(PyStr text, boolean reverse) {
    PyObject[] all = text.word() != 0 ? sortedShort(text.word()) : text.isAscii() ? sortedAscii(text) : null;
    if (all == null) {
      PyList list = PyList.of(of(text));
      ListMethods.sort(list, null, reverse);
      return list;
    }
    if (reverse) {
      // Equal characters are the same object, so their order is nobody's.
      for (int low = 0, high = all.length - 1; low < high; low++, high--) {
        PyObject one = all[low];
        all[low] = all[high];
        all[high] = one;
      }
    }
    return PyList.of(all);
  }

  /** By insertion, each character in a byte of a word. */
  private static PyObject[] sortedShort(long word) {
    int length = ShortText.length(word);
    PyObject[] all = new PyObject[length];
    long sorted = 0;
    for (int i = 0; i < length; i++) {
      long unit = ShortText.at(word, i);
      int at = 8 * i;
      while (at > 0 && (sorted >>> at - 8 & 0xff) > unit) {
        at -= 8;
      }
      long before = (1L << at) - 1;
      sorted = sorted & before | unit << at | (sorted & ~before) << 8;
    }
    for (int i = 0; i < length; i++) {
      all[i] = PyStr.of((int) (sorted >>> 8 * i) & 0xff);
    }
    return all;
  }

  private static PyObject[] sortedAscii(PyStr text) {
    byte[] units = text.units().getBytes(StandardCharsets.ISO_8859_1);
    Arrays.sort(units);
    PyObject[] all = new PyObject[units.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = PyStr.of(units[i]);
    }
    return all;
  }
}

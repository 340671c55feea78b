package org.krait.stdlib.unicode;

import java.util.Arrays;
import org.krait.runtime.types.PyStr;

/** The normal forms of text (Unicode Standard Annex 15). */
final class Normalization {
  /** Characters below this one stay as they are in all forms, those below the other in the form with C alone. */
  private static final int FIRST_CHANGED = 0xa0;

  private static final int FIRST_MARK = 0x300;

  private static final int S_BASE = 0xac00;
  private static final int L_BASE = 0x1100;
  private static final int V_BASE = 0x1161;
  private static final int T_BASE = 0x11a7;
  private static final int L_COUNT = 19;
  private static final int V_COUNT = 21;
  private static final int T_COUNT = 28;
  private static final int S_COUNT = L_COUNT * V_COUNT * T_COUNT;

  private final CharacterDatabase data;
  private final boolean compatible;
  private int[] points;
  private int length;

  private Normalization(CharacterDatabase data, boolean compatible, int capacity) {
    this.data = data;
    this.compatible = compatible;
    this.points = new int[capacity + 16];
  }

  /**
   * A text in a normal form.
   *
   * @param compatible whether compatibility decompositions are made too (the forms with K)
   * @param compose whether characters are put together again (the forms with C)
   */
  static PyStr normalize(
      CharacterDatabase data, PyStr text, boolean compatible, boolean compose) {
    if (text.isAscii()) {
      return text;
    }
    if (!data.isOld()) {
      return current(text, compatible, compose);
    }
    Normalization work = new Normalization(data, compatible, text.length());
    for (int i = 0; i < text.length(); i++) {
      work.decompose(text.codePointAt(i));
    }
    work.order();
    if (compose) {
      work.compose();
    }
    return PyStr.ofCodePoints(work.points, 0, work.length);
  }

  /** The same for the newest version, which has a table of it. */
  private static PyStr current(PyStr text, boolean compatible, boolean compose) {
    NormalForms forms = CharacterDatabase.forms();
    int start = compose ? stableLength(forms, text, compatible) : 0;
    if (start == text.length()) {
      return text;
    }
    Normalization work = new Normalization(CharacterDatabase.CURRENT, compatible, text.length());
    boolean isSame = !compose;
    boolean hasMarks = false;
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c < FIRST_CHANGED) {
        work.add(c);
        continue;
      }
      int[] parts = forms.decomposition(c, compatible);
      if (parts == null) {
        work.add(c);
        hasMarks |= combining(c) != 0;
      } else {
        isSame = false;
        for (int part : parts) {
          work.add(part);
          hasMarks |= combining(part) != 0;
        }
      }
    }
    if (hasMarks) {
      isSame &= !work.order();
    }
    if (isSame) {
      return text;
    }
    if (compose) {
      work.compose();
    }
    return PyStr.ofCodePoints(work.points, 0, work.length);
  }

  /** How many characters at the start are as they are when composed. */
  private static int stableLength(NormalForms forms, PyStr text, boolean compatible) {
    int i = 0;
    int safe = compatible ? FIRST_CHANGED : FIRST_MARK;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c >= safe && !forms.isStable(c, compatible)) {
        break;
      }
      i++;
    }
    return i;
  }

  /** The full decomposition of a character, or null when it stands for itself. */
  static int[] decomposed(CharacterDatabase data, int c, boolean compatible) {
    Normalization work = new Normalization(data, compatible, 0);
    work.decompose(c);
    return work.length == 1 && work.points[0] == c ? null : Arrays.copyOf(work.points, work.length);
  }

  /** Whether the parts of a character become that character again. */
  static boolean isComposed(CharacterDatabase data, int[] parts, int c) {
    int sum = parts[0];
    for (int i = 1; i < parts.length && sum >= 0; i++) {
      sum = pair(data, sum, parts[i]);
    }
    return sum == c;
  }

  /** Whether a character is a part of a Hangul syllable behind the first. */
  static boolean isJamoBehind(int c) {
    return c >= V_BASE && c < V_BASE + V_COUNT || c > T_BASE && c < T_BASE + T_COUNT;
  }

  private void add(int c) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2);
    }
    points[length++] = c;
  }

  private void decompose(int c) {
    if (c < 0x80) {
      add(c);
      return;
    }
    if (c >= S_BASE && c < S_BASE + S_COUNT) {
      int index = c - S_BASE;
      add(L_BASE + index / (V_COUNT * T_COUNT));
      add(V_BASE + index / T_COUNT % V_COUNT);
      if (index % T_COUNT != 0) {
        add(T_BASE + index % T_COUNT);
      }
      return;
    }
    String parts = data.decomposition(c);
    boolean tagged = parts.startsWith("<");
    if (parts.isEmpty() || tagged && !compatible || !data.isAssigned(c)) {
      add(c);
      return;
    }
    for (String part : (tagged ? parts.substring(parts.indexOf(' ') + 1) : parts).split(" ")) {
      decompose(Integer.parseInt(part, 16));
    }
  }

  /** The combining class, which normalization takes from the newest version always, as CPython does. */
  private static int combining(int c) {
    return c < FIRST_MARK ? 0 : CharacterDatabase.forms().combining(c);
  }

  /** Brings combining characters into the order of their classes; whether they were in another. */
  private boolean order() {
    boolean changed = false;
    for (int i = 1; i < length; i++) {
      int c = points[i];
      int order = combining(c);
      int at = i;
      while (order != 0 && at > 0 && combining(points[at - 1]) > order) {
        points[at] = points[at - 1];
        at--;
      }
      points[at] = c;
      changed |= at != i;
    }
    return changed;
  }

  private void compose() {
    int starter = -1;
    int last = 0;
    int written = 0;
    for (int i = 0; i < length; i++) {
      int c = points[i];
      int order = combining(c);
      boolean blocked = starter >= 0 && last != 0 && last >= order;
      boolean adjacent = starter >= 0 && written == starter + 1;
      int together =
          starter >= 0 && (adjacent || !blocked && order != 0) ? pair(data, points[starter], c) : -1;
      if (together >= 0) {
        points[starter] = together;
        continue;
      }
      if (order == 0) {
        starter = written;
      }
      last = order;
      points[written++] = c;
    }
    length = written;
  }

  private static int pair(CharacterDatabase data, int first, int second) {
    int l = first - L_BASE;
    int v = second - V_BASE;
    if (l >= 0 && l < L_COUNT && v >= 0 && v < V_COUNT) {
      return S_BASE + (l * V_COUNT + v) * T_COUNT;
    }
    int s = first - S_BASE;
    int t = second - T_BASE;
    if (s >= 0 && s < S_COUNT && s % T_COUNT == 0 && t > 0 && t < T_COUNT) {
      return first + t;
    }
    return data.compose(first, second);
  }
}

package org.krait.runtime.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An int for every code point, in pages of 256 of which those of one value are shared. */
public final class CodePointMap {
  private static final int PAGE = 256;

  private final int[][] pages = new int[(Character.MAX_CODE_POINT + 1) / PAGE][];
  private final Map<Integer, int[]> uniform = new HashMap<>();

  public CodePointMap() {
    Arrays.fill(pages, uniformPage(0));
  }

  private int[] uniformPage(int value) {
    int[] page = uniform.get(value);
    if (page == null) {
      page = new int[PAGE];
      Arrays.fill(page, value);
      uniform.put(value, page);
    }
    return page;
  }

  public int get(int c) {
    return pages[c >> 8][c & 0xff];
  }

  /** Sets all values of a range, inclusive. */
  public void fill(int first, int last, int value) {
    int c = first;
    while (c <= last) {
      int end = Math.min(last, c | 0xff);
      if (end - c == PAGE - 1) {
        pages[c >> 8] = uniformPage(value);
      } else {
        Arrays.fill(own(c), c & 0xff, (end & 0xff) + 1, value);
      }
      c = end + 1;
    }
  }

  /** Sets every step-th value of a range, inclusive. */
  public void fill(int first, int last, int step, int value) {
    if (step == 1) {
      fill(first, last, value);
      return;
    }
    for (int c = first; c <= last; c += step) {
      set(c, value);
    }
  }

  public void set(int c, int value) {
    own(c)[c & 0xff] = value;
  }

  /** The page of a code point, no longer shared. */
  private int[] own(int c) {
    int[] page = pages[c >> 8];
    if (page == uniform.get(page[0])) {
      page = page.clone();
      pages[c >> 8] = page;
    }
    return page;
  }
}

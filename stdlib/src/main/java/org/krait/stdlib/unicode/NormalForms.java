package org.krait.stdlib.unicode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What normalization asks of each character of the newest version, worked out for 256 at a time when one is met. */
final class NormalForms {
  private static final int PAGE = 256;

  /** Whether a character ends what stands before it, and no form with C changes it or puts it together with that. */
  private static final int STABLE = 1;

  /** The same in the form with K and C. */
  private static final int STABLE_COMPATIBLE = 2;

  /** For each character its full decomposition, or null where it stands for itself; and where it may stay in C. */
  private record Page(int[][] canonical, int[][] compatible, byte[] combining, byte[] stable) {}

  private final CharacterDatabase data;
  private final Set<Integer> seconds = new HashSet<>();
  private final AtomicReferenceArray<Page> pages = new AtomicReferenceArray<>((Character.MAX_CODE_POINT + 1) / PAGE);

  NormalForms(CharacterDatabase data) {
    this.data = data;
    data.addSeconds(seconds);
  }

  private Page page(int c) {
    Page known = pages.get(c >> 8);
    return known != null ? known : make(c >> 8);
  }

  private Page make(int index) {
    Page page = new Page(new int[PAGE][], new int[PAGE][], new byte[PAGE], new byte[PAGE]);
    for (int i = 0; i < PAGE; i++) {
      int c = index * PAGE + i;
      page.canonical[i] = Normalization.decomposed(data, c, false);
      page.compatible[i] = Normalization.decomposed(data, c, true);
      page.combining[i] = (byte) data.combining(c);
      if (page.combining[i] == 0 && !seconds.contains(c) && !Normalization.isJamoBehind(c) && isWhole(c)) {
        boolean same = Arrays.equals(page.canonical[i], page.compatible[i]);
        page.stable[i] = (byte) (same ? STABLE | STABLE_COMPATIBLE : STABLE);
      }
    }
    pages.set(index, page);
    return page;
  }

  /** Whether what a character decomposes into is put together to it again. */
  private boolean isWhole(int c) {
    int[] parts = Normalization.decomposed(data, c, false);
    return parts == null || Normalization.isComposed(data, parts, c);
  }

  int[] decomposition(int c, boolean compatible) {
    Page page = page(c);
    return (compatible ? page.compatible : page.canonical)[c & 0xff];
  }

  /** The combining class. */
  int combining(int c) {
    return page(c).combining[c & 0xff] & 0xff;
  }

  boolean isStable(int c, boolean compatible) {
    return (page(c).stable[c & 0xff] & (compatible ? STABLE_COMPATIBLE : STABLE)) != 0;
  }
}

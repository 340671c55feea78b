package org.krait.audit.caches;

import java.util.ArrayList;
import java.util.List;

/** The shortest way from one list to another by leaving out and putting in. */
final class LineDiff {
  /** Of lists that differ more, the rest is shown as left out and put in as a whole. */
  private static final int MAX_STEPS = 400;

  /**
   * A step.
   *
   * @param sign {@code ' '} both have it, {@code '-'} only the first, {@code '+'} only the second
   * @param index where it is in its list; of no meaning when both have it
   */
  record Step(char sign, int index) {}

  private LineDiff() {}

  static List<Step> of(List<String> from, List<String> to) {
    int head = 0;
    int shorter = Math.min(from.size(), to.size());
    while (head < shorter && from.get(head).equals(to.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      steps.add(new Step(' ', i));
    }
    middle(
        from.subList(head, from.size() - tail), to.subList(head, to.size() - tail), head, steps);
    for (int i = tail; i > 0; i--) {
      steps.add(new Step(' ', to.size() - i));
    }
    slide(steps, '+', to);
    slide(steps, '-', from);
    return steps;
  }

  /**
   * Moves each run of one sign up while what stands before it equals its end: of equal
   * instructions the first one then belongs to the run, as a statement put in begins with it.
   */
  private static void slide(List<Step> steps, char sign, List<String> items) {
    for (int end = 0; end < steps.size(); end++) {
      boolean ends =
          steps.get(end).sign() == sign
              && (end + 1 == steps.size() || steps.get(end + 1).sign() == ' ');
      int start = end;
      while (start > 0 && steps.get(start - 1).sign() == sign) {
        start--;
      }
      int last = end;
      while (ends
          && start > 0
          && steps.get(start - 1).sign() == ' '
          && steps.get(start).index() > 0
          && items.get(steps.get(start).index() - 1).equals(items.get(steps.get(last).index()))) {
        steps.set(start - 1, new Step(sign, steps.get(start).index() - 1));
        steps.set(last, new Step(' ', 0));
        start--;
        last--;
      }
    }
  }

  /** Myers' greedy search: for each number of changes the furthest that each diagonal reaches. */
  private static void middle(List<String> from, List<String> to, int shift, List<Step> steps) {
    int n = from.size();
    int m = to.size();
    int most = Math.min(n + m, MAX_STEPS);
    List<int[]> history = new ArrayList<>();
    int[] reach = new int[2 * most + 3];
    for (int d = 0; d <= most; d++) {
      history.add(reach.clone());
      for (int k = -d; k <= d; k += 2) {
        int x = isDown(reach, most, k, d) ? reach[most + k + 2] : reach[most + k] + 1;
        while (x < n && x - k < m && x - k >= 0 && from.get(x).equals(to.get(x - k))) {
          x++;
        }
        reach[most + k + 1] = x;
        if (x >= n && x - k >= m) {
          steps.addAll(trace(history, most, n, m, d, shift));
          return;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      steps.add(new Step('-', shift + i));
    }
    for (int i = 0; i < m; i++) {
      steps.add(new Step('+', shift + i));
    }
  }

  /** Whether diagonal k is best reached by putting in. Diagonal k stands at {@code most + k + 1}. */
  private static boolean isDown(int[] reach, int most, int k, int d) {
    return k == -d || k != d && reach[most + k] < reach[most + k + 2];
  }

  private static List<Step> trace(
      List<int[]> history, int most, int n, int m, int last, int shift) {
    List<Step> steps = new ArrayList<>();
    int x = n;
    int y = m;
    for (int d = last; d >= 0; d--) {
      int[] reach = history.get(d);
      int k = x - y;
      boolean down = isDown(reach, most, k, d);
      int startX = d == 0 ? 0 : down ? reach[most + k + 2] : reach[most + k] + 1;
      int startY = d == 0 ? 0 : startX - k;
      while (x > startX && y > startY) {
        steps.add(new Step(' ', shift + --y));
        x--;
      }
      if (d > 0 && down) {
        steps.add(new Step('+', shift + --y));
      } else if (d > 0) {
        steps.add(new Step('-', shift + --x));
      }
    }
    return steps.reversed();
  }
}

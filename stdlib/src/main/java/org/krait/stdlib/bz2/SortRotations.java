package org.krait.stdlib.bz2;

/**
 * Sorts the rotations of a block.
 *
 * <p>First by their first eight bytes, by radix; then groups of rotations that are still equal are
 * refined by the ranks of what follows, which doubles the sorted length each time.
 */
final class SortRotations {
  private static final int FIRST = 8;
  private static final int SMALL = 12;

  private final byte[] block;
  private final int size;
  private int[] order;
  private final int[] rank;
  private int step;

  private SortRotations(byte[] block, int size) {
    this.block = block;
    this.size = size;
    this.rank = new int[size];
  }

  /** The starts of the rotations in their order; the block must have room for eight bytes behind it. */
  static int[] of(byte[] block, int size) {
    SortRotations sort = new SortRotations(block, size);
    for (int i = 0; i < FIRST; i++) {
      block[size + i] = block[i % size];
    }
    sort.byFirstBytes();
    sort.rankFirst();
    for (sort.step = FIRST; sort.refine() && sort.step < size; sort.step *= 2) {
      // Each turn doubles the length by which the rotations are sorted.
    }
    return sort.order;
  }

  private void byFirstBytes() {
    int[] from = new int[size];
    int[] to = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = size - 1 - i; // equal rotations come in this order, as in bzip2
    }
    int[] places = new int[1 << 16];
    for (int offset = FIRST - 2; offset >= 0; offset -= 2) {
      java.util.Arrays.fill(places, 0);
      for (int i = 0; i < size; i++) {
        places[digit(i + offset)]++;
      }
      int sum = 0;
      for (int d = 0; d < places.length; d++) {
        int count = places[d];
        places[d] = sum;
        sum += count;
      }
      for (int i = 0; i < size; i++) {
        int start = from[i];
        to[places[digit(start + offset)]++] = start;
      }
      int[] swapped = from;
      from = to;
      to = swapped;
    }
    order = from;
  }

  private int digit(int at) {
    return (block[at] & 0xff) << 8 | block[at + 1] & 0xff;
  }

  private boolean sameFirst(int a, int b) {
    for (int i = 0; i < FIRST; i++) {
      if (block[a + i] != block[b + i]) {
        return false;
      }
    }
    return true;
  }

  /** The rank of each rotation: the index of the last one that is equal so far. */
  private void rankFirst() {
    for (int end = size - 1; end >= 0; ) {
      int at = end;
      while (at >= 0 && sameFirst(order[at], order[end])) {
        rank[order[at--]] = end;
      }
      end = at;
    }
    markSingles();
  }

  /** Runs of sorted rotations are replaced by their negative length, so that they can be skipped. */
  private int[] sorted;

  private void markSingles() {
    sorted = new int[size];
    for (int start = 0; start < size; ) {
      int end = rank[order[start]];
      sorted[start] = end == start ? -1 : 0;
      start = end + 1;
    }
  }

  /** Refines all groups by what follows at the present step; false when nothing is left to do. */
  private boolean refine() {
    boolean left = false;
    int run = -1;
    for (int start = 0; start < size; ) {
      if (sorted[start] < 0) {
        int next = start - sorted[start];
        if (run >= 0) {
          sorted[run] -= next - start;
        } else {
          run = start;
        }
        start = next;
      } else {
        run = -1;
        int end = rank[order[start]];
        split(start, end);
        left = true;
        start = end + 1;
      }
    }
    return left;
  }

  private int key(int start) {
    int at = start + step;
    return rank[at < size ? at : at % size];
  }

  /** Sorts a group in three parts, and gives new ranks to its parts from the left to the right. */
  private void split(int start, int end) {
    int low = start;
    int high = end;
    while (high - low >= SMALL) {
      int pivot = pivot(low, high);
      int less = low;
      int more = high;
      for (int i = low; i <= more; ) {
        int key = key(order[i]);
        if (key < pivot) {
          swap(i++, less++);
        } else if (key > pivot) {
          swap(i, more--);
        } else {
          i++;
        }
      }
      if (less > low) {
        split(low, less - 1);
      }
      rankEqual(less, more);
      low = more + 1;
    }
    if (low <= high) {
      insertion(low, high);
    }
  }

  private int pivot(int low, int high) {
    int a = key(order[low]);
    int b = key(order[(low + high) >>> 1]);
    int c = key(order[high]);
    return a < b ? (b < c ? b : Math.max(a, c)) : (a < c ? a : Math.max(b, c));
  }

  private void swap(int i, int j) {
    int start = order[i];
    order[i] = order[j];
    order[j] = start;
  }

  private void rankEqual(int from, int to) {
    for (int i = from; i <= to; i++) {
      rank[order[i]] = to;
    }
    sorted[from] = from == to ? -1 : 0;
  }

  private void insertion(int low, int high) {
    for (int i = low + 1; i <= high; i++) {
      int start = order[i];
      int key = key(start);
      int at = i;
      while (at > low && key(order[at - 1]) > key) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = start;
    }
    // All keys are read before a rank of this group changes.
    int[] ends = new int[high - low + 1];
    for (int end = high; end >= low; ) {
      int key = key(order[end]);
      int at = end;
      while (at >= low && key(order[at]) == key) {
        ends[at-- - low] = end;
      }
      end = at;
    }
    for (int i = low; i <= high; i++) {
      rank[order[i]] = ends[i - low];
      sorted[i] = ends[i - low] == i && (i == low || ends[i - 1 - low] != i) ? -1 : 0;
    }
  }
}

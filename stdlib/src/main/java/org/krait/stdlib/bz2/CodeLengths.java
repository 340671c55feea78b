package org.krait.stdlib.bz2;

/** Lengths of prefix codes for the frequencies of symbols, found as bzip2 finds them. */
final class CodeLengths {
  private static final int DEPTH = 0xff;

  private final int[] heap;
  private final int[] weight;
  private final int[] parent;
  private int heapSize;

  private CodeLengths(int symbols) {
    heap = new int[symbols + 2];
    weight = new int[symbols * 2 + 2];
    parent = new int[symbols * 2 + 2];
  }

  /** Fills in the lengths, none of which is above {@code longest}. */
  static void fill(byte[] lengths, int[] frequencies, int symbols, int longest) {
    new CodeLengths(symbols).find(lengths, frequencies, symbols, longest);
  }

  private void find(byte[] lengths, int[] frequencies, int symbols, int longest) {
    for (int i = 0; i < symbols; i++) {
      weight[i + 1] = Math.max(frequencies[i], 1) << 8;
    }
    while (!tryLengths(lengths, symbols, longest)) {
      for (int i = 1; i <= symbols; i++) {
        weight[i] = 1 + (weight[i] >> 8) / 2 << 8;
      }
    }
  }

  private boolean tryLengths(byte[] lengths, int symbols, int longest) {
    int nodes = symbols;
    heapSize = 0;
    weight[0] = 0;
    parent[0] = -2;
    for (int i = 1; i <= symbols; i++) {
      parent[i] = -1;
      push(i);
    }
    while (heapSize > 1) {
      int first = pop();
      int second = pop();
      nodes++;
      parent[first] = nodes;
      parent[second] = nodes;
      weight[nodes] = together(weight[first], weight[second]);
      parent[nodes] = -1;
      push(nodes);
    }
    boolean fits = true;
    for (int i = 1; i <= symbols; i++) {
      int depth = 0;
      for (int node = i; parent[node] >= 0; node = parent[node]) {
        depth++;
      }
      lengths[i - 1] = (byte) depth;
      fits &= depth <= longest;
    }
    return fits;
  }

  private static int together(int a, int b) {
    return (a & ~DEPTH) + (b & ~DEPTH) | 1 + Math.max(a & DEPTH, b & DEPTH);
  }

  private void push(int node) {
    int at = ++heapSize;
    while (at > 1 && weight[node] < weight[heap[at >> 1]]) {
      heap[at] = heap[at >> 1];
      at >>= 1;
    }
    heap[at] = node;
  }

  private int pop() {
    int top = heap[1];
    int moved = heap[heapSize--];
    int at = 1;
    while (at * 2 <= heapSize) {
      int child = at * 2;
      if (child < heapSize && weight[heap[child + 1]] < weight[heap[child]]) {
        child++;
      }
      if (weight[moved] < weight[heap[child]]) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moved;
    return top;
  }
}

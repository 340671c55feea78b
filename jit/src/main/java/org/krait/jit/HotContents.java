package org.krait.jit;

import java.util.Arrays;
import org.krait.bytecode.CodeObject;

/**
 * What code that was translated consists of, so that equal code is known to be hot as soon as it runs.
 *
 * <p>Programs compile the same text again and again: templates, rules, methods of classes that are made by
 * {@code exec}. Each time that gives a new code object, which would be interpreted for as long as the first.
 * Only a hash is kept, and a newer one takes the place of an older: who is taken for another is translated
 * sooner than it would have been, no more.
 */
final class HotContents {
  private static final int PLACES = 1 << 10;

  private final long[] hashes = new long[PLACES];

  private static long hash(CodeObject code) {
    long hash = Arrays.hashCode(code.code());
    hash = hash * 31 + code.firstLineNumber();
    hash = hash * 31 + code.qualname().hashCode();
    // Never that of an empty place.
    return hash << 1 | 1;
  }

  private static int place(long hash) {
    return (int) (hash >>> 1) & PLACES - 1;
  }

  void add(CodeObject code) {
    long hash = hash(code);
    hashes[place(hash)] = hash;
  }

  boolean contains(CodeObject code) {
    long hash = hash(code);
    return hashes[place(hash)] == hash;
  }
}

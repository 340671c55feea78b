package org.krait.jit;

/** Thrown while translating without a frame, at an instruction that may run any Python code. */
final class NeedsFrame extends RuntimeException {
  /** @param where the instruction and its line, for the report */
  NeedsFrame(String where) {
    super(where, null, false, false);
  }
}

package org.krait.runtime.execution;

/** Machine code that enters a frame in the middle of its run, at the head of a loop. */
public record CompiledLoop(int head, CompiledCode code, CompiledLoop next) {
  /** The code for a head, or null. */
  static CompiledCode find(CompiledLoop loop, int head) {
    for (; loop != null; loop = loop.next) {
      if (loop.head == head) {
        return loop.code;
      }
    }
    return null;
  }
}

package org.krait.runtime.execution;

import org.krait.runtime.types.PyDict;

/**
 * How much a code object has run, and what became of it.
 *
 * <p>Counted without locks: a lost count does not matter.
 */
public final class Heat {
  /** What a call counts; a turn of a loop counts one. */
  static final int CALL = 12;

  /**
   * What a call counts of code whose loops are machine code, so that their turns count nothing: it is to be machine code
   * as a whole before HotSpot has spent seconds on the loops.
   */
  static final int CALL_WITH_LOOPS = 800;

  /** Calls and turns of loops so far. */
  int count;

  /** The count at which to look again: at once, to learn from the compiler when to. */
  int limit;

  /** When code with such loops was last called, in nanoseconds. */
  long called;

  /** Entries into loops in mid-run, or null. */
  public volatile CompiledLoop loops;

  /** Classes of arguments seen, as bits of {@link Profile}; null until the code is warm. */
  public byte[] arguments;

  /** The globals of a function of the code that was seen to be called by code that is watched; or null. */
  PyDict globals;

  /** How often guards failed, by the instruction where their exit stands; null until one did. */
  public byte[] failures;

  /** The same, of guards that are certain to be that instruction's. */
  public byte[] wrong;

  /** By instruction, how many things were found there that machine code has a guard for each of; or null. */
  public byte[] alternatives;

  /** How often an exception was caught in the code. */
  public int catches;

  /** Times that the code was translated. */
  public int translations;

  /** How often a generator of the code was given to a sink. */
  public int drains;

  /** Why it is not translated, or null. */
  public String refused;

  /** True while a request waits. */
  public volatile boolean requested;

  /** Makes room for the counts of failures. */
  void countFailures(int instructions) {
    if (failures == null) {
      wrong = new byte[instructions];
      failures = new byte[instructions];
    }
  }

  /** Calls and turns of loops so far. */
  public int count() {
    return count;
  }
}

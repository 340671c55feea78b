package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often loops look whether to leave: once for many turns. HotSpot keeps nothing in registers across the volatile
 * read, so a poll in each turn would cost short loops most of their time. Loops with what may take long poll in each.
 */
final class LoopPolls {
  /** Turns of a loop between two polls. */
  private static final int TURNS = 500;

  /** The same before the first in a resumed frame: whoever resumes it polls too. */
  private static final int TURNS_RESUMED = 50;

  private final Translation t;

  /** Where the turns of a loop begin, behind its poll. */
  private final Map<Integer, Label> turns = new HashMap<>();

  /** Instructions that may take long. */
  private final BitSet slow = new BitSet();

  /** For each loop the variable that counts its turns until the next poll. */
  private final Map<Integer, Integer> left = new LinkedHashMap<>();

  LoopPolls(Translation t) {
    this.t = t;
  }

  /** Before the blocks are gone through once more. */
  void clear() {
    turns.clear();
  }

  /** At the start of the code: sets the counters. */
  void start(Emitter out) {
    left.forEach(
        (head, variable) -> {
          if (t.body.has(head)) {
            out.number(t.resumes() ? TURNS_RESUMED : 1);
            out.store(Kind.TRUTH, variable);
          }
        });
  }

  /** Before the turns of a loop: looks whether to leave. */
  void begin(int head) {
    t.safepoints.ensure();
    t.settle();
    t.loadThread();
    t.loadUnit();
    t.out.guarded("poll", Translation.VOID, Names.THREAD, Names.COMPILED);
    t.safepoints.end();
    t.out.number(TURNS);
    t.out.store(Kind.TRUTH, counter(head));
  }

  private int counter(int head) {
    return left.computeIfAbsent(head, h -> t.variables.take(Kind.TRUTH));
  }

  Label turn(int head) {
    return t.out.isDry() ? null : turns.computeIfAbsent(head, h -> t.out.label());
  }

  /** Says that the present instruction may take long without a look at whether to leave. */
  void mayTakeLong() {
    slow.set(t.pc);
  }

  /** Jumps to the next turn, with all values where it has them. */
  void jumpBack(int head) {
    int longest = slow.nextSetBit(head);
    if ((longest < 0 || longest >= t.pc) && t.body.has(head)) {
      int counter = counter(head);
      t.out.decrement(counter);
      t.out.load(Kind.TRUTH, counter);
      t.out.branch(Opcode.IFGT, turn(head));
    }
    t.out.jump(t.label(head));
  }
}

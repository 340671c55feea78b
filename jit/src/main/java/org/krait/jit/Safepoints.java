package org.krait.jit;

import org.krait.runtime.execution.Exit;

/**
 * Where guards leave: each belongs to the latest safepoint, a place of the code at which every value lay in a
 * variable that has not been written since. The JVM variable of exits says at which the code stands.
 */
final class Safepoints {
  private final Translation t;

  /** The latest, or null when something happened since that cannot be done again. */
  private Exit latest;

  private int number;

  /** Whether each instruction gets an exit of its own, to find which guard fails. */
  private boolean suspicious;

  /** The exit of the instruction that may raise at present. */
  private int raising;

  /** What new exits say of themselves. */
  private int mark = Exit.NONE;

  Safepoints(Translation t) {
    this.t = t;
  }

  /** Makes sure that guards have an exit. */
  void ensure() {
    if (latest == null || suspicious && latest.pc() != place()) {
      make(t.code.localsCount + t.state.stack.size());
    } else if (latest.pc() != place()) {
      t.exits.share(number);
    }
  }

  /** Whether guards have an exit. */
  boolean has() {
    return latest != null;
  }

  /** Where the interpreter has to go on: a call starts at its keywords. */
  int place() {
    return t.keywordsAt >= 0 ? t.keywordsAt : t.pc;
  }

  /**
   * A safepoint at this very instruction, because it raises or leads away.
   *
   * @param taken how many values it takes from the stack
   */
  void own(int taken) {
    t.handling.tell();
    int called = t.code.localsCount + t.state.stack.size() - taken;
    if (latest == null || latest.pc() != place() || latest.called() != called) {
      make(called);
    }
    raises(number);
  }

  /** An exit for what is raised by another instruction than the present one, with the present stack. */
  void raiseAt(int at) {
    raiseOnly(add(at, t.state, t.code.localsCount + t.state.stack.size()));
  }

  /** A safepoint for a call whose result is not its callee's but what a variable holds. */
  void keepWhileCalling(int taken, int variable) {
    t.settle();
    int call = add(place(), t.state, t.code.localsCount + t.state.stack.size() - taken);
    t.exits.keep(call, variable);
    raiseOnly(call);
  }

  /** Says that something happened that cannot be done again. */
  void end() {
    latest = null;
    suspicious = false;
  }

  /** A safepoint at which the code leaves in any case. */
  void leave(int reason) {
    end();
    mark = reason;
    ensure();
    mark = Exit.NONE;
  }

  /** An exit at an entry of the code, before anything was done. */
  void giveUp(int at, State given, int called) {
    mark = t.frameless ? Exit.QUIET : Exit.ENTRY;
    add(at, given, called);
    mark = Exit.NONE;
  }

  /** The exit of the instruction that may raise at present. */
  int raising() {
    return raising;
  }

  private void make(int called) {
    t.settle();
    suspicious |= t.seen.isSuspicious();
    number = add(place(), t.state, called);
    latest = t.exits.get(number);
    stand(number);
    if (t.jit.leaves) {
      t.out.guarded("chance", Translation.VOID);
    }
  }

  /** An exit that guards may not use. */
  private void raiseOnly(int exit) {
    raises(exit);
    latest = null;
    stand(exit);
  }

  private void raises(int exit) {
    raising = exit;
    t.catches.add(exit);
  }

  private void stand(int exit) {
    t.out.number(exit);
    t.out.store(Kind.TRUTH, t.exitVariable);
  }

  private int add(int at, State from, int called) {
    int sp = from == t.state ? t.code.localsCount + from.stack.size() : called;
    int handled = from.handling ? t.handling.variable() : -1;
    return t.exits.add(at, sp, called, from, t.frameless && !t.opens, mark, handled);
  }
}

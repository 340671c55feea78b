package org.krait.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Variables and operand stack at one place of the code. */
final class State {
  final Value[] locals;
  final List<Value> stack;

  /** Which variables the frame, if there is one, does not have as they are. */
  final boolean[] dirty;

  /** Which variables hold a tuple of two ints that also lie in variables of the JVM: see {@link PairKeys}. */
  final boolean[] pairs;

  /** Whether the frame has certainly been opened; of interest where that is done in mid-run. */
  boolean opened;

  /** Whether code has run since assumptions were last looked at. */
  boolean unchecked;

  /** Whether the exception that is being handled is known to this code alone: see {@link Handling}. */
  boolean handling;

  /** Whether an exception may have been caught whose traceback shows the frame. */
  boolean caught;

  State(int locals) {
    this.locals = new Value[locals];
    Arrays.fill(this.locals, Value.NULL);
    this.stack = new ArrayList<>();
    this.dirty = new boolean[locals];
    this.pairs = new boolean[locals];
  }

  private State(State other) {
    locals = other.locals.clone();
    stack = new ArrayList<>(other.stack);
    dirty = other.dirty.clone();
    pairs = other.pairs.clone();
    opened = other.opened;
    unchecked = other.unchecked;
    handling = other.handling;
    caught = other.caught;
  }

  State copy() {
    return new State(this);
  }

  /** How many positions there are: locals, then stack. */
  int size() {
    return locals.length + stack.size();
  }

  Value at(int position) {
    return position < locals.length ? locals[position] : stack.get(position - locals.length);
  }

  void set(int position, Value value) {
    if (position < locals.length) {
      locals[position] = value;
    } else {
      stack.set(position - locals.length, value);
    }
  }
}

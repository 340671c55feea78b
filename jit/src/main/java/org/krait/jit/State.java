package org.krait.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Variables and operand stack at one place of the code. */
final class State {
  final Value[] locals;
  final List<Value> stack;

  /** Which variables the frame does not have yet as they are; of no interest without a frame. */
  final boolean[] dirty;

  /** Whether code has run since assumptions were last looked at. */
  boolean unchecked;

  State(int locals) {
    this.locals = new Value[locals];
    Arrays.fill(this.locals, Value.NULL);
    this.stack = new ArrayList<>();
    this.dirty = new boolean[locals];
  }

  private State(State other) {
    locals = other.locals.clone();
    stack = new ArrayList<>(other.stack);
    dirty = other.dirty.clone();
    unchecked = other.unchecked;
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

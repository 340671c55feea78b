package org.krait.jit;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;

/** What is known, while translating, about a value of a variable or of the operand stack. */
sealed interface Value {
  Value NULL = new Null();
  Value DEAD = new Dead();

  /** How it lies; of values without a place of their own, how they would. */
  default Kind kind() {
    return Kind.REFERENCE;
  }

  /** The JVM variables in which it lies. */
  default List<Variable> variables() {
    return List.of();
  }

  /** A value that is always the same object. */
  record Constant(PyObject object) implements Value {
    @Override
    public Kind kind() {
      return Kind.of(object);
    }
  }

  /**
   * A value in a JVM variable.
   *
   * @param type the exact Java class of a reference, or null when it is not known
   */
  record Variable(Kind kind, int index, Class<?> type) implements Value {
    @Override
    public List<Variable> variables() {
      return List.of(new Variable(kind, index, null));
    }
  }

  /** A value on top of the JVM's stack; there is at most one. */
  record Pending(Kind kind, Class<?> type) implements Value {}

  /** An unbound variable, or the empty place below a callee. */
  record Null() implements Value {}

  /** A variable that no path reads again before it is set. */
  record Dead() implements Value {}

  /** An iterator of a range: variables for the next number and for how many are left. */
  record RangeIterator(int next, int left, long step) implements Value {
    @Override
    public List<Variable> variables() {
      return List.of(new Variable(Kind.LONG, next, null), new Variable(Kind.LONG, left, null));
    }
  }

  /** An iterator of a list: variables for the list and for the next index. */
  record ListIterator(int list, int index) implements Value {
    @Override
    public List<Variable> variables() {
      return List.of(new Variable(Kind.REFERENCE, list, null), new Variable(Kind.LONG, index, null));
    }
  }

  /**
   * An iterator of lists and tuples that are gone through side by side, as {@code zip} does, or of one with numbers:
   * variables for them, and one for the next index, which is the same in all.
   *
   * @param start the first number of {@code enumerate}; null for {@code zip}
   */
  record SequenceIterator(List<Integer> sequences, int index, Long start) implements Value {
    @Override
    public List<Variable> variables() {
      List<Variable> all = new ArrayList<>();
      sequences.forEach(each -> all.add(new Variable(Kind.REFERENCE, each, null)));
      all.add(new Variable(Kind.LONG, index, null));
      return all;
    }
  }

  /**
   * The list of a comprehension, which nobody else has before it is complete: variables for it and for the number of
   * its items, of which the list is told when it is wanted as an object.
   */
  record GrowingList(int list, int size) implements Value {
    @Override
    public List<Variable> variables() {
      return List.of(new Variable(Kind.REFERENCE, list, null), new Variable(Kind.TRUTH, size, null));
    }
  }

  /** An int from 0 to 2**64 - 1, by a variable of kind {@code LONG} that holds its bits. */
  record Word(int bits) implements Value {
    @Override
    public List<Variable> variables() {
      return List.of(new Variable(Kind.LONG, bits, null));
    }
  }

  /**
   * A result of which only the lowest 64 bits are wanted, by a variable that holds them. Who leaves computes the whole
   * from the operands.
   */
  record Wrapped(int bits, int operator, Value left, Value right) implements Value {}

  /** The exact Java class, or null. */
  static Class<?> typeOf(Value value) {
    if (value instanceof Variable v) {
      return v.type;
    }
    if (value instanceof Pending p) {
      return p.type;
    }
    return value instanceof Constant(PyObject object) ? object.getClass() : null;
  }
}

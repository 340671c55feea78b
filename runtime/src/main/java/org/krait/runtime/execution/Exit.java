package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyRangeIterator;

/**
 * How to make the interpreter's frame from the variables of machine code, at one place.
 *
 * @param pc the instruction to go on with, or that raised
 * @param sp the stack top before that instruction
 * @param called the stack top below the callee, when the instruction is a call; else {@code sp}
 * @param places the frame's places to be filled
 * @param sources where the value of each comes from
 * @param kept the reference that stands in for the result of the call: a new instance whose
 *     {@code __init__} is called; else {@link #NONE}, {@link #QUIET}, {@link #UNSEEN} or {@link #ENTRY}
 * @param handled the reference that is the exception being handled, where the thread does not know yet;
 *     else {@link #NONE}
 * @param alone whether no instruction but the one at {@code pc} leaves here
 * @param way how an exception goes on from here; null where none can be raised
 */
public record Exit(
    int pc, int sp, int called, int[] places, Source[] sources, int kept, int handled, boolean alone,
    Way way) {
  public static final int NONE = -1;

  /** For machine code that has none at its exits. */
  public static final long[] NO_NUMBERS = {};

  /** In place of {@code kept}: leaving here is nothing that speaks against the code. */
  public static final int QUIET = -2;

  /** In place of {@code kept}: what comes had not run when it was translated, so nothing was guessed. */
  public static final int UNSEEN = -3;

  /** In place of {@code kept}: a frame that could not be entered, which says nothing of the instruction there. */
  public static final int ENTRY = -4;

  /** The same, for a call whose result is replaced. */
  public Exit keeping(int reference) {
    return new Exit(pc, sp, called, places, sources, reference, handled, alone, way);
  }

  /** The same, with what is known at the end of translating. */
  public Exit known(boolean isAlone, PyCode code) {
    int variables = 0;
    while (variables < places.length && places[variables] < code.localsCount) {
      variables++;
    }
    int raising = Deoptimize.call(code, pc);
    Way onward =
        new Way(raising, code.lineAt(raising), variables, code.handlerAt(raising) >= 0);
    return new Exit(pc, sp, called, places, sources, kept, handled, isAlone, onward);
  }

  /**
   * How an exception goes on.
   *
   * @param pc the instruction that raised: a call starts at its keywords, and raises behind them
   * @param line its line
   * @param variables how many of the places are variables; they come first
   * @param handled whether the code has a handler for it
   */
  public record Way(int pc, int line, int variables, boolean handled) {}

  /** Where a value is, among the references and the primitives of machine code. */
  public sealed interface Source {}

  public record Reference(int index) implements Source {}

  public record LongNumber(int index) implements Source {}

  public record DoubleNumber(int index) implements Source {}

  public record Truth(int index) implements Source {}

  public record Constant(PyObject value) implements Source {}

  /** A range iterator by its next number, the count left, and the step. */
  public record RangeIterator(int next, int left, long step) implements Source {}

  public record ListIterator(int list, int index) implements Source {}

  /** An iterator of lists and tuples side by side, or of one with numbers from {@code start} on. */
  public record SequenceIterator(int[] sequences, int index, Long start) implements Source {}

  /** A list that is told how many items it has. */
  public record GrowingList(int list, int size) implements Source {}

  /** An int from 0 to 2**64 - 1. */
  public record Word(int index) implements Source {}

  /** The result of an operator on ints of which machine code has the lowest 64 bits. */
  public record Operation(int operator, Source left, Source right) implements Source {}

  void fill(PyObject[] slots, PyObject[] references, long[] numbers) {
    for (int i = 0; i < places.length; i++) {
      slots[places[i]] = value(sources[i], references, numbers);
    }
  }

  /** The same for the variables alone, where nothing runs on with the operand stack. */
  void fillVariables(PyObject[] slots, PyObject[] references, long[] numbers) {
    for (int i = 0; i < way.variables; i++) {
      slots[places[i]] = value(sources[i], references, numbers);
    }
  }

  /** Tells the thread which exception is being handled, if it does not know. */
  void tell(ThreadState thread, PyObject[] references) {
    if (handled >= 0) {
      thread.handled.value = (PyBaseException) references[handled];
    }
  }

  /**
   * Takes numbers out of a frame's places; false when something there is not what it is taken for, and then
   * the places are as they were.
   */
  boolean hold(PyObject[] slots, long[] numbers) {
    for (int i = 0; i < places.length; i++) {
      if (!hold(sources[i], slots[places[i]], numbers)) {
        return false;
      }
    }
    for (int i = 0; i < places.length; i++) {
      if (sources[i] instanceof ListIterator(int list, int index)) {
        slots[list] = ((PyListIterator) slots[places[i]]).list();
      }
    }
    return true;
  }

  private static boolean hold(Source source, PyObject value, long[] numbers) {
    if (source instanceof LongNumber(int index)) {
      if (!(value instanceof PyLong number) || value.getClass() != PyLong.class) {
        return false;
      }
      numbers[index] = number.value;
    } else if (source instanceof DoubleNumber(int index)) {
      if (value == null || value.getClass() != PyFloat.class) {
        return false;
      }
      numbers[index] = Double.doubleToRawLongBits(((PyFloat) value).value);
    } else if (source instanceof RangeIterator(int next, int left, long step)) {
      if (!(value instanceof PyRangeIterator range) || range.step() != step) {
        return false;
      }
      numbers[next] = range.number();
      numbers[left] = range.left();
    } else if (source instanceof ListIterator(int list, int index)) {
      if (!(value instanceof PyListIterator iterator)
          || iterator.list() == null
          || iterator.list().getClass() != PyList.class) {
        return false;
      }
      numbers[index] = iterator.index();
    } else {
      throw new IllegalStateException("nothing to hold");
    }
    return true;
  }

  private static PyObject value(Source source, PyObject[] references, long[] numbers) {
    // No switch over types: the JVM links it at its first run, for some milliseconds.
    if (source instanceof Reference(int index)) {
      return references[index];
    }
    if (source instanceof LongNumber(int index)) {
      return PyLong.of(numbers[index]);
    }
    if (source instanceof DoubleNumber(int index)) {
      return new PyFloat(Double.longBitsToDouble(numbers[index]));
    }
    if (source instanceof Truth(int index)) {
      return PyBool.of(numbers[index] != 0);
    }
    if (source instanceof RangeIterator(int next, int left, long step)) {
      return new PyRangeIterator(numbers[next], step, Math.max(0, numbers[left]));
    }
    if (source instanceof ListIterator(int list, int index)) {
      return PyListIterator.at(references[list], (int) numbers[index]);
    }
    if (source instanceof SequenceIterator(int[] sequences, int index, Long start)) {
      PyObject[] items = new PyObject[sequences.length];
      for (int i = 0; i < items.length; i++) {
        items[i] = references[sequences[i]];
      }
      return start == null
          ? GuardedSequences.zipAt(items, numbers[index])
          : GuardedSequences.enumerateAt(items[0], numbers[index], start);
    }
    if (source instanceof GrowingList(int list, int size)) {
      return ((PyList) references[list]).grown((int) numbers[size]);
    }
    if (source instanceof Word(int index)) {
      return PyInt.ofUnsigned(numbers[index]);
    }
    if (source instanceof Operation(int operator, Source left, Source right)) {
      return Instructions.binary(operator, value(left, references, numbers), value(right, references, numbers));
    }
    return ((Constant) source).value();
  }
}

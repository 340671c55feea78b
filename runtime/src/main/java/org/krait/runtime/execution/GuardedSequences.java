package org.krait.runtime.execution;

import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyTupleIterator;
import org.krait.runtime.types.PyZip;

/** {@link GuardedOperations} on lists and tuples that a loop goes through by an index. */
public final class GuardedSequences {
  private GuardedSequences() {}

  /** The value, which has to be a list or a tuple, and no instance of a class that derives from them. */
  public static PyObject asSequence(PyObject value) {
    Class<?> type = value.getClass();
    if (type != PyList.class && type != PyTuple.class) {
      throw GuardFailed.INSTANCE;
    }
    return value;
  }

  /** Whether an index, not negative, is one of a list or tuple. */
  public static boolean sequenceHas(PyObject sequence, long index) {
    return sequence.getClass() == PyTuple.class
        ? index < ((PyTuple) sequence).items().length
        : index < ((PyList) sequence).size();
  }

  /** An item of a list or tuple, which was there just now. */
  public static PyObject sequenceItem(PyObject sequence, long index) {
    return sequence.getClass() == PyTuple.class
        ? ((PyTuple) sequence).items()[(int) index]
        : listAny(sequence, index);
  }

  /** An item of a list, which was there just now. */
  public static PyObject listAny(PyObject list, long index) {
    PyObject item = ((PyList) list).itemOrNull((int) index);
    if (item == null) {
      throw GuardFailed.INSTANCE;
    }
    return item;
  }

  /** The {@code zip} of a generator expression, of what can be iterated without Python code. */
  public static PyObject zipForGenerator(PyObject[] iterables) {
    boolean sequences = true;
    PyObject[] iterators = new PyObject[iterables.length];
    for (int i = 0; i < iterators.length; i++) {
      PyObject each = GuardedItems.iterable(iterables[i]);
      boolean sequence = each.getClass() == PyList.class || each.getClass() == PyTuple.class;
      iterators[i] = sequence ? iterator(each, 0) : Iteration.iterator(each);
      sequences &= sequence;
    }
    return sequences ? PyZip.unshared(iterators) : PyZip.of(iterators);
  }

  /** What such a {@code zip} of so many lists and tuples has at a place. */
  public static PyObject zippedSequence(PyObject zip, int place, int width) {
    if (zip.getClass() != PyZip.class || !((PyZip) zip).isUnshared() || ((PyZip) zip).width() != width) {
      throw GuardFailed.INSTANCE;
    }
    PyObject iterator = ((PyZip) zip).iterator(place);
    PyObject sequence =
        iterator instanceof PyListIterator list ? list.list() : ((PyTupleIterator) iterator).tuple();
    return GuardedOperations.notNull(sequence);
  }

  private static PyIterator iterator(PyObject sequence, long index) {
    return sequence.getClass() == PyTuple.class
        ? PyTupleIterator.at((PyTuple) sequence, (int) index)
        : PyListIterator.at(sequence, (int) index);
  }

  /** A {@code zip} of lists and tuples that has given out {@code index} tuples. */
  public static PyObject zipAt(PyObject[] sequences, long index) {
    PyObject[] iterators = new PyObject[sequences.length];
    for (int i = 0; i < iterators.length; i++) {
      iterators[i] = iterator(sequences[i], index);
    }
    return PyZip.of(iterators);
  }

  /** An {@code enumerate} from {@code start} on of a list or tuple that has given out {@code index} pairs. */
  public static PyObject enumerateAt(PyObject sequence, long index, long start) {
    return PyEnumerate.at(iterator(sequence, index), start + index);
  }
}

package org.krait.runtime.types;

import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;

/** An iterator over a dict, from either end; it notices when keys come or go. */
public abstract class PyDictIterator extends PyIterator {
  private static final int CHANGED = -1;

  private final boolean reverse;
  private PyDict dict;
  private int size;
  private int entry;
  private int left;

  /** The pair whose key was given last, where other threads may change the dict. */
  private PyTuple pair;

  protected PyDictIterator(PyDict dict, boolean reverse) {
    this.dict = dict;
    this.reverse = reverse;
    this.size = dict.size();
    this.left = size;
    this.entry = reverse ? dict.limit() - 1 : dict.firstEntry();
  }

  /** What the iterator gives for an entry of the dict; null when that was deleted. */
  protected abstract PyObject result(PyDict source, int at);

  /** What is said when keys came or went meanwhile. */
  protected String changedMessage() {
    return "dictionary changed size during iteration";
  }

  @Override
  public final PyObject next() {
    PyDict source = dict;
    if (source == null) {
      return null;
    }
    if (size != source.size()) {
      size = CHANGED;
      throw Errors.runtimeError(changedMessage());
    }
    return reverse ? previousEntry(source) : nextEntry(source);
  }

  private PyObject nextEntry(PyDict source) {
    int limit = source.limit();
    for (int at = entry; at < limit; at++) {
      PyObject result = result(source, at);
      if (result != null) {
        if (left == 0) {
          dict = null;
          throw Errors.runtimeError("dictionary keys changed during iteration");
        }
        entry = at + 1;
        left--;
        return result;
      }
    }
    dict = null;
    return null;
  }

  private PyObject previousEntry(PyDict source) {
    for (int at = entry; at >= 0; at--) {
      PyObject result = result(source, at);
      if (result != null) {
        entry = at - 1;
        left--;
        return result;
      }
    }
    dict = null;
    return null;
  }

  /** The key of the next item, where the iterator gives items from the first on; {@link #value} is its value. */
  public final PyObject nextKey() {
    PyDict source = dict;
    if (source == null || size != source.size() || Concurrency.active()) {
      pair = (PyTuple) next();
      return pair == null ? null : pair.get(0);
    }
    int limit = source.limit();
    for (int at = entry; at < limit; at++) {
      PyObject key = source.keyAt(at);
      if (key != null && left > 0) {
        entry = at + 1;
        left--;
        return key;
      }
      if (key != null) {
        break;
      }
    }
    next();
    return null;
  }

  /** The value of the key that was given last. */
  public final PyObject value() {
    PyTuple whole = pair;
    return whole != null ? whole.get(1) : dict.valueAt(entry - 1);
  }

  /** How many items are to come, as far as one can tell. */
  public final int remaining() {
    PyDict source = dict;
    return source != null && size == source.size() ? left : 0;
  }

  /** The items to come, while the iterator itself stays where it is. */
  final PyList rest() {
    PyDict source = dict;
    int at = entry;
    int count = left;
    PyList items = new PyList();
    for (PyObject item = next(); item != null; item = next()) {
      items.append(item);
    }
    dict = source;
    entry = at;
    left = count;
    return items;
  }
}

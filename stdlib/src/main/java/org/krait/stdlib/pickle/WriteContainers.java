package org.krait.stdlib.pickle;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.DictCursor;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySetStorage;
import org.krait.runtime.types.PyTuple;

/** Writes tuples, lists, dicts and sets, their items in batches. */
final class WriteContainers {
  private static final int BATCH = 1000;

  /** In fast mode, containers deeper than this are checked for containing themselves. */
  private static final int FAST_NESTING = 50;

  private static final int[] SHORT_TUPLES = {0, Op.TUPLE1, Op.TUPLE2, Op.TUPLE3};

  private final PickleWriter writer;

  WriteContainers(PickleWriter writer) {
    this.writer = writer;
  }

  // ---- tuples

  void tuple(PyTuple tuple) {
    PickleOutput out = writer.out;
    int size = tuple.size();
    if (size == 0) {
      if (!writer.binary) {
        out.op(Op.MARK);
      }
      out.op(writer.binary ? Op.EMPTY_TUPLE : Op.TUPLE);
      return;
    }
    boolean small = size <= 3 && writer.protocol >= 2;
    if (!small) {
      out.op(Op.MARK);
    }
    for (PyObject item : tuple.items()) {
      writer.save(item);
    }
    int known = writer.memo.get(tuple);
    if (known < 0) {
      out.op(small ? SHORT_TUPLES[size] : Op.TUPLE);
      writer.put(tuple);
      return;
    }
    // It contained itself: what was pushed is taken off, and the one that was written is fetched.
    if (!small && writer.binary) {
      out.op(Op.POP_MARK);
    } else {
      for (int i = small ? 0 : -1; i < size; i++) {
        out.op(Op.POP);
      }
    }
    writer.get(known);
  }

  // ---- lists

  void list(PyList list) {
    enterFast(list);
    PickleOutput out = writer.out;
    if (writer.binary) {
      out.op(Op.EMPTY_LIST);
    } else {
      out.op(Op.MARK);
      out.op(Op.LIST);
    }
    writer.put(list);
    if (list.size() > 0) {
      writer.thread.enterRecursion(" while pickling an object");
      try {
        if (writer.protocol == 0) {
          listItems(Iteration.iterator(list));
        } else {
          exactListItems(list);
        }
      } finally {
        writer.thread.leaveRecursion();
      }
    }
    leaveFast(list);
  }

  private void exactListItems(PyList list) {
    PickleOutput out = writer.out;
    if (list.size() == 1) {
      writer.save(list.get(0));
      out.op(Op.APPEND);
      return;
    }
    int total = 0;
    do {
      out.op(Op.MARK);
      for (int batch = 0; batch < BATCH; batch++) {
        PyObject item = total < list.size() ? list.itemOrNull(total) : null;
        if (item == null) {
          break;
        }
        writer.save(item);
        total++;
      }
      out.op(Op.APPENDS);
    } while (total < list.size());
  }

  /** Items of an iterator, for a list that is on the stack. */
  void listItems(PyObject iterator) {
    PickleOutput out = writer.out;
    if (writer.protocol == 0) {
      for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
        writer.save(item);
        out.op(Op.APPEND);
      }
      return;
    }
    int count;
    do {
      PyObject first = Iteration.next(iterator);
      if (first == null) {
        return;
      }
      PyObject item = Iteration.next(iterator);
      if (item == null) {
        writer.save(first);
        out.op(Op.APPEND);
        return;
      }
      out.op(Op.MARK);
      writer.save(first);
      count = 1;
      while (item != null) {
        writer.save(item);
        if (++count == BATCH) {
          break;
        }
        item = Iteration.next(iterator);
      }
      out.op(Op.APPENDS);
    } while (count == BATCH);
  }

  // ---- dicts

  void dict(PyDict dict) {
    enterFast(dict);
    beginDict();
    writer.put(dict);
    if (dict.size() > 0) {
      writer.thread.enterRecursion(" while pickling an object");
      try {
        if (writer.protocol == 0) {
          dictItems(Iteration.iterator(Attributes.get(dict, "items").call()));
        } else {
          exactDictItems(dict);
        }
      } finally {
        writer.thread.leaveRecursion();
      }
    }
    leaveFast(dict);
  }

  private void beginDict() {
    if (writer.binary) {
      writer.out.op(Op.EMPTY_DICT);
    } else {
      writer.out.op(Op.MARK);
      writer.out.op(Op.DICT);
    }
  }

  private void exactDictItems(PyDict dict) {
    PickleOutput out = writer.out;
    int size = dict.size();
    DictCursor items = dict.items();
    if (size == 1 && items.next()) {
      writer.save(items.key());
      writer.save(items.value());
      out.op(Op.SETITEM);
      return;
    }
    int batch;
    do {
      batch = 0;
      out.op(Op.MARK);
      while (batch < BATCH && items.next()) {
        PyObject value = items.value();
        writer.save(items.key());
        writer.save(value);
        batch++;
        if (dict.size() != size) {
          throw Errors.runtimeError("dictionary changed size during iteration");
        }
      }
      out.op(Op.SETITEMS);
    } while (batch == BATCH);
  }

  /** Items of an iterator over pairs, for a dict that is on the stack. */
  void dictItems(PyObject iterator) {
    PickleOutput out = writer.out;
    if (writer.protocol == 0) {
      for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
        pair(item);
        out.op(Op.SETITEM);
      }
      return;
    }
    int count;
    do {
      PyObject first = Iteration.next(iterator);
      if (first == null) {
        return;
      }
      checkPair(first);
      PyObject item = Iteration.next(iterator);
      if (item == null) {
        pair(first);
        out.op(Op.SETITEM);
        return;
      }
      out.op(Op.MARK);
      pair(first);
      count = 1;
      while (item != null) {
        pair(item);
        if (++count == BATCH) {
          break;
        }
        item = Iteration.next(iterator);
      }
      out.op(Op.SETITEMS);
    } while (count == BATCH);
  }

  private static PyTuple checkPair(PyObject item) {
    if (item instanceof PyTuple pair && pair.size() == 2) {
      return pair;
    }
    throw Errors.typeError("dict items iterator must return 2-tuples");
  }

  private void pair(PyObject item) {
    PyTuple pair = checkPair(item);
    writer.save(pair.get(0));
    writer.save(pair.get(1));
  }

  /** Attributes of an instance that has no dict yet, written as the dict that it would have. */
  void attributes(PyObject[] names, PyObject[] values, int count) {
    beginDict();
    if (!writer.fast) {
      writer.put(writer.memo.skip());
    }
    if (count > 1) {
      writer.out.op(Op.MARK);
    }
    for (int i = 0; i < count; i++) {
      writer.save(names[i]);
      writer.save(values[i]);
    }
    writer.out.op(count > 1 ? Op.SETITEMS : Op.SETITEM);
  }

  // ---- sets

  void set(PySet set) {
    PickleOutput out = writer.out;
    if (writer.protocol < 4) {
      writer.writeReductionOf(set, PySet.TYPE, PyTuple.of(PyList.of(set.toArray())));
      return;
    }
    out.op(Op.EMPTY_SET);
    writer.put(set);
    int size = set.size();
    if (size == 0) {
      return;
    }
    PySetStorage elements = set.elements();
    int place = elements.nextPlace(0);
    int batch;
    do {
      batch = 0;
      out.op(Op.MARK);
      while (place >= 0 && batch < BATCH) {
        writer.save(elements.elementAt(place));
        batch++;
        if (set.size() != size) {
          throw Errors.runtimeError("set changed size during iteration");
        }
        place = elements.nextPlace(place + 1);
      }
      out.op(Op.ADDITEMS);
    } while (batch == BATCH);
  }

  void frozenSet(PyFrozenSet set) {
    PickleOutput out = writer.out;
    enterFast(set);
    if (writer.protocol < 4) {
      writer.writeReductionOf(set, PyFrozenSet.TYPE, PyTuple.of(PyList.of(set.toArray())));
      return;
    }
    out.op(Op.MARK);
    for (PyObject element : set.toArray()) {
      writer.save(element);
    }
    int known = writer.memo.get(set);
    if (known >= 0) {
      out.op(Op.POP_MARK);
      writer.get(known);
      return;
    }
    out.op(Op.FROZENSET);
    writer.put(set);
  }

  // ---- fast mode

  private void enterFast(PyObject container) {
    if (!writer.fast || ++writer.nesting < FAST_NESTING) {
      return;
    }
    if (writer.fastMemo == null) {
      writer.fastMemo = new PyDict();
    }
    PyObject id = PyLong.of(Objects.id(container));
    if (writer.fastMemo.putIfAbsent(id, PyNone.NONE) != null) {
      throw Errors.valueError(
          "fast mode: can't pickle cyclic objects including object type %s at 0x%s",
          container.type().fullName(), Long.toHexString(Objects.id(container)));
    }
  }

  private void leaveFast(PyObject container) {
    if (writer.fast && writer.nesting-- >= FAST_NESTING) {
      writer.fastMemo.remove(PyLong.of(Objects.id(container)));
    }
  }
}

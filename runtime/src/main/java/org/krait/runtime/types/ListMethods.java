package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.annotations.SliceIndex;
import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PromptCollection;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.Subscripts;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyGenerator;

/** The methods of {@code list}; those with brackets are in {@link ListSubscripts}. */
public final class ListMethods {
  private ListMethods() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return cls == PyList.TYPE ? new PyList() : new PyListInstance(cls);
  }

  @Method("__init__(self, iterable=(), /)")
  static void init(PyList self, PyObject iterable) {
    if (self.size() > 0) {
      self.clear();
    }
    extend(self, iterable);
  }

  @Method("__repr__(self, /)")
  static String repr(PyList self) {
    if (self.size() == 0) {
      return "[]";
    }
    if (!ReprGuard.enter(self)) {
      return "[...]";
    }
    try {
      StringBuilder text = new StringBuilder("[");
      for (int i = 0; i < self.size(); i++) {
        PyObject item = self.itemOrNull(i);
        if (item != null) {
          text.append(i > 0 ? ", " : "").append(Objects.repr(item));
        }
      }
      return text.append(']').toString();
    } finally {
      ReprGuard.leave(self);
    }
  }

  // ---- comparison

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyList self, PyObject other, int op) {
    if (!(other instanceof PyList list)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (self.size() != list.size() && (op == Comparison.EQ || op == Comparison.NE)) {
      return PyBool.of(op == Comparison.NE);
    }
    for (int i = self.commonPrefix(list); ; i++) {
      PyObject a = self.itemOrNull(i);
      PyObject b = list.itemOrNull(i);
      if (a == null || b == null) {
        return PyBool.of(Comparison.holds(Integer.compare(self.size(), list.size()), op));
      }
      if (!Elements.same(a, b)) {
        // The comparison may have run code that shortened a list.
        return i < self.size() && i < list.size()
            ? Elements.decide(a, b, op)
            : PyBool.of(Comparison.holds(Integer.compare(self.size(), list.size()), op));
      }
    }
  }

  @Method("__contains__(self, key, /)")
  static boolean contains(PyList self, PyObject key) {
    return find(self, key, 0, Integer.MAX_VALUE) >= 0;
  }

  /** The first place of a value from {@code from} on and before {@code to}, or -1. */
  static int find(PyList self, PyObject value, int from, int to) {
    int found = self.findNumber(value, from, to);
    if (found != PyList.UNSAID) {
      return found;
    }
    for (int i = from; i < to; i++) {
      PyObject item = self.itemOrNull(i);
      if (item == null) {
        return -1;
      }
      if (Elements.same(item, value)) {
        return i;
      }
    }
    return -1;
  }

  @Method("index(self, value, start=0, stop=sys.maxsize, /)")
  static int index(PyList self, PyObject value, @SliceIndex(none = false) long start, @SliceIndex(none = false) long stop) {
    int size = self.size();
    int to = stop < 0 ? Subscripts.clip(stop, size) : (int) Math.min(stop, Integer.MAX_VALUE);
    int found = find(self, value, Subscripts.clip(start, size), to);
    if (found < 0) {
      throw Errors.valueError("%s is not in list", Objects.repr(value));
    }
    return found;
  }

  @Method("count(self, value, /)")
  static int count(PyList self, PyObject value) {
    int count = 0;
    int i = 0;
    for (PyObject item = self.itemOrNull(i); item != null; item = self.itemOrNull(++i)) {
      if (Elements.same(item, value)) {
        count++;
      }
    }
    return count;
  }

  // ---- size and iteration

  @Method("__len__(self, /)")
  static int len(PyList self) {
    return self.size();
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyList self) {
    return new PyListIterator(self);
  }

  @Method("__reversed__(self, /)")
  static PyObject reversed(PyList self) {
    return new PyListReverseIterator(self);
  }

  @Method("__sizeof__(self, /)")
  static long sizeOf(PyList self) {
    return 40 + 8L * self.size();
  }

  // ---- change

  @Method("append(self, object, /)")
  static void append(PyList self, PyObject object) {
    self.append(object);
  }

  @Method("extend(self, iterable, /)")
  static void extend(PyList self, PyObject iterable) {
    Class<?> kind = iterable.getClass();
    if (kind == PyList.class) {
      self.appendAll((PyList) iterable);
    } else if (kind == PyTuple.class) {
      PyObject[] items = ((PyTuple) iterable).items();
      self.appendAll(items, items.length);
    } else if (kind == PyBytes.class) {
      PyObject[] items = numbers(((PyBytes) iterable).array());
      self.appendAll(items, items.length);
    } else {
      extendFrom(self, Iteration.iterator(iterable), iterable);
    }
  }

  private static PyObject[] numbers(byte[] bytes) {
    PyObject[] numbers = new PyObject[bytes.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = PyLong.of(bytes[i] & 0xff);
    }
    return numbers;
  }

  private static void extendFrom(PyList self, PyObject iterator, PyObject iterable) {
    if (iterator.getClass() == PyGenerator.class) {
      GeneratorItems.addTo(self, (PyGenerator) iterator);
      return;
    }
    Objects.lengthHint(iterable, 8);
    for (PyObject x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
      self.append(x);
    }
  }

  @Method("insert(self, index, object, /)")
  static void insert(PyList self, long index, PyObject object) {
    self.insert(Subscripts.clip(index, self.size()), object);
  }

  @Method("pop(self, index=-1, /)")
  static PyObject pop(PyList self, long index) {
    int size = self.size();
    if (size == 0) {
      throw emptied();
    }
    PyObject item =
        index == -1
            ? self.removeLast()
            : self.removeAt(Subscripts.place(index, size, "pop index out of range"));
    if (item == null) {
      throw self.size() == 0 ? emptied() : Errors.indexError("pop index out of range");
    }
    return item;
  }

  private static PyException emptied() {
    return Errors.indexError("pop from empty list");
  }

  @Method("remove(self, value, /)")
  static void remove(PyList self, PyObject value) {
    int at = find(self, value, 0, Integer.MAX_VALUE);
    if (at < 0) {
      throw Errors.valueError("list.remove(x): x not in list");
    }
    self.removeAt(at);
  }

  @Method("clear(self, /)")
  static void clear(PyList self) {
    self.clear();
  }

  @Method("copy(self, /)")
  static PyObject copy(PyList self) {
    return self.copy();
  }

  @Method("reverse(self, /)")
  static void reverse(PyList self) {
    self.reverse();
  }

  @Method("sort(self, /, *, key=None, reverse=False)")
  static void sortMethod(PyList self, PyObject key, boolean reverse) {
    sort(self, key == PyNone.NONE ? null : key, reverse);
  }

  /**
   * Sorts in place; the list is empty while comparisons and the key function run.
   *
   * @param key the key function, or null
   */
  public static void sort(PyList self, PyObject key, boolean reverse) {
    if (key == null && self.sortNumbers(reverse)) {
      return;
    }
    if (key == null && Concurrency.active()) {
      synchronized (self) {
        // Where no code of the program runs, no other thread gets to see the list empty.
        PyObject[] items = self.toArray();
        if (ListSort.isPlain(items)) {
          ListSort.sort(items, null, reverse);
          self.setContent(items, items.length);
          return;
        }
      }
    }
    Class<?> form = self.form();
    PyObject[] items = self.takeContent();
    boolean untouched = false;
    try {
      if (ListSort.sort(items, key, reverse)) {
        PromptCollection.dropped(ThreadState.current());
      }
    } finally {
      untouched = self.isUntouched();
      self.restore(form, items, items.length);
    }
    if (!untouched) {
      throw Errors.valueError("list modified during sort");
    }
  }
}

package org.krait.stdlib.collections;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.SliceIndex;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.Elements;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The methods of {@code deque}; what it does as a sequence is in {@link DequeSequence}. */
final class DequeMethods {
  private DequeMethods() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyDeque(cls);
  }

  @Method("__init__(self, iterable=NULL, maxlen=None)")
  static void init(PyDeque self, PyObject iterable, PyObject maxLength) {
    long limit = -1;
    if (maxLength != PyNone.NONE) {
      if (!(maxLength instanceof PyInt)) {
        throw Errors.typeError("an integer is required");
      }
      limit = Arguments.toLong(maxLength);
      if (limit < 0) {
        throw Errors.valueError("maxlen must be non-negative");
      }
    }
    self.setLimit(limit);
    if (self.size() > 0) {
      self.clear();
    }
    if (iterable != null) {
      extend(self, iterable);
    }
  }

  @Getter("maxlen")
  static PyObject maxLength(PyDeque self) {
    return self.limit() < 0 ? PyNone.NONE : PyLong.of(self.limit());
  }

  @Method("append(self, object, /)")
  static void append(PyDeque self, PyObject object) {
    self.append(object);
  }

  @Method("appendleft(self, object, /)")
  static void appendLeft(PyDeque self, PyObject object) {
    self.appendFirst(object);
  }

  @Method("pop(self, /)")
  static PyObject pop(PyDeque self) {
    return orEmpty(self.popLast());
  }

  @Method("popleft(self, /)")
  static PyObject popLeft(PyDeque self) {
    return orEmpty(self.popFirst());
  }

  private static PyObject orEmpty(PyObject item) {
    if (item == null) {
      throw Errors.indexError("pop from an empty deque");
    }
    return item;
  }

  @Method("extend(self, iterable, /)")
  static void extend(PyDeque self, PyObject iterable) {
    PyObject source = iterable == self ? PyList.of(self.toArray()) : iterable;
    if (self.limit() < 0 && (source.getClass() == PyList.class || source.getClass() == PyTuple.class)) {
      self.appendAll(Iteration.items(source, null));
      return;
    }
    PyObject items = Iteration.iterator(source);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      self.append(item);
    }
  }

  @Method("extendleft(self, iterable, /)")
  static void extendLeft(PyDeque self, PyObject iterable) {
    PyObject source = iterable == self ? PyList.of(self.toArray()) : iterable;
    PyObject items = Iteration.iterator(source);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      self.appendFirst(item);
    }
  }

  @Method("clear(self, /)")
  static void clear(PyDeque self) {
    self.clear();
  }

  @Method("copy(self, /)")
  static PyObject copy(PyDeque self) {
    PyType cls = self.type();
    if (cls == PyDeque.TYPE) {
      PyDeque copy = new PyDeque(cls);
      copy.setLimit(self.limit());
      copy.setContent(self.toArray());
      return copy;
    }
    PyObject copy = self.limit() < 0 ? cls.call(self) : cls.call(self, maxLength(self));
    if (!(copy instanceof PyDeque)) {
      throw Errors.typeError(
          "%s() must return a deque, not %s", cls.name(), copy.type().fullName());
    }
    return copy;
  }

  @Method("__copy__(self, /)")
  static PyObject copyProtocol(PyDeque self) {
    return copy(self);
  }

  @Method("rotate(self, n=1, /)")
  static void rotate(PyDeque self, long n) {
    self.rotate(n);
  }

  @Method("reverse(self, /)")
  static void reverse(PyDeque self) {
    self.reverse();
  }

  @Method("count(self, value, /)")
  static int count(PyDeque self, PyObject value) {
    long before = self.changes();
    int size = self.size();
    int count = 0;
    for (int i = 0; i < size; i++) {
      PyObject item = self.get(i);
      boolean same = item != null && Elements.same(item, value);
      if (before != self.changes()) {
        throw mutated();
      }
      count += same ? 1 : 0;
    }
    return count;
  }

  static PyException mutated() {
    return Errors.runtimeError("deque mutated during iteration");
  }

  /** The first place of a value within bounds, or -1. */
  static int find(PyDeque self, PyObject value, int from, int to) {
    long before = self.changes();
    for (int i = from; i < to; i++) {
      PyObject item = self.get(i);
      boolean same = item != null && Elements.same(item, value);
      if (same) {
        return i;
      }
      if (before != self.changes()) {
        throw mutated();
      }
    }
    return -1;
  }

  @Method("index(self, value, start=0, stop=sys.maxsize, /)")
  static int index(
      PyDeque self,
      PyObject value,
      @SliceIndex(none = false) long start,
      @SliceIndex(none = false) long stop) {
    int size = self.size();
    int found = find(self, value, Subscripts.clip(start, size), Subscripts.clip(stop, size));
    if (found < 0) {
      throw Errors.valueError("%s is not in deque", Objects.repr(value));
    }
    return found;
  }

  @Method("insert(self, index, value, /)")
  static void insert(PyDeque self, long index, PyObject value) {
    int size = self.size();
    if (self.limit() == size) {
      throw Errors.indexError("deque already at its maximum size");
    }
    int at = Subscripts.clip(index, size);
    if (at == size) {
      self.append(value);
    } else if (at == 0) {
      self.appendFirst(value);
    } else {
      self.insert(at, value);
    }
  }

  @Method("remove(self, value, /)")
  static void remove(PyDeque self, PyObject value) {
    int size = self.size();
    long before = self.changes();
    for (int i = 0; i < size; i++) {
      PyObject item = self.get(i);
      boolean same = item != null && Elements.same(item, value);
      if (before != self.changes()) {
        throw Errors.indexError("deque mutated during remove().");
      }
      if (same) {
        self.removeAt(i);
        return;
      }
    }
    throw Errors.valueError("%s is not in deque", Objects.repr(value));
  }

  @Method("__repr__(self, /)")
  static String repr(PyDeque self) {
    if (!ReprGuard.enter(self)) {
      return "[...]";
    }
    try {
      String items = Objects.repr(PyList.of(self.toArray())).toString();
      String limit = self.limit() < 0 ? "" : ", maxlen=" + self.limit();
      return self.type().name() + "(" + items + limit + ")";
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__sizeof__(self, /)")
  static long sizeOf(PyDeque self) {
    return 160 + 528L * (self.size() / 64 + 1);
  }

  @Method("__reduce__(self, /)")
  static PyObject reduce(PyDeque self) {
    PyObject state = org.krait.runtime.Attributes.get(self, "__getstate__").call();
    PyObject items = Iteration.iterator(self);
    PyObject args =
        self.limit() < 0 ? PyTuple.EMPTY : PyTuple.of(PyTuple.EMPTY, PyLong.of(self.limit()));
    return PyTuple.of(self.type(), args, state, items);
  }
}

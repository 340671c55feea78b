package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.Subscripts;

/** How many items come into a dict at once: {@code dict(…)}, {@code update}, {@code |}, {@code fromkeys}. */
public final class DictUpdates {
  private DictUpdates() {}

  @Method("__init__(self, /, *args, **kwargs)")
  public static void init(PyDict self, PyObject[] args, PyStr[] names) {
    update("dict", self, args, names);
  }

  @Method(value = "update(self, /, *args, **kwargs)", textSignature = false)
  public static void updateMethod(PyDict self, PyObject[] args, PyStr[] names) {
    update("update", self, args, names);
  }

  /** Takes a call's arguments into a dict: at most one mapping or iterable of pairs, then keywords. */
  public static void update(String function, PyDict self, PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional > 1) {
      throw Errors.typeError("%s expected at most 1 argument, got %d", function, positional);
    }
    if (positional == 1) {
      update(self, args[0]);
    }
    for (int i = positional; i < args.length; i++) {
      self.put(names[i - positional], args[i]);
    }
  }

  /** Takes in a mapping or an iterable of pairs. */
  public static void update(PyDict self, PyObject other) {
    if (other.getClass() == PyDict.class || other instanceof PyDict && iteratesAsDict(other)) {
      self.update((PyDict) other);
      return;
    }
    PyObject keys = DictMethods.keysOf(other);
    if (keys == null) {
      updateFromPairs(self, other);
    } else {
      PyObject iterator = Iteration.iterator(keys);
      for (PyObject k = Iteration.next(iterator); k != null; k = Iteration.next(iterator)) {
        self.put(k, other.type().slots.getitem(other, k));
      }
    }
  }

  /** Whether a dict of a subclass may be read without asking its {@code keys}. */
  private static boolean iteratesAsDict(PyObject other) {
    return other.type().special(Special.ITER) == PyDict.TYPE.special(Special.ITER);
  }

  private static void updateFromPairs(PyDict self, PyObject pairs) {
    PyObject iterator = Iteration.iterator(pairs);
    if (iterator.getClass() == PyZip.class && ((PyZip) iterator).isNative && ((PyZip) iterator).width() == 2) {
      updateFromZip(self, (PyZip) iterator);
      return;
    }
    int number = 0;
    for (PyObject p = Iteration.next(iterator); p != null; p = Iteration.next(iterator)) {
      PyObject[] pair = pair(p, number);
      if (pair.length != 2) {
        throw Errors.valueError(
            "dictionary update sequence element #%d has length %d; 2 is required",
            number, pair.length);
      }
      self.put(pair[0], pair[1]);
      number++;
    }
  }

  /** Of pairs that nobody else sees, none is made. */
  private static void updateFromZip(PyDict self, PyZip pairs) {
    for (PyObject key = pairs.nextItem(0); key != null; key = pairs.nextItem(0)) {
      PyObject value = pairs.nextItem(1);
      if (value == null) {
        return;
      }
      self.put(key, value);
    }
  }

  private static PyObject[] pair(PyObject value, int number) {
    if (value instanceof PyTuple tuple) {
      return tuple.items();
    }
    try {
      return Iteration.toArray(value);
    } catch (PyException e) {
      if (e.is(PyExceptions.TypeError)) {
        throw Errors.typeError(
            "cannot convert dictionary update sequence element #%d to a sequence", number);
      }
      throw e;
    }
  }

  @Method("fromkeys(cls, iterable, value=None, /)")
  public static PyObject fromKeys(PyType cls, PyObject iterable, PyObject value) {
    PyObject made = cls.call();
    boolean plain = made.getClass() == PyDict.class;
    if (plain && ((PyDict) made).size() == 0 && putKnown((PyDict) made, iterable, value)) {
      return made;
    }
    PyObject iterator = Iteration.iterator(iterable);
    for (PyObject k = Iteration.next(iterator); k != null; k = Iteration.next(iterator)) {
      if (plain) {
        ((PyDict) made).put(k, value);
      } else {
        Subscripts.set(made, k, value);
      }
    }
    return made;
  }

  /** Takes the keys of a dict or a set, whose hashes are known; false when it is neither. */
  private static boolean putKnown(PyDict made, PyObject keys, PyObject value) {
    if (keys.getClass() == PyDict.class) {
      PyDict dict = (PyDict) keys;
      for (DictCursor items = dict.items(); items.next(); ) {
        made.put(items.key(), items.hash(), value);
      }
      return true;
    }
    if (keys.getClass() != PySet.class && keys.getClass() != PyFrozenSet.class) {
      return false;
    }
    PySetStorage set = ((PyAnySet) keys).elements;
    for (PySetStorage.Cursor elements = set.cursor(); elements.next(); ) {
      made.put(elements.element(), elements.hash(), value);
    }
    return true;
  }

  @Method("__or__(self, value, /)")
  public static PyObject or(PyObject self, PyObject value) {
    if (!(self instanceof PyDict left) || !(value instanceof PyDict)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyDict both = left.copy();
    update(both, value);
    return both;
  }

  @Method("__ror__(self, value, /)")
  public static PyObject ror(PyObject self, PyObject value) {
    return or(value, self);
  }

  @Method("__ior__(self, value, /)")
  public static PyObject ior(PyDict self, PyObject value) {
    update(self, value);
    return self;
  }
}

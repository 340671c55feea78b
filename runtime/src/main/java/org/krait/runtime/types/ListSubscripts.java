package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;

/** {@code list[i]}, {@code list[a:b:c]}, and what makes new lists of old ones: {@code +}, {@code *}. */
public final class ListSubscripts {
  private ListSubscripts() {}

  @Method(value = "__getitem__(self, index, /)", coexist = true)
  static PyObject getItem(PyList self, PyObject key) {
    if (key.getClass() == PyLong.class) {
      return item(self, ((PyLong) key).value);
    }
    if (key instanceof PySlice slice) {
      return slice(self, slice);
    }
    if (Subscripts.isIndex(key)) {
      return item(self, Subscripts.index(key));
    }
    throw Subscripts.wrongKey("list", key);
  }

  private static PyObject item(PyList self, long index) {
    long at = index < 0 ? index + self.size() : index;
    PyObject item = at == (int) at ? self.itemOrNull((int) at) : null;
    if (item == null) {
      throw Errors.indexError("list index out of range");
    }
    return item;
  }

  public static PyObject slice(PyList self, PySlice slice) {
    return slice(self, slice.bounds());
  }

  /** The items at places that are yet to be fitted to the list. */
  public static PyList slice(PyList self, SliceBounds wanted) {
    SliceBounds bounds = wanted.within(self.size());
    int length = bounds.length();
    if (length == 0) {
      return new PyList();
    }
    int start = (int) bounds.start();
    if (bounds.step() == 1) {
      return self.part(start, start + length);
    }
    return self.part(start, length, bounds.step());
  }

  @Method("__setitem__(self, key, value, /)")
  static void setItem(PyList self, PyObject key, PyObject value) {
    if (key.getClass() == PyLong.class) {
      assign(self, ((PyLong) key).value, value);
    } else if (key instanceof PySlice slice) {
      assignSlice(self, slice, value);
    } else if (Subscripts.isIndex(key)) {
      assign(self, Subscripts.index(key), value);
    } else {
      throw Subscripts.wrongKey("list", key);
    }
  }

  private static void assign(PyList self, long index, PyObject value) {
    long at = index < 0 ? index + self.size() : index;
    if (at != (int) at || !self.set((int) at, value)) {
      throw Errors.indexError("list assignment index out of range");
    }
  }

  private static void assignSlice(PyList self, PySlice slice, PyObject value) {
    SliceBounds raw = slice.bounds();
    if (raw.step() == 1) {
      if (value.getClass() == PyList.class) {
        SliceBounds bounds = raw.within(self.size());
        int from = (int) bounds.start();
        self.replace(from, Math.max(from, (int) bounds.stop()), (PyList) value);
        return;
      }
      PyObject[] items = Iteration.items(value, "can only assign an iterable");
      SliceBounds bounds = raw.within(self.size());
      int from = (int) bounds.start();
      self.replace(from, Math.max(from, (int) bounds.stop()), items, items.length);
      return;
    }
    if (value.getClass() == PyList.class && value != self && !Concurrency.active()) {
      PyList source = (PyList) value;
      SliceBounds bounds = raw.within(self.size());
      checkLength(source.size(), bounds.length());
      self.assignSteps((int) bounds.start(), bounds.length(), bounds.step(), source);
      return;
    }
    PyObject[] items =
        Iteration.items(value, "must assign iterable to extended slice");
    SliceBounds bounds = raw.within(self.size());
    checkLength(items.length, bounds.length());
    for (int i = 0; i < items.length; i++) {
      self.set((int) (bounds.start() + i * bounds.step()), items[i]);
    }
  }

  private static void checkLength(int given, int wanted) {
    if (given != wanted) {
      throw Errors.valueError(
          "attempt to assign sequence of size %d to extended slice of size %d", given, wanted);
    }
  }

  @Method("__delitem__(self, key, /)")
  static void deleteItem(PyList self, PyObject key) {
    if (key instanceof PySlice slice) {
      deleteSlice(self, slice);
      return;
    }
    if (!Subscripts.isIndex(key)) {
      throw Subscripts.wrongKey("list", key);
    }
    int at =
        Subscripts.place(
            Subscripts.index(key), self.size(), "list assignment index out of range");
    self.removeAt(at);
  }

  private static void deleteSlice(PyList self, PySlice slice) {
    SliceBounds raw = slice.bounds();
    synchronized (self) {
      SliceBounds bounds = raw.within(self.size()).ascending();
      int length = bounds.length();
      if (length == 0) {
        return;
      }
      int start = (int) bounds.start();
      if (bounds.step() == 1) {
        self.replace(start, start + length, PyObject.NO_ARGS, 0);
        return;
      }
      Class<?> form = self.form();
      PyObject[] all = self.toArray();
      int kept = start;
      int removed = 0;
      for (int i = start; i < all.length; i++) {
        if (removed < length && i == start + removed * bounds.step()) {
          removed++;
        } else {
          all[kept++] = all[i];
        }
      }
      java.util.Arrays.fill(all, kept, all.length, null);
      self.restore(form, all, kept);
    }
  }

  @Method(value = "__add__(self, value, /)", slot = "concat")
  static PyObject concat(PyList self, PyObject value) {
    if (!(value instanceof PyList other)) {
      throw Errors.typeError(
          "can only concatenate list (not \"%s\") to list", value.type().fullName());
    }
    return self.concat(other);
  }

  @Method(value = "__mul__(self, value, /)", slot = "repeat")
  static PyObject repeat(PyList self, long value) {
    return self.repeat(value);
  }

  @Method("__rmul__(self, value, /)")
  static PyObject reflectedRepeat(PyList self, PyObject value) {
    return Subscripts.isIndex(value)
        ? repeat(self, org.krait.runtime.Arguments.sequenceIndex(value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__iadd__(self, value, /)", slot = "iconcat")
  static PyObject concatInPlace(PyList self, PyObject value) {
    ListMethods.extend(self, value);
    return self;
  }

  @Method(value = "__imul__(self, value, /)", slot = "irepeat")
  static PyObject repeatInPlace(PyList self, long value) {
    self.replace(0, Integer.MAX_VALUE, self.repeat(value));
    return self;
  }
}

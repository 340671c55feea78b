package org.krait.stdlib.elementtree;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.SliceBounds;

/** Subscripts of elements: their children by index and slice. */
final class ElementSubscripts {
  private ElementSubscripts() {}

  @Method("__getitem__(self, key, /)")
  static PyObject getItem(PyElement self, PyObject key) {
    if (key instanceof PySlice slice) {
      SliceBounds range = slice.bounds().within(self.length());
      PyElement[] all = self.children();
      PyObject[] chosen = new PyObject[range.length()];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = all[(int) (range.start() + i * range.step())];
      }
      return PyList.of(chosen);
    }
    PyElement child = self.child(place(self, key));
    if (child == null) {
      throw Errors.indexError("child index out of range");
    }
    return child;
  }

  /** The place that an index names, or -1 for one outside. */
  private static int place(PyElement self, PyObject key) {
    if (!Subscripts.isIndex(key)) {
      throw badIndex();
    }
    long index = Subscripts.index(key);
    long at = index < 0 ? index + self.length() : index;
    return at < 0 || at >= self.length() ? -1 : (int) at;
  }

  private static PyException badIndex() {
    return Errors.typeError("element indices must be integers");
  }

  private static int placeToChange(PyElement self, PyObject key) {
    int at = place(self, key);
    if (at < 0) {
      throw Errors.indexError("child assignment index out of range");
    }
    return at;
  }

  @Method("__setitem__(self, key, value, /)")
  static void setItem(PyElement self, PyObject key, PyObject value) {
    if (!(key instanceof PySlice slice)) {
      int at = placeToChange(self, key);
      self.setChild(at, PyElement.expect(value));
      return;
    }
    SliceBounds range = slice.bounds().within(self.length());
    PyObject[] items = ElementMethods.sequence(value);
    if (range.step() != 1 && items.length != range.length()) {
      throw Errors.valueError(
          "attempt to assign sequence of size %d to extended slice of size %d",
          items.length, range.length());
    }
    PyElement[] elements = new PyElement[items.length];
    for (int i = 0; i < items.length; i++) {
      elements[i] = PyElement.expect(items[i]);
    }
    int start = (int) range.start();
    if (range.step() == 1) {
      self.replace(start, start + range.length(), elements);
      return;
    }
    for (int i = 0; i < elements.length; i++) {
      self.setChild((int) (start + i * range.step()), elements[i]);
    }
  }

  @Method("__delitem__(self, key, /)")
  static void delItem(PyElement self, PyObject key) {
    if (!(key instanceof PySlice slice)) {
      self.removeAt(placeToChange(self, key));
      return;
    }
    SliceBounds range = slice.bounds().within(self.length()).ascending();
    int count = range.length();
    if (count == 0) {
      return;
    }
    PyElement[] all = self.children();
    PyElement[] kept = new PyElement[all.length - count];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      long offset = i - range.start();
      boolean gone =
          offset >= 0 && offset % range.step() == 0 && offset / range.step() < count;
      if (!gone) {
        kept[next++] = all[i];
      }
    }
    self.setChildren(Arrays.copyOf(kept, next));
  }
}

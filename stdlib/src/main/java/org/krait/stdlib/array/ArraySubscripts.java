package org.krait.stdlib.array;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.SliceBounds;

/** Arrays as sequences: items, slices, concatenation and repetition. */
final class ArraySubscripts {
  private static final byte[] NOTHING = {};

  private ArraySubscripts() {}

  @Method("__len__(self, /)")
  static int length(PyArray self) {
    return self.size();
  }

  @Method("__iter__(self, /)")
  static PyObject iterator(PyArray self) {
    return new PyArrayIterator(self);
  }

  @Method("__getitem__(self, key, /)")
  static PyObject get(PyArray self, PyObject key) {
    if (!(key instanceof PySlice slice)) {
      return self.get(place(self, key, "array index out of range"));
    }
    return new PyArray(PyArray.TYPE, self.items, slice(self, slice.bounds().within(self.size())));
  }

  private static int place(PyArray self, PyObject key, String message) {
    if (!Subscripts.isIndex(key)) {
      throw Errors.typeError("array indices must be integers");
    }
    return Subscripts.place(Subscripts.index(key), self.size(), message);
  }

  private static byte[] slice(PyArray self, SliceBounds range) {
    int start = (int) range.start();
    if (range.step() == 1) {
      return self.copy(start, start + range.length());
    }
    int width = self.items.size;
    byte[] source = self.copy();
    byte[] target = new byte[range.length() * width];
    for (int i = 0; i < range.length(); i++) {
      int from = (int) (start + i * range.step()) * width;
      System.arraycopy(source, from, target, i * width, width);
    }
    return target;
  }

  @Method("__setitem__(self, key, value, /)")
  static void set(PyArray self, PyObject key, PyObject value) {
    if (!(key instanceof PySlice slice)) {
      self.set(place(self, key, "array assignment index out of range"), value);
      return;
    }
    SliceBounds bounds = slice.bounds();
    if (!(value instanceof PyArray other)) {
      throw Errors.typeError(
          "can only assign array (not \"%s\") to array slice", value.type().fullName());
    }
    if (other.items != self.items) {
      throw badArgument();
    }
    setSlice(self, bounds.within(self.size()), other.copy());
  }

  private static void setSlice(PyArray self, SliceBounds range, byte[] source) {
    int start = (int) range.start();
    if (range.step() == 1) {
      self.replace(start, start + range.length(), source);
      return;
    }
    int width = self.items.size;
    if (source.length == 0) {
      deleteSlice(self, range);
      return;
    }
    if (source.length != range.length() * width) {
      throw Errors.valueError(
          "attempt to assign array of size %d to extended slice of size %d",
          source.length / width, range.length());
    }
    byte[] all = self.copy();
    for (int i = 0; i < range.length(); i++) {
      int to = (int) (start + i * range.step()) * width;
      System.arraycopy(source, i * width, all, to, width);
    }
    self.replace(0, self.size(), all);
  }

  @Method("__delitem__(self, key, /)")
  static void delete(PyArray self, PyObject key) {
    if (key instanceof PySlice slice) {
      deleteSlice(self, slice.bounds().within(self.size()));
      return;
    }
    int at = place(self, key, "array assignment index out of range");
    self.replace(at, at + 1, NOTHING);
  }

  private static void deleteSlice(PyArray self, SliceBounds bounds) {
    SliceBounds range = bounds.ascending();
    if (range.length() == 0) {
      return;
    }
    int start = (int) range.start();
    if (range.step() == 1) {
      self.replace(start, start + range.length(), NOTHING);
      return;
    }
    int width = self.items.size;
    byte[] all = self.copy();
    byte[] rest = new byte[all.length - range.length() * width];
    int count = 0;
    for (int i = 0; i < self.size(); i++) {
      boolean gone =
          i >= start && (i - start) % range.step() == 0 && (i - start) / range.step() < range.length();
      if (!gone) {
        System.arraycopy(all, i * width, rest, count++ * width, width);
      }
    }
    self.replace(0, self.size(), rest);
  }

  private static PyException badArgument() {
    return Errors.typeError("bad argument type for built-in operation");
  }

  @Method(value = "__add__(self, value, /)", slot = "concat")
  static PyObject concat(PyArray self, PyObject value) {
    if (!(value instanceof PyArray other)) {
      throw Errors.typeError(
          "can only append array (not \"%s\") to array", value.type().fullName());
    }
    if (other.items != self.items) {
      throw badArgument();
    }
    PyArray sum = new PyArray(PyArray.TYPE, self.items, self.copy());
    sum.replace(sum.size(), sum.size(), other.copy());
    return sum;
  }

  @Method(value = "__iadd__(self, value, /)", slot = "iconcat")
  static PyObject concatInPlace(PyArray self, PyObject value) {
    if (!(value instanceof PyArray)) {
      throw Errors.typeError(
          "can only extend array with array (not \"%s\")", value.type().fullName());
    }
    ArrayMethods.extend(self, value);
    return self;
  }

  @Method(value = "__mul__(self, value, /)", slot = "repeat")
  static PyObject repeat(PyArray self, long value) {
    return new PyArray(PyArray.TYPE, self.items, repeated(self, value));
  }

  @Method(value = "__imul__(self, value, /)", slot = "irepeat")
  static PyObject repeatInPlace(PyArray self, long value) {
    self.replace(0, self.size(), repeated(self, value));
    return self;
  }

  private static byte[] repeated(PyArray self, long count) {
    byte[] source = self.copy();
    if (count <= 0 || source.length == 0) {
      return NOTHING;
    }
    if (count > (Integer.MAX_VALUE - 16) / source.length) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    byte[] target = new byte[(int) (source.length * count)];
    for (int at = 0; at < target.length; at += source.length) {
      System.arraycopy(source, 0, target, at, source.length);
    }
    return target;
  }
}

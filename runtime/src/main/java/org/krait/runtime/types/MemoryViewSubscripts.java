package org.krait.runtime.types;

import java.nio.ByteBuffer;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.buffer.Items;
import org.krait.runtime.buffer.Layout;

/** Items and slices of a {@code memoryview}. */
final class MemoryViewSubscripts {
  private MemoryViewSubscripts() {}

  @Method("__getitem__(self, key, /)")
  static PyObject getitem(PyMemoryView self, PyObject key) {
    self.check();
    if (self.dimensions() == 0) {
      return ofNoDimension(self, key);
    }
    if (Subscripts.isIndex(key)) {
      if (self.dimensions() > 1) {
        throw Errors.notImplementedError("multi-dimensional sub-views are not implemented");
      }
      return get(self, place(self, self.offset, 0, Subscripts.index(key)));
    }
    if (key instanceof PySlice slice) {
      return slice(self, slice);
    }
    return get(self, place(self, key));
  }

  /** An item, if what the indices' methods did has not released the view. */
  private static PyObject get(PyMemoryView self, int at) {
    self.check();
    return Items.get(self.memory(), at, self.code());
  }

  /** Writes an item, if what the methods of indices and value do does not release the view. */
  private static void put(PyMemoryView self, int at, char code, PyObject value) {
    self.check();
    if (!value.type().isHeap()) {
      Items.put(self.memory(), at, code, value);
      return;
    }
    ByteBuffer item = ByteBuffer.allocate(self.itemSize).order(self.memory().order());
    Items.put(item, 0, code, value);
    self.check();
    self.memory().put(at, item, 0, self.itemSize);
  }

  private static PyObject ofNoDimension(PyMemoryView self, PyObject key) {
    if (key instanceof PyTuple tuple && tuple.size() == 0) {
      return Items.get(self.memory(), self.offset, self.code());
    }
    if (key == PyEllipsis.ELLIPSIS) {
      return self;
    }
    throw Errors.typeError("invalid indexing of 0-dim memory");
  }

  /** The place of an item in a dimension. */
  private static int place(PyMemoryView self, int from, int dimension, long index) {
    int count = self.shape[dimension];
    long at = index < 0 ? index + count : index;
    if (at < 0 || at >= count) {
      throw Errors.indexError("index out of bounds on dimension %d", dimension + 1);
    }
    return from + (int) at * self.strides[dimension];
  }

  /** The place of the item that a tuple of indices means. */
  private static int place(PyMemoryView self, PyObject key) {
    if (!(key instanceof PyTuple indices)) {
      throw Errors.typeError("memoryview: invalid slice key");
    }
    boolean numbers = true;
    for (PyObject index : indices.items()) {
      numbers &= Subscripts.isIndex(index);
    }
    if (isAllSlices(indices)) {
      throw Errors.notImplementedError("multi-dimensional slicing is not implemented");
    }
    if (!numbers) {
      throw Errors.typeError("memoryview: invalid slice key");
    }
    if (indices.size() < self.dimensions()) {
      throw Errors.notImplementedError("sub-views are not implemented");
    }
    if (indices.size() > self.dimensions()) {
      throw Errors.typeError(
          "cannot index %d-dimension view with %d-element tuple",
          self.dimensions(), indices.size());
    }
    int at = self.offset;
    for (int i = 0; i < indices.size(); i++) {
      at = place(self, at, i, Subscripts.index(indices.get(i)));
    }
    return at;
  }

  private static boolean isAllSlices(PyTuple keys) {
    for (PyObject key : keys.items()) {
      if (!(key instanceof PySlice)) {
        return false;
      }
    }
    return keys.size() > 0;
  }

  private static PyMemoryView slice(PyMemoryView self, PySlice slice) {
    SliceBounds bounds = slice.bounds().within(self.shape[0]);
    int[] shape = self.shape.clone();
    int[] strides = self.strides.clone();
    shape[0] = bounds.length();
    strides[0] = (int) (strides[0] * bounds.step());
    int offset = self.offset + (int) bounds.start() * self.strides[0];
    return self.view(offset, self.format, self.itemSize, shape, strides, self.readOnly);
  }

  @Method("__setitem__(self, key, value, /)")
  static void setitem(PyMemoryView self, PyObject key, PyObject value) {
    self.check();
    char code = self.code();
    if (self.readOnly) {
      throw readOnly();
    }
    if (self.dimensions() == 0) {
      if (key == PyEllipsis.ELLIPSIS || key instanceof PyTuple tuple && tuple.size() == 0) {
        put(self, self.offset, code, value);
        return;
      }
      throw Errors.typeError("invalid indexing of 0-dim memory");
    }
    if (Subscripts.isIndex(key)) {
      if (self.dimensions() > 1) {
        throw Errors.notImplementedError("sub-views are not implemented");
      }
      put(self, place(self, self.offset, 0, Subscripts.index(key)), code, value);
    } else if (key instanceof PySlice slice) {
      setSlice(self, slice, value);
    } else if (key instanceof PyTuple keys && isAllSlices(keys)) {
      throw oneDimensionOnly();
    } else {
      put(self, place(self, key), code, value);
    }
  }

  private static void setSlice(PyMemoryView self, PySlice slice, PyObject value) {
    if (self.dimensions() != 1) {
      throw oneDimensionOnly();
    }
    try (Buffer source = Buffers.get(value, BufferFlags.FULL_READ_ONLY)) {
      PyMemoryView target = slice(self, slice);
      self.check();
      try {
        boolean same =
            source.shape().length == 1
                && source.shape()[0] == target.shape[0]
                && source.itemSize() == target.itemSize
                && plain(source.format()).equals(plain(target.format));
        if (!same) {
          throw Errors.valueError(
              "memoryview assignment: lvalue and rvalue have different structures");
        }
        Layout.scatter(
            source.copy(), target.memory(), target.offset, target.shape, target.strides,
            target.itemSize);
      } finally {
        target.release();
      }
    }
  }

  private static PyException oneDimensionOnly() {
    return Errors.notImplementedError(
        "memoryview slice assignments are currently restricted to ndim = 1");
  }

  private static String plain(String format) {
    return format.startsWith("@") ? format.substring(1) : format;
  }

  @Method("__delitem__(self, key, /)")
  static void delitem(PyMemoryView self, PyObject key) {
    self.check();
    if (self.readOnly) {
      throw readOnly();
    }
    throw Errors.typeError("cannot delete memory");
  }

  private static PyException readOnly() {
    return Errors.typeError("cannot modify read-only memory");
  }
}

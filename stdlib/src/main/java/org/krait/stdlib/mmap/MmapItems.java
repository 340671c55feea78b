package org.krait.stdlib.mmap;

import java.lang.foreign.MemorySegment;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.Native;

/** A mapping as a sequence of bytes. */
final class MmapItems {
  private MmapItems() {}

  @Method("__len__(self, /)")
  static long length(PyMmap self) {
    return self.size();
  }

  private static long place(PyMmap self, PyObject key) {
    if (key.type().special(Special.INDEX) == null) {
      throw Errors.typeError("mmap indices must be integers");
    }
    long at = Arguments.sequenceIndex(key);
    long size = self.size();
    long place = at < 0 ? at + size : at;
    if (place < 0 || place >= size) {
      throw Errors.indexError("mmap index out of range");
    }
    return place;
  }

  @Method("__getitem__(self, key, /)")
  static PyObject get(PyMmap self, PyObject key) {
    MemorySegment memory = self.open();
    if (!(key instanceof PySlice slice)) {
      return PyLong.of(memory.get(Native.BYTE, place(self, key)) & 0xff);
    }
    SliceBounds range = slice.bounds().within(memory.byteSize());
    memory = self.open();
    byte[] bytes = new byte[range.length()];
    if (range.step() == 1) {
      MemorySegment.copy(memory, Native.BYTE, range.start(), bytes, 0, bytes.length);
    } else {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = memory.get(Native.BYTE, range.start() + i * range.step());
      }
    }
    return PyBytes.of(bytes);
  }

  @Method("__setitem__(self, key, value, /)")
  static void set(PyMmap self, PyObject key, PyObject value) {
    MemorySegment memory = self.writable();
    if (!(key instanceof PySlice slice)) {
      long at = place(self, key);
      if (value.type().special(Special.INDEX) == null) {
        throw Errors.typeError("mmap item value must be an int");
      }
      PyInt number = Arguments.index(value);
      if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
        throw Errors.valueError("mmap item value must be in range(0, 256)");
      }
      self.writable().set(Native.BYTE, at, (byte) number.longValue());
      return;
    }
    SliceBounds range = slice.bounds().within(memory.byteSize());
    byte[] bytes = Buffers.copy(value);
    if (bytes.length != range.length()) {
      throw Errors.indexError("mmap slice assignment is wrong size");
    }
    memory = self.writable();
    for (int i = 0; i < bytes.length; i++) {
      memory.set(Native.BYTE, range.start() + i * range.step(), bytes[i]);
    }
  }

  @Method("__delitem__(self, key, /)")
  static void delete(PyMmap self, PyObject key) {
    self.writable();
    if (key instanceof PySlice) {
      throw Errors.typeError("mmap object doesn't support slice deletion");
    }
    throw Errors.typeError("mmap doesn't support item deletion");
  }
}

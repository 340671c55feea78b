package org.krait.runtime.types;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.buffer.Items;

/** What a {@code memoryview} is and says of itself. */
final class MemoryViewMethods {
  private MemoryViewMethods() {}

  @Method("__new__(cls, /, object)")
  static PyObject make(PyType cls, PyObject object) {
    return PyMemoryView.of(object);
  }

  @Method("_from_flags(cls, /, object, flags)")
  static PyObject fromFlags(PyType cls, PyObject object, int flags) {
    return PyMemoryView.of(object, flags);
  }

  @Method("__repr__(self, /)")
  static String repr(PyMemoryView self) {
    return String.format(
        self.isReleased() ? "<released memory at 0x%x>" : "<memory at 0x%x>", Objects.id(self));
  }

  @Method("__hash__(self, /)")
  static long hash(PyMemoryView self) {
    return self.hashValue();
  }

  @Method("__len__(self, /)")
  static long len(PyMemoryView self) {
    self.check();
    if (self.dimensions() == 0) {
      throw Errors.typeError("0-dim memory has no length");
    }
    return self.shape[0];
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyMemoryView self, PyObject other, int op) {
    if (op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (self.isReleased() || other instanceof PyMemoryView view && view.isReleased()) {
      return PyBool.of((self == other) == (op == Comparison.EQ));
    }
    if (!Buffers.isBuffer(other)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyMemoryView right = PyMemoryView.of(other);
    try {
      return PyBool.of(equal(self, right) == (op == Comparison.EQ));
    } finally {
      right.release();
    }
  }

  private static boolean equal(PyMemoryView left, PyMemoryView right) {
    if (!java.util.Arrays.equals(left.shape, right.shape)) {
      return false;
    }
    char mine = Items.code(left.format);
    char theirs = Items.code(right.format);
    if (mine == 0 || theirs == 0) {
      return left.format.equals(right.format)
          && java.util.Arrays.equals(left.copy(), right.copy());
    }
    byte[] a = left.copy();
    byte[] b = right.copy();
    boolean real = mine == 'f' || mine == 'd' || mine == 'e' || mine == '?';
    if (mine == theirs && !real) {
      return java.util.Arrays.equals(a, b);
    }
    return equalItems(a, mine, b, theirs);
  }

  private static boolean equalItems(byte[] a, char mine, byte[] b, char theirs) {
    java.nio.ByteBuffer left = java.nio.ByteBuffer.wrap(a).order(java.nio.ByteOrder.nativeOrder());
    java.nio.ByteBuffer right = java.nio.ByteBuffer.wrap(b).order(java.nio.ByteOrder.nativeOrder());
    int count = a.length / Items.size(mine);
    for (int i = 0; i < count; i++) {
      PyObject x = Items.get(left, i * Items.size(mine), mine);
      PyObject y = Items.get(right, i * Items.size(theirs), theirs);
      if (!Comparison.test(x, y, Comparison.EQ)) {
        return false;
      }
    }
    return true;
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyMemoryView self) {
    self.check();
    if (self.dimensions() == 0) {
      throw Errors.typeError("invalid indexing of 0-dim memory");
    }
    self.code();
    if (self.dimensions() != 1) {
      throw Errors.notImplementedError("multi-dimensional sub-views are not implemented");
    }
    return new PyMemoryIterator(self);
  }

  @Method(value = "__enter__(self)", textSignature = false)
  static PyObject enter(PyMemoryView self) {
    self.check();
    return self;
  }

  @Method(value = "__exit__(self, /, *args)", textSignature = false)
  static void exit(PyMemoryView self, PyObject[] args) {
    self.release();
  }

  @Method("release(self, /)")
  static void release(PyMemoryView self) {
    self.release();
  }

  @Method("__buffer__(self, flags, /)")
  static PyObject buffer(PyMemoryView self, int flags) {
    return PyMemoryView.of(self, flags);
  }

  @Method("__release_buffer__(self, buffer, /)")
  static void releaseBuffer(PyMemoryView self, PyObject buffer) {
    releaseOwn(self, buffer);
  }

  /** {@code __release_buffer__} of what lends memory in Java. */
  static void releaseOwn(PyObject self, PyObject buffer) {
    if (!(buffer instanceof PyMemoryView view)) {
      throw Errors.typeError("expected a memoryview object");
    }
    if (view.owner() != self) {
      throw Errors.valueError("memoryview's buffer is not this object");
    }
    if (view.isReleased()) {
      throw Errors.valueError("memoryview's buffer has already been released");
    }
    view.release();
  }

  // ---- attributes

  @Getter("obj")
  static PyObject obj(PyMemoryView self) {
    self.check();
    return self.owner() == null ? PyNone.NONE : self.owner();
  }

  @Getter("nbytes")
  static int nbytes(PyMemoryView self) {
    self.check();
    return self.bytes();
  }

  @Getter("readonly")
  static boolean readonly(PyMemoryView self) {
    self.check();
    return self.readOnly;
  }

  @Getter("itemsize")
  static int itemsize(PyMemoryView self) {
    self.check();
    return self.itemSize;
  }

  @Getter("format")
  static String format(PyMemoryView self) {
    self.check();
    return self.format;
  }

  @Getter("ndim")
  static int ndim(PyMemoryView self) {
    self.check();
    return self.dimensions();
  }

  @Getter("shape")
  static PyObject shape(PyMemoryView self) {
    self.check();
    return tuple(self.shape);
  }

  @Getter("strides")
  static PyObject strides(PyMemoryView self) {
    self.check();
    return tuple(self.strides);
  }

  @Getter("suboffsets")
  static PyObject suboffsets(PyMemoryView self) {
    self.check();
    return PyTuple.EMPTY;
  }

  private static PyTuple tuple(int[] numbers) {
    PyObject[] items = new PyObject[numbers.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = PyLong.of(numbers[i]);
    }
    return PyTuple.of(items);
  }

  @Getter("c_contiguous")
  static boolean cContiguous(PyMemoryView self) {
    self.check();
    return self.isContiguous();
  }

  @Getter("f_contiguous")
  static boolean fContiguous(PyMemoryView self) {
    self.check();
    return self.isFortranContiguous();
  }

  @Getter("contiguous")
  static boolean contiguous(PyMemoryView self) {
    self.check();
    return self.isContiguous() || self.isFortranContiguous();
  }
}

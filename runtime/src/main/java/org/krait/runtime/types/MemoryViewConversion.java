package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Items;
import org.krait.runtime.buffer.Layout;

/** A {@code memoryview} as bytes, lists, and views of another form. */
final class MemoryViewConversion {
  private static final int[] NO_DIMENSION = {};

  private MemoryViewConversion() {}

  @Method("tobytes(self, /, order='C')")
  static PyObject tobytes(PyMemoryView self, PyObject order) {
    self.check();
    char wanted = order(order);
    boolean fortran = wanted == 'F' || wanted == 'A' && !self.isContiguous() && self.isFortranContiguous();
    return PyBytes.of(fortran ? fortranCopy(self) : self.copy());
  }

  private static char order(PyObject order) {
    if (order == PyNone.NONE) {
      return 'C';
    }
    if (!(order instanceof PyStr text)) {
      throw Errors.typeError(
          "tobytes() argument 'order' must be str or None, not %s", order.type().fullName());
    }
    String name = text.toString();
    if (name.equals("C") || name.equals("F") || name.equals("A")) {
      return name.charAt(0);
    }
    throw Errors.valueError("order must be 'C', 'F' or 'A'");
  }

  /** The items with the first dimension moving fastest: those of the transposed view. */
  private static byte[] fortranCopy(PyMemoryView self) {
    return Layout.copy(
        self.memory(), self.offset, reversed(self.shape), reversed(self.strides), self.itemSize);
  }

  private static int[] reversed(int[] numbers) {
    int[] result = new int[numbers.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = numbers[numbers.length - 1 - i];
    }
    return result;
  }

  @Method("tolist(self, /)")
  static PyObject tolist(PyMemoryView self) {
    self.check();
    return tolist(self, self.code(), 0, self.offset);
  }

  private static PyObject tolist(PyMemoryView self, char code, int dimension, int offset) {
    if (dimension == self.dimensions()) {
      return Items.get(self.memory(), offset, code);
    }
    PyObject[] items = new PyObject[self.shape[dimension]];
    for (int i = 0; i < items.length; i++) {
      items[i] = tolist(self, code, dimension + 1, offset + i * self.strides[dimension]);
    }
    return PyList.of(items);
  }

  @Method("hex(self, /, sep=NULL, bytes_per_sep=1)")
  static PyObject hex(PyMemoryView self, PyObject sep, int bytesPerSep) {
    return PyStr.ofUnits(BytesHex.format(self.copy(), sep, bytesPerSep));
  }

  @Method("toreadonly(self, /)")
  static PyObject toreadonly(PyMemoryView self) {
    self.check();
    return self.view(
        self.offset, self.format, self.itemSize, self.shape, self.strides, true);
  }

  @Method("cast(self, /, format, shape=NULL)")
  static PyObject cast(PyMemoryView self, PyStr format, PyObject shape) {
    self.check();
    if (!self.isContiguous()) {
      throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
    }
    if ((shape != null || self.dimensions() != 1) && hasZero(self.shape)) {
      throw Errors.typeError("memoryview: cannot cast view with zeros in shape or strides");
    }
    PyObject[] wantedShape = shape == null ? null : items(shape);
    if (wantedShape != null && wantedShape.length != 1 && self.dimensions() != 1) {
      throw Errors.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    String wanted = format.toString();
    char to = Items.code(wanted);
    if (to == 0) {
      throw Errors.valueError(
          "memoryview: destination format must be a native single character format "
              + "prefixed with an optional '@'");
    }
    char from = Items.code(self.format);
    if (from == 0) {
      throw Errors.valueError(
          "memoryview: source format must be a native single character format "
              + "prefixed with an optional '@'");
    }
    if (!isByte(from) && !isByte(to)) {
      throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
    }
    int itemSize = Items.size(to);
    if (self.bytes() % itemSize != 0) {
      throw Errors.typeError("memoryview: length is not a multiple of itemsize");
    }
    int[] dimensions = wantedShape == null ? null : dimensions(wantedShape);
    int[] target = dimensions == null ? new int[] {self.bytes() / itemSize} : dimensions;
    if (dimensions != null && product(target) * itemSize != self.bytes()) {
      throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
    }
    return self.view(
        self.offset, wanted, itemSize, target, Layout.stridesC(target, itemSize), self.readOnly);
  }

  private static boolean isByte(char code) {
    return code == 'B' || code == 'b' || code == 'c';
  }

  private static boolean hasZero(int[] shape) {
    return Arrays.stream(shape).anyMatch(count -> count == 0);
  }

  private static long product(int[] shape) {
    long product = 1;
    for (int count : shape) {
      product *= count;
    }
    return product;
  }

  private static PyObject[] items(PyObject shape) {
    return switch (shape) {
      case PyTuple tuple -> tuple.items();
      case PyList list -> list.toArray();
      default -> throw Errors.typeError("shape must be a list or a tuple");
    };
  }

  private static int[] dimensions(PyObject[] items) {
    if (items.length > PyMemoryView.MOST_DIMENSIONS) {
      throw Errors.valueError(
          "memoryview: number of dimensions must not exceed %d", PyMemoryView.MOST_DIMENSIONS);
    }
    int[] dimensions = items.length == 0 ? NO_DIMENSION : new int[items.length];
    for (int i = 0; i < items.length; i++) {
      dimensions[i] = dimension(items[i]);
    }
    return dimensions;
  }

  private static int dimension(PyObject item) {
    if (!(item instanceof PyInt number)) {
      throw Errors.typeError("memoryview.cast(): elements of shape must be integers");
    }
    if (!number.fitsLong() || number.longValue() <= 0) {
      throw notPositive();
    }
    if (number.longValue() > Integer.MAX_VALUE) {
      throw Errors.valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
    }
    return (int) number.longValue();
  }

  private static PyException notPositive() {
    return Errors.valueError("memoryview.cast(): elements of shape must be integers > 0");
  }
}

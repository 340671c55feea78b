package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.text.TextRepr;

/** What {@code bytearray} does beyond {@code bytes}: it changes. */
final class ByteArrayMethods {
  private static final String OUT_OF_RANGE = "bytearray index out of range";
  private static final String NO_BYTE = "byte must be in range(0, 256)";

  private ByteArrayMethods() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return cls == PyByteArray.TYPE ? new PyByteArray() : new PyByteArrayInstance(cls);
  }

  @Method("__init__(self, /, source=NULL, encoding=NULL, errors=NULL)")
  static void init(PyByteArray self, PyObject source, String encoding, String errors) {
    if (source == null || encoding != null || errors != null) {
      self.setContent(BytesCreation.encoded(source, encoding, errors));
      return;
    }
    byte[] content = BytesCreation.direct(source, "bytearray");
    if (content != null) {
      self.setContent(content);
      return;
    }
    self.setContent(new byte[0]);
    PyObject iterator = Iteration.iterator(source);
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      self.append(BytesMethods.byteValue(item));
    }
  }

  @Method("__repr__(self, /)")
  static PyStr repr(PyByteArray self) {
    String name = self.type().name();
    PyByteString bytes = self.settled();
    String content = TextRepr.ofBytes(bytes.store(), bytes.start(), bytes.end(), true);
    return PyStr.of(name + "(" + content + ")");
  }

  @Method("__str__(self, /)")
  static PyStr str(PyByteArray self) {
    BytesMethods.warnOfText(self);
    return repr(self);
  }

  @Method("__setitem__(self, key, value, /)")
  static void setitem(PyByteArray self, PyObject key, PyObject value) {
    if (key instanceof PySlice slice) {
      setSlice(self, slice, value);
      return;
    }
    long index = index(key);
    // Finding the value may run code that shortens the bytearray.
    byte content = BytesMethods.byteValue(value);
    self.set(Subscripts.place(index, self.length(), OUT_OF_RANGE), content);
  }

  private static long index(PyObject key) {
    if (!Subscripts.isIndex(key)) {
      throw Subscripts.wrongKey("bytearray", key);
    }
    return Subscripts.index(key);
  }

  private static void setSlice(PyByteArray self, PySlice slice, PyObject value) {
    byte[] source = value == self ? self.copy() : sliceSource(value);
    SliceBounds range = slice.bounds().within(self.length());
    if (range.step() == 1) {
      self.replace((int) range.start(), (int) range.start() + range.length(), source, 0, source.length);
      return;
    }
    if (source.length == 0) {
      deleteSlice(self, range);
      return;
    }
    if (source.length != range.length()) {
      throw Errors.valueError(
          "attempt to assign bytes of size %d to extended slice of size %d",
          source.length, range.length());
    }
    for (int i = 0; i < source.length; i++) {
      self.set((int) range.start() + i * (int) range.step(), source[i]);
    }
  }

  private static byte[] sliceSource(PyObject value) {
    if (Buffers.isBuffer(value)) {
      return Buffers.bytes(value);
    }
    if (value instanceof PyInt || value instanceof PyStr) {
      throw Errors.typeError(
          "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    return BytesCreation.convert(value, "bytearray", NO_BYTE);
  }

  @Method("__delitem__(self, key, /)")
  static void delitem(PyByteArray self, PyObject key) {
    if (key instanceof PySlice slice) {
      deleteSlice(self, slice.bounds().within(self.length()));
      return;
    }
    int at = Subscripts.place(index(key), self.length(), OUT_OF_RANGE);
    delete(self, at, at + 1);
  }

  private static void delete(PyByteArray self, int from, int to) {
    self.replace(from, to, new byte[0], 0, 0);
  }

  private static void deleteSlice(PyByteArray self, SliceBounds range) {
    if (range.length() == 0) {
      return;
    }
    if (range.step() == 1) {
      if (range.start() == 0) {
        self.dropFront(range.length());
      } else {
        delete(self, (int) range.start(), (int) range.start() + range.length());
      }
      return;
    }
    boolean[] gone = new boolean[self.length()];
    for (int i = 0; i < range.length(); i++) {
      gone[(int) range.start() + i * (int) range.step()] = true;
    }
    byte[] rest = new byte[self.length() - range.length()];
    int count = 0;
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        rest[count++] = self.get(i);
      }
    }
    self.setContent(rest);
  }

  @Method(value = "__iadd__(self, value, /)", slot = "iconcat")
  static PyObject iadd(PyByteArray self, PyObject value) {
    if (!Buffers.isBuffer(value)) {
      throw Errors.typeError(
          "can't concat %s to %s", value.type().fullName(), self.type().fullName());
    }
    byte[] more = value == self ? self.copy() : Buffers.bytes(value);
    self.append(more);
    return self;
  }

  @Method(value = "__imul__(self, value, /)", slot = "irepeat")
  static PyObject imul(PyByteArray self, long count) {
    if (count != 1) {
      self.setContent(BytesMethods.repeated(self, count));
    }
    return self;
  }

  @Method("append(self, item, /)")
  static void append(PyByteArray self, PyObject item) {
    self.append(BytesMethods.byteValue(item));
  }

  @Method("extend(self, iterable_of_ints, /)")
  static void extend(PyByteArray self, PyObject source) {
    byte[] more;
    if (Buffers.isBuffer(source)) {
      more = source == self ? self.copy() : Buffers.bytes(source);
    } else if (Iteration.isIterable(source)) {
      Objects.lengthHint(source, 0);
      more = BytesCreation.fromIterable(source, NO_BYTE);
    } else {
      throw Errors.typeError("can't extend bytearray with %s", source.type().fullName());
    }
    self.append(more);
  }

  @Method("insert(self, index, item, /)")
  static void insert(PyByteArray self, long index, PyObject item) {
    byte value = BytesMethods.byteValue(item);
    int at = Subscripts.clip(index, self.length());
    self.replace(at, at, new byte[] {value}, 0, 1);
  }

  @Method("pop(self, index=-1, /)")
  static int pop(PyByteArray self, long index) {
    synchronized (self) {
      if (self.length() == 0) {
        throw Errors.indexError("pop from empty bytearray");
      }
      int at = Subscripts.place(index, self.length(), "pop index out of range");
      int value = self.get(at) & 0xff;
      delete(self, at, at + 1);
      return value;
    }
  }

  @Method("remove(self, value, /)")
  static void remove(PyByteArray self, PyObject value) {
    byte wanted = BytesMethods.byteValue(value);
    for (int i = 0; i < self.length(); i++) {
      if (self.get(i) == wanted) {
        delete(self, i, i + 1);
        return;
      }
    }
    throw Errors.valueError("value not found in bytearray");
  }

  @Method("clear(self, /)")
  static void clear(PyByteArray self) {
    self.setContent(new byte[0]);
  }

  @Method("copy(self, /)")
  static PyObject copy(PyByteArray self) {
    return PyByteArray.of(self.copy());
  }

  @Method("reverse(self, /)")
  static void reverse(PyByteArray self) {
    for (int i = 0, j = self.length() - 1; i < j; i++, j--) {
      byte b = self.get(i);
      self.set(i, self.get(j));
      self.set(j, b);
    }
  }

  @Method("__release_buffer__(self, buffer, /)")
  static void releaseBuffer(PyByteArray self, PyObject buffer) {
    MemoryViewMethods.releaseOwn(self, buffer);
  }

  @Method("__reduce__(self, /)")
  static PyObject reduce(PyByteArray self) {
    return reduceEx(self, 0);
  }

  @Method("__reduce_ex__(self, proto=0, /)")
  static PyObject reduceEx(PyByteArray self, int proto) {
    PyObject state = Attributes.get(self, "__getstate__").call();
    if (proto < 3) {
      PyStr latin1 =
          PyStr.ofUnits(new String(self.data(), java.nio.charset.StandardCharsets.ISO_8859_1));
      PyTuple args =
          self.length() == 0 ? PyTuple.EMPTY : PyTuple.of(latin1, PyStr.of("latin-1"));
      return PyTuple.of(self.type(), args, state);
    }
    PyTuple args = self.length() == 0 ? PyTuple.EMPTY : PyTuple.of(PyBytes.of(self.copy()));
    return PyTuple.of(self.type(), args, state);
  }

  @Method("__sizeof__(self, /)")
  static long sizeof(PyByteArray self) {
    return self.length() == 0 ? 56L : 57L + self.store().length;
  }

  @Method(value = "__alloc__(self)", textSignature = false)
  static long alloc(PyByteArray self) {
    return self.length() == 0 ? 0 : Math.max(self.store().length, self.length() + 1);
  }
}

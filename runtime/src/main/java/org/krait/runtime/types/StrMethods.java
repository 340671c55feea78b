package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.text.PercentFormat;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.text.TextRepr;
import org.krait.runtime.text.Unicode;

/** What {@code str} does as a sequence and a value. */
public final class StrMethods {
  private StrMethods() {}

  @Method("__new__(cls, /, object=NULL, encoding=NULL, errors=NULL)")
  static PyObject make(PyType cls, PyObject object, String encoding, String errors) {
    PyStr text;
    if (object == null) {
      text = PyStr.EMPTY;
    } else if (encoding == null && errors == null) {
      text = Objects.str(object);
    } else {
      text = decode(object, encoding, errors);
    }
    if (cls == PyStr.TYPE) {
      return text;
    }
    return new PyStrInstance(cls, text);
  }

  private static PyStr decode(PyObject object, String encoding, String errors) {
    if (object instanceof PyStr) {
      throw Errors.typeError("decoding str is not supported");
    }
    if (!Buffers.isBuffer(object)) {
      throw Errors.typeError(
          "decoding to str: need a bytes-like object, %s found", object.type().fullName());
    }
    return Codecs.decodeText(object, encoding == null ? "utf-8" : encoding, errors);
  }

  /** An exact {@code str} of the same content. */
  static PyStr exact(PyStr self) {
    return self.getClass() == PyStr.class ? self : self.substring(0, self.length());
  }

  @Method("__repr__(self, /)")
  static PyStr repr(PyStr self) {
    return TextRepr.of(self);
  }

  @Method("__str__(self, /)")
  static PyStr str(PyStr self) {
    return exact(self);
  }

  @Method("__hash__(self, /)")
  static long hash(PyStr self) {
    return self.hashValue();
  }

  @Method("__len__(self, /)")
  static long len(PyStr self) {
    return self.length();
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyStr self, PyObject other, int op) {
    if (!(other instanceof PyStr right)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return switch (op) {
      case Comparison.EQ -> PyBool.of(self.equals(right));
      case Comparison.NE -> PyBool.of(!self.equals(right));
      default -> PyBool.of(Comparison.holds(self.compareTo(right), op));
    };
  }

  @Method("__getitem__(self, key, /)")
  static PyObject getitem(PyStr self, PyObject key) {
    if (key.getClass() == PyLong.class) {
      return at(self, ((PyLong) key).value);
    }
    if (key instanceof PySlice slice) {
      return slice(self, slice.bounds());
    }
    if (!Subscripts.isIndex(key)) {
      throw Errors.typeError("string indices must be integers, not '%s'", key.type().fullName());
    }
    return at(self, Subscripts.index(key));
  }

  private static PyStr at(PyStr self, long index) {
    int length = self.length();
    long place = index < 0 ? index + length : index;
    if (place < 0 || place >= length) {
      throw Errors.indexError("string index out of range");
    }
    return PyStr.of(self.codePointAt((int) place));
  }

  /** The characters at places that are yet to be fitted to the text. */
  public static PyStr slice(PyStr self, SliceBounds bounds) {
    SliceBounds range = bounds.within(self.length());
    int start = (int) range.start();
    int count = range.length();
    if (count == 0) {
      return PyStr.EMPTY;
    }
    int step = (int) range.step();
    if (step == 1) {
      return self.substring(start, start + count);
    }
    long word = self.word();
    if (word != 0 && step == -1) {
      return PyStr.ofShort(ShortText.reverse(ShortText.part(word, start - count + 1, count)));
    }
    if (self.high() != 0 && step == -1 && count == self.length()) {
      return MediumText.reverse(self.low(), self.high());
    }
    PyStrBuilder picked = new PyStrBuilder(count);
    for (int i = 0; i < count; i++) {
      picked.append(self.codePointAt(start + i * step));
    }
    return picked.toPyStr();
  }

  @Method("__contains__(self, key, /)")
  static boolean contains(PyStr self, PyObject key) {
    if (!(key instanceof PyStr part)) {
      throw Errors.typeError(
          "'in <string>' requires string as left operand, not %s", key.type().fullName());
    }
    return self.contains(part);
  }

  @Method(value = "__add__(self, value, /)", slot = "concat")
  static PyObject concat(PyStr self, PyObject value) {
    if (!(value instanceof PyStr right)) {
      throw Errors.typeError(
          "can only concatenate str (not \"%s\") to str", value.type().fullName());
    }
    if (right.length() == 0) {
      return exact(self);
    }
    return self.length() == 0 ? exact(right) : self.concat(right);
  }

  @Method(value = "__mul__(self, value, /)", slot = "repeat")
  static PyObject repeat(PyStr self, long count) {
    int length = self.length();
    if (count <= 0 || length == 0) {
      return PyStr.EMPTY;
    }
    if (count == 1) {
      return exact(self);
    }
    if (count > Integer.MAX_VALUE / length) {
      throw tooLong(length, count);
    }
    if (self.word() != 0 && length * count <= ShortText.LONGEST) {
      return PyStr.ofShort(ShortText.repeat(self.word(), (int) count));
    }
    String units = self.units();
    if (units != null) {
      return PyStr.ofUnits(units.repeat((int) count));
    }
    int[] all = new int[length * (int) count];
    for (int at = 0; at < all.length; at += length) {
      System.arraycopy(self.wide(), 0, all, at, length);
    }
    return PyStr.ofCodePoints(all, 0, all.length);
  }

  private static PyException tooLong(int length, long count) {
    return count > Long.MAX_VALUE / length
        ? Errors.overflowError("repeated string is too long")
        : Errors.of(PyExceptions.MemoryError);
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyStr self) {
    return self.isAscii() ? new PyStrAsciiIterator(self) : new PyStrIterator(self);
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(PyObject self, PyObject value) {
    return self instanceof PyStr format
        ? PercentFormat.format(format, value)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__rmod__(self, value, /)")
  static PyObject rmod(PyObject self, PyObject value) {
    return value instanceof PyStr format
        ? PercentFormat.format(format, self)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__getnewargs__(self)", textSignature = false)
  static PyObject getnewargs(PyStr self) {
    PyStrBuilder copy = new PyStrBuilder();
    copy.append(self);
    return PyTuple.of(copy.toPyStr());
  }

  /** The bytes that CPython would use. */
  @Method("__sizeof__(self, /)")
  static long sizeof(PyStr self) {
    int length = self.length();
    if (self.isAscii()) {
      return 41L + length;
    }
    if (self.units() == null) {
      return 60 + 4L * length;
    }
    int all = 0;
    for (int i = 0; i < length; i++) {
      all |= self.codePointAt(i);
    }
    return all < 0x100 ? 57L + length : 58 + 2L * length;
  }

  @Method("join(self, iterable, /)")
  static PyObject join(PyStr self, PyObject iterable) {
    PyObject[] items = Iteration.items(iterable, "can only join an iterable");
    if (items.length == 1 && items[0].getClass() == PyStr.class) {
      return items[0];
    }
    boolean narrow = self.wide() == null;
    boolean few = self.length() == 0 || self.isPacked();
    long total = 0;
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof PyStr text)) {
        throw Errors.typeError(
            "sequence item %d: expected str instance, %s found", i, items[i].type().fullName());
      }
      int length = text.length();
      few &= text.isPacked() || length == 0;
      narrow &= text.wide() == null;
      total += length;
    }
    total += (long) self.length() * Math.max(0, items.length - 1);
    if (total > Integer.MAX_VALUE - 8) {
      throw Errors.overflowError("join() result is too long for a Python string");
    }
    if (few) {
      return joinPacked(self, items, (int) total);
    }
    return narrow ? joinUnits(self, items) : PyStr.joinWide(self, items, (int) total);
  }

  private static PyStr joinPacked(PyStr separator, PyObject[] items, int total) {
    byte[] all = new byte[total];
    int at = 0;
    for (int i = 0; i < items.length; i++) {
      if (i > 0) {
        at = separator.copy(all, at);
      }
      at = ((PyStr) items[i]).copy(all, at);
    }
    return PyStr.ofUnits(new String(all, StandardCharsets.ISO_8859_1));
  }

  private static PyStr joinUnits(PyStr separator, PyObject[] items) {
    String[] parts = new String[items.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = ((PyStr) items[i]).units();
    }
    return PyStr.ofUnits(String.join(separator.units(), parts));
  }

  /** {@code str.isidentifier}. */
  static boolean isIdentifier(PyStr text) {
    int length = text.length();
    if (length == 0 || !Unicode.isIdentifierStart(text.codePointAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (!Unicode.isIdentifierPart(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  static PyStr escapeNonAscii(PyStr text) {
    return TextRepr.escapeNonAscii(text);
  }
}

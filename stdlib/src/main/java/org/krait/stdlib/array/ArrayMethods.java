package org.krait.stdlib.array;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.SliceIndex;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Comparison;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyGenericAlias;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/** What arrays have in common with lists, subscripts left out. */
final class ArrayMethods {
  private static final byte[] NOTHING = {};
  private static final int SIZE = 64;

  private ArrayMethods() {}

  // ---- making

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    Arguments.noKeywords(cls, PyArray.TYPE, names, "array.array");
    int given = args.length - (names == null ? 0 : names.length);
    if (given < 1 || given > 2) {
      throw Errors.typeError(
          "array() takes at %s (%d given)",
          given < 1 ? "least 1 argument" : "most 2 arguments", given);
    }
    if (!(args[0] instanceof PyStr code) || code.length() != 1) {
      throw Errors.typeError(
          "array() argument 1 must be a unicode character, not %s", args[0].type().fullName());
    }
    AuditHooks.audit("array.__new__", code, given == 2 ? args[1] : PyNone.NONE);
    return make(cls, code.codePointAt(0), given == 2 ? args[1] : null);
  }

  private static PyArray make(PyType cls, int code, PyObject initial) {
    if (code != 'u' && initial instanceof PyStr) {
      throw Errors.typeError("cannot use a str to initialize an array with typecode '%c'", code);
    }
    if (code != 'u' && initial instanceof PyArray a && a.items == ItemType.CHARACTER) {
      throw Errors.typeError(
          "cannot use a unicode array to initialize an array with typecode '%c'", code);
    }
    ItemType items = ItemType.of(code);
    if (items == null) {
      throw Errors.valueError(
          "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    }
    PyArray array = new PyArray(cls, items, NOTHING);
    if (initial != null) {
      fill(array, initial);
    }
    return array;
  }

  private static void fill(PyArray array, PyObject initial) {
    if (initial instanceof PyBytes || initial instanceof PyByteArray) {
      ArrayBytes.fromBytes(array, initial);
    } else if (initial instanceof PyStr text) {
      ArrayBytes.fromText(array, text);
    } else if (initial instanceof PyArray other && other.items == array.items) {
      array.replace(0, 0, other.copy());
    } else {
      appendAll(array, initial);
    }
  }

  private static void appendAll(PyArray array, PyObject iterable) {
    PyObject iterator = Iteration.iterator(iterable);
    for (PyObject x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
      array.append(x);
    }
  }

  // ---- as any object

  @Method("__repr__(self, /)")
  static PyObject repr(PyArray self) {
    String head = self.type().name() + "('" + self.items.code + "'";
    if (self.size() == 0) {
      return PyStr.of(head + ")");
    }
    PyObject content =
        self.items == ItemType.CHARACTER ? ArrayBytes.toText(self) : ArrayBytes.toList(self);
    return PyStr.of(head + ", ").concat(Objects.repr(content)).concat(PyStr.of(")"));
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyArray self, PyObject other, int op) {
    if (!(other instanceof PyArray array)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean equality = op == Comparison.EQ || op == Comparison.NE;
    if (equality && self.size() != array.size()) {
      return PyBool.of(op == Comparison.NE);
    }
    for (int i = 0; i < self.size() && i < array.size(); i++) {
      PyObject a = self.get(i);
      PyObject b = array.get(i);
      if (!Comparison.test(a, b, Comparison.EQ)) {
        return equality ? PyBool.of(op == Comparison.NE) : Comparison.compare(a, b, op);
      }
    }
    return PyBool.of(Comparison.holds(Integer.compare(self.size(), array.size()), op));
  }

  @Method("__sizeof__(self, /)")
  static long sizeOf(PyArray self) {
    return SIZE + (long) self.size() * self.items.size;
  }

  @Method(value = "__class_getitem__(cls, object, /)", textSignature = false)
  static PyObject classGetItem(PyType cls, PyObject object) {
    return PyGenericAlias.of(cls, object);
  }

  @Method("__copy__(self, /)")
  static PyObject copy(PyArray self) {
    return new PyArray(PyArray.TYPE, self.items, self.copy());
  }

  @Method("__deepcopy__(self, unused, /)")
  static PyObject deepCopy(PyArray self, PyObject unused) {
    return copy(self);
  }

  @Getter("typecode")
  static String typeCode(PyArray self) {
    return String.valueOf(self.items.code);
  }

  @Getter("itemsize")
  static int itemSize(PyArray self) {
    return self.items.size;
  }

  // ---- searching

  @Method("__contains__(self, key, /)")
  static boolean contains(PyArray self, PyObject key) {
    return find(self, key, 0, self.size()) >= 0;
  }

  private static int find(PyArray self, PyObject value, int from, int to) {
    for (int i = from; i < to && i < self.size(); i++) {
      if (Comparison.equal(self.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  @Method("index(self, v, start=0, stop=sys.maxsize, /)")
  static int index(
      PyArray self,
      PyObject v,
      @SliceIndex(none = false) long start,
      @SliceIndex(none = false) long stop) {
    int size = self.size();
    int found = find(self, v, Subscripts.clip(start, size), Subscripts.clip(stop, size));
    if (found < 0) {
      throw Errors.valueError("array.index(x): x not in array");
    }
    return found;
  }

  @Method("count(self, v, /)")
  static int count(PyArray self, PyObject v) {
    int count = 0;
    for (int i = 0; i < self.size(); i++) {
      if (Comparison.equal(self.get(i), v)) {
        count++;
      }
    }
    return count;
  }

  // ---- changing

  @Method("append(self, v, /)")
  static void append(PyArray self, PyObject v) {
    self.append(v);
  }

  @Method("insert(self, i, v, /)")
  static void insert(PyArray self, long i, PyObject v) {
    self.insert(Subscripts.clip(i, self.size()), v);
  }

  @Method("extend(self, bb, /)")
  static void extend(PyArray self, PyObject other) {
    if (!(other instanceof PyArray array)) {
      appendAll(self, other);
      return;
    }
    if (array.items != self.items) {
      throw Errors.typeError("can only extend with array of same kind");
    }
    self.replace(self.size(), self.size(), array.copy());
  }

  @Method("pop(self, i=-1, /)")
  static PyObject pop(PyArray self, long i) {
    if (self.size() == 0) {
      throw Errors.make(PyExceptions.IndexError, "pop from empty array");
    }
    int at = Subscripts.place(i, self.size(), "pop index out of range");
    PyObject value = self.get(at);
    self.replace(at, at + 1, NOTHING);
    return value;
  }

  @Method("remove(self, v, /)")
  static void remove(PyArray self, PyObject v) {
    int at = find(self, v, 0, self.size());
    if (at < 0) {
      throw Errors.valueError("array.remove(x): x not in array");
    }
    self.replace(at, at + 1, NOTHING);
  }

  @Method("reverse(self, /)")
  static void reverse(PyArray self) {
    for (int i = 0, j = self.size() - 1; i < j; i++, j--) {
      self.swap(i, j);
    }
  }

  @Method("byteswap(self, /)")
  static void byteSwap(PyArray self) {
    self.swapBytes();
  }
}

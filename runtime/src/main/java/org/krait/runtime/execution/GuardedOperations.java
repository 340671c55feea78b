package org.krait.runtime.execution;

import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.ObjectType;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Special;
import org.krait.runtime.Subscripts;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.FloatArithmetic;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictView;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyRange;
import org.krait.runtime.types.PyZip;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyRangeIterator;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * What machine code links to where it has assumed something: each method does one exact thing and throws
 * {@link GuardFailed} when the values are not what it is for, before it has changed anything.
 *
 * <p>None of them runs Python code. All are small, so that HotSpot inlines them and nothing depends on
 * profiles that many callers share.
 */
public final class GuardedOperations {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;
  private static final PyStr CLASS = PyStr.interned("__class__");

  private GuardedOperations() {}

  // ---- kinds

  public static long asLong(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return ((PyLong) value).value;
    }
    throw FAILED;
  }

  public static double asDouble(PyObject value) {
    if (value.getClass() == PyFloat.class) {
      return ((PyFloat) value).value;
    }
    throw FAILED;
  }

  /** A float, or an int as one. */
  public static double toDouble(PyObject value) {
    if (value.getClass() == PyFloat.class) {
      return ((PyFloat) value).value;
    }
    if (value.getClass() == PyLong.class) {
      return ((PyLong) value).value;
    }
    throw FAILED;
  }

  public static boolean asTruth(PyObject value) {
    if (value == PyBool.TRUE) {
      return true;
    }
    if (value == PyBool.FALSE) {
      return false;
    }
    throw FAILED;
  }

  public static PyObject box(long value) {
    return PyLong.of(value);
  }

  public static PyObject box(double value) {
    return new PyFloat(value);
  }

  public static PyObject box(boolean value) {
    return value ? PyBool.TRUE : PyBool.FALSE;
  }

  public static PyObject notNull(PyObject value) {
    if (value == null) {
      throw FAILED;
    }
    return value;
  }

  /** The truth of values whose type says so without Python code. */
  public static boolean isTrue(PyObject value) {
    if (value == PyBool.TRUE) {
      return true;
    }
    if (value == PyBool.FALSE || value == PyNone.NONE) {
      return false;
    }
    return isTrueSlow(value);
  }

  private static boolean isTrueSlow(PyObject value) {
    return switch (value) {
      case PyLong n -> n.value != 0;
      case PyFloat f when f.getClass() == PyFloat.class -> f.value != 0;
      case PyStr s when s.getClass() == PyStr.class -> s.length() != 0;
      case PyList l when l.getClass() == PyList.class -> l.size() != 0;
      case PyTuple t when t.getClass() == PyTuple.class -> t.size() != 0;
      case PyDict d when d.getClass() == PyDict.class -> d.size() != 0;
      case PySet s when s.getClass() == PySet.class -> s.size() != 0;
      default -> isTrueByType(value);
    };
  }

  private static boolean isTrueByType(PyObject value) {
    PyType type = value.type();
    if (!type.isHeap()) {
      return Objects.isTrue(value);
    }
    if (type.special(Special.BOOL) == null && type.special(Special.LEN) == null) {
      return true;
    }
    throw FAILED;
  }

  // ---- numbers

  public static long add(long a, long b) {
    long r = a + b;
    if (((a ^ r) & (b ^ r)) < 0) {
      throw FAILED;
    }
    return r;
  }

  public static long sub(long a, long b) {
    long r = a - b;
    if (((a ^ b) & (a ^ r)) < 0) {
      throw FAILED;
    }
    return r;
  }

  public static long mul(long a, long b) {
    long r = a * b;
    if (Math.multiplyHigh(a, b) != r >> 63) {
      throw FAILED;
    }
    return r;
  }

  public static long neg(long a) {
    if (a == Long.MIN_VALUE) {
      throw FAILED;
    }
    return -a;
  }

  public static long floordiv(long a, long b) {
    if (b == 0 || a == Long.MIN_VALUE && b == -1) {
      throw FAILED;
    }
    return Math.floorDiv(a, b);
  }

  public static long mod(long a, long b) {
    if (b == 0) {
      throw FAILED;
    }
    return Math.floorMod(a, b);
  }

  /** Exact: both numbers are doubles, so one rounding is the only one. */
  public static double truediv(long a, long b) {
    if (b == 0 || Math.abs(a) > 1L << 53 || Math.abs(b) > 1L << 53) {
      throw FAILED;
    }
    return (double) a / (double) b;
  }

  public static long lshift(long a, long b) {
    if (b < 0 || b > 62 || a << b >> b != a) {
      throw FAILED;
    }
    return a << b;
  }

  public static long rshift(long a, long b) {
    if (b < 0) {
      throw FAILED;
    }
    return a >> Math.min(b, 63);
  }

  /** Small powers by repeated squaring. */
  public static long pow(long a, long b) {
    if (b < 0) {
      throw FAILED;
    }
    long r = 1;
    while (b > 0) {
      if ((b & 1) != 0) {
        r = mul(r, a);
      }
      b >>= 1;
      if (b > 0) {
        a = mul(a, a);
      }
    }
    return r;
  }

  public static double truediv(double a, double b) {
    if (b == 0) {
      throw FAILED;
    }
    return a / b;
  }

  public static double floordiv(double a, double b) {
    if (b == 0) {
      throw FAILED;
    }
    return FloatArithmetic.floorDivide(a, b);
  }

  public static double mod(double a, double b) {
    if (b == 0) {
      throw FAILED;
    }
    return FloatArithmetic.modulo(a, b);
  }

  public static double pow(double a, double b) {
    if (b == 2.0 && Math.abs(a) < 1e150) {
      return a * a;
    }
    if (b == 0.5 && a >= 0) {
      return pow0(a, b);
    }
    if (FloatArithmetic.pow(a, b) instanceof PyFloat result) {
      return result.value;
    }
    throw FAILED;
  }

  private static double pow0(double a, double b) {
    return ((PyFloat) FloatArithmetic.pow(a, b)).value;
  }

  /** A long that a double can hold, for comparison with one. */
  public static double exact(long a) {
    if (Math.abs(a) > 1L << 53) {
      throw FAILED;
    }
    return (double) a;
  }

  private static boolean isNumber(PyObject value) {
    Class<?> type = value.getClass();
    return type == PyLong.class || type == PyFloat.class || type == PyBigInt.class;
  }

  /** An operator on numbers of any size. */
  public static PyObject numbers(PyObject a, PyObject b, int operator) {
    if (isNumber(a) && isNumber(b)) {
      return arithmetic(a, b, operator);
    }
    throw FAILED;
  }

  private static PyObject arithmetic(PyObject a, PyObject b, int operator) {
    try {
      return Instructions.binary(operator, a, b);
    } catch (PyException raised) {
      // The interpreter raises it again, in a frame.
      throw FAILED;
    }
  }

  private static boolean isClosed(PyObject value) {
    Class<?> type = value.getClass();
    return type == PyLong.class
        || type == PyFloat.class
        || type == PyStr.class
        || type == PyList.class
        || type == PyTuple.class
        || type == PyBigInt.class
        || type == PyBool.class
        || type == PyNone.class
        || type == PyBytes.class;
  }

  /** Addition and multiplication of values of builtin types: no Python code runs. */
  public static PyObject closed(PyObject a, PyObject b, int operator) {
    if (isClosed(a) && isClosed(b)) {
      return arithmetic(a, b, operator);
    }
    throw FAILED;
  }

  /** An argument that builtin methods can hash and compare without Python code. */
  public static PyObject closed(PyObject value) {
    Class<?> type = value.getClass();
    if (type == PyLong.class
        || type == PyStr.class
        || type == PyFloat.class
        || type == PyNone.class
        || type == PyBool.class
        || isPlainTuple(value)) {
      return value;
    }
    throw FAILED;
  }

  public static PyObject negative(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return PyLong.of(neg(((PyLong) value).value));
    }
    if (value.getClass() == PyFloat.class) {
      return new PyFloat(-((PyFloat) value).value);
    }
    throw FAILED;
  }

  public static boolean isTrue(long value) {
    return value != 0;
  }

  public static boolean isTrue(double value) {
    return value != 0;
  }

  /** Comparison of numbers, texts, and other values that compare without Python code. */
  public static boolean compare(PyObject a, PyObject b, int operator) {
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return compareTexts((PyStr) a, (PyStr) b, operator);
    }
    boolean equality = operator == Comparison.EQ || operator == Comparison.NE;
    if (isNumber(a) && isNumber(b)
        || equality && isScalar(a) && isScalar(b)) {
      return Compare.compare(a, b, operator) == PyBool.TRUE;
    }
    throw FAILED;
  }

  private static boolean compareTexts(PyStr a, PyStr b, int operator) {
    return switch (operator) {
      case Comparison.EQ -> a.equals(b);
      case Comparison.NE -> !a.equals(b);
      default -> Comparison.holds(a.compareTo(b), operator);
    };
  }

  private static boolean isScalar(PyObject value) {
    Class<?> type = value.getClass();
    return isNumber(value)
        || type == PyStr.class
        || type == PyNone.class
        || type == PyBool.class
        || type == PyBytes.class;
  }

  /** {@code is}, for values that may have lain unboxed: ints are the same when they are equal. */
  public static boolean isSame(PyObject a, PyObject b) {
    return a == b
        || a.getClass() == PyLong.class
            && b.getClass() == PyLong.class
            && ((PyLong) a).value == ((PyLong) b).value
        || a.getClass() == PyFloat.class
            && b.getClass() == PyFloat.class
            && Double.doubleToRawLongBits(((PyFloat) a).value)
                == Double.doubleToRawLongBits(((PyFloat) b).value);
  }

  public static long abs(long value) {
    return value < 0 ? neg(value) : value;
  }

  public static double abs(double value) {
    return Math.abs(value);
  }

  public static long min(long a, long b) {
    return b < a ? b : a;
  }

  public static long max(long a, long b) {
    return b > a ? b : a;
  }

  /** As Python: the first where they are equal or cannot be compared. */
  public static double min(double a, double b) {
    return b < a ? b : a;
  }

  public static double max(double a, double b) {
    return b > a ? b : a;
  }

  public static double sqrt(double value) {
    if (value >= 0) {
      return Math.sqrt(value);
    }
    throw FAILED;
  }

  public static long truncate(double value) {
    if (Math.abs(value) < 9e18) {
      return (long) value;
    }
    throw FAILED;
  }

  // ---- str

  public static long ord(PyObject text) {
    if (text.getClass() == PyStr.class && ((PyStr) text).length() == 1) {
      return ((PyStr) text).codePointAt(0);
    }
    throw FAILED;
  }

  public static PyObject chr(long codePoint) {
    if (codePoint < 0 || codePoint > 0x10ffff) {
      throw FAILED;
    }
    return PyStr.of((int) codePoint);
  }

  public static PyObject format(long value) {
    return PyStr.of(Long.toString(value));
  }

  public static boolean equalText(PyObject a, PyObject b) {
    if (a == b && a.getClass() == PyStr.class) {
      return true;
    }
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return a.equals(b);
    }
    throw FAILED;
  }

  public static int compareText(PyObject a, PyObject b) {
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return ((PyStr) a).compareTo((PyStr) b);
    }
    throw FAILED;
  }

  public static PyObject concat(PyObject a, PyObject b) {
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return ((PyStr) a).concat((PyStr) b);
    }
    throw FAILED;
  }

  /** {@code FORMAT_VALUE} without a format, for values that cannot run Python code. */
  public static PyObject format(PyObject value) {
    if (value.getClass() == PyStr.class) {
      return value;
    }
    if (value.getClass() == PyLong.class) {
      return PyStr.of(Long.toString(((PyLong) value).value));
    }
    throw FAILED;
  }

  // ---- attributes

  public static PyObject attribute(PyObject object, Shape shape, int index) {
    if (object instanceof PyInstance instance && instance.shape() == shape) {
      PyObject value = instance.slot(index);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  public static void checkShape(PyObject object, Shape shape) {
    if (!(object instanceof PyInstance instance) || instance.shape() != shape) {
      throw FAILED;
    }
  }

  /** Whether the object has the shape; null is nobody's. */
  public static boolean hasShape(PyObject object, Shape shape) {
    return object instanceof PyInstance instance && instance.shape() == shape;
  }

  public static void checkType(PyObject object, PyType type) {
    if (object.type() != type) {
      throw FAILED;
    }
  }

  public static boolean hasType(PyObject object, PyType type) {
    return object.type() == type;
  }

  public static PyObject typeOf(PyObject object) {
    return object.type();
  }

  /** {@code isinstance} with a class whose metaclass is {@code type}. */
  public static boolean isInstance(PyObject object, PyType type) {
    PyType own = object.type();
    if (own == type || own.isSubtypeOf(type)) {
      return true;
    }
    if (own.lookup(CLASS) != ObjectType.TYPE.lookup(CLASS)) {
      throw FAILED;
    }
    return false;
  }

  public static void setAttribute(PyObject object, Shape shape, int index, PyObject value) {
    if (!(object instanceof PyInstance instance) || !instance.setSlot(shape, index, value)) {
      throw FAILED;
    }
  }

  public static void addAttribute(
      PyObject object, Shape shape, Shape after, int index, PyObject value) {
    if (!(object instanceof PyInstance instance)
        || instance.shape() != shape
        || Concurrency.active()) {
      throw FAILED;
    }
    instance.setSlot(index, value);
    instance.setShape(after);
  }

  // ---- items

  public static PyObject listItem(PyObject list, long index) {
    if (list.getClass() == PyList.class) {
      PyList exact = (PyList) list;
      long at = index < 0 ? index + exact.size() : index;
      if (at == (int) at) {
        PyObject item = exact.itemOrNull((int) at);
        if (item != null) {
          return item;
        }
      }
    }
    throw FAILED;
  }

  public static void setListItem(PyObject list, long index, PyObject value) {
    if (list.getClass() == PyList.class) {
      PyList exact = (PyList) list;
      long at = index < 0 ? index + exact.size() : index;
      if (at == (int) at && exact.set((int) at, value)) {
        return;
      }
    }
    throw FAILED;
  }

  public static PyObject tupleItem(PyObject tuple, long index) {
    if (tuple.getClass() == PyTuple.class) {
      PyTuple exact = (PyTuple) tuple;
      long at = index < 0 ? index + exact.size() : index;
      if (at >= 0 && at < exact.size()) {
        return exact.get((int) at);
      }
    }
    throw FAILED;
  }

  public static PyObject character(PyObject text, long index) {
    if (text.getClass() == PyStr.class) {
      PyStr exact = (PyStr) text;
      long at = index < 0 ? index + exact.length() : index;
      if (at >= 0 && at < exact.length()) {
        return PyStr.of(exact.codePointAt((int) at));
      }
    }
    throw FAILED;
  }

  /** Keys whose hash and comparison run no Python code among their like. */
  private static void checkKey(PyObject key) {
    Class<?> type = key.getClass();
    if (type != PyStr.class && type != PyLong.class && !isPlainTuple(key) && !isPlainKey(key)) {
      throw FAILED;
    }
  }

  private static boolean isPlainTuple(PyObject key) {
    if (key.getClass() != PyTuple.class) {
      return false;
    }
    for (PyObject item : ((PyTuple) key).items()) {
      Class<?> type = item.getClass();
      if (type != PyLong.class && type != PyStr.class && !isPlainKey(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainKey(PyObject key) {
    Class<?> java = key.getClass();
    if (java == PyBytes.class || java == PyFloat.class || java == PyBigInt.class
        || java == PyBool.class || key == PyNone.NONE) {
      return true;
    }
    PyType type = key.type();
    return type.special(Special.HASH) == ObjectType.TYPE.special(Special.HASH)
        && type.special(Special.EQ) == ObjectType.TYPE.special(Special.EQ);
  }

  public static PyObject dictItem(PyObject dict, PyObject key) {
    if (dict.getClass() == PyDict.class) {
      checkKey(key);
      PyObject value = ((PyDict) dict).get(key);
      if (value != null) {
        return value;
      }
    }
    throw FAILED;
  }

  public static void setDictItem(PyObject dict, PyObject key, PyObject value) {
    if (dict.getClass() != PyDict.class) {
      throw FAILED;
    }
    checkKey(key);
    ((PyDict) dict).put(key, value);
  }

  public static boolean isKey(PyObject container, PyObject key) {
    checkKey(key);
    Class<?> type = container.getClass();
    if (type == PyDict.class) {
      return ((PyDict) container).containsKey(key);
    }
    if (type == PySet.class) {
      return ((PySet) container).contains(key);
    }
    if (type == PyFrozenSet.class) {
      return ((PyFrozenSet) container).contains(key);
    }
    throw FAILED;
  }

  public static boolean containsText(PyObject container, PyObject part) {
    if (container.getClass() == PyStr.class && part.getClass() == PyStr.class) {
      return Iteration.contains(container, part);
    }
    throw FAILED;
  }

  public static long length(PyObject value) {
    Class<?> type = value.getClass();
    if (type == PyList.class) {
      return ((PyList) value).size();
    }
    if (type == PyTuple.class) {
      return ((PyTuple) value).size();
    }
    if (type == PyStr.class) {
      return ((PyStr) value).length();
    }
    if (type == PyDict.class) {
      return ((PyDict) value).size();
    }
    if (type == PySet.class) {
      return ((PySet) value).size();
    }
    if (!value.type().isHeap() && value.type().special(Special.LEN) != null) {
      return Objects.length(value);
    }
    throw FAILED;
  }

  public static void append(PyObject list, PyObject value) {
    if (list.getClass() != PyList.class) {
      throw FAILED;
    }
    ((PyList) list).append(value);
  }

  /** For {@code UNPACK_SEQUENCE}: the items of a tuple or list of exactly this size. */
  public static PyObject[] items(PyObject sequence, int count) {
    if (sequence.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) sequence).items();
      if (items.length == count) {
        return items;
      }
    } else if (sequence.getClass() == PyList.class && ((PyList) sequence).size() == count) {
      PyObject[] items = ((PyList) sequence).toArray();
      if (items.length == count) {
        return items;
      }
    }
    throw FAILED;
  }

  public static void listAppend(PyObject list, PyObject value) {
    ((PyList) list).append(value);
  }

  /** {@code in} a list or tuple of values that compare without Python code. */
  public static boolean isItem(PyObject sequence, PyObject value) {
    PyObject[] items;
    if (sequence.getClass() == PyTuple.class) {
      items = ((PyTuple) sequence).items();
    } else if (sequence.getClass() == PyList.class) {
      items = ((PyList) sequence).toArray();
    } else {
      throw FAILED;
    }
    for (PyObject item : items) {
      if (item == value || compare(item, value, Comparison.EQ)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBound(PyObject bound) {
    return bound == PyNone.NONE || bound.getClass() == PyLong.class;
  }

  private static boolean isPlainIndex(PyObject key) {
    return key.getClass() == PyLong.class
        || key.getClass() == PySlice.class
            && isBound(((PySlice) key).start())
            && isBound(((PySlice) key).stop())
            && isBound(((PySlice) key).step());
  }

  /** {@code a[b]} where that runs no Python code. */
  public static PyObject nativeItem(PyObject container, PyObject key) {
    if (container instanceof NativeItems && !container.type().isHeap() && isPlainIndex(key)) {
      return Items.get(container, key);
    }
    throw FAILED;
  }

  /** {@code a[b] = c} where that runs no Python code. */
  public static void setNativeItem(PyObject value, PyObject container, PyObject key) {
    Class<?> type = value.getClass();
    boolean plain =
        type == PyLong.class || type == PyFloat.class || type == PyList.class
            || type == PyTuple.class || type == PyBytes.class;
    if (plain && container instanceof NativeItems && !container.type().isHeap() && isPlainIndex(key)) {
      Items.set(container, key, value);
      return;
    }
    throw FAILED;
  }

  /** {@code a[b:c] = d} of a list. */
  public static void setSlice(PyObject value, PyObject container, PyObject from, PyObject to) {
    if (container.getClass() == PyList.class && isBound(from) && isBound(to)
        && (value.getClass() == PyList.class || value.getClass() == PyTuple.class)) {
      Items.set(container, new PySlice(from, to, PyNone.NONE), value);
      return;
    }
    throw FAILED;
  }

  /** A byte of {@code bytes} or {@code bytearray}. */
  public static long byteItem(PyObject bytes, long index) {
    Class<?> type = bytes.getClass();
    if (type == PyBytes.class || type == PyByteArray.class) {
      PyByteString string = (PyByteString) bytes;
      int length = string.length();
      long at = index < 0 ? index + length : index;
      if (at >= 0 && at < length) {
        return string.get((int) at) & 0xff;
      }
    }
    throw FAILED;
  }

  /** {@code a[b:c]} of builtin sequences. */
  public static PyObject slice(PyObject sequence, PyObject from, PyObject to) {
    Class<?> type = sequence.getClass();
    if ((type == PyList.class || type == PyStr.class || type == PyTuple.class || type == PyBytes.class)
        && isBound(from)
        && isBound(to)) {
      return Subscripts.get(sequence, new PySlice(from, to, PyNone.NONE));
    }
    throw FAILED;
  }

  public static PyObject newSlice(PyObject start, PyObject stop, PyObject step) {
    return new PySlice(start, stop, step);
  }

  // ---- iterators

  /** The iterator of a value of exactly this builtin class. */
  public static PyObject iterator(PyObject iterable, Class<?> type) {
    if (iterable.getClass() != type || iterable.type().isHeap()) {
      throw FAILED;
    }
    return Iteration.iterator(iterable);
  }

  public static PyObject asList(PyObject value) {
    if (value.getClass() != PyList.class) {
      throw FAILED;
    }
    return value;
  }

  public static PyObject asTuple(PyObject value) {
    if (value.getClass() != PyTuple.class) {
      throw FAILED;
    }
    return value;
  }

  /** The item at an index, or null behind the last. */
  public static PyObject itemOrNull(PyObject list, long index) {
    return ((PyList) list).itemOrNull((int) index);
  }

  /** How many numbers a range has. */
  public static long rangeLength(long start, long stop, long step) {
    if (step > 0 ? start >= stop : start <= stop) {
      return 0;
    }
    long span = step > 0 ? stop - start : start - stop;
    if (span < 0 || step == 0 || step == Long.MIN_VALUE) {
      throw FAILED;
    }
    return (span - 1) / Math.abs(step) + 1;
  }

  public static long rangeNext(PyObject iterator) {
    if (iterator.getClass() != PyRangeIterator.class) {
      throw FAILED;
    }
    return ((PyRangeIterator) iterator).number();
  }

  public static long rangeLeft(PyObject iterator, long step) {
    PyRangeIterator exact = (PyRangeIterator) iterator;
    if (exact.step() != step) {
      throw FAILED;
    }
    return exact.left();
  }

  public static PyObject iteratedList(PyObject iterator) {
    if (iterator.getClass() != PyListIterator.class
        || ((PyListIterator) iterator).list() == null
        || ((PyListIterator) iterator).list().getClass() != PyList.class) {
      throw FAILED;
    }
    return ((PyListIterator) iterator).list();
  }

  public static long iteratedIndex(PyObject iterator) {
    return ((PyListIterator) iterator).index();
  }

  /** The next item of an iterator of this class, none of whose kind runs Python code. */
  public static PyObject next(PyObject iterator, Class<?> type) {
    if (iterator.getClass() != type) {
      throw FAILED;
    }
    return ((PyIterator) iterator).next();
  }

  /** The next item of {@code enumerate} or {@code zip}, where the iterators below run no Python code. */
  public static PyObject nextNative(PyObject iterator) {
    if (!PyIterator.isNative(iterator)) {
      throw FAILED;
    }
    Class<?> type = iterator.getClass();
    return type == PyEnumerate.class
        ? ((PyEnumerate) iterator).next()
        : type == PyZip.class ? ((PyZip) iterator).next() : ((PyIterator) iterator).next();
  }

  /** An instance of a builtin type, made of what can be iterated without Python code. */
  public static PyObject ofIterable(PyObject a, PyType type) {
    checkIterable(a);
    return type.call(a);
  }

  public static PyObject ofIterables(PyObject a, PyObject b, PyType type) {
    checkIterable(a);
    checkIterable(b);
    return type.call(a, b);
  }

  private static void checkIterable(PyObject value) {
    Class<?> type = value.getClass();
    if (type != PyList.class && type != PyTuple.class && type != PyStr.class && type != PyRange.class
        && type != PyDict.class && type != PySet.class && type != PyBytes.class
        && !(value instanceof PyDictView) && !PyIterator.isNative(value)) {
      throw FAILED;
    }
    if (value.type().isHeap()) {
      throw FAILED;
    }
  }

  /** A number or text made of a number or text; it may raise. */
  public static PyObject ofScalar(PyObject a, PyType type) {
    Class<?> java = a.getClass();
    if (java != PyLong.class && java != PyFloat.class && java != PyStr.class && java != PyBool.class
        && java != PyBigInt.class || a.type().isHeap()) {
      throw FAILED;
    }
    return type.call(a);
  }

  public static PyObject rangeIterator(long next, long left, long step) {
    return new PyRangeIterator(next, step, left);
  }

  public static PyObject listIterator(PyObject list, long index) {
    return PyListIterator.at(list, (int) index);
  }

  // ---- variables and calls

  public static PyObject cellValue(PyObject cell) {
    PyObject value = ((PyCell) cell).get();
    if (value == null) {
      throw FAILED;
    }
    return value;
  }

  public static PyObject newCell(PyObject value) {
    return new PyCell(value);
  }

  public static void setGlobal(PyObject value, PyDict globals, PyStr name) {
    globals.put(name, value);
  }

  public static void setCell(PyObject cell, PyObject value) {
    ((PyCell) cell).set(value);
  }

  public static PyObject freeCell(PyFunction function, int index) {
    return function.closure[index];
  }

  /** A function with this code, whichever closure it is. */
  public static PyFunction functionOf(PyObject callee, PyCode code, CompiledCode unit) {
    if (callee instanceof PyFunction function
        && function.code() == code
        && function.globals == unit.globals) {
      return function;
    }
    throw FAILED;
  }

  public static void checkSame(PyObject value, PyObject expected) {
    if (value != expected) {
      throw FAILED;
    }
  }

  /** At jumps back: whether something waits, or what the code was built on has changed. */
  public static void poll(ThreadState thread, CompiledCode unit) {
    if (thread.pending || unit.stale) {
      throw FAILED;
    }
  }

  /** What to throw where the interpreter has to go on. */
  public static Throwable failure() {
    return FAILED;
  }

  /** Counts a call; the limit is the interpreter's affair. */
  public static void enter(ThreadState thread) {
    int depth = thread.depth + 1;
    if (depth > thread.interpreter.recursionLimit) {
      throw FAILED;
    }
    thread.depth = depth;
  }

  public static void leave(ThreadState thread) {
    thread.depth--;
  }

  /** Makes a function's frame and puts it on top, before something that could look at it. */
  public static PyFrame open(ThreadState thread, PyCode code, PyFunction function) {
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    frame.state = PyFrame.RUNNING;
    frame.back = thread.frame;
    thread.frame = frame;
    return frame;
  }

  /** Takes the frame of a function that returns from the top. */
  public static void close(ThreadState thread, PyFrame frame) {
    thread.frame = frame.back;
    frame.state = PyFrame.DONE;
  }

  public static PyObject newInstance(PyType type) {
    return new PyInstance(type);
  }

  /** Whether the type's instances are made by {@code object.__new__} and nothing else. */
  public static boolean isPlainClass(PyType type) {
    return type.isHeap()
        && type.type() == PyType.TYPE
        && type.layout() == ObjectType.TYPE.layout()
        && !type.isAbstract()
        && type.special(Special.NEW) == ObjectType.TYPE.special(Special.NEW);
  }

  public static PyObject makeFunction(
      PyDict globals, PyObject code, PyObject closure, PyObject annotations, PyObject keywordDefaults,
      PyObject defaults) {
    return MakeFunction.of(globals, code, closure, annotations, keywordDefaults, defaults);
  }
}

package org.krait.runtime.execution;

import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.ListSubscripts;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.SliceBounds;
import org.krait.runtime.types.StrMethods;
import org.krait.runtime.types.TupleMethods;

/** {@link GuardedOperations} on texts and bytes, and what other sequences have in common with them. */
public final class GuardedTexts {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  /** Longer ones are the interpreter's affair, because nobody looks meanwhile whether to leave. */
  private static final int MOST_CHARACTERS = 1 << 18;

  /** Long texts that are added to are put together later, by whoever reads them. */
  private static final int MOST_TEXT = 1 << 30;

  private static final int MOST_SEARCHED = 1 << 15;

  private GuardedTexts() {}

  // ---- str

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
    return PyStr.ofDecimal(value);
  }

  /** {@code FORMAT_VALUE} without a format, for values that cannot run Python code. */
  public static PyObject format(PyObject value) {
    if (value.getClass() == PyStr.class) {
      return value;
    }
    if (value.getClass() == PyLong.class) {
      return PyStr.ofDecimal(((PyLong) value).value);
    }
    throw FAILED;
  }

  public static boolean containsText(PyObject container, PyObject part) {
    if (container.getClass() == PyStr.class && part.getClass() == PyStr.class
        && ((PyStr) container).length() <= MOST_SEARCHED) {
      return ((PyStr) container).contains((PyStr) part);
    }
    throw FAILED;
  }

  // ---- bytes

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

  /** {@code bytes(a)} of a count, of bytes, or of a list or tuple of ints. */
  public static PyObject bytesOf(PyObject a) {
    PyBytes made = PyBytes.ofPlain(a);
    if (made == null) {
      throw FAILED;
    }
    return made;
  }

  /** {@code a.append(value)} of a bytearray. */
  public static void appendByte(PyObject a, long value) {
    if (!(a instanceof PyByteArray array)) {
      throw FAILED;
    }
    array.append(value);
  }

  /** {@code a += b} of a bytearray and bytes. */
  public static PyObject extendBytes(PyObject a, PyObject b) {
    if (a.getClass() == PyByteArray.class && b.getClass() == PyBytes.class) {
      ((PyByteArray) a).append(((PyBytes) b).array());
      return a;
    }
    throw FAILED;
  }

  // ---- all sequences

  public static PyObject concatTexts(PyObject a, PyObject b) {
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class
        && ((PyStr) a).length() <= MOST_TEXT && ((PyStr) b).length() <= MOST_CHARACTERS) {
      return ((PyStr) a).concat((PyStr) b);
    }
    throw FAILED;
  }

  public static PyObject concatBytes(PyObject a, PyObject b) {
    if (a.getClass() == PyBytes.class && b.getClass() == PyBytes.class
        && ((PyBytes) a).length() <= MOST_CHARACTERS && ((PyBytes) b).length() <= MOST_CHARACTERS) {
      return ((PyBytes) a).concat((PyBytes) b);
    }
    throw FAILED;
  }

  public static PyObject concatTuples(PyObject a, PyObject b) {
    if (a.getClass() == PyTuple.class && b.getClass() == PyTuple.class
        && ((PyTuple) a).size() <= MOST_CHARACTERS && ((PyTuple) b).size() <= MOST_CHARACTERS) {
      return ((PyTuple) a).concat((PyTuple) b);
    }
    throw FAILED;
  }

  public static PyObject concatLists(PyObject a, PyObject b) {
    if (a.getClass() == PyList.class && b.getClass() == PyList.class
        && ((PyList) a).size() <= MOST_CHARACTERS && ((PyList) b).size() <= MOST_CHARACTERS) {
      return ((PyList) a).concat((PyList) b);
    }
    throw FAILED;
  }

  /** {@code a += b} of a list. */
  public static PyObject extendList(PyObject a, PyObject b) {
    if (a.getClass() != PyList.class) {
      throw FAILED;
    }
    if (b.getClass() == PyList.class) {
      ((PyList) a).appendAll((PyList) b);
    } else if (b.getClass() == PyTuple.class) {
      ((PyList) a).appendAll(((PyTuple) b).items(), ((PyTuple) b).size());
    } else {
      throw FAILED;
    }
    return a;
  }

  private static boolean isBound(PyObject bound) {
    return bound == PyNone.NONE || bound.getClass() == PyLong.class;
  }

  /** {@code a[b:c]} of builtin sequences. */
  public static PyObject slice(PyObject sequence, PyObject from, PyObject to) {
    if (!isBound(from) || !isBound(to)) {
      throw FAILED;
    }
    return slice(
        sequence, from == PyNone.NONE ? 0 : ((PyLong) from).value,
        to == PyNone.NONE ? Long.MAX_VALUE : ((PyLong) to).value);
  }

  /** The same by numbers. */
  public static PyObject slice(PyObject sequence, long from, long to) {
    if (sequence.getClass() == PyList.class) {
      PyList list = (PyList) sequence;
      int size = list.size();
      return list.part(PySlice.place(from, size), PySlice.place(to, size));
    }
    if (sequence.getClass() == PyStr.class) {
      PyStr text = (PyStr) sequence;
      int length = text.length();
      int start = PySlice.place(from, length);
      return text.substring(start, Math.max(start, PySlice.place(to, length)));
    }
    if (sequence.getClass() == PyBytes.class) {
      PyBytes bytes = (PyBytes) sequence;
      int length = bytes.length();
      return bytes.part(PySlice.place(from, length), PySlice.place(to, length));
    }
    if (sequence.getClass() == PyTuple.class) {
      PyTuple tuple = (PyTuple) sequence;
      int size = tuple.size();
      return tuple.part(PySlice.place(from, size), PySlice.place(to, size));
    }
    throw FAILED;
  }

  /** {@code a[b:c:d]} of lists, texts and tuples; the step is not 0. */
  public static PyObject slice(PyObject sequence, long from, long to, long step) {
    SliceBounds bounds = new SliceBounds(from, to, step);
    if (sequence.getClass() == PyList.class) {
      return ListSubscripts.slice((PyList) sequence, bounds);
    }
    if (sequence.getClass() == PyStr.class) {
      return StrMethods.slice((PyStr) sequence, bounds);
    }
    if (sequence.getClass() == PyTuple.class) {
      return TupleMethods.slice((PyTuple) sequence, bounds);
    }
    throw FAILED;
  }

  /** {@code a * count} of texts, bytes, tuples and lists. */
  public static PyObject repeat(PyObject sequence, long count) {
    Class<?> type = sequence.getClass();
    try {
      if (type == PyBytes.class) {
        return ((PyBytes) sequence).repeat(count);
      }
      if (type == PyList.class) {
        return ((PyList) sequence).repeat(count);
      }
      if (type == PyStr.class || type == PyTuple.class) {
        return sequence.type().slots.repeat(sequence, count);
      }
    } catch (PyException raised) {
      // The interpreter raises it again, in a frame.
      throw FAILED;
    }
    throw FAILED;
  }
}

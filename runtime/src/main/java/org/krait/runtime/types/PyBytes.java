package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.StringHash;
import org.krait.runtime.buffer.Buffer;

/** {@code bytes}. */
@BuiltinType(
    name = "bytes",
    parts = {
      BytesMethods.class,
      BytesCreation.class,
      BytesSearchMethods.class,
      BytesSplitMethods.class,
      BytesCaseMethods.class,
      BytesLayoutMethods.class
    },
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 33,
    itemSize = 1)
public class PyBytes extends PyByteString implements NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyBytesTable());
  public static final PyBytes EMPTY = new PyBytes(new byte[0]);
  /** More zeros are the general code's affair, which looks whether there is room. */
  private static final int MOST_ZEROS = 1 << 20;

  private static final PyBytes[] SINGLE = new PyBytes[256];

  static {
    for (int i = 0; i < SINGLE.length; i++) {
      SINGLE[i] = new PyBytes(new byte[] {(byte) i});
    }
  }

  private static final RememberedSums<PyBytes> SUMS = new RememberedSums<>();

  private final byte[] bytes;
  private long hash;

  PyBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Bytes that take over the array. */
  public static PyBytes of(byte[] bytes) {
    return switch (bytes.length) {
      case 0 -> EMPTY;
      case 1 -> SINGLE[bytes[0] & 0xff];
      default -> new PyBytes(bytes);
    };
  }

  /** {@code bytes(source)} where that runs no Python code: of a count, bytes, or a list or tuple of ints; else null. */
  public static PyBytes ofPlain(PyObject source) {
    Class<?> type = source.getClass();
    if (type == PyTuple.class) {
      PyObject[] items = ((PyTuple) source).items();
      return items.length == 1 ? single(items[0]) : BytesCreation.ofInts(items);
    }
    if (type == PyList.class) {
      PyList list = (PyList) source;
      PyObject first = list.size() == 1 ? list.itemOrNull(0) : null;
      return first != null ? single(first) : BytesCreation.ofInts(list.toArray());
    }
    if (type == PyLong.class) {
      long count = ((PyLong) source).value;
      return count >= 0 && count <= MOST_ZEROS ? of(new byte[(int) count]) : null;
    }
    return type == PyBytes.class ? (PyBytes) source : null;
  }

  private static PyBytes single(PyObject item) {
    if (item.getClass() == PyLong.class) {
      long value = ((PyLong) item).value;
      if (value == (value & 0xff)) {
        return SINGLE[(int) value];
      }
    }
    return null;
  }

  /** These bytes followed by others; both are exact. */
  public final PyBytes concat(PyBytes other) {
    byte[] left = bytes;
    byte[] right = other.bytes;
    if (left.length == 0 || right.length == 0) {
      return right.length == 0 ? this : other;
    }
    if (right.length == 1) {
      return extended(other);
    }
    byte[] all = new byte[BytesMethods.checkedLength((long) left.length + right.length)];
    System.arraycopy(left, 0, all, 0, left.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return new PyBytes(all);
  }

  /** These bytes with one more behind them. */
  private PyBytes extended(PyBytes other) {
    int length = bytes.length;
    boolean remembers = hash != 0 && length < RememberedSums.LONGEST;
    PyBytes known = remembers ? SUMS.get(this, hash, other, other.bytes[0]) : null;
    if (known != null) {
      return known;
    }
    byte[] all = new byte[BytesMethods.checkedLength(length + 1L)];
    System.arraycopy(bytes, 0, all, 0, length);
    all[length] = other.bytes[0];
    PyBytes sum = new PyBytes(all);
    if (remembers) {
      SUMS.put(this, hash, other, other.bytes[0], sum);
    }
    return sum;
  }

  /** {@code b * count} of the exact type. */
  public final PyBytes repeat(long count) {
    return count == 1 ? this : of(BytesMethods.repeated(this, count));
  }

  /** The bytes {@code from} to {@code to}, exclusive, of the exact type. */
  @Override
  public final PyBytes part(int from, int to) {
    int count = to - from;
    if (count <= 1) {
      return count <= 0 ? EMPTY : SINGLE[bytes[from] & 0xff];
    }
    return count == bytes.length && getClass() == PyBytes.class ? this : new PyBytes(Arrays.copyOfRange(bytes, from, to));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public final int length() {
    return bytes.length;
  }

  /** The array itself, not to be changed. */
  public final byte[] array() {
    return bytes;
  }

  @Override
  final byte[] store() {
    return bytes;
  }

  @Override
  final int start() {
    return 0;
  }

  @Override
  final PyByteString make(byte[] content) {
    return of(content);
  }

  @Override
  final String kind() {
    return "bytes";
  }

  @Override
  final byte[] data() {
    return bytes;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    return Buffer.ofBytes(this, bytes, 0, bytes.length, true, flags, null);
  }

  /** {@code hash(b)}. */
  public final long hashValue() {
    if (hash == 0) {
      hash = StringHash.of(bytes, 0, bytes.length);
    }
    return hash;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PyBytes b && Arrays.equals(bytes, b.bytes);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(bytes);
  }
}

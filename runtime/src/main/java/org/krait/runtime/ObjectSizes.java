package org.krait.runtime;

import java.util.Set;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.Resumable;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * The bytes that objects take in CPython 3.12.
 *
 * <p>The JVM lays objects out in its own way, which nobody needs to know: programs that ask for sizes
 * compare them with what they know of CPython.
 */
public final class ObjectSizes {
  private static final int POINTER = 8;
  private static final int COLLECTOR_HEAD = 16;

  /** Where an instance keeps its attributes and weak references, in front of it. */
  private static final int ATTRIBUTES_HEAD = 16;

  private static final int CODE = 192;
  private static final PyStr SIZEOF = PyStr.interned("__sizeof__");

  /** The builtin types whose instances CPython's collector does not look at. */
  private static final Set<String> UNCOLLECTED =
      Set.of(
          "NoneType", "NotImplementedType", "bool", "bytearray", "bytes", "code", "complex", "ellipsis",
          "float", "int", "str", "range", "range_iterator", "longrange_iterator", "line_iterator",
          "positions_iterator", "fieldnameiterator", "formatteriterator", "EncodingMap", "object",
          "datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta",
          "datetime.timezone", "datetime.tzinfo", "decimal.Context", "decimal.ContextManager",
          "decimal.Decimal", "posix.DirEntry", "posix.ScandirIterator", "select.epoll", "select.poll",
          "_blake2.blake2b", "_blake2.blake2s", "_hashlib.HASH", "_hashlib.HASHXOF", "_hashlib.HMAC",
          "_sha3.sha3_224", "_sha3.sha3_256", "_sha3.sha3_384", "_sha3.sha3_512", "_sha3.shake_128",
          "_sha3.shake_256", "_bz2.BZ2Compressor", "_bz2.BZ2Decompressor", "_lzma.LZMACompressor",
          "_lzma.LZMADecompressor", "_random.Random", "_ssl.Certificate", "_tokenize.TokenizerIter",
          "_curses.window", "zlib.Compress", "zlib.Decompress", "zlib._ZlibDecompressor");

  private ObjectSizes() {}

  /** {@code object.__sizeof__}: the object itself with its items, without what it refers to. */
  public static long plain(PyObject object) {
    return Math.max(16, object.type().basicSize()) + items(object);
  }

  private static long items(PyObject object) {
    if (object instanceof PyTuple tuple) {
      return (long) POINTER * tuple.size();
    }
    if (object instanceof Resumable resumable) {
      return (long) POINTER * (resumable.frame().code.frameSize - 1);
    }
    if (object instanceof PyMemoryView view) {
      return 3L * POINTER * Math.max(1, view.dimensions());
    }
    return 0;
  }

  /** {@code code.__sizeof__}. */
  public static long ofCode(PyCode code) {
    return CODE + 2L * code.load().instructions.length + POINTER - 1 & -POINTER;
  }

  /** What lies in front of an object: {@code sys.getsizeof} counts it, {@code __sizeof__} does not. */
  public static int head(PyType type) {
    if (!type.isHeap()) {
      return isCollected(type) ? COLLECTOR_HEAD : 0;
    }
    PyType builtin = type.builtinAncestor();
    boolean adds =
        type.hasDict() && !builtin.hasDict() || type.hasWeakref() && !builtin.hasWeakref();
    return COLLECTOR_HEAD + (adds ? ATTRIBUTES_HEAD : 0);
  }

  /** Whether CPython's collector looks at the instances of a type. */
  static boolean isCollected(PyType type) {
    return type.isHeap() || !UNCOLLECTED.contains(type.fullName());
  }

  /**
   * What {@code sys.getsizeof} would say of an object whose class has no {@code __sizeof__} of its own:
   * asks the builtin type, so no code of programs runs.
   */
  public static long of(PyObject object) {
    PyType type = object.type();
    PyType builtin = type.isHeap() ? type.builtinAncestor() : type;
    PyObject method = builtin.lookup(SIZEOF);
    long size =
        method != null && object.type() != PyType.TYPE && method.call(object) instanceof PyLong found
            ? found.value
            : plain(object);
    return size + head(type);
  }
}

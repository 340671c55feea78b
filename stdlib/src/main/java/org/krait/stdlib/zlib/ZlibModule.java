package org.krait.stdlib.zlib;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The module {@code zlib}. */
@BuiltinModule(
    value = "zlib",
    types = PyZlibDecompressor.class,
    doc = "Compression and decompression of data in the formats zlib and gzip.")
public final class ZlibModule implements NativeModule {
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("zlib", "error", PyExceptions.Exception));

  static final int DEFAULT_SIZE = 16384;
  private static final int DEFLATED_METHOD = 8;
  private static final int MOST_MEMORY = 9;

  @Value("MAX_WBITS")
  static final int MAX_WBITS = 15;

  @Value("DEFLATED")
  static final int DEFLATED = DEFLATED_METHOD;

  @Value("DEF_MEM_LEVEL")
  static final int DEF_MEM_LEVEL = 8;

  @Value("DEF_BUF_SIZE")
  static final int DEF_BUF_SIZE = DEFAULT_SIZE;

  @Value("Z_NO_COMPRESSION")
  static final int Z_NO_COMPRESSION = 0;

  @Value("Z_BEST_SPEED")
  static final int Z_BEST_SPEED = 1;

  @Value("Z_BEST_COMPRESSION")
  static final int Z_BEST_COMPRESSION = 9;

  @Value("Z_DEFAULT_COMPRESSION")
  static final int Z_DEFAULT_COMPRESSION = -1;

  @Value("Z_FILTERED")
  static final int Z_FILTERED = 1;

  @Value("Z_HUFFMAN_ONLY")
  static final int Z_HUFFMAN_ONLY = DeflateStream.HUFFMAN_ONLY;

  @Value("Z_RLE")
  static final int Z_RLE = 3;

  @Value("Z_FIXED")
  static final int Z_FIXED = 4;

  @Value("Z_DEFAULT_STRATEGY")
  static final int Z_DEFAULT_STRATEGY = 0;

  @Value("Z_NO_FLUSH")
  static final int Z_NO_FLUSH = DeflateStream.NO_FLUSH;

  @Value("Z_PARTIAL_FLUSH")
  static final int Z_PARTIAL_FLUSH = DeflateStream.PARTIAL_FLUSH;

  @Value("Z_SYNC_FLUSH")
  static final int Z_SYNC_FLUSH = DeflateStream.SYNC_FLUSH;

  @Value("Z_FULL_FLUSH")
  static final int Z_FULL_FLUSH = DeflateStream.FULL_FLUSH;

  @Value("Z_FINISH")
  static final int Z_FINISH = DeflateStream.FINISH;

  @Value("Z_BLOCK")
  static final int Z_BLOCK = DeflateStream.BLOCK;

  @Value("Z_TREES")
  static final int Z_TREES = 6;

  @Value("ZLIB_VERSION")
  static final String ZLIB_VERSION = "1.2.11";

  @Value("ZLIB_RUNTIME_VERSION")
  static final String ZLIB_RUNTIME_VERSION = "1.2.13";

  @Value("__version__")
  static final String VERSION = "1.0";

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("error"), ERROR);
  }

  /** {@code zlib.error} about something that failed while doing something. */
  static PyException error(ZlibFault fault, String doing) {
    String words = fault.getMessage();
    if (words == null && fault.code == ZlibFault.DATA_ERROR) {
      words = "invalid input data";
    }
    return Errors.make(
        ERROR, "%s", "Error " + fault.code + " while " + doing + (words == null ? "" : ": " + words));
  }

  @Function("compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)")
  static PyObject compress(PyObject data, PyObject level, PyObject wbits) {
    byte[] bytes = Buffers.bytes(data);
    int effort = level == null ? -1 : Arguments.toInt(level);
    int window = wbits == null ? MAX_WBITS : Arguments.toInt(wbits);
    if (!DeflateStream.isPossible(effort, window, 0)) {
      throw Errors.make(ERROR, "Bad compression level");
    }
    DeflateStream stream = new DeflateStream(effort, window, 0);
    byte[] first = stream.compress(bytes);
    byte[] rest = stream.flush(DeflateStream.FINISH);
    byte[] all = java.util.Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return PyBytes.of(all);
  }

  @Function("decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)")
  static PyObject decompress(PyObject data, PyObject wbits, PyObject bufsize) {
    byte[] bytes = Buffers.bytes(data);
    int window = wbits == null ? MAX_WBITS : Arguments.toInt(wbits);
    if (bufsize != null && Arguments.toLong(bufsize) < 0) {
      throw Errors.valueError("bufsize must be non-negative");
    }
    String doing = "preparing to decompress data";
    try {
      InflateStream stream = new InflateStream(window);
      doing = "decompressing data";
      stream.in.give(bytes);
      stream.run(Integer.MAX_VALUE);
      if (stream.needsDictionary()) {
        throw new ZlibFault(ZlibFault.NEED_DICTIONARY, null);
      }
      if (!stream.isAtEnd()) {
        throw new ZlibFault(ZlibFault.BUFFER_ERROR, "incomplete or truncated stream");
      }
      return PyBytes.of(stream.take());
    } catch (ZlibFault fault) {
      throw error(fault, doing);
    }
  }

  @Function(
      "compressobj(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS,"
          + " memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None)")
  static PyObject compressObject(
      PyObject level,
      PyObject method,
      PyObject wbits,
      PyObject memLevel,
      PyObject strategy,
      PyObject dictionary) {
    int effort = level == null ? -1 : Arguments.toInt(level);
    int way = method == null ? DEFLATED : Arguments.toInt(method);
    int window = wbits == null ? MAX_WBITS : Arguments.toInt(wbits);
    int memory = memLevel == null ? DEF_MEM_LEVEL : Arguments.toInt(memLevel);
    int plan = strategy == null ? 0 : Arguments.toInt(strategy);
    boolean given = dictionary != null && dictionary != PyNone.NONE;
    byte[] preset = given ? Buffers.bytes(dictionary) : null;
    boolean possible =
        DeflateStream.isPossible(effort, window, plan)
            && way == DEFLATED
            && memory >= 1
            && memory <= MOST_MEMORY;
    if (!possible) {
      throw Errors.valueError("Invalid initialization option");
    }
    DeflateStream stream = new DeflateStream(effort, window, plan);
    if (preset != null && !stream.setDictionary(preset)) {
      throw Errors.valueError("Invalid dictionary");
    }
    return new PyCompress(stream);
  }

  @Function("decompressobj(wbits=MAX_WBITS, zdict=b'')")
  static PyObject decompressObject(PyObject wbits, PyObject dictionary) {
    int window = wbits == null ? MAX_WBITS : Arguments.toInt(wbits);
    byte[] preset = preset(dictionary);
    InflateStream stream = inflate(window);
    if (preset != null && window < 0) {
      stream.setDictionary(preset);
    }
    return new PyDecompress(stream, preset);
  }

  /** The bytes of a dictionary argument, null for none. */
  static byte[] preset(PyObject dictionary) {
    if (dictionary == null) {
      return null;
    }
    if (!Buffers.isBuffer(dictionary)) {
      throw Errors.typeError("zdict argument must support the buffer protocol");
    }
    return Buffers.copy(dictionary);
  }

  /** A stream for decompression, or ValueError. */
  static InflateStream inflate(int wbits) {
    if (Container.of(wbits) == null) {
      throw Errors.valueError("Invalid initialization option");
    }
    return new InflateStream(wbits);
  }

  private static int start(PyObject value, int otherwise) {
    return value == null ? otherwise : Arguments.index(value).bigValue().intValue();
  }

  @Function("adler32(data, value=1, /)")
  static long adler32(PyObject data, PyObject value) {
    byte[] bytes = Buffers.bytes(data);
    return Checksum.adler32(bytes, 0, bytes.length, start(value, 1)) & 0xffffffffL;
  }

  @Function("crc32(data, value=0, /)")
  static long crc32(PyObject data, PyObject value) {
    byte[] bytes = Buffers.bytes(data);
    return Checksum.crc32(bytes, 0, bytes.length, start(value, 0)) & 0xffffffffL;
  }
}

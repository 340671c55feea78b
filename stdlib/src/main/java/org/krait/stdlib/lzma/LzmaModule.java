package org.krait.stdlib.lzma;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** The module {@code _lzma}. */
@BuiltinModule(
    value = "_lzma",
    types = {PyLzmaCompressor.class, PyLzmaDecompressor.class})
public final class LzmaModule implements NativeModule {
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("_lzma", "LZMAError", PyExceptions.Exception));

  private static final String[] NAMES = {
    "FORMAT_AUTO", "FORMAT_XZ", "FORMAT_ALONE", "FORMAT_RAW",
    "CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN",
    "FILTER_LZMA1", "FILTER_LZMA2", "FILTER_DELTA", "FILTER_X86", "FILTER_IA64", "FILTER_ARM",
    "FILTER_ARMTHUMB", "FILTER_SPARC", "FILTER_POWERPC",
    "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3", "MF_BT4", "MODE_FAST", "MODE_NORMAL",
    "PRESET_DEFAULT", "PRESET_EXTREME"
  };

  private static final long[] NUMBERS = {
    StreamDecoder.AUTO, StreamDecoder.XZ, StreamDecoder.ALONE, StreamDecoder.RAW,
    Checksum.NONE, Checksum.CRC32, Checksum.CRC64, Checksum.SHA256, 15, StreamDecoder.UNKNOWN_CHECK,
    FilterSpec.LZMA1, FilterSpec.LZMA2, FilterSpec.DELTA, FilterSpec.X86, FilterSpec.IA64,
    FilterSpec.ARM, FilterSpec.ARMTHUMB, FilterSpec.SPARC, FilterSpec.POWERPC,
    3, 4, 0x12, 0x13, 0x14, 1, 2, 6, 0x80000000L
  };

  @Value("__doc__")
  static final PyObject DOC = org.krait.runtime.types.PyNone.NONE;

  @Override
  public void exec(PyModule module) {
    for (int i = 0; i < NAMES.length; i++) {
      module.dict().put(PyStr.interned(NAMES[i]), PyLong.of(NUMBERS[i]));
    }
    module.dict().put(PyStr.interned("LZMAError"), ERROR);
  }

  static PyException error(LzmaFault fault) {
    return Errors.make(ERROR, "%s", fault.getMessage());
  }

  @Function(
      value = "is_check_supported(check_id, /)",
      doc = "Whether the integrity check can be computed.")
  static boolean isCheckSupported(int id) {
    return id >= 0 && id <= 15 && Checksum.isSupported(id);
  }

  @Function(
      value = "_encode_filter_properties(filter, /)",
      doc = "The bytes that stand for the options of a filter.")
  static PyObject encodeProperties(PyObject filter) {
    try {
      return PyBytes.of(ReadFilters.one(filter).encode());
    } catch (LzmaFault fault) {
      throw error(fault);
    }
  }

  @Function(
      value = "_decode_filter_properties(filter_id, encoded_props, /)",
      doc = "The filter whose options the bytes stand for.")
  static PyObject decodeProperties(PyObject id, PyObject properties) {
    long number = ReadFilters.unsigned(id, 64, "uint64_t");
    byte[] bytes = Buffers.bytes(properties);
    FilterSpec filter;
    try {
      filter = FilterSpec.decode(number, bytes);
    } catch (LzmaFault fault) {
      throw error(fault);
    }
    PyDict answer = new PyDict();
    put(answer, "id", filter.id);
    if (filter.isLzma()) {
      put(answer, "dict_size", filter.dictionarySize);
      if (filter.id == FilterSpec.LZMA1) {
        put(answer, "lc", filter.lc);
        put(answer, "lp", filter.lp);
        put(answer, "pb", filter.pb);
      }
    } else if (filter.id == FilterSpec.DELTA) {
      put(answer, "dist", filter.distance);
    } else if (bytes.length > 0) {
      put(answer, "start_offset", filter.startOffset);
    }
    return answer;
  }

  private static void put(PyDict dict, String name, long value) {
    dict.put(PyStr.interned(name), PyLong.of(value));
  }
}

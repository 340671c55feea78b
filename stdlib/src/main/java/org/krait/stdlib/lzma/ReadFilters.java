package org.krait.stdlib.lzma;

import java.math.BigInteger;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Sequences;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Filters as programs specify them: mappings with an id and options. */
final class ReadFilters {
  private static final int MOST = 4;
  private static final PyStr ID = PyStr.interned("id");
  private static final PyStr PRESET = PyStr.interned("preset");

  private ReadFilters() {}

  /** A chain of filters. */
  static FilterSpec[] chain(PyObject specs) {
    if (specs instanceof PyDict) {
      throw Errors.typeError("dict is not a sequence");
    }
    int count = Objects.length(specs);
    if (count > MOST) {
      throw Errors.valueError("Too many filters - liblzma supports a maximum of %d", MOST);
    }
    FilterSpec[] chain = new FilterSpec[count];
    for (int i = 0; i < count; i++) {
      chain[i] = one(Subscripts.get(specs, PyInt.of(i)));
    }
    return chain;
  }

  /** The chain that a preset stands for. */
  static FilterSpec[] preset(PyObject preset, boolean second) {
    FilterSpec filter = new FilterSpec(second ? FilterSpec.LZMA2 : FilterSpec.LZMA1);
    long level = preset == PyNone.NONE ? 6 : unsigned(preset, 32, "uint32_t");
    if (!second) {
      setPreset(filter, level);
    } else if (!filter.setPreset(level)) {
      throw LzmaModule.error(LzmaFault.options());
    }
    return new FilterSpec[] {filter};
  }

  private static void setPreset(FilterSpec filter, long preset) {
    if (!filter.setPreset(preset)) {
      throw Errors.make(LzmaModule.ERROR, "Invalid compression preset: %d", preset);
    }
  }

  static FilterSpec one(PyObject spec) {
    if (!(spec instanceof PyDict) && !Sequences.isSequence(spec)) {
      throw Errors.typeError("Filter specifier must be a dict or dict-like object");
    }
    PyObject id = item(spec, ID);
    if (id == null) {
      throw Errors.valueError("Filter specifier must have an \"id\" entry");
    }
    long number = unsigned(id, 64, "uint64_t");
    if (!FilterSpec.isKnown(number)) {
      throw Errors.valueError("Invalid filter ID: %s", Long.toUnsignedString(number));
    }
    FilterSpec filter = new FilterSpec(number);
    if (filter.isLzma()) {
      PyObject preset = item(spec, PRESET);
      setPreset(filter, preset == null ? 6 : unsigned(preset, 32, "uint32_t"));
    }
    readOptions(filter, spec);
    return filter;
  }

  private static PyObject item(PyObject spec, PyStr name) {
    try {
      return Subscripts.get(spec, name);
    } catch (PyException e) {
      if (e.is(PyExceptions.KeyError)) {
        return null;
      }
      throw e;
    }
  }

  private static void readOptions(FilterSpec filter, PyObject spec) {
    String kind = filter.isLzma() ? "LZMA" : filter.id == FilterSpec.DELTA ? "delta" : "BCJ";
    for (PyObject key : Iteration.toArray(Attributes.get(spec, "keys").call())) {
      if (!(key instanceof PyStr name) || !isSet(filter, name, Subscripts.get(spec, name))) {
        throw Errors.valueError("Invalid filter specifier for %s filter", kind);
      }
    }
  }

  private static boolean isSet(FilterSpec filter, PyStr name, PyObject value) {
    try {
      return set(filter, name.toString(), value);
    } catch (PyException e) {
      return false; // the words for all filters of the kind say more
    }
  }

  private static boolean set(FilterSpec filter, String name, PyObject value) {
    if (name.equals("id")) {
      return true;
    }
    if (filter.id == FilterSpec.DELTA) {
      return name.equals("dist") && setTo(() -> filter.distance = small(value));
    }
    if (filter.isBranch()) {
      return name.equals("start_offset")
          && setTo(() -> filter.startOffset = unsigned(value, 32, "uint32_t"));
    }
    switch (name) {
      case "preset" -> { }
      case "dict_size" -> filter.dictionarySize = unsigned(value, 32, "uint32_t");
      case "lc" -> filter.lc = small(value);
      case "lp" -> filter.lp = small(value);
      case "pb" -> filter.pb = small(value);
      case "mode" -> filter.mode = clip(unsigned(value, 32, "lzma_mode"));
      case "nice_len" -> filter.niceLength = small(value);
      case "mf" -> filter.matchFinder = clip(unsigned(value, 32, "lzma_match_finder"));
      case "depth" -> filter.depth = small(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean setTo(Runnable setting) {
    setting.run();
    return true;
  }

  private static int small(PyObject value) {
    return clip(unsigned(value, 32, "uint32_t"));
  }

  private static int clip(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  /** A number of so many bits. */
  static long unsigned(PyObject value, int bits, String type) {
    if (!(value instanceof PyInt)) {
      throw Errors.typeError("an integer is required");
    }
    BigInteger number = Arguments.index(value).bigValue();
    if (number.signum() < 0) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    if (number.bitLength() > 64) {
      throw Errors.overflowError("int too big to convert");
    }
    if (number.bitLength() > bits) {
      throw Errors.overflowError("Value too large for %s type", type);
    }
    return number.longValue();
  }
}

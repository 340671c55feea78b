package org.krait.stdlib.struct;

import java.util.concurrent.ConcurrentHashMap;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** {@code _struct}. */
@BuiltinModule(
    value = "_struct",
    types = {PyStruct.class},
    doc = "Functions to convert between Python values and C structs.")
public final class StructModule implements NativeModule {
  private static final int MOST_CACHED = 100;

  /** Structs by what they were made from. */
  private final ConcurrentHashMap<PyObject, PyStruct> cache = new ConcurrentHashMap<>();

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("error"), PyStruct.ERROR);
  }

  private PyStruct struct(PyObject format) {
    boolean cached = format.getClass() == PyStr.class || format.getClass() == PyBytes.class;
    PyStruct known = cached ? cache.get(format) : null;
    if (known != null) {
      return known;
    }
    PyStruct struct = PyStruct.of(format);
    if (cached) {
      if (cache.size() >= MOST_CACHED) {
        cache.clear();
      }
      cache.put(format, struct);
    }
    return struct;
  }

  @Function("_clearcache()")
  void clearCache() {
    cache.clear();
  }

  @Function("calcsize(format, /)")
  int calcSize(PyObject format) {
    return struct(format).size();
  }

  @Function(value = "pack(*args)", textSignature = false)
  PyObject pack(PyObject[] args) {
    return struct(formatOf(args)).pack(args, 1);
  }

  @Function(value = "pack_into(*args)", textSignature = false)
  void packInto(PyObject[] args) {
    struct(formatOf(args)).packInto(args, 1);
  }

  private static PyObject formatOf(PyObject[] args) {
    if (args.length == 0) {
      throw Errors.typeError("missing format argument");
    }
    return args[0];
  }

  @Function("unpack(format, buffer, /)")
  PyObject unpack(PyObject format, PyObject buffer) {
    return struct(format).unpack(buffer);
  }

  @Function("unpack_from(format, /, buffer, offset=0)")
  PyObject unpackFrom(PyObject format, PyObject buffer, PyObject offset) {
    return struct(format).unpackFrom(buffer, offset);
  }

  @Function("iter_unpack(format, buffer, /)")
  PyObject iterUnpack(PyObject format, PyObject buffer) {
    return struct(format).iterUnpack(buffer);
  }
}

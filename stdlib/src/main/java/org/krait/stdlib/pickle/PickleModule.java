package org.krait.stdlib.pickle;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** The module {@code _pickle}. */
@BuiltinModule(
    value = "_pickle",
    types = {PyPickleBuffer.class, PyPickler.class, PyUnpickler.class},
    doc = "Optimized C implementation for the Python pickle module.")
public final class PickleModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("PickleError"), PickleErrors.PICKLE_ERROR);
    module.dict().put(PyStr.interned("PicklingError"), PickleErrors.PICKLING_ERROR);
    module.dict().put(PyStr.interned("UnpicklingError"), PickleErrors.UNPICKLING_ERROR);
    for (String needed : new String[] {"copyreg", "_compat_pickle", "codecs", "functools"}) {
      ThreadState.current().interpreter.importModule(needed);
    }
    PickleState.current();
  }

  @Function("dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)")
  static void dump(
      PyObject object,
      PyObject file,
      PyObject protocol,
      boolean fixImports,
      PyObject bufferCallback) {
    PickleWriter writer = PickleWriter.of(file, protocol, fixImports, bufferCallback);
    writer.dump(object);
    writer.out.flush();
  }

  @Function("dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)")
  static PyObject dumps(
      PyObject object, PyObject protocol, boolean fixImports, PyObject bufferCallback) {
    PickleWriter writer = PickleWriter.of(null, protocol, fixImports, bufferCallback);
    writer.dump(object);
    return writer.out.take();
  }

  @Function("load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=NULL)")
  static PyObject load(
      PyObject file, boolean fixImports, String encoding, String errors, PyObject buffers) {
    return new PickleReader(PickleInput.ofFile(file), fixImports, encoding, errors, buffers).load();
  }

  @Function(
      "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=NULL)")
  static PyObject loads(
      PyObject data, boolean fixImports, String encoding, String errors, PyObject buffers) {
    PickleInput input = PickleInput.ofBytes(Buffers.bytes(data));
    return new PickleReader(input, fixImports, encoding, errors, buffers).load();
  }
}

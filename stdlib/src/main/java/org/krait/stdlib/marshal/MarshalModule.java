package org.krait.stdlib.marshal;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.MarshalReader;
import org.krait.bytecode.MarshalWriter;
import org.krait.constants.Constant;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.execution.CodeOrigin;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.trust.CacheRequest;
import org.krait.stdlib.trust.TrustCaches;

/** The module {@code marshal}. */
@BuiltinModule("marshal")
public final class MarshalModule {
  @Value("version")
  static final int VERSION = MarshalWriter.VERSION;

  /** For streams of anybody's: the code in them is verified before it runs. */
  private static final ValueFactory FACTORY = new ValueFactory(CodeOrigin.PROGRAM);

  private static final ValueDescriber DESCRIBER = new ValueDescriber();

  private MarshalModule() {}

  @Function("dumps(value, version=4, /)")
  static PyObject dumps(PyObject value, int version) {
    raise("marshal.dumps", value, PyLong.of(version));
    return bytes(value, version);
  }

  /** The stream of a code object. */
  public static PyBytes bytes(PyCode code) {
    return bytes(code, VERSION);
  }

  private static PyBytes bytes(PyObject value, int version) {
    try {
      if (value instanceof PyCode code && isAsCompiled(code)) {
        return PyBytes.of(Marshal.writeHeld(code.object(), version));
      }
      return PyBytes.of(MarshalWriter.write(value, version, DESCRIBER));
    } catch (MarshalException e) {
      throw exception(e);
    }
  }

  /** Whether a code object is what the compiler made, of which it is known what CPython would share. */
  private static boolean isAsCompiled(PyCode code) {
    if (!code.isWhole() || !code.object().filename().equals(code.filename().toString())) {
      return false;
    }
    for (int i = 0; i < code.constants.length; i++) {
      boolean same =
          !(code.constants[i] instanceof PyCode inner)
              || inner.object() == code.object().constants().get(i) && isAsCompiled(inner);
      if (!same) {
        return false;
      }
    }
    return code.object().constants().stream().noneMatch(MarshalModule::holdsValue);
  }

  private static boolean holdsValue(Constant constant) {
    // Not a switch over types: its first use costs a process that writes a cache some milliseconds.
    return constant instanceof LoadCode.Value
        || constant instanceof Constant.Tuple tuple && tuple.items().stream().anyMatch(MarshalModule::holdsValue);
  }

  @Function("dump(value, file, version=4, /)")
  static PyObject dump(PyObject value, PyObject file, int version) {
    return Attributes.get(file, "write").call(dumps(value, version));
  }

  @Function("loads(bytes, /)")
  static PyObject loads(PyObject bytes) {
    byte[] data = Buffers.bytes(bytes);
    if (AuditHooks.isHeard(ThreadState.current())) {
      raise("marshal.loads", PyBytes.of(data));
    }
    CacheRequest request = CacheRequest.of(ThreadState.current());
    PyCode ours = request == null ? null : request.ours(ThreadState.current(), data);
    if (ours != null) {
      return ours;
    }
    try {
      return checked(
          request, new MarshalReader<>(data, 0, data.length, factory(request)).read(), data);
    } catch (MarshalException e) {
      throw exception(request, e);
    }
  }

  private static ValueFactory factory(CacheRequest request) {
    if (request == null) {
      return FACTORY;
    }
    return new ValueFactory(request.origin);
  }

  /** Code that a loader of modules has read passes the check of caches. */
  private static PyObject checked(CacheRequest request, PyObject value, byte[] stream) {
    ThreadState thread = ThreadState.current();
    if (request != null && value instanceof PyCode code) {
      TrustCaches.check(thread, request, code, stream);
    } else if (request != null && thread.interpreter.options.verifySource) {
      throw TrustCaches.unreadable(thread, request, "it holds no code");
    }
    return value;
  }

  /** Reads the code of a cache; null where there is something else, or nothing that can be read. */
  public static PyCode codeOrNull(CodeOrigin origin, byte[] data) {
    try {
      PyObject value = new MarshalReader<>(data, 0, data.length, new ValueFactory(origin)).read();
      return value instanceof PyCode code ? code : null;
    } catch (MarshalException e) {
      return null;
    }
  }

  /** Reads one value. */
  public static PyObject read(byte[] data) throws MarshalException {
    return new MarshalReader<>(data, 0, data.length, FACTORY).read();
  }

  /** Reads the code of a cache that is named on the command line, and checks it. */
  public static PyObject readCache(ThreadState thread, byte[] data, String path) {
    CacheRequest request = CacheRequest.ofFile(PyStr.interned("__main__"), path, thread);
    try {
      return checked(
          request, new MarshalReader<>(data, 0, data.length, factory(request)).read(), data);
    } catch (MarshalException e) {
      throw exception(request, e);
    }
  }

  /** Reads from a file exactly as much as the value needs. */
  @Function("load(file, /)")
  static PyObject load(PyObject file) {
    raise("marshal.load");
    PyObject probe = Attributes.get(file, "read").call(PyLong.ZERO);
    if (!(probe instanceof PyBytes)) {
      throw Errors.typeError("file.read() returned not bytes but %s", probe.type().fullName());
    }
    PyObject readInto = Attributes.get(file, "readinto");
    CacheRequest request = CacheRequest.of(ThreadState.current());
    try {
      PyObject value =
          new MarshalReader<>(wanted -> fill(readInto, wanted), factory(request)).read();
      return checked(request, value, null);
    } catch (MarshalException e) {
      throw exception(request, e);
    }
  }

  private static void raise(String event, PyObject... args) {
    ThreadState thread = ThreadState.current();
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(thread, event, args);
    }
  }

  private static byte[] fill(PyObject readInto, int wanted) {
    PyByteArray buffer = PyByteArray.of(new byte[wanted]);
    PyObject count = readInto.call(PyMemoryView.of(buffer));
    long read = count instanceof PyInt number ? number.longValue() : 0;
    if (read > wanted) {
      throw Errors.valueError(
          "read() returned too much data: %d bytes requested, %d returned", wanted, read);
    }
    return java.util.Arrays.copyOf(Buffers.bytes(buffer), (int) Math.max(read, 0));
  }

  /** What a loader is told of a cache that cannot be read: CPython's error, or a refusal. */
  private static PyException exception(CacheRequest request, MarshalException e) {
    ThreadState thread = ThreadState.current();
    return request != null && thread.interpreter.options.verifySource
        ? TrustCaches.unreadable(thread, request, e.getMessage())
        : exception(e);
  }

  private static PyException exception(MarshalException e) {
    return switch (e.kind()) {
      case EOF -> Errors.of(PyExceptions.EOFError, PyStr.of(e.getMessage()));
      case VALUE, UNICODE -> Errors.of(PyExceptions.ValueError, PyStr.of(e.getMessage()));
      case TYPE -> Errors.of(PyExceptions.TypeError, PyStr.of(e.getMessage()));
    };
  }
}

package org.krait.stdlib.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.Subscripts;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.*;
import org.krait.stdlib.fault.FatalError;

/**
 * {@code _testcapi}: the limits of C's types, and the functions that can be had without C's interface;
 * the others, most of the module in CPython, are not here.
 */
@BuiltinModule(
    value = "_testcapi",
    parts = {TestInterpreters.class},
    types = {PyMethInstance.class, PyMethClass.class, PyMethStatic.class})
public final class TestApiModule implements NativeModule {
  private final DictVersions versions = new DictVersions();
  private PyModule self;

  @Value("CHAR_MIN")
  static final int CHAR_MIN = Byte.MIN_VALUE;

  @Value("CHAR_MAX")
  static final int CHAR_MAX = Byte.MAX_VALUE;

  @Value("UCHAR_MAX")
  static final int UCHAR_MAX = 0xFF;

  @Value("SHRT_MIN")
  static final int SHRT_MIN = Short.MIN_VALUE;

  @Value("SHRT_MAX")
  static final int SHRT_MAX = Short.MAX_VALUE;

  @Value("USHRT_MAX")
  static final int USHRT_MAX = 0xFFFF;

  @Value("INT_MIN")
  static final int INT_MIN = Integer.MIN_VALUE;

  @Value("INT_MAX")
  static final int INT_MAX = Integer.MAX_VALUE;

  @Value("UINT_MAX")
  static final long UINT_MAX = 0xFFFF_FFFFL;

  @Value("LONG_MIN")
  static final long LONG_MIN = Long.MIN_VALUE;

  @Value("LONG_MAX")
  static final long LONG_MAX = Long.MAX_VALUE;

  @Value("LLONG_MIN")
  static final long LLONG_MIN = Long.MIN_VALUE;

  @Value("LLONG_MAX")
  static final long LLONG_MAX = Long.MAX_VALUE;

  @Value("PY_SSIZE_T_MIN")
  static final long SSIZE_MIN = Long.MIN_VALUE;

  @Value("PY_SSIZE_T_MAX")
  static final long SSIZE_MAX = Long.MAX_VALUE;

  @Value("FLT_MIN")
  static final double FLT_MIN = Float.MIN_NORMAL;

  @Value("FLT_MAX")
  static final double FLT_MAX = Float.MAX_VALUE;

  @Value("DBL_MIN")
  static final double DBL_MIN = Double.MIN_NORMAL;

  @Value("DBL_MAX")
  static final double DBL_MAX = Double.MAX_VALUE;

  private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  @Override
  public void exec(PyModule module) {
    self = module;
    module.dict().put(PyStr.interned("LIMITED_API_AVAILABLE"), PyBool.FALSE);
    for (String name : new String[] {"ULONG_MAX", "ULLONG_MAX", "SIZE_MAX"}) {
      module.dict().put(PyStr.interned(name), PyInt.of(UNSIGNED));
    }
  }

  /** Where an item is for a slot that counts from the front; a place before the first stays negative. */
  private static PyObject place(PyObject object, long index, String operation) {
    if (object instanceof PyDict) {
      throw Errors.typeError("%s is not a sequence", object.type().name());
    }
    if (object.type().special(Special.GETITEM) == null) {
      throw Errors.typeError("'%s' object %s", object.type().name(), operation);
    }
    return PyLong.of(index < 0 ? index + Objects.length(object) : index);
  }

  @Function(value = "sequence_getitem(object, index, /)", textSignature = false)
  static PyObject getItem(PyObject object, long index) {
    PyObject place = place(object, index, "does not support indexing");
    boolean isBefore = ((PyInt) place).signum() < 0 && !object.type().isHeap();
    return Subscripts.get(object, isBefore ? PyLong.of(Long.MAX_VALUE) : place);
  }

  @Function(value = "sequence_setitem(object, index, value, /)", textSignature = false)
  static int setItem(PyObject object, long index, PyObject value) {
    Subscripts.set(object, place(object, index, "does not support item assignment"), value);
    return 0;
  }

  @Function(value = "sequence_delitem(object, index, /)", textSignature = false)
  static int deleteItem(PyObject object, long index) {
    Subscripts.delete(object, place(object, index, "doesn't support item deletion"));
    return 0;
  }

  @Function(value = "object_hasattrstring(object, name, /)", textSignature = false)
  static boolean hasAttribute(PyObject object, PyObject name) {
    String text = name instanceof PyStr ? name.toString() : new String(Buffers.bytes(name), StandardCharsets.UTF_8);
    return Attributes.getOrNull(object, text) != null;
  }

  @Function(value = "getbuffer_with_null_view(object, /)", textSignature = false)
  static PyObject bufferWithoutView(PyObject object) {
    throw Errors.make(PyExceptions.BufferError, "%s: view==NULL argument is obsolete",
        object instanceof PyByteArray ? "bytearray_getbuffer" : "PyBuffer_FillInfo");
  }

  /** What a method makes that drops the last reference to its object on the way. */
  @Function(value = "bad_get(self, object, cls, /)", textSignature = false)
  static PyObject badGet(PyObject self, PyObject object, PyObject cls) {
    cls.call();
    return PyStr.of(Objects.repr(self).toString());
  }

  @Function("raise_exception(exception, num_args, /)")
  static PyObject raise(PyObject exception, int count) {
    PyObject[] numbers = new PyObject[Math.max(count, 0)];
    for (int i = 0; i < count; i++) {
      numbers[i] = PyLong.of(i);
    }
    if (!(exception instanceof PyType type) || !type.isSubtypeOf(PyExceptions.BaseException)) {
      throw Errors.systemError(
          "_PyErr_SetObject: exception %s is not a BaseException subclass", Objects.repr(exception));
    }
    throw Errors.of(type, numbers);
  }

  @Function(value = "write_unraisable_exc(exception, message, object, /)", textSignature = false)
  static void writeUnraisable(PyObject exception, PyObject message, PyObject object) {
    String text =
        message == PyNone.NONE
            ? null
            : "Exception ignored "
                + Arguments.instance(message, PyStr.class, "argument 2", "str");
    PyObject what = object == PyNone.NONE ? null : object;
    Unraisable.report(Errors.raised((PyBaseException) exception), text, what);
  }

  @Function(value = "fatal_error(message, release_gil=False, /)", textSignature = false)
  static void fatalError(ThreadState thread, PyObject message, boolean release) {
    String text = new String(Buffers.bytes(message), StandardCharsets.UTF_8);
    FatalError.end(thread.interpreter, thread, "_testcapi_fatal_error_impl", text);
  }

  @Function("raise_memoryerror()")
  static PyObject raiseMemoryError() {
    throw Errors.of(PyExceptions.MemoryError);
  }

  @Function(value = "dict_get_version(dict, /)", textSignature = false)
  long dictVersion(PyDict dict) {
    return versions.of(dict);
  }

  // ---- ways to be called

  @Function(value = "meth_varargs(*args)", parseTuple = true, textSignature = false)
  PyObject varargs(PyObject[] args) {
    return PyTuple.of(self, PyTuple.of(args));
  }

  @Function(value = "meth_varargs_keywords(*args, **kwargs)", textSignature = false)
  PyObject varargsKeywords(PyObject[] args, PyDict kwargs) {
    return PyTuple.of(self, PyTuple.of(args), kwargs.size() == 0 ? PyNone.NONE : kwargs);
  }

  @Function(value = "meth_o(arg, /)", textSignature = false)
  PyObject one(PyObject arg) {
    return PyTuple.of(self, arg);
  }

  @Function(value = "meth_noargs()", textSignature = false)
  PyObject noArguments() {
    return self;
  }

  @Function(value = "meth_fastcall(*args)", textSignature = false)
  PyObject fastcall(PyObject[] args) {
    return PyTuple.of(self, PyTuple.of(args));
  }

  @Function(value = "meth_fastcall_keywords(*args, **kwargs)", textSignature = false)
  PyObject fastcallKeywords(PyObject[] args, PyDict kwargs) {
    return PyTuple.of(self, PyTuple.of(args), kwargs);
  }
}

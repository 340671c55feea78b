package org.krait.stdlib.sys;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.*;

/** The module {@code sys}. */
@BuiltinModule("sys")
public final class SysModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    PyDict sys = module.dict();
    put(sys, "modules", ThreadState.current().interpreter.modules());
    put(sys, "maxsize", PyLong.of(Long.MAX_VALUE));
    put(sys, "maxunicode", PyLong.of(Character.MAX_CODE_POINT));
    put(sys, "byteorder", PyStr.of("little"));
    put(sys, "platform", PyStr.of("linux"));
    put(sys, "hexversion", PyLong.of(0x030c01f0));
    put(sys, "api_version", PyLong.of(1013));
    put(sys, "copyright", PyStr.of("Copyright the Krait authors."));
    put(sys, "float_repr_style", PyStr.of("short"));
    put(sys, "meta_path", new PyList());
    put(sys, "path_hooks", new PyList());
    put(sys, "path_importer_cache", new PyDict());
    put(sys, "warnoptions", new PyList());
    put(sys, "dont_write_bytecode", PyBool.FALSE);
    put(sys, "pycache_prefix", PyNone.NONE);
    put(sys, "platlibdir", PyStr.of("lib"));
    put(sys, "abiflags", PyStr.of(""));
    put(sys, "_git", PyTuple.of(PyStr.of("Krait"), PyStr.EMPTY, PyStr.EMPTY));
    put(sys, "_framework", PyStr.EMPTY);
  }

  private static void put(PyDict sys, String name, PyObject value) {
    sys.put(PyStr.interned(name), value);
  }

  @Function("getrecursionlimit()")
  static int getRecursionLimit(ThreadState thread) {
    return thread.interpreter.recursionLimit;
  }

  @Function("setrecursionlimit(limit, /)")
  static void setRecursionLimit(ThreadState thread, int limit) {
    if (limit < 1) {
      throw Errors.valueError("recursion limit must be greater or equal than 1");
    }
    if (thread.depth >= limit) {
      throw Errors.make(
          PyExceptions.RecursionError,
          "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low",
          limit, thread.depth);
    }
    thread.interpreter.recursionLimit = limit;
  }

  @Function("intern(string, /)")
  static PyObject intern(PyObject string) {
    if (string.getClass() != PyStr.class) {
      throw Errors.typeError("can't intern %s", string.type().fullName());
    }
    return ((PyStr) string).intern();
  }

  @Function("_getframe(depth=0, /)")
  static PyObject getFrame(ThreadState thread, int depth) {
    PyFrame frame = thread.frame;
    for (int i = depth; i > 0 && frame != null; i--) {
      frame = frame.back;
    }
    if (frame == null) {
      throw Errors.valueError("call stack is not deep enough");
    }
    return frame;
  }

  @Function("_getframemodulename(depth=0)")
  static PyObject getFrameModuleName(ThreadState thread, int depth) {
    PyFrame frame = thread.frame;
    for (int i = depth; i > 0 && frame != null; i--) {
      frame = frame.back;
    }
    PyObject name = frame == null ? null : frame.globals.get(PyStr.interned("__name__"));
    return name == null ? PyNone.NONE : name;
  }

  @Function("exc_info()")
  static PyObject excInfo(ThreadState thread) {
    PyBaseException e = thread.handled.innermost();
    return e == null
        ? PyTuple.of(PyNone.NONE, PyNone.NONE, PyNone.NONE)
        : PyTuple.of(e.type(), e, e.traceback());
  }

  @Function("exception()")
  static PyObject exception(ThreadState thread) {
    PyBaseException e = thread.handled.innermost();
    return e == null ? PyNone.NONE : e;
  }

  @Function("exit(status=None, /)")
  static void exit(PyObject status) {
    throw status == PyNone.NONE
        ? Errors.of(PyExceptions.SystemExit)
        : Errors.of(PyExceptions.SystemExit, status);
  }

  @Function("getdefaultencoding()")
  static String getDefaultEncoding() {
    return "utf-8";
  }

  @Function("getfilesystemencoding()")
  static String getFilesystemEncoding() {
    return "utf-8";
  }

  @Function("getfilesystemencodeerrors()")
  static String getFilesystemEncodeErrors() {
    return "surrogateescape";
  }

  @Function("getrefcount(object, /)")
  static int getRefCount(PyObject object) {
    return 2;
  }

  @Function("is_finalizing()")
  static boolean isFinalizing() {
    return false;
  }

  @Function("getsizeof(object, default=NULL)")
  static PyObject getSizeOf(PyObject object, PyObject otherwise) {
    PyObject method = object.type().lookup(PyStr.interned("__sizeof__"));
    if (method == null) {
      if (otherwise != null) {
        return otherwise;
      }
      throw Errors.typeError("Type %s doesn't define __sizeof__", object.type().fullName());
    }
    try {
      PyObject size = Attributes.bind(method, object, object.type()).call();
      if (!(size instanceof PyInt number)) {
        throw Errors.typeError("'%s' object cannot be interpreted as an integer", size.type().fullName());
      }
      if (number.signum() < 0) {
        throw Errors.valueError("__sizeof__() should return >= 0");
      }
      return PyLong.of(number.longValue() + (object.type().isHeap() || object instanceof PyList || object instanceof PyDict ? 16 : 0));
    } catch (PyException e) {
      if (otherwise != null && e.is(PyExceptions.TypeError)) {
        return otherwise;
      }
      throw e;
    }
  }

  @Function("get_int_max_str_digits()")
  static int getIntMaxStrDigits(ThreadState thread) {
    return thread.interpreter.intMaxStrDigits;
  }

  @Function("set_int_max_str_digits(maxdigits)")
  static void setIntMaxStrDigits(ThreadState thread, int maxdigits) {
    if (maxdigits != 0 && maxdigits < 640) {
      throw Errors.valueError("maxdigits must be 0 or larger than 640");
    }
    thread.interpreter.intMaxStrDigits = maxdigits;
  }

  @Function("displayhook(object, /)")
  static void displayHook(ThreadState thread, PyObject object) {
    if (object == PyNone.NONE) {
      return;
    }
    PyDict builtins = thread.interpreter.builtins();
    builtins.put(PyStr.interned("_"), PyNone.NONE);
    PyObject out = thread.interpreter.sysDict().get(PyStr.interned("stdout"));
    if (out == null || out == PyNone.NONE) {
      throw Errors.runtimeError("lost sys.stdout");
    }
    PyObject write = Attributes.get(out, "write");
    write.call(Objects.repr(object));
    write.call(PyStr.of("\n"));
    builtins.put(PyStr.interned("_"), object);
  }

  @Function("audit(event, /, *args)")
  static void audit(PyStr event, PyObject[] args) {}

  @Function("addaudithook(hook)")
  static void addAuditHook(PyObject hook) {}

  @Function("_clear_type_cache()")
  static void clearTypeCache() {}

  @Function("getswitchinterval()")
  static double getSwitchInterval() {
    return 0.005;
  }

  @Function("call_tracing(func, args, /)")
  static PyObject callTracing(PyObject function, PyTuple args) {
    return function.call(args.items().clone(), null);
  }
}

package org.krait.stdlib.sys;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.ObjectSizes;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.*;

/** The module {@code sys}. */
@BuiltinModule(
    value = "sys",
    parts = {SysHooks.class, SysTracing.class, SysThreads.class})
public final class SysModule implements NativeModule {
  private static final StructSequenceType ASYNCGEN_HOOKS =
      StructSequenceType.of("sys.asyncgen_hooks", 2, "firstiter", "finalizer");

  @Override
  public void exec(PyModule module) {
    PyDict sys = module.dict();
    Interpreter interpreter = ThreadState.current().interpreter;
    interpreter.unraisable = args -> SysHooks.showUnraisable(interpreter, args);
    put(sys, "modules", interpreter.modules());
    put(sys, "maxsize", PyLong.of(Long.MAX_VALUE));
    put(sys, "maxunicode", PyLong.of(Character.MAX_CODE_POINT));
    put(sys, "byteorder", PyStr.of("little"));
    put(sys, "platform", PyStr.of("linux"));
    put(sys, "api_version", PyLong.of(1013));
    put(sys, "copyright", PyStr.of("Copyright the Krait authors."));
    put(sys, "float_repr_style", PyStr.of("short"));
    put(sys, "meta_path", new PyList());
    put(sys, "path_hooks", new PyList());
    put(sys, "abiflags", PyStr.of(""));
    put(sys, "_git", PyTuple.of(PyStr.of("Krait"), PyStr.EMPTY, PyStr.EMPTY));
    put(sys, "_framework", PyStr.EMPTY);
    put(sys, "monitoring", MonitoringModule.make(ThreadState.current()));
    SysInformation.addTo(sys, ThreadState.current().interpreter.options);
    for (String hook : new String[] {"displayhook", "excepthook", "unraisablehook", "breakpointhook"}) {
      put(sys, "__" + hook + "__", sys.get(PyStr.interned(hook)));
    }
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
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(thread, "sys._getframe", frame);
    }
    return frame;
  }

  @Function("_getframemodulename(depth=0)")
  static PyObject getFrameModuleName(ThreadState thread, int depth) {
    AuditHooks.audit("sys._getframemodulename", PyLong.of(depth));
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
    if (status == PyNone.NONE) {
      throw Errors.of(PyExceptions.SystemExit);
    }
    throw status instanceof PyTuple all
        ? Errors.of(PyExceptions.SystemExit, all.items().clone())
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
  static boolean isFinalizing(ThreadState thread) {
    return thread.interpreter.finalizing;
  }

  @Function(value = "getsizeof(object, default=NULL)", textSignature = false)
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
      return PyLong.of(number.longValue() + ObjectSizes.head(object.type()));
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

  @Function(value = "audit(event, /, *args)", textSignature = false)
  static void audit(ThreadState thread, PyStr event, PyObject[] args) {
    if (AuditHooks.isHeard(thread)) {
      AuditHooks.raise(thread, event.toString(), args);
    }
  }

  @Function("addaudithook(hook)")
  static void addAuditHook(ThreadState thread, PyObject hook) {
    thread.interpreter.finishStart();
    try {
      AuditHooks.raise(thread, "sys.addaudithook");
    } catch (PyException e) {
      // A hook that does not want others keeps them out silently.
      if (e.is(PyExceptions.Exception)) {
        return;
      }
      throw e;
    }
    AuditHooks.add(thread, hook);
  }

  @Function("_clear_type_cache()")
  static void clearTypeCache() {}

  @Function("getswitchinterval()")
  static double getSwitchInterval(ThreadState thread) {
    return thread.interpreter.switchInterval;
  }

  @Function("setswitchinterval(interval, /)")
  static void setSwitchInterval(ThreadState thread, double interval) {
    if (interval <= 0) {
      throw Errors.valueError("switch interval must be strictly positive");
    }
    thread.interpreter.switchInterval = interval;
  }

  @Function("get_asyncgen_hooks()")
  static PyObject getAsyncgenHooks(ThreadState thread) {
    return ASYNCGEN_HOOKS.make(
        thread.asyncGenFirstIter == null ? PyNone.NONE : thread.asyncGenFirstIter,
        thread.asyncGenFinalizer == null ? PyNone.NONE : thread.asyncGenFinalizer);
  }

  @Function(value = "set_asyncgen_hooks(firstiter=NULL, finalizer=NULL)", textSignature = false)
  static void setAsyncgenHooks(ThreadState thread, PyObject first, PyObject finalizer) {
    if (finalizer != null) {
      AuditHooks.audit("sys.set_asyncgen_hook_finalizer");
      thread.asyncGenFinalizer = finalizer == PyNone.NONE ? null : finalizer;
    }
    if (first != null) {
      AuditHooks.audit("sys.set_asyncgen_hook_firstiter");
      thread.asyncGenFirstIter = first == PyNone.NONE ? null : first;
    }
  }

  @Function("get_coroutine_origin_tracking_depth()")
  static int getOriginDepth(ThreadState thread) {
    return thread.coroutineOriginDepth;
  }

  @Function("set_coroutine_origin_tracking_depth(depth)")
  static void setOriginDepth(ThreadState thread, int depth) {
    if (depth < 0) {
      throw Errors.valueError("depth must be >= 0");
    }
    thread.coroutineOriginDepth = depth;
  }

  @Function("is_stack_trampoline_active()")
  static boolean isStackTrampolineActive() {
    return false;
  }

  @Function("getallocatedblocks()")
  static long getAllocatedBlocks() {
    return Runtime.getRuntime().totalMemory() / 64;
  }

  @Function("getunicodeinternedsize()")
  static int getUnicodeInternedSize() {
    return PyStr.internedCount();
  }
}

package org.krait.stdlib.thread;

import java.util.concurrent.atomic.AtomicReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.JavaFailure;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.*;
import org.krait.stdlib.signal.Signals;

/** The module {@code _thread}. */
@BuiltinModule(
    value = "_thread",
    types = {PyLock.class, PyRLock.class, PyThreadLocal.class})
public final class ThreadModule implements NativeModule {
  /** Seconds that a lock can wait at most: nanoseconds in a {@code long}. */
  @Value("TIMEOUT_MAX")
  static final double TIMEOUT_MAX = 9223372036.0;

  private static final long DEFAULT_STACK = 256L << 20;
  private static final long SMALLEST_STACK = 32768;

  private final AtomicInteger running = new AtomicInteger();
  private long stackSize;

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    dict.put(PyStr.interned("error"), PyExceptions.RuntimeError);
    dict.remove(PyStr.interned("lock"));
    dict.put(PyStr.interned("LockType"), PyLock.TYPE);
    dict.put(PyStr.interned("_ExceptHookArgs"), ExceptHook.ARGS.type());
  }

  @Function(value = "start_new_thread(function, args, kwargs=NULL, /)", textSignature = false)
  long startNewThread(ThreadState current, PyObject function, PyObject args, PyObject keywords) {
    if (!Objects.isCallable(function)) {
      throw Errors.typeError("first arg must be callable");
    }
    if (!(args instanceof PyTuple positional)) {
      throw Errors.typeError("2nd arg must be a tuple");
    }
    if (keywords != null && !(keywords instanceof PyDict)) {
      throw Errors.typeError("optional 3rd arg must be a dictionary");
    }
    AuditHooks.audit(
        "_thread.start_new_thread", function, args, keywords == null ? PyNone.NONE : keywords);
    Call call = Call.of(function, positional, (PyDict) keywords);
    Interpreter interpreter = current.interpreter;
    if (!interpreter.permissions.threads()) {
      throw Errors.runtimeError("thread is not supported for isolated subinterpreters");
    }
    if (interpreter.ending) {
      throw Errors.runtimeError("can't create new thread at interpreter shutdown");
    }
    AtomicReference<Call> given = new AtomicReference<>(call);
    Thread thread =
        new ThreadState.Carrier(
            null, () -> run(interpreter, given.getAndSet(null)), "Python", stackSize == 0 ? DEFAULT_STACK : stackSize);
    thread.setDaemon(true);
    running.incrementAndGet();
    try {
      thread.start();
    } catch (OutOfMemoryError full) {
      running.decrementAndGet();
      throw Errors.runtimeError("can't start new thread");
    }
    return thread.threadId();
  }

  @Function(value = "start_new(function, args, kwargs=NULL, /)", textSignature = false)
  long startNew(ThreadState current, PyObject function, PyObject args, PyObject keywords) {
    return startNewThread(current, function, args, keywords);
  }

  /** A call to make in another thread. */
  private record Call(PyObject function, PyObject[] args, PyStr[] names) {
    static Call of(PyObject function, PyTuple positional, PyDict keywords) {
      int count = keywords == null ? 0 : keywords.size();
      PyObject[] args = java.util.Arrays.copyOf(positional.items(), positional.size() + count);
      PyStr[] names = count == 0 ? null : new PyStr[count];
      int n = 0;
      for (int i = 0; count > 0 && i < keywords.limit(); i++) {
        if (keywords.keyAt(i) != null) {
          names[n] = (PyStr) keywords.keyAt(i);
          args[positional.size() + n++] = keywords.valueAt(i);
        }
      }
      return new Call(function, args, names);
    }
  }

  private void run(Interpreter interpreter, Call call) {
    ThreadState state = new ThreadState(interpreter);
    ThreadState.enter(state);
    try {
      call.function.call(call.args, call.names);
    } catch (Throwable failure) {
      PyException e = JavaFailure.of(state, failure);
      if (!e.is(PyExceptions.SystemExit)) {
        Unraisable.report(e, "Exception ignored in thread started by", call.function);
      }
    } finally {
      running.decrementAndGet();
      interpreter.remove(state);
      PyThreadSentinel.release(state);
      ThreadState.enter(null);
    }
  }

  @Function(value = "allocate_lock()", textSignature = false)
  static PyObject allocateLock() {
    return new PyLock();
  }

  @Function(value = "allocate()", textSignature = false)
  static PyObject allocate() {
    return new PyLock();
  }

  @Function(value = "get_ident()", textSignature = false)
  static long getIdent() {
    return Thread.currentThread().threadId();
  }

  /** The kernel's number of the thread; for the main thread that of the process, as elsewhere. */
  @Function(value = "get_native_id()", textSignature = false)
  static long getNativeId(ThreadState thread) {
    try {
      Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
      boolean main = thread == thread.interpreter.mainThread();
      return Long.parseLong((main ? self.getName(0) : self.getFileName()).toString());
    } catch (IOException | NumberFormatException e) {
      return Thread.currentThread().threadId();
    }
  }

  @Function(value = "_count()", textSignature = false)
  int count() {
    return running.get();
  }

  @Function(value = "stack_size(size=0, /)", textSignature = false)
  long stackSize(long size) {
    long old = stackSize;
    if (size < 0) {
      throw Errors.valueError("size must be 0 or a positive value");
    }
    if (size != 0 && size < SMALLEST_STACK) {
      throw Errors.valueError("size not valid: %d bytes", size);
    }
    stackSize = size;
    return old;
  }

  @Function(value = "exit()", textSignature = false)
  static void exit() {
    throw Errors.of(PyExceptions.SystemExit);
  }

  @Function(value = "exit_thread()", textSignature = false)
  static void exitThread() {
    exit();
  }

  @Function(value = "interrupt_main(signum=2, /)", textSignature = false)
  static void interruptMain(ThreadState thread, int signal) {
    if (!Signals.of(thread.interpreter).interrupt(thread, signal)) {
      throw Errors.valueError("signal number out of range");
    }
  }

  @Function(value = "_set_sentinel()", textSignature = false)
  static PyObject setSentinel(ThreadState thread) {
    return PyThreadSentinel.make(thread);
  }

  @Function(value = "daemon_threads_allowed()", textSignature = false)
  static boolean daemonThreadsAllowed(ThreadState thread) {
    return thread.interpreter.permissions.daemonThreads();
  }

  @Function(value = "_is_main_interpreter()", textSignature = false)
  static boolean isMainInterpreter(ThreadState thread) {
    return thread.interpreter.number == 0;
  }

  @Function(value = "_excepthook(exc_info, /)", textSignature = false)
  static void exceptHook(ThreadState thread, PyObject args) {
    ExceptHook.print(thread, args);
  }
}

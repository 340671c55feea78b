package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Methods of connections by which SQLite gets functions of the program to call. */
final class ConnectionFunctions {
  private static final Sqlite CREATE_FUNCTION = new Sqlite("create_function_v2");
  private static final Sqlite CREATE_WINDOW = new Sqlite("create_window_function");
  private static final Sqlite CREATE_COLLATION = new Sqlite("create_collation_v2");
  private static final Sqlite SET_AUTHORIZER = new Sqlite("set_authorizer");
  private static final Sqlite PROGRESS_HANDLER = new Sqlite("progress_handler");
  private static final Sqlite ERRSTR = new Sqlite("errstr");
  private static final Sqlite TRACE = new Sqlite("trace_v2");
  private static final int UTF8 = 1;
  private static final int DETERMINISTIC = 0x800;
  private static final int TRACE_STATEMENT = 1;

  private ConnectionFunctions() {}

  private static long keep(PyConnection self, PyObject function) {
    return Callbacks.keep(new UserCode.Entry(self.state, function));
  }

  @Method("create_function(self, /, name, narg, func, *, deterministic=False)")
  static void createFunction(
      PyConnection self, PyStr name, int count, PyObject function, boolean deterministic) {
    self.check();
    int code;
    try (Arena arena = Arena.ofConfined()) {
      long text = Values.name(arena, name);
      int flags = UTF8 | (deterministic ? DETERMINISTIC : 0);
      code =
          function == PyNone.NONE
              ? CREATE_FUNCTION.callInt(self.database(), text, count, flags, 0, 0, 0, 0, 0)
              : CREATE_FUNCTION.callInt(
                  self.database(), text, count, flags, keep(self, function),
                  Callbacks.callStub(), 0, 0, Callbacks.releaseStub());
    }
    if (code != Sqlite.OK) {
      throw Errors.make(SqliteErrors.OPERATIONAL_ERROR, "Error creating function");
    }
  }

  @Method("create_aggregate(self, /, name, n_arg, aggregate_class)")
  static void createAggregate(PyConnection self, PyStr name, int count, PyObject cls) {
    self.check();
    int code;
    try (Arena arena = Arena.ofConfined()) {
      long text = Values.name(arena, name);
      code =
          cls == PyNone.NONE
              ? CREATE_FUNCTION.callInt(self.database(), text, count, UTF8, 0, 0, 0, 0, 0)
              : CREATE_FUNCTION.callInt(
                  self.database(), text, count, UTF8, keep(self, cls), 0, Callbacks.stepStub(),
                  Callbacks.finishStub(), Callbacks.releaseStub());
    }
    if (code != Sqlite.OK) {
      throw Errors.make(SqliteErrors.OPERATIONAL_ERROR, "Error creating aggregate");
    }
  }

  @Method("create_window_function(self, name, num_params, aggregate_class, /)")
  static void createWindow(PyConnection self, PyStr name, int count, PyObject cls) {
    self.check();
    int code;
    try (Arena arena = Arena.ofConfined()) {
      long text = Values.name(arena, name);
      code =
          cls == PyNone.NONE
              ? CREATE_WINDOW.callInt(self.database(), text, count, UTF8, 0, 0, 0, 0, 0, 0)
              : CREATE_WINDOW.callInt(
                  self.database(), text, count, UTF8, keep(self, cls), Callbacks.stepStub(),
                  Callbacks.finishStub(), Callbacks.valueStub(), Callbacks.inverseStub(),
                  Callbacks.releaseStub());
    }
    if (code != Sqlite.OK) {
      throw SqliteErrors.programming("%s", ERRSTR.callString(code));
    }
  }

  @Method("create_collation(self, name, callback, /)")
  static void createCollation(PyConnection self, PyStr name, PyObject callback) {
    self.check();
    boolean none = callback == PyNone.NONE;
    if (!none && !Objects.isCallable(callback)) {
      throw Errors.typeError("parameter must be callable");
    }
    int code;
    try (Arena arena = Arena.ofConfined()) {
      long text = Values.name(arena, name);
      code =
          none
              ? CREATE_COLLATION.callInt(self.database(), text, UTF8, 0, 0, 0)
              : CREATE_COLLATION.callInt(
                  self.database(), text, UTF8, keep(self, callback), Callbacks.compareStub(),
                  Callbacks.releaseStub());
    }
    if (code != Sqlite.OK) {
      throw self.failed();
    }
  }

  /** Keeps a callback of a kind of which there is one, in the place of the one before; 0 for None. */
  private static long replace(PyConnection self, String kind, PyObject callback) {
    Long before = self.hooks.remove(kind);
    if (before != null) {
      Callbacks.release(before);
    }
    if (callback == PyNone.NONE) {
      return 0;
    }
    long number = keep(self, callback);
    self.hooks.put(kind, number);
    return number;
  }

  @Method("set_authorizer(self, /, authorizer_callback)")
  static void setAuthorizer(PyConnection self, PyObject callback) {
    self.check();
    long number = replace(self, "authorizer", callback);
    int code =
        SET_AUTHORIZER.callInt(
            self.database(), number == 0 ? 0 : Callbacks.authorizeStub(), number);
    if (code != Sqlite.OK) {
      throw Errors.make(SqliteErrors.OPERATIONAL_ERROR, "Error setting authorizer callback");
    }
  }

  @Method("set_progress_handler(self, /, progress_handler, n)")
  static void setProgressHandler(PyConnection self, PyObject callback, int count) {
    self.check();
    long number = replace(self, "progress", callback);
    PROGRESS_HANDLER.call(
        self.database(),
        number == 0 ? 0 : count,
        number == 0 ? 0 : Callbacks.progressStub(),
        number);
  }

  @Method("set_trace_callback(self, /, trace_callback)")
  static void setTraceCallback(PyConnection self, PyObject callback) {
    self.check();
    long number = replace(self, "trace", callback);
    TRACE.call(
        self.database(),
        number == 0 ? 0 : TRACE_STATEMENT,
        number == 0 ? 0 : Callbacks.traceStub(),
        number);
  }
}

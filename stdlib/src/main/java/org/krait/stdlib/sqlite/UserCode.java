package org.krait.stdlib.sqlite;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.JavaFailure;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;

/** A program's code that SQLite calls. Nothing may be thrown from here: C lies between. */
final class UserCode {
  private static final Sqlite USER_DATA = new Sqlite("user_data");
  private static final Sqlite AGGREGATE_CONTEXT = new Sqlite("aggregate_context");
  private static final Sqlite EXPANDED_SQL = new Sqlite("expanded_sql");
  private static final Sqlite SQL = new Sqlite("sql");
  private static final Sqlite FREE = new Sqlite("free");
  private static final Sqlite DB_HANDLE = new Sqlite("db_handle");
  private static final Sqlite ERRCODE = new Sqlite("errcode");
  private static final int DENY = 1;

  private UserCode() {}

  /** What C knows by a number: a program's function, and whose it is. */
  record Entry(SqliteState state, PyObject function) {}

  private static Entry entry(long number) {
    return (Entry) Callbacks.kept(number);
  }

  private static PyException caught(Throwable thrown) {
    return thrown instanceof PyException e ? e : JavaFailure.of(ThreadState.current(), thrown);
  }

  /** Shows an exception when the program asked for that; nobody else hears of it. */
  private static void show(Entry entry, Throwable thrown) {
    if (entry.state.tracebacks) {
      Unraisable.report(caught(thrown), null, entry.function);
    }
  }

  private static void fail(Entry entry, long context, Throwable thrown, String message) {
    PyException e = caught(thrown);
    if (e.is(PyExceptions.MemoryError)) {
      Values.RESULT_NOMEM.call(context);
    } else if (e.is(PyExceptions.OverflowError)) {
      Values.RESULT_TOOBIG.call(context);
    } else {
      Values.resultError(context, message);
    }
    show(entry, e);
  }

  static void call(long context, int count, long arguments) {
    Entry entry = entry(USER_DATA.call(context));
    try {
      PyObject result = entry.function.call(Values.arguments(count, arguments), null);
      Values.result(context, result);
    } catch (Throwable t) {
      fail(entry, context, t, "user-defined function raised exception");
    }
  }

  private static long place(long context) {
    return AGGREGATE_CONTEXT.call(context, 8);
  }

  static void step(long context, int count, long arguments) {
    Entry entry = entry(USER_DATA.call(context));
    long place = place(context);
    if (place == 0) {
      Values.RESULT_NOMEM.call(context);
      return;
    }
    long number = Native.at(place, 8).get(Native.LONG, 0);
    PyObject instance;
    if (number != 0) {
      instance = (PyObject) Callbacks.kept(number);
    } else {
      try {
        instance = entry.function.call();
      } catch (Throwable t) {
        fail(entry, context, t, "user-defined aggregate's '__init__' method raised error");
        return;
      }
      Native.at(place, 8).set(Native.LONG, 0, Callbacks.keep(instance));
    }
    invoke(entry, context, instance, "step", count, arguments);
  }

  static void inverse(long context, int count, long arguments) {
    Entry entry = entry(USER_DATA.call(context));
    PyObject instance = (PyObject) Callbacks.kept(Native.at(place(context), 8).get(Native.LONG, 0));
    invoke(entry, context, instance, "inverse", count, arguments);
  }

  private static void invoke(
      Entry entry, long context, PyObject instance, String name, int count, long arguments) {
    PyObject method;
    try {
      method = Attributes.get(instance, name);
    } catch (Throwable t) {
      fail(entry, context, t, "user-defined aggregate's '" + name + "' method not defined");
      return;
    }
    try {
      method.call(Values.arguments(count, arguments), null);
    } catch (Throwable t) {
      fail(entry, context, t, "user-defined aggregate's '" + name + "' method raised error");
    }
  }

  static void value(long context) {
    Entry entry = entry(USER_DATA.call(context));
    PyObject instance = (PyObject) Callbacks.kept(Native.at(place(context), 8).get(Native.LONG, 0));
    answer(entry, context, instance, "value");
  }

  private static void answer(Entry entry, long context, PyObject instance, String name) {
    PyObject result;
    try {
      result = Attributes.get(instance, name).call();
    } catch (Throwable t) {
      String trouble =
          caught(t).is(PyExceptions.AttributeError) ? "method not defined" : "method raised error";
      fail(entry, context, t, "user-defined aggregate's '" + name + "' " + trouble);
      return;
    }
    try {
      Values.result(context, result);
    } catch (Throwable t) {
      fail(entry, context, t, "user-defined aggregate's '" + name + "' method raised error");
    }
  }

  static void finish(long context) {
    Entry entry = entry(USER_DATA.call(context));
    long place = AGGREGATE_CONTEXT.call(context, 0);
    long number = place == 0 ? 0 : Native.at(place, 8).get(Native.LONG, 0);
    if (number == 0) {
      return;
    }
    PyObject instance = (PyObject) Callbacks.kept(number);
    Callbacks.release(number);
    answer(entry, context, instance, "finalize");
  }

  private static PyStr text(int length, long address) {
    byte[] bytes = length == 0 ? new byte[0] : Native.copy(Native.at(address, length), 0, length);
    return Utf8.decode(bytes, "strict");
  }

  static int compare(long number, int firstLength, long first, int secondLength, long second) {
    Entry entry = entry(number);
    try {
      PyObject answer =
          entry.function.call(text(firstLength, first), text(secondLength, second));
      if (!(answer instanceof PyInt order)) {
        throw Errors.typeError(
            "an integer is required (got type %s)", answer.type().fullName());
      }
      return order.signum();
    } catch (Throwable t) {
      show(entry, t);
      return 0;
    }
  }

  static int progress(long number) {
    Entry entry = entry(number);
    try {
      return Objects.isTrue(entry.function.call()) ? 1 : 0;
    } catch (Throwable t) {
      show(entry, t);
      return -1;
    }
  }

  private static PyObject textOrNone(long address) {
    byte[] bytes = Native.stringAt(address);
    return bytes == null ? PyNone.NONE : Utf8.decode(bytes, "strict");
  }

  static int authorize(long number, int action, long a, long b, long database, long source) {
    Entry entry = entry(number);
    try {
      PyObject[] args = {
        PyLong.of(action), textOrNone(a), textOrNone(b), textOrNone(database), textOrNone(source)
      };
      PyObject answer = entry.function.call(args, null);
      if (!(answer instanceof PyInt code)) {
        return DENY;
      }
      if (!code.fitsLong() || code.longValue() != (int) code.longValue()) {
        throw Errors.overflowError("Python int too large to convert to C int");
      }
      return (int) code.longValue();
    } catch (Throwable t) {
      show(entry, t);
      return DENY;
    }
  }

  static int trace(int kind, long number, long statement, long sql) {
    Entry entry = entry(number);
    try {
      byte[] plain = Native.stringAt(sql);
      if (plain != null && plain.length >= 2 && plain[0] == '-' && plain[1] == '-') {
        return 0;
      }
      long expanded = EXPANDED_SQL.call(statement);
      byte[] bytes;
      if (expanded != 0) {
        bytes = Native.stringAt(expanded);
        FREE.call(expanded);
      } else {
        if (ERRCODE.callInt(DB_HANDLE.call(statement)) == 7) {
          throw Errors.make(PyExceptions.MemoryError, "");
        }
        show(
            entry,
            Errors.make(
                SqliteErrors.DATA_ERROR,
                "Expanded SQL string exceeds the maximum string length"));
        bytes = SQL.callText(statement);
      }
      entry.function.call(Utf8.decode(bytes, "strict"));
    } catch (Throwable t) {
      show(entry, t);
    }
    return 0;
  }
}

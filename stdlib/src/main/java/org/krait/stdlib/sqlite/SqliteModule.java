package org.krait.stdlib.sqlite;

import java.lang.foreign.Arena;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.ConstantTable;

/** The module {@code _sqlite3}. */
@BuiltinModule(
    value = "_sqlite3",
    types = {
      PyBlob.class,
      PyConnection.class,
      PyCursor.class,
      PyPrepareProtocol.class,
      PyRow.class
    })
public final class SqliteModule implements NativeModule {
  private static final Sqlite VERSION = new Sqlite("libversion");
  private static final Sqlite COMPLETE = new Sqlite("complete");
  private static final PyStr FACTORY = PyStr.interned("factory");
  private static final int FACTORY_PLACE = 5;

  private SqliteState state;

  @Override
  public void exec(PyModule module) {
    if (!Sqlite.isThere()) {
      throw Errors.make(
          PyExceptions.ImportError, "the library of SQLite (libsqlite3.so.0) was not found");
    }
    state = SqliteState.current();
    var dict = module.dict();
    ConstantTable.enter(dict, "_sqlite3");
    for (PyType error : SqliteErrors.all()) {
      dict.put(PyStr.interned(error.name()), error);
    }
    dict.put(PyStr.interned("adapters"), state.adapters);
    dict.put(PyStr.interned("converters"), state.converters);
    dict.put(PyStr.interned("sqlite_version"), PyStr.of(VERSION.callString()));
    dict.put(PyStr.interned("_deprecated_version"), PyStr.of("2.6.0"));
  }

  @Function(value = "connect(*args, **kwargs)", textSignature = false)
  static PyObject connect(PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    PyObject factory = given > FACTORY_PLACE ? args[FACTORY_PLACE] : PyConnection.TYPE;
    for (int i = 0; names != null && i < names.length; i++) {
      if (names[i].equals(FACTORY)) {
        factory = args[given + i];
      }
    }
    return factory.call(args, names);
  }

  @Function("complete_statement(statement)")
  static boolean completeStatement(PyObject statement) {
    if (!(statement instanceof PyStr text)) {
      throw Errors.typeError(
          "complete_statement() argument 'statement' must be str, not %s",
          statement.type().fullName());
    }
    try (Arena arena = Arena.ofConfined()) {
      return COMPLETE.callInt(Native.string(arena, Utf8.encode(text, "strict")).address()) != 0;
    }
  }

  @Function("enable_callback_tracebacks(enable, /)")
  void enableCallbackTracebacks(boolean enable) {
    state.tracebacks = enable;
  }

  @Function("register_adapter(type, adapter, /)")
  void registerAdapter(PyObject type, PyObject adapter) {
    if (type instanceof PyType cls && SqliteState.isBasic(cls)) {
      state.adaptsBasicTypes = true;
    }
    state.adapters.put(PyTuple.of(type, PyPrepareProtocol.TYPE), adapter);
  }

  @Function("register_converter(typename, converter, /)")
  void registerConverter(PyObject name, PyObject converter) {
    if (!(name instanceof PyStr)) {
      throw Errors.typeError(
          "register_converter() argument 1 must be str, not %s", name.type().fullName());
    }
    state.converters.put(Attributes.get(name, "upper").call(), converter);
  }

  @Function("adapt(obj, proto=NULL, alt=NULL, /)")
  PyObject adapt(PyObject value, PyObject protocol, PyObject otherwise) {
    return state.adapt(value, protocol == null ? PyPrepareProtocol.TYPE : protocol, otherwise);
  }
}

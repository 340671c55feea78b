package org.krait.stdlib.csv;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** {@code _csv}; the object keeps the registered dialects of an interpreter. */
@BuiltinModule(
    value = "_csv",
    doc = "CSV parsing and writing.",
    types = {PyDialect.class})
public final class CsvModule implements NativeModule {
  /** {@code csv.Error}. */
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("_csv", "Error", PyExceptions.Exception));

  @Value("__version__")
  static final String VERSION = "1.0";

  @Value("QUOTE_MINIMAL")
  static final int QUOTE_MINIMAL = PyDialect.MINIMAL;

  @Value("QUOTE_ALL")
  static final int QUOTE_ALL = PyDialect.ALL;

  @Value("QUOTE_NONNUMERIC")
  static final int QUOTE_NONNUMERIC = PyDialect.NONNUMERIC;

  @Value("QUOTE_NONE")
  static final int QUOTE_NONE = PyDialect.NONE;

  @Value("QUOTE_STRINGS")
  static final int QUOTE_STRINGS = PyDialect.STRINGS;

  @Value("QUOTE_NOTNULL")
  static final int QUOTE_NOTNULL = PyDialect.NOTNULL;

  private final PyDict dialects = new PyDict();
  private volatile long fieldLimit = 128 * 1024;

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("Error"), ERROR);
    module.dict().put(PyStr.interned("Reader"), PyReader.TYPE);
    module.dict().put(PyStr.interned("Writer"), PyWriter.TYPE);
    module.dict().put(PyStr.interned("_dialects"), dialects);
  }

  static PyException error(String message, Object... args) {
    return Errors.make(ERROR, message, args);
  }

  long fieldLimit() {
    return fieldLimit;
  }

  // ---- dialects

  @Function("list_dialects()")
  PyObject listDialects() {
    return dialects.keyList();
  }

  @Function(value = "register_dialect(name, /, *args, **kwargs)", textSignature = false)
  void registerDialect(PyObject name, PyObject[] args, PyStr[] names) {
    if (!(name instanceof PyStr)) {
      throw Errors.typeError("dialect name must be a string");
    }
    dialects.put(name, dialect(args, names));
  }

  /** The dialect that a call's last arguments describe. */
  private PyDialect dialect(PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given > 1) {
      throw Errors.typeError("function takes at most 1 argument (%d given)", given);
    }
    PyObject like = given == 0 ? PyDialect.named(args, names, given) : args[0];
    if (like instanceof PyStr name) {
      like = getDialect(name);
    }
    return PyDialect.of(PyDialect.TYPE, like, args, names, given);
  }

  @Function("get_dialect(name)")
  PyObject getDialect(PyObject name) {
    PyObject dialect = dialects.get(name);
    if (dialect == null) {
      throw error("unknown dialect");
    }
    return dialect;
  }

  @Function("unregister_dialect(name)")
  void unregisterDialect(PyObject name) {
    if (dialects.remove(name) == null) {
      throw error("unknown dialect");
    }
  }

  @Function("field_size_limit(new_limit=NULL)")
  long fieldSizeLimit(PyObject limit) {
    long old = fieldLimit;
    if (limit != null) {
      if (limit.getClass() != PyLong.class) {
        throw Errors.typeError("limit must be an integer");
      }
      fieldLimit = Arguments.toLong(limit);
    }
    return old;
  }

  // ---- readers and writers

  @Function(value = "reader(iterable, /, *args, **kwargs)", textSignature = false)
  PyObject reader(PyObject iterable, PyObject[] args, PyStr[] names) {
    PyObject lines = org.krait.runtime.Iteration.iterator(iterable);
    return new PyReader(this, lines, dialect(args, names));
  }

  @Function(value = "writer(fileobj, /, *args, **kwargs)", textSignature = false)
  PyObject writer(PyObject file, PyObject[] args, PyStr[] names) {
    PyObject write = org.krait.runtime.Attributes.getOrNull(file, "write");
    if (write == null || !org.krait.runtime.Objects.isCallable(write)) {
      throw Errors.typeError("argument 1 must have a \"write\" method");
    }
    return new PyWriter(write, dialect(args, names));
  }
}

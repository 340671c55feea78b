package org.krait.stdlib.pickle;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/** {@code _pickle.Unpickler}. */
@BuiltinType(
    name = "Unpickler",
    module = "_pickle",
    heapType = true,
    textSignature =
        "(file, *, fix_imports=True, encoding='ASCII', errors='strict',\n          buffers=())",
    doc = "Reads objects from a file of pickles.",
    basicSize = 272)
final class PyUnpickler extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyUnpicklerTable());
  private static final PyStr PERSISTENT_LOAD = PyStr.interned("persistent_load");

  /** Null before {@code __init__}. */
  private PickleReader reader;

  private PyObject persistentLoad;

  private PyUnpickler(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyUnpickler(cls);
  }

  @Method(
      "__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=NULL)")
  void init(PyObject file, boolean fixImports, String encoding, String errors, PyObject buffers) {
    PickleInput input = PickleInput.ofFile(file);
    persistentLoad = Attributes.getOrNull(this, PERSISTENT_LOAD);
    reader = new PickleReader(input, fixImports, encoding, errors, buffers);
    reader.owner = this;
  }

  @Method(value = "load(self, /)", doc = "Reads an object.")
  PyObject load() {
    if (reader == null) {
      throw PickleErrors.unpickling(
          "Unpickler.__init__() was not called by %s.__init__()", type().fullName());
    }
    reader.persistentLoad = persistentLoad;
    return reader.load();
  }

  @Method(
      value = "find_class(self, module_name, global_name, /)",
      doc = "Finds a class or function by the names of its module and its own.")
  PyObject findClass(PyObject module, PyObject name) {
    PickleReader known =
        reader != null
            ? reader
            : new PickleReader(PickleInput.ofBytes(new byte[0]), true, "ASCII", "strict", null);
    return new ReadObjects(known).findClass(module, name);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
  int sizeOf() {
    return type().basicSize() + (reader == null ? 0 : 8 * reader.memo.length);
  }

  PyDict memoDict() {
    PyDict copy = new PyDict();
    PyObject[] memo = reader == null ? NO_ARGS : reader.memo;
    for (int i = 0; i < memo.length; i++) {
      if (memo[i] != null) {
        copy.put(org.krait.runtime.types.PyLong.of(i), memo[i]);
      }
    }
    return copy;
  }

  void clearMemo() {
    if (reader != null) {
      reader.memo = new PyObject[32];
      reader.memoSize = 0;
    }
  }

  @Getter("memo")
  PyObject getMemo() {
    return new PyUnpicklerMemoProxy(this);
  }

  @Setter("memo")
  void setMemo(PyObject value) {
    if (value == null) {
      throw Errors.typeError("attribute deletion is not supported");
    }
    PyDict dict;
    if (value instanceof PyUnpicklerMemoProxy proxy) {
      dict = proxy.unpickler.memoDict();
    } else if (value instanceof PyDict given) {
      dict = given;
    } else {
      throw Errors.typeError(
          "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s",
          value.type().fullName());
    }
    for (PyDict.Entry entry : dict.entryList()) {
      if (!(entry.key() instanceof PyInt number)) {
        throw Errors.typeError("memo key must be integers");
      }
      if (number.signum() < 0) {
        throw Errors.valueError("memo key must be positive integers.");
      }
    }
    clearMemo();
    if (reader != null) {
      for (PyDict.Entry entry : dict.entryList()) {
        reader.remember((int) ((PyInt) entry.key()).longValue(), entry.value());
      }
    }
  }

  @Getter("persistent_load")
  PyObject persistentLoad() {
    if (persistentLoad == null) {
      throw PyPickler.absent(this, PERSISTENT_LOAD);
    }
    return persistentLoad;
  }

  @Setter("persistent_load")
  void setPersistentLoad(PyObject value) {
    if (value == null) {
      throw Errors.typeError("attribute deletion is not supported");
    }
    if (!Objects.isCallable(value)) {
      throw Errors.typeError("persistent_load must be a callable taking one argument");
    }
    persistentLoad = value;
  }
}

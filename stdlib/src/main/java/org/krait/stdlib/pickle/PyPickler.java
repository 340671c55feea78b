package org.krait.stdlib.pickle;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _pickle.Pickler}. */
@BuiltinType(
    name = "Pickler",
    module = "_pickle",
    heapType = true,
    textSignature = "(file, protocol=None, fix_imports=True, buffer_callback=None)",
    doc = "Writes objects to a file as pickles.",
    basicSize = 152)
final class PyPickler extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyPicklerTable());
  private static final PyStr PERSISTENT_ID = PyStr.interned("persistent_id");
  private static final PyStr DISPATCH_TABLE = PyStr.interned("dispatch_table");
  private static final PyStr REDUCER_OVERRIDE = PyStr.interned("reducer_override");

  /** Null before {@code __init__}. */
  private PickleWriter writer;

  private PickleMemo earlyMemo;
  private PyObject persistentId;
  private PyObject dispatchTable;
  private int binary;
  private int fast;

  private PyPickler(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyPickler(cls);
  }

  @Method("__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)")
  void init(PyObject file, PyObject protocol, boolean fixImports, PyObject bufferCallback) {
    PyObject version = protocol == null ? PyNone.NONE : protocol;
    PyObject callback = bufferCallback == null ? PyNone.NONE : bufferCallback;
    writer = PickleWriter.of(file, version, fixImports, callback);
    binary = writer.binary ? 1 : 0;
    fast = 0;
    persistentId = Attributes.getOrNull(this, PERSISTENT_ID);
    dispatchTable = Attributes.getOrNull(this, DISPATCH_TABLE);
  }

  @Method(value = "dump(self, obj, /)", doc = "Writes an object.")
  void dump(PyObject object) {
    if (writer == null) {
      throw PickleErrors.pickling(
          "Pickler.__init__() was not called by %s.__init__()", type().fullName());
    }
    writer.out.clear();
    writer.persistentId = persistentId;
    writer.dispatchTable = dispatchTable;
    writer.binary = binary != 0;
    writer.fast = fast != 0;
    writer.reducerOverride =
        type() == TYPE ? null : Attributes.getOrNull(this, REDUCER_OVERRIDE);
    writer.dump(object);
    writer.out.flush();
  }

  @Method(value = "clear_memo(self, /)", doc = "Forgets the objects that have been written.")
  void clearMemo() {
    memo().clear();
  }

  PickleMemo memo() {
    if (writer != null) {
      return writer.memo;
    }
    if (earlyMemo == null) {
      earlyMemo = new PickleMemo();
    }
    return earlyMemo;
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
  int sizeOf() {
    return type().basicSize() + 512 + 16 * memo().size();
  }

  @Getter(value = "bin", member = true)
  int bin() {
    return binary;
  }

  @Setter("bin")
  void setBin(PyObject value) {
    binary = number(value);
  }

  @Getter(value = "fast", member = true)
  int fast() {
    return fast;
  }

  @Setter("fast")
  void setFast(PyObject value) {
    fast = number(value);
  }

  private static int number(PyObject value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    return Arguments.toInt(value);
  }

  @Getter(value = "dispatch_table", member = true)
  PyObject dispatchTable() {
    if (dispatchTable == null) {
      throw Errors.attributeError(
          this,
          DISPATCH_TABLE,
          "'%s' object has no attribute 'dispatch_table'",
          type().fullName());
    }
    return dispatchTable;
  }

  @Setter("dispatch_table")
  void setDispatchTable(PyObject value) {
    if (value == null && dispatchTable == null) {
      throw Errors.attributeError(this, DISPATCH_TABLE, "dispatch_table");
    }
    dispatchTable = value;
  }

  @Getter("memo")
  PyObject getMemo() {
    return new PyPicklerMemoProxy(this);
  }

  @Setter("memo")
  void setMemo(PyObject value) {
    if (value == null) {
      throw Errors.typeError("attribute deletion is not supported");
    }
    PickleMemo fresh;
    if (value instanceof PyPicklerMemoProxy proxy) {
      fresh = proxy.memo().copy();
    } else if (value instanceof PyDict dict) {
      fresh = memoOf(dict);
    } else {
      throw Errors.typeError(
          "'memo' attribute must be a PicklerMemoProxy object or dict, not %s",
          value.type().fullName());
    }
    if (writer != null) {
      writer.memo = fresh;
    } else {
      earlyMemo = fresh;
    }
  }

  private static PickleMemo memoOf(PyDict dict) {
    PickleMemo memo = new PickleMemo();
    for (PyDict.Entry entry : dict.entryList()) {
      if (!(entry.value() instanceof PyTuple pair) || pair.size() != 2) {
        throw Errors.typeError("'memo' values must be 2-item tuples");
      }
      if (!(pair.get(0) instanceof PyInt number)) {
        throw Errors.typeError("an integer is required");
      }
      memo.put(pair.get(1), (int) number.longValue());
    }
    return memo;
  }

  @Getter("persistent_id")
  PyObject persistentId() {
    if (persistentId == null) {
      throw absent(this, PERSISTENT_ID);
    }
    return persistentId;
  }

  static PyException absent(PyObject object, PyStr name) {
    return Errors.attributeError(object, name, "%s", name);
  }

  @Setter("persistent_id")
  void setPersistentId(PyObject value) {
    if (value == null) {
      throw Errors.typeError("attribute deletion is not supported");
    }
    if (!Objects.isCallable(value)) {
      throw Errors.typeError("persistent_id must be a callable taking one argument");
    }
    persistentId = value;
  }
}

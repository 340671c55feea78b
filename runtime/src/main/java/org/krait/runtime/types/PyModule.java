package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.LateModules;
import org.krait.runtime.ModuleTable;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;

/** A module; its attributes are its globals. */
@BuiltinType(name = "module", weakReferences = true, instanceDict = true, basicSize = 56)
public class PyModule extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyModuleTable());
  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr DOC = PyStr.interned("__doc__");
  private static final PyStr GETATTR = PyStr.interned("__getattr__");
  private static final PyStr SPEC = PyStr.interned("__spec__");
  private static final PyStr ANNOTATIONS = PyStr.interned("__annotations__");

  private final PyDict dict = new PyDict();

  /** What a builtin module is made of, or null. */
  private ModuleTable table;

  private boolean executed;

  /** What fills it when it is first asked for something; null once it is filled. */
  private volatile LateModules awaited;

  /** Who is told before something is changed in it, or missed; or null. */
  private volatile LateModules watcher;

  public PyModule(PyType type) {
    super(type);
  }

  /** A module with a name and nothing else. */
  public static PyModule named(String name) {
    PyModule module = new PyModule(TYPE);
    module.init(PyStr.interned(name), PyNone.NONE);
    return module;
  }

  /** A builtin module, not yet executed. */
  public static PyModule builtin(String name, ModuleTable table) {
    PyModule module = named(name);
    module.table = table;
    if (table.doc() != null) {
      module.dict.put(DOC, PyStr.of(table.doc()));
    }
    return module;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyModule(cls);
  }

  @Method("__init__(self, name, doc=None)")
  void init(PyStr name, PyObject doc) {
    dict.put(NAME, name);
    dict.put(DOC, doc);
    for (String attribute : new String[] {"__package__", "__loader__", "__spec__"}) {
      dict.put(PyStr.interned(attribute), PyNone.NONE);
    }
  }

  /** What it holds; a module of the start that has not run yet runs now. */
  public final PyDict dict() {
    LateModules late = awaited;
    if (late != null) {
      late.fill(this);
    }
    return dict;
  }

  /** Makes it a module whose code runs when it is first asked for something. */
  public final void await(LateModules late) {
    awaited = late;
  }

  /** Whether its code has not run to its end yet. */
  public final boolean isAwaited() {
    return awaited != null;
  }

  /** What it holds for now: for what fills it. */
  public final PyDict contents() {
    return dict;
  }

  /** Makes it what {@link #named} makes: for what fills it. */
  public final void empty(String name) {
    dict.clear();
    init(PyStr.interned(name), PyNone.NONE);
  }

  /** It is filled. */
  public final void arrived() {
    awaited = null;
  }

  /** Has another told before something is changed in it, or missed; null for nobody. */
  public final void watch(LateModules late) {
    watcher = late;
  }

  /** The table of a builtin module, or null. */
  public final ModuleTable table() {
    return table;
  }

  /** Whether {@link #execute} was called. */
  public final boolean isExecuted() {
    return executed;
  }

  /** Fills a builtin module. */
  public final void execute() {
    executed = true;
    table.execute(this);
  }

  /** The Java object behind a builtin module, or null. */
  public final Object state() {
    return table == null ? null : table.state();
  }

  @Override
  public PyObject ownAttribute(PyStr name) {
    return dict().get(name);
  }

  @Override
  public boolean setOwnAttribute(PyStr name, PyObject value) {
    LateModules late = watcher;
    if (late != null) {
      late.changing(name);
    }
    PyDict own = dict();
    if (value == null) {
      return own.remove(name) != null;
    }
    own.put(name, value);
    return true;
  }

  @Override
  public PyDict ownDict() {
    return shownDict();
  }

  @Override
  public boolean setOwnDict(PyDict value) {
    return false;
  }

  /** Whether an attribute that is not found in the usual way is missing. */
  public final boolean isPlain() {
    return watcher == null && dict().get(GETATTR) == null;
  }

  @Method("__getattribute__(self, name, /)")
  PyObject getAttribute(PyStr name) {
    PyObject value = Attributes.genericGetOrNull(this, name);
    LateModules late = value == null ? watcher : null;
    if (late != null && late.brings(this, name)) {
      value = dict.get(name);
    }
    if (value != null) {
      return value;
    }
    PyObject fallback = dict().get(GETATTR);
    if (fallback != null) {
      return fallback.call(name);
    }
    throw missing(name);
  }

  private static boolean contains(PyList list, PyStr name) {
    for (PyObject item : list.toArray()) {
      if (name.equals(item)) {
        return true;
      }
    }
    return false;
  }

  private RuntimeException missing(PyStr name) {
    if (!(dict().get(NAME) instanceof PyStr own)) {
      return Errors.attributeError(this, name, "module has no attribute '%s'", name);
    }
    PyObject spec = dict().get(SPEC);
    if (spec != null && spec != PyNone.NONE) {
      PyObject initializing = Attributes.getOrNull(spec, "_initializing");
      if (initializing != null && Objects.isTrue(initializing)) {
        return Errors.attributeError(
            this,
            name,
            "partially initialized module '%s' has no attribute '%s' (most likely due to a circular"
                + " import)",
            own,
            name);
      }
      PyObject submodules = Attributes.getOrNull(spec, "_uninitialized_submodules");
      if (submodules instanceof PyList list && contains(list, name)) {
        return Errors.attributeError(
            this,
            name,
            "cannot access submodule '%s' of module '%s' (most likely due to a circular import)",
            name,
            own);
      }
    }
    return Errors.attributeError(this, name, "module '%s' has no attribute '%s'", own, name);
  }

  @Method("__repr__(self, /)")
  PyObject repr() {
    PyObject bootstrap =
        ThreadState.current().interpreter.loadedModule("_frozen_importlib");
    if (bootstrap == null) {
      return PyStr.of("<module '" + dict().get(NAME) + "'>");
    }
    return Attributes.get(bootstrap, "_module_repr").call(this);
  }

  @Method(value = "__dir__(self, /)", textSignature = false)
  PyObject dir() {
    if (!(Attributes.get(this, "__dict__") instanceof PyDict names)) {
      throw Errors.typeError("<module>.__dict__ is not a dictionary");
    }
    PyObject own = names.get(PyStr.interned("__dir__"));
    return own != null ? own.call() : names.keyList();
  }

  @Getter(value = "__dict__", member = true)
  PyObject getDict() {
    return shownDict();
  }

  /** The dict for who may change it and sees what is not there. */
  private PyDict shownDict() {
    LateModules late = watcher;
    if (late != null) {
      late.fillAll();
    }
    return dict();
  }

  @Getter("__annotations__")
  PyObject getAnnotations() {
    PyObject value = dict().get(ANNOTATIONS);
    if (value == null) {
      value = new PyDict();
      dict().put(ANNOTATIONS, value);
    }
    return value;
  }

  @Setter("__annotations__")
  void setAnnotations(PyObject value) {
    if (value != null) {
      dict().put(ANNOTATIONS, value);
    } else if (dict().remove(ANNOTATIONS) == null) {
      throw Errors.attributeError(this, ANNOTATIONS, "__annotations__");
    }
  }
}

package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.WeakReferences;

/** {@code weakref.ref}; the proxies hold one as well. */
@BuiltinType(
    name = "ReferenceType",
    parts = {GenericClassMethods.class},
    module = "weakref")
public final class PyWeakReference extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyWeakReferenceTable());

  private final java.lang.ref.WeakReference<PyObject> referent;

  /** The interpreter that calls back, or null. */
  private final Interpreter home;

  /** The proxy that this reference serves, or null. */
  private final java.lang.ref.WeakReference<PyObject> proxy;

  private volatile PyObject callback;
  private long hash;
  private boolean hashed;

  private PyWeakReference(PyType cls, PyObject object, PyObject callback, PyObject proxy) {
    super(cls);
    this.callback = callback;
    this.proxy = proxy == null ? null : new java.lang.ref.WeakReference<>(proxy);
    this.referent = new java.lang.ref.WeakReference<>(object);
    this.home = callback == null ? null : ThreadState.current().interpreter;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given < 1) {
      throw Errors.typeError("__new__ expected at least 1 argument, got 0");
    }
    if (given > 2) {
      throw Errors.typeError("__new__ expected at most 2 arguments, got %d", given);
    }
    PyObject callback = given < 2 || args[1] == PyNone.NONE ? null : args[1];
    if (callback == null && cls == TYPE) {
      return of(args[0]);
    }
    return make(cls, args[0], callback, null);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("ref() takes no keyword arguments");
    }
    if (args.length > 2) {
      throw Errors.typeError("__init__ expected at most 2 arguments, got %d", args.length);
    }
  }

  /** The plain reference to an object, which is shared. */
  public static PyWeakReference of(PyObject object) {
    PyWeakReference known = WeakReferences.shared(object);
    if (known != null) {
      return known;
    }
    return make(TYPE, object, null, null);
  }

  private static PyWeakReference make(
      PyType cls, PyObject object, PyObject callback, PyObject proxy) {
    if (!WeakReferences.isPossible(object)) {
      throw Errors.typeError(
          "cannot create weak reference to '%s' object", object.type().fullName());
    }
    return WeakReferences.register(object, new PyWeakReference(cls, object, callback, proxy));
  }

  /** The reference that serves a proxy; callback or null. */
  static PyWeakReference forProxy(PyObject object, PyObject callback, PyObject proxy) {
    return make(TYPE, object, callback, proxy);
  }

  /** What programs see of this reference: itself, or the proxy that it serves (null when gone). */
  public PyObject seen() {
    return proxy == null ? this : proxy.get();
  }

  /** Whether this is the plain reference that everybody gets who asks for one without a callback. */
  public boolean isShared() {
    return type() == TYPE && callback == null && proxy == null;
  }

  /** Whether there is something to call when the object is gone. */
  public boolean hasCallback() {
    return callback != null;
  }

  /** The interpreter that calls back, or null when there never was a callback. */
  public Interpreter home() {
    return home;
  }

  /** The object, or null when it is gone. */
  public PyObject referent() {
    return referent.get();
  }

  /** The object's end was noticed: calls back, once. */
  public void objectIsGone() {
    PyObject function;
    synchronized (this) {
      function = callback;
      callback = null;
    }
    PyObject seen = seen();
    if (function == null || seen == null) {
      return;
    }
    try {
      function.call(seen);
    } catch (PyException e) {
      Unraisable.report(e, null, function);
    }
  }

  /** A class derived from this one may have a {@code __call__} of its own. */
  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    return type() == TYPE ? invoke(args, names) : type().slots.call(this, args, names);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("weakref.__call__() takes no keyword arguments");
    }
    if (args.length > 0) {
      throw Errors.typeError(
          "weakref.__call__() takes exactly 0 arguments (%d given)", args.length);
    }
    PyObject object = referent();
    return object == null ? PyNone.NONE : object;
  }

  @Method("__hash__(self, /)")
  long hash() {
    if (!hashed) {
      PyObject object = referent();
      if (object == null) {
        throw Errors.typeError("weak object has gone away");
      }
      hash = Objects.hash(object);
      hashed = true;
    }
    return hash;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (op != Comparison.EQ && op != Comparison.NE || !(other instanceof PyWeakReference reference)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyObject mine = referent();
    PyObject others = reference.referent();
    if (mine == null || others == null) {
      return PyBool.of((this == other) == (op == Comparison.EQ));
    }
    return Comparison.compare(mine, others, op);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return describe("weakref", this);
  }

  /** {@code <weakref at 0x…; to 'C' at 0x…>}. */
  String describe(String kind, PyObject seen) {
    PyObject object = referent();
    String start = "<%s at 0x%x; ".formatted(kind, Objects.id(seen));
    if (object == null) {
      return start + "dead>";
    }
    String to = "to '%s' at 0x%x".formatted(object.type().fullName(), Objects.id(object));
    PyType type = object.type();
    PyObject found = type.lookup(PyStr.interned("__name__"));
    PyObject name = found == null ? null : Attributes.bind(found, object, type);
    return start + to + (name instanceof PyStr ? " (" + name + ")>" : ">");
  }

  @Getter(value = "__callback__", member = true)
  public PyObject callback() {
    PyObject function = callback;
    return function == null || referent() == null ? PyNone.NONE : function;
  }
}

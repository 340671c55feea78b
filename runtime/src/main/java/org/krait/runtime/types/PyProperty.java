package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Assumption;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code property}. */
@BuiltinType(name = "property", basicSize = 64)
public final class PyProperty extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyPropertyTable());
  private static final PyStr DOC = PyStr.interned("__doc__");

  private PyObject getter;
  private PyObject setter;
  private PyObject deleter;
  private PyObject doc;
  private boolean docFromGetter;
  private PyStr name;
  private Assumption unchanged;

  private PyProperty(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyProperty(cls);
  }

  @Method("__init__(self, fget=None, fset=None, fdel=None, doc=None)")
  void init(PyObject fget, PyObject fset, PyObject fdel, PyObject documentation) {
    changed();
    getter = orNull(fget);
    setter = orNull(fset);
    deleter = orNull(fdel);
    name = null;
    PyObject text = orNull(documentation);
    docFromGetter = false;
    if (text == null && getter != null) {
      text = orNull(Attributes.getOrNull(getter, DOC));
      docFromGetter = text != null;
    }
    setDocumentation(text);
  }

  /** A subclass's instances keep the text where the class's own attribute does not hide it. */
  private void setDocumentation(PyObject text) {
    if (type() == TYPE) {
      doc = text;
      return;
    }
    try {
      Attributes.set(this, DOC, orNone(text));
    } catch (PyException e) {
      if (docFromGetter || !e.is(PyExceptions.AttributeError)) {
        throw e;
      }
    }
  }

  private static PyObject orNull(PyObject value) {
    return value == PyNone.NONE ? null : value;
  }

  private static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  public PyObject getter() {
    return getter;
  }

  @Method(value = "__set_name__(self, /, *args)", textSignature = false)
  void setName(PyObject[] args) {
    if (args.length != 2) {
      throw Errors.typeError(
          "__set_name__() takes 2 positional arguments but %d were given", args.length);
    }
    if (args[1] instanceof PyStr text) {
      name = text;
    }
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    if (instance == null) {
      return this;
    }
    if (getter == null) {
      throw missing(instance, "getter");
    }
    return getter.call(instance);
  }

  @Method("__set__(self, instance, value, /)")
  void set(PyObject instance, PyObject value) {
    if (setter == null) {
      throw missing(instance, "setter");
    }
    setter.call(instance, value);
  }

  /** The function that sets the attribute, or null. */
  public PyObject setter() {
    return setter;
  }

  /** That it is not initialised again; what calls its functions directly builds on it. */
  public synchronized Assumption unchanged() {
    if (unchanged == null) {
      unchanged = new Assumption();
    }
    return unchanged;
  }

  private void changed() {
    Assumption broken;
    synchronized (this) {
      broken = unchanged;
      unchanged = null;
    }
    if (broken != null) {
      broken.invalidate();
    }
  }

  @Method("__delete__(self, instance, /)")
  void delete(PyObject instance) {
    if (deleter == null) {
      throw missing(instance, "deleter");
    }
    deleter.call(instance);
  }

  private PyException missing(PyObject instance, String what) {
    PyStr type = instance.type().qualname();
    return name == null
        ? Errors.make(PyExceptions.AttributeError, "property of '%s' object has no %s", type, what)
        : Errors.make(
            PyExceptions.AttributeError,
            "property %s of %s object has no %s",
            Objects.repr(name), Objects.repr(type), what);
  }

  @Method(value = "getter(self, fget, /)", textSignature = false)
  PyObject withGetter(PyObject function) {
    return copy(function, setter, deleter);
  }

  @Method(value = "setter(self, fset, /)", textSignature = false)
  PyObject withSetter(PyObject function) {
    return copy(getter, function, deleter);
  }

  @Method(value = "deleter(self, fdel, /)", textSignature = false)
  PyObject withDeleter(PyObject function) {
    return copy(getter, setter, function);
  }

  private PyObject copy(PyObject get, PyObject set, PyObject delete) {
    PyObject text = docFromGetter && get != null && get != PyNone.NONE ? PyNone.NONE : orNone(doc);
    PyObject made =
        type()
            .call(new PyObject[] {orNone(get), orNone(set), orNone(delete), text}, null);
    if (made instanceof PyProperty property) {
      property.name = name;
    }
    return made;
  }

  @Getter(value = "fget", member = true)
  PyObject getGetter() {
    return orNone(getter);
  }

  @Getter(value = "fset", member = true)
  PyObject getSetter() {
    return orNone(setter);
  }

  @Getter(value = "fdel", member = true)
  PyObject getDeleter() {
    return orNone(deleter);
  }

  @Getter(value = "__doc__", member = true)
  PyObject getDoc() {
    return orNone(doc);
  }

  @Setter("__doc__")
  void setDoc(PyObject value) {
    doc = value;
  }

  @Getter("__isabstractmethod__")
  boolean isAbstract() {
    return Wrapping.isAbstract(getter)
        || Wrapping.isAbstract(setter)
        || Wrapping.isAbstract(deleter);
  }
}

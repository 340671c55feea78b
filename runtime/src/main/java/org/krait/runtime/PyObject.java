package org.krait.runtime;

import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/**
 * Every Python value.
 *
 * <p>A builtin type has a Java class of its own, and a value is <em>exactly</em> of that type when its
 * Java class is exactly that class. Instances of classes that a program defines are {@link
 * PyInstance}, or, for subclasses of the types whose exact form must stay bare ({@code int}, {@code
 * str}, {@code list} …), a sibling class such as {@code PyListInstance}; both are {@link Shaped}.
 *
 * <p>The protocol of a value is in the {@link TypeSlots} of its type. Calls are virtual methods here
 * as well, because a call is the one operation whose receiver has many Java classes at one place.
 */
public abstract class PyObject {
  /** No positional arguments. */
  public static final PyObject[] NO_ARGS = {};

  /** The type of this value, {@code type(x)}. */
  public abstract PyType type();

  /**
   * The value of the instance's own attribute, or null.
   *
   * @param name an interned name
   */
  public PyObject ownAttribute(PyStr name) {
    return null;
  }

  /**
   * Sets ({@code value != null}) or deletes the instance's own attribute.
   *
   * @return false when this value has no attributes of its own, or, on deletion, not this one
   */
  public boolean setOwnAttribute(PyStr name, PyObject value) {
    return false;
  }

  /** The instance's {@code __dict__}, made on demand, or null when it has none. */
  public PyDict ownDict() {
    return null;
  }

  /** Replaces {@code __dict__}; false when this value has none. */
  public boolean setOwnDict(PyDict dict) {
    return false;
  }

  /**
   * Calls this value.
   *
   * @param args positional arguments, then the values of the keyword arguments; the callee owns it
   * @param names names of the keyword arguments, or null for none
   */
  public PyObject call(PyObject[] args, PyStr[] names) {
    return type().slots.call(this, args, names);
  }

  public PyObject call() {
    return call(NO_ARGS, null);
  }

  public PyObject call(PyObject a) {
    return call(new PyObject[] {a}, null);
  }

  public PyObject call(PyObject a, PyObject b) {
    return call(new PyObject[] {a, b}, null);
  }

  public PyObject call(PyObject a, PyObject b, PyObject c) {
    return call(new PyObject[] {a, b, c}, null);
  }

  /** For Java programmers and debuggers: {@code repr(x)} where it is cheap and safe. */
  @Override
  public String toString() {
    return "<" + type().name() + " object>";
  }
}

package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ShapedState;
import org.krait.runtime.ShapedValue;

/** An instance of a subclass of {@code int}. */
public final class PyIntInstance extends PyInt implements ShapedValue {
  private final ShapedState state;
  private final PyInt value;

  public PyIntInstance(PyType type, PyInt value) {
    this.value = value.exact();
    state = new ShapedState(this, type);
  }

  @Override
  public boolean fitsLong() {
    return value.fitsLong();
  }

  @Override
  public long longValue() {
    return value.longValue();
  }

  @Override
  boolean fitsPair() {
    return value.fitsPair();
  }

  @Override
  long high() {
    return value.high();
  }

  @Override
  long low() {
    return value.low();
  }

  @Override
  public BigInteger bigValue() {
    return value.bigValue();
  }

  @Override
  public int signum() {
    return value.signum();
  }

  @Override
  public PyInt exact() {
    return value;
  }

  @Override
  public ShapedState state() {
    return state;
  }

  @Override
  public PyType type() {
    return state.shape().type;
  }

  @Override
  public PyObject ownAttribute(PyStr name) {
    return shapedGet(name);
  }

  @Override
  public boolean setOwnAttribute(PyStr name, PyObject value) {
    return shapedSet(name, value);
  }

  @Override
  public PyDict ownDict() {
    return shapedDict();
  }

  @Override
  public boolean setOwnDict(PyDict dict) {
    return shapedSetDict(dict);
  }
}

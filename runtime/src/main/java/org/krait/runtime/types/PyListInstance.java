package org.krait.runtime.types;

import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ShapedState;
import org.krait.runtime.ShapedValue;

/** An instance of a subclass of {@code list}. */
public final class PyListInstance extends PyList implements ShapedValue {
  private final ShapedState state;

  public PyListInstance(PyType type) {
    super();
    state = new ShapedState(this, type);
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

package org.krait.runtime;

import java.util.Arrays;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/**
 * An instance of a class, with its attributes in slots.
 *
 * <p>Instances of plain Python classes are exactly this class. Builtin types whose exact form need not
 * be told apart by Java class (exceptions, modules, properties …) extend it.
 */
public class PyInstance extends PyObject implements Shaped {
  private static final int INLINE = 4;
  private static final PyObject[] NONE = {};

  private Shape shape;
  private PyObject slot0;
  private PyObject slot1;
  private PyObject slot2;
  private PyObject slot3;
  private PyObject[] more = NONE;
  private Object extra;

  public PyInstance(PyType type) {
    this.shape = type.rootShape();
    if (type.finalizes()) {
      extra = Finalizers.watch(this);
    }
  }

  @Override
  public PyType type() {
    return shape.type;
  }

  @Override
  public final Shape shape() {
    return shape;
  }

  @Override
  public final void setShape(Shape shape) {
    this.shape = shape;
  }

  @Override
  public final PyObject slot(int index) {
    return switch (index) {
      case 0 -> slot0;
      case 1 -> slot1;
      case 2 -> slot2;
      case 3 -> slot3;
      default -> {
        PyObject[] rest = more;
        yield index - INLINE < rest.length ? rest[index - INLINE] : null;
      }
    };
  }

  @Override
  public final void setSlot(int index, PyObject value) {
    switch (index) {
      case 0 -> slot0 = value;
      case 1 -> slot1 = value;
      case 2 -> slot2 = value;
      case 3 -> slot3 = value;
      default -> setRest(index - INLINE, value);
    }
  }

  private void setRest(int index, PyObject value) {
    PyObject[] rest = more;
    if (index >= rest.length) {
      if (value == null) {
        return;
      }
      rest = Arrays.copyOf(rest, Math.max(INLINE, index + (index >> 1) + 1));
      more = rest;
    }
    rest[index] = value;
  }

  @Override
  public final Object extra() {
    return extra;
  }

  @Override
  public final void setExtra(Object extra) {
    this.extra = extra;
  }

  @Override
  public PyObject ownAttribute(PyStr name) {
    return Shape.get(this, name);
  }

  @Override
  public boolean setOwnAttribute(PyStr name, PyObject value) {
    return Shape.set(this, name, value);
  }

  @Override
  public PyDict ownDict() {
    return Shape.dict(this);
  }

  @Override
  public boolean setOwnDict(PyDict dict) {
    return Shape.setDict(this, dict);
  }
}

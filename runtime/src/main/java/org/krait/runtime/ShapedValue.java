package org.krait.runtime;

import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/**
 * A {@link Shaped} value of a builtin type whose exact form is another class, such as {@code
 * PyListInstance}: everything about attributes leads to its {@link ShapedState}.
 *
 * <p>The implementing class overrides {@code type}, {@code ownAttribute}, {@code setOwnAttribute},
 * {@code ownDict} and {@code setOwnDict} of {@link PyObject} by the statics of {@link Shape}; an
 * interface cannot override a class's methods for it.
 */
public interface ShapedValue extends Shaped {
  ShapedState state();

  @Override
  default Shape shape() {
    return state().shape();
  }

  @Override
  default void setShape(Shape shape) {
    state().setShape(shape);
  }

  @Override
  default PyObject slot(int index) {
    return state().slot(index);
  }

  @Override
  default void setSlot(int index, PyObject value) {
    state().setSlot(index, value);
  }

  @Override
  default Object extra() {
    return state().extra();
  }

  @Override
  default void setExtra(Object extra) {
    state().setExtra(extra);
  }

  /** For {@code ownAttribute}. */
  default PyObject shapedGet(PyStr name) {
    return Shape.get(this, name);
  }

  /** For {@code setOwnAttribute}. */
  default boolean shapedSet(PyStr name, PyObject value) {
    return Shape.set(this, name, value);
  }

  /** For {@code ownDict}. */
  default PyDict shapedDict() {
    return Shape.dict(this);
  }

  /** For {@code setOwnDict}. */
  default boolean shapedSetDict(PyDict dict) {
    return Shape.setDict(this, dict);
  }
}

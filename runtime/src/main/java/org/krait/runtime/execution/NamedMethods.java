package org.krait.runtime.execution;

import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;

/**
 * The methods that one place of machine code found last on instances of more shapes than it has guards for.
 * Where it is not so simple, they fail.
 */
public final class NamedMethods {
  /** A power of two. */
  private static final int PLACES = 32;

  private record Found(Shape shape, long version, PyObject function) {}

  private final Found[] places = new Found[PLACES];

  /** The function to call with the object as its first argument. */
  public static PyObject namedMethod(PyObject object, PyStr name, NamedMethods memory) {
    if (object.getClass() != PyInstance.class) {
      throw GuardFailed.INSTANCE;
    }
    Shape shape = ((PyInstance) object).shape();
    Found known = memory.places[shape.number & PLACES - 1];
    return known != null && known.shape == shape && shape.type.version() == known.version
        ? known.function
        : memory.find(shape, name);
  }

  private PyObject find(Shape shape, PyStr name) {
    PyType type = shape.type;
    long version = type.version();
    PyObject found = type.lookup(name);
    if (!(found instanceof PyFunction)
        || shape.isDict
        || shape.slotOf(name) >= 0
        || type.special(Special.GETATTRIBUTE) != ObjectType.TYPE.special(Special.GETATTRIBUTE)) {
      throw GuardFailed.INSTANCE;
    }
    places[shape.number & PLACES - 1] = new Found(shape, version, found);
    return found;
  }
}

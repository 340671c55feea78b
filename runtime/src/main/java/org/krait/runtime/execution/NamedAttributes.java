package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Shaped;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/**
 * What {@code getattr}, {@code hasattr}, {@code setattr} or {@code del} at one place of machine code found last:
 * slots of instances, by shape and name. Where Python code would be asked, they fail.
 */
public final class NamedAttributes {
  /** A power of two. */
  private static final int PLACES = 16;

  /**
   * With {@code after} an attribute that comes or goes, and the shape that this leads to; with {@code method} a function of the
   * class, of whose name the instances have nothing.
   */
  private record Found(Shape shape, long version, PyStr name, int index, Shape after, PyFunction method) {
    Found(Shape shape, long version, PyStr name, int index, Shape after) {
      this(shape, version, name, index, after, null);
    }

    boolean fits(Shape other, PyObject wanted) {
      return shape == other && name == wanted && shape.type.version() == version;
    }

    boolean set(PyInstance instance, PyObject value) {
      return after == null
          ? instance.setSlot(shape, index, value)
          : instance.addSlot(shape, after, index, value);
    }
  }

  private final Found[] places = new Found[PLACES];

  /** Interned names that were asked for by texts that are not. */
  private final PyStr[] names = new PyStr[PLACES];

  /** {@code getattr} with a default, or with null instead; then what is absent fails. */
  public static PyObject namedAttribute(PyObject object, PyObject name, PyObject otherwise, NamedAttributes memory) {
    PyObject found = memory.find(object, name);
    if (found != null) {
      return found;
    }
    if (otherwise == null) {
      throw GuardFailed.INSTANCE;
    }
    return otherwise;
  }

  public static boolean hasNamedAttribute(PyObject object, PyObject name, NamedAttributes memory) {
    return memory.find(object, name) != null;
  }

  /** {@code setattr}; may raise. */
  public static void setNamedAttribute(PyObject object, PyObject name, PyObject value, NamedAttributes memory) {
    Shaped instance = shaped(object, name);
    Shape shape = instance.shape();
    int place = place(shape, name);
    Found known = memory.places[place];
    if (known != null && known.fits(shape, name) && instance.setSlot(shape, known.index, value)) {
      return;
    }
    PyType type = object.type();
    PyStr attribute = ((PyStr) name).intern();
    PyObject found = type.lookup(attribute);
    if (type.special(Special.SETATTR) != ObjectType.TYPE.special(Special.SETATTR)
        || found != null && Attributes.isDataDescriptor(found)) {
      throw GuardFailed.INSTANCE;
    }
    memory.remember(place, shape, name, attribute);
    Attributes.genericSet(object, attribute, value);
  }

  /** {@code del object.name}, where no Python code is asked and there is such an attribute. */
  public static void deleteOwnAttribute(PyObject object, PyStr name, NamedAttributes memory) {
    if (object.getClass() != PyInstance.class) {
      throw GuardFailed.INSTANCE;
    }
    PyInstance instance = (PyInstance) object;
    Shape shape = instance.shape();
    Found known = memory.places[place(shape, name)];
    if (known == null || !known.fits(shape, name) || !instance.removeSlot(shape, known.after, known.index)) {
      memory.deleteSlowly(instance, shape, name);
    }
  }

  private void deleteSlowly(PyInstance instance, Shape shape, PyStr name) {
    PyType type = shape.type;
    long version = type.version();
    PyObject found = type.lookup(name);
    int index = shape.isDict ? -1 : shape.slotOf(name);
    if (type.special(Special.DELATTR) != ObjectType.TYPE.special(Special.DELATTR)
        || found != null && Attributes.isDataDescriptor(found)
        || !instance.setOwnAttribute(name, null)) {
      throw GuardFailed.INSTANCE;
    }
    Shape after = instance.shape();
    if (index >= 0 && !after.isDict) {
      places[place(shape, name)] = new Found(shape, version, name, index, after);
    }
  }

  /** {@code object.__setattr__(instance, name, value)}, whatever its class has to say. */
  public static void setOwnAttribute(PyObject object, PyStr name, PyObject value, NamedAttributes memory) {
    if (object.getClass() != PyInstance.class) {
      throw GuardFailed.INSTANCE;
    }
    PyInstance instance = (PyInstance) object;
    Shape shape = instance.shape();
    int place = place(shape, name);
    Found known = memory.places[place];
    if (known == null || !known.fits(shape, name) || !known.set(instance, value)) {
      memory.setSlowly(instance, shape, name, value);
    }
  }

  private void setSlowly(PyInstance instance, Shape shape, PyStr name, PyObject value) {
    long version = shape.type.version();
    int index = AttributeMemory.setAsObject(instance, name, value);
    Shape after = instance.shape();
    if (!after.isDict && (after == shape || shape.isBefore(after))) {
      places[place(shape, name)] = new Found(shape, version, name, index, after == shape ? null : after);
    }
  }

  private PyObject find(PyObject object, PyObject name) {
    if (object.getClass() == PyFunction.class && name.getClass() == PyStr.class) {
      return Attributes.getOrNull(object, interned((PyStr) name));
    }
    Shaped instance = shaped(object, name);
    Shape shape = instance.shape();
    PyStr attribute = interned((PyStr) name);
    int place = place(shape, attribute);
    Found known = places[place];
    if (known != null && known.fits(shape, attribute)) {
      if (known.method != null) {
        return new PyBoundMethod(known.method, object);
      }
      PyObject value = instance.slot(known.index);
      if (value != null) {
        return value;
      }
    }
    return findSlowly(object, shape, place, attribute);
  }

  private PyObject findSlowly(PyObject object, Shape shape, int place, PyStr attribute) {
    PyType type = object.type();
    long version = type.version();
    if (type.special(Special.GETATTRIBUTE) != ObjectType.TYPE.special(Special.GETATTRIBUTE)) {
      throw GuardFailed.INSTANCE;
    }
    PyObject found = type.lookup(attribute);
    if (found != null && Attributes.isDataDescriptor(found)) {
      throw GuardFailed.INSTANCE;
    }
    PyObject own = object.ownAttribute(attribute);
    if (own != null) {
      if (type.special(Special.SETATTR) == ObjectType.TYPE.special(Special.SETATTR)) {
        remember(place, shape, attribute, attribute);
      }
      return own;
    }
    if (found == null) {
      if (type.special(Special.GETATTR) != null) {
        throw GuardFailed.INSTANCE;
      }
      return null;
    }
    if (found.getClass() == PyFunction.class) {
      if (!shape.isDict && shape.slotOf(attribute) < 0) {
        places[place] = new Found(shape, version, attribute, -1, null, (PyFunction) found);
      }
    } else if (Attributes.hasGet(found)) {
      throw GuardFailed.INSTANCE;
    }
    return Attributes.bind(found, object, type);
  }

  private PyStr interned(PyStr name) {
    if (name.isInterned()) {
      return name;
    }
    int place = (int) name.hashValue() & PLACES - 1;
    PyStr known = names[place];
    if (known == null || !known.equals(name)) {
      known = name.intern();
      names[place] = known;
    }
    return known;
  }

  private void remember(int place, Shape shape, PyObject name, PyStr attribute) {
    int index = shape.isDict ? -1 : shape.slotOf(attribute);
    if (index >= 0) {
      places[place] = new Found(shape, shape.type.version(), (PyStr) name, index, null);
    }
  }

  private static Shaped shaped(PyObject object, PyObject name) {
    if (!(object instanceof Shaped instance) || object instanceof PyModule || name.getClass() != PyStr.class) {
      throw GuardFailed.INSTANCE;
    }
    return instance;
  }

  private static int place(Shape shape, PyObject name) {
    return (shape.number + (int) ((PyStr) name).hashValue()) & PLACES - 1;
  }
}

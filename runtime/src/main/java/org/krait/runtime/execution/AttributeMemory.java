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
import org.krait.runtime.types.PyClassMethod;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMemberDescriptor;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStaticMethod;
import org.krait.runtime.types.PyStr;

/**
 * What one place of machine code found last of one attribute, on more shapes than it has guards for, or on things
 * of several sorts: instances, classes that are made anew, modules. Where Python code would be asked, and where
 * the attribute is absent, they fail.
 */
public final class AttributeMemory {
  /** A power of two. */
  private static final int PLACES = 16;

  /**
   * @param index the slot; negative where the instance has none
   * @param after of an attribute that is new the shape that it leads to
   * @param function the class's, where the instance has nothing of the name
   */
  private record Found(Shape shape, long version, int index, Shape after, PyObject function) {
    boolean fits(Shape other) {
      return shape == other && other.type.version() == version;
    }
  }

  /** A class of classes, in a version in which it does not come before what its classes have. */
  private record Plain(PyType meta, long version) {
    boolean fits(PyType other) {
      return meta == other && other.version() == version;
    }
  }

  private final Found[] places = new Found[PLACES];

  private Plain plain;

  /** Whether an attribute can be found in this way. */
  static boolean knows(PyObject object, PyStr name) {
    AttributeMemory memory = new AttributeMemory();
    try {
      return memory.findMethod(object, name) != null || memory.find(object, name) != null;
    } catch (GuardFailed e) {
      return false;
    }
  }

  /** {@code object.name}. */
  public static PyObject anyAttribute(PyObject object, PyStr name, AttributeMemory memory) {
    if (object.getClass() == PyInstance.class) {
      Shape shape = ((PyInstance) object).shape();
      Found known = memory.places[place(shape)];
      if (known != null && known.fits(shape) && known.index >= 0) {
        PyObject value = ((PyInstance) object).slot(known.index);
        if (value != null) {
          return value;
        }
      }
    }
    return memory.find(object, name);
  }

  /** The function that {@code object.name(…)} calls with the object first; null where the attribute is what is called. */
  public static PyObject anyMethod(PyObject object, PyStr name, AttributeMemory memory) {
    if (object.getClass() == PyInstance.class) {
      Shape shape = ((PyInstance) object).shape();
      Found known = memory.places[place(shape)];
      if (known != null && known.fits(shape)) {
        return known.function;
      }
    }
    return memory.findMethod(object, name);
  }

  /** {@code object.name = value}. */
  public static void setAnyAttribute(PyObject object, PyStr name, PyObject value, AttributeMemory memory) {
    if (object.getClass() != PyInstance.class) {
      throw GuardFailed.INSTANCE;
    }
    PyInstance instance = (PyInstance) object;
    Shape shape = instance.shape();
    Found known = memory.places[place(shape)];
    if (known == null || !known.fits(shape) || !set(instance, known, value)) {
      memory.setSlowly(instance, shape, name, value);
    }
  }

  private static boolean set(PyInstance instance, Found known, PyObject value) {
    return known.after == null
        ? instance.setSlot(known.shape, known.index, value)
        : instance.addSlot(known.shape, known.after, known.index, value);
  }

  private void setSlowly(PyInstance instance, Shape shape, PyStr name, PyObject value) {
    PyType type = shape.type;
    long version = type.version();
    if (type.special(Special.SETATTR) != ObjectType.TYPE.special(Special.SETATTR)) {
      throw GuardFailed.INSTANCE;
    }
    int index = setAsObject(instance, name, value);
    Shape after = instance.shape();
    if (!after.isDict && (after == shape || shape.isBefore(after))) {
      remember(shape, version, index, after == shape ? null : after, null);
    }
  }

  /** Sets an attribute as {@code object} does it, where that asks no descriptor; its slot, if there is one for it. */
  static int setAsObject(PyInstance instance, PyStr name, PyObject value) {
    PyType type = instance.type();
    PyObject found = type.lookup(name);
    int index = PyMemberDescriptor.slotIn(type, found);
    if (index >= 0) {
      instance.setSlot(index, value);
      return index;
    }
    if (found != null && Attributes.isDataDescriptor(found) || !instance.setOwnAttribute(name, value)) {
      throw GuardFailed.INSTANCE;
    }
    Shape after = instance.shape();
    return after.isDict ? -1 : after.slotOf(name);
  }

  private PyObject find(PyObject object, PyStr name) {
    PyObject found;
    if (object instanceof PyType type) {
      found = ofClass(type, name);
    } else if (object.getClass() == PyFunction.class) {
      found = Attributes.getOrNull(object, name);
    } else if (object instanceof PyModule module) {
      found = ofModule(module, name);
    } else {
      found = object instanceof Shaped instance ? ofInstance(object, instance, name) : null;
    }
    if (found == null) {
      throw GuardFailed.INSTANCE;
    }
    return found;
  }

  private static PyObject ofModule(PyModule module, PyStr name) {
    boolean plain = module.getClass() == PyModule.class && module.type() == PyModule.TYPE && module.isPlain();
    return plain && PyModule.TYPE.lookup(name) == null ? module.dict().get(name) : null;
  }

  private PyObject ofClass(PyType type, PyStr name) {
    PyType meta = type.type();
    Plain known = plain;
    if (known == null || !known.fits(meta)) {
      known = new Plain(meta, meta.version());
      if (!AttributeCache.isPlainClass(type, name)) {
        return null;
      }
      plain = known;
    }
    PyObject found = type.lookup(name);
    if (found == null) {
      return ofMetaclass(type, meta.lookup(name));
    }
    return AttributeCache.isFunction(found) ? found : ofAnyClass(found, type);
  }

  /** What only a class's class has; null where it may ask Python code. */
  private static PyObject ofMetaclass(PyType type, PyObject found) {
    if (found == null || PyType.isPlainData(found)) {
      return found;
    }
    return found.getClass() == PyFunction.class ? new PyBoundMethod(found, type) : null;
  }

  /** What is found in a class, where it is no function; null where it may ask Python code. */
  private static PyObject ofAnyClass(PyObject found, PyType type) {
    if (PyType.isPlainData(found)) {
      return found;
    }
    PyType kind = found.type();
    if (kind == PyStaticMethod.TYPE) {
      return ((PyStaticMethod) found).function();
    }
    return kind == PyClassMethod.TYPE && ((PyClassMethod) found).function() instanceof PyFunction function
        ? new PyBoundMethod(function, type)
        : null;
  }

  private PyObject ofInstance(PyObject object, Shaped instance, PyStr name) {
    Shape shape = instance.shape();
    PyType type = shape.type;
    long version = type.version();
    if (!isGeneric(type)) {
      return null;
    }
    PyObject found = type.lookup(name);
    if (found != null && Attributes.isDataDescriptor(found)) {
      int index = PyMemberDescriptor.slotIn(type, found);
      if (index < 0) {
        return null;
      }
      remember(shape, version, index, null, null);
      return instance.slot(index);
    }
    PyObject own = object.ownAttribute(name);
    if (own != null) {
      int index = shape.isDict ? -1 : shape.slotOf(name);
      if (index >= 0) {
        remember(shape, version, index, null, null);
      }
      return own;
    }
    if (found == null) {
      return null;
    }
    return found.getClass() == PyFunction.class ? new PyBoundMethod(found, object) : ofAnyClass(found, type);
  }

  private PyObject findMethod(PyObject object, PyStr name) {
    PyType type = object.type();
    if (object instanceof PyType || object instanceof PyModule || object.getClass() == PyFunction.class
        || !isGeneric(type)) {
      return null;
    }
    long version = type.version();
    PyObject found = type.lookup(name);
    if (found == null || !AttributeCache.isFunction(found)) {
      return null;
    }
    if (!(object instanceof Shaped instance)) {
      return type.hasDict() ? null : found;
    }
    Shape shape = instance.shape();
    if (shape.type != type || shape.isDict || shape.slotOf(name) >= 0) {
      return null;
    }
    remember(shape, version, -1, null, found);
    return found;
  }

  private static boolean isGeneric(PyType type) {
    return type.special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE);
  }

  private void remember(Shape shape, long version, int index, Shape after, PyObject function) {
    places[place(shape)] = new Found(shape, version, index, after, function);
  }

  private static int place(Shape shape) {
    return shape.number & PLACES - 1;
  }
}

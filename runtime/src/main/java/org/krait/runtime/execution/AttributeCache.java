package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMemberDescriptor;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/**
 * Attribute access with a memory: each instruction remembers where it found the attribute last time.
 *
 * <p>What is remembered holds for a shape (instances) or a type (everything else), as long as the
 * type's version stands.
 */
final class AttributeCache {
  /** An attribute in a slot of the instance. */
  private record Slot(Shape shape, long version, int index) {}

  /** A function or method descriptor of the type, with nothing of that name on instances of the shape. */
  private record Method(PyType type, Shape shape, long version, PyObject function) {}

  /** A global of a module. */
  private record ModuleEntry(long layout, int entry) {}

  private AttributeCache() {}

  static PyObject load(PyFrame frame, int pc, PyObject object, PyStr name) {
    Object cache = frame.code.caches[pc];
    if (cache instanceof Slot slot
        && object instanceof PyInstance instance
        && instance.shape() == slot.shape
        && slot.shape.type.version() == slot.version) {
      PyObject value = instance.slot(slot.index);
      if (value != null) {
        return value;
      }
    } else if (cache instanceof ModuleEntry entry
        && object instanceof PyModule module
        && module.dict().hasLayout(entry.layout)) {
      PyObject value = module.dict().valueAt(entry.entry);
      if (value != null) {
        return value;
      }
    }
    remember(frame, pc, object, name);
    return object.type().slots.getattribute(object, name);
  }

  private static boolean isGeneric(PyType type) {
    return type.special(Special.GETATTRIBUTE) == ObjectType.TYPE.special(Special.GETATTRIBUTE);
  }

  private static void remember(PyFrame frame, int pc, PyObject object, PyStr name) {
    PyType type = object.type();
    if (object instanceof PyModule module && object.getClass() == PyModule.class) {
      if (type == PyModule.TYPE && type.lookup(name) == null) {
        int entry = module.dict().entryOf(name);
        if (entry >= 0) {
          frame.code.caches[pc] = new ModuleEntry(module.dict().layoutVersion(), entry);
        }
      }
      return;
    }
    if (object instanceof PyInstance instance && isGeneric(type)) {
      rememberSlot(frame, pc, instance, type, name);
    }
  }

  private static void rememberSlot(
      PyFrame frame, int pc, PyInstance instance, PyType type, PyStr name) {
    long version = type.version();
    PyObject found = type.lookup(name);
    Shape shape = instance.shape();
    if (found instanceof PyMemberDescriptor member
        && member.getClass() == PyMemberDescriptor.class
        && type.isSubtypeOf(member.owner())) {
      frame.code.caches[pc] = new Slot(shape, version, member.slot());
    } else if (!shape.isDict && (found == null || !Attributes.isDataDescriptor(found))) {
      int index = shape.slotOf(name);
      if (index >= 0) {
        frame.code.caches[pc] = new Slot(shape, version, index);
      }
    }
  }

  /**
   * The method form of {@code LOAD_ATTR}: puts function and instance, or null and the attribute, at
   * {@code at} and {@code at + 1}.
   */
  static void loadMethod(PyFrame frame, int pc, PyObject[] s, int at, PyStr name) {
    PyObject object = s[at];
    if (frame.code.caches[pc] instanceof Method method) {
      if (method.shape != null
          ? object instanceof PyInstance instance
              && instance.shape() == method.shape
              && method.type.version() == method.version
          : object.type() == method.type && method.type.version() == method.version) {
        s[at + 1] = object;
        s[at] = method.function;
        return;
      }
    }
    PyObject function = method(frame, pc, object, name);
    if (function != null) {
      s[at + 1] = object;
      s[at] = function;
    } else {
      s[at + 1] = load(frame, pc, object, name);
      s[at] = null;
    }
  }

  /** The function to call with the object as first argument, or null when it is not so simple. */
  private static PyObject method(PyFrame frame, int pc, PyObject object, PyStr name) {
    PyType type = object.type();
    if (!isGeneric(type) || object instanceof PyType) {
      return null;
    }
    long version = type.version();
    PyObject found = type.lookup(name);
    if (!(found instanceof PyFunction) && !(found instanceof PyMethodDescriptor)) {
      return null;
    }
    if (object instanceof PyInstance instance) {
      Shape shape = instance.shape();
      if (shape.isDict || shape.slotOf(name) >= 0) {
        return object.ownAttribute(name) == null ? found : null;
      }
      frame.code.caches[pc] = new Method(type, shape, version, found);
      return found;
    }
    if (type.hasDict()) {
      return object.ownAttribute(name) == null ? found : null;
    }
    frame.code.caches[pc] = new Method(type, null, version, found);
    return found;
  }

  static void store(PyFrame frame, int pc, PyObject object, PyStr name, PyObject value) {
    if (frame.code.caches[pc] instanceof Slot slot
        && object instanceof PyInstance instance
        && instance.shape() == slot.shape
        && slot.shape.type.version() == slot.version
        && instance.setSlot(slot.shape, slot.index, value)) {
      return;
    }
    object.type().slots.setattr(object, name, value);
    rememberStore(frame, pc, object, name);
  }

  private static void rememberStore(PyFrame frame, int pc, PyObject object, PyStr name) {
    PyType type = object.type();
    if (object instanceof PyInstance instance
        && !(object instanceof PyModule)
        && type.special(Special.SETATTR) == ObjectType.TYPE.special(Special.SETATTR)) {
      rememberSlot(frame, pc, instance, type, name);
    }
  }
}

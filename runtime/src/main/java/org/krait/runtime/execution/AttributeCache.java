package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.Concurrency;
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
import org.krait.runtime.types.PyProperty;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStr;

/**
 * Attribute access with a memory: each instruction remembers where it found the attribute last time.
 *
 * <p>What is remembered holds for a shape (instances) or a type (everything else), as long as the
 * type's version stands.
 */
public final class AttributeCache {
  /** More shapes than this at one place are not remembered. */
  private static final int MOST = 4;

  /**
   * An attribute in a slot of the instance.
   *
   * @param next what was found for another shape, or null
   */
  public record Slot(Shape shape, long version, int index, Slot next) {
    boolean isValid() {
      return shape.type.version() == version;
    }
  }

  /** A new attribute of an instance, which moves it from one shape to the next. */
  public record Addition(Shape shape, long version, Shape after, int index) {}

  /** A function or method descriptor of the type, with nothing of that name on instances of the shape. */
  public record Method(PyType type, Shape shape, long version, PyObject function, Method next) {
    public boolean isValid() {
      return type.version() == version;
    }

    boolean fits(PyObject object) {
      return (shape != null
              ? object instanceof PyInstance instance && instance.shape() == shape
              : object.type() == type)
          && isValid();
    }
  }

  /** A property of the type, which goes before whatever the instance has. */
  public record Property(PyType type, long version, PyProperty property, Property next) {
    boolean fits(PyObject object) {
      return object.type() == type && type.version() == version;
    }
  }

  /** A global of a module. */
  public record ModuleEntry(long layout, int entry) {}

  private AttributeCache() {}

  static PyObject load(PyFrame frame, int pc, PyObject object, PyStr name) {
    Object cache = frame.code.caches[pc];
    if (cache instanceof Slot slot && object instanceof PyInstance instance) {
      Shape shape = instance.shape();
      do {
        if (shape == slot.shape && slot.isValid()) {
          PyObject value = instance.slot(slot.index);
          if (value != null) {
            return value;
          }
          break;
        }
        slot = slot.next;
      } while (slot != null);
    } else if (cache instanceof Property first) {
      for (Property known = first; known != null; known = known.next) {
        if (known.fits(object) && known.property.getter() != null) {
          return known.property.getter().call(object);
        }
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
    if (frame.code.caches[pc] == null) {
      frame.code.caches[pc] = Profile.MIXED;
    }
    return Attributes.get(object, name);
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
    if (found instanceof PyProperty property && property.type() == PyProperty.TYPE) {
      frame.code.caches[pc] = chain(frame.code.caches[pc], type, version, property);
    } else if (found instanceof PyMemberDescriptor member
        && member.getClass() == PyMemberDescriptor.class
        && type.isSubtypeOf(member.owner())) {
      frame.code.caches[pc] = chain(frame.code.caches[pc], shape, version, member.slot());
    } else if (!shape.isDict && (found == null || !Attributes.isDataDescriptor(found))) {
      int index = shape.slotOf(name);
      if (index >= 0) {
        frame.code.caches[pc] = chain(frame.code.caches[pc], shape, version, index);
      }
    }
  }

  /** The new entry before those that still hold, or alone when there are too many. */
  private static Slot chain(Object known, Shape shape, long version, int index) {
    Slot kept = null;
    int count = 1;
    for (Slot old = known instanceof Slot first ? first : null; old != null; old = old.next) {
      if (old.isValid() && old.shape != shape) {
        kept = new Slot(old.shape, old.version, old.index, kept);
        count++;
      }
    }
    return new Slot(shape, version, index, count > MOST ? null : kept);
  }

  private static Property chain(Object known, PyType type, long version, PyProperty property) {
    Property kept = null;
    int count = 1;
    for (Property old = known instanceof Property first ? first : null; old != null; old = old.next) {
      if (old.type != type) {
        kept = new Property(old.type, old.version, old.property, kept);
        count++;
      }
    }
    return new Property(type, version, property, count > MOST ? null : kept);
  }

  private static Method chain(Object known, Method added) {
    Method kept = null;
    int count = 1;
    for (Method old = known instanceof Method first ? first : null; old != null; old = old.next) {
      if (old.isValid() && (old.shape != added.shape || old.type != added.type)) {
        kept = new Method(old.type, old.shape, old.version, old.function, kept);
        count++;
      }
    }
    return new Method(added.type, added.shape, added.version, added.function, count > MOST ? null : kept);
  }

  /**
   * The method form of {@code LOAD_ATTR}: puts function and instance, or null and the attribute, at
   * {@code at} and {@code at + 1}.
   */
  static void loadMethod(PyFrame frame, int pc, PyObject[] s, int at, PyStr name) {
    PyObject object = s[at];
    for (Method method = frame.code.caches[pc] instanceof Method first ? first : null;
        method != null;
        method = method.next) {
      if (method.fits(object)) {
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
    if (!(found instanceof PyFunction)
        && !(found instanceof PyMethodDescriptor)
        && !(found instanceof PySlotWrapper)) {
      return null;
    }
    if (object instanceof PyInstance instance) {
      Shape shape = instance.shape();
      if (shape.isDict || shape.slotOf(name) >= 0) {
        return object.ownAttribute(name) == null ? found : null;
      }
      frame.code.caches[pc] =
          chain(frame.code.caches[pc], new Method(type, shape, version, found, null));
      return found;
    }
    if (type.hasDict()) {
      return object.ownAttribute(name) == null ? found : null;
    }
    frame.code.caches[pc] =
        chain(frame.code.caches[pc], new Method(type, null, version, found, null));
    return found;
  }

  static void store(PyFrame frame, int pc, PyObject object, PyStr name, PyObject value) {
    Object cache = frame.code.caches[pc];
    Shape before = null;
    if (object instanceof PyInstance instance) {
      before = instance.shape();
      if (cache instanceof Slot slot) {
        do {
          if (before == slot.shape
              && slot.isValid()
              && instance.setSlot(slot.shape, slot.index, value)) {
            return;
          }
          slot = slot.next;
        } while (slot != null);
      } else if (cache instanceof Addition addition
          && before == addition.shape
          && before.type.version() == addition.version
          && !Concurrency.active()) {
        instance.setSlot(addition.index, value);
        instance.setShape(addition.after);
        return;
      } else if (cache instanceof Property first) {
        for (Property known = first; known != null; known = known.next) {
          if (known.fits(object) && known.property.setter() != null) {
            known.property.setter().call(object, value);
            return;
          }
        }
      }
    }
    object.type().slots.setattr(object, name, value);
    rememberStore(frame, pc, object, name, before);
  }

  private static void rememberStore(
      PyFrame frame, int pc, PyObject object, PyStr name, Shape before) {
    PyType type = object.type();
    if (object instanceof PyInstance instance
        && !(object instanceof PyModule)
        && type.special(Special.SETATTR) == ObjectType.TYPE.special(Special.SETATTR)) {
      Shape shape = instance.shape();
      if (shape == before) {
        rememberSlot(frame, pc, instance, type, name);
      } else if (!shape.isDict && before.isBefore(shape) && shape.slotOf(name) >= 0) {
        // A property may have added an attribute of another name.
        frame.code.caches[pc] =
            new Addition(before, type.version(), shape, shape.slotOf(name));
      }
    }
    if (frame.code.caches[pc] == null) {
      frame.code.caches[pc] = Profile.MIXED;
    }
  }
}

package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Shaped;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyClassMethod;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMemberDescriptor;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyProperty;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStaticMethod;
import org.krait.runtime.types.PyStr;

/**
 * Attribute access with a memory: each instruction remembers where it found the attribute last time.
 *
 * <p>What is remembered holds for a shape (instances) or a type (everything else), as long as the
 * type's version stands.
 */
public final class AttributeCache {
  /** More shapes than this at one place are not remembered. */
  static final int MOST = 8;

  /** Accesses that could not be remembered after which a place does not try again. */
  private static final int PATIENCE = 16;

  /** A place whose accesses are not remembered, or not yet. */
  public static final class Unremembered {
    private final boolean many;
    private int times;

    /** Whether something was found there that {@link AttributeMemory} does not know. */
    private boolean odd;

    private Unremembered(boolean many, boolean odd) {
      this.many = many;
      this.odd = odd;
    }

    private boolean isFinal() {
      return many || times > PATIENCE;
    }

    /** Whether machine code finds what is there by an {@link AttributeMemory}. */
    public boolean isPlain() {
      return isFinal() && !odd;
    }
  }

  /** One of several things that were found at a place. */
  public interface Alternative {
    /** What else was found there, or null. */
    Alternative next();
  }

  /** How many things were found at a place, as far as its cache remembers them. */
  public static int alternatives(Object cache) {
    int count = 0;
    for (Alternative a = cache instanceof Alternative first ? first : null; a != null; a = a.next()) {
      count++;
    }
    return count;
  }

  /**
   * An attribute in a slot of the instance.
   *
   * @param after null, or for a new attribute the shape that it moves the instance to
   * @param next what was found for another shape, or null
   */
  public record Slot(Shape shape, long version, int index, Shape after, Slot next)
      implements Alternative {
    boolean isValid() {
      return shape.type.version() == version;
    }
  }

  /** A function or method descriptor of the type, with nothing of that name on instances of the shape. */
  public record Method(PyType type, Shape shape, long version, PyObject function, Method next)
      implements Alternative {
    public boolean isValid() {
      return type.version() == version;
    }

    boolean fits(PyObject object) {
      return (shape != null
              ? object instanceof Shaped instance && instance.shape() == shape
              : object.type() == type)
          && isValid();
    }
  }

  /**
   * A data descriptor of the type, such as a property, which goes before whatever the instance has.
   *
   * @param kind the descriptor's class
   * @param get its {@code __get__}, or null where it is a property
   * @param set its {@code __set__}, or null
   */
  public record Descriptor(
      PyType type, long version, PyObject object, PyType kind, long kindVersion, PyFunction get,
      PyFunction set, Descriptor next)
      implements Alternative {
    boolean fits(PyObject from) {
      return from.type() == type && type.version() == version && object.type() == kind
          && kind.version() == kindVersion;
    }

    /** What it gives for an instance; null where that has to be asked the general way. */
    PyObject read(PyObject from) {
      if (object instanceof PyProperty property) {
        return property.getter() == null ? null : property.getter().call(from);
      }
      return get == null ? null : get.call(object, from, type);
    }

    /** Sets the attribute of an instance; false where that has to be done the general way. */
    boolean write(PyObject of, PyObject value) {
      if (object instanceof PyProperty property) {
        if (property.setter() == null) {
          return false;
        }
        property.setter().call(of, value);
        return true;
      }
      if (set == null) {
        return false;
      }
      set.call(object, of, value);
      return true;
    }

    private Descriptor before(Descriptor following) {
      return new Descriptor(type, version, object, kind, kindVersion, get, set, following);
    }

    private static Descriptor of(PyType type, long version, PyObject object) {
      PyType kind = object.type();
      return new Descriptor(
          type, version, object, kind, kind.version(), function(kind, Special.GET),
          function(kind, Special.SET), null);
    }

    private static PyFunction function(PyType kind, int special) {
      return kind.isHeap() && kind.lookup(Special.name(special)) instanceof PyFunction function
          ? function
          : null;
    }

    /** Whether both ways lead to functions of a program, or it is a property. */
    private static boolean isKnown(PyObject found) {
      PyType kind = found.type();
      return kind == PyProperty.TYPE
          || kind.isHeap() && Attributes.isDataDescriptor(found) && kind.layout() == ObjectType.TYPE.layout()
              && function(kind, Special.GET) != null && function(kind, Special.SET) != null;
    }
  }

  /**
   * What a class has, found through an instance that has nothing of that name, or in the class itself.
   *
   * @param shape the instance's, or null where the object is the class
   * @param metaVersion then the version of the class's class
   * @param value what the attribute is; with {@code self} the function of a class method
   * @param self the class that a class method gets, or null
   */
  public record ClassValue(
      PyType type, Shape shape, long version, long metaVersion, PyObject value, PyType self, ClassValue next)
      implements Alternative {
    /** Whether it is the same place. */
    private boolean isOf(ClassValue other) {
      return type == other.type && shape == other.shape;
    }

    boolean fits(PyObject object) {
      return (shape == null
              ? object == type && type.type().version() == metaVersion
              : object instanceof Shaped instance && instance.shape() == shape)
          && type.version() == version;
    }

    /** What the attribute is now; null where that has to be asked the general way. */
    PyObject read(PyStr name) {
      if (self != null) {
        return new PyBoundMethod(value, self);
      }
      PyObject found = type.lookup(name);
      if (found != null && found.getClass() == PyLong.class) {
        return found;
      }
      // Plain values change without a new version.
      return isFunction(found) || isStatic(found) ? value : isPlain(found) ? found : null;
    }

    private static boolean isStatic(PyObject found) {
      return found.type() == PyStaticMethod.TYPE;
    }

    private static boolean isPlain(PyObject found) {
      return found.type().special(Special.GET) == null && !Attributes.isDataDescriptor(found);
    }

    private ClassValue before(ClassValue following) {
      return new ClassValue(type, shape, version, metaVersion, value, self, following);
    }

    /** What to remember of an attribute that was found; null where it depends on more. */
    private static ClassValue of(PyType type, Shape shape, PyObject found) {
      if (type.isHeap() && type.qualname().toString().contains("<locals>")) {
        // Classes made in functions come and go; they are not to be kept alive here.
        return null;
      }
      long meta = shape == null ? type.type().version() : 0;
      if (isStatic(found)) {
        return new ClassValue(type, shape, type.version(), meta, ((PyStaticMethod) found).function(), null, null);
      }
      if (found.type() == PyClassMethod.TYPE && ((PyClassMethod) found).function() instanceof PyFunction function) {
        return new ClassValue(type, shape, type.version(), meta, function, type, null);
      }
      boolean known = shape == null && isFunction(found) || isPlain(found);
      return known ? new ClassValue(type, shape, type.version(), meta, found, null, null) : null;
    }
  }

  /**
   * An attribute that neither instances of a shape have nor their class, so that its {@code __getattr__} is asked.
   *
   * @param next what was found for another shape, or null
   */
  public record Absent(Shape shape, long version, PyFunction getattr, Absent next) implements Alternative {
    boolean fits(PyObject object) {
      return object instanceof Shaped instance && instance.shape() == shape && shape.type.version() == version;
    }
  }

  /** An attribute that a program gave to a function; its name means nothing to functions. */
  public static final class OfFunction implements Alternative {
    private static final OfFunction ANY = new OfFunction();

    private OfFunction() {}

    @Override
    public Alternative next() {
      return null;
    }

    private static boolean fits(PyObject object, PyStr name) {
      return object.getClass() == PyFunction.class && PyFunction.TYPE.lookup(name) == null;
    }
  }

  /** A global of a module. */
  public record ModuleEntry(long layout, int entry) {}

  private AttributeCache() {}

  static PyObject load(PyFrame frame, int pc, PyObject object, PyStr name) {
    Object cache = frame.code.caches[pc];
    if (cache instanceof Slot slot && object instanceof Shaped instance) {
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
    } else if (cache instanceof Descriptor first) {
      for (Descriptor known = first; known != null; known = known.next) {
        PyObject value = known.fits(object) ? known.read(object) : null;
        if (value != null) {
          return value;
        }
      }
    } else if (cache instanceof ClassValue first) {
      for (ClassValue known = first; known != null; known = known.next) {
        PyObject value = known.fits(object) ? known.read(name) : null;
        if (value != null) {
          return value;
        }
      }
    } else if (cache instanceof ComputedAttribute first) {
      for (ComputedAttribute known = first; known != null; known = known.next()) {
        if (known.fits(object)) {
          return known.read(object);
        }
      }
    } else if (cache instanceof Absent first) {
      for (Absent known = first; known != null; known = known.next) {
        if (known.fits(object)) {
          return known.getattr.call(object, name);
        }
      }
    } else if (cache instanceof Method first) {
      for (Method known = first; known != null; known = known.next) {
        if (known.fits(object) && known.function instanceof PyFunction) {
          return new PyBoundMethod(known.function, object);
        }
      }
    } else if (cache == OfFunction.ANY && object.getClass() == PyFunction.class) {
      PyObject value = object.ownAttribute(name);
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
    } else if (cache instanceof Unremembered place && place.isFinal()) {
      return Attributes.get(object, name);
    }
    // Of classes behind the access: a look-up may run Python code, where a key of the dict is odd.
    PyObject value = object instanceof PyType ? Attributes.get(object, name) : null;
    remember(frame, pc, object, name);
    missed(frame.code.caches, pc, cache, object, name);
    return value != null ? value : Attributes.get(object, name);
  }

  /** Counts an access that changed nothing in the memory of its place. */
  private static void missed(Object[] caches, int pc, Object before, PyObject object, PyStr name) {
    if (caches[pc] == null) {
      caches[pc] = new Unremembered(false, false);
    }
    if (caches[pc] == before && before instanceof Unremembered place) {
      place.times++;
      place.odd |= !place.isFinal() && !AttributeMemory.knows(object, name);
    }
  }

  /** Whether what was found at a place is nothing that asks Python code. */
  private static boolean isPlain(Object known) {
    return known == null || known instanceof Slot || known instanceof Method || known instanceof ClassValue
        || known == OfFunction.ANY;
  }

  /** Remembers what was found, or gives up where that is too much or of several sorts. */
  private static void put(PyFrame frame, int pc, Object known, Alternative found) {
    boolean tooMuch =
        found == null
            || known instanceof Alternative && known.getClass() != found.getClass();
    if (tooMuch) {
      frame.code.caches[pc] = new Unremembered(true, !isPlain(known) || !isPlain(found));
    } else {
      frame.code.caches[pc] = found;
    }
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
    if (OfFunction.fits(object, name)) {
      put(frame, pc, frame.code.caches[pc], OfFunction.ANY);
      return;
    }
    ComputedAttribute computed = ComputedAttribute.of(object, name);
    if (computed != null) {
      Object known = frame.code.caches[pc];
      put(frame, pc, known, computed.before(known instanceof ComputedAttribute first ? first : null));
    } else if (object instanceof PyType cls) {
      PyObject found = isPlainClass(cls, name) ? cls.lookup(name) : null;
      rememberClassValue(frame, pc, found == null ? null : ClassValue.of(cls, null, found));
    } else if (object instanceof Shaped instance && isGeneric(type)) {
      rememberSlot(frame, pc, instance, type, name);
    }
  }

  /** Whether a class's attribute of a name, if there is one, is what the class has itself. */
  public static boolean isPlainClass(PyType cls, PyStr name) {
    PyType meta = cls.type();
    PyObject other = meta.lookup(name);
    return meta.special(Special.GETATTRIBUTE) == PyType.TYPE.special(Special.GETATTRIBUTE)
        && (other == null || !other.type().isHeap() && !Attributes.isDataDescriptor(other));
  }

  /** Whether a class gives what it has there as it is: functions are bound to instances alone. */
  public static boolean isFunction(PyObject found) {
    return found instanceof PyFunction || found instanceof PyMethodDescriptor || found instanceof PySlotWrapper;
  }

  /** At the second access: what runs once, as tests do, is not to keep classes and what they have alive. */
  private static void rememberClassValue(PyFrame frame, int pc, ClassValue added) {
    Object known = frame.code.caches[pc];
    if (added != null && known != null) {
      put(frame, pc, known, chain(known, added));
    }
  }

  private static void rememberSlot(
      PyFrame frame, int pc, Shaped instance, PyType type, PyStr name) {
    long version = type.version();
    PyObject found = type.lookup(name);
    Shape shape = instance.shape();
    Object known = frame.code.caches[pc];
    if (found != null && Descriptor.isKnown(found)) {
      put(frame, pc, known, chain(known, Descriptor.of(type, version, found)));
    } else if (PyMemberDescriptor.slotIn(type, found) >= 0) {
      put(frame, pc, known, chain(known, shape, version, PyMemberDescriptor.slotIn(type, found), null));
    } else if (!shape.isDict && (found == null || !Attributes.isDataDescriptor(found))) {
      int index = shape.slotOf(name);
      if (index >= 0) {
        put(frame, pc, known, chain(known, shape, version, index, null));
      } else if (found instanceof PyFunction) {
        // A method as a value: at the second access, as with class values.
        if (known != null) {
          put(frame, pc, known, chain(known, new Method(type, shape, version, found, null)));
        }
      } else if (found != null) {
        rememberClassValue(frame, pc, ClassValue.of(type, shape, found));
      } else if (type.special(Special.GETATTR) instanceof PyFunction getattr) {
        put(frame, pc, known, chain(known, shape, version, getattr));
      }
    }
  }

  /** The new entry before those that still hold, or null when there are too many. */
  private static Slot chain(Object known, Shape shape, long version, int index, Shape after) {
    Slot kept = null;
    int count = 1;
    for (Slot old = known instanceof Slot first ? first : null; old != null; old = old.next) {
      if (old.isValid() && old.shape != shape) {
        kept = new Slot(old.shape, old.version, old.index, old.after, kept);
        count++;
      }
    }
    return count > MOST ? null : new Slot(shape, version, index, after, kept);
  }

  private static Absent chain(Object known, Shape shape, long version, PyFunction getattr) {
    Absent kept = null;
    int count = 1;
    for (Absent old = known instanceof Absent first ? first : null; old != null; old = old.next) {
      if (old.shape != shape && old.shape.type.version() == old.version) {
        kept = new Absent(old.shape, old.version, old.getattr, kept);
        count++;
      }
    }
    return count > MOST ? null : new Absent(shape, version, getattr, kept);
  }

  private static Descriptor chain(Object known, Descriptor added) {
    Descriptor kept = null;
    int count = 1;
    for (Descriptor old = known instanceof Descriptor first ? first : null; old != null; old = old.next) {
      if (old.type != added.type) {
        kept = old.before(kept);
        count++;
      }
    }
    return count > MOST ? null : added.before(kept);
  }

  private static ClassValue chain(Object known, ClassValue added) {
    ClassValue kept = null;
    int count = 1;
    for (ClassValue old = known instanceof ClassValue first ? first : null; old != null; old = old.next) {
      if (!old.isOf(added)) {
        kept = old.before(kept);
        count++;
      }
    }
    return count > MOST ? null : added.before(kept);
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
    return count > MOST
        ? null
        : new Method(added.type, added.shape, added.version, added.function, kept);
  }

  /**
   * The method form of {@code LOAD_ATTR}: puts function and instance, or null and the attribute, at
   * {@code at} and {@code at + 1}.
   */
  static void loadMethod(PyFrame frame, int pc, PyObject[] s, int at, PyStr name) {
    PyObject object = s[at];
    if (frame.code.caches[pc] instanceof ClassValue first && loadClassMethod(first, s, at)) {
      return;
    }
    PyObject function = method(object, frame, pc, name);
    if (function != null) {
      s[at + 1] = object;
      s[at] = function;
    } else {
      s[at + 1] = load(frame, pc, object, name);
      s[at] = null;
    }
  }

  private static boolean loadClassMethod(ClassValue first, PyObject[] s, int at) {
    for (ClassValue known = first; known != null; known = known.next) {
      if (known.self != null && known.fits(s[at])) {
        s[at] = known.value;
        s[at + 1] = known.self;
        return true;
      }
    }
    return false;
  }

  /** The function to call with the object as first argument, or null when it is not so simple. */
  static PyObject method(PyObject object, PyFrame frame, int pc, PyStr name) {
    Object known = frame.code.caches[pc];
    for (Method method = known instanceof Method first ? first : null;
        method != null;
        method = method.next) {
      if (method.fits(object)) {
        return method.function;
      }
    }
    if (known instanceof Absent absent && absent.fits(object)) {
      return null;
    }
    PyType type = object.type();
    boolean isOpen = !(known instanceof Unremembered place) || !place.isFinal();
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
    if (object instanceof Shaped instance) {
      Shape shape = instance.shape();
      if (shape.isDict || shape.slotOf(name) >= 0) {
        missed(frame.code.caches, pc, known, object, name);
        return object.ownAttribute(name) == null ? found : null;
      }
      if (isOpen) {
        put(frame, pc, known, chain(known, new Method(type, shape, version, found, null)));
      }
      return found;
    }
    if (type.hasDict()) {
      missed(frame.code.caches, pc, known, object, name);
      return object.ownAttribute(name) == null ? found : null;
    }
    if (isOpen) {
      put(frame, pc, known, chain(known, new Method(type, null, version, found, null)));
    }
    return found;
  }

  static void store(PyFrame frame, int pc, PyObject object, PyStr name, PyObject value) {
    Object cache = frame.code.caches[pc];
    Shape before = null;
    if (object instanceof Shaped instance) {
      before = instance.shape();
      if (cache instanceof Slot slot) {
        do {
          if (before == slot.shape && slot.isValid() && store(instance, slot, value)) {
            return;
          }
          slot = slot.next;
        } while (slot != null);
      } else if (cache instanceof Descriptor first) {
        for (Descriptor known = first; known != null; known = known.next) {
          if (known.fits(object) && known.write(object, value)) {
            return;
          }
        }
      }
    }
    object.type().slots.setattr(object, name, value);
    if (!(cache instanceof Unremembered place) || !place.isFinal()) {
      rememberStore(frame, pc, object, name, before);
      missed(frame.code.caches, pc, cache, object, name);
    }
  }

  private static boolean store(Shaped instance, Slot slot, PyObject value) {
    return slot.after == null
        ? instance.setSlot(slot.shape, slot.index, value)
        : instance.addSlot(slot.shape, slot.after, slot.index, value);
  }

  private static void rememberStore(
      PyFrame frame, int pc, PyObject object, PyStr name, Shape before) {
    if (OfFunction.fits(object, name)) {
      put(frame, pc, frame.code.caches[pc], OfFunction.ANY);
      return;
    }
    PyType type = object.type();
    if (object instanceof Shaped instance
        && !(object instanceof PyModule)
        && type.special(Special.SETATTR) == ObjectType.TYPE.special(Special.SETATTR)) {
      Shape shape = instance.shape();
      if (shape == before) {
        rememberSlot(frame, pc, instance, type, name);
      } else if (!shape.isDict && before.isBefore(shape) && shape.slotOf(name) >= 0) {
        // A property may have added an attribute of another name.
        Object known = frame.code.caches[pc];
        put(frame, pc, known, chain(known, before, type.version(), shape.slotOf(name), shape));
      }
    }
  }
}

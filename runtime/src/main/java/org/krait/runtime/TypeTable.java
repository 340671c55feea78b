package org.krait.runtime;

import java.util.Arrays;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyClassMethodDescriptor;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyGetSetDescriptor;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStaticMethod;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyStructMember;
import org.krait.runtime.types.PyTypeDoc;

/** What a builtin type consists of: its place, its slots, its methods and its attributes. */
public abstract class TypeTable extends BuiltinTable {
  private static final String[] NO_NAMES = {};
  private static final int[] NO_SLOTS = {};
  private static final int NEW_KIND = Kind.NEW.ordinal();

  /** The type made from this table, set when it is made. */
  PyType owner;

  public final PyType owner() {
    return owner;
  }

  /** The Python name of the type, without its module. */
  public abstract String typeName();

  /** The base; null for {@code object}. */
  public abstract PyType base();

  /** A second base, or null. */
  public PyType secondBase() {
    return null;
  }

  /** The Java class of instances. */
  public abstract Class<?> javaClass();

  public abstract TypeFlags typeFlags();

  /** Whether CPython makes the type when its module is loaded ({@code Py_TPFLAGS_HEAPTYPE}). */
  public boolean isHeapType() {
    return false;
  }

  /** The documentation of the type, or null. */
  public String doc() {
    return null;
  }

  /** The slots of instances: the type's own, the rest inherited. */
  public abstract TypeSlots slots();

  /** The numbers in {@link Special} of the slots that are the type's own. */
  protected int[] ownSlots() {
    return NO_SLOTS;
  }

  /** The slot that a method stands for though it is no slot wrapper in Python, or -1. */
  public int slotOf(int id) {
    return -1;
  }

  /** Whether instances cannot be hashed though those of the base can. */
  protected boolean refusesHash() {
    return false;
  }

  /** The text signature of calls of the type, or null. */
  public String textSignature() {
    return null;
  }

  @Override
  public final String qualifiedName(int id) {
    return typeName() + "." + name(id);
  }

  // ---- attributes that are computed

  /** The names of the attributes with getters. */
  protected String[] attributeNames() {
    return NO_NAMES;
  }

  public final String attributeName(int id) {
    return attributeNames()[id];
  }

  public String attributeDoc(int id) {
    return null;
  }

  /** Whether CPython has a member descriptor here, and not a getset descriptor. */
  public boolean isMember(int id) {
    return false;
  }

  public boolean isWritable(int id) {
    return false;
  }

  /** The value of an attribute of an instance. */
  public PyObject get(int id, PyObject self) {
    throw new IllegalArgumentException("no attribute: " + id);
  }

  /** Sets or, with null, deletes an attribute of an instance. */
  public void set(int id, PyObject self, PyObject value) {
    throw new IllegalArgumentException("no attribute to set: " + id);
  }

  // ---- attributes with a value

  protected String[] valueNames() {
    return NO_NAMES;
  }

  protected PyObject value(int id) {
    throw new IllegalArgumentException("no value: " + id);
  }

  // ---- the dict of the type

  /** How often a type is asked for single attributes before its dict is filled, which then costs less. */
  static final int EARLY = 16;

  /** Whether types have this in their dict though it stands in none of their lists. */
  static boolean isCommon(PyStr attribute) {
    return attribute == TypeAttributes.DOC || attribute == TypeAttributes.MODULE || attribute == Special.name(Special.HASH);
  }

  /** What {@link #populate} puts under an interned name that is not {@linkplain #isCommon common}, or null. */
  final PyObject attribute(PyType type, PyStr attribute) {
    String name = attribute.units();
    if (name == null) {
      return null;
    }
    // From the end, for of two of one name the last is in the dict.
    int hash = name.hashCode();
    int id = indexOf(valueNames(), name, hash);
    if (id >= 0) {
      return value(id);
    }
    id = indexOf(attributeNames(), name, hash);
    if (id >= 0) {
      return computed(id);
    }
    int maker = -1;
    for (id = count() - 1; id >= 0; id--) {
      String own = name(id);
      if (own.hashCode() == hash && own.equals(name)) {
        if (kind(id) != Kind.NEW) {
          return descriptor(kind(id), id);
        }
        maker = id;
      }
    }
    int[] specials = ownSlots();
    for (int i = specials.length - 1; i >= 0; i--) {
      if (Special.name(specials[i]) == attribute) {
        return new PySlotWrapper(type, specials[i]);
      }
    }
    return maker < 0 ? null : new PyBuiltinFunction(this, maker, type);
  }

  private static int indexOf(String[] names, String name, int hash) {
    int at = names.length - 1;
    while (at >= 0 && (names[at].hashCode() != hash || !names[at].equals(name))) {
      at--;
    }
    return at;
  }

  /**
   * Puts everything that the type has into its dict, in CPython's order.
   *
   * @param early what was asked for before, and is the same object; or null
   */
  void populate(PyType type, PyDict dict, PyDict early) {
    int[] specials = ownSlots();
    String[] attributes = attributeNames();
    String[] values = valueNames();
    int count = count();
    dict.reserve(count + specials.length + attributes.length + values.length + 3);
    String kinds = kinds();
    for (int id = kinds.indexOf(NEW_KIND); id >= 0; id = kinds.indexOf(NEW_KIND, id + 1)) {
      put(dict, name(id), new PyBuiltinFunction(this, id, type));
    }
    for (int special : specials) {
      dict.put(Special.name(special), new PySlotWrapper(type, special));
    }
    if (refusesHash()) {
      dict.put(Special.name(Special.HASH), PyNone.NONE);
    }
    for (int id = 0; id < count; id++) {
      Kind kind = kind(id);
      if (kind != Kind.NEW) {
        put(dict, name(id), descriptor(kind, id));
      }
    }
    for (int id = 0; id < attributes.length; id++) {
      put(dict, attributes[id], computed(id));
    }
    for (int id = 0; id < values.length; id++) {
      put(dict, values[id], value(id));
    }
    if (isHeapType()) {
      dict.put(TypeAttributes.MODULE, PyStr.interned(module()));
    }
    // A type whose instances have a __doc__ of their own shows its own through type.__doc__.
    if (dict.get(TypeAttributes.DOC) == null) {
      dict.put(TypeAttributes.DOC, new PyTypeDoc(this));
    }
    if (early != null) {
      dict.update(early);
    }
  }

  private PyObject computed(int id) {
    return isMember(id) ? new PyStructMember(this, id) : new PyGetSetDescriptor(this, id);
  }

  private PyObject descriptor(Kind kind, int id) {
    return switch (kind) {
      case CLASS_METHOD -> new PyClassMethodDescriptor(this, id);
      case STATIC_METHOD -> new PyStaticMethod(new PyBuiltinFunction(this, id, PyNone.NONE));
      default -> new PyMethodDescriptor(this, id);
    };
  }

  private static void put(PyDict dict, String name, PyObject value) {
    dict.put(PyStr.interned(name), value);
  }

  // ---- what generated slots share

  /**
   * The arguments of {@code __new__} or {@code __init__} by parameter. Where the one takes no keywords
   * but a subclass overrides the other, keywords are for that.
   *
   * @param cls the class of the instance
   * @param other {@link Special#INIT} for {@code __new__} and {@link Special#NEW} for {@code __init__}
   */
  public static PyObject[] bindConstructor(
      Signature signature, PyType owner, PyType cls, int other, PyObject[] args, PyStr[] names) {
    boolean meantForOther =
        names != null
            && !signature.takesKeywords()
            && cls != owner
            && cls.special(other) != owner.special(other);
    return meantForOther
        ? signature.bind(Arrays.copyOf(args, args.length - names.length), null)
        : signature.bind(args, names);
  }

  public static PyException unhashable(PyObject self) {
    return Errors.typeError("unhashable type: '%s'", self.type().fullName());
  }
}

package org.krait.runtime;

import java.util.HashMap;
import java.util.Map;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/**
 * The type of an instance and the names of its attributes, in the order in which they were set.
 *
 * <p>Shapes form a tree below each type's root: setting a new attribute moves an instance along an
 * edge. Two instances of one shape keep each attribute at the same slot, so a compare of the shape is
 * all that a cache needs. Slots of {@code __slots__} come first and belong to the root.
 *
 * <p>An instance whose {@code __dict__} was taken, or that has too many attributes, has its type's
 * {@linkplain #isDict dict shape}: a single slot then holds the {@link PyDict}, which is the truth.
 */
public final class Shape {
  /** More attributes than this live in a dict. */
  static final int LIMIT = 60;

  private static final int LINEAR = 8;

  public final PyType type;

  /** True when the attributes live in the dict at slot {@link #base}. */
  public final boolean isDict;

  /** The first slot behind those of {@code __slots__}. */
  final int base;

  private final PyStr name;
  private final PyStr[] names;
  private final Map<PyStr, Integer> index;
  private volatile Map<PyStr, Shape> next = Map.of();
  /** The first edge, where nearly every instance goes on. */
  private Shape first;

  private Shape(PyType type, int base, boolean isDict, Shape parent, PyStr name) {
    this.type = type;
    this.base = base;
    this.isDict = isDict;
    this.name = name;
    this.names = namesOf(parent, name);
    this.index = names.length <= LINEAR ? null : indexOf(names);
  }

  /** The shape of a new instance. */
  static Shape root(PyType type, int base) {
    return new Shape(type, base, false, null, null);
  }

  /** The shape of instances that keep their attributes in a dict. */
  static Shape dictShape(PyType type, int base) {
    return new Shape(type, base, true, null, null);
  }

  private static PyStr[] namesOf(Shape parent, PyStr name) {
    if (name == null) {
      return new PyStr[0];
    }
    PyStr[] all = java.util.Arrays.copyOf(parent.names, parent.names.length + 1);
    all[all.length - 1] = name;
    return all;
  }

  private static Map<PyStr, Integer> indexOf(PyStr[] names) {
    Map<PyStr, Integer> map = new HashMap<>(names.length * 2);
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], i);
    }
    return map;
  }

  /** The slot of an attribute, or -1. */
  public int slotOf(PyStr wanted) {
    if (index != null) {
      Integer i = index.get(wanted);
      return i == null ? -1 : base + i;
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i] == wanted) {
        return base + i;
      }
    }
    return wanted.isInterned() ? -1 : slotOf(wanted.intern());
  }

  /** Attribute names in order. */
  public PyStr[] names() {
    return names.clone();
  }

  /** The shape after an attribute is added. */
  public Shape with(PyStr added) {
    Shape edge = first;
    if (edge != null && edge.name == added) {
      return edge;
    }
    edge = next.get(added);
    return edge != null ? edge : extend(added.intern());
  }

  private synchronized Shape extend(PyStr added) {
    Shape shape = next.get(added);
    if (shape == null) {
      shape = new Shape(type, base, false, this, added);
      Map<PyStr, Shape> copy = new HashMap<>(next);
      copy.put(added, shape);
      next = copy;
    }
    if (first == null) {
      first = shape;
    }
    return shape;
  }

  /** The value of an attribute of {@code object}, or null. */
  static PyObject get(Shaped object, PyStr name) {
    Shape shape = object.shape();
    if (shape.isDict) {
      return ((PyDict) object.slot(shape.base)).get(name);
    }
    int slot = shape.slotOf(name);
    return slot < 0 ? null : object.slot(slot);
  }

  /** Sets or, with null, deletes; false when the instance cannot have it or does not. */
  static boolean set(Shaped object, PyStr name, PyObject value) {
    Shape shape = object.shape();
    if (shape.isDict) {
      return setInDict((PyDict) object.slot(shape.base), name, value);
    }
    if (!shape.type.hasDict()) {
      return false;
    }
    int slot = shape.slotOf(name);
    if (value == null) {
      return slot >= 0 && remove(object, slot);
    }
    if (slot >= 0) {
      object.setSlot(slot, value);
    } else {
      add(object, name, value);
    }
    return true;
  }

  private static boolean setInDict(PyDict dict, PyStr name, PyObject value) {
    if (value != null) {
      dict.put(name, value);
      return true;
    }
    return dict.remove(name) != null;
  }

  private static void add(Shaped object, PyStr name, PyObject value) {
    synchronized (object) {
      Shape shape = object.shape();
      if (shape.isDict || shape.slotOf(name) >= 0) {
        set(object, name, value);
      } else if (shape.names.length >= LIMIT) {
        dict(object).put(name, value);
      } else {
        object.setSlot(shape.base + shape.names.length, value);
        object.setShape(shape.with(name));
      }
    }
  }

  private static boolean remove(Shaped object, int slot) {
    synchronized (object) {
      Shape shape = object.shape();
      int last = shape.base + shape.names.length - 1;
      if (object.slot(slot) == null) {
        return false;
      }
      Shape shorter = shape.type.rootShape();
      for (int i = 0; i < shape.names.length; i++) {
        if (shape.base + i != slot) {
          shorter = shorter.with(shape.names[i]);
        }
      }
      for (int i = slot; i < last; i++) {
        object.setSlot(i, object.slot(i + 1));
      }
      object.setSlot(last, null);
      object.setShape(shorter);
      return true;
    }
  }

  /** The instance's dict: from now on its attributes live there. Null when it can have none. */
  static PyDict dict(Shaped object) {
    Shape shape = object.shape();
    if (shape.isDict) {
      return (PyDict) object.slot(shape.base);
    }
    if (!shape.type.hasDict()) {
      return null;
    }
    synchronized (object) {
      shape = object.shape();
      if (!shape.isDict) {
        moveToDict(object, shape, new PyDict());
      }
      return (PyDict) object.slot(object.shape().base);
    }
  }

  private static void moveToDict(Shaped object, Shape shape, PyDict dict) {
    for (int i = 0; i < shape.names.length; i++) {
      PyObject value = object.slot(shape.base + i);
      if (value != null) {
        dict.put(shape.names[i], value);
      }
    }
    putDict(object, shape, dict);
  }

  private static void putDict(Shaped object, Shape shape, PyDict dict) {
    for (int i = shape.names.length - 1; i > 0; i--) {
      object.setSlot(shape.base + i, null);
    }
    object.setSlot(shape.base, dict);
    object.setShape(shape.type.dictShape());
  }

  static boolean setDict(Shaped object, PyDict dict) {
    Shape shape = object.shape();
    if (!shape.type.hasDict()) {
      return false;
    }
    synchronized (object) {
      putDict(object, object.shape(), dict);
    }
    return true;
  }

  /** Moves an instance to another class with the same slots ({@code __class__} assignment). */
  static void changeType(Shaped object, PyType type) {
    synchronized (object) {
      if (type.finalizes() && object.companion() == null) {
        object.setCompanion(Finalizers.watch((PyObject) object));
      }
      Shape shape = object.shape();
      if (shape.isDict) {
        object.setShape(type.dictShape());
        return;
      }
      Shape moved = type.rootShape();
      for (PyStr attribute : shape.names) {
        moved = moved.with(attribute);
      }
      object.setShape(moved);
    }
  }

  @Override
  public String toString() {
    return type.name() + java.util.Arrays.toString(names);
  }
}

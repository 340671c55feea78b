package org.krait.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;

/**
 * The type of an instance and the names of its attributes, in the order in which they were set.
 *
 * <p>Shapes form a tree below each type's root: setting a new attribute moves an instance along an
 * edge. Two instances of one shape keep each attribute at the same slot, so a compare of the shape is
 * all that a cache needs. Slots of {@code __slots__} come first and belong to the root.
 *
 * <p>A deleted attribute leaves its slot empty for ever: the shape that follows has the other names at
 * the slots where they are.
 *
 * <p>An instance whose {@code __dict__} was taken, or that has too many attributes, has its type's
 * {@linkplain #isDict dict shape}: a {@link PyDict}, in a place of its own, then is the truth.
 */
public final class Shape {
  /** More attributes than this live in a dict. */
  static final int LIMIT = 60;

  private static final int LINEAR = 8;
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** One number after the other, for whoever looks up by shape. */
  public final int number = COUNT.getAndIncrement();

  public final PyType type;

  /** True when the attributes live in the dict. */
  public final boolean isDict;

  /** The first slot behind those of {@code __slots__}. */
  final int base;

  private final PyStr name;
  private final PyStr[] names;

  /** The slots of the names; null when they stand in order, from {@link #base} on. */
  private final int[] places;

  /** The slot of the next new attribute. */
  private final int free;

  private final Map<PyStr, Integer> index;
  private volatile Map<PyStr, Shape> next = Map.of();
  private volatile Map<PyStr, Shape> shorter = Map.of();

  /** The first edge, where nearly every instance goes on. */
  private Shape first;

  private Shape(
      PyType type, int base, boolean isDict, PyStr name, PyStr[] names, int[] places, int free) {
    this.type = type;
    this.base = base;
    this.isDict = isDict;
    this.name = name;
    this.names = names;
    this.places = places;
    this.free = free;
    this.index = names.length <= LINEAR ? null : makeIndex();
  }

  /** The shape of a new instance. */
  static Shape root(PyType type, int base) {
    return new Shape(type, base, false, null, new PyStr[0], null, base);
  }

  /** The shape of instances that keep their attributes in a dict. */
  static Shape dictShape(PyType type, int base) {
    return new Shape(type, base, true, null, new PyStr[0], null, base);
  }

  private Map<PyStr, Integer> makeIndex() {
    Map<PyStr, Integer> map = new HashMap<>(names.length * 2);
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], place(i));
    }
    return map;
  }

  private int place(int i) {
    return places == null ? base + i : places[i];
  }

  /** The slot of an attribute, or -1. */
  public int slotOf(PyStr wanted) {
    if (index != null) {
      Integer slot = index.get(wanted);
      return slot == null ? -1 : slot;
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i] == wanted) {
        return place(i);
      }
    }
    return wanted.isInterned() ? -1 : slotOf(wanted.intern());
  }

  /** Attribute names in order. */
  public PyStr[] names() {
    return names.clone();
  }

  /** Whether {@code other} is this shape with one attribute more. */
  public boolean isBefore(Shape other) {
    return first == other || other.name != null && next.get(other.name) == other;
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
      int count = names.length;
      PyStr[] all = Arrays.copyOf(names, count + 1);
      all[count] = added;
      int[] slots = places == null ? null : Arrays.copyOf(places, count + 1);
      if (slots != null) {
        slots[count] = free;
      }
      shape = new Shape(type, base, false, added, all, slots, free + 1);
      next = with(next, added, shape);
    }
    if (first == null) {
      first = shape;
    }
    return shape;
  }

  private static Map<PyStr, Shape> with(Map<PyStr, Shape> edges, PyStr name, Shape shape) {
    Map<PyStr, Shape> copy = new HashMap<>(edges);
    copy.put(name, shape);
    return copy;
  }

  /** The shape after an attribute that is there is deleted. */
  private Shape without(PyStr deleted) {
    Shape shape = shorter.get(deleted);
    return shape != null ? shape : shorten(deleted);
  }

  private synchronized Shape shorten(PyStr deleted) {
    Shape shape = shorter.get(deleted);
    if (shape == null) {
      int count = names.length - 1;
      PyStr[] left = new PyStr[count];
      int[] slots = new int[count];
      for (int i = 0, n = 0; i <= count; i++) {
        if (names[i] != deleted) {
          left[n] = names[i];
          slots[n++] = place(i);
        }
      }
      shape = new Shape(type, base, false, null, left, slots, free);
      shorter = with(shorter, deleted, shape);
    }
    return shape;
  }

  /** The value of an attribute of {@code object}, or null. */
  static PyObject get(Shaped object, PyStr name) {
    Shape shape = object.shape();
    if (shape.isDict) {
      return dict(object).get(name);
    }
    int slot = shape.slotOf(name);
    if (slot < 0) {
      return null;
    }
    PyObject value = object.slot(slot);
    return value != null || object.shape() == shape ? value : get(object, name);
  }

  /** Sets or, with null, deletes; false when the instance cannot have it or does not. */
  static boolean set(Shaped object, PyStr name, PyObject value) {
    Shape shape = object.shape();
    if (shape.isDict) {
      return setInDict(dict(object), name, value);
    }
    if (!shape.type.hasDict()) {
      return false;
    }
    if (value == null) {
      return remove(object, name.intern());
    }
    int slot = shape.slotOf(name);
    if (slot >= 0 && !Concurrency.active()) {
      object.setSlot(slot, value);
    } else {
      put(object, name, value);
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

  private static void put(Shaped object, PyStr name, PyObject value) {
    synchronized (object) {
      Shape shape = object.shape();
      int slot = shape.isDict ? -1 : shape.slotOf(name);
      if (slot >= 0) {
        object.setSlot(slot, value);
      } else if (shape.isDict || shape.free - shape.base >= LIMIT) {
        dict(object).put(name, value);
      } else {
        object.setSlot(shape.free, value);
        Concurrency.publish();
        object.setShape(shape.with(name));
      }
    }
  }

  private static boolean remove(Shaped object, PyStr name) {
    synchronized (object) {
      Shape shape = object.shape();
      if (shape.isDict) {
        return setInDict(dict(object), name, null);
      }
      int slot = shape.slotOf(name);
      if (slot < 0 || object.slot(slot) == null) {
        return false;
      }
      object.setShape(shape.without(name));
      object.setSlot(slot, null);
      return true;
    }
  }

  /** The instance's dict: from now on its attributes live there. Null when it can have none. */
  static PyDict dict(Shaped object) {
    PyDict known = Extra.dict(object);
    if (known != null && object.shape().isDict) {
      return known;
    }
    if (!object.shape().type.hasDict()) {
      return null;
    }
    synchronized (object) {
      Shape shape = object.shape();
      if (!shape.isDict) {
        PyDict dict = new PyDict();
        for (int i = 0; i < shape.names.length; i++) {
          PyObject value = object.slot(shape.place(i));
          if (value != null) {
            dict.put(shape.names[i], value);
          }
        }
        moveToDict(object, shape, dict);
      }
      return Extra.dict(object);
    }
  }

  private static void moveToDict(Shaped object, Shape shape, PyDict dict) {
    Extra.setDict(object, dict);
    Concurrency.publish();
    object.setShape(shape.type.dictShape());
    for (int i = 0; i < shape.names.length; i++) {
      object.setSlot(shape.place(i), null);
    }
  }

  static boolean setDict(Shaped object, PyDict dict) {
    if (!object.shape().type.hasDict()) {
      return false;
    }
    synchronized (object) {
      moveToDict(object, object.shape(), dict);
    }
    return true;
  }

  /** Moves an instance to another class with the same slots ({@code __class__} assignment). */
  static void changeType(Shaped object, PyType type) {
    synchronized (object) {
      if (type.finalizes() && Extra.companion(object) == null) {
        Extra.setCompanion(object, Finalizers.watch((PyObject) object));
      }
      if (object.shape().places != null) {
        dict(object);
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
    return type.name() + Arrays.toString(names);
  }
}

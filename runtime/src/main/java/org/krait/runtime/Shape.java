package org.krait.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
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
 * <p>An attribute that was first set to a float has a {@linkplain #isNumber number slot}, which holds its
 * bits and no object. What is no float moves the instance to a shape that keeps the attribute in an ordinary
 * slot, and from then on the type's new instances keep it there from the start: of an attribute that is a
 * float now and then nothing would be gained, and every place would meet many shapes.
 *
 * <p>An instance whose {@code __dict__} was taken, or that has too many attributes, has its type's
 * {@linkplain #isDict dict shape}: a {@link PyDict}, in a place of its own, then is the truth.
 */
public final class Shape {
  /** More attributes than this live in a dict. */
  static final int LIMIT = 60;

  /** Marks the places of numbers; the rest of such a place is its index among them. */
  public static final int NUMBER = 1 << 16;

  /** Room for no more numbers than this is made before they come. */
  private static final int SPARE = 7;

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

  /** How many number slots have been given out. */
  private final int numbers;

  private final Map<PyStr, Integer> index;
  private volatile Map<PyStr, Shape> next = Map.of();
  private volatile Map<PyStr, Shape> nextNumbers = Map.of();
  private volatile Map<PyStr, Shape> shorter = Map.of();
  private volatile Map<PyStr, Shape> mixed = Map.of();

  /** The first edge, where nearly every instance goes on. */
  private Shape first;

  /** What the shapes of a type have in common; null of the dict shape. */
  private final NumberSlots common;

  /** Whether attributes have only been added, so that the same in another class gives the same places. */
  private final boolean isRegular;

  private Shape(
      NumberSlots common, PyType type, int base, boolean isRegular, PyStr name, PyStr[] names, int[] places,
      int free, int numbers) {
    this.common = common;
    this.type = type;
    this.base = base;
    this.isRegular = isRegular;
    this.isDict = common == null;
    this.name = name;
    this.names = names;
    this.places = places;
    this.free = free;
    this.numbers = numbers;
    this.index = names.length <= LINEAR ? null : makeIndex();
    if (numbers > 0) {
      common.note(numbers);
    }
  }

  /** The shape of a new instance. */
  static Shape root(PyType type, int base) {
    NumberSlots common = new NumberSlots(type);
    Shape root = new Shape(common, type, base, true, null, new PyStr[0], null, base, 0);
    common.setRoot(root);
    return root;
  }

  /** The shape of instances that keep their attributes in a dict. */
  static Shape dictShape(PyType type, int base) {
    return new Shape(null, type, base, true, null, new PyStr[0], null, base, 0);
  }

  /** Whether a place is one of a number: the attribute is a float, without an object. */
  public static boolean isNumber(int place) {
    return place >= NUMBER;
  }

  /** Whether a value can lie at a place. */
  public static boolean fits(int place, PyObject value) {
    return place < NUMBER || value == null || isPlainNumber(value);
  }

  /** A float whose bits are all that there is to it; of NaNs programs see which object they are. */
  private static boolean isPlainNumber(PyObject value) {
    return value.getClass() == PyFloat.class && ((PyFloat) value).value == ((PyFloat) value).value;
  }

  /** For how many numbers there should be room in an instance that needs more. */
  public int roomForNumbers() {
    return Math.min(common.most(), numbers + SPARE);
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

  /** How many slots a value of this shape can have filled. */
  int slots() {
    return free;
  }

  /** Attribute names in order. */
  public PyStr[] names() {
    return names.clone();
  }

  /** Whether {@code other} is this shape with one attribute more. */
  public boolean isBefore(Shape other) {
    return first == other
        || other.name != null && (next.get(other.name) == other || nextNumbers.get(other.name) == other);
  }

  /** The shape after an attribute is added, which gets this value. */
  private Shape with(PyStr added, PyObject value) {
    Shape edge = first;
    if (edge != null && edge.name == added && fits(edge.lastPlace(), value)) {
      return edge;
    }
    edge = next.get(added);
    if (edge != null) {
      return edge;
    }
    edge = isPlainNumber(value) ? nextNumbers.get(added) : null;
    return edge != null ? edge : extend(added.intern(), isPlainNumber(value));
  }

  private int lastPlace() {
    return place(names.length - 1);
  }

  private Shape extend(PyStr added, boolean isNumber) {
    if (!isNumber && nextNumbers.containsKey(added)) {
      common.mix(added);
    }
    return isNumber && common.takes(added) ? withNumber(added) : withObject(added);
  }

  private synchronized Shape withObject(PyStr added) {
    Shape shape = next.get(added);
    if (shape == null) {
      shape = longer(added, free, free + 1, numbers);
      next = with(next, added, shape);
    }
    if (first == null) {
      first = shape;
    }
    return shape;
  }

  private synchronized Shape withNumber(PyStr added) {
    Shape shape = nextNumbers.get(added);
    if (shape == null) {
      shape = longer(added, NUMBER + numbers, free, numbers + 1);
      nextNumbers = with(nextNumbers, added, shape);
    }
    if (first == null) {
      first = shape;
    }
    return shape;
  }

  private Shape longer(PyStr added, int place, int freeThen, int numbersThen) {
    int count = names.length;
    PyStr[] all = Arrays.copyOf(names, count + 1);
    all[count] = added;
    int[] slots = null;
    if (places != null || isNumber(place)) {
      slots = Arrays.copyOf(allPlaces(), count + 1);
      slots[count] = place;
    }
    return new Shape(common, type, base, isRegular, added, all, slots, freeThen, numbersThen);
  }

  private int[] allPlaces() {
    int[] all = new int[names.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = place(i);
    }
    return all;
  }

  /** The shape that keeps an attribute with a number slot in an ordinary one. */
  private Shape withObjectFor(PyStr number) {
    common.mix(number);
    Shape shape = mixed.get(number);
    return shape != null ? shape : mix(number);
  }

  private synchronized Shape mix(PyStr number) {
    Shape shape = mixed.get(number);
    if (shape == null) {
      int[] slots = allPlaces();
      for (int i = 0; i < slots.length; i++) {
        if (names[i] == number) {
          slots[i] = free;
        }
      }
      shape = new Shape(common, type, base, false, null, names, slots, free + 1, numbers);
      mixed = with(mixed, number, shape);
    }
    return shape;
  }

  /** No new instance gets a number slot for an attribute, in this shape and those behind it. */
  void forgetNumber(PyStr number) {
    synchronized (this) {
      if (nextNumbers.containsKey(number)) {
        Map<PyStr, Shape> left = new HashMap<>(nextNumbers);
        left.remove(number).forgetNumber(number);
        nextNumbers = left;
        first = null;
      }
    }
    for (Map<PyStr, Shape> edges : List.of(next, nextNumbers, shorter, mixed)) {
      for (Shape shape : edges.values()) {
        shape.forgetNumber(number);
      }
    }
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
      shape = new Shape(common, type, base, false, null, left, slots, free, numbers);
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
    if (slot >= 0 && fits(slot, value) && !Concurrency.active()) {
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
      if (slot >= 0 && fits(slot, value)) {
        object.setSlot(slot, value);
      } else if (shape.isDict || shape.free - shape.base + shape.numbers >= LIMIT) {
        dict(object).put(name, value);
      } else {
        move(object, shape, slot < 0 ? shape.with(name, value) : shape.withObjectFor(name.intern()), name, value);
      }
    }
  }

  private static void move(Shaped object, Shape from, Shape to, PyStr name, PyObject value) {
    int slot = to.slotOf(name);
    if (isNumber(slot) && !object.hasRoomFor(slot)) {
      to = from.withObject(name.intern());
      slot = to.slotOf(name);
    }
    object.setSlot(slot, value);
    Concurrency.publish();
    object.setShape(to);
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

  /** Adds the names of what the instance has to a dict; false where that lies in a dict of its own. */
  static boolean addNames(Shaped object, PyDict to) {
    synchronized (object) {
      Shape shape = object.shape();
      if (shape.isDict || !shape.type.hasDict()) {
        return false;
      }
      for (int i = 0; i < shape.names.length; i++) {
        PyObject value = object.slot(shape.place(i));
        if (value != null) {
          to.put(shape.names[i], value);
        }
      }
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
      if (!object.shape().isRegular) {
        dict(object);
      }
      Shape shape = object.shape();
      if (shape.isDict) {
        object.setShape(type.dictShape());
        return;
      }
      Shape moved = type.rootShape();
      for (int i = 0; i < shape.names.length; i++) {
        moved = isNumber(shape.place(i)) ? moved.withNumber(shape.names[i]) : moved.withObject(shape.names[i]);
      }
      object.setShape(moved);
    }
  }

  @Override
  public String toString() {
    return type.name() + Arrays.toString(names);
  }
}

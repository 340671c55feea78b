package org.krait.runtime;

import java.util.Arrays;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyStr;

/**
 * An instance of a class, with its attributes in slots.
 *
 * <p>Instances of plain Python classes are exactly this class. Builtin types whose exact form need not
 * be told apart by Java class (exceptions, modules, properties …) extend it.
 */
public class PyInstance extends PyObject implements Shaped {
  private static final int INLINE = 4;
  private static final PyObject[] NONE = {};

  private Shape shape;
  private PyObject slot0;
  private PyObject slot1;
  private PyObject slot2;
  private PyObject slot3;
  private PyObject[] more = NONE;
  private Object extra;

  /** The numbers: as long as there is one thread with room for more, else no longer than there are some. */
  private long[] numbers;

  public PyInstance(PyType type) {
    this.shape = type.rootShape();
    if (type.finalizes()) {
      extra = Finalizers.watch(this);
    }
  }

  /** Takes the shape without attributes of a class that has no {@code __del__}. */
  public PyInstance(Shape root) {
    this.shape = root;
  }

  @Override
  public PyType type() {
    return shape.type;
  }

  @Override
  public final Shape shape() {
    return shape;
  }

  @Override
  public final void setShape(Shape shape) {
    this.shape = shape;
  }

  @Override
  public final PyObject slot(int index) {
    return switch (index) {
      case 0 -> slot0;
      case 1 -> slot1;
      case 2 -> slot2;
      case 3 -> slot3;
      default -> index >= Shape.NUMBER ? boxed(index) : rest(index - INLINE);
    };
  }

  private PyObject rest(int index) {
    PyObject[] rest = more;
    return index < rest.length ? rest[index] : null;
  }

  private PyObject boxed(int place) {
    long[] known = numbers;
    int index = place - Shape.NUMBER;
    return known != null && index < known.length ? new PyFloat(Double.longBitsToDouble(known[index])) : null;
  }

  /** The bits of the numbers, or null; what is not there yet, or in the way of another thread, is missing. */
  public final long[] numbers() {
    return numbers;
  }

  @Override
  public final void setSlot(int index, PyObject value) {
    switch (index) {
      case 0 -> slot0 = value;
      case 1 -> slot1 = value;
      case 2 -> slot2 = value;
      case 3 -> slot3 = value;
      default -> {
        if (index < Shape.NUMBER) {
          setRest(index - INLINE, value);
        } else if (value != null) {
          setNumber(index - Shape.NUMBER, Double.doubleToRawLongBits(((PyFloat) value).value));
        }
      }
    }
  }

  /** Sets a number, or the first time adds it. */
  private void setNumber(int index, long bits) {
    long[] known = numbers;
    if (known == null || index >= known.length) {
      addNumber(index, bits, shape.roomForNumbers());
    } else {
      known[index] = bits;
    }
  }

  /**
   * Adds a number to an instance that has {@linkplain #hasRoomFor room} for it.
   *
   * @param most how many there may be, as far as known
   */
  public final void addNumber(int index, long bits, int most) {
    long[] known = numbers;
    if (known == null && !Concurrency.active()) {
      known = new long[most];
      known[index] = bits;
      numbers = known;
    } else if (known != null && index < known.length) {
      known[index] = bits;
    } else {
      growFor(index, bits, most);
    }
  }

  private void growFor(int index, long bits, int most) {
    int room = Concurrency.active() ? index + 1 : Math.max(index + 1, most);
    long[] all = numbers == null ? new long[room] : Arrays.copyOf(numbers, room);
    all[index] = bits;
    // Who sees the longer array sees all of its numbers.
    Concurrency.publish();
    numbers = all;
  }

  /** Makes room for so many numbers in all, while there is one thread. */
  public final void makeRoomForNumbers(int count) {
    long[] known = numbers;
    if (known == null) {
      numbers = new long[count];
    } else if (known.length < count) {
      lengthen(count);
    }
  }

  private void lengthen(int count) {
    numbers = Arrays.copyOf(numbers, count);
  }

  @Override
  public final boolean hasRoomFor(int place) {
    return !Concurrency.active() || numbers == null || numbers.length <= place - Shape.NUMBER;
  }

  private void setRest(int index, PyObject value) {
    PyObject[] rest = more;
    if (index >= rest.length) {
      if (value == null) {
        return;
      }
      rest = Arrays.copyOf(rest, Math.max(INLINE, index + (index >> 1) + 1));
      more = rest;
    }
    rest[index] = value;
  }

  @Override
  public final Object extra() {
    return extra;
  }

  @Override
  public final void setExtra(Object extra) {
    this.extra = extra;
  }

  @Override
  public PyObject ownAttribute(PyStr name) {
    return Shape.get(this, name);
  }

  @Override
  public boolean setOwnAttribute(PyStr name, PyObject value) {
    return Shape.set(this, name, value);
  }

  @Override
  public PyDict ownDict() {
    return Shape.dict(this);
  }

  @Override
  public boolean setOwnDict(PyDict dict) {
    return Shape.setDict(this, dict);
  }
}

package org.krait.runtime.execution;

import org.krait.runtime.Concurrency;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.Shape;

/** What machine code links to for attributes that are floats and lie without an object; see {@link GuardedOperations}. */
public final class GuardedNumberSlots {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  private GuardedNumberSlots() {}

  public static double numberOf(PyObject object, Shape shape, int index) {
    if (object instanceof PyInstance instance && instance.shape() == shape) {
      long[] numbers = instance.numbers();
      if (numbers != null && index < numbers.length) {
        return Double.longBitsToDouble(numbers[index]);
      }
    }
    throw FAILED;
  }

  public static void setNumberOf(PyObject object, Shape shape, int index, double value) {
    if (object instanceof PyInstance instance
        && instance.shape() == shape
        && value == value
        && !Concurrency.active()) {
      long[] numbers = instance.numbers();
      if (numbers != null && index < numbers.length) {
        numbers[index] = Double.doubleToRawLongBits(value);
        return;
      }
    }
    setCarefully(object, shape, index, value);
  }

  private static void setCarefully(PyObject object, Shape shape, int index, double value) {
    if (object instanceof PyInstance instance && value == value && Concurrency.active()) {
      synchronized (instance) {
        long[] numbers = instance.numbers();
        if (instance.shape() == shape && numbers != null && index < numbers.length) {
          numbers[index] = Double.doubleToRawLongBits(value);
          return;
        }
      }
    }
    throw FAILED;
  }

  public static void addNumberTo(
      PyObject object, Shape shape, Shape after, int index, int most, double value) {
    if (object instanceof PyInstance instance
        && instance.shape() == shape
        && value == value
        && !Concurrency.active()) {
      instance.addNumber(index, Double.doubleToRawLongBits(value), most);
      Concurrency.publish();
      instance.setShape(after);
    } else {
      addCarefully(object, shape, after, index, value);
    }
  }

  private static void addCarefully(PyObject object, Shape shape, Shape after, int index, double value) {
    if (object instanceof PyInstance instance && value == value && Concurrency.active()) {
      synchronized (instance) {
        if (instance.shape() == shape && instance.hasRoomFor(Shape.NUMBER + index)) {
          instance.addNumber(index, Double.doubleToRawLongBits(value), 0);
          Concurrency.publish();
          instance.setShape(after);
          return;
        }
      }
    }
    throw FAILED;
  }

  // ---- several new attributes of an object whose shape has been compared, while there is one thread

  /** A float that can lie in a number slot. */
  public static double plainNumber(double value) {
    if (value != value) {
      throw FAILED;
    }
    return value;
  }

  public static void makeRoomForNumbers(PyObject object, int count) {
    ((PyInstance) object).makeRoomForNumbers(count);
  }

  public static void putNumber(PyObject object, int index, double value) {
    ((PyInstance) object).numbers()[index] = Double.doubleToRawLongBits(value);
  }

  public static void putSlot(PyObject object, int index, PyObject value) {
    ((PyInstance) object).setSlot(index, value);
  }

  public static void putShape(PyObject object, Shape after) {
    Concurrency.publish();
    ((PyInstance) object).setShape(after);
  }
}

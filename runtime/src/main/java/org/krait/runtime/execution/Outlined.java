package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/**
 * What a method that machine code has for one of its loops hands back: which way it left the loop is its result, and
 * what it has written lies in the thread until the caller has taken it.
 */
public final class Outlined {
  /** The result of a method that has ended the whole function. */
  public static final int ENDED = -1;

  private static final int THROWN = -2;

  private Outlined() {}

  public static void put(PyObject value, ThreadState thread, int place) {
    thread.objects[place] = value;
  }

  public static void put(long value, ThreadState thread, int place) {
    thread.numbers[place] = value;
  }

  public static void put(double value, ThreadState thread, int place) {
    thread.numbers[place] = Double.doubleToRawLongBits(value);
  }

  public static void put(int value, ThreadState thread, int place) {
    thread.numbers[place] = value;
  }

  /** Taken once, for what lies there stays alive. */
  public static PyObject object(ThreadState thread, int place) {
    PyObject value = thread.objects[place];
    thread.objects[place] = null;
    return value;
  }

  public static long longNumber(ThreadState thread, int place) {
    return thread.numbers[place];
  }

  public static double doubleNumber(ThreadState thread, int place) {
    return Double.longBitsToDouble(thread.numbers[place]);
  }

  public static int truth(ThreadState thread, int place) {
    return (int) thread.numbers[place];
  }

  /** The places of a frame that there may not be yet. */
  public static PyObject[] slots(PyFrame frame) {
    return frame == null ? null : frame.slots;
  }

  /** Notes what was thrown out of the method; its result then. */
  public static int thrown(Throwable thrown, ThreadState thread) {
    thread.thrown = thrown;
    return THROWN;
  }

  /** What was thrown out of the method. */
  public static Throwable throwOn(ThreadState thread) {
    Throwable thrown = thread.thrown;
    thread.thrown = null;
    return thrown;
  }
}

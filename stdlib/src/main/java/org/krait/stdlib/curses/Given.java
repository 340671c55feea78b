package org.krait.stdlib.curses;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyInt;

/**
 * The arguments of a function whose first ones, a place on the screen, may be left out; and numbers as
 * C's format codes convert them.
 */
final class Given {
  private final PyObject[] args;

  /** How many arguments the place takes. */
  private final int place;

  private Given(PyObject[] args, int place) {
    this.args = args;
    this.place = place;
  }

  /**
   * Arguments of a function that takes a character or so ({@code least} to {@code most} of them) with
   * {@code y} and {@code x} before them or not.
   */
  static Given afterPlace(PyObject[] args, int least, int most, String function) {
    if (args.length < least || args.length > most + 2) {
      throw Errors.typeError("%s requires %d to %d arguments", function, least, most + 2);
    }
    return new Given(args, args.length - least >= 2 ? 2 : 0);
  }

  boolean hasPlace() {
    return place > 0;
  }

  int y() {
    return integer(args[0]);
  }

  int x() {
    return integer(args[1]);
  }

  /** The first, second … argument behind the place. */
  PyObject get(int i) {
    return args[place + i];
  }

  /** Whether there is an argument of this number behind the place. */
  boolean has(int i) {
    return place + i < args.length;
  }

  /** Attributes, all off when they are not given. */
  long attributes(int i) {
    return has(i) ? wide(get(i)) & 0xffffffffL : 0;
  }

  /** Exactly so many arguments of type {@code int}; the message is for another number of them. */
  static int[] integers(PyObject[] args, int count, String message) {
    if (args.length != count) {
      throw wrongCount(message);
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = integer(args[i]);
    }
    return numbers;
  }

  static PyException wrongCount(String message) {
    return Errors.typeError("%s", message);
  }

  /** {@code int}. */
  static int integer(PyObject value) {
    return (int) between(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "signed integer");
  }

  /** {@code long}. */
  static long wide(PyObject value) {
    PyInt number = Arguments.index(value);
    if (!number.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    return number.longValue();
  }

  /** A number of a C type of this range. */
  static long between(PyObject value, long least, long most, String type) {
    long number = wide(value);
    if (number < least) {
      throw Errors.overflowError("%s is less than minimum", type);
    }
    if (number > most) {
      throw Errors.overflowError("%s is greater than maximum", type);
    }
    return number;
  }

  /** {@code unsigned long}, of which only the lower bits are taken. */
  static long bits(PyObject value, String which) {
    if (!(value instanceof PyInt number)) {
      throw Arguments.<PyException>refuse(which, "int", value);
    }
    return number.bigValue().longValue();
  }
}

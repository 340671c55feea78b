package org.krait.stdlib.audio;

import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** The functions of {@code audioop} that measure. */
final class Measure {
  private Measure() {}

  @Function("max(fragment, width, /)")
  static PyObject max(PyObject fragment, int width) {
    Samples in = Samples.of(fragment, width);
    long most = 0;
    for (int i = 0; i < in.count(); i++) {
      most = Math.max(most, Math.abs((long) in.get(i)));
    }
    return PyLong.of(most);
  }

  @Function("minmax(fragment, width, /)")
  static PyObject minMax(PyObject fragment, int width) {
    Samples in = Samples.of(fragment, width);
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < in.count(); i++) {
      least = Math.min(least, in.get(i));
      most = Math.max(most, in.get(i));
    }
    return PyTuple.of(PyLong.of(least), PyLong.of(most));
  }

  @Function("avg(fragment, width, /)")
  static PyObject average(PyObject fragment, int width) {
    Samples in = Samples.of(fragment, width);
    double sum = 0;
    for (int i = 0; i < in.count(); i++) {
      sum += in.get(i);
    }
    return PyLong.of(in.count() == 0 ? 0 : (int) Math.floor(sum / in.count()));
  }

  @Function("rms(fragment, width, /)")
  static PyObject rootMeanSquare(PyObject fragment, int width) {
    Samples in = Samples.of(fragment, width);
    double squares = 0;
    for (int i = 0; i < in.count(); i++) {
      double value = in.get(i);
      squares += value * value;
    }
    return PyLong.of(in.count() == 0 ? 0 : (long) Math.sqrt(squares / in.count()));
  }

  @Function("cross(fragment, width, /)")
  static PyObject crossings(PyObject fragment, int width) {
    Samples in = Samples.of(fragment, width);
    int count = in.count() == 0 ? -1 : 0;
    for (int i = 1; i < in.count(); i++) {
      count += in.get(i) < 0 != in.get(i - 1) < 0 ? 1 : 0;
    }
    return PyLong.of(count);
  }

  /** Distances from one turning point to the next: their number, sum and greatest. */
  private record Peaks(int count, double sum, long greatest) {
    static Peaks of(Samples in) {
      int count = 0;
      double sum = 0;
      long greatest = 0;
      int direction = 0;
      boolean turned = false;
      int turningPoint = 0;
      for (int i = 1; i < in.count(); i++) {
        int before = in.get(i - 1);
        int now = Integer.compare(in.get(i), before);
        if (now == 0) {
          continue;
        }
        if (direction == -now) {
          if (turned) {
            long distance = Math.abs((long) before - turningPoint);
            count++;
            sum += distance;
            greatest = Math.max(greatest, distance);
          }
          turned = true;
          turningPoint = before;
        }
        direction = now;
      }
      return new Peaks(count, sum, greatest);
    }
  }

  @Function("avgpp(fragment, width, /)")
  static PyObject averagePeaks(PyObject fragment, int width) {
    Peaks peaks = Peaks.of(Samples.of(fragment, width));
    return PyLong.of(peaks.count == 0 ? 0 : (long) (peaks.sum / peaks.count));
  }

  @Function("maxpp(fragment, width, /)")
  static PyObject greatestPeak(PyObject fragment, int width) {
    return PyLong.of(Peaks.of(Samples.of(fragment, width)).greatest);
  }

  private static Samples evenSized(PyObject fragment) {
    if (Buffers.bytes(fragment).length % 2 != 0) {
      throw Samples.error("Strings should be even-sized");
    }
    return Samples.of(fragment, 2);
  }

  private static double product(Samples a, int from, Samples b, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (double) a.get(from + i) * b.get(i);
    }
    return sum;
  }

  private static double square(int value) {
    return (double) value * value;
  }

  @Function("findfit(fragment, reference, /)")
  static PyObject findFit(PyObject fragment, PyObject reference) {
    Samples in = evenSized(fragment);
    Samples wanted = evenSized(reference);
    int count = wanted.count();
    if (in.count() < count) {
      throw Samples.error("First sample should be longer");
    }
    double ofWanted = product(wanted, 0, wanted, count);
    double ofPart = product(in, 0, in, count);
    double best = 0;
    int bestPlace = 0;
    for (int place = 0; place <= in.count() - count; place++) {
      if (place > 0) {
        ofPart += square(in.get(place + count - 1)) - square(in.get(place - 1));
      }
      double both = product(in, place, wanted, count);
      double distance = (ofWanted * ofPart - both * both) / ofPart;
      if (place == 0 || distance < best) {
        best = distance;
        bestPlace = place;
      }
    }
    double factor = product(in, bestPlace, wanted, count) / ofWanted;
    return PyTuple.of(PyLong.of(bestPlace), PyFloat.of(factor));
  }

  @Function("findfactor(fragment, reference, /)")
  static PyObject findFactor(PyObject fragment, PyObject reference) {
    Samples in = evenSized(fragment);
    Samples wanted = evenSized(reference);
    if (in.count() != wanted.count()) {
      throw Samples.error("Samples should be same size");
    }
    return PyFloat.of(
        product(in, 0, wanted, in.count()) / product(wanted, 0, wanted, in.count()));
  }

  @Function("findmax(fragment, length, /)")
  static PyObject findMax(PyObject fragment, long length) {
    Samples in = evenSized(fragment);
    if (length < 0 || in.count() < length) {
      throw Samples.error("Input sample should be longer");
    }
    int count = (int) length;
    double energy = 0;
    for (int i = 0; i < count; i++) {
      energy += square(in.get(i));
    }
    double best = energy;
    int bestPlace = 0;
    for (int place = 1; place <= in.count() - count && count > 0; place++) {
      energy += square(in.get(place + count - 1)) - square(in.get(place - 1));
      if (energy > best) {
        best = energy;
        bestPlace = place;
      }
    }
    return PyLong.of(bestPlace);
  }
}

package org.krait.stdlib.audio;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** The code of Intel and DVI: four bits say how far the next sample is from the one that is expected. */
final class Adpcm {
  private static final int[] STEPS = {
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80,
    88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544,
    598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749,
    3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635,
    13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767
  };
  private static final int[] MOVES = {-1, -1, -1, -1, 2, 4, 6, 8};

  private int expected;
  private int step;

  Adpcm(PyObject state, String function) {
    if (state == PyNone.NONE) {
      return;
    }
    if (!(state instanceof PyTuple pair)) {
      throw Errors.typeError("state must be a tuple or None");
    }
    if (pair.size() != 2) {
      throw Errors.typeError("%s(): illegal state argument", function);
    }
    expected = number(pair.get(0));
    step = number(pair.get(1));
    if (expected < Short.MIN_VALUE || expected > Short.MAX_VALUE || step < 0 || step >= STEPS.length) {
      throw Errors.valueError("bad state");
    }
  }

  private static int number(PyObject value) {
    return org.krait.runtime.Arguments.toInt(value);
  }

  PyObject state() {
    return PyTuple.of(PyLong.of(expected), PyLong.of(step));
  }

  int encode(int sample) {
    int rest = Math.abs(sample - expected);
    int code = 0;
    int part = STEPS[step];
    for (int bit = 4; bit > 0; bit >>= 1) {
      if (rest >= part) {
        code |= bit;
        rest -= part;
      }
      part >>= 1;
    }
    code |= sample < expected ? 8 : 0;
    move(code, STEPS[step]);
    return code;
  }

  int decode(int code) {
    move(code, STEPS[step]);
    return expected;
  }

  private void move(int code, int size) {
    int distance = size >> 3;
    for (int bit = 4, part = size; bit > 0; bit >>= 1, part >>= 1) {
      distance += (code & bit) != 0 ? part : 0;
    }
    int next = (code & 8) != 0 ? expected - distance : expected + distance;
    expected = Math.clamp(next, Short.MIN_VALUE, Short.MAX_VALUE);
    step = Math.clamp(step + MOVES[code & 7], 0, STEPS.length - 1);
  }
}

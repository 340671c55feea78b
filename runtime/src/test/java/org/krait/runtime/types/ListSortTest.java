package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** {@code list.sort} is stable, for each of the ways in which keys are compared. */
class ListSortTest {
  private ThreadState before;

  @BeforeEach
  void enter() {
    before = ThreadState.enter(new Interpreter(java.util.List.of(), new Options()).mainThread());
  }

  @AfterEach
  void leave() {
    ThreadState.enter(before);
  }

  /** Pairs whose second part tells the old order; the key function looks at the first only. */
  private static void check(Random random, int length, boolean reverse, boolean floats) {
    PyObject[] pairs = new PyObject[length];
    int run = random.nextInt(20) + 1;
    for (int i = 0; i < length; i++) {
      int value = i % run == 0 ? random.nextInt(30) : i % run;
      pairs[i] = PyTuple.of(floats ? new PyFloat(value) : PyLong.of(value), PyLong.of(i));
    }
    PyObject[] wanted = pairs.clone();
    Comparator<PyObject> byKey =
        Comparator.comparingDouble(
            pair -> {
              PyObject key = ((PyTuple) pair).get(0);
              return key instanceof PyFloat f ? f.doubleValue() : ((PyLong) key).value;
            });
    Arrays.sort(wanted, reverse ? byKey.reversed() : byKey);
    PyObject[] keys = new PyObject[length];
    ListSort.sort(pairs, new FirstOf(), reverse);
    for (int i = 0; i < length; i++) {
      keys[i] = pairs[i];
      assertEquals(((PyTuple) wanted[i]).get(1), ((PyTuple) keys[i]).get(1));
    }
  }

  /** A key function. */
  private static final class FirstOf extends PyObject {
    @Override
    public org.krait.runtime.PyType type() {
      return PyTuple.TYPE;
    }

    @Override
    public PyObject call(PyObject pair) {
      return ((PyTuple) pair).get(0);
    }
  }

  @Test
  void equalKeysKeepTheirOrder() {
    Random random = new Random(7);
    for (int length = 0; length < 400; length += 7) {
      for (boolean reverse : new boolean[] {false, true}) {
        check(random, length, reverse, false);
        check(random, length, reverse, true);
      }
    }
  }

  @Test
  void refusedComparisonLeavesAllItems() {
    PyList list = PyList.of(PyLong.of(2), PyStr.of("a"), PyLong.of(1));
    assertThrows(PyException.class, () -> ListMethods.sort(list, null, false));
    assertEquals(3, list.size());
  }
}

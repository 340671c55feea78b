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

  /** What a kind of keys is made of. */
  private interface Keys {
    PyObject next(Random random);
  }

  private static PyStr text(Random random, String start, int letters, int length) {
    StringBuilder text = new StringBuilder(start);
    for (int i = random.nextInt(length + 1); i > 0; i--) {
      text.append((char) (random.nextInt(letters) * 97));
    }
    return PyStr.ofUnits(text.toString());
  }

  /** Ranks give what comparisons alone give. */
  @Test
  void ranksAndComparisonsAgree() {
    Keys[] kinds = {
      random -> PyLong.of(random.nextInt(9)),
      random -> PyLong.of(random.nextLong()),
      random -> PyInt.of(new java.math.BigInteger(random.nextInt(200), random).negate()),
      random -> new PyFloat(random.nextGaussian()),
      random -> random.nextBoolean() ? new PyFloat(-0.0) : new PyFloat(random.nextInt(3)),
      random -> random.nextBoolean() ? PyLong.of(random.nextInt(4)) : new PyFloat(random.nextInt(8) / 2.0),
      random -> text(random, "", 2, 4),
      random -> text(random, "beginning", 3, 12),
      random -> text(random, "x", 600, 6),
      random -> PyTuple.of(PyLong.of(random.nextInt(3)), text(random, "", 3, 3)),
      random -> PyTuple.of(text(random, "ab", 3, 12), PyLong.of(random.nextInt(3))),
      random -> PyTuple.of(new PyFloat(random.nextInt(2)), PyLong.of(random.nextInt(2)), PyLong.of(random.nextLong())),
    };
    Random random = new Random(11);
    for (Keys kind : kinds) {
      for (int length : new int[] {24, 100, 500}) {
        PyObject[] keys = new PyObject[length];
        java.util.Arrays.setAll(keys, i -> kind.next(random));
        PyObject[] places = new PyObject[length];
        java.util.Arrays.setAll(places, PyLong::of);
        for (boolean reverse : new boolean[] {false, true}) {
          PyObject[] ranked = keys.clone();
          PyObject[] rankedPlaces = places.clone();
          org.junit.jupiter.api.Assertions.assertTrue(
              RankedSort.sort(ranked, rankedPlaces, reverse, ListSort.kindOf(keys)));
          PyObject[] merged = keys.clone();
          PyObject[] mergedPlaces = places.clone();
          ListSort.merge(merged, mergedPlaces, reverse, ListSort.ANY);
          org.junit.jupiter.api.Assertions.assertArrayEquals(mergedPlaces, rankedPlaces);
          org.junit.jupiter.api.Assertions.assertArrayEquals(merged, ranked);
        }
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

package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.krait.runtime.PyObject;

/** Sets give their elements in CPython's order, and frozensets hash as there; figures from CPython 3.12.1. */
class SetOrderTest {
  private static PySet set(long... values) {
    PySet set = new PySet();
    for (long value : values) {
      set.add(PyLong.of(value));
    }
    return set;
  }

  private static List<Long> order(PySet set) {
    return Arrays.stream(set.toArray()).map(x -> ((PyLong) x).value).toList();
  }

  @Test
  void collidingElementsProbeNeighboursThenJump() {
    assertEquals(List.of(0L, 8L, 16L), order(set(0, 8, 16)));
    assertEquals(
        List.of(0L, 32L, 64L, 96L, 128L, 160L, 192L),
        order(set(0, 32, 64, 96, 128, 160, 192)));
  }

  @Test
  void newElementTakesTheLastPlaceLeftThatItPasses() {
    PySet set = set(0, 8, 16);
    set.remove(PyLong.of(0));
    set.remove(PyLong.of(8));
    set.add(PyLong.of(24));
    set.add(PyLong.of(32));
    assertEquals(List.of(32L, 24L, 16L), order(set));
  }

  @Test
  void changesKeepCountAndMembership() {
    PySet set = new PySet();
    for (int i = 0; i < 1000; i++) {
      assertTrue(set.add(PyLong.of(i * 7L)));
      assertFalse(set.add(PyLong.of(i * 7L)));
    }
    for (int i = 0; i < 1000; i += 2) {
      assertTrue(set.remove(PyLong.of(i * 7L)));
    }
    assertEquals(500, set.size());
    assertTrue(set.contains(PyLong.of(7)));
    assertFalse(set.contains(PyLong.of(14)));
  }

  @Test
  void membersAreFoundAmongManyPlacesThatWereLeft() {
    Random random = new Random(7);
    for (int range : new int[] {5, 20, 60, 300}) {
      PySet set = new PySet();
      Set<Long> expected = new HashSet<>();
      for (int i = 0; i < 20_000; i++) {
        long value = random.nextInt(2 * range) - range;
        PyLong key = PyLong.of(value);
        if (random.nextInt(3) == 0) {
          assertEquals(expected.add(value), set.add(key));
        } else if (random.nextInt(2) == 0) {
          assertEquals(expected.remove(value), set.remove(key));
        } else {
          assertEquals(expected.contains(value), set.contains(new PyFloat(value)));
        }
        assertEquals(expected.contains(-value), set.contains(PyLong.of(-value)));
        assertEquals(expected.contains(value + 1), set.elements().contains(value + 1));
      }
    }
  }

  @Test
  void hashesAreCPythons() {
    PyObject[] items = {PyLong.of(1), PyLong.of(2), PyLong.of(3)};
    assertEquals(-272375401224217160L, PyFrozenSet.of(items).hashValue());
    TupleHash hash = new TupleHash();
    hash.add(1);
    hash.add(2);
    hash.add(3);
    assertEquals(529344067295497451L, hash.ofTuple(3));
  }
}

package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code dict} against Java's {@link LinkedHashMap}. */
class DictTest {
  private static void assertSame(Map<Long, Long> wanted, PyDict dict) {
    assertEquals(wanted.size(), dict.size());
    var entries = dict.entryList().iterator();
    for (var one : wanted.entrySet()) {
      PyDict.Entry entry = entries.next();
      assertEquals(one.getKey(), ((PyLong) entry.key()).value);
      assertEquals(one.getValue(), ((PyLong) entry.value()).value);
    }
  }

  @Test
  void keepsOrderThroughAllChanges() {
    Random random = new Random(11);
    PyDict dict = new PyDict();
    Map<Long, Long> map = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(300);
      if (random.nextInt(3) == 0) {
        Long old = map.remove(key);
        assertEquals(old == null, dict.remove(PyLong.of(key)) == null);
      } else {
        map.put(key, (long) i);
        dict.put(PyLong.of(key), PyLong.of(i));
      }
    }
    assertSame(map, dict);
    assertSame(map, dict.copy());
  }

  @Test
  void takingTheLastItemAgainAndAgainFillsNoTable() {
    PyDict dict = new PyDict();
    for (int i = 0; i < 10_000; i++) {
      dict.put(PyLong.of(i), PyLong.ONE);
      assertEquals(PyLong.of(i).value, ((PyLong) dict.removeLast().key()).value);
    }
    assertNull(dict.get(PyLong.of(5)));
    assertNull(dict.removeLast());
  }

  @Test
  void movesToBothEnds() {
    PyDict dict = new PyDict();
    for (int i = 0; i < 5; i++) {
      dict.put(PyStr.of("k" + i), PyLong.of(i));
    }
    assertTrue(dict.move(PyStr.of("k1"), true));
    assertTrue(dict.move(PyStr.of("k3"), false));
    assertFalse(dict.move(PyStr.of("k9"), true));
    assertEquals("k3", dict.removeFirst().key().toString());
    assertEquals("k1", dict.removeLast().key().toString());
    assertEquals("k0", dict.removeFirst().key().toString());
  }
}

package org.krait.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.constants.Constant;

class IndexTableTest {
  @Test
  void numbersFollowFirstUse() {
    IndexTable<String> table = new IndexTable<>();
    assertEquals(0, table.add("b"));
    assertEquals(1, table.add("a"));
    assertEquals(0, table.add("b"));
    assertEquals(List.of("b", "a"), table.values());
    assertEquals(1, table.indexOf("a"));
    assertFalse(table.contains("c"));
  }

  @Test
  void constantsOfDifferentTypesStayApart() {
    IndexTable<Constant> table = new IndexTable<>();
    table.add(Constant.Int.of(1));
    assertEquals(1, table.add(Constant.Singleton.TRUE));
    assertEquals(2, table.add(new Constant.Float(1)));
    assertEquals(3, table.add(new Constant.Float(-0.0)));
    assertEquals(4, table.add(new Constant.Float(0.0)));
    assertEquals(3, table.add(new Constant.Float(-0.0)));
  }

  @Test
  void growsWithoutLosingAnything() {
    IndexTable<Integer> table = new IndexTable<>();
    for (int i = 0; i < 10_000; i++) {
      assertEquals(i, table.add(i * 64));
    }
    for (int i = 0; i < 10_000; i++) {
      assertEquals(i, table.indexOf(i * 64));
    }
  }
}

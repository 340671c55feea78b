package org.krait.generators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.krait.generators.SpecialTable.Row;

class SpecialTableTest {
  private static List<String> lines() throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(SpecialTable.class.getResourceAsStream("special.slots")))) {
      return reader.lines().toList();
    }
  }

  @Test
  void twoSlotsMayShareANameAndANameMayShareASlot() throws IOException {
    SpecialTable table = SpecialTable.read("special.slots", lines());
    assertEquals(
        List.of("concat", "add"), table.named("__add__").stream().map(Row::slot).toList());
    assertEquals(
        List.of("lt", "le", "eq", "ne", "gt", "ge"),
        table.sharing(table.slot("compare")).stream().map(Row::slot).toList());
    assertNull(table.slot("enter").parameters());
  }

  @Test
  void keywordsOfJavaAreEvaded() throws IOException {
    SpecialTable table = SpecialTable.read("special.slots", lines());
    assertEquals("int_", table.slot("int").javaName());
    assertEquals("index", table.slot("index").javaName());
  }

  @Test
  void generatedClassesHaveAMethodForEverySlot() throws IOException {
    Map<String, String> sources = new HashMap<>();
    new SlotsGenerator().generate("special.slots", lines(), "p", sources::put);
    assertTrue(sources.get("TypeSlots").contains("public PyObject getitem(PyObject self, PyObject key)"));
    assertTrue(sources.get("TypeSlots").contains("throw Errors.missingSlot(Special.GETITEM, self)"));
    assertTrue(sources.get("HeapSlots").contains("SpecialCalls.call1(f, self, key)"));
    assertTrue(sources.get("SlotCalls").contains("case Special.GE -> {"));
    assertTrue(sources.get("Special").contains("public static final int ANEXT = "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "len", "len __len__ X->O ERR call (/)", "len __len__ ->Q ERR call (/)", "lt __lt__ =compare",
        "len __len__ ->L SOMETIMES call (/)"
      })
  void malformedRowsAreReportedWithTheirLine(String row) {
    TableException failure =
        assertThrows(TableException.class, () -> SpecialTable.read("t.slots", List.of("# head", row)));
    assertTrue(failure.getMessage().startsWith("t.slots:2: "), failure.getMessage());
  }
}

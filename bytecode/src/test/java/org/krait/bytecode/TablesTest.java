package org.krait.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static String entries(LocationTable table) {
    List<String> entries = new ArrayList<>();
    while (table.next()) {
      entries.add(
          "%d-%d %d:%d-%d:%d"
              .formatted(
                  table.start(),
                  table.end(),
                  table.line(),
                  table.column(),
                  table.endLine(),
                  table.endColumn()));
    }
    return String.join(", ", entries);
  }

  @Test
  void everyFormOfLocationComesBack() {
    LocationTableWriter writer = new LocationTableWriter(10);
    writer.add(1, 10, 10, 4, 9); // short
    writer.add(2, 10, 10, 4, 9); // joins the one before
    writer.add(1, 12, 12, 100, 120); // one line, two further
    writer.add(1, 500, 500, -1, -1); // no columns
    writer.add(1, -1, -1, -1, -1); // none
    writer.add(20, 3, 7, 0, 2000); // long, backwards, in three entries
    byte[] table = writer.toByteArray();
    assertEquals("8245", HexFormat.of().formatHex(table, 0, 2));
    LocationTable reader = new LocationTable(table, 10);
    assertEquals(
        "0-3 10:4-10:9, 3-4 12:100-12:120, 4-5 500:-1-500:-1, 5-6 -1:-1--1:-1, "
            + "6-14 3:0-7:2000, 14-22 3:0-7:2000, 22-26 3:0-7:2000",
        entries(reader));
    assertFalse(reader.isDamaged());
  }

  @Test
  void damagedLocationTablesEndEarly() {
    for (String hex : new String[] {"f0ff", "70", "8a", "f07fffffffffff", "8000f0"}) {
      LocationTable reader = new LocationTable(HexFormat.of().parseHex(hex), 1);
      while (reader.next()) {
        assertTrue(reader.end() > reader.start());
      }
      assertTrue(reader.isDamaged(), hex);
    }
  }

  @Test
  void exceptionTablesComeBack() {
    ExceptionTableWriter writer = new ExceptionTableWriter();
    writer.add(0, 1, 2, 0, false);
    writer.add(63, 64, 4095, 3, true);
    writer.add(4096, 300_000, 16_777_216, 40, true);
    ExceptionTable reader = new ExceptionTable(writer.toByteArray());
    List<String> entries = new ArrayList<>();
    while (reader.next()) {
      entries.add(
          reader.start() + "-" + reader.end() + ">" + reader.target() + " " + reader.depth()
              + reader.pushesLasti());
    }
    assertEquals(
        List.of("0-1>2 0false", "63-64>4095 3true", "4096-300000>16777216 40true"), entries);
    ExceptionTable again = new ExceptionTable(writer.toByteArray());
    assertTrue(ExceptionTable.find(again, 63));
    assertEquals(4095, again.target());
    assertFalse(ExceptionTable.find(new ExceptionTable(writer.toByteArray()), 64));
  }

  @Test
  void damagedExceptionTablesEndEarly() {
    for (String hex : new String[] {"01", "8001", "80ffffffffffff"}) {
      ExceptionTable reader = new ExceptionTable(HexFormat.of().parseHex(hex));
      assertFalse(reader.next());
      assertTrue(reader.isDamaged(), hex);
    }
  }
}

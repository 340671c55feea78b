package org.krait.generators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;

/** The table of special methods, read: what the rows of {@code special.slots} say. */
final class SpecialTable {
  /** What the base of all slots does where a type lacks the method. */
  enum Absent {
    OBJ,
    ERR,
    NI,
    NONE
  }

  /** What the slots of a class that a program defined do. */
  enum Heap {
    CALL,
    HAND,
    INHERIT,
    NONE
  }

  /**
   * One row.
   *
   * @param slot the first column
   * @param method the Python name, null where several share the slot
   * @param parameters the letters of the shape before the arrow; null for no slot
   * @param result the letter behind the arrow
   * @param sharedWith the slot of which this is a further name, or null
   * @param signature parameters as Python shows them, without self
   */
  record Row(
      String slot,
      String method,
      String parameters,
      char result,
      Absent absent,
      Heap heap,
      String sharedWith,
      String signature) {

    boolean isSlot() {
      return parameters != null;
    }

    /** Whether the slot takes a whole call: arguments and keywords. */
    boolean takesCall() {
      return "A".equals(parameters);
    }

    String javaName() {
      return SourceVersion.isKeyword(slot) ? slot + "_" : slot;
    }

    /** The names of the parameters, with defaults left out. */
    List<String> parameterNames() {
      return Arrays.stream(signature.replaceAll("[()/*]|=\\w+", "").split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .toList();
    }

    String constant() {
      return slot.toUpperCase(Locale.ROOT);
    }
  }

  private static final String RESULTS = "OLZv";
  private static final String PARAMETERS = "ONLIA";

  private final String table;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private SpecialTable(String table) {
    this.table = table;
  }

  static SpecialTable read(String table, List<String> lines) {
    SpecialTable special = new SpecialTable(table);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        special.add(line.split("\\s+", 6), i + 1);
      }
    }
    return special;
  }

  /** All rows; the place of a row is its number. */
  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  List<Row> slots() {
    return rows.values().stream().filter(Row::isSlot).toList();
  }

  /** The rows that are called by a Python name: slots and further names of slots. */
  List<Row> wrapped() {
    return rows.values().stream()
        .filter(row -> row.method() != null && (row.isSlot() || row.sharedWith() != null))
        .toList();
  }

  /** The row of a slot, null when there is none. */
  Row slot(String name) {
    return rows.get(name);
  }

  /** The rows of slots that have this Python name. */
  List<Row> named(String method) {
    return slots().stream().filter(row -> method.equals(row.method())).toList();
  }

  /** The further names of a slot. */
  List<Row> sharing(Row slot) {
    List<Row> sharers = new ArrayList<>(rows.values());
    sharers.removeIf(row -> !slot.slot().equals(row.sharedWith()));
    return sharers;
  }

  private void add(String[] columns, int line) {
    if (columns.length < 3) {
      throw new TableException(table, line, "slot, method and shape are needed");
    }
    String shape = columns[2];
    String shared = shape.startsWith("=") ? shape.substring(1) : null;
    int arrow = shape.indexOf("->");
    if (shared != null ? !rows.containsKey(shared) : arrow < 0 && !shape.equals("-")) {
      throw new TableException(table, line, "no such shape: " + shape);
    }
    if (arrow >= 0) {
      check(shape.substring(0, arrow), PARAMETERS, line);
      check(shape.substring(arrow + 2), RESULTS, line);
    }
    Row row =
        new Row(
            columns[0],
            columns[1].equals("-") ? null : columns[1],
            arrow < 0 ? null : shape.substring(0, arrow),
            arrow < 0 ? '-' : shape.charAt(shape.length() - 1),
            value(Absent.class, columns, 3, line),
            value(Heap.class, columns, 4, line),
            shared,
            columns.length > 5 ? columns[5] : "");
    if (row.isSlot() && !row.takesCall() && row.parameterNames().size() != row.parameters().length()) {
      throw new TableException(table, line, "the parameters do not fit the shape");
    }
    if (rows.put(row.slot(), row) != null) {
      throw new TableException(table, line, "a second row for " + row.slot());
    }
  }

  private void check(String letters, String allowed, int line) {
    for (char letter : letters.toCharArray()) {
      if (allowed.indexOf(letter) < 0) {
        throw new TableException(table, line, "no such letter in a shape: " + letter);
      }
    }
  }

  private <E extends Enum<E>> E value(Class<E> kind, String[] columns, int column, int line) {
    String text = columns.length > column ? columns[column] : "-";
    try {
      return Enum.valueOf(kind, text.equals("-") ? "NONE" : text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TableException(table, line, "no such " + kind.getSimpleName() + ": " + text);
    }
  }
}

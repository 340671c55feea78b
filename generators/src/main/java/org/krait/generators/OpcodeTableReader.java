package org.krait.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads an instruction table; its notation is explained at the head of the table itself. */
final class OpcodeTableReader {
  /** One kind of stack item, repeated {@code count} times (an expression of the operand n). */
  record Item(String kind, String count) {}

  /** What an instruction looks at, takes and puts, each from the deepest item to the top. */
  record Effect(List<Item> looked, List<Item> taken, List<Item> put) {}

  /**
   * An instruction of the sections real and pseudo; its effect is null if the table of the operand
   * has it.
   */
  record Instruction(
      int number,
      String name,
      String operand,
      Effect effect,
      Effect jumpEffect,
      Set<String> flags,
      String disEffect) {}

  /** A specialised or instrumented form of another instruction; its effect: base, none or a number. */
  record Form(int number, String name, String base, String effect) {}

  /** A field of an instruction's inline cache, in code units. */
  record CacheField(String name, int units) {}

  /** A value of an operand: {@code 0 NB_ADD +}; what follows the name is a symbol or an effect. */
  record OperandValue(int number, String name, String rest) {}

  private static final Set<String> KINDS =
      Set.of(
          "any", "null", "maybe", "iter", "exc", "info", "lasti", "cell", "code", "list", "set",
          "dict", "tuple", "_", "nth");
  private static final Set<String> OPERANDS =
      Set.of(
          "-", "const", "name", "local", "free", "fwd", "back", "jump", "compare", "binary",
          "intrinsic1", "intrinsic2", "int");
  private static final Set<String> FLAGS = Set.of("exit", "goto", "never", "exc", "quiet");
  private static final Set<String> VALUE_SECTIONS =
      Set.of("binary", "compare", "intrinsic1", "intrinsic2");

  final List<Instruction> real = new ArrayList<>();
  final List<Instruction> pseudo = new ArrayList<>();
  final List<Form> specialised = new ArrayList<>();
  final List<Form> instrumented = new ArrayList<>();
  final Map<String, List<CacheField>> caches = new TreeMap<>();
  final Map<String, List<OperandValue>> values = new TreeMap<>();

  private final String table;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private int line;

  OpcodeTableReader(String table, List<String> lines) {
    this.table = table;
    String section = "";
    for (String text : lines) {
      line++;
      if (text.startsWith("[")) {
        section = text.substring(1, text.length() - 1);
      } else if (!text.isBlank() && !text.startsWith("#")) {
        readRow(section, text.strip());
      }
    }
  }

  private void readRow(String section, String row) {
    switch (section) {
      case "real" -> real.add(readInstruction(row));
      case "pseudo" -> pseudo.add(readInstruction(row));
      case "specialised" -> specialised.add(readForm(row + " base"));
      case "instrumented" -> instrumented.add(readForm(row));
      case "caches" -> readCaches(row.split(" +"));
      default -> readValue(section, row.split(" +", 3));
    }
  }

  private void readCaches(String[] columns) {
    if (!numbers.containsKey(columns[0]) || caches.containsKey(columns[0])) {
      throw fault("no instruction or twice: " + columns[0]);
    }
    List<CacheField> fields = new ArrayList<>();
    for (int i = 1; i < columns.length; i++) {
      String[] parts = columns[i].split("\\*", 2);
      fields.add(new CacheField(parts[0], parts.length > 1 ? number(parts[1]) : 1));
    }
    caches.put(columns[0], fields);
  }

  private void readValue(String section, String[] columns) {
    if (!VALUE_SECTIONS.contains(section) || columns.length < 2) {
      throw fault("no section [" + section + "] for this row");
    }
    List<OperandValue> rows = values.computeIfAbsent(section, s -> new ArrayList<>());
    if (number(columns[0]) != rows.size()) {
      throw fault("operand values count from 0 without a gap");
    }
    rows.add(
        new OperandValue(rows.size(), columns[1], columns.length > 2 ? columns[2] : ""));
  }

  private Form readForm(String row) {
    String[] columns = row.split(" +");
    if (columns.length < 4 || !numbers.containsKey(columns[2])) {
      throw fault("expected: number NAME base effect");
    }
    if (!columns[3].matches("base|none|-?\\d+")) {
      throw fault("no effect: " + columns[3]);
    }
    return new Form(define(columns), columns[1], columns[2], columns[3]);
  }

  private Instruction readInstruction(String row) {
    String[] head = row.split(" +", 4);
    if (head.length < 4) {
      throw fault("expected: number NAME operand effect");
    }
    checkOperand(head[2]);
    String[] parts = head[3].split(";", 2);
    String[] paths = parts[0].split(" / ", 2);
    Effect effect = readEffect(paths[0]);
    Effect jumpEffect = paths.length > 1 ? readEffect(paths[1]) : effect;
    String disEffect = "";
    Set<String> flags = new java.util.TreeSet<>();
    for (String flag : words(parts.length > 1 ? parts[1] : "")) {
      if (flag.startsWith("dis=")) {
        disEffect = flag.substring(4);
      } else if (!FLAGS.contains(flag) || !flags.add(flag)) {
        throw fault("no flag or twice: " + flag);
      }
    }
    int number = define(head);
    return new Instruction(
        number, head[1], head[2], effect, jumpEffect, flags, disEffect);
  }

  private void checkOperand(String operand) {
    String kind = operand.replaceFirst("/\\d$", "");
    if (!OPERANDS.contains(kind) && !kind.matches("\\d+\\.\\.\\d*")) {
      throw fault("no operand kind: " + operand);
    }
  }

  private int define(String[] columns) {
    int number = number(columns[0]);
    if (numbers.containsValue(number) || numbers.put(columns[1], number) != null) {
      throw fault("twice: " + columns[0] + " " + columns[1]);
    }
    return number;
  }

  /** The effects of a function that an instruction calls by number. */
  Effect effectOf(OperandValue function) {
    return readEffect(function.rest());
  }

  private Effect readEffect(String text) {
    if (text.strip().equals("*")) {
      return null;
    }
    int arrow = text.indexOf("--");
    if (arrow < 0) {
      throw fault("an effect needs --");
    }
    String inputs = text.substring(0, arrow);
    int bar = inputs.indexOf('|');
    return new Effect(
        readItems(bar < 0 ? "" : inputs.substring(0, bar)),
        readItems(inputs.substring(bar + 1)),
        readItems(text.substring(arrow + 2)));
  }

  private List<Item> readItems(String text) {
    List<Item> items = new ArrayList<>();
    for (String word : words(text)) {
      String[] parts = word.split("\\*", 2);
      if (!KINDS.contains(parts[0])) {
        throw fault("no kind of stack item: " + word);
      }
      items.add(new Item(parts[0], parts.length > 1 ? expression(parts[1]) : "1"));
    }
    return List.copyOf(items);
  }

  /** Checks that the expression is one and makes it Java. */
  private String expression(String text) {
    if (!text.replaceAll("min|max", "").matches("[n0-9()+*&>=?:,-]+")) {
      throw fault("no expression of n: " + text);
    }
    return text.replaceAll("(min|max)", "Math.$1");
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }

  private int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw fault("no number: " + text);
    }
  }

  private TableException fault(String message) {
    return new TableException(table, line, message);
  }
}

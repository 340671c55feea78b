package org.krait.generators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.krait.generators.OpcodeTableReader.CacheField;
import org.krait.generators.OpcodeTableReader.Effect;
import org.krait.generators.OpcodeTableReader.Form;
import org.krait.generators.OpcodeTableReader.Instruction;
import org.krait.generators.OpcodeTableReader.Item;
import org.krait.generators.OpcodeTableReader.OperandValue;

/**
 * Makes of an instruction table the constants {@code Opcodes}, the arrays {@code OpcodeData} and
 * the stack effects {@code StackEffects}.
 */
final class OpcodeGenerator implements TableGenerator {
  /** Real instructions are bytes; the pseudo ones follow from 256. */
  private static final int REAL_OPCODES = 256;

  /** Bits of OpcodeData.FLAGS beside those of the flags in the table. */
  private static final int PSEUDO = 1 << 5;

  private static final int SPECIALISED = 1 << 6;
  private static final int INSTRUMENTED = 1 << 7;

  @Override
  public void generate(String table, List<String> lines, String packageName, Output output)
      throws IOException {
    OpcodeTableReader rows = new OpcodeTableReader(table, lines);
    String head = "// Generated from " + table + ".\npackage " + packageName + ";\n\n";
    output.write("Opcodes", head + constants(rows));
    output.write("OpcodeData", head + data(rows));
    output.write("StackEffects", head + effects(rows));
  }

  private static String constants(OpcodeTableReader rows) {
    StringBuilder out = new StringBuilder();
    out.append("/** The numbers of the instructions of CPython 3.12 and of their operands. */\n");
    out.append("public final class Opcodes {\n");
    forEachName(rows, (number, name) -> constant(out, name, number));
    for (List<OperandValue> values : rows.values.values()) {
      values.forEach(v -> constant(out, v.name(), v.number()));
    }
    return out.append("\n  private Opcodes() {}\n}\n").toString();
  }

  private static void constant(StringBuilder out, String name, int number) {
    out.append("  public static final int ").append(name).append(" = ").append(number).append(";\n");
  }

  @FunctionalInterface
  private interface NameSink {
    void accept(int number, String name);
  }

  private static void forEachName(OpcodeTableReader rows, NameSink sink) {
    rows.real.forEach(i -> sink.accept(i.number(), i.name()));
    rows.pseudo.forEach(i -> sink.accept(i.number(), i.name()));
    rows.specialised.forEach(f -> sink.accept(f.number(), f.name()));
    rows.instrumented.forEach(f -> sink.accept(f.number(), f.name()));
  }

  // OpcodeData: arrays indexed by opcode.

  private static String data(OpcodeTableReader rows) {
    List<Instruction> instructions = instructions(rows);
    int size = 1 + instructions.stream().mapToInt(Instruction::number).max().orElse(-1);
    size = Math.max(size, REAL_OPCODES);
    String[] names = new String[size];
    forEachName(rows, (number, name) -> names[number] = '"' + name + '"');
    int[] base = new int[size];
    int[] caches = new int[size];
    String[] cacheFields = new String[size];
    int[] flags = new int[size];
    String[] operands = new String[size];
    int[] shifts = new int[size];
    int[] low = new int[size];
    int[] high = new int[size];
    for (Instruction i : instructions) {
      int op = i.number();
      base[op] = op;
      List<CacheField> fields = rows.caches.getOrDefault(i.name(), List.of());
      caches[op] = fields.stream().mapToInt(CacheField::units).sum();
      cacheFields[op] = fields(fields);
      flags[op] = flags(i, op >= REAL_OPCODES);
      operands[op] = operand(i.operand());
      shifts[op] = i.operand().matches(".*/\\d") ? i.operand().charAt(i.operand().length() - 1) - '0' : 0;
      range(i.operand(), op, low, high);
    }
    List<Form> forms = new ArrayList<>(rows.specialised);
    forms.addAll(rows.instrumented);
    for (Form form : forms) {
      int op = form.number();
      int of = find(instructions, form.base()).number();
      base[op] = of;
      caches[op] = caches[of];
      cacheFields[op] = cacheFields[of];
      operands[op] = operands[of];
      shifts[op] = shifts[of];
      low[op] = low[of];
      high[op] = high[of];
      flags[op] = flags[of] | (rows.specialised.contains(form) ? SPECIALISED : INSTRUMENTED);
    }
    StringBuilder out = new StringBuilder("/** What the instruction table says, by opcode. */\n");
    out.append("final class OpcodeData {\n");
    array(out, "String", "NAME", names, "null");
    array(out, "short", "BASE", base);
    array(out, "byte", "CACHES", caches);
    array(out, "String", "CACHE_FIELDS", cacheFields, "\"\"");
    array(out, "short", "FLAGS", flags);
    array(out, "OperandKind", "OPERAND", operands, "OperandKind.NONE");
    array(out, "byte", "SHIFT", shifts);
    array(out, "int", "LOW", low);
    array(out, "int", "HIGH", high);
    for (var section : rows.values.entrySet()) {
      String constant = section.getKey().toUpperCase(Locale.ROOT);
      array(out, "String", constant + "_NAME", quoted(section.getValue(), OperandValue::name), "");
      if (!section.getKey().startsWith("intrinsic")) {
        String[] symbols = quoted(section.getValue(), OperandValue::rest);
        array(out, "String", constant + "_SYMBOL", symbols, "");
      }
    }
    return out.append("\n  private OpcodeData() {}\n}\n").toString();
  }

  /** The fields as one string, {@code counter*1 version*2}. */
  private static String fields(List<CacheField> fields) {
    return fields.stream()
        .map(f -> f.name() + "*" + f.units())
        .collect(Collectors.joining(" ", "\"", "\""));
  }

  private static int flags(Instruction i, boolean pseudo) {
    List<String> bits = List.of("exit", "goto", "never", "exc", "quiet");
    int flags = pseudo ? PSEUDO : 0;
    for (String flag : i.flags()) {
      flags |= 1 << bits.indexOf(flag);
    }
    return flags;
  }

  private static String operand(String column) {
    return switch (column.replaceFirst("/\\d$", "")) {
      case "-" -> "OperandKind.NONE";
      case "fwd" -> "OperandKind.FORWARD";
      case "back" -> "OperandKind.BACKWARD";
      case String kind when kind.contains("..") -> "OperandKind.INT";
      case String kind -> "OperandKind." + kind.toUpperCase(Locale.ROOT);
    };
  }

  private static void range(String operand, int op, int[] low, int[] high) {
    int dots = operand.indexOf("..");
    low[op] = dots < 0 ? 0 : Integer.parseInt(operand.substring(0, dots));
    String last = dots < 0 ? "" : operand.substring(dots + 2);
    high[op] = last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
  }

  private static Instruction find(List<Instruction> instructions, String name) {
    return instructions.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  private static String[] quoted(
      List<OperandValue> values, java.util.function.Function<OperandValue, String> part) {
    return values.stream().map(v -> '"' + part.apply(v) + '"').toArray(String[]::new);
  }

  private static void array(StringBuilder out, String type, String name, int[] values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = Integer.toString(values[i]);
    }
    array(out, type, name, texts, "0");
  }

  private static void array(
      StringBuilder out, String type, String name, String[] values, String missing) {
    out.append("  static final ").append(type).append("[] ").append(name).append(" = {\n");
    for (String value : values) {
      out.append("    ").append(value == null ? missing : value).append(",\n");
    }
    out.append("  };\n");
  }

  private static List<Instruction> instructions(OpcodeTableReader rows) {
    List<Instruction> all = new ArrayList<>(rows.real);
    all.addAll(rows.pseudo);
    return all;
  }

  // StackEffects: switches over the opcode.

  private static String effects(OpcodeTableReader rows) {
    StringBuilder out = new StringBuilder();
    out.append("/** What instructions do to the operand stack. */\n");
    out.append("public final class StackEffects {\n");
    out.append("  /** Follows one instruction: items come from the top of the stack downwards. */\n");
    out.append("  public interface Follower {\n");
    out.append("    /** Takes {@code count} items of a kind from the top. */\n");
    out.append("    void take(StackKind kind, int count);\n\n");
    out.append("    /** Looks at the next {@code count} items below, which stay. */\n");
    out.append("    void look(StackKind kind, int count);\n\n");
    out.append("    /** Puts {@code count} items on top. */\n");
    out.append("    void put(StackKind kind, int count);\n");
    out.append("  }\n\n");
    method(
        out,
        "/** The growth of the stack as dis reckons it, or INVALID. */",
        "int net(int op, int n, boolean jump)",
        () -> netCases(out, rows),
        "OpcodeTable.INVALID");
    out.append("  /** Shows {@code f} what an instruction with the operand n does. */\n");
    out.append("  public static void follow(int op, int n, boolean jump, Follower f) {\n");
    out.append("    switch (op) {\n");
    instructions(rows).forEach(i -> followCase(out, rows, i));
    out.append("      default -> throw new IllegalArgumentException(\"opcode \" + op);\n");
    return out.append("    }\n  }\n\n  private StackEffects() {}\n}\n").toString();
  }

  private static void method(
      StringBuilder out, String comment, String signature, Runnable cases, String otherwise) {
    out.append("  ").append(comment).append("\n  static ").append(signature).append(" {\n");
    out.append("    return switch (op) {\n");
    cases.run();
    out.append("      default -> ").append(otherwise).append(";\n    };\n  }\n\n");
  }

  private static void netCases(StringBuilder out, OpcodeTableReader rows) {
    List<Instruction> instructions = instructions(rows);
    Consumer<String> line = text -> out.append("      ").append(text).append(";\n");
    instructions.forEach(i -> line.accept("case " + i.number() + " -> " + net(rows, i)));
    for (Form form : rows.instrumented) {
      if (!form.effect().equals("none")) {
        String effect =
            form.effect().equals("base") ? net(rows, find(instructions, form.base())) : form.effect();
        line.accept("case " + form.number() + " -> " + effect);
      }
    }
  }

  private static String net(OpcodeTableReader rows, Instruction i) {
    if (i.effect() == null) {
      // Functions called by number all take and give the same number of values.
      return net(rows.effectOf(rows.values.get(i.operand()).getFirst()));
    }
    if (!i.disEffect().isEmpty()) {
      return i.disEffect();
    }
    String straight = net(i.effect());
    String jumping = net(i.jumpEffect());
    return straight.equals(jumping) ? straight : "jump ? " + jumping + " : " + straight;
  }

  /** Adds up the items: first the plain ones as a number, then the repeated ones. */
  private static String net(Effect effect) {
    int plain = 0;
    StringBuilder sum = new StringBuilder();
    for (Item item : effect.put()) {
      if (item.count().equals("1")) {
        plain++;
      } else {
        sum.append(" + (").append(item.count()).append(')');
      }
    }
    for (Item item : effect.taken()) {
      if (item.count().equals("1")) {
        plain--;
      } else {
        sum.append(" - (").append(item.count()).append(')');
      }
    }
    return plain + sum.toString();
  }

  private static void followCase(StringBuilder out, OpcodeTableReader rows, Instruction i) {
    if (i.effect() == null) {
      followFunctions(out, rows, i);
      return;
    }
    String straight = follow(i.effect());
    String jumping = follow(i.jumpEffect());
    out.append("      case ").append(i.number()).append(" -> {\n");
    if (straight.equals(jumping)) {
      out.append(straight);
    } else {
      out.append("        if (jump) {\n").append(jumping).append("        } else {\n");
      out.append(straight).append("        }\n");
    }
    out.append("      }\n");
  }

  private static void followFunctions(StringBuilder out, OpcodeTableReader rows, Instruction i) {
    out.append("      case ").append(i.number()).append(" -> {\n        switch (n) {\n");
    for (OperandValue function : rows.values.get(i.operand())) {
      out.append("        case ").append(function.number()).append(" -> {\n");
      out.append(follow(rows.effectOf(function))).append("        }\n");
    }
    out.append("          default -> throw new IllegalArgumentException(\"function \" + n);\n");
    out.append("        }\n      }\n");
  }

  private static String follow(Effect effect) {
    return calls("take", effect.taken().reversed())
        + calls("look", effect.looked().reversed())
        + calls("put", effect.put());
  }

  private static String calls(String method, List<Item> items) {
    return items.stream()
        .map(
            item ->
                "          f."
                    + method
                    + "(StackKind."
                    + (item.kind().equals("_") ? "UNSEEN" : item.kind().toUpperCase(Locale.ROOT))
                    + ", "
                    + item.count()
                    + ");\n")
        .collect(Collectors.joining());
  }
}

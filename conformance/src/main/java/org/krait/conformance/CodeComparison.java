package org.krait.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.CodeReader;
import org.krait.bytecode.Disassembler;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.LocationTable;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;

/**
 * Compares two code objects in every field, nested ones too, and says in words what differs.
 *
 * <p>A code object counts as identical when its own fields are, whatever is nested in it, so that
 * one wrong function does not hide the rest of its module.
 */
final class CodeComparison {
  /**
   * What differs.
   *
   * @param qualname the code object
   * @param field its field
   * @param detail expected and actual
   */
  record Difference(String qualname, String field, String detail) {}

  private final String[] sourceLines;
  private final List<Difference> differences = new ArrayList<>();
  private int total;
  private int identical;

  CodeComparison(CodeObject expected, CodeObject actual, String source) {
    sourceLines = source.split("\r\n|\r|\n", -1);
    compare(expected, actual);
  }

  List<Difference> differences() {
    return differences;
  }

  /** How many code objects are expected. */
  int total() {
    return total;
  }

  /** How many of them are as expected. */
  int identical() {
    return identical;
  }

  private void compare(CodeObject expected, CodeObject actual) {
    int before = differences.size();
    total++;
    compareFields(expected, actual);
    if (differences.size() == before) {
      identical++;
    }
    for (int i = 0; i < expected.constants().size(); i++) {
      if (expected.constants().get(i) instanceof CodeObject inner) {
        if (i < actual.constants().size()
            && actual.constants().get(i) instanceof CodeObject counterpart) {
          compare(inner, counterpart);
        } else {
          total += CheckBytecode.nested(inner).size();
        }
      }
    }
  }

  private void compareFields(CodeObject e, CodeObject a) {
    field(e, "co_name", e.name(), a.name());
    field(e, "co_qualname", e.qualname(), a.qualname());
    field(e, "co_filename", e.filename(), a.filename());
    field(e, "co_argcount", e.argCount(), a.argCount());
    field(e, "co_posonlyargcount", e.posOnlyArgCount(), a.posOnlyArgCount());
    field(e, "co_kwonlyargcount", e.kwOnlyArgCount(), a.kwOnlyArgCount());
    field(e, "co_flags", Integer.toHexString(e.flags()), Integer.toHexString(a.flags()));
    field(e, "co_firstlineno", e.firstLineNumber(), a.firstLineNumber());
    items(e, "co_localsplusnames", e.localsPlusNames(), a.localsPlusNames());
    field(
        e,
        "co_localspluskinds",
        Arrays.toString(e.localsPlusKinds()),
        Arrays.toString(a.localsPlusKinds()));
    items(e, "co_names", e.names(), a.names());
    items(e, "co_consts", constants(e), constants(a));
    instructions(e, a);
    field(e, "co_stacksize", e.stackSize(), a.stackSize());
    lineTable(e, a);
    exceptionTable(e, a);
  }

  private void field(CodeObject code, String field, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      add(code, field, "expected " + expected + ", got " + actual);
    }
  }

  private void add(CodeObject code, String field, String detail) {
    differences.add(new Difference(code.qualname(), field, detail));
  }

  private void items(CodeObject code, String field, List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Object left = i < expected.size() ? expected.get(i) : "nothing";
      Object right = i < actual.size() ? actual.get(i) : "nothing";
      if (!left.equals(right)) {
        add(code, field, "[" + i + "] expected " + shown(left) + ", got " + shown(right));
        return;
      }
    }
  }

  private static String shown(Object value) {
    return value instanceof Constant c ? ConstantRepr.of(c) : value.toString();
  }

  /** The constants with a mark in place of each code object. */
  private static List<Object> constants(CodeObject code) {
    List<Object> constants = new ArrayList<>();
    for (Constant constant : code.constants()) {
      constants.add(constant instanceof CodeObject inner ? "<code " + inner.name() + ">" : constant);
    }
    return constants;
  }

  private void instructions(CodeObject e, CodeObject a) {
    if (Arrays.equals(e.code(), a.code())) {
      return;
    }
    CodeReader expected = new CodeReader(e.code());
    CodeReader actual = new CodeReader(a.code());
    boolean more = true;
    while (more) {
      boolean left = expected.next();
      boolean right = actual.next();
      more = left && right;
      if (!more || expected.opcode() != actual.opcode() || expected.arg() != actual.arg()) {
        int offset = left ? expected.offset() : e.code().length;
        int line = LocationTable.lineAt(e, Math.min(offset, e.code().length - 2) / 2);
        add(
            e,
            "co_code",
            "line %d: %s%n      expected %s%n      got      %s"
                .formatted(line, sourceLine(line), instruction(e, left ? expected.offset() : -1),
                    instruction(a, right ? actual.offset() : -1)));
        return;
      }
    }
    add(e, "co_code", "inline caches differ");
  }

  private String sourceLine(int line) {
    return line > 0 && line <= sourceLines.length ? sourceLines[line - 1].strip() : "";
  }

  /** The line of the disassembly that shows the instruction. */
  private static String instruction(CodeObject code, int offset) {
    String mark = " " + offset + " ";
    return Disassembler.disassemble(code)
        .lines()
        .map(line -> line.length() > 9 ? line.substring(line.lastIndexOf('>', 12) + 1) : line)
        .filter(line -> line.contains(mark) && line.strip().matches("(\\d+ +)?" + offset + " +[A-Z].*"))
        .findFirst()
        .map(String::strip)
        .orElse("the end");
  }

  private void lineTable(CodeObject e, CodeObject a) {
    if (Arrays.equals(e.lineTable(), a.lineTable())) {
      return;
    }
    List<String> expected = positions(e);
    List<String> actual = positions(a);
    for (int unit = 0; unit < Math.max(expected.size(), actual.size()); unit++) {
      String left = unit < expected.size() ? expected.get(unit) : "nothing";
      String right = unit < actual.size() ? actual.get(unit) : "nothing";
      if (!left.equals(right)) {
        add(
            e,
            "co_linetable",
            "%s%n      expected %s%n      got      %s"
                .formatted(instruction(e, 2 * unit), left, right));
        return;
      }
    }
    add(e, "co_linetable", "the same positions in other bytes");
  }

  private static List<String> positions(CodeObject code) {
    List<String> positions = new ArrayList<>();
    LocationTable at = new LocationTable(code);
    while (at.next()) {
      String text =
          "%d:%d-%d:%d".formatted(at.line(), at.column(), at.endLine(), at.endColumn());
      for (int unit = at.start(); unit < at.end(); unit++) {
        positions.add(text);
      }
    }
    return positions;
  }

  private void exceptionTable(CodeObject e, CodeObject a) {
    if (!Arrays.equals(e.exceptionTable(), a.exceptionTable())) {
      items(e, "co_exceptiontable", handlers(e), handlers(a));
    }
  }

  private static List<String> handlers(CodeObject code) {
    List<String> handlers = new ArrayList<>();
    ExceptionTable at = new ExceptionTable(code.exceptionTable());
    while (at.next()) {
      handlers.add(
          "%d to %d -> %d [%d]%s"
              .formatted(
                  2 * at.start(),
                  2 * at.end() - 2,
                  2 * at.target(),
                  at.depth(),
                  at.pushesLasti() ? " lasti" : ""));
    }
    return handlers;
  }
}

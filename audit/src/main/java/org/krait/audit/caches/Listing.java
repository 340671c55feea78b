package org.krait.audit.caches;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.CodeReader;
import org.krait.bytecode.LocationTable;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;

/** The instructions of a code object in words that do not depend on where they stand. */
final class Listing {
  /**
   * An instruction.
   *
   * @param text name and operand; without offsets and indices, so that equal ones have equal texts
   * @param line the line that it claims to come from; 0 for none
   */
  record Row(String text, int line) {}

  private static final int MAX_REPR = 200;

  private Listing() {}

  static List<Row> of(CodeObject code) {
    int[] lines = lines(code);
    List<Row> rows = new ArrayList<>();
    CodeReader reader = new CodeReader(code.code());
    while (reader.next()) {
      if (reader.base() == Opcodes.EXTENDED_ARG) {
        continue;
      }
      int unit = reader.offset() / 2;
      String name = OpcodeTable.name(reader.opcode());
      String operand = operand(code, reader);
      rows.add(
          new Row(
              operand.isEmpty() ? name : name + " " + operand,
              unit < lines.length ? lines[unit] : 0));
    }
    return rows;
  }

  private static int[] lines(CodeObject code) {
    int[] lines = new int[code.code().length / 2];
    LocationTable table = new LocationTable(code);
    while (table.next()) {
      for (int unit = table.start(); unit < Math.min(table.end(), lines.length); unit++) {
        lines[unit] = Math.max(table.line(), 0);
      }
    }
    return lines;
  }

  private static String operand(CodeObject code, CodeReader at) {
    int arg = at.arg();
    return switch (OpcodeTable.operandKind(at.base())) {
      case CONST ->
          arg >= 0 && arg < code.constants().size() ? repr(code.constants().get(arg)) : "?";
      case NAME -> item(code.names(), arg >> OpcodeTable.operandShift(at.base()));
      case LOCAL, FREE -> item(code.localsPlusNames(), arg);
      case FORWARD -> "forward";
      case BACKWARD -> "backward";
      case COMPARE -> item(OpcodeTable.comparisons(), arg >> 4);
      case BINARY -> item(OpcodeTable.binaryOperators(), arg);
      case INTRINSIC1 -> item(OpcodeTable.intrinsics1(), arg);
      case INTRINSIC2 -> item(OpcodeTable.intrinsics2(), arg);
      case INT -> Integer.toString(arg);
      case NONE, JUMP -> "";
    };
  }

  private static String item(List<String> items, int index) {
    return index >= 0 && index < items.size() ? items.get(index) : "?";
  }

  /** The text of a constant, shortened. */
  static String repr(Constant constant) {
    if (constant instanceof Constant.Str s && s.text().length() > MAX_REPR) {
      return ConstantRepr.of(Constant.Str.of(s.text().substring(0, MAX_REPR - 10)))
          + "… (" + s.text().length() + " characters)";
    }
    if (constant instanceof Constant.Bytes b && b.value().length > MAX_REPR) {
      return ConstantRepr.of(new Constant.Bytes(java.util.Arrays.copyOf(b.value(), 60)))
          + "… (" + b.value().length + " bytes)";
    }
    String text =
        ConstantRepr.of(
            constant,
            foreign -> foreign instanceof CodeObject c ? "<code " + c.name() + ">" : "?");
    return text.length() > MAX_REPR ? text.substring(0, MAX_REPR - 1) + "…" : text;
  }
}

package org.krait.bytecode;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;

/**
 * Prints a code object as Python's {@code dis.dis} does, but for addresses: a code object among the
 * constants reads {@code <code object f, file "m.py", line 1>}.
 *
 * <p>It prints any code object; an operand that points nowhere prints as {@code ?}.
 */
public final class Disassembler {
  private static final String[] CONVERSIONS = {"", "str", "repr", "ascii"};
  private static final String[] FUNCTION_PARTS = {"defaults", "kwdefaults", "annotations", "closure"};

  private final CodeObject code;
  private final boolean showCaches;
  private final StringBuilder out;
  private final Map<Integer, Integer> lineStarts = new HashMap<>();
  private final BitSet labels = new BitSet();
  private int lineWidth;
  private int offsetWidth;

  private Disassembler(CodeObject code, boolean showCaches, StringBuilder out) {
    this.code = code;
    this.showCaches = showCaches;
    this.out = out;
  }

  /** The text of a code object and all that are nested in it. */
  public static String dis(CodeObject code) {
    return dis(code, false);
  }

  /** The text of a code object and all that are nested in it, perhaps with a line for each cache. */
  public static String dis(CodeObject code, boolean showCaches) {
    StringBuilder out = new StringBuilder();
    recurse(code, showCaches, out);
    return out.toString();
  }

  /** The text of one code object. */
  public static String disassemble(CodeObject code) {
    StringBuilder out = new StringBuilder();
    new Disassembler(code, false, out).print();
    return out.toString();
  }

  private static void recurse(CodeObject code, boolean showCaches, StringBuilder out) {
    new Disassembler(code, showCaches, out).print();
    for (Constant constant : code.constants()) {
      if (constant instanceof CodeObject nested) {
        out.append("\nDisassembly of ").append(repr(nested)).append(":\n");
        recurse(nested, showCaches, out);
      }
    }
  }

  /** The text of a constant as an instruction shows it. */
  static String repr(Constant constant) {
    return ConstantRepr.of(
        constant,
        foreign ->
            foreign instanceof CodeObject c
                ? "<code object %s, file \"%s\", line %d>"
                    .formatted(c.name(), c.filename(), c.firstLineNumber())
                : foreign.toString());
  }

  private void print() {
    findLineStarts();
    findLabels();
    int lastOffset = code.code().length - 2;
    offsetWidth = lastOffset >= 10_000 ? Integer.toString(lastOffset).length() : 4;
    CodeReader reader = new CodeReader(code.code());
    while (reader.next()) {
      int offset = reader.offset();
      Integer line = lineStarts.get(offset);
      if (line != null && offset > 0) {
        out.append('\n');
      }
      boolean hasArg = OpcodeTable.isDefined(reader.opcode()) && OpcodeTable.hasArg(reader.base());
      String detail = hasArg ? describe(reader) : "";
      row(line, offset, reader.opcode(), hasArg ? reader.arg() : null, detail);
      if (showCaches) {
        caches(reader);
      }
    }
    exceptionTable();
  }

  private void findLineStarts() {
    int last = LocationTable.ABSENT;
    int greatest = 0;
    for (LocationTable.LineRange range : LocationTable.lines(code)) {
      if (range.line() != LocationTable.ABSENT && range.line() != last) {
        last = range.line();
        lineStarts.put(range.start(), last);
        greatest = Math.max(greatest, last);
      }
    }
    lineWidth = lineStarts.isEmpty() ? 0 : greatest >= 1000 ? Integer.toString(greatest).length() : 3;
  }

  private void findLabels() {
    CodeReader reader = new CodeReader(code.code());
    while (reader.next()) {
      mark(reader.target());
    }
    ExceptionTable entry = new ExceptionTable(code.exceptionTable());
    while (entry.next()) {
      if (entry.start() < entry.end()) {
        mark(2 * entry.target());
      }
    }
  }

  private void mark(int offset) {
    if (offset >= 0 && offset < code.code().length) {
      labels.set(offset);
    }
  }

  private void row(Integer line, int offset, int opcode, Integer arg, String detail) {
    if (lineWidth > 0) {
      padLeft(line == null ? "" : line.toString(), lineWidth);
      out.append(' ');
    }
    out.append("    ").append(labels.get(offset) && opcode != Opcodes.CACHE ? ">>" : "  ").append(' ');
    padLeft(Integer.toString(offset), offsetWidth);
    out.append(' ');
    String name = OpcodeTable.name(opcode);
    out.append(name);
    if (arg != null) {
      out.repeat(' ', Math.max(20 - name.length(), 0)).append(' ');
      padLeft(arg.toString(), 5);
      if (!detail.isEmpty()) {
        out.append(" (").append(detail).append(')');
      }
    }
    out.append('\n');
  }

  private void padLeft(String text, int width) {
    out.repeat(' ', Math.max(width - text.length(), 0)).append(text);
  }

  /** What the operand stands for, or nothing. */
  private String describe(CodeReader at) {
    int arg = at.arg();
    return switch (OpcodeTable.operandKind(at.base())) {
      case CONST -> arg >= 0 && arg < code.constants().size() ? repr(code.constants().get(arg)) : "?";
      case NAME -> name(at.base(), arg);
      case LOCAL, FREE -> item(code.localsPlusNames(), arg);
      case FORWARD, BACKWARD -> "to " + at.target();
      case COMPARE -> item(OpcodeTable.comparisons(), arg >> 4);
      case BINARY -> item(OpcodeTable.binaryOperators(), arg);
      case INTRINSIC1 -> item(OpcodeTable.intrinsics1(), arg);
      case INTRINSIC2 -> item(OpcodeTable.intrinsics2(), arg);
      case INT ->
          switch (at.base()) {
            case Opcodes.FORMAT_VALUE -> conversion(arg);
            case Opcodes.MAKE_FUNCTION -> functionParts(arg);
            default -> "";
          };
      case NONE, JUMP -> "";
    };
  }

  private String name(int opcode, int arg) {
    int shift = OpcodeTable.operandShift(opcode);
    String name = item(code.names(), arg >> shift);
    if (shift == 0 || (arg & 1) == 0) {
      return name;
    }
    return (opcode == Opcodes.LOAD_GLOBAL ? "NULL + " : "NULL|self + ") + name;
  }

  private static String item(List<String> items, int index) {
    return index >= 0 && index < items.size() ? items.get(index) : "?";
  }

  private static String conversion(int flags) {
    String name = CONVERSIONS[flags & 3];
    return (flags & 4) == 0 ? name : name.isEmpty() ? "with format" : name + ", with format";
  }

  private static String functionParts(int flags) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < FUNCTION_PARTS.length; i++) {
      if ((flags & 1 << i) != 0) {
        parts.append(parts.isEmpty() ? "" : ", ").append(FUNCTION_PARTS[i]);
      }
    }
    return parts.toString();
  }

  private void caches(CodeReader at) {
    int offset = at.offset() + 2;
    for (OpcodeTable.CacheField field : OpcodeTable.cacheFields(at.base())) {
      String text = field.name() + ": " + little(offset, 2 * field.units());
      for (int i = 0; i < field.units(); i++, offset += 2) {
        row(null, offset, Opcodes.CACHE, 0, i == 0 ? text : "");
      }
    }
  }

  private String little(int offset, int bytes) {
    byte[] value = new byte[bytes + 1];
    for (int i = 0; i < bytes && offset + i < code.code().length; i++) {
      value[bytes - i] = code.code()[offset + i];
    }
    return new java.math.BigInteger(value).toString();
  }

  private void exceptionTable() {
    ExceptionTable entry = new ExceptionTable(code.exceptionTable());
    boolean first = true;
    while (entry.next()) {
      out.append(first ? "ExceptionTable:\n" : "");
      first = false;
      out.append("  ").append(2 * entry.start()).append(" to ").append(2 * entry.end() - 2);
      out.append(" -> ").append(2 * entry.target()).append(" [").append(entry.depth()).append(']');
      out.append(entry.pushesLasti() ? " lasti\n" : "\n");
    }
  }
}

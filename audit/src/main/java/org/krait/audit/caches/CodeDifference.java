package org.krait.audit.caches;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.LocationTable;
import org.krait.constants.Constant;

/**
 * What differs between the code that a cache has and the code that it should have, function by
 * function, in lines that a person can read.
 */
final class CodeDifference {
  private static final int MAX_FUNCTIONS = 12;
  private static final int MAX_ROWS = 40;
  private static final List<String> LINES = List.of("other line numbers");

  private final String[] source;
  private final List<String> lines = new ArrayList<>();
  private final List<CodeObject> extra = new ArrayList<>();
  private final List<String> linesOnly = new ArrayList<>();
  private int functions;

  private record Pair(CodeObject expected, CodeObject actual) {}

  /**
   * Compares.
   *
   * @param expected what the source compiles to; null when it does not compile
   * @param actual what the cache has
   * @param source the text of the source, for the lines beside the instructions
   */
  CodeDifference(CodeObject expected, CodeObject actual, String source) {
    this.source = source.split("\r\n|\r|\n", -1);
    if (expected == null) {
      functions = 1;
      extra.add(actual);
    } else {
      compare(expected, actual);
    }
    if (!linesOnly.isEmpty()) {
      report("only the line numbers differ in " + String.join(", ", linesOnly), List.of());
      functions = Math.max(1, functions - 1);
    }
    if (functions == 0) {
      extra.add(actual);
      report("in " + title(actual), List.of("other constants that look alike"));
    }
  }

  /** The lines that show it. */
  List<String> lines() {
    return lines;
  }

  /** How many functions (modules, classes …) differ in themselves. */
  int functions() {
    return functions;
  }

  /** The code objects of the cache that the source does not have, or has otherwise. */
  List<CodeObject> extra() {
    return extra;
  }

  private void compare(CodeObject expected, CodeObject actual) {
    Deque<Pair> open = new ArrayDeque<>();
    open.add(new Pair(expected, actual));
    while (!open.isEmpty()) {
      Pair pair = open.removeFirst();
      if (!pair.expected.equals(pair.actual)) {
        List<String> own = own(pair.expected, pair.actual);
        if (own.equals(LINES)) {
          linesOnly.add(title(pair.actual));
        } else if (!own.isEmpty()) {
          extra.add(pair.actual);
          report("in " + title(pair.actual), own);
        }
        nested(pair.expected, pair.actual, open);
      }
    }
  }

  private void report(String title, List<String> rows) {
    functions++;
    if (functions > MAX_FUNCTIONS) {
      if (functions == MAX_FUNCTIONS + 1) {
        lines.add("… and more functions");
      }
      return;
    }
    lines.add(rows.isEmpty() ? title : title + ":");
    for (int i = 0; i < Math.min(rows.size(), MAX_ROWS); i++) {
      lines.add("  " + rows.get(i));
    }
    if (rows.size() > MAX_ROWS) {
      lines.add("  … and " + (rows.size() - MAX_ROWS) + " lines more");
    }
  }

  private static String title(CodeObject code) {
    return code.qualname() + " (line " + code.firstLineNumber() + ")";
  }

  /** Pairs the nested code objects by name and turn. */
  private void nested(CodeObject expected, CodeObject actual, Deque<Pair> open) {
    Map<String, CodeObject> wanted = children(expected);
    for (Map.Entry<String, CodeObject> entry : children(actual).entrySet()) {
      CodeObject other = wanted.remove(entry.getKey());
      if (other != null) {
        open.addLast(new Pair(other, entry.getValue()));
      } else {
        extra.add(entry.getValue());
        report(title(entry.getValue()) + " is only in the cache", added(entry.getValue()));
      }
    }
    for (CodeObject missing : wanted.values()) {
      report(title(missing) + " is missing in the cache", List.of());
    }
  }

  private static Map<String, CodeObject> children(CodeObject code) {
    Map<String, Integer> turns = new HashMap<>();
    Map<String, CodeObject> children = new LinkedHashMap<>();
    for (Constant constant : code.constants()) {
      if (constant instanceof CodeObject child) {
        int turn = turns.merge(child.qualname(), 1, Integer::sum);
        children.put(child.qualname() + "#" + turn, child);
      }
    }
    return children;
  }

  private static List<String> added(CodeObject code) {
    List<String> rows = new ArrayList<>();
    for (Listing.Row row : Listing.of(code)) {
      rows.add("+ " + row.text());
    }
    return rows;
  }

  /** What differs in the code object itself, whatever is nested in it. */
  private List<String> own(CodeObject e, CodeObject a) {
    List<String> rows = new ArrayList<>(instructions(e, a));
    field(rows, "name", e.name(), a.name());
    field(rows, "qualname", e.qualname(), a.qualname());
    field(rows, "file name", e.filename(), a.filename());
    field(rows, "first line", e.firstLineNumber(), a.firstLineNumber());
    field(rows, "flags", Integer.toHexString(e.flags()), Integer.toHexString(a.flags()));
    field(rows, "stack size", e.stackSize(), a.stackSize());
    field(rows, "parameters", parameters(e), parameters(a));
    field(rows, "variables", e.localsPlusNames(), a.localsPlusNames());
    field(
        rows, "kinds of variables", Arrays.toString(e.localsPlusKinds()),
        Arrays.toString(a.localsPlusKinds()));
    field(rows, "names", e.names(), a.names());
    field(rows, "constants", constants(e), constants(a));
    if (!Arrays.equals(e.exceptionTable(), a.exceptionTable())) {
      rows.add("other exception handlers");
    }
    if (!Arrays.equals(e.lineTable(), a.lineTable())) {
      rows.addAll(LINES);
    }
    if (rows.isEmpty() && !Arrays.equals(e.code(), a.code())) {
      rows.add("other bytes for the same instructions (jumps, caches or extended arguments)");
    }
    return rows;
  }

  private static List<Integer> parameters(CodeObject code) {
    return List.of(code.argCount(), code.posOnlyArgCount(), code.kwOnlyArgCount());
  }

  private static List<String> constants(CodeObject code) {
    return code.constants().stream().map(Listing::repr).toList();
  }

  private static void field(List<String> rows, String name, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      rows.add("- " + name + ": " + expected);
      rows.add("+ " + name + ": " + actual);
    }
  }

  private List<String> instructions(CodeObject e, CodeObject a) {
    List<Listing.Row> expected = Listing.of(e);
    List<Listing.Row> actual = Listing.of(a);
    List<LineDiff.Step> steps =
        LineDiff.of(
            expected.stream().map(Listing.Row::text).toList(),
            actual.stream().map(Listing.Row::text).toList());
    List<String> rows = new ArrayList<>();
    int shownLine = -1;
    for (LineDiff.Step step : steps) {
      if (step.sign() == ' ') {
        continue;
      }
      Listing.Row row = (step.sign() == '-' ? expected : actual).get(step.index());
      if (row.line() != shownLine) {
        shownLine = row.line();
        rows.add(sourceLine(shownLine));
      }
      rows.add(step.sign() + " " + row.text());
    }
    return rows;
  }

  private String sourceLine(int line) {
    if (line <= 0) {
      return "at no line:";
    }
    String text = line <= source.length ? source[line - 1].strip() : "the source has no such line";
    return "line " + line + ": " + text;
  }
}

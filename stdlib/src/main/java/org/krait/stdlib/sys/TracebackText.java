package org.krait.stdlib.sys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.LocationTable;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyTraceback;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;

/** The entries of a traceback: files, lines, and what of them was being done. */
final class TracebackText {
  /** So many times the same place is shown before it is only counted. */
  private static final int REPEATED = 3;

  private static final int INDENT = 4;

  private final SourceLines sources;
  private final StringBuilder out;

  TracebackText(SourceLines sources, StringBuilder out) {
    this.sources = sources;
    this.out = out;
  }

  /** Adds the innermost entries of a traceback, at most {@code limit}. */
  void add(PyTraceback traceback, long limit) {
    List<PyTraceback> entries = new ArrayList<>();
    for (PyTraceback at = traceback; at != null; at = at.next()) {
      entries.add(at);
    }
    long skipped = Math.max(0, entries.size() - limit);
    PyTraceback last = null;
    int count = 0;
    for (PyTraceback entry : entries.subList((int) skipped, entries.size())) {
      if (last == null || !isSamePlace(last, entry)) {
        repeated(count);
        count = 0;
      }
      last = entry;
      if (++count <= REPEATED) {
        entry(entry);
      }
    }
    repeated(count);
  }

  private static boolean isSamePlace(PyTraceback a, PyTraceback b) {
    PyCode first = a.frame().code;
    PyCode second = b.frame().code;
    return a.line() == b.line()
        && (first == second
            || first.filename().equals(second.filename()) && first.name().equals(second.name()));
  }

  private void repeated(int count) {
    int more = count - REPEATED;
    if (more > 0) {
      out.append("  [Previous line repeated ").append(more);
      out.append(" more time").append(more == 1 ? "" : "s").append("]\n");
    }
  }

  private void entry(PyTraceback entry) {
    PyCode code = entry.frame().code;
    String filename = code.filename().toString();
    out.append("  File \"").append(filename).append("\", line ").append(entry.line());
    out.append(", in ").append(code.name()).append('\n');
    String line = sources.line(filename, entry.line());
    if (line == null) {
      return;
    }
    int stripped = 0;
    while (stripped < line.length() && isBlank(line.charAt(stripped))) {
      stripped++;
    }
    out.append(" ".repeat(INDENT)).append(line, stripped, line.length()).append('\n');
    marks(code, entry.lasti(), line, stripped);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  /** What is marked of a line, in characters; the operator between the anchors in another way. */
  private record Range(int start, int end, int left, int right) {
    boolean hasAnchors() {
      return left >= 0;
    }
  }

  private void marks(PyCode code, int unit, String line, int stripped) {
    LocationTable at = new LocationTable(code.object());
    while (at.next()) {
      if (unit < at.end()) {
        break;
      }
    }
    boolean known =
        unit >= at.start() && unit < at.end() && at.line() >= 0 && at.endLine() >= 0
            && at.column() >= 0 && at.endColumn() >= 0;
    if (!known) {
      return;
    }
    int length = line.codePointCount(0, line.length());
    int start = characters(line, at.column());
    Range range;
    if (at.line() == at.endLine()) {
      range = anchors(line, start, characters(line, at.endColumn()));
    } else {
      int end = line.length();
      while (end > 0 && isBlank(line.charAt(end - 1))) {
        end--;
      }
      range = new Range(start, line.codePointCount(0, end), -1, -1);
    }
    if (range.end - range.start == length - stripped && !range.hasAnchors()) {
      return;
    }
    for (int i = stripped - INDENT; i < range.end; i++) {
      boolean inside = range.left <= i && i < range.right;
      out.append(i < range.start ? ' ' : range.hasAnchors() && !inside ? '~' : '^');
    }
    out.append('\n');
  }

  private static int characters(String line, int bytes) {
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    String before = new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8);
    return before.codePointCount(0, before.length());
  }

  /** Finds the operator, or the brackets of a subscript, when that is all that a range holds. */
  private static Range anchors(String line, int start, int end) {
    Range plain = new Range(start, end, -1, -1);
    if (end < start) {
      return plain;
    }
    int from = line.offsetByCodePoints(0, start);
    String segment = line.substring(from, line.offsetByCodePoints(0, end));
    Expr expression = expression(segment);
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    int left = -1;
    int right = -1;
    if (expression instanceof Expr.BinOp operation) {
      int limit = operation.right().location().column();
      for (left = operation.left().location().endColumn(); left < limit; left++) {
        if (!isBlank((char) bytes[left])) {
          right = left + (left + 1 < limit && !isBlank((char) bytes[left + 1]) ? 2 : 1);
          break;
        }
      }
    } else if (expression instanceof Expr.Subscript subscript) {
      left = subscript.value().location().endColumn();
      right = subscript.slice().location().endColumn() + 1;
    }
    return right < 0
        ? plain
        : new Range(
            start, end, start + characters(segment, left), start + characters(segment, right));
  }

  private static Expr expression(String segment) {
    try {
      Mod tree =
          PythonParser.parse(
              segment,
              ParseOptions.of(ParseOptions.Mode.EXEC, "<traceback>"),
              DiagnosticListener.NONE);
      return tree instanceof Mod.Module module
              && module.body().size() == 1
              && module.body().get(0) instanceof Stmt.Expr statement
          ? statement.value()
          : null;
    } catch (SyntaxDiagnostic e) {
      return null;
    }
  }
}

package org.krait.stdlib.trust;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;

/** The first thing in which two code objects differ, for a person. {@code krait audit} says more. */
final class FirstDifference {
  private record Pair(CodeObject expected, CodeObject actual) {}

  private FirstDifference() {}

  /** What differs, or null when nothing does. */
  static String between(CodeObject expected, CodeObject actual) {
    if (expected.equals(actual)) {
      return null;
    }
    Deque<Pair> open = new ArrayDeque<>();
    open.add(new Pair(expected, actual));
    while (!open.isEmpty()) {
      Pair pair = open.removeFirst();
      String field = ofFields(pair.expected, pair.actual);
      if (field == null && !Arrays.equals(pair.expected.lineTable(), pair.actual.lineTable())) {
        // -X no_debug_ranges writes caches without columns.
        if (!Arrays.equals(
            pair.expected.withoutColumns().lineTable(), pair.actual.lineTable())) {
          field = "line table";
        }
      }
      if (field == null) {
        field = ofConstants(pair, open);
      }
      if (field != null) {
        return pair.actual.qualname() + ", line " + pair.actual.firstLineNumber()
            + ", differs in its " + field;
      }
    }
    return null;
  }

  private static String ofFields(CodeObject a, CodeObject b) {
    if (!a.filename().equals(b.filename())) {
      return "file name";
    }
    if (!a.name().equals(b.name()) || !a.qualname().equals(b.qualname())) {
      return "name";
    }
    if (a.firstLineNumber() != b.firstLineNumber()) {
      return "first line";
    }
    if (a.argCount() != b.argCount()
        || a.posOnlyArgCount() != b.posOnlyArgCount()
        || a.kwOnlyArgCount() != b.kwOnlyArgCount()) {
      return "parameters";
    }
    if (a.flags() != b.flags() || a.stackSize() != b.stackSize()) {
      return "flags or stack size";
    }
    if (!Arrays.equals(a.code(), b.code())) {
      return "instructions";
    }
    if (!Arrays.equals(a.exceptionTable(), b.exceptionTable())) {
      return "exception table";
    }
    if (!a.names().equals(b.names())) {
      return "names";
    }
    boolean sameVariables =
        a.localsPlusNames().equals(b.localsPlusNames())
            && Arrays.equals(a.localsPlusKinds(), b.localsPlusKinds());
    return sameVariables ? null : "variables";
  }

  /** Constants that are code wait for their turn; whatever is not equal otherwise, differs. */
  private static String ofConstants(Pair pair, Deque<Pair> open) {
    List<Constant> expected = pair.expected.constants();
    List<Constant> actual = pair.actual.constants();
    if (expected.size() != actual.size()) {
      return "constants";
    }
    for (int i = 0; i < actual.size(); i++) {
      if (expected.get(i) instanceof CodeObject a && actual.get(i) instanceof CodeObject b) {
        open.addLast(new Pair(a, b));
      } else if (!expected.get(i).equals(actual.get(i))) {
        return "constants";
      }
    }
    return null;
  }
}

package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.syntax.DiagnosticListener;

/** What a difference between code objects reads like. */
class CodeComparisonTest {
  private static CodeObject compile(String source) {
    return PythonCompiler.compile(
        source, "m.py", CompileOptions.module(0), DiagnosticListener.NONE);
  }

  private static List<String> differences(String expected, String actual) {
    CodeComparison comparison =
        new CodeComparison(compile(expected), compile(actual), expected);
    return comparison.differences().stream()
        .map(d -> d.qualname() + ": " + d.field() + ": " + d.detail().replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void theSameSourceHasNoDifference() {
    String source = "def f(x):\n  return [y for y in x if y]\n";
    assertEquals(List.of(), differences(source, source));
  }

  @Test
  void aDifferentInstructionStandsBesideItsLine() {
    assertEquals(
        List.of(
            "f: co_code: line 2: return x + 1 expected 6 BINARY_OP 0 (+)"
                + " got 6 BINARY_OP 10 (-)"),
        differences("def f(x):\n  return x + 1\n", "def f(x):\n  return x - 1\n"));
  }

  @Test
  void otherFieldsAreNamed() {
    assertEquals(
        List.of("<module>: co_consts: [0] expected 1, got 2"), differences("x = 1\n", "x = 2\n"));
    assertEquals(
        List.of("<module>: co_names: [0] expected x, got y"), differences("x = 1\n", "y = 1\n"));
    assertEquals(
        List.of(
            "<module>: co_linetable: 1 2 LOAD_CONST 0 (1)"
                + " expected 1:4-1:5 got 1:5-1:6"),
        differences("x = 1\n", "x =  1\n"));
  }

  @Test
  void oneWrongFunctionLeavesTheOthersIdentical() {
    String expected = "def f(): return 1\ndef g(): return 2\n";
    String actual = "def f(): return 1\ndef g(): return 3\n";
    CodeComparison comparison =
        new CodeComparison(compile(expected), compile(actual), expected);
    assertEquals(3, comparison.total());
    assertEquals(2, comparison.identical());
  }
}

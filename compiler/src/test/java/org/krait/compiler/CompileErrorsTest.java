package org.krait.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;

/** What the compiler refuses or warns of, in CPython's words and at its places. */
class CompileErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          def f(x, x): pass | duplicate argument 'x' in function definition | 1:10-1:11
          def f():⏎ x = 1⏎ global x | name 'x' is assigned to before global declaration | 3:2-3:10
          def f():⏎ print(x)⏎ global x | name 'x' is used prior to global declaration | 3:2-3:10
          def f(x):⏎ global x | name 'x' is parameter and global | 2:2-2:10
          def f():⏎ nonlocal x | no binding for nonlocal 'x' found | 2:2-2:12
          nonlocal x | nonlocal declaration not allowed at module level | 1:1-1:11
          def f():⏎ global x⏎ x: int | annotated name 'x' can't be global | 3:2-3:8
          def f():⏎ from os import * | import * only allowed at module level | 2:17-2:18
          [x := 1 for x in y] | assignment expression cannot rebind comprehension iteration variable 'x' | 1:2-1:3
          class A: [x := 1 for y in z] | assignment expression within a comprehension cannot be used in a class body | 1:11-1:12
          [a for a in (b := c)] | assignment expression cannot be used in a comprehension iterable expression | 1:14-1:20
          def f[T, T](): pass | duplicate type parameter 'T' | 1:10-1:11
          return 1 | 'return' outside function | 1:1-1:9
          yield | 'yield' outside function | 1:1-1:6
          def f(): await x | 'await' outside async function | 1:10-1:17
          async def f(): yield from x | 'yield from' inside async function | 1:16-1:28
          async def f():⏎ yield⏎ return 1 | 'return' with value in async generator | 3:2-3:10
          break | 'break' outside loop | 1:1-1:6
          continue | 'continue' not properly in loop | 1:1-1:9
          f(a=1, a=2) | keyword argument repeated: a | 1:8-1:11
          __debug__ = 1 | cannot assign to __debug__ | 1:1-1:10
          *a, *b = c | multiple starred expressions in assignment | 1:1-1:7
          *a = b | starred assignment target must be in a list or tuple | 1:1-1:3
          try: pass⏎except: pass⏎except A: pass | default 'except:' must be last | 2:1-2:13
          import a⏎from __future__ import annotations | from __future__ imports must occur at the beginning of the file | 2:1-2:35
          from __future__ import braces | not a chance | 1:1-1:-1
          match x:⏎ case [a, a]: pass | multiple assignments to name 'a' in pattern | 2:11-2:12
          match x:⏎ case y: pass⏎ case z: pass | name capture 'y' makes remaining patterns unreachable | 2:7-2:8
          match x:⏎ case {1: a, True: b}: pass | mapping pattern checks duplicate key (True) | 2:7-2:22
          """)
  void refused(String source, String message, String place) {
    SyntaxDiagnostic e =
        assertThrows(SyntaxDiagnostic.class, () -> compile(source, DiagnosticListener.NONE));
    assertEquals(message, e.getMessage());
    String where = e.line() + ":" + e.offset() + "-" + e.endLine() + ":" + e.endOffset();
    assertEquals(place, where);
  }

  @Test
  void tooManyBlocks() {
    StringBuilder source = new StringBuilder();
    for (int depth = 0; depth < 21; depth++) {
      source.append(" ".repeat(depth)).append("for x in y:\n");
    }
    source.append(" ".repeat(21)).append("pass");
    SyntaxDiagnostic e =
        assertThrows(
            SyntaxDiagnostic.class, () -> compile(source.toString(), DiagnosticListener.NONE));
    assertEquals("too many statically nested blocks", e.getMessage());
    assertEquals(21, e.line());
  }

  @Test
  void deepTreesAreRefusedAsInCPython() {
    compile("-".repeat(2994) + "x", DiagnosticListener.NONE);
    SyntaxDiagnostic e =
        assertThrows(
            SyntaxDiagnostic.class,
            () -> compile("-".repeat(2995) + "x", DiagnosticListener.NONE));
    assertEquals(SyntaxDiagnostic.Kind.RECURSION_ERROR, e.kind());
    assertEquals("maximum recursion depth exceeded during compilation", e.getMessage());
  }

  @Test
  void deepTreesNeedNoDeepStack() throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    Thread small =
        new Thread(
            null,
            () -> compile("-".repeat(2994) + "x", DiagnosticListener.NONE),
            "small",
            1 << 18);
    small.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    small.start();
    small.join();
    assertEquals(List.of(), failures);
  }

  @Test
  void warnings() {
    String source =
        """
        x is 1
        'a'(b)
        assert (x, 'y')
        [1, 2]['a']
        {1}[0]
        1()
        """;
    List<String> warnings = new ArrayList<>();
    compile(source, (category, message, line) -> warnings.add(line + ": " + message));
    assertEquals(
        List.of(
            "1: \"is\" with 'int' literal. Did you mean \"==\"?",
            "2: 'str' object is not callable; perhaps you missed a comma?",
            "3: assertion is always true, perhaps remove parentheses?",
            "4: list indices must be integers or slices, not str; perhaps you missed a comma?",
            "5: 'set' object is not subscriptable; perhaps you missed a comma?",
            "6: 'int' object is not callable; perhaps you missed a comma?"),
        warnings);
  }

  @Test
  void aWarningCanBeMadeAnError() {
    SyntaxDiagnostic e =
        assertThrows(
            SyntaxDiagnostic.class,
            () -> compile("x is 1\nreturn", (category, message, line) -> false));
    assertEquals("\"is\" with 'int' literal. Did you mean \"==\"?", e.getMessage());
    assertEquals(1, e.line());
  }

  private static void compile(String source, DiagnosticListener listener) {
    PythonCompiler.compile(
        source.replace('⏎', '\n'), "<test>", CompileOptions.module(0), listener);
  }
}

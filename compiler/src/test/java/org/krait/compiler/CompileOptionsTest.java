package org.krait.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Disassembler;
import org.krait.constants.Constant;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions.Mode;

/** What modes, levels and flags change. */
class CompileOptionsTest {
  private static CodeObject compile(String source, Mode mode, int optimize, int flags) {
    return PythonCompiler.compile(
        source, "<test>", new CompileOptions(mode, optimize, flags), DiagnosticListener.NONE);
  }

  @Test
  void levelsDropAssertionsAndDocstrings() {
    String source = "'doc'\nassert x\n";
    assertTrue(dis(source, 0).contains("LOAD_ASSERTION_ERROR"));
    assertFalse(dis(source, 1).contains("LOAD_ASSERTION_ERROR"));
    assertTrue(dis(source, 1).contains("__doc__"));
    assertFalse(dis(source, 2).contains("__doc__"));
  }

  private static String dis(String source, int level) {
    return Disassembler.disassemble(compile(source, Mode.EXEC, level, 0));
  }

  @Test
  void interactiveStatementsPrint() {
    CodeObject code = compile("x\n", Mode.SINGLE, 0, 0);
    assertTrue(Disassembler.disassemble(code).contains("INTRINSIC_PRINT"));
    assertTrue(Disassembler.disassemble(code).contains("None"));
  }

  @Test
  void expressionsReturnTheirValue() {
    CodeObject code = compile("x", Mode.EVAL, 0, 0);
    assertTrue(Disassembler.disassemble(code).endsWith("RETURN_VALUE\n"));
  }

  @Test
  void topLevelAwaitMakesACoroutine() {
    CodeObject code =
        compile("await x\n", Mode.EXEC, 0, CompileOptions.ALLOW_TOP_LEVEL_AWAIT);
    assertEquals(CodeFlags.COROUTINE, code.flags() & CodeFlags.COROUTINE);
  }

  @Test
  void annotationsBecomeText() {
    String source = "x: (yes if a.b[1:2, ::3] else {**d}, *e, lambda q, /, *, r=1: f'{s!r:>{t}}')";
    CodeObject code = compile(source, Mode.EXEC, 0, CodeFlags.FUTURE_ANNOTATIONS);
    String text =
        "(yes if a.b[1:2, ::3] else {**d}, *e, lambda q, /, *, r=1: f'{s!r:>{t}}')";
    assertEquals(Constant.Str.of(text), code.constants().getFirst());
    assertEquals(CodeFlags.FUTURE_ANNOTATIONS, code.flags());
  }

  @Test
  void futureFlagsComeFromTheHeadOfTheSource() {
    String source = "'doc'\nfrom __future__ import division, annotations\nx: a+b\n";
    CodeObject code = compile(source, Mode.EXEC, 0, 0);
    assertEquals(CodeFlags.FUTURE_ANNOTATIONS, code.flags());
    assertTrue(code.constants().contains(Constant.Str.of("a + b")));
  }

  @Test
  void constantsOfOneValueAndTwoTypesStayApart() {
    CodeObject code = compile("a = 1, x; b = 1.0, x; c = True, x; d = -0.0, x; e = 0.0, x", Mode.EXEC, 0, 0);
    assertEquals(
        List.of(
            Constant.Int.of(1),
            new Constant.Float(1.0),
            Constant.Singleton.TRUE,
            new Constant.Float(-0.0),
            new Constant.Float(0.0),
            Constant.Singleton.NONE),
        code.constants());
  }
}

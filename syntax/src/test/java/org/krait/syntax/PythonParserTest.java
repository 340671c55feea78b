package org.krait.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.ast.AstDump;

/** Trees, errors and warnings as CPython 3.12.1 gives them. */
class PythonParserTest {
  private static String tree(String source) {
    var options = ParseOptions.of(Mode.EVAL, "<test>");
    return AstDump.of(PythonParser.parse(source, options, DiagnosticListener.NONE));
  }

  private static SyntaxDiagnostic error(String source, Mode mode) {
    var options = ParseOptions.of(mode, "<test>");
    return assertThrows(
        SyntaxDiagnostic.class,
        () -> PythonParser.parse(source, options, DiagnosticListener.NONE));
  }

  @Test
  void operatorsBindAsTheGrammarSays() {
    assertEquals(
        "Expression(body=BinOp(left=Constant(value=1), op=Add(), right=BinOp(left=Name(id='x',"
            + " ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), operand=Constant(value=2)))))",
        tree("1 + x ** -2"));
    assertEquals(
        "Expression(body=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), NotIn()],"
            + " comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load())]))",
        tree("a < b not in c"));
  }

  @Test
  void fstringsKeepTheirPartsAndTheSourceOfDebuggingFields() {
    assertEquals(
        "Expression(body=JoinedStr(values=[Constant(value='a{x = '),"
            + " FormattedValue(value=Name(id='x', ctx=Load()), conversion=114)]))",
        tree("f'a{{{x = }'"));
    assertEquals(
        "Expression(body=JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()),"
            + " conversion=-1, format_spec=JoinedStr(values=[Constant(value='>'),"
            + " FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1),"
            + " Constant(value='')]))]))",
        tree("f'{x:>{w}}'"));
  }

  @Test
  void namesAreNormalizedAndCharactersFoundByName() {
    assertEquals("Expression(body=Name(id='fi', ctx=Load()))", tree("\ufb01"));
    assertEquals("Expression(body=Constant(value='\\x00é'))", tree("'\\N{NUL}\\N{LATIN SMALL LETTER E WITH ACUTE}'"));
  }

  @Test
  void placesCountBytesOfUtf8() {
    var options = ParseOptions.of(Mode.EVAL, "<test>");
    var mod = PythonParser.parse("'é' + x", options, DiagnosticListener.NONE);
    String dump = AstDump.of(mod, null, true);
    assertEquals(true, dump.contains("Name(id='x', ctx=Load(), lineno=1, col_offset=7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "f(a b)|1 3 1 6|invalid syntax. Perhaps you forgot a comma?",
        "print x|1 1 1 8|Missing parentheses in call to 'print'. Did you mean print(...)?",
        "(a, 1) = 2|1 5 1 6|cannot assign to literal",
        "x = (1,|1 5 1 0|'(' was never closed",
        "{1:*a}|1 4 1 6|cannot use a starred expression in a dictionary value",
        "def f(a=1, b): 0|1 12 1 13|parameter without a default follows parameter with a default",
        "1_|1 2 1 2|invalid decimal literal",
        "'abc|1 1 1 1|unterminated string literal (detected at line 1)",
        "f'{a!x}'|1 6 1 7|f-string: invalid conversion character 'x': expected 's', 'r', or 'a'",
        "a \u20ac b|1 3 1 3|invalid character '\u20ac' (U+20AC)",
        "'\\xZ'|1 1 1 6|(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: truncated \\xXX escape",
      })
  void errorsHaveTheirWordsAndPlace(String source, String place, String message) {
    SyntaxDiagnostic e = error(source, Mode.EXEC);
    assertEquals(message, e.getMessage());
    assertEquals(place, e.line() + " " + e.offset() + " " + e.endLine() + " " + e.endOffset());
  }

  @Test
  void indentationHasErrorsOfItsOwn() {
    assertEquals(
        "expected an indented block after 'if' statement on line 1",
        error("if 1:\nx", Mode.EXEC).getMessage());
    assertEquals(SyntaxDiagnostic.Kind.INDENTATION_ERROR, error("  x", Mode.EXEC).kind());
    assertEquals(
        SyntaxDiagnostic.Kind.TAB_ERROR, error("if 1:\n\tx\n        y", Mode.EXEC).kind());
  }

  @Test
  void anInteractiveStatementStandsAlone() {
    assertEquals(
        "multiple statements found while compiling a single statement",
        error("a\nb", Mode.SINGLE).getMessage());
  }

  @Test
  void whatMayGoOnIsCalledIncompleteWhenAsked() {
    var options = ParseOptions.of(Mode.SINGLE, "<test>").withIncompleteInput();
    var e =
        assertThrows(
            SyntaxDiagnostic.class,
            () -> PythonParser.parse("if x:", options, DiagnosticListener.NONE));
    assertEquals("incomplete input", e.getMessage());
  }

  @Test
  void warningsComeOnceAndInTheOrderOfTheSource() {
    List<String> heard = new ArrayList<>();
    DiagnosticListener listener = (category, message, line) -> heard.add(line + " " + message);
    String source = "x = '\\d'\ny = 1if x else 0\nz = '\\d' \\\n";
    assertThrows(
        SyntaxDiagnostic.class,
        () -> PythonParser.parse(source + "'", ParseOptions.of(Mode.EXEC, "<test>"), listener));
    heard.clear();
    PythonParser.parse(source + "''", ParseOptions.of(Mode.EXEC, "<test>"), listener);
    assertEquals(
        List.of(
            "1 invalid escape sequence '\\d'",
            "2 invalid decimal literal",
            "3 invalid escape sequence '\\d'"),
        heard);
  }

  @Test
  void aWarningCanBeAnError() {
    DiagnosticListener strict = (category, message, line) -> false;
    var e =
        assertThrows(
            SyntaxDiagnostic.class,
            () -> PythonParser.parse("x = '\\d'", ParseOptions.of(Mode.EXEC, "<test>"), strict));
    assertEquals("invalid escape sequence '\\d'", e.getMessage());
    assertEquals(5, e.offset());
  }

  @Test
  void declaredEncodingsAreObeyed() {
    byte[] latin = "# coding: latin-1\nx = '\u00e9'\n".getBytes(StandardCharsets.ISO_8859_1);
    var options = ParseOptions.of(Mode.EXEC, "<test>");
    var tree = PythonParser.parse(latin, options, DiagnosticListener.NONE);
    assertEquals(true, AstDump.of(tree).contains("Constant(value='\u00e9')"));
    byte[] unknown = "# coding: nope\n".getBytes(StandardCharsets.US_ASCII);
    var e =
        assertThrows(
            SyntaxDiagnostic.class,
            () -> PythonParser.parse(unknown, options, DiagnosticListener.NONE));
    assertEquals("unknown encoding: nope", e.getMessage());
  }

  @Test
  void depthEndsInADiagnostic() {
    assertEquals(
        "too many nested parentheses", error("(".repeat(300), Mode.EVAL).getMessage());
    assertEquals(
        SyntaxDiagnostic.Kind.MEMORY_ERROR, error("-".repeat(20_000) + "1", Mode.EVAL).kind());
    assertEquals(true, tree("-".repeat(2_000) + "1").endsWith(")"));
  }
}

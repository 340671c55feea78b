package org.krait.syntax.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SourceText;
import org.krait.syntax.ast.AstDump;

class ParsersTest {
  /** HotSpot leaves longer methods to its interpreter. */
  private static final int HUGE_METHOD = 8000;

  private static ParseSession session(String source) {
    return new ParseSession(
        SourceText.of(source, true), ParseOptions.of(Mode.EXEC, "<test>"), DiagnosticListener.NONE);
  }

  private static String fast(String source) {
    ParseSession session = session(source);
    NamePool names = new NamePool();
    Lexer lexer = lexer(session, names);
    TokenList tokens = new TokenList(16);
    while (tokens.fetch(lexer, session) != Tokens.ENDMARKER) {}
    return AstDump.of(new FastParser(session, names, tokens).fileRule(), null, true);
  }

  private static String exact(String source) {
    ParseSession session = session(source);
    return AstDump.of(new ExactParser(lexer(session, new NamePool()), session).fileRule(), null, true);
  }

  private static Lexer lexer(ParseSession session, NamePool names) {
    return new Lexer(session.source, session.limit, session.lexerOptions(), names, session::warn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b[c], *d = e = f(g, *h, i=j, **k)",
        "x: int = 1; (y): str; z.w += yield",
        "lambda a, /, b=1, *c, d, e=2, **f: a",
        "async def f(a: int, /, b=lambda x: x, *, c) -> d:\n  async with a as b, c: await d\n",
        "@d\nclass A[T: int, *U, **V](B, metaclass=C):\n  type X[T] = T\n",
        "match x:\n  case [1, -2j, *_] | {'a': b, **c} | D(e, f=g) if h: pass\n  case _: pass\n",
        "try:\n  pass\nexcept* A as e:\n  pass\nelse:\n  pass\nfinally:\n  pass\n",
        "with (open(a) as b, c): pass\nwith (a), (b): pass\n",
        "[x for x in y if z for w in v] + [{a: b for a in c}, {d, *e}, {**f, g: h}, (i for i in j)]",
        "if (n := 1) < 2 <= 3: pass\nelif not a and b or c: pass\nelse: pass",
        "f'{x!r:>{w}} {y = }' 'z' rf'\\d{{' u'w'",
        "from ... import (a as b, c,)\nimport d.e as f, g\ndel a, (b, [c])\n",
        "x[1:2, ::3, *y]; x[(a, b)]; print(*a, sep='')",
      })
  void bothParsersMakeTheSameTree(String source) {
    assertEquals(exact(source), fast(source));
  }

  @Test
  void nestingDoesNotMakeTheQuickParserSlow() {
    // Each of these took time exponential in its depth when nothing was remembered.
    for (String source :
        List.of(
            nested("f(", "x", ")", 40),
            nested("(lambda a, b=", "1", ": 0)", 40),
            "match x:\n  case " + nested("(", "a", ")", 40) + ": pass",
            nested("[", "x", "]", 40) + " = y",
            "with (a):\n" + " with (b): pass\n".repeat(50))) {
      assertTrue(fast(source).startsWith("Module"));
    }
  }

  private static String nested(String open, String inner, String close, int depth) {
    return open.repeat(depth) + inner + close.repeat(depth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FastParser", "ExactParser", "Lexer"})
  void methodsAreSmallEnoughForHotSpot(String name) throws IOException {
    try (InputStream in = ParsersTest.class.getResourceAsStream(name + ".class")) {
      for (MethodModel method : ClassFile.of().parse(in.readAllBytes()).methods()) {
        int size = method.code().map(c -> ((CodeAttribute) c).codeLength()).orElse(0);
        assertTrue(size < HUGE_METHOD, method.methodName() + " has " + size + " bytes");
      }
    }
  }
}

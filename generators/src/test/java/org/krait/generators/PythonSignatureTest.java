package org.krait.generators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.krait.generators.PythonSignature.Kind;
import org.krait.generators.PythonSignature.Parameter;
import org.krait.generators.PythonSignature.Receiver;

class PythonSignatureTest {
  @Test
  void kindsFollowTheMarks() {
    PythonSignature signature =
        PythonSignature.parse("f(self, a, b=1, /, c=(1, 2), *rest, d, e=', ', **more)");
    assertEquals(Receiver.SELF, signature.receiver());
    assertEquals(
        List.of(
            new Parameter("a", Kind.POSITIONAL_ONLY, null),
            new Parameter("b", Kind.POSITIONAL_ONLY, "1"),
            new Parameter("c", Kind.POSITIONAL, "(1, 2)"),
            new Parameter("rest", Kind.STAR, null),
            new Parameter("d", Kind.KEYWORD_ONLY, null),
            new Parameter("e", Kind.KEYWORD_ONLY, "', '"),
            new Parameter("more", Kind.DOUBLE_STAR, null)),
        signature.parameters());
    assertEquals(3, signature.positional());
    assertEquals(1, signature.required());
    assertEquals(1, signature.requiredKeywords());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "append(self, object, /)         | ($self, object, /)",
        "clear(self, /)                  | ($self, /)",
        "clear(self)                     | ($self, /)",
        "sort(self, /, *, key=None)      | ($self, /, *, key=None)",
        "split(self, /, sep=None)        | ($self, /, sep=None)",
        "format(self, /, *args, **kw)    | ($self, /, *args, **kw)",
        "pop(self, key, default=NULL, /) | ($self, key, default=<unrepresentable>, /)"
      })
  void textIsAsCPythonShowsIt(String signature, String text) {
    assertEquals(text, PythonSignature.parse(signature).shown("$self"));
  }

  @Test
  void withoutReceiverTheTextHasNoMark() {
    assertEquals("(iterable=(), /)", PythonSignature.parse("__new__(cls, iterable=(), /)").shown(null));
    assertEquals("()", PythonSignature.parse("f()").shown(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f", "f(a", "f(a b)", "f(a=1, b)", "f(**kw, a)", "f(*a, *b)", "f(*, a=1, b)"})
  void malformedSignaturesAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PythonSignature.parse(text));
  }
}

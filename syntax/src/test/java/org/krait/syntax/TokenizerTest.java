package org.krait.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private static List<String> tokens(String source) {
    List<String> texts = new ArrayList<>();
    Tokenizer tokenizer = new Tokenizer(source, true, DiagnosticListener.NONE);
    while (tokenizer.hasNext()) {
      Token t = tokenizer.next();
      texts.add(t.type() + " " + t.text() + " " + t.line() + ":" + t.column() + "-" + t.endColumn());
    }
    return texts;
  }

  @Test
  void commentsAndEmptyLinesAreTokens() {
    assertEquals(
        List.of("1 x 1:0-1", "64 # c 1:2-5", "4 \n 1:5-6", "65 \n 2:0-1", "0  3:0-0"),
        tokens("x # c\n\n"));
  }

  @Test
  void fstringsComeInParts() {
    assertEquals(
        List.of(
            "61 f' 1:0-2", "62 a 1:2-3", "55 { 1:3-4", "1 b 1:4-5", "55 } 1:5-6", "63 ' 1:6-7",
            "4  1:7-8", "0  2:0-0"),
        tokens("f'a{b}'"));
  }

  @Test
  void bracketsNeedNotMatch() {
    assertEquals(List.of("55 ) 1:0-1", "4 \n 1:1-2", "0  2:0-0"), tokens(")\n"));
  }

  @Test
  void aLoneCarriageReturnTakesTheNextCharacterWithIt() {
    assertEquals(
        List.of("1 x 1:0-1", "55 \ri 1:1-3", "1 f 1:3-4", "4 \n 1:4-5", "0  2:0-0"), tokens("x\rif\n"));
  }
}

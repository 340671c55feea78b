package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InternedTextsTest {
  private static final int MANY = 30_000;

  @Test
  void threadsThatAddTheSameTextsGetTheSameObjectsWhileTheTableGrows() throws InterruptedException {
    InternedTexts texts = new InternedTexts();
    PyStr[][] found = new PyStr[2][MANY];
    Thread[] threads =
        IntStream.range(0, 2)
            .mapToObj(
                k ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < MANY; i++) {
                            found[k][i] = texts.add(PyStr.ofUnits("name" + i));
                          }
                        }))
            .toArray(Thread[]::new);
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(MANY, texts.size());
    for (int i = 0; i < MANY; i++) {
      assertSame(found[0][i], found[1][i]);
      assertSame(found[0][i], texts.get("name" + i));
    }
    assertNull(texts.get("another"));
  }

  @Test
  void textsOfTheSameHashStayApart() {
    InternedTexts texts = new InternedTexts();
    PyStr first = texts.add(PyStr.ofUnits("Aa"));
    PyStr second = texts.add(PyStr.ofUnits("BB"));
    assertEquals("Aa".hashCode(), "BB".hashCode());
    assertSame(first, texts.get("Aa"));
    assertSame(second, texts.get("BB"));
  }
}

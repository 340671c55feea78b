package org.krait.runtime.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
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
                            found[k][i] = add(texts, "name" + i);
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
      assertSame(found[0][i], get(texts, "name" + i));
    }
    assertNull(get(texts, "another"));
  }

  @Test
  void textsOfTheSameHashStayApart() {
    InternedTexts texts = new InternedTexts();
    PyStr first = add(texts, "Aa");
    PyStr second = add(texts, "BB");
    assertEquals("Aa".hashCode(), "BB".hashCode());
    assertSame(first, get(texts, "Aa"));
    assertSame(second, get(texts, "BB"));
  }

  /** Names come from Java's texts, from bytes and from an archive's numbers: all of them are to be one object. */
  @Test
  void aNameIsTheSameObjectHoweverItIsFound() {
    for (String name : new String[] {"x", "self", "seven77", "eight888", "fifteen_letters", "more_than_fifteen_letters",
        "a?b", "what?is?this", "caf\u00e9", "na\u00efve_and_more", "\u00ff", "\u0100b", "\u20ac_and_more", "", "\u0000", "a\u0000"}) {
      PyStr interned = PyStr.interned(name);
      assertEquals(name, interned.toString());
      assertSame(interned, PyStr.of(name).intern());
      assertSame(interned, PyStr.internedUnits(new String(name)));
      long[] numbers = interned.numbers();
      if (numbers[1] != 0) {
        assertSame(interned, PyStr.internedNumbers(numbers[0], numbers[1], name.hashCode()));
        assertEquals(name, PyStr.ofNumbers(numbers[0], numbers[1]).toString());
      }
      byte[] bytes = ("<" + name + ">").getBytes(StandardCharsets.ISO_8859_1);
      if (new String(bytes, StandardCharsets.ISO_8859_1).equals("<" + name + ">")) {
        assertSame(interned, PyStr.internedLatin1(bytes, 1, bytes.length - 1));
        PyStr fresh = PyStr.ofLatin1(bytes, 1, bytes.length - 1);
        assertEquals(interned, fresh);
        assertEquals(interned.hashValue(), fresh.hashValue());
      }
    }
  }

  /** A name that was never a Java text, found by one. */
  @Test
  void namesOfBytesAloneAreFoundByJavaTexts() {
    for (String name : new String[] {"never_so", "never_so_either", "never_so_long_in_any_other_test"}) {
      byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
      PyStr made = PyStr.internedLatin1(bytes, 0, bytes.length);
      assertSame(made, PyStr.interned(name));
      PyStr ascii = PyStr.internedAscii(name, name.hashCode());
      assertSame(made, ascii);
      assertEquals(PyStr.ofUnits(name).hashValue(), ascii.hashValue());
    }
  }

  private static PyStr add(InternedTexts texts, String text) {
    return texts.add(PyStr.ofUnits(text), text.hashCode());
  }

  private static PyStr get(InternedTexts texts, String text) {
    return texts.get(text, text.hashCode());
  }
}

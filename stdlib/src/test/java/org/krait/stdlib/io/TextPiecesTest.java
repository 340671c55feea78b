package org.krait.stdlib.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The parts of text streams that need no interpreter. */
class TextPiecesTest {
  @Test
  void lineEndsAreTranslatedAcrossParts() {
    NewlineTranslation newlines = new NewlineTranslation(true);
    assertEquals("a", newlines.next(PyStr.of("a\r"), false).toString());
    assertTrue(newlines.isPending());
    assertEquals("\nb\n", newlines.next(PyStr.of("\nb\r\r"), false).toString());
    assertEquals("\n", newlines.next(PyStr.EMPTY, true).toString());
    PyTuple seen = (PyTuple) newlines.seen();
    assertEquals("\r", seen.get(0).toString());
    assertEquals("\r\n", seen.get(1).toString());
  }

  @Test
  void wideTextIsTranslatedToo() {
    NewlineTranslation newlines = new NewlineTranslation(true);
    assertEquals("\ud83d\ude00\nx\n", newlines.next(PyStr.of("\ud83d\ude00\r\nx\n"), true).toString());
  }

  @Test
  void lineEndOfTwoCharacters() {
    NewlineRule rule = NewlineRule.of("\r\n", false);
    assertEquals(5, rule.lineEnd(PyStr.of("a\rb\r\nc"), 0));
    assertEquals(-1, rule.lineEnd(PyStr.of("a\rb\r"), 0));
    assertTrue(rule.mayContinue(PyStr.of("a\r")));
    assertEquals("x\r\ny", rule.translateWriting(PyStr.of("x\ny")).toString());
  }

  @Test
  void cookiesKeepAllParts() {
    Cookie cookie = new Cookie(1L << 40, 3, 17, 5, true);
    assertEquals(cookie, Cookie.of(cookie.toInt()));
    assertEquals(PyLong.of(7).value, Cookie.of(PyLong.of(7)).toInt().longValue());
    // As CPython 3.12 packs them: position, flags, bytes, characters from the lowest bit on.
    assertEquals(
        new java.math.BigInteger("1").shiftLeft(128).or(java.math.BigInteger.valueOf(9)),
        new Cookie(9, 0, 0, 1, false).toInt().bigValue());
  }

  @Test
  void incompleteCharactersWait() {
    StreamDecoder decoder = new StreamDecoder.Builtin(Encoding.UTF8, "strict");
    byte[] bytes = "h\u00e9\u20ac".getBytes(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(decoder.decode(new byte[] {b}, false));
    }
    assertEquals("h\u00e9\u20ac", text.toString());
    assertEquals(0, decoder.state().pending().length);
    assertEquals(3, decoder.bytesOf(bytes, 2));
  }

  @Test
  void newlineFlagsAreOneBit() {
    PyInt flags = NewlineFlags.with(PyLong.of(6), true);
    assertEquals(13, flags.longValue());
    assertTrue(NewlineFlags.isPending(flags));
    assertEquals(6, NewlineFlags.without(flags).longValue());
  }

  @Test
  void textIsWrittenOverAndBehind() {
    TextStore store = new TextStore();
    store.write(0, PyStr.of("abcdef"));
    store.write(2, PyStr.of("\ud83d\ude00"));
    store.write(8, PyStr.of("z"));
    assertEquals("ab", store.substring(0, 2).toString());
    assertEquals(0x1f600, store.codePointAt(2));
    assertEquals(9, store.length());
    assertEquals(0, store.codePointAt(6));
    store.truncate(3);
    assertEquals("ab\ud83d\ude00", store.substring(0, store.length()).toString());
  }

  @Test
  void writeBufferKeepsWhatASlowFileDoesNotTake() {
    WriteBuffer buffer = new WriteBuffer();
    buffer.append(new byte[] {1, 2, 3, 4}, 0, 4, 6);
    java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
    WriteBuffer.Sink twoAtATime =
        (array, from, length) -> {
          file.write(array, from, Math.min(2, length));
          return Math.min(2, length);
        };
    buffer.flush(twoAtATime);
    buffer.append(new byte[] {5, 6, 7, 8, 9, 10}, 0, 6, 6);
    assertEquals(0, buffer.room(6));
    buffer.flush(twoAtATime);
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, file.toByteArray());
  }

  @Test
  void modesOfFiles() {
    assertEquals("rb+", FileMode.of("w+").toString());
    assertEquals("xb", FileMode.of("x").toString());
    assertEquals("ab+", FileMode.of("ab+").toString());
    OpenMode mode = OpenMode.of("w+b");
    assertTrue(mode.isBinary() && mode.updates());
    assertEquals("w+", mode.raw());
  }
}

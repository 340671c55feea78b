package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are dropped come to their ends before the next line, as long as that costs little. */
class PromptEndsTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"prompt_ends", "prompt_references"})
  void shortScriptsSeeEndsAsInCPython(String name) throws Exception {
    assertEquals(
        new ExamplesTest.Outcome(Files.readString(SCRIPTS.resolve(name + ".txt")), 0),
        ExamplesTest.krait("-B", SCRIPTS.resolve(name + ".py").toString()));
  }

  /** In CPython all of them are dead at once. */
  @Test
  void manyObjectsWaitForTheCollector() throws Exception {
    String script =
        """
        import weakref
        class Plain: pass
        def make():
            plain = Plain()
            return weakref.ref(plain)
        dead = 0
        for i in range(100_000):
            dead += make()() is None
        print(10 < dead < 5_000)
        """;
    assertEquals(new ExamplesTest.Outcome("True\n", 0), ExamplesTest.krait("-c", script));
  }

  /** The library's own lists of what lives are no reason to collect: tests that run in a loop had one for each. */
  @Test
  void resultsOfTestsWaitForTheCollector() throws Exception {
    String script =
        """
        import io, unittest, unittest.signals
        class Case(unittest.TestCase):
            def test(self): pass
        for _ in range(20):
            suite = unittest.TestLoader().loadTestsFromTestCase(Case)
            result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
        print(len(unittest.signals._results) > 10)
        """;
    assertEquals(new ExamplesTest.Outcome("True\n", 0), ExamplesTest.krait("-c", script));
  }

  /** Generators that run to their ends make those that are dropped later no less awaited, until there are many. */
  @Test
  void generatorsAreClosedBehindOthersThatEnded() throws Exception {
    String script =
        """
        def numbers(told):
            try:
                yield 1
            finally:
                told.append("closed")
        for _ in range(20):
            list(numbers([]))
        told = []
        one = numbers(told)
        next(one)
        del one
        print(told)
        """;
    assertEquals(new ExamplesTest.Outcome("['closed']\n", 0), ExamplesTest.krait("-c", script));
  }

  /** In CPython they wait for its collector of cycles; here for any collection. */
  @Test
  void cyclesEndWithOthers() throws Exception {
    String script =
        """
        import gc, weakref
        gc.disable()
        class Plain: pass
        a, b = Plain(), Plain()
        a.other, b.other = b, a
        reference = weakref.ref(a)
        del a
        print(reference() is None)
        del b
        print(reference() is None)
        other = Plain()
        weakref.finalize(other, print, "finalized")
        del other
        print(reference() is None)
        """;
    assertEquals(
        new ExamplesTest.Outcome("False\nFalse\nfinalized\nTrue\n", 0),
        ExamplesTest.krait("-c", script));
  }

  /** Nobody who only imports the library pays for a collection. */
  @Test
  void importsCollectNothing() throws Exception {
    String script =
        """
        import unittest, asyncio, logging, enum, subprocess, threading, concurrent.futures
        print(len(__import__("gc").callbacks))
        """;
    assertEquals(
        new ExamplesTest.Outcome("0\n", 0),
        ExamplesTest.krait("-c", script));
  }
}

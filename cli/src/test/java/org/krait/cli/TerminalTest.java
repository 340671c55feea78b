package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt at a pseudo terminal, which {@code script} makes. */
class TerminalTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** What a signal's handler prints or raises comes while a line is edited, not after it. */
  @Test
  void handlersRunWhileALineIsEdited(@TempDir Path home) throws Exception {
    StringBuilder seen = new StringBuilder();
    Process process = start(home, seen);
    say(process, seen, ">>> ", "import os, signal, threading, time\r");
    // A build in the background passes SIGINT on as ignored, and Python then leaves it so.
    say(process, seen, ">>> ", "signal.signal(signal.SIGINT, signal.default_int_handler) and None\r");
    say(process, seen, ">>> ", "def later(): time.sleep(0.5); os.kill(os.getpid(), signal.SIGALRM)\r\r");
    say(process, seen, ">>> ", "signal.signal(signal.SIGALRM, lambda *a: print('r'+'ang')) and None\r");
    say(process, seen, ">>> ", "threading.Thread(target=later).start()\r6*");
    say(process, seen, "rang", "7\r");
    say(process, seen, "42\r\n", "signal.signal(signal.SIGALRM, lambda *a: 1/0) and None\r");
    say(process, seen, ">>> ", "threading.Thread(target=later).start()\rno good");
    say(process, seen, "ZeroDivisionError", "8*8\r");
    say(process, seen, "64\r\n", "signal.raise_signal(signal.SIGINT)\r");
    say(process, seen, "KeyboardInterrupt", "print('be'+'gun'); time.sleep(90)\r");
    say(process, seen, "begun\r\n", "\003");
    say(process, seen, "KeyboardInterrupt", "1+1\r");
    say(process, seen, "2\r\n", "");
    endInput(process, seen);
    end(process, seen);
  }

  @Test
  void promptEditsCompletesAndSurvivesInterrupts(@TempDir Path home) throws Exception {
    StringBuilder seen = new StringBuilder();
    Process process = start(home, seen);
    say(process, seen, ">>> ", "6*7\r");
    say(process, seen, "42\r\n", "def f(x):\r  return x\r\rf(7)+7\r");
    say(process, seen, "14\r\n", "no good\003");
    say(process, seen, "KeyboardInterrupt", "s = 'AB'\rs.low\t\r");
    say(process, seen, "'ab'", "input('? ')\r");
    say(process, seen, "? ", "word\r");
    say(process, seen, "'word'", "");
    endInput(process, seen);
    end(process, seen);
    String history = Files.readString(home.resolve(".python_history"));
    assertEquals("6*7\ndef f(x):\n  return x\nf(7)+7\ns = 'AB'\ns.lower()\ninput('? ')\nword\n", history);
  }

  /** A prompt; what it shows is added to the text. */
  private static Process start(Path home, StringBuilder seen) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no program to make a terminal");
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/bin/script", "-qec", "stty cols 80 rows 24; exec " + ROOT.resolve("krait") + " -q", "/dev/null");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
    Process process = builder.redirectErrorStream(true).start();
    Thread.ofPlatform().start(() -> copy(process, seen));
    return process;
  }

  /** Ends the input where the prompt reads it: an end that is typed before is the terminal's, and lost. */
  private static void endInput(Process process, StringBuilder seen) throws Exception {
    say(process, seen, ">>> ", "\004");
  }

  private static void end(Process process, StringBuilder seen) throws Exception {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), seen::toString);
    assertEquals(0, process.exitValue());
  }

  private static void copy(Process process, StringBuilder seen) {
    byte[] buffer = new byte[4096];
    try (var in = process.getInputStream()) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        synchronized (seen) {
          seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      }
    } catch (java.io.IOException e) {
      // The terminal is gone.
    }
  }

  /** Types when the terminal has shown a text since the last time; without keys it only looks, and then behind that text. */
  private static void say(Process process, StringBuilder seen, String after, String keys)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      synchronized (seen) {
        int at = seen.indexOf(after);
        if (at >= 0) {
          seen.delete(0, keys.isEmpty() ? at + after.length() : seen.length());
          break;
        }
        assertTrue(System.nanoTime() < end, "no " + after + " in: " + seen);
      }
      Thread.sleep(20);
    }
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }
}

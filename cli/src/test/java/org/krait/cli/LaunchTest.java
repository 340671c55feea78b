package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher decides by the words alone. */
class LaunchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pass | true",
        "print('hello') | true",
        "print(2 ** 100, [1, 2]) | true",
        "import json | false",
        "[print(i) for i in (1, 2)] | false",
        "print(sum(range(10 ** 9))) | false",
        "exec(x) | false",
        "__builtins__ | false",
      })
  void aLineWithoutLoopsAndImportsIsShort(String text, boolean isShort) throws IOException, InterruptedException {
    String launcher = Files.readString(Path.of("..", "krait"));
    int start = launcher.indexOf("is_line() {");
    String function = launcher.substring(start, launcher.indexOf("\n}\n", start) + 3);
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", function + "is_line \"$1\"", "sh", text);
    shell.environment().remove("PYTHONINSPECT");
    assertEquals(isShort, shell.start().waitFor() == 0);
  }
}

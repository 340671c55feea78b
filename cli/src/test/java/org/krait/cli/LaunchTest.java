package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher decides by the words alone. */
class LaunchTest {
  private static final String DECIDE =
      """
      read_options "$@"
      case $kind in text | program) is_short "$code" && kind=$cache ;; esac
      [ "$kind" = module ] && kind="$kind $code"
      printf %s "$kind"
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pass | line.aot",
        "print('hello') | line.aot",
        "print(2 ** 100, [1, 2]) | line.aot",
        "import sys; print(sys.argv) | line.aot",
        "import os, sys as s;print(os.getpid()) | line.aot",
        "import sys; from os import path; import time; print(time.time()) | line.aot",
        "import sys; import json, os.path; print(json) | short.aot",
        "import re | short.aot",
        "import sys; print(sys.stdin.read()) | short.aot",
        "from os import path, getpid; print(path) | line.aot",
        "from collections.abc import Sized; print(Sized) | short.aot",
        "import sys; sys.stdout.write('orange %s'.format(1)) | line.aot",
        "print('before', default, classes) | line.aot",
        "print(sum(range(10))) | text",
        "print([i for(i)in (1, 2)]) | text",
        "import os; os.close(1) | short.aot",
        "import systems; print(1) | text",
        "import sys, mine; print(1) | text",
        "from mine import sys | text",
        "import json; import mine | text",
        "x = 1; import json | text",
        "import timeit; timeit.main() | text",
        "[print(i) for i in (1, 2)] | text",
        "print(sum(range(10 ** 9))) | text",
        "exec(x) | text",
        "__builtins__ | text",
      })
  void aTextWithoutLoopsThatImportsFromTheLibraryIsShort(String text, String kind)
      throws IOException, InterruptedException {
    assertEquals(kind, decide(List.of("-c", text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-I -c pass | line.aot",
        "-X faulthandler -I -c pass | line.aot",
        "-Xutf8 -W error -Werror -bb -c pass | line.aot",
        "-Esc pass | line.aot",
        "--check-hash-based-pycs always -c pass | line.aot",
        "-c | line.aot",
        "-i -c pass | other",
        "-ic pass | other",
        "-u script.py -c pass | other",
        "- | other",
        "-X | other",
        "-m unittest -q x | module unittest",
        "-B -munittest x | module unittest",
        "-V | version",
        "-VV | version",
        "--help-env | help",
        "-? | help",
      })
  void optionsBeforeACommandAreRead(String words, String kind) throws IOException, InterruptedException {
    assertEquals(kind, decide(List.of(words.split(" "))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "print('hello')\\n | line.aot",
        "#!/usr/bin/env krait\\nimport sys\\n\\nprint(sys.argv) | line.aot",
        "import json\\nprint(json.dumps([1])) | short.aot",
        "def f():\\n    return 1 | program",
        "import mine\\n | program",
        "'' | line.aot",
      })
  void aSmallProgramIsJudgedAsALine(String text, String kind) throws IOException, InterruptedException {
    Path file = Files.createTempFile("program", "");
    try {
      Files.writeString(file, text.replace("\\n", "\n"));
      assertEquals(kind, decide(List.of("-B", file.toString(), "-c", "x")));
      Files.writeString(file, "x = 1\n".repeat(60));
      assertEquals("other", decide(List.of(file.toString())));
    } finally {
      Files.delete(file);
    }
    assertEquals("other", decide(List.of("/dev/null")));
    assertEquals("other", decide(List.of("/tmp")));
  }

  private static String decide(List<String> words) throws IOException, InterruptedException {
    String launcher = Files.readString(Path.of("..", "krait"));
    int end = launcher.indexOf("\n}\n", launcher.indexOf("imports() {")) + 3;
    List<String> command = new ArrayList<>(List.of("sh", "-c", launcher.substring(launcher.indexOf("newline='"), end) + DECIDE, "sh"));
    command.addAll(words);
    ProcessBuilder shell = new ProcessBuilder(command).redirectErrorStream(true);
    shell.environment().remove("PYTHONINSPECT");
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}

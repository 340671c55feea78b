package org.krait.conformance.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file in which {@code suite_tests.py} writes down what happens, as far as it has come. */
final class TestRecord {
  private final Path file;
  private long read;

  /** The tests of the module and whether each is CPython's own business, in the order of the run. */
  final Map<String, Boolean> planned = new LinkedHashMap<>();

  final Map<String, TestEnd> ended = new LinkedHashMap<>();

  /** The test that is running; null between tests. */
  String current;

  boolean done;

  TestRecord(Path file) {
    this.file = file;
  }

  /** Reads what is new; whether there was anything. */
  boolean follow() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(Math.min(read, Files.size(file)));
      bytes = in.readAllBytes();
    }
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    read += end;
    new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(this::take);
    return end > 0;
  }

  private void take(String line) {
    String[] fields = line.split("\t", -1);
    switch (fields[0]) {
      case "plan" -> planned.put(fields[1], !fields[2].isEmpty());
      case "start" -> current = fields[1];
      case "end" -> {
        ended.put(fields[2], new TestEnd(fields[2], Outcome.of(fields[1]), fields[3]));
        current = null;
      }
      case "done" -> done = true;
      default -> throw new IllegalStateException(file + ": " + line);
    }
  }

  /** Writes down how a test ended that cannot say so itself. */
  void end(String test, Outcome outcome, String reason) throws IOException {
    add("end\t" + outcome.word() + "\t" + test + "\t" + reason + "\n");
  }

  /** Writes down that nothing more will come. */
  void finish() throws IOException {
    add("done\n");
  }

  private void add(String line) throws IOException {
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    follow();
  }

  /** The first test that has no end; null when all have. */
  String firstWithoutEnd() {
    for (String test : planned.keySet()) {
      if (!ended.containsKey(test)) {
        return test;
      }
    }
    return null;
  }
}

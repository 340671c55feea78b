package org.krait.conformance.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the ledger says: under Krait a line a test, under CPython a line for many. */
final class Ledger {
  /** The word for what passes under CPython and is its own business. */
  static final String INTERNAL = "internal";

  /** Stands for the class of a test whose name has no dot. */
  private static final String NO_CLASS = "-";

  private static final Path FOLDER = Python.ROOT.resolve("conformance/ledger");

  private Ledger() {}

  static Path file(String module) {
    return FOLDER.resolve(module + ".txt");
  }

  static Path oracleFile(String module) {
    return FOLDER.resolve("cpython").resolve(module + ".txt");
  }

  /** The ends of a module's tests; empty when it is not in the ledger. */
  static Map<String, TestEnd> read(String module) throws IOException {
    Map<String, TestEnd> ends = new TreeMap<>();
    if (Files.exists(file(module))) {
      for (String line : Files.readAllLines(file(module))) {
        TestEnd end = TestEnd.of(line);
        ends.put(end.test(), end);
      }
    }
    return ends;
  }

  /** Writes the ends of a module's tests, in the order of their names. */
  static void write(String module, Collection<TestEnd> ends) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    for (TestEnd end : ends) {
      String reason = StableText.of(end.reason());
      lines.put(end.test(), new TestEnd(end.test(), end.outcome(), reason).line());
    }
    write(file(module), lines.values());
  }

  private static void write(Path file, Collection<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** How each test of a module ends under CPython: the word of an outcome, or {@link #INTERNAL}. */
  static Map<String, String> readOracle(String module) throws IOException {
    Map<String, String> words = new TreeMap<>();
    if (Files.exists(oracleFile(module))) {
      for (String line : Files.readAllLines(oracleFile(module))) {
        String[] parts = line.split(" ");
        for (int i = 2; i < parts.length; i++) {
          String test = parts[1].equals(NO_CLASS) ? parts[i] : parts[1] + "." + parts[i];
          words.put(test, parts[0]);
        }
      }
    }
    return words;
  }

  /** Writes how tests ended under CPython: outcome, class and the names of its tests on one line. */
  static void writeOracle(String module, TestRecord record) throws IOException {
    Map<String, List<String>> names = new TreeMap<>();
    for (TestEnd end : new TreeMap<>(record.ended).values()) {
      boolean internal = record.planned.getOrDefault(end.test(), false);
      String word = end.passed() && internal ? INTERNAL : end.outcome().word();
      int dot = end.test().lastIndexOf('.');
      String place = dot < 0 ? NO_CLASS : end.test().substring(0, dot);
      names
          .computeIfAbsent(word + " " + place, _ -> new ArrayList<>())
          .add(end.test().substring(dot + 1));
    }
    List<String> lines = new ArrayList<>();
    names.forEach((key, tests) -> lines.add(key + " " + String.join(" ", tests)));
    write(oracleFile(module), lines);
  }
}

package org.krait.conformance.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.krait.conformance.Oracle;

/** The modules of CPython's suite and the areas that they belong to. */
final class Suite {
  /** The area of a module that the table does not name. */
  static final String REST = "other library modules";

  private Suite() {}

  /** All test modules; a package of tests is one of them. */
  static List<String> modules() throws IOException {
    List<String> modules = new ArrayList<>();
    try (Stream<Path> files = Files.list(Oracle.find().library().resolve("test"))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString();
        boolean isPackage = Files.exists(file.resolve("__init__.py"));
        if (name.startsWith("test_") && (isPackage || name.endsWith(".py"))) {
          modules.add(isPackage ? name : name.substring(0, name.length() - 3));
        }
      }
    }
    return modules;
  }

  /** The names in a list of this package, such as {@code quick.txt}. */
  static List<String> list(String resource) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : lines(resource)) {
      names.addAll(List.of(line.split(" +")));
    }
    return names;
  }

  /** The modules by area, in the order of the table; each module is in one. */
  static Map<String, List<String>> byArea(List<String> modules) throws IOException {
    Map<String, List<String>> table = table("areas.txt");
    Map<String, List<String>> result = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>(modules);
    table.forEach(
        (area, named) -> {
          rest.removeAll(named);
          result.put(area, modules.stream().filter(named::contains).toList());
        });
    result.put(REST, rest);
    return result;
  }

  /** The modules about the language itself, by what of it they are about. */
  static Map<String, List<String>> core() throws IOException {
    return table("core.txt");
  }

  /** Names of modules behind a heading and a colon. */
  private static Map<String, List<String>> table(String resource) throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (String line : lines(resource)) {
      int colon = line.indexOf(':');
      table.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip().split(" +")));
    }
    return table;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = Suite.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }
}

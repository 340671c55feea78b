package org.krait.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python file to compare.
 *
 * @param path where it lies
 * @param name what the code objects call it: for the oracle's library the path below {@code lib}
 */
public record SourceFile(Path path, String name) {
  public byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }

  /** All files of the oracle's standard library, its tests included, in the order of their names. */
  public static List<SourceFile> library(Oracle oracle) throws IOException {
    return below(oracle.library(), oracle.library().getParent()).stream()
        .filter(file -> !file.name().contains("site-packages"))
        .toList();
  }

  /** The files that an argument names: a file, or all below a folder. */
  public static List<SourceFile> named(Path argument) throws IOException {
    return below(argument, Path.of("").toAbsolutePath());
  }

  private static List<SourceFile> below(Path top, Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(top)) {
      paths
          .filter(p -> Files.isRegularFile(p) && (p.equals(top) || p.toString().endsWith(".py")))
          .sorted()
          .forEach(p -> files.add(new SourceFile(p, name(root, p))));
    }
    return files;
  }

  private static String name(Path root, Path path) {
    Path absolute = path.toAbsolutePath();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : path.toString();
  }
}

package org.krait.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Random programs of {@code random_programs.py}, which compilers can be compared on.
 *
 * <p>Rarely CPython's own result depends on its hash seed: free names that an inlined comprehension
 * brings into a class come in the order of a set.
 */
final class RandomPrograms {
  private static final String SCRIPT = "random_programs.py";

  private RandomPrograms() {}

  /** Writes the programs of a seed, the same each time, to a temporary folder. */
  static List<SourceFile> write(Oracle oracle, long seed, int count) throws IOException {
    Path folder = Files.createTempDirectory("krait-random");
    Process process =
        oracle
            .process("-c", script(), Long.toString(seed), Integer.toString(count), folder.toString())
            .inheritIO()
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(SCRIPT + " failed");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(path -> new SourceFile(path, path.getFileName().toString()))
          .toList();
    }
  }

  private static String script() throws IOException {
    try (InputStream in = RandomPrograms.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

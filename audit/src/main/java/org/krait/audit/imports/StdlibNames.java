package org.krait.audit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the modules of the standard library. */
final class StdlibNames {
  private static final Set<String> ALL = read();

  private StdlibNames() {}

  static Set<String> all() {
    return ALL;
  }

  private static Set<String> read() {
    try (InputStream in = StdlibNames.class.getResourceAsStream("stdlib-names.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

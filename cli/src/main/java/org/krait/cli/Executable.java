package org.krait.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Finds the file behind the command: {@code sys.executable}. */
final class Executable {
  private Executable() {}

  /**
   * The absolute path of a command, links not followed: a virtual environment is known by it.
   *
   * @return empty when there is no such file
   */
  static String of(String program, Map<String, String> environment) {
    try {
      if (program.indexOf('/') >= 0) {
        return Path.of(program).toAbsolutePath().normalize().toString();
      }
      for (String folder : environment.getOrDefault("PATH", "").split(":")) {
        Path file = Path.of(folder, program);
        if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
          return file.toAbsolutePath().toString();
        }
      }
    } catch (InvalidPathException e) {
      return "";
    }
    return "";
  }
}

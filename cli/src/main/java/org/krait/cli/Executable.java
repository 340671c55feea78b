package org.krait.cli;

import java.io.IOException;
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

  /**
   * The executable that the environment of this one was made from, {@code sys._base_executable}; the same
   * one where there is no {@code pyvenv.cfg} beside it or above.
   */
  static String base(String executable) {
    Path file = executable.isEmpty() ? null : Path.of(executable);
    String home = file == null ? null : baseFolder(file.getParent());
    if (home == null) {
      return executable;
    }
    try {
      Path real = file.toRealPath();
      if (!real.equals(file)) {
        return real.toString();
      }
    } catch (IOException e) {
      // A link that leads nowhere; the settings still name a folder.
    }
    Path named = Path.of(home, file.getFileName().toString());
    return (Files.isRegularFile(named) ? named : Path.of(home, "krait")).toString();
  }

  /** What {@code pyvenv.cfg} calls home, or null. */
  private static String baseFolder(Path folder) {
    for (Path place = folder; place != null; place = place == folder ? folder.getParent() : null) {
      Path settings = place.resolve("pyvenv.cfg");
      if (Files.isRegularFile(settings)) {
        return home(settings);
      }
    }
    return null;
  }

  private static String home(Path settings) {
    try {
      for (String line : Files.readAllLines(settings)) {
        int equals = line.indexOf('=');
        if (equals > 0 && line.substring(0, equals).strip().equalsIgnoreCase("home")) {
          return line.substring(equals + 1).strip();
        }
      }
    } catch (IOException e) {
      // site reads it too, and says what is wrong.
    }
    return null;
  }
}

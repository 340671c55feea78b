package org.krait.conformance;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * CPython 3.12.1 itself, which knows what is right.
 *
 * <p>The build lays it out under {@code conformance/target/oracle}; the system property {@code
 * krait.oracle} names another place. It runs on Linux x86-64.
 */
public final class Oracle {
  /** The system property that names the folder with {@code bin} and {@code lib}. */
  public static final String PROPERTY = "krait.oracle";

  private final Path home;

  private Oracle(Path home) {
    this.home = home;
  }

  /** The oracle of this build. */
  public static Oracle find() throws IOException {
    Path home = Path.of(System.getProperty(PROPERTY, besideClasses())).toAbsolutePath();
    Oracle oracle = new Oracle(home);
    if (!Files.isRegularFile(oracle.executable())) {
      throw new IOException(
          "no oracle in " + home + ": run `mvn -pl conformance -am process-test-classes` or set -D"
              + PROPERTY + "=FOLDER");
    }
    if (!Files.isExecutable(oracle.executable())
        && !oracle.executable().toFile().setExecutable(true)) {
      throw new IOException("cannot make " + oracle.executable() + " executable");
    }
    return oracle;
  }

  private static String besideClasses() {
    try {
      var place = Oracle.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place).resolveSibling("oracle").toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The folder in which answers that do not change are kept from run to run. */
  Path memory() {
    return Path.of(besideClasses()).resolveSibling("oracle-code");
  }

  private Path executable() {
    return home.resolve("bin").resolve("python3.12");
  }

  /** The folder of the standard library. */
  public Path library() {
    return home.resolve("lib").resolve("python3.12");
  }

  /** A process that is ready to start; its environment holds nothing that would change it. */
  public ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PYTHON"));
    environment.put("PYTHONHOME", home.toString());
    environment.put("LD_LIBRARY_PATH", home.toString());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PYTHONIOENCODING", "utf-8");
    return builder;
  }
}

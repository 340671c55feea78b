package org.krait.stdlib.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.krait.bytecode.PycFile;
import org.krait.runtime.Documentation;

/**
 * A step of the build: has CPython, which comes with the library, write down what its modules, types and
 * functions say of themselves ({@link Documentation}). Where it cannot run, nothing is written.
 */
final class WriteDocumentation {
  private static final String SCRIPT = "documentation.py";
  private static final Set<String> TYPES =
      Set.of(
          "_io._IOBase",
          "_io._RawIOBase",
          "_io._BufferedIOBase",
          "_io._TextIOBase",
          "types.GenericAlias",
          "builtins.zip");

  private static final long PATIENCE = 60;

  private WriteDocumentation() {}

  /**
   * Writes the file beside a library.
   *
   * @param cpython the folder with CPython's {@code bin} and shared libraries
   */
  static void write(Path library, Path cpython) throws IOException {
    run(SCRIPT, library, cpython, library.resolveSibling(Documentation.FILE_NAME));
  }

  /**
   * Has CPython run a script over a library.
   *
   * @param scriptName of the script, which stands beside this class
   * @param file what it writes to its standard output
   */
  static void run(String scriptName, Path library, Path cpython, Path file) throws IOException {
    Path program = cpython.resolve("bin").resolve("python3.12");
    boolean runs =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64")
            && Files.exists(program)
            && (Files.isExecutable(program) || program.toFile().setExecutable(true));
    if (!runs) {
      return;
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Path home = library.getParent().getParent();
    ProcessBuilder builder =
        new ProcessBuilder(program.toAbsolutePath().toString(), "-B", "-s", "-");
    builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
    builder.environment().put("LD_LIBRARY_PATH", cpython.toAbsolutePath().toString());
    builder.environment().put("PYTHONHOME", home.toAbsolutePath() + ":" + cpython.toAbsolutePath());
    builder.redirectOutput(draft.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (InputStream script = WriteDocumentation.class.getResourceAsStream(scriptName);
        var in = process.getOutputStream()) {
      script.transferTo(in);
    }
    try {
      if (process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() == 0) {
        PycFile.replace(file, Files.readAllBytes(draft));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(draft);
    }
  }

  /** The texts that every start asks for: those of modules, of some types, and that many say nothing. */
  static Map<String, byte[]> atStart(Path library) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    Path file = library.resolveSibling(Documentation.FILE_NAME);
    if (Files.exists(file)) {
      for (String entry : Files.readString(file).split("\0")) {
        int end = entry.indexOf('\1');
        String name = entry.substring(0, end);
        String text = entry.substring(end + 1);
        boolean silent = text.isEmpty() && name.startsWith("builtins.");
        if (silent || name.startsWith("module ") || TYPES.contains(name)) {
          found.put(name, text.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return found;
  }
}

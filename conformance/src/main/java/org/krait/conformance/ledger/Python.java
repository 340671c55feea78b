package org.krait.conformance.ledger;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.krait.conformance.Oracle;

/** What the tests run under: Krait, or CPython itself. */
abstract class Python {
  private static final Path CLASSES = classes();

  /**
   * As the launcher starts {@code -m unittest}: in what runs once and for seconds, alone or beside others, the second
   * compiler takes longer than what it compiles. Where as many processes as processors are busy, so does the first
   * with methods that run a few hundred times ({@code -m unittest test.test_keyword} 381 → 367 ms of processor time, a
   * child that imports {@code subprocess} 258 → 234).
   */
  private static final String FIRST_COMPILER =
      "-XX:TieredStopAtLevel=1 -XX:-AOTReplayTraining -XX:Tier0InvokeNotifyFreqLog=9";

  /**
   * Modules that digest or pack gigabytes in one process, for which the second compiler is worth its time: it alone
   * uses the machine's instructions for digests ({@code test_hashlib} 42 s without and 20 s with it).
   */
  private static final Set<String> BOTH_COMPILERS = Set.of("test_hashlib", "test_zipfile64");

  /** The checkout. */
  static final Path ROOT = CLASSES.getParent().getParent().getParent();

  private static final Path SCRIPT =
      CLASSES.resolve("org/krait/conformance/ledger/run_tests.py");

  private static Path classes() {
    try {
      return Path.of(Python.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  abstract ProcessBuilder process(List<String> arguments);

  /** A process that runs the tests of a module. */
  final ProcessBuilder tests(String module, Path record) {
    ProcessBuilder builder = process(List.of(SCRIPT.toString(), module, record.toString()));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C.UTF-8");
    // Not 0: that would switch the randomisation off, and some tests look at the switch.
    environment.put("PYTHONHASHSEED", "1");
    environment.remove("PYTHONIOENCODING");
    return builder;
  }

  static Python oracle() throws IOException {
    Oracle oracle = Oracle.find();
    return new Python() {
      @Override
      ProcessBuilder process(List<String> arguments) {
        return oracle.process(arguments.toArray(String[]::new));
      }
    };
  }

  /**
   * Krait from this checkout.
   *
   * @param options Krait's own options, such as {@code -X name=value}
   * @param javaOptions what goes into {@code KRAIT_JAVA_OPTIONS}
   */
  static Python krait(List<String> options, String javaOptions) throws IOException {
    Path home = homeWithTests();
    return new Python() {
      @Override
      ProcessBuilder process(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("krait").toString());
        command.addAll(options);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PYTHON"));
        String compilers = arguments.stream().anyMatch(BOTH_COMPILERS::contains) ? "" : FIRST_COMPILER;
        environment.put(
            "KRAIT_JAVA_OPTIONS", ("-Dkrait.home=" + home + " " + compilers + " " + javaOptions).strip());
        return builder;
      }
    };
  }

  /** Krait's library has no tests; here is a folder with both, made of links. */
  private static synchronized Path homeWithTests() throws IOException {
    Path home = CLASSES.resolveSibling("suite-home");
    Path library = Files.createDirectories(home.resolve("lib/python3.12"));
    try (Stream<Path> files = Files.list(ROOT.resolve("stdlib/target/home/lib/python3.12"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        link(library, file);
      }
    }
    // What the build made beside the library: frozen modules, documentation.
    try (Stream<Path> files = Files.list(ROOT.resolve("stdlib/target/home/lib"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        link(library.getParent(), file);
      }
    }
    link(library, Oracle.find().library().resolve("test"));
    copyCaches(ROOT.resolve("stdlib/target/home/lib/python3.12/__pycache__"), library.resolve("__pycache__"));
    return home;
  }

  /** Tests may change what is there; where they have not, Krait knows the caches for its build's and need not verify them. */
  private static void copyCaches(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(file.getFileName());
        if (!Files.exists(copy) || !Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(file))) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void link(Path folder, Path target) throws IOException {
    Path link = folder.resolve(target.getFileName());
    if (link.endsWith("__pycache__")) {
      return; // has its own
    }
    if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
      return;
    }
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }
}

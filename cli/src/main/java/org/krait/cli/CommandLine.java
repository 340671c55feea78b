package org.krait.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Options;

/** The command line and the {@code PYTHON*} environment, read as CPython reads them. */
final class CommandLine {
  /** What to run. */
  enum Kind {
    COMMAND,
    MODULE,
    FILE,
    STANDARD_INPUT,
    HELP,
    HELP_ENV,
    HELP_XOPTIONS,
    VERSION
  }

  /** Options that take a value, the rest of the word or the next one. */
  private static final String WITH_VALUE = "cmWX";

  private static final String FLAGS = "bBdEhiIOPqRsStuvVx?";

  final Options options = new Options();
  Kind kind = Kind.STANDARD_INPUT;

  /** The command, module or file. */
  String target;

  boolean skipFirstLine;
  boolean longVersion;

  /** Wrong use: the words for standard error; exit code 2. */
  static final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
      super(message, null, false, false);
    }
  }

  private final List<String> words;
  private final Map<String, String> environment;
  private int at;

  private CommandLine(List<String> words, Map<String, String> environment) {
    this.words = words;
    this.environment = environment;
  }

  static CommandLine read(String[] args, Map<String, String> environment) throws UsageError {
    CommandLine line = new CommandLine(Arrays.asList(args), environment);
    line.readOptions();
    line.readTarget();
    if (!line.options.ignoreEnvironment) {
      line.readEnvironment();
    }
    line.options.executable = environment.getOrDefault("KRAIT_EXECUTABLE", "");
    line.options.originalArgv.add(line.options.executable);
    line.options.originalArgv.addAll(line.words);
    return line;
  }

  private void readOptions() throws UsageError {
    while (at < words.size() && kind != Kind.COMMAND && kind != Kind.MODULE) {
      String word = words.get(at);
      if (!word.startsWith("-") || word.equals("-")) {
        return;
      }
      at++;
      if (word.equals("--")) {
        return;
      }
      if (word.startsWith("--")) {
        longOption(word);
      } else {
        shortOptions(word);
      }
    }
  }

  private void longOption(String word) throws UsageError {
    switch (word) {
      case "--help" -> kind = Kind.HELP;
      case "--help-env" -> kind = Kind.HELP_ENV;
      case "--help-xoptions" -> kind = Kind.HELP_XOPTIONS;
      case "--help-all" -> kind = Kind.HELP;
      case "--version" -> kind = Kind.VERSION;
      case "--check-hash-based-pycs" -> {
        options.checkHashPycs = next(word);
        if (!List.of("default", "always", "never").contains(options.checkHashPycs)) {
          throw new UsageError(
              "--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
        }
      }
      default -> throw new UsageError("unknown option " + word);
    }
  }

  private String next(String option) throws UsageError {
    if (at >= words.size()) {
      throw new UsageError("Argument expected for the " + option + " option");
    }
    return words.get(at++);
  }

  private void shortOptions(String word) throws UsageError {
    for (int i = 1; i < word.length(); i++) {
      char option = word.charAt(i);
      if (WITH_VALUE.indexOf(option) >= 0) {
        String rest = word.substring(i + 1);
        withValue(option, rest.isEmpty() ? next("-" + option) : rest);
        return;
      }
      if (FLAGS.indexOf(option) < 0) {
        throw new UsageError("Unknown option: -" + option);
      }
      flag(option);
    }
  }

  private void withValue(char option, String value) {
    switch (option) {
      case 'c' -> {
        kind = Kind.COMMAND;
        target = value + "\n";
      }
      case 'm' -> {
        kind = Kind.MODULE;
        target = value;
      }
      case 'W' -> options.warnings.add(value);
      default -> extra(value);
    }
  }

  private void extra(String value) {
    int equals = value.indexOf('=');
    String name = equals < 0 ? value : value.substring(0, equals);
    options.extra.put(name, equals < 0 ? null : value.substring(equals + 1));
    switch (name) {
      case "dev" -> options.devMode = true;
      case "utf8" -> options.utf8Mode = true;
      case "warn_default_encoding" -> options.warnDefaultEncoding = true;
      case "int_max_str_digits" ->
          options.intMaxStrDigits = Integer.parseInt(value.substring(equals + 1));
      case "pycache_prefix" -> options.pycachePrefix = equals < 0 ? null : value.substring(equals + 1);
      default -> {}
    }
  }

  private void flag(char option) {
    switch (option) {
      case 'b' -> options.bytesWarning++;
      case 'B' -> options.dontWriteBytecode = true;
      case 'd' -> options.debug = true;
      case 'E' -> options.ignoreEnvironment = true;
      case 'h', '?' -> kind = Kind.HELP;
      case 'i' -> {
        options.inspect = true;
        options.interactive = true;
      }
      case 'I' -> {
        options.isolated = true;
        options.ignoreEnvironment = true;
        options.noUserSite = true;
        options.safePath = true;
      }
      case 'O' -> options.optimize = Math.min(2, options.optimize + 1);
      case 'P' -> options.safePath = true;
      case 'q' -> options.quiet = true;
      case 's' -> options.noUserSite = true;
      case 'S' -> options.noSite = true;
      case 'u' -> options.unbuffered = true;
      case 'v' -> options.verbose++;
      case 'V' -> {
        longVersion = kind == Kind.VERSION;
        kind = Kind.VERSION;
      }
      case 'x' -> skipFirstLine = true;
      default -> {}
    }
  }

  private void readTarget() {
    List<String> argv = new ArrayList<>();
    switch (kind) {
      case COMMAND -> argv.add("-c");
      case MODULE -> argv.add("-m");
      case STANDARD_INPUT -> {
        if (at < words.size()) {
          target = words.get(at++);
          kind = target.equals("-") ? Kind.STANDARD_INPUT : Kind.FILE;
          argv.add(target);
        } else {
          argv.add("");
        }
      }
      default -> argv.add("");
    }
    argv.addAll(words.subList(at, words.size()));
    options.argv = argv;
  }

  private void readEnvironment() {
    options.optimize = Math.max(options.optimize, level("PYTHONOPTIMIZE"));
    options.verbose = Math.max(options.verbose, level("PYTHONVERBOSE"));
    options.dontWriteBytecode |= isSet("PYTHONDONTWRITEBYTECODE");
    options.unbuffered |= isSet("PYTHONUNBUFFERED");
    options.noUserSite |= isSet("PYTHONNOUSERSITE");
    options.inspect |= isSet("PYTHONINSPECT");
    options.safePath |= isSet("PYTHONSAFEPATH");
    options.devMode |= isSet("PYTHONDEVMODE");
    options.warnDefaultEncoding |= isSet("PYTHONWARNDEFAULTENCODING");
    options.hashRandomization = !"0".equals(environment.get("PYTHONHASHSEED"));
    if (isSet("PYTHONPYCACHEPREFIX") && options.pycachePrefix == null) {
      options.pycachePrefix = environment.get("PYTHONPYCACHEPREFIX");
    }
    if (isSet("PYTHONINTMAXSTRDIGITS") && options.intMaxStrDigits < 0) {
      options.intMaxStrDigits = Integer.parseInt(environment.get("PYTHONINTMAXSTRDIGITS"));
    }
    if (isSet("PYTHONWARNINGS")) {
      options.warnings.addAll(0, List.of(environment.get("PYTHONWARNINGS").split(",")));
    }
    if (isSet("PYTHONPATH")) {
      options.extraPath.addAll(List.of(environment.get("PYTHONPATH").split(":")));
    }
    if (isSet("PYTHONIOENCODING")) {
      String[] parts = environment.get("PYTHONIOENCODING").split(":", 2);
      options.stdioEncoding = parts[0].isEmpty() ? null : parts[0];
      options.stdioErrors = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
    }
    if (options.devMode) {
      options.warnings.addFirst("default");
    }
  }

  private boolean isSet(String name) {
    String value = environment.get(name);
    return value != null && !value.isEmpty();
  }

  private int level(String name) {
    if (!isSet(name)) {
      return 0;
    }
    try {
      return Math.max(1, Integer.parseInt(environment.get(name)));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** Where the library is: next to the launcher, unless the environment says otherwise. */
  static Path home(Map<String, String> environment, boolean ignoreEnvironment) {
    String given = ignoreEnvironment ? null : environment.get("PYTHONHOME");
    return Path.of(given != null && !given.isEmpty() ? given : System.getProperty("krait.home", "."));
  }
}

package org.krait.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Options;

/**
 * The command line and the {@code PYTHON*} environment, read as CPython reads them: what to run, and
 * the {@link Options} of the interpreter that runs it.
 */
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
    HELP_ALL,
    VERSION
  }

  final Options options = new Options();
  Kind kind = Kind.STANDARD_INPUT;

  /** The command, module or file; null for standard input. */
  String target;

  boolean skipFirstLine;
  int versionCount;

  /** {@code --dump}: the stages to be shown instead of running the program; empty for none. */
  List<DumpStage> dump = List.of();

  String dumpFilter;

  /** Wrong use: the words for standard error; exit code 2. */
  static final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
      super(message, null, false, false);
    }
  }

  private final List<String> words;
  private final Map<String, String> environment;
  private final List<String> warnings = new ArrayList<>();
  private Kind helpKind;
  private boolean randomHashes;
  private int at;

  private CommandLine(List<String> words, Map<String, String> environment) {
    this.words = words;
    this.environment = environment;
  }

  /**
   * Reads a command line.
   *
   * @param program the command itself, as it was called
   * @param args the words behind it
   * @throws UsageError for an option that does not exist or lacks its value
   * @throws SettingError for a value that Python cannot start with
   */
  static CommandLine read(String program, String[] args, Map<String, String> environment)
      throws UsageError, SettingError {
    CommandLine line = new CommandLine(Arrays.asList(args), environment);
    line.readOptions();
    line.readTarget();
    Options options = line.options;
    options.program = program;
    options.environment = environment;
    options.originalArgv.add(program);
    options.originalArgv.addAll(line.words);
    if (options.isolated) {
      options.ignoreEnvironment = true;
      options.noUserSite = true;
      options.safePath = true;
    }
    new EnvironmentSettings(options, environment).read(line.warnings, line.randomHashes);
    return line;
  }

  private void readOptions() throws UsageError {
    while (at < words.size() && kind == Kind.STANDARD_INPUT) {
      String word = words.get(at);
      if (!word.startsWith("-") || word.equals("-")) {
        break;
      }
      at++;
      if (word.equals("--")) {
        break;
      }
      if (word.startsWith("--")) {
        wordOption(word);
      } else {
        letterOptions(word);
      }
    }
    if (helpKind != null) {
      kind = helpKind;
    } else if (versionCount > 0) {
      kind = Kind.VERSION;
    }
  }

  private void wordOption(String word) throws UsageError {
    CommandOption option = CommandOption.ofWord(word);
    if (option == null) {
      throw new UsageError("unknown option " + word);
    }
    if (option.spelling.endsWith("=")) {
      apply(option, word.substring(option.spelling.length()));
    } else if (option.argument == null) {
      apply(option, null);
    } else if (at < words.size()) {
      apply(option, words.get(at++));
    } else {
      throw new UsageError("Argument expected for the " + word + " options");
    }
  }

  private void letterOptions(String word) throws UsageError {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      CommandOption option = CommandOption.ofLetter(letter);
      if (option == null) {
        throw new UsageError("Unknown option: -" + letter);
      }
      if (option.argument == null) {
        apply(option, null);
        continue;
      }
      if (i + 1 == word.length() && at >= words.size()) {
        throw new UsageError("Argument expected for the -" + letter + " option");
      }
      apply(option, i + 1 < word.length() ? word.substring(i + 1) : words.get(at++));
      return;
    }
  }

  private void apply(CommandOption option, String value) throws UsageError {
    switch (option) {
      case BYTES_WARNINGS -> options.bytesWarning++;
      case NO_BYTECODE -> options.dontWriteBytecode = true;
      case COMMAND -> {
        kind = Kind.COMMAND;
        target = value.concat("\n");
      }
      case DEBUG -> options.debug++;
      case IGNORE_ENVIRONMENT -> options.ignoreEnvironment = true;
      case HELP, HELP_ALIAS, HELP_LONG -> help(Kind.HELP);
      case HELP_ENV -> help(Kind.HELP_ENV);
      case HELP_XOPTIONS -> help(Kind.HELP_XOPTIONS);
      case HELP_ALL -> help(Kind.HELP_ALL);
      case INSPECT -> {
        options.inspect++;
        options.interactive++;
      }
      case ISOLATED -> options.isolated = true;
      case JYTHON -> throw new UsageError("-J is reserved for Jython");
      case MODULE -> {
        kind = Kind.MODULE;
        target = value;
      }
      case OPTIMIZE, OPTIMIZE_TWICE -> options.optimize++;
      case SAFE_PATH -> options.safePath = true;
      case QUIET -> options.quiet++;
      case RANDOM_HASHES -> randomHashes = true;
      case NO_USER_SITE -> options.noUserSite = true;
      case NO_SITE -> options.noSite = true;
      case TABS -> {}
      case UNBUFFERED -> options.unbuffered = true;
      case VERBOSE -> options.verbose++;
      case VERSION, VERSION_LONG -> versionCount++;
      case WARNINGS -> warnings.add(value);
      case SKIP_FIRST_LINE -> skipFirstLine = true;
      case EXTRA -> extra(value);
      case CHECK_HASH_BASED_PYCS -> {
        if (!List.of("always", "never", "default").contains(value)) {
          throw new UsageError(
              "--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
        }
        options.checkHashPycs = value;
      }
      case DUMP -> {
        dump = DumpStage.read(value);
        if (dump == null) {
          throw new UsageError("--dump: the stages are tokens, ast, scopes, codegen, cfg and code");
        }
      }
      case DUMP_FILTER -> dumpFilter = value;
    }
  }

  /** The first kind of help that is asked for is the one that is given; the whole goes before all. */
  private void help(Kind wanted) {
    if (helpKind == null || wanted == Kind.HELP_ALL) {
      helpKind = wanted;
    }
  }

  private void extra(String value) {
    int equals = value.indexOf('=');
    options.extra.put(
        equals < 0 ? value : value.substring(0, equals),
        equals < 0 ? null : value.substring(equals + 1));
  }

  private void readTarget() {
    List<String> argv = new ArrayList<>();
    switch (kind) {
      case COMMAND -> argv.add("-c");
      case MODULE -> argv.add("-m");
      case STANDARD_INPUT -> {
        if (at < words.size()) {
          String word = words.get(at++);
          argv.add(word);
          if (!word.equals("-")) {
            target = word;
            kind = Kind.FILE;
          }
        } else {
          argv.add("");
        }
      }
      default -> argv.add("");
    }
    argv.addAll(words.subList(at, words.size()));
    options.argv = argv;
  }

  /** Where the library is: next to the launcher, unless the environment says otherwise. */
  static Path home(Map<String, String> environment, boolean ignoreEnvironment) {
    String given = ignoreEnvironment ? null : environment.get("PYTHONHOME");
    return Path.of(given != null && !given.isEmpty() ? given : System.getProperty("krait.home", "."));
  }
}

package org.krait.cli;

/**
 * The options of the command line, in the order of the help.
 *
 * <p>The one table of them: what is parsed and what {@code --help} prints comes from here; {@link
 * CommandLine} says what each does.
 */
enum CommandOption {
  BYTES_WARNINGS(
      "-b", null, "warn when bytes are made into str or compared with it (-bb: an error)"),
  NO_BYTECODE(
      "-B", null, "write no .pyc files on import; also PYTHONDONTWRITEBYTECODE=x"),
  COMMAND("-c", "cmd", "run the program given as a string (ends the option list)"),
  DEBUG(
      "-d", null, "parser debugging, of which Krait has none; also PYTHONDEBUG=x"),
  IGNORE_ENVIRONMENT("-E", null, "ignore the PYTHON* environment variables"),
  HELP("-h", null, "show this text and leave; also -? or --help"),
  HELP_ALIAS("-?", null),
  HELP_LONG("--help", null),
  INSPECT(
      "-i",
      null,
      "go on to the prompt after the program, terminal or not;",
      "also PYTHONINSPECT=x"),
  ISOLATED("-I", null, "keep the user's environment out (implies -E, -P and -s)"),
  JYTHON("-J", null),
  MODULE("-m", "mod", "run a library module as a program (ends the option list)"),
  OPTIMIZE(
      "-O",
      null,
      "leave out assert statements and code under __debug__, and put .opt-1",
      "before the extension .pyc; also PYTHONOPTIMIZE=x"),
  OPTIMIZE_TWICE("-OO", null, "leave out docstrings too, and put .opt-2 before .pyc"),
  SAFE_PATH(
      "-P", null, "put no folder that may be unsafe in front of sys.path; also PYTHONSAFEPATH"),
  QUIET("-q", null, "no version and copyright lines at the prompt"),
  RANDOM_HASHES("-R", null),
  NO_USER_SITE(
      "-s", null, "leave the user's own site folder out of sys.path; also PYTHONNOUSERSITE"),
  NO_SITE("-S", null, "do not run 'import site' at the start"),
  TABS("-t", null),
  UNBUFFERED(
      "-u", null, "no buffers for standard output and error; also PYTHONUNBUFFERED=x"),
  VERBOSE(
      "-v", null, "tell of every import, more of it each time it is given;", "also PYTHONVERBOSE=x"),
  VERSION(
      "-V", null, "show the version of Python and leave; also --version (twice: more)"),
  VERSION_LONG("--version", null),
  WARNINGS(
      "-W",
      "arg",
      "what becomes of warnings: action:message:category:module:lineno;",
      "also PYTHONWARNINGS=arg"),
  SKIP_FIRST_LINE("-x", null, "leave out the first line of the source"),
  EXTRA("-X", "opt", "an option of this implementation; see --help-xoptions"),
  CHECK_HASH_BASED_PYCS(
      "--check-hash-based-pycs",
      "always|default|never",
      "when .pyc files that hold a hash are compared with their source"),
  DUMP(
      "--dump=",
      "stages",
      "show what becomes of the program instead of running it: one or more of",
      "tokens, ast, scopes, codegen, cfg, code, separated by commas"),
  DUMP_FILTER(
      "--dump-filter=", "name", "show only the function or class of this qualified name"),
  HELP_ENV("--help-env", null, "show the environment variables and leave"),
  HELP_XOPTIONS("--help-xoptions", null, "show the -X options and leave"),
  HELP_ALL("--help-all", null, "show all of the help and leave");

  /** The option as it is written; one that ends in {@code =} has its value in the same word. */
  final String spelling;

  /** What its value is, in a word; null when it has none. */
  final String argument;

  /** The lines of help; none for what is only accepted. */
  final String[] help;

  CommandOption(String spelling, String argument, String... help) {
    this.spelling = spelling;
    this.argument = argument;
    this.help = help;
  }

  /** The option of a letter, or null. */
  static CommandOption ofLetter(char letter) {
    for (CommandOption option : values()) {
      if (option.spelling.length() == 2 && option.spelling.charAt(1) == letter) {
        return option;
      }
    }
    return null;
  }

  /** The option that is spelled {@code --word} or {@code --word=value}, or null. */
  static CommandOption ofWord(String word) {
    for (CommandOption option : values()) {
      boolean holdsValue = option.spelling.endsWith("=");
      if (holdsValue ? word.startsWith(option.spelling) : word.equals(option.spelling)) {
        return option;
      }
    }
    return null;
  }
}

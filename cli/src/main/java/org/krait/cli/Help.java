package org.krait.cli;

/** The texts of {@code --help} and its kin, out of the tables of options. */
final class Help {
  private static final String USAGE =
      "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

  private static final int OPTION_WIDTH = 7;
  private static final int EXTRA_WIDTH = 22;
  private static final int VARIABLE_WIDTH = 25;

  private static final String ARGUMENTS =
      """
      Arguments:
      file   : run the program in this file, or in a folder or archive with __main__.py
      -      : run a program from standard input (the default; at a terminal: the prompt)
      arg ...: what the program finds in sys.argv[1:]

      Commands of Krait's own (./audit is a program of that name):
      krait verify FILE|FOLDER ...: check the bytecode of .pyc files without running it
      krait audit PATH ...        : compare caches with their sources; krait audit --help
      """;

  private final StringBuilder out = new StringBuilder();

  private Help() {}

  /** What is said when the command line is wrong. */
  static String wrongUse(String program) {
    return USAGE.formatted(program) + "Try `python -h' for more information.\n";
  }

  static String text(CommandLine.Kind kind, String program) {
    Help help = new Help();
    switch (kind) {
      case HELP_ENV -> help.variables();
      case HELP_XOPTIONS -> help.extraOptions();
      case HELP_ALL -> {
        help.options(program);
        help.out.append('\n');
        help.variables();
        help.out.append('\n');
        help.extraOptions();
      }
      default -> help.options(program);
    }
    return help.out.toString();
  }

  private void options(String program) {
    out.append(USAGE.formatted(program));
    out.append("Options (those of CPython 3.12, with the same meaning, and --dump):\n");
    for (CommandOption option : CommandOption.values()) {
      String head = option.spelling;
      if (option.argument != null) {
        head += head.endsWith("=") ? option.argument : " " + option.argument;
      }
      entry(head, OPTION_WIDTH, option.help);
    }
    out.append(ARGUMENTS);
  }

  private void variables() {
    out.append("Environment variables that change what Krait does:\n");
    for (EnvironmentVariable variable : EnvironmentVariable.values()) {
      entry(variable.name(), VARIABLE_WIDTH, variable.help);
    }
  }

  private void extraOptions() {
    out.append("The -X options of Krait:\n");
    for (ExtraOption option : ExtraOption.values()) {
      entry("-X " + option.spelling, EXTRA_WIDTH, option.help);
    }
  }

  /** A head, a colon and lines beside it, or below it when it is long. */
  private void entry(String head, int width, String[] lines) {
    if (lines.length == 0) {
      return;
    }
    out.append(head);
    if (head.length() <= width) {
      out.repeat(' ', width - head.length()).append(": ").append(lines[0]).append('\n');
    } else {
      out.append(":\n").repeat(' ', width + 2).append(lines[0]).append('\n');
    }
    for (int i = 1; i < lines.length; i++) {
      out.repeat(' ', width + 2).append(lines[i]).append('\n');
    }
  }
}

package org.krait.cli;

/** The texts of {@code --help} and its kin. */
final class Help {
  private static final String OPTIONS =
      """
      usage: krait [option] ... [-c cmd | -m mod | file | -] [arg] ...
             krait verify FILE|FOLDER ...
             krait audit PATH ...
      Runs Python 3.12 programs on the Java platform, verifies bytecode, audits caches.

      Options (those of CPython, with the same meaning):
      -b     : warn when bytes are compared with or made into str; -bb: make it an error
      -B     : write no .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
      -c cmd : run the program given as a string (ends the option list)
      -d     : parser debugging (accepted, without effect)
      -E     : ignore PYTHON* environment variables
      -h     : show this text; also -?, --help
      -i     : go on to the prompt after the program; also PYTHONINSPECT=x
      -I     : isolate from the user's environment (implies -E, -P and -s)
      -m mod : run a library module as a program (ends the option list)
      -O     : leave out assert statements and __debug__ code; also PYTHONOPTIMIZE=x
      -OO    : also leave out docstrings
      -P     : put no unsafe path in front of sys.path; also PYTHONSAFEPATH
      -q     : no version and copyright lines at the prompt
      -s     : leave the user's site folder out of sys.path; also PYTHONNOUSERSITE=x
      -S     : do not run 'import site'
      -u     : standard output and error without buffers; also PYTHONUNBUFFERED=x
      -v     : tell of imports; also PYTHONVERBOSE=x
      -V     : print the Python version; also --version; twice for more
      -W arg : control of warnings, action:message:category:module:lineno; also PYTHONWARNINGS=arg
      -x     : skip the first line of the source
      -X opt : implementation options; see --help-xoptions
      --check-hash-based-pycs always|default|never:
               how hash-based .pyc files are checked
      --help-env: the environment variables
      --help-xoptions: the -X options

      Arguments:
      file   : program read from a file
      -      : program read from standard input (default; at a terminal: the prompt)
      arg ...: arguments of the program, in sys.argv[1:]

      Examples:
        krait program.py
        krait -m dis program.py
        krait -c 'print(6 * 7)'
        krait audit --help
        krait ./audit          (a program of that name, not the command)
      """;

  private static final String ENVIRONMENT =
      """
      Environment variables that change what Krait does:
      PYTHONPATH              folders put in front of the library's, separated by ':'
      PYTHONHOME              the folder with lib/python3.12
      PYTHONOPTIMIZE          as -O
      PYTHONDONTWRITEBYTECODE as -B
      PYTHONPYCACHEPREFIX     a folder for .pyc files, in place of __pycache__
      PYTHONUNBUFFERED        as -u
      PYTHONVERBOSE           as -v
      PYTHONINSPECT           as -i
      PYTHONNOUSERSITE        as -s
      PYTHONSAFEPATH          as -P
      PYTHONWARNINGS          as -W, separated by ','
      PYTHONHASHSEED          a number makes str hashes the same in every run; 0: without a key
      PYTHONIOENCODING        encoding[:errors] of the standard streams
      PYTHONINTMAXSTRDIGITS   limit of int <-> str conversion; 0: none
      PYTHONBREAKPOINT        what breakpoint() calls; 0: nothing
      PYTHONDEVMODE           as -X dev
      """;

  private static final String EXTRA =
      """
      -X options:
      -X dev                      development mode
      -X int_max_str_digits=N     limit of int <-> str conversion; 0: none
      -X pycache_prefix=PATH      a folder for .pyc files
      -X utf8                     UTF-8 everywhere (always so)
      -X warn_default_encoding    warn where the default encoding is used
      """;

  private Help() {}

  static String text(CommandLine.Kind kind) {
    return switch (kind) {
      case HELP_ENV -> ENVIRONMENT;
      case HELP_XOPTIONS -> EXTRA;
      default -> OPTIONS;
    };
  }
}

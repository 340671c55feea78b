package org.krait.cli;

/** The environment variables that change what Krait does, in the order of the help. */
enum EnvironmentVariable {
  PYTHONSTARTUP("a file that runs before the first prompt"),
  PYTHONPATH("folders and archives in front of the library's in sys.path, separated by ':'"),
  PYTHONHOME("the folder that holds lib/python3.12"),
  PYTHONPLATLIBDIR("the value of sys.platlibdir, in place of lib"),
  PYTHONUTF8("1: UTF-8 whatever the locale says (-X utf8)"),
  PYTHONIOENCODING("encoding[:errors] of the standard streams"),
  PYTHONCOERCECLOCALE("accepted; Krait uses UTF-8 in the C locale in any case"),
  PYTHONFAULTHANDLER("switch faulthandler on at the start (-X faulthandler)"),
  PYTHONHASHSEED(
      "a number from 0 to 4294967295 makes the hashes of str and bytes the same in every run;",
      "'random': different ones, as without it"),
  PYTHONINTMAXSTRDIGITS("the most digits between int and str (-X int_max_str_digits)"),
  PYTHONBREAKPOINT("what breakpoint() calls, as module.function; 0: nothing"),
  PYTHONDEVMODE("development mode (-X dev)"),
  PYTHONPYCACHEPREFIX("a tree of its own for .pyc files (-X pycache_prefix)"),
  PYTHONWARNDEFAULTENCODING("warn where no encoding is given (-X warn_default_encoding)"),
  PYTHONNODEBUGRANGES("code objects know lines only (-X no_debug_ranges)"),
  PYTHONTRACEMALLOC("trace memory from the start, this many frames for a block (-X tracemalloc)"),
  PYTHONPROFILEIMPORTTIME("say how long imports take (-X importtime)"),
  PYTHONDEBUG("parser debugging (-d)"),
  PYTHONDONTWRITEBYTECODE("write no .pyc files (-B)"),
  PYTHONINSPECT("go on to the prompt after the program (-i)"),
  PYTHONNOUSERSITE("leave the user's site folder out (-s)"),
  PYTHONOPTIMIZE("the level of optimisation (-O)"),
  PYTHONSAFEPATH("no unsafe folder in front of sys.path (-P)"),
  PYTHONUNBUFFERED("no buffers for standard output and error (-u)"),
  PYTHONVERBOSE("tell of every import (-v)"),
  PYTHONWARNINGS("what becomes of warnings, separated by ',' (-W)");

  final String[] help;

  EnvironmentVariable(String... help) {
    this.help = help;
  }
}

package org.krait.cli;

/** The {@code -X} options that Krait knows, in the order of the help; others are only remembered. */
enum ExtraOption {
  DEOPT(
      "deopt=always",
      "leave machine code again and again though nothing is wrong, to test the ways out of it;",
      "Krait's own option"),
  DEV(
      "dev",
      "development mode: warnings are shown by default, faulthandler is on, asyncio debugs,",
      "and sys.flags.dev_mode is true; also PYTHONDEVMODE"),
  FAULTHANDLER("faulthandler", "switch faulthandler on at the start; also PYTHONFAULTHANDLER"),
  FROZEN_MODULES(
      "frozen_modules=on|off", "whether frozen modules are used; Krait has none, so nothing changes"),
  IMPORTTIME(
      "importtime",
      "say on standard error how long each import took; also PYTHONPROFILEIMPORTTIME"),
  INT_MAX_STR_DIGITS(
      "int_max_str_digits=N",
      "the most digits in conversions between int and str, 640 or more; 0: no limit;",
      "also PYTHONINTMAXSTRDIGITS"),
  JIT(
      "jit=on|off|eager",
      "whether hot code becomes JVM bytecode: on is the default, eager is for tests;",
      "Krait's own option"),
  JIT_REPORT(
      "jit-report",
      "say on standard error what became JVM bytecode, what did not and why, and where it was left;",
      "Krait's own option"),
  NO_DEBUG_RANGES(
      "no_debug_ranges",
      "code objects know lines only, and tracebacks mark no part of a line;",
      "also PYTHONNODEBUGRANGES"),
  PERF("perf", "support of the profiler perf, which Krait does not have: nothing changes"),
  PYCACHE_PREFIX(
      "pycache_prefix=PATH",
      "write .pyc files into a tree of their own below PATH; also PYTHONPYCACHEPREFIX"),
  SHOWREFCOUNT("showrefcount", "for debug builds of CPython only: nothing changes"),
  TRACEMALLOC(
      "tracemalloc[=N]",
      "trace memory from the start, N frames for each block (1); also PYTHONTRACEMALLOC"),
  UTF8(
      "utf8[=0|1]",
      "UTF-8 in files, names and streams whatever the locale says; also PYTHONUTF8"),
  VERIFY_PYC(
      "verify-pyc=off|structure|source",
      "structure: bytecode that Krait did not compile is verified before it runs (the default);",
      "source: and a .pyc runs only when it is what its source compiles to;",
      "Krait's own option, see docs/security.md"),
  WARN_DEFAULT_ENCODING(
      "warn_default_encoding",
      "warn where a file is opened without an encoding; also PYTHONWARNDEFAULTENCODING");

  final String spelling;
  final String[] help;

  ExtraOption(String spelling, String... help) {
    this.spelling = spelling;
    this.help = help;
  }

  /** The name in front of the value. */
  String key() {
    int end = 0;
    while (end < spelling.length()
        && (Character.isLetterOrDigit(spelling.charAt(end)) || "_-".indexOf(spelling.charAt(end)) >= 0)) {
      end++;
    }
    return spelling.substring(0, end);
  }
}

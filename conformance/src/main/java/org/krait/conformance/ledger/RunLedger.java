package org.krait.conformance.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command {@code krait conformance}. */
public final class RunLedger {
  private static final String USAGE =
      """
      usage: krait conformance [option] ... [MODULE] ...
      Runs modules of CPython's own test suite, all when none is named, and writes conformance/ledger.
        --oracle          under CPython: what passes there is what counts
        --check           write nothing; exit code 1 when a test that the ledger calls passing does not pass
        --quick           the modules that the build checks
        --summary         run nothing; print what the ledger says, by module
        --areas           the same by area alone
        --core            the same of the language alone; exit code 1 when a module is below 97 %
        --resume          go on with a run that was interrupted
        --jobs=N          processes at a time (as many as processors)
        --timeout=S       seconds that a test may take (150)
        --option=OPTION   an option for Krait, such as --option=-Xname=value
        --java=OPTIONS    options for its Java
        -h, --help        print this
      Examples:
        krait conformance test_json test_re        runs two modules and notes what they did
        krait conformance --check --quick          what the build does
        krait conformance --summary                what the ledger says
      Exit codes: 0 done, 1 a check failed, 2 the command line is wrong.
      """;

  private final List<String> modules = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private String javaOptions = "";
  private boolean oracle;
  private boolean check;
  private boolean quick;
  private boolean summary;
  private boolean areas;
  private boolean core;
  private boolean resume;
  private int jobs = Runtime.getRuntime().availableProcessors();
  private long timeout = 150;

  private RunLedger() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    RunLedger run = new RunLedger();
    int status;
    if (List.of(arguments).contains("-h") || List.of(arguments).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    try {
      for (String argument : arguments) {
        run.read(argument);
      }
      run.chooseModules();
      status = run.run();
    } catch (IllegalArgumentException e) {
      System.err.println("krait conformance: " + e.getMessage());
      System.err.print(USAGE);
      status = 2;
    }
    System.exit(status);
  }

  private void read(String argument) {
    String value = argument.substring(argument.indexOf('=') + 1);
    switch (argument.split("=", 2)[0]) {
      case "--oracle" -> oracle = true;
      case "--check" -> check = true;
      case "--quick" -> quick = true;
      case "--summary" -> summary = true;
      case "--areas" -> areas = true;
      case "--core" -> core = true;
      case "--resume" -> resume = true;
      case "--jobs" -> jobs = number(argument, value);
      case "--timeout" -> timeout = number(argument, value);
      case "--option" -> options.add(value);
      case "--java" -> javaOptions = value;
      default -> {
        if (argument.startsWith("-")) {
          throw new IllegalArgumentException("unknown option " + argument);
        }
        modules.add(argument.startsWith("test.") ? argument.substring(5) : argument);
      }
    }
  }

  private static int number(String argument, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("a number is missing: " + argument);
  }

  private void chooseModules() throws IOException {
    List<String> all = Suite.modules();
    for (String module : modules) {
      if (!all.contains(module)) {
        throw new IllegalArgumentException("no test module " + module);
      }
    }
    if (quick) {
      modules.addAll(Suite.list("quick.txt"));
    } else if (modules.isEmpty()) {
      modules.addAll(all);
    }
  }

  private int run() throws IOException, InterruptedException {
    if (core) {
      return Summary.printCore(System.out) ? 0 : 1;
    }
    if (summary || areas) {
      Summary.print(System.out, modules, areas && !summary);
      return 0;
    }
    Python python = oracle ? Python.oracle() : Python.krait(options, javaOptions);
    Runtime.getRuntime().addShutdownHook(new Thread(RunLedger::endChildren));
    SuiteRun run = new SuiteRun(python, jobs, timeout, title());
    if (check) {
      List<String> lost = run.regressions(modules);
      lost.forEach(System.out::println);
      System.out.println(lost.size() + " tests no longer pass");
      return lost.isEmpty() ? 0 : 1;
    }
    if (!resume) {
      run.forget(modules);
    }
    run.run(modules, this::enter);
    return 0;
  }

  /** Nothing goes on when the command is interrupted. */
  private static void endChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private String title() {
    return oracle ? "cpython" : check ? "check" : "krait";
  }

  private void enter(String module, TestRecord record, double seconds) throws IOException {
    if (oracle) {
      Ledger.writeOracle(module, record);
    } else {
      Ledger.write(module, record.ended.values());
    }
    long passed = record.ended.values().stream().filter(TestEnd::passed).count();
    System.out.printf(Locale.ROOT, "%s: %d of %d pass, %.1f s%n", module, passed, record.ended.size(), seconds);
  }
}

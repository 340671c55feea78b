package org.krait.conformance.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.krait.conformance.ProgressBar;

/** Runs test modules, several at a time, and hands each to somebody when it is through. */
final class SuiteRun {
  /** What is done with the tests of a module, which took so many seconds. */
  @FunctionalInterface
  interface Sink {
    void take(String module, TestRecord record, double seconds) throws IOException;
  }

  private final Python python;
  private final int jobs;
  private final long limitSeconds;
  private final String title;

  /**
   * @param title names the folder in which the records are kept
   */
  SuiteRun(Python python, int jobs, long limitSeconds, String title) {
    this.python = python;
    this.jobs = jobs;
    this.limitSeconds = limitSeconds;
    this.title = title;
  }

  /** Where the records of a run are kept, so that an interrupted one can be taken up again. */
  private Path folder() throws IOException {
    return Files.createDirectories(
        Python.ROOT.resolve("conformance/target/ledger").resolve(title));
  }

  /** Forgets what an earlier run found. */
  void forget(List<String> modules) throws IOException {
    for (String module : modules) {
      Files.deleteIfExists(folder().resolve(module + ".record"));
      Files.deleteIfExists(folder().resolve(module + ".output"));
    }
  }

  /** Runs the modules; those that an earlier run finished are only handed on. */
  void run(List<String> modules, Sink sink) throws IOException, InterruptedException {
    Iterator<String> next = modules.iterator();
    Path folder = folder();
    List<Throwable> failures = new ArrayList<>();
    try (ProgressBar progress = new ProgressBar(title, modules.size())) {
      Runnable worker =
          () -> {
            for (String module = take(next, failures); module != null; ) {
              try {
                long start = System.nanoTime();
                TestRecord record = new TestProcess(python, module, folder, limitSeconds).run();
                double seconds = (System.nanoTime() - start) / 1e9;
                synchronized (sink) {
                  sink.take(module, record, seconds);
                }
              } catch (Throwable e) {
                synchronized (next) {
                  failures.add(e);
                }
              }
              progress.step();
              module = take(next, failures);
            }
          };
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        workers.add(Thread.ofPlatform().name("suite-" + i).start(worker));
      }
      for (Thread thread : workers) {
        thread.join();
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException(failures.getFirst());
    }
  }

  private static String take(Iterator<String> next, List<Throwable> failures) {
    synchronized (next) {
      return failures.isEmpty() && next.hasNext() ? next.next() : null;
    }
  }

  /**
   * The tests that pass by the ledger and do not now. What fails is run a second time: a test that
   * passes then is not among them.
   */
  List<String> regressions(List<String> modules) throws IOException, InterruptedException {
    Map<String, String> first = notPassing(modules);
    List<String> again = new ArrayList<>();
    for (String module : modules) {
      if (first.values().stream().anyMatch(line -> line.startsWith(module + ": "))) {
        again.add(module);
      }
    }
    Map<String, String> second = notPassing(again);
    second.keySet().retainAll(first.keySet());
    return List.copyOf(second.values());
  }

  private Map<String, String> notPassing(List<String> modules)
      throws IOException, InterruptedException {
    Map<String, String> lost = new TreeMap<>();
    forget(modules);
    run(
        modules,
        (module, record, seconds) -> {
          for (TestEnd promised : Ledger.read(module).values()) {
            TestEnd now = record.ended.get(promised.test());
            if (promised.passed() && (now == null || !now.passed())) {
              String line = now == null ? "gone " + promised.test() : now.line();
              lost.put(promised.test(), module + ": " + line);
            }
          }
        });
    return lost;
  }
}

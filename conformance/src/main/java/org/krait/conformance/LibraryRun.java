package org.krait.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes through many source files at several levels on several threads, each with its oracle. */
final class LibraryRun {
  /** What is done with a file at a level. */
  @FunctionalInterface
  interface Task {
    void run(SourceFile file, int level, OracleCode code, OracleSession session)
        throws IOException;
  }

  /** How it is said on the command line. */
  static final String USAGE =
      """
      [--level=0,1,2] [--limit=N] [--only=TEXT] [--threads=N] [--random=N] [--seed=N]
      [FILE|FOLDER]...
        --level    optimisation levels (0,1,2)
        --limit    the first N files
        --only     files whose name has this text in it
        --threads  workers (as many as processors)
        --random   N random programs instead of files
        --seed     which random programs (1)
        without a file: the whole library of the oracle""";

  private final Oracle oracle = Oracle.find();
  private final List<Path> inputs = new ArrayList<>();
  private List<Integer> levels = List.of(0, 1, 2);
  private List<SourceFile> randomPrograms;
  private int random;
  private long seed = 1;
  private int limit = Integer.MAX_VALUE;
  private String only = "";
  private int threads = Runtime.getRuntime().availableProcessors();

  LibraryRun(List<String> arguments) throws IOException {
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.split("=", 2)[0]) {
        case "--level" -> levels = List.of(value.split(",")).stream().map(Integer::valueOf).toList();
        case "--limit" -> limit = Integer.parseInt(value);
        case "--only" -> only = value;
        case "--threads" -> threads = Integer.parseInt(value);
        case "--random" -> random = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        default -> {
          if (argument.startsWith("--")) {
            throw new IllegalArgumentException("unknown option " + argument + "\n" + USAGE);
          }
          inputs.add(Path.of(argument));
        }
      }
    }
  }

  List<Integer> levels() {
    return levels;
  }

  List<SourceFile> files() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    if (random > 0) {
      if (randomPrograms == null) {
        randomPrograms = RandomPrograms.write(oracle, seed, random);
      }
      files.addAll(randomPrograms);
    } else if (inputs.isEmpty()) {
      files.addAll(SourceFile.library(oracle));
    }
    for (Path input : inputs) {
      files.addAll(SourceFile.named(input));
    }
    return files.stream().filter(f -> f.name().contains(only)).limit(limit).toList();
  }

  /** Runs the task on each file at one level; the first failure ends the run. */
  void forEach(int level, Task task) throws IOException {
    List<SourceFile> files = files();
    AtomicInteger next = new AtomicInteger();
    ProgressBar progress = new ProgressBar("level " + level, files.size());
    List<Throwable> failures = new ArrayList<>();
    Runnable worker =
        () -> {
          try (OracleSession session = new OracleSession(oracle)) {
            OracleCode code = new OracleCode(session, memory());
            for (int i; (i = next.getAndIncrement()) < files.size(); progress.step()) {
              task.run(files.get(i), level, code, session);
            }
          } catch (Throwable e) {
            next.set(files.size());
            synchronized (failures) {
              failures.add(e);
            }
          }
        };
    join(worker);
    progress.close();
    if (!failures.isEmpty()) {
      throw new IOException("level " + level + ": " + failures.getFirst(), failures.getFirst());
    }
  }

  private void join(Runnable worker) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      // Deeply nested sources make deep recursions in compilers.
      Thread thread = new Thread(null, worker, "compare-" + i, 512L << 20);
      workers.add(thread);
      thread.start();
    }
    for (Thread thread : workers) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private Path memory() {
    return oracle.memory();
  }
}

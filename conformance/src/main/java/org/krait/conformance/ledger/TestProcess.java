package org.krait.conformance.ledger;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Runs one test module to its end: when the process hangs or dies, the test that was running is
 * charged with it and another process goes on with the rest.
 */
final class TestProcess {
  /** How often a module may hang or die before its remaining tests are given up. */
  private static final int MOST_FAILURES = 12;

  private static final long GLANCE_MILLIS = 100;

  /** How long a process may take to end after its last test. */
  private static final long ENDING_SECONDS = 30;

  private final Python python;
  private final String module;
  private final long limitSeconds;
  private final Path file;
  private final Path output;
  private final TestRecord record;

  /**
   * @param folder where the record and the output are kept
   * @param limitSeconds how long a test may take, and how long the import of the module
   */
  TestProcess(Python python, String module, Path folder, long limitSeconds) {
    this.python = python;
    this.module = module;
    this.limitSeconds = limitSeconds;
    this.file = folder.resolve(module + ".record");
    this.output = folder.resolve(module + ".output");
    this.record = new TestRecord(file);
  }

  /** Runs what has no end yet. */
  TestRecord run() throws IOException, InterruptedException {
    record.follow();
    int failures = 0;
    while (!record.done) {
      Path scratch = Files.createTempDirectory("krait-suite-");
      try {
        runOnce(scratch);
      } finally {
        delete(scratch);
      }
      if (!record.done && ++failures == MOST_FAILURES) {
        giveUp();
      }
    }
    return record;
  }

  private void runOnce(Path scratch) throws IOException, InterruptedException {
    ProcessBuilder builder = python.tests(module, file);
    builder.directory(Files.createDirectory(scratch.resolve("cwd")).toFile());
    builder.environment().put("TMPDIR", scratch.toString());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    Process process = builder.start();
    try {
      watch(process);
    } finally {
      end(process);
    }
  }

  private void watch(Process process) throws IOException, InterruptedException {
    long lastNews = System.nanoTime();
    while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
      if (record.follow()) {
        lastNews = System.nanoTime();
      }
      long quiet = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lastNews);
      if (record.done && quiet >= ENDING_SECONDS) {
        return;
      }
      if (quiet >= limitSeconds) {
        charge(Outcome.TIMEOUT, "no end after " + limitSeconds + " seconds");
        return;
      }
    }
    record.follow();
    if (!record.done) {
      charge(Outcome.CRASH, "the process ended with code " + process.exitValue());
    }
  }

  /** Nothing is left running when a module is through. */
  private static void end(Process process) {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  private void charge(Outcome outcome, String reason) throws IOException {
    String test = record.current;
    String where = "";
    if (test == null) {
      test = record.firstWithoutEnd();
      where = ", before its first line";
    }
    if (test != null) {
      record.end(test, outcome, reason + where);
    } else {
      if (record.planned.isEmpty()) {
        record.end("test." + module, outcome, reason + ", at the import of the module");
      }
      record.finish();
    }
  }

  private void giveUp() throws IOException {
    for (String test = record.firstWithoutEnd(); test != null; test = record.firstWithoutEnd()) {
      record.end(test, Outcome.TIMEOUT, "given up: too many tests before it hung or died");
    }
    record.finish();
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path sub, BasicFileAttributes attributes) {
            sub.toFile().setWritable(true);
            sub.toFile().setExecutable(true);
            sub.toFile().setReadable(true);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path found, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(found);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path found, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path sub, IOException e) {
            // What a test made undeletable stays.
            sub.toFile().delete();
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

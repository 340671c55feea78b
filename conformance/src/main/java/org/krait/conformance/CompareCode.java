package org.krait.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;

/**
 * Compiles files with our compiler and with the oracle and compares the code objects in every
 * field; what the oracle refuses must be refused with the same error at the same place.
 */
public final class CompareCode {
  /** How many differences of a file are printed. */
  private static final int SHOWN = 5;

  private final Subject subject;
  private int files;
  private int goodFiles;
  private int codes;
  private int goodCodes;
  private int refused;

  CompareCode(Subject subject) {
    this.subject = subject;
  }

  public static void main(String[] arguments) throws IOException {
    LibraryRun run = new LibraryRun(List.of(arguments));
    boolean good = true;
    for (int level : run.levels()) {
      CompareCode comparison = new CompareCode(Subject.OURS);
      run.forEach(level, (file, at, oracle, _) -> comparison.compare(file, at, oracle));
      good &= comparison.report(level);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean report(int level) {
    System.out.println("level " + level + ": " + summary());
    return goodFiles == files;
  }

  /** How many files are as the oracle has them. */
  int goodFiles() {
    return goodFiles;
  }

  String summary() {
    return "%d of %d files, %d of %d code objects identical; %d files refused by the oracle"
        .formatted(goodFiles, files, goodCodes, codes, refused);
  }

  void compare(SourceFile file, int level, OracleCode oracle) throws IOException {
    byte[] source = file.read();
    Object expected;
    try {
      expected = Marshal.read(oracle.compile(file, level));
    } catch (OracleSession.Refusal refusal) {
      expected = Subject.Refused.of(refusal);
    } catch (MarshalException e) {
      throw new IOException(file.name() + ": " + e.getMessage(), e);
    }
    Object actual;
    try {
      actual = subject.compile(source, file.name(), level);
    } catch (Exception | StackOverflowError e) {
      actual = e;
    }
    record(file, source, expected, actual);
  }

  private synchronized void record(SourceFile file, byte[] source, Object expected, Object actual) {
    files++;
    refused += expected instanceof Subject.Refused ? 1 : 0;
    int objects = expected instanceof CodeObject code ? CheckBytecode.nested(code).size() : 0;
    codes += objects;
    if (expected instanceof CodeObject theirs && actual instanceof CodeObject ours) {
      String text = new String(source, StandardCharsets.UTF_8);
      CodeComparison comparison = new CodeComparison(theirs, ours, text);
      goodCodes += comparison.identical();
      goodFiles += comparison.differences().isEmpty() ? 1 : 0;
      print(file, comparison.differences());
    } else if (expected.equals(actual)) {
      goodFiles++;
    } else {
      String got = actual instanceof CodeObject ? "code" : actual.toString();
      String wanted = expected instanceof CodeObject ? "code" : expected.toString();
      System.out.printf("%s: expected %s, got %s%n", file.name(), wanted, got);
      if (actual instanceof RuntimeException || actual instanceof Error) {
        printTop((Throwable) actual);
      }
    }
  }

  private static void printTop(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    for (int i = 0; i < Math.min(SHOWN, trace.length); i++) {
      System.out.println("      at " + trace[i]);
    }
  }

  private static void print(SourceFile file, List<CodeComparison.Difference> differences) {
    List<CodeComparison.Difference> shown = new ArrayList<>(differences);
    for (var d : shown.subList(0, Math.min(SHOWN, shown.size()))) {
      System.out.printf("%s: %s: %s: %s%n", file.name(), d.qualname(), d.field(), d.detail());
    }
    if (shown.size() > SHOWN) {
      System.out.printf("%s: and %d more differences%n", file.name(), shown.size() - SHOWN);
    }
  }
}

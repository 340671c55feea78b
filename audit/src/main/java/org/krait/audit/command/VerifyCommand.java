package org.krait.audit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.krait.audit.Verification;
import org.krait.audit.Verification.Status;
import org.krait.audit.files.Trouble;
import org.krait.audit.report.Json;
import org.krait.audit.report.Shown;
import org.krait.bytecode.verify.Finding;

/** {@code krait verify}: is the bytecode of these files sound? */
final class VerifyCommand {
  private static final long MAX_FILE = 1 << 26;

  private static final String HELP =
      """
      usage: krait verify [--json] [--quiet] FILE|FOLDER ...
      Checks that the bytecode of .pyc files keeps the rules that a machine relies on.
      Nothing is executed. Folders are searched for .pyc files.

        --json   the answer as JSON
        --quiet  only files that are not verified
        --help   this text

      Exit code:
        0  all files are verified
        1  a file is malformed
        2  none is malformed, but a file could not be read or is of another Python; or wrong use

      Examples:
        krait verify __pycache__/module.cpython-312.pyc
        krait verify --quiet /usr/lib/python3.12
        krait verify --json build/lib > verified.json
      """;

  /**
   * What became of a file.
   *
   * @param verification what the verifier says; null for a file that could not be read
   * @param trouble why it could not be read
   */
  private record Outcome(String path, Verification verification, String trouble) {
    boolean isVerified() {
      return verification != null && verification.status() == Status.VERIFIED;
    }

    boolean isMalformed() {
      return verification != null && verification.status() == Status.MALFORMED;
    }

    String status() {
      return verification == null
          ? "unreadable"
          : verification.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String problem() {
      return verification == null ? trouble : verification.problem();
    }

    static Outcome of(Path file) {
      String name = file.toString();
      try {
        if (Files.size(file) > MAX_FILE) {
          return new Outcome(name, null, "greater than " + MAX_FILE + " bytes");
        }
        return new Outcome(name, Verification.of(Files.readAllBytes(file)), "");
      } catch (IOException e) {
        return new Outcome(name, null, Trouble.of(e));
      }
    }
  }

  private final PrintStream out;
  private final PrintStream err;
  private final List<Outcome> outcomes = new ArrayList<>();
  private boolean json;
  private boolean quiet;

  VerifyCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) {
    List<String> paths = new ArrayList<>();
    boolean options = true;
    for (String word : words) {
      switch (options ? word : "") {
        case "--help", "-h" -> {
          out.print(HELP);
          return AuditCommands.GOOD;
        }
        case "--json" -> json = true;
        case "--quiet", "-q" -> quiet = true;
        case "--" -> options = false;
        default -> {
          if (options && word.startsWith("-")) {
            throw new UsageError("unknown option " + word);
          }
          paths.add(word);
        }
      }
    }
    if (paths.isEmpty()) {
      throw new UsageError("no file given");
    }
    verify(paths);
    out.print(json ? Json.write(document()) : text());
    return exitCode();
  }

  private void verify(List<String> paths) {
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      collect(Path.of(path), files);
    }
    try (Progress progress = new Progress(err, "verifying", files.size())) {
      files.parallelStream()
          .map(
              file -> {
                Outcome outcome = Outcome.of(file);
                progress.step(file.toString());
                return outcome;
              })
          .forEachOrdered(outcomes::add);
    }
  }

  private void collect(Path path, List<Path> files) {
    if (!Files.isDirectory(path)) {
      files.add(path);
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      walk.filter(p -> p.toString().endsWith(".pyc") && Files.isRegularFile(p))
          .sorted()
          .forEach(files::add);
    } catch (IOException | UncheckedIOException e) {
      outcomes.add(new Outcome(path.toString(), null, Trouble.of(e)));
    }
  }

  private int exitCode() {
    if (outcomes.stream().anyMatch(Outcome::isMalformed)) {
      return AuditCommands.FINDINGS;
    }
    return outcomes.stream().allMatch(Outcome::isVerified)
        ? AuditCommands.GOOD
        : AuditCommands.TROUBLE;
  }

  private long count(String status) {
    return outcomes.stream().filter(o -> o.status().equals(status)).count();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : outcomes) {
      if (quiet && outcome.isVerified()) {
        continue;
      }
      text.append(Shown.of(outcome.path)).append(": ").append(outcome.status());
      if (!outcome.problem().isEmpty()) {
        text.append(": ").append(Shown.of(outcome.problem()));
      }
      text.append('\n');
      if (outcome.verification != null) {
        for (Finding finding : outcome.verification.findings()) {
          text.append("  ").append(Shown.of(sentence(finding))).append('\n');
        }
      }
    }
    if (outcomes.size() != 1) {
      text.append(
          "%d files: %d verified, %d malformed, %d of another Python, %d unreadable\n"
              .formatted(
                  outcomes.size(), count("verified"), count("malformed"), count("other-version"),
                  count("unreadable")));
    }
    return text.toString();
  }

  private static String sentence(Finding finding) {
    int line = Verification.line(finding);
    return (line > 0 ? "line " + line + ", " : "") + finding;
  }

  private Map<String, Object> document() {
    List<Object> files = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (!quiet || !outcome.isVerified()) {
        files.add(document(outcome));
      }
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String status : List.of("verified", "malformed", "other-version", "unreadable")) {
      summary.put(status, count(status));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("tool", "krait verify");
    document.put("format", 1);
    document.put("files", files);
    document.put("summary", summary);
    return document;
  }

  private static Map<String, Object> document(Outcome outcome) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("path", outcome.path);
    file.put("status", outcome.status());
    file.put("problem", outcome.problem());
    if (outcome.verification != null) {
      file.put("codeObjects", outcome.verification.codeObjects());
      file.put("trailingBytes", outcome.verification.trailing());
      List<Object> findings = new ArrayList<>();
      for (Finding finding : outcome.verification.findings()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", finding.rule().id());
        one.put("code", finding.code().qualname());
        one.put("offset", finding.offset());
        one.put("line", Verification.line(finding));
        one.put("sentence", finding.sentence());
        findings.add(one);
      }
      file.put("findings", findings);
    }
    return file;
  }
}

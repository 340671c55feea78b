package org.krait.audit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.Audit;
import org.krait.audit.AuditOptions;
import org.krait.audit.AuditReport;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;
import org.krait.audit.Unpacker;
import org.krait.audit.config.ProjectConfig;
import org.krait.audit.files.Limits;
import org.krait.audit.files.Trouble;
import org.krait.audit.report.Baseline;
import org.krait.audit.report.JsonReport;
import org.krait.audit.report.SarifReport;
import org.krait.audit.report.TextReport;

/** {@code krait audit}: is what would run what the source says? */
final class AuditCommand {
  private static final String CONFIG = "pyproject.toml";
  private static final long MEGABYTE = 1 << 20;

  private final List<Unpacker> unpackers;
  private final PrintStream out;
  private final PrintStream err;
  private final List<Path> paths = new ArrayList<>();
  private final List<String> exclude = new ArrayList<>();
  private final Set<AuditRule> off = EnumSet.noneOf(AuditRule.class);
  private final Map<AuditRule, Severity> severities = new EnumMap<>(AuditRule.class);
  private String format = "text";
  private String failOn;
  private Path output;
  private Path baseline;
  private Path config;
  private boolean readConfig = true;
  private Boolean comments;
  private boolean notes;
  private boolean modules;
  private int threads = Runtime.getRuntime().availableProcessors();
  private long maxFile = Limits.DEFAULT.file();
  private long maxArchive = Limits.DEFAULT.archive();
  /** Options with a value. */
  private static final Set<String> VALUED =
      Set.of(
          "--format", "--output", "--baseline", "--config", "--fail-on", "--exclude", "--ignore",
          "--explain", "--threads", "--max-file", "--max-archive");

  private String explain;
  private boolean help;

  AuditCommand(List<Unpacker> unpackers, PrintStream out, PrintStream err) {
    this.unpackers = unpackers;
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) {
    try {
      read(words);
      if (help) {
        out.print(AuditHelp.USAGE);
        return AuditCommands.GOOD;
      }
      if (explain != null) {
        out.print(AuditHelp.explain(explain));
        return AuditCommands.GOOD;
      }
      if (paths.isEmpty()) {
        throw new UsageError("no path given");
      }
      configure();
      return audit();
    } catch (IllegalArgumentException e) {
      throw new UsageError(e.getMessage());
    }
  }

  private void read(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        words.subList(i + 1, words.size()).forEach(w -> paths.add(path(w)));
        return;
      }
      if (!word.startsWith("-") || word.equals("-")) {
        paths.add(path(word));
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (flag(name)) {
        if (equals >= 0) {
          throw new UsageError("option " + name + " takes no value");
        }
        continue;
      }
      if (!VALUED.contains(name)) {
        throw new UsageError("unknown option " + name);
      }
      if (equals < 0 && i + 1 >= words.size()) {
        throw new UsageError("option " + name + " needs a value");
      }
      option(name, equals < 0 ? words.get(++i) : word.substring(equals + 1));
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageError("not a path: " + word);
    }
  }

  private boolean flag(String name) {
    switch (name) {
      case "--help", "-h" -> help = true;
      case "--no-config" -> readConfig = false;
      case "--no-comments" -> comments = false;
      case "--notes" -> notes = true;
      case "--modules" -> modules = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void option(String name, String value) {
    switch (name) {
      case "--format" -> {
        if (!List.of("text", "json", "sarif").contains(value)) {
          throw new UsageError("the format is text, json or sarif, not " + value);
        }
        format = value;
      }
      case "--output" -> output = path(value);
      case "--baseline" -> baseline = path(value);
      case "--config" -> config = path(value);
      case "--fail-on" -> failOn = ProjectConfig.failOn(value);
      case "--exclude" -> exclude.add(value);
      case "--ignore" -> off.add(ProjectConfig.rule(value));
      case "--explain" -> explain = value;
      case "--threads" -> threads = (int) number(name, value, 256);
      case "--max-file" -> maxFile = number(name, value, 1024) * MEGABYTE;
      case "--max-archive" -> maxArchive = number(name, value, 65536) * MEGABYTE;
      default -> throw new IllegalStateException(name);
    }
  }

  private static long number(String name, String value, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageError(name + " takes a number from 1 to " + most + ", not " + value);
  }

  /** The command line goes before the file, which only the current folder or {@code --config} gives. */
  private void configure() {
    Path file = config != null ? config : Path.of(CONFIG);
    if (!readConfig || config == null && !Files.isRegularFile(file)) {
      return;
    }
    ProjectConfig project;
    try {
      project = ProjectConfig.read(file);
    } catch (IOException e) {
      throw new UsageError(file + ": " + Trouble.of(e));
    } catch (IllegalArgumentException e) {
      throw new UsageError(file + ": " + e.getMessage());
    }
    exclude.addAll(project.exclude());
    off.addAll(project.off());
    project.severities().forEach(severities::putIfAbsent);
    failOn = failOn != null ? failOn : project.failOn();
    baseline = baseline != null ? baseline : project.baseline();
    comments = comments != null ? comments : project.comments();
  }

  private int audit() {
    Baseline known = null;
    try {
      known = baseline == null ? null : Baseline.read(baseline);
    } catch (IOException e) {
      throw new UsageError(baseline + ": " + Trouble.of(e));
    } catch (IllegalArgumentException e) {
      throw new UsageError(baseline + ": " + e.getMessage());
    }
    AuditReport report = report();
    report = known == null ? report : known.reduce(report);
    write(render(report, known != null));
    return exitCode(report);
  }

  private AuditReport report() {
    Limits limits =
        new Limits(maxFile, maxArchive, Limits.DEFAULT.entries(), Limits.DEFAULT.nesting());
    AuditOptions options =
        new AuditOptions(
            threads, limits, exclude, off, severities, comments == null || comments,
            unpackers);
    try (Progress progress = new Progress(err, "auditing", 0)) {
      return Audit.run(
          paths,
          options,
          new Audit.Listener() {
            @Override
            public void expect(int files) {
              progress.expect(files);
            }

            @Override
            public void done(String path) {
              progress.step(path);
            }
          });
    }
  }

  private String render(AuditReport report, boolean isNew) {
    return switch (format) {
      case "json" -> JsonReport.of(report);
      case "sarif" -> SarifReport.of(report, isNew);
      default -> TextReport.of(report, notes ? Severity.NOTE : Severity.WARNING, modules);
    };
  }

  private void write(String text) {
    if (output == null) {
      out.print(text);
      return;
    }
    try {
      Files.writeString(output, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageError(output + ": " + Trouble.of(e));
    }
  }

  private int exitCode(AuditReport report) {
    Severity least = failOn == null ? Severity.ERROR : Severity.of(failOn);
    if (least != null
        && report.findings().stream().anyMatch(f -> f.severity().compareTo(least) >= 0)) {
      return AuditCommands.FINDINGS;
    }
    return report.isIncomplete() ? AuditCommands.TROUBLE : AuditCommands.GOOD;
  }
}

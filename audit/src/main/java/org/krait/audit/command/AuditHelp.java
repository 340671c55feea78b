package org.krait.audit.command;

import org.krait.audit.AuditRule;
import org.krait.audit.config.ProjectConfig;

/** The texts of {@code krait audit}. */
final class AuditHelp {
  static final String USAGE =
      """
      usage: krait audit [option] ... PATH ...
      Says whether what Python would run is what its source says. A PATH is a folder, a wheel, zip file,
      egg, jar, tar file (gz, bz2, xz), a source or a .pyc. Nothing is executed, imported or unpacked to disk.

        --format text|json|sarif   the form of the report (text)
        --output FILE              where the report goes (standard output)
        --notes                    text: show notes, not only count them
        --modules                  text: list the file that import would load for each module
        --baseline FILE            an earlier report, JSON or SARIF: only what is new is reported
        --fail-on LEVEL            note, warning, error (default) or never
        --ignore RULE              do not report a rule; may be repeated
        --exclude PATTERN          leave paths out, '*' and '**' as in a shell; may be repeated
        --no-comments              comments '# krait: ignore[rule] reason' silence nothing
        --config FILE              settings, in place of pyproject.toml in the current folder
        --no-config                no settings but the command line
        --max-file MB              the greatest file that is read (32)
        --max-archive MB           the most that is read of an archive (512)
        --threads N                workers (as many as processors)
        --explain RULE|all         what a rule means and what to do
        --help                     this text

      Settings, which the command line overrides:
        [tool.krait.audit]
        exclude = ["tests/data"]          ignore = ["native-call"]
        fail-on = "warning"               baseline = "audit.json"
        comments = false
        [tool.krait.audit.severity]
        eval-call = "warning"
      A pyproject.toml in what is examined is not read, unless it is in the current folder.

      Exit code:
        0  nothing of the level of --fail-on
        1  a finding of that level or above
        2  no such finding, but something could not be examined; or wrong use

      Examples:
        krait audit .
        krait audit --fail-on warning dist/*.whl
        krait audit --format sarif --output audit.sarif src
        krait audit --format json src > known.json; krait audit --baseline known.json src
      """;

  private static final int LINE = 98;

  private AuditHelp() {}

  /** What a rule means, or a list of all rules. */
  static String explain(String id) {
    if (!id.equals("all")) {
      return text(ProjectConfig.rule(id));
    }
    StringBuilder list = new StringBuilder();
    for (AuditRule rule : AuditRule.values()) {
      list.append("%-22s %-8s %s%n".formatted(rule.id(), rule.severity().id(), rule.title()));
    }
    return list.toString();
  }

  private static String text(AuditRule rule) {
    return "%s (%s)%n%s%n%n%s%n%n%s%n"
        .formatted(
            rule.id(),
            rule.severity().id(),
            rule.title(),
            wrapped(rule.explanation()),
            wrapped("What to do: " + rule.remedy()));
  }

  /** In lines that fit a terminal. */
  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      if (column > 0 && column + 1 + word.length() > LINE) {
        lines.append(System.lineSeparator());
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}

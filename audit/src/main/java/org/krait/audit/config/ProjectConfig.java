package org.krait.audit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;

/**
 * The table {@code [tool.krait.audit]} of a {@code pyproject.toml}.
 *
 * @param exclude patterns of paths that are left out
 * @param off rules that are not reported ({@code ignore})
 * @param severities other severities ({@code [tool.krait.audit.severity]})
 * @param failOn the severity from which on the command fails; null when not given
 * @param baseline an earlier report, relative to the file; null when not given
 * @param comments whether comments in sources silence findings; null when not given
 */
public record ProjectConfig(
    List<String> exclude,
    Set<AuditRule> off,
    Map<AuditRule, Severity> severities,
    String failOn,
    Path baseline,
    Boolean comments) {

  public static final ProjectConfig NONE =
      new ProjectConfig(List.of(), Set.of(), Map.of(), null, null, null);

  private static final String TABLE = "[tool.krait.audit]";

  /**
   * Reads a file; one without the table says nothing.
   *
   * @throws IllegalArgumentException when it is no TOML, or the table has what it should not have
   */
  public static ProjectConfig read(Path file) throws IOException {
    Map<String, Object> document = Toml.read(Files.readString(file));
    Object table = document;
    for (String name : List.of("tool", "krait", "audit")) {
      table = table instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return table instanceof Map<?, ?> map ? of(map, file) : NONE;
  }

  private static ProjectConfig of(Map<?, ?> table, Path file) {
    List<String> exclude = List.of();
    Set<AuditRule> off = EnumSet.noneOf(AuditRule.class);
    Map<AuditRule, Severity> severities = new EnumMap<>(AuditRule.class);
    String failOn = null;
    Path baseline = null;
    Boolean comments = null;
    for (Map.Entry<?, ?> entry : table.entrySet()) {
      String name = entry.getKey().toString();
      Object value = entry.getValue();
      switch (name) {
        case "exclude" -> exclude = strings(name, value);
        case "ignore" -> strings(name, value).forEach(id -> off.add(rule(id)));
        case "severity" -> severities(name, value, severities);
        case "fail-on" -> failOn = failOn(string(name, value));
        case "baseline" -> baseline = file.resolveSibling(string(name, value));
        case "comments" -> comments = truth(name, value);
        default -> throw wrong(name + " is no setting of " + TABLE);
      }
    }
    return new ProjectConfig(exclude, off, severities, failOn, baseline, comments);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what);
  }

  private static String string(String name, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name + " in " + TABLE + " must be a string");
  }

  private static boolean truth(String name, Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw wrong(name + " in " + TABLE + " must be true or false");
  }

  private static List<String> strings(String name, Object value) {
    if (!(value instanceof List<?> list)) {
      throw wrong(name + " in " + TABLE + " must be an array of strings");
    }
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(string(name, item)));
    return strings;
  }

  private static void severities(String name, Object value, Map<AuditRule, Severity> into) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(name + " in " + TABLE + " must be a table");
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Severity severity = Severity.of(string(entry.getKey().toString(), entry.getValue()));
      if (severity == null) {
        throw wrong("a severity is note, warning or error, not " + entry.getValue());
      }
      into.put(rule(entry.getKey().toString()), severity);
    }
  }

  /** The rule of this name, or an error that says that there is none. */
  public static AuditRule rule(String id) {
    AuditRule rule = AuditRule.of(id);
    if (rule == null) {
      throw wrong("there is no rule " + id + " (krait audit --explain all lists them)");
    }
    return rule;
  }

  /** A severity or {@code never}, or an error. */
  public static String failOn(String value) {
    if (!value.equals("never") && Severity.of(value) == null) {
      throw wrong("fail-on is note, warning, error or never, not " + value);
    }
    return value;
  }
}

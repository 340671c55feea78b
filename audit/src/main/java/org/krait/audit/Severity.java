package org.krait.audit;

import java.util.Locale;

/** How bad a finding is; the names are SARIF's levels. */
public enum Severity {
  /** Worth knowing. */
  NOTE,
  /** Needs a look. */
  WARNING,
  /** Something runs, or would run, that its source does not say; or an attack. */
  ERROR;

  /** The name in reports and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of this name, or null. */
  public static Severity of(String name) {
    for (Severity severity : values()) {
      if (severity.id().equals(name)) {
        return severity;
      }
    }
    return null;
  }
}

package org.krait.audit;

import java.util.Locale;

/** What a {@code .pyc} file is, beside its source. */
public enum Verdict {
  /** Recompiled, the source gives this very code. */
  MATCH(null),
  STALE(AuditRule.CACHE_STALE),
  FORGED(AuditRule.CACHE_FORGED),
  UNCHECKED_HASH(AuditRule.CACHE_UNCHECKED_HASH),
  HASH_MISMATCH(AuditRule.CACHE_HASH_MISMATCH),
  SOURCELESS(AuditRule.CACHE_SOURCELESS),
  ORPHAN(AuditRule.CACHE_ORPHAN),
  SHADOWING(AuditRule.CACHE_SHADOWING),
  OTHER_VERSION(AuditRule.CACHE_OTHER_VERSION),
  MALFORMED(AuditRule.CACHE_MALFORMED),
  UNREADABLE(AuditRule.CACHE_UNREADABLE);

  private final AuditRule rule;

  Verdict(AuditRule rule) {
    this.rule = rule;
  }

  /** The rule that explains the verdict; null for {@link #MATCH}. */
  public AuditRule rule() {
    return rule;
  }

  /** The name in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

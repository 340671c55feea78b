package org.krait.conformance.ledger;

import java.util.Locale;

/** How a test ended. */
enum Outcome {
  PASS,
  FAIL,
  ERROR,
  SKIP,
  TIMEOUT,
  CRASH;

  /** The word in the ledger. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

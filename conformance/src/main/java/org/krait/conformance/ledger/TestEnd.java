package org.krait.conformance.ledger;

/**
 * The end of a test: a line of the ledger.
 *
 * @param test its name, without blanks
 * @param reason why it did not pass, on one line; empty when it passed
 */
record TestEnd(String test, Outcome outcome, String reason) {
  boolean passed() {
    return outcome == Outcome.PASS;
  }

  /** The line in the ledger. */
  String line() {
    return (outcome.word() + " " + test + " " + reason).strip();
  }

  static TestEnd of(String line) {
    String[] parts = line.split(" ", 3);
    return new TestEnd(parts[1], Outcome.of(parts[0]), parts.length > 2 ? parts[2] : "");
  }
}

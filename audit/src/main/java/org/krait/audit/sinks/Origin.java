package org.krait.audit.sinks;

/** Where a value comes from, when not from constants. The order is that of trust, best first. */
enum Origin {
  UNKNOWN("a value of unknown origin"),
  PARAMETER("a parameter"),
  FILE("what a file holds"),
  ENVIRONMENT("a value from the environment"),
  ARGUMENTS("a word of the command line"),
  INPUT("input"),
  /** A constant that is decoded or decompressed before it is used. */
  HIDDEN("a constant that is decoded first"),
  NETWORK("data from the network");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  int bit() {
    return 1 << ordinal();
  }
}

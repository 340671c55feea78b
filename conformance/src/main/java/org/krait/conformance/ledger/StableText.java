package org.krait.conformance.ledger;

import java.util.regex.Pattern;

/** Takes out of a reason what differs from run to run and from machine to machine. */
final class StableText {
  private static final int LONGEST = 160;
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{4,}|\\b1[0-9]{14}\\b");

  /** A path; also one at the start of a line in the repr of a text. */
  private static final Pattern PATH =
      Pattern.compile("(?:(?<![\\w.>:/])|(?<=\\\\n))(?:/[\\w.+@~-]+){2,}/?");

  private static final Pattern SCRATCH_FILE = Pattern.compile("@test_\\d+_tmp");
  private static final Pattern PROCESS = Pattern.compile("\\b([Pp]id[ =:]*|thread[- ])\\d+");
  private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d{6,}");

  /** Where unittest leaves out what two long texts have in common. */
  private static final Pattern CUT = Pattern.compile("'?\\[\\d+ chars\\][\\w.]*");

  private static final Pattern TEMPORARY = Pattern.compile("\\btmp[a-z0-9_]{8}\\b");

  private StableText() {}

  static String of(String reason) {
    String text = ADDRESS.matcher(reason).replaceAll("0x…");
    text = PATH.matcher(text).replaceAll(path -> "…/" + lastName(path.group()));
    text = SCRATCH_FILE.matcher(text).replaceAll("@test_tmp");
    text = PROCESS.matcher(text).replaceAll("$1…");
    text = SECONDS.matcher(text).replaceAll("….…");
    text = CUT.matcher(text).replaceAll("[…]");
    text = TEMPORARY.matcher(text).replaceAll("tmp…").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static String lastName(String path) {
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return whole.substring(whole.lastIndexOf('/') + 1).replace("$", "\\$");
  }
}

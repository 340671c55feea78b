package org.krait.runtime.numbers;

/** Ints with zeros before them, as dates and times show them; {@code String.format} takes many times as long. */
public final class ZeroFilled {
  private ZeroFilled() {}

  /** The decimal digits of a value, filled up to a width of which a minus takes a part. */
  public static String of(int value, int width) {
    String text = Integer.toString(value);
    int missing = width - text.length();
    if (missing <= 0) {
      return text;
    }
    return value < 0
        ? "-" + "0".repeat(missing) + text.substring(1)
        : "0".repeat(missing).concat(text);
  }
}

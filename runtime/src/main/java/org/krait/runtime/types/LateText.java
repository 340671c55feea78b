package org.krait.runtime.types;

import org.krait.runtime.Concurrency;

/**
 * The text of a concatenation, put together when somebody reads it.
 *
 * <p>A program that adds to a text again and again, as {@code text += part} does, would copy all of it
 * every time. So the sum of a text and another is at first only the two; when something is added to a sum
 * that nobody has read, both go to a builder that later sums share, each with its own length. A sum
 * that was read keeps only its text.
 */
final class LateText {
  /** Shorter texts are put together at once. */
  static final int SHORTEST = 64;

  /** The number of chars. */
  final int length;

  /** The text once it was read. Strings may be handed over by a race: all their fields are final. */
  private String text;

  private String left;
  private String right;

  /** What this text is the beginning of, instead of {@link #left} and {@link #right}; locked when used. */
  private StringBuilder shared;

  private LateText(StringBuilder shared, int length) {
    this.shared = shared;
    this.length = length;
  }

  LateText(String left, String right) {
    this.left = left;
    this.right = right;
    this.length = left.length() + right.length();
  }

  /** The text. */
  String text() {
    String known = text;
    return known != null ? known : read();
  }

  private synchronized String read() {
    String known = text;
    if (known == null) {
      known = shared == null ? left.concat(right) : beginning();
      text = known;
      left = null;
      right = null;
      shared = null;
    }
    return known;
  }

  private String beginning() {
    synchronized (shared) {
      return shared.substring(0, length);
    }
  }

  /** This text with another behind it, or null when this one was read: then it costs nothing to use it. */
  LateText plus(String more) {
    // Locks cost more than all the rest of a loop that adds to a text.
    return Concurrency.active() ? plusLocked(more) : plusAlone(more);
  }

  private LateText plusAlone(String more) {
    if (text != null) {
      return null;
    }
    if (shared == null) {
      share(more);
    } else if (shared.length() != length) {
      return null;
    }
    if (more.length() == 1) {
      shared.append(more.charAt(0));
    } else {
      shared.append(more);
    }
    return new LateText(shared, length + more.length());
  }

  private void share(String more) {
    shared = new StringBuilder(length + Math.max(length >> 1, more.length())).append(left).append(right);
    left = null;
    right = null;
  }

  private synchronized LateText plusLocked(String more) {
    if (text != null) {
      return null;
    }
    if (shared == null) {
      share(more);
    }
    synchronized (shared) {
      if (shared.length() != length) {
        return null;
      }
      shared.append(more);
      return new LateText(shared, length + more.length());
    }
  }
}

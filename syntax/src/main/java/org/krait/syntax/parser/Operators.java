package org.krait.syntax.parser;

/** The tokens that are written with signs. */
final class Operators {
  private static final byte[] ONE = new byte[128];
  private static final byte[] TWO = new byte[128 * 128];

  static {
    java.util.Arrays.fill(ONE, (byte) Tokens.OP);
    java.util.Arrays.fill(TWO, (byte) Tokens.OP);
    for (int kind = 0; kind < Tokens.OP; kind++) {
      String text = Tokens.text(kind);
      if (text != null && text.length() == 1) {
        ONE[text.charAt(0)] = (byte) kind;
      } else if (text != null && text.length() == 2) {
        TWO[text.charAt(0) << 7 | text.charAt(1)] = (byte) kind;
      }
    }
    TWO['<' << 7 | '>'] = Tokens.NOTEQUAL;
  }

  private Operators() {}

  /** The kind of a sign; {@code OP} when it is none. */
  static int one(int c) {
    return ONE[c];
  }

  /** The kind of a sign of two characters; {@code OP} when it is none. */
  static int two(int first, int second) {
    return second < 0 || second >= 128 || first >= 128 ? Tokens.OP : TWO[first << 7 | second];
  }

  /** The kind of a sign of three characters; {@code OP} when it is none. */
  static int three(int first, int second, int third) {
    if (third == '=' && first == second) {
      return switch (first) {
        case '*' -> Tokens.DOUBLESTAREQUAL;
        case '/' -> Tokens.DOUBLESLASHEQUAL;
        case '<' -> Tokens.LEFTSHIFTEQUAL;
        case '>' -> Tokens.RIGHTSHIFTEQUAL;
        default -> Tokens.OP;
      };
    }
    return Tokens.OP;
  }

  /** True when the second bracket closes the first. */
  static boolean match(int opening, int closing) {
    return opening == '(' ? closing == ')' : closing == opening + 2;
  }
}

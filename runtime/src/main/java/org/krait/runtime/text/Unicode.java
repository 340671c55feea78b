package org.krait.runtime.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of characters in Unicode 15.0, as {@code str} means them.
 *
 * <p>ASCII, and for what patterns ask Latin-1, is answered without the table, which is read at the
 * first other question.
 */
public final class Unicode {
  /** The general categories; the number of one is its place here. */
  public static final List<String> CATEGORIES =
      List.of(
          "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps",
          "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co");

  private static final int CATEGORY = 0x1f;
  private static final int ALPHA = 1 << 5;
  private static final int LOWER = 1 << 6;
  private static final int UPPER = 1 << 7;
  private static final int TITLE = 1 << 8;
  private static final int IGNORABLE = 1 << 9;
  private static final int START = 1 << 10;
  private static final int PART = 1 << 11;
  private static final int DECIMAL = 1 << 12;
  private static final int DIGIT = 1 << 13;
  private static final int NUMERIC = 1 << 14;
  private static final int PRINTABLE = 1 << 15;
  private static final int DIGIT_SHIFT = 16;

  private Unicode() {}

  /** In the order in which they are read: the later ones change what the first says. */
  private static final String[] SECTIONS = {
    "category", "lowercase", "uppercase", "case-ignorable", "identifier-start", "identifier-part", "decimal", "digit",
    "numeric",
  };

  /** One class for all sections: a lambda is a class that is made when it is needed, each for half a millisecond. */
  private record Section(String name) implements UnicodeTable.Line {
    @Override
    public void range(int first, int last, int step, String value) {
      switch (name) {
        case "category" -> Data.INFO.fill(first, last, Data.ofCategory(value));
        case "lowercase" -> Data.toggle(first, last, LOWER);
        case "uppercase" -> Data.toggle(first, last, UPPER);
        case "case-ignorable" -> Data.toggle(first, last, IGNORABLE);
        case "identifier-start" -> Data.toggle(first, last, START);
        case "identifier-part" -> Data.toggle(first, last, PART);
        case "decimal" -> Data.tenDigits(first);
        case "digit" -> Data.add(first, DIGIT | NUMERIC | Integer.parseInt(value) << DIGIT_SHIFT);
        default -> {
          Data.add(first, NUMERIC);
          Data.FRACTIONS.put(first, value);
        }
      }
    }
  }

  /** The table, read when first needed. */
  private static final class Data {
    static final CodePointMap INFO = new CodePointMap();
    static final Map<Integer, String> FRACTIONS = new HashMap<>();

    static {
      UnicodeTable table =
          new UnicodeTable(ResourceFile.open(Unicode.class, "unicode.txt"));
      for (String section : SECTIONS) {
        table.forEach(section, new Section(section));
      }
      add(' ', PRINTABLE);
      CaseMapping.read(table);
    }

    private static void add(int c, int flags) {
      INFO.set(c, INFO.get(c) | flags);
    }

    private static void toggle(int first, int last, int flag) {
      for (int c = first; c <= last; c++) {
        INFO.set(c, INFO.get(c) ^ flag);
      }
    }

    private static void tenDigits(int zero) {
      for (int digit = 0; digit < 10; digit++) {
        add(zero + digit, DECIMAL | DIGIT | NUMERIC | digit << DIGIT_SHIFT);
      }
    }

    private static int ofCategory(String name) {
      int start = START | PART;
      int flags =
          switch (name) {
            case "Lu" -> ALPHA | UPPER | start;
            case "Ll" -> ALPHA | LOWER | start;
            case "Lt" -> ALPHA | TITLE | start;
            case "Lm" -> ALPHA | IGNORABLE | start;
            case "Lo" -> ALPHA | start;
            case "Nl" -> start;
            case "Mn" -> IGNORABLE | PART;
            case "Mc", "Nd", "Pc" -> PART;
            case "Me", "Sk", "Cf" -> IGNORABLE;
            default -> 0;
          };
      boolean printable = name.charAt(0) != 'C' && name.charAt(0) != 'Z';
      return CATEGORIES.indexOf(name) | flags | (printable ? PRINTABLE : 0);
    }
  }

  /** Makes sure that the table, and with it that of {@link CaseMapping}, was read. */
  static void load() {
    if (Data.INFO.get('a') == 0) {
      throw new IllegalStateException();
    }
  }

  private static int info(int c) {
    return Data.INFO.get(c);
  }

  /** The general category: an index into {@link #CATEGORIES}. */
  public static int category(int c) {
    return info(c) & CATEGORY;
  }

  /** Whether the code point has a character in Unicode 15.0. */
  public static boolean isAssigned(int c) {
    return category(c) != 0;
  }

  /** A letter (L*). */
  public static boolean isAlpha(int c) {
    if (c < 0x80) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
    return c < 0x100 ? isLatin1Letter(c) : (info(c) & ALPHA) != 0;
  }

  private static boolean isLatin1Letter(int c) {
    return c >= 0xc0 ? c != 0xd7 && c != 0xf7 : c == 0xaa || c == 0xb5 || c == 0xba;
  }

  private static boolean isLatin1Number(int c) {
    return c == 0xb2 || c == 0xb3 || c == 0xb9 || c >= 0xbc && c <= 0xbe;
  }

  /** A letter or something numeric. */
  public static boolean isAlnum(int c) {
    if (c < 0x80) {
      return isAlpha(c) || c >= '0' && c <= '9';
    }
    return c < 0x100
        ? isLatin1Letter(c) || isLatin1Number(c)
        : (info(c) & (ALPHA | NUMERIC)) != 0;
  }

  public static boolean isLower(int c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : (info(c) & LOWER) != 0;
  }

  public static boolean isUpper(int c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : (info(c) & UPPER) != 0;
  }

  public static boolean isTitle(int c) {
    return c >= 0x80 && (info(c) & TITLE) != 0;
  }

  public static boolean isCased(int c) {
    return c < 0x80 ? isAlpha(c) : (info(c) & (LOWER | UPPER | TITLE)) != 0;
  }

  /** Whether the rule for the final sigma looks through the character. */
  public static boolean isCaseIgnorable(int c) {
    return (info(c) & IGNORABLE) != 0;
  }

  /** A decimal digit, of which numbers are written in positions. */
  public static boolean isDecimal(int c) {
    return c < 0x100 ? c >= '0' && c <= '9' : (info(c) & DECIMAL) != 0;
  }

  public static boolean isDigit(int c) {
    return c < 0x80 ? c >= '0' && c <= '9' : (info(c) & DIGIT) != 0;
  }

  public static boolean isNumeric(int c) {
    return c < 0x80 ? c >= '0' && c <= '9' : (info(c) & NUMERIC) != 0;
  }

  /** The value of a decimal digit, or -1. */
  public static int decimal(int c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    int info = info(c);
    return (info & DECIMAL) != 0 ? info >> DIGIT_SHIFT : -1;
  }

  /** The value of a digit, or -1. */
  public static int digit(int c) {
    int info = info(c);
    return (info & DIGIT) != 0 ? info >> DIGIT_SHIFT : -1;
  }

  /** The value of a numeric character: {@code 3/4} or a whole number as text, or null. */
  public static String numeric(int c) {
    int digit = digit(c);
    return digit >= 0 ? Integer.toString(digit) : Data.FRACTIONS.get(c);
  }

  /** White space of {@code str.split()} and {@code str.isspace()}. */
  public static boolean isSpace(int c) {
    if (c < 0x80) {
      return c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31;
    }
    return switch (c) {
      case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200a;
    };
  }

  /** A line end of {@code str.splitlines()}. */
  public static boolean isLineBreak(int c) {
    return c >= 10 && c <= 13 || c >= 28 && c <= 30 || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Whether {@code repr} shows the character itself. */
  public static boolean isPrintable(int c) {
    if (c < 0x100) {
      return c >= ' ' && c < 0x7f || c > 0xa0 && c != 0xad;
    }
    return (info(c) & PRINTABLE) != 0;
  }

  /** XID_Start or underscore. */
  public static boolean isIdentifierStart(int c) {
    return c < 0x80 ? isAlpha(c) || c == '_' : (info(c) & START) != 0;
  }

  /** XID_Continue. */
  public static boolean isIdentifierPart(int c) {
    return c < 0x80 ? isAlnum(c) || c == '_' : (info(c) & PART) != 0;
  }
}

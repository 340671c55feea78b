package org.krait.stdlib.ssl;

/** Times in certificates, as OpenSSL prints them: {@code Aug 29 14:23:15 2018 GMT}. */
final class CertificateTime {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private CertificateTime() {}

  /** The time that was reached last. */
  static String text(Der time) throws Der.Malformed {
    String digits = time.latin();
    int yearDigits = time.tag() == Der.UTC_TIME ? 2 : 4;
    if (digits.length() < yearDigits + 8) {
      throw new Der.Malformed("short time");
    }
    try {
      int year = Integer.parseInt(digits, 0, yearDigits, 10);
      if (yearDigits == 2) {
        year += year < 50 ? 2000 : 1900;
      }
      int at = yearDigits;
      int month = two(digits, at);
      int second = digits.length() > at + 9 && Character.isDigit(digits.charAt(at + 8)) ? two(digits, at + 8) : 0;
      if (month < 1 || month > 12) {
        throw new Der.Malformed("no such month");
      }
      return "%s %2d %02d:%02d:%02d %d%s".formatted(
          MONTHS[month - 1], two(digits, at + 2), two(digits, at + 4), two(digits, at + 6), second,
          year, digits.endsWith("Z") ? " GMT" : "");
    } catch (NumberFormatException e) {
      throw new Der.Malformed("a time without digits");
    }
  }

  private static int two(String digits, int at) {
    return Integer.parseInt(digits, at, at + 2, 10);
  }
}

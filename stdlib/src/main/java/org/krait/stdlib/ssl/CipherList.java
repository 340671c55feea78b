package org.krait.stdlib.ssl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists of ciphers in OpenSSL's words: {@code ECDHE+AESGCM:!aNULL:@STRENGTH}. */
final class CipherList {
  /** CPython's own list, as it was built for OpenSSL 3. */
  static final String DEFAULT =
      "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";

  private static final int HIGHEST_LEVEL = 5;

  /** The suites below TLS 1.3, in order; empty for a list that nothing answers to. */
  final List<CipherSuite> suites;

  /** What {@code @SECLEVEL} said, -1 for nothing. */
  final int securityLevel;

  private CipherList(List<CipherSuite> suites, int securityLevel) {
    this.suites = suites;
    this.securityLevel = securityLevel;
  }

  static CipherList of(String text) {
    List<CipherSuite> chosen = new ArrayList<>();
    List<CipherSuite> rest = new ArrayList<>();
    for (CipherSuite suite : CipherSuite.ALL) {
      if (!suite.isNewest()) {
        rest.add(suite);
      }
    }
    int level = -1;
    for (String word : text.split("[:, ;]+")) {
      if (word.startsWith("@SECLEVEL=")) {
        level = word.length() == 11 ? word.charAt(10) - '0' : -1;
        if (level < 0 || level > HIGHEST_LEVEL) {
          return new CipherList(List.of(), -1);
        }
      } else if (word.equals("@STRENGTH")) {
        chosen.sort(Comparator.comparingInt(CipherSuite::bits).reversed());
      } else if (word.equals("DEFAULT")) {
        // As OpenSSL has it: all but those without authentication, and the keys of the old DSS.
        apply('?', "ALL", chosen, rest);
        apply('!', "aDSS", chosen, rest);
      } else if (!word.isEmpty()) {
        char sign = word.charAt(0);
        boolean marked = sign == '!' || sign == '-' || sign == '+';
        apply(marked ? sign : '?', marked ? word.substring(1) : word, chosen, rest);
      }
    }
    return new CipherList(chosen, level);
  }

  private static void apply(
      char sign, String word, List<CipherSuite> chosen, List<CipherSuite> rest) {
    String[] terms = word.split("\\+");
    List<CipherSuite> meant = new ArrayList<>();
    for (CipherSuite suite : sign == '?' ? rest : chosen) {
      if (hasAll(suite, terms)) {
        meant.add(suite);
      }
    }
    switch (sign) {
      case '!' -> {
        chosen.removeAll(meant);
        rest.removeIf(suite -> hasAll(suite, terms));
      }
      case '-' -> {
        chosen.removeAll(meant);
        rest.addAll(0, meant);
      }
      case '+' -> {
        chosen.removeAll(meant);
        chosen.addAll(meant);
      }
      default -> {
        rest.removeAll(meant);
        chosen.addAll(meant);
      }
    }
  }

  private static boolean hasAll(CipherSuite suite, String[] terms) {
    for (String term : terms) {
      if (!has(suite, term)) {
        return false;
      }
    }
    return terms.length > 0;
  }

  /** Whether a word of OpenSSL's means a suite; words for what JSSE does not have mean none. */
  private static boolean has(CipherSuite suite, String word) {
    boolean curves = suite.exchange().equals("ECDH");
    return switch (word) {
      case "ALL", "HIGH", "FIPS" -> !word.equals("FIPS") || suite.encryption().startsWith("AES");
      case "kEECDH", "kECDHE", "EECDH", "ECDHE", "ECDH" -> curves;
      case "kEDH", "kDHE", "EDH", "DHE", "DH" -> !curves;
      case "aRSA", "RSA" -> suite.authentication().equals("RSA") && word.equals("aRSA");
      case "aECDSA", "ECDSA" -> suite.authentication().equals("ECDSA");
      case "aDSS", "DSS" -> suite.authentication().equals("DSS");
      case "AES" -> suite.encryption().startsWith("AES");
      case "AES128" -> suite.encryption().startsWith("AES") && suite.bits() == 128;
      case "AES256" -> suite.encryption().startsWith("AES") && suite.bits() == 256;
      case "AESGCM" -> suite.encryption().equals("AESGCM");
      case "CHACHA20" -> suite.encryption().startsWith("CHACHA20");
      case "SHA", "SHA1" -> suite.code().equals("SHA1");
      case "SHA256", "SHA384" -> suite.code().equals(word);
      case "TLSv1.2", "TLSv1", "TLSv1.0", "SSLv3" ->
          suite.protocol().equals(word.equals("TLSv1.0") ? "TLSv1" : word);
      default -> suite.name().equals(word) || suite.standardName().equals(word);
    };
  }
}

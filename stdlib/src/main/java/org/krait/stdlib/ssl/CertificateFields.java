package org.krait.stdlib.ssl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a certificate (RFC 5280), as they stand in its bytes. */
final class CertificateFields {
  static final String SUBJECT_NAMES = "2.5.29.17";
  static final String BASIC_CONSTRAINTS = "2.5.29.19";
  static final String KEY_USAGE = "2.5.29.15";
  static final String EXTENDED_USAGE = "2.5.29.37";
  static final String SUBJECT_KEY = "2.5.29.14";
  static final String AUTHORITY_KEY = "2.5.29.35";
  static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
  static final String REVOCATION_POINTS = "2.5.29.31";

  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;

  final byte[] whole;
  final int version;
  final java.math.BigInteger serial;
  final byte[] issuer;
  final byte[] subject;
  final String notBefore;
  final String notAfter;

  /** What each extension holds, by its identifier. */
  final Map<String, byte[]> extensions = new LinkedHashMap<>();

  CertificateFields(byte[] bytes) throws Der.Malformed {
    this(bytes, new Der(bytes));
  }

  /** The certificate that comes next. */
  CertificateFields(byte[] bytes, Der input) throws Der.Malformed {
    input.expect(Der.SEQUENCE);
    whole = input.wholeLength() == bytes.length ? bytes : input.whole();
    Der body = input.contents().enter(Der.SEQUENCE);
    int given = 0;
    if (body.peek() == VERSION) {
      given = new java.math.BigInteger(body.enter(VERSION).expect(Der.INTEGER).value()).intValue();
    }
    version = given + 1;
    byte[] number = body.expect(Der.INTEGER).value();
    if (number.length == 0) {
      throw new Der.Malformed("no serial number");
    }
    serial = new java.math.BigInteger(number);
    body.expect(Der.SEQUENCE);
    issuer = body.expect(Der.SEQUENCE).whole();
    Der times = body.enter(Der.SEQUENCE);
    times.next();
    notBefore = CertificateTime.text(times);
    times.next();
    notAfter = CertificateTime.text(times);
    subject = body.expect(Der.SEQUENCE).whole();
    body.expect(Der.SEQUENCE);
    while (body.hasNext()) {
      if (body.next() == EXTENSIONS) {
        readExtensions(body.contents().enter(Der.SEQUENCE));
      }
    }
  }

  private void readExtensions(Der list) throws Der.Malformed {
    while (list.hasNext()) {
      Der one = list.enter(Der.SEQUENCE);
      String identifier = one.expect(Der.OBJECT).object();
      if (one.peek() == Der.BOOLEAN) {
        one.next();
      }
      extensions.put(identifier, one.expect(Der.OCTETS).value());
    }
  }

  boolean isSelfIssued() {
    return java.util.Arrays.equals(subject, issuer);
  }

  /** The key identifier that the subject has, or null. */
  byte[] subjectKey() {
    byte[] extension = extensions.get(SUBJECT_KEY);
    try {
      return extension == null ? null : new Der(extension).expect(Der.OCTETS).value();
    } catch (Der.Malformed e) {
      return null;
    }
  }

  /** The key identifier that the issuer is said to have, or null. */
  byte[] authorityKey() {
    byte[] extension = extensions.get(AUTHORITY_KEY);
    try {
      Der parts = extension == null ? null : new Der(extension).enter(Der.SEQUENCE);
      return parts != null && parts.peek() == 0x80 ? parts.expect(0x80).value() : null;
    } catch (Der.Malformed e) {
      return null;
    }
  }

  /** Whether a certificate can be the issuer of this one, as far as names and key identifiers say. */
  boolean mayBeIssuedBy(CertificateFields other) {
    if (!DistinguishedName.same(issuer, other.subject)) {
      return false;
    }
    byte[] wanted = authorityKey();
    byte[] had = wanted == null ? null : other.subjectKey();
    return had == null || java.util.Arrays.equals(wanted, had);
  }

  /** Whether it says of itself that it may issue others; old ones that are their own issuer may. */
  boolean isAuthority() {
    byte[] constraints = extensions.get(BASIC_CONSTRAINTS);
    try {
      if (constraints != null) {
        Der parts = new Der(constraints).enter(Der.SEQUENCE);
        return parts.peek() == Der.BOOLEAN && parts.expect(Der.BOOLEAN).value()[0] != 0
            && mayUse(5, true);
      }
    } catch (Der.Malformed e) {
      return false;
    }
    return version == 1 && isSelfIssued() || extensions.containsKey(KEY_USAGE) && mayUse(5, false);
  }

  /** Whether the key may be used for what a bit of the extension says. */
  boolean mayUse(int bit, boolean otherwise) {
    byte[] usage = extensions.get(KEY_USAGE);
    try {
      if (usage == null) {
        return otherwise;
      }
      byte[] bits = new Der(usage).expect(Der.BIT_STRING).value();
      return bits.length > 1 + bit / 8 && (bits[1 + bit / 8] & 0x80 >> bit % 8) != 0;
    } catch (Der.Malformed e) {
      return false;
    }
  }

  /** How many certificates of authorities may follow, -1 for any number. */
  int pathLength() {
    byte[] constraints = extensions.get(BASIC_CONSTRAINTS);
    try {
      Der parts = constraints == null ? null : new Der(constraints).enter(Der.SEQUENCE);
      while (parts != null && parts.hasNext()) {
        if (parts.next() == Der.INTEGER) {
          return new java.math.BigInteger(parts.value()).intValue();
        }
      }
    } catch (Der.Malformed | ArithmeticException e) {
      return 0;
    }
    return -1;
  }

  /** The purposes that the extended usage allows, or null when there is none. */
  List<String> purposes() {
    byte[] usage = extensions.get(EXTENDED_USAGE);
    if (usage == null) {
      return null;
    }
    List<String> found = new ArrayList<>();
    try {
      Der list = new Der(usage).enter(Der.SEQUENCE);
      while (list.hasNext()) {
        found.add(list.expect(Der.OBJECT).object());
      }
    } catch (Der.Malformed e) {
      return List.of();
    }
    return found;
  }

  /** Names of the subject of one kind: the contents of each. */
  List<byte[]> names(int kind) {
    List<byte[]> found = new ArrayList<>();
    byte[] extension = extensions.get(SUBJECT_NAMES);
    try {
      Der list = extension == null ? null : new Der(extension).enter(Der.SEQUENCE);
      while (list != null && list.hasNext()) {
        if (list.next() == kind) {
          found.add(list.value());
        }
      }
    } catch (Der.Malformed e) {
      return found;
    }
    return found;
  }
}

package org.krait.stdlib.ssl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a certificate is about a host (RFC 6125), as OpenSSL looks at it. */
final class HostName {
  static final int ALWAYS_SUBJECT = 1;
  static final int NO_WILDCARDS = 2;
  static final int MANY_LABELS = 8;
  static final int SINGLE_LABEL = 16;
  static final int NEVER_SUBJECT = 32;

  private static final int DNS = 0x82;
  private static final int ADDRESS = 0x87;

  private HostName() {}

  /** The bytes of an address that is written as one, or null for a name. */
  static byte[] address(String text) {
    if (text.indexOf(':') >= 0) {
      return sixteen(text);
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      boolean number = !parts[i].isEmpty() && parts[i].length() <= 3 && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
      if (!number || Integer.parseInt(parts[i]) > 255) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  private static byte[] sixteen(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    byte[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    byte[] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2), true);
    if (head == null || tail == null || head.length + tail.length > (gap < 0 ? 16 : 14)) {
      return null;
    }
    if (gap < 0 && head.length != 16) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(head, 16);
    System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
    return bytes;
  }

  private static byte[] groups(String text, boolean last) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] parts = text.split(":", -1);
    byte[] bytes = new byte[0];
    for (int i = 0; i < parts.length; i++) {
      byte[] dotted = last && i == parts.length - 1 && parts[i].indexOf('.') >= 0 ? address(parts[i]) : null;
      if (dotted == null) {
        if (!parts[i].matches("[0-9A-Fa-f]{1,4}")) {
          return null;
        }
        int group = Integer.parseInt(parts[i], 16);
        dotted = new byte[] {(byte) (group >> 8), (byte) group};
      }
      int had = bytes.length;
      bytes = Arrays.copyOf(bytes, had + dotted.length);
      System.arraycopy(dotted, 0, bytes, had, dotted.length);
    }
    return bytes;
  }

  /** Whether a certificate names an address. */
  static boolean hasAddress(CertificateFields certificate, byte[] address) {
    for (byte[] named : certificate.names(ADDRESS)) {
      if (Arrays.equals(named, address)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a certificate names a host, in its alternative names or, where it has none, in its subject. */
  static boolean hasHost(CertificateFields certificate, String host, int flags) {
    List<byte[]> names = certificate.names(DNS);
    for (byte[] name : names) {
      if (matches(new String(name, StandardCharsets.ISO_8859_1), host, flags)) {
        return true;
      }
    }
    boolean bySubject =
        (flags & NEVER_SUBJECT) == 0 && (names.isEmpty() || (flags & ALWAYS_SUBJECT) != 0);
    if (!bySubject) {
      return false;
    }
    String common = DistinguishedName.commonName(certificate.subject);
    return common != null && matches(common, host, flags);
  }

  private static boolean matches(String pattern, String host, int flags) {
    String wanted = host.toLowerCase(Locale.ROOT);
    String named = pattern.toLowerCase(Locale.ROOT);
    if (named.equals(wanted)) {
      return true;
    }
    // A star stands for one whole label, the first, and not right before a top-level name.
    if ((flags & NO_WILDCARDS) != 0 || !named.startsWith("*.")) {
      return false;
    }
    String rest = named.substring(1);
    if (rest.indexOf('*') >= 0 || rest.indexOf('.', 1) < 0 || rest.endsWith(".") || !isName(rest.substring(1))) {
      return false;
    }
    if (!wanted.endsWith(rest) || wanted.length() == rest.length()) {
      return false;
    }
    String label = wanted.substring(0, wanted.length() - rest.length());
    boolean many = (flags & MANY_LABELS) != 0;
    return label.chars().allMatch(c -> c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || many && c == '.');
  }

  private static boolean isName(String name) {
    return name.chars().allMatch(c -> c == '-' || c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z')
        && !name.contains("..");
  }
}

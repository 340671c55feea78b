package org.krait.stdlib.ssl;

import java.util.Arrays;

/**
 * Cuts what arrives into records (RFC 8446, 5.1), and reads not a byte beyond one: what follows the last
 * record of a connection may be plain text for the program.
 */
final class Records {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int HEADER = 5;

  /** What OpenSSL takes at most, with all that encryption may add. */
  private static final int LONGEST = 16384 + 256 + 64;

  /** What became of an attempt to read a record. */
  enum Result {
    COMPLETE,
    NOTHING_YET,
    END
  }

  private final Transport transport;
  private byte[] bytes = new byte[512];
  private int have;
  private boolean first = true;

  Records(Transport transport) {
    this.transport = transport;
  }

  /** Reads as much of the next record as is there. */
  Result read(int line) {
    while (true) {
      int wanted = have < HEADER ? HEADER : HEADER + length();
      if (have == wanted && have > HEADER || have == HEADER && wanted == HEADER && checked(line)) {
        return Result.COMPLETE;
      }
      if (bytes.length < wanted) {
        bytes = Arrays.copyOf(bytes, wanted);
      }
      int count = transport.read(bytes, have, wanted - have);
      if (count <= 0) {
        return count < 0 ? Result.END : Result.NOTHING_YET;
      }
      have += count;
      if (have == HEADER) {
        checked(line);
      }
    }
  }

  private int length() {
    return (bytes[3] & 0xff) << 8 | bytes[4] & 0xff;
  }

  /** Looks at a header: bytes that are no TLS are told from it, in OpenSSL's order. */
  private boolean checked(int line) {
    if (length() > LONGEST) {
      throw SslErrors.recordFailure(line);
    }
    if (bytes[1] != 3) {
      String start = new String(bytes, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
      boolean request = first && (start.equals("GET ") || start.equals("PUT "));
      throw SslErrors.ssl(request ? "HTTP_REQUEST" : "WRONG_VERSION_NUMBER", line);
    }
    return true;
  }

  int type() {
    return bytes[0] & 0xff;
  }

  /** Takes the record that is complete. */
  byte[] take() {
    byte[] record = Arrays.copyOf(bytes, have);
    have = 0;
    first = false;
    if (bytes.length < record.length) {
      bytes = new byte[512];
    }
    return record;
  }
}

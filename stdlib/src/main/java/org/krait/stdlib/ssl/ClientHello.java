package org.krait.stdlib.ssl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first message of a client (RFC 8446, 4.1.2), which JSSE shows nobody before it has answered: the
 * program may choose another context by the name in it.
 *
 * @param serverName null when the client names none
 * @param ciphers the two bytes of each, as the client prefers them
 * @param newest whether it offers TLS 1.3
 * @param older whether it takes TLS 1.2
 * @param postHandshake whether it would show its certificate later
 */
record ClientHello(
    String serverName, List<Integer> ciphers, boolean newest, boolean older, boolean postHandshake) {
  private static final int SERVER_NAME = 0;
  private static final int VERSIONS = 43;
  private static final int POST_HANDSHAKE = 49;

  /** A reader of the message. */
  private static final class Input {
    private final byte[] bytes;
    private int at;
    private final int end;

    Input(byte[] bytes, int at, int end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    int number(int size) {
      int value = 0;
      for (int i = 0; i < size; i++) {
        value = value << 8 | bytes[at++] & 0xff;
      }
      return value;
    }

    Input part(int sizeOfLength) {
      int length = number(sizeOfLength);
      if (length > end - at) {
        throw new ArrayIndexOutOfBoundsException(length);
      }
      Input part = new Input(bytes, at, at + length);
      at += length;
      return part;
    }

    boolean hasMore() {
      return at < end;
    }
  }

  /** Reads a message, without its four bytes of type and length; null when it is malformed. */
  static ClientHello read(byte[] message) {
    try {
      return parse(new Input(message, 0, message.length));
    } catch (ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  private static ClientHello parse(Input input) {
    int version = input.number(2);
    input.at += 32;
    input.part(1);
    Input suites = input.part(2);
    List<Integer> ciphers = new ArrayList<>();
    while (suites.hasMore()) {
      ciphers.add(suites.number(2));
    }
    input.part(1);
    String name = null;
    boolean newest = false;
    boolean older = version >= 0x303;
    boolean later = false;
    Input extensions = input.hasMore() ? input.part(2) : input;
    while (extensions.hasMore()) {
      int type = extensions.number(2);
      Input content = extensions.part(2);
      switch (type) {
        case SERVER_NAME -> name = serverName(content);
        case VERSIONS -> {
          Input versions = content.part(1);
          older = false;
          while (versions.hasMore()) {
            int one = versions.number(2);
            newest |= one == 0x304;
            older |= one == 0x303;
          }
        }
        case POST_HANDSHAKE -> later = true;
        default -> {
          // JSSE reads the others.
        }
      }
    }
    return new ClientHello(name, ciphers, newest, older, later);
  }

  private static String serverName(Input content) {
    Input list = content.part(2);
    while (list.hasMore()) {
      int kind = list.number(1);
      Input name = list.part(2);
      if (kind == 0) {
        return new String(name.bytes, name.at, name.end - name.at, StandardCharsets.UTF_8);
      }
    }
    return null;
  }
}

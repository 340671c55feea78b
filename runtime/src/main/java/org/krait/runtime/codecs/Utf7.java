package org.krait.runtime.codecs;

import org.krait.runtime.types.PyStr;

/** UTF-7 (RFC 2152). */
public final class Utf7 {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Characters that stand for themselves when encoded. */
  private static final String DIRECT = "'(),-./:? \t\n\r";

  private Utf7() {}

  /** The six bits of a character of Base64, or -1. */
  private static int bits(int c) {
    return c < 0x80 ? BASE64.indexOf(c) : -1;
  }

  /** Decodes. */
  public static final class Decoder extends TextDecoder {
    private boolean shifted;
    private int shiftStart;
    private int shiftOutput;
    private int buffer;
    private int bufferBits;
    private int high;

    public Decoder(byte[] in, String errors, boolean last) {
      super("utf7", in, errors, last);
    }

    @Override
    protected void run() {
      do {
        while (at < end) {
          int c = unit(at);
          if (shifted) {
            inShift(c);
          } else if (c == '+') {
            startShift();
          } else if (c < 0x80) {
            out.append(c);
            at++;
          } else {
            error(at, at + 1, "unexpected special character");
          }
        }
      } while (!finish());
    }

    private void startShift() {
      shiftStart = at++;
      if (at >= end) {
        if (!last) {
          shifted = true;
          shiftOutput = out.length();
        }
        return;
      }
      int c = unit(at);
      if (c == '-') {
        out.append('+');
        at++;
      } else if (bits(c) < 0) {
        error(shiftStart, at + 1, "ill-formed sequence");
      } else {
        shifted = true;
        shiftOutput = out.length();
        high = 0;
        buffer = 0;
        bufferBits = 0;
      }
    }

    private void inShift(int c) {
      int six = bits(c);
      if (six >= 0) {
        at++;
        buffer = buffer << 6 | six;
        bufferBits += 6;
        if (bufferBits >= 16) {
          bufferBits -= 16;
          unit16(buffer >>> bufferBits & 0xffff);
          buffer &= (1 << bufferBits) - 1;
        }
        return;
      }
      endShift(c);
    }

    private void unit16(int c) {
      if (high != 0) {
        int first = high;
        high = 0;
        if (c >> 10 == 0x37) {
          out.append(Character.toCodePoint((char) first, (char) c));
          return;
        }
        out.append(first);
      }
      if (c >> 10 == 0x36) {
        high = c;
      } else {
        out.append(c);
      }
    }

    private void endShift(int c) {
      shifted = false;
      if (bufferBits >= 6) {
        at++;
        resume("partial character in shift sequence");
        return;
      }
      if (bufferBits > 0 && buffer != 0) {
        at++;
        resume("non-zero padding bits in shift sequence");
        return;
      }
      if (high != 0 && c < 0x80 && c != '+') {
        out.append(high);
      }
      high = 0;
      if (c == '-') {
        at++;
      } else if (c >= 0x80) {
        at++;
        resume("ill-formed sequence");
      }
    }

    private void resume(String reason) {
      high = 0;
      error(shiftStart, at, reason);
    }

    /** Ends the run; false when an error handler wants it to go on. */
    private boolean finish() {
      if (!shifted) {
        return true;
      }
      if (!last) {
        at = shiftStart;
        out.setLength(shiftOutput);
        return true;
      }
      shifted = false;
      if (high != 0 || bufferBits >= 6 || bufferBits > 0 && buffer != 0) {
        error(shiftStart, end, "unterminated shift sequence");
        return at >= end;
      }
      return true;
    }
  }

  /** Encodes; there are no errors. */
  public static byte[] encode(PyStr text) {
    ByteBuilder out = new ByteBuilder(text.length() + 16);
    boolean shifted = false;
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      boolean direct = c < 0x80 && isDirect(c);
      if (shifted && direct) {
        if (bits > 0) {
          out.append(BASE64.charAt(buffer << 6 - bits & 0x3f));
          bits = 0;
        }
        shifted = false;
        if (bits(c) >= 0 || c == '-') {
          out.append('-');
        }
      }
      if (direct && !shifted) {
        out.append(c);
        continue;
      }
      if (!shifted) {
        out.append('+');
        if (c == '+') {
          out.append('-');
          continue;
        }
        shifted = true;
        buffer = 0;
      }
      for (char unit : Character.toChars(c)) {
        buffer = buffer << 16 | unit;
        bits += 16;
        while (bits >= 6) {
          bits -= 6;
          out.append(BASE64.charAt(buffer >>> bits & 0x3f));
        }
        buffer &= (1 << bits) - 1;
      }
    }
    if (bits > 0) {
      out.append(BASE64.charAt(buffer << 6 - bits & 0x3f));
    }
    if (shifted) {
      out.append('-');
    }
    return out.toByteArray();
  }

  private static boolean isDirect(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || DIRECT.indexOf(c) >= 0
        || "!\"#$%&*;<=>@[]^_`{|}".indexOf(c) >= 0;
  }
}

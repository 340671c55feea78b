package org.krait.runtime.codecs;

import org.krait.runtime.types.PyStr;

/** UTF-32 in both byte orders, and with a mark that says which. */
public final class Utf32 {
  private Utf32() {}

  /** Decodes; {@link #order} then says which byte order it was. */
  public static final class Decoder extends TextDecoder {
    private int order;

    /** A run; {@code order} as in {@link Utf16.Decoder}. */
    public Decoder(byte[] in, String errors, int order, boolean last) {
      super(order > 0 ? "utf-32-be" : "utf-32-le", in, errors, last);
      this.order = order;
    }

    public int order() {
      return order;
    }

    @Override
    protected void run() {
      if (order == 0 && end >= 4) {
        int mark = quad(0, 1);
        order = mark == 0xfeff ? 1 : mark == 0xfffe0000 ? -1 : 0;
        at = order == 0 ? 0 : 4;
        encoding = order > 0 ? "utf-32-be" : "utf-32-le";
      }
      while (at < end) {
        if (at + 3 >= end) {
          if (!last) {
            return;
          }
          error(at, end, "truncated data");
          continue;
        }
        decode(quad(at, order));
      }
    }

    private void decode(int c) {
      if (c < 0 || c > 0x10ffff) {
        error(at, at + 4, "code point not in range(0x110000)");
      } else if (c >> 11 == 0x1b) {
        error(at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
      } else {
        out.append(c);
        at += 4;
      }
    }

    private int quad(int index, int byteOrder) {
      int big =
          unit(index) << 24 | unit(index + 1) << 16 | unit(index + 2) << 8 | unit(index + 3);
      return byteOrder > 0 ? big : Integer.reverseBytes(big);
    }
  }

  /** Encodes; order 0 is little-endian with a mark. */
  public static byte[] encode(PyStr text, String errors, int order) {
    return new Encoder(text, errors, order).encode();
  }

  private static final class Encoder extends TextEncoder {
    private final int order;

    Encoder(PyStr in, String errors, int order) {
      super(
          order == 0 ? "utf-32" : order > 0 ? "utf-32-be" : "utf-32-le",
          in, errors, in.length() * 4 + 4);
      this.order = order;
    }

    @Override
    protected int unitSize() {
      return 4;
    }

    @Override
    protected void run() {
      if (order == 0) {
        unit(0xfeff);
      }
      while (at < end) {
        int c = in.codePointAt(at);
        if (c >> 11 == 0x1b) {
          error(at, at + 1, "surrogates not allowed");
        } else {
          unit(c);
          at++;
        }
      }
    }

    private void unit(int c) {
      int big = order > 0 ? c : Integer.reverseBytes(c);
      out.append(big >> 24).append(big >> 16).append(big >> 8).append(big);
    }

    @Override
    protected boolean put(int c) {
      if (c >= 0x80) {
        return false;
      }
      unit(c);
      return true;
    }
  }
}

package org.krait.runtime.codecs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.krait.runtime.types.PyStr;

/** UTF-32 in both byte orders, and with a mark that says which. */
public final class Utf32 {
  private static final VarHandle LITTLE = view(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG = view(ByteOrder.BIG_ENDIAN);

  private Utf32() {}

  private static VarHandle view(ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(int[].class, order);
  }

  private static VarHandle points(int order) {
    return order > 0 ? BIG : LITTLE;
  }

  /** Decodes all of it. */
  public static PyStr decode(byte[] bytes, String errors, int order) {
    PyStr plain = decodePlain(bytes, order);
    return plain != null ? plain : new Decoder(bytes, errors, order, true).decode();
  }

  /** The text of bytes in which nothing is wrong, or null. */
  private static PyStr decodePlain(byte[] bytes, int givenOrder) {
    if (bytes.length % 4 != 0 || bytes.length == 0) {
      return null;
    }
    int mark = givenOrder == 0 ? (int) LITTLE.get(bytes, 0) : 0;
    int order = mark == 0xfffe0000 ? 1 : givenOrder;
    int from = mark == 0xfeff || mark == 0xfffe0000 ? 4 : 0;
    VarHandle handle = points(order);
    int[] points = new int[(bytes.length - from) / 4];
    for (int i = 0; i < points.length; i++) {
      int c = (int) handle.get(bytes, from + 4 * i);
      if (c < 0 || c > Character.MAX_CODE_POINT || c >> 11 == 0x1b) {
        return null;
      }
      points[i] = c;
    }
    return PyStr.ofCodePoints(points, 0, points.length);
  }

  private static byte[] encodePlain(String text, int order) {
    int from = order == 0 ? 4 : 0;
    byte[] bytes = new byte[from + 4 * text.length()];
    if (order == 0) {
      LITTLE.set(bytes, 0, 0xfeff);
    }
    VarHandle handle = points(order);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >> 11 == 0x1b) {
        return null;
      }
      handle.set(bytes, from + 4 * i, (int) c);
    }
    return bytes;
  }

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
    String units = text.units();
    byte[] plain = units == null ? null : encodePlain(units, order);
    return plain != null ? plain : new Encoder(text, errors, order).encode();
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

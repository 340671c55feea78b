package org.krait.runtime.codecs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import org.krait.runtime.types.PyStr;

/** UTF-16 in both byte orders, and with a mark that says which. */
public final class Utf16 {
  private Utf16() {}

  private static CharBuffer units(byte[] bytes, int from, int length, int order) {
    return ByteBuffer.wrap(bytes, from, length)
        .order(order > 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
        .asCharBuffer();
  }

  private static boolean haveSurrogates(char[] units) {
    // Without a way out of the loop, so that HotSpot takes many at once.
    int found = 0;
    for (char unit : units) {
      int other = (unit >> 11) ^ 0x1b;
      found |= other - 1;
    }
    return found < 0;
  }

  /** The text of bytes in which nothing needs a look at each unit, or null. */
  private static PyStr decodePlain(byte[] bytes, int givenOrder) {
    if (bytes.length % 2 != 0 || bytes.length == 0) {
      return null;
    }
    int order = givenOrder;
    int from = 0;
    if (order == 0) {
      int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
      order = mark == 0xfeff ? 1 : -1;
      from = mark == 0xfeff || mark == 0xfffe ? 2 : 0;
    }
    char[] units = new char[(bytes.length - from) / 2];
    units(bytes, from, bytes.length - from, order).get(units);
    return haveSurrogates(units) ? null : PyStr.ofUnits(new String(units));
  }

  /** Decodes all of it. */
  public static PyStr decode(byte[] bytes, String errors, int order) {
    PyStr plain = decodePlain(bytes, order);
    return plain != null ? plain : new Decoder(bytes, errors, order, true).decode();
  }

  private static byte[] encodePlain(String text, int order) {
    char[] units = text.toCharArray();
    if (haveSurrogates(units)) {
      return null;
    }
    int from = order == 0 ? 2 : 0;
    byte[] bytes = new byte[from + 2 * units.length];
    if (order == 0) {
      bytes[0] = (byte) 0xff;
      bytes[1] = (byte) 0xfe;
    }
    units(bytes, from, 2 * units.length, order).put(units);
    return bytes;
  }

  private static boolean arePaired(char[] units) {
    for (int i = 0; i < units.length; i++) {
      if (units[i] >> 11 == 0x1b) {
        if (i + 1 == units.length || !Character.isSurrogatePair(units[i], units[i + 1])) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Decodes; {@link #order} then says which byte order it was. */
  public static final class Decoder extends TextDecoder {
    private int order;

    /**
     * A run.
     *
     * @param order -1 little-endian, 1 big-endian, 0 as a mark at the start says, else little-endian
     */
    public Decoder(byte[] in, String errors, int order, boolean last) {
      super(order > 0 ? "utf-16-be" : "utf-16-le", in, errors, last);
      this.order = order;
    }

    /** -1, 1, or 0 when there was no mark. */
    public int order() {
      return order;
    }

    @Override
    protected void run() {
      if (order == 0 && end >= 2) {
        int mark = unit(0) << 8 | unit(1);
        order = mark == 0xfffe ? -1 : mark == 0xfeff ? 1 : 0;
        at = order == 0 ? 0 : 2;
        encoding = order > 0 ? "utf-16-be" : "utf-16-le";
      }
      takeValid();
      while (at < end) {
        if (!next()) {
          return;
        }
      }
    }

    /** Takes everything when nothing is wrong with it. */
    private void takeValid() {
      if ((end - at) % 2 != 0) {
        return;
      }
      char[] units = new char[(end - at) / 2];
      units(in, at, end - at, order).get(units);
      if (arePaired(units)) {
        out.append(PyStr.of(new String(units)));
        at = end;
      }
    }

    private int pair(int index) {
      return order > 0
          ? unit(index) << 8 | unit(index + 1)
          : unit(index + 1) << 8 | unit(index);
    }

    private boolean next() {
      if (at + 1 >= end) {
        return incomplete("truncated data");
      }
      int c = pair(at);
      if (c >> 11 != 0x1b) {
        out.append(c);
        at += 2;
        return true;
      }
      if (c >= 0xdc00) {
        error(at, at + 2, "illegal encoding");
        return true;
      }
      if (at + 3 >= end) {
        return incomplete("unexpected end of data");
      }
      int low = pair(at + 2);
      if (low >> 10 != 0x37) {
        error(at, at + 2, "illegal UTF-16 surrogate");
        return true;
      }
      out.append(0x10000 + ((c & 0x3ff) << 10 | low & 0x3ff));
      at += 4;
      return true;
    }

    private boolean incomplete(String reason) {
      if (last) {
        error(at, end, reason);
      }
      return last;
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
          order == 0 ? "utf-16" : order > 0 ? "utf-16-be" : "utf-16-le",
          in, errors, in.length() * 2 + 2);
      this.order = order;
    }

    @Override
    protected int unitSize() {
      return 2;
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
          continue;
        }
        if (c > 0xffff) {
          unit(Character.highSurrogate(c));
          unit(Character.lowSurrogate(c));
        } else {
          unit(c);
        }
        at++;
      }
    }

    private void unit(int c) {
      if (order > 0) {
        out.append(c >> 8).append(c);
      } else {
        out.append(c).append(c >> 8);
      }
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

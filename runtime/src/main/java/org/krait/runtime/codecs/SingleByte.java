package org.krait.runtime.codecs;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.types.PyStr;

/** ASCII and Latin-1. */
public final class SingleByte {
  private SingleByte() {}

  /** Latin-1, which has no errors. */
  public static PyStr decodeLatin1(byte[] bytes) {
    return PyStr.ofUnits(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  public static PyStr decodeAscii(byte[] bytes, String errors) {
    return Utf8.asciiLength(bytes) == bytes.length
        ? decodeLatin1(bytes)
        : new AsciiDecoder(bytes, errors).decode();
  }

  public static byte[] encodeAscii(PyStr text, String errors) {
    return text.isAscii()
        ? text.units().getBytes(StandardCharsets.ISO_8859_1)
        : new Encoder("ascii", text, errors, 0x80).encode();
  }

  public static byte[] encodeLatin1(PyStr text, String errors) {
    if (text.isAscii() || isLatin1(text.units())) {
      return text.units().getBytes(StandardCharsets.ISO_8859_1);
    }
    return new Encoder("latin-1", text, errors, 0x100).encode();
  }

  private static boolean isLatin1(String units) {
    if (units == null) {
      return false;
    }
    for (int i = 0; i < units.length(); i++) {
      if (units.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }

  private static final class AsciiDecoder extends TextDecoder {
    AsciiDecoder(byte[] in, String errors) {
      super("ascii", in, errors, true);
    }

    @Override
    protected void run() {
      while (at < end) {
        if (in[at] >= 0) {
          out.append(in[at++]);
        } else {
          error(at, at + 1, "ordinal not in range(128)");
        }
      }
    }
  }

  private static final class Encoder extends TextEncoder {
    private final int limit;
    private final boolean ignores;
    private final boolean refers;
    private final boolean escapes;

    Encoder(String encoding, PyStr in, String errors, int limit) {
      super(encoding, in, errors, in.length());
      this.limit = limit;
      ignores = handles("ignore");
      refers = handles("xmlcharrefreplace");
      escapes = handles("backslashreplace");
    }

    @Override
    protected void run() {
      while (at < end) {
        int c = in.codePointAt(at);
        if (c < limit) {
          out.append(c);
          at++;
          continue;
        }
        int stop = at + 1;
        while (stop < end && in.codePointAt(stop) >= limit) {
          stop++;
        }
        if (ignores) {
          at = stop;
        } else if (refers) {
          references(stop);
        } else if (escapes) {
          escapes(stop);
        } else {
          error(at, stop, "ordinal not in range(" + limit + ")");
        }
      }
    }

    // As in CPython, these handlers are not looked up.

    private void references(int stop) {
      for (; at < stop; at++) {
        out.append("&#").append(Integer.toString(in.codePointAt(at))).append(';');
      }
    }

    private void escapes(int stop) {
      for (; at < stop; at++) {
        int c = in.codePointAt(at);
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 15, 16));
        }
      }
    }

    @Override
    protected boolean put(int c) {
      if (c >= limit) {
        return false;
      }
      out.append(c);
      return true;
    }
  }
}

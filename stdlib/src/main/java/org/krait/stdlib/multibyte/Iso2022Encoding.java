package org.krait.stdlib.multibyte;

import static org.krait.stdlib.multibyte.CharSet.*;

import java.util.List;
import java.util.Map;
import org.krait.runtime.types.PyStr;

/**
 * The encodings in seven bits that call in sets of characters by escape sequences (ISO 2022, RFC 1468,
 * RFC 1554, RFC 1557, RFC 2237).
 *
 * <p>The state is that of CPython, byte by byte: the marks of the sets G0, G1 and G2, and in the fifth
 * byte whether G1 is in use and whether an unknown escape sequence is being passed on.
 */
final class Iso2022Encoding extends Encoding {
  private static final int FLAGS = 4;
  private static final int SHIFTED = 1;
  private static final int PASSING = 2;
  private static final int ESCAPE = 0x1b;
  private static final int SHIFT_OUT = 0x0e;
  private static final int SHIFT_IN = 0x0f;
  private static final int LONGEST_ESCAPE = 16;

  private static final Map<String, Iso2022Encoding> KNOWN =
      Map.ofEntries(
          one("iso2022_jp", JIS_1983, ROMAN, JIS_1978),
          one("iso2022_jp_1", JIS_1983, JIS_SUPPLEMENT, ROMAN, JIS_1978),
          one(
              "iso2022_jp_2",
              JIS_1983,
              JIS_SUPPLEMENT,
              KOREAN,
              CHINESE,
              ROMAN,
              JIS_1978,
              LATIN1,
              GREEK),
          one("iso2022_jp_3", JIS_1983, JIS_2000, JIS_2000_SECOND),
          one("iso2022_jp_2004", JIS_1983, JIS_2004, JIS_2004_SECOND),
          one("iso2022_jp_ext", JIS_1983, JIS_SUPPLEMENT, ROMAN, KANA, JIS_1978),
          one("iso2022_kr", KOREAN));

  private final List<CharSet> sets;
  private final boolean shifts;
  private final boolean hasG2;

  private Iso2022Encoding(String name, List<CharSet> sets) {
    super(name);
    this.sets = sets;
    shifts = name.equals("iso2022_kr");
    hasG2 = sets.contains(GREEK);
  }

  private static Map.Entry<String, Iso2022Encoding> one(String name, CharSet... sets) {
    return Map.entry(name, new Iso2022Encoding(name, List.of(sets)));
  }

  /** The encoding of a name; null when it is none of these. */
  static Iso2022Encoding named(String name) {
    return KNOWN.get(name);
  }

  @Override
  byte[] start() {
    byte[] state = super.start();
    state[0] = ASCII.mark;
    state[1] = ASCII.mark;
    return state;
  }

  @Override
  byte[] decodingStart() {
    byte[] state = start();
    state[2] = ASCII.mark;
    return state;
  }

  @Override
  PieceDecoder decoder(byte[] in, String errors, boolean last, byte[] state) {
    return new Decoder(this, in, errors, last, state);
  }

  @Override
  PieceEncoder encoder(PyStr in, String errors, boolean last, byte[] state) {
    return new Encoder(this, in, errors, last, state);
  }

  /** The set of a mark; null when the encoding does not have it. */
  private CharSet set(int mark) {
    if ((byte) mark == ASCII.mark) {
      return ASCII;
    }
    for (CharSet set : sets) {
      if (set.mark == (byte) mark) {
        return set;
      }
    }
    return null;
  }

  private static final class Decoder extends PieceDecoder {
    private final Iso2022Encoding encoding;

    Decoder(
        Iso2022Encoding encoding, byte[] in, String errors, boolean last, byte[] state) {
      super(encoding, in, errors, last, state);
      this.encoding = encoding;
    }

    private boolean flag(int flag) {
      return (state[FLAGS] & flag) != 0;
    }

    private void flag(int flag, boolean on) {
      state[FLAGS] = (byte) (on ? state[FLAGS] | flag : state[FLAGS] & ~flag);
    }

    @Override
    protected boolean step() {
      int c = unit(at);
      if (flag(PASSING)) {
        flag(PASSING, !endsEscape(c));
        return take(c, 1);
      }
      if (c == ESCAPE) {
        return at + 1 < end ? escape(unit(at + 1)) : incomplete();
      }
      if (encoding.shifts && (c == SHIFT_IN || c == SHIFT_OUT)) {
        flag(SHIFTED, c == SHIFT_OUT);
        at++;
        return true;
      }
      if (c == '\n') {
        flag(SHIFTED, false);
      }
      if (c < 0x20) {
        return take(c, 1);
      }
      return c > 0x7f ? illegal(1) : character(c);
    }

    private boolean character(int c) {
      CharSet set = encoding.set(state[flag(SHIFTED) ? 1 : 0]);
      if (set == null) {
        return illegal(1);
      }
      if (!set.hasPairs()) {
        return take(set.single(c), 1);
      }
      if (at + 1 == end) {
        return incomplete();
      }
      int value = set.pair(c, unit(at + 1));
      return value < 0 ? illegal(2) : take(value, 2);
    }

    private static boolean endsEscape(int c) {
      return c >= 'A' && c <= 'Z' || c == '@';
    }

    private boolean escape(int second) {
      if (encoding.hasG2 && second == 'N') {
        return at + 2 < end ? ofG2(unit(at + 2)) : incomplete();
      }
      if ("($).&".indexOf(second) < 0) {
        flag(PASSING, true);
        return take(ESCAPE, 1);
      }
      int length = 1;
      while (length < LONGEST_ESCAPE) {
        if (at + length >= end) {
          return incomplete();
        }
        int c = unit(at + length);
        if (!encoding.shifts && c == '&' && at + length + 1 < end && unit(at + length + 1) == '@') {
          length += 3; // with the escape that follows it
          continue;
        }
        if (endsEscape(c)) {
          return designate(length + 1);
        }
        length++;
      }
      return illegal(1);
    }

    /** An escape sequence of so many bytes calls in a set. */
    private boolean designate(int length) {
      int mark = unit(at + length - 1);
      int kind = unit(at + 1);
      boolean pairs = kind == '$' || length == 6;
      int place;
      if (length == 3) {
        place = kind == '$' ? 0 : "().".indexOf(kind);
      } else if (length == 4 && kind == '$') {
        place = "()".indexOf(unit(at + 2));
      } else if (length == 6 && !encoding.shifts && isRevision()) {
        place = 0;
      } else {
        place = -1;
      }
      CharSet set = encoding.set(pairs ? mark | 0x80 : mark);
      if (place < 0 || place == 2 && !encoding.hasG2 || set == null) {
        return illegal(length);
      }
      state[place] = set.mark;
      at += length;
      return true;
    }

    /** Whether the sequence announces a revision of JIS X 0208 before the set itself. */
    private boolean isRevision() {
      return unit(at + 3) == ESCAPE && unit(at + 4) == '$' && unit(at + 5) == 'B';
    }

    private boolean ofG2(int c) {
      CharSet set = encoding.set(state[2]);
      if (set == LATIN1 && c < 0x80) {
        return take(c | 0x80, 3);
      }
      if (set == GREEK && c < 0x80) {
        int value = Greek.of(c | 0x80);
        return value == CharTable.NOTHING ? illegal(3) : take(value, 3);
      }
      if (set == ASCII && c < 0x80) {
        return take(c, 3);
      }
      return illegal(3);
    }
  }

  /** The upper half of ISO 8859-7, as the JDK has it but for what was added in 2003. */
  private static final class Greek {
    private static final String UPPER =
        new String(bytes(), java.nio.charset.Charset.forName("ISO-8859-7"));

    private Greek() {}

    private static byte[] bytes() {
      byte[] all = new byte[0x60];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) (i + 0xa0);
      }
      return all;
    }

    static int of(int c) {
      if (c < 0xa0) {
        return c;
      }
      char value = UPPER.charAt(c - 0xa0);
      return value == '\ufffd' ? CharTable.NOTHING : value;
    }
  }

  private static final class Encoder extends PieceEncoder {
    private final Iso2022Encoding encoding;

    Encoder(Iso2022Encoding encoding, PyStr in, String errors, boolean last, byte[] state) {
      super(encoding, in, errors, last, state);
      this.encoding = encoding;
    }

    @Override
    protected int step(int c, int next) {
      if (c < 0x80) {
        toAscii();
        out.append(c);
        return 1;
      }
      for (CharSet set : encoding.sets) {
        if (set.hasDoubles() && CharTable.of("euc_jis_2004").beginsDouble(c)) {
          if (next == -2) {
            return WAITS;
          }
          int both = next > 0 && next < 0x10000 ? set.bytes(c << 16 | next) : -1;
          if (both != -1) {
            put(set, both);
            return 2;
          }
        }
      }
      for (CharSet set : encoding.sets) {
        int bytes = set.bytes(c);
        if (bytes != -1) {
          put(set, bytes);
          return 1;
        }
      }
      return UNKNOWN;
    }

    private void put(CharSet set, int bytes) {
      if (encoding.shifts) {
        if (state[1] != set.mark) {
          write(ESCAPE << 24 | '$' << 16 | ')' << 8 | set.mark & 0x7f);
          state[1] = set.mark;
        }
        if (state[FLAGS] == 0) {
          out.append(SHIFT_OUT);
          state[FLAGS] = SHIFTED;
        }
      } else if (state[0] != set.mark) {
        callIn(set);
      }
      write(bytes);
    }

    private void callIn(CharSet set) {
      int last = set.mark & 0x7f;
      if (!set.hasPairs()) {
        write(ESCAPE << 16 | '(' << 8 | last);
      } else if (set == JIS_1978 || set == JIS_1983) {
        write(ESCAPE << 16 | '$' << 8 | last);
      } else {
        write(ESCAPE << 24 | '$' << 16 | '(' << 8 | last);
      }
      state[0] = set.mark;
    }

    private void toAscii() {
      if (state[FLAGS] != 0) {
        out.append(SHIFT_IN);
        state[FLAGS] = 0;
      }
      if (state[0] != ASCII.mark) {
        callIn(ASCII);
      }
    }

    @Override
    protected void finish() {
      toAscii();
    }
  }
}

package org.krait.stdlib.multibyte;

import org.krait.runtime.types.PyStr;

/** HZ (RFC 1843): GB 2312 in seven bits, between {@code ~{} and {@code ~}}. */
final class HzEncoding extends Encoding {
  static final HzEncoding ONLY = new HzEncoding();

  private static final int HIGH = 0x8080;

  private HzEncoding() {
    super("hz");
  }

  private static CharTable table() {
    return CharTable.of("gb2312");
  }

  @Override
  PieceDecoder decoder(byte[] in, String errors, boolean last, byte[] state) {
    return new Decoder(in, errors, last, state);
  }

  @Override
  PieceEncoder encoder(PyStr in, String errors, boolean last, byte[] state) {
    return new Encoder(in, errors, last, state);
  }

  private static final class Decoder extends PieceDecoder {
    private final CharTable table = table();

    Decoder(byte[] in, String errors, boolean last, byte[] state) {
      super(ONLY, in, errors, last, state);
    }

    @Override
    protected boolean step() {
      int c = unit(at);
      if (c == '~') {
        return at + 1 < end ? escape(unit(at + 1)) : incomplete();
      }
      if (c > 0x7f) {
        return illegal(1);
      }
      if (state[0] == 0) {
        return take(c, 1);
      }
      if (at + 1 == end) {
        return incomplete();
      }
      int second = unit(at + 1);
      return take(second > 0x7f ? CharTable.NOTHING : table.pair(c | 0x80, second | 0x80), 2);
    }

    private boolean escape(int c) {
      if (c == '~' && state[0] == 0) {
        return take('~', 2);
      }
      if (c == '{' && state[0] == 0 || c == '}' && state[0] == 1) {
        state[0] = (byte) (c == '{' ? 1 : 0);
      } else if (c != '\n' || state[0] != 0) {
        return illegal(1);
      }
      at += 2;
      return true;
    }
  }

  private static final class Encoder extends PieceEncoder {
    private final CharTable table = table();

    Encoder(PyStr in, String errors, boolean last, byte[] state) {
      super(ONLY, in, errors, last, state);
    }

    @Override
    protected int step(int c, int next) {
      if (c < 0x80) {
        finish();
        if (c == '~') {
          out.append('~');
        }
        out.append(c);
        return 1;
      }
      int bytes = table.bytes(c);
      if (bytes == -1) {
        return UNKNOWN;
      }
      if (state[0] == 0) {
        write('~' << 8 | '{');
        state[0] = 1;
      }
      write(bytes & ~HIGH);
      return 1;
    }

    @Override
    protected void finish() {
      if (state[0] == 1) {
        write('~' << 8 | '}');
        state[0] = 0;
      }
    }
  }
}

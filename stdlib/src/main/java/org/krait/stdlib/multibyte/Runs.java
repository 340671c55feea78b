package org.krait.stdlib.multibyte;

import org.krait.runtime.codecs.TextDecoder;
import org.krait.runtime.codecs.TextEncoder;
import org.krait.runtime.types.PyStr;

/** Decoding and encoding by a {@link CharTable}. */
final class Runs {
  private static final String ILLEGAL = "illegal multibyte sequence";
  private static final String INCOMPLETE = "incomplete multibyte sequence";

  private Runs() {}

  static final class Decoder extends TextDecoder {
    private final CharTable table;

    Decoder(CharTable table, byte[] in, String errors, boolean last) {
      super(table.name, in, errors, last);
      this.table = table;
    }

    @Override
    protected void run() {
      while (at < end) {
        int first = unit(at);
        char c = table.single(first);
        if (!CharTable.isNothing(c)) {
          out.append((int) c);
          at++;
        } else if (!table.isLead(first)) {
          error(at, at + 1, ILLEGAL);
        } else if (!sequence(first)) {
          return;
        }
      }
    }

    /** Decodes two or three bytes; false when they are not all there and more may come. */
    private boolean sequence(int first) {
      int length = table.isTriple(first) ? 3 : 2;
      if (end - at < length) {
        if (!last) {
          return false;
        }
        error(at, end, INCOMPLETE);
        return true;
      }
      char c =
          length == 3 ? table.triple(unit(at + 1), unit(at + 2)) : table.pair(first, unit(at + 1));
      if (CharTable.isNothing(c)) {
        error(at, at + 1, ILLEGAL);
      } else {
        out.append((int) c);
        at += length;
      }
      return true;
    }
  }

  static final class Encoder extends TextEncoder {
    private final CharTable table;

    Encoder(CharTable table, PyStr in, String errors) {
      super(table.name, in, errors, 2 * in.length());
      this.table = table;
    }

    @Override
    protected void run() {
      while (at < end) {
        if (put(in.codePointAt(at))) {
          at++;
        } else {
          error(at, at + 1, ILLEGAL);
        }
      }
    }

    @Override
    protected boolean put(int c) {
      int bytes = table.bytes(c);
      if (bytes < 0) {
        return false;
      }
      if (bytes > 0xffff) {
        out.append(bytes >> 16);
      }
      if (bytes > 0xff) {
        out.append(bytes >> 8);
      }
      out.append(bytes);
      return true;
    }
  }
}

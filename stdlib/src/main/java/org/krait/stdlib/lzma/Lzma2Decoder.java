package org.krait.stdlib.lzma;

/** Chunks of LZMA or of plain bytes. */
final class Lzma2Decoder implements RawDecoder {
  private final LzmaDecoder decoder;
  private boolean needsDictionary = true;
  private boolean needsProperties = true;
  private boolean needsState = true;
  private boolean ended;
  private boolean plain;

  /** Bytes of the present chunk that are still to come. */
  private int left;

  /** Bytes of input that belong to the present chunk. */
  private int inputLeft;

  Lzma2Decoder(FilterSpec filter) {
    decoder = new LzmaDecoder(new LzmaModel(3, 0, 2), filter.dictionarySize);
  }

  @Override
  public int decode(Input input, byte[] sink, int from, int limit) {
    int filled = from;
    while (!ended) {
      if (left == 0) {
        int start = input.at;
        try {
          begin(input);
        } catch (Shortage e) {
          input.at = start;
          return filled;
        }
        continue;
      }
      if (filled == limit) {
        return filled;
      }
      filled = plain ? plain(input, sink, filled, limit) : packed(input, sink, filled, limit);
      if (filled < limit && left > 0) {
        return filled;
      }
    }
    return filled;
  }

  private void begin(Input input) {
    int control = input.next();
    if (control == 0) {
      ended = true;
      return;
    }
    if (control >= 0xe0 || control == 1) {
      needsDictionary = false;
      needsProperties = needsProperties || control >= 0xe0;
    } else if (needsDictionary) {
      throw LzmaFault.corrupt();
    }
    if (control < 0x80) {
      if (control > 2) {
        throw LzmaFault.corrupt();
      }
      int size = (int) beginSize(input);
      if (control == 1) {
        decoder.resetWindow();
        needsState = true;
      }
      plain = true;
      left = size;
      return;
    }
    beginPacked(input, control);
  }

  private static long beginSize(Input input) {
    int high = input.next();
    return (high << 8 | input.next()) + 1;
  }

  private void beginPacked(Input input, int control) {
    int size = ((control & 0x1f) << 16) + (int) beginSize(input);
    int packed = (int) beginSize(input);
    int properties = control >= 0xc0 ? input.next() : -1;
    input.need(5);
    if (packed < 5) {
      throw LzmaFault.corrupt();
    }
    if (control >= 0xe0) {
      decoder.resetWindow();
    }
    if (properties >= 0) {
      FilterSpec parsed = FilterSpec.ofProperties(properties);
      if (parsed.lc + parsed.lp > 4) {
        throw LzmaFault.corrupt();
      }
      decoder.model().setProperties(parsed.lc, parsed.lp, parsed.pb);
      needsProperties = false;
      needsState = false;
    } else if (needsProperties) {
      throw LzmaFault.corrupt();
    } else if (control >= 0xa0) {
      decoder.model().reset();
      needsState = false;
    } else if (needsState) {
      throw LzmaFault.corrupt();
    }
    plain = false;
    left = size;
    inputLeft = packed;
    take(input);
    decoder.begin();
    give(input);
  }

  private void take(Input input) {
    decoder.in = input.bytes;
    decoder.at = input.at;
    decoder.end = input.at + Math.min(inputLeft, input.available());
  }

  private void give(Input input) {
    inputLeft -= decoder.at - input.at;
    input.at = decoder.at;
  }

  private int plain(Input input, byte[] sink, int from, int limit) {
    int count = Math.min(Math.min(left, limit - from), input.available());
    int filled = decoder.copy(input.bytes, input.at, count, sink, from);
    input.at += count;
    left -= count;
    return filled;
  }

  private int packed(Input input, byte[] sink, int from, int limit) {
    take(input);
    boolean isAll = inputLeft <= input.available();
    int filled = decoder.decode(sink, from, Math.min(limit, from + left), isAll);
    give(input);
    left -= filled - from;
    if (decoder.isEnded() || left == 0 && (inputLeft != 0 || !decoder.isFinished())) {
      throw LzmaFault.corrupt();
    }
    return filled;
  }

  @Override
  public boolean isEnded() {
    return ended;
  }
}

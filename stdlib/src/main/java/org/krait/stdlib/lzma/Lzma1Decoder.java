package org.krait.stdlib.lzma;

/** One run of LZMA, which ends with a marker or after so many bytes. */
final class Lzma1Decoder implements RawDecoder {
  private final LzmaDecoder decoder;

  /** The bytes that are still to come, or -1 when only the marker ends the data. */
  private long left;

  private boolean begun;
  private boolean ended;

  Lzma1Decoder(FilterSpec filter, long size) {
    decoder =
        new LzmaDecoder(new LzmaModel(filter.lc, filter.lp, filter.pb), filter.dictionarySize);
    left = size;
  }

  @Override
  public int decode(Input input, byte[] sink, int from, int limit) {
    decoder.in = input.bytes;
    decoder.at = input.at;
    decoder.end = input.bytes.length;
    try {
      return decode(sink, from, limit);
    } finally {
      input.at = decoder.at;
    }
  }

  private int decode(byte[] sink, int from, int limit) {
    if (!begun) {
      if (decoder.end - decoder.at < 5) {
        return from;
      }
      decoder.begin();
      begun = true;
    }
    int filled = from;
    if (left != 0) {
      int most = left < 0 ? limit : (int) Math.min(limit, from + left);
      filled = decoder.decode(sink, from, most, false);
      if (left > 0) {
        left -= filled - from;
        if (decoder.isEnded()) {
          throw LzmaFault.corrupt();
        }
      } else {
        ended = decoder.isEnded();
      }
    }
    if (left == 0) {
      finish();
    }
    return filled;
  }

  /** All bytes are there: that is the end, and a marker that follows all the same is taken. */
  private void finish() {
    if (!decoder.isFinished()) {
      if (!decoder.tryEnd()) {
        return;
      }
      if (!decoder.isEnded()) {
        throw LzmaFault.corrupt();
      }
    }
    ended = true;
  }

  @Override
  public boolean isEnded() {
    return ended;
  }
}

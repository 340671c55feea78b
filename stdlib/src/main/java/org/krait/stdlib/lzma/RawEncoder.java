package org.krait.stdlib.lzma;

/** A chain of filters, the last of which compresses. */
final class RawEncoder {
  /** A chunk of LZMA2 ends when its output comes near to this. */
  private static final int CHUNK_OUTPUT = (1 << 16) - 64;

  private static final int CHUNK_INPUT = (1 << 21) - 2 * LzmaModel.LONGEST;
  private static final int PLAIN_CHUNK = 1 << 16;

  private final ByteFilter[] filters;
  private final boolean chunked;
  private final FilterSpec last;
  private final ByteSink out;
  private final ByteSink packed;
  private final RangeEncoder coder;
  private final LzmaEncoder encoder;

  /** What a filter has not done yet, before each of them. */
  private final ByteSink[] waiting;

  private boolean needsDictionary = true;
  private boolean needsProperties = true;
  private boolean needsState;
  private int chunkInput;
  private long taken;

  RawEncoder(FilterSpec[] chain, ByteSink out) {
    check(chain);
    this.out = out;
    filters = new ByteFilter[chain.length - 1];
    waiting = new ByteSink[filters.length];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = ByteFilter.of(chain[i], true);
      waiting[i] = new ByteSink();
    }
    last = chain[chain.length - 1];
    chunked = last.id == FilterSpec.LZMA2;
    packed = chunked ? new ByteSink() : out;
    coder = new RangeEncoder(packed);
    encoder = new LzmaEncoder(last, coder);
  }

  /** Throws when the filters do not make a chain. */
  static void check(FilterSpec[] chain) {
    if (chain.length == 0) {
      throw new LzmaFault("Internal error");
    }
    for (int i = 0; i < chain.length; i++) {
      chain[i].check();
    }
    for (int i = 0; i < chain.length; i++) {
      if (chain[i].isLzma() != (i == chain.length - 1)) {
        throw LzmaFault.options();
      }
    }
  }

  /** The bytes that were given. */
  long taken() {
    return taken;
  }

  void give(byte[] data) {
    taken += data.length;
    filter(0, data.clone(), false);
  }

  void finish() {
    filter(0, new byte[0], true);
    encode(true);
    if (chunked) {
      endChunk();
      out.put(0);
    } else {
      encoder.endMarker();
      coder.finish();
    }
  }

  private void filter(int index, byte[] data, boolean end) {
    if (index == filters.length) {
      give(data, data.length);
      return;
    }
    ByteSink rest = waiting[index];
    rest.put(data);
    int done = filters[index].filter(rest.bytes, 0, rest.size);
    int count = end ? rest.size : done;
    byte[] ready = java.util.Arrays.copyOf(rest.bytes, count);
    System.arraycopy(rest.bytes, count, rest.bytes, 0, rest.size - count);
    rest.size -= count;
    filter(index + 1, ready, end);
  }

  private void give(byte[] data, int count) {
    int from = 0;
    while (from < count) {
      from += encoder.finder.give(data, from, count - from);
      encode(false);
    }
  }

  private void encode(boolean end) {
    int least = end ? 1 : LzmaEncoder.LOOK_AHEAD;
    while (encoder.available() >= least) {
      chunkInput += encoder.encodeOne();
      if (chunked && (coder.pending() >= CHUNK_OUTPUT || chunkInput >= CHUNK_INPUT)) {
        endChunk();
      }
    }
  }

  private void endChunk() {
    if (chunkInput == 0) {
      return;
    }
    coder.finish();
    if (packed.size < chunkInput) {
      packedChunk();
    } else {
      plainChunks();
    }
    packed.size = 0;
    coder.reset();
    chunkInput = 0;
  }

  private void packedChunk() {
    int reset = needsDictionary ? 3 : needsProperties ? 2 : needsState ? 1 : 0;
    int size = chunkInput - 1;
    out.put(0x80 | reset << 5 | size >>> 16);
    out.put(size >>> 8);
    out.put(size);
    out.put(packed.size - 1 >>> 8);
    out.put(packed.size - 1);
    if (reset >= 2) {
      out.put(LzmaModel.propertiesByte(last.lc, last.lp, last.pb));
    }
    out.put(packed.bytes, 0, packed.size);
    needsDictionary = false;
    needsProperties = false;
    needsState = false;
  }

  private void plainChunks() {
    MatchFinder finder = encoder.finder;
    int from = finder.end - encoder.available() - chunkInput;
    for (int left = chunkInput; left > 0; ) {
      int count = Math.min(left, PLAIN_CHUNK);
      out.put(needsDictionary ? 1 : 2);
      needsDictionary = false;
      out.put(count - 1 >>> 8);
      out.put(count - 1);
      out.put(finder.bytes, from, count);
      from += count;
      left -= count;
    }
    needsState = true;
    encoder.model.reset();
  }
}

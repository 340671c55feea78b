package org.krait.stdlib.lzma;

/** The last filter of a chain, which turns a stream into bytes. */
interface RawDecoder {
  /**
   * Decodes until the sink is full up to a limit, the data end, or the input does.
   *
   * @return the new filling of the sink
   */
  int decode(Input input, byte[] sink, int from, int limit);

  boolean isEnded();
}

package org.krait.stdlib.lzma;

/** A filter that changes bytes in place, before compression or after decompression. */
interface ByteFilter {
  /**
   * Changes bytes.
   *
   * @return how many from the start are done; the rest has to be given again with what follows
   */
  int filter(byte[] bytes, int from, int to);

  static ByteFilter of(FilterSpec spec, boolean encoding) {
    return spec.id == FilterSpec.DELTA
        ? new DeltaFilter(spec.distance, encoding)
        : new BranchFilter(spec, encoding);
  }
}

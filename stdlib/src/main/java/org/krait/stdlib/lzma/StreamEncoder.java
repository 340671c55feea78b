package org.krait.stdlib.lzma;

/** Writes one stream of any container. */
final class StreamEncoder {
  private final int format;
  private final int check;
  private final FilterSpec[] chain;
  private final ByteSink out = new ByteSink();
  private final Checksum checksum;
  private RawEncoder block;
  private int headerSize;
  private int blockStart;
  private long sentBefore;

  StreamEncoder(int format, int check, FilterSpec[] chain) {
    this.format = format;
    this.check = check;
    this.chain = chain;
    RawEncoder.check(chain);
    checksum = Checksum.of(check);
    if (format == StreamDecoder.XZ) {
      if (chain[chain.length - 1].id != FilterSpec.LZMA2) {
        throw LzmaFault.options();
      }
      out.put(StreamDecoder.MAGIC);
      out.put(0);
      out.put(check);
      out.number(Checksum.crc32(out.bytes, 6, 2), 4);
    } else {
      if (format == StreamDecoder.ALONE) {
        out.put(chain[0].encode());
        out.number(-1, 8);
      }
      block = new RawEncoder(chain, out);
    }
  }

  private byte[] take() {
    sentBefore += out.size;
    return out.take();
  }

  byte[] compress(byte[] data) {
    if (data.length > 0) {
      if (block == null) {
        blockHeader();
      }
      if (checksum != null) {
        checksum.update(data, 0, data.length);
      }
      block.give(data);
    }
    return take();
  }

  byte[] finish() {
    if (format != StreamDecoder.XZ) {
      block.finish();
      return take();
    }
    long unpadded = 0;
    if (block != null) {
      block.finish();
      long packed = sentBefore + out.size - blockStart;
      for (long i = packed; (i & 3) != 0; i++) {
        out.put(0);
      }
      unpadded = headerSize + packed + Checksum.size(check);
      if (checksum != null) {
        out.put(checksum.value());
      }
    }
    index(unpadded);
    return take();
  }

  private void blockHeader() {
    ByteSink header = new ByteSink();
    header.put(0);
    header.put(chain.length - 1);
    for (FilterSpec filter : chain) {
      byte[] properties = filter.encode();
      header.variable(filter.id);
      header.variable(properties.length);
      header.put(properties);
    }
    while ((header.size & 3) != 0) {
      header.put(0);
    }
    header.bytes[0] = (byte) (header.size / 4);
    header.number(Checksum.crc32(header.bytes, 0, header.size), 4);
    headerSize = header.size;
    out.put(header.bytes, 0, header.size);
    blockStart = (int) (sentBefore + out.size);
    block = new RawEncoder(chain, out);
  }

  private void index(long unpadded) {
    ByteSink index = new ByteSink();
    index.put(0);
    index.variable(block == null ? 0 : 1);
    if (block != null) {
      index.variable(unpadded);
      index.variable(block.taken());
    }
    while ((index.size & 3) != 0) {
      index.put(0);
    }
    index.number(Checksum.crc32(index.bytes, 0, index.size), 4);
    out.put(index.bytes, 0, index.size);
    ByteSink footer = new ByteSink();
    footer.number(index.size / 4 - 1, 4);
    footer.put(0);
    footer.put(check);
    out.number(Checksum.crc32(footer.bytes, 0, footer.size), 4);
    out.put(footer.bytes, 0, footer.size);
    out.put('Y');
    out.put('Z');
  }
}

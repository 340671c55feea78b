package org.krait.stdlib.lzma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one stream of any container, whose bytes come in pieces. */
final class StreamDecoder {
  static final int AUTO = 0;
  static final int XZ = 1;
  static final int ALONE = 2;
  static final int RAW = 3;
  static final int UNKNOWN_CHECK = 16;
  static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
  private static final int HEADER = 12;
  private static final int ALONE_HEADER = 13;
  private static final int STEP = 1 << 15;

  private enum Stage {
    START,
    XZ_HEADER,
    ALONE_HEADER,
    BLOCK,
    DATA,
    BLOCK_END,
    INDEX,
    FOOTER,
    END
  }

  /** The sizes of a block, as the index tells them. */
  private record Sizes(long unpadded, long uncompressed) {}

  private final Input input = new Input();
  private final long memoryLimit;
  private Stage stage;
  private boolean isXz;
  private int check = UNKNOWN_CHECK;
  private int flags;
  private RawDecoder decoder;
  private ByteFilter[] filters = {};
  private Checksum checksum;
  private final List<Sizes> blocks = new ArrayList<>();
  private long headerSize;
  private long packedSize;
  private long size;
  private long saidPacked;
  private long saidSize;
  private long indexSize;

  /** Decoded bytes; those before {@link #ready} have passed all filters, those before {@link #sent} are gone. */
  private byte[] chunk = new byte[STEP + 64];

  private int filled;
  private int ready;
  private int sent;

  /** How far each filter has come. */
  private int[] filtered = {};

  StreamDecoder(int format, long memoryLimit, FilterSpec[] chain) {
    this.memoryLimit = memoryLimit;
    stage =
        switch (format) {
          case XZ -> Stage.XZ_HEADER;
          case ALONE -> Stage.ALONE_HEADER;
          case RAW -> Stage.DATA;
          default -> Stage.START;
        };
    if (format == RAW) {
      RawEncoder.check(chain);
      check = Checksum.NONE;
      begin(chain, -1);
    }
  }

  int check() {
    return check;
  }

  boolean isAtEnd() {
    return stage == Stage.END && sent == ready;
  }

  boolean hasOutput() {
    return sent < ready || stuck;
  }

  private boolean stuck;

  void give(byte[] data) {
    input.give(data);
  }

  byte[] rest() {
    return input.rest();
  }

  /** Decodes into a buffer that grows, at most up to a limit, as long as there is input. */
  byte[] run(int limit) {
    byte[] out = new byte[Math.min(limit, 8192)];
    int count = 0;
    stuck = false;
    while (true) {
      int sending = Math.min(ready - sent, limit - count);
      if (sending > 0) {
        if (out.length - count < sending) {
          out = Arrays.copyOf(out, (int) Math.min(limit, Math.max(out.length * 2L, count + (long) sending)));
        }
        System.arraycopy(chunk, sent, out, count, sending);
        sent += sending;
        count += sending;
      }
      if (sent < ready || stage == Stage.END) {
        break;
      }
      int start = input.at;
      try {
        if (!step(limit - count)) {
          break;
        }
      } catch (Shortage e) {
        input.at = start;
        break;
      }
    }
    return count == out.length ? out : Arrays.copyOf(out, count);
  }

  /** Goes on; false when there is nothing to be done without more input or more room. */
  private boolean step(int room) {
    switch (stage) {
      case START -> {
        input.need(1);
        stage = input.bytes[input.at] == MAGIC[0] ? Stage.XZ_HEADER : Stage.ALONE_HEADER;
      }
      case XZ_HEADER -> header();
      case ALONE_HEADER -> aloneHeader();
      case BLOCK -> block();
      case DATA -> {
        return data(room);
      }
      case BLOCK_END -> blockEnd();
      case INDEX -> index();
      default -> footer();
    }
    return true;
  }

  // ---- data

  private void begin(FilterSpec[] chain, long knownSize) {
    long memory = 0;
    for (FilterSpec filter : chain) {
      memory += filter.memory();
    }
    if (memory > memoryLimit) {
      throw new LzmaFault("Memory usage limit exceeded");
    }
    FilterSpec last = chain[chain.length - 1];
    decoder =
        last.id == FilterSpec.LZMA2 ? new Lzma2Decoder(last) : new Lzma1Decoder(last, knownSize);
    filters = new ByteFilter[chain.length - 1];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = ByteFilter.of(chain[i], false);
    }
    filtered = new int[filters.length];
    size = 0;
    packedSize = 0;
    stage = Stage.DATA;
  }

  private boolean data(int room) {
    System.arraycopy(chunk, sent, chunk, 0, filled - sent);
    filled -= sent;
    for (int i = 0; i < filtered.length; i++) {
      filtered[i] -= sent;
    }
    ready = 0;
    sent = 0;
    int start = input.at;
    int before = filled;
    int limit = (int) Math.min(chunk.length, filled + (long) Math.min(room, STEP));
    filled = decoder.decode(input, chunk, filled, limit);
    packedSize += input.at - start;
    boolean ended = decoder.isEnded();
    filter(ended);
    if (checksum != null) {
      checksum.update(chunk, 0, ready);
    }
    size += ready;
    if (saidSize >= 0 && isXz && size > saidSize || saidPacked >= 0 && isXz && packedSize > saidPacked) {
      throw LzmaFault.corrupt();
    }
    if (ended) {
      stage = isXz ? Stage.BLOCK_END : Stage.END;
      return true;
    }
    stuck = filled == limit;
    return filled > before && (room > 0 || ready > 0);
  }

  private void filter(boolean ended) {
    int upTo = filled;
    for (int i = filters.length - 1; i >= 0; i--) {
      int done = filters[i].filter(chunk, filtered[i], upTo);
      filtered[i] = ended ? upTo : filtered[i] + done;
      upTo = filtered[i];
    }
    ready = upTo;
  }

  // ---- the container alone

  private void aloneHeader() {
    input.need(1);
    int properties = input.bytes[input.at] & 0xff;
    if (properties > 224 || properties / 9 % 5 + properties % 9 > 4) {
      throw LzmaFault.format();
    }
    input.need(ALONE_HEADER);
    input.at++;
    FilterSpec filter = FilterSpec.ofProperties(properties);
    filter.dictionarySize = input.number(4);
    long known = input.number(8);
    long top = filter.dictionarySize - 1;
    top |= top >>> 2;
    top |= top >>> 3;
    top |= top >>> 4;
    top |= top >>> 8;
    top |= top >>> 16;
    if (filter.dictionarySize != 0xffffffffL && top + 1 != filter.dictionarySize
        || known != -1 && known >>> 38 != 0) {
      throw LzmaFault.format();
    }
    check = Checksum.NONE;
    begin(new FilterSpec[] {filter}, known);
  }

  // ---- the container xz

  private void header() {
    input.need(HEADER);
    byte[] b = input.bytes;
    int at = input.at;
    for (int i = 0; i < MAGIC.length; i++) {
      if (b[at + i] != MAGIC[i]) {
        throw LzmaFault.format();
      }
    }
    input.at += MAGIC.length;
    flags = (int) input.number(2);
    if ((int) input.number(4) != Checksum.crc32(b, at + MAGIC.length, 2)) {
      throw LzmaFault.corrupt();
    }
    if ((flags & 0xf0ff) != 0) {
      throw LzmaFault.options();
    }
    check = flags >>> 8;
    isXz = true;
    stage = Stage.BLOCK;
  }

  private void block() {
    input.need(1);
    int start = input.at;
    if (input.bytes[start] == 0) {
      stage = Stage.INDEX;
      return;
    }
    int length = ((input.bytes[start] & 0xff) + 1) * 4;
    input.need(length);
    Input header = new Input();
    header.give(Arrays.copyOfRange(input.bytes, start, start + length - 4));
    int sum = Checksum.crc32(header.bytes, 0, length - 4);
    header.at = 1;
    input.at += length - 4;
    if ((int) input.number(4) != sum) {
      throw LzmaFault.corrupt();
    }
    FilterSpec[] chain;
    try {
      chain = chain(header);
    } catch (Shortage e) {
      throw LzmaFault.corrupt();
    }
    headerSize = length;
    checksum = Checksum.of(check);
    begin(chain, -1);
  }

  private FilterSpec[] chain(Input header) {
    int blockFlags = header.next();
    if ((blockFlags & 0x3c) != 0) {
      throw LzmaFault.options();
    }
    saidPacked = (blockFlags & 0x40) != 0 ? header.variable() : -1;
    saidSize = (blockFlags & 0x80) != 0 ? header.variable() : -1;
    FilterSpec[] chain = new FilterSpec[(blockFlags & 3) + 1];
    for (int i = 0; i < chain.length; i++) {
      long id = header.variable();
      long length = header.variable();
      if (length > header.available()) {
        throw LzmaFault.corrupt();
      }
      byte[] properties =
          Arrays.copyOfRange(header.bytes, header.at, header.at + (int) length);
      header.at += (int) length;
      if (id == FilterSpec.LZMA1) {
        throw LzmaFault.options();
      }
      chain[i] = FilterSpec.decode(id, properties);
      if (chain[i].isLzma() != (i == chain.length - 1)) {
        throw LzmaFault.options();
      }
    }
    while (header.available() > 0) {
      if (header.next() != 0) {
        throw LzmaFault.options();
      }
    }
    return chain;
  }

  private void blockEnd() {
    int padding = (int) (-packedSize & 3);
    int checkSize = Checksum.size(check);
    input.need(padding + checkSize);
    for (int i = 0; i < padding; i++) {
      if (input.next() != 0) {
        throw LzmaFault.corrupt();
      }
    }
    byte[] said = Arrays.copyOfRange(input.bytes, input.at, input.at + checkSize);
    input.at += checkSize;
    boolean sizesFit =
        (saidSize < 0 || saidSize == size) && (saidPacked < 0 || saidPacked == packedSize);
    if (!sizesFit || checksum != null && !Arrays.equals(said, checksum.value())) {
      throw LzmaFault.corrupt();
    }
    blocks.add(new Sizes(headerSize + packedSize + checkSize, size));
    stage = Stage.BLOCK;
  }

  private void index() {
    int start = input.at;
    input.at++;
    if (input.variable() != blocks.size()) {
      throw LzmaFault.corrupt();
    }
    for (Sizes block : blocks) {
      if (input.variable() != block.unpadded || input.variable() != block.uncompressed) {
        throw LzmaFault.corrupt();
      }
    }
    while ((input.at - start & 3) != 0) {
      if (input.next() != 0) {
        throw LzmaFault.corrupt();
      }
    }
    int sum = Checksum.crc32(input.bytes, start, input.at - start);
    if ((int) input.number(4) != sum) {
      throw LzmaFault.corrupt();
    }
    indexSize = input.at - start;
    stage = Stage.FOOTER;
  }

  private void footer() {
    input.need(HEADER);
    int start = input.at;
    long sum = input.number(4);
    long backward = input.number(4);
    long footerFlags = input.number(2);
    boolean magic = input.next() == 'Y' & input.next() == 'Z';
    boolean fits =
        magic
            && (int) sum == Checksum.crc32(input.bytes, start + 4, 6)
            && footerFlags == flags
            && (backward + 1) * 4 == indexSize;
    if (!fits) {
      throw LzmaFault.corrupt();
    }
    stage = Stage.END;
  }
}

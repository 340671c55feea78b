package org.krait.stdlib.zlib;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Data that is being decompressed: takes input and gives output in pieces of any size. */
final class InflateStream {
  private static final int WINDOW = 1 << 15;
  private static final int FIRST_ROOM = 1 << 12;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The longest match, and what copying in eights may write behind it. */
  private static final int LONGEST = 258;

  private static final int SPARE = LONGEST + Long.BYTES;

  /** All bits of a length and a distance with what they have behind them. */
  private static final int PAIR_BITS = 48;

  private enum Step {
    HEADER,
    DICTIONARY,
    BLOCK,
    STORED,
    TABLES,
    CODES,
    MATCH,
    TRAILER,
    LENGTH,
    END
  }

  final BitInput in = new BitInput();

  /** Past output of at most a window, then the output that was not taken yet. */
  private byte[] out = new byte[FIRST_ROOM];

  private int taken;
  private int end;

  /** Where the output begins that the check value does not cover yet. */
  private int unchecked;

  private Container container;
  private final int windowBits;
  private Step step = Step.HEADER;
  private GzipHeader gzip;
  private boolean lastBlock;
  private BlockTables tables = new BlockTables();
  private int storedLeft;
  private int matchLeft;
  private int matchDistance;
  private int check;
  private int dictionaryCheck;
  private long total;

  /**
   * A stream.
   *
   * @throws ZlibFault when {@code wbits} means nothing
   */
  InflateStream(int wbits) {
    container = Container.of(wbits);
    windowBits = Container.windowBits(wbits);
    if (container == null) {
      throw ZlibFault.state();
    }
    if (container == Container.RAW) {
      step = Step.BLOCK;
    }
  }

  private InflateStream(InflateStream other) {
    in.copyFrom(other.in);
    out = other.out.clone();
    taken = other.taken;
    end = other.end;
    unchecked = other.unchecked;
    container = other.container;
    windowBits = other.windowBits;
    step = other.step;
    gzip = other.gzip == null ? null : other.gzip.copy();
    lastBlock = other.lastBlock;
    tables = other.tables.copy();
    storedLeft = other.storedLeft;
    matchLeft = other.matchLeft;
    matchDistance = other.matchDistance;
    check = other.check;
    dictionaryCheck = other.dictionaryCheck;
    total = other.total;
  }

  InflateStream copy() {
    return new InflateStream(this);
  }

  boolean isAtEnd() {
    return step == Step.END;
  }

  boolean needsDictionary() {
    return step == Step.DICTIONARY;
  }

  /**
   * Gives what the compressor was given beforehand.
   *
   * @throws ZlibFault when it is not what the stream asks for
   */
  void setDictionary(byte[] dictionary) {
    if (container != Container.RAW) {
      if (step != Step.DICTIONARY) {
        throw ZlibFault.state();
      }
      if (Checksum.adler32(dictionary, 0, dictionary.length, 1) != dictionaryCheck) {
        throw ZlibFault.data(null);
      }
      step = Step.BLOCK;
    }
    int from = Math.max(0, dictionary.length - WINDOW);
    room(dictionary.length - from);
    System.arraycopy(dictionary, from, out, end, dictionary.length - from);
    end += dictionary.length - from;
    taken = end;
    unchecked = end;
  }

  /** How many bytes of output wait to be taken. */
  int ready() {
    return end - taken;
  }

  /** The output so far. */
  byte[] take() {
    byte[] result = Arrays.copyOfRange(out, taken, end);
    cover();
    taken = end;
    if (end > 2 * WINDOW) {
      System.arraycopy(out, end - WINDOW, out, 0, WINDOW);
      end = WINDOW;
      taken = end;
      unchecked = end;
    }
    return result;
  }

  /** Brings the check value up to date. */
  private void cover() {
    check = Checksum.update(container, check, out, unchecked, end);
    unchecked = end;
  }

  private void room(int more) {
    if (out.length - end < more) {
      out = Arrays.copyOf(out, Math.max(end + more, out.length + (out.length >> 1)));
    }
  }

  /**
   * Decompresses until input or output ends, a dictionary is needed, or there are so many bytes of
   * output.
   *
   * @throws ZlibFault when the input is no compressed data
   */
  void run(int limit) {
    while (advance(limit)) {}
    if (!in.isStarved()) {
      in.giveBack();
    }
  }

  private boolean advance(int limit) {
    return switch (step) {
      case HEADER -> header();
      case BLOCK -> block();
      case STORED -> stored(limit);
      case TABLES -> dynamicTables();
      case CODES -> codes(limit);
      case MATCH -> match(limit);
      case TRAILER -> trailer();
      case LENGTH -> lengthCheck();
      case DICTIONARY, END -> false;
    };
  }

  // ---- container

  private boolean header() {
    if (gzip != null) {
      return gzipHeader();
    }
    if (!in.has(16)) {
      return false;
    }
    int first = in.peek(16);
    if (container != Container.ZLIB && first == 0x8b1f) {
      container = Container.GZIP;
      gzip = new GzipHeader();
      check = Checksum.start(container);
      return gzipHeader();
    }
    int cmf = first & 0xff;
    int flags = first >>> 8;
    if (container == Container.GZIP || (cmf << 8 | flags) % 31 != 0) {
      throw ZlibFault.data("incorrect header check");
    }
    container = Container.ZLIB;
    if ((cmf & 15) != 8) {
      throw ZlibFault.data("unknown compression method");
    }
    int bits = (cmf >>> 4) + 8;
    if (bits > 15 || windowBits != 0 && bits > windowBits) {
      throw ZlibFault.data("invalid window size");
    }
    boolean preset = (flags & 0x20) != 0;
    if (!in.has(preset ? 48 : 16)) {
      return false;
    }
    in.drop(16);
    check = Checksum.start(container);
    if (preset) {
      dictionaryCheck = Integer.reverseBytes(in.take(32));
    }
    step = preset ? Step.DICTIONARY : Step.BLOCK;
    return true;
  }

  private boolean gzipHeader() {
    if (!gzip.read(in)) {
      return false;
    }
    gzip = null;
    step = Step.BLOCK;
    return true;
  }

  private boolean trailer() {
    if (container == Container.RAW) {
      step = Step.END;
      return false;
    }
    if (!in.has(32)) {
      return false;
    }
    cover();
    int given = in.take(32);
    if (check != (container == Container.ZLIB ? Integer.reverseBytes(given) : given)) {
      throw ZlibFault.data("incorrect data check");
    }
    step = container == Container.GZIP ? Step.LENGTH : Step.END;
    return true;
  }

  private boolean lengthCheck() {
    if (!in.has(32)) {
      return false;
    }
    if (in.take(32) != (int) total) {
      throw ZlibFault.data("incorrect length check");
    }
    step = Step.END;
    return false;
  }

  // ---- blocks

  private boolean block() {
    if (lastBlock) {
      in.toByte();
      step = Step.TRAILER;
      return true;
    }
    if (!in.has(3)) {
      return false;
    }
    int head = in.peek(3);
    switch (head >>> 1) {
      case 0 -> {
        return storedHead(head);
      }
      case 1 -> {
        tables.setFixed();
        step = Step.CODES;
      }
      case 2 -> {
        tables.begin();
        step = Step.TABLES;
      }
      default -> throw ZlibFault.data("invalid block type");
    }
    in.drop(3);
    lastBlock = (head & 1) != 0;
    return true;
  }

  private boolean storedHead(int head) {
    int skipped = in.bitsToByteAfter(3);
    if (!in.has(3 + skipped + 32)) {
      return false;
    }
    in.drop(3 + skipped);
    int lengths = in.take(32);
    storedLeft = lengths & 0xffff;
    if (storedLeft != (~lengths >>> 16)) {
      throw ZlibFault.data("invalid stored block lengths");
    }
    lastBlock = (head & 1) != 0;
    step = Step.STORED;
    return true;
  }

  private boolean stored(int limit) {
    int wanted = Math.min(storedLeft, limit - ready());
    room(wanted);
    int got = in.bytes(out, end, wanted);
    end += got;
    total += got;
    storedLeft -= got;
    if (storedLeft > 0) {
      return false;
    }
    step = Step.BLOCK;
    return true;
  }

  private boolean dynamicTables() {
    if (!tables.read(in)) {
      return false;
    }
    step = Step.CODES;
    return true;
  }

  /** Decodes literals and matches, a whole one or nothing at a time. */
  private boolean codes(int limit) {
    int stop = limit < Integer.MAX_VALUE - taken ? taken + limit : Integer.MAX_VALUE;
    PrefixCode literals = tables.literals();
    while (true) {
      if (in.left() >= Long.BYTES && stop - end > SPARE) {
        room(2 * SPARE);
        quick(literals, tables.distances(), Math.min(stop, out.length) - SPARE);
      }
      in.fill();
      int entry = literals.next(in.hold, in.bits);
      if (entry < 0) {
        return tooFew(entry, "invalid literal/length code");
      }
      int symbol = entry >>> 4;
      if (end >= stop && symbol != 256) {
        return false;
      } else if (symbol < 256) {
        in.drop(entry & 15);
        room(1);
        out[end++] = (byte) symbol;
        total++;
      } else if (symbol == 256) {
        in.drop(entry & 15);
        step = Step.BLOCK;
        return true;
      } else if (symbol > 285) {
        throw ZlibFault.data("invalid literal/length code");
      } else if (!pair(symbol - 257, entry & 15)) {
        return false;
      } else if (!match(limit)) {
        return false;
      }
    }
  }

  /**
   * Decodes while there is plenty of input and of room, with everything in variables; whatever is not a plain
   * literal or match is left as it is.
   */
  private void quick(PrefixCode literals, PrefixCode distances, int most) {
    byte[] data = in.data;
    byte[] bytes = out;
    int at = in.at;
    int lastAt = in.end - Long.BYTES;
    long hold = in.hold;
    int bits = in.bits;
    int to = end;
    while (at <= lastAt && to <= most) {
      if (bits < PAIR_BITS) {
        // What lies above the counted bits is the same as will be put there again.
        hold |= (long) LONGS.get(data, at) << bits;
        at += 63 - bits >>> 3;
        bits |= 56;
      }
      int entry = literals.next(hold, bits);
      int symbol = entry >> 4;
      if (symbol < 256) {
        if (entry < 0) {
          break;
        }
        hold >>>= entry & 15;
        bits -= entry & 15;
        bytes[to++] = (byte) symbol;
        continue;
      }
      symbol -= 257;
      if (symbol < 0 || symbol > 28) {
        break;
      }
      int used = entry & 15;
      int extra = BlockTables.LENGTH_EXTRA[symbol];
      int length = BlockTables.LENGTH_BASE[symbol] + ((int) (hold >>> used) & (1 << extra) - 1);
      used += extra;
      entry = distances.next(hold >>> used, bits - used);
      symbol = entry >> 4;
      if (entry < 0 || symbol > 29) {
        break;
      }
      used += entry & 15;
      extra = BlockTables.DISTANCE_EXTRA[symbol];
      int distance = BlockTables.DISTANCE_BASE[symbol] + ((int) (hold >>> used) & (1 << extra) - 1);
      if (distance > to) {
        break;
      }
      used += extra;
      hold >>>= used;
      bits -= used;
      copy(bytes, to, distance, length);
      to += length;
    }
    in.at = at;
    in.hold = bits == 0 ? 0 : hold << Long.SIZE - bits >>> Long.SIZE - bits;
    in.bits = bits;
    total += to - end;
    end = to;
  }

  /** Copies a match, perhaps a few bytes more. */
  private static void copy(byte[] bytes, int to, int distance, int length) {
    int from = to - distance;
    int stop = to + length;
    int at = to;
    if (distance >= Long.BYTES) {
      while (at < stop) {
        LONGS.set(bytes, at, (long) LONGS.get(bytes, from));
        at += Long.BYTES;
        from += Long.BYTES;
      }
    } else if (distance == 1) {
      Arrays.fill(bytes, at, stop, bytes[from]);
    } else {
      while (at < stop) {
        bytes[at++] = bytes[from++];
      }
    }
  }

  private boolean tooFew(int entry, String words) {
    if (entry == -2) {
      throw ZlibFault.data(words);
    }
    in.starve();
    return false;
  }

  /** Reads the rest of a length and a distance; takes nothing from the input when it is too short. */
  private boolean pair(int lengthSymbol, int used) {
    int lengthExtra = BlockTables.LENGTH_EXTRA[lengthSymbol];
    long rest = in.hold >>> used;
    int length = BlockTables.LENGTH_BASE[lengthSymbol] + (int) (rest & (1 << lengthExtra) - 1);
    int at = used + lengthExtra;
    if (at > in.bits) {
      return tooFew(-1, null);
    }
    int entry = tables.distances().next(in.hold >>> at, in.bits - at);
    if (entry < 0) {
      return tooFew(entry, "invalid distance code");
    }
    int symbol = entry >>> 4;
    if (symbol > 29) {
      throw ZlibFault.data("invalid distance code");
    }
    at += entry & 15;
    int extra = BlockTables.DISTANCE_EXTRA[symbol];
    if (at + extra > in.bits) {
      return tooFew(-1, null);
    }
    int distance =
        BlockTables.DISTANCE_BASE[symbol] + (int) (in.hold >>> at & (1 << extra) - 1);
    if (distance > end) {
      throw ZlibFault.data("invalid distance too far back");
    }
    in.drop(at + extra);
    matchLeft = length;
    matchDistance = distance;
    return true;
  }

  /** Copies what is left of a match. */
  private boolean match(int limit) {
    int count = Math.min(matchLeft, limit - ready());
    room(count);
    byte[] bytes = out;
    int from = end - matchDistance;
    // A match may reach into itself: each turn copies all there is of what repeats.
    for (int left = count; left > 0; ) {
      int piece = Math.min(left, end - from);
      System.arraycopy(bytes, from, bytes, end, piece);
      end += piece;
      left -= piece;
    }
    total += count;
    matchLeft -= count;
    step = matchLeft > 0 ? Step.MATCH : Step.CODES;
    return matchLeft == 0;
  }
}

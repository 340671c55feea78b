package org.krait.stdlib.lzma;

/** Addresses in machine code made absolute, so that equal targets look equal, and relative again. */
final class BranchFilter implements ByteFilter {
  /** Which of the upper address bytes of x86 may be converted, by the mask of what came before. */
  private static final int[] MASK_TO_BIT = {0, 1, 2, 2, 3, 3, 3, 3};

  private static final int[] SLOTS_OF_TEMPLATE = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0
  };

  private final long id;
  private final boolean encoding;
  private int position;
  private int previousMask;
  private int previousPlace = -5;

  BranchFilter(FilterSpec spec, boolean encoding) {
    this.id = spec.id;
    this.encoding = encoding;
    this.position = (int) spec.startOffset;
  }

  @Override
  public int filter(byte[] bytes, int from, int to) {
    int done;
    if (id == FilterSpec.X86) {
      done = x86(bytes, from, to);
    } else if (id == FilterSpec.IA64) {
      done = ia64(bytes, from, to);
    } else if (id == FilterSpec.ARMTHUMB) {
      done = thumb(bytes, from, to);
    } else {
      done = words(bytes, from, to);
    }
    position += done;
    return done;
  }

  private int moved(int address, int offset) {
    return encoding ? address + offset : address - offset;
  }

  private static int big(byte[] b, int at) {
    return b[at] << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
  }

  private static void putBig(byte[] b, int at, int value) {
    b[at] = (byte) (value >>> 24);
    b[at + 1] = (byte) (value >>> 16);
    b[at + 2] = (byte) (value >>> 8);
    b[at + 3] = (byte) value;
  }

  private int words(byte[] b, int from, int to) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      int offset = position + (i - from);
      int word = big(b, i);
      if (id == FilterSpec.POWERPC) {
        if ((word & 0xfc000003) == 0x48000001) {
          putBig(b, i, 0x48000001 | moved(word & 0x03fffffc, offset) & 0x03fffffc);
        }
      } else if (id == FilterSpec.SPARC) {
        sparc(b, i, word, offset);
      } else if ((b[i + 3] & 0xff) == 0xeb) {
        int address = ((b[i + 2] & 0xff) << 16 | (b[i + 1] & 0xff) << 8 | b[i] & 0xff) << 2;
        int target = moved(address, offset + 8) >>> 2;
        b[i + 2] = (byte) (target >>> 16);
        b[i + 1] = (byte) (target >>> 8);
        b[i] = (byte) target;
      }
    }
    return i - from;
  }

  private void sparc(byte[] b, int i, int word, int offset) {
    int top = word >>> 22;
    if (top != 0x100 && top != 0x1ff) {
      return;
    }
    int target = moved(word << 2, offset) >>> 2;
    int sign = 0 - (target >>> 22 & 1) << 22 & 0x3fffffff;
    putBig(b, i, sign | target & 0x3fffff | 0x40000000);
  }

  private int thumb(byte[] b, int from, int to) {
    int i = from;
    for (; i + 4 <= to; i += 2) {
      if ((b[i + 1] & 0xf8) == 0xf0 && (b[i + 3] & 0xf8) == 0xf8) {
        int address =
            ((b[i + 1] & 7) << 19 | (b[i] & 0xff) << 11 | (b[i + 3] & 7) << 8 | b[i + 2] & 0xff) << 1;
        int target = moved(address, position + (i - from) + 4) >>> 1;
        b[i + 1] = (byte) (0xf0 | target >>> 19 & 7);
        b[i] = (byte) (target >>> 11);
        b[i + 3] = (byte) (0xf8 | target >>> 8 & 7);
        b[i + 2] = (byte) target;
        i += 2;
      }
    }
    return i - from;
  }

  private int ia64(byte[] b, int from, int to) {
    int i = from;
    for (; i + 16 <= to; i += 16) {
      int mask = SLOTS_OF_TEMPLATE[b[i] & 0x1f];
      for (int slot = 0; slot < 3; slot++) {
        if ((mask >>> slot & 1) != 0) {
          slot(b, i, 5 + 41 * slot, position + (i - from));
        }
      }
    }
    return i - from;
  }

  private void slot(byte[] b, int bundle, int bitPlace, int offset) {
    int bytePlace = bundle + (bitPlace >>> 3);
    int rest = bitPlace & 7;
    long instruction = 0;
    for (int j = 0; j < 6; j++) {
      instruction |= (b[bytePlace + j] & 0xffL) << 8 * j;
    }
    long normal = instruction >>> rest;
    if ((normal >>> 37 & 0xf) != 5 || (normal >>> 9 & 7) != 0) {
      return;
    }
    int address = (int) (normal >>> 13 & 0xfffff) | (int) (normal >>> 36 & 1) << 20;
    int target = moved(address << 4, offset) >>> 4;
    normal &= ~(0x8fffffL << 13);
    normal |= (target & 0xfffffL) << 13;
    normal |= (target & 0x100000L) << 36 - 20;
    instruction &= (1 << rest) - 1;
    instruction |= normal << rest;
    for (int j = 0; j < 6; j++) {
      b[bytePlace + j] = (byte) (instruction >>> 8 * j);
    }
  }

  private static boolean isEdge(byte value) {
    return value == 0 || value == -1;
  }

  private int x86(byte[] b, int from, int to) {
    if (to - from < 5) {
      return 0;
    }
    int previous = previousPlace;
    int mask = previousMask;
    if (position - previous > 5) {
      previous = position - 5;
    }
    int limit = to - from - 5;
    int i = 0;
    while (i <= limit) {
      byte op = b[from + i];
      if (op != (byte) 0xe8 && op != (byte) 0xe9) {
        i++;
        continue;
      }
      int gap = position + i - previous;
      previous = position + i;
      if (gap > 5) {
        mask = 0;
      } else {
        for (int j = 0; j < gap; j++) {
          mask = (mask & 0x77) << 1;
        }
      }
      byte top = b[from + i + 4];
      if (isEdge(top) && mask >>> 1 <= 4 && mask >>> 1 != 3) {
        mask = convert(b, from + i, position + i + 5, mask);
        i += 5;
      } else {
        i++;
        mask |= 1;
        if (isEdge(top)) {
          mask |= 0x10;
        }
      }
    }
    previousMask = mask;
    previousPlace = previous;
    return i;
  }

  private int convert(byte[] b, int at, int next, int mask) {
    int source =
        (b[at + 4] & 0xff) << 24
            | (b[at + 3] & 0xff) << 16
            | (b[at + 2] & 0xff) << 8
            | b[at + 1] & 0xff;
    int target;
    while (true) {
      target = moved(source, next);
      if (mask == 0) {
        break;
      }
      int index = MASK_TO_BIT[mask >>> 1];
      byte tested = (byte) (target >>> 24 - index * 8);
      if (!isEdge(tested)) {
        break;
      }
      source = target ^ (1 << 32 - index * 8) - 1;
    }
    b[at + 4] = (byte) ~((target >>> 24 & 1) - 1);
    b[at + 3] = (byte) (target >>> 16);
    b[at + 2] = (byte) (target >>> 8);
    b[at + 1] = (byte) target;
    return 0;
  }
}

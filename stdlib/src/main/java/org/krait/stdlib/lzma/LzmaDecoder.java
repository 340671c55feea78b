package org.krait.stdlib.lzma;

import java.util.Arrays;

/**
 * Decodes LZMA, symbol by symbol, into a window and a sink.
 *
 * <p>With little input left, a symbol is decoded on trial: what it changes is noted, and taken back
 * when the input does not suffice.
 */
final class LzmaDecoder {
  /** No symbol takes more bytes than this. */
  private static final int MOST_INPUT = 24;

  private static final int TOP = 1 << 24;

  private final LzmaModel model;
  private final int dictionarySize;
  private byte[] window;
  private int position;
  private boolean wrapped;
  private long total;

  byte[] in = {};
  int at;
  int end;
  private int range;
  private int code;

  private byte[] out;
  private int filled;
  private int pendingLength;
  private boolean ended;

  private boolean trial;
  private int[] changedPlaces = new int[128];
  private short[] changedValues = new short[128];
  private int changes;

  LzmaDecoder(LzmaModel model, long dictionarySize) {
    this.model = model;
    this.dictionarySize = (int) Math.min(Math.max(dictionarySize, 4096), Integer.MAX_VALUE - 8);
    this.window = new byte[Math.min(this.dictionarySize, 1 << 16)];
  }

  LzmaModel model() {
    return model;
  }

  boolean isEnded() {
    return ended;
  }

  /** Whether what the range coder holds is what it must hold at the end. */
  boolean isFinished() {
    return code == 0;
  }

  void resetWindow() {
    position = 0;
    wrapped = false;
    total = 0;
  }

  /** Reads the first five bytes of the range coder; needs that many. */
  void begin() {
    if (end - at < 5) {
      throw Shortage.INSTANCE;
    }
    if (in[at] != 0) {
      throw LzmaFault.corrupt();
    }
    code =
        in[at + 1] << 24
            | (in[at + 2] & 0xff) << 16
            | (in[at + 3] & 0xff) << 8
            | in[at + 4] & 0xff;
    at += 5;
    range = -1;
    ended = false;
  }

  /** Puts bytes that were not compressed. */
  int copy(byte[] source, int from, int count, byte[] sink, int sinkAt) {
    out = sink;
    filled = sinkAt;
    for (int i = 0; i < count; i++) {
      put(source[from + i]);
    }
    return filled;
  }

  /**
   * Decodes until the sink is full up to a limit, the stream ends, or the input does.
   *
   * @param wholeInput whether no more input than there is belongs to the data
   * @return the new filling of the sink
   */
  int decode(byte[] sink, int from, int limit, boolean wholeInput) {
    out = sink;
    filled = from;
    while (filled < limit && !ended) {
      if (pendingLength > 0) {
        repeat(limit);
        continue;
      }
      if (end - at >= MOST_INPUT) {
        symbol();
      } else if (!tryOne(wholeInput)) {
        break;
      }
    }
    return filled;
  }

  /**
   * With all output there, looks for the end marker.
   *
   * @return false when it cannot be told yet
   */
  boolean tryEnd() {
    out = new byte[1]; // for a literal that should not be there
    filled = 0;
    if (pendingLength > 0) {
      throw LzmaFault.corrupt();
    }
    return tryOne(false);
  }

  private boolean tryOne(boolean wholeInput) {
    int oldAt = at;
    int oldRange = range;
    int oldCode = code;
    int state = model.state;
    int rep0 = model.rep0;
    int rep1 = model.rep1;
    int rep2 = model.rep2;
    int rep3 = model.rep3;
    trial = true;
    changes = 0;
    try {
      symbol();
      return true;
    } catch (Shortage e) {
      if (wholeInput) {
        throw LzmaFault.corrupt();
      }
      while (changes > 0) {
        changes--;
        model.probs[changedPlaces[changes]] = changedValues[changes];
      }
      at = oldAt;
      range = oldRange;
      code = oldCode;
      model.state = state;
      model.rep0 = rep0;
      model.rep1 = rep1;
      model.rep2 = rep2;
      model.rep3 = rep3;
      return false;
    } finally {
      trial = false;
    }
  }

  // ---- bits

  private int bit(int place) {
    short[] probs = model.probs;
    int prob = probs[place];
    if (trial) {
      note(place, (short) prob);
    }
    int bound = (range >>> 11) * prob;
    int bit;
    if (code + Integer.MIN_VALUE < bound + Integer.MIN_VALUE) {
      range = bound;
      probs[place] = (short) (prob + (2048 - prob >>> 5));
      bit = 0;
    } else {
      range -= bound;
      code -= bound;
      probs[place] = (short) (prob - (prob >>> 5));
      bit = 1;
    }
    if (range >= 0 && range < TOP) {
      shift();
    }
    return bit;
  }

  private void note(int place, short value) {
    if (changes == changedPlaces.length) {
      changedPlaces = Arrays.copyOf(changedPlaces, changes * 2);
      changedValues = Arrays.copyOf(changedValues, changes * 2);
    }
    changedPlaces[changes] = place;
    changedValues[changes++] = value;
  }

  private void shift() {
    if (at == end) {
      throw Shortage.INSTANCE;
    }
    range <<= 8;
    code = code << 8 | in[at++] & 0xff;
  }

  private int tree(int base, int bits) {
    int node = 1;
    for (int i = 0; i < bits; i++) {
      node = node << 1 | bit(base + node);
    }
    return node - (1 << bits);
  }

  private int reverseTree(int base, int bits) {
    int node = 1;
    int value = 0;
    for (int i = 0; i < bits; i++) {
      int bit = bit(base + node);
      node = node << 1 | bit;
      value |= bit << i;
    }
    return value;
  }

  private int directBits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      range >>>= 1;
      int bit = code + Integer.MIN_VALUE < range + Integer.MIN_VALUE ? 0 : 1;
      if (bit == 1) {
        code -= range;
      }
      value = value << 1 | bit;
      if (range >= 0 && range < TOP) {
        shift();
      }
    }
    return value;
  }

  // ---- symbols

  private void symbol() {
    LzmaModel m = model;
    int posState = (int) total & (1 << m.pb) - 1;
    if (bit(LzmaModel.IS_MATCH + (m.state << 4) + posState) == 0) {
      literal();
      return;
    }
    int length;
    if (bit(LzmaModel.IS_REP + m.state) == 0) {
      length = length(LzmaModel.LENGTH, posState);
      int distance = distance(length);
      m.rep3 = m.rep2;
      m.rep2 = m.rep1;
      m.rep1 = m.rep0;
      m.rep0 = distance;
      m.afterMatch();
      if (distance == -1) {
        ended = true;
        return;
      }
    } else {
      if (bit(LzmaModel.IS_REP0 + m.state) == 1) {
        chooseRep();
      } else if (bit(LzmaModel.IS_REP0_LONG + (m.state << 4) + posState) == 0) {
        m.afterShortRep();
        checkDistance();
        put(window[back(m.rep0)]);
        return;
      }
      length = length(LzmaModel.REP_LENGTH, posState);
      m.afterRep();
    }
    checkDistance();
    pendingLength = length;
  }

  /** One of the distances before the last becomes the last. */
  private void chooseRep() {
    LzmaModel m = model;
    int distance;
    if (bit(LzmaModel.IS_REP1 + m.state) == 0) {
      distance = m.rep1;
    } else {
      if (bit(LzmaModel.IS_REP2 + m.state) == 0) {
        distance = m.rep2;
      } else {
        distance = m.rep3;
        m.rep3 = m.rep2;
      }
      m.rep2 = m.rep1;
    }
    m.rep1 = m.rep0;
    m.rep0 = distance;
  }

  private void literal() {
    LzmaModel m = model;
    int previous = total == 0 ? 0 : window[back(0)] & 0xff;
    int base = m.literalAt((int) total, previous);
    int symbol = 1;
    if (m.state >= LzmaModel.FIRST_AFTER_LITERAL) {
      checkDistance();
      int match = window[back(m.rep0)] & 0xff;
      int offset = 0x100;
      while (symbol < 0x100) {
        match <<= 1;
        int matchBit = match & offset;
        int bit = bit(base + offset + matchBit + symbol);
        symbol = symbol << 1 | bit;
        offset &= bit == 0 ? ~matchBit : matchBit;
      }
    } else {
      while (symbol < 0x100) {
        symbol = symbol << 1 | bit(base + symbol);
      }
    }
    m.afterLiteral();
    put((byte) symbol);
  }

  private int length(int base, int posState) {
    if (bit(base) == 0) {
      return LzmaModel.SHORTEST + tree(base + LzmaModel.LENGTH_LOW + (posState << 3), 3);
    }
    if (bit(base + 1) == 0) {
      return LzmaModel.SHORTEST + 8 + tree(base + LzmaModel.LENGTH_MID + (posState << 3), 3);
    }
    return LzmaModel.SHORTEST + 16 + tree(base + LzmaModel.LENGTH_HIGH, 8);
  }

  private int distance(int length) {
    int slot = tree(LzmaModel.slotSet(length), 6);
    if (slot < LzmaModel.FIRST_MODEL_SLOT) {
      return slot;
    }
    int bits = (slot >> 1) - 1;
    int distance = (2 | slot & 1) << bits;
    if (slot < LzmaModel.END_MODEL_SLOT) {
      return distance + reverseTree(LzmaModel.SPECIAL + distance - slot, bits);
    }
    distance += directBits(bits - LzmaModel.ALIGN_BITS) << LzmaModel.ALIGN_BITS;
    return distance + reverseTree(LzmaModel.ALIGN, LzmaModel.ALIGN_BITS);
  }

  // ---- the window

  private void checkDistance() {
    int distance = model.rep0;
    boolean inside =
        distance >= 0
            && distance < dictionarySize
            && (distance < position || wrapped && distance < window.length);
    if (!inside) {
      throw LzmaFault.corrupt();
    }
  }

  private int back(int distance) {
    int place = position - distance - 1;
    return place >= 0 ? place : place + window.length;
  }

  private void put(byte value) {
    if (position == window.length) {
      if (window.length < dictionarySize) {
        window = Arrays.copyOf(window, (int) Math.min(dictionarySize, window.length * 2L));
      } else {
        position = 0;
        wrapped = true;
      }
    }
    window[position++] = value;
    total++;
    out[filled++] = value;
  }

  private void repeat(int limit) {
    int count = Math.min(pendingLength, limit - filled);
    int distance = model.rep0;
    for (int i = 0; i < count; i++) {
      put(window[back(distance)]);
    }
    pendingLength -= count;
  }
}

package org.krait.stdlib.lzma;

/**
 * Encodes LZMA: a match is taken unless the next byte begins a better one.
 *
 * <p>The match finder is always one position ahead when the match at the next byte was looked at.
 */
final class LzmaEncoder {
  /** Input that must be at hand unless it is the last. */
  static final int LOOK_AHEAD = LzmaModel.LONGEST + 8;

  final MatchFinder finder;
  final LzmaModel model;
  private final RangeEncoder coder;

  /** The number of bytes encoded. */
  private long total;

  /** Where the next symbol begins. */
  private int at;

  private boolean known;
  private int knownLength;
  private int knownDistance;

  LzmaEncoder(FilterSpec filter, RangeEncoder coder) {
    this.finder = new MatchFinder(filter);
    this.model = new LzmaModel(filter.lc, filter.lp, filter.pb);
    this.coder = coder;
  }

  /** Bytes that were given and are not encoded. */
  int available() {
    return finder.available() + (known ? 1 : 0);
  }

  /** Encodes one symbol; returns the number of bytes that it stands for. */
  int encodeOne() {
    at = finder.position - (known ? 1 : 0);
    int available = Math.min(LzmaModel.LONGEST, finder.end - at);
    if (!known) {
      finder.find();
      knownLength = finder.length;
      knownDistance = finder.distance;
    }
    known = false;
    int length = knownLength;
    int distance = knownDistance;
    int rep = 0;
    int repLength = 0;
    int[] reps = {model.rep0, model.rep1, model.rep2, model.rep3};
    for (int i = 0; i < reps.length && available >= 2; i++) {
      int found = reps[i] < total ? finder.same(at, at - reps[i] - 1, available) : 0;
      if (found > repLength) {
        rep = i;
        repLength = found;
      }
    }
    if (length == 2 && distance >= 128 || length == 3 && distance >= 1 << 19) {
      length = 0;
    }
    boolean repIsBetter =
        repLength >= 2
            && (repLength + 1 >= length
                || repLength + 2 >= length && distance >= 1 << 9
                || repLength + 3 >= length && distance >= 1 << 15);
    if (repIsBetter) {
      rep(rep, repLength);
      finder.skip(repLength - 1);
      return done(repLength);
    }
    if (length < 2) {
      return single(available);
    }
    if (length < finder.nice() && finder.available() > 1 && nextIsBetter(length, distance)) {
      return literalBeforeMatch();
    }
    match(distance, length);
    finder.skip(length - 1 - (known ? 1 : 0));
    known = false;
    return done(length);
  }

  private int done(int count) {
    total += count;
    return count;
  }

  private boolean nextIsBetter(int length, int distance) {
    finder.find();
    known = true;
    knownLength = finder.length;
    knownDistance = finder.distance;
    if (knownLength >= 2) {
      boolean better =
          knownLength >= length && knownDistance < distance
              || knownLength == length + 1 && !muchFarther(distance, knownDistance)
              || knownLength > length + 1
              || knownLength + 1 >= length && length >= 3 && muchFarther(knownDistance, distance);
      if (better) {
        return true;
      }
    }
    int limit = Math.max(2, length - 1);
    if (finder.end - at - 1 < limit) {
      return false;
    }
    int[] reps = {model.rep0, model.rep1, model.rep2, model.rep3};
    for (int distanceBefore : reps) {
      if (distanceBefore < total && finder.same(at + 1, at - distanceBefore, limit) == limit) {
        return true;
      }
    }
    return false;
  }

  private static boolean muchFarther(int near, int far) {
    return near < far >>> 7;
  }

  private int literalBeforeMatch() {
    single(1);
    return 1;
  }

  /** A literal, or the byte at the last distance when that is the same. */
  private int single(int available) {
    int posState = (int) total & (1 << model.pb) - 1;
    byte value = finder.bytes[at];
    if (model.rep0 < total
        && available > 1
        && model.state >= LzmaModel.FIRST_AFTER_LITERAL
        && finder.bytes[at - model.rep0 - 1] == value) {
      coder.bit(model.probs, LzmaModel.IS_MATCH + (model.state << 4) + posState, 1);
      coder.bit(model.probs, LzmaModel.IS_REP + model.state, 1);
      coder.bit(model.probs, LzmaModel.IS_REP0 + model.state, 0);
      coder.bit(model.probs, LzmaModel.IS_REP0_LONG + (model.state << 4) + posState, 0);
      model.afterShortRep();
      return done(1);
    }
    coder.bit(model.probs, LzmaModel.IS_MATCH + (model.state << 4) + posState, 0);
    literal(value & 0xff);
    return done(1);
  }

  private void literal(int value) {
    int previous = total == 0 ? 0 : finder.bytes[at - 1] & 0xff;
    int base = model.literalAt((int) total, previous);
    int symbol = 1;
    if (model.state < LzmaModel.FIRST_AFTER_LITERAL) {
      coder.tree(model.probs, base, 8, value);
    } else {
      int match = finder.bytes[at - model.rep0 - 1] & 0xff;
      int offset = 0x100;
      for (int i = 7; i >= 0; i--) {
        int bit = value >>> i & 1;
        match <<= 1;
        int matchBit = match & offset;
        coder.bit(model.probs, base + offset + matchBit + symbol, bit);
        symbol = symbol << 1 | bit;
        offset &= bit == 0 ? ~matchBit : matchBit;
      }
    }
    model.afterLiteral();
  }

  private void match(int distance, int length) {
    int posState = (int) total & (1 << model.pb) - 1;
    coder.bit(model.probs, LzmaModel.IS_MATCH + (model.state << 4) + posState, 1);
    coder.bit(model.probs, LzmaModel.IS_REP + model.state, 0);
    model.afterMatch();
    length(LzmaModel.LENGTH, length, posState);
    distance(distance, length);
    model.rep3 = model.rep2;
    model.rep2 = model.rep1;
    model.rep1 = model.rep0;
    model.rep0 = distance;
  }

  private void distance(int distance, int length) {
    int slot = slot(distance);
    coder.tree(model.probs, LzmaModel.slotSet(length), 6, slot);
    if (slot < LzmaModel.FIRST_MODEL_SLOT) {
      return;
    }
    int bits = (slot >> 1) - 1;
    int base = (2 | slot & 1) << bits;
    if (slot < LzmaModel.END_MODEL_SLOT) {
      coder.reverseTree(model.probs, LzmaModel.SPECIAL + base - slot, bits, distance - base);
      return;
    }
    coder.direct(distance - base >>> LzmaModel.ALIGN_BITS, bits - LzmaModel.ALIGN_BITS);
    coder.reverseTree(model.probs, LzmaModel.ALIGN, LzmaModel.ALIGN_BITS, distance & 15);
  }

  private static int slot(int distance) {
    if (distance >= 0 && distance < LzmaModel.FIRST_MODEL_SLOT) {
      return distance;
    }
    int top = 31 - Integer.numberOfLeadingZeros(distance);
    return top << 1 | distance >>> top - 1 & 1;
  }

  private void rep(int rep, int length) {
    short[] probs = model.probs;
    int posState = (int) total & (1 << model.pb) - 1;
    coder.bit(probs, LzmaModel.IS_MATCH + (model.state << 4) + posState, 1);
    coder.bit(probs, LzmaModel.IS_REP + model.state, 1);
    if (rep == 0) {
      coder.bit(probs, LzmaModel.IS_REP0 + model.state, 0);
      coder.bit(probs, LzmaModel.IS_REP0_LONG + (model.state << 4) + posState, 1);
    } else {
      coder.bit(probs, LzmaModel.IS_REP0 + model.state, 1);
      coder.bit(probs, LzmaModel.IS_REP1 + model.state, rep == 1 ? 0 : 1);
      int distance = model.rep1;
      if (rep > 1) {
        coder.bit(probs, LzmaModel.IS_REP2 + model.state, rep - 2);
        distance = model.rep2;
        if (rep == 3) {
          distance = model.rep3;
          model.rep3 = model.rep2;
        }
        model.rep2 = model.rep1;
      }
      model.rep1 = model.rep0;
      model.rep0 = distance;
    }
    length(LzmaModel.REP_LENGTH, length, posState);
    model.afterRep();
  }

  private void length(int base, int length, int posState) {
    int rest = length - LzmaModel.SHORTEST;
    if (rest < 8) {
      coder.bit(model.probs, base, 0);
      coder.tree(model.probs, base + LzmaModel.LENGTH_LOW + (posState << 3), 3, rest);
    } else if (rest < 16) {
      coder.bit(model.probs, base, 1);
      coder.bit(model.probs, base + 1, 0);
      coder.tree(model.probs, base + LzmaModel.LENGTH_MID + (posState << 3), 3, rest - 8);
    } else {
      coder.bit(model.probs, base, 1);
      coder.bit(model.probs, base + 1, 1);
      coder.tree(model.probs, base + LzmaModel.LENGTH_HIGH, 8, rest - 16);
    }
  }

  /** The marker that ends a stream of unknown length: a match at the largest distance. */
  void endMarker() {
    match(-1, LzmaModel.SHORTEST);
  }
}

package org.krait.stdlib.lzma;

import java.util.Arrays;

/** What encoder and decoder of LZMA share: the state of the model and where its probabilities lie. */
final class LzmaModel {
  static final int STATES = 12;
  static final int POS_STATES = 16;
  static final int FIRST_AFTER_LITERAL = 7;
  static final int SHORTEST = 2;
  static final int LONGEST = 273;
  static final int SLOTS = 64;
  static final int FULL_DISTANCES = 128;
  static final int FIRST_MODEL_SLOT = 4;
  static final int END_MODEL_SLOT = 14;
  static final int ALIGN_BITS = 4;
  static final int HALF = 1024;

  static final int IS_MATCH = 0;
  static final int IS_REP = IS_MATCH + STATES * POS_STATES;
  static final int IS_REP0 = IS_REP + STATES;
  static final int IS_REP1 = IS_REP0 + STATES;
  static final int IS_REP2 = IS_REP1 + STATES;
  static final int IS_REP0_LONG = IS_REP2 + STATES;
  static final int SLOT = IS_REP0_LONG + STATES * POS_STATES;
  static final int SPECIAL = SLOT + 4 * SLOTS;
  static final int ALIGN = SPECIAL + FULL_DISTANCES;
  static final int LENGTH = ALIGN + (1 << ALIGN_BITS);
  static final int LENGTH_LOW = 2;
  static final int LENGTH_MID = LENGTH_LOW + POS_STATES * 8;
  static final int LENGTH_HIGH = LENGTH_MID + POS_STATES * 8;
  static final int LENGTH_SIZE = LENGTH_HIGH + 256;
  static final int REP_LENGTH = LENGTH + LENGTH_SIZE;
  static final int LITERAL = REP_LENGTH + LENGTH_SIZE;
  static final int LITERAL_SIZE = 0x300;

  short[] probs;
  int lc;
  int lp;
  int pb;
  int state;
  int rep0;
  int rep1;
  int rep2;
  int rep3;

  LzmaModel(int lc, int lp, int pb) {
    setProperties(lc, lp, pb);
  }

  /** Changes the properties and begins anew. */
  void setProperties(int newLc, int newLp, int newPb) {
    lc = newLc;
    lp = newLp;
    pb = newPb;
    probs = new short[LITERAL + (LITERAL_SIZE << lc + lp)];
    reset();
  }

  void reset() {
    Arrays.fill(probs, (short) HALF);
    state = 0;
    rep0 = 0;
    rep1 = 0;
    rep2 = 0;
    rep3 = 0;
  }

  int literalAt(int position, int previous) {
    int context = ((position & (1 << lp) - 1) << lc) + (previous >>> 8 - lc);
    return LITERAL + LITERAL_SIZE * context;
  }

  void afterLiteral() {
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  void afterMatch() {
    state = state < FIRST_AFTER_LITERAL ? 7 : 10;
  }

  void afterRep() {
    state = state < FIRST_AFTER_LITERAL ? 8 : 11;
  }

  void afterShortRep() {
    state = state < FIRST_AFTER_LITERAL ? 9 : 11;
  }

  static int slotSet(int length) {
    return SLOT + Math.min(length - SHORTEST, 3) * SLOTS;
  }

  /** The byte that the three properties are written as. */
  static int propertiesByte(int lc, int lp, int pb) {
    return (pb * 5 + lp) * 9 + lc;
  }
}

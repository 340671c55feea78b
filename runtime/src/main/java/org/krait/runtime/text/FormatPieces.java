package org.krait.runtime.text;

import org.krait.runtime.PyException;
import org.krait.runtime.types.PyStr;

/** Format strings taken apart, kept for the next time: most programs have few and use them often. */
final class FormatPieces {
  private static final int KEPT = 256;
  private static final int LONGEST = 1000;

  /** Which format comes to which place follows from its hash; a newer one takes the place of an older. */
  private static final FormatPieces[] CACHE = new FormatPieces[KEPT];

  /**
   * Literal text, then perhaps a replacement field.
   *
   * @param name the field's, or null where there is none
   * @param first the name up to the first dot or bracket
   * @param number the number that {@code first} is, or -1
   */
  record Piece(
      PyStr literal, PyStr name, PyStr first, int number, int conversion, PyStr spec, boolean isNested) {
    boolean isSimple() {
      return first.length() == name.length();
    }
  }

  private final PyStr format;
  final Piece[] pieces;

  private FormatPieces(PyStr format, Piece[] pieces) {
    this.format = format;
    this.pieces = pieces;
  }

  /** The pieces of a format, or null when it is faulty: the fault shows when what stands before is done. */
  static Piece[] of(PyStr format) {
    if (format.length() > LONGEST || format.getClass() != PyStr.class) {
      return null;
    }
    int place = (int) format.hashValue() & KEPT - 1;
    FormatPieces known = CACHE[place];
    if (known != null && known.format.equals(format)) {
      return known.pieces;
    }
    try {
      known = new FormatPieces(format, read(new FormatMarkup(format)));
    } catch (PyException faulty) {
      return null;
    }
    CACHE[place] = known;
    return known.pieces;
  }

  private static Piece[] read(FormatMarkup markup) {
    java.util.ArrayList<Piece> pieces = new java.util.ArrayList<>();
    while (markup.next()) {
      if (markup.hasField()) {
        PyStr first = new FieldName(markup.name()).first();
        pieces.add(
            new Piece(
                markup.literal(), markup.name(), first, FieldName.number(first), markup.conversion(),
                markup.spec(), markup.isNested()));
      } else {
        pieces.add(new Piece(markup.literal(), null, null, -1, 0, null, false));
      }
    }
    return pieces.toArray(Piece[]::new);
  }
}

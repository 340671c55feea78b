package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.StringHash;

/**
 * {@code str}: a sequence of code points with constant-time indexing.
 *
 * <p>Text up to U+FFFF rides on a Java {@link String} in which every {@code char} is one code point,
 * lone surrogates included. Text with anything above is an array of code points. The form follows
 * from the content, so equal texts have equal forms; a {@link LateText} counts as a Java string.
 */
@BuiltinType(
    name = "str",
    parts = {
      StrMethods.class,
      StrCaseMethods.class,
      StrPredicates.class,
      StrSearchMethods.class,
      StrSplitMethods.class,
      StrLayoutMethods.class,
      StrTranslateMethods.class,
      StrFormatMethods.class
    },
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 64)
public class PyStr extends PyObject implements Comparable<PyStr>, NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyStrTable());

  /** Interned texts by their Java form, which is unambiguous: none has a surrogate pair. */
  private static final InternedTexts INTERNED = new InternedTexts();

  /** The other interned texts. */
  private static final ConcurrentHashMap<PyStr, PyStr> INTERNED_WIDE = new ConcurrentHashMap<>();

  private static final PyStr[] LATIN1 = new PyStr[256];

  private static final RememberedSums<PyStr> SUMS = new RememberedSums<>();

  private static final byte ASCII = 1;
  private static final byte OTHER = 2;

  public static final PyStr EMPTY = new PyStr("", null);

  static {
    INTERNED.add(EMPTY);
    EMPTY.interned = true;
  }

  /** Text in which each char is a code point, or null. */
  private final String text;

  /** Code points of which one at least is above U+FFFF, or null. */
  private final int[] points;

  /** A text in the first form that may not have been put together yet, or null. */
  private final LateText late;

  private boolean interned;

  /** {@link #ASCII} or {@link #OTHER} once it is known. */
  private byte range;

  private long hash;

  private PyStr(String text, int[] points) {
    this.text = text;
    this.points = points;
    this.late = null;
  }

  private PyStr(LateText late) {
    this.text = null;
    this.points = null;
    this.late = late;
  }

  /** For {@link PyStrInstance}: the same content. */
  PyStr(PyStr content) {
    this(content.units(), content.points);
    this.hash = content.hash;
  }

  /** Java text: surrogate pairs are characters above U+FFFF. */
  public static PyStr of(String text) {
    int length = text.length();
    if (length <= 1) {
      return length == 0 ? EMPTY : of(text.charAt(0));
    }
    return hasPair(text)
        ? new PyStr(null, text.codePoints().toArray())
        : new PyStr(text, null);
  }

  private static boolean hasPair(String text) {
    // No loop for texts up to U+00FF: most calls come before anything is compiled.
    int length = text.length();
    return text.codePointCount(0, length) < length;
  }

  /** Text in which each char is one code point, whatever its neighbours. */
  public static PyStr ofUnits(String text) {
    int length = text.length();
    if (length <= 1) {
      return length == 0 ? EMPTY : of(text.charAt(0));
    }
    return new PyStr(text, null);
  }

  /** A single code point. */
  public static PyStr of(int codePoint) {
    if (codePoint < LATIN1.length) {
      PyStr known = LATIN1[codePoint];
      if (known == null) {
        // Interned, so that two threads come to the same.
        known = internedUnits(String.valueOf((char) codePoint));
        LATIN1[codePoint] = known;
      }
      return known;
    }
    return codePoint < 0x10000
        ? new PyStr(String.valueOf((char) codePoint), null)
        : new PyStr(null, new int[] {codePoint});
  }

  /** These code points; the array is not kept unless it must be. */
  public static PyStr ofCodePoints(int[] codePoints, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= codePoints[i];
    }
    if (all >>> 16 != 0) {
      return to - from == 1
          ? of(codePoints[from])
          : new PyStr(null, Arrays.copyOfRange(codePoints, from, to));
    }
    char[] units = new char[to - from];
    for (int i = from; i < to; i++) {
      units[i - from] = (char) codePoints[i];
    }
    return ofUnits(new String(units));
  }

  /** The one interned string of this Java text. */
  public static PyStr interned(String text) {
    PyStr known = INTERNED.get(text);
    if (known != null) {
      return known;
    }
    return hasPair(text) ? of(text).intern() : internPlain(new PyStr(text, null));
  }

  /** The one interned string of text without surrogates. */
  public static PyStr internedUnits(String text) {
    PyStr known = INTERNED.get(text);
    return known != null ? known : internPlain(new PyStr(text, null));
  }

  /** Puts a new string among the interned ones. */
  private static PyStr internPlain(PyStr mine) {
    mine.interned = true;
    return INTERNED.add(mine);
  }

  /** The one string of this content that names are compared by. */
  public PyStr intern() {
    if (interned) {
      return this;
    }
    String units = units();
    PyStr mine = getClass() == PyStr.class ? this : new PyStr(units, points);
    if (units != null) {
      PyStr known = INTERNED.get(units);
      if (known != null) {
        return known;
      }
      if (!hasPair(units)) {
        return internPlain(mine);
      }
    }
    mine.interned = true;
    PyStr other = INTERNED_WIDE.putIfAbsent(mine, mine);
    return other == null ? mine : other;
  }

  /** How many strings are interned. */
  public static int internedCount() {
    return INTERNED.size() + INTERNED_WIDE.size();
  }

  public boolean isInterned() {
    return interned;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The number of code points. */
  public int length() {
    return text != null ? text.length() : points != null ? points.length : late.length;
  }

  public int codePointAt(int index) {
    return text != null ? text.charAt(index) : slowCodePointAt(index);
  }

  private int slowCodePointAt(int index) {
    return points != null ? points[index] : late.text().charAt(index);
  }

  /** The Java string with one char a code point, or null when a code point is above U+FFFF. */
  public String units() {
    String own = text;
    return own != null || late == null ? own : late.text();
  }

  /** The code points, not to be changed, of a text for which {@link #units} is null. */
  public int[] wide() {
    return points;
  }

  /** Whether all code points are below U+0080. */
  public boolean isAscii() {
    byte known = range;
    if (known == 0) {
      known = points == null && isAscii(units()) ? ASCII : OTHER;
      range = known;
    }
    return known == ASCII;
  }

  private static boolean isAscii(String units) {
    // As bytes: most texts are asked once, before anything is compiled.
    byte[] narrow = units.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < narrow.length; i++) {
      byte unit = narrow[i];
      if (unit < 0 || unit == '?' && units.charAt(i) != '?') {
        return false;
      }
    }
    return true;
  }

  /** All code points, in a fresh array. */
  public int[] codePoints() {
    if (points != null) {
      return points.clone();
    }
    String units = units();
    int[] all = new int[units.length()];
    for (int i = 0; i < all.length; i++) {
      all[i] = units.charAt(i);
    }
    return all;
  }

  /** Code points {@code from} to {@code to}, exclusive. */
  public PyStr substring(int from, int to) {
    if (from >= to) {
      return EMPTY;
    }
    if (from == 0 && to == length() && getClass() == PyStr.class) {
      return this;
    }
    if (points != null) {
      return ofCodePoints(points, from, to);
    }
    String units = units();
    return to - from == 1 ? of(units.charAt(from)) : new PyStr(units.substring(from, to), null);
  }

  /** This text followed by another. */
  public PyStr concat(PyStr other) {
    if (points == null && other.points == null) {
      String more = other.units();
      int own = length();
      int length = own + more.length();
      if (own == 0 && other.getClass() == PyStr.class || length == own && getClass() == PyStr.class) {
        return own == 0 ? other : this;
      }
      if (hash != 0 && length == own + 1 && own < RememberedSums.LONGEST && getClass() == PyStr.class) {
        return extended(other, more);
      }
      // Also when the sum of the lengths is too large for an int.
      return (length & -LateText.SHORTEST) != 0
          ? concatLate(more, length)
          : new PyStr(text.concat(more), null);
    }
    int[] left = codePoints();
    int[] all = Arrays.copyOf(left, left.length + other.length());
    System.arraycopy(other.codePoints(), 0, all, left.length, other.length());
    return new PyStr(null, all);
  }

  /** This text, which has been hashed, with one more character behind it. */
  private PyStr extended(PyStr other, String more) {
    char unit = more.charAt(0);
    PyStr known = SUMS.get(this, hash, other, unit);
    if (known != null) {
      return known;
    }
    PyStr sum = new PyStr(text.concat(more), null);
    if (unit < LATIN1.length) {
      SUMS.put(this, hash, other, unit, sum);
    }
    return sum;
  }

  private PyStr concatLate(String more, int length) {
    if (length < 0) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    LateText sum = late == null ? null : late.plus(more);
    return new PyStr(sum != null ? sum : new LateText(units(), more));
  }

  /** {@code part in text}. */
  public boolean contains(PyStr part) {
    if (points == null && part.points == null) {
      String own = units();
      String other = part.units();
      return other.length() == 1 ? own.indexOf(other.charAt(0)) >= 0 : own.contains(other);
    }
    return StrSearch.indexOf(this, part, 0, length()) >= 0;
  }

  /** The position of a code point, or -1. */
  public int indexOf(int codePoint) {
    if (points == null) {
      return codePoint > 0xffff ? -1 : units().indexOf((char) codePoint);
    }
    for (int i = 0; i < points.length; i++) {
      if (points[i] == codePoint) {
        return i;
      }
    }
    return -1;
  }

  /** {@code hash(s)} of the exact type. */
  public long hashValue() {
    long known = hash;
    if (known == 0) {
      known = points == null ? StringHash.of(units()) : StringHash.of(points);
      hash = known;
    }
    return known;
  }

  /** A cheap hash for caches of names; equal strings have equal ones. */
  public int cacheHash() {
    return points == null ? units().hashCode() : Arrays.hashCode(points);
  }

  @Override
  public int hashCode() {
    return cacheHash();
  }

  /** Equality of content, whatever the exact types. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof PyStr s
        && (text != null ? text.equals(s.units()) : sameContent(s));
  }

  /** Equality of two exact texts that lie as Java strings; false says nothing of others. */
  final boolean isSameText(PyStr other) {
    return getClass() == PyStr.class && text != null && text.equals(other.text);
  }

  private boolean sameContent(PyStr other) {
    return points == null ? units().equals(other.units()) : Arrays.equals(points, other.points);
  }

  /** The order of code points. */
  @Override
  public int compareTo(PyStr other) {
    if (points == null && other.points == null) {
      return units().compareTo(other.units());
    }
    int common = Math.min(length(), other.length());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(codePointAt(i), other.codePointAt(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(length(), other.length());
  }

  /** The text in UTF-16; neighbouring lone surrogates merge into a pair. */
  @Override
  public String toString() {
    return points == null ? units() : new String(points, 0, points.length);
  }

  /** Whether the text is an identifier ({@code str.isidentifier}). */
  public boolean isIdentifier() {
    return StrMethods.isIdentifier(this);
  }

  /** The text with {@code \x}, {@code &#92;u} and {@code \U} escapes for all that is not ASCII. */
  public PyStr escapeNonAscii() {
    return StrMethods.escapeNonAscii(this);
  }
}

package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.StringHash;
import org.krait.runtime.text.PyStrBuilder;

/**
 * {@code str}: a sequence of code points with constant-time indexing.
 *
 * <p>Text of one to fifteen characters up to U+00FF is one number or two ({@link ShortText}, {@link MediumText}), which
 * this object holds; a Java string of it is made when somebody asks. Other text up to U+FFFF rides on a Java
 * {@link String} in which every {@code char} is one code point, lone surrogates included. Text with anything above is an
 * array of code points. The form follows from the content, so equal texts have equal forms; a {@link LateText} counts
 * as a Java string.
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

  /** Texts up to this length are numbers if no character is above U+00FF. */
  public static final int PACKED = MediumText.LONGEST;

  /** The largest number of which the digits are a short text. */
  private static final int MOST_SHORT = 9_999_999;

  private static final byte ASCII = 1;
  private static final byte OTHER = 2;

  public static final PyStr EMPTY = new PyStr("");

  static {
    EMPTY.interned = true;
    INTERNED.add(EMPTY, "".hashCode());
  }

  /** The {@link ShortText}; or, below 0, the high word of the {@link MediumText}; or 0. */
  private final long word;

  /** The low word of the {@link MediumText}, or 0. */
  private final long low;

  /**
   * The text if it is no number. A {@link String} in which each char is a code point; code points, of which one at
   * least is above U+FFFF (an array); or a {@link LateText}, which may not have been put together yet. Of a number it is
   * null until somebody asks for the Java string, which may be handed over by a race: its fields are final. So are two
   * here, and HotSpot hands the others over with them.
   */
  private Object content;

  private boolean interned;

  /** {@link #ASCII} or {@link #OTHER} once it is known. */
  private byte range;

  /** Where a dict had this very key last, which may not be true any more. */
  private short place;

  private long hash;

  private PyStr(long word) {
    this.word = word;
    this.low = 0;
  }

  private PyStr(long low, long high) {
    this.word = high;
    this.low = low;
  }

  private PyStr(String text) {
    int length = text.length();
    if (length <= ShortText.LONGEST || length > MediumText.LONGEST) {
      word = length > 0 && length <= ShortText.LONGEST ? ShortText.of(text, 0, length) : 0;
      low = 0;
    } else {
      // As bytes: names are taken in before anything is compiled.
      byte[] narrow = text.getBytes(StandardCharsets.ISO_8859_1);
      long first = narrow.length == length ? MediumText.low(narrow) : 0;
      word = narrow.length == length ? MediumText.high(narrow, first, text) : 0;
      low = word == 0 ? 0 : first;
    }
    this.content = text;
  }

  /** A name, and its Java form unless that is left for later. */
  private PyStr(long low, long word, String text) {
    this.word = word;
    this.low = low;
    this.content = text;
  }

  /** Code points or a {@link LateText}. */
  private PyStr(Object rare) {
    this.word = 0;
    this.low = 0;
    this.content = rare;
  }

  /** For {@link PyStrInstance}: the same content. */
  PyStr(PyStr content) {
    this.word = content.word;
    this.low = content.low;
    this.content = content.content;
    this.hash = content.hash;
  }

  /** Java text: surrogate pairs are characters above U+FFFF. */
  public static PyStr of(String text) {
    int length = text.length();
    if (length <= 1) {
      return length == 0 ? EMPTY : of(text.charAt(0));
    }
    PyStr made = new PyStr(text);
    return made.word == 0 && hasPair(text) ? new PyStr(text.codePoints().toArray()) : made;
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
    return new PyStr(text);
  }

  /** A {@link ShortText}; 0 is the empty one. */
  static PyStr ofShort(long word) {
    return word >>> 57 != 0 ? new PyStr(word) : word == 0 ? EMPTY : of((int) word & 0xff);
  }

  /** A {@link MediumText}. */
  static PyStr ofMedium(long low, long high) {
    return new PyStr(low, high);
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
        ? new PyStr(String.valueOf((char) codePoint))
        : new PyStr(new int[] {codePoint});
  }

  /** The decimal digits of a number. */
  public static PyStr ofDecimal(long value) {
    return value >= 0 && value <= MOST_SHORT ? ofShort(ShortText.decimal((int) value)) : of(Long.toString(value));
  }

  /**
   * The digits of a number that is not negative, each of so many bits.
   *
   * @param mark what stands before them, such as {@code 0x}
   */
  public static PyStr ofBits(long value, int bits, String mark) {
    int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + bits - 1) / bits);
    return digits + mark.length() > PACKED
        ? ofUnits(mark.concat(Long.toString(value, 1 << bits)))
        : MediumText.ofBits(value, bits, digits, mark);
  }

  /** Texts of {@link #PACKED} characters at most together as one; null where one of them is above U+00FF. */
  public static PyStr ofPacked(PyObject[] parts, int from, int count) {
    return MediumText.join(parts, from, count);
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
          : new PyStr(Arrays.copyOfRange(codePoints, from, to));
    }
    char[] units = new char[to - from];
    for (int i = from; i < to; i++) {
      units[i - from] = (char) codePoints[i];
    }
    return ofUnits(new String(units));
  }

  /** The one interned string of this Java text. */
  public static PyStr interned(String text) {
    PyStr known = INTERNED.get(text, text.hashCode());
    if (known != null) {
      return known;
    }
    PyStr made = named(text);
    return made.word == 0 && hasPair(text) ? of(text).intern() : internPlain(made, text.hashCode());
  }

  /** The one interned string of text without surrogates. */
  public static PyStr internedUnits(String text) {
    PyStr known = INTERNED.get(text, text.hashCode());
    return known != null ? known : internPlain(named(text), text.hashCode());
  }

  /** The one interned string of ASCII text that has this {@link String#hashCode}. */
  public static PyStr internedAscii(String text, int hash) {
    PyStr known = INTERNED.get(text, hash);
    return known != null ? known : internPlain(ofAscii(text), hash);
  }

  /** A text of more than {@link #PACKED} characters, which are ASCII. */
  public static PyStr ofAscii(String text) {
    PyStr made = new PyStr(0, 0, text);
    made.range = ASCII;
    return made;
  }

  /** The one interned string that these {@link #numbers} are; the {@link String#hashCode} of its Java form is known. */
  public static PyStr internedNumbers(long low, long word, int hash) {
    PyStr known = INTERNED.get(low, word, hash);
    if (known == null) {
      known = ofNumbers(low, word);
      known = known.interned ? known : internPlain(known, hash);
    }
    return known;
  }

  /** The text that these {@link #numbers} are. */
  public static PyStr ofNumbers(long low, long word) {
    return word < 0 ? ofMedium(low, word) : ofShort(word);
  }

  /** The two numbers of a text of one to fifteen characters up to U+00FF; of others the second is 0. */
  public long[] numbers() {
    return new long[] {low, word};
  }

  final boolean hasNumbers(long otherLow, long otherWord) {
    return word == otherWord && low == otherLow;
  }

  /** A text to be interned: by way of bytes, for most are made before anything is compiled. */
  private static PyStr named(String text) {
    int length = text.length();
    if (length > MediumText.LONGEST || length == 0) {
      return new PyStr(0, 0, text);
    }
    byte[] narrow = text.getBytes(StandardCharsets.ISO_8859_1);
    if (narrow.length != length) {
      return new PyStr(0, 0, text);
    }
    if (length <= ShortText.LONGEST) {
      return new PyStr(0, ShortText.of(narrow, text), text);
    }
    long low = MediumText.low(narrow);
    long high = MediumText.high(narrow, low, text);
    return new PyStr(high == 0 ? 0 : low, high, text);
  }

  /** A part of a text in Latin-1, without its Java form where that is not needed. */
  public static PyStr ofLatin1(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0 || length > MediumText.LONGEST) {
      return length == 0 ? EMPTY : new PyStr(0, 0, new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    }
    int middle = Math.min(from + Long.BYTES, to);
    long low = 0;
    for (int i = middle - 1; i >= from; i--) {
      low = low << 8 | bytes[i] & 0xff;
    }
    if (length <= ShortText.LONGEST) {
      return ofShort(low | (long) length << Long.SIZE - 8);
    }
    long high = 0;
    for (int i = to - 1; i >= middle; i--) {
      high = high << 8 | bytes[i] & 0xff;
    }
    return ofMedium(low, MediumText.high(high, length));
  }

  /** The one interned string of a part of a text in Latin-1. */
  public static PyStr internedLatin1(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + (bytes[i] & 0xff);
    }
    PyStr made = ofLatin1(bytes, from, to);
    return made.interned ? made : internPlain(made, hash);
  }

  /** Puts a new string among the interned ones. */
  private static PyStr internPlain(PyStr mine, int hash) {
    mine.interned = true;
    return INTERNED.add(mine, hash);
  }

  /** The one string of this content that names are compared by. */
  public PyStr intern() {
    if (interned) {
      return this;
    }
    String units = units();
    PyStr mine = getClass() == PyStr.class ? this : new PyStr(this);
    if (units != null) {
      PyStr known = INTERNED.get(units, units.hashCode());
      if (known != null) {
        return known;
      }
      if (!hasPair(units)) {
        return internPlain(mine, units.hashCode());
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
    long own = word;
    return own != 0 ? MediumText.length(own) : longLength();
  }

  private int longLength() {
    Object own = content;
    return own instanceof String text
        ? text.length()
        : own instanceof int[] points ? points.length : ((LateText) own).length;
  }

  public int codePointAt(int index) {
    long own = word;
    return own != 0
        ? MediumText.at(own > 0 ? own : low, own, index)
        : content instanceof String text ? text.charAt(index) : rareCodePointAt(index);
  }

  private int rareCodePointAt(int index) {
    return content instanceof int[] points ? points[index] : ((LateText) content).text().charAt(index);
  }

  /** The only character, up to U+00FF; -1 of other texts. */
  int onlyCharacter() {
    long character = word - ShortText.of(0);
    return character >>> 8 == 0 ? (int) character : -1;
  }

  /** The {@link ShortText}, or 0. */
  long word() {
    return Math.max(word, 0);
  }

  /** The high word of the {@link MediumText}, or 0. */
  long high() {
    return Math.min(word, 0);
  }

  /** The low word of the {@link MediumText}. */
  long low() {
    return low;
  }

  /** The first eight characters of a number, or those that there are. */
  long firstCharacters() {
    return word < 0 ? low : ShortText.characters(word);
  }

  /** Whether this is a number. */
  boolean isPacked() {
    return word != 0;
  }

  /** Puts the characters of a number into an array; the place behind them. */
  int copy(byte[] to, int at) {
    long own = word;
    return own >= 0
        ? ShortText.copy(own, to, at)
        : ShortText.copy(own, MediumText.length(own) - Long.BYTES, to, ShortText.copy(low, Long.BYTES, to, at));
  }

  /** The Java string with one char a code point, or null when a code point is above U+FFFF. */
  public String units() {
    return content instanceof String own ? own : otherUnits();
  }

  private String otherUnits() {
    if (word == 0) {
      return content instanceof LateText late ? late.text() : null;
    }
    byte[] bytes = new byte[length()];
    copy(bytes, 0);
    String made = new String(bytes, StandardCharsets.ISO_8859_1);
    content = made;
    return made;
  }

  /** The code points, not to be changed, of a text for which {@link #units} is null; else null. */
  public int[] wide() {
    return content instanceof int[] points ? points : null;
  }

  /** Whether all code points are below U+0080. */
  public boolean isAscii() {
    byte known = range;
    if (known == 0) {
      known = (word != 0 ? isPackedAscii() : wide() == null && isAscii(units())) ? ASCII : OTHER;
      range = known;
    }
    return known == ASCII;
  }

  private boolean isPackedAscii() {
    return word > 0 ? ShortText.isAscii(word) : MediumText.isAscii(low, word);
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
    int[] points = wide();
    if (points != null) {
      return points.clone();
    }
    int[] all = new int[length()];
    copy(all, 0);
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
    long own = word;
    return own > 0
        ? ofShort(ShortText.part(own, from, to - from))
        : own < 0 ? MediumText.part(low, own, from, to - from) : longSubstring(from, to);
  }

  private PyStr longSubstring(int from, int to) {
    int[] points = wide();
    if (points != null) {
      return ofCodePoints(points, from, to);
    }
    String units = units();
    if (to - from == 1) {
      return of(units.charAt(from));
    }
    if (to - from <= ShortText.LONGEST) {
      long part = ShortText.of(units, from, to);
      if (part != 0) {
        return ofShort(part);
      }
    } else if (to - from <= MediumText.LONGEST) {
      long high = MediumText.high(units, from, to);
      if (high != 0) {
        return new PyStr(MediumText.low(units, from), high);
      }
    }
    return new PyStr(units.substring(from, to));
  }

  /** This text followed by another. */
  public PyStr concat(PyStr other) {
    long left = word;
    long right = other.word;
    if (left == 0 || right == 0) {
      return longConcat(other);
    }
    return hash != 0 && MediumText.length(right) == 1 && getClass() == PyStr.class ? extended(other) : plus(other);
  }

  /** This text with so many of a character before and behind it. */
  public PyStr padded(int fill, int left, int right) {
    int length = length() + left + right;
    if (word == 0 || fill > 0xff || length > PACKED) {
      return new PyStrBuilder(length).append(fill, left).append(this).append(fill, right).toPyStr();
    }
    PyStr text = left > 0 ? MediumText.filled(fill, left).plus(this) : this;
    return right > 0 ? text.plus(MediumText.filled(fill, right)) : text;
  }

  /** The same of two numbers. */
  private PyStr plus(PyStr other) {
    long left = word;
    long right = other.word;
    int length = MediumText.length(left) + MediumText.length(right);
    if (length <= ShortText.LONGEST) {
      return new PyStr(ShortText.concat(left, right));
    }
    return length <= MediumText.LONGEST
        ? MediumText.concat(firstCharacters(), left, other.firstCharacters(), right)
        : new PyStr(units().concat(other.units()));
  }

  private PyStr longConcat(PyStr other) {
    if (wide() == null && other.wide() == null) {
      String more = other.units();
      int own = length();
      int length = own + more.length();
      if (own == 0 && other.getClass() == PyStr.class || length == own && getClass() == PyStr.class) {
        return own == 0 ? other : this;
      }
      if (hash != 0 && length == own + 1 && own < RememberedSums.LONGEST && getClass() == PyStr.class) {
        return extended(other);
      }
      // Also when the sum of the lengths is too large for an int.
      return (length & -LateText.SHORTEST) != 0
          ? concatLate(more, length)
          : new PyStr(units().concat(more));
    }
    int[] all = new int[length() + other.length()];
    other.copy(all, copy(all, 0));
    return new PyStr(all);
  }

  /** Puts the code points into an array; the place behind them. */
  private int copy(int[] to, int at) {
    int[] points = wide();
    if (points != null) {
      System.arraycopy(points, 0, to, at, points.length);
      return at + points.length;
    }
    int length = length();
    for (int i = 0; i < length; i++) {
      to[at + i] = codePointAt(i);
    }
    return at + length;
  }

  /** Texts with another between them, one of all which is {@link #wide}; so many code points in all. */
  static PyStr joinWide(PyStr separator, PyObject[] items, int total) {
    int[] all = new int[total];
    int at = 0;
    for (int i = 0; i < items.length; i++) {
      if (i > 0) {
        at = separator.copy(all, at);
      }
      at = ((PyStr) items[i]).copy(all, at);
    }
    return new PyStr(all);
  }

  /** This text, which has been hashed, with one more character behind it. */
  private PyStr extended(PyStr other) {
    int unit = other.codePointAt(0);
    PyStr known = SUMS.get(this, hash, other, unit);
    if (known != null) {
      return known;
    }
    PyStr sum = word != 0 && other.word != 0 ? plus(other) : new PyStr(units().concat(other.units()));
    if (unit < LATIN1.length) {
      SUMS.put(this, hash, other, unit, sum);
    }
    return sum;
  }

  private PyStr concatLate(String more, int length) {
    if (length < 0) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    LateText sum = content instanceof LateText late ? late.plus(more) : null;
    return new PyStr(sum != null ? sum : new LateText(units(), more));
  }

  /** {@code part in text}. */
  public boolean contains(PyStr part) {
    long own = word;
    long wanted = part.word;
    if (own == 0 || wanted <= 0) {
      return longContains(part);
    }
    if (ShortText.length(wanted) == 1) {
      return MediumText.contains(low, own, ShortText.at(wanted, 0));
    }
    return (own > 0 ? ShortText.indexOf(own, wanted, 0) : MediumText.indexOf(low, own, wanted, 0)) >= 0;
  }

  private boolean longContains(PyStr part) {
    if (wide() == null && part.wide() == null) {
      return part.length() == 1 ? units().indexOf(part.codePointAt(0)) >= 0 : units().contains(part.units());
    }
    return StrSearch.indexOf(this, part, 0, length()) >= 0;
  }

  /** The position of a code point, or -1. */
  public int indexOf(int codePoint) {
    if (word != 0) {
      return codePoint > 0xff ? -1 : packedIndexOf(codePoint);
    }
    int[] points = wide();
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

  private int packedIndexOf(int character) {
    return word > 0 ? ShortText.indexOf(word, character) : MediumText.indexOf(low, word, character);
  }

  /** {@code hash(s)} of the exact type. */
  public long hashValue() {
    long known = hash;
    return known != 0 ? known : makeHash();
  }

  private long makeHash() {
    long made =
        word > 0
            ? StringHash.ofShort(word)
            : word < 0 ? StringHash.ofMedium(low, MediumText.last(word)) : longHash();
    hash = made;
    return made;
  }

  private long longHash() {
    int[] points = wide();
    if (points != null) {
      return StringHash.of(points);
    }
    return range == ASCII ? StringHash.ofNarrow(units()) : StringHash.of(units());
  }

  /** The number of the entry where a dict had this very key last. */
  final int place() {
    return place;
  }

  /** Remembers the number of an entry. Other threads would only wait for each other's. */
  final void foundAt(int entry) {
    if (entry <= Short.MAX_VALUE && !Concurrency.active()) {
      place = (short) entry;
    }
  }

  /** A cheap hash for caches of names; equal strings have equal ones. */
  public int cacheHash() {
    long own = word;
    if (own != 0) {
      return (int) ((own ^ low * 0xC2B2AE3D27D4EB4FL) * 0x9E3779B97F4A7C15L >>> 32);
    }
    int[] points = wide();
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
    return other instanceof PyStr s && ((word | s.word) != 0 ? isSameNumber(s) : sameContent(s));
  }

  /** Equality of two exact texts that are short or lie as Java strings; false says nothing of others. */
  final boolean isSameText(PyStr other) {
    if (getClass() != PyStr.class) {
      return false;
    }
    return word != 0
        ? isSameNumber(other)
        : content instanceof String own && other.content instanceof String text && own.equals(text);
  }

  private boolean isSameNumber(PyStr other) {
    return word == other.word && low == other.low;
  }

  private boolean sameContent(PyStr other) {
    int[] points = wide();
    return points == null ? units().equals(other.units()) : Arrays.equals(points, other.wide());
  }

  /** The order of code points. */
  @Override
  public int compareTo(PyStr other) {
    if (word > 0 && other.word > 0) {
      return ShortText.compare(word, other.word);
    }
    if (word != 0 && other.word != 0) {
      return MediumText.compare(firstCharacters(), word, other.firstCharacters(), other.word);
    }
    if (wide() == null && other.wide() == null) {
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
    int[] points = wide();
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

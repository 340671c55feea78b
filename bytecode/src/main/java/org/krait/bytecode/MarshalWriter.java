package org.krait.bytecode;

import static org.krait.bytecode.MarshalFormat.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes marshal streams of versions 0 to 4 that CPython reads.
 *
 * <p>A first walk finds what occurs more than once, a second one writes: from version 3 on, such a
 * value is written at its first place and referred to at the others. The same value always gives
 * the same bytes.
 *
 * @param <T> the common type of values
 */
public final class MarshalWriter<T> {
  /** The version that CPython 3.12 writes. */
  public static final int VERSION = 4;

  /** Knows the values: tells the writer what one is. */
  public interface Describer<T> {
    /** Values of equal keys are written once; null for one that is never shared. */
    Object shareKey(T value);

    /** True for a value to mark as shared even if it occurs once, as CPython does. */
    boolean isMarked(T value);

    /** Calls the one method of {@code to} that stands for the value's type. */
    void describe(T value, MarshalWriter<T> to) throws MarshalException;
  }

  private final Describer<T> describer;
  private final int version;
  private final Set<Object> repeated;
  private final Map<Object, Integer> seen = new HashMap<>();
  private final boolean counting;
  private byte[] out = new byte[256];
  private int length;
  private int depth;
  private int flag;

  private MarshalWriter(Describer<T> describer, int version, Set<Object> repeated, boolean counts) {
    this.describer = describer;
    this.version = version;
    this.repeated = repeated;
    this.counting = counts;
  }

  /** The stream of one value. */
  public static <T> byte[] write(T value, int version, Describer<T> describer)
      throws MarshalException {
    Set<Object> repeated = new HashSet<>();
    if (version >= 3) {
      new MarshalWriter<>(describer, version, repeated, true).value(value);
    }
    var writer = new MarshalWriter<>(describer, version, repeated, false);
    writer.value(value);
    return Arrays.copyOf(writer.out, writer.length);
  }

  private void value(T value) throws MarshalException {
    value(value, false);
  }

  private void value(T value, boolean marked) throws MarshalException {
    if (++depth > MAX_DEPTH) {
      throw new MarshalException(
          MarshalException.Kind.VALUE, "object too deeply nested to marshal");
    }
    flag = 0;
    if (version < 3 || !wroteReference(value, marked)) {
      describer.describe(value, this);
    }
    depth--;
  }

  private boolean wroteReference(T value, boolean marked) {
    Object key = describer.shareKey(value);
    if (key == null) {
      return false;
    }
    if (counting) {
      boolean again = seen.put(key, 0) != null;
      if (again) {
        repeated.add(key);
      }
      return again;
    }
    Integer index = seen.get(key);
    if (index != null) {
      octet(REF);
      int32(index);
      return true;
    }
    if (marked || repeated.contains(key) || describer.isMarked(value)) {
      seen.put(key, seen.size());
      flag = FLAG_REF;
    }
    return false;
  }

  // What a describer calls.

  public void none() {
    octet(NONE);
  }

  public void bool(boolean value) {
    octet(value ? TRUE : FALSE);
  }

  public void ellipsis() {
    octet(ELLIPSIS);
  }

  public void stopIteration() {
    octet(STOP_ITERATION);
  }

  public void integer(long value) {
    if ((int) value == value) {
      head(INT);
      int32((int) value);
    } else {
      integer(BigInteger.valueOf(value));
    }
  }

  public void integer(BigInteger value) {
    if (value.bitLength() < 32) {
      integer(value.intValue());
      return;
    }
    head(LONG);
    BigInteger magnitude = value.abs();
    int digits = (magnitude.bitLength() + LONG_SHIFT - 1) / LONG_SHIFT;
    int32(value.signum() < 0 ? -digits : digits);
    byte[] bytes = magnitude.toByteArray();
    long window = 0;
    int bits = 0;
    int from = bytes.length;
    for (int i = 0; i < digits; i++) {
      for (; bits < LONG_SHIFT; bits += 8) {
        window |= from > 0 ? (bytes[--from] & 0xffL) << bits : 0;
      }
      int16((int) window & (1 << LONG_SHIFT) - 1);
      window >>>= LONG_SHIFT;
      bits -= LONG_SHIFT;
    }
  }

  public void floating(double value) {
    head(version > 1 ? BINARY_FLOAT : FLOAT);
    number(value);
  }

  public void complex(double real, double imag) {
    head(version > 1 ? BINARY_COMPLEX : COMPLEX);
    number(real);
    number(imag);
  }

  private void number(double value) {
    if (version > 1) {
      long bits = Double.doubleToRawLongBits(value);
      int32((int) bits);
      int32((int) (bits >>> 32));
    } else {
      byte[] text = digits17(value).getBytes(StandardCharsets.US_ASCII);
      octet(text.length);
      raw(text);
    }
  }

  /** The C format {@code %.17g}. */
  private static String digits17(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 17) {
      return rounded.toPlainString();
    }
    String plain = rounded.scaleByPowerOfTen(-exponent).toPlainString();
    return String.format("%se%s%02d", plain, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  public void bytes(byte[] value) {
    head(BYTES);
    int32(value.length);
    raw(value);
  }

  /** A string in which every surrogate pair means one character. */
  public void string(String text, boolean interned) {
    if (version >= 4 && isAscii(text)) {
      ascii(text, interned);
    } else if (hasLoneSurrogate(text)) {
      string(text.codePoints().toArray(), interned);
    } else {
      utf8(text.getBytes(StandardCharsets.UTF_8), interned);
    }
  }

  /** A string of any code points. */
  public void string(int[] codePoints, boolean interned) {
    utf8(SurrogateUtf8.encode(codePoints), interned);
  }

  private void ascii(String text, boolean interned) {
    int size = text.length();
    if (size < 256) {
      head(interned ? SHORT_ASCII_INTERNED : SHORT_ASCII);
      octet(size);
    } else {
      head(interned ? ASCII_INTERNED : ASCII);
      int32(size);
    }
    raw(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void utf8(byte[] encoded, boolean interned) {
    head(interned && version >= 3 ? INTERNED : UNICODE);
    int32(encoded.length);
    raw(encoded);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(p -> p >= 0xd800 && p < 0xe000);
  }

  public void tuple(Collection<? extends T> items) throws MarshalException {
    if (version >= 4 && items.size() < 256) {
      head(SMALL_TUPLE);
      octet(items.size());
    } else {
      head(TUPLE);
      int32(items.size());
    }
    all(items);
  }

  public void list(Collection<? extends T> items) throws MarshalException {
    head(LIST);
    int32(items.size());
    all(items);
  }

  public void set(Collection<? extends T> items) throws MarshalException {
    unordered(SET, items);
  }

  public void frozenSet(Collection<? extends T> items) throws MarshalException {
    unordered(FROZENSET, items);
  }

  /**
   * The items in the order of what each would be alone, so that the bytes do not depend on hashes.
   * CPython holds them in a list meanwhile and so takes them for shared.
   */
  private void unordered(int type, Collection<? extends T> items) throws MarshalException {
    head(type);
    int32(items.size());
    if (counting) {
      all(items);
      return;
    }
    record Item<T>(byte[] alone, T value) {}
    List<Item<T>> sorted = new ArrayList<>();
    for (T item : items) {
      sorted.add(new Item<>(alone(item), item));
    }
    sorted.sort((a, b) -> Arrays.compareUnsigned(a.alone, b.alone));
    for (Item<T> item : sorted) {
      value(item.value, true);
    }
  }

  private byte[] alone(T item) throws MarshalException {
    var writer = new MarshalWriter<>(describer, version, repeated, false);
    writer.value(item);
    return Arrays.copyOf(writer.out, writer.length);
  }

  /** A dict: its keys and values in turn. */
  public void dict(Collection<? extends T> keysAndValues) throws MarshalException {
    head(DICT);
    all(keysAndValues);
    octet(NULL);
  }

  private void all(Collection<? extends T> items) throws MarshalException {
    for (T item : items) {
      value(item);
    }
  }

  public void code(MarshalFactory.CodeParts<? extends T> parts) throws MarshalException {
    head(CODE);
    int32(parts.argCount());
    int32(parts.posOnlyArgCount());
    int32(parts.kwOnlyArgCount());
    int32(parts.stackSize());
    int32(parts.flags());
    value(parts.code());
    value(parts.constants());
    value(parts.names());
    value(parts.localsPlusNames());
    value(parts.localsPlusKinds());
    value(parts.filename());
    value(parts.name());
    value(parts.qualname());
    int32(parts.firstLineNumber());
    value(parts.lineTable());
    value(parts.exceptionTable());
  }

  /** What {@code marshal} says of a value that it does not write. */
  public static MarshalException unmarshallable() {
    return new MarshalException(MarshalException.Kind.VALUE, "unmarshallable object");
  }

  // Bytes

  private void head(int type) {
    octet(type | flag);
  }

  private void octet(int value) {
    room(1);
    out[length++] = (byte) value;
  }

  private void int16(int value) {
    octet(value);
    octet(value >> 8);
  }

  private void int32(int value) {
    room(4);
    out[length++] = (byte) value;
    out[length++] = (byte) (value >> 8);
    out[length++] = (byte) (value >> 16);
    out[length++] = (byte) (value >> 24);
  }

  private void raw(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  private void room(int count) {
    if (out.length - length < count) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, Math.addExact(length, count)));
    }
  }
}

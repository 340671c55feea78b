package org.krait.bytecode;

import static org.krait.bytecode.MarshalFormat.*;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads marshal streams of versions 0 to 4, with CPython's messages for bad ones.
 *
 * <p>Hostile streams cost no more than their own length: nothing is allocated before the bytes for
 * it were seen, and nesting is limited. A tuple that contains itself, which CPython
 * half-builds, is refused.
 *
 * @param <T> the common type of values
 */
public final class MarshalReader<T> {
  /** Where more bytes come from when a stream does not lie in memory as a whole. */
  @FunctionalInterface
  public interface Supplier {
    /** Up to {@code count} bytes; fewer only at the end. */
    byte[] read(int count) throws MarshalException;
  }

  private static final Object RESERVED = new Object();

  private final MarshalFactory<T> factory;
  private final Supplier more;
  private final MarshalLimits limits;
  private final List<Object> references = new ArrayList<>();
  private int values;
  private byte[] data;
  private int at;
  private int end;
  private int depth;

  /** A reader of {@code length} bytes from {@code offset}. */
  public MarshalReader(byte[] data, int offset, int length, MarshalFactory<T> factory) {
    this(data, offset, length, factory, MarshalLimits.CPYTHON);
  }

  /** A reader of {@code length} bytes from {@code offset} that refuses what asks for too much. */
  public MarshalReader(
      byte[] data, int offset, int length, MarshalFactory<T> factory, MarshalLimits limits) {
    this.limits = limits;
    this.data = data;
    this.at = offset;
    this.end = offset + length;
    this.factory = factory;
    this.more = null;
  }

  /** A reader that asks for exactly the bytes it needs, as {@code marshal.load(file)} must. */
  public MarshalReader(Supplier more, MarshalFactory<T> factory) {
    this.data = new byte[0];
    this.limits = MarshalLimits.CPYTHON;
    this.factory = factory;
    this.more = more;
  }

  /** How many bytes follow what was read. */
  public int remaining() {
    return end - at;
  }

  /** Reads one value. */
  public T read() throws MarshalException {
    if (end - at > limits.bytes()) {
      throw MarshalException.value("more than " + limits.bytes() + " bytes");
    }
    return required(object(), "object");
  }

  private T required(T value, String where) throws MarshalException {
    if (value == null) {
      throw MarshalException.type("NULL object in marshal data for " + where);
    }
    return value;
  }

  /** Reads an object; Java's null for the stream's NULL. */
  private T object() throws MarshalException {
    int head = octet("EOF read where object expected");
    if (++depth > limits.depth()) {
      throw new MarshalException(MarshalException.Kind.VALUE, "recursion limit exceeded");
    }
    if (++values > limits.values()) {
      throw MarshalException.value("more than " + limits.values() + " values");
    }
    boolean shared = (head & FLAG_REF) != 0;
    T value =
        switch (head & ~FLAG_REF) {
          case NULL -> null;
          case NONE -> factory.none();
          case TRUE -> factory.bool(true);
          case FALSE -> factory.bool(false);
          case ELLIPSIS -> factory.ellipsis();
          case STOP_ITERATION -> factory.stopIteration();
          case TUPLE -> tuple(size("tuple"), shared);
          case SMALL_TUPLE -> tuple(octet(), shared);
          case LIST -> list(shared);
          case DICT -> dict(shared);
          case SET -> set(shared);
          case FROZENSET -> frozenSet(shared);
          case CODE -> code(shared);
          case REF -> reference();
          default -> share(atom(head & ~FLAG_REF), shared);
        };
    depth--;
    return value;
  }

  private T atom(int type) throws MarshalException {
    return switch (type) {
      case INT -> factory.integer(int32());
      case INT64 -> factory.integer(int64());
      case LONG -> longInteger();
      case FLOAT -> factory.floating(floatText());
      case BINARY_FLOAT -> factory.floating(Double.longBitsToDouble(int64()));
      case COMPLEX -> factory.complex(floatText(), floatText());
      case BINARY_COMPLEX ->
          factory.complex(
              Double.longBitsToDouble(int64()), Double.longBitsToDouble(int64()));
      case BYTES -> factory.bytes(bytes(size("bytes object")));
      case UNICODE -> unicode(false);
      case INTERNED -> unicode(true);
      case ASCII -> ascii(size("string"), false);
      case ASCII_INTERNED -> ascii(size("string"), true);
      case SHORT_ASCII -> ascii(octet(), false);
      case SHORT_ASCII_INTERNED -> ascii(octet(), true);
      default -> throw MarshalException.value("unknown type code");
    };
  }

  // References

  private T share(T value, boolean shared) throws MarshalException {
    if (shared) {
      refer(value);
    }
    return value;
  }

  private int reserve(boolean shared) throws MarshalException {
    if (shared) {
      refer(RESERVED);
    }
    return references.size() - 1;
  }

  private void refer(Object value) throws MarshalException {
    if (references.size() >= limits.references()) {
      throw MarshalException.value("more than " + limits.references() + " references");
    }
    references.add(value);
  }

  private T fill(int index, T value, boolean shared) {
    if (shared) {
      references.set(index, value);
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private T reference() throws MarshalException {
    int index = int32();
    if (index < 0 || index >= references.size() || references.get(index) == RESERVED) {
      throw MarshalException.value("invalid reference");
    }
    return (T) references.get(index);
  }

  // Containers

  private T tuple(int size, boolean shared) throws MarshalException {
    int index = reserve(shared);
    return fill(index, factory.tuple(items(size, "tuple")), shared);
  }

  private List<T> items(int size, String where) throws MarshalException {
    List<T> items = new ArrayList<>(Math.min(size, end - at));
    for (int i = 0; i < size; i++) {
      items.add(required(object(), where));
    }
    return items;
  }

  private T list(boolean shared) throws MarshalException {
    return addAll(size("list"), "list", share(factory.newList(), shared));
  }

  private T set(boolean shared) throws MarshalException {
    return addAll(size("set"), "set", share(factory.newSet(), shared));
  }

  private T addAll(int size, String where, T container) throws MarshalException {
    for (int i = 0; i < size; i++) {
      factory.add(container, required(object(), where));
    }
    return container;
  }

  private T frozenSet(boolean shared) throws MarshalException {
    int size = size("set");
    int index = reserve(shared);
    return fill(index, factory.frozenSet(items(size, "set")), shared);
  }

  private T dict(boolean shared) throws MarshalException {
    T dict = share(factory.newDict(), shared);
    for (T key = object(); key != null; key = object()) {
      T value = object();
      if (value == null) {
        break;
      }
      factory.put(dict, key, value);
    }
    return dict;
  }

  private T code(boolean shared) throws MarshalException {
    int index = reserve(shared);
    var parts =
        new MarshalFactory.CodeParts<>(
            int32(),
            int32(),
            int32(),
            int32(),
            int32(),
            part(),
            part(),
            part(),
            part(),
            part(),
            part(),
            part(),
            part(),
            int32(),
            part(),
            part());
    return fill(index, factory.code(parts), shared);
  }

  private T part() throws MarshalException {
    return required(object(), "code object");
  }

  // Numbers

  private T longInteger() throws MarshalException {
    int count = int32();
    if (count == Integer.MIN_VALUE) {
      throw MarshalException.value("long size out of range");
    }
    int digits = Math.abs(count);
    if (digits <= 4) {
      long value = 0;
      for (int i = 0; i < digits; i++) {
        value |= (long) digit(i == digits - 1) << i * LONG_SHIFT;
      }
      return factory.integer(count < 0 ? -value : value);
    }
    return factory.integer(bigInteger(digits, count < 0));
  }

  /** Packs the digits into bytes, the least significant first, then turns the bytes round. */
  private BigInteger bigInteger(int digits, boolean negative) throws MarshalException {
    if (more == null && digits > (end - at) / 2) {
      checkDigits((end - at) / 2);
      throw tooShort();
    }
    byte[] magnitude = new byte[(int) (((long) digits * LONG_SHIFT + 7) / 8)];
    long window = 0;
    int bits = 0;
    int to = magnitude.length;
    for (int i = 0; i < digits; i++) {
      window |= (long) digit(i == digits - 1) << bits;
      for (bits += LONG_SHIFT; bits >= 8; bits -= 8) {
        magnitude[--to] = (byte) window;
        window >>>= 8;
      }
    }
    if (bits > 0) {
      magnitude[--to] = (byte) window;
    }
    return new BigInteger(negative ? -1 : 1, magnitude);
  }

  private void checkDigits(int count) throws MarshalException {
    for (int i = 0; i < count; i++) {
      digit(false);
    }
  }

  private int digit(boolean last) throws MarshalException {
    need(2);
    int digit = data[at] & 0xff | (data[at + 1] & 0xff) << 8;
    at += 2;
    if (digit >= 1 << LONG_SHIFT) {
      throw MarshalException.value("digit out of range in long");
    }
    if (last && digit == 0) {
      throw MarshalException.value("unnormalized long data");
    }
    return digit;
  }

  private double floatText() throws MarshalException {
    String text = new String(bytes(octet()), StandardCharsets.UTF_8);
    // CPython reads a C string.
    int nul = text.indexOf('\0');
    text = nul < 0 ? text : text.substring(0, nul);
    if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return special(text);
    }
    return Double.parseDouble(text);
  }

  private static double special(String text) throws MarshalException {
    String unsigned = text.replaceFirst("^[-+]", "").toLowerCase(java.util.Locale.ROOT);
    double value =
        switch (unsigned) {
          case "inf", "infinity" -> Double.POSITIVE_INFINITY;
          case "nan" -> Double.NaN;
          default ->
              throw new MarshalException(
                  MarshalException.Kind.VALUE,
                  "could not convert string to float: '" + text + "'");
        };
    return text.startsWith("-") ? -value : value;
  }

  // Strings

  private T ascii(int size, boolean interned) throws MarshalException {
    need(size);
    String text = new String(data, at, size, StandardCharsets.ISO_8859_1);
    at += size;
    return factory.ascii(text, interned);
  }

  private T unicode(boolean interned) throws MarshalException {
    int size = size("string");
    need(size);
    int from = at;
    at += size;
    for (int i = from; i < at; i++) {
      if (data[i] < 0) {
        return SurrogateUtf8.decode(data, from, at, factory, interned);
      }
    }
    return factory.ascii(new String(data, from, size, StandardCharsets.ISO_8859_1), interned);
  }

  // Bytes

  private int size(String what) throws MarshalException {
    int size = int32();
    if (size < 0) {
      throw MarshalException.value(what + " size out of range");
    }
    return size;
  }

  private byte[] bytes(int count) throws MarshalException {
    need(count);
    byte[] bytes = java.util.Arrays.copyOfRange(data, at, at + count);
    at += count;
    return bytes;
  }

  private int int32() throws MarshalException {
    need(4);
    int from = at;
    at += 4;
    return (data[from] & 0xff)
        | (data[from + 1] & 0xff) << 8
        | (data[from + 2] & 0xff) << 16
        | data[from + 3] << 24;
  }

  private long int64() throws MarshalException {
    need(8);
    long low = int32() & 0xffffffffL;
    return low | (long) int32() << 32;
  }

  private int octet() throws MarshalException {
    return octet("EOF read where not expected");
  }

  private int octet(String atEnd) throws MarshalException {
    if (at == end && more == null) {
      throw new MarshalException(MarshalException.Kind.EOF, atEnd);
    }
    need(1);
    return data[at++] & 0xff;
  }

  private void need(int count) throws MarshalException {
    if (end - at < count) {
      if (more == null) {
        throw tooShort();
      }
      supply(count);
    }
  }

  private void supply(int count) throws MarshalException {
    data = more.read(count);
    at = 0;
    end = data.length;
    if (end < count) {
      throw new MarshalException(MarshalException.Kind.EOF, "EOF read where not expected");
    }
  }

  private static MarshalException tooShort() {
    return new MarshalException(MarshalException.Kind.EOF, "marshal data too short");
  }
}

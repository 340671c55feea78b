package org.krait.stdlib.struct;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyException;

/** A format string, parsed: which fields there are and where they lie. */
final class StructFormat {
  /**
   * Fields of one kind, one after another.
   *
   * @param code the character of the format
   * @param offset of the first field
   * @param size of a field; for {@code s} and {@code p} the count
   * @param count how many fields; 1 for {@code s} and {@code p}
   */
  record Field(char code, int offset, int size, int count) {}

  private static final String NATIVE_ONLY = "nNP";

  private final String text;
  private int at;
  private boolean nativeSizes = true;
  private final List<Field> list = new ArrayList<>();

  /** The fields in their order, pad bytes left out. */
  final Field[] fields;

  final ByteOrder order;

  /** The bytes of all together. */
  final int size;

  /** The values of all together. */
  final int values;

  /**
   * Parses a format.
   *
   * @throws PyException struct.error
   */
  StructFormat(String text) {
    this.text = text;
    this.order = parseOrder();
    long end = 0;
    long count = 0;
    for (skipSpace(); at < text.length(); skipSpace()) {
      long repeat = repeat();
      char code = text.charAt(at++);
      int item = size(code);
      if (nativeSizes) {
        end = end + item - 1 & -item;
      }
      long bytes = item * repeat;
      if (repeat > Integer.MAX_VALUE || end + bytes > Integer.MAX_VALUE) {
        throw PyStruct.error("total struct size too long");
      }
      if (code == 's' || code == 'p') {
        list.add(new Field(code, (int) end, (int) repeat, 1));
        count++;
      } else if (code != 'x' && repeat > 0) {
        list.add(new Field(code, (int) end, item, (int) repeat));
        count += repeat;
      }
      end += bytes;
    }
    this.fields = list.toArray(Field[]::new);
    this.size = (int) end;
    this.values = (int) count;
  }

  private ByteOrder parseOrder() {
    if (text.indexOf('\0') >= 0) {
      throw PyStruct.error("embedded null character");
    }
    if (text.isEmpty() || "@=<>!".indexOf(text.charAt(0)) < 0) {
      return ByteOrder.nativeOrder();
    }
    char first = text.charAt(at++);
    nativeSizes = first == '@';
    return switch (first) {
      case '<' -> ByteOrder.LITTLE_ENDIAN;
      case '>', '!' -> ByteOrder.BIG_ENDIAN;
      default -> ByteOrder.nativeOrder();
    };
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || isControlSpace(text.charAt(at)))) {
      at++;
    }
  }

  private static boolean isControlSpace(char c) {
    return c >= '\t' && c <= '\r';
  }

  private long repeat() {
    if (!isDigit()) {
      return 1;
    }
    long count = 0;
    while (isDigit()) {
      count = Math.min(count * 10 + text.charAt(at++) - '0', 1L << 40);
    }
    if (at == text.length()) {
      throw PyStruct.error("repeat count given without format specifier");
    }
    return count;
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private int size(char code) {
    if (!nativeSizes && NATIVE_ONLY.indexOf(code) >= 0) {
      throw PyStruct.error("bad char in struct format");
    }
    return switch (code) {
      case 'x', 'c', 'b', 'B', '?', 's', 'p' -> 1;
      case 'h', 'H', 'e' -> 2;
      case 'i', 'I', 'f' -> 4;
      case 'l', 'L' -> nativeSizes ? 8 : 4;
      case 'q', 'Q', 'd', 'n', 'N', 'P' -> 8;
      default -> throw PyStruct.error("bad char in struct format");
    };
  }

  /** Whether floats are converted as C does it, where what is too large becomes infinite. */
  boolean isNative() {
    return nativeSizes;
  }
}

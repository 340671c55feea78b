package org.krait.stdlib.expat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** How the bytes of a document become characters. */
public final class XmlEncoding {
  public static final XmlEncoding UTF_8 = new XmlEncoding("UTF-8", StandardCharsets.UTF_8, null);
  static final XmlEncoding UTF_16LE = new XmlEncoding("UTF-16", StandardCharsets.UTF_16LE, null);
  static final XmlEncoding UTF_16BE = new XmlEncoding("UTF-16", StandardCharsets.UTF_16BE, null);
  static final XmlEncoding LATIN_1 =
      new XmlEncoding("ISO-8859-1", StandardCharsets.ISO_8859_1, null);
  static final XmlEncoding ASCII = new XmlEncoding("US-ASCII", StandardCharsets.US_ASCII, null);

  final String name;
  private final Charset charset;

  /** The characters of single bytes; U+FFFD where there is none. */
  private final char[] table;

  private XmlEncoding(String name, Charset charset, char[] table) {
    this.name = name;
    this.charset = charset;
    this.table = table;
  }

  /** One by its name: known, or by the characters that Python's codec gives; LookupError for none. */
  public static XmlEncoding named(String name) {
    XmlEncoding known = known(name);
    return known != null ? known : ofTable(name, table(name));
  }

  /** What the 256 bytes mean in an encoding of Python's. */
  public static char[] table(String name) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    PyObject decoded =
        Attributes.get(PyBytes.of(all), "decode").call(PyStr.of(name), PyStr.of("replace"));
    PyStr text = (PyStr) decoded;
    if (text.length() != all.length || text.units() == null) {
      throw Errors.valueError("multi-byte encodings are not supported");
    }
    return text.units().toCharArray();
  }

  /** Whether what markup is written with is where ASCII has it; Expat knows no other encodings. */
  static boolean hasMarkup(char[] table) {
    for (char c = 0; c < 0x80; c++) {
      if (table[c] != c && "$@\\^`{}~\u007f".indexOf(c) < 0 && (c >= ' ' || "\t\n\r".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  static XmlEncoding ofTable(String name, char[] table) {
    return new XmlEncoding(name, null, table);
  }

  /** One that the parser knows itself, or null. */
  static XmlEncoding known(String name) {
    return switch (name.toUpperCase(java.util.Locale.ROOT)) {
      case "UTF-8" -> UTF_8;
      case "UTF-16", "UTF-16BE" -> UTF_16BE;
      case "UTF-16LE" -> UTF_16LE;
      case "ISO-8859-1" -> LATIN_1;
      case "US-ASCII" -> ASCII;
      default -> null;
    };
  }

  boolean isWide() {
    return this == UTF_16LE || this == UTF_16BE;
  }

  /** How many bytes a char takes; half of a pair counts half. */
  int length(char c) {
    if (isWide()) {
      return 2;
    }
    if (this != UTF_8 || c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  /** What was decoded: text, how many bytes it was, and whether what follows can be no character. */
  record Decoded(String text, int used, boolean broken) {}

  Decoded decode(byte[] bytes, int from, int to) {
    if (table != null) {
      StringBuilder text = new StringBuilder();
      for (int i = from; i < to; i++) {
        char c = table[bytes[i] & 0xff];
        if (c == '\ufffd') {
          return new Decoded(text.toString(), i - from, true);
        }
        text.append(c);
      }
      return new Decoded(text.toString(), to - from, false);
    }
    java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(bytes, from, to - from);
    java.nio.CharBuffer out = java.nio.CharBuffer.allocate(to - from + 1);
    java.nio.charset.CoderResult result = charset.newDecoder().decode(in, out, false);
    return new Decoded(out.flip().toString(), in.position() - from, result.isError());
  }
}

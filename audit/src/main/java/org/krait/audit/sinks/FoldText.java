package org.krait.audit.sinks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.krait.constants.Constant;

/**
 * Computes strings of constant strings, as programs do that hide the names of what they call.
 *
 * <p>Every method gives null when the result is no constant, or more than {@link #MAX_LENGTH} long.
 */
final class FoldText {
  private static final int MAX_LENGTH = 1 << 16;

  private FoldText() {}

  private static Constant str(String text) {
    return text.length() > MAX_LENGTH ? null : Constant.Str.of(text);
  }

  static Constant add(Constant left, Constant right) {
    if (left instanceof Constant.Str a && right instanceof Constant.Str b) {
      return str(a.text() + b.text());
    }
    if (left instanceof Constant.Bytes a && right instanceof Constant.Bytes b) {
      return bytes(latin(a) + latin(b));
    }
    if (left instanceof Constant.Tuple a && right instanceof Constant.Tuple b) {
      List<Constant> items = new ArrayList<>(a.items());
      items.addAll(b.items());
      return items.size() > MAX_LENGTH ? null : new Constant.Tuple(items);
    }
    return null;
  }

  static Constant times(Constant left, Constant right) {
    if (left instanceof Constant.Str a && right instanceof Constant.Int n && n.value().bitLength() < 16) {
      int count = Math.max(0, n.value().intValue());
      return (long) count * a.text().length() > MAX_LENGTH ? null : str(a.text().repeat(count));
    }
    return null;
  }

  private static String latin(Constant.Bytes bytes) {
    return new String(bytes.value(), StandardCharsets.ISO_8859_1);
  }

  private static Constant bytes(String latin) {
    return latin.length() > MAX_LENGTH
        ? null
        : new Constant.Bytes(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** {@code value[index]}. */
  static Constant item(Constant value, Constant index) {
    if (!(index instanceof Constant.Int n) || n.value().bitLength() > 30) {
      return null;
    }
    int at = n.value().intValue();
    if (value instanceof Constant.Str s) {
      int length = s.text().length();
      int place = at < 0 ? at + length : at;
      return place >= 0 && place < length ? str(s.text().substring(place, place + 1)) : null;
    }
    if (value instanceof Constant.Tuple t) {
      int place = at < 0 ? at + t.items().size() : at;
      return place >= 0 && place < t.items().size() ? t.items().get(place) : null;
    }
    return null;
  }

  /** {@code value[lower:upper:step]}; a null part is missing. */
  static Constant slice(Constant value, Integer lower, Integer upper, Integer step) {
    String text =
        value instanceof Constant.Str s ? s.text() : value instanceof Constant.Bytes b ? latin(b) : null;
    int by = step == null ? 1 : step;
    if (text == null || by == 0) {
      return null;
    }
    int length = text.length();
    int from = bound(lower, length, by > 0 ? 0 : length - 1, by);
    int to = bound(upper, length, by > 0 ? length : -1, by);
    StringBuilder out = new StringBuilder();
    for (long i = from; by > 0 ? i < to : i > to; i += by) {
      if (i >= 0 && i < length) {
        out.append(text.charAt((int) i));
      }
    }
    return value instanceof Constant.Str ? str(out.toString()) : bytes(out.toString());
  }

  private static int bound(Integer given, int length, int missing, int step) {
    if (given == null) {
      return missing;
    }
    int place = given < 0 ? given + length : given;
    return Math.clamp(place, step > 0 ? 0 : -1, step > 0 ? length : length - 1);
  }

  /** A method of a constant string or bytes. */
  static Constant method(Constant value, String name, List<Constant> args) {
    if (value instanceof Constant.Bytes b) {
      if (name.equals("decode")) {
        return str(new String(b.value(), StandardCharsets.UTF_8));
      }
      return name.equals("hex") ? str(HexFormat.of().formatHex(b.value())) : null;
    }
    if (!(value instanceof Constant.Str s)) {
      return null;
    }
    String text = s.text();
    return switch (name) {
      case "lower", "casefold" -> str(text.toLowerCase(Locale.ROOT));
      case "upper" -> str(text.toUpperCase(Locale.ROOT));
      case "title", "capitalize" -> null;
      case "strip" -> args.isEmpty() ? str(text.strip()) : null;
      case "swapcase" -> str(swapCase(text));
      case "encode" -> new Constant.Bytes(text.getBytes(StandardCharsets.UTF_8));
      case "replace" ->
          args.size() == 2
                  && args.get(0) instanceof Constant.Str from
                  && args.get(1) instanceof Constant.Str to
                  && !from.text().isEmpty()
              ? str(text.replace(from.text(), to.text()))
              : null;
      case "join" -> args.size() == 1 ? join(text, args.getFirst()) : null;
      case "split" -> args.size() <= 1 ? split(text, args) : null;
      default -> null;
    };
  }

  private static String swapCase(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static Constant join(String separator, Constant items) {
    if (items instanceof Constant.Str s) {
      return str(String.join(separator, s.text().split("")));
    }
    if (!(items instanceof Constant.Tuple t)) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < t.items().size(); i++) {
      if (!(t.items().get(i) instanceof Constant.Str part)) {
        return null;
      }
      out.append(i > 0 ? separator : "").append(part.text());
      if (out.length() > MAX_LENGTH) {
        return null;
      }
    }
    return str(out.toString());
  }

  private static Constant split(String text, List<Constant> args) {
    String[] parts;
    if (args.isEmpty()) {
      parts = text.strip().split("\\s+");
    } else if (args.getFirst() instanceof Constant.Str s && !s.text().isEmpty()) {
      parts = text.split(java.util.regex.Pattern.quote(s.text()), -1);
    } else {
      return null;
    }
    List<Constant> items = new ArrayList<>();
    for (String part : parts) {
      items.add(Constant.Str.of(part));
    }
    return new Constant.Tuple(items);
  }

  /** A function of constants, by its dotted name. */
  static Constant call(String ref, List<Constant> args) {
    if (args.isEmpty()) {
      return null;
    }
    Constant first = args.getFirst();
    return switch (ref) {
      case "builtins.chr" ->
          first instanceof Constant.Int n && n.value().bitLength() < 21
              ? str(Character.toString(n.value().intValue()))
              : null;
      case "builtins.str", "re.compile" -> first instanceof Constant.Str ? first : null;
      case "builtins.bytes", "builtins.bytearray" ->
          first instanceof Constant.Tuple t ? fromNumbers(t) : first instanceof Constant.Bytes ? first : null;
      case "builtins.bytes.fromhex", "binascii.unhexlify", "binascii.a2b_hex" -> fromHex(first);
      case "builtins.list", "builtins.tuple" -> first instanceof Constant.Tuple ? first : null;
      case "builtins.reversed" ->
          first instanceof Constant.Tuple t ? new Constant.Tuple(t.items().reversed()) : slice(first, null, null, -1);
      case "base64.b64decode", "base64.standard_b64decode", "binascii.a2b_base64" -> fromBase64(first);
      case "codecs.decode" ->
          args.size() == 2
                  && first instanceof Constant.Str s
                  && args.get(1) instanceof Constant.Str how
                  && how.text().replace("_", "").replace("-", "").equals("rot13")
              ? str(rot13(s.text()))
              : null;
      default -> null;
    };
  }

  private static Constant fromNumbers(Constant.Tuple numbers) {
    StringBuilder out = new StringBuilder();
    for (Constant item : numbers.items()) {
      if (!(item instanceof Constant.Int n) || n.value().bitLength() > 8 || n.value().signum() < 0) {
        return null;
      }
      out.append((char) n.value().intValue());
    }
    return bytes(out.toString());
  }

  private static String ascii(Constant value) {
    return value instanceof Constant.Str s ? s.text() : value instanceof Constant.Bytes b ? latin(b) : "?";
  }

  private static Constant fromHex(Constant value) {
    try {
      return new Constant.Bytes(HexFormat.of().parseHex(ascii(value).replace(" ", "")));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Constant fromBase64(Constant value) {
    try {
      return new Constant.Bytes(Base64.getMimeDecoder().decode(ascii(value)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String rot13(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c >= 'a' && c <= 'z') {
        out.append((char) ('a' + (c - 'a' + 13) % 26));
      } else if (c >= 'A' && c <= 'Z') {
        out.append((char) ('A' + (c - 'A' + 13) % 26));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

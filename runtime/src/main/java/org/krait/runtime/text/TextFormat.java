package org.krait.runtime.text;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code str.format}: fills the replacement fields of a text. */
public final class TextFormat {
  private static final int DEPTH = 2;
  private static final int UNDECIDED = -1;
  private static final int MANUAL = -2;

  /** Positional arguments, or null for {@code format_map}. */
  private final PyObject[] args;

  private final PyObject keywords;

  /** The number of the next field without one, or {@link #UNDECIDED}, or {@link #MANUAL}. */
  private int automatic = UNDECIDED;

  private TextFormat(PyObject[] args, PyObject keywords) {
    this.args = args;
    this.keywords = keywords;
  }

  /**
   * Formats.
   *
   * @param args positional arguments, or null where fields must be named
   * @param keywords a mapping with the named ones
   */
  public static PyStr format(PyStr format, PyObject[] args, PyObject keywords) {
    return new TextFormat(args, keywords).build(format, DEPTH);
  }

  private PyStr build(PyStr format, int depth) {
    if (depth <= 0) {
      throw Errors.valueError("Max string recursion exceeded");
    }
    FormatPieces.Piece[] pieces = FormatPieces.of(format);
    PyStrBuilder result = new PyStrBuilder(format.length() + 16);
    if (pieces != null) {
      for (FormatPieces.Piece piece : pieces) {
        result.append(piece.literal());
        if (piece.name() != null) {
          result.append(field(piece, depth));
        }
      }
      return result.toPyStr();
    }
    FormatMarkup markup = new FormatMarkup(format);
    while (markup.next()) {
      result.append(markup.literal());
      if (markup.hasField()) {
        result.append(field(markup, depth));
      }
    }
    return result.toPyStr();
  }

  private PyStr field(FormatPieces.Piece piece, int depth) {
    PyObject value =
        piece.isSimple() ? first(piece.first(), piece.number()) : value(piece.name());
    value = convert(value, piece.conversion());
    return Objects.format(value, piece.isNested() ? build(piece.spec(), depth - 1) : piece.spec());
  }

  private PyStr field(FormatMarkup markup, int depth) {
    PyObject value = convert(value(markup.name()), markup.conversion());
    PyStr spec = markup.isNested() ? build(markup.spec(), depth - 1) : markup.spec();
    return Objects.format(value, spec);
  }

  /** The value with {@code !r}, {@code !s} or {@code !a} applied. */
  private static PyObject convert(PyObject value, int conversion) {
    return switch (conversion) {
      case 0 -> value;
      case 'r' -> Objects.repr(value);
      case 's' -> Objects.str(value);
      case 'a' -> Objects.ascii(value);
      default ->
          throw Errors.valueError(
              "Unknown conversion specifier %s",
              conversion > 32 && conversion < 127
                  ? Character.toString(conversion)
                  : "\\x" + Integer.toHexString(conversion));
    };
  }

  private PyObject value(PyStr text) {
    FieldName name = new FieldName(text);
    PyObject value = first(name.first());
    while (name.next()) {
      value = name.isAttribute() ? Attributes.get(value, name.part()) : item(value, name.part());
    }
    return value;
  }

  private static PyObject item(PyObject value, PyStr key) {
    int number = FieldName.number(key);
    return value.type().slots.getitem(value, number >= 0 ? PyLong.of(number) : key);
  }

  private PyObject first(PyStr name) {
    return first(name, FieldName.number(name));
  }

  private PyObject first(PyStr name, int given) {
    int number = given;
    if (name.length() == 0 || number >= 0) {
      number = numbered(number);
    }
    if (number < 0) {
      return keywords.type().slots.getitem(keywords, name);
    }
    if (args == null) {
      throw Errors.valueError("Format string contains positional fields");
    }
    if (number >= args.length) {
      throw Errors.indexError(
          "Replacement index %d out of range for positional args tuple", number);
    }
    return args[number];
  }

  /** Keeps fields with and without numbers apart; returns the number of this one. */
  private int numbered(int number) {
    if (number < 0) {
      if (automatic == MANUAL) {
        throw Errors.valueError(
            "cannot switch from manual field specification to automatic field numbering");
      }
      return automatic = automatic == UNDECIDED ? 0 : automatic + 1;
    }
    if (automatic >= 0) {
      throw Errors.valueError(
          "cannot switch from automatic field numbering to manual field specification");
    }
    automatic = MANUAL;
    return number;
  }
}

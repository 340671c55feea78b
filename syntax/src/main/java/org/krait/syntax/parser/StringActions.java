package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;

/** Makes nodes of string literals and of the parts of f-strings. */
final class StringActions {
  private static final Constant.Str EMPTY = Constant.Str.EMPTY;

  private final TreeActions parser;
  private final byte[] source;
  private final TokenList tokens;
  private final StringDecoder decoder;

  StringActions(TreeActions parser) {
    this.parser = parser;
    this.source = parser.session.source;
    this.tokens = parser.tokens;
    this.decoder = new StringDecoder(parser);
  }

  /** A literal that is no f-string. */
  Expr literal(int token) {
    int at = tokens.start[token];
    int end = tokens.end[token];
    boolean raw = false;
    boolean bytes = false;
    boolean unicode = false;
    while (source[at] != '\'' && source[at] != '"') {
      unicode |= source[at] == 'u'; // An upper-case one leaves no trace.
      raw |= (source[at] | 0x20) == 'r';
      bytes |= (source[at++] | 0x20) == 'b';
    }
    int quotes =
        end - at >= 6 && source[at + 1] == source[at] && source[at + 2] == source[at] ? 3 : 1;
    at += quotes;
    end -= quotes;
    Constant value =
        bytes ? decoder.bytes(token, at, end, raw) : decoder.text(token, at, end, raw);
    return new Expr.Constant(value, unicode ? "u" : null, parser.place(token));
  }

  /** The text between fields of an f-string, not yet decoded. */
  Expr fstringText(int token) {
    return new Expr.Constant(raw(tokens.start[token], tokens.end[token]), null, parser.place(token));
  }

  /** The text between fields of a format. */
  Expr decodedText(int token) {
    Constant value = decoder.format(token, tokens.start[token], tokens.end[token]);
    return new Expr.Constant(value, null, parser.place(token));
  }

  private Constant.Str raw(int start, int end) {
    Utf8.Fault fault = Utf8.fault(source, start, end);
    if (fault != null) {
      throw new SyntaxDiagnostic(
          fault.message(),
          new SyntaxDiagnostic.Undecodable(
              "utf-8",
              java.util.Arrays.copyOfRange(source, start, end),
              fault.start(),
              fault.end(),
              fault.reason()));
    }
    return Constant.Str.of(new String(source, start, end - start, StandardCharsets.UTF_8));
  }

  /** An f-string of its parts. */
  Expr joined(int start, List<Expr> parts, int end) {
    boolean raw = false;
    for (int i = tokens.start[start]; i < tokens.end[start]; i++) {
      raw |= (source[i] | 0x20) == 'r';
    }
    List<Expr> values = new ArrayList<>();
    for (Expr part : parts) {
      if (part instanceof Expr.JoinedStr field) {
        for (Expr inner : field.values()) {
          addPart(inner, raw, end, values);
        }
      } else {
        addPart(part, raw, end, values);
      }
    }
    Location from = parser.place(start);
    Location to = parser.place(end);
    return new Expr.JoinedStr(
        List.copyOf(values),
        new Location(from.line(), from.column(), to.endLine(), to.endColumn()));
  }

  private void addPart(Expr part, boolean raw, int end, List<Expr> values) {
    if (!(part instanceof Expr.Constant constant)) {
      values.add(part);
      return;
    }
    Constant.Str text = (Constant.Str) constant.value();
    if (!raw && text.text().indexOf('\\') >= 0) {
      text = decoder.text(end, text.text());
    }
    if (!text.equals(EMPTY)) {
      values.add(new Expr.Constant(text, null, constant.location()));
    }
  }

  /** Literals that stand side by side. */
  Expr concatenate(List<Expr> parts, Location location) {
    if (parts.size() == 1 && parts.get(0) instanceof Expr.Constant) {
      return parts.get(0);
    }
    long bytes = parts.stream().filter(StringActions::isBytes).count();
    if (bytes > 0 && bytes < parts.size()) {
      return parser.error("cannot mix bytes and nonbytes literals");
    }
    return bytes > 0 ? joinBytes(parts, location) : joinText(parts, location);
  }

  private static boolean isBytes(Expr part) {
    return part instanceof Expr.Constant c && c.value() instanceof Constant.Bytes;
  }

  private static Expr joinBytes(List<Expr> parts, Location location) {
    var all = new java.io.ByteArrayOutputStream();
    for (Expr part : parts) {
      all.writeBytes(((Constant.Bytes) ((Expr.Constant) part).value()).value());
    }
    return new Expr.Constant(
        new Constant.Bytes(all.toByteArray()), ((Expr.Constant) parts.get(0)).kind(), location);
  }

  private static Expr joinText(List<Expr> parts, Location location) {
    boolean fstring = false;
    List<Expr> flat = new ArrayList<>();
    for (Expr part : parts) {
      if (part instanceof Expr.JoinedStr joined) {
        fstring = true;
        flat.addAll(joined.values());
      } else {
        fstring |= part instanceof Expr.FormattedValue;
        flat.add(part);
      }
    }
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < flat.size(); ) {
      if (!(flat.get(i) instanceof Expr.Constant first)) {
        values.add(flat.get(i++));
        continue;
      }
      int end = i + 1;
      while (end < flat.size() && flat.get(end) instanceof Expr.Constant) {
        end++;
      }
      Expr.Constant text = end == i + 1 ? first : joinConstants(flat.subList(i, end));
      if (!fstring || !text.value().equals(EMPTY)) {
        values.add(text);
      }
      i = end;
    }
    return fstring ? new Expr.JoinedStr(List.copyOf(values), location) : values.get(0);
  }

  private static Expr.Constant joinConstants(List<Expr> parts) {
    Expr.Constant first = (Expr.Constant) parts.get(0);
    Location from = first.location();
    Location to = parts.getLast().location();
    return new Expr.Constant(
        joinValues(parts),
        first.kind(),
        new Location(from.line(), from.column(), to.endLine(), to.endColumn()));
  }

  private static Constant.Str joinValues(List<Expr> parts) {
    List<Constant.Str> texts =
        parts.stream().map(p -> (Constant.Str) ((Expr.Constant) p).value()).toList();
    if (texts.stream().allMatch(Constant.Str::isExact) && !endsInSurrogate(texts)) {
      StringBuilder all = new StringBuilder();
      texts.forEach(t -> all.append(t.text()));
      return Constant.Str.of(all.toString());
    }
    return Constant.Str.ofCodePoints(
        texts.stream().flatMapToInt(t -> java.util.Arrays.stream(t.codePoints())).toArray());
  }

  /** True when a text's last surrogate could join the next text's first. */
  private static boolean endsInSurrogate(List<Constant.Str> texts) {
    return texts.stream()
        .map(Constant.Str::text)
        .anyMatch(t -> !t.isEmpty() && Character.isHighSurrogate(t.charAt(t.length() - 1)));
  }

  /** The conversion of a field; {@code !} and letter must touch. */
  Integer conversion(int mark, int name) {
    if (tokens.line[mark] != tokens.line[name]
        || tokens.endColumn[mark] != tokens.column[name]) {
      return parser.errorRange(
          mark, name, "f-string: conversion type must come right after the exclamanation mark");
    }
    return name;
  }

  /** A format; the lexer ends it with a text that may be empty. */
  Expr formatSpec(List<Expr> parts, Location location) {
    boolean empty =
        parts.size() == 1 && parts.get(0) instanceof Expr.Constant c && c.value().equals(EMPTY);
    return new Expr.JoinedStr(empty ? List.of() : parts, location);
  }

  Expr formatted(
      int open,
      Expr value,
      int debug,
      Integer conversion,
      Pairs.FormatSpec format,
      int close,
      Location at) {
    int letter = -1;
    if (conversion != null) {
      letter = conversionLetter(conversion);
    } else if (debug >= 0 && format == null) {
      letter = 'r';
    }
    Expr.FormattedValue field =
        new Expr.FormattedValue(value, letter, format == null ? null : format.format(), at);
    if (debug < 0) {
      return field;
    }
    int textEnd;
    int endLine = at.endLine();
    int endColumn = at.endColumn();
    if (conversion != null) {
      textEnd = conversion - 1;
      endLine = tokens.line[conversion];
      endColumn = tokens.column[conversion];
    } else if (format != null) {
      textEnd = format.colon();
      endLine = format.format().location().line();
      endColumn = format.format().location().column() + 1;
    } else {
      textEnd = close;
    }
    if (isInFormat(open)) {
      parser.withoutPlace(Kind.VALUE_ERROR, "field 'value' is required for Constant");
    }
    Constant.Str text = withoutComments(tokens.end[open], tokens.start[textEnd]);
    Location textAt = new Location(at.line(), at.column() + 1, endLine, endColumn - 1);
    Location all = new Location(at.line(), at.column(), endLine, endColumn);
    return new Expr.JoinedStr(
        List.of(new Expr.Constant(text, null, textAt), field), all);
  }

  /** True for a field within another field's format: CPython 3.12.1 has lost its text. */
  private boolean isInFormat(int open) {
    int depth = 0;
    for (int i = open - 1; i >= 0 && depth >= 0; i--) {
      switch (tokens.kind[i]) {
        case Tokens.FSTRING_END -> depth++;
        case Tokens.FSTRING_START -> depth--;
        case Tokens.RBRACE -> depth++;
        case Tokens.LBRACE -> {
          if (depth-- == 0) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private int conversionLetter(int token) {
    String name = parser.id(token);
    if (name.length() > 1 || "sra".indexOf(name.charAt(0)) < 0) {
      parser.errorAt(
          token,
          "f-string: invalid conversion character '" + name + "': expected 's', 'r', or 'a'");
    }
    return name.charAt(0);
  }

  /** The source of a debugging field, up to comments. */
  private Constant.Str withoutComments(int start, int end) {
    String text = new String(source, start, end - start, StandardCharsets.UTF_8);
    return Constant.Str.of(text.replaceAll("#[^\\n]*", ""));
  }
}

package org.krait.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SyntaxDiagnostic.Kind;

/** Decodes the bytes of a source file (PEP 263). */
public final class SourceDecoder {
  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");
  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:[#\\r\\n]|$)");

  private SourceDecoder() {}

  /**
   * The source in UTF-8. Bytes that declare no encoding are taken as they are: the lexer refuses
   * what is no UTF-8 where it matters.
   *
   * @throws SyntaxDiagnostic when the declared encoding is unknown or does not fit
   */
  static SourceText decode(byte[] file, ParseOptions options) {
    boolean endLine = options.mode() == Mode.EXEC;
    int start = isMarked(file) ? 3 : 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == 0) {
        throw new SyntaxDiagnostic(
            Kind.SYNTAX_ERROR, "source code string cannot contain null bytes");
      }
    }
    String declared = declaredEncoding(file, start);
    if (declared != null && start > 0 && !declared.equals("utf-8")) {
      throw problem("encoding problem: " + declared + " with BOM");
    }
    if (declared == null || declared.equals("utf-8")) {
      return SourceText.ofUtf8(file, start, endLine, declared != null || start > 0 ? "utf-8" : null);
    }
    byte[] utf8 = translate(file, declared);
    return SourceText.ofUtf8(utf8, 0, endLine, declared);
  }

  /**
   * Checks the bytes of a program that is run as CPython's reader of files does, line by line: in
   * other words, and without a place where those of {@link #decode} have one.
   *
   * @param name the file, for messages
   * @throws SyntaxDiagnostic when they cannot be decoded
   */
  public static void checkProgram(byte[] file, String name) {
    int start = isMarked(file) ? 3 : 0;
    String declared = declaredEncoding(file, start);
    boolean utf8 = declared == null && start == 0;
    int line = 1;
    for (int at = start; at < file.length; line++) {
      int end = lineEnd(file, at);
      for (int i = at; i < end; i++) {
        if (file[i] == 0) {
          throw new SyntaxDiagnostic(
              SyntaxDiagnostic.Origin.LEXER,
              Kind.SYNTAX_ERROR,
              "source code cannot contain null bytes",
              line,
              0,
              line,
              -1,
              new String(file, at, i - at, StandardCharsets.UTF_8));
        }
      }
      org.krait.syntax.parser.Utf8.Fault fault =
          utf8 ? org.krait.syntax.parser.Utf8.fault(file, at, end) : null;
      if (fault != null) {
        throw new SyntaxDiagnostic(
            Kind.SYNTAX_ERROR,
            ("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding"
                    + " declared; see https://peps.python.org/pep-0263/ for details")
                .formatted(fault.firstByte(), name, line));
      }
      at = end + (end + 1 < file.length && file[end] == '\r' && file[end + 1] == '\n' ? 2 : 1);
    }
    if (declared != null && !declared.equals("utf-8")) {
      checkDeclared(file, start, declared);
    }
  }

  private static void checkDeclared(byte[] file, int start, String declared) {
    if (start > 0) {
      throw new SyntaxDiagnostic(
          Kind.SYNTAX_ERROR, "encoding problem: " + declared + " with BOM");
    }
    try {
      translate(file, declared);
    } catch (SyntaxDiagnostic e) {
      throw new SyntaxDiagnostic(Kind.SYNTAX_ERROR, "encoding problem: " + declared);
    }
  }

  /** A file in the encoding that it declares, or UTF-8; what does not fit is replaced. */
  public static String decodeLeniently(byte[] file) {
    int start = isMarked(file) ? 3 : 0;
    String declared = declaredEncoding(file, start);
    Charset charset =
        declared == null || declared.equals("utf-8") ? null : Encodings.find(declared);
    return new String(
        file, start, file.length - start, charset == null ? StandardCharsets.UTF_8 : charset);
  }

  /** A line of a file in an encoding; null when it is not in that encoding. */
  public static String decodeLine(byte[] line, int length, String encoding) {
    Charset charset = encoding.equals("utf-8") ? StandardCharsets.UTF_8 : Encodings.find(encoding);
    try {
      return charset == null
          ? null
          : charset.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isMarked(byte[] file) {
    return file.length >= 3
        && file[0] == (byte) 0xEF
        && file[1] == (byte) 0xBB
        && file[2] == (byte) 0xBF;
  }

  /** An error of decoding: it has no line. */
  private static SyntaxDiagnostic problem(String message) {
    return new SyntaxDiagnostic(
        SyntaxDiagnostic.Origin.DECODER, Kind.SYNTAX_ERROR, message, 0, -1, 0, 0, null);
  }

  /** The encoding that a comment in the first two lines names, or null. */
  private static String declaredEncoding(byte[] file, int start) {
    int end = lineEnd(file, start);
    String first = line(file, start, end);
    Matcher matcher = COOKIE.matcher(first);
    if (matcher.find()) {
      return normalName(matcher.group(1));
    }
    if (end == file.length || !BLANK.matcher(first).find()) {
      return null;
    }
    int secondStart = end + (file[end] == '\r' && end + 1 < file.length && file[end + 1] == '\n' ? 2 : 1);
    matcher = COOKIE.matcher(line(file, secondStart, lineEnd(file, secondStart)));
    return matcher.find() ? normalName(matcher.group(1)) : null;
  }

  private static int lineEnd(byte[] file, int at) {
    while (at < file.length && file[at] != '\n' && file[at] != '\r') {
      at++;
    }
    return at;
  }

  private static String line(byte[] file, int start, int end) {
    return new String(file, start, Math.max(0, end - start), StandardCharsets.ISO_8859_1);
  }

  /** One name each for the spellings of UTF-8 and Latin-1 that CPython itself knows. */
  private static String normalName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    plain = plain.substring(0, Math.min(12, plain.length()));
    if (plain.equals("utf-8") || plain.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (plain.equals(latin) || plain.startsWith(latin + "-")) {
        return "iso-8859-1";
      }
    }
    return name;
  }

  private static byte[] translate(byte[] file, String encoding) {
    Charset charset = Encodings.find(encoding);
    if (charset == null) {
      throw problem("unknown encoding: " + encoding);
    }
    CharBuffer text = CharBuffer.allocate(file.length * 2 + 1);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      throw problem(message(charset, encoding, file, bytes.position(), result.length()));
    }
    decoder.flush(text);
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(text.flip());
      byte[] array = new byte[utf8.remaining()];
      utf8.get(array);
      return array;
    } catch (CharacterCodingException e) {
      throw problem("encoding problem: " + encoding);
    }
  }

  private static String message(
      Charset charset, String encoding, byte[] file, int at, int length) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return org.krait.syntax.parser.Utf8.fault(file, 0, file.length).message();
    }
    String name = encoding.toLowerCase(Locale.ROOT).replace('-', '_');
    if (charset.equals(StandardCharsets.US_ASCII)) {
      return "'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)"
          .formatted(file[at] & 0xFF, at);
    }
    return length == 1 && charset.newEncoder().maxBytesPerChar() <= 1
        ? "'charmap' codec can't decode byte 0x%02x in position %d: character maps to <undefined>"
            .formatted(file[at] & 0xFF, at)
        : "'%s' codec can't decode byte 0x%02x in position %d: illegal multibyte sequence"
            .formatted(name, file[at] & 0xFF, at);
  }
}

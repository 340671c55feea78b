package org.krait.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.krait.syntax.ParseOptions.Mode;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.parser.Utf8;

/** Decodes the bytes of a source file (PEP 263). */
public final class SourceDecoder {
  private static final byte[] CODING = {'c', 'o', 'd', 'i', 'n', 'g'};

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
      Utf8.Fault fault = utf8 ? Utf8.fault(file, at, end) : null;
      if (fault != null) {
        throw new SyntaxDiagnostic(
            Kind.SYNTAX_ERROR,
            "Non-UTF-8 code starting with '\\x"
                + Utf8.hex(fault.firstByte())
                + "' in file "
                + name
                + " on line "
                + line
                + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details");
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
    int comment = behindSpace(file, start, end);
    if (comment < end && file[comment] != '#') {
      return null;
    }
    String name = namedEncoding(file, comment, end);
    if (name == null && end < file.length) {
      int second = end + (file[end] == '\r' && end + 1 < file.length && file[end + 1] == '\n' ? 2 : 1);
      int secondEnd = lineEnd(file, second);
      name = namedEncoding(file, behindSpace(file, second, secondEnd), secondEnd);
    }
    return name == null ? null : normalName(name);
  }

  private static int behindSpace(byte[] file, int at, int end) {
    while (at < end && (file[at] == ' ' || file[at] == '\t' || file[at] == '\f')) {
      at++;
    }
    return at;
  }

  /**
   * What stands behind the first {@code coding:} or {@code coding=} of a comment that a name follows; null when
   * there is none. (By hand: patterns of the JDK are a hundred classes that small programs have no other use for.)
   */
  private static String namedEncoding(byte[] file, int comment, int end) {
    if (comment >= end || file[comment] != '#') {
      return null;
    }
    for (int at = comment + 1; at + CODING.length < end; at++) {
      int sign = at + CODING.length;
      if (Arrays.equals(file, at, sign, CODING, 0, CODING.length) && (file[sign] == ':' || file[sign] == '=')) {
        int start = sign + 1;
        while (start < end && (file[start] == ' ' || file[start] == '\t')) {
          start++;
        }
        int nameEnd = start;
        while (nameEnd < end && isOfName(file[nameEnd])) {
          nameEnd++;
        }
        if (nameEnd > start) {
          return new String(file, start, nameEnd - start, StandardCharsets.ISO_8859_1);
        }
      }
    }
    return null;
  }

  private static boolean isOfName(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
  }

  private static int lineEnd(byte[] file, int at) {
    while (at < file.length && file[at] != '\n' && file[at] != '\r') {
      at++;
    }
    return at;
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
      return Utf8.fault(file, 0, file.length).message();
    }
    String name = encoding.toLowerCase(Locale.ROOT).replace('-', '_');
    if (charset.equals(StandardCharsets.US_ASCII)) {
      return "'ascii' codec can't decode " + where(file, at) + "ordinal not in range(128)";
    }
    return length == 1 && charset.newEncoder().maxBytesPerChar() <= 1
        ? "'charmap' codec can't decode " + where(file, at) + "character maps to <undefined>"
        : "'" + name + "' codec can't decode " + where(file, at) + "illegal multibyte sequence";
  }

  private static String where(byte[] file, int at) {
    return "byte 0x" + Utf8.hex(file[at]) + " in position " + at + ": ";
  }
}

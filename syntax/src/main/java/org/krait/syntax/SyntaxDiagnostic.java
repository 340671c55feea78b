package org.krait.syntax;

/**
 * What is wrong with a source, in CPython's words and at CPython's place.
 *
 * <p>Lines count from 1. Offsets count characters from 1; 0 and -1 are as CPython gives them where
 * it knows no place; an end line of 0 stands for None as {@code end_lineno} and {@code end_offset}.
 * {@code text} is the source line, or null.
 */
public final class SyntaxDiagnostic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Which Python exception the diagnostic is. */
  public enum Kind {
    SYNTAX_ERROR("SyntaxError"),
    INDENTATION_ERROR("IndentationError"),
    TAB_ERROR("TabError"),
    MEMORY_ERROR("MemoryError"),
    RECURSION_ERROR("RecursionError"),
    VALUE_ERROR("ValueError"),
    UNICODE_ERROR("UnicodeDecodeError"),
    OVERFLOW_ERROR("OverflowError"),
    RUNTIME_ERROR("RuntimeError"),
    SYSTEM_ERROR("SystemError");

    private final String pythonName;

    Kind(String pythonName) {
      this.pythonName = pythonName;
    }

    /** The name of the Python exception class. */
    public String pythonName() {
      return pythonName;
    }

    /** True for {@code SyntaxError} and its subclasses: those with a place. */
    public boolean isSyntaxError() {
      return this == SYNTAX_ERROR || this == INDENTATION_ERROR || this == TAB_ERROR;
    }
  }

  /** Who found it; Python's exception object differs by that. */
  public enum Origin {
    /** The decoder of the source. */
    DECODER,
    /** The lexer, which shows the line that it reads. */
    LEXER,
    /** The parser, which shows the line of the file, when there is one, or what it reads. */
    PARSER,
    /** Code generation, which shows the line of the file. */
    COMPILER,
    /** What declarations and future imports say; the place is not among the exception's arguments. */
    SCOPES
  }

  private final Kind kind;
  private final Origin origin;
  private final int line;
  private final int offset;
  private final int endLine;
  private final int endOffset;
  private final String text;
  private String encoding;
  private Undecodable undecodable;
  private boolean isOfTokenizer;

  /** What a {@code UnicodeDecodeError} holds. */
  public record Undecodable(String encoding, byte[] bytes, int start, int end, String reason) {}

  public SyntaxDiagnostic(
      Kind kind, String message, int line, int offset, int endLine, int endOffset, String text) {
    this(Origin.PARSER, kind, message, line, offset, endLine, endOffset, text);
  }

  public SyntaxDiagnostic(
      Origin origin,
      Kind kind,
      String message,
      int line,
      int offset,
      int endLine,
      int endOffset,
      String text) {
    super(message, null, false, false);
    this.origin = origin;
    this.kind = kind;
    this.line = line;
    this.offset = offset;
    this.endLine = endLine;
    this.endOffset = endOffset;
    this.text = text;
  }

  /** What becomes of a source that is nested too deeply for the parser. */
  public static SyntaxDiagnostic tooComplex() {
    return new SyntaxDiagnostic(
        Kind.MEMORY_ERROR, "Parser stack overflowed - Python source too complex to parse");
  }

  /** A diagnostic without a place. */
  public SyntaxDiagnostic(Kind kind, String message) {
    this(kind, message, 0, 0, 0, 0, null);
  }

  /** A {@code UnicodeDecodeError}. */
  public SyntaxDiagnostic(String message, Undecodable undecodable) {
    this(Kind.UNICODE_ERROR, message);
    this.undecodable = undecodable;
  }

  /** Notes the encoding of the source, null when that is not known. */
  public SyntaxDiagnostic inEncoding(String name) {
    encoding = name;
    return this;
  }

  /** The encoding of the source, if it is known and the error has a place; else null. */
  public String encoding() {
    return encoding;
  }

  /** Whether it has no end because the {@code tokenize} module says none. */
  public boolean isFromTokens() {
    return endLine == 0 && line > 0 && isOfTokenizer;
  }

  /** Notes that the {@code tokenize} module says so. */
  public SyntaxDiagnostic ofTokenizer() {
    isOfTokenizer = true;
    return this;
  }

  /** What a {@code UnicodeDecodeError} holds, for one that the lexer met; else null. */
  public Undecodable undecodable() {
    return undecodable;
  }

  /** The same with a source line, for who knows where to find one. */
  public SyntaxDiagnostic withText(String line) {
    return new SyntaxDiagnostic(
            origin, kind, getMessage(), this.line, offset, endLine, endOffset, line)
        .inEncoding(encoding);
  }

  public Origin origin() {
    return origin;
  }

  public Kind kind() {
    return kind;
  }

  public int line() {
    return line;
  }

  public int offset() {
    return offset;
  }

  public int endLine() {
    return endLine;
  }

  public int endOffset() {
    return endOffset;
  }

  public String text() {
    return text;
  }
}

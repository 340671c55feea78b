package org.krait.syntax.parser;

import static org.krait.syntax.parser.Tokens.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.SyntaxDiagnostic.Kind;

/**
 * Makes tokens of UTF-8 text, one at each call of {@link #next}, in the manner of CPython's: with
 * the same tokens, the same errors and, after each token, the same state that error messages
 * depend on (current position and line, open brackets).
 *
 * <p>Numbers and strings are read by {@link NumberLexer} and {@link StringLexer}, which share this
 * class's cursor. The text needs a zero byte behind its end.
 */
final class Lexer {
  static final int EOF = -1;
  private static final int MAX_INDENTS = 100;
  private static final int MAX_BRACKETS = 200;
  private static final int TAB_SIZE = 8;

  /** Why an {@code ERRORTOKEN} was made. */
  enum Trouble {
    NONE,
    END_OF_FILE,
    DEDENT,
    TABS,
    TOO_DEEP,
    LINE_CONTINUATION,
    DECODING,
    REPORTED
  }

  // The source and the cursor, named as in the manner of the rest: cur is the next byte, lineEnd
  // the end of the line that was read last.
  final byte[] source;
  final int limit;
  int cur;
  int lineEnd;
  int lineStart;
  int line;

  /** Where the text begins that an error at the current line shows. */
  int bufferStart;

  /** Where the token being read begins; -1 between tokens. */
  int start = -1;

  /** The line and its offset where a string began. */
  int firstLine;

  int multiLineStart;

  Trouble trouble = Trouble.NONE;
  boolean atEnd;

  // The token made last.
  int kind;
  int tokenStart;
  int tokenEnd;
  int tokenLine;
  int tokenColumn;
  int tokenEndLine;
  int tokenEndColumn;
  int tokenName;

  final LexerOptions options;
  final NamePool names;
  private final WarningSink warnings;

  private boolean atLineStart = true;
  private int pendingIndents;
  private int indent;
  private final int[] indents = new int[MAX_INDENTS];
  private final int[] tabIndents = new int[MAX_INDENTS];

  int level;
  final byte[] brackets = new byte[MAX_BRACKETS];
  final int[] bracketLines = new int[MAX_BRACKETS];
  final int[] bracketColumns = new int[MAX_BRACKETS];

  private boolean blankLine;
  private boolean commentNewline;

  /** True from {@code async def} to the end of the function, where that matters. */
  private boolean inAsync;

  private boolean asyncHeadEnded;
  private int asyncIndent;

  /** True when a string lacks its end and the source ends: more could complete it. */
  boolean openString;
  final List<FStringMode> fstrings = new ArrayList<>();
  private final NumberLexer numbers = new NumberLexer(this);
  private final StringLexer strings = new StringLexer(this);

  /** Where the lexer sends its warnings. */
  interface WarningSink {
    /** See {@link org.krait.syntax.DiagnosticListener#warn}. */
    boolean warn(Category category, String message, int line, int offset);
  }

  Lexer(byte[] source, int limit, LexerOptions options, NamePool names, WarningSink warnings) {
    this.source = source;
    this.limit = limit;
    this.options = options;
    this.names = names;
    this.warnings = warnings;
  }

  /** The innermost f-string that the lexer is in, or null. */
  FStringMode fstring() {
    return fstrings.isEmpty() ? null : fstrings.get(fstrings.size() - 1);
  }

  /**
   * Reads a token into the token fields and returns its kind. After {@code ERRORTOKEN}, {@link
   * #trouble} says why.
   *
   * @throws SyntaxDiagnostic for errors that the lexer words itself
   */
  int next() {
    FStringMode mode = fstring();
    return mode != null && mode.inText ? strings.fstringPart(mode) : regular(mode);
  }

  // The cursor

  int nextChar() {
    if (cur != lineEnd) {
      return source[cur++] & 0xFF;
    }
    return nextLine() ? source[cur++] & 0xFF : EOF;
  }

  private boolean nextLine() {
    if (trouble != Trouble.NONE || atEnd) {
      return false;
    }
    if (lineEnd == limit) {
      atEnd = true;
      return false;
    }
    line++;
    if (start < 0) {
      bufferStart = cur;
    }
    lineStart = cur;
    int end = cur;
    while (end < limit && source[end++] != '\n') {}
    lineEnd = end;
    return true;
  }

  void backup(int c) {
    if (c != EOF) {
      cur--;
    }
  }

  // Tokens

  /** Makes a token of the text from {@link #start} to the cursor. */
  int token(int kind) {
    return token(kind, start, cur);
  }

  int token(int kind, int from, int to) {
    boolean stringLike = isStringLike(kind);
    this.kind = kind;
    tokenStart = from;
    tokenEnd = to;
    tokenLine = stringLike ? firstLine : line;
    tokenEndLine = line;
    if (from < 0) {
      tokenColumn = -1;
      tokenEndColumn = -1;
    } else {
      tokenColumn = from - (stringLike ? multiLineStart : lineStart);
      tokenEndColumn = cur - lineStart;
    }
    return kind;
  }

  /** True for tokens that may span lines: their place is where they begin. */
  static boolean isStringLike(int kind) {
    return kind == STRING || kind >= FSTRING_START && kind <= FSTRING_END;
  }

  private int emptyToken(int kind) {
    int at = options.extraTokens() ? cur : -1;
    return token(kind, at, at);
  }

  int trouble(Trouble trouble) {
    this.trouble = trouble;
    return token(ERRORTOKEN, -1, -1);
  }

  private int indentTrouble(Trouble trouble) {
    cur = lineEnd;
    return trouble(trouble);
  }

  // Lines and spaces

  private int regular(FStringMode mode) {
    while (true) {
      start = -1;
      blankLine = false;
      if (atLineStart && !readIndent()) {
        return token(ERRORTOKEN, -1, -1);
      }
      start = cur;
      if (pendingIndents != 0) {
        return pendingIndent();
      }
      if (inAsync && !blankLine && asyncHeadEnded && level == 0 && asyncIndent >= indent) {
        endAsync();
      }
      int kind = inLine(mode);
      if (kind != NEXT_LINE) {
        return kind;
      }
    }
  }

  private void endAsync() {
    int c = nextChar();
    backup(c);
    if (c != '\n') {
      inAsync = false;
      asyncHeadEnded = false;
    }
  }

  /** The result of reading a line that holds no more tokens. */
  private static final int NEXT_LINE = -2;

  private int pendingIndent() {
    if (pendingIndents < 0) {
      pendingIndents++;
      return emptyToken(DEDENT);
    }
    pendingIndents--;
    return options.extraTokens() ? token(INDENT, bufferStart, cur) : emptyToken(INDENT);
  }

  /** Measures a line's indentation; false after {@link #trouble} was set. */
  private boolean readIndent() {
    int column = 0;
    int tabColumn = 0;
    int continuedColumn = 0;
    atLineStart = false;
    int c;
    while (true) {
      c = nextChar();
      if (c == ' ') {
        column++;
        tabColumn++;
      } else if (c == '\t') {
        column = (column / TAB_SIZE + 1) * TAB_SIZE;
        tabColumn++;
      } else if (c == '\f') {
        column = 0;
        tabColumn = 0;
      } else if (c == '\\') {
        // Indentation is not split over lines: that of the first one counts.
        continuedColumn = continuedColumn != 0 ? continuedColumn : column;
        if (!continuation()) {
          return false;
        }
      } else {
        break;
      }
    }
    backup(c);
    if (c == '#' || c == '\n' || c == '\r') {
      blankLine = true;
      return true;
    }
    if (level > 0) {
      return true;
    }
    return continuedColumn != 0
        ? changeIndent(continuedColumn, continuedColumn)
        : changeIndent(column, tabColumn);
  }

  private boolean changeIndent(int column, int tabColumn) {
    if (column == indents[indent]) {
      return tabColumn == tabIndents[indent] || fail(Trouble.TABS);
    }
    if (column > indents[indent]) {
      if (indent + 1 >= MAX_INDENTS) {
        return fail(Trouble.TOO_DEEP);
      }
      if (tabColumn <= tabIndents[indent]) {
        return fail(Trouble.TABS);
      }
      pendingIndents++;
      indents[++indent] = column;
      tabIndents[indent] = tabColumn;
      return true;
    }
    while (indent > 0 && column < indents[indent]) {
      pendingIndents--;
      indent--;
    }
    if (column != indents[indent]) {
      return fail(Trouble.DEDENT);
    }
    return tabColumn == tabIndents[indent] || fail(Trouble.TABS);
  }

  private boolean fail(Trouble why) {
    indentTrouble(why);
    return false;
  }

  /** Reads over a line's end behind a backslash; false after {@link #trouble} was set. */
  private boolean continuation() {
    int c = nextChar();
    if (c == '\r') {
      c = nextChar();
    }
    if (c != '\n') {
      trouble = Trouble.LINE_CONTINUATION;
      return false;
    }
    c = nextChar();
    if (c == EOF) {
      trouble = Trouble.END_OF_FILE;
      cur = lineEnd;
      return false;
    }
    backup(c);
    return true;
  }

  /** Closes all open indentations, as the end of interactive input does. */
  void dropIndents() {
    pendingIndents = -indent;
    indent = 0;
  }

  boolean isIndented() {
    return indent > 0;
  }

  private int inLine(FStringMode mode) {
    while (true) {
      start = -1;
      int c;
      do {
        c = nextChar();
      } while (c == ' ' || c == '\t' || c == '\f');
      start = c == EOF ? cur : cur - 1;
      if (c == '#') {
        int kind = comment();
        if (kind != NEXT_LINE) {
          return kind;
        }
        c = nextChar();
      }
      if (c == '\r') {
        c = nextChar();
        if (c != EOF && CharKinds.isNameStart(c)) {
          // Nothing reads names behind this; the character is taken for an operator that there is not.
          return c >= 128 ? trouble(Trouble.DECODING) : operator(c, mode);
        }
      }
      if (c == '\n') {
        return newline();
      }
      if (c != '\\') {
        return ofChar(c, mode);
      }
      if (!continuation()) {
        return token(ERRORTOKEN, -1, -1);
      }
    }
  }

  private int ofChar(int c, FStringMode mode) {
    if (c == EOF) {
      return endOfFile();
    }
    if (CharKinds.isNameStart(c)) {
      return nameOrString(c);
    }
    if (c >= '0' && c <= '9') {
      return numbers.number(c);
    }
    if (c == '\'' || c == '"') {
      return strings.string(c);
    }
    if (c == '.') {
      int following = nextChar();
      if (following >= '0' && following <= '9') {
        return numbers.fraction(following);
      }
      if (following == '.') {
        following = nextChar();
        if (following == '.') {
          return token(ELLIPSIS);
        }
        backup(following);
        following = '.';
      }
      backup(following);
    }
    return operator(c, mode);
  }

  private int endOfFile() {
    if (level > 0) {
      trouble = trouble == Trouble.NONE ? Trouble.END_OF_FILE : trouble;
      return token(ERRORTOKEN, -1, -1);
    }
    if (trouble != Trouble.NONE) {
      return token(ERRORTOKEN, -1, -1);
    }
    start = -1;
    return emptyToken(ENDMARKER);
  }

  private int newline() {
    atLineStart = true;
    if (blankLine || level > 0 || commentNewline && options.extraTokens()) {
      commentNewline = false;
      return options.extraTokens() ? token(NL) : NEXT_LINE;
    }
    asyncHeadEnded |= inAsync;
    return token(NEWLINE, start, cur - 1);
  }

  /** Reads a comment; {@link #NEXT_LINE} when it is no token. */
  private int comment() {
    int end = cur;
    while (source[end] != '\n' && source[end] != '\r' && end < limit) {
      end++;
    }
    cur = Math.max(cur, Math.min(end, lineEnd));
    atEnd |= end == limit;
    if (options.typeComments()) {
      int kind = typeComment();
      if (kind != NEXT_LINE) {
        return kind;
      }
    }
    if (options.extraTokens()) {
      commentNewline = blankLine;
      return token(COMMENT);
    }
    return NEXT_LINE;
  }

  private int typeComment() {
    int at = start;
    String prefix = "# type: ";
    for (int i = 0; i < prefix.length(); i++) {
      if (prefix.charAt(i) == ' ') {
        while (at < cur && (source[at] == ' ' || source[at] == '\t')) {
          at++;
        }
      } else if (at < cur && source[at] == prefix.charAt(i)) {
        at++;
      } else {
        return NEXT_LINE;
      }
    }
    int ignoreEnd = at + 6;
    boolean ignore =
        cur >= ignoreEnd
            && new String(source, at, 6, StandardCharsets.ISO_8859_1).equals("ignore")
            && !(cur > ignoreEnd && (source[ignoreEnd] < 0 || CharKinds.isAlphanumeric(source[ignoreEnd])));
    int begin = ignore ? ignoreEnd : at;
    int result = token(ignore ? TYPE_IGNORE : TYPE_COMMENT, begin, cur);
    if (ignore && blankLine) {
      nextChar();
      atLineStart = true;
    }
    return result;
  }

  // Names

  private int nameOrString(int c) {
    boolean sawB = false;
    boolean sawU = false;
    boolean sawR = false;
    boolean sawF = false;
    while (true) {
      if (!(sawB || sawU || sawF) && (c == 'b' || c == 'B')) {
        sawB = true;
      } else if (!(sawB || sawU || sawR || sawF) && (c == 'u' || c == 'U')) {
        sawU = true;
      } else if (!(sawR || sawU) && (c == 'r' || c == 'R')) {
        sawR = true;
      } else if (!(sawF || sawB || sawU) && (c == 'f' || c == 'F')) {
        sawF = true;
      } else {
        break;
      }
      c = nextChar();
      if (c == '"' || c == '\'') {
        return sawF ? strings.fstringStart(c) : strings.string(c);
      }
    }
    backup(c);
    return name();
  }

  private int name() {
    byte[] s = source;
    int at = start;
    int hash = 0;
    byte b = s[at];
    while (CharKinds.isNamePart(b)) {
      hash = 31 * hash + b;
      b = s[++at];
    }
    cur = at;
    atEnd |= at == limit;
    if (b < 0) {
      return unicodeName();
    }
    tokenName = names.index(s, start, at, hash);
    int kind = NamePool.kind(tokenName);
    return token(kind == ASYNC || kind == AWAIT ? asyncKind(kind) : kind);
  }

  private int asyncKind(int kind) {
    if (!options.asyncNames() || inAsync) {
      return kind;
    }
    if (kind == AWAIT || !isDefAhead()) {
      return NAME;
    }
    inAsync = true;
    asyncIndent = indent;
    return ASYNC;
  }

  private boolean isDefAhead() {
    int at = cur;
    while (source[at] == ' ' || source[at] == '\t' || source[at] == '\f') {
      at++;
    }
    return at + 3 <= limit
        && source[at] == 'd'
        && source[at + 1] == 'e'
        && source[at + 2] == 'f'
        && source[at + 3] >= 0
        && !CharKinds.isNamePart(source[at + 3]);
  }

  private int unicodeName() {
    while (source[cur] < 0 || CharKinds.isNamePart(source[cur])) {
      cur++;
    }
    atEnd |= cur == limit;
    if (Utf8.fault(source, start, cur) != null) {
      return trouble(Trouble.DECODING);
    }
    String text = new String(source, start, cur - start, StandardCharsets.UTF_8);
    int valid = Identifiers.validPrefix(text);
    if (valid < text.length()) {
      int bad = text.codePointAt(valid);
      int end = valid + Character.charCount(bad);
      cur = start + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      throw error(
          Identifiers.isPrintable(bad)
              ? "invalid character '%s' (U+%04X)".formatted(Character.toString(bad), bad)
              : "invalid non-printable character U+%04X".formatted(bad));
    }
    tokenName = names.indexOfUnicode(source, start, cur);
    return token(NAME);
  }

  // Operators and brackets

  private int operator(int c, FStringMode mode) {
    if (mode != null && mode.inField() && (c == ':' || c == '}' || c == '!' || c == '{')) {
      int cursor = mode.depth - (c != '{' ? 1 : 0);
      if (cursor == 0) {
        mode.expressionEnded = c != '{';
      }
      if (c == ':' && cursor == mode.fieldDepth) {
        mode.inText = true;
        return token(COLON);
      }
    }
    int following = nextChar();
    int two = Operators.two(c, following);
    if (two != OP) {
      int third = nextChar();
      int three = Operators.three(c, following, third);
      if (three != OP) {
        return token(three);
      }
      backup(third);
      return token(two);
    }
    backup(following);
    switch (c) {
      case '(', '[', '{' -> open(c, mode);
      case ')', ']', '}' -> close(c, mode);
      default -> {
        if (c < ' ' || c == 0x7F) {
          throw error("invalid non-printable character U+%04X".formatted(c));
        }
      }
    }
    return token(Operators.one(c));
  }

  private void open(int c, FStringMode mode) {
    if (level >= MAX_BRACKETS) {
      throw error("too many nested parentheses");
    }
    brackets[level] = (byte) c;
    bracketLines[level] = line;
    bracketColumns[level] = start - lineStart;
    level++;
    if (mode != null) {
      mode.depth++;
    }
  }

  private void close(int c, FStringMode mode) {
    if (mode != null && mode.depth == 0 && c == '}') {
      throw error("f-string: single '}' is not allowed");
    }
    if (!options.extraTokens() && level == 0) {
      throw error("unmatched '" + (char) c + "'");
    }
    if (level > 0) {
      level--;
      if (!options.extraTokens() && !Operators.match(brackets[level], c)) {
        throw mismatch(c, mode);
      }
    }
    if (mode != null) {
      mode.depth--;
      if (c == '}' && mode.depth == mode.fieldDepth) {
        mode.fieldDepth--;
        mode.inText = true;
      }
    }
  }

  private SyntaxDiagnostic mismatch(int c, FStringMode mode) {
    char opening = (char) brackets[level];
    if (mode != null && opening == '{' && mode.depth - 1 == mode.fieldDepth) {
      return error("f-string: unmatched '" + (char) c + "'");
    }
    String message =
        "closing parenthesis '%c' does not match opening parenthesis '%c'".formatted(c, opening);
    return error(
        bracketLines[level] == line ? message : message + " on line " + bracketLines[level]);
  }

  // Errors

  /** An error at the current line, up to the cursor. */
  SyntaxDiagnostic error(String message) {
    return error(message, -1, -1);
  }

  /** An error in the current line between two columns, counted from 1; -1 for the cursor. */
  SyntaxDiagnostic error(String message, int column, int endColumn) {
    trouble = Trouble.REPORTED;
    int offset =
        column >= 0 ? column : decode(lineStart, cur).codePointCount(0, decode(lineStart, cur).length());
    int end = lineStart;
    while (end < limit && source[end] != '\n') {
      end++;
    }
    String text = decode(lineStart, Math.max(end, lineStart));
    int endOffset = endColumn >= 0 ? endColumn : offset;
    return new SyntaxDiagnostic(
        SyntaxDiagnostic.Origin.LEXER,
        Kind.SYNTAX_ERROR,
        message,
        line,
        offset,
        line,
        endOffset,
        text);
  }

  private String decode(int from, int to) {
    return new String(source, from, to - from, StandardCharsets.UTF_8);
  }

  /** Warns; a warning that is an error ends the lexing. */
  void warn(Category category, String message) {
    if (!warnings.warn(category, message, line, start)) {
      throw error(message);
    }
  }
}

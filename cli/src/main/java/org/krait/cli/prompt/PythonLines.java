package org.krait.cli.prompt;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.krait.stdlib.readline.LineEditing;

/** Tells JLine when a statement is whole, and which word is to be completed. */
final class PythonLines implements Parser {
  private final LineEditing state;

  /** Whether what was entered goes on on another line. */
  Predicate<String> needsMore = line -> false;

  PythonLines(LineEditing state) {
    this.state = state;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && needsMore.test(line)) {
      throw new EOFError(-1, -1, "the statement goes on");
    }
    int begin = cursor;
    while (begin > 0 && state.delimiters.indexOf(line.charAt(begin - 1)) < 0) {
      begin--;
    }
    return new Line(line, cursor, line.substring(begin, cursor));
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** A line with the word in front of the cursor; words are put in as they are. */
  private record Line(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}

package org.krait.stdlib.csv;

import org.krait.runtime.PyException;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStr;

/** Takes lines until a record is complete. */
final class RecordParser {
  /** Stands for the end of a line that was handed over. */
  private static final int END = -2;

  private enum State {
    START_RECORD,
    START_FIELD,
    ESCAPED,
    IN_FIELD,
    IN_QUOTES,
    ESCAPED_IN_QUOTES,
    QUOTE_IN_QUOTES,
    AT_LINE_END,
    AFTER_ESCAPED_LINE_END
  }

  private static final int FIRST_ROOM = 64;

  private final PyDialect dialect;
  private final long limit;
  private final PyList fields;
  private State state = State.START_RECORD;

  /** The field that is not ended; null before the first that has to be put together. */
  private PyStrBuilder field;

  private boolean numeric;

  /**
   * For one record.
   *
   * @param limit so many characters may a field have
   * @param usual so many fields had the record before
   */
  RecordParser(PyDialect dialect, long limit, int usual) {
    this.dialect = dialect;
    this.limit = limit;
    this.fields = PyList.withRoom(usual);
  }

  boolean isComplete() {
    return state == State.START_RECORD;
  }

  /** Whether a field is not yet ended. */
  boolean isInField() {
    return length() != 0 || state == State.IN_QUOTES;
  }

  PyList fields() {
    return fields;
  }

  /** The fields, with the one that is not ended. */
  PyList finish() {
    save();
    return fields;
  }

  void take(PyStr line) {
    int size = line.length();
    String units = line.units();
    for (int i = 0; i < size; ) {
      int next = units == null ? i : takeMany(line, units, i);
      if (next > i) {
        i = next;
      } else {
        take(line.codePointAt(i++));
      }
    }
    take(END);
  }

  /** Takes what needs no look at each character, from a place on; returns where it ends. */
  private int takeMany(PyStr line, String units, int from) {
    return switch (state) {
      case START_RECORD, START_FIELD -> {
        char c = units.charAt(from);
        if (isQuote(c)) {
          yield quotedField(line, units, from);
        }
        boolean blank = c == ' ' && dialect.skipInitialSpace;
        yield blank ? from : plainField(line, units, from);
      }
      case IN_QUOTES -> {
        int end = from;
        while (end < units.length() && !isQuote(units.charAt(end)) && units.charAt(end) != dialect.escape) {
          end++;
        }
        addAll(units, from, end);
        yield end;
      }
      default -> from;
    };
  }

  /** A whole field in quotes, without escapes in it, and the delimiter behind it. */
  private int quotedField(PyStr line, String units, int from) {
    int end = units.indexOf(dialect.quote, from + 1);
    if (end < 0 || dialect.escape >= 0 && units.lastIndexOf(dialect.escape, end) > from) {
      return from;
    }
    if (isFieldEnd(units, end + 1)) {
      return end - from > limit ? from : endField(units, line.substring(from + 1, end), end + 1);
    }
    return dialect.doubleQuote && dialect.escape < 0 ? quotedQuotes(units, from, end) : from;
  }

  /** The same with quotes in it, which are doubled; {@code first} is the place of the first. */
  private int quotedQuotes(String units, int from, int first) {
    PyStrBuilder text = room();
    int done = from + 1;
    int end = first;
    while (end >= 0 && end + 1 < units.length() && units.charAt(end + 1) == dialect.quote) {
      text.append(units, done, end + 1);
      done = end + 2;
      end = units.indexOf(dialect.quote, done);
    }
    if (end < 0 || end - from > limit || !isFieldEnd(units, end + 1)) {
      text.setLength(0);
      return from;
    }
    PyStr whole = text.append(units, done, end).toPyStr();
    text.setLength(0);
    return endField(units, whole, end + 1);
  }

  /** A whole field without quotes or escapes, and the delimiter behind it. */
  private int plainField(PyStr line, String units, int from) {
    int end = from;
    while (!isFieldEnd(units, end)) {
      if (units.charAt(end) == dialect.escape) {
        return from;
      }
      end++;
    }
    if (end == from || end - from > limit) {
      return from;
    }
    numeric = dialect.quoting == PyDialect.NONNUMERIC;
    return endField(units, line.substring(from, end), end);
  }

  private boolean isFieldEnd(String units, int at) {
    if (at == units.length()) {
      return true;
    }
    char c = units.charAt(at);
    return c == dialect.delimiter || c == '\n' || c == '\r';
  }

  private int endField(String units, PyStr text, int at) {
    save(text);
    boolean more = at < units.length() && units.charAt(at) == dialect.delimiter;
    state = more ? State.START_FIELD : State.AT_LINE_END;
    return Math.min(at + 1, units.length());
  }

  private PyStrBuilder room() {
    PyStrBuilder text = field;
    if (text == null) {
      text = new PyStrBuilder(FIRST_ROOM);
      field = text;
    }
    return text;
  }

  private int length() {
    return field == null ? 0 : field.length();
  }

  private void addAll(String units, int from, int to) {
    if (length() + (long) (to - from) > limit) {
      throw tooLarge();
    }
    room().append(units, from, to);
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  private void take(int c) {
    switch (state) {
      case START_RECORD -> startRecord(c);
      case START_FIELD -> startField(c);
      case ESCAPED -> escaped(c);
      case AFTER_ESCAPED_LINE_END -> {
        if (c != END) {
          inField(c);
        }
      }
      case IN_FIELD -> inField(c);
      case IN_QUOTES -> inQuotes(c);
      case ESCAPED_IN_QUOTES -> {
        add(c == END ? '\n' : c);
        state = State.IN_QUOTES;
      }
      case QUOTE_IN_QUOTES -> quoteInQuotes(c);
      case AT_LINE_END -> atLineEnd(c);
    }
  }

  private void startRecord(int c) {
    if (c == '\n' || c == '\r') {
      state = State.AT_LINE_END;
    } else if (c != END) {
      state = State.START_FIELD;
      startField(c);
    }
  }

  private void endField(int c) {
    save();
    state = c == END ? State.START_RECORD : State.AT_LINE_END;
  }

  private boolean isQuote(int c) {
    return c == dialect.quote && dialect.quoting != PyDialect.NONE;
  }

  private void startField(int c) {
    if (isLineEnd(c)) {
      endField(c);
    } else if (isQuote(c)) {
      state = State.IN_QUOTES;
    } else if (c == dialect.escape) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter) {
      save();
    } else if (c != ' ' || !dialect.skipInitialSpace) {
      numeric = dialect.quoting == PyDialect.NONNUMERIC;
      add(c);
      state = State.IN_FIELD;
    }
  }

  private void escaped(int c) {
    if (c == '\n' || c == '\r') {
      add(c);
      state = State.AFTER_ESCAPED_LINE_END;
    } else {
      add(c == END ? '\n' : c);
      state = State.IN_FIELD;
    }
  }

  private void inField(int c) {
    if (isLineEnd(c)) {
      endField(c);
    } else if (c == dialect.escape) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else {
      add(c);
      state = State.IN_FIELD;
    }
  }

  private void inQuotes(int c) {
    if (c == END) {
      return;
    }
    if (c == dialect.escape) {
      state = State.ESCAPED_IN_QUOTES;
    } else if (isQuote(c)) {
      state = dialect.doubleQuote ? State.QUOTE_IN_QUOTES : State.IN_FIELD;
    } else {
      add(c);
    }
  }

  private void quoteInQuotes(int c) {
    if (isQuote(c)) {
      add(c);
      state = State.IN_QUOTES;
    } else if (c == dialect.delimiter) {
      save();
      state = State.START_FIELD;
    } else if (isLineEnd(c)) {
      endField(c);
    } else if (!dialect.strict) {
      add(c);
      state = State.IN_FIELD;
    } else {
      throw CsvModule.error(
          "'%s' expected after '%s'", PyStr.of(dialect.delimiter), PyStr.of(dialect.quote));
    }
  }

  private void atLineEnd(int c) {
    if (c == END) {
      state = State.START_RECORD;
    } else if (!isLineEnd(c)) {
      throw CsvModule.error(
          "new-line character seen in unquoted field - do you need to open the file in"
              + " universal-newline mode?");
    }
  }

  private void add(int c) {
    if (length() >= limit) {
      throw tooLarge();
    }
    room().append(c);
  }

  private void save() {
    PyStr text = PyStr.EMPTY;
    if (length() > 0) {
      text = field.toPyStr();
      field.setLength(0);
    }
    save(text);
  }

  private PyException tooLarge() {
    return CsvModule.error("field larger than field limit (%d)", limit);
  }

  private void save(PyStr text) {
    fields.append(numeric ? PyFloat.TYPE.call(text) : text);
    numeric = false;
  }
}

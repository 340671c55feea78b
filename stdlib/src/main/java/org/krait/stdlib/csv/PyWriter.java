package org.krait.stdlib.csv;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.numbers.FloatText;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _csv.writer}: writes records. */
@BuiltinType(name = "writer", module = "_csv", disallowNew = true)
public final class PyWriter extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyWriterTable());

  /** The characters of numbers. */
  private static final String IN_NUMBERS = "+-.0123456789aefin";

  private static final int SLACK = 16;

  private final PyObject write;
  private final PyDialect dialect;

  /** {@link #isSpecial} for ASCII. */
  private final boolean[] special = new boolean[0x80];

  /** Whether ints and floats are written as they are. */
  private final boolean numbersArePlain;

  /** Whether what is special is put in quotes, with nothing but its quotes doubled. */
  private final boolean quotesByDoubling;

  /** About how long records are. */
  private int usual = SLACK;

  PyWriter(PyObject write, PyDialect dialect) {
    super(TYPE);
    this.write = write;
    this.dialect = dialect;
    for (int c = 0; c < special.length; c++) {
      special[c] = isSpecial(c);
    }
    this.numbersArePlain =
        dialect.quoting != PyDialect.ALL && dialect.quoting != PyDialect.NOTNULL && isPlain(IN_NUMBERS);
    this.quotesByDoubling =
        dialect.quoting != PyDialect.NONE
            && dialect.doubleQuote
            && dialect.escape < 0
            && dialect.quote >= 0
            && dialect.quote <= 0xffff;
  }

  @Getter(value = "dialect", member = true)
  PyObject dialect() {
    return dialect;
  }

  @Method(value = "writerow(self, row, /)", textSignature = false)
  PyObject writeRow(PyObject row) {
    if (!Iteration.isIterable(row)) {
      throw CsvModule.error("iterable expected, not %s", row.type().fullName());
    }
    StringBuilder record = new StringBuilder(usual);
    int count = row.getClass() == PyList.class ? appendList(record, (PyList) row) : appendAll(record, row);
    if (count > 0 && record.isEmpty()) {
      if (dialect.quoting == PyDialect.NONE) {
        throw CsvModule.error("single empty field record must be quoted");
      }
      append(record, PyStr.EMPTY, true);
    }
    record.append(dialect.lineTerminator);
    usual = record.length() + SLACK;
    return write.call(PyStr.of(record.toString()));
  }

  private int appendAll(StringBuilder record, PyObject row) {
    PyObject fields = Iteration.iterator(row);
    int count = 0;
    for (PyObject f = Iteration.next(fields); f != null; f = Iteration.next(fields)) {
      append(record, f, count++);
    }
    return count;
  }

  private int appendList(StringBuilder record, PyList row) {
    int count = 0;
    // What is written may change the list.
    while (count < row.size()) {
      append(record, row.get(count), count);
      count++;
    }
    return count;
  }

  private void append(StringBuilder record, PyObject field, int place) {
    if (place > 0) {
      record.appendCodePoint(dialect.delimiter);
    }
    if (numbersArePlain && field.getClass() == PyLong.class) {
      record.append(((PyLong) field).value);
    } else if (numbersArePlain && field.getClass() == PyFloat.class) {
      record.append(FloatText.repr(((PyFloat) field).value));
    } else {
      append(record, field == PyNone.NONE ? PyStr.EMPTY : Objects.str(field), isQuoted(field));
    }
  }

  @Method(value = "writerows(self, rows, /)", textSignature = false)
  void writeRows(PyObject rows) {
    PyObject all = Iteration.iterator(rows);
    for (PyObject row = Iteration.next(all); row != null; row = Iteration.next(all)) {
      writeRow(row);
    }
  }

  private boolean isQuoted(PyObject field) {
    return switch (dialect.quoting) {
      case PyDialect.ALL -> true;
      case PyDialect.NONNUMERIC -> !isNumber(field);
      case PyDialect.STRINGS -> field instanceof PyStr;
      case PyDialect.NOTNULL -> field != PyNone.NONE;
      default -> false;
    };
  }

  private static boolean isNumber(PyObject field) {
    PyType type = field.type();
    return type.special(Special.INDEX) != null
        || type.special(Special.INT) != null
        || type.special(Special.FLOAT) != null;
  }

  private void append(StringBuilder record, PyStr field, boolean quoted) {
    String units = field.units();
    if (units != null && isPlain(units)) {
      if (quoted) {
        record.appendCodePoint(dialect.quote).append(units).appendCodePoint(dialect.quote);
      } else {
        record.append(units);
      }
      return;
    }
    if (units != null && quotesByDoubling) {
      appendQuoted(record, units);
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean quotes = quoted;
    for (int i = 0; i < field.length(); i++) {
      int c = field.codePointAt(i);
      if (isSpecial(c)) {
        boolean escapes =
            dialect.quoting == PyDialect.NONE
                || c == dialect.quote && !dialect.doubleQuote
                || c == dialect.escape && c != dialect.quote;
        if (escapes) {
          escape(text);
        } else {
          quotes = true;
          if (c == dialect.quote) {
            text.appendCodePoint(c);
          }
        }
      }
      text.appendCodePoint(c);
    }
    if (quotes) {
      record.appendCodePoint(dialect.quote).append(text).appendCodePoint(dialect.quote);
    } else {
      record.append(text);
    }
  }

  /** In quotes, with those in the text doubled. */
  private void appendQuoted(StringBuilder record, String units) {
    char quote = (char) dialect.quote;
    record.append(quote);
    int done = 0;
    for (int at = units.indexOf(quote); at >= 0; at = units.indexOf(quote, done)) {
      record.append(units, done, at + 1).append(quote);
      done = at + 1;
    }
    record.append(units, done, units.length()).append(quote);
  }

  private boolean isPlain(String units) {
    for (int i = 0; i < units.length(); i++) {
      char c = units.charAt(i);
      if (c < 0x80 ? special[c] : isSpecial(c)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSpecial(int c) {
    return c == dialect.delimiter
        || c == dialect.escape
        || c == dialect.quote
        || dialect.lineTerminator.indexOf(c) >= 0;
  }

  private void escape(StringBuilder text) {
    if (dialect.escape < 0) {
      throw CsvModule.error("need to escape, but no escapechar set");
    }
    text.appendCodePoint(dialect.escape);
  }
}

package org.krait.stdlib.io;

import org.krait.runtime.PyObject;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Universal newlines: notes which kinds of line ends a text has, and makes them all {@code \n} if
 * asked to. A {@code \r} at the end of a part waits for the next, which may begin with {@code \n}.
 */
final class NewlineTranslation {
  private static final int CR = 1;
  private static final int LF = 2;
  private static final int CRLF = 4;
  private static final PyStr RETURN = PyStr.interned("\r");

  private final boolean translate;
  private boolean pendingReturn;
  private int seen;

  NewlineTranslation(boolean translate) {
    this.translate = translate;
  }

  boolean isPending() {
    return pendingReturn;
  }

  void setPending(boolean pending) {
    pendingReturn = pending;
  }

  void reset() {
    seen = 0;
    pendingReturn = false;
  }

  /** The next part of a text. */
  PyStr next(PyStr part, boolean last) {
    PyStr text = part;
    if (pendingReturn && (last || text.length() > 0)) {
      text = RETURN.concat(text);
      pendingReturn = false;
    }
    int length = text.length();
    if (length > 0 && !last && text.codePointAt(length - 1) == '\r') {
      text = text.substring(0, length - 1);
      pendingReturn = true;
    }
    if (text.indexOf('\r') < 0) {
      if ((seen & LF) == 0 && text.indexOf('\n') >= 0) {
        seen |= LF;
      }
      return text;
    }
    return translate ? translated(text) : noted(text);
  }

  private PyStr translated(PyStr text) {
    String units = text.units();
    if (units == null) {
      return translatedWide(text);
    }
    StringBuilder out = new StringBuilder(units.length());
    int from = 0;
    int end = units.length();
    for (int at = units.indexOf('\r'); at >= 0; at = units.indexOf('\r', from)) {
      note(units, from, at);
      out.append(units, from, at).append('\n');
      boolean pair = at + 1 < end && units.charAt(at + 1) == '\n';
      seen |= pair ? CRLF : CR;
      from = at + (pair ? 2 : 1);
    }
    note(units, from, end);
    return PyStr.ofUnits(out.append(units, from, end).toString());
  }

  private void note(String units, int from, int to) {
    if ((seen & LF) == 0) {
      int at = units.indexOf('\n', from);
      if (at >= 0 && at < to) {
        seen |= LF;
      }
    }
  }

  private PyStr translatedWide(PyStr text) {
    PyStrBuilder out = new PyStrBuilder(text.length());
    int end = text.length();
    for (int i = 0; i < end; i++) {
      int c = text.codePointAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < end && text.codePointAt(i + 1) == '\n';
        seen |= pair ? CRLF : CR;
        i += pair ? 1 : 0;
        c = '\n';
      } else if (c == '\n') {
        seen |= LF;
      }
      out.append(c);
    }
    return out.toPyStr();
  }

  private PyStr noted(PyStr text) {
    String units = text.units();
    if (units != null) {
      noteAll(units);
      return text;
    }
    int end = text.length();
    for (int i = 0; i < end && seen != (CR | LF | CRLF); i++) {
      int c = text.codePointAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < end && text.codePointAt(i + 1) == '\n';
        seen |= pair ? CRLF : CR;
        i += pair ? 1 : 0;
      } else if (c == '\n') {
        seen |= LF;
      }
    }
    return text;
  }

  private void noteAll(String units) {
    int both = CR | CRLF;
    for (int at = units.indexOf('\r'); at >= 0 && (seen & both) != both; at = units.indexOf('\r', at + 1)) {
      seen |= units.startsWith("\n", at + 1) ? CRLF : CR;
    }
    for (int at = units.indexOf('\n'); at >= 0 && (seen & LF) == 0; at = units.indexOf('\n', at + 1)) {
      seen |= at > 0 && units.charAt(at - 1) == '\r' ? 0 : LF;
    }
  }

  /** The kinds seen so far: None, one, or a tuple. */
  PyObject seen() {
    PyObject[] kinds = new PyObject[Integer.bitCount(seen)];
    int n = 0;
    if ((seen & CR) != 0) {
      kinds[n++] = RETURN;
    }
    if ((seen & LF) != 0) {
      kinds[n++] = PyStr.interned("\n");
    }
    if ((seen & CRLF) != 0) {
      kinds[n++] = PyStr.interned("\r\n");
    }
    return n == 0 ? PyNone.NONE : n == 1 ? kinds[0] : PyTuple.of(kinds);
  }
}

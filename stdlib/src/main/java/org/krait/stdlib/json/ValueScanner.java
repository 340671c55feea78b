package org.krait.stdlib.json;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.numbers.FloatParser;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** One reading of one JSON document. */
final class ValueScanner {
  /** More digits than this may not fit a long. */
  private static final int LONG_DIGITS = 18;

  private final PyScanner hooks;
  private final PyStr text;

  private final JsonSource source;
  private final int length;
  private final StringScanner strings;
  private final ThreadState thread = ThreadState.current();

  private static final int KEYS = 128;

  /** Keys that were read; equal ones are one string, as long as no other takes its place. */
  private PyStr[] keys;

  private int end;

  ValueScanner(PyScanner hooks, PyStr text, long from) {
    this.hooks = hooks;
    this.text = text;
    this.source = new JsonSource(text, from);
    this.length = source.length;
    this.strings = new StringScanner(source, hooks.strict);
  }

  /** The place behind the last value. */
  int end() {
    return end;
  }

  private static PyException noValue(int at) {
    return Errors.stopIteration(PyLong.of(at));
  }

  /** The value at a place; StopIteration when there is none. */
  PyObject value(int at) {
    if (at >= length) {
      throw noValue(at);
    }
    return switch (unit(at)) {
      case '"' -> string(at);
      case '{' -> nested(at, true);
      case '[' -> nested(at, false);
      case 'n' -> word(at, "null", PyNone.NONE);
      case 't' -> word(at, "true", PyBool.TRUE);
      case 'f' -> word(at, "false", PyBool.FALSE);
      case 'N' -> constant(at, "NaN");
      case 'I' -> constant(at, "Infinity");
      case '-' ->
          at + 1 < length && unit(at + 1) == 'I'
              ? constant(at, "-Infinity")
              : number(at);
      default -> number(at);
    };
  }

  private PyObject string(int at) {
    PyStr value = strings.scan(at + 1);
    end = strings.end();
    return value;
  }

  private boolean stands(int at, String word) {
    if (at + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (unit(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private PyObject word(int at, String word, PyObject value) {
    if (!stands(at, word)) {
      throw noValue(at);
    }
    end = at + word.length();
    return value;
  }

  private PyObject constant(int at, String word) {
    word(at, word, PyNone.NONE);
    return hooks.parseConstant.call(PyStr.interned(word));
  }

  private PyObject nested(int at, boolean object) {
    thread.enterRecursion(
        object
            ? " while decoding a JSON object from a unicode string"
            : " while decoding a JSON array from a unicode string");
    try {
      return object ? object(at + 1) : array(at + 1);
    } finally {
      thread.leaveRecursion();
    }
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < length) {
      int c = unit(at);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        break;
      }
      at++;
    }
    return at;
  }

  private int charAt(int at) {
    return at < length ? unit(at) : -1;
  }

  private int unit(int at) {
    return source.at(at);
  }

  private PyObject array(int from) {
    PyList items = new PyList();
    int at = skipSpace(from);
    if (charAt(at) != ']') {
      while (true) {
        items.append(value(at));
        at = skipSpace(end);
        int c = charAt(at);
        if (c == ']') {
          break;
        }
        if (c != ',') {
          throw JsonText.error("Expecting ',' delimiter", text, at);
        }
        at = skipSpace(at + 1);
      }
    }
    end = at + 1;
    return items;
  }

  private PyObject object(int from) {
    boolean pairs = hooks.pairsHook != PyNone.NONE;
    PyDict dict = pairs ? null : new PyDict();
    PyList list = pairs ? new PyList() : null;
    int at = skipSpace(from);
    if (charAt(at) != '}') {
      while (true) {
        PyStr key = key(at);
        at = skipSpace(end);
        if (charAt(at) != ':') {
          throw JsonText.error("Expecting ':' delimiter", text, at);
        }
        PyObject value = value(skipSpace(at + 1));
        if (pairs) {
          list.append(PyTuple.of(key, value));
        } else {
          dict.put(key, value);
        }
        at = skipSpace(end);
        int c = charAt(at);
        if (c == '}') {
          break;
        }
        if (c != ',') {
          throw JsonText.error("Expecting ',' delimiter", text, at);
        }
        at = skipSpace(at + 1);
      }
    }
    end = at + 1;
    if (pairs) {
      return hooks.pairsHook.call(list);
    }
    return hooks.objectHook == PyNone.NONE ? dict : hooks.objectHook.call(dict);
  }

  private PyStr key(int at) {
    if (charAt(at) != '"') {
      throw JsonText.error("Expecting property name enclosed in double quotes", text, at);
    }
    PyStr key = plainKey(at + 1);
    if (key == null) {
      key = strings.scan(at + 1);
      end = strings.end();
    }
    return key;
  }

  /** A key without escapes, found among those that were read without making it anew; or null. */
  private PyStr plainKey(int from) {
    int hash = 0;
    int at = from;
    int c = '\\';
    while (at < length && (c = source.at(at)) != '"') {
      if (c < ' ' || c == '\\') {
        return null;
      }
      hash = hash * 31 + c;
      at++;
    }
    if (at >= length) {
      return null;
    }
    if (keys == null) {
      keys = new PyStr[KEYS];
    }
    end = at + 1;
    int place = (hash ^ hash >>> 7) & KEYS - 1;
    PyStr known = keys[place];
    if (known != null && known.length() == at - from && source.stands(known, from)) {
      return known;
    }
    PyStr key = text.substring(from, at);
    keys[place] = key;
    return key;
  }

  private int skipDigits(int from) {
    int at = from;
    while (at < length && isDigit(unit(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private PyObject number(int start) {
    int at = charAt(start) == '-' ? start + 1 : start;
    int first = charAt(at);
    if (!isDigit(first)) {
      throw noValue(start);
    }
    at = first == '0' ? at + 1 : skipDigits(at);
    int whole = at;
    if (charAt(at) == '.' && isDigit(charAt(at + 1))) {
      at = skipDigits(at + 1);
    }
    int c = charAt(at);
    if (c == 'e' || c == 'E') {
      int exponent = at + 1;
      if (charAt(exponent) == '-' || charAt(exponent) == '+') {
        exponent++;
      }
      if (isDigit(charAt(exponent))) {
        at = skipDigits(exponent);
      }
    }
    end = at;
    return at == whole ? integer(start, at) : real(start, at);
  }

  private PyObject integer(int from, int to) {
    if (hooks.parseInt != PyInt.TYPE || to - from > LONG_DIGITS) {
      return hooks.parseInt.call(text.substring(from, to));
    }
    boolean negative = unit(from) == '-';
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      value = value * 10 + unit(i) - '0';
    }
    return PyLong.of(negative ? -value : value);
  }

  private PyObject real(int from, int to) {
    PyStr digits = text.substring(from, to);
    return hooks.parseFloat == PyFloat.TYPE
        ? new PyFloat(FloatParser.value(digits.toString()))
        : hooks.parseFloat.call(digits);
  }
}

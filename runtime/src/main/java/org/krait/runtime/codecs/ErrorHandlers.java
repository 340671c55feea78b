package org.krait.runtime.codecs;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.text.TextRepr;
import org.krait.runtime.text.UnicodeNames;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnicodeDecodeError;
import org.krait.runtime.types.PyUnicodeEncodeError;
import org.krait.runtime.types.PyUnicodeTranslateError;

/** The error handlers of codecs that every interpreter starts with, as Python sees them. */
@BuiltinModule("_codecs_errors")
public final class ErrorHandlers {
  private ErrorHandlers() {}

  /** The names that the handlers are registered under, in the order of the functions below. */
  static final String[] NAMES = {
    "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace",
    "surrogatepass", "surrogateescape"
  };

  private static PyException unknown(PyObject problem) {
    return Errors.typeError(
        "don't know how to handle %s in error callback", problem.type().fullName());
  }

  private static PyTuple answer(PyObject replacement, long position) {
    return PyTuple.of(replacement, PyLong.of(position));
  }

  @Function("strict_errors(exception, /)")
  static PyObject strict(PyObject problem) {
    if (problem instanceof PyBaseException exception) {
      throw Errors.raised(exception);
    }
    throw Errors.typeError("codec must pass exception instance");
  }

  @Function("ignore_errors(exception, /)")
  static PyObject ignore(PyObject problem) {
    return answer(PyStr.EMPTY, end(problem));
  }

  private static int end(PyObject problem) {
    return switch (problem) {
      case PyUnicodeEncodeError e -> e.lastPlace();
      case PyUnicodeDecodeError e -> e.lastPlace();
      case PyUnicodeTranslateError e -> e.lastPlace();
      default -> throw unknown(problem);
    };
  }

  @Function("replace_errors(exception, /)")
  static PyObject replace(PyObject problem) {
    return switch (problem) {
      case PyUnicodeEncodeError e -> answer(repeated('?', e.firstPlace(), e.lastPlace()), e.lastPlace());
      case PyUnicodeDecodeError e -> answer(PyStr.of(0xfffd), e.lastPlace());
      case PyUnicodeTranslateError e ->
          answer(repeated(0xfffd, e.firstPlace(), e.lastPlace()), e.lastPlace());
      default -> throw unknown(problem);
    };
  }

  private static PyStr repeated(int c, int from, int to) {
    return new PyStrBuilder().append(c, Math.max(0, to - from)).toPyStr();
  }

  @Function("xmlcharrefreplace_errors(exception, /)")
  static PyObject xmlCharRef(PyObject problem) {
    if (!(problem instanceof PyUnicodeEncodeError e)) {
      throw unknown(problem);
    }
    PyStrBuilder text = new PyStrBuilder();
    for (int i = e.firstPlace(); i < e.lastPlace(); i++) {
      text.append("&#").append(Integer.toString(e.text().codePointAt(i))).append(";");
    }
    return answer(text.toPyStr(), e.lastPlace());
  }

  @Function("backslashreplace_errors(exception, /)")
  static PyObject backslash(PyObject problem) {
    PyStrBuilder text = new PyStrBuilder();
    switch (problem) {
      case PyUnicodeDecodeError e -> {
        for (int i = e.firstPlace(); i < e.lastPlace(); i++) {
          TextRepr.escape(text, e.bytes().array()[i] & 0xff);
        }
      }
      case PyUnicodeEncodeError e ->
          UnicodeEscape.escape(e.text(), e.firstPlace(), e.lastPlace(), text);
      case PyUnicodeTranslateError e ->
          UnicodeEscape.escape(e.text(), e.firstPlace(), e.lastPlace(), text);
      default -> throw unknown(problem);
    }
    return answer(text.toPyStr(), end(problem));
  }

  @Function("namereplace_errors(exception, /)")
  static PyObject name(PyObject problem) {
    if (!(problem instanceof PyUnicodeEncodeError e)) {
      throw unknown(problem);
    }
    PyStrBuilder text = new PyStrBuilder();
    for (int i = e.firstPlace(); i < e.lastPlace(); i++) {
      int c = e.text().codePointAt(i);
      String name = UnicodeNames.name(c);
      if (name == null) {
        TextRepr.escape(text, c);
      } else {
        text.append("\\N{").append(name).append("}");
      }
    }
    return answer(text.toPyStr(), e.lastPlace());
  }

  @Function("surrogatepass(exception, /)")
  static PyObject surrogatePass(PyObject problem) {
    return switch (problem) {
      case PyUnicodeEncodeError e -> SurrogatePass.encode(e);
      case PyUnicodeDecodeError e -> SurrogatePass.decode(e);
      default -> throw unknown(problem);
    };
  }

  @Function("surrogateescape(exception, /)")
  static PyObject surrogateEscape(PyObject problem) {
    return switch (problem) {
      case PyUnicodeEncodeError e -> unescape(e);
      case PyUnicodeDecodeError e -> escape(e);
      default -> throw unknown(problem);
    };
  }

  private static PyObject unescape(PyUnicodeEncodeError e) {
    ByteBuilder bytes = new ByteBuilder(16);
    for (int i = e.firstPlace(); i < e.lastPlace(); i++) {
      int c = e.text().codePointAt(i);
      if (c < 0xdc80 || c > 0xdcff) {
        throw Errors.raised(e);
      }
      bytes.append(c - 0xdc00);
    }
    return answer(PyBytes.of(bytes.toByteArray()), e.lastPlace());
  }

  private static PyObject escape(PyUnicodeDecodeError e) {
    PyStrBuilder text = new PyStrBuilder();
    int at = e.firstPlace();
    byte[] bytes = e.bytes().array();
    while (at < e.lastPlace() && text.length() < 4 && bytes[at] < 0) {
      text.append(0xdc00 + (bytes[at++] & 0xff));
    }
    if (text.length() == 0) {
      throw Errors.raised(e);
    }
    return answer(text.toPyStr(), at);
  }
}

package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.text.PyStrBuilder;

/** The methods of {@code str} that fill it up to a width. */
final class StrLayoutMethods {
  private static final int USUAL_TAB = 16;

  private StrLayoutMethods() {}

  private static int fill(PyObject fillchar) {
    if (!(fillchar instanceof PyStr text)) {
      throw Errors.typeError(
          "The fill character must be a unicode character, not %s", fillchar.type().fullName());
    }
    if (text.length() != 1) {
      throw Errors.typeError("The fill character must be exactly one character long");
    }
    return text.codePointAt(0);
  }

  private static PyStr pad(PyStr self, long left, long right, int fill) {
    if (left <= 0 && right <= 0) {
      return StrMethods.exact(self);
    }
    long total = left + right + self.length();
    if (total > Integer.MAX_VALUE - 8) {
      throw tooLong(total);
    }
    if (total <= PyStr.PACKED || fill > 0xffff || self.units() == null) {
      return self.padded(fill, (int) Math.max(0, left), (int) Math.max(0, right));
    }
    String one = String.valueOf((char) fill);
    String padded = left > 0 ? one.repeat((int) left).concat(self.units()) : self.units();
    return PyStr.ofUnits(right > 0 ? padded.concat(one.repeat((int) right)) : padded);
  }

  private static PyException tooLong(long total) {
    return total < 0 || total > Long.MAX_VALUE - 64
        ? Errors.overflowError("padded string is too long")
        : Errors.of(PyExceptions.MemoryError);
  }

  @Method("ljust(self, width, fillchar=' ', /)")
  static PyStr ljust(PyStr self, long width, PyObject fillchar) {
    return pad(self, 0, Math.max(0, width - self.length()), fill(fillchar));
  }

  @Method("rjust(self, width, fillchar=' ', /)")
  static PyStr rjust(PyStr self, long width, PyObject fillchar) {
    return pad(self, Math.max(0, width - self.length()), 0, fill(fillchar));
  }

  @Method("center(self, width, fillchar=' ', /)")
  static PyStr center(PyStr self, long width, PyObject fillchar) {
    long missing = Math.max(0, width - self.length());
    long left = missing / 2 + (missing & width & 1);
    return pad(self, left, missing - left, fill(fillchar));
  }

  @Method("zfill(self, width, /)")
  static PyStr zfill(PyStr self, long width) {
    long missing = width - self.length();
    if (missing <= 0) {
      return StrMethods.exact(self);
    }
    boolean signed =
        self.length() > 0 && (self.codePointAt(0) == '+' || self.codePointAt(0) == '-');
    if (!signed) {
      return pad(self, missing, 0, '0');
    }
    PyStr digits = pad(self.substring(1, self.length()), missing, 0, '0');
    return PyStr.of(self.codePointAt(0)).concat(digits);
  }

  private static PyStr expanded(String text, int tabsize) {
    int tabs = 0;
    for (int i = 0; i < text.length(); i++) {
      tabs += text.charAt(i) == '\t' ? 1 : 0;
    }
    char[] out = new char[text.length() + tabs * tabsize];
    int at = 0;
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\t') {
        out[at++] = c;
        line = c == '\n' || c == '\r' ? at : line;
      } else if (tabsize > 0) {
        for (int spaces = tabsize - (at - line) % tabsize; spaces > 0; spaces--) {
          out[at++] = ' ';
        }
      }
    }
    return PyStr.ofUnits(new String(out, 0, at));
  }

  @Method("expandtabs(self, /, tabsize=8)")
  static PyStr expandtabs(PyStr self, int tabsize) {
    if (self.indexOf('\t') < 0) {
      return StrMethods.exact(self);
    }
    String units = self.units();
    if (units != null && tabsize <= USUAL_TAB && units.length() < Integer.MAX_VALUE / (USUAL_TAB + 1)) {
      return expanded(units, Math.max(tabsize, 0));
    }
    PyStrBuilder result = new PyStrBuilder(self.length() + 16);
    long column = 0;
    for (int i = 0; i < self.length(); i++) {
      int c = self.codePointAt(i);
      if (c == '\t') {
        if (tabsize > 0) {
          long spaces = tabsize - column % tabsize;
          column += spaces;
          if (result.length() + spaces > Integer.MAX_VALUE - 8) {
            throw Errors.overflowError("new string is too long");
          }
          result.append(' ', (int) spaces);
        }
      } else {
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        result.append(c);
      }
    }
    return result.toPyStr();
  }
}

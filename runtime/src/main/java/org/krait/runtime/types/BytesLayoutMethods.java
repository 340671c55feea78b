package org.krait.runtime.types;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;

/** The methods of {@code bytes} and {@code bytearray} that fill them up to a width. */
final class BytesLayoutMethods {
  private BytesLayoutMethods() {}

  private static byte fill(PyObject fillbyte, String method) {
    if (fillbyte == null) {
      return ' ';
    }
    if (fillbyte instanceof PyByteString bytes && bytes.length() == 1) {
      return bytes.get(0);
    }
    throw Errors.typeError(
        "%s() argument 2 must be a byte string of length 1, not %s",
        method, fillbyte == PyNone.NONE ? "None" : fillbyte.type().fullName());
  }

  private static PyObject pad(PyByteString self, long left, long right, byte fill) {
    if (left <= 0 && right <= 0) {
      return BytesSearchMethods.unchanged(self);
    }
    int length = self.length();
    byte[] result = new byte[BytesMethods.checkedLength(left + right + length)];
    Arrays.fill(result, fill);
    System.arraycopy(self.store(), self.start(), result, (int) left, length);
    return self.make(result);
  }

  @Method("ljust(self, width, fillchar=NULL, /)")
  static PyObject ljust(PyByteString self, long width, PyObject fillchar) {
    return pad(self, 0, Math.max(0, width - self.length()), fill(fillchar, "ljust"));
  }

  @Method("rjust(self, width, fillchar=NULL, /)")
  static PyObject rjust(PyByteString self, long width, PyObject fillchar) {
    return pad(self, Math.max(0, width - self.length()), 0, fill(fillchar, "rjust"));
  }

  @Method("center(self, width, fillchar=NULL, /)")
  static PyObject center(PyByteString self, long width, PyObject fillchar) {
    long missing = Math.max(0, width - self.length());
    long left = missing / 2 + (missing & width & 1);
    return pad(self, left, missing - left, fill(fillchar, "center"));
  }

  @Method("zfill(self, width, /)")
  static PyObject zfill(PyByteString self, long width) {
    long missing = width - self.length();
    if (missing <= 0) {
      return BytesSearchMethods.unchanged(self);
    }
    PyByteString filled = (PyByteString) pad(self, missing, 0, (byte) '0');
    byte[] bytes = filled.store();
    int first = (int) missing;
    if (self.length() > 0 && (bytes[first] == '+' || bytes[first] == '-')) {
      bytes[0] = bytes[first];
      bytes[first] = '0';
    }
    return filled;
  }

  @Method("expandtabs(self, /, tabsize=8)")
  static PyObject expandtabs(PyByteString self, int tabsize) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(self.length() + 16);
    long column = 0;
    for (int i = 0; i < self.length(); i++) {
      byte b = self.get(i);
      if (b == '\t') {
        long spaces = tabsize > 0 ? tabsize - column % tabsize : 0;
        column += spaces;
        if (result.size() + spaces > Integer.MAX_VALUE - 8) {
          throw Errors.overflowError("result too long");
        }
        result.writeBytes(" ".repeat((int) spaces).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      } else {
        column = b == '\n' || b == '\r' ? 0 : column + 1;
        result.write(b);
      }
    }
    return self.make(result.toByteArray());
  }
}

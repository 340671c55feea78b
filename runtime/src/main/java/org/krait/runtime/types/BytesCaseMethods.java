package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;

/** Case and kinds of characters in {@code bytes} and {@code bytearray}: those of ASCII. */
final class BytesCaseMethods {
  private BytesCaseMethods() {}

  private static boolean isLower(byte b) {
    return b >= 'a' && b <= 'z';
  }

  private static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isAlpha(byte b) {
    return isLower(b) || isUpper(b);
  }

  private static byte toLower(byte b) {
    return isUpper(b) ? (byte) (b + 32) : b;
  }

  private static byte toUpper(byte b) {
    return isLower(b) ? (byte) (b - 32) : b;
  }

  @Method("lower(self)")
  static PyObject lower(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = toLower(self.get(i));
    }
    return self.make(result);
  }

  @Method("upper(self)")
  static PyObject upper(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = toUpper(self.get(i));
    }
    return self.make(result);
  }

  @Method("swapcase(self)")
  static PyObject swapcase(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      byte b = self.get(i);
      result[i] = isAlpha(b) ? (byte) (b ^ 32) : b;
    }
    return self.make(result);
  }

  @Method("capitalize(self)")
  static PyObject capitalize(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = i == 0 ? toUpper(self.get(i)) : toLower(self.get(i));
    }
    return self.make(result);
  }

  @Method("title(self)")
  static PyObject title(PyByteString self) {
    byte[] result = new byte[self.length()];
    boolean inWord = false;
    for (int i = 0; i < result.length; i++) {
      byte b = self.get(i);
      result[i] = inWord ? toLower(b) : toUpper(b);
      inWord = isAlpha(b);
    }
    return self.make(result);
  }

  @Method("isascii(self)")
  static boolean isascii(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (self.get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  @Method("isalpha(self)")
  static boolean isalpha(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!isAlpha(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method("isalnum(self)")
  static boolean isalnum(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!isAlpha(self.get(i)) && !isDigit(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method("isdigit(self)")
  static boolean isdigit(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!isDigit(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method("isspace(self)")
  static boolean isspace(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!BytesSplitMethods.isSpace(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method("islower(self)")
  static boolean islower(PyByteString self) {
    boolean cased = false;
    for (int i = 0; i < self.length(); i++) {
      if (isUpper(self.get(i))) {
        return false;
      }
      cased |= isLower(self.get(i));
    }
    return cased;
  }

  @Method("isupper(self)")
  static boolean isupper(PyByteString self) {
    boolean cased = false;
    for (int i = 0; i < self.length(); i++) {
      if (isLower(self.get(i))) {
        return false;
      }
      cased |= isUpper(self.get(i));
    }
    return cased;
  }

  @Method("istitle(self)")
  static boolean istitle(PyByteString self) {
    boolean cased = false;
    boolean inWord = false;
    for (int i = 0; i < self.length(); i++) {
      byte b = self.get(i);
      if (inWord ? isUpper(b) : isLower(b)) {
        return false;
      }
      inWord = isAlpha(b);
      cased |= inWord;
    }
    return cased;
  }
}

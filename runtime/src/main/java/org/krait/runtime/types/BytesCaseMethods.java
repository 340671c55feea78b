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

  @Method(value = "lower(self)", textSignature = false)
  static PyObject lower(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = toLower(self.get(i));
    }
    return self.make(result);
  }

  @Method(value = "upper(self)", textSignature = false)
  static PyObject upper(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = toUpper(self.get(i));
    }
    return self.make(result);
  }

  @Method(value = "swapcase(self)", textSignature = false)
  static PyObject swapcase(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      byte b = self.get(i);
      result[i] = isAlpha(b) ? (byte) (b ^ 32) : b;
    }
    return self.make(result);
  }

  @Method(value = "capitalize(self)", textSignature = false)
  static PyObject capitalize(PyByteString self) {
    byte[] result = new byte[self.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = i == 0 ? toUpper(self.get(i)) : toLower(self.get(i));
    }
    return self.make(result);
  }

  @Method(value = "title(self)", textSignature = false)
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

  @Method(value = "isascii(self)", textSignature = false)
  static boolean isascii(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (self.get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "isalpha(self)", textSignature = false)
  static boolean isalpha(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!isAlpha(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method(value = "isalnum(self)", textSignature = false)
  static boolean isalnum(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!isAlpha(self.get(i)) && !isDigit(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method(value = "isdigit(self)", textSignature = false)
  static boolean isdigit(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!isDigit(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method(value = "isspace(self)", textSignature = false)
  static boolean isspace(PyByteString self) {
    for (int i = 0; i < self.length(); i++) {
      if (!BytesSplitMethods.isSpace(self.get(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method(value = "islower(self)", textSignature = false)
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

  @Method(value = "isupper(self)", textSignature = false)
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

  @Method(value = "istitle(self)", textSignature = false)
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

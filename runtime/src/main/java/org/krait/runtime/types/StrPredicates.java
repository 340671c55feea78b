package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.text.Unicode;

/** The questions {@code str.isalpha()} and its like; most are asked of single characters. */
final class StrPredicates {
  private StrPredicates() {}

  @Method("isascii(self, /)")
  static boolean isascii(PyStr self) {
    return self.isAscii();
  }

  @Method("isalpha(self, /)")
  static boolean isalpha(PyStr self) {
    int only = self.onlyCharacter();
    return only >= 0 ? Unicode.isAlpha(only) : areAlpha(self);
  }

  private static boolean areAlpha(PyStr self) {
    int length = self.length();
    for (int i = 0; i < length; i++) {
      if (!Unicode.isAlpha(self.codePointAt(i))) {
        return false;
      }
    }
    return length > 0;
  }

  @Method("isalnum(self, /)")
  static boolean isalnum(PyStr self) {
    int only = self.onlyCharacter();
    return only >= 0 ? Unicode.isAlnum(only) : areAlnum(self);
  }

  private static boolean areAlnum(PyStr self) {
    int length = self.length();
    for (int i = 0; i < length; i++) {
      if (!Unicode.isAlnum(self.codePointAt(i))) {
        return false;
      }
    }
    return length > 0;
  }

  @Method("isdecimal(self, /)")
  static boolean isdecimal(PyStr self) {
    for (int i = 0; i < self.length(); i++) {
      if (!Unicode.isDecimal(self.codePointAt(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method("isdigit(self, /)")
  static boolean isdigit(PyStr self) {
    int only = self.onlyCharacter();
    return only >= 0 ? Unicode.isDigit(only) : areDigit(self);
  }

  private static boolean areDigit(PyStr self) {
    int length = self.length();
    for (int i = 0; i < length; i++) {
      if (!Unicode.isDigit(self.codePointAt(i))) {
        return false;
      }
    }
    return length > 0;
  }

  @Method("isnumeric(self, /)")
  static boolean isnumeric(PyStr self) {
    for (int i = 0; i < self.length(); i++) {
      if (!Unicode.isNumeric(self.codePointAt(i))) {
        return false;
      }
    }
    return self.length() > 0;
  }

  @Method("isspace(self, /)")
  static boolean isspace(PyStr self) {
    int only = self.onlyCharacter();
    return only >= 0 ? Unicode.isSpace(only) : areSpace(self);
  }

  private static boolean areSpace(PyStr self) {
    int length = self.length();
    for (int i = 0; i < length; i++) {
      if (!Unicode.isSpace(self.codePointAt(i))) {
        return false;
      }
    }
    return length > 0;
  }

  @Method("isprintable(self, /)")
  static boolean isprintable(PyStr self) {
    for (int i = 0; i < self.length(); i++) {
      if (!Unicode.isPrintable(self.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  @Method("isidentifier(self, /)")
  static boolean isidentifier(PyStr self) {
    return StrMethods.isIdentifier(self);
  }

  @Method("islower(self, /)")
  static boolean islower(PyStr self) {
    int only = self.onlyCharacter();
    return only >= 0 ? Unicode.isLower(only) : areLower(self);
  }

  private static boolean areLower(PyStr self) {
    boolean cased = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.codePointAt(i);
      if (Unicode.isUpper(c) || Unicode.isTitle(c)) {
        return false;
      }
      cased |= Unicode.isLower(c);
    }
    return cased;
  }

  @Method("isupper(self, /)")
  static boolean isupper(PyStr self) {
    int only = self.onlyCharacter();
    return only >= 0 ? Unicode.isUpper(only) : areUpper(self);
  }

  private static boolean areUpper(PyStr self) {
    boolean cased = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.codePointAt(i);
      if (Unicode.isLower(c) || Unicode.isTitle(c)) {
        return false;
      }
      cased |= Unicode.isUpper(c);
    }
    return cased;
  }

  @Method("istitle(self, /)")
  static boolean istitle(PyStr self) {
    boolean cased = false;
    boolean inWord = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.codePointAt(i);
      if (Unicode.isUpper(c) || Unicode.isTitle(c)) {
        if (inWord) {
          return false;
        }
        inWord = true;
        cased = true;
      } else if (Unicode.isLower(c)) {
        if (!inWord) {
          return false;
        }
        cased = true;
      } else {
        inWord = false;
      }
    }
    return cased;
  }
}

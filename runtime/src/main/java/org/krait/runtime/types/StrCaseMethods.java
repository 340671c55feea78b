package org.krait.runtime.types;

import java.util.Locale;
import org.krait.annotations.Method;
import org.krait.runtime.text.CaseMapping;
import org.krait.runtime.text.PyStrBuilder;
import org.krait.runtime.text.Unicode;

/** The methods of {@code str} that change case. */
final class StrCaseMethods {
  private static final int CAPITAL_SIGMA = 0x3a3;
  private static final int SMALL_SIGMA = 0x3c3;
  private static final int FINAL_SIGMA = 0x3c2;

  private StrCaseMethods() {}

  /** The text for Java when all of it is below U+0100, where Java and Unicode 15.0 agree; or null. */
  private static String latin1(PyStr self) {
    String units = self.units();
    if (units == null) {
      return null;
    }
    for (int i = 0; i < units.length(); i++) {
      if (units.charAt(i) > 0xff) {
        return null;
      }
    }
    return units;
  }

  @Method("lower(self, /)")
  static PyStr lower(PyStr self) {
    long word = self.word();
    if (word != 0 && ShortText.isAscii(word)) {
      return PyStr.ofShort(ShortText.lower(word));
    }
    if (self.high() != 0 && self.isAscii()) {
      return MediumText.lower(self.low(), self.high());
    }
    if (self.isAscii()) {
      return AsciiCase.lower(self.units());
    }
    String simple = latin1(self);
    if (simple != null) {
      return PyStr.ofUnits(simple.toLowerCase(Locale.ROOT));
    }
    String units = self.units();
    if (units != null && units.indexOf(CAPITAL_SIGMA) < 0) {
      String lower = CaseMapping.LOWER.map(units);
      if (lower != null) {
        return PyStr.ofUnits(lower);
      }
    }
    PyStrBuilder result = new PyStrBuilder(self.length());
    for (int i = 0; i < self.length(); i++) {
      appendLower(self, i, result);
    }
    return result.toPyStr();
  }

  private static void appendLower(PyStr self, int index, PyStrBuilder result) {
    int c = self.codePointAt(index);
    if (c == CAPITAL_SIGMA) {
      result.append(endsWord(self, index) ? FINAL_SIGMA : SMALL_SIGMA);
    } else {
      CaseMapping.LOWER.append(c, result);
    }
  }

  /** Whether a letter stands before but none behind, case-ignorable characters not counted. */
  private static boolean endsWord(PyStr text, int index) {
    int before = index - 1;
    while (before >= 0 && Unicode.isCaseIgnorable(text.codePointAt(before))) {
      before--;
    }
    if (before < 0 || !Unicode.isCased(text.codePointAt(before))) {
      return false;
    }
    int behind = index + 1;
    while (behind < text.length() && Unicode.isCaseIgnorable(text.codePointAt(behind))) {
      behind++;
    }
    return behind == text.length() || !Unicode.isCased(text.codePointAt(behind));
  }

  @Method("upper(self, /)")
  static PyStr upper(PyStr self) {
    long word = self.word();
    if (word != 0 && ShortText.isAscii(word)) {
      return PyStr.ofShort(ShortText.upper(word));
    }
    if (self.high() != 0 && self.isAscii()) {
      return MediumText.upper(self.low(), self.high());
    }
    if (self.isAscii()) {
      return AsciiCase.upper(self.units());
    }
    String simple = latin1(self);
    if (simple != null) {
      return PyStr.ofUnits(simple.toUpperCase(Locale.ROOT));
    }
    return mapped(self, CaseMapping.UPPER);
  }

  @Method("casefold(self, /)")
  static PyStr casefold(PyStr self) {
    return self.isAscii() ? lower(self) : mapped(self, CaseMapping.FOLD);
  }

  private static PyStr mapped(PyStr self, CaseMapping mapping) {
    String simple = self.units() == null ? null : mapping.map(self.units());
    if (simple != null) {
      return PyStr.ofUnits(simple);
    }
    PyStrBuilder result = new PyStrBuilder(self.length());
    for (int i = 0; i < self.length(); i++) {
      mapping.append(self.codePointAt(i), result);
    }
    return result.toPyStr();
  }

  @Method("title(self, /)")
  static PyStr title(PyStr self) {
    PyStrBuilder result = new PyStrBuilder(self.length());
    boolean inWord = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.codePointAt(i);
      if (inWord) {
        appendLower(self, i, result);
      } else {
        CaseMapping.TITLE.append(c, result);
      }
      inWord = Unicode.isCased(c);
    }
    return result.toPyStr();
  }

  @Method("capitalize(self, /)")
  static PyStr capitalize(PyStr self) {
    if (self.length() == 0) {
      return PyStr.EMPTY;
    }
    PyStrBuilder result = new PyStrBuilder(self.length());
    CaseMapping.TITLE.append(self.codePointAt(0), result);
    for (int i = 1; i < self.length(); i++) {
      appendLower(self, i, result);
    }
    return result.toPyStr();
  }

  @Method("swapcase(self, /)")
  static PyStr swapcase(PyStr self) {
    PyStrBuilder result = new PyStrBuilder(self.length());
    for (int i = 0; i < self.length(); i++) {
      int c = self.codePointAt(i);
      if (Unicode.isUpper(c)) {
        appendLower(self, i, result);
      } else if (Unicode.isLower(c)) {
        CaseMapping.UPPER.append(c, result);
      } else {
        result.append(c);
      }
    }
    return result.toPyStr();
  }
}

package org.krait.stdlib.expat;

import java.util.function.BooleanSupplier;
import org.krait.runtime.types.PyStr;

/** Comments and processing instructions, which can stand nearly anywhere. */
final class Markup {
  private Markup() {}

  private static XmlFault invalid(XmlText s, int place) {
    return new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? place : -1);
  }

  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  static boolean comment(XmlEngine engine, XmlText s, BooleanSupplier incomplete) {
    for (int i = s.at + 4; i < s.end; i++) {
      if (!XmlChars.isChar(s.chars[i]) && !Character.isSurrogate(s.chars[i])) {
        throw invalid(s, i);
      }
      if (s.chars[i] == '-' && i + 1 < s.end && s.chars[i + 1] == '-') {
        if (i + 2 >= s.end) {
          return incomplete.getAsBoolean();
        }
        if (s.chars[i + 2] != '>') {
          throw invalid(s, i + 2);
        }
        engine.tell(Handler.COMMENT, s, s.at, i + 3, PyStr.of(lines(s.text(s.at + 4, i))));
        s.at = i + 3;
        return true;
      }
    }
    return incomplete.getAsBoolean();
  }

  static boolean instruction(XmlEngine engine, XmlText s, BooleanSupplier incomplete) {
    int at = s.at + 2;
    if (at < s.end && !XmlChars.isNameStart(s.chars[at])) {
      throw invalid(s, at);
    }
    while (at < s.end && XmlChars.isName(s.chars[at])) {
      at++;
    }
    int nameEnd = at;
    int end = s.indexOf("?>", at);
    if (end < 0) {
      return incomplete.getAsBoolean();
    }
    String target = s.text(s.at + 2, nameEnd);
    if (target.equalsIgnoreCase("xml")) {
      throw target.equals("xml")
          ? new XmlFault(XmlError.MISPLACED_XML_PI, s.isMain ? s.at : -1)
          : invalid(s, nameEnd);
    }
    if (nameEnd < end && !XmlChars.isSpace(s.chars[nameEnd])) {
      throw invalid(s, nameEnd);
    }
    int data = nameEnd;
    while (data < end && XmlChars.isSpace(s.chars[data])) {
      data++;
    }
    engine.tell(
        Handler.PROCESSING_INSTRUCTION, s, s.at, end + 2,
        PyStr.of(target), PyStr.of(lines(s.text(data, end))));
    s.at = end + 2;
    return true;
  }
}

package org.krait.stdlib.expat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code <?xml version="1.0" encoding="…" standalone="…"?>}.
 *
 * @param standalone 1 yes, 0 no, -1 not said
 */
record XmlDeclaration(String version, String encoding, int standalone) {
  private static final Pattern PART =
      Pattern.compile("[ \\t\\r\\n]+([a-z]+)[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ENCODING = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._:-]+");

  static XmlDeclaration read(XmlText s, int from, int end, boolean isText) {
    XmlError error = isText ? XmlError.TEXT_DECL : XmlError.XML_DECL;
    String text = s.text(from, end);
    Matcher matcher = PART.matcher(text);
    String version = null;
    String encoding = null;
    int standalone = -1;
    int at = 0;
    int stage = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      int place = s.isMain ? from + matcher.start(matcher.group(2) != null ? 2 : 3) : -1;
      switch (matcher.group(1)) {
        case "version" -> {
          check(stage == 0 && VERSION.matcher(value).matches(), error, place);
          version = value;
          stage = 1;
        }
        case "encoding" -> {
          check((stage == 1 || isText && stage == 0) && ENCODING.matcher(value).matches(), error, place);
          encoding = value;
          stage = 2;
        }
        case "standalone" -> {
          boolean good = value.equals("yes") || value.equals("no");
          check(!isText && stage >= 1 && stage < 3 && good, error, place);
          standalone = value.equals("yes") ? 1 : 0;
          stage = 3;
        }
        default -> check(false, error, s.isMain ? from + matcher.start(1) : -1);
      }
      at = matcher.end();
    }
    int rest = at;
    while (rest < text.length() && XmlChars.isSpace(text.charAt(rest))) {
      rest++;
    }
    boolean complete = isText ? encoding != null : version != null;
    check(rest == text.length() && complete, error, s.isMain ? from + rest : -1);
    return new XmlDeclaration(version, encoding, standalone);
  }

  private static void check(boolean good, XmlError error, int place) {
    if (!good) {
      throw new XmlFault(error, place);
    }
  }
}

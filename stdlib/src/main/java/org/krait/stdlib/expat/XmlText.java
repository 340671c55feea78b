package org.krait.stdlib.expat;

/** Text that is being read: the document, to which more is appended, or the text of an entity. */
final class XmlText {
  char[] chars;
  int at;
  int end;

  /** Whether nothing will be appended. */
  boolean complete;

  /** Whether it is a document and no entity inside one: places are counted in documents. */
  final boolean isMain;

  private XmlEncoding encoding = XmlEncoding.UTF_8;
  private int counted;
  private long line = 1;
  private long column;
  private long bytes;

  XmlText() {
    chars = new char[1024];
    isMain = true;
  }

  XmlText(String text) {
    chars = text.toCharArray();
    end = chars.length;
    complete = true;
    isMain = false;
  }

  void append(String text) {
    int used = Math.min(counted, at);
    if (used > 0 && end + text.length() > chars.length) {
      System.arraycopy(chars, used, chars, 0, end - used);
      at -= used;
      end -= used;
      counted -= used;
    }
    if (end + text.length() > chars.length) {
      chars = java.util.Arrays.copyOf(chars, Math.max(end + text.length(), 2 * chars.length));
    }
    text.getChars(0, text.length(), chars, end);
    end += text.length();
  }

  void setEncoding(XmlEncoding value) {
    count(at);
    encoding = value;
  }

  /** A byte order mark of so many bytes was there; it counts as a character. */
  void skipMark(int count) {
    bytes += count;
    column += count > 0 ? 1 : 0;
  }

  String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  boolean startsWith(int from, String prefix) {
    if (end - from < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (chars[from + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rest, shorter than a word, is its beginning. */
  boolean isPrefixOf(int from, String word) {
    return end - from < word.length() && word.startsWith(text(from, end));
  }

  int indexOf(String wanted, int from) {
    for (int i = from; i + wanted.length() <= end; i++) {
      if (chars[i] == wanted.charAt(0) && startsWith(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** Brings the counters to a place that is not before the last one. */
  void count(int place) {
    for (; counted < place; counted++) {
      char c = chars[counted];
      bytes += encoding.length(c);
      if (c == '\n') {
        boolean afterReturn = counted > 0 && chars[counted - 1] == '\r';
        line += afterReturn ? 0 : 1;
        column = 0;
      } else if (c == '\r') {
        line++;
        column = 0;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
  }

  long line() {
    return line;
  }

  long column() {
    return column;
  }

  long bytes() {
    return bytes;
  }
}

package org.krait.stdlib.expat;

import java.util.Arrays;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * Parses a document that comes in pieces: decodes bytes and leads from the prolog through the root
 * element to the end.
 */
public final class XmlEngine {
  private static final int LONGEST_DECLARATION = 4096;

  final XmlEvents events;
  final XmlText text = new XmlText();
  final Dtd dtd;
  private final ContentParser content;
  private final PrologParser prolog;

  /** Given from outside, what a declaration says does not matter; null for none. */
  private XmlEncoding forced;

  private XmlEncoding encoding;
  private byte[] waiting = {};
  private boolean started;
  private boolean beganText;
  private boolean isExternal;

  private XmlError error;
  boolean finished;
  private long fed;
  private boolean parsedAny;

  public XmlEngine(
      XmlEvents events, Character separator, boolean prefixes, boolean namespaces) {
    this(events, new Dtd(), new Names(separator, prefixes, namespaces));
  }

  private XmlEngine(XmlEvents events, Dtd dtd, Names names) {
    this.events = events;
    this.dtd = dtd;
    content = new ContentParser(this, names);
    prolog = new PrologParser(this);
  }

  /** A parser of an external entity that a handler was asked to open. */
  XmlEngine external(XmlEvents newEvents, boolean asDtd) {
    XmlEngine engine = new XmlEngine(newEvents, dtd, content.names.copy());
    engine.isExternal = true;
    engine.prolog.setExternal(asDtd);
    engine.prolog.parameterParsing = prolog.parameterParsing;
    return engine;
  }

  void setPrefixes(boolean value) {
    content.names.prefixes = value;
  }

  /** Whether a document is not being parsed. */
  boolean isIdle() {
    return !parsedAny || finished;
  }

  void setParameterParsing(int mode) {
    prolog.parameterParsing = mode;
  }

  void useForeignDtd(boolean value) {
    prolog.foreignDtd = value;
  }

  /** Has the document read in an encoding, whatever it says of itself. */
  public void force(XmlEncoding value) {
    forced = value;
  }

  /** What is wrong with the document, or null. */
  public XmlError error() {
    return error;
  }

  /** The line, from 1, that the parser has come to. */
  public long line() {
    return text.line();
  }

  /** The column there, from 0. */
  public long column() {
    return text.column();
  }

  /** Takes a piece; false when the document is wrong: then there is an {@link #error}. */
  public boolean parse(byte[] bytes, boolean last) {
    if (finished) {
      error = XmlError.FINISHED;
      return false;
    }
    parsedAny = true;
    fed += bytes.length;
    try {
      waiting = joined(waiting, bytes);
      text.complete = false;
      boolean partial = decode(last);
      text.complete = last;
      run();
      if (partial) {
        // The rest is no character: found out when the parser gets there.
        text.count(text.end);
        throw new XmlFault(rest(last), text.end);
      }
      if (last) {
        end();
        text.count(text.end);
        finished = true;
      }
      return true;
    } catch (XmlFault fault) {
      if (fault.place >= 0) {
        text.count(fault.place);
      }
      error = fault.error;
      finished = true;
      return false;
    } catch (RuntimeException e) {
      finished = true;
      throw e;
    }
  }

  private boolean broken;

  private static byte[] joined(byte[] a, byte[] b) {
    if (a.length == 0) {
      return b;
    }
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private void end() {
    if (isExternal && !prolog.isDtd()) {
      content.endOfEntity(text);
      return;
    }
    if (isExternal) {
      return;
    }
    if (!content.seenRoot() || content.depth() > 0) {
      text.count(text.end);
      throw new XmlFault(
          content.inCdata() ? XmlError.UNCLOSED_CDATA_SECTION : XmlError.NO_ELEMENTS, text.end);
    }
  }

  /** What is wrong with bytes that are no character: half a unit of UTF-16 belongs to no token at all. */
  private XmlError rest(boolean last) {
    if (!last || waiting.length == 0 || broken) {
      return XmlError.INVALID_TOKEN;
    }
    return encoding.isWide() && waiting.length == 1 ? XmlError.UNCLOSED_TOKEN : XmlError.PARTIAL_CHAR;
  }

  // ---- bytes to text

  /** Appends what can be decoded; true when what follows is no character. */
  private boolean decode(boolean last) {
    if (encoding == null && !detect(last)) {
      return false;
    }
    if (!started) {
      int declaration = declarationLength(last);
      if (declaration < 0) {
        return false;
      }
      started = true;
      if (declaration > 0) {
        append(declaration);
        text.complete = false;
        run();
      }
    }
    XmlEncoding.Decoded decoded = append(waiting.length);
    broken = decoded.broken();
    return decoded.broken() || last && waiting.length > 0;
  }

  private XmlEncoding.Decoded append(int count) {
    XmlEncoding.Decoded decoded = encoding.decode(waiting, 0, count);
    text.append(decoded.text());
    waiting = Arrays.copyOfRange(waiting, decoded.used(), waiting.length);
    return decoded;
  }

  private boolean detect(boolean last) {
    if (waiting.length < 4 && !last) {
      boolean plain =
          waiting.length > 0 && (waiting[0] & 0xff) < 0x80 && waiting[0] != 0 && waiting[0] != '<';
      boolean halfMark = waiting.length == 2 && (waiting[0] & 0xff) == 0xef;
      if (!plain && waiting.length < 2 || halfMark) {
        return false;
      }
    }
    int first = waiting.length > 0 ? waiting[0] & 0xff : -1;
    int second = waiting.length > 1 ? waiting[1] & 0xff : -1;
    if (second < 0 && (first == 0 || first == 0xef || first >= 0xfe)) {
      throw new XmlFault(XmlError.UNCLOSED_TOKEN, text.end);
    }
    int mark = 0;
    XmlEncoding found = forced != null ? forced : XmlEncoding.UTF_8;
    if (first == 0xfe && second == 0xff) {
      found = XmlEncoding.UTF_16BE;
      mark = 2;
    } else if (first == 0xff && second == 0xfe) {
      found = XmlEncoding.UTF_16LE;
      mark = 2;
    } else if (first == 0xef && second == 0xbb && waiting.length > 2) {
      mark = (waiting[2] & 0xff) == 0xbf ? 3 : 0;
    } else if (first == 0 && second >= 0) {
      found = XmlEncoding.UTF_16BE;
    } else if (second == 0) {
      found = XmlEncoding.UTF_16LE;
    }
    encoding = found;
    text.setEncoding(found);
    text.skipMark(mark);
    waiting = Arrays.copyOfRange(waiting, mark, waiting.length);
    return true;
  }

  /** How many bytes an XML declaration at the start has; 0 for none, -1 when more must come first. */
  private int declarationLength(boolean last) {
    int width = encoding.isWide() ? 2 : 1;
    String start = encoding.decode(waiting, 0, Math.min(waiting.length, LONGEST_DECLARATION)).text();
    String opening = "<?xml";
    if (start.length() < opening.length() + 1) {
      return opening.startsWith(start.substring(0, Math.min(5, start.length()))) && !last ? -1 : 0;
    }
    if (!start.startsWith(opening)) {
      return 0;
    }
    int end = start.indexOf("?>");
    if (end < 0) {
      return last || start.length() >= LONGEST_DECLARATION ? 0 : -1;
    }
    return (end + 2) * width;
  }

  /** The encoding that a declaration names, at a place in the text. */
  void declareEncoding(String name, int place) {
    if (forced != null) {
      return;
    }
    XmlEncoding named = XmlEncoding.known(name);
    if (named == null) {
      char[] table = events.encoding(name);
      if (table == null || !XmlEncoding.hasMarkup(table)) {
        throw new XmlFault(XmlError.UNKNOWN_ENCODING, place);
      }
      named = XmlEncoding.ofTable(name, table);
    }
    if (named.isWide() != encoding.isWide()) {
      throw new XmlFault(XmlError.INCORRECT_ENCODING, place);
    }
    if (!named.isWide()) {
      encoding = named;
      text.setEncoding(named);
    }
  }

  /** How many characters are told at once: Expat converts what is not in UTF-8 in pieces. */
  int longestText() {
    return encoding == XmlEncoding.UTF_8 ? Integer.MAX_VALUE : 1024;
  }

  // ---- phases

  private void run() {
    beganText |= text.end > 0;
    if (isExternal && !prolog.isDtd()) {
      if (prolog.readTextDeclaration(text)) {
        content.run(text, 0);
      }
      return;
    }
    while (true) {
      if (content.depth() > 0) {
        if (!content.run(text, 1)) {
          return;
        }
      } else if (!prolog.step(text)) {
        return;
      }
    }
  }

  /** The root element begins. */
  boolean startRoot(XmlText source) {
    return content.startTag(source);
  }

  boolean seenRoot() {
    return content.seenRoot();
  }

  ContentParser content() {
    return content;
  }

  // ---- events

  /** An event begins here. */
  void mark(XmlText source) {
    if (source.isMain) {
      source.count(source.at);
    }
  }

  /** Calls a handler, or shows the raw text where there is none. */
  boolean tell(Handler handler, XmlText source, int from, int to, PyObject... args) {
    if (events.has(handler)) {
      events.call(handler, args);
      return true;
    }
    events.raw(source.text(from, to));
    return false;
  }

  static PyObject string(String value) {
    return value == null ? PyNone.NONE : PyStr.of(value);
  }

  static PyObject flag(boolean value) {
    return PyLong.of(value ? 1 : 0);
  }

  /** Whether the parser has to do with so much more text than it was given that it must be an attack. */
  void checkAmplification(long expanded) {
    if (expanded > 8L << 20 && expanded / Math.max(1, fed) > 100) {
      throw XmlFault.here(XmlError.AMPLIFICATION_LIMIT_BREACH);
    }
  }
}

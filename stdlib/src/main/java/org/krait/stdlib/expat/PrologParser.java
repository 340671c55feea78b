package org.krait.stdlib.expat;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** What stands before and behind the root element: declarations, comments, processing instructions. */
final class PrologParser {
  private static final int ALWAYS = 2;

  private final XmlEngine engine;
  private final XmlEvents events;
  private boolean atStart = true;
  private boolean doctypeSeen;

  /** Whether the internal subset, or a DTD of its own, is being read. */
  private boolean inSubset;

  private boolean external;
  private boolean dtdOnly;
  private Declaration declaration;
  int parameterParsing;
  boolean foreignDtd;

  PrologParser(XmlEngine engine) {
    this.engine = engine;
    this.events = engine.events;
  }

  void setExternal(boolean asDtd) {
    external = true;
    dtdOnly = asDtd;
    inSubset = asDtd;
  }

  boolean isDtd() {
    return dtdOnly;
  }

  private boolean incomplete(XmlText s) {
    if (s.complete) {
      throw new XmlFault(XmlError.UNCLOSED_TOKEN, s.isMain ? s.at : -1);
    }
    return false;
  }

  private static XmlFault syntax(XmlText s) {
    return new XmlFault(XmlError.SYNTAX, s.isMain ? s.at : -1);
  }

  /** Reads one token; false when there is none to be had, or not yet. */
  boolean step(XmlText s) {
    if (s.at >= s.end) {
      return false;
    }
    engine.mark(s);
    char c = s.chars[s.at];
    if (c == '<' && declaration == null) {
      return angle(s);
    }
    DtdToken token = DtdToken.read(s);
    if (engine.seenRoot() && !XmlChars.isSpace(c)) {
      throw new XmlFault(XmlError.JUNK_AFTER_DOC_ELEMENT, s.at);
    }
    if (token == null) {
      return incomplete(s);
    }
    s.at = token.to();
    atStart = false;
    take(s, token);
    return true;
  }

  private boolean angle(XmlText s) {
    if (s.at + 1 >= s.end) {
      return incomplete(s);
    }
    char c = s.chars[s.at + 1];
    if (c == '?') {
      return atStart && isDeclaration(s)
          ? xmlDeclaration(s, false)
          : Markup.instruction(engine, s, () -> incomplete(s)) && started();
    }
    if (c == '!') {
      if (s.startsWith(s.at, "<!--")) {
        return Markup.comment(engine, s, () -> incomplete(s)) && started();
      }
      if (s.isPrefixOf(s.at, "<!--")) {
        return incomplete(s);
      }
      return declare(s);
    }
    if (!XmlChars.isNameStart(c) && !Character.isSurrogate(c)) {
      throw new XmlFault(XmlError.INVALID_TOKEN, s.at + 1);
    }
    if (inSubset || engine.seenRoot()) {
      throw new XmlFault(
          inSubset ? XmlError.INVALID_TOKEN : XmlError.JUNK_AFTER_DOC_ELEMENT, s.at);
    }
    if (!doctypeSeen && foreignDtd) {
      foreignDtd = false;
      engine.dtd.hasParameterReferences = true;
      externalSubset(null, null);
    }
    return engine.startRoot(s) && started();
  }

  private boolean started() {
    atStart = false;
    return true;
  }

  private boolean declare(XmlText s) {
    DtdToken token = DtdToken.read(s);
    if (token == null) {
      return incomplete(s);
    }
    String keyword = token.text().substring(2);
    if (engine.seenRoot()) {
      throw new XmlFault(XmlError.JUNK_AFTER_DOC_ELEMENT, s.at);
    }
    boolean allowed =
        inSubset
            ? Declaration.isKnown(keyword)
            : keyword.equals("DOCTYPE") && !doctypeSeen;
    if (!allowed) {
      throw syntax(s);
    }
    doctypeSeen |= !inSubset;
    declaration = Declaration.of(keyword, engine, this);
    s.at = token.to();
    if (!declaration.isHandled()) {
      events.raw(token.text());
    }
    return started();
  }

  private void take(XmlText s, DtdToken token) {
    if (declaration != null) {
      Declaration now = declaration;
      boolean handled = now.isHandled();
      if (token.kind() == DtdToken.Kind.PARAMETER_REFERENCE) {
        throw new XmlFault(XmlError.PARAM_ENTITY_REF, s.isMain ? token.from() : -1);
      }
      boolean done;
      try {
        done = token.kind() != DtdToken.Kind.SPACE && now.token(token);
      } catch (XmlFault fault) {
        throw fault.place == -1 && fault.error == XmlError.SYNTAX && s.isMain
            ? new XmlFault(XmlError.SYNTAX, token.from())
            : fault;
      }
      if (!handled) {
        events.raw(token.text());
      }
      if (done) {
        declaration = null;
      }
      return;
    }
    switch (token.kind()) {
      case SPACE -> events.raw(token.text());
      case PARAMETER_REFERENCE -> {
        if (!inSubset) {
          throw new XmlFault(XmlError.SYNTAX, token.from());
        }
        parameterReference(token);
      }
      case CLOSE_BRACKET -> {
        if (!inSubset || external) {
          throw new XmlFault(XmlError.SYNTAX, token.from());
        }
        inSubset = false;
        declaration = doctype;
        if (!events.has(Handler.START_DOCTYPE_DECL)) {
          events.raw(token.text());
        }
      }
      default -> throw new XmlFault(XmlError.SYNTAX, s.isMain ? token.from() : -1);
    }
  }

  /** The document type declaration, while the internal subset is being read. */
  private Declaration doctype;

  void openSubset(Declaration owner) {
    doctype = owner;
    declaration = null;
    inSubset = true;
  }

  // ---- parameter entities

  private void parameterReference(DtdToken token) {
    Dtd dtd = engine.dtd;
    String name = token.text().substring(1, token.text().length() - 1);
    dtd.hasParameterReferences = true;
    Dtd.Entity entity = dtd.parameters.get(name);
    if (parameterParsing == 0) {
      dtd.keepsProcessing = dtd.standalone;
      events.raw(token.text());
    } else if (entity == null) {
      dtd.keepsProcessing = dtd.standalone;
      skipped(name, token);
    } else if (entity.open) {
      throw XmlFault.here(XmlError.RECURSIVE_ENTITY_REF);
    } else {
      include(entity, token);
    }
    checkStandalone();
  }

  private void skipped(String name, DtdToken token) {
    if (events.has(Handler.SKIPPED_ENTITY)) {
      events.call(Handler.SKIPPED_ENTITY, PyStr.of(name), PyLong.ONE);
    } else {
      events.raw(token.text());
    }
  }

  private void include(Dtd.Entity entity, DtdToken token) {
    entity.open = true;
    try {
      if (entity.text != null) {
        XmlText inner = new XmlText(entity.text);
        while (step(inner)) {}
        if (declaration != null) {
          throw XmlFault.here(XmlError.INCOMPLETE_PE);
        }
      } else if (events.has(Handler.EXTERNAL_ENTITY_REF)) {
        ask(entity.base, entity.systemId, entity.publicId);
      } else {
        skipped(entity.name, token);
      }
    } finally {
      entity.open = false;
    }
  }

  private void ask(String base, String systemId, String publicId) {
    PyObject answer =
        events.call(
            Handler.EXTERNAL_ENTITY_REF,
            XmlEngine.string(null),
            XmlEngine.string(base),
            XmlEngine.string(systemId),
            XmlEngine.string(publicId));
    if (!org.krait.runtime.Objects.isTrue(answer)) {
      throw XmlFault.here(XmlError.EXTERNAL_ENTITY_HANDLING);
    }
  }

  /** The external subset of the document type, if it is to be read. */
  void externalSubset(String systemId, String publicId) {
    Dtd dtd = engine.dtd;
    boolean wanted =
        parameterParsing == ALWAYS || parameterParsing == 1 && !dtd.standalone;
    if (wanted && events.has(Handler.EXTERNAL_ENTITY_REF)) {
      ask(events.base(), systemId, publicId);
      checkStandalone();
    }
  }

  /** A document refers to an external subset that will not be read. */
  void unreadSubset() {
    if (parameterParsing == 0) {
      checkStandalone();
    }
  }

  private void checkStandalone() {
    if (!engine.dtd.standalone && events.has(Handler.NOT_STANDALONE)) {
      PyObject answer = events.call(Handler.NOT_STANDALONE);
      if (!org.krait.runtime.Objects.isTrue(answer)) {
        throw XmlFault.here(XmlError.NOT_STANDALONE);
      }
    }
  }

  // ---- the XML declaration

  private static boolean isDeclaration(XmlText s) {
    return s.startsWith(s.at, "<?xml")
        && s.at + 5 < s.end
        && (XmlChars.isSpace(s.chars[s.at + 5]) || s.chars[s.at + 5] == '?');
  }

  /** Reads what may stand at the start of an external entity; false while it may still come. */
  boolean readTextDeclaration(XmlText s) {
    if (!atStart) {
      return true;
    }
    if (s.isPrefixOf(s.at, "<?xml ") && !s.complete) {
      return false;
    }
    if (isDeclaration(s)) {
      engine.mark(s);
      return xmlDeclaration(s, true);
    }
    return started();
  }

  private boolean xmlDeclaration(XmlText s, boolean isText) {
    int end = s.indexOf("?>", s.at);
    if (end < 0) {
      return incomplete(s);
    }
    XmlDeclaration read = XmlDeclaration.read(s, s.at + 5, end, isText || external);
    engine.tell(
        Handler.XML_DECL, s, s.at, end + 2,
        XmlEngine.string(read.version()),
        XmlEngine.string(read.encoding()),
        PyLong.of(read.standalone()));
    engine.dtd.standalone |= read.standalone() == 1;
    if (read.encoding() != null) {
      int word = s.indexOf("encoding", s.at);
      engine.declareEncoding(read.encoding(), s.indexOf(read.encoding(), word + 8));
    }
    s.at = end + 2;
    return started();
  }
}

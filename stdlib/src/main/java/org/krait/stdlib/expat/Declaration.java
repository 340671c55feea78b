package org.krait.stdlib.expat;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** A declaration that is being read, token by token. */
abstract class Declaration {
  final XmlEngine engine;
  final XmlEvents events;
  int stage;

  Declaration(XmlEngine engine) {
    this.engine = engine;
    this.events = engine.events;
  }

  static boolean isKnown(String keyword) {
    return List.of("ELEMENT", "ATTLIST", "ENTITY", "NOTATION").contains(keyword);
  }

  static Declaration of(String keyword, XmlEngine engine, PrologParser prolog) {
    return switch (keyword) {
      case "ELEMENT" -> new ElementDeclaration(engine);
      case "ATTLIST" -> new AttributeDeclaration(engine);
      case "ENTITY" -> new EntityDeclaration(engine);
      case "NOTATION" -> new NotationDeclaration(engine);
      default -> new DoctypeDeclaration(engine, prolog);
    };
  }

  /** Whether a handler is there for it, so that the default handler is not told. */
  abstract boolean isHandled();

  /** Takes a token that is no white space; whether it was the last one. */
  abstract boolean token(DtdToken token);

  static XmlFault syntax() {
    return XmlFault.here(XmlError.SYNTAX);
  }

  static void need(DtdToken token, DtdToken.Kind kind) {
    if (token.kind() != kind) {
      throw syntax();
    }
  }

  static String publicId(DtdToken token) {
    need(token, DtdToken.Kind.LITERAL);
    String text = token.literal();
    for (int i = 0; i < text.length(); i++) {
      if (!XmlChars.isPublicId(text.charAt(i))) {
        throw XmlFault.here(XmlError.PUBLICID);
      }
    }
    return String.join(" ", text.trim().split("[ \\r\\n]+"));
  }

  /** {@code PUBLIC "…" "…"} or {@code SYSTEM "…"}. */
  static final class ExternalId {
    String publicId;
    String systemId;
    private final boolean publicAlone;
    private int stage;

    ExternalId(String keyword, boolean publicAlone) {
      this.publicAlone = publicAlone;
      stage = keyword.equals("PUBLIC") ? 0 : 1;
    }

    static boolean begins(DtdToken token) {
      return token.kind() == DtdToken.Kind.NAME
          && (token.text().equals("PUBLIC") || token.text().equals("SYSTEM"));
    }

    boolean isComplete() {
      return stage == 2 || stage == 1 && publicAlone && publicId != null;
    }

    /** Whether the token belongs to it. */
    boolean take(DtdToken token) {
      if (token.kind() != DtdToken.Kind.LITERAL || stage == 2) {
        return false;
      }
      if (stage++ == 0) {
        publicId = publicId(token);
      } else {
        systemId = Markup.lines(token.literal());
      }
      return true;
    }
  }

  /** {@code <!DOCTYPE name SYSTEM "…" […]>}. */
  static final class DoctypeDeclaration extends Declaration {
    private final PrologParser prolog;
    private String name;
    private ExternalId id;
    private boolean told;
    private boolean opened;

    DoctypeDeclaration(XmlEngine engine, PrologParser prolog) {
      super(engine);
      this.prolog = prolog;
    }

    @Override
    boolean isHandled() {
      return events.has(opened ? Handler.END_DOCTYPE_DECL : Handler.START_DOCTYPE_DECL);
    }

    @Override
    boolean token(DtdToken token) {
      if (name == null) {
        need(token, DtdToken.Kind.NAME);
        name = token.text();
        return false;
      }
      if (id == null && !opened && ExternalId.begins(token)) {
        id = new ExternalId(token.text(), false);
        engine.dtd.hasParameterReferences = true;
        return false;
      }
      if (id != null && !opened && id.take(token)) {
        if (id.isComplete()) {
          prolog.unreadSubset();
        }
        return false;
      }
      if (id != null && !id.isComplete()) {
        throw syntax();
      }
      if (token.kind() == DtdToken.Kind.OPEN_BRACKET && !opened) {
        begin(true);
        opened = true;
        prolog.openSubset(this);
        return false;
      }
      need(token, DtdToken.Kind.GREATER);
      if (!told) {
        begin(false);
      }
      if (id != null) {
        prolog.externalSubset(id.systemId, id.publicId);
      }
      if (events.has(Handler.END_DOCTYPE_DECL)) {
        events.call(Handler.END_DOCTYPE_DECL);
      }
      return true;
    }

    private void begin(boolean subset) {
      told = true;
      if (events.has(Handler.START_DOCTYPE_DECL)) {
        events.call(
            Handler.START_DOCTYPE_DECL,
            PyStr.of(name),
            XmlEngine.string(id == null ? null : id.systemId),
            XmlEngine.string(id == null ? null : id.publicId),
            XmlEngine.flag(subset));
      }
    }
  }

  /** {@code <!NOTATION name PUBLIC "…">}. */
  static final class NotationDeclaration extends Declaration {
    private String name;
    private ExternalId id;

    NotationDeclaration(XmlEngine engine) {
      super(engine);
    }

    @Override
    boolean isHandled() {
      return events.has(Handler.NOTATION_DECL);
    }

    @Override
    boolean token(DtdToken token) {
      if (name == null) {
        need(token, DtdToken.Kind.NAME);
        name = token.text();
      } else if (id == null) {
        if (!ExternalId.begins(token)) {
          throw syntax();
        }
        id = new ExternalId(token.text(), true);
      } else if (id.take(token)) {
        if (id.systemId != null) {
          tell();
        }
      } else {
        need(token, DtdToken.Kind.GREATER);
        if (!id.isComplete()) {
          throw syntax();
        }
        if (id.systemId == null) {
          tell();
        }
        return true;
      }
      return false;
    }

    private void tell() {
      if (events.has(Handler.NOTATION_DECL)) {
        events.call(
            Handler.NOTATION_DECL,
            PyStr.of(name),
            XmlEngine.string(events.base()),
            XmlEngine.string(id.systemId),
            XmlEngine.string(id.publicId));
      }
    }
  }

  /** {@code <!ENTITY name "…">} and the other forms of entities. */
  static final class EntityDeclaration extends Declaration {
    private boolean parameter;
    private String name;
    private ExternalId id;
    private String value;
    private boolean told;
    private boolean awaitsNotation;

    EntityDeclaration(XmlEngine engine) {
      super(engine);
    }

    @Override
    boolean isHandled() {
      return events.has(Handler.ENTITY_DECL);
    }

    @Override
    boolean token(DtdToken token) {
      if (name == null) {
        if (token.kind() == DtdToken.Kind.PERCENT && !parameter) {
          parameter = true;
        } else {
          need(token, DtdToken.Kind.NAME);
          name = token.text();
        }
      } else if (value == null && id == null) {
        begin(token);
      } else if (id != null && !awaitsNotation && id.take(token)) {
        return false;
      } else if (awaitsNotation && !told) {
        need(token, DtdToken.Kind.NAME);
        declareExternal(token.text());
      } else if (id != null && id.isComplete() && !parameter && !told && token.text().equals("NDATA")) {
        awaitsNotation = true;
      } else {
        need(token, DtdToken.Kind.GREATER);
        if (id != null && !told) {
          if (!id.isComplete()) {
            throw syntax();
          }
          declareExternal(null);
        }
        return true;
      }
      return false;
    }

    private void begin(DtdToken token) {
      if (token.kind() == DtdToken.Kind.LITERAL) {
        value = EntityValue.read(Markup.lines(token.literal()));
        declare(new Dtd.Entity(name, value, null, null, events.base()), value);
      } else if (ExternalId.begins(token)) {
        id = new ExternalId(token.text(), false);
      } else {
        throw syntax();
      }
    }

    private void declareExternal(String notation) {
      Dtd.Entity entity = new Dtd.Entity(name, null, id.publicId, id.systemId, events.base());
      entity.notation = notation;
      if (notation != null && events.has(Handler.UNPARSED_ENTITY_DECL)) {
        told = true;
        store(entity);
        events.call(
            Handler.UNPARSED_ENTITY_DECL,
            PyStr.of(name),
            XmlEngine.string(entity.base),
            XmlEngine.string(id.systemId),
            XmlEngine.string(id.publicId),
            PyStr.of(notation));
        return;
      }
      declare(entity, null);
    }

    private boolean store(Dtd.Entity entity) {
      Dtd dtd = engine.dtd;
      if (!dtd.keepsProcessing) {
        return false;
      }
      return (parameter ? dtd.parameters : dtd.entities).putIfAbsent(name, entity) == null;
    }

    private void declare(Dtd.Entity entity, String text) {
      told = true;
      if (!store(entity) || !events.has(Handler.ENTITY_DECL)) {
        return;
      }
      events.call(
          Handler.ENTITY_DECL,
          PyStr.of(name),
          XmlEngine.flag(parameter),
          XmlEngine.string(text),
          XmlEngine.string(entity.base),
          XmlEngine.string(entity.systemId),
          XmlEngine.string(entity.publicId),
          XmlEngine.string(entity.notation));
    }
  }

  /** {@code <!ELEMENT name (…)>}. */
  static final class ElementDeclaration extends Declaration {
    private static final int EMPTY = 1;
    private static final int ANY = 2;

    private String name;
    private final List<ContentModel> open = new ArrayList<>();
    private boolean done;

    ElementDeclaration(XmlEngine engine) {
      super(engine);
    }

    @Override
    boolean isHandled() {
      return events.has(Handler.ELEMENT_DECL);
    }

    @Override
    boolean token(DtdToken token) {
      if (name == null) {
        need(token, DtdToken.Kind.NAME);
        name = token.text();
        return false;
      }
      if (done) {
        need(token, DtdToken.Kind.GREATER);
        return true;
      }
      if (open.isEmpty()) {
        first(token);
      } else {
        inside(token);
      }
      return false;
    }

    private void first(DtdToken token) {
      if (token.kind() == DtdToken.Kind.OPEN) {
        open.add(new ContentModel());
      } else if (token.text().equals("EMPTY")) {
        tell(ContentModel.plain(EMPTY));
      } else if (token.text().equals("ANY")) {
        tell(ContentModel.plain(ANY));
      } else {
        throw syntax();
      }
    }

    private void inside(DtdToken token) {
      ContentModel model = open.getLast();
      switch (token.kind()) {
        case OPEN -> {
          ContentModel inner = new ContentModel();
          model.add(inner);
          open.add(inner);
        }
        case NAME -> model.add(ContentModel.name(token.bare(), token.quantifier()));
        case NUMBER_SIGN_NAME -> model.setMixed(token.text());
        case BAR -> model.setSeparator('|');
        case COMMA -> model.setSeparator(',');
        case CLOSE -> {
          model.close(token.quantifier());
          open.removeLast();
          if (open.isEmpty()) {
            tell(model.tuple());
          }
        }
        default -> throw syntax();
      }
    }

    private void tell(PyObject model) {
      done = true;
      if (events.has(Handler.ELEMENT_DECL)) {
        events.call(Handler.ELEMENT_DECL, PyStr.of(name), model);
      }
    }
  }

  /** {@code <!ATTLIST element name type default …>}. */
  static final class AttributeDeclaration extends Declaration {
    private static final List<String> TYPES =
        List.of("CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS");

    private String element;
    private String name;
    private StringBuilder type;
    private boolean inList;
    private boolean fixed;

    AttributeDeclaration(XmlEngine engine) {
      super(engine);
    }

    @Override
    boolean isHandled() {
      return events.has(Handler.ATTLIST_DECL);
    }

    @Override
    boolean token(DtdToken token) {
      if (element == null) {
        need(token, DtdToken.Kind.NAME);
        element = token.text();
      } else if (name == null) {
        if (token.kind() == DtdToken.Kind.GREATER) {
          return true;
        }
        need(token, DtdToken.Kind.NAME);
        name = token.text();
      } else if (type == null) {
        type(token);
      } else if (inList || type.toString().equals("NOTATION")) {
        list(token);
      } else {
        value(token);
      }
      return false;
    }

    private void type(DtdToken token) {
      if (token.kind() == DtdToken.Kind.OPEN) {
        type = new StringBuilder("(");
        inList = true;
      } else if (TYPES.contains(token.text()) || token.text().equals("NOTATION")) {
        type = new StringBuilder(token.text());
      } else {
        throw syntax();
      }
    }

    private void list(DtdToken token) {
      type.append(token.text());
      switch (token.kind()) {
        case OPEN -> inList = true;
        case CLOSE -> inList = false;
        case NAME, BAR -> {}
        default -> throw syntax();
      }
    }

    private void value(DtdToken token) {
      if (token.kind() == DtdToken.Kind.NUMBER_SIGN_NAME && !fixed) {
        switch (token.text()) {
          case "#REQUIRED" -> declare(null, true);
          case "#IMPLIED" -> declare(null, false);
          case "#FIXED" -> fixed = true;
          default -> throw syntax();
        }
        return;
      }
      need(token, DtdToken.Kind.LITERAL);
      boolean isCdata = type.toString().equals("CDATA");
      declare(AttributeValue.normalize(engine, token.literal(), isCdata), fixed);
    }

    private void declare(String value, boolean required) {
      if (engine.dtd.keepsProcessing) {
        boolean isCdata = type.toString().equals("CDATA");
        engine.dtd.declare(element, new Dtd.Attribute(name, value, isCdata));
        if (events.has(Handler.ATTLIST_DECL)) {
          events.call(
              Handler.ATTLIST_DECL,
              PyStr.of(element),
              PyStr.of(name),
              PyStr.of(type.toString()),
              XmlEngine.string(value),
              PyLong.of(required ? 1 : 0));
        }
      }
      name = null;
      type = null;
      fixed = false;
    }
  }
}

package org.krait.stdlib.expat;

/** The events that a parser can tell of. */
public enum Handler {
  START_ELEMENT("StartElementHandler"),
  END_ELEMENT("EndElementHandler"),
  PROCESSING_INSTRUCTION("ProcessingInstructionHandler"),
  CHARACTER_DATA("CharacterDataHandler"),
  UNPARSED_ENTITY_DECL("UnparsedEntityDeclHandler"),
  NOTATION_DECL("NotationDeclHandler"),
  START_NAMESPACE_DECL("StartNamespaceDeclHandler"),
  END_NAMESPACE_DECL("EndNamespaceDeclHandler"),
  COMMENT("CommentHandler"),
  START_CDATA_SECTION("StartCdataSectionHandler"),
  END_CDATA_SECTION("EndCdataSectionHandler"),
  DEFAULT("DefaultHandler"),
  DEFAULT_EXPAND("DefaultHandlerExpand"),
  NOT_STANDALONE("NotStandaloneHandler"),
  EXTERNAL_ENTITY_REF("ExternalEntityRefHandler"),
  START_DOCTYPE_DECL("StartDoctypeDeclHandler"),
  END_DOCTYPE_DECL("EndDoctypeDeclHandler"),
  ENTITY_DECL("EntityDeclHandler"),
  XML_DECL("XmlDeclHandler"),
  ELEMENT_DECL("ElementDeclHandler"),
  ATTLIST_DECL("AttlistDeclHandler"),
  SKIPPED_ENTITY("SkippedEntityHandler");

  final String pythonName;

  Handler(String pythonName) {
    this.pythonName = pythonName;
  }

  static Handler named(String name) {
    for (Handler handler : values()) {
      if (handler.pythonName.equals(name)) {
        return handler;
      }
    }
    return null;
  }
}

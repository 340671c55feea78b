package org.krait.stdlib.expat;

import org.krait.annotations.Getter;
import org.krait.annotations.Setter;
import org.krait.runtime.PyObject;

/** The attributes of a parser that are its handlers, one for each {@link Handler}. */
final class HandlerAttributes {
  private HandlerAttributes() {}

  @Getter("StartElementHandler")
  static PyObject startElementHandler(PyXmlParser self) {
    return self.handler(Handler.START_ELEMENT);
  }

  @Setter("StartElementHandler")
  static void setStartElementHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.START_ELEMENT, value);
  }

  @Getter("EndElementHandler")
  static PyObject endElementHandler(PyXmlParser self) {
    return self.handler(Handler.END_ELEMENT);
  }

  @Setter("EndElementHandler")
  static void setEndElementHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.END_ELEMENT, value);
  }

  @Getter("ProcessingInstructionHandler")
  static PyObject processingInstructionHandler(PyXmlParser self) {
    return self.handler(Handler.PROCESSING_INSTRUCTION);
  }

  @Setter("ProcessingInstructionHandler")
  static void setProcessingInstructionHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.PROCESSING_INSTRUCTION, value);
  }

  @Getter("CharacterDataHandler")
  static PyObject characterDataHandler(PyXmlParser self) {
    return self.handler(Handler.CHARACTER_DATA);
  }

  @Setter("CharacterDataHandler")
  static void setCharacterDataHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.CHARACTER_DATA, value);
  }

  @Getter("UnparsedEntityDeclHandler")
  static PyObject unparsedEntityDeclHandler(PyXmlParser self) {
    return self.handler(Handler.UNPARSED_ENTITY_DECL);
  }

  @Setter("UnparsedEntityDeclHandler")
  static void setUnparsedEntityDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.UNPARSED_ENTITY_DECL, value);
  }

  @Getter("NotationDeclHandler")
  static PyObject notationDeclHandler(PyXmlParser self) {
    return self.handler(Handler.NOTATION_DECL);
  }

  @Setter("NotationDeclHandler")
  static void setNotationDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.NOTATION_DECL, value);
  }

  @Getter("StartNamespaceDeclHandler")
  static PyObject startNamespaceDeclHandler(PyXmlParser self) {
    return self.handler(Handler.START_NAMESPACE_DECL);
  }

  @Setter("StartNamespaceDeclHandler")
  static void setStartNamespaceDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.START_NAMESPACE_DECL, value);
  }

  @Getter("EndNamespaceDeclHandler")
  static PyObject endNamespaceDeclHandler(PyXmlParser self) {
    return self.handler(Handler.END_NAMESPACE_DECL);
  }

  @Setter("EndNamespaceDeclHandler")
  static void setEndNamespaceDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.END_NAMESPACE_DECL, value);
  }

  @Getter("CommentHandler")
  static PyObject commentHandler(PyXmlParser self) {
    return self.handler(Handler.COMMENT);
  }

  @Setter("CommentHandler")
  static void setCommentHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.COMMENT, value);
  }

  @Getter("StartCdataSectionHandler")
  static PyObject startCdataSectionHandler(PyXmlParser self) {
    return self.handler(Handler.START_CDATA_SECTION);
  }

  @Setter("StartCdataSectionHandler")
  static void setStartCdataSectionHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.START_CDATA_SECTION, value);
  }

  @Getter("EndCdataSectionHandler")
  static PyObject endCdataSectionHandler(PyXmlParser self) {
    return self.handler(Handler.END_CDATA_SECTION);
  }

  @Setter("EndCdataSectionHandler")
  static void setEndCdataSectionHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.END_CDATA_SECTION, value);
  }

  @Getter("DefaultHandler")
  static PyObject defaultHandler(PyXmlParser self) {
    return self.handler(Handler.DEFAULT);
  }

  @Setter("DefaultHandler")
  static void setDefaultHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.DEFAULT, value);
  }

  @Getter("DefaultHandlerExpand")
  static PyObject defaultHandlerExpand(PyXmlParser self) {
    return self.handler(Handler.DEFAULT_EXPAND);
  }

  @Setter("DefaultHandlerExpand")
  static void setDefaultHandlerExpand(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.DEFAULT_EXPAND, value);
  }

  @Getter("NotStandaloneHandler")
  static PyObject notStandaloneHandler(PyXmlParser self) {
    return self.handler(Handler.NOT_STANDALONE);
  }

  @Setter("NotStandaloneHandler")
  static void setNotStandaloneHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.NOT_STANDALONE, value);
  }

  @Getter("ExternalEntityRefHandler")
  static PyObject externalEntityRefHandler(PyXmlParser self) {
    return self.handler(Handler.EXTERNAL_ENTITY_REF);
  }

  @Setter("ExternalEntityRefHandler")
  static void setExternalEntityRefHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.EXTERNAL_ENTITY_REF, value);
  }

  @Getter("StartDoctypeDeclHandler")
  static PyObject startDoctypeDeclHandler(PyXmlParser self) {
    return self.handler(Handler.START_DOCTYPE_DECL);
  }

  @Setter("StartDoctypeDeclHandler")
  static void setStartDoctypeDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.START_DOCTYPE_DECL, value);
  }

  @Getter("EndDoctypeDeclHandler")
  static PyObject endDoctypeDeclHandler(PyXmlParser self) {
    return self.handler(Handler.END_DOCTYPE_DECL);
  }

  @Setter("EndDoctypeDeclHandler")
  static void setEndDoctypeDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.END_DOCTYPE_DECL, value);
  }

  @Getter("EntityDeclHandler")
  static PyObject entityDeclHandler(PyXmlParser self) {
    return self.handler(Handler.ENTITY_DECL);
  }

  @Setter("EntityDeclHandler")
  static void setEntityDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.ENTITY_DECL, value);
  }

  @Getter("XmlDeclHandler")
  static PyObject xmlDeclHandler(PyXmlParser self) {
    return self.handler(Handler.XML_DECL);
  }

  @Setter("XmlDeclHandler")
  static void setXmlDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.XML_DECL, value);
  }

  @Getter("ElementDeclHandler")
  static PyObject elementDeclHandler(PyXmlParser self) {
    return self.handler(Handler.ELEMENT_DECL);
  }

  @Setter("ElementDeclHandler")
  static void setElementDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.ELEMENT_DECL, value);
  }

  @Getter("AttlistDeclHandler")
  static PyObject attlistDeclHandler(PyXmlParser self) {
    return self.handler(Handler.ATTLIST_DECL);
  }

  @Setter("AttlistDeclHandler")
  static void setAttlistDeclHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.ATTLIST_DECL, value);
  }

  @Getter("SkippedEntityHandler")
  static PyObject skippedEntityHandler(PyXmlParser self) {
    return self.handler(Handler.SKIPPED_ENTITY);
  }

  @Setter("SkippedEntityHandler")
  static void setSkippedEntityHandler(PyXmlParser self, PyObject value) {
    self.setHandler(Handler.SKIPPED_ENTITY, value);
  }
}

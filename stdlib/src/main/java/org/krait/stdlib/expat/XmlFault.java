package org.krait.stdlib.expat;

/** Stops the parser: an error and the place in the text that is read, -1 for where the event began. */
final class XmlFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final XmlError error;
  final int place;

  XmlFault(XmlError error, int place) {
    super(error.words, null, false, false);
    this.error = error;
    this.place = place;
  }

  static XmlFault here(XmlError error) {
    return new XmlFault(error, -1);
  }
}

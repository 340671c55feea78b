package org.krait.stdlib.expat;

import org.krait.runtime.PyObject;

/** Who is told what the parser finds. */
public interface XmlEvents {
  boolean has(Handler handler);

  /** Calls a handler that is there; its answer. */
  PyObject call(Handler handler, PyObject... args);

  /** Text that no handler of its own is there for, as it stands in the document. */
  void raw(String text);

  void characters(String text);

  void startElement(String name, java.util.List<String> attributes, int specified);

  void endElement(String name);

  /** The 256 characters of an encoding that the parser does not know, or null. */
  char[] encoding(String name);

  String base();
}

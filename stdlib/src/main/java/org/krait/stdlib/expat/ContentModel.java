package org.krait.stdlib.expat;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** What may stand in an element: a name, or a group of models. */
final class ContentModel {
  static final int MIXED = 3;
  static final int NAME = 4;
  static final int CHOICE = 5;
  static final int SEQUENCE = 6;

  private int type;
  private int quantifier;
  private String name;
  private final List<ContentModel> parts = new ArrayList<>();

  static ContentModel name(String name, int quantifier) {
    ContentModel model = new ContentModel();
    model.type = NAME;
    model.name = name;
    model.quantifier = quantifier;
    return model;
  }

  /** A model of a type without parts, as programs see it. */
  static PyObject plain(int type) {
    ContentModel model = new ContentModel();
    model.type = type;
    return model.tuple();
  }

  void add(ContentModel part) {
    parts.add(part);
  }

  void setMixed(String word) {
    if (!word.equals("#PCDATA") || !parts.isEmpty() || type != 0) {
      throw Declaration.syntax();
    }
    type = MIXED;
  }

  void setSeparator(char separator) {
    int wanted = separator == ',' ? SEQUENCE : CHOICE;
    if (type == MIXED && separator == '|') {
      return;
    }
    if (type != 0 && type != wanted) {
      throw Declaration.syntax();
    }
    type = wanted;
  }

  void close(int closing) {
    type = type == 0 ? SEQUENCE : type;
    quantifier = closing;
  }

  PyObject tuple() {
    PyObject[] inner = parts.stream().map(ContentModel::tuple).toArray(PyObject[]::new);
    return PyTuple.of(
        PyLong.of(type),
        PyLong.of(quantifier),
        XmlEngine.string(name),
        PyTuple.of(inner));
  }
}

package org.krait.stdlib.ast;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.krait.constants.Constant;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Node;
import org.krait.syntax.ast.NodeKind;
import org.krait.syntax.ast.NodeTag;

/** Makes the objects that show a tree to programs. */
final class ShowTree {
  private final NodeClasses classes;
  private final Map<NodeKind, PyStr[]> fieldNames = new EnumMap<>(NodeKind.class);

  ShowTree(NodeClasses classes) {
    this.classes = classes;
    for (NodeKind kind : NodeKind.values()) {
      fieldNames.put(
          kind, kind.fields().stream().map(f -> PyStr.interned(f.name())).toArray(PyStr[]::new));
    }
  }

  PyAst node(Node node) {
    NodeKind kind = node.nodeKind();
    PyAst object = new PyAst(classes.ofKind(kind));
    PyStr[] names = fieldNames.get(kind);
    Object[] values = node.fieldValues();
    for (int i = 0; i < names.length; i++) {
      object.setOwnAttribute(names[i], value(values[i]));
    }
    Location at = node.location();
    if (at != null) {
      object.setOwnAttribute(Names.LINE, PyLong.of(at.line()));
      object.setOwnAttribute(Names.COLUMN, PyLong.of(at.column()));
      object.setOwnAttribute(Names.END_LINE, PyLong.of(at.endLine()));
      object.setOwnAttribute(Names.END_COLUMN, PyLong.of(at.endColumn()));
    }
    return object;
  }

  private PyObject value(Object value) {
    return switch (value) {
      case null -> PyNone.NONE;
      case Node node -> node(node);
      case NodeTag tag -> classes.ofTag(tag);
      case List<?> list -> list(list);
      case String text -> PyStr.interned(text);
      case Integer number -> PyLong.of(number);
      case Constant constant -> LoadCode.value(constant);
      default -> throw new IllegalArgumentException(value.getClass().toString());
    };
  }

  private PyList list(List<?> values) {
    PyList list = PyList.withRoom(values.size());
    for (Object value : values) {
      list.append(value(value));
    }
    return list;
  }
}

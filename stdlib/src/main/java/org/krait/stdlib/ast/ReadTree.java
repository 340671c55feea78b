package org.krait.stdlib.ast;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PlainConstants;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Node;
import org.krait.syntax.ast.NodeField;
import org.krait.syntax.ast.NodeField.Cardinality;
import org.krait.syntax.ast.NodeKind;
import org.krait.syntax.ast.NodeTag;

/** Makes a tree of the objects that a program built; one for each tree. */
final class ReadTree {
  /**
   * How deep the fields of nodes may lie: 1,500 calls in C, of which a module that compiles takes three. A tree
   * that contains itself ends here too, not where Java's stack does.
   */
  private static final int DEEPEST = 1497;

  private final NodeClasses classes;

  /** Of the field that is being read. */
  private int depth;

  ReadTree(NodeClasses classes) {
    this.classes = classes;
  }

  /** The node that an object of a sum's classes stands for; null for None. */
  Node ofSum(PyObject object, String sum) {
    if (object == PyNone.NONE) {
      return null;
    }
    // The place comes first: that is the order in which CPython finds faults.
    NodeKind kind = classes.kindOf(object, sum);
    boolean located = classes.isLocated(sum);
    Location location = located ? location(object, sum) : null;
    if (kind == null) {
      throw notOf(object, sum);
    }
    return kind.make(fields(object, kind), location);
  }

  private static PyException notOf(PyObject object, String sum) {
    return Errors.typeError("expected some sort of %s, but got %s", sum, Objects.repr(object));
  }

  /** Any object will do for a product that has the right attributes. */
  private Node ofProduct(PyObject object, NodeKind kind) {
    Object[] fields = fields(object, kind);
    return kind.make(fields, kind.located() ? location(object, kind.pythonName()) : null);
  }

  private Location location(PyObject object, String owner) {
    // These are fields as well, and the first that are read.
    enter(owner);
    depth--;
    int line = integer(required(object, Names.LINE, owner));
    int column = integer(required(object, Names.COLUMN, owner));
    if (NodeClasses.mustEnd(owner)) {
      required(object, Names.END_LINE, owner);
      required(object, Names.END_COLUMN, owner);
    }
    return new Location(
        line, column, optional(object, Names.END_LINE, line), optional(object, Names.END_COLUMN, column));
  }

  /** Begins with a field of a node, or of the sum that the node belongs to. */
  private void enter(String owner) {
    if (++depth > DEEPEST) {
      throw Errors.make(
          PyExceptions.RecursionError, "maximum recursion depth exceeded while traversing '%s' node", owner);
    }
  }

  private static PyObject required(PyObject object, PyStr name, String owner) {
    PyObject value = Attributes.getOrNull(object, name);
    if (value == null) {
      throw Errors.typeError("required field \"%s\" missing from %s", name, owner);
    }
    return value;
  }

  private static int optional(PyObject object, PyStr name, int otherwise) {
    PyObject value = Attributes.getOrNull(object, name);
    return value == null || value == PyNone.NONE ? otherwise : integer(value);
  }

  private Object[] fields(PyObject object, NodeKind kind) {
    List<NodeField> fields = kind.fields();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = field(object, kind, fields.get(i));
    }
    checkPresent(kind, values);
    return values;
  }

  private Object field(PyObject object, NodeKind kind, NodeField field) {
    PyObject value = Attributes.getOrNull(object, PyStr.interned(field.name()));
    return switch (field.cardinality()) {
      case MANY -> value == null ? List.of() : list(value, kind, field);
      case OPTIONAL -> value == null || value == PyNone.NONE ? absent(field) : single(value, kind, field);
      case ONE -> {
        if (value == null) {
          throw Errors.typeError(
              "required field \"%s\" missing from %s", field.name(), kind.pythonName());
        }
        yield single(value, kind, field);
      }
    };
  }

  private static Object absent(NodeField field) {
    return field.type().equals("int") ? Integer.valueOf(0) : null;
  }

  private static void checkPresent(NodeKind kind, Object[] values) {
    for (int i = 0; i < values.length; i++) {
      NodeField field = kind.fields().get(i);
      if (values[i] == null && field.cardinality() == Cardinality.ONE) {
        throw Errors.valueError(
            "field '%s' is required for %s", field.name(), kind.pythonName());
      }
    }
  }

  private List<Object> list(PyObject value, NodeKind kind, NodeField field) {
    if (!(value instanceof PyList items)) {
      throw Errors.typeError(
          "%s field \"%s\" must be a list, not a %s",
          kind.pythonName(), field.name(), value.type().fullName());
    }
    int size = items.size();
    List<Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Object item = single(items.get(i), kind, field);
      // Nulls among expressions and statements are judged by their place, later.
      if (item == null && !field.type().equals("expr") && !field.type().equals("stmt")) {
        throw Errors.valueError("None disallowed in %s list", field.type());
      }
      list.add(item);
      if (items.size() != size) {
        throw Errors.runtimeError(
            "%s field \"%s\" changed size during iteration", kind.pythonName(), field.name());
      }
    }
    return list;
  }

  private Object single(PyObject value, NodeKind kind, NodeField field) {
    enter(kind.pythonName());
    String type = field.type();
    Object read =
        switch (type) {
          case "identifier" -> identifier(value);
          case "string" -> string(value);
          case "int" -> integer(value);
          case "constant" -> PlainConstants.of(value);
          default -> node(value, type);
        };
    depth--;
    return read;
  }

  private Object node(PyObject value, String type) {
    if (NodeClasses.isTagSum(type)) {
      NodeTag tag = classes.tagOf(value, type);
      if (tag == null) {
        throw notOf(value, type);
      }
      return tag;
    }
    return classes.isSum(type) ? ofSum(value, type) : ofProduct(value, NodeKind.named(type));
  }

  private static String identifier(PyObject value) {
    if (value == PyNone.NONE) {
      return null;
    }
    if (value.getClass() != PyStr.class) {
      throw Errors.typeError("AST identifier must be of type str");
    }
    return value.toString();
  }

  private static String string(PyObject value) {
    if (value == PyNone.NONE) {
      return null;
    }
    if (value.getClass() != PyStr.class && !(value instanceof PyByteString)) {
      throw Errors.typeError("AST string must be of type str");
    }
    return value.toString();
  }

  private static Integer integer(PyObject value) {
    if (!(value instanceof PyInt number)) {
      throw Errors.valueError("invalid integer value: %s", Objects.repr(value));
    }
    try {
      return number.bigValue().intValueExact();
    } catch (ArithmeticException e) {
      throw Errors.overflowError("Python int too large to convert to C int");
    }
  }
}

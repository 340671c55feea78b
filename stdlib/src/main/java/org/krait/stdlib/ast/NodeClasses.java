package org.krait.stdlib.ast;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.runtime.ClassCreation;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.syntax.ast.BoolOperator;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.NodeField;
import org.krait.syntax.ast.NodeField.Cardinality;
import org.krait.syntax.ast.NodeKind;
import org.krait.syntax.ast.NodeSum;
import org.krait.syntax.ast.NodeTag;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.UnaryOperator;

/** The classes of {@code _ast}, made from what the tree's own table says; those of one interpreter. */
final class NodeClasses {
  /** The sums whose constructors have no fields: their instances are shared. */
  private static final Map<String, NodeTag[]> TAGS =
      Map.of(
          "expr_context", ExprContext.values(),
          "boolop", BoolOperator.values(),
          "operator", Operator.values(),
          "unaryop", UnaryOperator.values(),
          "cmpop", CompareOperator.values());

  private final Map<String, PyType> sums = new HashMap<>();
  private final Map<NodeKind, PyType> kinds = new EnumMap<>(NodeKind.class);
  private final Map<PyType, NodeKind> kindsOfClasses = new IdentityHashMap<>();
  private final Map<PyType, NodeTag> tagsOfClasses = new IdentityHashMap<>();
  private final Map<NodeTag, PyAst> tagObjects = new IdentityHashMap<>();
  private final Set<String> located = new HashSet<>();
  private final PyDict namespace;

  /** Makes the classes and puts them into a module's namespace. */
  NodeClasses(PyDict namespace) {
    this.namespace = namespace;
    namespace.put(PyStr.interned("AST"), PyAst.TYPE);
    for (NodeSum sum : NodeSum.values()) {
      sums.put(sum.pythonName(), addSum(sum));
    }
    for (NodeKind kind : NodeKind.values()) {
      PyType type = addKind(kind);
      kinds.put(kind, type);
      kindsOfClasses.put(type, kind);
    }
    TAGS.forEach(
        (sum, tags) -> {
          for (NodeTag tag : tags) {
            addTag(tag, sums.get(sum));
          }
        });
  }

  private PyType addSum(NodeSum sum) {
    PyDict members = members(PyTuple.EMPTY, sum.doc());
    addPlace(members, sum.located(), !mustEnd(sum.pythonName()));
    if (sum.located()) {
      located.add(sum.pythonName());
    }
    return add(sum.pythonName(), PyAst.TYPE, members);
  }

  private PyType addKind(NodeKind kind) {
    PyDict members = members(fieldNames(kind.fields()), kind.doc());
    if (kind.sum() == null) {
      addPlace(members, kind.located(), true);
    }
    for (NodeField field : kind.fields()) {
      if (field.cardinality() == Cardinality.OPTIONAL) {
        members.put(PyStr.interned(field.name()), PyNone.NONE);
      }
    }
    return add(kind.pythonName(), kind.sum() == null ? PyAst.TYPE : sums.get(kind.sum()), members);
  }

  private void addTag(NodeTag tag, PyType sum) {
    PyType type = add(tag.pythonName(), sum, members(PyTuple.EMPTY, tag.pythonName()));
    tagsOfClasses.put(type, tag);
    tagObjects.put(tag, new PyAst(type));
  }

  private static PyTuple fieldNames(List<NodeField> fields) {
    PyObject[] names = new PyObject[fields.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = PyStr.interned(fields.get(i).name());
    }
    return PyTuple.of(names);
  }

  private static PyDict members(PyTuple fields, String doc) {
    PyDict members = new PyDict();
    members.put(Names.FIELDS, fields);
    members.put(PyStr.interned("__match_args__"), fields);
    members.put(PyStr.interned("__module__"), PyStr.interned("ast"));
    members.put(PyStr.interned("__doc__"), PyStr.of(doc));
    return members;
  }

  /** Whether nodes of a sum must say where they end: the newer kinds. */
  static boolean mustEnd(String sum) {
    return sum.equals("pattern") || sum.equals("type_param");
  }

  private static void addPlace(PyDict members, boolean located, boolean endOptional) {
    members.put(Names.ATTRIBUTES, located ? Names.PLACE : PyTuple.EMPTY);
    if (located && endOptional) {
      members.put(Names.END_LINE, PyNone.NONE);
      members.put(Names.END_COLUMN, PyNone.NONE);
    }
  }

  private PyType add(String name, PyType base, PyDict members) {
    PyStr key = PyStr.interned(name);
    PyType type =
        (PyType)
            ClassCreation.newType(
                PyType.TYPE, new PyObject[] {key, PyTuple.of(base), members}, null);
    namespace.put(key, type);
    return type;
  }

  PyType ofKind(NodeKind kind) {
    return kinds.get(kind);
  }

  /** The one object that stands for a tag in the trees of the parser. */
  PyAst ofTag(NodeTag tag) {
    return tagObjects.get(tag);
  }

  static boolean isTagSum(String sum) {
    return TAGS.containsKey(sum);
  }

  boolean isSum(String name) {
    return sums.containsKey(name);
  }

  /** True when the nodes of a sum have places. */
  boolean isLocated(String sum) {
    return located.contains(sum);
  }

  /** The kind of node that an object's class is derived from, if it is one of a sum; or null. */
  NodeKind kindOf(PyObject object, String sum) {
    for (PyType type : object.type().mro()) {
      NodeKind kind = kindsOfClasses.get(type);
      if (kind != null && sum.equals(kind.sum())) {
        return kind;
      }
    }
    return null;
  }

  /** The tag of a sum that an object stands for, or null. */
  NodeTag tagOf(PyObject object, String sum) {
    for (PyType type : object.type().mro()) {
      NodeTag tag = tagsOfClasses.get(type);
      if (tag != null && sums.get(sum) == type.base()) {
        return tag;
      }
    }
    return null;
  }
}

package org.krait.runtime.types;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code types.UnionType}: {@code int | str} (PEP 604). */
@BuiltinType(
    name = "UnionType",
    module = "types",
    subclassable = false,
    disallowNew = true,
    doc = "Represent a PEP 604 union type\n\nE.g. for int | str",
    basicSize = 32)
public final class PyUnion extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyUnionTable());

  /** A value of a type outside this package that can stand in a union. */
  public interface Member {}

  private final PyTuple args;
  private PyTuple parameters;

  private PyUnion(PyTuple args) {
    this.args = args;
  }

  /** {@code a | b} for types, aliases, unions and None; NotImplemented for anything else. */
  public static PyObject of(PyObject a, PyObject b) {
    if (!isUnionable(a) || !isUnionable(b)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    List<PyObject> members = new ArrayList<>();
    add(members, a);
    add(members, b);
    return members.size() == 1
        ? members.getFirst()
        : new PyUnion(PyTuple.of(members.toArray(PyObject[]::new)));
  }

  private static boolean isUnionable(PyObject value) {
    return value == PyNone.NONE
        || value instanceof PyType
        || value instanceof PyGenericAlias
        || value instanceof PyUnion
        || value instanceof Member;
  }

  private static void add(List<PyObject> members, PyObject value) {
    if (value instanceof PyUnion union) {
      union.args.forEach(one -> addOnce(members, one));
    } else {
      addOnce(members, value == PyNone.NONE ? PyNone.TYPE : value);
    }
  }

  private static void addOnce(List<PyObject> members, PyObject value) {
    for (PyObject member : members) {
      boolean aliases = member instanceof PyGenericAlias && value instanceof PyGenericAlias;
      if (member == value || aliases && Comparison.equal(member, value)) {
        return;
      }
    }
    members.add(value);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Getter(value = "__args__", member = true)
  public PyTuple args() {
    return args;
  }

  @Getter("__parameters__")
  PyTuple parameters() {
    if (parameters == null) {
      parameters = AliasParameters.of(args);
    }
    return parameters;
  }

  @Method("__getattribute__(self, name, /)")
  PyObject getAttribute(PyStr name) {
    return name.toString().equals("__module__")
        ? Attributes.get(TYPE, name)
        : Attributes.genericGet(this, name);
  }

  @Method("__repr__(self, /)")
  String repr() {
    StringBuilder text = new StringBuilder();
    for (PyObject arg : args) {
      text.append(text.isEmpty() ? "" : " | ");
      text.append(arg == PyNone.TYPE ? "None" : AliasParameters.shown(arg));
    }
    return text.toString();
  }

  @Method("__hash__(self, /)")
  long hash() {
    return PyFrozenSet.of(args.items()).hashValue();
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyUnion union) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return AnySetMethods.compare(
        PyFrozenSet.of(args.items()), PyFrozenSet.of(union.args.items()), op);
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    return of(self, value);
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return of(value, self);
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject item) {
    PyTuple replaced = AliasParameters.substitute(this, args, parameters(), item);
    PyObject union = replaced.get(0);
    for (int i = 1; i < replaced.size(); i++) {
      union = Operators.or_(union, replaced.get(i));
    }
    return union;
  }
}

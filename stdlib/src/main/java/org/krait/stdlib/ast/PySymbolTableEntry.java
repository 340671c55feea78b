package org.krait.stdlib.ast;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.compiler.scopes.Scope;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code symtable entry}: a block of names as programs see it. */
@BuiltinType(
    name = "symtable entry",
    disallowNew = true,
    subclassable = false)
public final class PySymbolTableEntry extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PySymbolTableEntryTable());

  private final Scope scope;
  private final PyDict symbols = new PyDict();
  private final PyList parameters = new PyList();
  private final PyList children = new PyList();

  PySymbolTableEntry(Scope scope) {
    this.scope = scope;
    scope
        .symbols()
        .forEach((name, symbol) -> symbols.put(PyStr.interned(name), PyLong.of(symbol.bits())));
    for (String parameter : scope.parameters()) {
      parameters.append(PyStr.interned(parameter));
    }
    for (Scope child : scope.children()) {
      children.append(new PySymbolTableEntry(child));
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** A number no other block has; programs use it as a key. */
  @Getter(value = "id", member = true)
  long id() {
    return System.identityHashCode(scope) * 0x10000L + scope.id();
  }

  @Getter(value = "name", member = true)
  String name() {
    return scope.name();
  }

  @Getter(value = "symbols", member = true)
  PyObject symbols() {
    return symbols;
  }

  @Getter(value = "varnames", member = true)
  PyObject parameters() {
    return parameters;
  }

  @Getter(value = "children", member = true)
  PyObject children() {
    return children;
  }

  @Getter(value = "nested", member = true)
  int nested() {
    return scope.isNested() ? 1 : 0;
  }

  @Getter(value = "type", member = true)
  int kind() {
    return scope.kind().ordinal();
  }

  @Getter(value = "lineno", member = true)
  int line() {
    return scope.location().line();
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<symtable entry " + scope.name() + "(" + id() + "), line " + line() + ">";
  }
}

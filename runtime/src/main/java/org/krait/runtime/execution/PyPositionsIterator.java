package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.LocationTable;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyTuple;

/** What {@code co_positions()} gives: lines and columns of each code unit. */
@BuiltinType(name = "positions_iterator", subclassable = false, disallowNew = true)
public final class PyPositionsIterator extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyPositionsIteratorTable());

  private final LocationTable table;
  private int unit;

  PyPositionsIterator(CodeObject code) {
    table = new LocationTable(code);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__next__(self, /)")
  synchronized PyObject next() {
    if (unit >= table.end() && !table.next()) {
      return null;
    }
    unit++;
    return PyTuple.of(
        CodePlaces.orNone(table.line()),
        CodePlaces.orNone(table.endLine()),
        CodePlaces.orNone(table.column()),
        CodePlaces.orNone(table.endColumn()));
  }
}

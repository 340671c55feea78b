package org.krait.runtime.execution;

import java.util.Iterator;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.LocationTable;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** What {@code co_lines()} gives: start, end and line of each stretch of code. */
@BuiltinType(name = "line_iterator", subclassable = false, disallowNew = true)
public final class PyLineIterator extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyLineIteratorTable());

  private final Iterator<LocationTable.LineRange> ranges;

  PyLineIterator(CodeObject code) {
    ranges = LocationTable.lines(code).iterator();
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
    if (!ranges.hasNext()) {
      return null;
    }
    LocationTable.LineRange range = ranges.next();
    return PyTuple.of(
        PyLong.of(range.start()), PyLong.of(range.end()), CodePlaces.orNone(range.line()));
  }
}

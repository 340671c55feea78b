package org.krait.runtime.types;

import java.util.function.IntFunction;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** A tuple with named fields, some of which are beyond its length: {@code os.stat_result}. */
public final class PyStructSequence extends PyTuple {
  private final StructSequenceType kind;
  private final PyObject[] fields;
  private final IntFunction<PyObject> late;

  PyStructSequence(StructSequenceType kind, PyObject[] fields, IntFunction<PyObject> late) {
    super(java.util.Arrays.copyOf(fields, kind.visible()));
    this.kind = kind;
    this.fields = fields;
    this.late = late;
  }

  @Override
  public PyType type() {
    return kind.type();
  }

  /** A field by number, also one beyond the length of the tuple. */
  public PyObject field(int index) {
    PyObject value = fields[index];
    if (value == null && late != null) {
      value = late.apply(index);
      fields[index] = value;
    }
    return value;
  }

  StructSequenceType kind() {
    return kind;
  }

  PyObject[] fields() {
    for (int i = 0; i < fields.length; i++) {
      field(i);
    }
    return fields;
  }
}

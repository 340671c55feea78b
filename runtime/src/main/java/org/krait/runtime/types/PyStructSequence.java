package org.krait.runtime.types;

import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** A tuple with named fields, some of which are beyond its length: {@code os.stat_result}. */
public final class PyStructSequence extends PyTuple {
  private final StructSequenceType kind;
  private final PyObject[] fields;

  PyStructSequence(StructSequenceType kind, PyObject[] fields) {
    super(java.util.Arrays.copyOf(fields, kind.visible()));
    this.kind = kind;
    this.fields = fields;
  }

  @Override
  public PyType type() {
    return kind.type();
  }

  /** A field by number, also one beyond the length of the tuple. */
  public PyObject field(int index) {
    return fields[index];
  }

  StructSequenceType kind() {
    return kind;
  }

  PyObject[] fields() {
    return fields;
  }
}

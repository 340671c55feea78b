package org.krait.stdlib.ast;

import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Names of attributes of nodes and their classes. */
final class Names {
  static final PyStr FIELDS = PyStr.interned("_fields");
  static final PyStr ATTRIBUTES = PyStr.interned("_attributes");
  static final PyStr LINE = PyStr.interned("lineno");
  static final PyStr COLUMN = PyStr.interned("col_offset");
  static final PyStr END_LINE = PyStr.interned("end_lineno");
  static final PyStr END_COLUMN = PyStr.interned("end_col_offset");

  /** The attributes of nodes that have a place. */
  static final PyTuple PLACE = PyTuple.of(LINE, COLUMN, END_LINE, END_COLUMN);

  private Names() {}
}

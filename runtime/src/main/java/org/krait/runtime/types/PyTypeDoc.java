package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Documentation;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.TypeTable;

/**
 * Stands for the text of {@code __doc__} in the dict of a builtin type until the dict is shown, since
 * few programs ask for one and the text has to be read.
 */
@BuiltinType(name = "type_doc", subclassable = false, disallowNew = true)
public final class PyTypeDoc extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyTypeDocTable());

  private final TypeTable table;

  public PyTypeDoc(TypeTable table) {
    this.table = table;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The text, or None. */
  public PyObject text() {
    String text = Documentation.of(table);
    return text == null ? PyNone.NONE : PyStr.of(text);
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    return text();
  }
}

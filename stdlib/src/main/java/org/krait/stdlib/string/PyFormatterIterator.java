package org.krait.stdlib.string;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.text.FormatMarkup;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code formatteriterator}: tuples of literal text, field name, specifier, conversion. */
@BuiltinType(name = "formatteriterator", subclassable = false, disallowNew = true)
public final class PyFormatterIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyFormatterIteratorTable());

  private final FormatMarkup markup;

  PyFormatterIterator(FormatMarkup markup) {
    this.markup = markup;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (!markup.next()) {
      return null;
    }
    if (!markup.hasField()) {
      return PyTuple.of(markup.literal(), PyNone.NONE, PyNone.NONE, PyNone.NONE);
    }
    PyObject conversion =
        markup.conversion() == 0 ? PyNone.NONE : PyStr.of(markup.conversion());
    return PyTuple.of(markup.literal(), markup.name(), markup.spec(), conversion);
  }
}

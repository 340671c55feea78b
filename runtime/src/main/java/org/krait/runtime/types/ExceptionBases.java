package org.krait.runtime.types;

import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;

/**
 * Exception types that others with Java classes of their own derive from, in holders so that each comes
 * up before the types below it.
 */
final class ExceptionBases {
  private ExceptionBases() {}

  /** {@code Exception}. */
  static final class Exception {
    static final PyType TYPE = simple("Exception", PyBaseException.TYPE);
  }

  /** {@code LookupError}. */
  static final class LookupError {
    static final PyType TYPE = simple("LookupError", Exception.TYPE);
  }

  /** {@code ValueError}. */
  static final class ValueError {
    static final PyType TYPE = simple("ValueError", Exception.TYPE);
  }

  /** {@code UnicodeError}. */
  static final class UnicodeError {
    static final PyType TYPE = simple("UnicodeError", ValueError.TYPE);
  }

  private static PyType simple(String name, PyType base) {
    return PyType.builtin(new SimpleTypeTable(name, base, null));
  }
}

package org.krait.runtime;

import org.krait.runtime.types.PyBaseException;

/**
 * A Python exception on its way up the Java stack.
 *
 * <p>It has no Java stack trace: the traceback is built on the Python object while frames unwind.
 */
public final class PyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PyBaseException value;

  /** True while the frame that raised it again is not to be added to the traceback. */
  public boolean again;

  /** Where it was raised first, for the frame that raises it {@link #again}; -1 for the same place. */
  public int lasti = -1;

  public PyException(PyBaseException value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** The exception object. */
  public PyBaseException value() {
    return value;
  }

  /** Whether an {@code except type} clause would catch it. */
  public boolean is(PyType type) {
    return value.type().isSubtypeOf(type);
  }

  @Override
  public String getMessage() {
    return value.type().name() + ": " + value.describe();
  }
}

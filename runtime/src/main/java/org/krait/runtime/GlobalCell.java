package org.krait.runtime;

/**
 * The value of one name of a dict of globals or builtins, for compiled code to link to.
 *
 * <p>The dict keeps it up to date. A name that was never rebound since the cell was made is a constant
 * that code may build on by {@link #constant()}; the first change ends that, and from then on code
 * reads {@link #value}.
 */
public final class GlobalCell {
  /** The value, or null while the name is not there. */
  public PyObject value;

  private final Assumption constant = new Assumption();

  public GlobalCell(PyObject value) {
    this.value = value;
  }

  /** Called by the dict, after the change. */
  public void set(PyObject changed) {
    if (changed != value) {
      value = changed;
      constant.invalidate();
    }
  }

  /** That the value stays what it is. */
  public Assumption constant() {
    return constant;
  }
}

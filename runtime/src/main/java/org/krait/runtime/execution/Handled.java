package org.krait.runtime.execution;

import org.krait.runtime.types.PyBaseException;

/**
 * The exception that is being handled, one level for each generator that runs inside another's frame.
 *
 * <p>A generator has a level of its own, which comes and goes with it; what {@code sys.exception()}
 * shows is the innermost level that has one.
 */
public final class Handled {
  /** The exception whose handler runs, or null. */
  public PyBaseException value;

  /** The level around this one while it is active. */
  public Handled outer;

  /** The exception being handled here or further out, or null. */
  public PyBaseException innermost() {
    for (Handled level = this; level != null; level = level.outer) {
      if (level.value != null) {
        return level.value;
      }
    }
    return null;
  }
}

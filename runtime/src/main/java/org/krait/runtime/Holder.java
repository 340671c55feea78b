package org.krait.runtime;

/** An object of another room that keeps others in fields of Java, which {@link Held} could not know. */
public interface Holder {
  /**
   * What it keeps; there may be nulls among it.
   *
   * @param limit who keeps more says nothing
   */
  PyObject[] held(int limit);
}

package org.krait.runtime;

/** An object of another room that keeps one in a field of Java, which {@link Held} could not know. */
public interface Holder {
  /** What it keeps; or null. */
  PyObject held();
}

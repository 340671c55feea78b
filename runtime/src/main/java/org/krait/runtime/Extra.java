package org.krait.runtime;

import org.krait.runtime.types.PyDict;

/**
 * What few values have besides slots: a dict for the attributes, something that dies with the value.
 *
 * <p>One field of the value holds either, or both in one of these.
 */
final class Extra {
  private final PyDict dict;
  private final Object companion;

  private Extra(PyDict dict, Object companion) {
    this.dict = dict;
    this.companion = companion;
  }

  /** The dict of a value that keeps its attributes there, or null. */
  static PyDict dict(Shaped value) {
    Object extra = value.extra();
    if (extra instanceof PyDict only) {
      return only;
    }
    return extra instanceof Extra both ? both.dict : null;
  }

  static void setDict(Shaped value, PyDict dict) {
    Object companion = companion(value);
    value.setExtra(companion == null ? dict : new Extra(dict, companion));
  }

  /** What lives and dies with a value, or null. */
  static Object companion(Shaped value) {
    Object extra = value.extra();
    if (extra instanceof Extra both) {
      return both.companion;
    }
    return extra instanceof PyDict ? null : extra;
  }

  static void setCompanion(Shaped value, Object companion) {
    PyDict dict = dict(value);
    value.setExtra(dict == null ? companion : new Extra(dict, companion));
  }
}

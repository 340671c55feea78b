package org.krait.runtime.types;

import java.util.HashSet;
import java.util.Set;
import org.krait.runtime.PyObject;

/**
 * Keys that many dicts have in common: the constant ones of a display, the keywords of a call. Such dicts share
 * all but their values until one of them gets or loses a key.
 */
public final class DictKeys {
  private final DictTable table;

  private DictKeys(DictTable table) {
    this.table = table;
  }

  /** The keys, in this order; null where they are not all different and exactly of type {@code str}. */
  public static DictKeys of(PyObject... keys) {
    Set<PyObject> known = new HashSet<>();
    PyDict dict = new PyDict(keys.length);
    for (PyObject key : keys) {
      if (key.getClass() != PyStr.class || !known.add(key)) {
        return null;
      }
      dict.put((PyStr) key, key);
    }
    return new DictKeys(dict.table());
  }

  /** A dict of these values, which it keeps as they are. */
  public PyDict with(PyObject[] values) {
    return new PyDict(table.sharing(values));
  }
}

package org.krait.runtime.types;

import java.lang.invoke.VarHandle;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;

/** Goes through the items that a dict has at one time, each whole, whatever other threads do. */
public final class DictCursor {
  private final DictTable table;
  private int at;
  private PyObject key;
  private PyObject value;
  private long hash;

  DictCursor(DictTable table) {
    this.table = table;
    this.at = table.first;
  }

  /** Moves to the next item; false at the end. */
  public boolean next() {
    DictTable t = table;
    while (at < t.filled) {
      if (read(at++)) {
        return true;
      }
    }
    return false;
  }

  private boolean read(int entry) {
    PyObject found = table.keys[entry];
    VarHandle.loadLoadFence();
    value = table.values[entry];
    hash = table.hashes[entry];
    key = found;
    if (!Concurrency.active()) {
      return found != null;
    }
    VarHandle.loadLoadFence();
    return found != null && value != null && table.keys[entry] == found;
  }

  public PyObject key() {
    return key;
  }

  public PyObject value() {
    return value;
  }

  public long hash() {
    return hash;
  }
}

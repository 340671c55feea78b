package org.krait.runtime.types;

import org.krait.runtime.Concurrency;

/** The tuple in dicts that another one is equal to, and where a dict had it last. */
final class KnownKey {
  /** Of a tuple that was looked for once: most are never again. */
  static final KnownKey ONCE = new KnownKey(PyTuple.of(PyNone.NONE));

  final PyTuple key;

  /** The number of an entry, which may not be true any more. */
  private int place;

  KnownKey(PyTuple key) {
    this.key = key;
  }

  int place() {
    return place;
  }

  /** Remembers the number of an entry. Other threads would only wait for each other's. */
  void foundAt(int entry) {
    if (!Concurrency.active()) {
      place = entry;
    }
  }
}

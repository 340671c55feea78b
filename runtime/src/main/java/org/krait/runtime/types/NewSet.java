package org.krait.runtime.types;

/**
 * The elements of a set that nobody else has yet, which are known to differ from each other: none is compared.
 *
 * <p>Places and growth are those of elements that are added one by one to an empty set.
 */
final class NewSet {
  private SetTable table = new SetTable(PySetStorage.SMALLEST);
  private int size;
  private int limit = PySetStorage.roomOf(PySetStorage.SMALLEST);

  void add(org.krait.runtime.PyObject key, long hash) {
    table.put(key, hash);
    if (++size >= limit) {
      grow();
    }
  }

  private void grow() {
    table = PySetStorage.resized(table, PySetStorage.placesFor(PySetStorage.grown(size)), true);
    limit = PySetStorage.roomOf(table.keys.length);
  }

  PySetStorage storage() {
    return new PySetStorage(table, size);
  }
}

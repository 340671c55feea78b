package org.krait.runtime.types;

/**
 * The interned texts whose Java form is unambiguous, by that form's {@link String#hashCode}. They are never forgotten.
 *
 * <p>One array, read without a lock: a start takes some 3,000 texts in before anything is compiled, and in a
 * map of the JDK each costs it a dozen calls.
 */
final class InternedTexts {
  private static final int FIRST_SIZE = 1 << 13;

  /** The texts, each with its hash, which is written first and is there for who grows the table. */
  private static final class Table {
    final PyStr[] texts;
    final int[] hashes;

    Table(int size) {
      texts = new PyStr[size];
      hashes = new int[size];
    }
  }

  /** A slot is filled once; a larger table takes this one's place when half are. */
  private volatile Table table = new Table(FIRST_SIZE);

  private volatile int count;

  /** The text, or null; null too for what another thread has just put in. */
  PyStr get(String units, int hash) {
    Table t = table;
    PyStr[] all = t.texts;
    int mask = all.length - 1;
    for (int at = (hash ^ hash >>> 16) & mask; ; at = at + 1 & mask) {
      PyStr known = all[at];
      if (known == null || t.hashes[at] == hash && units.equals(known.units())) {
        return known;
      }
    }
  }

  /** The same, of a text by its {@linkplain PyStr#numbers numbers}. */
  PyStr get(long low, long word, int hash) {
    PyStr[] all = table.texts;
    int mask = all.length - 1;
    for (int at = (hash ^ hash >>> 16) & mask; ; at = at + 1 & mask) {
      PyStr known = all[at];
      if (known == null || known.hasNumbers(low, word)) {
        return known;
      }
    }
  }

  /** Takes a text in; the one that is in already, if there is. */
  synchronized PyStr add(PyStr text, int hash) {
    if (2 * count >= table.texts.length) {
      grow();
    }
    Table t = table;
    PyStr[] all = t.texts;
    int mask = all.length - 1;
    for (int at = (hash ^ hash >>> 16) & mask; ; at = at + 1 & mask) {
      PyStr known = all[at];
      if (known == null) {
        t.hashes[at] = hash;
        all[at] = text;
        count++;
        return text;
      }
      if (t.hashes[at] == hash && known.equals(text)) {
        return known;
      }
    }
  }

  private void grow() {
    Table old = table;
    Table larger = new Table(2 * old.texts.length);
    int mask = larger.texts.length - 1;
    for (int i = 0; i < old.texts.length; i++) {
      if (old.texts[i] != null) {
        int hash = old.hashes[i];
        int at = (hash ^ hash >>> 16) & mask;
        while (larger.texts[at] != null) {
          at = at + 1 & mask;
        }
        larger.hashes[at] = hash;
        larger.texts[at] = old.texts[i];
      }
    }
    table = larger;
  }

  int size() {
    return count;
  }
}

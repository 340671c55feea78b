package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The identifiers of one source, each held once.
 *
 * <p>A name is known by its index. Keywords come first: an index below {@link #KEYWORDS} is the
 * keyword's, the four soft keywords follow.
 */
final class NamePool {
  /** How many keywords there are. */
  static final int KEYWORDS;

  static final int MATCH;
  static final int CASE;
  static final int TYPE;
  static final int UNDERSCORE;

  private static final String[] FIRST_TEXTS;
  private static final int[] KEYWORD_KINDS;
  private static final int[] FIRST_TABLE;
  private static final int FIRST_SIZE;

  static {
    String[] texts = new String[64];
    int[] kinds = new int[64];
    int count = 0;
    for (int kind = 0; kind < Tokens.count(); kind++) {
      String text = Tokens.text(kind);
      if (text != null && Character.isLetter(text.charAt(0))) {
        texts[count] = text;
        kinds[count++] = kind;
      }
    }
    KEYWORDS = count;
    MATCH = count;
    texts[count++] = "match";
    CASE = count;
    texts[count++] = "case";
    TYPE = count;
    texts[count++] = "type";
    UNDERSCORE = count;
    texts[count++] = "_";
    FIRST_SIZE = count;
    FIRST_TEXTS = Arrays.copyOf(texts, count);
    KEYWORD_KINDS = Arrays.copyOf(kinds, KEYWORDS);
    NamePool pool = new NamePool(new int[256], texts, 0);
    for (int i = 0; i < FIRST_SIZE; i++) {
      byte[] bytes = texts[i].getBytes(StandardCharsets.ISO_8859_1);
      pool.index(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    }
    FIRST_TABLE = pool.table;
  }

  /** Indices plus one, in open addressing; the high half holds bits of the hash. */
  private int[] table;

  private int[] hashes;
  private String[] texts;
  private byte[][] keys;
  private int size;

  NamePool() {
    this(Arrays.copyOf(FIRST_TABLE, FIRST_TABLE.length), Arrays.copyOf(FIRST_TEXTS, 128), FIRST_SIZE);
  }

  private NamePool(int[] table, String[] texts, int size) {
    this.table = table;
    this.texts = texts;
    this.size = size;
    this.hashes = new int[texts.length];
    for (int i = 0; i < size; i++) {
      byte[] bytes = texts[i].getBytes(StandardCharsets.ISO_8859_1);
      hashes[i] = hash(bytes, 0, bytes.length);
    }
    this.keys = new byte[texts.length][];
  }

  /** The hash of a name's bytes, as the lexer computes it on the way. */
  static int hash(byte[] source, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + source[i];
    }
    return hash;
  }

  /** The kind of token a name is. */
  static int kind(int index) {
    return index < KEYWORDS ? KEYWORD_KINDS[index] : Tokens.NAME;
  }

  /** True for {@code match}, {@code case}, {@code type} and {@code _}. */
  static boolean isSoftKeyword(int index) {
    return index >= KEYWORDS && index < FIRST_SIZE;
  }

  /** The name with this index, in normal form KC. */
  String text(int index) {
    return texts[index];
  }

  /** The index of an ASCII name, given by its bytes and their hash. */
  int index(byte[] source, int start, int end, int hash) {
    int mask = table.length - 1;
    int slot = spread(hash) & mask;
    int entry;
    while ((entry = table[slot]) != 0) {
      if (hashes[entry - 1] == hash && same(texts[entry - 1], source, start, end)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    int index =
        add(new String(source, start, end - start, StandardCharsets.ISO_8859_1), hash);
    table[slot] = index + 1;
    if (size * 2 > table.length) {
      grow();
    }
    return index;
  }

  /** The index of a name with characters beyond ASCII; never a keyword. */
  int indexOfUnicode(byte[] source, int start, int end) {
    String name = new String(source, start, end - start, StandardCharsets.UTF_8);
    return add(Normalizer.normalize(name, Normalizer.Form.NFKC).intern(), 0);
  }

  private int add(String text, int hash) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    texts[size] = text;
    hashes[size] = hash;
    return size++;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15) ^ (hash >>> 7);
  }

  private static boolean same(String text, byte[] source, int start, int end) {
    int length = end - start;
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != source[start + i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    int[] larger = new int[table.length * 2];
    int mask = larger.length - 1;
    for (int entry : table) {
      if (entry != 0) {
        int slot = spread(hashes[entry - 1]) & mask;
        while (larger[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        larger[slot] = entry;
      }
    }
    table = larger;
  }
}

package org.krait.stdlib.multibyte;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the bytes of an encoding mean: one, two, and behind {@code 8f} three for a character. */
final class CharTable {
  private static final ConcurrentHashMap<String, CharTable> KNOWN = new ConcurrentHashMap<>();
  private static final int SIZE = 0x10000;
  private static final int THIRD = 0x8f;
  private static final int FIRST_BEYOND = 0x90;
  private static final char NOTHING = '\uffff';

  final String name;
  private final boolean keepsPrivate;
  private final boolean hasTriples;

  /** Characters by single bytes, by pairs, and by the pairs behind {@link #THIRD}. */
  private final char[] single = new char[256];

  private final char[] pairs = new char[SIZE];
  private final char[] triples;

  /** Bytes by characters, the first one highest; 0 for none but NUL. */
  private final int[] bytes = new int[SIZE];

  private final boolean[] leads = new boolean[256];

  /** Characters by four bytes, of GB 18030; else null. */
  private final Map<Integer, Character> quads;

  private CharTable(String name, String charset, boolean keepsPrivate, List<String> differences) {
    this.name = name;
    this.keepsPrivate = keepsPrivate;
    hasTriples = name.equals("euc_jp");
    triples = new char[hasTriples ? SIZE : 0];
    Arrays.fill(single, NOTHING);
    Arrays.fill(pairs, NOTHING);
    Arrays.fill(triples, NOTHING);
    Charset base = Charset.forName(charset);
    fillBytes(base.newEncoder());
    fillCharacters(base.newDecoder());
    differences.forEach(this::correct);
    quads = name.equals("gb18030") ? new HashMap<>() : null;
    for (int c = 0; c < SIZE && quads != null; c++) {
      if (bytes[c] >>> 16 != 0) {
        quads.put(bytes[c], (char) c);
      }
    }
    findLeads();
  }

  /** The table of a codec; null when there is none. */
  static CharTable of(String name) {
    CharTable known = KNOWN.get(name);
    if (known == null) {
      known = read(name);
      if (known != null) {
        KNOWN.putIfAbsent(name, known);
      }
    }
    return known;
  }

  private static CharTable read(String name) {
    try (InputStream in = CharTable.class.getResourceAsStream("differences.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String[] words = lines.get(i).split(" ");
        if (words[0].equals("codec") && words[1].equals(name)) {
          int end = i + 1;
          while (end < lines.size() && !lines.get(end).startsWith("codec")) {
            end++;
          }
          return new CharTable(name, words[2], words.length > 3, lines.subList(i + 1, end));
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean belongs(char c) {
    return keepsPrivate || c < 0xe000 || c >= 0xf900;
  }

  private void fillBytes(CharsetEncoder encoder) {
    char[] one = new char[1];
    for (int c = 0; c < SIZE; c++) {
      if (!Character.isSurrogate((char) c) && belongs((char) c)) {
        one[0] = (char) c;
        try {
          ByteBuffer encoded = encoder.reset().encode(CharBuffer.wrap(one));
          while (encoded.hasRemaining()) {
            bytes[c] = bytes[c] << 8 | encoded.get() & 0xff;
          }
        } catch (CharacterCodingException e) {
          bytes[c] = 0;
        }
      }
    }
  }

  private void fillCharacters(CharsetDecoder decoder) {
    for (int first = 0; first < 256; first++) {
      single[first] = decoded(decoder, first);
      for (int second = 0; second < 256 && single[first] == NOTHING; second++) {
        pairs[first << 8 | second] = decoded(decoder, first, second);
      }
    }
    for (int pair = 0; pair < triples.length; pair++) {
      triples[pair] = decoded(decoder, THIRD, pair >> 8, pair & 0xff);
    }
  }

  private char decoded(CharsetDecoder decoder, int... sequence) {
    byte[] in = new byte[sequence.length];
    for (int i = 0; i < in.length; i++) {
      in[i] = (byte) sequence[i];
    }
    try {
      CharBuffer out = decoder.reset().decode(ByteBuffer.wrap(in));
      return out.length() == 1 && belongs(out.get(0)) ? out.get(0) : NOTHING;
    } catch (CharacterCodingException e) {
      return NOTHING;
    }
  }

  private void correct(String line) {
    String[] words = line.split(" ");
    boolean none = words[2].equals("-");
    if (words[0].equals("e")) {
      bytes[HexFormat.fromHexDigits(words[1])] = none ? 0 : HexFormat.fromHexDigits(words[2]);
      return;
    }
    int sequence = HexFormat.fromHexDigits(words[1]);
    char c = none ? NOTHING : (char) HexFormat.fromHexDigits(words[2]);
    switch (words[1].length()) {
      case 2 -> single[sequence] = c;
      case 4 -> pairs[sequence] = c;
      default -> triples[sequence & 0xffff] = c;
    }
  }

  /** Which bytes may begin a pair: those that CPython waits for more behind. */
  private void findLeads() {
    boolean shifted = name.equals("shift_jis") || name.equals("cp932");
    for (int i = 0x80; i < 256; i++) {
      boolean inside = !shifted || i >= 0x81 && i <= 0x9f || i >= 0xe0 && i <= 0xfc;
      boolean used = !name.equals("shift_jis") || i <= 0xea;
      leads[i] = single[i] == NOTHING && inside && used;
    }
  }

  char single(int first) {
    return single[first];
  }

  boolean isLead(int first) {
    return leads[first];
  }

  boolean isTriple(int first) {
    return hasTriples && first == THIRD;
  }

  char pair(int first, int second) {
    return pairs[first << 8 | second];
  }

  char triple(int second, int third) {
    return triples[second << 8 | third];
  }

  /** Whether some sequences have four bytes, the second a digit. */
  boolean hasQuads() {
    return quads != null;
  }

  /** The character of four bytes of GB 18030, the first one highest; -1 for none. */
  int quad(int sequence) {
    Character c = quads.get(sequence);
    if (c != null) {
      return c;
    }
    int first = sequence >>> 24;
    int third = sequence >> 8 & 0xff;
    int fourth = sequence & 0xff;
    boolean fits =
        first >= FIRST_BEYOND && first <= 0xfe && third >= 0x81 && third <= 0xfe
            && fourth >= '0' && fourth <= '9';
    int above = (first - FIRST_BEYOND) * 12600 + ((sequence >> 16 & 0xff) - '0') * 1260
        + (third - 0x81) * 10 + fourth - '0';
    return fits && above <= 0xfffff ? SIZE + above : -1;
  }

  /** The four bytes of a character above U+FFFF. */
  private static int beyond(int c) {
    int above = c - SIZE;
    return above / 12600 + FIRST_BEYOND << 24
        | above / 1260 % 10 + '0' << 16
        | above / 10 % 126 + 0x81 << 8
        | above % 10 + '0';
  }

  /** Whether syllables that have no pair are made up of their parts, as KS X 1001 says. */
  boolean makesUp() {
    return name.equals("euc_kr");
  }

  static boolean isNothing(char c) {
    return c == NOTHING;
  }

  /** The bytes of a character, the first one highest; -1 for none. */
  int bytes(int c) {
    if (c >= SIZE) {
      return quads == null ? -1 : beyond(c);
    }
    return c != 0 && bytes[c] == 0 ? -1 : bytes[c];
  }
}

package org.krait.stdlib.multibyte;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.TableFile;

/**
 * What the bytes of an encoding without states mean: one, two, and behind {@code 8f} three for a
 * character.
 *
 * <p>Two characters that stand for one sequence are one value, the first in the upper half of it.
 */
final class CharTable extends Encoding {
  private static final ConcurrentHashMap<String, CharTable> KNOWN = new ConcurrentHashMap<>();
  private static final Set<String> TRIPLES = Set.of("euc_jp", "euc_jis_2004", "euc_jisx0213");
  private static final int SIZE = 0x10000;
  private static final int PLANES = 0x30000;
  private static final int THIRD = 0x8f;
  private static final int FIRST_BEYOND = 0x90;

  /** No character. */
  static final int NOTHING = -1;

  /** No character, and the whole sequence is the error. */
  private static final int NOTHING_AT_ALL = -2;

  private final boolean keepsPrivate;
  private final boolean hasTriples;

  /** Characters by single bytes, by pairs, and by the pairs behind {@link #THIRD}. */
  private final int[] single = new int[256];

  private final int[] pairs = new int[SIZE];
  private final int[] triples;

  /** Bytes by characters, the first one highest; 0 for none but NUL. */
  private final int[] bytes = new int[SIZE];

  /** Bytes by characters above U+FFFF, and by two characters. */
  private final Map<Integer, Integer> beyond = new HashMap<>();

  private final BitSet beginsDouble = new BitSet();
  private final boolean[] leads = new boolean[256];

  /** Characters by four bytes, of GB 18030; else null. */
  private final Map<Integer, Integer> quads;

  private CharTable(String name, String charset, String flag, List<String> differences) {
    super(name);
    keepsPrivate = flag.equals("private");
    hasTriples = TRIPLES.contains(name);
    triples = new int[hasTriples ? SIZE : 0];
    Arrays.fill(single, NOTHING);
    Arrays.fill(pairs, NOTHING);
    Arrays.fill(triples, NOTHING);
    Charset base = Charset.forName(charset);
    fillBytes(base.newEncoder());
    fillCharacters(base.newDecoder());
    if (flag.equals("rearranged")) {
      rearrange();
    }
    differences.forEach(this::correct);
    findDoubles();
    quads = name.equals("gb18030") ? new HashMap<>() : null;
    for (int c = 0; c < SIZE && quads != null; c++) {
      if (bytes[c] >>> 16 != 0) {
        quads.put(bytes[c], c);
      }
    }
    findLeads();
  }

  @Override
  PieceDecoder decoder(byte[] in, String errors, boolean last, byte[] state) {
    return new Runs.Decoder(this, in, errors, last, state);
  }

  @Override
  PieceEncoder encoder(PyStr in, String errors, boolean last, byte[] state) {
    return new Runs.Encoder(this, in, errors, last, state);
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
    try (InputStream in = TableFile.open(CharTable.class, "differences.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String[] words = lines.get(i).split(" ");
        if (words[0].equals("codec") && words[1].equals(name)) {
          int end = i + 1;
          while (end < lines.size() && !lines.get(end).startsWith("codec")) {
            end++;
          }
          return new CharTable(name, words[2], words.length > 3 ? words[3] : "", lines.subList(i + 1, end));
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean belongs(int c) {
    return keepsPrivate || c < 0xe000 || c >= 0xf900;
  }

  /** Enters how a value is encoded; 0 for not at all. */
  private void enter(int value, int sequence) {
    if (value >= 0 && value < SIZE) {
      bytes[value] = sequence;
    } else if (sequence == 0) {
      beyond.remove(value);
    } else {
      beyond.put(value, sequence);
    }
  }

  private void fillBytes(CharsetEncoder encoder) {
    boolean far = name.contains("2004") || name.contains("x0213") || name.equals("big5hkscs");
    ByteBuffer out = ByteBuffer.allocate(16);
    for (int c = 0; c < (far ? PLANES : SIZE); c++) {
      if ((c < 0xd800 || c > 0xdfff) && belongs(c)) {
        CharBuffer one = CharBuffer.wrap(Character.toChars(c));
        if (encoder.reset().encode(one, out.clear(), true).isUnderflow()
            && encoder.flush(out).isUnderflow()) {
          int sequence = 0;
          for (out.flip(); out.hasRemaining(); ) {
            sequence = sequence << 8 | out.get() & 0xff;
          }
          enter(c, sequence);
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

  private int decoded(CharsetDecoder decoder, int... sequence) {
    ByteBuffer in = ByteBuffer.allocate(sequence.length);
    for (int b : sequence) {
      in.put((byte) b);
    }
    CharBuffer chars = CharBuffer.allocate(8);
    if (!decoder.reset().decode(in.flip(), chars, true).isUnderflow() || in.hasRemaining()) {
      return NOTHING;
    }
    int[] out = chars.flip().codePoints().toArray();
    if (out.length == 2 && sequence.length == 2 && out[0] > 0x7f && out[1] < SIZE) {
      return out[0] << 16 | out[1];
    }
    return out.length == 1 && belongs(out[0]) ? out[0] : NOTHING;
  }

  private void correct(String line) {
    String[] words = line.split(" ");
    if (words[0].equals("e")) {
      enter(number(words[1]), words[2].equals("-") ? 0 : number(words[2]));
      return;
    }
    int sequence = number(words[1]);
    int value = number(words[2]);
    switch (words[1].length()) {
      case 2 -> single[sequence] = value;
      case 4 -> pairs[sequence] = value;
      default -> triples[sequence & 0xffff] = value;
    }
  }

  private static int number(String word) {
    if (word.equals("-")) {
      return NOTHING;
    }
    if (word.equals("--")) {
      return NOTHING_AT_ALL;
    }
    int plus = word.indexOf('+');
    return plus < 0
        ? HexFormat.fromHexDigits(word)
        : number(word.substring(0, plus)) << 16 | number(word.substring(plus + 1));
  }

  /** From the rows of JIS X 0213 as Shift JIS has them to those of an EUC. */
  private void rearrange() {
    CharTable old = of("euc_jp");
    int[] shifted = pairs.clone();
    Arrays.fill(pairs, NOTHING);
    System.arraycopy(old.triples, 0, triples, 0, SIZE);
    for (int pair = 0; pair < SIZE; pair++) {
      if (shifted[pair] != NOTHING) {
        int place = JisRows.ofShifted(pair);
        (place >>> 16 == 0 ? pairs : triples)[place & 0xffff] = shifted[pair];
      }
    }
    for (int c = 0; c < SIZE; c++) {
      bytes[c] = bytes[c] > 0xff ? JisRows.ofShifted(bytes[c]) : bytes[c];
      boolean only = bytes[c] == 0 && old.bytes[c] >>> 16 != 0;
      bytes[c] = only ? old.bytes[c] : bytes[c];
    }
    beyond.replaceAll((c, pair) -> JisRows.ofShifted(pair));
    for (int kana = 0xa1; kana <= 0xdf; kana++) {
      pairs[JisRows.KANA << 8 | kana] = single[kana];
      bytes[single[kana]] = JisRows.KANA << 8 | kana;
      single[kana] = NOTHING;
    }
  }

  /** Two characters have the bytes that stand for them. */
  private void findDoubles() {
    for (int pair = 0; pair < SIZE; pair++) {
      if (isDouble(pairs[pair])) {
        beyond.put(pairs[pair], pair);
        beginsDouble.set(pairs[pair] >>> 16);
      }
    }
  }

  /** Which bytes may begin a pair: those that CPython waits for more behind. */
  private void findLeads() {
    boolean shifted = name.startsWith("shift_jis") || name.equals("cp932");
    for (int i = 0x80; i < 256; i++) {
      boolean inside = !shifted || i >= 0x81 && i <= 0x9f || i >= 0xe0 && i <= 0xfc;
      boolean used = !name.equals("shift_jis") || i <= 0xea;
      leads[i] = single[i] == NOTHING && inside && used;
    }
  }

  int single(int first) {
    return single[first];
  }

  boolean isLead(int first) {
    return leads[first];
  }

  boolean isTriple(int first) {
    return hasTriples && first == THIRD;
  }

  int pair(int first, int second) {
    return pairs[first << 8 | second];
  }

  int triple(int second, int third) {
    return triples[second << 8 | third];
  }

  /** Whether some sequences have four bytes, the second a digit. */
  boolean hasQuads() {
    return quads != null;
  }

  /** The character of four bytes of GB 18030, the first one highest. */
  int quad(int sequence) {
    Integer c = quads.get(sequence);
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
    return fits && above <= 0xfffff ? SIZE + above : NOTHING;
  }

  /** The four bytes of a character above U+FFFF. */
  private static int quadBeyond(int c) {
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

  /** Whether a value is two characters. */
  static boolean isDouble(int value) {
    return value > Character.MAX_CODE_POINT;
  }

  /** Whether a character and one behind it may have a sequence together. */
  boolean beginsDouble(int c) {
    return beginsDouble.get(c);
  }

  /** The bytes of a character or of two, the first one highest; -1 for none. */
  int bytes(int value) {
    if (value >= SIZE) {
      return quads == null ? beyond.getOrDefault(value, -1) : quadBeyond(value);
    }
    return value != 0 && bytes[value] == 0 ? -1 : bytes[value];
  }
}

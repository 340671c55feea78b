package org.krait.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.constants.Constant;
import org.krait.constants.Constant.Int;
import org.krait.constants.Constant.Singleton;
import org.krait.constants.Constant.Str;
import org.krait.constants.Constant.Tuple;

class MarshalTest {
  private static Constant read(String hex) throws MarshalException {
    return Marshal.read(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static void assertFault(MarshalException.Kind kind, String message, String hex) {
    MarshalException e = assertThrows(MarshalException.class, () -> read(hex));
    assertEquals(message, e.getMessage());
    assertEquals(kind, e.kind());
  }

  private static void assertThereAndBack(Constant value) throws MarshalException {
    for (int version = 0; version <= 4; version++) {
      assertEquals(value, Marshal.read(Marshal.write(value, version)), "version " + version);
    }
  }

  private static Tuple tuple(Constant... items) {
    return new Tuple(List.of(items));
  }

  @Test
  void valuesComeBackFromEveryVersion() throws MarshalException {
    assertThereAndBack(
        tuple(Singleton.NONE, Singleton.TRUE, Singleton.FALSE, Singleton.ELLIPSIS, Tuple.EMPTY));
    for (int bits : new int[] {0, 1, 31, 32, 59, 60, 61, 63, 64, 75, 1000}) {
      BigInteger power = BigInteger.ONE.shiftLeft(bits);
      for (int delta = -1; delta <= 1; delta++) {
        assertThereAndBack(new Int(power.add(BigInteger.valueOf(delta))));
        assertThereAndBack(new Int(power.add(BigInteger.valueOf(delta)).negate()));
      }
    }
    for (double d : new double[] {0.0, -0.0, 0.1, 1e300, 5e-324, -1e-5, 123456789012345678.0}) {
      assertThereAndBack(new Constant.Float(d));
      assertThereAndBack(new Constant.Complex(d, -d));
    }
    assertThereAndBack(new Constant.Float(Double.NEGATIVE_INFINITY));
    assertThereAndBack(new Constant.Bytes(new byte[] {0, -1}));
    assertThereAndBack(Str.of("name"));
    assertThereAndBack(Str.of("é\ud83d\ude00 \ud800"));
    assertThereAndBack(Str.ofCodePoints(new int[] {0xd83d, 0xde00}));
    assertThereAndBack(Str.of("long ".repeat(100)));
    assertThereAndBack(new Constant.FrozenSet(List.of(Int.of(3), Str.of("x"), Int.of(1))));
  }

  @Test
  void sharedValuesAreWrittenOnceAndStayShared() throws MarshalException {
    Constant text = Str.of("some text that is worth a reference");
    byte[] stream = Marshal.write(tuple(text, tuple(text, text)));
    Tuple back = (Tuple) Marshal.read(stream);
    assertEquals(back.items().getFirst(), text);
    assertSame(back.items().getFirst(), ((Tuple) back.items().get(1)).items().get(1));
    assertTrue(stream.length < 60, "length " + stream.length);
  }

  @Test
  void bytesAreCPythons() throws MarshalException {
    // What compile('1, "ab", "a b", 1 << 40, 1.5, b"x"', '', 'eval') holds as a constant.
    assertArrayEquals(
        HexFormat.of()
            .parseHex(
                "2906e901000000da0261627a036120626c0300000000000000000467000000000000f83ff30100000078"),
        Marshal.write(
            tuple(
                Int.of(1),
                Str.of("ab"),
                Str.of("a b"),
                Int.of(1L << 40),
                new Constant.Float(1.5),
                new Constant.Bytes(new byte[] {'x'}))));
  }

  @Test
  void faultsAreWordedAsInCPython() {
    assertFault(MarshalException.Kind.EOF, "EOF read where object expected", "");
    assertFault(MarshalException.Kind.EOF, "marshal data too short", "69 01 02");
    assertFault(MarshalException.Kind.VALUE, "bad marshal data (unknown type code)", "58");
    assertFault(MarshalException.Kind.TYPE, "NULL object in marshal data for object", "30");
    assertFault(MarshalException.Kind.TYPE, "NULL object in marshal data for tuple", "29 01 30");
    assertFault(
        MarshalException.Kind.VALUE, "bad marshal data (tuple size out of range)", "28 ffffffff");
    assertFault(
        MarshalException.Kind.VALUE,
        "bad marshal data (digit out of range in long)",
        "6c 01000000 ffff");
    assertFault(
        MarshalException.Kind.VALUE,
        "bad marshal data (unnormalized long data)",
        "6c 02000000 0100 0000");
    assertFault(
        MarshalException.Kind.VALUE, "bad marshal data (invalid reference)", "72 00000000");
    assertFault(
        MarshalException.Kind.UNICODE,
        "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
        "75 02000000 61 ff");
  }

  @Test
  void aTupleCannotContainItself() {
    assertFault(
        MarshalException.Kind.VALUE, "bad marshal data (invalid reference)", "a9 01 72 00000000");
  }

  @Test
  void hugeSizesCostNothing() {
    assertFault(MarshalException.Kind.EOF, "marshal data too short", "73 ffffff7f");
    assertFault(MarshalException.Kind.EOF, "EOF read where object expected", "28 ffffff7f 4e");
    assertFault(MarshalException.Kind.EOF, "marshal data too short", "6c ffffff7f 0100");
  }

  @Test
  void nestingIsLimited() throws MarshalException {
    assertFault(MarshalException.Kind.VALUE, "recursion limit exceeded", "2901".repeat(2000) + "4e");
    assertEquals(Singleton.NONE, innermost(read("2901".repeat(1999) + "4e")));
    Constant deep = Singleton.NONE;
    for (int i = 0; i < 2000; i++) {
      deep = tuple(deep);
    }
    Constant tooDeep = deep;
    assertEquals(
        "object too deeply nested to marshal",
        assertThrows(MarshalException.class, () -> Marshal.write(tooDeep)).getMessage());
  }

  private static Constant innermost(Constant value) {
    Constant at = value;
    while (at instanceof Tuple t) {
      at = t.items().getFirst();
    }
    return at;
  }

  @Test
  void repeatedReferencesCannotBuildAnAstronomicConstant() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int levels = 40;
    for (int i = 0; i < levels; i++) {
      out.writeBytes(new byte[] {(byte) (')' | 0x80), 2});
    }
    out.writeBytes(new byte[] {'N', 'N'});
    for (int i = levels - 1; i > 0; i--) {
      out.writeBytes(new byte[] {'r', (byte) i, 0, 0, 0});
    }
    MarshalException e =
        assertThrows(MarshalException.class, () -> Marshal.read(out.toByteArray()));
    assertEquals("bad marshal data (constants of more than 16777216 parts)", e.getMessage());
  }

  @Test
  void aStreamCanComePieceByPiece() throws MarshalException {
    byte[] stream = Marshal.write(tuple(Str.of("abc"), Int.of(5)));
    int[] at = {0};
    var reader =
        new MarshalReader<>(
            count -> {
              int from = at[0];
              at[0] = Math.min(from + count, stream.length);
              return java.util.Arrays.copyOfRange(stream, from, at[0]);
            },
            new TextFactory());
    assertEquals("(abc, 5)", reader.read());
    MarshalException e = assertThrows(MarshalException.class, reader::read);
    assertEquals("EOF read where not expected", e.getMessage());
  }

  @Test
  void otherValuesThanConstantsCanBeRead() throws MarshalException {
    // A list that contains itself, a dict, StopIteration.
    byte[] stream = HexFormat.of().parseHex("db02000000" + "7200000000" + "7b" + "69070000005330");
    assertEquals(
        "[[...], {7: StopIteration}]",
        new MarshalReader<>(stream, 0, stream.length, new TextFactory()).read().toString());
  }

  /** Makes texts and Java lists: stands for the factory of a runtime. */
  private static final class TextFactory implements MarshalFactory<Object> {
    /** A list that prints itself as Python does. */
    private static final class Items extends java.util.ArrayList<Object> {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        List<String> texts =
            stream().map(item -> item == this ? "[...]" : item.toString()).toList();
        return "[" + String.join(", ", texts) + "]";
      }
    }

    @Override
    public Object none() {
      return "None";
    }

    @Override
    public Object bool(boolean value) {
      return value;
    }

    @Override
    public Object ellipsis() {
      return "...";
    }

    @Override
    public Object stopIteration() {
      return "StopIteration";
    }

    @Override
    public Object integer(long value) {
      return value;
    }

    @Override
    public Object integer(BigInteger value) {
      return value;
    }

    @Override
    public Object floating(double value) {
      return value;
    }

    @Override
    public Object complex(double real, double imag) {
      return real + "+" + imag + "j";
    }

    @Override
    public Object bytes(byte[] value) {
      return new String(value, StandardCharsets.ISO_8859_1);
    }

    @Override
    public Object string(String text, boolean interned) {
      return text;
    }

    @Override
    public Object string(int[] codePoints, boolean interned) {
      return new String(codePoints, 0, codePoints.length);
    }

    @Override
    public Object tuple(List<Object> items) {
      return "(" + String.join(", ", items.stream().map(Object::toString).toList()) + ")";
    }

    @Override
    public Object frozenSet(List<Object> items) {
      return items;
    }

    @Override
    public Object newList() {
      return new Items();
    }

    @Override
    public Object newDict() {
      return new StringBuilder("{");
    }

    @Override
    public Object newSet() {
      return new Items();
    }

    @Override
    public void add(Object container, Object item) {
      ((Items) container).add(item);
    }

    @Override
    public void put(Object dict, Object key, Object value) {
      ((StringBuilder) dict).append(key).append(": ").append(value).append('}');
    }

    @Override
    public Object code(CodeParts<Object> parts) {
      return parts;
    }
  }
}

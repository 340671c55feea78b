package org.krait.stdlib.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyStr;

/**
 * Writes a segment of a {@link CodeArchive}: numbers, among them the records of code objects, and bytes.
 *
 * <p>The table of strings: how many, and of each where it starts (in the bytes, or of a wide or packed one in the
 * numbers), its length and form, and the hash of its Java form. A module: a table of values, two numbers each ({@link
 * ArchivedModule}), and the records of its code objects. A constant that is one Java object in several
 * places is one value.
 */
final class SegmentWriter {
  /** Numbers of the head of a module. */
  static final int MODULE_HEAD = 5;

  private record Text(String text, List<Integer> points, boolean interned) {}

  private int[] ints = new int[1 << 10];
  private int count;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<Text, Integer> strings = new LinkedHashMap<>();

  /** Of the module that is being written. */
  private Map<Constant, Integer> known;

  private List<int[]> values;

  int count() {
    return count;
  }

  int byteCount() {
    return bytes.size();
  }

  /** In bytes. */
  int size() {
    return count * Integer.BYTES + bytes.size();
  }

  int get(int at) {
    return ints[at];
  }

  void set(int at, int value) {
    ints[at] = value;
  }

  /** Makes room for some numbers, which are 0; where they stand. */
  int reserve(int wanted) {
    int at = count;
    count += wanted;
    if (count > ints.length) {
      ints = Arrays.copyOf(ints, Math.max(count, 2 * ints.length));
    }
    return at;
  }

  private int add(int value) {
    int at = reserve(1);
    ints[at] = value;
    return at;
  }

  /** Where the bytes stand now. */
  int bytes(byte[] data) {
    int at = bytes.size();
    bytes.writeBytes(data);
    return at;
  }

  /** Writes the table of strings: nothing more can be added. */
  void finish() {
    int table = reserve(1 + CodeSegment.ENTRY * strings.size());
    ints[0] = table;
    ints[table] = strings.size();
    int at = table + 1;
    for (Text each : strings.keySet()) {
      int form = each.interned ? CodeSegment.INTERNED : 0;
      int length;
      if (each.points == null) {
        length = each.text.length();
        long[] numbers = PyStr.ofUnits(each.text).numbers();
        if (numbers[1] != 0) {
          form |= CodeSegment.PACKED;
          int start = wide(numbers[0]);
          wide(numbers[1]);
          ints[at] = start;
        } else {
          form |= length > 0 && each.text.chars().allMatch(unit -> unit < 0x80) ? CodeSegment.ASCII : 0;
          ints[at] = bytes(each.text.getBytes(StandardCharsets.ISO_8859_1));
        }
        ints[at + 2] = each.text.hashCode();
      } else {
        form |= CodeSegment.WIDE;
        length = each.points.size();
        int start = count;
        each.points.forEach(this::add);
        ints[at] = start;
      }
      ints[at + 1] = length << CodeSegment.FORM_BITS | form;
      at += CodeSegment.ENTRY;
    }
  }

  void writeTo(OutputStream out) throws IOException {
    ByteBuffer numbers =
        ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    numbers.asIntBuffer().put(ints, 0, count);
    out.write(numbers.array());
    bytes.writeTo(out);
  }

  /**
   * Writes the code of a module.
   *
   * @param head where its head goes
   */
  void module(int head, CodeObject code) {
    known = new IdentityHashMap<>();
    values = new ArrayList<>();
    int root = value(code);
    set(head + 1, values.size());
    set(head + 2, values.get(root)[1]);
    set(head + 3, root);
    set(head + 4, string(code.filename(), false));
    set(head, count);
    for (int[] value : values) {
      add(value[0]);
      add(value[1]);
    }
  }

  private int value(Constant constant) {
    Integer done = known.get(constant);
    if (done != null) {
      return done;
    }
    int kind;
    int at;
    switch (constant) {
      case Constant.Singleton s -> {
        kind =
            switch (s) {
              case NONE -> ArchivedModule.NONE;
              case TRUE -> ArchivedModule.TRUE;
              case FALSE -> ArchivedModule.FALSE;
              case ELLIPSIS -> ArchivedModule.ELLIPSIS;
            };
        at = 0;
      }
      case Constant.Int i -> {
        BigInteger value = i.value();
        if (value.bitLength() < Integer.SIZE) {
          kind = ArchivedModule.INT;
          at = value.intValue();
        } else if (value.bitLength() < Long.SIZE) {
          kind = ArchivedModule.LONG;
          at = wide(value.longValue());
        } else {
          byte[] digits = value.toByteArray();
          kind = ArchivedModule.BIG | digits.length << ArchivedModule.KIND_BITS;
          at = bytes(digits);
        }
      }
      case Constant.Float f -> {
        kind = ArchivedModule.FLOAT;
        at = wide(Double.doubleToRawLongBits(f.value()));
      }
      case Constant.Complex c -> {
        kind = ArchivedModule.COMPLEX;
        at = wide(Double.doubleToRawLongBits(c.real()));
        wide(Double.doubleToRawLongBits(c.imag()));
      }
      case Constant.Str s -> {
        kind = ArchivedModule.STR;
        at = string(s);
      }
      case Constant.Bytes b -> {
        kind = ArchivedModule.BYTES | b.value().length << ArchivedModule.KIND_BITS;
        at = bytes(b.value());
      }
      case Constant.Tuple t -> {
        kind = ArchivedModule.TUPLE | t.items().size() << ArchivedModule.KIND_BITS;
        at = all(t.items());
      }
      case Constant.FrozenSet s -> {
        kind = ArchivedModule.FROZENSET | s.items().size() << ArchivedModule.KIND_BITS;
        at = all(s.items());
      }
      case CodeObject code -> {
        kind = ArchivedModule.CODE;
        at = code(code);
      }
      case Constant.Foreign other ->
          throw new IllegalArgumentException("no constant of a compiler: " + other);
    }
    values.add(new int[] {kind, at});
    known.put(constant, values.size() - 1);
    return values.size() - 1;
  }

  private int wide(long value) {
    int at = add((int) value);
    add((int) (value >> 32));
    return at;
  }

  private int all(List<Constant> items) {
    return all(items.stream().mapToInt(this::value).toArray());
  }

  private int all(int[] numbers) {
    int at = reserve(numbers.length);
    System.arraycopy(numbers, 0, ints, at, numbers.length);
    return at;
  }

  private int string(Constant.Str constant) {
    boolean interned = LoadCode.isInterned(constant);
    return constant.isExact()
        ? string(constant.text(), interned)
        : index(new Text(null, points(constant.codePoints()), interned));
  }

  private int string(String text, boolean interned) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return index(new Text(null, points(text.codePoints().toArray()), interned));
      }
    }
    return index(new Text(text, null, interned));
  }

  private static List<Integer> points(int[] points) {
    return Arrays.stream(points).boxed().toList();
  }

  private int index(Text text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }

  private int name(String name) {
    return string(name, true);
  }

  private int code(CodeObject code) {
    int[] words = PyCode.decode(code.code());
    check(code, words);
    int[] constants = code.constants().stream().mapToInt(this::value).toArray();
    boolean documented =
        (code.flags() & CodeFlags.OPTIMIZED) != 0
            && constants.length > 0
            && code.constants().getFirst() instanceof Constant.Str;
    int free = 0;
    for (byte kind : code.localsPlusKinds()) {
      free += (kind & CodeFlags.FAST_FREE) != 0 ? 1 : 0;
    }
    int data = bytes(code.localsPlusKinds());
    bytes(code.lineTable());
    bytes(code.exceptionTable());
    int at =
        all(
            new int[] {
              code.argCount(),
              code.posOnlyArgCount(),
              code.kwOnlyArgCount(),
              code.stackSize(),
              code.flags(),
              code.localsPlusNames().size(),
              free,
              code.firstLineNumber(),
              name(code.name()),
              name(code.qualname()),
              documented ? constants[0] : -1,
              code.names().size(),
              constants.length,
              words.length,
              code.lineTable().length,
              code.exceptionTable().length,
              data
            });
    all(code.localsPlusNames().stream().mapToInt(this::name).toArray());
    all(code.names().stream().mapToInt(this::name).toArray());
    all(constants);
    all(words);
    return at;
  }

  /** Decoded instructions hold all of the bytes only where inline caches are empty. */
  private static void check(CodeObject code, int[] words) {
    for (int i = 0; i < words.length; i++) {
      if ((byte) words[i] != code.code()[2 * i] || (byte) (words[i] >> 8) != code.code()[2 * i + 1]) {
        throw new IllegalArgumentException("not a compiler's code: " + code);
      }
    }
  }
}

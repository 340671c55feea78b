package org.krait.bytecode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.constants.Constant;
import org.krait.constants.Constant.Singleton;

/** Marshal streams of constants and code objects. */
public final class Marshal {
  private Marshal() {}

  /** Reads the one value that the bytes describe; what follows it is ignored. */
  public static Constant read(byte[] data) throws MarshalException {
    return new MarshalReader<>(data, 0, data.length, new Factory()).read();
  }

  /** Reads a code object from {@code offset} on; the bytes must end with it. */
  public static CodeObject readCode(byte[] data, int offset) throws MarshalException {
    var reader = new MarshalReader<>(data, offset, data.length - offset, new Factory());
    if (!(reader.read() instanceof CodeObject code)) {
      throw MarshalException.type("not a code object");
    }
    if (reader.remaining() > 0) {
      throw MarshalException.value(reader.remaining() + " bytes after the code object");
    }
    return code;
  }

  /** The stream of a constant in the version that CPython 3.12 writes. */
  public static byte[] write(Constant value) throws MarshalException {
    return write(value, MarshalWriter.VERSION);
  }

  /** The stream of a constant in an older version. */
  public static byte[] write(Constant value, int version) throws MarshalException {
    return MarshalWriter.write(value, version, new Describer());
  }

  /**
   * Makes constants.
   *
   * <p>Shared references let a short stream describe a value of astronomic size, which whoever
   * compares or hashes it would walk; so the size of each tuple is counted with repetitions.
   */
  private static final class Factory implements MarshalFactory<Constant> {
    private static final long MAX_WEIGHT = 1 << 24;

    private final Map<Constant, Long> weights = new IdentityHashMap<>();

    @Override
    public Constant none() {
      return Singleton.NONE;
    }

    @Override
    public Constant bool(boolean value) {
      return Singleton.of(value);
    }

    @Override
    public Constant ellipsis() {
      return Singleton.ELLIPSIS;
    }

    @Override
    public Constant stopIteration() throws MarshalException {
      throw noConstant("StopIteration");
    }

    @Override
    public Constant integer(long value) {
      return Constant.Int.of(value);
    }

    @Override
    public Constant integer(BigInteger value) {
      return new Constant.Int(value);
    }

    @Override
    public Constant floating(double value) {
      return new Constant.Float(value);
    }

    @Override
    public Constant complex(double real, double imag) {
      return new Constant.Complex(real, imag);
    }

    @Override
    public Constant bytes(byte[] value) {
      return new Constant.Bytes(value);
    }

    @Override
    public Constant string(String text, boolean interned) {
      return Constant.Str.of(text);
    }

    @Override
    public Constant string(int[] codePoints, boolean interned) {
      return Constant.Str.ofCodePoints(codePoints);
    }

    @Override
    public Constant tuple(List<Constant> items) throws MarshalException {
      return items.isEmpty()
          ? Constant.Tuple.EMPTY
          : weighed(new Constant.Tuple(items), items);
    }

    @Override
    public Constant frozenSet(List<Constant> items) throws MarshalException {
      return weighed(new Constant.FrozenSet(items), items);
    }

    private Constant weighed(Constant container, List<Constant> items) throws MarshalException {
      long weight = 1;
      for (Constant item : items) {
        weight += weights.getOrDefault(item, 1L);
      }
      if (weight > MAX_WEIGHT) {
        throw MarshalException.value("constants of more than " + MAX_WEIGHT + " parts");
      }
      weights.put(container, weight);
      return container;
    }

    @Override
    public Constant newList() throws MarshalException {
      throw noConstant("list");
    }

    @Override
    public Constant newDict() throws MarshalException {
      throw noConstant("dict");
    }

    @Override
    public Constant newSet() throws MarshalException {
      throw noConstant("set");
    }

    private static MarshalException noConstant(String type) {
      return MarshalException.type("a " + type + " cannot be a constant");
    }

    @Override
    public void add(Constant container, Constant item) {
      throw new IllegalStateException("no constant is mutable");
    }

    @Override
    public void put(Constant dict, Constant key, Constant value) {
      throw new IllegalStateException("no constant is mutable");
    }

    @Override
    public Constant code(CodeParts<Constant> parts) throws MarshalException {
      Constant.Tuple constants = tuple("co_consts", parts.constants());
      CodeObject code =
          new CodeObject(
              parts.argCount(),
              parts.posOnlyArgCount(),
              parts.kwOnlyArgCount(),
              parts.stackSize(),
              parts.flags(),
              bytes("co_code", parts.code()),
              constants.items(),
              strings("co_names", parts.names()),
              strings("co_localsplusnames", parts.localsPlusNames()),
              bytes("co_localspluskinds", parts.localsPlusKinds()),
              string("co_filename", parts.filename()),
              string("co_name", parts.name()),
              string("co_qualname", parts.qualname()),
              parts.firstLineNumber(),
              bytes("co_linetable", parts.lineTable()),
              bytes("co_exceptiontable", parts.exceptionTable()));
      return weighed(code, constants.items());
    }

    private static Constant.Tuple tuple(String field, Constant value) throws MarshalException {
      if (value instanceof Constant.Tuple tuple) {
        return tuple;
      }
      throw MarshalException.type(field + " must be a tuple");
    }

    private static List<String> strings(String field, Constant value) throws MarshalException {
      List<String> strings = new ArrayList<>();
      for (Constant item : tuple(field, value).items()) {
        strings.add(string(field, item));
      }
      return strings;
    }

    private static String string(String field, Constant value) throws MarshalException {
      if (value instanceof Constant.Str string) {
        return string.text();
      }
      throw MarshalException.type(field + " must hold a str");
    }

    private static byte[] bytes(String field, Constant value) throws MarshalException {
      if (value instanceof Constant.Bytes bytes) {
        return bytes.value();
      }
      throw MarshalException.type(field + " must be bytes");
    }
  }

  /** Tells the writer what a constant is. */
  private static final class Describer implements MarshalWriter.Describer<Constant> {
    /** Code objects are shared by identity: two functions may be equal and yet two. */
    private record Identity(Object value) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Identity i && value == i.value;
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(value);
      }
    }

    /** A name, which is interned whatever its characters. */
    private record Name(Constant.Str text) implements Constant.Foreign {}

    @Override
    public Object shareKey(Constant value) {
      return switch (value) {
        case Singleton _ -> null;
        case Constant.Int i when i.value().bitLength() < 32 -> null;
        case Constant.Tuple t when t.items().isEmpty() -> null;
        case Name name -> name.text;
        case CodeObject code -> new Identity(code);
        default -> value;
      };
    }

    @Override
    public boolean isMarked(Constant value) {
      return value instanceof Name || value instanceof Constant.Str s && isInterned(s);
    }

    @Override
    public void describe(Constant value, MarshalWriter<Constant> to) throws MarshalException {
      switch (value) {
        case Singleton.NONE -> to.none();
        case Singleton.TRUE -> to.bool(true);
        case Singleton.FALSE -> to.bool(false);
        case Singleton.ELLIPSIS -> to.ellipsis();
        case Constant.Int i -> to.integer(i.value());
        case Constant.Float f -> to.floating(f.value());
        case Constant.Complex c -> to.complex(c.real(), c.imag());
        case Constant.Bytes b -> to.bytes(b.value());
        case Constant.Str s -> string(s, isInterned(s), to);
        case Name name -> string(name.text, true, to);
        case Constant.Tuple t -> to.tuple(t.items());
        case Constant.FrozenSet s -> to.frozenSet(s.items());
        case CodeObject code -> to.code(parts(code));
        case Constant.Foreign _ -> throw MarshalWriter.unmarshallable();
      }
    }

    private static void string(Constant.Str s, boolean interned, MarshalWriter<Constant> to) {
      if (s.isExact()) {
        to.string(s.text(), interned);
      } else {
        to.string(s.codePoints(), interned);
      }
    }

    /** CPython interns the string constants that could be names. */
    private static boolean isInterned(Constant.Str s) {
      String text = s.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        if (!letter && !(c >= '0' && c <= '9')) {
          return false;
        }
      }
      return true;
    }

    private static MarshalFactory.CodeParts<Constant> parts(CodeObject code) {
      return new MarshalFactory.CodeParts<>(
          code.argCount(),
          code.posOnlyArgCount(),
          code.kwOnlyArgCount(),
          code.stackSize(),
          code.flags(),
          new Constant.Bytes(code.code()),
          new Constant.Tuple(code.constants()),
          names(code.names()),
          names(code.localsPlusNames()),
          new Constant.Bytes(code.localsPlusKinds()),
          Constant.Str.of(code.filename()),
          new Name(Constant.Str.of(code.name())),
          Constant.Str.of(code.qualname()),
          code.firstLineNumber(),
          new Constant.Bytes(code.lineTable()),
          new Constant.Bytes(code.exceptionTable()));
    }

    private static Constant names(List<String> names) {
      List<Constant> items = new ArrayList<>(names.size());
      for (String name : names) {
        items.add(new Name(Constant.Str.of(name)));
      }
      return new Constant.Tuple(items);
    }
  }
}

package org.krait.bytecode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.constants.Constant;
import org.krait.constants.Constant.Singleton;

/**
 * Makes constants.
 *
 * <p>Shared references let a short stream describe a value of astronomic size, which whoever
 * compares or hashes it would walk; so the size of each tuple is counted with repetitions.
 */
final class ConstantFactory implements MarshalFactory<Constant> {
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
    // Split pairs of surrogates would read as other text; no compiler writes them here.
    if (value instanceof Constant.Str string && string.isExact()) {
      return string.text();
    }
    throw MarshalException.type(field + " must hold text");
  }

  private static byte[] bytes(String field, Constant value) throws MarshalException {
    if (value instanceof Constant.Bytes bytes) {
      return bytes.value();
    }
    throw MarshalException.type(field + " must be bytes");
  }
}

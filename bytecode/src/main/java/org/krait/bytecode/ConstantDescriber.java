package org.krait.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.constants.Constant;
import org.krait.constants.Constant.Singleton;

/**
 * Tells the writer what a constant is.
 *
 * <p>CPython marks what more than one reference holds while it writes. Those are values that
 * occur more than once, which its compiler has merged, and some that always have other owners; so
 * told, the writer's bytes are CPython's.
 */
final class ConstantDescriber implements MarshalWriter.Describer<Constant> {
  private static final Set<String> ANONYMOUS =
      Set.of("<module>", "<lambda>", "<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>");

  /** What is shared by identity only. */
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

  /** A tuple of names; equal to a constant of the same strings. */
  private record Names(Constant.Tuple texts) implements Constant.Foreign {}

  /** The name of code that has none, {@code <lambda>}, which CPython makes once and for all. */
  private record Anonymous(Constant.Str text) implements Constant.Foreign {}

  /** A name that was made for one code object: {@code <generic parameters of f>}. */
  private record OwnName(Identity owner, Constant.Str text) implements Constant.Foreign {}

  private record Filename(Constant.Str text) implements Constant.Foreign {}

  /** The bytes of {@code co_code}: made for the writer, and held by the code object as well. */
  private record Instructions(byte[] bytes) implements Constant.Foreign {}

  /** A qualified name, which each code object has for itself. */
  private record Qualname(Constant.Str text) implements Constant.Foreign {}

  /**
   * A set with names in it. CPython makes a new one when it interns them, once for all code with
   * these constants. It does not when its process sees the names for the first time; identifiers
   * are taken for known here, and strings of digits for new.
   */
  private record NameSet(List<Constant> constants, Constant.FrozenSet set)
      implements Constant.Foreign {}

  /** Bytes that nobody else holds. */
  private record OwnBytes(byte[] bytes) implements Constant.Foreign {}

  /** The first class of each qualified name. */
  private final Map<Constant.Str, CodeObject> classes = new HashMap<>();

  /** The code object that has another owner than the stream, or null. */
  private final CodeObject held;

  ConstantDescriber() {
    this(null);
  }

  ConstantDescriber(CodeObject held) {
    this.held = held;
  }

  @Override
  public Object shareKey(Constant value) {
    return switch (value) {
      case Singleton _, OwnBytes _, Qualname _ -> null;
      case Constant.Float f when Double.isNaN(f.value()) -> null;
      case Constant.Complex c when Double.isNaN(c.real() + c.imag()) -> null;
      case Name name when isInterned(name.text) || isLatin1Character(name.text) -> name.text;
      case Names names -> names.texts;
      case CodeObject code -> new Identity(code);
      case Instructions code -> new Identity(code);
      default -> value;
    };
  }

  @Override
  public boolean isMarked(Constant value) {
    return switch (value) {
      case Name _, Anonymous _, Filename _, Instructions _ -> true;
      case Names names -> names.texts.items().isEmpty();
      case CodeObject code -> code == held;
      case Constant.Tuple t -> t.items().isEmpty();
      case Constant.Int i -> i.value().bitLength() < 32 && isSmall(i.value().intValue());
      case Constant.Bytes b -> b.value().length < 2;
      case Constant.Str s -> isInterned(s) || isLatin1Character(s);
      default -> false;
    };
  }

  /** CPython makes these numbers once and for all. */
  private static boolean isSmall(int number) {
    return number >= -5 && number <= 256;
  }

  private static boolean isLatin1Character(Constant.Str s) {
    return s.isExact() && s.text().length() == 1 && s.text().charAt(0) < 0x100;
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
      case Anonymous name -> string(name.text, false, to);
      case OwnName name -> string(name.text, false, to);
      case Filename name -> string(name.text, false, to);
      case NameSet names -> to.frozenSet(names.set.items());
      case Qualname name -> string(name.text, isInterned(name.text), to);
      case Names names -> to.tuple(names.texts.items().stream().map(ConstantDescriber::name).toList());
      case Instructions code -> to.bytes(code.bytes);
      case OwnBytes own -> to.bytes(own.bytes);
      case Constant.Tuple t -> to.tuple(t.items());
      case Constant.FrozenSet s -> to.frozenSet(s.items());
      case CodeObject code -> to.code(parts(code));
      case Constant.Foreign _ -> throw MarshalWriter.unmarshallable();
    }
  }

  private static Constant name(Constant text) {
    return new Name((Constant.Str) text);
  }

  private static void string(Constant.Str s, boolean interned, MarshalWriter<Constant> to) {
    if (s.isExact()) {
      to.string(s.text(), interned);
    } else {
      to.string(s.codePoints(), interned);
    }
  }

  /**
   * CPython interns the string constants that could be names. The star is no name, but the first
   * {@code import *} of a process interns it for all.
   */
  private static boolean isInterned(Constant.Str s) {
    String text = s.text();
    if (text.equals("*")) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private MarshalFactory.CodeParts<Constant> parts(CodeObject code) {
    byte[] kinds = code.localsPlusKinds();
    Constant name = codeName(code);
    return new MarshalFactory.CodeParts<>(
        code.argCount(),
        code.posOnlyArgCount(),
        code.kwOnlyArgCount(),
        code.stackSize(),
        code.flags(),
        new Instructions(code.code()),
        constants(code),
        names(code.names()),
        names(code.localsPlusNames()),
        kinds.length == 0 ? new Constant.Bytes(kinds) : new OwnBytes(kinds),
        new Filename(Constant.Str.of(code.filename())),
        name,
        qualname(code, name),
        code.firstLineNumber(),
        new Constant.Bytes(code.lineTable()),
        new Constant.Bytes(code.exceptionTable()));
  }

  private static Constant constants(CodeObject code) {
    List<Constant> items = new ArrayList<>(code.constants());
    items.replaceAll(
        item -> item instanceof Constant.FrozenSet s && hasName(s)
            ? new NameSet(code.constants(), s)
            : item);
    return new Constant.Tuple(items);
  }

  private static boolean hasName(Constant.FrozenSet set) {
    return set.items().stream()
        .anyMatch(
            i ->
                i instanceof Constant.Str s
                    && isInterned(s)
                    && !s.text().isEmpty()
                    && !Character.isDigit(s.text().charAt(0)));
  }

  private static Constant codeName(CodeObject code) {
    Constant.Str text = Constant.Str.of(code.name());
    if (!code.name().startsWith("<")) {
      return new Name(text);
    }
    return ANONYMOUS.contains(code.name())
        ? new Anonymous(text)
        : new OwnName(new Identity(code), text);
  }

  /**
   * A function at the top has but one name. A class stores its qualified name, a constant, which
   * is the same object unless an earlier class of that name had brought its own.
   */
  private Constant qualname(CodeObject code, Constant name) {
    if (code.qualname().equals(code.name())) {
      return name;
    }
    Constant.Str text = Constant.Str.of(code.qualname());
    boolean isClass = (code.flags() & CodeFlags.OPTIMIZED) == 0;
    boolean stored = isClass && code.constants().contains(text);
    return stored && classes.computeIfAbsent(text, t -> code) == code ? text : new Qualname(text);
  }

  private static Constant names(List<String> names) {
    List<Constant> items = new ArrayList<>(names.size());
    for (String name : names) {
      items.add(Constant.Str.of(name));
    }
    return new Names(new Constant.Tuple(items));
  }
}

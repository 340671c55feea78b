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
    // Not a switch over types, here and below: their first use costs a process that writes a cache a dozen milliseconds.
    if (value instanceof Name name) {
      return isInterned(name.text) || isLatin1Character(name.text) ? name.text : value;
    }
    if (value instanceof Names names) {
      return names.texts;
    }
    if (value instanceof CodeObject || value instanceof Instructions) {
      return new Identity(value);
    }
    boolean isNaN =
        value instanceof Constant.Float f && Double.isNaN(f.value())
            || value instanceof Constant.Complex c && Double.isNaN(c.real() + c.imag());
    boolean isAlone = isNaN || value instanceof Singleton || value instanceof OwnBytes || value instanceof Qualname;
    return isAlone ? null : value;
  }

  @Override
  public boolean isMarked(Constant value) {
    if (value instanceof Constant.Str s) {
      return isInterned(s) || isLatin1Character(s);
    }
    if (value instanceof Constant.Tuple t) {
      return t.items().isEmpty();
    }
    if (value instanceof Constant.Int i) {
      return i.value().bitLength() < 32 && isSmall(i.value().intValue());
    }
    if (value instanceof Constant.Bytes b) {
      return b.value().length < 2;
    }
    if (value instanceof Names names) {
      return names.texts.items().isEmpty();
    }
    return value == held
        || value instanceof Name
        || value instanceof Anonymous
        || value instanceof Filename
        || value instanceof Instructions;
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
    if (value instanceof Constant.Str s) {
      string(s, isInterned(s), to);
    } else if (value instanceof Singleton one) {
      singleton(one, to);
    } else if (value instanceof Constant.Tuple t) {
      to.tuple(t.items());
    } else if (value instanceof CodeObject code) {
      to.code(parts(code));
    } else if (value instanceof Constant.Foreign) {
      part(value, to);
    } else {
      number(value, to);
    }
  }

  private static void singleton(Singleton value, MarshalWriter<Constant> to) {
    if (value == Singleton.NONE) {
      to.none();
    } else if (value == Singleton.ELLIPSIS) {
      to.ellipsis();
    } else {
      to.bool(value == Singleton.TRUE);
    }
  }

  private static void number(Constant value, MarshalWriter<Constant> to) throws MarshalException {
    if (value instanceof Constant.Int i) {
      to.integer(i.value());
    } else if (value instanceof Constant.Float f) {
      to.floating(f.value());
    } else if (value instanceof Constant.Complex c) {
      to.complex(c.real(), c.imag());
    } else if (value instanceof Constant.Bytes b) {
      to.bytes(b.value());
    } else if (value instanceof Constant.FrozenSet s) {
      to.frozenSet(s.items());
    }
  }

  /** What stands for a part of a code object. */
  private static void part(Constant value, MarshalWriter<Constant> to) throws MarshalException {
    if (value instanceof Name name) {
      string(name.text, true, to);
    } else if (value instanceof Anonymous name) {
      string(name.text, false, to);
    } else if (value instanceof OwnName name) {
      string(name.text, false, to);
    } else if (value instanceof Filename name) {
      string(name.text, false, to);
    } else if (value instanceof Qualname name) {
      string(name.text, isInterned(name.text), to);
    } else if (value instanceof NameSet names) {
      to.frozenSet(names.set.items());
    } else if (value instanceof Names names) {
      to.tuple(names.texts.items().stream().map(ConstantDescriber::name).toList());
    } else if (value instanceof Instructions code) {
      to.bytes(code.bytes);
    } else if (value instanceof OwnBytes own) {
      to.bytes(own.bytes);
    } else {
      throw MarshalWriter.unmarshallable();
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

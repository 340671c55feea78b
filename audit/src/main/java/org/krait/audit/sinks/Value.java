package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.krait.constants.Constant;

/**
 * What a value may be.
 *
 * @param refs dotted names of the things of other modules that it may be: {@code builtins.eval}
 * @param constant the constant that it is, or null
 * @param origins bits of {@link Origin}; none for what is made of constants alone
 * @param parameters the parameters of the function at hand that it may come from
 * @param made the thing whose result it is: {@code ast.parse}; or null
 * @param names variables that it was made of, with their turn: {@code source#2}
 * @param function the function of this module that it is, or null
 * @param instance the class of this module that it is an instance of, or null
 * @param bounded its length was limited
 */
record Value(
    List<String> refs,
    Constant constant,
    int origins,
    Set<String> parameters,
    String made,
    Set<String> names,
    FunctionInfo function,
    ClassInfo instance,
    boolean bounded) {

  private static final int MAX_ITEMS = 8;

  /** Nothing is known. */
  static final Value UNKNOWN = of(Origin.UNKNOWN);

  /** Made of constants, whatever it is: truth values, numbers, functions. */
  static final Value PLAIN = new Value(List.of(), null, 0, Set.of(), null, Set.of(), null, null, false);

  static Value of(Origin origin) {
    return new Value(
        List.of(), null, origin.bit(), Set.of(), null, Set.of(), null, null, false);
  }

  static Value of(Constant constant) {
    return new Value(List.of(), constant, 0, Set.of(), null, Set.of(), null, null, false);
  }

  static Value of(String text) {
    return of(Constant.Str.of(text));
  }

  static Value ref(String ref) {
    return PLAIN.withRefs(List.of(ref));
  }

  static Value parameter(String name) {
    return new Value(
        List.of(), null, Origin.PARAMETER.bit(), Set.of(name), null, Set.of(), null, null, false);
  }

  static Value function(FunctionInfo function) {
    return new Value(List.of(), null, 0, Set.of(), null, Set.of(), function, null, false);
  }

  static Value instance(ClassInfo instance) {
    return new Value(List.of(), null, 0, Set.of(), null, Set.of(), null, instance, false);
  }

  Value withRefs(List<String> refs) {
    return new Value(
        refs, constant, origins, parameters, made, names, function, instance, bounded);
  }

  Value withConstant(Constant constant) {
    return new Value(
        refs, constant, origins, parameters, made, names, function, instance, bounded);
  }

  Value withMade(String made) {
    return new Value(
        refs, constant, origins, parameters, made, names, function, instance, bounded);
  }

  Value withName(String name) {
    return new Value(
        refs, constant, origins, parameters, made, union(names, Set.of(name)), function, instance,
        bounded);
  }

  Value withOrigin(Origin origin) {
    return new Value(
        refs, constant, origins | origin.bit(), parameters, made, names, function, instance, bounded);
  }

  Value asBounded() {
    return new Value(
        refs, constant, origins, parameters, made, names, function, instance, true);
  }

  /** The same origins for something else: the result of an operation on the value. */
  Value derived() {
    return new Value(List.of(), null, origins, parameters, made, names, null, null, bounded);
  }

  boolean has(Origin origin) {
    return (origins & origin.bit()) != 0;
  }

  /** True for what no user of the program has a say in. */
  boolean isConstant() {
    return origins == 0;
  }

  /** The text of a constant string; null for anything else. */
  String text() {
    return constant instanceof Constant.Str s ? s.text() : null;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    if (b.isEmpty() || a.containsAll(b)) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    Set<String> all = new LinkedHashSet<>(a);
    for (String item : b) {
      if (all.size() < MAX_ITEMS) {
        all.add(item);
      }
    }
    return all;
  }

  private static List<String> union(List<String> a, List<String> b) {
    if (b.isEmpty() || a.equals(b)) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    List<String> all = new ArrayList<>(a);
    for (String item : b) {
      if (!all.contains(item) && all.size() < MAX_ITEMS) {
        all.add(item);
      }
    }
    return all;
  }

  /** What is one or the other. */
  Value or(Value other) {
    if (this == other || other.equals(PLAIN) && constant == null) {
      return this;
    }
    boolean sameConstant = constant != null && constant.equals(other.constant);
    return new Value(
        union(refs, other.refs),
        sameConstant ? constant : null,
        origins | other.origins,
        union(parameters, other.parameters),
        made != null ? made : other.made,
        union(names, other.names),
        function != null ? function : other.function,
        instance != null ? instance : other.instance,
        bounded && other.bounded);
  }

  /** What is made of all of them. */
  static Value all(Collection<Value> values) {
    Value result = null;
    for (Value value : values) {
      result = result == null ? value : result.or(value);
    }
    return result == null ? PLAIN : result;
  }
}

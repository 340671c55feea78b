package org.krait.syntax.parser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Expr;

/** Parts of a parameter list, and the whole made of them. */
final class Parameters {
  private static final Arguments NONE =
      new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

  private Parameters() {}

  /** A parameter and its default, or null. */
  record Param(Arg arg, Expr defaultValue) {}

  /** The parameters before a slash, some with defaults. */
  record Slash(List<Arg> plain, List<Param> withDefault) {}

  /** What stands from a star on; absent parts are null. */
  record Star(Arg vararg, List<Param> keywordOnly, Arg kwarg) {}

  /** The parameter list without parameters. */
  static Arguments none() {
    // A node of its own: nodes are known by identity.
    return new Arguments(
        NONE.posonlyargs(),
        NONE.args(),
        null,
        NONE.kwonlyargs(),
        NONE.kwDefaults(),
        null,
        NONE.defaults());
  }

  /** A parameter list of its parts, each of which may be null. */
  static Arguments of(
      List<Arg> slashPlain, Slash slash, List<Arg> plain, List<Param> withDefault, Star star) {
    List<Arg> positionalOnly = new ArrayList<>();
    List<Arg> positional = new ArrayList<>();
    List<Expr> defaults = new ArrayList<>();
    if (slashPlain != null) {
      positionalOnly.addAll(slashPlain);
    }
    if (slash != null) {
      positionalOnly.addAll(slash.plain);
      add(slash.withDefault, positionalOnly, defaults);
    }
    if (plain != null) {
      positional.addAll(plain);
    }
    if (withDefault != null) {
      add(withDefault, positional, defaults);
    }
    List<Arg> keywordOnly = new ArrayList<>();
    List<Expr> keywordDefaults = new ArrayList<>();
    if (star != null) {
      add(star.keywordOnly, keywordOnly, keywordDefaults);
    }
    return new Arguments(
        List.copyOf(positionalOnly),
        List.copyOf(positional),
        star == null ? null : star.vararg,
        List.copyOf(keywordOnly),
        Collections.unmodifiableList(keywordDefaults),
        star == null ? null : star.kwarg,
        List.copyOf(defaults));
  }

  private static void add(List<Param> params, List<Arg> args, List<Expr> defaults) {
    for (Param param : params) {
      args.add(param.arg);
      defaults.add(param.defaultValue);
    }
  }
}

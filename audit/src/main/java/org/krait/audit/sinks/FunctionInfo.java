package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Stmt;

/** A function of the module at hand: what it returns, and what its callers pass. */
final class FunctionInfo {
  final String qualname;
  final List<String> parameters = new ArrayList<>();
  final List<Stmt> body;

  /** The class that it is a method of, or null. */
  final ClassInfo owner;

  /** What it returns, in terms of its parameters; null while that is not known. */
  Value result;

  /** What the callers in this module pass for each parameter. */
  final Map<String, Value> passed = new HashMap<>();

  /** Parameters whose text the function searches for words, see {@link TextFilters}. */
  final Set<String> searched = new HashSet<>();

  FunctionInfo(String qualname, Arguments arguments, List<Stmt> body, ClassInfo owner) {
    this.qualname = qualname;
    this.body = body;
    this.owner = owner;
    add(arguments.posonlyargs());
    add(arguments.args());
    add(arguments.kwonlyargs());
    if (arguments.vararg() != null) {
      parameters.add(arguments.vararg().arg());
    }
    if (arguments.kwarg() != null) {
      parameters.add(arguments.kwarg().arg());
    }
  }

  private void add(List<Arg> args) {
    args.forEach(arg -> parameters.add(arg.arg()));
  }

  /** Notes what a call passes; returns the arguments by parameter. */
  Map<String, Value> pass(List<Value> args, Map<String, Value> keywords, boolean method) {
    Map<String, Value> given = new HashMap<>(keywords);
    int shift = method ? 1 : 0;
    for (int i = 0; i < args.size() && i + shift < parameters.size(); i++) {
      given.put(parameters.get(i + shift), args.get(i));
    }
    given.forEach((name, value) -> passed.merge(name, value, Value::or));
    return given;
  }
}

package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Keyword;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.UnaryOperator;

/** What the expressions of one scope may be. */
final class AnalyzeExpressions {
  private final AnalyzeModule module;
  private final Scope scope;
  private final Evaluate evaluate;
  private final Evaluate quiet = new Evaluate(_ -> {});
  private boolean isQuiet;

  AnalyzeExpressions(AnalyzeModule module, Scope scope) {
    this.module = module;
    this.scope = scope;
    this.evaluate = new Evaluate(this::called);
  }

  Evaluate evaluate() {
    return isQuiet ? quiet : evaluate;
  }

  Place place(Location at) {
    return Place.of(at, scope.qualname, scope.function, scope.isModuleLevel());
  }

  private void called(Call call) {
    module.sinks().call(call);
    for (String ref : call.function().refs()) {
      if (SinkTable.isImportHook(ref)) {
        module.hooksImports();
      }
    }
  }

  /** The value without a look at the calls in it. */
  Value quiet(Expr expr) {
    boolean before = isQuiet;
    isQuiet = true;
    Value value = value(expr);
    isQuiet = before;
    return value;
  }

  /** The function of this module that an expression names, or null. */
  FunctionInfo functionOf(Expr expr) {
    return quiet(expr).function();
  }

  // Names

  Value lookup(String name) {
    Value value = null;
    for (Scope s = scope; s != null && value == null; s = s.outer) {
      value = s.bindings.get(name);
      if (s == scope && value != null) {
        return value.names().contains(scope.turn(name)) ? value : value.withName(scope.turn(name));
      }
      // A function does not see the names of the class body that it stands in.
      while (s.outer != null && s.outer.function == null && s.outer.owner != null) {
        s = s.outer;
      }
    }
    if (value != null) {
      return value;
    }
    Value builtin = evaluate().builtin(name);
    for (String star : module.starModules()) {
      String ref = Refs.canonical(star + "." + name);
      if (SinkTable.sink(ref) != null || SinkTable.isTrace(ref) || Refs.origin(ref) != null) {
        return builtin.or(Value.ref(ref));
      }
    }
    return builtin;
  }

  void bind(String name, Value value) {
    if (scope.globals.contains(name)) {
      Scope top = scope;
      while (top.outer != null) {
        top = top.outer;
      }
      top.bindings.join(name, value);
      return;
    }
    scope.turns.merge(name, 1, Integer::sum);
    scope.bindings.set(name, value);
  }

  void assign(Expr target, Value value) {
    switch (target) {
      case Expr.Name n -> bind(n.id(), value);
      case Expr.Starred s -> assign(s.value(), value);
      case Expr.Tuple t -> unpack(t.elts(), value);
      case Expr.List l -> unpack(l.elts(), value);
      case Expr.Attribute a -> {
        Value object = value(a.value());
        if (object.instance() != null) {
          object.instance().attributes.merge(a.attr(), value.derived().withRefs(value.refs()), Value::or);
        }
        module.sinks().assignAttribute(object, a.attr(), value, place(a.location()));
        if (object.refs().contains("sys") && a.attr().equals("meta_path")) {
          module.hooksImports();
        }
      }
      case Expr.Subscript s -> {
        Value container = value(s.value());
        module.sinks().assignItem(container, value(s.slice()), place(s.location()));
        // A container is what is in it.
        if (s.value() instanceof Expr.Name n && scope.bindings.get(n.id()) != null) {
          scope.bindings.set(n.id(), container.or(value.derived().withRefs(value.refs())).withConstant(null));
        }
      }
      default -> value(target);
    }
  }

  private void unpack(List<Expr> targets, Value value) {
    if (value.constant() instanceof Constant.Tuple t
        && t.items().size() == targets.size()) {
      for (int i = 0; i < targets.size(); i++) {
        assign(targets.get(i), value.withConstant(t.items().get(i)));
      }
      return;
    }
    Value item = value.withConstant(null);
    targets.forEach(target -> assign(target, item));
  }

  // Expressions

  private List<Value> values(List<Expr> exprs) {
    List<Value> values = new ArrayList<>();
    for (Expr expr : exprs) {
      if (expr != null) {
        values.add(value(expr));
      }
    }
    return values;
  }

  Value value(Expr expr) {
    return switch (expr) {
      case Expr.Constant c -> evaluate().constant(c.value());
      case Expr.Name n -> lookup(n.id());
      case Expr.Attribute a -> evaluate().attribute(value(a.value()), a.attr());
      case Expr.Call c -> call(c);
      case Expr.BinOp b -> evaluate().binary(value(b.left()), value(b.right()), symbol(b.op()));
      case Expr.Subscript s -> subscript(s);
      case Expr.JoinedStr j -> evaluate().joined(values(j.values()));
      case Expr.FormattedValue f -> formatted(f);
      case Expr.BoolOp b -> Value.all(values(b.values()));
      case Expr.IfExp i -> {
        value(i.test());
        yield value(i.body()).or(value(i.orelse()));
      }
      case Expr.NamedExpr n -> {
        Value value = value(n.value());
        assign(n.target(), value);
        yield value;
      }
      case Expr.UnaryOp u -> unary(u);
      case Expr.Compare c -> compare(c);
      case Expr.List l -> evaluate().display(values(l.elts()));
      case Expr.Tuple t -> evaluate().display(values(t.elts()));
      case Expr.Set s -> evaluate().display(values(s.elts()));
      case Expr.Dict d -> {
        values(d.keys());
        yield Value.all(values(d.values())).withConstant(null);
      }
      case Expr.Starred s -> value(s.value());
      case Expr.Await a -> value(a.value());
      case Expr.Yield y -> {
        Value value = y.value() == null ? Value.PLAIN : value(y.value());
        scope.returned = scope.returned == null ? value : scope.returned.or(value);
        yield Value.UNKNOWN;
      }
      case Expr.YieldFrom y -> value(y.value());
      case Expr.ListComp c -> comprehension(c.generators(), List.of(c.elt()));
      case Expr.SetComp c -> comprehension(c.generators(), List.of(c.elt()));
      case Expr.GeneratorExp c -> comprehension(c.generators(), List.of(c.elt()));
      case Expr.DictComp c -> comprehension(c.generators(), List.of(c.key(), c.value()));
      case Expr.Lambda l -> lambda(l);
      case Expr.Slice s -> Value.all(values(java.util.Arrays.asList(s.lower(), s.upper(), s.step())));
    };
  }

  private static String symbol(Operator operator) {
    return switch (operator) {
      case ADD -> "+";
      case MULT -> "*";
      case MOD -> "%";
      default -> "";
    };
  }

  private Value unary(Expr.UnaryOp u) {
    Value value = value(u.operand());
    if (u.op() == UnaryOperator.USUB
        && value.constant() instanceof Constant.Int n) {
      return Value.of(new Constant.Int(n.value().negate()));
    }
    return u.op() == UnaryOperator.NOT ? Value.PLAIN : value.derived();
  }

  private Value compare(Expr.Compare c) {
    List<Expr> all = new ArrayList<>(c.comparators());
    all.addFirst(c.left());
    for (Expr part : all) {
      value(part);
      if (part instanceof Expr.Call call
          && call.func() instanceof Expr.Name f
          && f.id().equals("len")
          && call.args().size() == 1
          && call.args().getFirst() instanceof Expr.Name n) {
        scope.bindings.set(n.id(), lookup(n.id()).asBounded());
      }
    }
    return Value.PLAIN;
  }

  private Value formatted(Expr.FormattedValue f) {
    Value value = value(f.value());
    if (f.formatSpec() != null) {
      value(f.formatSpec());
    }
    return f.conversion() < 0 ? value : value.derived();
  }

  private Value subscript(Expr.Subscript s) {
    Value base = value(s.value());
    if (s.slice() instanceof Expr.Slice slice) {
      return evaluate()
          .slice(base, optional(slice.lower()), optional(slice.upper()), optional(slice.step()));
    }
    return evaluate().subscript(base, value(s.slice()));
  }

  private Value optional(Expr expr) {
    return expr == null ? null : value(expr);
  }

  private Value call(Expr.Call c) {
    Value receiver = null;
    String method = null;
    Value function;
    if (c.func() instanceof Expr.Attribute a) {
      method = a.attr();
      receiver = value(a.value());
      function = evaluate().attribute(receiver, a.attr());
      boolean known = !function.refs().isEmpty() || function.function() != null;
      receiver = known ? null : receiver;
    } else {
      function = value(c.func());
    }
    List<Value> args = values(c.args());
    Map<String, Value> keywords = new LinkedHashMap<>();
    for (Keyword keyword : c.keywords()) {
      keywords.put(keyword.arg() == null ? "**" : keyword.arg(), value(keyword.value()));
    }
    // Calling a class makes an instance.
    if (function.instance() != null && c.func() instanceof Expr.Name) {
      FunctionInfo init = function.instance().methods.get("__init__");
      if (init != null) {
        init.pass(args, keywords, true);
      }
      return Value.instance(function.instance());
    }
    return evaluate()
        .call(new Call(function, receiver, method, args, keywords, place(c.location())));
  }

  private Value comprehension(List<Comprehension> generators, List<Expr> parts) {
    Bindings before = scope.bindings;
    scope.bindings = new Bindings(before);
    for (Comprehension generator : generators) {
      Value items = value(generator.iter());
      assign(generator.target(), items.derived().withRefs(items.refs()));
      values(generator.ifs());
    }
    Value value = Value.all(values(parts)).withConstant(null);
    scope.bindings = before;
    return value;
  }

  private Value lambda(Expr.Lambda l) {
    Arguments args = l.args();
    values(args.defaults());
    values(args.kwDefaults());
    Bindings before = scope.bindings;
    scope.bindings = new Bindings(before);
    FunctionInfo info =
        module.functionOf(l, () -> new FunctionInfo("<lambda>", args, List.of(), null));
    for (String name : info.parameters) {
      scope.bindings.set(name, Value.parameter(name));
    }
    info.result = value(l.body());
    scope.bindings = before;
    return Value.function(info);
  }
}

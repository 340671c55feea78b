package org.krait.audit.sinks;

import java.util.List;
import java.util.Set;
import org.krait.syntax.ast.Alias;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.MatchCase;
import org.krait.syntax.ast.Node;
import org.krait.syntax.ast.NodeWalker;
import org.krait.syntax.ast.Pattern;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.WithItem;

/** Goes through the statements of one scope, in order, and keeps what its names may be. */
final class AnalyzeStatements {
  /** Methods of loaders through which the code of modules passes. */
  private static final Set<String> LOADER_METHODS =
      Set.of("source_to_code", "get_code", "exec_module", "find_spec", "find_module", "load_module");

  private final AnalyzeModule module;
  private final Scope scope;
  private final AnalyzeExpressions expressions;

  AnalyzeStatements(AnalyzeModule module, Scope scope) {
    this.module = module;
    this.scope = scope;
    this.expressions = new AnalyzeExpressions(module, scope);
  }

  void all(List<Stmt> body) {
    for (Stmt statement : body) {
      one(statement);
    }
  }

  private Value value(Expr expr) {
    return expr == null ? Value.PLAIN : expressions.value(expr);
  }

  private Place place(Location at) {
    return expressions.place(at);
  }

  private void one(Stmt statement) {
    switch (statement) {
      case Stmt.FunctionDef f -> function(f, f.name(), f.args(), f.body(), f.decoratorList());
      case Stmt.AsyncFunctionDef f -> function(f, f.name(), f.args(), f.body(), f.decoratorList());
      case Stmt.ClassDef c -> classDefinition(c);
      case Stmt.Return r -> {
        // A function that says whether a text is good is a condition of its callers.
        if (r.value() != null) {
          check(r.value());
        }
        returns(value(r.value()));
      }
      case Stmt.Assign a -> {
        Value value = value(a.value());
        a.targets().forEach(target -> expressions.assign(target, value));
      }
      case Stmt.AugAssign a -> augmented(a);
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          expressions.assign(a.target(), value(a.value()));
        }
      }
      case Stmt.For f -> loop(f.target(), value(f.iter()), f.body(), f.orelse());
      case Stmt.AsyncFor f -> loop(f.target(), value(f.iter()), f.body(), f.orelse());
      case Stmt.While w -> {
        value(w.test());
        loop(null, null, w.body(), w.orelse());
      }
      case Stmt.If i -> condition(i);
      case Stmt.With w -> with(w.items(), w.body());
      case Stmt.AsyncWith w -> with(w.items(), w.body());
      case Stmt.Match m -> match(m);
      case Stmt.Try t -> attempt(t.body(), t.handlers(), t.orelse(), t.finalbody());
      case Stmt.TryStar t -> attempt(t.body(), t.handlers(), t.orelse(), t.finalbody());
      case Stmt.Raise r -> {
        value(r.exc());
        value(r.cause());
      }
      case Stmt.Assert a -> {
        check(a.test());
        value(a.test());
        value(a.msg());
      }
      case Stmt.Import i -> i.names().forEach(this::importName);
      case Stmt.ImportFrom i -> importFrom(i);
      case Stmt.Global g -> scope.globals.addAll(g.names());
      case Stmt.Expr e -> value(e.value());
      case Stmt.Delete d -> d.targets().forEach(this::value);
      case Stmt.TypeAlias _, Stmt.Nonlocal _, Stmt.Pass _, Stmt.Break _, Stmt.Continue _ -> {}
    }
  }

  private void returns(Value value) {
    scope.returned = scope.returned == null ? value : scope.returned.or(value);
  }

  private String qualified(String name) {
    return scope.qualname.isEmpty() ? name : scope.qualname + "." + name;
  }

  private void function(
      Object node, String name, Arguments args, List<Stmt> body, List<Expr> decorators) {
    decorators.forEach(this::value);
    args.defaults().forEach(this::value);
    args.kwDefaults().forEach(this::value);
    boolean isStatic =
        decorators.stream().anyMatch(d -> d instanceof Expr.Name n && n.id().equals("staticmethod"));
    ClassInfo owner = scope.function == null && !isStatic ? scope.owner : null;
    FunctionInfo info =
        module.functionOf(node, () -> new FunctionInfo(qualified(name), args, body, owner));
    if (scope.owner != null && scope.function == null) {
      scope.owner.methods.put(name, info);
      if (LOADER_METHODS.contains(name) && isLoader(scope.owner)) {
        module.hooksImports();
      }
    }
    bind(name, Value.function(info));
    module.await(info, scope);
  }

  private static boolean isLoader(ClassInfo info) {
    return info.bases.stream().anyMatch(b -> b.startsWith("importlib."));
  }

  private void bind(String name, Value value) {
    expressions.bind(name, value);
  }

  private void classDefinition(Stmt.ClassDef c) {
    c.decoratorList().forEach(this::value);
    Value bases = Value.all(c.bases().stream().map(this::value).toList());
    c.keywords().forEach(k -> value(k.value()));
    ClassInfo info = module.classOf(c, () -> new ClassInfo(qualified(c.name()), bases.refs()));
    if (bases.refs().contains("ast.NodeTransformer")) {
      module.transformer(info, place(c.location()));
    }
    Scope body = new Scope(scope, null, info, info.qualname);
    // A class body runs where the statement stands, in names of its own over those outside.
    body.bindings = new Bindings(scope.bindings);
    new AnalyzeStatements(module, body).all(c.body());
    bind(c.name(), Value.instance(info));
  }

  private void augmented(Stmt.AugAssign a) {
    if (a.target() instanceof Expr.Name n) {
      Value before = expressions.lookup(n.id());
      bind(n.id(), expressions.evaluate().binary(before, value(a.value()), symbol(a)));
    } else {
      expressions.assign(a.target(), value(a.value()));
    }
  }

  private static String symbol(Stmt.AugAssign a) {
    return switch (a.op()) {
      case ADD -> "+";
      case MULT -> "*";
      case MOD -> "%";
      default -> "";
    };
  }

  /** Runs the statements over the bindings so far; returns what they bind. */
  private Bindings branch(Runnable statements) {
    Bindings before = scope.bindings;
    Bindings inner = new Bindings(before);
    scope.bindings = inner;
    statements.run();
    scope.bindings = before;
    return inner;
  }

  private void loop(Expr target, Value items, List<Stmt> body, List<Stmt> orelse) {
    // Twice, for what one round binds and the next one uses; of loops in loops only the outer one.
    int rounds = scope.loops++ == 0 ? 2 : 1;
    for (int round = 0; round < rounds; round++) {
      Bindings after =
          branch(
              () -> {
                if (target != null) {
                  expressions.assign(target, items.derived().withRefs(items.refs()));
                }
                all(body);
              });
      scope.bindings.join(after, new Bindings(scope.bindings));
    }
    scope.loops--;
    all(orelse);
  }

  private void condition(Stmt.If i) {
    check(i.test());
    value(i.test());
    Bindings then = branch(() -> all(i.body()));
    Bindings otherwise = branch(() -> all(i.orelse()));
    if (TextFilters.leaves(i.body()) && i.orelse().isEmpty()) {
      return;
    }
    scope.bindings.join(then, otherwise);
  }

  /** Notes a condition that searches text. */
  private void check(Expr test) {
    Set<String> searched =
        TextFilters.searched(test, expressions::quiet, expressions::functionOf);
    if (searched.isEmpty()) {
      return;
    }
    boolean code =
        TextFilters.looksAtCode(test, expressions::quiet, expressions::functionOf);
    for (String name : searched.stream().sorted().toList()) {
      scope.checks.add(
          new TextFilters.Check(name, scope.turn(name), test.location().line(), code));
    }
  }

  private void with(List<WithItem> items, List<Stmt> body) {
    for (WithItem item : items) {
      Value value = value(item.contextExpr());
      if (item.optionalVars() != null) {
        expressions.assign(item.optionalVars(), value);
      }
    }
    all(body);
  }

  private void match(Stmt.Match m) {
    Value subject = value(m.subject());
    Bindings all = new Bindings(scope.bindings);
    for (MatchCase one : m.cases()) {
      Bindings after =
          branch(
              () -> {
                NodeWalker.walk(one.pattern(), node -> capture(node, subject));
                value(one.guard());
                all(one.body());
              });
      all.join(after, new Bindings(scope.bindings));
    }
    scope.bindings.join(all, all);
  }

  private void capture(Node node, Value subject) {
    String name =
        switch (node) {
          case Pattern.MatchAs p -> p.name();
          case Pattern.MatchStar p -> p.name();
          case Pattern.MatchMapping p -> p.rest();
          default -> null;
        };
    if (name != null) {
      bind(name, subject);
    }
  }

  private void attempt(
      List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
    Bindings tried = branch(() -> all(body));
    Bindings result = tried;
    for (ExceptHandler handler : handlers) {
      Bindings after =
          branch(
              () -> {
                value(handler.type());
                if (handler.name() != null) {
                  bind(handler.name(), Value.UNKNOWN);
                }
                all(handler.body());
              });
      Bindings joined = new Bindings(scope.bindings);
      joined.join(result, after);
      result = joined;
    }
    scope.bindings.join(result, result);
    all(orelse);
    all(finalbody);
  }

  // Imports

  private void importName(Alias alias) {
    String name = alias.name();
    int dot = name.indexOf('.');
    if (alias.asname() != null) {
      bind(alias.asname(), expressions.evaluate().module(name));
    } else {
      String top = dot < 0 ? name : name.substring(0, dot);
      bind(top, expressions.evaluate().module(top));
    }
  }

  private void importFrom(Stmt.ImportFrom from) {
    int level = from.level() == null ? 0 : from.level();
    String name = ".".repeat(level) + (from.module() == null ? "" : from.module());
    for (Alias alias : from.names()) {
      if (alias.name().equals("*")) {
        module.starModules().add(name);
        continue;
      }
      Value value = expressions.evaluate().attribute(expressions.evaluate().module(name), alias.name());
      bind(alias.asname() != null ? alias.asname() : alias.name(), value);
    }
  }

}

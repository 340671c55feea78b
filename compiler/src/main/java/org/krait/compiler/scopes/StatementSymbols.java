package org.krait.compiler.scopes;

import static org.krait.compiler.scopes.Symbol.DEF_ANNOT;
import static org.krait.compiler.scopes.Symbol.DEF_GLOBAL;
import static org.krait.compiler.scopes.Symbol.DEF_IMPORT;
import static org.krait.compiler.scopes.Symbol.DEF_LOCAL;
import static org.krait.compiler.scopes.Symbol.DEF_NONLOCAL;
import static org.krait.compiler.scopes.Symbol.DEF_PARAM;
import static org.krait.compiler.scopes.Symbol.DEF_TYPE_PARAM;
import static org.krait.compiler.scopes.Symbol.USE;

import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.syntax.ast.Alias;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Keyword;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.MatchCase;
import org.krait.syntax.ast.Pattern;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.TypeParam;
import org.krait.syntax.ast.WithItem;

/** Notes the names in statements, patterns, parameters and type parameters. */
final class StatementSymbols {
  private final CollectSymbols symbols;
  private final ExpressionSymbols expressions;

  StatementSymbols(CollectSymbols symbols, ExpressionSymbols expressions) {
    this.symbols = symbols;
    this.expressions = expressions;
  }

  void visitAll(List<Stmt> statements) {
    for (Stmt statement : statements) {
      visit(statement);
    }
  }

  // Dispatches on the kind and not on the type: a type switch is linked at run time, which costs
  // the first compilation of every process some ten milliseconds.
  private void visit(Stmt statement) {
    symbols.descend();
    switch (statement.nodeKind()) {
      case FUNCTION_DEF -> {
        Stmt.FunctionDef f = (Stmt.FunctionDef) statement;
        function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams());
      }
      case ASYNC_FUNCTION_DEF -> {
        Stmt.AsyncFunctionDef f = (Stmt.AsyncFunctionDef) statement;
        function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams());
      }
      case CLASS_DEF -> classDef((Stmt.ClassDef) statement);
      case TYPE_ALIAS -> typeAlias((Stmt.TypeAlias) statement);
      case RETURN -> returnStatement((Stmt.Return) statement);
      case DELETE -> expressions.visitAll(((Stmt.Delete) statement).targets());
      case ASSIGN -> {
        Stmt.Assign s = (Stmt.Assign) statement;
        expressions.visitAll(s.targets());
        expressions.visit(s.value());
      }
      case ANN_ASSIGN -> annAssign((Stmt.AnnAssign) statement);
      case AUG_ASSIGN -> {
        Stmt.AugAssign s = (Stmt.AugAssign) statement;
        expressions.visit(s.target());
        expressions.visit(s.value());
      }
      case FOR -> {
        Stmt.For s = (Stmt.For) statement;
        loop(s.target(), s.iter(), s.body(), s.orelse());
      }
      case ASYNC_FOR -> {
        Stmt.AsyncFor s = (Stmt.AsyncFor) statement;
        loop(s.target(), s.iter(), s.body(), s.orelse());
      }
      case WHILE -> {
        Stmt.While s = (Stmt.While) statement;
        branch(s.test(), s.body(), s.orelse());
      }
      case IF -> {
        Stmt.If s = (Stmt.If) statement;
        branch(s.test(), s.body(), s.orelse());
      }
      case WITH -> {
        Stmt.With s = (Stmt.With) statement;
        with(s.items(), s.body());
      }
      case ASYNC_WITH -> {
        Stmt.AsyncWith s = (Stmt.AsyncWith) statement;
        with(s.items(), s.body());
      }
      case MATCH -> match((Stmt.Match) statement);
      case RAISE -> raise((Stmt.Raise) statement);
      case TRY -> {
        Stmt.Try s = (Stmt.Try) statement;
        tryStatement(s.body(), s.handlers(), s.orelse(), s.finalbody());
      }
      case TRY_STAR -> {
        Stmt.TryStar s = (Stmt.TryStar) statement;
        tryStatement(s.body(), s.handlers(), s.orelse(), s.finalbody());
      }
      case ASSERT -> {
        Stmt.Assert s = (Stmt.Assert) statement;
        expressions.visit(s.test());
        expressions.visitOptional(s.msg());
      }
      case IMPORT -> imports(((Stmt.Import) statement).names());
      case IMPORT_FROM -> imports(((Stmt.ImportFrom) statement).names());
      case GLOBAL -> symbols.declare(statement, ((Stmt.Global) statement).names(), DEF_GLOBAL);
      case NONLOCAL ->
          symbols.declare(statement, ((Stmt.Nonlocal) statement).names(), DEF_NONLOCAL);
      case EXPR -> expressions.visit(((Stmt.Expr) statement).value());
      default -> {
        // pass, break, continue
      }
    }
    symbols.leave();
  }

  private void function(
      Stmt node,
      String name,
      Arguments arguments,
      List<Stmt> body,
      List<Expr> decorators,
      Expr returns,
      List<TypeParam> typeParameters) {
    Location location = node.location();
    symbols.define(name, DEF_LOCAL, location);
    expressions.visitAll(arguments.defaults());
    expressions.visitAll(arguments.kwDefaults());
    expressions.visitAll(decorators);
    boolean generic = !typeParameters.isEmpty();
    if (generic) {
      enterTypeParameters(name, typeParameters, location);
      // CPython passes the tuple of defaults even where there are none.
      symbols.define(".defaults", DEF_PARAM, location);
      if (hasKeywordDefaults(arguments)) {
        symbols.define(".kwdefaults", DEF_PARAM, location);
      }
      typeParameters(typeParameters);
    }
    annotations(node, arguments, returns);
    Scope scope = symbols.enter(name, Scope.Kind.FUNCTION, node, location);
    scope.coroutine = node instanceof Stmt.AsyncFunctionDef;
    parameters(arguments);
    visitAll(body);
    symbols.exit();
    if (generic) {
      symbols.exit();
    }
  }

  private static boolean hasKeywordDefaults(Arguments arguments) {
    for (Expr value : arguments.kwDefaults()) {
      if (value != null) {
        return true;
      }
    }
    return false;
  }

  private void enterTypeParameters(
      String name, List<TypeParam> typeParameters, Location location) {
    boolean inClass = symbols.current.kind() == Scope.Kind.CLASS;
    Scope scope = symbols.enter(name, Scope.Kind.TYPE_PARAMETERS, typeParameters, location);
    if (inClass) {
      scope.seesClassScope = true;
      symbols.define("__classdict__", USE, location);
    }
  }

  private void typeParameters(List<TypeParam> typeParameters) {
    for (TypeParam parameter : typeParameters) {
      typeParameter(parameter);
    }
  }

  private void typeParameter(TypeParam parameter) {
    symbols.descend();
    Location location = parameter.location();
    switch (parameter.nodeKind()) {
      case TYPE_VAR -> {
        TypeParam.TypeVar variable = (TypeParam.TypeVar) parameter;
        symbols.define(variable.name(), DEF_TYPE_PARAM | DEF_LOCAL, location);
        if (variable.bound() != null) {
          lazyValue(
              variable.name(),
              Scope.Kind.TYPE_VAR_BOUND,
              variable,
              variable.bound(),
              symbols.current.seesClassScope);
        }
      }
      case TYPE_VAR_TUPLE ->
          symbols.define(
              ((TypeParam.TypeVarTuple) parameter).name(), DEF_TYPE_PARAM | DEF_LOCAL, location);
      default ->
          symbols.define(
              ((TypeParam.ParamSpec) parameter).name(), DEF_TYPE_PARAM | DEF_LOCAL, location);
    }
    symbols.leave();
  }

  /** The scope of an expression that is evaluated on demand (PEP 695). */
  private void lazyValue(
      String name, Scope.Kind kind, org.krait.syntax.ast.Node node, Expr value, boolean inClass) {
    Scope scope = symbols.enter(name, kind, node, node.location());
    scope.seesClassScope = inClass;
    if (inClass) {
      symbols.define("__classdict__", USE, value.location());
    }
    expressions.visit(value);
    symbols.exit();
  }

  private void classDef(Stmt.ClassDef node) {
    Location location = node.location();
    String name = node.name();
    symbols.define(name, DEF_LOCAL, location);
    expressions.visitAll(node.decoratorList());
    boolean generic = !node.typeParams().isEmpty();
    if (generic) {
      enterTypeParameters(name, node.typeParams(), location);
      symbols.define(".type_params", DEF_LOCAL | USE, location);
      // As in CPython 3.12.1, names stay private to a generic class until another class ends.
      symbols.privateClass = name;
      symbols.define(".generic_base", DEF_LOCAL | USE, location);
      typeParameters(node.typeParams());
    }
    expressions.visitAll(node.bases());
    for (Keyword keyword : node.keywords()) {
      expressions.visit(keyword.value());
    }
    symbols.enter(name, Scope.Kind.CLASS, node, location);
    String outerClass = symbols.privateClass;
    symbols.privateClass = name;
    if (generic) {
      symbols.define("__type_params__", DEF_LOCAL, location);
      symbols.define(".type_params", USE, location);
    }
    visitAll(node.body());
    symbols.privateClass = outerClass;
    symbols.exit();
    if (generic) {
      symbols.exit();
    }
  }

  private void typeAlias(Stmt.TypeAlias node) {
    expressions.visit(node.name());
    String name = ((Expr.Name) node.name()).id();
    boolean inClass = symbols.current.kind() == Scope.Kind.CLASS;
    boolean generic = !node.typeParams().isEmpty();
    if (generic) {
      enterTypeParameters(name, node.typeParams(), node.location());
      typeParameters(node.typeParams());
    }
    lazyValue(name, Scope.Kind.TYPE_ALIAS, node, node.value(), inClass);
    if (generic) {
      symbols.exit();
    }
  }

  private void returnStatement(Stmt.Return node) {
    if (node.value() != null) {
      expressions.visit(node.value());
      symbols.current.returnsValue = true;
    }
  }

  private void annAssign(Stmt.AnnAssign node) {
    boolean simple = node.simple() != 0;
    if (node.target() instanceof Expr.Name target) {
      int flags = symbols.flagsOf(target.id());
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) != 0
          && !symbols.isModule(symbols.current)
          && simple) {
        String keyword = (flags & DEF_GLOBAL) != 0 ? "global" : "nonlocal";
        throw new CompileError(
            "annotated name '" + target.id() + "' can't be " + keyword, node.location());
      }
      if (simple) {
        symbols.define(target.id(), DEF_ANNOT | DEF_LOCAL, target.location());
      } else if (node.value() != null) {
        symbols.define(target.id(), DEF_LOCAL, target.location());
      }
    } else {
      expressions.visit(node.target());
    }
    annotation(node.annotation());
    expressions.visitOptional(node.value());
  }

  private void annotation(Expr annotation) {
    if (symbols.futureAnnotations) {
      symbols.enter("_annotation", Scope.Kind.ANNOTATION, annotation, annotation.location());
      expressions.visit(annotation);
      symbols.exit();
    } else {
      expressions.visit(annotation);
    }
  }

  private void annotations(Stmt function, Arguments arguments, Expr returns) {
    if (symbols.futureAnnotations) {
      symbols.enter("_annotation", Scope.Kind.ANNOTATION, function, function.location());
    }
    annotations(arguments.posonlyargs());
    annotations(arguments.args());
    annotation(arguments.vararg());
    annotation(arguments.kwarg());
    annotations(arguments.kwonlyargs());
    if (symbols.futureAnnotations) {
      symbols.exit();
    }
    if (returns != null) {
      annotation(returns);
    }
  }

  private void annotations(List<Arg> arguments) {
    for (Arg argument : arguments) {
      annotation(argument);
    }
  }

  private void annotation(Arg argument) {
    if (argument != null) {
      expressions.visitOptional(argument.annotation());
    }
  }

  /** Notes parameters in the order of the frame. */
  void parameters(Arguments arguments) {
    expressions.parameters(arguments);
  }

  private void loop(Expr target, Expr iterable, List<Stmt> body, List<Stmt> orElse) {
    expressions.visit(target);
    branch(iterable, body, orElse);
  }

  private void branch(Expr test, List<Stmt> body, List<Stmt> orElse) {
    expressions.visit(test);
    visitAll(body);
    visitAll(orElse);
  }

  private void with(List<WithItem> items, List<Stmt> body) {
    for (WithItem item : items) {
      expressions.visit(item.contextExpr());
      expressions.visitOptional(item.optionalVars());
    }
    visitAll(body);
  }

  private void raise(Stmt.Raise node) {
    if (node.exc() != null) {
      expressions.visit(node.exc());
      expressions.visitOptional(node.cause());
    }
  }

  private void tryStatement(
      List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orElse, List<Stmt> finalBody) {
    visitAll(body);
    visitAll(orElse);
    for (ExceptHandler handler : handlers) {
      expressions.visitOptional(handler.type());
      if (handler.name() != null) {
        symbols.define(handler.name(), DEF_LOCAL, handler.location());
      }
      visitAll(handler.body());
    }
    visitAll(finalBody);
  }

  private void imports(List<Alias> names) {
    for (Alias alias : names) {
      String name = alias.asname() == null ? alias.name() : alias.asname();
      if (!name.equals("*")) {
        int dot = name.indexOf('.');
        String bound = dot < 0 ? name : name.substring(0, dot);
        symbols.define(bound, DEF_IMPORT, alias.location());
      } else if (symbols.current.kind() != Scope.Kind.MODULE) {
        throw new CompileError("import * only allowed at module level", alias.location());
      }
    }
  }

  private void match(Stmt.Match node) {
    expressions.visit(node.subject());
    for (MatchCase matchCase : node.cases()) {
      pattern(matchCase.pattern());
      expressions.visitOptional(matchCase.guard());
      visitAll(matchCase.body());
    }
  }

  private void pattern(Pattern pattern) {
    symbols.descend();
    switch (pattern.nodeKind()) {
      case MATCH_VALUE -> expressions.visit(((Pattern.MatchValue) pattern).value());
      case MATCH_SEQUENCE -> patterns(((Pattern.MatchSequence) pattern).patterns());
      case MATCH_STAR -> capture(((Pattern.MatchStar) pattern).name(), pattern.location());
      case MATCH_MAPPING -> {
        Pattern.MatchMapping mapping = (Pattern.MatchMapping) pattern;
        expressions.visitAll(mapping.keys());
        patterns(mapping.patterns());
        capture(mapping.rest(), pattern.location());
      }
      case MATCH_CLASS -> {
        Pattern.MatchClass match = (Pattern.MatchClass) pattern;
        expressions.visit(match.cls());
        patterns(match.patterns());
        patterns(match.kwdPatterns());
      }
      case MATCH_AS -> {
        Pattern.MatchAs as = (Pattern.MatchAs) pattern;
        if (as.pattern() != null) {
          pattern(as.pattern());
        }
        capture(as.name(), pattern.location());
      }
      case MATCH_OR -> patterns(((Pattern.MatchOr) pattern).patterns());
      default -> {
        // a singleton names nothing
      }
    }
    symbols.leave();
  }

  private void patterns(List<Pattern> patterns) {
    for (Pattern pattern : patterns) {
      pattern(pattern);
    }
  }

  private void capture(String name, Location location) {
    if (name != null) {
      symbols.define(name, DEF_LOCAL, location);
    }
  }
}

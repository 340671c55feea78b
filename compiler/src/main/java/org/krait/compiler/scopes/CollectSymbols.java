package org.krait.compiler.scopes;

import static org.krait.compiler.scopes.Symbol.DEF_ANNOT;
import static org.krait.compiler.scopes.Symbol.DEF_COMP_ITER;
import static org.krait.compiler.scopes.Symbol.DEF_GLOBAL;
import static org.krait.compiler.scopes.Symbol.DEF_LOCAL;
import static org.krait.compiler.scopes.Symbol.DEF_NONLOCAL;
import static org.krait.compiler.scopes.Symbol.DEF_PARAM;
import static org.krait.compiler.scopes.Symbol.DEF_TYPE_PARAM;
import static org.krait.compiler.scopes.Symbol.USE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;

/**
 * First pass: opens a scope per block and notes how each name is written and used.
 *
 * <p>This class holds the blocks that are open; {@link StatementSymbols} and {@link
 * ExpressionSymbols} walk the tree. Notes are taken in the order of CPython's walk, because the
 * first of several errors is the one that is reported.
 */
final class CollectSymbols {
  /** CPython's C recursion limit, doubled as its symbol table does, less what its callers use. */
  private static final int DEPTH_LIMIT = 2 * 1500 - 4;

  private static final Location NO_PLACE = new Location(0, 0, 0, 0);

  final boolean futureAnnotations;
  private final Map<Object, Scope> scopes;
  private final List<Scope> open = new ArrayList<>();
  private final StatementSymbols statements;
  private final ExpressionSymbols expressions;
  private int depth;

  /** The innermost block. */
  Scope current;

  /** The module's block. */
  private Scope module;

  /** The class whose private names are mangled here, or null. */
  String privateClass;

  CollectSymbols(Map<Object, Scope> scopes, boolean futureAnnotations) {
    this.scopes = scopes;
    this.futureAnnotations = futureAnnotations;
    this.expressions = new ExpressionSymbols(this);
    this.statements = new StatementSymbols(this, expressions);
  }

  /** Walks a whole tree and returns the module's scope. */
  Scope collect(Mod tree) {
    module = enter("top", Scope.Kind.MODULE, tree, NO_PLACE);
    switch (tree.nodeKind()) {
      case MODULE -> statements.visitAll(((Mod.Module) tree).body());
      case INTERACTIVE -> statements.visitAll(((Mod.Interactive) tree).body());
      case EXPRESSION -> expressions.visit(((Mod.Expression) tree).body());
      default ->
          throw new CompileError(
              CompileError.Kind.RUNTIME_ERROR,
              "this compiler does not handle FunctionTypes",
              null);
    }
    exit();
    return module;
  }

  /** Opens a block that the node {@code key} stands for. */
  Scope enter(String name, Scope.Kind kind, Object key, Location location) {
    Scope scope = new Scope(scopes.size() + 1, name, kind, location);
    Scope parent = current;
    if (parent != null) {
      scope.nested = parent.nested || parent.isFunctionLike();
      // PEP 572: no walrus in a comprehension's iterable, not even inside a lambda there.
      scope.openIterables = parent.openIterables;
      if (kind != Scope.Kind.ANNOTATION) {
        parent.children.add(scope);
      }
    }
    scopes.put(key, scope);
    open.add(scope);
    current = scope;
    return scope;
  }

  void exit() {
    open.removeLast();
    current = open.isEmpty() ? null : open.getLast();
  }

  /** Counts a level of the tree; each call is paired with {@link #leave}. */
  void descend() {
    if (++depth > DEPTH_LIMIT) {
      throw CompileError.tooDeep();
    }
  }

  void leave() {
    depth--;
  }

  String mangle(String name) {
    return NameMangling.mangle(privateClass, name);
  }

  /** The flags of an unmangled name in the innermost block. */
  int flagsOf(String name) {
    return current.flagsOf(mangle(name));
  }

  /** Notes a use or definition in the innermost block. */
  void define(String name, int flag, Location location) {
    define(name, flag, current, location);
  }

  private void define(String name, int flag, Scope scope, Location location) {
    String mangled = mangle(name);
    Symbol symbol = scope.symbols().get(mangled);
    if (symbol == null) {
      symbol = new Symbol(flag);
      scope.symbols().put(mangled, symbol);
    } else {
      if (symbol.has(DEF_PARAM) && (flag & DEF_PARAM) != 0) {
        throw new CompileError(
            "duplicate argument '" + name + "' in function definition", location);
      }
      if (symbol.has(DEF_TYPE_PARAM) && (flag & DEF_TYPE_PARAM) != 0) {
        throw new CompileError("duplicate type parameter '" + name + "'", location);
      }
      symbol.flags |= flag;
    }
    if (scope.inIterationTarget) {
      if (symbol.has(DEF_GLOBAL | DEF_NONLOCAL)) {
        throw new CompileError(
            "comprehension inner loop cannot rebind assignment expression target '"
                + name
                + "'",
            location);
      }
      symbol.flags |= DEF_COMP_ITER;
    }
    if ((flag & DEF_PARAM) != 0) {
      scope.parameters().add(mangled);
    } else if ((flag & DEF_GLOBAL) != 0) {
      defineInModule(mangled, flag);
    }
  }

  private void defineInModule(String mangled, int flag) {
    Symbol symbol = module.symbols().get(mangled);
    if (symbol == null) {
      module.symbols().put(mangled, new Symbol(flag));
    } else {
      symbol.flags |= flag;
    }
  }

  /** Notes the names of a {@code global} or {@code nonlocal} statement. */
  void declare(Stmt statement, List<String> names, int flag) {
    for (String name : names) {
      int flags = flagsOf(name);
      if ((flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) != 0) {
        throw new CompileError(
            tooLate(name, flags, flag == DEF_GLOBAL ? "global" : "nonlocal"),
            statement.location());
      }
      define(name, flag, statement.location());
      recordDirective(name, statement.location());
    }
  }

  private static String tooLate(String name, int flags, String keyword) {
    if ((flags & DEF_PARAM) != 0) {
      return "name '" + name + "' is parameter and " + keyword;
    }
    if ((flags & USE) != 0) {
      return "name '" + name + "' is used prior to " + keyword + " declaration";
    }
    if ((flags & DEF_ANNOT) != 0) {
      return "annotated name '" + name + "' can't be " + keyword;
    }
    return "name '" + name + "' is assigned to before " + keyword + " declaration";
  }

  private void recordDirective(String name, Location location) {
    current.directives.add(new Scope.Directive(mangle(name), location));
  }

  boolean isModule(Scope scope) {
    return scope == module;
  }

  /** A walrus inside a comprehension binds in the nearest block that is none. */
  void bindOutsideComprehensions(Expr.Name target) {
    String name = target.id();
    Location location = target.location();
    for (int i = open.size() - 1; i >= 0; i--) {
      Scope scope = open.get(i);
      if (scope.comprehension != Scope.Comprehension.NONE) {
        int flags = scope.flagsOf(name);
        if ((flags & DEF_COMP_ITER) != 0 && (flags & DEF_LOCAL) != 0) {
          throw new CompileError(
              "assignment expression cannot rebind comprehension iteration variable '"
                  + name
                  + "'",
              location);
        }
        continue;
      }
      switch (scope.kind()) {
        case FUNCTION -> {
          boolean isGlobal = (scope.flagsOf(name) & DEF_GLOBAL) != 0;
          define(name, isGlobal ? DEF_GLOBAL : DEF_NONLOCAL, location);
          recordDirective(name, location);
          define(name, DEF_LOCAL, scope, location);
          return;
        }
        case MODULE -> {
          define(name, DEF_GLOBAL, location);
          recordDirective(name, location);
          define(name, DEF_GLOBAL, scope, location);
          return;
        }
        case CLASS, TYPE_PARAMETERS, TYPE_ALIAS, TYPE_VAR_BOUND ->
            throw new CompileError(walrusNotAllowed(scope.kind()), location);
        case ANNOTATION -> {
          // Looks through to the block around it.
        }
      }
    }
    throw new IllegalStateException("no block around a comprehension");
  }

  private static String walrusNotAllowed(Scope.Kind kind) {
    String place =
        switch (kind) {
          case CLASS -> "in a class body";
          case TYPE_PARAMETERS -> "within the definition of a generic";
          case TYPE_ALIAS -> "in a type alias";
          default -> "in a TypeVar bound";
        };
    return "assignment expression within a comprehension cannot be used " + place;
  }
}

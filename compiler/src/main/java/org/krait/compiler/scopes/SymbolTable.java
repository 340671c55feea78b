package org.krait.compiler.scopes;

import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.syntax.ast.Mod;

/** The scopes of a module, found by the node that opens each. */
public final class SymbolTable {
  private final Scope top;
  private final Map<Object, Scope> scopes;

  private SymbolTable(Scope top, Map<Object, Scope> scopes) {
    this.top = top;
    this.scopes = scopes;
  }

  /**
   * The symbol table of a tree.
   *
   * @param futureAnnotations whether annotations are never evaluated (PEP 563)
   * @throws CompileError for a {@code SyntaxError} or a tree nested too deeply
   */
  public static SymbolTable of(Mod tree, boolean futureAnnotations) {
    Map<Object, Scope> scopes = new IdentityHashMap<>();
    Scope top = new CollectSymbols(scopes, futureAnnotations).collect(tree);
    ResolveScopes.resolve(top);
    return new SymbolTable(top, scopes);
  }

  /** The module's own scope. */
  public Scope top() {
    return top;
  }

  /**
   * The scope that a node opens.
   *
   * @param key a function, class, lambda, comprehension, type alias or bounded type variable; for
   *     type parameters the list that holds them; for the module its tree
   */
  public Scope scope(Object key) {
    Scope scope = scopes.get(key);
    if (scope == null) {
      throw new IllegalArgumentException("no scope for " + key);
    }
    return scope;
  }
}

package org.krait.compiler.scopes;

import static org.krait.compiler.scopes.Symbol.CELL;
import static org.krait.compiler.scopes.Symbol.DEF_BOUND;
import static org.krait.compiler.scopes.Symbol.DEF_COMP_CELL;
import static org.krait.compiler.scopes.Symbol.DEF_FREE_CLASS;
import static org.krait.compiler.scopes.Symbol.DEF_GLOBAL;
import static org.krait.compiler.scopes.Symbol.DEF_NONLOCAL;
import static org.krait.compiler.scopes.Symbol.DEF_PARAM;
import static org.krait.compiler.scopes.Symbol.DEF_TYPE_PARAM;
import static org.krait.compiler.scopes.Symbol.FREE;
import static org.krait.compiler.scopes.Symbol.GLOBAL_EXPLICIT;
import static org.krait.compiler.scopes.Symbol.GLOBAL_IMPLICIT;
import static org.krait.compiler.scopes.Symbol.LOCAL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.compiler.diagnostics.CompileError;

/**
 * Decides for each name of each scope whether it is local, a cell, free or global.
 *
 * <p>One instance treats one block. What its parent can see comes in as sets of names; what the
 * block and its children need from outside goes out in {@link #free}.
 */
final class ResolveScopes {
  private final Scope scope;

  /** What the block can see of those around it; null for a module. */
  private final Visible outer;

  /** The same, as the block's own declarations change it. */
  private final Visible own;

  /** The class whose namespace an annotation scope looks into, or null. */
  private final Scope classScope;

  private final Set<String> local = new HashSet<>();

  /** What the block and its children need from outside. */
  private final Set<String> free = new HashSet<>();

  /** What the children need from the block or from further out. */
  private final Set<String> childrenFree = new HashSet<>();

  private final Set<String> inlinedCells = new HashSet<>();

  /**
   * Names that a block hands to those inside it.
   *
   * @param bound names bound in functions around
   * @param global names declared global around
   * @param typeParameters type parameters among {@code bound}
   */
  private record Visible(NameSet bound, NameSet global, NameSet typeParameters) {
    static Visible inside(Visible outer) {
      return outer == null
          ? new Visible(new NameSet(null), new NameSet(null), new NameSet(null))
          : new Visible(
              new NameSet(outer.bound),
              new NameSet(outer.global),
              new NameSet(outer.typeParameters));
    }
  }

  private ResolveScopes(Scope scope, Visible outer, Scope classScope) {
    this.scope = scope;
    this.outer = outer;
    this.own = Visible.inside(outer);
    this.classScope = classScope;
  }

  /** Resolves a module and everything inside. */
  static void resolve(Scope module) {
    new ResolveScopes(module, null, null).run();
  }

  private void run() {
    boolean isClass = scope.kind() == Scope.Kind.CLASS;
    for (Map.Entry<String, Symbol> entry : scope.symbols().entrySet()) {
      Symbol symbol = entry.getValue();
      symbol.scope = scopeOf(entry.getKey(), symbol.flags);
    }
    resolveChildren(isClass ? visibleInClass() : visibleInside());
    if (scope.isFunctionLike()) {
      makeCells();
    } else if (isClass) {
      dropClassCells();
    }
    recordInlinedCells();
    recordFree(isClass || scope.seesClassScope);
    free.addAll(childrenFree);
  }

  /** What methods see: what is around the class, not the names in it. */
  private Visible visibleInClass() {
    NameSet bound = new NameSet(outer.bound);
    bound.add("__class__");
    bound.add("__classdict__");
    return new Visible(bound, outer.global, own.typeParameters);
  }

  private Visible visibleInside() {
    if (scope.isFunctionLike()) {
      local.forEach(own.bound::add);
    }
    return own;
  }

  private int scopeOf(String name, int flags) {
    if ((flags & DEF_GLOBAL) != 0) {
      return declaredGlobal(name, flags);
    }
    if ((flags & DEF_NONLOCAL) != 0) {
      return declaredNonlocal(name);
    }
    if ((flags & DEF_BOUND) != 0) {
      local.add(name);
      own.global.remove(name);
      if ((flags & DEF_TYPE_PARAM) != 0) {
        own.typeParameters.add(name);
      } else {
        own.typeParameters.remove(name);
      }
      return LOCAL;
    }
    return read(name);
  }

  private int declaredGlobal(String name, int flags) {
    if ((flags & DEF_NONLOCAL) != 0) {
      throw directiveError(name, "name '" + name + "' is nonlocal and global");
    }
    own.global.add(name);
    own.bound.remove(name);
    return GLOBAL_EXPLICIT;
  }

  private int declaredNonlocal(String name) {
    if (outer == null) {
      throw directiveError(name, "nonlocal declaration not allowed at module level");
    }
    if (!own.bound.contains(name)) {
      throw directiveError(name, "no binding for nonlocal '" + name + "' found");
    }
    if (own.typeParameters.contains(name)) {
      throw directiveError(
          name, "nonlocal binding not allowed for type parameter '" + name + "'");
    }
    return markFree(name);
  }

  /** The scope of a name that the block only reads. */
  private int read(String name) {
    if (classScope != null) {
      // The class around an annotation scope comes before the functions around the class.
      int inClass = classScope.flagsOf(name);
      if ((inClass & DEF_GLOBAL) != 0) {
        return GLOBAL_EXPLICIT;
      }
      if ((inClass & DEF_BOUND) != 0 && (inClass & DEF_NONLOCAL) == 0) {
        return GLOBAL_IMPLICIT;
      }
    }
    if (own.bound.contains(name)) {
      return markFree(name);
    }
    if (scope.nested && !own.global.contains(name)) {
      scope.hasFree = true;
    }
    return GLOBAL_IMPLICIT;
  }

  private int markFree(String name) {
    scope.hasFree = true;
    free.add(name);
    return FREE;
  }

  private CompileError directiveError(String name, String message) {
    for (Scope.Directive directive : scope.directives) {
      if (directive.name().equals(name)) {
        return new CompileError(message, directive.location());
      }
    }
    throw new IllegalStateException("no directive for " + name);
  }

  private void resolveChildren(Visible visible) {
    boolean anyInlined = false;
    for (Scope child : scope.children) {
      ResolveScopes resolver =
          new ResolveScopes(child, visible, child.seesClassScope ? classSeenBy() : null);
      resolver.run();
      if (child.comprehension != Scope.Comprehension.NONE && !child.generator) {
        inline(child, resolver.free);
        child.inlined = true;
        anyInlined = true;
      }
      childrenFree.addAll(resolver.free);
      scope.childHasFree |= child.hasFree || child.childHasFree;
    }
    if (anyInlined) {
      adoptChildrenOfInlined();
    }
  }

  private Scope classSeenBy() {
    return scope.kind() == Scope.Kind.CLASS ? scope : classScope;
  }

  private void adoptChildrenOfInlined() {
    List<Scope> adopted = new ArrayList<>();
    for (Scope child : scope.children) {
      if (child.inlined) {
        adopted.addAll(child.children);
      } else {
        adopted.add(child);
      }
    }
    scope.children = adopted;
  }

  /** Merges the names of a comprehension into the block that will run it (PEP 709). */
  private void inline(Scope comprehension, Set<String> comprehensionFree) {
    for (Map.Entry<String, Symbol> entry : comprehension.symbols().entrySet()) {
      String name = entry.getKey();
      Symbol inner = entry.getValue();
      if (inner.has(DEF_PARAM)) {
        continue;
      }
      if (inner.scope == CELL || inner.has(DEF_COMP_CELL)) {
        inlinedCells.add(name);
      }
      Symbol outer = scope.symbols().get(name);
      if (outer == null) {
        scope.symbols().put(name, new Symbol(inner.flags, inner.scope));
      } else if (outer.has(DEF_BOUND)
          && scope.kind() != Scope.Kind.CLASS
          && !isFreeInChildren(comprehension, name)) {
        // What was free in the comprehension is now simply a local of the block.
        comprehensionFree.remove(name);
      }
    }
  }

  private static boolean isFreeInChildren(Scope scope, String name) {
    for (Scope child : scope.children) {
      if (child.scopeOf(name) == FREE) {
        return true;
      }
    }
    return false;
  }

  private void makeCells() {
    for (Map.Entry<String, Symbol> entry : scope.symbols().entrySet()) {
      String name = entry.getKey();
      Symbol symbol = entry.getValue();
      if (symbol.scope == LOCAL && (childrenFree.contains(name) || inlinedCells.contains(name))) {
        symbol.scope = CELL;
        childrenFree.remove(name);
      }
    }
  }

  private void dropClassCells() {
    scope.needsClassClosure |= childrenFree.remove("__class__");
    scope.needsClassDict |= childrenFree.remove("__classdict__");
  }

  private void recordInlinedCells() {
    for (String name : inlinedCells) {
      scope.symbols().get(name).flags |= DEF_COMP_CELL;
    }
  }

  /** Enters what children need from further out, so that closures can hand it through. */
  private void recordFree(boolean looksLikeClass) {
    for (String name : childrenFree) {
      Symbol symbol = scope.symbols().get(name);
      if (symbol != null) {
        if (looksLikeClass) {
          symbol.flags |= DEF_FREE_CLASS;
        }
      } else if (outer == null || own.bound.contains(name)) {
        scope.symbols().put(name, new Symbol(0, FREE));
      }
    }
  }
}

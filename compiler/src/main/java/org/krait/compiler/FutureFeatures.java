package org.krait.compiler;

import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Alias;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;

/**
 * What the {@code from __future__} imports at the head of a tree ask for.
 *
 * @param flags {@code CO_FUTURE_*} bits; features that became the rule have none
 * @param lastImport where the last of these imports stands, or {@link Locations#NONE}; later ones
 *     are errors
 */
public record FutureFeatures(int flags, Location lastImport) {
  /** Reads the head of a tree: a docstring, then imports from {@code __future__}. */
  public static FutureFeatures of(Mod tree) {
    List<Stmt> body =
        switch (tree.nodeKind()) {
          case MODULE -> ((Mod.Module) tree).body();
          case INTERACTIVE -> ((Mod.Interactive) tree).body();
          default -> List.of();
        };
    int flags = 0;
    Location last = Locations.NONE;
    for (int i = startsWithDocstring(body) ? 1 : 0; i < body.size(); i++) {
      if (!(body.get(i) instanceof Stmt.ImportFrom statement)
          || !"__future__".equals(statement.module())
          || (statement.level() != null && statement.level() != 0)) {
        break;
      }
      for (Alias alias : statement.names()) {
        flags |= flag(alias.name(), statement.location());
      }
      last = statement.location();
    }
    return new FutureFeatures(flags, last);
  }

  private static boolean startsWithDocstring(List<Stmt> body) {
    return !body.isEmpty()
        && body.getFirst() instanceof Stmt.Expr statement
        && statement.value() instanceof Expr.Constant constant
        && constant.value() instanceof Constant.Str;
  }

  private static int flag(String feature, Location at) {
    return switch (feature) {
      case "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "generator_stop" ->
          0;
      case "annotations" -> CodeFlags.FUTURE_ANNOTATIONS;
      case "barry_as_FLUFL" -> CodeFlags.FUTURE_BARRY_AS_BDFL;
      case "braces" -> throw error("not a chance", at);
      default -> throw error("future feature " + feature + " is not defined", at);
    };
  }

  /** CPython gives no end column here. */
  private static CompileError error(String message, Location at) {
    return new CompileError(message, new Location(at.line(), at.column(), at.line(), -2)).ofScopes();
  }
}

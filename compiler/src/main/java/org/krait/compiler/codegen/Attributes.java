package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.DELETE_ATTR;
import static org.krait.bytecode.Opcodes.LOAD_ATTR;
import static org.krait.bytecode.Opcodes.LOAD_SUPER_ATTR;
import static org.krait.bytecode.Opcodes.NOP;
import static org.krait.bytecode.Opcodes.STORE_ATTR;

import java.util.List;
import org.krait.compiler.scopes.Symbol;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;

/** Attributes, and those of {@code super()} that need no super object. */
final class Attributes extends Emitter {
  Attributes(CodeGenerator generator) {
    super(generator);
  }

  void attribute(Expr.Attribute e) {
    if (e.ctx() == ExprContext.LOAD && isPlainSuper(e)) {
      loadFromSuper(e, false);
      return;
    }
    visit(e.value());
    Location at = nameLocation(e.location(), e);
    switch (e.ctx()) {
      case LOAD -> add(LOAD_ATTR, nameIndex(e.attr()) << 1, at);
      case STORE -> {
        generator.names.refuseForbidden(e.attr(), ExprContext.STORE, at);
        add(STORE_ATTR, nameIndex(e.attr()), at);
      }
      case DEL -> add(DELETE_ATTR, nameIndex(e.attr()), at);
    }
  }

  /** Where an attribute spans lines, the place of its name: what tracebacks are to show. */
  static Location nameLocation(Location at, Expr.Attribute e) {
    Location node = e.location();
    if (at.line() == node.endLine()) {
      return at;
    }
    int line = node.endLine();
    int length = e.attr().codePointCount(0, e.attr().length());
    int column = -1;
    int endColumn = -1;
    if (length <= node.endColumn()) {
      column = node.endColumn() - length;
      endColumn = at.endColumn();
    }
    int endLine = Math.max(line, at.endLine());
    if (line == endLine) {
      endColumn = Math.max(column, endColumn);
    }
    return new Location(line, column, endLine, endColumn);
  }

  /** True for an attribute of a {@code super} call whose arguments can be had without it. */
  boolean isPlainSuper(Expr.Attribute attribute) {
    if (!(attribute.value() instanceof Expr.Call call)
        || !(call.func() instanceof Expr.Name function)
        || !function.id().equals("super")
        || attribute.attr().equals("__class__")
        || !call.keywords().isEmpty()) {
      return false;
    }
    Unit unit = unit();
    if (unit.scope.scopeOf("super") != Symbol.GLOBAL_IMPLICIT
        || generator.table.top().scopeOf("super") != Symbol.UNKNOWN) {
      // The program may have a super of its own.
      return false;
    }
    List<Expr> arguments = call.args();
    if (arguments.size() == 2) {
      return !(arguments.get(0) instanceof Expr.Starred)
          && !(arguments.get(1) instanceof Expr.Starred);
    }
    return arguments.isEmpty()
        && unit.meta.argCount > 0
        && unit.kind != Unit.Kind.CLASS
        && unit.scope.scopeOf("__class__") == Symbol.FREE;
  }

  /** Pushes the attribute; for a method, the function and the object to call it with. */
  Location loadFromSuper(Expr.Attribute attribute, boolean method) {
    Expr.Call call = (Expr.Call) attribute.value();
    superArguments(call);
    int operand = nameIndex(attribute.attr()) << 2;
    operand |= method ? 1 : 0;
    operand |= call.args().isEmpty() ? 0 : 2;
    add(LOAD_SUPER_ATTR, operand, attribute.location());
    Location at = nameLocation(attribute.location(), attribute);
    add(NOP, at);
    return at;
  }

  private void superArguments(Expr.Call call) {
    Location at = call.location();
    generator.names.load("super", call.func().location());
    if (!call.args().isEmpty()) {
      visitEach(call.args());
      return;
    }
    generator.names.load("__class__", at);
    generator.names.load(unit().meta.varNames.get(0), at);
  }
}

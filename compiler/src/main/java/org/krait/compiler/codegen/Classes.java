package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.INTRINSIC_SUBSCRIPT_GENERIC;
import static org.krait.bytecode.Opcodes.LOAD_BUILD_CLASS;
import static org.krait.bytecode.Opcodes.LOAD_CLOSURE;
import static org.krait.bytecode.Opcodes.LOAD_LOCALS;
import static org.krait.bytecode.Opcodes.PUSH_NULL;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;
import static org.krait.bytecode.Opcodes.STORE_DEREF;

import java.util.ArrayList;
import java.util.List;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** Classes: {@code name = __build_class__(body, "name", *bases, **keywords)}. */
final class Classes extends Emitter {
  Classes(CodeGenerator generator) {
    super(generator);
  }

  void classDef(Stmt.ClassDef node) {
    Location at = node.location();
    visitEach(node.decoratorList());
    int firstLine = Functions.firstLine(at, node.decoratorList());
    if (node.typeParams().isEmpty()) {
      buildClass(node, firstLine);
      generator.calls.arguments(2, node.bases(), node.keywords(), at);
    } else {
      genericClass(node, firstLine);
    }
    generator.functions.applyDecorators(node.decoratorList());
    generator.names.store(node.name(), at);
  }

  private void genericClass(Stmt.ClassDef node, int firstLine) {
    Location at = node.location();
    // As in CPython 3.12.1, the names around a generic class stay private to it from here on.
    unit().privateClass = node.name();
    add(PUSH_NULL, at);
    generator.typeParameters.enter(node.name(), node.typeParams(), firstLine);
    generator.typeParameters.make(node.typeParams());
    generator.names.store(".type_params", at);
    buildClass(node, firstLine);
    generator.names.load(".type_params", at);
    add(CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC, at);
    generator.names.store(".generic_base", at);
    List<Expr> bases = new ArrayList<>(node.bases());
    bases.add(new Expr.Name(".generic_base", ExprContext.LOAD, at));
    generator.calls.arguments(2, bases, node.keywords(), at);
    generator.functions.makeClosure(generator.exit(false), 0, at);
    add(CALL, 0, at);
  }

  /** Pushes {@code __build_class__}, the body and the name. */
  private void buildClass(Stmt.ClassDef node, int firstLine) {
    CodeGenerator.Finished body = classBody(node, firstLine);
    // On the line of the class, not of its decorators.
    Location at = node.location();
    add(PUSH_NULL, at);
    add(LOAD_BUILD_CLASS, at);
    generator.functions.makeClosure(body, 0, at);
    loadText(node.name(), at);
  }

  private CodeGenerator.Finished classBody(Stmt.ClassDef node, int firstLine) {
    generator.enter(node.name(), Unit.Kind.CLASS, node, firstLine);
    Unit unit = unit();
    unit.privateClass = node.name();
    Location at = new Location(firstLine, 0, firstLine, 0);
    generator.names.load("__name__", at);
    generator.names.store("__module__", at);
    loadText(unit.meta.qualname, at);
    generator.names.store("__qualname__", at);
    if (!node.typeParams().isEmpty()) {
      generator.names.load(".type_params", at);
      generator.names.store("__type_params__", at);
    }
    if (unit.scope.needsClassDict()) {
      add(LOAD_LOCALS, at);
      add(STORE_DEREF, unit.derefOperand(true, "__classdict__"), at);
    }
    generator.statements.body(node.body(), at);
    if (unit.scope.needsClassDict()) {
      add(LOAD_CLOSURE, unit.derefOperand(true, "__classdict__"), Locations.NONE);
      generator.names.store("__classdictcell__", Locations.NONE);
    }
    if (unit.scope.needsClassClosure()) {
      add(LOAD_CLOSURE, unit.derefOperand(true, "__class__"), Locations.NONE);
      add(COPY, 1, Locations.NONE);
      generator.names.store("__classcell__", Locations.NONE);
    } else {
      loadConstant(Constant.Singleton.NONE, Locations.NONE);
    }
    add(RETURN_VALUE, Locations.NONE);
    return generator.exit(true);
  }
}

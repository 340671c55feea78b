package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BUILD_TUPLE;
import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_2;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.INTRINSIC_PARAMSPEC;
import static org.krait.bytecode.Opcodes.INTRINSIC_TYPEALIAS;
import static org.krait.bytecode.Opcodes.INTRINSIC_TYPEVAR;
import static org.krait.bytecode.Opcodes.INTRINSIC_TYPEVARTUPLE;
import static org.krait.bytecode.Opcodes.INTRINSIC_TYPEVAR_WITH_BOUND;
import static org.krait.bytecode.Opcodes.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS;
import static org.krait.bytecode.Opcodes.PUSH_NULL;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.TypeParam;

/** Type parameters and type aliases (PEP 695). */
final class TypeParameters extends Emitter {
  TypeParameters(CodeGenerator generator) {
    super(generator);
  }

  /** Opens the scope of the type parameters of what is called {@code name}. */
  void enter(String name, List<TypeParam> typeParameters, int line) {
    generator.enter(
        "<generic parameters of " + name + ">", Unit.Kind.TYPE_PARAMETERS, typeParameters, line);
  }

  /** Makes the parameters, binds them, and pushes them as a tuple. */
  void make(List<TypeParam> typeParameters) {
    for (TypeParam parameter : typeParameters) {
      switch (parameter.nodeKind()) {
        case TYPE_VAR -> typeVariable((TypeParam.TypeVar) parameter);
        case TYPE_VAR_TUPLE ->
            simple(
                ((TypeParam.TypeVarTuple) parameter).name(),
                INTRINSIC_TYPEVARTUPLE,
                parameter.location());
        default ->
            simple(
                ((TypeParam.ParamSpec) parameter).name(),
                INTRINSIC_PARAMSPEC,
                parameter.location());
      }
    }
    add(BUILD_TUPLE, typeParameters.size(), typeParameters.getFirst().location());
  }

  private void simple(String name, int intrinsic, Location at) {
    loadText(name, at);
    add(CALL_INTRINSIC_1, intrinsic, at);
    add(COPY, 1, at);
    generator.names.store(name, at);
  }

  private void typeVariable(TypeParam.TypeVar variable) {
    Location at = variable.location();
    Expr bound = variable.bound();
    if (bound == null) {
      simple(variable.name(), INTRINSIC_TYPEVAR, at);
      return;
    }
    loadText(variable.name(), at);
    generator.enter(
        variable.name(), Unit.Kind.TYPE_PARAMETERS, variable, bound.location().line());
    visit(bound);
    add(RETURN_VALUE, at);
    generator.functions.makeClosure(generator.exit(true), 0, at);
    boolean constraints = bound instanceof Expr.Tuple;
    add(
        CALL_INTRINSIC_2,
        constraints ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND,
        at);
    add(COPY, 1, at);
    generator.names.store(variable.name(), at);
  }

  void typeAlias(Stmt.TypeAlias alias) {
    Location at = alias.location();
    String name = ((Expr.Name) alias.name()).id();
    boolean generic = !alias.typeParams().isEmpty();
    if (generic) {
      add(PUSH_NULL, at);
      enter(name, alias.typeParams(), at.line());
      loadText(name, at);
      make(alias.typeParams());
    } else {
      loadText(name, at);
      loadConstant(Constant.Singleton.NONE, at);
    }
    aliasValue(alias, name);
    if (generic) {
      generator.functions.makeClosure(generator.exit(false), 0, at);
      add(CALL, 0, at);
    }
    generator.names.store(name, at);
  }

  private void aliasValue(Stmt.TypeAlias alias, String name) {
    Location at = alias.location();
    generator.enter(name, Unit.Kind.FUNCTION, alias, at.line());
    // The first constant is the docstring; a type alias has none.
    unit().meta.constants.add(Constant.Singleton.NONE);
    visit(alias.value());
    add(RETURN_VALUE, at);
    generator.functions.makeClosure(generator.exit(false), 0, at);
    add(BUILD_TUPLE, 3, at);
    add(CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS, at);
  }
}

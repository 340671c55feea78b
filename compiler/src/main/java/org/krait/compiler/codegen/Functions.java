package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BUILD_CONST_KEY_MAP;
import static org.krait.bytecode.Opcodes.BUILD_TUPLE;
import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_2;
import static org.krait.bytecode.Opcodes.INTRINSIC_SET_FUNCTION_TYPE_PARAMS;
import static org.krait.bytecode.Opcodes.LOAD_CLOSURE;
import static org.krait.bytecode.Opcodes.LOAD_FAST;
import static org.krait.bytecode.Opcodes.MAKE_FUNCTION;
import static org.krait.bytecode.Opcodes.PUSH_NULL;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;
import static org.krait.bytecode.Opcodes.SWAP;
import static org.krait.bytecode.Opcodes.UNPACK_SEQUENCE;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.TypeParam;

/** Functions and lambdas: defaults, annotations, closures, decorators. */
final class Functions extends Emitter {
  /** Bits of {@code MAKE_FUNCTION}'s operand. */
  private static final int DEFAULTS = 1;

  private static final int KEYWORD_DEFAULTS = 2;
  private static final int ANNOTATIONS = 4;
  private static final int CLOSURE = 8;

  /** What plain and asynchronous functions have in common. */
  private record Definition(
      Stmt node,
      Unit.Kind kind,
      String name,
      Arguments arguments,
      List<Stmt> body,
      List<Expr> decorators,
      Expr returns,
      List<TypeParam> typeParameters) {}

  Functions(CodeGenerator generator) {
    super(generator);
  }

  void function(Stmt.FunctionDef f) {
    function(
        new Definition(
            f,
            Unit.Kind.FUNCTION,
            f.name(),
            f.args(),
            f.body(),
            f.decoratorList(),
            f.returns(),
            f.typeParams()));
  }

  void function(Stmt.AsyncFunctionDef f) {
    function(
        new Definition(
            f,
            Unit.Kind.ASYNC_FUNCTION,
            f.name(),
            f.args(),
            f.body(),
            f.decoratorList(),
            f.returns(),
            f.typeParams()));
  }

  private void function(Definition f) {
    Location at = f.node.location();
    refuseForbiddenParameters(f.arguments);
    visitEach(f.decorators);
    int firstLine = firstLine(at, f.decorators);
    if (f.typeParameters.isEmpty()) {
      int flags = defaults(f.arguments, at);
      annotatedBody(f, flags, firstLine);
    } else {
      genericFunction(f, firstLine);
    }
    applyDecorators(f.decorators);
    generator.names.store(f.name, at);
  }

  /** The line of the first decorator, or else of the definition. */
  static int firstLine(Location definition, List<Expr> decorators) {
    return decorators.isEmpty() ? definition.line() : decorators.getFirst().location().line();
  }

  /** Defaults are evaluated outside of the type parameters' scope and passed in. */
  private void genericFunction(Definition f, int firstLine) {
    Location at = f.node.location();
    add(PUSH_NULL, at);
    int flags = defaults(f.arguments, at);
    int passed = Integer.bitCount(flags);
    if (passed == 2) {
      add(SWAP, 2, at);
    }
    generator.typeParameters.enter(f.name, f.typeParameters, firstLine);
    generator.typeParameters.make(f.typeParameters);
    for (int i = 0; i < passed; i++) {
      add(LOAD_FAST, i, at);
    }
    annotatedBody(f, flags, firstLine);
    add(SWAP, 2, at);
    add(CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS, at);
    unit().meta.argCount = passed;
    makeClosure(generator.exit(false), 0, at);
    if (passed > 0) {
      add(SWAP, passed + 1, at);
    }
    add(CALL, passed, at);
  }

  private void annotatedBody(Definition f, int flags, int firstLine) {
    Location at = f.node.location();
    boolean annotated = annotations(f.arguments, f.returns, at);
    functionBody(f, annotated ? flags | ANNOTATIONS : flags, firstLine);
  }

  private void functionBody(Definition f, int flags, int firstLine) {
    generator.enter(f.name, f.kind, f.node, firstLine);
    Constant docstring = generator.statements.docstring(f.body);
    unit().meta.constants.add(docstring == null ? Constant.Singleton.NONE : docstring);
    countParameters(f.arguments);
    for (int i = docstring == null ? 0 : 1; i < f.body.size(); i++) {
      generator.statements.visit(f.body.get(i));
    }
    if (unit().scope.isCoroutine() || unit().scope.isGenerator()) {
      generator.wrapInStopIterationHandler();
    }
    makeClosure(generator.exit(true), flags, f.node.location());
  }

  private void countParameters(Arguments arguments) {
    unit().meta.argCount = arguments.posonlyargs().size() + arguments.args().size();
    unit().meta.posOnlyArgCount = arguments.posonlyargs().size();
    unit().meta.kwOnlyArgCount = arguments.kwonlyargs().size();
  }

  void lambda(Expr.Lambda lambda) {
    Location at = lambda.location();
    refuseForbiddenParameters(lambda.args());
    int flags = defaults(lambda.args(), at);
    generator.enter("<lambda>", Unit.Kind.LAMBDA, lambda, at.line());
    // The first constant is the docstring; a lambda has none.
    unit().meta.constants.add(Constant.Singleton.NONE);
    countParameters(lambda.args());
    visit(lambda.body());
    boolean isGenerator = unit().scope.isGenerator();
    if (!isGenerator) {
      add(RETURN_VALUE, new Location(at.line(), 0, at.line(), 0));
    }
    makeClosure(generator.exit(!isGenerator), flags, at);
  }

  private void refuseForbiddenParameters(Arguments arguments) {
    arguments.posonlyargs().forEach(this::refuseForbidden);
    arguments.args().forEach(this::refuseForbidden);
    refuseForbidden(arguments.vararg());
    arguments.kwonlyargs().forEach(this::refuseForbidden);
    refuseForbidden(arguments.kwarg());
  }

  private void refuseForbidden(Arg argument) {
    if (argument != null) {
      generator.names.refuseForbidden(argument.arg(), ExprContext.STORE, argument.location());
    }
  }

  /** Pushes the defaults and returns the bits for {@code MAKE_FUNCTION}. */
  private int defaults(Arguments arguments, Location at) {
    int flags = 0;
    if (!arguments.defaults().isEmpty()) {
      visitEach(arguments.defaults());
      add(BUILD_TUPLE, arguments.defaults().size(), at);
      flags |= DEFAULTS;
    }
    List<Constant> names = new ArrayList<>();
    for (int i = 0; i < arguments.kwonlyargs().size(); i++) {
      Expr value = arguments.kwDefaults().get(i);
      if (value != null) {
        names.add(Constant.Str.of(mangle(arguments.kwonlyargs().get(i).arg())));
        visit(value);
      }
    }
    if (!names.isEmpty()) {
      loadConstant(new Constant.Tuple(names), at);
      add(BUILD_CONST_KEY_MAP, names.size(), at);
      flags |= KEYWORD_DEFAULTS;
    }
    return flags;
  }

  /** Pushes the annotations as a tuple of names and values; false when there are none. */
  private boolean annotations(Arguments arguments, Expr returns, Location at) {
    int count = annotations(arguments.args(), at);
    count += annotations(arguments.posonlyargs(), at);
    count += annotation(arguments.vararg(), at);
    count += annotations(arguments.kwonlyargs(), at);
    count += annotation(arguments.kwarg(), at);
    count += annotation("return", returns, at);
    if (count > 0) {
      add(BUILD_TUPLE, count * 2, at);
    }
    return count > 0;
  }

  private int annotations(List<Arg> arguments, Location at) {
    int count = 0;
    for (Arg argument : arguments) {
      count += annotation(argument, at);
    }
    return count;
  }

  private int annotation(Arg argument, Location at) {
    return argument == null ? 0 : annotation(argument.arg(), argument.annotation(), at);
  }

  private int annotation(String name, Expr annotation, Location at) {
    if (annotation == null) {
      return 0;
    }
    loadText(mangle(name), at);
    if (generator.hasFuture(CodeFlags.FUTURE_ANNOTATIONS)) {
      annotationText(annotation);
    } else if (annotation instanceof Expr.Starred starred) {
      // *args: *Ts stands for the one value of [*Ts].
      visit(starred.value());
      add(UNPACK_SEQUENCE, 1, at);
    } else {
      visit(annotation);
    }
    return 1;
  }

  /** Pushes an annotation as text (PEP 563). */
  void annotationText(Expr annotation) {
    loadText(AnnotationText.of(annotation), annotation.location());
  }

  void applyDecorators(List<Expr> decorators) {
    for (Expr decorator : decorators.reversed()) {
      add(CALL, 0, decorator.location());
    }
  }

  /** Pushes a function made of the code and of the cells that it needs. */
  void makeClosure(CodeGenerator.Finished inner, int flags, Location at) {
    List<String> free = inner.meta().freeVars.values();
    for (String name : free) {
      add(LOAD_CLOSURE, unit().derefOperand(generator.names.isCell(name), name), at);
    }
    int allFlags = flags;
    if (!free.isEmpty()) {
      add(BUILD_TUPLE, free.size(), at);
      allFlags |= CLOSURE;
    }
    loadConstant(inner.code(), at);
    add(MAKE_FUNCTION, allFlags, at);
  }
}

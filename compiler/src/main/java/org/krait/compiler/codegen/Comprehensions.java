package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BUILD_LIST;
import static org.krait.bytecode.Opcodes.BUILD_MAP;
import static org.krait.bytecode.Opcodes.BUILD_SET;
import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.END_ASYNC_FOR;
import static org.krait.bytecode.Opcodes.END_FOR;
import static org.krait.bytecode.Opcodes.FOR_ITER;
import static org.krait.bytecode.Opcodes.GET_AITER;
import static org.krait.bytecode.Opcodes.GET_AWAITABLE;
import static org.krait.bytecode.Opcodes.GET_ITER;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.LIST_APPEND;
import static org.krait.bytecode.Opcodes.LOAD_FAST;
import static org.krait.bytecode.Opcodes.MAP_ADD;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;
import static org.krait.bytecode.Opcodes.SET_ADD;
import static org.krait.bytecode.Opcodes.SWAP;

import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.compiler.scopes.Scope;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;

/**
 * Comprehensions and generator expressions.
 *
 * <p>A generator expression is a function of its outermost iterator. A comprehension runs in the
 * frame around it (PEP 709), see {@link InlinedComprehension}.
 */
final class Comprehensions extends Emitter {
  /**
   * What is to be made.
   *
   * @param value the value of a dict comprehension, else null
   */
  private record Plan(
      Scope.Comprehension kind,
      Expr node,
      List<Comprehension> generators,
      Expr element,
      Expr value) {

    boolean isGenerator() {
      return kind == Scope.Comprehension.GENERATOR;
    }

    Location elementLocation() {
      Location at = element.location();
      if (value == null) {
        return at;
      }
      Location last = value.location();
      return new Location(at.line(), at.column(), last.endLine(), last.endColumn());
    }
  }

  Comprehensions(CodeGenerator generator) {
    super(generator);
  }

  void generator(Expr.GeneratorExp e) {
    make(
        "<genexpr>",
        new Plan(Scope.Comprehension.GENERATOR, e, e.generators(), e.elt(), null));
  }

  void list(Expr.ListComp e) {
    make("<listcomp>", new Plan(Scope.Comprehension.LIST, e, e.generators(), e.elt(), null));
  }

  void set(Expr.SetComp e) {
    make("<setcomp>", new Plan(Scope.Comprehension.SET, e, e.generators(), e.elt(), null));
  }

  void dict(Expr.DictComp e) {
    make("<dictcomp>", new Plan(Scope.Comprehension.DICT, e, e.generators(), e.key(), e.value()));
  }

  private void make(String name, Plan plan) {
    Scope scope = generator.table.scope(plan.node);
    if (scope.isInlined()) {
      inline(plan, scope);
    } else {
      call(name, plan, scope);
    }
  }

  private void inline(Plan plan, Scope scope) {
    Location at = plan.node.location();
    iterator(plan.generators.getFirst(), at);
    InlinedComprehension frame = InlinedComprehension.open(generator, scope, at);
    refuseAsync(plan, scope, unit(), generator.isTopLevelAwait());
    build(plan, at);
    add(SWAP, 2, at);
    generate(plan, 0, 0, true);
    frame.close();
  }

  private void call(String name, Plan plan, Scope scope) {
    Location at = plan.node.location();
    Unit outer = unit();
    boolean topLevelAwait = generator.isTopLevelAwait();
    boolean isAsync = scope.isCoroutine();
    generator.enter(name, Unit.Kind.COMPREHENSION, plan.node, at.line());
    refuseAsync(plan, scope, outer, topLevelAwait);
    if (!plan.isGenerator()) {
      build(plan, at);
    }
    generate(plan, 0, 0, false);
    if (plan.isGenerator()) {
      generator.wrapInStopIterationHandler();
    } else {
      add(RETURN_VALUE, at);
    }
    CodeGenerator.Finished inner = generator.exit(true);
    if (topLevelAwait && isAsync) {
      unit().scope.setCoroutine();
    }
    generator.functions.makeClosure(inner, 0, at);
    iterator(plan.generators.getFirst(), at);
    add(CALL, 0, at);
    if (isAsync && !plan.isGenerator()) {
      add(GET_AWAITABLE, 0, at);
      await(at);
    }
  }

  private static void refuseAsync(Plan plan, Scope scope, Unit outer, boolean topLevelAwait) {
    if (scope.isCoroutine()
        && !plan.isGenerator()
        && outer.kind != Unit.Kind.ASYNC_FUNCTION
        && outer.kind != Unit.Kind.COMPREHENSION
        && !topLevelAwait) {
      throw new CompileError(
          "asynchronous comprehension outside of an asynchronous function",
          plan.node.location());
    }
  }

  private void build(Plan plan, Location at) {
    int opcode =
        switch (plan.kind) {
          case LIST -> BUILD_LIST;
          case SET -> BUILD_SET;
          case DICT -> BUILD_MAP;
          case GENERATOR, NONE -> throw new IllegalArgumentException("nothing to build");
        };
    add(opcode, 0, at);
  }

  private void iterator(Comprehension outermost, Location at) {
    visit(outermost.iter());
    add(outermost.isAsync() != 0 ? GET_AITER : GET_ITER, at);
  }

  /**
   * Emits the loop of one {@code for} and what is inside.
   *
   * @param depth how many iterators lie above the collection
   * @param iteratorOnStack whether the iterator has been pushed already
   */
  private void generate(Plan plan, int index, int depth, boolean iteratorOnStack) {
    if (plan.generators.get(index).isAsync() != 0) {
      asyncLoop(plan, index, depth, iteratorOnStack);
    } else {
      syncLoop(plan, index, depth, iteratorOnStack);
    }
  }

  private void syncLoop(Plan plan, int index, int depth, boolean iteratorOnStack) {
    Location at = plan.node.location();
    Comprehension generator = plan.generators.get(index);
    Label start = newLabel();
    Label ifCleanup = newLabel();
    Label anchor = newLabel();
    boolean loops = true;
    if (!iteratorOnStack) {
      if (index == 0) {
        outermostArgument(at);
      } else {
        Expr single = singleElement(generator.iter());
        if (single != null) {
          // `for y in [f(x)]` binds y without a loop.
          visit(single);
          loops = false;
        } else {
          visit(generator.iter());
          add(GET_ITER, at);
        }
      }
    }
    if (loops) {
      place(start);
      jump(FOR_ITER, anchor, at);
    }
    visit(generator.target());
    conditions(generator, ifCleanup, at);
    Location elementAt = inside(plan, index, loops ? depth + 1 : depth);
    place(ifCleanup);
    if (loops) {
      jump(JUMP, start, elementAt);
      place(anchor);
      add(END_FOR, Locations.NONE);
    }
  }

  private void asyncLoop(Plan plan, int index, int depth, boolean iteratorOnStack) {
    Location at = plan.node.location();
    Comprehension generator = plan.generators.get(index);
    Label start = newLabel();
    Label except = newLabel();
    Label ifCleanup = newLabel();
    if (!iteratorOnStack) {
      if (index == 0) {
        outermostArgument(at);
      } else {
        visit(generator.iter());
        add(GET_AITER, at);
      }
    }
    place(start);
    FrameBlocks blocks = this.generator.blocks;
    blocks.push(FrameBlock.of(FrameBlock.Kind.ASYNC_COMPREHENSION), at);
    this.generator.loops.next(except, at);
    visit(generator.target());
    conditions(generator, ifCleanup, at);
    Location elementAt = inside(plan, index, depth + 1);
    place(ifCleanup);
    jump(JUMP, start, elementAt);
    blocks.pop();
    place(except);
    add(END_ASYNC_FOR, at);
  }

  private void outermostArgument(Location at) {
    unit().meta.argCount = 1;
    add(LOAD_FAST, 0, at);
  }

  private static Expr singleElement(Expr iterable) {
    List<Expr> elements =
        switch (iterable.nodeKind()) {
          case LIST -> ((Expr.List) iterable).elts();
          case TUPLE -> ((Expr.Tuple) iterable).elts();
          default -> List.of();
        };
    return elements.size() == 1 && !(elements.getFirst() instanceof Expr.Starred)
        ? elements.getFirst()
        : null;
  }

  private void conditions(Comprehension part, Label ifCleanup, Location at) {
    for (Expr condition : part.ifs()) {
      generator.conditions.jumpIf(condition, ifCleanup, false, at);
    }
  }

  /** Emits the next {@code for}, or the element; returns the location of the jump back. */
  private Location inside(Plan plan, int index, int depth) {
    if (index + 1 < plan.generators.size()) {
      generate(plan, index + 1, depth, false);
      return plan.element.location();
    }
    visit(plan.element);
    if (plan.value != null) {
      visit(plan.value);
    }
    Location at = plan.elementLocation();
    switch (plan.kind) {
      case LIST -> add(LIST_APPEND, depth + 1, at);
      case SET -> add(SET_ADD, depth + 1, at);
      case DICT -> add(MAP_ADD, depth + 1, at);
      case GENERATOR, NONE -> {
        yieldValue(at);
        add(POP_TOP, at);
      }
    }
    return at;
  }
}

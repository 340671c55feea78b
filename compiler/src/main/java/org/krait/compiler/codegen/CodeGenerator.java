package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.INTRINSIC_STOPITERATION_ERROR;
import static org.krait.bytecode.Opcodes.LOAD_CONST;
import static org.krait.bytecode.Opcodes.RERAISE;
import static org.krait.bytecode.Opcodes.RESUME;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;
import static org.krait.bytecode.Opcodes.SETUP_ANNOTATIONS;
import static org.krait.bytecode.Opcodes.SETUP_CLEANUP;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.diagnostics.WarningListener;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.compiler.scopes.NameMangling;
import org.krait.compiler.scopes.Scope;
import org.krait.compiler.scopes.Symbol;
import org.krait.compiler.scopes.SymbolTable;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;

/**
 * Walks a tree and emits the instructions of each of its code objects.
 *
 * <p>This class holds the units at work, outermost first; one class per subject emits into the
 * innermost.
 */
public final class CodeGenerator {
  /** Makes a code object of a unit that is complete. */
  @FunctionalInterface
  public interface Assembler {
    CodeObject assemble(CodeUnit unit, InstructionSequence code);
  }

  /**
   * What does not stand in the tree.
   *
   * @param filename {@code co_filename}
   * @param optimize 0, or 1 without assertions, or 2 without docstrings as well
   * @param futureFlags {@code CO_FUTURE_*} bits, those of the tree included
   * @param lastFutureImport where the last {@code from __future__} of the tree's head stands, or
   *     {@link Locations#NONE}
   * @param topLevelAwait whether {@code await} may stand outside of functions
   */
  public record Settings(
      String filename,
      int optimize,
      int futureFlags,
      Location lastFutureImport,
      boolean topLevelAwait,
      WarningListener warnings) {}

  final Settings settings;
  final SymbolTable table;
  private final Assembler assembler;
  private final List<Unit> units = new ArrayList<>();

  final FrameBlocks blocks = new FrameBlocks(this);
  final Names names = new Names(this);
  final Statements statements = new Statements(this);
  final Loops loops = new Loops(this);
  final Imports imports = new Imports(this);
  final TryStatements tries = new TryStatements(this);
  final ExceptStar exceptStar = new ExceptStar(this);
  final WithStatements withs = new WithStatements(this);
  final Functions functions = new Functions(this);
  final Classes classes = new Classes(this);
  final TypeParameters typeParameters = new TypeParameters(this);
  final Assignments assignments = new Assignments(this);
  final Expressions expressions = new Expressions(this);
  final Conditions conditions = new Conditions(this);
  final Displays displays = new Displays(this);
  final Calls calls = new Calls(this);
  final Attributes attributes = new Attributes(this);
  final Comprehensions comprehensions = new Comprehensions(this);
  final MatchStatements matches = new MatchStatements(this);
  final LiteralChecks checks = new LiteralChecks(this);

  /** The innermost unit. */
  Unit unit;

  private boolean interactive;

  private CodeGenerator(SymbolTable table, Settings settings, Assembler assembler) {
    this.table = table;
    this.settings = settings;
    this.assembler = assembler;
  }

  /**
   * The code object of a tree.
   *
   * @throws CompileError when code generation finds an error in it
   */
  public static CodeObject generate(
      Mod tree, SymbolTable table, Settings settings, Assembler assembler) {
    return new CodeGenerator(table, settings, assembler).module(tree);
  }

  private CodeObject module(Mod tree) {
    enter("<module>", Unit.Kind.MODULE, tree, 1);
    Location start = new Location(1, 0, 1, 0);
    boolean returnsNone = true;
    switch (tree.nodeKind()) {
      case MODULE -> statements.body(((Mod.Module) tree).body(), start);
      case INTERACTIVE -> {
        List<Stmt> body = ((Mod.Interactive) tree).body();
        if (AnnotationSearch.hasAnnotations(body)) {
          unit.code.add(SETUP_ANNOTATIONS, start);
        }
        interactive = true;
        statements.visitAll(body);
      }
      case EXPRESSION -> {
        expressions.emit(((Mod.Expression) tree).body());
        returnsNone = false;
      }
      default ->
          throw new CompileError(
              CompileError.Kind.SYSTEM_ERROR, "module kind 4 should not be possible", null);
    }
    return exit(returnsNone).code();
  }

  /** True where expression statements print their values. */
  boolean printsExpressions() {
    return interactive && units.isEmpty();
  }

  boolean hasFuture(int flag) {
    return (settings.futureFlags & flag) != 0;
  }

  boolean isTopLevelAwait() {
    return settings.topLevelAwait && unit.scope.kind() == Scope.Kind.MODULE;
  }

  void warn(String message, Location at) {
    if (!settings.warnings.warn(message, at)) {
      throw new CompileError(message, at);
    }
  }

  /** Opens a unit for the block that {@code key} stands for. */
  void enter(String name, Unit.Kind kind, Object key, int line) {
    Scope scope = table.scope(key);
    Unit outer = unit;
    String privateClass = outer == null ? null : outer.privateClass;
    CodeUnit meta = new CodeUnit(name, qualifiedName(name, kind), settings.filename, line);
    Unit inner = new Unit(kind, scope, meta, privateClass);
    if (outer != null) {
      units.add(outer);
    }
    unit = inner;
    int resumeLine = kind == Unit.Kind.MODULE ? 0 : line;
    inner.code.add(RESUME, 0, new Location(resumeLine, 0, line, 0));
  }

  private String qualifiedName(String name, Unit.Kind kind) {
    Unit parent = unit;
    if (parent == null) {
      return name;
    }
    if (parent.kind == Unit.Kind.TYPE_PARAMETERS) {
      if (units.size() <= 1) {
        return name;
      }
      parent = units.getLast();
    }
    if (kind.isFunction() || kind == Unit.Kind.CLASS) {
      String mangled = NameMangling.mangle(parent.privateClass, name);
      if (parent.scope.scopeOf(mangled) == Symbol.GLOBAL_EXPLICIT) {
        return name;
      }
    }
    if (parent.kind == Unit.Kind.MODULE) {
      return name;
    }
    boolean local = parent.kind.isFunction() || parent.kind == Unit.Kind.LAMBDA;
    return parent.meta.qualname + (local ? ".<locals>." : ".") + name;
  }

  /** A unit that is complete: what the closure around its code needs to know. */
  record Finished(CodeObject code, CodeUnit meta) {}

  /**
   * Closes the innermost unit and assembles it.
   *
   * @param returnsNone whether falling off the end returns {@code None}, else the top of the stack
   */
  Finished exit(boolean returnsNone) {
    Unit done = unit;
    if (returnsNone) {
      int none = done.meta.constants.add(Constant.Singleton.NONE);
      done.code.add(LOAD_CONST, none, Locations.NONE);
    }
    done.code.add(RETURN_VALUE, Locations.NONE);
    done.meta.flags = flags(done.scope);
    CodeObject code = assembler.assemble(done.meta, done.code);
    unit = units.isEmpty() ? null : units.removeLast();
    return new Finished(code, done.meta);
  }

  private int flags(Scope scope) {
    int flags = settings.futureFlags;
    boolean generator = scope.isGenerator();
    boolean coroutine = scope.isCoroutine();
    if (scope.isFunctionLike()) {
      flags |= CodeFlags.NEWLOCALS | CodeFlags.OPTIMIZED;
      flags |= scope.isNested() ? CodeFlags.NESTED : 0;
      flags |= generator && !coroutine ? CodeFlags.GENERATOR : 0;
      flags |= !generator && coroutine ? CodeFlags.COROUTINE : 0;
      flags |= generator && coroutine ? CodeFlags.ASYNC_GENERATOR : 0;
      flags |= scope.hasVarArgs() ? CodeFlags.VARARGS : 0;
      flags |= scope.hasVarKeywords() ? CodeFlags.VARKEYWORDS : 0;
    }
    if (isTopLevelAwait() && coroutine && !generator) {
      flags |= CodeFlags.COROUTINE;
    }
    return flags;
  }

  /** Turns a {@code StopIteration} that leaves the unit into a {@code RuntimeError} (PEP 479). */
  void wrapInStopIterationHandler() {
    InstructionSequence code = unit.code;
    Label handler = code.newLabel();
    code.insertJump(0, SETUP_CLEANUP, handler, Locations.NONE);
    code.add(LOAD_CONST, unit.meta.constants.add(Constant.Singleton.NONE), Locations.NONE);
    code.add(RETURN_VALUE, Locations.NONE);
    code.useLabel(handler);
    code.add(CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR, Locations.NONE);
    code.add(RERAISE, 1, Locations.NONE);
  }
}

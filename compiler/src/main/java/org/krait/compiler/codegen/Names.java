package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.DELETE_DEREF;
import static org.krait.bytecode.Opcodes.DELETE_FAST;
import static org.krait.bytecode.Opcodes.DELETE_GLOBAL;
import static org.krait.bytecode.Opcodes.DELETE_NAME;
import static org.krait.bytecode.Opcodes.LOAD_DEREF;
import static org.krait.bytecode.Opcodes.LOAD_FAST;
import static org.krait.bytecode.Opcodes.LOAD_FROM_DICT_OR_DEREF;
import static org.krait.bytecode.Opcodes.LOAD_FROM_DICT_OR_GLOBALS;
import static org.krait.bytecode.Opcodes.LOAD_GLOBAL;
import static org.krait.bytecode.Opcodes.LOAD_LOCALS;
import static org.krait.bytecode.Opcodes.LOAD_NAME;
import static org.krait.bytecode.Opcodes.STORE_DEREF;
import static org.krait.bytecode.Opcodes.STORE_FAST;
import static org.krait.bytecode.Opcodes.STORE_GLOBAL;
import static org.krait.bytecode.Opcodes.STORE_NAME;

import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.scopes.Symbol;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;

/** Reads, writes and deletes variables, wherever the symbol table says that they live. */
final class Names extends Emitter {
  Names(CodeGenerator generator) {
    super(generator);
  }

  void load(String name, Location at) {
    access(name, ExprContext.LOAD, at);
  }

  void store(String name, Location at) {
    access(name, ExprContext.STORE, at);
  }

  void delete(String name, Location at) {
    access(name, ExprContext.DEL, at);
  }

  /** Refuses to bind or delete {@code __debug__}. */
  void refuseForbidden(String name, ExprContext context, Location at) {
    if (context != ExprContext.LOAD && name.equals("__debug__")) {
      throw new CompileError(
          context == ExprContext.STORE ? "cannot assign to __debug__" : "cannot delete __debug__",
          at);
    }
  }

  void access(String name, ExprContext context, Location at) {
    refuseForbidden(name, context, at);
    String mangled = mangle(name);
    Unit unit = unit();
    int scope = unit.scope.scopeOf(mangled);
    switch (scope) {
      case Symbol.FREE, Symbol.CELL -> deref(mangled, scope == Symbol.CELL, context, at);
      case Symbol.LOCAL -> {
        if (unit.scope.isFunctionLike() || unit.fastForNow.contains(mangled)) {
          int opcode = choose(context, LOAD_FAST, STORE_FAST, DELETE_FAST);
          add(opcode, unit.meta.varNames.add(mangled), at);
        } else {
          named(mangled, context, at);
        }
      }
      case Symbol.GLOBAL_EXPLICIT -> global(mangled, false, context, at);
      case Symbol.GLOBAL_IMPLICIT -> {
        if (unit.scope.isFunctionLike()) {
          global(mangled, true, context, at);
        } else {
          named(mangled, context, at);
        }
      }
      default -> named(mangled, context, at);
    }
  }

  private static int choose(ExprContext context, int load, int store, int delete) {
    return switch (context) {
      case LOAD -> load;
      case STORE -> store;
      case DEL -> delete;
    };
  }

  private void deref(String name, boolean cell, ExprContext context, Location at) {
    Unit unit = unit();
    int opcode = choose(context, LOAD_DEREF, STORE_DEREF, DELETE_DEREF);
    if (context == ExprContext.LOAD) {
      if (unit.isClassScope() && unit.openComprehensions == 0) {
        opcode = LOAD_FROM_DICT_OR_DEREF;
        add(LOAD_LOCALS, at);
      } else if (unit.scope.seesClassScope()) {
        opcode = LOAD_FROM_DICT_OR_DEREF;
        loadClassDict(at);
      }
    }
    add(opcode, unit.derefOperand(cell, name), at);
  }

  private void global(String name, boolean implicit, ExprContext context, Location at) {
    Unit unit = unit();
    int opcode = choose(context, LOAD_GLOBAL, STORE_GLOBAL, DELETE_GLOBAL);
    if (opcode == LOAD_GLOBAL && implicit && unit.scope.seesClassScope()) {
      opcode = LOAD_FROM_DICT_OR_GLOBALS;
      loadClassDict(at);
    }
    indexed(opcode, name, at);
  }

  private void named(String name, ExprContext context, Location at) {
    Unit unit = unit();
    int opcode = choose(context, LOAD_NAME, STORE_NAME, DELETE_NAME);
    if (opcode == LOAD_NAME && unit.isClassScope() && unit.openComprehensions > 0) {
      // A comprehension does not see the names of the class that runs it.
      opcode = LOAD_GLOBAL;
    }
    indexed(opcode, name, at);
  }

  private void indexed(int opcode, String name, Location at) {
    int index = unit().meta.names.add(name);
    add(opcode, opcode == LOAD_GLOBAL ? index << 1 : index, at);
  }

  private void loadClassDict(Location at) {
    add(LOAD_DEREF, unit().derefOperand(false, "__classdict__"), at);
  }

  /** True when a closure in this unit finds the variable in one of its own cells. */
  boolean isCell(String name) {
    Unit unit = unit();
    if (unit.kind == Unit.Kind.CLASS
        && (name.equals("__class__") || name.equals("__classdict__"))) {
      return true;
    }
    int scope = unit.scope.scopeOf(name);
    if (scope == Symbol.UNKNOWN) {
      // CPython 3.12.1 loses the __class__ that a base of a generic class asks for.
      throw new CompileError(
          CompileError.Kind.SYSTEM_ERROR,
          "_PyST_GetScope(name='" + name + "') failed: unknown scope in unit " + unit.meta.name,
          null);
    }
    return scope == Symbol.CELL;
  }
}

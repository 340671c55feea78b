package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.LOAD_FAST_AND_CLEAR;
import static org.krait.bytecode.Opcodes.MAKE_CELL;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.RERAISE;
import static org.krait.bytecode.Opcodes.SETUP_FINALLY;
import static org.krait.bytecode.Opcodes.STORE_FAST_MAYBE_NULL;
import static org.krait.bytecode.Opcodes.SWAP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.compiler.scopes.Scope;
import org.krait.compiler.scopes.Symbol;
import org.krait.syntax.ast.Location;

/**
 * The names of a comprehension that runs in the frame around it (PEP 709).
 *
 * <p>While it runs, the symbols of its scope stand in for those of the scope around it; values that
 * outer variables of the same names have wait on the stack, below its iterator.
 */
final class InlinedComprehension extends Emitter {
  private final Location at;
  private final Set<String> madeFast = new HashSet<>();
  private final Map<String, Symbol> hiddenSymbols = new LinkedHashMap<>();
  private final List<String> pushed = new ArrayList<>();
  private Label cleanup;
  private Label end;

  private InlinedComprehension(CodeGenerator generator, Location at) {
    super(generator);
    this.at = at;
  }

  /** Makes room for the comprehension's names; its iterator is on top of the stack. */
  static InlinedComprehension open(CodeGenerator generator, Scope comprehension, Location at) {
    InlinedComprehension opened = new InlinedComprehension(generator, at);
    opened.enter(comprehension);
    return opened;
  }

  private void enter(Scope comprehension) {
    Unit unit = unit();
    boolean directlyInClass = unit.isClassScope() && unit.openComprehensions == 0;
    unit.openComprehensions++;
    for (Map.Entry<String, Symbol> entry : comprehension.symbols().entrySet()) {
      Symbol inner = entry.getValue();
      boolean bound = inner.has(Symbol.DEF_LOCAL) && !inner.has(Symbol.DEF_NONLOCAL);
      if (bound || directlyInClass) {
        isolate(entry.getKey(), inner);
      }
    }
    if (pushed.isEmpty()) {
      return;
    }
    // Brings the iterator back to the top; the exchange at the end undoes the rotation.
    add(SWAP, pushed.size() + 1, at);
    cleanup = newLabel();
    end = newLabel();
    jump(SETUP_FINALLY, cleanup, at);
  }

  private void isolate(String name, Symbol inner) {
    Unit unit = unit();
    if (!unit.scope.isFunctionLike() && unit.fastForNow.add(name)) {
      unit.meta.hiddenLocals.add(name);
      madeFast.add(name);
    }
    Symbol outer = unit.scope.symbols().get(name);
    int outerScope = outer == null ? Symbol.UNKNOWN : outer.scope();
    boolean cellInFree = inner.scope() == Symbol.CELL && outerScope == Symbol.FREE;
    if (inner.scope() != outerScope && !cellInFree) {
      hiddenSymbols.put(name, outer == null ? Symbol.unknown() : outer);
      unit.scope.symbols().put(name, inner);
    }
    add(LOAD_FAST_AND_CLEAR, unit.meta.varNames.add(mangle(name)), at);
    if (inner.scope() == Symbol.CELL) {
      add(MAKE_CELL, unit.derefOperand(outerScope != Symbol.FREE, mangle(name)), at);
    }
    pushed.add(name);
  }

  /** Puts everything back; the result is on top of the stack. */
  void close() {
    Unit unit = unit();
    unit.openComprehensions--;
    unit.scope.symbols().putAll(hiddenSymbols);
    if (!pushed.isEmpty()) {
      add(POP_BLOCK, Locations.NONE);
      jump(JUMP, end, Locations.NONE);
      place(cleanup);
      // Below the exception lies the unfinished result.
      add(SWAP, 2, Locations.NONE);
      add(POP_TOP, Locations.NONE);
      restoreLocals();
      add(RERAISE, 0, Locations.NONE);
      place(end);
      restoreLocals();
    }
    unit.fastForNow.removeAll(madeFast);
  }

  private void restoreLocals() {
    add(SWAP, pushed.size() + 1, at);
    for (String name : pushed.reversed()) {
      add(STORE_FAST_MAYBE_NULL, unit().meta.varNames.add(mangle(name)), at);
    }
  }
}

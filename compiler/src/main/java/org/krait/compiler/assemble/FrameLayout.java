package org.krait.compiler.assemble;

import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.compiler.ir.CodeUnit;

/**
 * The variables of a frame in their order: locals, cells that are no locals, free variables.
 *
 * @param names {@code co_localsplusnames}
 * @param kinds {@code co_localspluskinds}
 */
record FrameLayout(List<String> names, byte[] kinds) {
  static FrameLayout of(CodeUnit unit) {
    List<String> names = new ArrayList<>(unit.varNames.values());
    for (String cell : unit.cellVars.values()) {
      if (!unit.varNames.contains(cell)) {
        names.add(cell);
      }
    }
    int firstFree = names.size();
    names.addAll(unit.freeVars.values());
    byte[] kinds = new byte[names.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = (byte) (i < firstFree ? kindOf(unit, names.get(i), i) : CodeFlags.FAST_FREE);
    }
    return new FrameLayout(names, kinds);
  }

  private static int kindOf(CodeUnit unit, String name, int index) {
    int kind = unit.cellVars.contains(name) ? CodeFlags.FAST_CELL : 0;
    if (index < unit.varNames.size()) {
      kind |= CodeFlags.FAST_LOCAL;
      if (unit.hiddenLocals.contains(name)) {
        kind |= CodeFlags.FAST_HIDDEN;
      }
    }
    return kind;
  }
}

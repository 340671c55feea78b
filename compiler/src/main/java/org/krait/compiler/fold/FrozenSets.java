package org.krait.compiler.fold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.krait.constants.Constant;

/** Sets of constants: Python's equality makes {@code 1}, {@code True} and {@code 1.0} one. */
public final class FrozenSets {
  private FrozenSets() {}

  /** The set of the items; of equal ones the first is kept. */
  public static Constant.FrozenSet of(List<Constant> items) {
    Set<Constant> seen = new HashSet<>();
    List<Constant> kept = new ArrayList<>(items.size());
    for (Constant item : items) {
      if (seen.add(PythonEquality.representative(item))) {
        kept.add(item);
      }
    }
    return new Constant.FrozenSet(kept);
  }
}

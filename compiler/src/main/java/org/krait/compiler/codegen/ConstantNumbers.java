package org.krait.compiler.codegen;

import java.util.List;
import org.krait.compiler.ir.IndexTable;
import org.krait.constants.Constant;

/** Numbers constants as Python does, to which a NaN is equal only to the very same object. */
final class ConstantNumbers {
  private ConstantNumbers() {}

  static int of(Constant value, IndexTable<Constant> table) {
    if (!hasNaN(value)) {
      return table.add(value);
    }
    List<Constant> values = table.values();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == value) {
        return i;
      }
    }
    return table.append(value);
  }

  private static boolean hasNaN(Constant value) {
    if (value instanceof Constant.Float f) {
      return Double.isNaN(f.value());
    }
    if (value instanceof Constant.Complex c) {
      return Double.isNaN(c.real()) || Double.isNaN(c.imag());
    }
    if (value instanceof Constant.Tuple t) {
      return anyNaN(t.items());
    }
    return value instanceof Constant.FrozenSet s && anyNaN(s.items());
  }

  private static boolean anyNaN(List<Constant> items) {
    for (Constant item : items) {
      if (hasNaN(item)) {
        return true;
      }
    }
    return false;
  }
}

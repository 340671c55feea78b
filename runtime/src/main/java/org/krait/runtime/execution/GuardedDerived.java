package org.krait.runtime.execution;

import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyTuple;

/** {@link GuardedOperations} on instances of programs' classes that derive from builtin ones and leave an operation as it is. */
public final class GuardedDerived {
  private GuardedDerived() {}

  /** Whether a special method is the builtin type's. */
  private static boolean keeps(PyType type, PyType builtin, int special) {
    return type.special(special) == builtin.special(special);
  }

  /** An item of a list or tuple. */
  public static PyObject derivedItem(PyObject container, long index) {
    if (!container.type().isHeap()) {
      throw GuardFailed.INSTANCE;
    }
    if (container instanceof PyList list && keeps(container.type(), PyList.TYPE, Special.GETITEM)) {
      long at = index < 0 ? index + list.size() : index;
      PyObject item = at == (int) at ? list.itemOrNull((int) at) : null;
      if (item != null) {
        return item;
      }
    } else if (container instanceof PyTuple tuple && keeps(container.type(), PyTuple.TYPE, Special.GETITEM)) {
      long at = index < 0 ? index + tuple.size() : index;
      if (at >= 0 && at < tuple.size()) {
        return tuple.get((int) at);
      }
    }
    throw GuardFailed.INSTANCE;
  }

  static boolean isTrue(PyObject value) {
    PyType type = value.type();
    PyType builtin = type.builtinAncestor();
    if (keeps(type, builtin, Special.BOOL) && keeps(type, builtin, Special.LEN)) {
      return Objects.isTrue(value);
    }
    throw GuardFailed.INSTANCE;
  }

  static long length(PyObject value) {
    PyType type = value.type();
    PyType builtin = type.builtinAncestor();
    if (builtin.special(Special.LEN) != null && keeps(type, builtin, Special.LEN)) {
      return type.slots.len(value);
    }
    throw GuardFailed.INSTANCE;
  }
}

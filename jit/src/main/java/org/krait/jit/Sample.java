package org.krait.jit;

import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyRangeIterator;

/** The kinds of what a running frame holds, for code that will enter it at this place. */
final class Sample {
  private final PyFrame frame;
  private final int depth;

  Sample(PyFrame frame, int head) {
    this.frame = frame;
    this.depth = frame.sp - frame.code.localsCount;
  }

  /** A state whose variables have no numbers yet. */
  State state() {
    int locals = frame.code.localsCount;
    State state = new State(locals);
    for (int i = 0; i < locals; i++) {
      state.locals[i] = value(frame.slots[i]);
    }
    for (int i = 0; i < depth; i++) {
      PyObject object = frame.slots[locals + i];
      state.stack.add(object == null ? Value.NULL : iterator(object));
    }
    return state;
  }

  private static Value value(PyObject object) {
    return object instanceof PyBigInt number && number.isWord()
        ? new Value.Word(-1)
        : new Value.Variable(Kind.of(object), -1, null);
  }

  private static Value iterator(PyObject object) {
    // Another step may be another one the next time, which its object knows.
    if (object instanceof PyRangeIterator range && (range.step() == 1 || range.step() == -1)) {
      return new Value.RangeIterator(-1, -1, range.step());
    }
    if (object instanceof PyListIterator list
        && list.list() != null
        && list.list().getClass() == PyList.class) {
      return new Value.ListIterator(-1, -1);
    }
    return value(object);
  }
}

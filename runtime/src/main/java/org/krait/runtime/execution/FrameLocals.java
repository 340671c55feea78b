package org.krait.runtime.execution;

import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code f_locals} and {@code locals()}: in functions a snapshot of the variables, renewed when asked. */
public final class FrameLocals {
  private FrameLocals() {}

  public static PyObject get(PyFrame frame) {
    if (!frame.code.isOptimized()) {
      if (frame.locals instanceof PyDict dict) {
        return withHidden(frame, dict);
      }
      return frame.locals == null ? snapshot(frame) : frame.locals;
    }
    return snapshot(frame);
  }

  private static PyDict snapshot(PyFrame frame) {
    FrameExtras extras = FrameMethods.extras(frame);
    if (extras.locals == null) {
      extras.locals = new PyDict();
    }
    PyDict dict = extras.locals;
    frame.settle();
    for (int i = 0; i < frame.code.localsCount; i++) {
      if ((frame.code.variableKind(i) & CodeFlags.FAST_HIDDEN) != 0) {
        continue;
      }
      PyStr name = frame.code.variable(i);
      PyObject value = value(frame, i);
      if (value != null) {
        dict.put(name, value);
      } else {
        dict.remove(name);
      }
    }
    return dict;
  }

  /** Variables of inlined comprehensions live in slots even in module and class bodies: a copy has them. */
  private static PyDict withHidden(PyFrame frame, PyDict own) {
    PyDict dict = own;
    for (int i = 0; i < frame.code.localsCount; i++) {
      int kind = frame.code.variableKind(i);
      PyObject value = (kind & CodeFlags.FAST_FREE) != 0 ? null : value(frame, i);
      if ((kind & CodeFlags.FAST_HIDDEN) != 0 && value != null) {
        if (dict == own) {
          dict = new PyDict();
          dict.update(own);
        }
        dict.put(frame.code.variable(i), value);
      }
    }
    return dict;
  }

  private static PyObject value(PyFrame frame, int slot) {
    PyObject value = frame.slots[slot];
    int kind = frame.code.variableKind(slot);
    if ((kind & (CodeFlags.FAST_CELL | CodeFlags.FAST_FREE)) != 0 && value instanceof PyCell cell) {
      return cell.get();
    }
    return value == null
            && frame.pc < 0
            && (kind & CodeFlags.FAST_FREE) != 0
            && frame.function != null
        ? freeBeforeStart(frame, slot)
        : value;
  }

  private static PyObject freeBeforeStart(PyFrame frame, int slot) {
    int index = slot - (frame.code.localsCount - frame.function.closure.length);
    return index >= 0 ? frame.function.closure[index].get() : null;
  }

  /** Renews what {@code f_locals} gave out before, if it did. */
  static void refresh(PyFrame frame) {
    if (frame.extras != null && frame.extras.locals != null) {
      get(frame);
    }
  }

  /** Writes a changed {@code f_locals} back into the variables, after a trace function ran. */
  public static void writeBack(PyFrame frame) {
    if (frame.extras == null || frame.extras.locals == null || !frame.code.isOptimized()) {
      return;
    }
    PyDict dict = frame.extras.locals;
    for (int i = 0; i < frame.code.localsCount; i++) {
      PyObject value = dict.get(frame.code.variable(i));
      int kind = frame.code.variableKind(i);
      if ((kind & (CodeFlags.FAST_CELL | CodeFlags.FAST_FREE)) != 0
          && frame.slots[i] instanceof PyCell cell) {
        cell.set(value);
      } else if (value == null && frame.slots[i] != null && (kind & CodeFlags.FAST_HIDDEN) == 0) {
        // The compiler may have taken for granted that it is bound.
        Warnings.warn(
            PyExceptions.RuntimeWarning,
            "assigning None to unbound local " + Objects.repr(frame.code.variable(i)),
            0);
        frame.slots[i] = PyNone.NONE;
      } else {
        frame.slots[i] = value;
      }
    }
  }
}

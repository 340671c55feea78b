package org.krait.runtime;

import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/**
 * What {@code object} itself does for the slots that every type has; the root of all {@link TypeSlots}.
 *
 * <p>Slots that a type may lack are generated in {@link TypeSlots} from the table of special methods.
 */
public abstract class ObjectBehaviour {
  /** {@code <module.Class object at 0x…>}. */
  public PyObject repr(PyObject self) {
    return Objects.defaultRepr(self);
  }

  /** The repr; within the limit of recursion, as a class may take this method for its repr. */
  public PyObject str(PyObject self) {
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" while getting the repr of an object");
    try {
      return self.type().slots.repr(self);
    } finally {
      thread.leaveRecursion();
    }
  }

  /** By identity. */
  public long hash(PyObject self) {
    return Objects.identityHash(self);
  }

  public boolean bool(PyObject self) {
    return true;
  }

  public PyObject getattribute(PyObject self, PyStr name) {
    return Attributes.genericGet(self, name);
  }

  public void setattr(PyObject self, PyStr name, PyObject value) {
    Attributes.genericSet(self, name, value);
  }

  public void delattr(PyObject self, PyStr name) {
    Attributes.genericSet(self, name, null);
  }

  /** Checks that no arguments are left over where neither {@code __new__} nor {@code __init__} takes any. */
  public void init(PyObject self, PyObject[] args, PyStr[] names) {
    ClassCalls.checkObjectInit(self, args, names);
  }

  /**
   * Equality by identity; no order.
   *
   * @param op one of {@link Comparison}
   */
  public PyObject compare(PyObject self, PyObject other, int op) {
    return switch (op) {
      case Comparison.EQ -> self == other ? PyBool.TRUE : PyNotImplemented.NOT_IMPLEMENTED;
      case Comparison.NE -> Comparison.notEqualFromEqual(self, other);
      default -> PyNotImplemented.NOT_IMPLEMENTED;
    };
  }
}

package org.krait.runtime;

import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStr;

/**
 * Calls of special methods, which are looked up on the type and not on the instance.
 *
 * <p>A method as {@link PyType#special} gives it is not bound. Functions and methods of builtin types
 * take the instance as first argument and need no binding.
 */
public final class SpecialCalls {
  private SpecialCalls() {}

  /** The special method bound to the instance, or null when its type has none. */
  public static PyObject lookup(PyObject self, int special) {
    PyType type = self.type();
    PyObject f = type.special(special);
    return f == null ? null : Attributes.bind(unwrapped(f), self, type);
  }

  static PyObject call0(PyObject f, PyObject self) {
    return takesSelf(f) ? f.call(self) : callBound(f, self, PyObject.NO_ARGS, null);
  }

  /** As {@link #call1}; null when the method cannot be bound, whatever that raises. */
  static PyObject tryCall1(PyObject f, PyObject self, PyObject a) {
    if (takesSelf(f)) {
      return f.call(self, a);
    }
    PyObject method;
    try {
      method = bound(f, self);
    } catch (PyException e) {
      return null;
    }
    return method.call(a);
  }

  static PyObject call1(PyObject f, PyObject self, PyObject a) {
    return takesSelf(f) ? f.call(self, a) : callBound(f, self, new PyObject[] {a}, null);
  }

  static PyObject call2(PyObject f, PyObject self, PyObject a, PyObject b) {
    return takesSelf(f) ? f.call(self, a, b) : callBound(f, self, new PyObject[] {a, b}, null);
  }

  static PyObject call(PyObject f, PyObject self, PyObject[] args, PyStr[] names) {
    if (!takesSelf(f)) {
      return callBound(f, self, args, names);
    }
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = self;
    System.arraycopy(args, 0, all, 1, args.length);
    return f.call(all, names);
  }

  /** Within the limit of recursion: an instance may stand for the method of its own class. */
  private static PyObject callBound(PyObject f, PyObject self, PyObject[] args, PyStr[] names) {
    PyObject method = bound(f, self);
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" while calling a Python object");
    try {
      return method.call(args, names);
    } finally {
      thread.leaveRecursion();
    }
  }

  /**
   * {@code next(self)} where the end is a StopIteration with the value that it carries, and not null.
   *
   * @param self a value whose type has {@code __next__}
   */
  public static PyObject nextOrThrow(PyObject self) {
    PyType type = self.type();
    PyObject f = type.special(Special.NEXT);
    if (f instanceof PySlotWrapper || f == null) {
      PyObject item = type.slots.next(self);
      if (item == null) {
        throw Errors.stopIteration(null);
      }
      return item;
    }
    return call0(f, self);
  }

  /**
   * What {@link PyType#special} remembers for a slot: a slot wrapper only when the machine may call its
   * slot directly.
   *
   * @param found the attribute of that name, or null
   */
  static PyObject resolve(PyType type, int special, PyObject found) {
    if (found instanceof PyMethodDescriptor method && method.table().slotOf(method.id()) == special) {
      PyType owner = method.table().owner();
      return type.isSubtypeOf(owner) ? new PySlotWrapper(owner, special) : found;
    }
    if (!(found instanceof PySlotWrapper wrapper)) {
      return found;
    }
    if (wrapper.special() == special) {
      return type.isSubtypeOf(wrapper.owner()) ? wrapper : new ForeignSlot(wrapper);
    }
    // The + of sequences and that of numbers: having one is not having the other.
    return Special.sameName(wrapper.special(), special) ? null : new ForeignSlot(wrapper);
  }

  static boolean takesSelf(PyObject f) {
    return f instanceof PyFunction || f instanceof PyMethodDescriptor || f instanceof ForeignSlot;
  }

  static PyObject bound(PyObject f, PyObject self) {
    return Attributes.bind(f, self, self.type());
  }

  private static PyObject unwrapped(PyObject f) {
    return f instanceof ForeignSlot foreign ? foreign.wrapper : f;
  }

  /**
   * A slot wrapper under another name than its own, or in a class that is not below its type: to be
   * called as Python code calls it, with all checks. Never seen by programs.
   */
  private static final class ForeignSlot extends PyObject {
    final PySlotWrapper wrapper;

    ForeignSlot(PySlotWrapper wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    public PyType type() {
      return wrapper.type();
    }

    @Override
    public PyObject call(PyObject[] args, PyStr[] names) {
      return wrapper.call(args, names);
    }
  }
}

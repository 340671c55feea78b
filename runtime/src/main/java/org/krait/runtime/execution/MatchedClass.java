package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Shaped;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyMemberDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** A class pattern (PEP 634) at a place of machine code, and where the instances it met last keep what it names. */
public final class MatchedClass {
  /** A power of two. */
  private static final int PLACES = 4;

  private record Found(Shape shape, long version, int[] slots) {}

  private final PyType type;
  private final PyStr[] names;

  /** Whether the only thing it gives is the subject. */
  private final boolean givesSubject;

  private final Found[] places = new Found[PLACES];

  /** A pattern that gives attributes. */
  public MatchedClass(PyType type, PyStr[] names) {
    this(type, names, false);
  }

  private MatchedClass(PyType type, PyStr[] names, boolean givesSubject) {
    this.type = type;
    this.names = names;
    this.givesSubject = givesSubject;
  }

  /** A pattern such as {@code int(x)}, which gives the subject itself. */
  public static MatchedClass ofSubject(PyType type) {
    return new MatchedClass(type, new PyStr[0], true);
  }

  /** The tuple of what the pattern gives, or None; fails where Python code would have to be asked. */
  PyObject match(PyObject subject) {
    if (!GuardedOperations.isInstance(subject, type)) {
      return PyNone.NONE;
    }
    if (givesSubject) {
      return PyTuple.of(subject);
    }
    if (names.length == 0) {
      return PyTuple.EMPTY;
    }
    if (!(subject instanceof Shaped instance)) {
      throw GuardFailed.INSTANCE;
    }
    int[] slots = slots(instance.shape());
    PyObject[] values = new PyObject[slots.length];
    for (int i = 0; i < slots.length; i++) {
      PyObject value = instance.slot(slots[i]);
      if (value == null) {
        throw GuardFailed.INSTANCE;
      }
      values[i] = value;
    }
    return PyTuple.of(values);
  }

  private int[] slots(Shape shape) {
    Found known = places[shape.number & PLACES - 1];
    return known != null && known.shape == shape && known.version == shape.type.version()
        ? known.slots
        : find(shape);
  }

  private int[] find(Shape shape) {
    PyType own = shape.type;
    long version = own.version();
    if (shape.isDict || own.special(Special.GETATTRIBUTE) != ObjectType.TYPE.special(Special.GETATTRIBUTE)) {
      throw GuardFailed.INSTANCE;
    }
    int[] slots = new int[names.length];
    for (int i = 0; i < slots.length; i++) {
      PyObject found = own.lookup(names[i]);
      slots[i] =
          found != null && Attributes.isDataDescriptor(found)
              ? PyMemberDescriptor.slotIn(own, found)
              : shape.slotOf(names[i]);
      if (slots[i] < 0) {
        throw GuardFailed.INSTANCE;
      }
    }
    places[shape.number & PLACES - 1] = new Found(shape, version, slots);
    return slots;
  }
}

package org.krait.runtime;

import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PySlotWrapper;
import org.krait.runtime.types.PyStr;

/**
 * The slots of a class that a program defined where more is to do than to call the method: results to
 * check, other methods to fall back to, {@code None} as a refusal.
 */
abstract class HeapBehaviour extends TypeSlots {
  /** The class. */
  protected final PyType type;

  HeapBehaviour(PyType type) {
    this.type = type;
  }

  @Override
  public PyObject repr(PyObject self) {
    PyObject f = type.special(Special.REPR);
    return f instanceof PySlotWrapper w ? w.slots().repr(self) : SpecialCalls.call0(f, self);
  }

  @Override
  public PyObject str(PyObject self) {
    PyObject f = type.special(Special.STR);
    return f instanceof PySlotWrapper w ? w.slots().str(self) : SpecialCalls.call0(f, self);
  }

  @Override
  public long hash(PyObject self) {
    PyObject f = type.special(Special.HASH);
    if (f instanceof PySlotWrapper w) {
      return w.slots().hash(self);
    }
    if (f == null || f == PyNone.NONE) {
      throw Errors.typeError("unhashable type: '%s'", type.fullName());
    }
    if (SpecialCalls.call0(f, self) instanceof PyInt number) {
      return hashOf(number);
    }
    throw Errors.typeError("__hash__ method should return an integer");
  }

  /** An integer that fits is its own hash, though that of an int would be reduced. */
  private static long hashOf(PyInt number) {
    long hash = number.fitsLong() ? number.longValue() : Objects.hash(number);
    return hash == -1 ? -2 : hash;
  }

  @Override
  public boolean bool(PyObject self) {
    PyObject f = type.special(Special.BOOL);
    if (f == null) {
      return type.special(Special.LEN) == null ? super.bool(self) : len(self) != 0;
    }
    if (f instanceof PySlotWrapper w) {
      return w.slots().bool(self);
    }
    return SpecialResults.bool(SpecialCalls.call0(f, self));
  }

  @Override
  public long len(PyObject self) {
    PyObject f = type.special(Special.LEN);
    if (f instanceof PySlotWrapper w) {
      return w.slots().len(self);
    }
    return f == null ? super.len(self) : SpecialResults.checkedLength(SpecialCalls.call0(f, self));
  }

  @Override
  public PyObject call(PyObject self, PyObject[] args, PyStr[] names) {
    PyObject f = type.special(Special.CALL);
    if (f instanceof PySlotWrapper w) {
      return w.slots().call(self, args, names);
    }
    return f == null ? super.call(self, args, names) : SpecialCalls.call(f, self, args, names);
  }

  @Override
  public void init(PyObject self, PyObject[] args, PyStr[] names) {
    PyObject f = type.special(Special.INIT);
    if (f instanceof PySlotWrapper w) {
      w.slots().init(self, args, names);
      return;
    }
    PyObject answer = SpecialCalls.call(f, self, args, names);
    if (answer != PyNone.NONE) {
      throw Errors.typeError(
          "__init__() should return None, not '%s'", answer.type().fullName());
    }
  }

  @Override
  public PyObject getattribute(PyObject self, PyStr name) {
    PyObject fallback = type.special(Special.GETATTR);
    if (fallback == null) {
      return found(self, name);
    }
    try {
      PyObject value =
          Attributes.hasGenericGet(type) ? Attributes.genericGetOrNull(self, name) : found(self, name);
      if (value != null) {
        return value;
      }
    } catch (PyException e) {
      if (!e.is(PyExceptions.AttributeError)) {
        throw e;
      }
    }
    return SpecialCalls.call1(fallback, self, name);
  }

  private PyObject found(PyObject self, PyStr name) {
    PyObject f = type.special(Special.GETATTRIBUTE);
    return f instanceof PySlotWrapper w
        ? w.slots().getattribute(self, name)
        : SpecialCalls.call1(f, self, name);
  }

  @Override
  public PyObject get(PyObject self, PyObject instance, PyObject owner) {
    PyObject f = type.special(Special.GET);
    if (f instanceof PySlotWrapper w) {
      return w.slots().get(self, instance, owner);
    }
    // Alone among the special methods it is not bound, whatever it is.
    return f == null
        ? super.get(self, instance, owner)
        : f.call(self, orNone(instance), orNone(owner));
  }

  private static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  @Override
  public PyObject compare(PyObject self, PyObject other, int op) {
    PyObject f = type.special(Special.LT + op);
    if (f instanceof PySlotWrapper w) {
      return w.slots().compare(self, other, op);
    }
    PyObject result = f == null ? null : SpecialCalls.tryCall1(f, self, other);
    return result == null ? PyNotImplemented.NOT_IMPLEMENTED : result;
  }

  @Override
  public PyObject iter(PyObject self) {
    PyObject f = type.special(Special.ITER);
    if (f instanceof PySlotWrapper w) {
      return w.slots().iter(self);
    }
    return f == null || f == PyNone.NONE ? super.iter(self) : SpecialCalls.call0(f, self);
  }

  @Override
  public PyObject next(PyObject self) {
    PyObject f = type.special(Special.NEXT);
    if (f instanceof PySlotWrapper w) {
      return w.slots().next(self);
    }
    if (f == null) {
      return super.next(self);
    }
    try {
      return SpecialCalls.call0(f, self);
    } catch (PyException e) {
      if (e.is(PyExceptions.StopIteration)) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public boolean contains(PyObject self, PyObject value) {
    PyObject f = type.special(Special.CONTAINS);
    if (f instanceof PySlotWrapper w) {
      return w.slots().contains(self, value);
    }
    if (f == PyNone.NONE) {
      throw Errors.typeError("'%s' object is not a container", type.fullName());
    }
    return f == null ? super.contains(self, value) : Objects.isTrue(SpecialCalls.call1(f, self, value));
  }

  @Override
  public PyObject pow(PyObject self, PyObject exponent, PyObject modulus) {
    PyObject f = type.special(Special.POW);
    if (f instanceof PySlotWrapper w) {
      return w.slots().pow(self, exponent, modulus);
    }
    if (f == null) {
      return super.pow(self, exponent, modulus);
    }
    return modulus == PyNone.NONE
        ? SpecialCalls.call1(f, self, exponent)
        : SpecialCalls.call2(f, self, exponent, modulus);
  }

  /** As in CPython, the power of three operands is never reflected to a program's class. */
  @Override
  public PyObject rpow(PyObject self, PyObject base, PyObject modulus) {
    PyObject f = type.special(Special.RPOW);
    if (f instanceof PySlotWrapper w) {
      return w.slots().rpow(self, base, modulus);
    }
    return f == null || modulus != PyNone.NONE
        ? super.rpow(self, base, modulus)
        : SpecialCalls.call1(f, self, base);
  }
}

package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Documentation;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SlotCalls;
import org.krait.runtime.Special;
import org.krait.runtime.TypeSlots;

/** A special method of a builtin type as an attribute of the type: {@code int.__add__}. */
@BuiltinType(name = "wrapper_descriptor", subclassable = false, disallowNew = true, basicSize = 56)
public final class PySlotWrapper extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PySlotWrapperTable());

  private final PyType owner;
  private final int special;

  public PySlotWrapper(PyType owner, int special) {
    this.owner = owner;
    this.special = special;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The slots in which the method is. */
  public TypeSlots slots() {
    return owner.slots;
  }

  /** Which slot it is, a number of {@link Special}. */
  public int special() {
    return special;
  }

  public PyType owner() {
    return owner;
  }

  /** Calls the slot of {@code self}, whose type is known to fit. */
  PyObject invoke(PyObject self, PyObject[] args, PyStr[] names) {
    if (special == Special.SETATTR || special == Special.DELATTR) {
      checkNotBypassing(self);
    }
    return SlotCalls.call(owner.slots, special, self, args, names);
  }

  /** {@code object.__setattr__(str, …)} must not get around what {@code type} forbids. */
  private void checkNotBypassing(PyObject self) {
    PyType at = self.type();
    while (at != owner && (at.isHeap() || at.dict().get(Special.name(special)) == null)) {
      at = at.base();
      if (at == null) {
        return;
      }
    }
    if (at != owner) {
      throw Errors.typeError(
          "can't apply this %s to %s object", Special.name(special), self.type().fullName());
    }
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional == 0) {
      throw Errors.typeError(
          "descriptor '%s' of '%s' object needs an argument", Special.name(special), owner.fullName());
    }
    check(args[0]);
    return invoke(args[0], java.util.Arrays.copyOfRange(args, 1, args.length), names);
  }

  private void check(PyObject self) {
    if (!self.type().isSubtypeOf(owner)) {
      throw Errors.typeError(
          "descriptor '%s' requires a '%s' object but received a '%s'",
          Special.name(special), owner.fullName(), self.type().fullName());
    }
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject type) {
    if (instance == null) {
      return this;
    }
    if (!instance.type().isSubtypeOf(owner)) {
      throw Errors.typeError(
          "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
          Special.name(special), owner.fullName(), instance.type().fullName());
    }
    return new PyMethodWrapper(this, instance);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<slot wrapper '" + Special.name(special) + "' of '" + owner.fullName() + "' objects>";
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return org.krait.runtime.Pickling.byGetattr(owner, Special.name(special));
  }

  @Getter("__name__")
  PyObject getName() {
    return Special.name(special);
  }

  @Getter("__qualname__")
  String getQualname() {
    return owner.qualname() + "." + Special.name(special);
  }

  @Getter(value = "__objclass__", member = true)
  PyObject getObjClass() {
    return owner;
  }

  @Getter("__doc__")
  PyObject getDoc() {
    String doc = Documentation.ofSlot(owner, Special.name(special).toString());
    return doc == null ? PyNone.NONE : PyStr.of(doc);
  }

  @Getter("__text_signature__")
  PyObject getTextSignature() {
    String text = Special.textSignature(special);
    return text == null ? PyNone.NONE : PyStr.of(text);
  }
}

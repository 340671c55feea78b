package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;

/** A special method of a builtin type bound to a value: {@code (1).__add__}. */
@BuiltinType(name = "method-wrapper", subclassable = false, disallowNew = true, basicSize = 32)
public final class PyMethodWrapper extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMethodWrapperTable());

  private final PySlotWrapper wrapper;
  private final PyObject self;

  PyMethodWrapper(PySlotWrapper wrapper, PyObject self) {
    this.wrapper = wrapper;
    this.self = self;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    return wrapper.invoke(self, args, names);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyMethodWrapper that) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean same = wrapper == that.wrapper && self == that.self;
    return PyBool.of(same == (op == Comparison.EQ));
  }

  @Method("__hash__(self, /)")
  long hash() {
    return Objects.identityHash(self) * 31 ^ Objects.identityHash(wrapper);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format(
        "<method-wrapper '%s' of %s object at 0x%x>",
        Special.name(wrapper.special()), self.type().fullName(), Objects.id(self));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return org.krait.runtime.Pickling.byGetattr(self, Special.name(wrapper.special()));
  }

  @Getter(value = "__self__", member = true)
  PyObject getSelf() {
    return self;
  }

  @Getter("__objclass__")
  PyObject getObjClass() {
    return wrapper.owner();
  }

  @Getter("__name__")
  PyObject getName() {
    return Special.name(wrapper.special());
  }

  @Getter("__qualname__")
  String getQualname() {
    return wrapper.getQualname();
  }

  @Getter("__doc__")
  PyObject getDoc() {
    return wrapper.getDoc();
  }

  @Getter("__text_signature__")
  PyObject getTextSignature() {
    return wrapper.getTextSignature();
  }
}

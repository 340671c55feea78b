package org.krait.runtime;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyUnion;

/** What programs see of {@code type}: its methods and attributes. */
final class TypeMembers {
  /** {@code __weakrefoffset__} of classes whose instances keep weak references in front of them. */
  private static final int WEAK_REFERENCES_IN_FRONT = -32;

  private TypeMembers() {}

  @Method("__call__(self, /, *args, **kwargs)")
  static PyObject callMethod(PyType self, PyObject[] args, PyStr[] names) {
    return ClassCalls.instantiate(self, args, names);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject newType(PyType cls, PyObject[] args, PyStr[] names) {
    return ClassCreation.newType(cls, args, names);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void init(PyType self, PyObject[] args, PyStr[] names) {
    ClassCreation.checkInitArguments(args, names);
  }

  @Method("__getattribute__(self, name, /)")
  static PyObject getAttribute(PyType self, PyStr attribute) {
    return TypeAttributes.get(self, attribute);
  }

  @Method("__setattr__(self, name, value, /)")
  static void assignAttribute(PyType self, PyStr attribute, PyObject value) {
    TypeAttributes.set(self, attribute, value);
  }

  @Method("__delattr__(self, name, /)")
  static void deleteAttribute(PyType self, PyStr attribute) {
    TypeAttributes.set(self, attribute, null);
  }

  @Method("__repr__(self, /)")
  static String repr(PyType self) {
    return self.repr();
  }

  @Method("mro(self, /)")
  static PyObject mroList(PyType self) {
    return PyList.of((PyObject[]) MethodResolution.order(self));
  }

  @Method("__subclasses__(self, /)")
  static PyObject subclassList(PyType self) {
    ThreadState.current().interpreter.finishStart();
    return PyList.of(self.subclasses().toArray(PyObject[]::new));
  }

  @Method("__instancecheck__(self, instance, /)")
  static boolean instanceCheck(PyType self, PyObject instance) {
    return Attributes.isInstance(instance, self);
  }

  @Method("__subclasscheck__(self, subclass, /)")
  static boolean subclassCheck(PyType self, PyObject subclass) {
    return Attributes.isSubclass(subclass, self);
  }

  @Method(value = "__prepare__(cls, /, *args, **kwargs)", textSignature = false)
  static PyObject prepare(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyDict();
  }

  @Method("__dir__(self, /)")
  static PyObject dir(PyType self) {
    PyDict all = new PyDict();
    for (int i = self.mro().length - 1; i >= 0; i--) {
      all.update(self.mro()[i].dict());
    }
    return all.keyList();
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyType self, PyObject other) {
    return PyUnion.of(self, other);
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyType self, PyObject other) {
    return PyUnion.of(other, self);
  }

  @Method("__sizeof__(self, /)")
  static int sizeOf(PyType self) {
    return self.isHeap() ? 1688 : 416;
  }

  @Getter("__name__")
  static PyObject getName(PyType self) {
    return self.shownName();
  }

  @Setter("__name__")
  static void setName(PyType self, PyObject value) {
    self.setName(TypeAttributes.checkedName(self, value, "__name__").toString());
  }

  @Getter("__qualname__")
  static PyObject getQualname(PyType self) {
    return self.qualname();
  }

  @Setter("__qualname__")
  static void assignQualname(PyType self, PyObject value) {
    self.setQualname(TypeAttributes.checkedName(self, value, "__qualname__"));
  }

  @Getter("__module__")
  static PyObject getModule(PyType self) {
    return TypeAttributes.module(self);
  }

  @Setter("__module__")
  static void setModule(PyType self, PyObject value) {
    TypeAttributes.setModule(self, value);
  }

  @Getter("__bases__")
  static PyObject getBases(PyType self) {
    return self.basesTuple();
  }

  @Setter("__bases__")
  static void assignBases(PyType self, PyObject value) {
    ClassCreation.changeBases(self, value);
  }

  @Getter(value = "__base__", member = true)
  static PyObject getBase(PyType self) {
    return self.base() == null ? PyNone.NONE : self.base();
  }

  @Getter(value = "__mro__", member = true)
  static PyObject getMro(PyType self) {
    if (!self.hasOrder()) {
      return PyNone.NONE; // its metaclass's mro() is running
    }
    return PyTuple.of((PyObject[]) self.mro());
  }

  @Getter("__dict__")
  static PyObject getDict(PyType self) {
    return self.shownDict();
  }

  @Getter("__doc__")
  static PyObject getDoc(PyType self) {
    return TypeAttributes.doc(self);
  }

  @Setter("__doc__")
  static void setDoc(PyType self, PyObject value) {
    TypeAttributes.setDoc(self, value);
  }

  @Getter("__text_signature__")
  static PyObject getTextSignature(PyType self) {
    String text = self.table == null ? TypeAttributes.textSignature(self) : self.table.textSignature();
    return text == null ? PyNone.NONE : PyStr.of(text);
  }

  @Getter("__abstractmethods__")
  static PyObject getAbstractMethods(PyType self) {
    return TypeAttributes.abstractMethods(self);
  }

  @Setter("__abstractmethods__")
  static void setAbstractMethods(PyType self, PyObject value) {
    self.setAbstract(TypeAttributes.setAbstractMethods(self, value));
  }

  @Getter("__annotations__")
  static PyObject getAnnotations(PyType self) {
    return TypeAttributes.annotations(self);
  }

  @Setter("__annotations__")
  static void setAnnotations(PyType self, PyObject value) {
    TypeAttributes.setAnnotations(self, value);
  }

  @Getter("__type_params__")
  static PyObject getTypeParams(PyType self) {
    PyObject value = self.dict().get(PyStr.interned("__type_params__"));
    return value == null ? PyTuple.EMPTY : value;
  }

  @Setter("__type_params__")
  static void setTypeParams(PyType self, PyObject value) {
    TypeAttributes.setTypeParams(self, value);
  }

  @Getter(value = "__flags__", member = true)
  static long getFlags(PyType self) {
    return Integer.toUnsignedLong(self.flags().bits(self));
  }

  @Getter(value = "__basicsize__", member = true)
  static int basicSize(PyType self) {
    return self.basicSize();
  }

  @Getter(value = "__itemsize__", member = true)
  static int getItemSize(PyType self) {
    return self.flags().itemSize();
  }

  @Getter(value = "__dictoffset__", member = true)
  static int getDictOffset(PyType self) {
    return self.flags().hasDict() ? -1 : 0;
  }

  @Getter(value = "__weakrefoffset__", member = true)
  static int getWeakrefOffset(PyType self) {
    if (!self.flags().hasWeakref()) {
      return 0;
    }
    PyType builtin = self.builtinAncestor();
    return builtin.hasWeakref() ? builtin.flags().basicSize() : WEAK_REFERENCES_IN_FRONT;
  }
}

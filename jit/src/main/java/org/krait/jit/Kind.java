package org.krait.jit;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

/** How a Python value lies in a JVM variable. */
enum Kind {
  /** A reference to a Python object; null where a variable is unbound. */
  REFERENCE(TypeKind.REFERENCE, Names.OBJECT),

  /** An int in a {@code long}. */
  LONG(TypeKind.LONG, ConstantDescs.CD_long),

  /** A float in a {@code double}. */
  DOUBLE(TypeKind.DOUBLE, ConstantDescs.CD_double),

  /** A bool in an {@code int}, 0 or 1. */
  TRUTH(TypeKind.INT, ConstantDescs.CD_boolean);

  final TypeKind jvm;
  final ClassDesc desc;

  Kind(TypeKind jvm, ClassDesc desc) {
    this.jvm = jvm;
    this.desc = desc;
  }

  /** The kind in which a constant or a sample would lie. */
  static Kind of(PyObject value) {
    if (value == null) {
      return REFERENCE;
    }
    Class<?> type = value.getClass();
    if (type == PyLong.class) {
      return LONG;
    }
    if (type == PyFloat.class) {
      return DOUBLE;
    }
    return type == PyBool.class ? TRUTH : REFERENCE;
  }
}

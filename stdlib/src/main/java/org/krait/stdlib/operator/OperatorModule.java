package org.krait.stdlib.operator;

import java.security.MessageDigest;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.Elements;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code _operator}. */
@BuiltinModule(
    value = "_operator",
    doc =
        "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\n"
            + "to the intrinsic operators of Python.  For example, operator.add(x, y)\n"
            + "is equivalent to the expression x+y.",
    types = {PyItemGetter.class, PyAttrGetter.class, PyMethodCaller.class},
    parts = {Arithmetic.class, Comparisons.class})
public final class OperatorModule {
  private OperatorModule() {}

  @Function("index(a, /)")
  static PyObject index(PyObject a) {
    return Arguments.index(a).exact();
  }

  @Function("call(obj, /, *args, **kwargs)")
  static PyObject call(PyObject obj, PyObject[] args, PyStr[] names) {
    return obj.call(args, names);
  }

  @Function("length_hint(obj, default=0, /)")
  static PyObject lengthHint(PyObject obj, PyObject otherwise) {
    if (!(otherwise instanceof PyInt number)) {
      throw Errors.typeError(
          "'%s' object cannot be interpreted as an integer", otherwise.type().fullName());
    }
    return PyLong.of(Objects.lengthHint(obj, (int) number.longValue()));
  }

  // ---- containers

  private static boolean isSequence(PyObject value) {
    PyType type = value.type();
    return !(value instanceof PyDict) && type.special(Special.GETITEM) != null;
  }

  @Function("concat(a, b, /)")
  static PyObject concat(PyObject a, PyObject b) {
    if (!isSequence(a)) {
      throw Errors.typeError("'%s' object can't be concatenated", a.type().fullName());
    }
    return Operators.add(a, b);
  }

  @Function("iconcat(a, b, /)")
  static PyObject concatInPlace(PyObject a, PyObject b) {
    if (!isSequence(a)) {
      throw Errors.typeError("'%s' object can't be concatenated", a.type().fullName());
    }
    return Operators.iadd(a, b);
  }

  @Function("contains(a, b, /)")
  static boolean contains(PyObject a, PyObject b) {
    return Iteration.contains(a, b);
  }

  @Function("countOf(a, b, /)")
  static long countOf(PyObject a, PyObject b) {
    long count = 0;
    PyObject items = iterator(a);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      count += Elements.same(item, b) ? 1 : 0;
    }
    return count;
  }

  @Function("indexOf(a, b, /)")
  static long indexOf(PyObject a, PyObject b) {
    long place = 0;
    PyObject items = iterator(a);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      if (Elements.same(item, b)) {
        return place;
      }
      place++;
    }
    throw Errors.valueError("sequence.index(x): x not in sequence");
  }

  private static PyObject iterator(PyObject a) {
    if (!Iteration.isIterable(a)) {
      throw Errors.typeError("argument of type '%s' is not iterable", a.type().fullName());
    }
    return Iteration.iterator(a);
  }

  @Function("getitem(a, b, /)")
  static PyObject getItem(PyObject a, PyObject b) {
    return Subscripts.get(a, b);
  }

  @Function("setitem(a, b, c, /)")
  static void setItem(PyObject a, PyObject b, PyObject c) {
    Subscripts.set(a, b, c);
  }

  @Function("delitem(a, b, /)")
  static void deleteItem(PyObject a, PyObject b) {
    Subscripts.delete(a, b);
  }

  /** Compares in a time that does not tell where the difference is. */
  @Function("_compare_digest(a, b, /)")
  static boolean compareDigest(PyObject a, PyObject b) {
    if (a instanceof PyStr left && b instanceof PyStr right) {
      return MessageDigest.isEqual(ascii(left), ascii(right));
    }
    return MessageDigest.isEqual(Buffers.bytes(a), Buffers.bytes(b));
  }

  private static byte[] ascii(PyStr text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int c = text.codePointAt(i);
      if (c > 127) {
        throw Errors.typeError("comparing strings with non-ASCII characters is not supported");
      }
      bytes[i] = (byte) c;
    }
    return bytes;
  }
}

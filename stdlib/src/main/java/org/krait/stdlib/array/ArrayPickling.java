package org.krait.stdlib.array;

import java.nio.ByteOrder;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Arrays in pickles: as lists in old protocols, as bytes of a named machine format in new ones. */
final class ArrayPickling {
  private static final int FIRST_WITH_BYTES = 3;

  private ArrayPickling() {}

  @Method("__reduce_ex__(self, value, /)")
  static PyObject reduce(PyArray self, PyObject protocol) {
    if (!(protocol instanceof PyInt number)) {
      throw Errors.typeError("__reduce_ex__ argument should be an integer");
    }
    PyObject dict = Attributes.getOrNull(self, PyStr.interned("__dict__"));
    PyObject state = dict == null ? PyNone.NONE : dict;
    PyStr code = PyStr.of(self.items.code);
    if (number.longValue() < FIRST_WITH_BYTES) {
      return PyTuple.of(self.type(), PyTuple.of(code, ArrayBytes.toList(self)), state);
    }
    PyObject format = PyLong.of(nativeFormat(self.items));
    PyObject arguments = PyTuple.of(self.type(), code, format, PyBytes.of(self.copy()));
    return PyTuple.of(reconstructor(), arguments, state);
  }

  static int nativeFormat(ItemType items) {
    boolean big = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN && items.size > 1;
    return items.machineFormat + (big ? 1 : 0);
  }

  private static PyObject reconstructor() {
    PyObject module =
        ThreadState.current().interpreter.modules().get(PyStr.interned("array"));
    return ((PyModule) module).dict().get(PyStr.interned("_array_reconstructor"));
  }
}

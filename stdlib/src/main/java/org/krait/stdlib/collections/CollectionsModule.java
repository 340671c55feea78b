package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code _collections}. */
@BuiltinModule(
    value = "_collections",
    doc = "High performance data structures.",
    types = {
      PyDeque.class,
      PyDefaultDict.class,
      PyOrderedDict.class,
      PyDequeIterator.class,
      PyDequeReverseIterator.class,
      PyTupleGetter.class
    })
public final class CollectionsModule {
  private static final PyStr GET = PyStr.interned("get");
  private static final PyStr SETITEM = PyStr.interned("__setitem__");

  private CollectionsModule() {}

  @Function("_count_elements(mapping, iterable, /)")
  static void countElements(PyObject mapping, PyObject iterable) {
    PyObject iterator = Iteration.iterator(iterable);
    if (mapping instanceof PyDict dict && countsAsDict(mapping.type())) {
      for (PyObject x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
        long hash = Objects.hash(x);
        PyObject count = dict.get(x, hash);
        dict.put(x, hash, count == null ? PyLong.ONE : Operators.add(count, PyLong.ONE));
      }
      return;
    }
    PyObject get = Attributes.get(mapping, GET);
    for (PyObject x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
      Subscripts.set(mapping, x, Operators.add(get.call(x, PyLong.ZERO), PyLong.ONE));
    }
  }

  /** Whether a subclass of dict gets and sets as dict does. */
  private static boolean countsAsDict(PyType type) {
    return type.lookup(GET) == PyDict.TYPE.lookup(GET)
        && type.lookup(SETITEM) == PyDict.TYPE.lookup(SETITEM);
  }
}

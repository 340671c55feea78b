package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Concurrency;
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

  private static final int LATIN1 = 256;
  private static final int LONG = 32;

  private CollectionsModule() {}

  @Function("_count_elements(mapping, iterable, /)")
  static void countElements(PyObject mapping, PyObject iterable) {
    PyObject iterator = Iteration.iterator(iterable);
    if (mapping instanceof PyDict dict && countsAsDict(mapping.type())) {
      if (dict.size() == 0 && isLongText(iterable) && countCharacters(dict, (PyStr) iterable)) {
        return;
      }
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

  /** Whether it pays to count characters by their numbers. */
  private static boolean isLongText(PyObject iterable) {
    return iterable.getClass() == PyStr.class && ((PyStr) iterable).length() >= LONG && !Concurrency.active();
  }

  /** Counts the characters of a text into an empty dict, each where it first came; false where one is above U+00FF. */
  private static boolean countCharacters(PyDict dict, PyStr text) {
    int[] counts = new int[LATIN1];
    int[] order = new int[LATIN1];
    int kinds = 0;
    for (int i = 0; i < text.length(); i++) {
      int character = text.codePointAt(i);
      if (character >= LATIN1) {
        return false;
      }
      if (counts[character]++ == 0) {
        order[kinds++] = character;
      }
    }
    for (int i = 0; i < kinds; i++) {
      dict.put(PyStr.of(order[i]), PyLong.of(counts[order[i]]));
    }
    return true;
  }

  /** Whether a subclass of dict gets and sets as dict does. */
  private static boolean countsAsDict(PyType type) {
    return type.lookup(GET) == PyDict.TYPE.lookup(GET)
        && type.lookup(SETITEM) == PyDict.TYPE.lookup(SETITEM);
  }
}

package org.krait.stdlib.elementtree;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Elements copied and pickled. */
final class ElementCopies {
  private static final PyStr TAG = PyStr.interned("tag");
  private static final PyStr CHILDREN = PyStr.interned("_children");
  private static final PyStr ATTRIB = PyStr.interned("attrib");
  private static final PyStr TEXT = PyStr.interned("text");
  private static final PyStr TAIL = PyStr.interned("tail");
  private static final int BASIC = 56;
  private static final int EXTRA = 64;
  private static final int INLINE = 4;

  private ElementCopies() {}

  @Method("__copy__(self, /)")
  static PyObject copy(PyElement self) {
    PyElement made = ElementMethods.make(self.tag, self.attrib);
    made.text = self.text;
    made.tail = self.tail;
    made.setChildren(self.children());
    return made;
  }

  @Method("__deepcopy__(self, memo, /)")
  static PyObject deepCopy(PyElement self, PyObject memo) {
    if (!(memo instanceof PyDict known)) {
      throw Errors.typeError(
          "__deepcopy__() argument must be dict, not %s", memo.type().fullName());
    }
    ThreadState thread = ThreadState.current();
    return deepCopy(thread, TreeState.of(thread), self, known);
  }

  private static PyElement deepCopy(
      ThreadState thread, TreeState state, PyElement self, PyDict memo) {
    thread.enterRecursion("");
    try {
      PyObject tag = copyOf(thread, state, self.tag, memo);
      PyObject attrib = self.attrib == null ? null : copyOf(thread, state, self.attrib, memo);
      PyElement made = ElementMethods.make(tag, attrib instanceof PyDict dict ? dict : null);
      made.text = copyOf(thread, state, self.text(), memo);
      made.tail = copyOf(thread, state, self.tail(), memo);
      for (int i = 0; i < self.length(); i++) {
        made.add(PyElement.expect(copyOf(thread, state, self.child(i), memo)));
      }
      memo.put(PyLong.of(Objects.id(self)), made);
      return made;
    } finally {
      thread.leaveRecursion();
    }
  }

  private static PyObject copyOf(
      ThreadState thread, TreeState state, PyObject value, PyDict memo) {
    if (value == PyNone.NONE || value.getClass() == PyStr.class) {
      return value;
    }
    if (value instanceof PyElement element && element.isExact()) {
      PyObject known = memo.get(PyLong.of(Objects.id(element)));
      return known == null ? deepCopy(thread, state, element, memo) : known;
    }
    return state.deepCopy.call(value, memo);
  }

  @Method("__sizeof__(self, /)")
  static PyObject sizeOf(PyElement self) {
    int length = self.length();
    long more = length > INLINE ? 8L * length : 0;
    return PyLong.of(BASIC + (length > 0 || self.attrib != null ? EXTRA + more : 0));
  }

  @Method("__getstate__(self, /)")
  static PyObject getState(PyElement self) {
    PyElement[] children = self.children();
    PyDict state = new PyDict();
    put(state, TAG, self.tag);
    put(state, CHILDREN, PyList.of(Arrays.copyOf(children, children.length, PyObject[].class)));
    put(state, ATTRIB, self.attrib == null ? new PyDict() : self.attrib);
    put(state, TEXT, self.text());
    put(state, TAIL, self.tail());
    return state;
  }

  /** Puts a value under a key of its own: pickles show whether keys are the same objects. */
  private static void put(PyDict state, PyStr key, PyObject value) {
    state.put(PyStr.of(key.toString()), value);
  }

  @Method("__setstate__(self, state, /)")
  static void setState(PyElement self, PyObject given) {
    if (given.getClass() != PyDict.class) {
      throw Errors.typeError(
          "Don't know how to unpickle \"%s\" as an Element", Objects.repr(given));
    }
    PyDict state = (PyDict) given;
    for (PyDict.Entry entry : state.entryList()) {
      checkKey(entry.key());
    }
    PyObject tag = state.get(TAG);
    if (tag == null) {
      throw Errors.typeError("tag may not be NULL");
    }
    self.tag = tag;
    self.text = ElementTreeModule.orNone(state.get(TEXT));
    self.tail = ElementTreeModule.orNone(state.get(TAIL));
    PyObject children = state.get(CHILDREN);
    PyObject attrib = state.get(ATTRIB);
    if (children == null && attrib == null) {
      return;
    }
    if (children != null) {
      if (!(children instanceof PyList list)) {
        throw Errors.typeError("'_children' is not a list");
      }
      self.setChildren(new PyElement[0]);
      for (PyObject child : list.toArray()) {
        self.add(PyElement.expect(child));
      }
    }
    self.attrib = attrib instanceof PyDict dict ? dict : null;
  }

  private static void checkKey(PyObject key) {
    if (!(key instanceof PyStr name)) {
      throw Errors.typeError("keywords must be strings");
    }
    if (!name.equals(TAG)
        && !name.equals(CHILDREN)
        && !name.equals(ATTRIB)
        && !name.equals(TEXT)
        && !name.equals(TAIL)) {
      throw Errors.typeError("'%s' is an invalid keyword argument for this function", name);
    }
  }
}

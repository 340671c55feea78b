package org.krait.stdlib.elementtree;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.IndexedItems;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code xml.etree.ElementTree.Element}: a tag, attributes, text, children, and the text behind it. */
@BuiltinType(
    name = "Element",
    module = "xml.etree.ElementTree",
    heapType = true,
    weakReferences = true,
    parts = {
      ElementCreation.class,
      ElementMethods.class,
      ElementSearch.class,
      ElementSubscripts.class,
      ElementCopies.class,
      ElementAttributes.class
    },
    slots = ElementSlots.class,
    handwritten = {"iter"},
    basicSize = 56)
final class PyElement extends PyInstance implements IndexedItems {
  static final PyType TYPE = PyType.builtin(new PyElementTable());

  private static final PyElement[] NOTHING = {};
  private static final int ROOM = 4;

  PyObject tag = PyNone.NONE;
  PyObject text = PyNone.NONE;
  PyObject tail = PyNone.NONE;

  /** Null while there are none and nobody asked. */
  PyDict attrib;

  private PyElement[] children = NOTHING;
  private int length;

  PyElement(PyType cls) {
    super(cls);
  }

  /** An argument that has to be an element. */
  static PyElement argument(PyObject value, String which) {
    if (value instanceof PyElement element) {
      return element;
    }
    throw Errors.typeError(
        "%s must be xml.etree.ElementTree.Element, not %s", which, value.type().fullName());
  }

  /** A value that has to be an element, in other words. */
  static PyElement expect(PyObject value) {
    if (value instanceof PyElement element) {
      return element;
    }
    throw Errors.typeError("expected an Element, not \"%s\"", value.type().fullName());
  }

  boolean isExact() {
    return type() == TYPE;
  }

  int length() {
    return length;
  }

  /** The child at an index, which may be out of range by now: then null. */
  PyElement child(int index) {
    PyElement[] all = children;
    return index >= 0 && index < length && index < all.length ? all[index] : null;
  }

  @Override
  public PyObject itemAt(long index) {
    return index < length ? child((int) index) : null;
  }

  PyDict attributes() {
    if (attrib == null) {
      attrib = new PyDict();
    }
    return attrib;
  }

  void add(PyElement child) {
    if (length == children.length) {
      children = Arrays.copyOf(children, Math.max(ROOM, length + (length >> 1)));
    }
    children[length] = child;
    length++;
  }

  /** Replaces the children from one place to another. */
  void replace(int from, int to, PyElement[] source) {
    int after = length - to;
    PyElement[] all = new PyElement[from + source.length + after];
    System.arraycopy(children, 0, all, 0, from);
    System.arraycopy(source, 0, all, from, source.length);
    System.arraycopy(children, to, all, from + source.length, after);
    setChildren(all);
  }

  /** Removes the child at a place. */
  void removeAt(int index) {
    System.arraycopy(children, index + 1, children, index, length - index - 1);
    length--;
    children[length] = null;
  }

  void setChild(int index, PyElement child) {
    children[index] = child;
  }

  /** All children, in a fresh array. */
  PyElement[] children() {
    return Arrays.copyOf(children, length);
  }

  void setChildren(PyElement[] all) {
    children = all;
    length = all.length;
  }

  void clear() {
    children = NOTHING;
    length = 0;
    attrib = null;
    text = PyNone.NONE;
    tail = PyNone.NONE;
  }

  PyObject text() {
    if (text instanceof PendingText pending) {
      text = pending.join();
    }
    return text;
  }

  PyObject tail() {
    if (tail instanceof PendingText pending) {
      tail = pending.join();
    }
    return tail;
  }

  /** {@code tag == wanted}, quickly for text. */
  boolean isNamed(PyObject wanted) {
    if (tag == wanted) {
      return true;
    }
    return tag instanceof PyStr own && wanted instanceof PyStr other
            && own.getClass() == PyStr.class && other.getClass() == PyStr.class
        ? own.equals(other)
        : org.krait.runtime.Comparison.same(tag, wanted);
  }
}

package org.krait.stdlib.elementtree;

import org.krait.annotations.Getter;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;

/** The attributes of elements that Python code sees: tag, text, tail and attrib. */
final class ElementAttributes {
  private ElementAttributes() {}

  private static PyObject given(PyObject value) {
    if (value == null) {
      throw Errors.make(PyExceptions.AttributeError, "can't delete element attribute");
    }
    return value;
  }

  @Getter("tag")
  static PyObject tag(PyElement self) {
    return self.tag;
  }

  @Setter("tag")
  static void setTag(PyElement self, PyObject value) {
    self.tag = given(value);
  }

  @Getter("text")
  static PyObject text(PyElement self) {
    return self.text();
  }

  @Setter("text")
  static void setText(PyElement self, PyObject value) {
    self.text = given(value);
  }

  @Getter("tail")
  static PyObject tail(PyElement self) {
    return self.tail();
  }

  @Setter("tail")
  static void setTail(PyElement self, PyObject value) {
    self.tail = given(value);
  }

  @Getter("attrib")
  static PyObject attrib(PyElement self) {
    return self.attributes();
  }

  @Setter("attrib")
  static void setAttrib(PyElement self, PyObject value) {
    if (!(given(value) instanceof PyDict dict)) {
      throw Errors.typeError("attrib must be dict, not %s", value.type().fullName());
    }
    self.attrib = dict;
  }
}

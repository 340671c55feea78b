package org.krait.runtime;

import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Attributes of types themselves: {@code C.name}, and the special ones such as {@code __module__}. */
final class TypeAttributes {
  private static final String SIGNATURE_END = ")\n--\n\n";
  static final PyStr MODULE = PyStr.interned("__module__");
  static final PyStr DOC = PyStr.interned("__doc__");
  private static final PyStr ANNOTATIONS = PyStr.interned("__annotations__");
  private static final PyStr ABSTRACT = PyStr.interned("__abstractmethods__");
  private static final PyStr TYPE_PARAMS = PyStr.interned("__type_params__");

  private TypeAttributes() {}

  /** {@code type.__getattribute__}: data descriptor of the metatype, own order, metatype. */
  static PyObject get(PyType type, PyStr name) {
    PyType metatype = type.type();
    PyObject meta = metatype.lookup(name);
    if (meta != null && Attributes.isDataDescriptor(meta) && Attributes.hasGet(meta)) {
      return meta.type().slots.get(meta, type, metatype);
    }
    PyObject own = type.lookup(name);
    if (own != null) {
      return Attributes.bind(own, null, type);
    }
    if (meta != null) {
      return Attributes.bind(meta, type, metatype);
    }
    throw Errors.attributeError(
        type, name, "type object '%s' has no attribute '%s'", type.name(), name);
  }

  static void set(PyType type, PyStr name, PyObject value) {
    if (!type.isHeap()) {
      throw Errors.typeError(
          "cannot set '%s' attribute of immutable type '%s'", name, type.fullName());
    }
    PyObject meta = type.type().lookup(name);
    if (meta != null && Attributes.isDataDescriptor(meta)) {
      Attributes.genericSet(type, name, value);
      return;
    }
    if (!type.setAttribute(name, value)) {
      throw Errors.attributeError(
          type, name, "type object '%s' has no attribute '%s'", type.name(), name);
    }
  }

  static void checkMutable(PyType type, String name, PyObject value) {
    if (!type.isHeap()) {
      throw Errors.typeError(
          "cannot set '%s' attribute of immutable type '%s'", name, type.fullName());
    }
    if (value == null) {
      throw Errors.typeError("cannot delete '%s' attribute of immutable type '%s'", name, type.fullName());
    }
    AuditHooks.writing(type, name, value);
  }

  static PyStr checkedName(PyType type, PyObject value, String attribute) {
    checkMutable(type, attribute, value);
    if (!(value instanceof PyStr name)) {
      throw Errors.typeError(
          "can only assign string to %s.%s, not '%s'",
          type.name(), attribute, value.type().fullName());
    }
    if (name.indexOf(0) >= 0) {
      throw Errors.valueError("type name must not contain null characters");
    }
    checkText(name);
    return name;
  }

  /** Names and docstrings of types must have a form in UTF-8: UnicodeEncodeError for surrogates. */
  static void checkText(PyStr text) {
    if (!text.isAscii()) {
      Utf8.encode(text, "strict");
    }
  }

  static PyObject module(PyType type) {
    if (!type.isHeap()) {
      return PyStr.interned(type.table.module());
    }
    PyObject value = type.dict().get(MODULE);
    return value == null ? PyStr.interned("builtins") : value;
  }

  static void setModule(PyType type, PyObject value) {
    checkMutable(type, "__module__", value);
    type.setAttribute(MODULE, value);
  }

  static PyObject doc(PyType type) {
    if (!type.isHeap()) {
      String doc = Documentation.of(type.table);
      return doc == null ? PyNone.NONE : PyStr.of(doc);
    }
    PyObject value = type.lookup(DOC);
    return value == null ? PyNone.NONE : Attributes.bind(value, null, type);
  }

  /** The signature at the start of a class's docstring, as builtin types write it; or null. */
  static String textSignature(PyType type) {
    String name = type.name();
    String start = name.substring(name.lastIndexOf('.') + 1) + "(";
    if (!(type.dict().get(DOC) instanceof PyStr doc) || !doc.toString().startsWith(start)) {
      return null;
    }
    String text = doc.toString();
    int end = text.indexOf(SIGNATURE_END);
    int gap = text.indexOf("\n\n");
    return end < 0 || gap < end ? null : text.substring(start.length() - 1, end + 1);
  }

  static void setDoc(PyType type, PyObject value) {
    checkMutable(type, "__doc__", value);
    type.setAttribute(DOC, value);
  }

  static PyObject annotations(PyType type) {
    if (!type.isHeap()) {
      throw Errors.attributeError(
          type, ANNOTATIONS, "type object '%s' has no attribute '__annotations__'", type.name());
    }
    PyObject value = type.dict().get(ANNOTATIONS);
    if (value == null) {
      value = new PyDict();
      type.setAttribute(ANNOTATIONS, value);
    }
    return Attributes.bind(value, null, type);
  }

  static void setAnnotations(PyType type, PyObject value) {
    if (!type.isHeap()) {
      throw Errors.typeError(
          "cannot set '__annotations__' attribute of immutable type '%s'", type.fullName());
    }
    if (!type.setAttribute(ANNOTATIONS, value)) {
      throw Errors.make(PyExceptions.AttributeError, "__annotations__");
    }
  }

  static void setTypeParams(PyType type, PyObject value) {
    checkMutable(type, "__type_params__", value);
    type.setAttribute(TYPE_PARAMS, value);
  }

  static PyObject abstractMethods(PyType type) {
    PyObject value = type == PyType.TYPE ? null : type.dict().get(ABSTRACT);
    if (value == null) {
      throw Errors.attributeError(
          type, ABSTRACT, "type object '%s' has no attribute '__abstractmethods__'", type.name());
    }
    return value;
  }

  static boolean setAbstractMethods(PyType type, PyObject value) {
    boolean isAbstract = value != null && Objects.isTrue(value);
    if (!type.setAttribute(ABSTRACT, value)) {
      throw Errors.make(PyExceptions.AttributeError, "__abstractmethods__");
    }
    return isAbstract;
  }

  static PyException abstractInstance(PyType type) {
    PyTuple names = PyTuple.from(org.krait.runtime.types.PyList.sorted(abstractMethods(type)));
    StringBuilder list = new StringBuilder();
    for (PyObject name : names) {
      list.append(list.isEmpty() ? "'" : "', '").append(name);
    }
    return Errors.typeError(
        "Can't instantiate abstract class %s without an implementation for abstract method%s %s'",
        type.name(), names.size() > 1 ? "s" : "", list);
  }
}

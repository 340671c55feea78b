package org.krait.runtime.types;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyCode;

/** What Python sees of a function. */
final class FunctionMethods {
  static final PyStr NAME = PyStr.interned("__name__");

  private FunctionMethods() {}

  @Method("__new__(cls, code, globals, name=None, argdefs=None, closure=None)")
  static PyObject make(
      PyType cls, PyCode code, PyDict globals, PyObject name, PyObject defaults, PyObject closure) {
    if (name != PyNone.NONE && !(name instanceof PyStr)) {
      throw Errors.typeError("arg 3 (name) must be None or string");
    }
    if (defaults != PyNone.NONE && !(defaults instanceof PyTuple)) {
      throw Errors.typeError("arg 4 (defaults) must be None or tuple");
    }
    int free = code.freeCount();
    if (!(closure instanceof PyTuple) && (free > 0 || closure != PyNone.NONE)) {
      throw closure == PyNone.NONE
          ? Errors.typeError("arg 5 (closure) must be tuple")
          : Errors.typeError("arg 5 (closure) must be None or tuple");
    }
    int given = closure instanceof PyTuple cells ? cells.size() : 0;
    if (given != free) {
      throw Errors.valueError(
          "%s requires closure of length %d, not %d", code.name(), free, given);
    }
    AuditHooks.audit("function.__new__", code);
    PyFunction function = new PyFunction(code, globals);
    if (name instanceof PyStr text) {
      function.setName(text);
    }
    if (defaults instanceof PyTuple values) {
      function.defaults = values.items();
    }
    if (closure instanceof PyTuple cells) {
      function.closure = cells(cells);
    }
    return function;
  }

  private static PyCell[] cells(PyTuple values) {
    PyCell[] cells = new PyCell[values.size()];
    for (int i = 0; i < cells.length; i++) {
      if (!(values.get(i) instanceof PyCell cell)) {
        throw Errors.typeError(
            "arg 5 (closure) expected cell, found %s", values.get(i).type().fullName());
      }
      cells[i] = cell;
    }
    return cells;
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyFunction self, PyObject[] args, PyStr[] names) {
    return self.call(args, names);
  }

  @Method("__get__(self, instance, owner=None, /)")
  static PyObject get(PyFunction self, PyObject instance, PyObject owner) {
    return instance == null ? self : new PyBoundMethod(self, instance);
  }

  @Method("__repr__(self, /)")
  static String repr(PyFunction self) {
    return String.format("<function %s at 0x%x>", self.qualname(), Objects.id(self));
  }

  @Getter("__code__")
  static PyObject code(PyFunction self) {
    AuditHooks.reading(self, "__code__");
    return self.code();
  }

  @Setter("__code__")
  static void setCode(PyFunction self, PyObject value) {
    if (!(value instanceof PyCode code)) {
      throw Errors.typeError("__code__ must be set to a code object");
    }
    AuditHooks.writing(self, "__code__", value);
    if (code.freeCount() != self.closure.length) {
      throw Errors.valueError(
          "%s() requires a code object with %d free vars, not %d",
          self.name(), self.closure.length, code.freeCount());
    }
    self.setCode(code);
  }

  @Getter("__defaults__")
  static PyObject defaults(PyFunction self) {
    AuditHooks.reading(self, "__defaults__");
    return self.defaults.length == 0 && !self.hasEmptyDefaults
        ? PyNone.NONE
        : PyTuple.of(self.defaults);
  }

  @Setter("__defaults__")
  static void setDefaults(PyFunction self, PyObject value) {
    if (value != null && value != PyNone.NONE && !(value instanceof PyTuple)) {
      throw Errors.typeError("__defaults__ must be set to a tuple object");
    }
    AuditHooks.writing(self, "__defaults__", value);
    self.defaults = value instanceof PyTuple values ? values.items() : PyObject.NO_ARGS;
    self.hasEmptyDefaults = value instanceof PyTuple;
    self.changed();
  }

  @Getter("__kwdefaults__")
  static PyObject keywordDefaults(PyFunction self) {
    AuditHooks.reading(self, "__kwdefaults__");
    return self.keywordDefaults == null ? PyNone.NONE : self.keywordDefaults;
  }

  @Setter("__kwdefaults__")
  static void setKeywordDefaults(PyFunction self, PyObject value) {
    if (value != null && value != PyNone.NONE && !(value instanceof PyDict)) {
      throw Errors.typeError("__kwdefaults__ must be set to a dict object");
    }
    AuditHooks.writing(self, "__kwdefaults__", value);
    self.keywordDefaults = value instanceof PyDict values ? values : null;
    self.changed();
  }

  @Getter("__name__")
  static PyObject name(PyFunction self) {
    return self.name();
  }

  @Setter("__name__")
  static void setName(PyFunction self, PyObject value) {
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("__name__ must be set to a string object");
    }
    self.setName(text);
  }

  @Getter("__qualname__")
  static PyObject qualname(PyFunction self) {
    return self.qualname();
  }

  @Setter("__qualname__")
  static void setQualname(PyFunction self, PyObject value) {
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("__qualname__ must be set to a string object");
    }
    self.setQualname(text);
  }

  @Getter(value = "__doc__", member = true)
  static PyObject doc(PyFunction self) {
    return self.doc();
  }

  @Setter("__doc__")
  static void setDoc(PyFunction self, PyObject value) {
    self.setDoc(value == null ? PyNone.NONE : value);
  }

  @Getter(value = "__module__", member = true)
  static PyObject module(PyFunction self) {
    return self.module == null ? PyNone.NONE : self.module;
  }

  @Setter("__module__")
  static void setModule(PyFunction self, PyObject value) {
    self.module = value;
  }

  @Getter("__annotations__")
  static PyObject annotations(PyFunction self) {
    if (self.annotations == null) {
      self.annotations = new PyDict();
    } else if (self.annotations instanceof PyTuple pairs) {
      PyDict dict = new PyDict(pairs.size() / 2);
      for (int i = 0; i + 1 < pairs.size(); i += 2) {
        dict.put(pairs.get(i), pairs.get(i + 1));
      }
      self.annotations = dict;
    }
    return self.annotations;
  }

  @Setter("__annotations__")
  static void setAnnotations(PyFunction self, PyObject value) {
    if (value != null && value != PyNone.NONE && !(value instanceof PyDict)) {
      throw Errors.typeError("__annotations__ must be set to a dict object");
    }
    self.annotations = value == PyNone.NONE ? null : value;
  }

  @Getter("__type_params__")
  static PyObject typeParams(PyFunction self) {
    return self.typeParams;
  }

  @Setter("__type_params__")
  static void setTypeParams(PyFunction self, PyObject value) {
    if (!(value instanceof PyTuple)) {
      throw Errors.typeError("__type_params__ must be set to a tuple");
    }
    self.typeParams = value;
  }

  @Getter(value = "__closure__", member = true)
  static PyObject closure(PyFunction self) {
    return self.closure.length == 0 ? PyNone.NONE : PyTuple.of(self.closure.clone());
  }

  @Getter(value = "__globals__", member = true)
  static PyObject globals(PyFunction self) {
    return self.globals;
  }

  @Getter(value = "__builtins__", member = true)
  static PyObject builtins(PyFunction self) {
    return self.builtins;
  }

  @Getter("__dict__")
  static PyObject dict(PyFunction self) {
    return self.ownDict();
  }

  @Setter("__dict__")
  static void setDict(PyFunction self, PyObject value) {
    if (!(value instanceof PyDict dict)) {
      throw Errors.typeError(
          "__dict__ must be set to a dictionary, not a '%s'", value == null ? "NULL" : value.type().fullName());
    }
    self.setOwnDict(dict);
  }
}

package org.krait.runtime.execution;

import java.util.HashSet;
import java.util.Set;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.TypeFlags;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The questions that {@code match} asks (PEP 634). */
final class MatchPattern {
  private MatchPattern() {}

  static PyObject isKind(PyObject subject, boolean mapping) {
    TypeFlags.Pattern wanted = mapping ? TypeFlags.Pattern.MAPPING : TypeFlags.Pattern.SEQUENCE;
    return PyBool.of(subject.type().pattern() == wanted);
  }

  /** The values of the keys, or None when one is missing. */
  static PyObject keys(PyObject subject, PyTuple keys) {
    PyObject[] values = new PyObject[keys.size()];
    if (values.length == 0) {
      return PyTuple.EMPTY;
    }
    PyObject get = Attributes.get(subject, "get");
    PyObject missing = new PyCell(null);
    PyDict seen = new PyDict();
    for (int i = 0; i < values.length; i++) {
      PyObject key = keys.get(i);
      if (seen.put(key, PyNone.NONE) != null) {
        throw Errors.valueError(
            "mapping pattern checks duplicate key (%s)", Objects.repr(key));
      }
      values[i] = get.call(key, missing);
      if (values[i] == missing) {
        return PyNone.NONE;
      }
    }
    return PyTuple.of(values);
  }

  /** The attributes that the class pattern names, or None when the subject is not an instance. */
  static PyObject ofClass(PyObject subject, PyObject pattern, int positional, PyTuple names) {
    if (!(pattern instanceof PyType type)) {
      throw Errors.typeError("called match pattern must be a class");
    }
    if (!Attributes.isInstanceOf(subject, type)) {
      return PyNone.NONE;
    }
    PyObject[] values = new PyObject[positional + names.size()];
    Set<PyStr> seen = new HashSet<>();
    if (positional > 0 && !fillPositional(subject, type, positional, values, seen)) {
      return PyNone.NONE;
    }
    for (int i = 0; i < names.size(); i++) {
      PyObject value = attribute(subject, type, (PyStr) names.get(i), seen);
      if (value == null) {
        return PyNone.NONE;
      }
      values[positional + i] = value;
    }
    return PyTuple.of(values);
  }

  private static boolean fillPositional(
      PyObject subject, PyType type, int count, PyObject[] values, Set<PyStr> seen) {
    PyObject declared = Attributes.getOrNull(type, "__match_args__");
    boolean self = declared == null && type.matchesSelf();
    if (declared != null && !(declared instanceof PyTuple)) {
      throw Errors.typeError(
          "%s.__match_args__ must be a tuple (got %s)", type.name(), declared.type().fullName());
    }
    PyTuple args = declared instanceof PyTuple tuple ? tuple : PyTuple.EMPTY;
    int allowed = self ? 1 : args.size();
    if (allowed < count) {
      throw Errors.typeError(
          "%s() accepts %d positional sub-pattern%s (%d given)",
          type.name(), allowed, allowed == 1 ? "" : "s", count);
    }
    if (self) {
      values[0] = subject;
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (!(args.get(i) instanceof PyStr name)) {
        throw Errors.typeError(
            "__match_args__ elements must be strings (got %s)", args.get(i).type().fullName());
      }
      values[i] = attribute(subject, type, name, seen);
      if (values[i] == null) {
        return false;
      }
    }
    return true;
  }

  private static PyObject attribute(PyObject subject, PyType type, PyStr name, Set<PyStr> seen) {
    if (!seen.add(name)) {
      throw Errors.typeError(
          "%s() got multiple sub-patterns for attribute %s", type.name(), Objects.repr(name));
    }
    return Attributes.getOrNull(subject, name);
  }
}

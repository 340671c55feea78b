package org.krait.stdlib.builtins;

import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.ClassCreation;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.Execute;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.*;

/** {@code __build_class__}: what a class statement calls. */
final class ClassBuilding {
  private static final PyStr METACLASS = PyStr.interned("metaclass");
  private static final PyStr PREPARE = PyStr.interned("__prepare__");
  private static final PyStr ORIG_BASES = PyStr.interned("__orig_bases__");

  private ClassBuilding() {}

  @Function(value = "__build_class__(*args, **kwargs)", textSignature = false)
  static PyObject buildClass(ThreadState thread, PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional < 2) {
      throw Errors.typeError("__build_class__: not enough arguments");
    }
    if (!(args[0] instanceof PyFunction body)) {
      throw Errors.typeError("__build_class__: func must be a function");
    }
    if (!(args[1] instanceof PyStr name)) {
      throw Errors.typeError("__build_class__: name is not a string");
    }
    PyTuple written = PyTuple.of(java.util.Arrays.copyOfRange(args, 2, positional));
    PyTuple bases = resolve(written);
    Keywords keywords = Keywords.of(args, names, positional);
    PyObject metaclass = metaclass(keywords.metaclass, bases);
    PyObject namespace = prepare(metaclass, name, bases, keywords);
    PyObject cell = runBody(thread, body, namespace);
    if (bases != written) {
      namespace.type().slots.setitem(namespace, ORIG_BASES, written);
    }
    PyObject[] all = keywords.behind(name, bases, namespace);
    PyObject made = metaclass.call(all, keywords.names);
    if (made instanceof PyType && cell instanceof PyCell box) {
      checkCell(name, made, box);
    }
    return made;
  }

  /** The class statement's keywords without {@code metaclass}. */
  private record Keywords(PyObject metaclass, PyObject[] values, PyStr[] names) {
    static Keywords of(PyObject[] args, PyStr[] names, int positional) {
      if (names == null) {
        return new Keywords(null, PyObject.NO_ARGS, null);
      }
      PyObject metaclass = null;
      PyDict rest = new PyDict();
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(METACLASS)) {
          metaclass = args[positional + i];
        } else {
          rest.put(names[i], args[positional + i]);
        }
      }
      PyObject[] values = new PyObject[rest.size()];
      PyStr[] kept = new PyStr[values.length];
      for (int i = 0; i < values.length; i++) {
        kept[i] = (PyStr) rest.keyAt(i);
        values[i] = rest.valueAt(i);
      }
      return new Keywords(metaclass, values, kept.length == 0 ? null : kept);
    }

    PyObject[] behind(PyObject... first) {
      PyObject[] all = java.util.Arrays.copyOf(first, first.length + values.length);
      System.arraycopy(values, 0, all, first.length, values.length);
      return all;
    }
  }

  /** Bases with {@code __mro_entries__} replaced by what that gives (PEP 560). */
  private static PyTuple resolve(PyTuple written) {
    PyList resolved = null;
    for (int i = 0; i < written.size(); i++) {
      PyObject base = written.get(i);
      PyObject method =
          base instanceof PyType ? null : Attributes.getOrNull(base, "__mro_entries__");
      if (method == null) {
        if (resolved != null) {
          resolved.append(base);
        }
        continue;
      }
      if (!(method.call(written) instanceof PyTuple entries)) {
        throw Errors.typeError("__mro_entries__ must return a tuple");
      }
      if (resolved == null) {
        resolved = PyList.of(java.util.Arrays.copyOf(written.items(), i));
      }
      resolved.appendAll(entries.items(), entries.size());
    }
    return resolved == null ? written : PyTuple.of(resolved.toArray());
  }

  private static PyObject metaclass(PyObject given, PyTuple bases) {
    PyObject start =
        given != null ? given : bases.size() == 0 ? PyType.TYPE : bases.get(0).type();
    return start instanceof PyType type ? ClassCreation.metaclass(type, bases) : start;
  }

  private static PyObject prepare(PyObject metaclass, PyStr name, PyTuple bases, Keywords keywords) {
    PyObject method = Attributes.getOrNull(metaclass, PREPARE);
    if (method == null) {
      return new PyDict();
    }
    PyObject namespace = method.call(keywords.behind(name, bases), keywords.names);
    if (namespace.type().special(org.krait.runtime.Special.GETITEM) == null) {
      throw Errors.typeError(
          "%s.__prepare__() must return a mapping, not %s",
          metaclass instanceof PyType type ? type.name() : "<metaclass>",
          namespace.type().fullName());
    }
    return namespace;
  }

  private static PyObject runBody(ThreadState thread, PyFunction body, PyObject namespace) {
    PyFrame frame =
        new PyFrame(thread, body.code(), body, body.globals, body.builtins);
    frame.locals = namespace;
    return Execute.call(frame);
  }

  private static void checkCell(PyStr name, PyObject made, PyCell cell) {
    if (cell.get() == null) {
      throw Errors.runtimeError(
          "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?",
          org.krait.runtime.Objects.repr(name), org.krait.runtime.Objects.repr(made));
    }
    if (cell.get() != made) {
      throw Errors.typeError(
          "__class__ set to %s defining %s as %s",
          org.krait.runtime.Objects.repr(cell.get()),
          org.krait.runtime.Objects.repr(name),
          org.krait.runtime.Objects.repr(made));
    }
  }
}

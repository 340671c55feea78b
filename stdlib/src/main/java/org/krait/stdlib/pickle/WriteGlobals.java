package org.krait.stdlib.pickle;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyEllipsis;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Writes classes, functions and other objects that are found again by their names. */
final class WriteGlobals {
  private static final PyStr QUALNAME = PyStr.interned("__qualname__");
  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr MODULE = PyStr.interned("__module__");
  private static final String LOCALS = "<locals>";

  private final PickleWriter writer;

  WriteGlobals(PickleWriter writer) {
    this.writer = writer;
  }

  /** Where an object was found: its parent, and under which last name. */
  private record Place(PyObject parent, PyObject value, String lastName) {}

  void type(PyType type) {
    if (type == PyNone.NONE.type()) {
      singletonType(type, PyNone.NONE);
    } else if (type == PyEllipsis.ELLIPSIS.type()) {
      singletonType(type, PyEllipsis.ELLIPSIS);
    } else if (type == PyNotImplemented.NOT_IMPLEMENTED.type()) {
      singletonType(type, PyNotImplemented.NOT_IMPLEMENTED);
    } else {
      write(type, null);
    }
  }

  private void singletonType(PyType type, PyObject value) {
    writer.writeReductionOf(type, PyType.TYPE, PyTuple.of(value));
  }

  /**
   * Writes where an object is found.
   *
   * @param name its name, or null for the one that it says it has
   */
  void write(PyObject object, PyObject name) {
    PyObject given = name != null ? name : Attributes.getOrNull(object, QUALNAME);
    if (given == null) {
      given = Attributes.get(object, NAME);
    }
    if (!(given instanceof PyStr global)) {
      throw Errors.typeError("must be str, not %s", given.type().fullName());
    }
    String[] path = path(global);
    PyObject moduleName = moduleOf(object, path);
    PyObject module = importModule(object, moduleName);
    Place place = find(object, module, moduleName, global, path);
    if (writer.protocol >= 2 && writeExtension(object, moduleName, global)) {
      return;
    }
    if (writer.protocol >= 4) {
      writer.save(moduleName);
      writer.save(global);
      writer.out.op(Op.STACK_GLOBAL);
    } else if (place.parent != module) {
      writer.writeReduction(
          writer.state.getattr, PyTuple.of(place.parent, PyStr.interned(place.lastName)));
    } else {
      writeNames(moduleName, PyStr.of(place.lastName));
    }
    writer.put(object);
  }

  private String[] path(PyStr name) {
    String[] parts = name.toString().split("\\.", -1);
    for (String part : parts) {
      if (part.equals(LOCALS)) {
        throw Errors.make(
            PyExceptions.AttributeError, "Can't pickle local object %s", Objects.repr(name));
      }
    }
    return parts;
  }

  private PyObject importModule(PyObject object, PyObject moduleName) {
    try {
      PyObject module = PickleState.importModule(writer.thread.interpreter, moduleName);
      if (module != null) {
        return module;
      }
    } catch (PyException e) {
      // The words below say it.
    }
    throw PickleErrors.pickling(
        "Can't pickle %s: import of module %s failed",
        Objects.repr(object), Objects.repr(moduleName));
  }

  private static Place find(
      PyObject object, PyObject module, PyObject moduleName, PyStr global, String[] path) {
    Place place = descend(module, path);
    if (place == null) {
      throw PickleErrors.pickling(
          "Can't pickle %s: attribute lookup %s on %s failed",
          Objects.repr(object), global, Objects.str(moduleName));
    }
    if (place.value != object) {
      throw PickleErrors.pickling(
          "Can't pickle %s: it's not the same object as %s.%s",
          Objects.repr(object), Objects.str(moduleName), global);
    }
    return place;
  }

  /** What a dotted name means, or null. */
  private static Place descend(PyObject start, String[] path) {
    PyObject parent = start;
    PyObject value = start;
    for (String part : path) {
      parent = value;
      value = Attributes.getOrNull(parent, part);
      if (value == null) {
        return null;
      }
    }
    return new Place(parent, value, path[path.length - 1]);
  }

  private PyObject moduleOf(PyObject object, String[] path) {
    PyObject said = Attributes.getOrNull(object, MODULE);
    if (said != null && said != PyNone.NONE) {
      return said;
    }
    PyDict modules = writer.thread.interpreter.modules();
    for (PyDict.Entry entry : modules.entryList()) {
      PyObject module = entry.value();
      if (module == PyNone.NONE || entry.key().toString().equals("__main__")) {
        continue;
      }
      Place place = descend(module, path);
      if (place != null && place.value == object) {
        return entry.key();
      }
    }
    return PyStr.interned("__main__");
  }

  private boolean writeExtension(PyObject object, PyObject moduleName, PyStr global) {
    PyObject code = writer.state.extensionRegistry.get(PyTuple.of(moduleName, global));
    if (code == null) {
      return false;
    }
    if (!(code instanceof PyInt number)) {
      throw PickleErrors.pickling(
          "Can't pickle %s: extension code %s isn't an integer",
          Objects.repr(object), Objects.repr(code));
    }
    long value = number.longValue();
    if (value <= 0 || value > Integer.MAX_VALUE) {
      throw PickleErrors.pickling(
          "Can't pickle %s: extension code %d is out of range", Objects.repr(object), value);
    }
    if (value <= 0xff) {
      writer.out.op1(Op.EXT1, (int) value);
    } else if (value <= 0xffff) {
      writer.out.op2(Op.EXT2, (int) value);
    } else {
      writer.out.op4(Op.EXT4, (int) value);
    }
    return true;
  }

  private void writeNames(PyObject moduleName, PyStr name) {
    PyObject module = moduleName;
    PyObject global = name;
    if (writer.fixImports) {
      String[] old =
          PickleState.translate(
              writer.state.namesForTwo, writer.state.modulesForTwo, "REVERSE_", module, global);
      module = PyStr.interned(old[0]);
      global = PyStr.interned(old[1]);
    }
    byte[] first = identifier(Objects.str(module), "module");
    byte[] second = identifier(Objects.str(global), "global");
    writer.out.op(Op.GLOBAL);
    writer.out.raw(first);
    writer.out.op('\n');
    writer.out.raw(second);
    writer.out.op('\n');
  }

  private byte[] identifier(PyStr name, String kind) {
    try {
      return Codecs.encode(name, writer.protocol == 3 ? "utf-8" : "ascii", "strict");
    } catch (PyException e) {
      if (!e.is(PyExceptions.UnicodeEncodeError)) {
        throw e;
      }
      throw PickleErrors.pickling(
          "can't pickle %s identifier '%s' using pickle protocol %d",
          kind, name, writer.protocol);
    }
  }
}

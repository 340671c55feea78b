package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The import instructions. */
final class Imports {
  private static final PyStr IMPORT = PyStr.interned("__import__");
  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr ALL = PyStr.interned("__all__");
  private static final PyStr DICT = PyStr.interned("__dict__");

  private Imports() {}

  /** {@code IMPORT_NAME}: through {@code __import__} of the frame's builtins. */
  static PyObject name(PyFrame frame, PyStr name, PyObject fromList, PyObject level) {
    PyObject importer = Variables.lookup(frame.builtins, IMPORT);
    if (importer == null) {
      throw Errors.make(PyExceptions.ImportError, "__import__ not found");
    }
    PyObject locals = frame.locals == null ? PyNone.NONE : frame.locals;
    return importer.call(new PyObject[] {name, frame.globals, locals, fromList, level}, null);
  }

  /** {@code from package import name} where that is a submodule, or the ImportError. */
  static PyObject submodule(PyFrame frame, PyObject module, PyStr name) {
    Interpreter interpreter = frame.thread.interpreter;
    PyObject packageName = Attributes.getOrNull(module, NAME);
    if (packageName instanceof PyStr text) {
      PyObject found = interpreter.modules().get(PyStr.interned(text + "." + name));
      if (found != null) {
        return found;
      }
    }
    throw cannotImport(module, packageName, name);
  }

  private static PyException cannotImport(PyObject module, PyObject packageName, PyStr name) {
    String from = packageName instanceof PyStr text ? text.toString() : "<unknown module name>";
    PyObject file = Attributes.getOrNull(module, "__file__");
    PyObject path = file instanceof PyStr ? file : PyNone.NONE;
    String message;
    if (path == PyNone.NONE) {
      message = Errors.text("cannot import name '%s' from '%s' (unknown location)", name, from);
    } else if (isInitializing(module)) {
      message =
          Errors.text(
              "cannot import name '%s' from partially initialized module '%s' (most likely due to a"
                  + " circular import) (%s)",
              name, from, path);
    } else {
      message = Errors.text("cannot import name '%s' from '%s' (%s)", name, from, path);
    }
    PyStr[] names = {
      PyStr.interned("name"), PyStr.interned("path"), PyStr.interned("name_from")
    };
    PyObject shown = packageName == null ? PyNone.NONE : packageName;
    return Errors.raised(
        (org.krait.runtime.types.PyBaseException)
            PyExceptions.ImportError.call(
                new PyObject[] {PyStr.of(message), shown, path, name}, names));
  }

  private static boolean isInitializing(PyObject module) {
    PyObject spec = Attributes.getOrNull(module, "__spec__");
    PyObject flag = spec == null ? null : Attributes.getOrNull(spec, "_initializing");
    return flag != null && org.krait.runtime.Objects.isTrue(flag);
  }

  /** {@code from module import *}. */
  static PyObject star(PyFrame frame, PyObject module) {
    PyObject listed = Attributes.getOrNull(module, ALL);
    boolean all = listed != null;
    PyObject names = listed;
    if (!all) {
      PyObject dict = Attributes.getOrNull(module, DICT);
      if (dict == null) {
        throw Errors.make(
            PyExceptions.ImportError, "from-import-* object has no __dict__ and no __all__");
      }
      names = dict instanceof PyDict own ? own.keyList() : Attributes.get(dict, "keys").call();
    }
    PyDict plain = module.type() == PyModule.TYPE ? ((PyModule) module).dict() : null;
    for (PyObject item : Iteration.toArray(names)) {
      if (!(item instanceof PyStr name)) {
        throw Errors.typeError(
            "%s in %s.%s must be str, not %s",
            all ? "Item" : "Key",
            Attributes.getOrNull(module, NAME),
            all ? "__all__" : "__dict__",
            item.type().fullName());
      }
      if (all || name.length() == 0 || name.codePointAt(0) != '_') {
        PyObject value = plain == null || isSpecial(name) ? null : plain.get(name);
        Variables.storeName(frame, name.intern(), value == null ? Attributes.get(module, name) : value);
      }
    }
    return PyNone.NONE;
  }

  /** Whether a name may be one of those that modules have from their type. */
  private static boolean isSpecial(PyStr name) {
    return name.length() > 1 && name.codePointAt(0) == '_' && name.codePointAt(1) == '_';
  }
}

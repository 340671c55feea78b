package org.krait.stdlib.importing;

import java.io.File;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * Stands for {@code zipimport.zipimporter} in {@code sys.path_hooks} until a path is asked for that
 * may be an archive: {@code zipimport} and what it imports are too much for every start.
 */
@BuiltinType(name = "zipimporter", module = "zipimport", subclassable = false, disallowNew = true)
final class PyZipHook extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyZipHookTable());

  private boolean importing;

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<class 'zipimport.zipimporter'>";
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    return invoke(args, names);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] args, PyStr[] names) {
    if (importing || args.length != 1 || names != null || !mayBeArchive(args[0])) {
      throw Errors.make(PyExceptions.ImportError, "not a Zip file");
    }
    return zipimporter().call(args, names);
  }

  /** Whether a path has to be given to this hook. */
  boolean wants(PyStr path) {
    return importing || mayBeArchive(path);
  }

  /** Whether the path or one above it is a file. */
  private static boolean mayBeArchive(PyObject path) {
    if (!(path instanceof PyStr text)) {
      return false;
    }
    File file = new File(text.toString());
    while (file != null && !file.exists()) {
      file = file.getParentFile();
    }
    return file != null && !file.isDirectory();
  }

  /** Imports the module and lets its class take the place of this hook. */
  private PyObject zipimporter() {
    Interpreter interpreter = ThreadState.current().interpreter;
    PyObject type;
    importing = true;
    try {
      type = Attributes.get(interpreter.importModule("zipimport"), "zipimporter");
    } finally {
      importing = false;
    }
    if (interpreter.sysDict().get(PyStr.interned("path_hooks")) instanceof PyList hooks) {
      for (int i = 0; i < hooks.size(); i++) {
        if (hooks.get(i) == this) {
          hooks.set(i, type);
        }
      }
    }
    forgetRefusals(interpreter);
    return type;
  }

  /** Archives that were refused while the module was being imported are to be asked for again. */
  private static void forgetRefusals(Interpreter interpreter) {
    if (interpreter.sysDict().get(PyStr.interned("path_importer_cache")) instanceof PyDict cache) {
      for (PyDict.Entry entry : cache.entryList()) {
        if (entry.value() == PyNone.NONE) {
          cache.remove(entry.key());
        }
      }
    }
  }
}

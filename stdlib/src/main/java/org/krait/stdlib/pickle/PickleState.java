package org.krait.stdlib.pickle;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What pickling shares with the library's {@code copyreg} and {@code _compat_pickle}. */
final class PickleState {
  private static final PyStr IMPORT = PyStr.interned("__import__");

  final PyDict dispatchTable;
  final PyDict extensionRegistry;
  final PyDict invertedRegistry;
  final PyDict extensionCache;
  final PyDict namesOfTwo;
  final PyDict modulesOfTwo;
  final PyDict namesForTwo;
  final PyDict modulesForTwo;
  final PyObject encode;
  final PyObject partial;
  final PyObject getattr;

  PickleState(Interpreter interpreter) {
    PyObject copyreg = interpreter.importModule("copyreg");
    dispatchTable = dict(copyreg, "copyreg", "dispatch_table");
    extensionRegistry = dict(copyreg, "copyreg", "_extension_registry");
    invertedRegistry = dict(copyreg, "copyreg", "_inverted_registry");
    extensionCache = dict(copyreg, "copyreg", "_extension_cache");
    PyObject compat = interpreter.importModule("_compat_pickle");
    namesOfTwo = dict(compat, "_compat_pickle", "NAME_MAPPING");
    modulesOfTwo = dict(compat, "_compat_pickle", "IMPORT_MAPPING");
    namesForTwo = dict(compat, "_compat_pickle", "REVERSE_NAME_MAPPING");
    modulesForTwo = dict(compat, "_compat_pickle", "REVERSE_IMPORT_MAPPING");
    encode = Attributes.get(interpreter.importModule("codecs"), "encode");
    if (!Objects.isCallable(encode)) {
      throw Errors.runtimeError(
          "codecs.encode should be a callable, not %s", encode.type().fullName());
    }
    partial = Attributes.get(interpreter.importModule("functools"), "partial");
    getattr = interpreter.builtins().get(PyStr.interned("getattr"));
  }

  private static PyDict dict(PyObject module, String moduleName, String name) {
    PyObject value = Attributes.get(module, name);
    if (value instanceof PyDict dict) {
      return dict;
    }
    throw Errors.runtimeError(
        "%s.%s should be a dict, not %s", moduleName, name, value.type().fullName());
  }

  /** The state of the running interpreter. */
  static PickleState current() {
    return ThreadState.current().interpreter.service(PickleState.class, PickleState::new);
  }

  /** Imports a module, waiting for a thread that is at it; null when it is not there afterwards. */
  static PyObject importModule(Interpreter interpreter, PyObject name) {
    interpreter.builtins().get(IMPORT).call(name);
    return interpreter.modules().get(name);
  }

  /** The module and name that stand for those under the other version of Python, or the same. */
  static String[] translate(
      PyDict names, PyDict modules, String kind, PyObject module, PyObject name) {
    PyObject pair = names.get(PyTuple.of(module, name));
    if (pair != null) {
      if (!(pair instanceof PyTuple both) || both.size() != 2) {
        throw Errors.runtimeError(
            "_compat_pickle.%sNAME_MAPPING values should be 2-tuples, not %s",
            kind, pair.type().fullName());
      }
      if (!(both.get(0) instanceof PyStr) || !(both.get(1) instanceof PyStr)) {
        throw Errors.runtimeError(
            "_compat_pickle.%sNAME_MAPPING values should be pairs of str, not (%s, %s)",
            kind, both.get(0).type().fullName(), both.get(1).type().fullName());
      }
      return new String[] {both.get(0).toString(), both.get(1).toString()};
    }
    PyObject other = modules.get(module);
    if (other != null && !(other instanceof PyStr)) {
      throw Errors.runtimeError(
          "_compat_pickle.%sIMPORT_MAPPING values should be strings, not %s",
          kind, other.type().fullName());
    }
    return new String[] {(other == null ? module : other).toString(), name.toString()};
  }
}

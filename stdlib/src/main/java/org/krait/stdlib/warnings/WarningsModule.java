package org.krait.stdlib.warnings;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.*;
import org.krait.stdlib.sys.SourceLines;

/** The module {@code _warnings}. */
@BuiltinModule("_warnings")
public final class WarningsModule implements NativeModule {
  private static final PyStr REGISTRY = PyStr.interned("__warningregistry__");
  private static final PyStr NAME = PyStr.interned("__name__");
  private static final PyStr VERSION = PyStr.interned("version");

  /** What was in use last; it stays when the module {@code warnings} has lost its own. */
  private PyObject filters = new PyList();

  private PyObject defaultAction = PyStr.of("default");
  private PyObject onceRegistry = new PyDict();
  private long filtersVersion;

  @Override
  public void exec(PyModule module) {
    PyDict own = module.dict();
    PyList filters = (PyList) this.filters;
    filters.append(filter("default", PyExceptions.DeprecationWarning, PyStr.of("__main__")));
    filters.append(filter("ignore", PyExceptions.DeprecationWarning, PyNone.NONE));
    filters.append(filter("ignore", PyExceptions.PendingDeprecationWarning, PyNone.NONE));
    filters.append(filter("ignore", PyExceptions.ImportWarning, PyNone.NONE));
    filters.append(filter("ignore", PyExceptions.ResourceWarning, PyNone.NONE));
    own.put(PyStr.interned("filters"), filters);
    own.put(PyStr.interned("_onceregistry"), onceRegistry);
    own.put(PyStr.interned("_defaultaction"), defaultAction);
  }

  private static PyObject filter(String action, PyType category, PyObject module) {
    return PyTuple.of(PyStr.of(action), PyNone.NONE, category, module, PyLong.ZERO);
  }

  @Function("_filters_mutated()")
  void filtersMutated() {
    filtersVersion++;
  }

  @Function("warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())")
  void warn(
      ThreadState thread,
      PyObject message,
      PyObject category,
      long stackLevel,
      PyObject source,
      PyTuple skipPrefixes) {
    for (PyObject prefix : skipPrefixes) {
      if (!(prefix instanceof PyStr)) {
        throw Errors.typeError(
            "Found non-str '%s' in skip_file_prefixes.", prefix.type().fullName());
      }
    }
    PyObject kind = category(message, category);
    PyFrame frame = frame(thread, stackLevel, skipPrefixes);
    PyDict globals = frame == null ? thread.interpreter.sysDict() : frame.globals;
    PyObject file = frame == null ? PyStr.of("sys") : frame.code.filename();
    int line = frame == null ? 1 : frame.line();
    PyObject registry = globals.get(REGISTRY);
    if (registry == null) {
      registry = new PyDict();
      globals.put(REGISTRY, registry);
    }
    PyObject module = globals.get(NAME);
    PyObject name = module instanceof PyStr ? module : PyStr.of("<string>");
    explicit(thread, kind, message, file, line, name, registry, source);
  }

  private static PyObject category(PyObject message, PyObject category) {
    if (Attributes.isInstanceOf(message, PyExceptions.Warning)) {
      return message.type();
    }
    PyObject kind = category == PyNone.NONE ? PyExceptions.UserWarning : category;
    if (!(kind instanceof PyType type) || !type.isSubtypeOf(PyExceptions.Warning)) {
      throw Errors.typeError(
          "category must be a Warning subclass, not '%s'", kind.type().fullName());
    }
    return kind;
  }

  private static PyFrame frame(ThreadState thread, long level, PyTuple skipPrefixes) {
    long left = skipPrefixes.size() > 0 ? Math.max(level, 2) : level;
    PyFrame frame = thread.frame;
    boolean internalToo = left <= 0 || frame != null && isInternal(frame);
    while (--left > 0 && frame != null) {
      frame = frame.back;
      while (frame != null && (!internalToo && isInternal(frame) || isSkipped(frame, skipPrefixes))) {
        frame = frame.back;
      }
    }
    return frame;
  }

  private static boolean isInternal(PyFrame frame) {
    String file = frame.code.filename().toString();
    return file.contains("importlib") && file.contains("_bootstrap");
  }

  private static boolean isSkipped(PyFrame frame, PyTuple prefixes) {
    for (PyObject prefix : prefixes) {
      if (frame.code.filename().toString().startsWith(prefix.toString())) {
        return true;
      }
    }
    return false;
  }

  @Function(
      "warn_explicit(message, category, filename, lineno, module=NULL, registry=None,"
          + " module_globals=None, source=None)")
  void warnExplicit(
      ThreadState thread,
      PyObject message,
      PyObject category,
      PyObject filename,
      int line,
      PyObject module,
      PyObject registry,
      PyObject moduleGlobals,
      PyObject source) {
    if (moduleGlobals instanceof PyDict globals) {
      lookAtSource(globals, line);
    } else if (moduleGlobals != PyNone.NONE) {
      throw Errors.typeError(
          "module_globals must be a dict, not '%s'", moduleGlobals.type().fullName());
    }
    explicit(thread, category, message, filename, line, module, registry, source);
  }

  /** Asks a module's loader for the line; only what goes wrong there is ever seen. */
  private static void lookAtSource(PyDict globals, int line) {
    PyObject loader = globals.get(PyStr.interned("__loader__"));
    PyObject name = globals.get(NAME);
    PyObject getSource =
        loader == null || name == null ? null : Attributes.getOrNull(loader, "get_source");
    PyObject text = getSource == null ? PyNone.NONE : getSource.call(name);
    if (text != PyNone.NONE) {
      PyObject lines = Attributes.get(PyStr.TYPE, "splitlines").call(text);
      Subscripts.get(lines, PyLong.of(line - 1L));
    }
  }

  private void explicit(
      ThreadState thread,
      PyObject category,
      PyObject message,
      PyObject filename,
      int line,
      PyObject module,
      PyObject registry,
      PyObject source) {
    if (registry != PyNone.NONE && !(registry instanceof PyDict)) {
      throw Errors.typeError("'registry' must be a dict or None");
    }
    PyObject name = module == null ? moduleOf(filename) : module;
    boolean isWarning = Attributes.isInstanceOf(message, PyExceptions.Warning);
    PyObject text = isWarning ? Objects.str(message) : message;
    PyObject kind = isWarning ? message.type() : category;
    PyObject warning = isWarning ? message : kind.call(message);
    PyObject key = PyTuple.of(text, kind, PyLong.of(line));
    PyDict seen = registry instanceof PyDict dict ? dict : null;
    if (seen != null && wasWarned(seen, key)) {
      return;
    }
    Action action = action(text, kind, name, line);
    switch (action.name) {
      case "error" -> throw Errors.raised((PyBaseException) warning);
      case "ignore" -> {
        return;
      }
      default -> {}
    }
    if (!isNews(action, seen, key, text, kind)) {
      return;
    }
    show(thread, warning, text, kind, filename, line, source);
  }

  /** What the filters decide. */
  private record Action(String name, PyObject filter) {}

  private boolean isNews(Action action, PyDict seen, PyObject key, PyObject text, PyObject kind) {
    switch (action.name) {
      case "once" -> {
        onceRegistry = seen == null ? shared("onceregistry", onceRegistry) : onceRegistry;
        if (!(onceRegistry instanceof PyDict once)) {
          throw Errors.typeError(
              "_warnings.onceregistry must be a dict, not '%s'", onceRegistry.type().fullName());
        }
        return !mark(seen == null ? once : seen, PyTuple.of(text, kind));
      }
      case "module" -> {
        return seen == null || !mark(seen, PyTuple.of(text, kind, PyLong.ZERO));
      }
      case "default" -> {
        return seen == null || !mark(seen, key);
      }
      case "always" -> {
        return true;
      }
      default ->
          throw Errors.runtimeError(
              "Unrecognized action (%s) in warnings.filters:\n %s",
              Objects.repr(PyStr.of(action.name)),
              Objects.repr(action.filter));
    }
  }

  /** Remembers a key; whether it was known. */
  private boolean mark(PyDict registry, PyObject key) {
    if (wasWarned(registry, key)) {
      return true;
    }
    registry.put(key, PyBool.TRUE);
    return false;
  }

  /** A registry of another version of the filters is forgotten. */
  private boolean wasWarned(PyDict registry, PyObject key) {
    PyObject version = registry.get(VERSION);
    if (!(version instanceof PyInt number) || number.longValue() != filtersVersion) {
      registry.clear();
      registry.put(VERSION, PyLong.of(filtersVersion));
      return false;
    }
    PyObject known = registry.get(key);
    return known != null && Objects.isTrue(known);
  }

  private static PyObject moduleOf(PyObject filename) {
    String file = filename.toString();
    if (file.isEmpty()) {
      return PyStr.of("<unknown>");
    }
    return PyStr.of(file.endsWith(".py") ? file.substring(0, file.length() - 3) : file);
  }

  /** An attribute of the module {@code warnings}, or what was in use last. */
  private static PyObject shared(String name, PyObject last) {
    PyObject warnings = ThreadState.current().interpreter.loadedModule("warnings");
    PyObject value = warnings == null ? null : Attributes.getOrNull(warnings, name);
    return value == null ? last : value;
  }

  private Action action(PyObject text, PyObject kind, PyObject module, int line) {
    filters = shared("filters", filters);
    if (!(filters instanceof PyList list)) {
      throw Errors.valueError("_warnings.filters must be a list");
    }
    for (int i = 0; i < list.size(); i++) {
      PyObject item = list.get(i);
      if (!(item instanceof PyTuple filter) || filter.size() != 5) {
        throw Errors.valueError("_warnings.filters item %d isn't a 5-tuple", i);
      }
      PyStr action = string(filter.get(0), "action");
      if (!(filter.get(4) instanceof PyInt wantedLine)) {
        throw Errors.typeError("an integer is required");
      }
      if (Attributes.isSubclassOf(kind, filter.get(2))
          && (wantedLine.signum() == 0 || wantedLine.longValue() == line)
          && matches(filter.get(1), text)
          && matches(filter.get(3), module)) {
        return new Action(action.toString(), item);
      }
    }
    defaultAction = shared("defaultaction", defaultAction);
    return new Action(string(defaultAction, "_warnings.defaultaction").toString(), PyNone.NONE);
  }

  private static PyStr string(PyObject value, String what) {
    if (value instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError("%s must be a string, not '%s'", what, value.type().fullName());
  }

  private static boolean matches(PyObject pattern, PyObject text) {
    if (pattern == PyNone.NONE) {
      return true;
    }
    if (pattern.getClass() == PyStr.class) {
      return pattern.equals(text);
    }
    return Objects.isTrue(Attributes.get(pattern, "match").call(text));
  }

  private static void show(
      ThreadState thread,
      PyObject warning,
      PyObject text,
      PyObject kind,
      PyObject filename,
      int line,
      PyObject source) {
    Interpreter interpreter = thread.interpreter;
    // Only the Python module can say where the source of a warning was made.
    PyObject warnings =
        source == PyNone.NONE || interpreter.finalizing
            ? interpreter.loadedModule("warnings")
            : interpreter.importModule("warnings");
    PyObject show = warnings == null ? null : Attributes.getOrNull(warnings, "_showwarnmsg");
    if (show != null) {
      PyObject message =
          Attributes.get(warnings, "WarningMessage")
              .call(
                  new PyObject[] {
                    warning, kind, filename, PyLong.of(line), PyNone.NONE, PyNone.NONE, source
                  },
                  null);
      show.call(message);
      return;
    }
    PyObject stderr = thread.interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr != null && stderr != PyNone.NONE) {
      Attributes.get(stderr, "write")
          .call(
              PyStr.of(filename + ":" + line + ": " + ((PyType) kind).name() + ": " + text + "\n"));
      String shown = new SourceLines(thread.interpreter).line(filename.toString(), line);
      if (shown != null) {
        Attributes.get(stderr, "write").call(PyStr.of("  " + shown.stripLeading() + "\n"));
      }
    }
  }
}

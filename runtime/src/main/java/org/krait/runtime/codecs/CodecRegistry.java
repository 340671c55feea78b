package org.krait.runtime.codecs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The codecs and error handlers of an interpreter. */
public final class CodecRegistry {
  private final List<PyObject> searchers = new CopyOnWriteArrayList<>();
  private final Map<String, PyTuple> known = new ConcurrentHashMap<>();
  private final Map<String, PyObject> handlers = new ConcurrentHashMap<>();

  /** A registry with the builtin error handlers and without search functions. */
  public CodecRegistry() {
    ErrorHandlersTable table = new ErrorHandlersTable();
    for (int id = 0; id < ErrorHandlers.NAMES.length; id++) {
      handlers.put(ErrorHandlers.NAMES[id], new PyBuiltinFunction(table, id, null));
    }
  }

  /** The registry of the running interpreter. */
  public static CodecRegistry current() {
    return ThreadState.current().interpreter.service(CodecRegistry.class, i -> new CodecRegistry());
  }

  /** {@code codecs.register(function)}. */
  public void register(PyObject searcher) {
    if (!Objects.isCallable(searcher)) {
      throw Errors.typeError("argument must be callable");
    }
    searchers.add(searcher);
  }

  /** {@code codecs.unregister(function)}. */
  public void unregister(PyObject searcher) {
    if (searchers.removeIf(one -> one == searcher)) {
      known.clear();
    }
  }

  /** Whether nothing has registered a search function yet. */
  public boolean isEmpty() {
    return searchers.isEmpty();
  }

  /** {@code codecs.lookup(encoding)}: the CodecInfo. */
  public PyTuple lookup(String encoding) {
    Codecs.checkName(encoding);
    String name = normalized(encoding);
    PyTuple found = known.get(name);
    if (found != null) {
      return found;
    }
    checkName(encoding);
    if (searchers.isEmpty()) {
      ThreadState.current().interpreter.importModule("encodings");
    }
    PyStr key = PyStr.of(name);
    for (PyObject searcher : searchers) {
      PyObject answer = searcher.call(key);
      if (answer == PyNone.NONE) {
        continue;
      }
      if (!(answer instanceof PyTuple codec && codec.size() == 4)) {
        throw Errors.typeError("codec search functions must return 4-tuples");
      }
      known.put(name, codec);
      return codec;
    }
    throw Errors.make(PyExceptions.LookupError, "unknown encoding: %s", encoding);
  }

  /** The name as search functions get it: lower case, all but letters, digits and dots as one underscore. */
  public static String normalized(String encoding) {
    StringBuilder name = new StringBuilder(encoding.length());
    boolean gap = false;
    for (int i = 0; i < encoding.length(); i++) {
      char c = encoding.charAt(i);
      boolean kept =
          c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.';
      if (!kept) {
        gap = true;
        continue;
      }
      if (gap && !name.isEmpty()) {
        name.append('_');
      }
      gap = false;
      name.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return name.toString();
  }

  /** {@code codecs.register_error(name, handler)}. */
  public void registerError(String name, PyObject handler) {
    if (!Objects.isCallable(handler)) {
      throw Errors.typeError("handler must be callable");
    }
    handlers.put(name, handler);
  }

  /** {@code codecs.lookup_error(name)}. */
  /** What C takes as a {@code char*}: UTF-8 without zeros. */
  private static void checkName(String name) {
    Utf8.encode(PyStr.of(name), "strict");
    if (name.indexOf(0) >= 0) {
      throw Errors.valueError("embedded null character");
    }
  }

  public PyObject errorHandler(String name) {
    PyObject handler = handlers.get(name);
    if (handler == null) {
      checkName(name);
      throw Errors.make(PyExceptions.LookupError, "unknown error handler name '%s'", name);
    }
    return handler;
  }
}

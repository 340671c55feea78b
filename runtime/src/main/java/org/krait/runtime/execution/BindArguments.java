package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Puts the arguments of a call into the variables of a new frame, as the function's signature says. */
public final class BindArguments {
  private BindArguments() {}

  /**
   * Calls a function.
   *
   * @param args positional arguments, then those of the keywords
   * @param names the keywords, or null
   */
  public static PyObject call(
      ThreadState thread, PyFunction function, PyObject[] args, PyStr[] names) {
    PyCode code = function.code();
    CompiledCode compiled = code.compiled;
    if (compiled != null && compiled.frameless && compiled.accepts(thread, function)) {
      if (names == null && code.simple && args.length == code.argCount) {
        return compiled.call(thread, function, args, 0);
      }
      PyObject[] bound = new PyObject[code.parameterCount];
      bind(function, bound, args, names);
      return compiled.call(thread, function, bound, 0);
    }
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    bind(function, frame.slots, args, names);
    return Execute.call(frame);
  }

  /** The same for {@code f(*args, **named)}; nobody changes the arguments. */
  static PyObject callStarred(
      ThreadState thread, PyFunction function, PyObject[] args, PyDict named) {
    PyCode code = function.code();
    CompiledCode compiled = code.compiled;
    if (compiled != null && compiled.frameless && compiled.accepts(thread, function)) {
      return compiled.call(thread, function, starred(function, args, named), 0);
    }
    PyFrame frame = new PyFrame(thread, code, function, function.globals, function.builtins);
    bindStarred(function, frame.slots, args, named);
    return Execute.call(frame);
  }

  /** What the parameters get; perhaps the array that was given. */
  static PyObject[] starred(PyFunction function, PyObject[] args, PyDict named) {
    PyCode code = function.code();
    if (code.simple && args.length == code.argCount && (named == null || named.size() == 0)) {
      return args;
    }
    PyObject[] bound = new PyObject[code.parameterCount];
    bindStarred(function, bound, args, named);
    return bound;
  }

  private static void bindStarred(
      PyFunction function, PyObject[] slots, PyObject[] args, PyDict named) {
    int count = named == null ? 0 : named.size();
    if (count == 0) {
      bind(function, slots, args, null);
      return;
    }
    if (named.getClass() == PyDict.class && bindAtOnce(function, slots, args, named)) {
      fill(function, slots, args.length);
      return;
    }
    PyObject[] all = Arrays.copyOf(args, args.length + count);
    bind(function, slots, all, names(named, all, args.length));
  }

  /** Binds what fits; false, with nothing bound, where {@link #bind} has to tell what does not. */
  private static boolean bindAtOnce(
      PyFunction function, PyObject[] slots, PyObject[] args, PyDict named) {
    PyCode code = function.code();
    int total = code.argCount + code.kwOnlyCount;
    boolean varargs = (code.flags & CodeFlags.VARARGS) != 0;
    boolean keywords = (code.flags & CodeFlags.VARKEYWORDS) != 0;
    int copied = Math.min(args.length, code.argCount);
    if (copied < args.length && !varargs) {
      return false;
    }
    System.arraycopy(args, 0, slots, 0, copied);
    PyDict others = keywords ? bindNamed(code, slots, named) : null;
    if (keywords ? others == null : !bindAllNamed(code, slots, named)) {
      Arrays.fill(slots, copied, total, null);
      return false;
    }
    if (varargs) {
      slots[total] =
          copied < args.length
              ? PyTuple.of(Arrays.copyOfRange(args, copied, args.length))
              : PyTuple.EMPTY;
    }
    if (keywords) {
      slots[total + (varargs ? 1 : 0)] = others;
    }
    return true;
  }

  /** The keywords that are no parameters; null where something does not fit. */
  private static PyDict bindNamed(PyCode code, PyObject[] slots, PyDict named) {
    boolean hasNames = code.posOnlyCount < code.argCount + code.kwOnlyCount;
    PyDict others = hasNames ? new PyDict() : named.copy();
    for (int i = 0; i < named.limit(); i++) {
      PyObject key = named.keyAt(i);
      if (key == null) {
        continue;
      }
      if (key.getClass() != PyStr.class) {
        return null;
      }
      int slot = hasNames ? parameter(code, (PyStr) key) : -1;
      if (slot >= 0) {
        if (slots[slot] != null) {
          return null;
        }
        slots[slot] = named.valueAt(i);
      } else if (hasNames) {
        others.put((PyStr) key, named.valueAt(i));
      }
    }
    return others;
  }

  /** Whether all keywords are parameters that have no argument yet. */
  private static boolean bindAllNamed(PyCode code, PyObject[] slots, PyDict named) {
    for (int i = 0; i < named.limit(); i++) {
      PyObject key = named.keyAt(i);
      if (key == null) {
        continue;
      }
      int slot = key.getClass() == PyStr.class ? parameter(code, (PyStr) key) : -1;
      if (slot < 0 || slots[slot] != null) {
        return false;
      }
      slots[slot] = named.valueAt(i);
    }
    return true;
  }

  /** The keys of keywords; their values go behind the first arguments. */
  public static PyStr[] names(PyDict named, PyObject[] all, int first) {
    PyStr[] names = new PyStr[all.length - first];
    int n = 0;
    for (int i = 0; i < named.limit(); i++) {
      PyObject key = named.keyAt(i);
      if (key == null) {
        continue;
      }
      if (!(key instanceof PyStr name)) {
        throw Errors.typeError("keywords must be strings");
      }
      names[n] = name;
      all[first + n++] = named.valueAt(i);
    }
    return names;
  }

  private static void bind(
      PyFunction function, PyObject[] slots, PyObject[] args, PyStr[] names) {
    PyCode code = function.code();
    int positional = args.length - (names == null ? 0 : names.length);
    if (names == null && code.simple && positional == code.argCount) {
      System.arraycopy(args, 0, slots, 0, positional);
      return;
    }
    int copied = Math.min(positional, code.argCount);
    System.arraycopy(args, 0, slots, 0, copied);
    int total = code.argCount + code.kwOnlyCount;
    boolean varargs = (code.flags & CodeFlags.VARARGS) != 0;
    if (varargs) {
      slots[total] =
          positional > copied
              ? PyTuple.of(Arrays.copyOfRange(args, copied, positional))
              : PyTuple.EMPTY;
    }
    PyDict keywords = null;
    if ((code.flags & CodeFlags.VARKEYWORDS) != 0) {
      keywords = new PyDict(names == null ? 0 : names.length);
      slots[total + (varargs ? 1 : 0)] = keywords;
    }
    if (names != null) {
      bindKeywords(function, slots, args, names, positional, keywords);
    }
    if (positional > code.argCount && !varargs) {
      throw tooMany(function, slots, positional);
    }
    fill(function, slots, positional);
  }

  /** Gives parameters without an argument their defaults. */
  private static void fill(PyFunction function, PyObject[] slots, int positional) {
    PyCode code = function.code();
    if (positional < code.argCount) {
      fillDefaults(function, slots, positional);
    }
    if (code.kwOnlyCount > 0) {
      fillKeywordDefaults(function, slots);
    }
  }

  private static void bindKeywords(
      PyFunction function,
      PyObject[] slots,
      PyObject[] args,
      PyStr[] names,
      int positional,
      PyDict keywords) {
    PyCode code = function.code();
    for (int i = 0; i < names.length; i++) {
      PyStr name = names[i];
      PyObject value = args[positional + i];
      int slot = parameter(code, name);
      if (slot < 0) {
        if (keywords == null) {
          throw unexpected(function, names, name);
        }
        keywords.put(name, value);
      } else if (slots[slot] != null) {
        throw Errors.typeError(
            "%s() got multiple values for argument '%s'", function.qualname(), name);
      } else {
        slots[slot] = value;
      }
    }
  }

  /** The slot of a parameter that can be given by keyword, or -1. */
  private static int parameter(PyCode code, PyStr name) {
    int total = code.argCount + code.kwOnlyCount;
    for (int i = code.posOnlyCount; i < total; i++) {
      if (code.variable(i) == name) {
        return i;
      }
    }
    if (name.isInterned()) {
      return -1;
    }
    for (int i = code.posOnlyCount; i < total; i++) {
      if (code.variable(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static PyException unexpected(PyFunction function, PyStr[] names, PyStr name) {
    PyCode code = function.code();
    List<String> positionalOnly = new ArrayList<>();
    for (int i = 0; i < code.posOnlyCount; i++) {
      if (Arrays.asList(names).contains(code.variable(i))) {
        positionalOnly.add(code.variable(i).toString());
      }
    }
    if (!positionalOnly.isEmpty()) {
      return Errors.typeError(
          "%s() got some positional-only arguments passed as keyword arguments: '%s'",
          function.qualname(), String.join(", ", positionalOnly));
    }
    return Errors.typeError(
        "%s() got an unexpected keyword argument '%s'", function.qualname(), name);
  }

  private static PyException tooMany(PyFunction function, PyObject[] slots, int given) {
    PyCode code = function.code();
    int keywordOnly = 0;
    for (int i = code.argCount; i < code.argCount + code.kwOnlyCount; i++) {
      keywordOnly += slots[i] != null ? 1 : 0;
    }
    int defaults = function.defaults.length;
    boolean plural = defaults > 0 || code.argCount != 1;
    String takes =
        defaults > 0
            ? "from " + (code.argCount - defaults) + " to " + code.argCount
            : String.valueOf(code.argCount);
    String extra =
        keywordOnly == 0
            ? ""
            : String.format(
                " positional argument%s (and %d keyword-only argument%s)",
                given != 1 ? "s" : "", keywordOnly, keywordOnly != 1 ? "s" : "");
    return Errors.typeError(
        "%s() takes %s positional argument%s but %d%s %s given",
        function.qualname(),
        takes,
        plural ? "s" : "",
        given,
        extra,
        given == 1 && keywordOnly == 0 ? "was" : "were");
  }

  private static void fillDefaults(PyFunction function, PyObject[] slots, int positional) {
    int count = function.code().argCount;
    PyObject[] defaults = function.defaults;
    int required = count - defaults.length;
    List<String> missing = null;
    for (int i = positional; i < required; i++) {
      if (slots[i] == null) {
        missing = add(missing, function.code().variable(i));
      }
    }
    if (missing != null) {
      throw missing(function, "positional", missing);
    }
    for (int i = Math.max(positional, required); i < count; i++) {
      if (slots[i] == null) {
        slots[i] = defaults[i - required];
      }
    }
  }

  private static void fillKeywordDefaults(PyFunction function, PyObject[] slots) {
    PyCode code = function.code();
    List<String> missing = null;
    for (int i = code.argCount; i < code.argCount + code.kwOnlyCount; i++) {
      if (slots[i] == null && function.keywordDefaults != null) {
        slots[i] = function.keywordDefaults.get(code.variable(i));
      }
      if (slots[i] == null) {
        missing = add(missing, code.variable(i));
      }
    }
    if (missing != null) {
      throw missing(function, "keyword-only", missing);
    }
  }

  private static List<String> add(List<String> names, PyStr name) {
    List<String> all = names == null ? new ArrayList<>() : names;
    all.add("'" + name + "'");
    return all;
  }

  private static PyException missing(PyFunction function, String kind, List<String> names) {
    int count = names.size();
    String list =
        switch (count) {
          case 1 -> names.get(0);
          case 2 -> names.get(0) + " and " + names.get(1);
          default ->
              String.join(", ", names.subList(0, count - 1)) + ", and " + names.get(count - 1);
        };
    return Errors.typeError(
        "%s() missing %d required %s argument%s: %s",
        function.qualname(), count, kind, count == 1 ? "" : "s", list);
  }
}

package org.krait.runtime.execution;

import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The stars: {@code [*a]}, {@code {**a}}, {@code f(*a, **b)}. */
final class Merging {
  private Merging() {}

  /** {@code BUILD_CONST_KEY_MAP}: a dict of keys in a tuple and of values in a row. */
  static PyDict constantKeys(PyObject keys, PyObject[] values, int from, int count) {
    if (!(keys instanceof PyTuple names) || names.size() != count) {
      throw Errors.systemError("bad BUILD_CONST_KEY_MAP keys argument");
    }
    PyDict dict = new PyDict(count);
    for (int i = 0; i < count; i++) {
      dict.put(names.get(i), values[from + i]);
    }
    return dict;
  }

  static void extendList(PyList list, PyObject iterable) {
    PyObject[] items;
    try {
      items = Iteration.toArray(iterable);
    } catch (PyException e) {
      if (e.is(PyExceptions.TypeError) && !isIterable(iterable)) {
        throw Errors.typeError(
            "Value after * must be an iterable, not %s", iterable.type().fullName());
      }
      throw e;
    }
    // An empty list is a display, perhaps, whose numbers are kept without objects.
    if (list.size() > 0 || !list.takeNumbers(items, items.length)) {
      list.appendAll(items, items.length);
    }
  }

  private static boolean isIterable(PyObject value) {
    return value.type().special(Special.ITER) != null
        || value.type().special(Special.GETITEM) != null;
  }

  private static boolean isMapping(PyObject value) {
    return value instanceof PyDict || Attributes.getOrNull(value, "keys") != null;
  }

  static void updateDict(PyDict dict, PyObject mapping) {
    if (!isMapping(mapping)) {
      throw Errors.typeError("'%s' object is not a mapping", mapping.type().fullName());
    }
    if (mapping.getClass() == PyDict.class) {
      dict.update((PyDict) mapping);
      return;
    }
    for (PyObject key : Iteration.toArray(Attributes.get(mapping, "keys").call())) {
      dict.put(key, mapping.type().slots.getitem(mapping, key));
    }
  }

  /** {@code f(**a, **b)}: keys must be new and strings. */
  static void mergeKeywords(PyDict keywords, PyObject mapping, PyObject callee) {
    if (!isMapping(mapping)) {
      throw Errors.typeError(
          "%s argument after ** must be a mapping, not %s",
          functionText(callee), mapping.type().fullName());
    }
    if (keywords.size() == 0 && mapping.getClass() == PyDict.class) {
      keywords.update((PyDict) mapping);
      return;
    }
    PyObject[] keys =
        mapping.getClass() == PyDict.class
            ? ((PyDict) mapping).keyList().toArray()
            : Iteration.toArray(Attributes.get(mapping, "keys").call());
    for (PyObject key : keys) {
      if (keywords.get(key) != null) {
        throw Errors.typeError(
            "%s got multiple values for keyword argument '%s'",
            functionText(callee), Objects.str(key));
      }
      keywords.put(
          key,
          mapping instanceof PyDict dict && mapping.getClass() == PyDict.class
              ? dict.get(key)
              : mapping.type().slots.getitem(mapping, key));
    }
  }

  /** {@code module.qualname()}, as errors about a call name the callee. */
  static String functionText(PyObject callee) {
    PyObject qualname = Attributes.getOrNull(callee, "__qualname__");
    if (!(qualname instanceof PyStr)) {
      return Objects.str(callee).toString();
    }
    PyObject module = Attributes.getOrNull(callee, "__module__");
    boolean shown = module instanceof PyStr text && !text.toString().equals("builtins");
    return (shown ? module + "." : "") + qualname + "()";
  }

  static PyObject callEx(PyFrame frame, PyObject callee, PyObject arguments, PyObject keywords) {
    PyObject[] positional = positional(callee, arguments);
    PyDict named =
        keywords == null || keywords instanceof PyDict ? (PyDict) keywords : toDict(keywords, callee);
    if (frame.code.profile != null) {
      Profile.callee(frame.code, frame.pc, callee);
    }
    if (callee instanceof PyFunction function) {
      return BindArguments.callStarred(frame.thread, function, positional, named);
    }
    if (callee.getClass() == PyBoundMethod.class
        && ((PyBoundMethod) callee).function instanceof PyFunction function) {
      PyObject[] all = new PyObject[positional.length + 1];
      all[0] = ((PyBoundMethod) callee).self;
      System.arraycopy(positional, 0, all, 1, positional.length);
      return BindArguments.callStarred(frame.thread, function, all, named);
    }
    int count = named == null ? 0 : named.size();
    if (count == 0) {
      return callee.call(positional, null);
    }
    PyObject[] all = Arrays.copyOf(positional, positional.length + count);
    return callee.call(all, BindArguments.names(named, all, positional.length));
  }

  private static PyDict toDict(PyObject mapping, PyObject callee) {
    PyDict dict = new PyDict();
    mergeKeywords(dict, mapping, callee);
    return dict;
  }

  static PyObject[] positional(PyObject callee, PyObject arguments) {
    if (arguments instanceof PyTuple tuple && tuple.getClass() == PyTuple.class) {
      // Functions of programs take what they want from the array and leave it as it is.
      return callee instanceof PyFunction ? tuple.items() : tuple.items().clone();
    }
    if (!isIterable(arguments)) {
      throw Errors.typeError(
          "%s argument after * must be an iterable, not %s",
          functionText(callee), arguments.type().fullName());
    }
    return Iteration.toArray(arguments);
  }
}

package org.krait.stdlib.builtins;

import org.krait.annotations.Function;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.types.*;
import org.krait.stdlib.readline.LineEditing;
import org.krait.stdlib.readline.LineEditor;
import org.krait.stdlib.io.PyTextIOWrapper;

/** The builtins that go over an iterable, and those that print and read. */
final class Aggregation {
  private Aggregation() {}

  @Function("all(iterable, /)")
  static boolean all(PyObject iterable) {
    PyObject iterator = Iteration.iterator(iterable);
    if (iterator instanceof PyGenerator generator) {
      return search(generator, false) == false;
    }
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      if (!Objects.isTrue(item)) {
        return false;
      }
    }
    return true;
  }

  @Function("any(iterable, /)")
  static boolean any(PyObject iterable) {
    PyObject iterator = Iteration.iterator(iterable);
    if (iterator instanceof PyGenerator generator) {
      return search(generator, true) == true;
    }
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      if (Objects.isTrue(item)) {
        return true;
      }
    }
    return false;
  }

  private static boolean search(PyGenerator generator, boolean wanted) {
    Sinks.Search search = new Sinks.Search(wanted);
    generator.drain(search);
    return search.found;
  }

  @Function("sum(iterable, /, start=0)")
  static PyObject sum(PyObject iterable, PyObject start) {
    String kind =
        start instanceof PyStr ? "strings" : start instanceof PyBytes ? "bytes"
            : start instanceof PyByteArray ? "bytearray" : null;
    if (kind != null) {
      throw Errors.typeError(
          "sum() can't sum %s [use %s.join(seq) instead]",
          kind, kind.equals("strings") ? "''" : kind.equals("bytes") ? "b''" : "b''");
    }
    if (iterable.getClass() == PyList.class) {
      PyObject sum = sumOfNumbers((PyList) iterable, start);
      if (sum != null) {
        return sum;
      }
    }
    PyObject iterator = Iteration.iterator(iterable);
    if (iterator instanceof PyGenerator generator) {
      Sinks.Sum sum = new Sinks.Sum(start);
      generator.drain(sum);
      return sum.result();
    }
    PyObject total = start;
    while (true) {
      if (total.getClass() == PyFloat.class) {
        FloatSum sum = new FloatSum(((PyFloat) total).value);
        PyObject rest = sum.addFrom(iterator);
        if (rest == null) {
          return sum.result();
        }
        total = Operators.add(sum.result(), rest);
        continue;
      }
      PyObject item = Iteration.next(iterator);
      if (total.getClass() == PyLong.class) {
        long sum = ((PyLong) total).value;
        while (item != null && (item.getClass() == PyLong.class || item.getClass() == PyBool.class)) {
          long value = item.getClass() == PyLong.class ? ((PyLong) item).value : item == PyBool.TRUE ? 1 : 0;
          long next = sum + value;
          if (((sum ^ next) & (value ^ next)) < 0) {
            break;
          }
          sum = next;
          item = Iteration.next(iterator);
        }
        total = PyLong.of(sum);
      }
      if (item == null) {
        return total;
      }
      total = Operators.add(total, item);
    }
  }

  /** The sum of a list whose numbers are no objects; null where it has to be made the general way. */
  private static PyObject sumOfNumbers(PyList list, PyObject start) {
    int size = list.size();
    Class<?> form = list.form();
    if (Concurrency.active() || form != long.class && form != double.class) {
      return null;
    }
    if (form == long.class && start.getClass() == PyLong.class) {
      long sum = ((PyLong) start).value;
      for (int i = 0; i < size; i++) {
        long item = list.longAt(i);
        long next = sum + item;
        if (((sum ^ next) & (item ^ next)) < 0) {
          return null;
        }
        sum = next;
      }
      return PyLong.of(sum);
    }
    if (form == double.class && (start == PyLong.ZERO || start.getClass() == PyFloat.class)) {
      FloatSum sum = new FloatSum(start == PyLong.ZERO ? 0.0 : ((PyFloat) start).value);
      for (int i = 0; i < size; i++) {
        sum.add(list.doubleAt(i));
      }
      return sum.result();
    }
    return null;
  }

  @Function(value = "min(*args, **kwargs)", textSignature = false)
  static PyObject min(PyObject[] args, PyStr[] names) {
    return extreme("min", args, names, Comparison.LT);
  }

  @Function(value = "max(*args, **kwargs)", textSignature = false)
  static PyObject max(PyObject[] args, PyStr[] names) {
    return extreme("max", args, names, Comparison.GT);
  }

  private static PyObject extreme(String name, PyObject[] args, PyStr[] names, int op) {
    PyObject key = null;
    PyObject otherwise = null;
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional == 0) {
      throw Errors.typeError("%s expected at least 1 argument, got 0", name);
    }
    if (args.length > positional + 2) {
      throw Errors.typeError(
          "%s() takes at most 2 keyword arguments (%d given)", name, args.length - positional);
    }
    for (int i = positional; i < args.length; i++) {
      switch (names[i - positional].toString()) {
        case "key" -> key = args[i] == PyNone.NONE ? null : args[i];
        case "default" -> otherwise = args[i];
        default ->
            throw Errors.typeError(
                "'%s' is an invalid keyword argument for %s()", names[i - positional], name);
      }
    }
    if (positional > 1 && otherwise != null) {
      throw Errors.typeError(
          "Cannot specify a default for %s() with multiple positional arguments", name);
    }
    PyObject iterable =
        positional == 1 ? args[0] : PyTuple.of(java.util.Arrays.copyOf(args, positional));
    PyObject best = key == null ? Extreme.of(iterable, op) : Extreme.of(iterable, op, key);
    if (best != null) {
      return best;
    }
    if (otherwise == null) {
      throw Errors.valueError("%s() iterable argument is empty", name);
    }
    return otherwise;
  }

  @Function("sorted(iterable, /, *, key=None, reverse=False)")
  static PyObject sorted(PyObject iterable, PyObject key, PyObject reverse) {
    if (iterable.getClass() == PyStr.class && key == PyNone.NONE) {
      return Characters.sorted((PyStr) iterable, Objects.isTrue(reverse));
    }
    PyList list = PyList.from(iterable);
    ListMethods.sort(list, key == PyNone.NONE ? null : key, Objects.isTrue(reverse));
    return list;
  }

  @Function("print(*args, sep=' ', end='\\n', file=None, flush=False)")
  static void print(
      ThreadState thread, PyObject[] args, PyObject sep, PyObject end, PyObject file, boolean flush) {
    PyObject out = file;
    if (out == PyNone.NONE) {
      out = thread.interpreter.sysDict().get(PyStr.interned("stdout"));
      if (out == null) {
        throw Errors.runtimeError("lost sys.stdout");
      }
      if (out == PyNone.NONE) {
        return;
      }
    }
    PyObject separator = textOr(sep, "sep", " ");
    PyObject ending = textOr(end, "end", "\n");
    if (out instanceof PyTextIOWrapper stream && stream.writesDirectly()) {
      printTo(stream, args, (PyStr) separator, (PyStr) ending);
    } else {
      printTo(out, args, separator, ending);
    }
    if (flush) {
      Attributes.get(out, "flush").call();
    }
  }

  private static void printTo(PyTextIOWrapper out, PyObject[] args, PyStr separator, PyStr end) {
    for (int i = 0; i < args.length; i++) {
      if (i > 0) {
        out.writeText(separator);
      }
      out.writeText(Objects.str(args[i]));
    }
    out.writeText(end);
  }

  private static void printTo(PyObject out, PyObject[] args, PyObject separator, PyObject end) {
    PyObject write = Attributes.get(out, "write");
    for (int i = 0; i < args.length; i++) {
      if (i > 0) {
        write.call(separator);
      }
      write.call(Objects.str(args[i]));
    }
    write.call(end);
  }

  private static PyObject textOr(PyObject value, String name, String otherwise) {
    if (value == PyNone.NONE) {
      return PyStr.of(otherwise);
    }
    if (value instanceof PyStr) {
      return value;
    }
    throw Errors.typeError("%s must be None or a string, not %s", name, value.type().fullName());
  }

  @Function("input(prompt=NULL:'', /)")
  static PyObject input(ThreadState thread, PyObject prompt) {
    PyDict sys = thread.interpreter.sysDict();
    PyObject out = stream(sys, "stdout");
    PyObject in = stream(sys, "stdin");
    AuditHooks.audit("builtins.input", prompt == null ? PyNone.NONE : prompt);
    flush(stream(sys, "stderr"));
    LineEditor editor = editor(thread, in, out);
    if (editor != null) {
      flush(out);
      String line = editor.readLine(prompt == null ? "" : Objects.str(prompt).toString());
      if (line == null) {
        throw Errors.make(PyExceptions.EOFError, "");
      }
      AuditHooks.audit("builtins.input/result", PyStr.ofUnits(line));
      return PyStr.ofUnits(line);
    }
    if (prompt != null) {
      Attributes.get(out, "write").call(Objects.str(prompt));
    }
    flush(out);
    PyObject line = Attributes.get(in, "readline").call();
    if (!(line instanceof PyStr text)) {
      throw Errors.typeError("object.readline() returned non-string");
    }
    if (text.length() == 0) {
      throw Errors.make(PyExceptions.EOFError, "EOF when reading a line");
    }
    boolean newline = text.codePointAt(text.length() - 1) == '\n';
    return newline ? text.substring(0, text.length() - 1) : text;
  }

  private static void flush(PyObject stream) {
    try {
      Attributes.get(stream, "flush").call();
    } catch (PyException ignored) {
      // A stream that cannot be written out can be asked all the same.
    }
  }

  /** What edits the line, when {@code readline} was imported and the streams are the terminal. */
  private static LineEditor editor(ThreadState thread, PyObject in, PyObject out) {
    PyDict sys = thread.interpreter.sysDict();
    if (thread.interpreter.loadedModule("readline") == null
        || in != sys.get(PyStr.interned("__stdin__"))
        || out != sys.get(PyStr.interned("__stdout__"))) {
      return null;
    }
    return LineEditing.of(thread.interpreter).editor();
  }

  private static PyObject stream(PyDict sys, String name) {
    PyObject stream = sys.get(PyStr.interned(name));
    if (stream == null || stream == PyNone.NONE) {
      throw Errors.runtimeError("input(): lost sys.%s", name);
    }
    return stream;
  }
}

package org.krait.stdlib.sys;

import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.types.*;

/** "Did you mean": the name that was probably meant where one is not found. */
final class Suggestions {
  private static final int MOVE = 2;
  private static final int CASE = 1;
  private static final int MOST_CANDIDATES = 750;
  private static final int LONGEST = 40;

  private final Interpreter interpreter;

  Suggestions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** What is said behind the message of an exception; empty when there is nothing to say. */
  String of(PyBaseException value) {
    try {
      if (value instanceof PyNameError) {
        return ofName(value);
      }
      PyObject found = null;
      if (value instanceof PyAttributeError) {
        PyObject name = Attributes.getOrNull(value, "name");
        PyObject object = Attributes.getOrNull(value, "obj");
        found = name instanceof PyStr wanted && object != null ? among(dir(object), wanted) : null;
      } else if (value instanceof PyImportError) {
        found = ofImport(value);
      }
      return found == null ? "" : ". Did you mean: '" + found + "'?";
    } catch (PyException e) {
      return "";
    }
  }

  private PyObject[] dir(PyObject object) {
    return Iteration.toArray(interpreter.builtins().get(PyStr.interned("dir")).call(object));
  }

  private PyObject ofImport(PyBaseException value) {
    PyObject module = Attributes.getOrNull(value, "name");
    PyObject name = Attributes.getOrNull(value, "name_from");
    if (!(module instanceof PyStr path) || !(name instanceof PyStr wanted)) {
      return null;
    }
    PyObject loaded = interpreter.loadedModule(path.toString());
    return loaded == null ? null : among(dir(loaded), wanted);
  }

  private String ofName(PyBaseException value) {
    if (!(Attributes.getOrNull(value, "name") instanceof PyStr name)
        || !(value.traceback() instanceof PyTraceback at)) {
      return "";
    }
    while (at.next() != null) {
      at = at.next();
    }
    String found = inFrame(at.frame(), name);
    PyObject known = interpreter.sysDict().get(PyStr.interned("stdlib_module_names"));
    boolean isModule = known instanceof PyAnySet names && names.contains(name);
    if (found == null) {
      return isModule ? ". Did you forget to import '" + name + "'?" : "";
    }
    String hint = ". Did you mean: '" + found + "'?";
    return isModule ? hint + " Or did you forget to import '" + name + "'?" : hint;
  }

  private String inFrame(PyFrame frame, PyStr name) {
    PyObject locals = Attributes.get(frame, "f_locals");
    PyObject[] names = Iteration.toArray(locals);
    if (locals instanceof PyDict dict && dict.get(PyStr.interned("self")) != null) {
      PyObject self = dict.get(PyStr.interned("self"));
      if (Attributes.getOrNull(self, name) != null) {
        return "self." + name;
      }
    }
    PyObject found = among(names, name);
    if (found == null) {
      found = among(Iteration.toArray(frame.globals()), name);
    }
    if (found == null) {
      found = among(Iteration.toArray(frame.builtins), name);
    }
    return found == null ? null : found.toString();
  }

  private static PyObject among(PyObject[] candidates, PyStr name) {
    if (candidates.length >= MOST_CANDIDATES) {
      return null;
    }
    byte[] wanted = utf8(name);
    PyObject best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (PyObject candidate : candidates) {
      if (!(candidate instanceof PyStr text) || text.equals(name)) {
        continue;
      }
      byte[] item = utf8(text);
      // At most a third of the characters may differ.
      int most = Math.min((wanted.length + item.length + 3) * MOVE / 6, bestDistance - 1);
      int distance = distance(wanted, item, most);
      if (distance <= most) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static byte[] utf8(PyStr text) {
    return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The distance of Levenshtein, in which a change of case costs half; more than {@code most} if so. */
  private static int distance(byte[] a, byte[] b, int most) {
    int start = 0;
    while (start < a.length && start < b.length && a[start] == b[start]) {
      start++;
    }
    int endA = a.length;
    int endB = b.length;
    while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    int lengthA = endA - start;
    int lengthB = endB - start;
    if (lengthA == 0 || lengthB == 0) {
      return (lengthA + lengthB) * MOVE;
    }
    if (lengthA > LONGEST || lengthB > LONGEST || Math.abs(lengthA - lengthB) * MOVE > most) {
      return most + 1;
    }
    int[] row = new int[lengthA];
    for (int i = 0; i < lengthA; i++) {
      row[i] = (i + 1) * MOVE;
    }
    int result = 0;
    for (int j = 0; j < lengthB; j++) {
      int diagonal = j * MOVE;
      result = j * MOVE;
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < lengthA; i++) {
        int substituted = diagonal + cost(b[start + j], a[start + i]);
        diagonal = row[i];
        result = Math.min(substituted, Math.min(result, diagonal) + MOVE);
        row[i] = result;
        least = Math.min(least, result);
      }
      if (least > most) {
        return most + 1;
      }
    }
    return result;
  }

  private static int cost(byte a, byte b) {
    if ((a & 31) != (b & 31)) {
      return MOVE;
    }
    return a == b ? 0 : Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE : MOVE;
  }
}

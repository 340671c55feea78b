package org.krait.runtime.execution;

import java.util.Arrays;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The instruction {@code CALL}: from values on the stack to a callee. */
final class Calls {
  private Calls() {}

  /** {@code count} values from the stack, in a fresh array; their places are cleared. */
  static PyObject[] take(PyObject[] s, int from, int count) {
    if (count == 0) {
      return PyObject.NO_ARGS;
    }
    PyObject[] taken = Arrays.copyOfRange(s, from, from + count);
    Arrays.fill(s, from, from + count, null);
    return taken;
  }

  /** The names that {@code KW_NAMES} at {@code pc} gives the call behind it; nobody may change the array. */
  static PyStr[] keywordNames(PyCode code, int pc, int constant) {
    if (code.caches[pc] instanceof PyStr[] known) {
      return known;
    }
    PyTuple names = (PyTuple) code.constants[constant];
    PyStr[] made = Arrays.copyOf(names.items(), names.size(), PyStr[].class);
    code.caches[pc] = made;
    return made;
  }

  /**
   * Calls what lies at {@code base}: null and a callable, or a function and its first argument; then
   * {@code count} arguments.
   */
  static PyObject call(PyFrame frame, PyObject[] s, int base, int count, PyStr[] keywords) {
    PyObject callee = s[base];
    int first = base + 1;
    if (callee == null) {
      callee = s[base + 1];
      first = base + 2;
    } else {
      count++;
    }
    if (frame.code.profile != null) {
      if (count > 0 && s[first] instanceof PyGenerator generator && !(callee instanceof PyFunction)) {
        Profile.resumed(frame.code, frame.pc, generator);
      } else {
        Profile.callee(frame.code, frame.pc, callee);
      }
      if (callee instanceof PyMethodDescriptor && count > 0 && s[first].getClass() == PyList.class) {
        int pc = frame.pc;
        PyList list = (PyList) s[first];
        PyObject result = callObject(callee, s, first, count, keywords);
        Profile.form(frame.code, pc, list);
        return result;
      }
    }
    if (callee instanceof PyFunction function) {
      return callFunction(frame, function, s, first, count, keywords);
    }
    return callObject(callee, s, first, count, keywords);
  }

  private static PyObject callObject(PyObject callee, PyObject[] s, int first, int count, PyStr[] keywords) {
    if (keywords != null) {
      return callee.call(Arrays.copyOfRange(s, first, first + count), keywords);
    }
    return switch (count) {
      case 0 -> callee.call();
      case 1 -> callee.call(s[first]);
      case 2 -> callee.call(s[first], s[first + 1]);
      case 3 -> callee.call(s[first], s[first + 1], s[first + 2]);
      default -> callee.call(Arrays.copyOfRange(s, first, first + count), null);
    };
  }

  private static PyObject callFunction(
      PyFrame frame, PyFunction function, PyObject[] s, int first, int count, PyStr[] keywords) {
    PyCode code = function.code();
    if (keywords == null && code.simple && code.argCount == count) {
      CompiledCode compiled = code.compiled;
      if (compiled != null && compiled.accepts(frame.thread, function)) {
        return compiled.call(frame.thread, function, s, first);
      }
      PyFrame next =
          new PyFrame(frame.thread, code, function, function.globals, function.builtins);
      System.arraycopy(s, first, next.slots, 0, count);
      return Execute.call(next);
    }
    PyObject[] args = Arrays.copyOfRange(s, first, first + count);
    return BindArguments.call(frame.thread, function, args, keywords);
  }
}

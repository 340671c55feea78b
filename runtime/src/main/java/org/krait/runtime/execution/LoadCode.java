package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyEllipsis;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Makes Python values of a code object's plain constants.
 *
 * <p>A constant that is one Java object in several places becomes one Python object: programs can see
 * by {@code is} what the compiler merged.
 */
public final class LoadCode {
  /** A Python value that a program put into a code object. */
  public record Value(PyObject object) implements Constant.Foreign {}

  private final Map<Constant, PyObject> known = new IdentityHashMap<>();

  private LoadCode() {}

  /** The Python code object, nested ones included. */
  public static PyCode of(CodeObject object) {
    return new LoadCode().code(object);
  }

  /** A code object that a program makes, whose constants are Python values already. */
  static PyCode made(CodeObject object, PyObject[] constants) {
    return unverified(make(object, constants), CodeOrigin.PROGRAM);
  }

  /** The same code, to be verified before it runs for the first time: nobody vouches for it. */
  public static PyCode unverified(PyCode code, CodeOrigin origin) {
    code.distrust(origin);
    return code;
  }

  /**
   * Code of an archive, read when it is wanted.
   *
   * @param place the code's own among the bodies
   * @param head seven numbers from {@code at} on, see {@link PyCode}
   */
  public static PyCode late(CodeBodies bodies, int place, int[] head, int at) {
    return new PyCode(bodies, place, head, at);
  }

  /**
   * A code object of which all is at hand as Python values.
   *
   * @param object the rest; its own constants, names and variables are left out
   * @param names interned, as the variables are
   */
  public static PyCode of(
      CodeObject object, PyObject[] constants, PyStr[] names, PyStr[] variables) {
    return new PyCode(asWanted(object), false, constants, names, variables);
  }

  /** The Python value of a constant. */
  public static PyObject value(Constant constant) {
    return new LoadCode().convert(constant);
  }

  private PyCode code(CodeObject object) {
    List<Constant> all = object.constants();
    PyObject[] constants = new PyObject[all.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = convert(all.get(i));
    }
    return make(object, constants);
  }

  private static PyCode make(CodeObject given, PyObject[] constants) {
    CodeObject object = asWanted(given);
    return new PyCode(
        object, true, constants, interned(object.names()), interned(object.localsPlusNames()));
  }

  /** Without columns, if {@code -X no_debug_ranges} says so. */
  static CodeObject asWanted(CodeObject object) {
    ThreadState thread = ThreadState.currentOrNull();
    boolean linesOnly = thread != null && thread.interpreter.options.noDebugRanges;
    return linesOnly ? object.withoutColumns() : object;
  }

  private static PyStr[] interned(List<String> texts) {
    PyStr[] names = new PyStr[texts.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = PyStr.interned(texts.get(i));
    }
    return names;
  }

  private PyObject convert(Constant constant) {
    // Not a switch over types, here and below: their first use costs a start a millisecond each.
    if (constant instanceof Constant.Singleton s) {
      return singleton(s);
    }
    if (constant instanceof Value v) {
      return v.object();
    }
    PyObject value = known.get(constant);
    if (value == null) {
      value = make(constant);
      known.put(constant, value);
    }
    return value;
  }

  private static PyObject singleton(Constant.Singleton s) {
    return switch (s) {
      case NONE -> PyNone.NONE;
      case TRUE -> PyBool.TRUE;
      case FALSE -> PyBool.FALSE;
      case ELLIPSIS -> PyEllipsis.ELLIPSIS;
    };
  }

  private PyObject make(Constant constant) {
    if (constant instanceof Constant.Str s) {
      return text(s);
    }
    if (constant instanceof Constant.Int i) {
      return PyInt.of(i.value());
    }
    if (constant instanceof CodeObject code) {
      return code(code);
    }
    if (constant instanceof Constant.Tuple t) {
      return PyTuple.of(all(t.items()));
    }
    if (constant instanceof Constant.Float f) {
      return new PyFloat(f.value());
    }
    if (constant instanceof Constant.Complex c) {
      return new PyComplex(c.real(), c.imag());
    }
    if (constant instanceof Constant.Bytes b) {
      return PyBytes.of(b.value());
    }
    if (constant instanceof Constant.FrozenSet s) {
      // CPython's compiler makes them a second time of the first ones when it merges constants: their order shows it.
      return s.items().isEmpty()
          ? PyFrozenSet.EMPTY
          : PyFrozenSet.of(PyFrozenSet.of(all(s.items())).toArray());
    }
    throw new IllegalArgumentException("no Python value for " + constant.getClass());
  }

  private PyObject[] all(List<Constant> items) {
    List<PyObject> values = new ArrayList<>(items.size());
    for (Constant item : items) {
      values.add(convert(item));
    }
    return values.toArray(PyObject[]::new);
  }

  /** Strings that look like names are interned, as CPython's compiler and marshal do. */
  private static PyStr text(Constant.Str constant) {
    if (!constant.isExact()) {
      int[] points = constant.codePoints();
      return PyStr.ofCodePoints(points, 0, points.length);
    }
    String text = constant.text();
    return looksLikeName(text) ? PyStr.interned(text) : PyStr.of(text);
  }

  /** Whether the string of a constant is interned. */
  public static boolean isInterned(Constant.Str constant) {
    return constant.isExact() && looksLikeName(constant.text());
  }

  private static boolean looksLikeName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '_')) {
        return false;
      }
    }
    return true;
  }
}

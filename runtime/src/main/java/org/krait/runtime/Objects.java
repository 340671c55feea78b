package org.krait.runtime;

import org.krait.runtime.formatting.FloatFormat;
import org.krait.runtime.formatting.IntFormat;
import org.krait.runtime.text.FormatSpec;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What can be asked of any value: its text, hash, truth, length, identity. */
public final class Objects {
  /** Ints of smaller size are their own hash. */
  /** Hashes of numbers are what is left when they are divided by it. */
  public static final long HASH_MODULUS = (1L << 61) - 1;

  private Objects() {}

  /** {@code repr(x)}. */
  public static PyStr repr(PyObject object) {
    if (object.getClass() == PyLong.class) {
      return PyStr.ofDecimal(((PyLong) object).value);
    }
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" while getting the repr of an object");
    try {
      PyObject text = object.type().slots.repr(object);
      if (text instanceof PyStr result) {
        return result;
      }
      throw Errors.typeError("__repr__ returned non-string (type %s)", text.type().fullName());
    } finally {
      thread.leaveRecursion();
    }
  }

  /** {@code str(x)}. */
  public static PyStr str(PyObject object) {
    if (object.getClass() == PyStr.class) {
      return (PyStr) object;
    }
    if (object.getClass() == PyLong.class) {
      return PyStr.ofDecimal(((PyLong) object).value);
    }
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" while getting the str of an object");
    try {
      PyObject text = object.type().slots.str(object);
      if (text instanceof PyStr result) {
        return result;
      }
      throw Errors.typeError("__str__ returned non-string (type %s)", text.type().fullName());
    } finally {
      thread.leaveRecursion();
    }
  }

  /** {@code ascii(x)}. */
  public static PyStr ascii(PyObject object) {
    return repr(object).escapeNonAscii();
  }

  /** {@code hash(x)}, never -1. */
  public static long hash(PyObject object) {
    if (object.getClass() == PyStr.class) {
      return ((PyStr) object).hashValue();
    }
    if (object.getClass() == PyLong.class) {
      long value = ((PyLong) object).value;
      if (value > -HASH_MODULUS && value < HASH_MODULUS) {
        return value == -1 ? -2 : value;
      }
    }
    if (object.getClass() == PyTuple.class) {
      return ((PyTuple) object).hashValue();
    }
    if (object.getClass() == PyBytes.class) {
      return ((PyBytes) object).hashValue();
    }
    return object.type().slots.hash(object);
  }

  /** {@code bool(x)}. */
  public static boolean isTrue(PyObject object) {
    if (object == PyBool.TRUE) {
      return true;
    }
    if (object == PyBool.FALSE || object == PyNone.NONE) {
      return false;
    }
    if (object.getClass() == PyLong.class) {
      return ((PyLong) object).value != 0;
    }
    return object.type().slots.bool(object);
  }

  /** {@code len(x)}. */
  public static int length(PyObject object) {
    long length = object.type().slots.len(object);
    if (length > Integer.MAX_VALUE) {
      throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
    }
    return (int) length;
  }

  /** {@code len(x)} or, failing that, {@code x.__length_hint__()}, or the default. */
  public static int lengthHint(PyObject object, int otherwise) {
    if (object.type().special(Special.LEN) != null) {
      try {
        return length(object);
      } catch (PyException e) {
        if (!e.is(org.krait.runtime.types.PyExceptions.TypeError)) {
          throw e;
        }
      }
    }
    PyObject hint = SpecialCalls.lookup(object, Special.LENGTH_HINT);
    if (hint == null) {
      return otherwise;
    }
    PyObject answer;
    try {
      answer = hint.call();
    } catch (PyException e) {
      if (e.is(org.krait.runtime.types.PyExceptions.TypeError)) {
        return otherwise;
      }
      throw e;
    }
    if (answer == org.krait.runtime.types.PyNotImplemented.NOT_IMPLEMENTED) {
      return otherwise;
    }
    if (!(answer instanceof PyInt number)) {
      throw Errors.typeError("__length_hint__ must be an integer, not %s", answer.type().fullName());
    }
    if (!number.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }
    long value = number.longValue();
    if (value < 0) {
      throw Errors.valueError("__length_hint__() should return >= 0");
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  /** {@code id(x)}: unique among live values, stable, never reused while anyone could compare. */
  public static long id(PyObject object) {
    return Identity.of(object);
  }

  /** The hash of a value that compares by identity. */
  public static long identityHash(PyObject object) {
    return System.identityHashCode(object);
  }

  /** {@code <module.qualname object at 0x…>}. */
  public static PyStr defaultRepr(PyObject object) {
    return PyStr.of(String.format("<%s object at 0x%x>", qualifiedName(object.type()), id(object)));
  }

  /** {@code module.qualname}, without the module for builtins. */
  public static String qualifiedName(PyType type) {
    PyObject module = TypeAttributes.module(type);
    String own = type.qualname().toString();
    return module instanceof PyStr text && !text.toString().equals("builtins") ? text + "." + own : own;
  }

  /** {@code format(x, spec)}. */
  public static PyStr format(PyObject object, PyStr spec) {
    if (spec.length() == 0) {
      if (object.getClass() == PyStr.class) {
        return (PyStr) object;
      }
      if (object instanceof PyInt && object.type() == PyInt.TYPE) {
        return str(object);
      }
    }
    if (object.getClass() == PyLong.class && spec.length() > 0) {
      return IntFormat.format((PyLong) object, spec);
    }
    if (object.getClass() == PyFloat.class && spec.length() > 0) {
      return FloatFormat.format((PyFloat) object, spec);
    }
    if (object.getClass() == PyStr.class) {
      return FormatSpec.parse(spec, object).formatText((PyStr) object);
    }
    if (spec.length() == 0 && object.type().special(Special.FORMAT) == ObjectType.TYPE.special(Special.FORMAT)) {
      return str(object);
    }
    PyObject method = SpecialCalls.lookup(object, Special.FORMAT);
    if (method == null) {
      throw Errors.typeError("Type %s doesn't define __format__", object.type().fullName());
    }
    PyObject text = method.call(spec);
    if (text instanceof PyStr result) {
      return result;
    }
    throw Errors.typeError("__format__ must return a str, not %s", text.type().fullName());
  }

  /** {@code os.fspath(x)}: a str or bytes path. */
  public static PyObject fsPath(PyObject path) {
    if (path instanceof PyStr || path instanceof PyBytes) {
      return path;
    }
    PyObject method = SpecialCalls.lookup(path, Special.FSPATH);
    if (method == null) {
      throw Errors.typeError(
          "expected str, bytes or os.PathLike object, not %s", path.type().fullName());
    }
    PyObject result = method.call();
    if (result instanceof PyStr || result instanceof PyBytes) {
      return result;
    }
    throw Errors.typeError(
        "expected %s.__fspath__() to return str or bytes, not %s",
        path.type().fullName(), result.type().fullName());
  }

  /** Whether a value can be called. */
  public static boolean isCallable(PyObject object) {
    return object.type().special(Special.CALL) != null;
  }

  /** A fresh tuple for {@code a, b, …}. */
  static PyTuple tuple(PyObject... items) {
    return PyTuple.of(items);
  }
}

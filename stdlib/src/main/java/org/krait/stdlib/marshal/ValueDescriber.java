package org.krait.stdlib.marshal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.MarshalFactory;
import org.krait.bytecode.MarshalWriter;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.*;

/** Tells the marshal writer what a Python value is. */
final class ValueDescriber implements MarshalWriter.Describer<PyObject> {
  /** Values are shared by identity, as programs see it. */
  private record Identity(PyObject value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity i && i.value == value;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(value);
    }
  }

  @Override
  public Object shareKey(PyObject value) {
    if (value == PyNone.NONE || value == PyEllipsis.ELLIPSIS || value instanceof PyBool
        || value == PyExceptions.StopIteration) {
      return null;
    }
    if (value instanceof PyTuple tuple && tuple.size() == 0) {
      return null;
    }
    return new Identity(value);
  }

  @Override
  public boolean isMarked(PyObject value) {
    return value instanceof PyStr text && text.isInterned();
  }

  @Override
  public void describe(PyObject value, MarshalWriter<PyObject> to) throws MarshalException {
    if (value == PyNone.NONE) {
      to.none();
    } else if (value == PyExceptions.StopIteration) {
      to.stopIteration();
    } else if (value == PyEllipsis.ELLIPSIS) {
      to.ellipsis();
    } else if (value instanceof PyBool flag) {
      to.bool(flag == PyBool.TRUE);
    } else if (value instanceof PyCode code) {
      to.code(parts(code));
    } else if (!plain(value, to) && !container(value, to)) {
      buffer(value, to);
    }
  }

  private static boolean plain(PyObject value, MarshalWriter<PyObject> to) {
    Class<?> kind = value.getClass();
    if (value instanceof PyLong number) {
      to.integer(number.value);
    } else if (value instanceof PyBigInt number) {
      to.integer(number.bigValue());
    } else if (kind == PyFloat.class) {
      to.floating(((PyFloat) value).value);
    } else if (kind == PyComplex.class) {
      to.complex(((PyComplex) value).real, ((PyComplex) value).imag);
    } else if (kind == PyBytes.class) {
      to.bytes(((PyBytes) value).array());
    } else if (kind == PyStr.class) {
      text((PyStr) value, to);
    } else {
      return false;
    }
    return true;
  }

  private static void text(PyStr value, MarshalWriter<PyObject> to) {
    int[] points = value.codePoints();
    boolean split = false;
    for (int i = 1; i < points.length; i++) {
      split |= points[i - 1] >>> 10 == 0xD800 >>> 10 && points[i] >>> 10 == 0xDC00 >>> 10;
    }
    if (split) {
      to.string(points, value.isInterned());
    } else {
      to.string(value.toString(), value.isInterned());
    }
  }

  private static boolean container(PyObject value, MarshalWriter<PyObject> to)
      throws MarshalException {
    Class<?> kind = value.getClass();
    if (kind == PyTuple.class) {
      to.tuple(Arrays.asList(((PyTuple) value).items()));
    } else if (kind == PyList.class) {
      to.list(Arrays.asList(((PyList) value).toArray()));
    } else if (kind == PySet.class) {
      to.set(Arrays.asList(Iteration.toArray(value)));
    } else if (kind == PyFrozenSet.class) {
      to.frozenSet(Arrays.asList(Iteration.toArray(value)));
    } else if (kind == PyDict.class) {
      List<PyObject> flat = new ArrayList<>();
      for (PyDict.Entry entry : ((PyDict) value).entryList()) {
        flat.add(entry.key());
        flat.add(entry.value());
      }
      to.dict(flat);
    } else {
      return false;
    }
    return true;
  }

  private static void buffer(PyObject value, MarshalWriter<PyObject> to) throws MarshalException {
    boolean subclass =
        value instanceof PyInt || value instanceof PyStr || value instanceof PyBytes
            || value instanceof PyFloat;
    if (subclass || !Buffers.isBuffer(value)) {
      throw MarshalWriter.unmarshallable();
    }
    to.bytes(Buffers.copy(value));
  }

  private static MarshalFactory.CodeParts<PyObject> parts(PyCode code) {
    CodeObject o = code.object();
    return new MarshalFactory.CodeParts<>(
        o.argCount(),
        o.posOnlyArgCount(),
        o.kwOnlyArgCount(),
        o.stackSize(),
        o.flags(),
        PyBytes.of(o.code()),
        PyTuple.of(code.load().constants),
        PyTuple.of(code.names),
        PyTuple.of(code.variables().clone()),
        PyBytes.of(o.localsPlusKinds()),
        code.filename().intern(),
        code.name(),
        code.qualname(),
        o.firstLineNumber(),
        PyBytes.of(o.lineTable()),
        PyBytes.of(o.exceptionTable()));
  }
}

package org.krait.stdlib.marshal;

import java.math.BigInteger;
import java.util.List;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.MarshalFactory;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.CodeOrigin;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.*;

/** Makes Python values of a marshal stream. */
final class ValueFactory implements MarshalFactory<PyObject> {
  private final CodeOrigin origin;

  /** A factory of code from somewhere, to be verified before it runs. */
  ValueFactory(CodeOrigin origin) {
    this.origin = origin;
  }

  @Override
  public PyObject none() {
    return PyNone.NONE;
  }

  @Override
  public PyObject bool(boolean value) {
    return PyBool.of(value);
  }

  @Override
  public PyObject ellipsis() {
    return PyEllipsis.ELLIPSIS;
  }

  @Override
  public PyObject stopIteration() {
    return PyExceptions.StopIteration;
  }

  @Override
  public PyObject integer(long value) {
    return PyLong.of(value);
  }

  @Override
  public PyObject integer(BigInteger value) {
    return PyInt.of(value);
  }

  @Override
  public PyObject floating(double value) {
    return new PyFloat(value);
  }

  @Override
  public PyObject complex(double real, double imag) {
    return new PyComplex(real, imag);
  }

  @Override
  public PyObject bytes(byte[] value) {
    return PyBytes.of(value);
  }

  @Override
  public PyObject string(String text, boolean interned) {
    return interned ? PyStr.interned(text) : PyStr.of(text);
  }

  @Override
  public PyObject ascii(String text, boolean interned) {
    return interned ? PyStr.internedUnits(text) : PyStr.ofUnits(text);
  }

  @Override
  public PyObject string(int[] codePoints, boolean interned) {
    PyStr string = PyStr.ofCodePoints(codePoints, 0, codePoints.length);
    return interned ? string.intern() : string;
  }

  @Override
  public PyObject tuple(List<PyObject> items) {
    return PyTuple.of(items.toArray(new PyObject[0]));
  }

  @Override
  public PyObject frozenSet(List<PyObject> items) {
    return PyFrozenSet.of(items.toArray(new PyObject[0]));
  }

  @Override
  public PyObject newList() {
    return new PyList();
  }

  @Override
  public PyObject newDict() {
    return new PyDict();
  }

  @Override
  public PyObject newSet() {
    return new PySet();
  }

  @Override
  public void add(PyObject container, PyObject item) {
    if (container instanceof PyList list) {
      list.append(item);
    } else {
      ((PySet) container).add(item);
    }
  }

  @Override
  public void put(PyObject dict, PyObject key, PyObject value) {
    ((PyDict) dict).put(key, value);
  }

  @Override
  public PyObject code(CodeParts<PyObject> p) throws MarshalException {
    PyTuple constants = tuple("co_consts", p.constants());
    CodeObject object =
        new CodeObject(
            p.argCount(),
            p.posOnlyArgCount(),
            p.kwOnlyArgCount(),
            p.stackSize(),
            p.flags(),
            bytes("co_code", p.code()),
            List.of(),
            List.of(),
            List.of(),
            bytes("co_localspluskinds", p.localsPlusKinds()),
            string("co_filename", p.filename()),
            string("co_name", p.name()),
            string("co_qualname", p.qualname()),
            p.firstLineNumber(),
            bytes("co_linetable", p.lineTable()),
            bytes("co_exceptiontable", p.exceptionTable()));
    PyCode code =
        LoadCode.of(
            object,
            constants.items(),
            strings("co_names", p.names()),
            strings("co_localsplusnames", p.localsPlusNames()));
    return LoadCode.unverified(code, origin);
  }

  private static MarshalException wrong(String field, String type) {
    return new MarshalException(MarshalException.Kind.TYPE, field + " must be " + type);
  }

  private static PyTuple tuple(String field, PyObject value) throws MarshalException {
    if (value instanceof PyTuple tuple) {
      return tuple;
    }
    throw wrong(field, "a tuple");
  }

  private static byte[] bytes(String field, PyObject value) throws MarshalException {
    if (value instanceof PyBytes bytes) {
      return bytes.array();
    }
    throw wrong(field, "bytes");
  }

  private static String string(String field, PyObject value) throws MarshalException {
    if (value instanceof PyStr text) {
      return text.toString();
    }
    throw wrong(field, "a str");
  }

  private static PyStr[] strings(String field, PyObject value) throws MarshalException {
    PyObject[] items = tuple(field, value).items();
    PyStr[] strings = new PyStr[items.length];
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof PyStr text)) {
        throw wrong(field, "a str");
      }
      strings[i] = text.intern();
    }
    return strings;
  }
}

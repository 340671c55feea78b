package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.runtime.PyObject;
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
import org.krait.runtime.Iteration;

/** The way back from Python values to plain constants, for code objects that programs make. */
public final class PlainConstants {
  private PlainConstants() {}

  /** The constant of a value; what no literal can hold is kept as it is. */
  public static Constant of(PyObject value) {
    if (value == PyNone.NONE) {
      return Constant.Singleton.NONE;
    }
    if (value == PyEllipsis.ELLIPSIS) {
      return Constant.Singleton.ELLIPSIS;
    }
    if (value instanceof PyBool flag) {
      return Constant.Singleton.of(flag == PyBool.TRUE);
    }
    if (value instanceof PyCode code) {
      return code.complete();
    }
    Class<?> kind = value.getClass();
    if (value instanceof PyInt number && value.type() == PyInt.TYPE) {
      return new Constant.Int(number.bigValue());
    }
    if (kind == PyFloat.class) {
      return new Constant.Float(((PyFloat) value).value);
    }
    if (kind == PyComplex.class) {
      return new Constant.Complex(((PyComplex) value).real, ((PyComplex) value).imag);
    }
    if (kind == PyStr.class) {
      return Constant.Str.ofCodePoints(((PyStr) value).codePoints());
    }
    if (kind == PyBytes.class) {
      return new Constant.Bytes(((PyBytes) value).array());
    }
    if (kind == PyTuple.class) {
      return new Constant.Tuple(all(((PyTuple) value).items()));
    }
    if (kind == PyFrozenSet.class) {
      return new Constant.FrozenSet(all(Iteration.toArray(value)));
    }
    return new LoadCode.Value(value);
  }

  private static List<Constant> all(PyObject[] values) {
    List<Constant> constants = new ArrayList<>(values.length);
    for (PyObject value : values) {
      constants.add(of(value));
    }
    return constants;
  }

  /** The constants of the values of {@code co_consts}. */
  public static List<Constant> ofAll(PyObject[] values) {
    return all(values);
  }
}

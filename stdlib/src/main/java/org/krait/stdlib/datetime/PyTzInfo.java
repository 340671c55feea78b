package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code datetime.tzinfo}: the base of time zones. */
@BuiltinType(name = "tzinfo", module = "datetime", doc = "The base of time zones.")
class PyTzInfo extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyTzInfoTable());

  PyTzInfo(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyTzInfo(cls);
  }

  private static PyException missing(String method) {
    return Errors.notImplementedError("a tzinfo subclass must implement %s()", method);
  }

  @Method(value = "tzname(self, dt, /)", textSignature = false, doc = "The name of the zone.")
  static PyObject tzname(PyTzInfo self, PyObject moment) {
    throw missing("tzname");
  }

  @Method(value = "utcoffset(self, dt, /)", textSignature = false, doc = "The offset from UTC.")
  static PyObject utcoffset(PyTzInfo self, PyObject moment) {
    throw missing("utcoffset");
  }

  @Method(value = "dst(self, dt, /)", textSignature = false, doc = "What summer time adds.")
  static PyObject dst(PyTzInfo self, PyObject moment) {
    throw missing("dst");
  }

  @Method(value = "fromutc(self, dt, /)", textSignature = false, doc = "Local time of a time in UTC.")
  static PyObject fromUtc(PyTzInfo self, PyObject value) {
    PyDateTime moment = checkedUtc(self, value);
    PyTimeDelta offset = moment.offset();
    if (offset == null) {
      throw Errors.valueError("fromutc: non-None utcoffset() result required");
    }
    PyTimeDelta dst = Zones.offset(moment.zone, "dst", moment);
    if (dst == null) {
      throw Errors.valueError("fromutc: non-None dst() result required");
    }
    PyDateTime result = moment.plus(DeltaArithmetic.subtract(offset, dst), 1);
    dst = Zones.offset(moment.zone, "dst", result);
    if (dst == null) {
      throw Errors.valueError(
          "fromutc: tz.dst() gave inconsistent results; cannot convert");
    }
    return dst.isZero() ? result : result.plus(dst, 1);
  }

  /** The argument of {@code fromutc}, which must be in this very zone. */
  static PyDateTime checkedUtc(PyTzInfo self, PyObject value) {
    if (!(value instanceof PyDateTime moment)) {
      throw Errors.typeError("fromutc: argument must be a datetime");
    }
    if (moment.zone != self) {
      throw Errors.valueError("fromutc: dt.tzinfo is not self");
    }
    return moment;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyTzInfo self) {
    PyObject arguments = Attributes.getOrNull(self, "__getinitargs__");
    PyObject args = arguments == null ? PyTuple.EMPTY : arguments.call();
    PyObject state = Attributes.get(self, "__getstate__").call();
    return PyTuple.of(self.type(), args, state == null ? PyNone.NONE : state);
  }
}

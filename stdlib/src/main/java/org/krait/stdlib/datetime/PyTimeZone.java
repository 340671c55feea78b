package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code datetime.timezone}: a fixed offset from UTC. */
@BuiltinType(
    name = "timezone",
    module = "datetime",
    base = PyTzInfo.class,
    subclassable = false,
    doc = "A time zone with a fixed offset from UTC.",
    basicSize = 32)
final class PyTimeZone extends PyTzInfo {
  static final PyType TYPE = PyType.builtin(new PyTimeZoneTable());

  @Value("utc")
  static final PyObject UTC = new PyTimeZone(PyTimeDelta.ZERO, null);

  @Value("min")
  static final PyObject MIN = new PyTimeZone(PyTimeDelta.of(0, -86340, 0), null);

  @Value("max")
  static final PyObject MAX = new PyTimeZone(PyTimeDelta.of(0, 86340, 0), null);

  private final PyTimeDelta offset;

  /** Null when it follows from the offset. */
  private final PyStr name;

  private PyTimeZone(PyTimeDelta offset, PyStr name) {
    super(TYPE);
    this.offset = offset;
    this.name = name;
  }

  /** The zone of an offset; without a name and at no offset it is {@link #UTC}. */
  static PyObject of(PyTimeDelta offset, PyStr name) {
    if (name == null && offset.isZero()) {
      return UTC;
    }
    if (!Zones.isLessThanDay(offset)) {
      throw Zones.outOfRange(", not " + Objects.repr(offset) + ".");
    }
    return new PyTimeZone(offset, name);
  }

  @Method("__new__(cls, offset, name=NULL)")
  static PyObject make(PyType cls, PyObject offset, PyObject name) {
    PyTimeDelta delta =
        Arguments.instance(
            offset, PyTimeDelta.class, "timezone() argument 1", "datetime.timedelta");
    return of(delta, name == null ? null : Convert.toText(name, "timezone() argument 2"));
  }

  @Method("__repr__(self, /)")
  String repr() {
    if (this == UTC) {
      return "datetime.timezone.utc";
    }
    return "datetime.timezone("
        + Objects.repr(offset)
        + (name == null ? "" : ", " + Objects.repr(name))
        + ")";
  }

  @Method("__str__(self, /)")
  PyObject str() {
    if (name != null) {
      return name;
    }
    return PyStr.of(offset.isZero() ? "UTC" : "UTC" + Zones.text(offset, ":"));
  }

  @Method("__hash__(self, /)")
  long hash() {
    return offset.hash();
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyTimeZone zone) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of((offset.compareTo(zone.offset) == 0) == (op == Comparison.EQ));
  }

  private static void check(PyObject moment, String method) {
    if (moment != PyNone.NONE && !(moment instanceof PyDateTime)) {
      throw Errors.typeError(
          "%s(dt) argument must be a datetime instance or None, not %s",
          method, moment.type().fullName());
    }
  }

  @Method(value = "tzname(self, dt, /)", textSignature = false, doc = "The name of the zone.")
  PyObject tzname(PyObject moment) {
    check(moment, "tzname");
    return str();
  }

  @Method(value = "utcoffset(self, dt, /)", textSignature = false, doc = "The offset from UTC.")
  PyObject utcoffset(PyObject moment) {
    check(moment, "utcoffset");
    return offset;
  }

  @Method(value = "dst(self, dt, /)", textSignature = false, doc = "None.")
  PyObject dst(PyObject moment) {
    check(moment, "dst");
    return PyNone.NONE;
  }

  @Method(value = "fromutc(self, dt, /)", textSignature = false, doc = "Local time of a time in UTC.")
  PyObject fromUtc(PyObject moment) {
    return checkedUtc(this, moment).plus(offset, 1);
  }

  @Method(value = "__getinitargs__(self, /)", textSignature = false)
  PyObject initArgs() {
    return name == null ? PyTuple.of(offset) : PyTuple.of(offset, name);
  }
}

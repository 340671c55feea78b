package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.StringHash;
import org.krait.runtime.numbers.ZeroFilled;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code datetime.date}: a day. */
@BuiltinType(
    name = "date",
    module = "datetime",
    parts = {DateMethods.class, DateCreation.class},
    doc = "A day of the calendar.",
    basicSize = 32)
class PyDate extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyDateTable());

  private static final int STATE = 4;
  private static final Signature CALL =
      new Signature(null, "date", null, 0, 3, 3, 0, 0, "year", "month", "day");

  @Value("min")
  static final PyObject MIN = new PyDate(TYPE, Calendar.MIN_YEAR, 1, 1);

  @Value("max")
  static final PyObject MAX = new PyDate(TYPE, Calendar.MAX_YEAR, 12, 31);

  @Value("resolution")
  static final PyObject RESOLUTION = PyTimeDelta.of(1, 0, 0);

  final int year;
  final int month;
  final int day;

  PyDate(PyType cls, int year, int month, int day) {
    super(cls);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  static PyDate of(PyType cls, int year, int month, int day) {
    Calendar.checkDate(year, month, day);
    return new PyDate(cls, year, month, day);
  }

  /** A date of a class, which is called when it is a subclass. */
  static PyObject ofClass(PyObject cls, int year, int month, int day) {
    return cls == TYPE
        ? of(TYPE, year, month, day)
        : cls.call(PyLong.of(year), PyLong.of(month), PyLong.of(day));
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length == 1 && names == null) {
      byte[] state = State.of(args[0], STATE, 2, 1, 12, "date");
      if (state != null) {
        return new PyDate(cls, State.unsigned(state, 0, 2), state[2], state[3] & 0xff);
      }
    }
    if (names == null && args.length < 3 && args.length > 0) {
      // CPython converts what there is before it misses the rest.
      Convert.toInt(args[0], 0);
    }
    PyObject[] values = CALL.bind(args, names);
    int year = Convert.toInt(values[0], 0);
    int month = Convert.toInt(values[1], 0);
    return of(cls, year, month, Convert.toInt(values[2], 0));
  }

  final int ordinal() {
    return Calendar.ordinal(year, month, day);
  }

  byte[] state() {
    byte[] bytes = new byte[STATE];
    State.putDate(bytes, year, month, day);
    return bytes;
  }

  final int compareDate(PyDate other) {
    int order = Integer.compare(year, other.year);
    order = order != 0 ? order : Integer.compare(month, other.month);
    return order != 0 ? order : Integer.compare(day, other.day);
  }

  @Method("__repr__(self, /)")
  static String repr(PyDate self) {
    return String.format("%s(%d, %d, %d)", self.type().fullName(), self.year, self.month, self.day);
  }

  @Method("__str__(self, /)")
  static PyObject str(PyDate self) {
    return org.krait.runtime.Attributes.get(self, "isoformat").call();
  }

  final String isoDate() {
    return ZeroFilled.of(year, 4) + "-" + ZeroFilled.of(month, 2) + "-" + ZeroFilled.of(day, 2);
  }

  @Method("__hash__(self, /)")
  static long hash(PyDate self) {
    byte[] state = self.state();
    return StringHash.of(state, 0, state.length);
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyDate self, PyObject other, int op) {
    return other instanceof PyDate date
        ? PyBool.of(Comparison.holds(self.compareDate(date), op))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  /** The day so many days later. */
  final PyObject plusDays(long days) {
    long ordinal = ordinal() + days;
    if (ordinal < 1 || ordinal > Calendar.MAX_ORDINAL) {
      throw Errors.overflowError("date value out of range");
    }
    int[] fields = Calendar.fromOrdinal((int) ordinal);
    return ofClass(type(), fields[0], fields[1], fields[2]);
  }

  @Method("__add__(self, value, /)")
  static PyObject add(PyDate self, PyObject other) {
    return other instanceof PyTimeDelta delta
        ? self.plusDays(delta.days)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__radd__(self, value, /)")
  static PyObject radd(PyDate self, PyObject other) {
    return add(self, other);
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyDate self, PyObject other) {
    if (other instanceof PyTimeDelta delta) {
      return self.plusDays(-delta.days);
    }
    return other instanceof PyDate date && !(other instanceof PyDateTime)
        ? PyTimeDelta.of(self.ordinal() - date.ordinal(), 0, 0)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__rsub__(self, value, /)")
  static PyObject rsub(PyDate self, PyObject other) {
    return other instanceof PyDate date && !(other instanceof PyDateTime)
        ? sub(date, self)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyDate self) {
    return PyTuple.of(self.type(), PyTuple.of(PyBytes.of(self.state())));
  }

  @Getter("year")
  static int year(PyDate self) {
    return self.year;
  }

  @Getter("month")
  static int month(PyDate self) {
    return self.month;
  }

  @Getter("day")
  static int day(PyDate self) {
    return self.day;
  }
}

package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.StringHash;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code datetime.time}: a time of day, with or without a zone. */
@BuiltinType(
    name = "time",
    module = "datetime",
    parts = TimeMethods.class,
    doc = "A time of day.",
    basicSize = 40)
final class PyTime extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyTimeTable());

  private static final int STATE = 6;
  private static final int FOLD_BIT = 0x80;
  private static final Signature CALL =
      new Signature(
          null, "time", null, 0, 5, 0, 0, 0,
          "hour", "minute", "second", "microsecond", "tzinfo", "fold");

  @Value("min")
  static final PyObject MIN = new PyTime(TYPE, 0, 0, 0, 0, null, 0);

  @Value("max")
  static final PyObject MAX = new PyTime(TYPE, 23, 59, 59, 999999, null, 0);

  @Value("resolution")
  static final PyObject RESOLUTION = PyTimeDelta.RESOLUTION;

  final int hour;
  final int minute;
  final int second;
  final int micro;

  /** Null for none. */
  final PyObject zone;

  final int fold;

  private PyTime(
      PyType cls, int hour, int minute, int second, int micro, PyObject zone, int fold) {
    super(cls);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.micro = micro;
    this.zone = zone;
    this.fold = fold;
  }

  static PyTime of(
      PyType cls, int hour, int minute, int second, int micro, PyObject zone, int fold) {
    Calendar.checkTime(hour, minute, second, micro, fold);
    return new PyTime(cls, hour, minute, second, micro, zone, fold);
  }

  /** A time of a class, which is called when it is a subclass. */
  static PyObject ofClass(
      PyObject cls, int hour, int minute, int second, int micro, PyObject zone) {
    if (cls == TYPE) {
      return of(TYPE, hour, minute, second, micro, zone, 0);
    }
    PyObject[] args = {
      PyLong.of(hour), PyLong.of(minute), PyLong.of(second), PyLong.of(micro), Convert.orNone(zone)
    };
    return cls.call(args, null);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names == null && (args.length == 1 || args.length == 2)) {
      byte[] state = State.of(args[0], STATE, 0, 0, 23, "time");
      if (state != null) {
        return fromState(cls, state, args.length == 2 ? args[1] : null);
      }
    }
    PyObject[] v = CALL.bind(args, names);
    return of(
        cls,
        Convert.toInt(v[0], 0),
        Convert.toInt(v[1], 0),
        Convert.toInt(v[2], 0),
        Convert.toInt(v[3], 0),
        Convert.toZone(v[4]),
        Convert.toInt(v[5], 0));
  }

  private static PyObject fromState(PyType cls, byte[] state, PyObject zone) {
    return new PyTime(
        cls,
        state[0] & ~FOLD_BIT & 0xff,
        state[1] & 0xff,
        state[2] & 0xff,
        State.unsigned(state, 3, 3),
        PyDateTime.stateZone(zone),
        state[0] < 0 ? 1 : 0);
  }

  private byte[] state() {
    byte[] bytes = new byte[STATE];
    State.putTime(bytes, 0, hour, minute, second, micro);
    return bytes;
  }

  PyTimeDelta offset() {
    return Zones.offset(zone, "utcoffset", PyNone.NONE);
  }

  private int secondOfDay() {
    return hour * 3600 + minute * 60 + second;
  }

  @Method("__repr__(self, /)")
  static String repr(PyTime self) {
    StringBuilder text = new StringBuilder(self.type().fullName());
    text.append('(').append(self.hour).append(", ").append(self.minute);
    if (self.second != 0 || self.micro != 0) {
      text.append(", ").append(self.second);
    }
    if (self.micro != 0) {
      text.append(", ").append(self.micro);
    }
    if (self.zone != null) {
      text.append(", tzinfo=").append(Objects.repr(self.zone));
    }
    if (self.fold != 0) {
      text.append(", fold=").append(self.fold);
    }
    return text.append(')').toString();
  }

  @Method("__str__(self, /)")
  static PyObject str(PyTime self) {
    return org.krait.runtime.Attributes.get(self, "isoformat").call();
  }

  @Method("__hash__(self, /)")
  static long hash(PyTime self) {
    PyTimeDelta offset = self.offset();
    if (offset == null) {
      byte[] state = self.state();
      return StringHash.of(state, 0, state.length);
    }
    PyTimeDelta shown = PyTimeDelta.of(0, self.secondOfDay(), self.micro);
    return DeltaArithmetic.subtract(shown, offset).hash();
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyTime self, PyObject other, int op) {
    if (!(other instanceof PyTime time)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyTimeDelta mine = self.zone == time.zone ? null : self.offset();
    PyTimeDelta theirs = self.zone == time.zone ? null : time.offset();
    if ((mine == null) != (theirs == null)) {
      if (op == Comparison.EQ || op == Comparison.NE) {
        return PyBool.of(op == Comparison.NE);
      }
      throw Errors.typeError("can't compare offset-naive and offset-aware times");
    }
    long seconds = self.secondOfDay() - (mine == null ? 0 : mine.wholeSeconds());
    long others = time.secondOfDay() - (theirs == null ? 0 : theirs.wholeSeconds());
    int order = Long.compare(seconds, others);
    return PyBool.of(
        Comparison.holds(order != 0 ? order : Integer.compare(self.micro, time.micro), op));
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", textSignature = false)
  static PyObject reduceEx(PyTime self, int protocol) {
    byte[] state = self.state();
    if (protocol > 3 && self.fold != 0) {
      state[0] |= (byte) FOLD_BIT;
    }
    PyObject bytes = PyBytes.of(state);
    return PyTuple.of(
        self.type(), self.zone == null ? PyTuple.of(bytes) : PyTuple.of(bytes, self.zone));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyTime self) {
    return reduceEx(self, 2);
  }

  @Getter("hour")
  static int hour(PyTime self) {
    return self.hour;
  }

  @Getter("minute")
  static int minute(PyTime self) {
    return self.minute;
  }

  @Getter("second")
  static int second(PyTime self) {
    return self.second;
  }

  @Getter("microsecond")
  static int microsecond(PyTime self) {
    return self.micro;
  }

  @Getter("tzinfo")
  static PyObject zone(PyTime self) {
    return Convert.orNone(self.zone);
  }

  @Getter("fold")
  static int fold(PyTime self) {
    return self.fold;
  }
}

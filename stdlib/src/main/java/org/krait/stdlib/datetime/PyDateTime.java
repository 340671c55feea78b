package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
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

/** {@code datetime.datetime}: a day and a time of day, with or without a zone. */
@BuiltinType(
    name = "datetime",
    module = "datetime",
    base = PyDate.class,
    parts = {DateTimeMethods.class, DateTimeCreation.class},
    doc = "A day and a time of day.",
    basicSize = 48)
final class PyDateTime extends PyDate {
  static final PyType TYPE = PyType.builtin(new PyDateTimeTable());

  private static final int STATE = 10;
  private static final int FOLD_BIT = 0x80;
  private static final Signature CALL =
      new Signature(
          null, "datetime", null, 0, 8, 3, 0, 0,
          "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold");

  @Value("min")
  static final PyObject MIN = new PyDateTime(TYPE, 1, 1, 1, 0, 0, 0, 0, null, 0);

  @Value("max")
  static final PyObject MAX =
      new PyDateTime(TYPE, Calendar.MAX_YEAR, 12, 31, 23, 59, 59, 999999, null, 0);

  @Value("resolution")
  static final PyObject RESOLUTION = PyTimeDelta.RESOLUTION;

  static final PyDateTime EPOCH =
      new PyDateTime(TYPE, 1970, 1, 1, 0, 0, 0, 0, PyTimeZone.UTC, 0);

  final int hour;
  final int minute;
  final int second;
  final int micro;

  /** Null for none. */
  final PyObject zone;

  final int fold;

  private PyDateTime(
      PyType cls,
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int micro,
      PyObject zone,
      int fold) {
    super(cls, year, month, day);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.micro = micro;
    this.zone = zone;
    this.fold = fold;
  }

  static PyDateTime of(
      PyType cls,
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int micro,
      PyObject zone,
      int fold) {
    Calendar.checkDate(year, month, day);
    Calendar.checkTime(hour, minute, second, micro, fold);
    return new PyDateTime(cls, year, month, day, hour, minute, second, micro, zone, fold);
  }

  /** A moment of a class, which is called when it is a subclass. */
  static PyObject ofClass(
      PyObject cls,
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int micro,
      PyObject zone,
      int fold) {
    if (cls == TYPE) {
      return of(TYPE, year, month, day, hour, minute, second, micro, zone, fold);
    }
    PyObject[] args = {
      PyLong.of(year),
      PyLong.of(month),
      PyLong.of(day),
      PyLong.of(hour),
      PyLong.of(minute),
      PyLong.of(second),
      PyLong.of(micro),
      Convert.orNone(zone)
    };
    return cls.call(args, null);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names == null && (args.length == 1 || args.length == 2)) {
      byte[] state = State.of(args[0], STATE, 2, 1, 12, "datetime");
      if (state != null) {
        return fromState(cls, state, args.length == 2 ? args[1] : null);
      }
    }
    if (names == null && args.length < 3 && args.length > 0) {
      // CPython converts what there is before it misses the rest.
      Convert.toInt(args[0], 0);
    }
    PyObject[] v = CALL.bind(args, names);
    return of(
        cls,
        Convert.toInt(v[0], 0),
        Convert.toInt(v[1], 0),
        Convert.toInt(v[2], 0),
        Convert.toInt(v[3], 0),
        Convert.toInt(v[4], 0),
        Convert.toInt(v[5], 0),
        Convert.toInt(v[6], 0),
        Convert.toZone(v[7]),
        Convert.toInt(v[8], 0));
  }

  private static PyObject fromState(PyType cls, byte[] state, PyObject zone) {
    return new PyDateTime(
        cls,
        State.unsigned(state, 0, 2),
        state[2] & ~FOLD_BIT & 0xff,
        state[3] & 0xff,
        state[4] & 0xff,
        state[5] & 0xff,
        state[6] & 0xff,
        State.unsigned(state, 7, 3),
        stateZone(zone),
        state[2] < 0 ? 1 : 0);
  }

  /** The zone behind a pickled state. */
  static PyObject stateZone(PyObject zone) {
    if (zone == null || zone == PyNone.NONE) {
      return null;
    }
    if (!(zone instanceof PyTzInfo)) {
      throw Errors.typeError("bad tzinfo state arg");
    }
    return zone;
  }

  @Override
  byte[] state() {
    byte[] bytes = new byte[STATE];
    State.putDate(bytes, year, month, day);
    State.putTime(bytes, 4, hour, minute, second, micro);
    return bytes;
  }

  PyTimeDelta offset() {
    return Zones.offset(zone, "utcoffset", this);
  }

  int secondOfDay() {
    return hour * 3600 + minute * 60 + second;
  }

  /** The time that is shown, in seconds from 1970 as if it were UTC. */
  long shownSeconds() {
    return (ordinal() - EPOCH.ordinal()) * Convert.SECONDS_OF_DAY + secondOfDay();
  }

  PyDateTime withZone(PyObject newZone) {
    return new PyDateTime(
        TYPE, year, month, day, hour, minute, second, micro, newZone, fold);
  }

  private PyDateTime withFold(int newFold) {
    return new PyDateTime(
        TYPE, year, month, day, hour, minute, second, micro, zone, newFold);
  }

  /** The moment a duration later or, with -1, earlier. Zones are not looked at. */
  PyDateTime plus(PyTimeDelta delta, int sign) {
    return (PyDateTime) plusObject(delta, sign);
  }

  PyObject plusObject(PyTimeDelta delta, int sign) {
    long micros = micro + (long) sign * delta.micros;
    long seconds =
        secondOfDay() + (long) sign * delta.seconds + Math.floorDiv(micros, Convert.MICROS);
    long ordinal =
        ordinal() + (long) sign * delta.days + Math.floorDiv(seconds, Convert.SECONDS_OF_DAY);
    if (ordinal < 1 || ordinal > Calendar.MAX_ORDINAL) {
      throw Errors.overflowError("date value out of range");
    }
    int[] fields = Calendar.fromOrdinal((int) ordinal);
    int rest = (int) Math.floorMod(seconds, Convert.SECONDS_OF_DAY);
    return ofClass(
        type(),
        fields[0],
        fields[1],
        fields[2],
        rest / 3600,
        rest / 60 % 60,
        rest % 60,
        (int) Math.floorMod(micros, Convert.MICROS),
        zone,
        0);
  }

  /** The difference of what is shown. */
  PyTimeDelta minusShown(PyDateTime other) {
    return PyTimeDelta.of(
        (long) ordinal() - other.ordinal(),
        (long) secondOfDay() - other.secondOfDay(),
        (long) micro - other.micro);
  }

  /** The time between two moments; null when only one has an offset. */
  private PyTimeDelta minus(PyDateTime other) {
    PyTimeDelta shown = minusShown(other);
    if (zone == other.zone) {
      return shown;
    }
    PyTimeDelta mine = offset();
    PyTimeDelta theirs = other.offset();
    if (mine == null && theirs == null) {
      return shown;
    }
    if (mine == null || theirs == null) {
      return null;
    }
    return mine.compareTo(theirs) == 0
        ? shown
        : DeltaArithmetic.subtract(shown, DeltaArithmetic.subtract(mine, theirs));
  }

  @Method("__repr__(self, /)")
  static String repr(PyDateTime self) {
    StringBuilder text = new StringBuilder(self.type().fullName());
    text.append(
        String.format(
            "(%d, %d, %d, %d, %d", self.year, self.month, self.day, self.hour, self.minute));
    if (self.second != 0 || self.micro != 0) {
      text.append(", ").append(self.second);
    }
    if (self.micro != 0) {
      text.append(", ").append(self.micro);
    }
    if (self.fold != 0) {
      text.append(", fold=").append(self.fold);
    }
    if (self.zone != null) {
      text.append(", tzinfo=").append(Objects.repr(self.zone));
    }
    return text.append(')').toString();
  }

  @Method("__str__(self, /)")
  static PyObject str(PyDateTime self) {
    return org.krait.runtime.Attributes.get(self, "isoformat").call(PyStr.of(" "));
  }

  @Method("__hash__(self, /)")
  static long hash(PyDateTime self) {
    PyDateTime first = self.fold == 0 ? self : self.withFold(0);
    PyTimeDelta offset = first.offset();
    if (offset == null) {
      byte[] state = self.state();
      return StringHash.of(state, 0, state.length);
    }
    PyTimeDelta shown = PyTimeDelta.of(self.ordinal(), self.secondOfDay(), self.micro);
    return DeltaArithmetic.subtract(shown, offset).hash();
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyDateTime self, PyObject other, int op) {
    if (!(other instanceof PyDateTime moment)) {
      return compareOther(self, other, op);
    }
    boolean equality = op == Comparison.EQ || op == Comparison.NE;
    if (self.zone == moment.zone) {
      return PyBool.of(Comparison.holds(self.compareShown(moment), op));
    }
    PyTimeDelta mine = self.offset();
    PyTimeDelta theirs = moment.offset();
    boolean sameOffset =
        mine == theirs || mine != null && theirs != null && mine.compareTo(theirs) == 0;
    int order;
    if (sameOffset) {
      order = self.compareShown(moment);
      if (equality && order == 0 && isAmbiguous(self, moment, mine, theirs)) {
        order = 1;
      }
    } else if (mine != null && theirs != null) {
      PyTimeDelta difference =
          DeltaArithmetic.subtract(
              self.minusShown(moment), DeltaArithmetic.subtract(mine, theirs));
      order = difference.compareTo(PyTimeDelta.ZERO);
      if (equality && order == 0 && isAmbiguous(self, moment, mine, theirs)) {
        order = 1;
      }
    } else if (equality) {
      order = 1;
    } else {
      throw Errors.typeError("can't compare offset-naive and offset-aware datetimes");
    }
    return PyBool.of(Comparison.holds(order, op));
  }

  /** Whether an offset depends on the fold: such moments are equal to none of another zone. */
  private static boolean isAmbiguous(
      PyDateTime a, PyDateTime b, PyTimeDelta offsetA, PyTimeDelta offsetB) {
    return differs(offsetA, a.withFold(1 - a.fold).offset())
        || differs(offsetB, b.withFold(1 - b.fold).offset());
  }

  private static boolean differs(PyTimeDelta a, PyTimeDelta b) {
    return a == null || b == null ? a != b : a.compareTo(b) != 0;
  }

  private static PyObject compareOther(PyDateTime self, PyObject other, int op) {
    if (!(other instanceof PyDate)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (op == Comparison.EQ || op == Comparison.NE) {
      return PyBool.of(op == Comparison.NE);
    }
    throw notComparable(self, other);
  }

  private static PyException notComparable(PyObject a, PyObject b) {
    return Errors.typeError(
        "can't compare %s to %s", a.type().fullName(), b.type().fullName());
  }

  private int compareShown(PyDateTime other) {
    int order = compareDate(other);
    order = order != 0 ? order : Integer.compare(secondOfDay(), other.secondOfDay());
    return order != 0 ? order : Integer.compare(micro, other.micro);
  }

  @Method("__add__(self, value, /)")
  static PyObject add(PyDateTime self, PyObject other) {
    return other instanceof PyTimeDelta delta
        ? self.plusObject(delta, 1)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__radd__(self, value, /)")
  static PyObject radd(PyDateTime self, PyObject other) {
    return add(self, other);
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyDateTime self, PyObject other) {
    if (other instanceof PyTimeDelta delta) {
      return self.plusObject(delta, -1);
    }
    if (!(other instanceof PyDateTime moment)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyTimeDelta difference = self.minus(moment);
    if (difference == null) {
      throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
    }
    return difference;
  }

  @Method("__rsub__(self, value, /)")
  static PyObject rsub(PyDateTime self, PyObject other) {
    return other instanceof PyDateTime moment
        ? sub(moment, self)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", textSignature = false)
  static PyObject reduceEx(PyDateTime self, int protocol) {
    byte[] state = self.state();
    if (protocol > 3 && self.fold != 0) {
      state[2] |= (byte) FOLD_BIT;
    }
    PyObject bytes = PyBytes.of(state);
    return PyTuple.of(
        self.type(), self.zone == null ? PyTuple.of(bytes) : PyTuple.of(bytes, self.zone));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyDateTime self) {
    return reduceEx(self, 2);
  }

  @Getter("hour")
  static int hour(PyDateTime self) {
    return self.hour;
  }

  @Getter("minute")
  static int minute(PyDateTime self) {
    return self.minute;
  }

  @Getter("second")
  static int second(PyDateTime self) {
    return self.second;
  }

  @Getter("microsecond")
  static int microsecond(PyDateTime self) {
    return self.micro;
  }

  @Getter("tzinfo")
  static PyObject zone(PyDateTime self) {
    return Convert.orNone(self.zone);
  }

  @Getter("fold")
  static int fold(PyDateTime self) {
    return self.fold;
  }
}

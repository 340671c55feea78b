package org.krait.stdlib.datetime;

import java.math.BigInteger;
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
import org.krait.runtime.numbers.ZeroFilled;
import org.krait.runtime.types.IntArithmetic;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code datetime.timedelta}: days, seconds of a day, microseconds of a second. */
@BuiltinType(
    name = "timedelta",
    module = "datetime",
    parts = DeltaArithmetic.class,
    doc = "A duration: the difference between two dates or times.",
    basicSize = 40)
final class PyTimeDelta extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyTimeDeltaTable());

  static final int MOST_DAYS = 999_999_999;

  @Value("resolution")
  static final PyObject RESOLUTION = new PyTimeDelta(TYPE, 0, 0, 1);

  @Value("min")
  static final PyObject MIN = new PyTimeDelta(TYPE, -MOST_DAYS, 0, 0);

  @Value("max")
  static final PyObject MAX = new PyTimeDelta(TYPE, MOST_DAYS, 86399, 999999);

  static final PyTimeDelta ZERO = new PyTimeDelta(TYPE, 0, 0, 0);

  private static final Signature CALL =
      new Signature(
          "__new__", "__new__", null, 0, 7, 0, 0, 0,
          "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks");

  final int days;
  final int seconds;
  final int micros;

  private PyTimeDelta(PyType cls, int days, int seconds, int micros) {
    super(cls);
    this.days = days;
    this.seconds = seconds;
    this.micros = micros;
  }

  /** A duration from parts of any size. */
  static PyTimeDelta of(long days, long seconds, long micros) {
    return of(TYPE, days, seconds, micros);
  }

  static PyTimeDelta of(PyType cls, long days, long seconds, long micros) {
    long allSeconds = seconds + Math.floorDiv(micros, Convert.MICROS);
    long allDays = days + Math.floorDiv(allSeconds, Convert.SECONDS_OF_DAY);
    if (allDays < -MOST_DAYS || allDays > MOST_DAYS) {
      throw Errors.overflowError(
          "days=%d; must have magnitude <= %d", allDays, MOST_DAYS);
    }
    return new PyTimeDelta(
        cls,
        (int) allDays,
        (int) Math.floorMod(allSeconds, Convert.SECONDS_OF_DAY),
        (int) Math.floorMod(micros, Convert.MICROS));
  }

  /** A duration of so many microseconds. */
  static PyTimeDelta ofMicros(PyType cls, BigInteger micros) {
    BigInteger day = BigInteger.valueOf(Convert.SECONDS_OF_DAY * Convert.MICROS);
    BigInteger[] parts = micros.divideAndRemainder(day);
    if (parts[0].bitLength() >= Integer.SIZE) {
      throw Errors.overflowError("Python int too large to convert to C int");
    }
    return of(cls, parts[0].intValue(), 0, parts[1].longValue());
  }

  /** The whole duration in microseconds. */
  BigInteger allMicros() {
    long inDay = seconds * Convert.MICROS + micros;
    return BigInteger.valueOf(days)
        .multiply(BigInteger.valueOf(Convert.SECONDS_OF_DAY * Convert.MICROS))
        .add(BigInteger.valueOf(inDay));
  }

  /** The seconds of a short duration, its microseconds left out. */
  long wholeSeconds() {
    return days * Convert.SECONDS_OF_DAY + seconds;
  }

  boolean isZero() {
    return days == 0 && seconds == 0 && micros == 0;
  }

  int compareTo(PyTimeDelta other) {
    int order = Integer.compare(days, other.days);
    order = order != 0 ? order : Integer.compare(seconds, other.seconds);
    return order != 0 ? order : Integer.compare(micros, other.micros);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return DeltaParts.sum(cls, CALL.bind(args, names));
  }

  @Method("__repr__(self, /)")
  String repr() {
    StringBuilder parts = new StringBuilder();
    part(parts, "days", days);
    part(parts, "seconds", seconds);
    part(parts, "microseconds", micros);
    return type().fullName() + "(" + (parts.isEmpty() ? "0" : parts) + ")";
  }

  private static void part(StringBuilder parts, String name, int value) {
    if (value != 0) {
      parts.append(parts.isEmpty() ? "" : ", ").append(name).append('=').append(value);
    }
  }

  @Method("__str__(self, /)")
  String str() {
    String before =
        days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
    String behind = micros == 0 ? "" : "." + ZeroFilled.of(micros, 6);
    String clock =
        seconds / 3600 + ":" + ZeroFilled.of(seconds / 60 % 60, 2) + ":" + ZeroFilled.of(seconds % 60, 2);
    return before + clock + behind;
  }

  @Method("__hash__(self, /)")
  long hash() {
    return Objects.hash(asTuple());
  }

  private PyTuple asTuple() {
    return PyTuple.of(PyLong.of(days), PyLong.of(seconds), PyLong.of(micros));
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    return other instanceof PyTimeDelta delta
        ? PyBool.of(Comparison.holds(compareTo(delta), op))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__bool__(self, /)")
  boolean bool() {
    return !isZero();
  }

  @Method(value = "total_seconds(self, /)", textSignature = false, doc = "The duration in seconds.")
  double totalSeconds() {
    return IntArithmetic.trueDiv(PyInt.of(allMicros()), PyInt.of(Convert.MICROS));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(type(), asTuple());
  }

  @Getter(value = "days", member = true, doc = "Whole days.")
  int days() {
    return days;
  }

  @Getter(value = "seconds", member = true, doc = "Seconds of the last day, from 0.")
  int seconds() {
    return seconds;
  }

  @Getter(value = "microseconds", member = true, doc = "Microseconds of the last second, from 0.")
  int microseconds() {
    return micros;
  }
}

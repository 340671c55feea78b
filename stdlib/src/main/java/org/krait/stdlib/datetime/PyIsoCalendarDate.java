package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code datetime.IsoCalendarDate}: a tuple of year, week and day of the week. */
@BuiltinType(
    name = "IsoCalendarDate",
    module = "datetime",
    base = PyTuple.class,
    heapType = true,
    subclassable = false,
    doc = "ISO year, week and day of the week.",
    basicSize = 24,
    itemSize = 8)
final class PyIsoCalendarDate extends PyTuple {
  static final PyType TYPE = PyType.builtin(new PyIsoCalendarDateTable());

  private PyIsoCalendarDate(PyObject... fields) {
    super(fields);
  }

  static PyObject of(int year, int week, int weekday) {
    return new PyIsoCalendarDate(PyLong.of(year), PyLong.of(week), PyLong.of(weekday));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, year, week, weekday)")
  static PyObject make(PyType cls, PyObject year, PyObject week, PyObject weekday) {
    return of(Convert.toInt(year, 0), Convert.toInt(week, 0), Convert.toInt(weekday, 0));
  }

  private static PyInt number(PyTuple self, int at) {
    return (PyInt) self.get(at);
  }

  @Getter("year")
  static PyObject year(PyIsoCalendarDate self) {
    return number(self, 0);
  }

  @Getter("week")
  static PyObject week(PyIsoCalendarDate self) {
    return number(self, 1);
  }

  @Getter("weekday")
  static PyObject weekday(PyIsoCalendarDate self) {
    return number(self, 2);
  }

  @Method("__repr__(self, /)")
  static String repr(PyIsoCalendarDate self) {
    return String.format(
        "%s(year=%s, week=%s, weekday=%s)",
        TYPE.fullName(),
        number(self, 0).bigValue(),
        number(self, 1).bigValue(),
        number(self, 2).bigValue());
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyIsoCalendarDate self) {
    return PyTuple.of(PyTuple.TYPE, PyTuple.of(PyTuple.of(self.items().clone())));
  }
}

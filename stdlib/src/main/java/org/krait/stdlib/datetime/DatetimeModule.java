package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Value;
import org.krait.runtime.PyObject;

/** The module {@code _datetime}. */
@BuiltinModule(
    value = "_datetime",
    types = {
      PyDate.class, PyDateTime.class, PyTime.class, PyTimeDelta.class, PyTzInfo.class, PyTimeZone.class
    },
    doc = "Dates and times.")
public final class DatetimeModule {
  private DatetimeModule() {}

  @Value("MINYEAR")
  static final int MIN_YEAR = Calendar.MIN_YEAR;

  @Value("MAXYEAR")
  static final int MAX_YEAR = Calendar.MAX_YEAR;

  @Value("UTC")
  static final PyObject UTC = PyTimeZone.UTC;
}

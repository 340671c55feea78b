package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code zoneinfo.ZoneInfo}: a zone of the time zone database (PEP 615). */
@BuiltinType(
    name = "ZoneInfo",
    module = "zoneinfo",
    base = PyTzInfo.class,
    heapType = true,
    weakReferences = true,
    basicSize = 208)
final class PyZoneInfo extends PyTzInfo {
  static final PyType TYPE = PyType.builtin(new PyZoneInfoTable());

  private static final Signature CALL = new Signature(null, null, null, 0, 1, 1, 0, 0, "key");
  private static final int EPOCH_ORDINAL = 719_163;
  private static final int DAY = 86_400;

  /** Where a zone is from, which decides how it is pickled. */
  private enum Source {
    CACHE,
    NO_CACHE,
    FILE
  }

  private final ZoneData data;
  private final PyObject key;

  /** What the file object said of itself, for zones without a key. */
  private final PyObject fileText;

  private Source source;

  private PyZoneInfo(PyType cls, ZoneData data, PyObject key, PyObject fileText, Source source) {
    super(cls);
    this.data = data;
    this.key = key;
    this.fileText = fileText;
    this.source = source;
  }

  // ---- making

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyObject key = CALL.bind(args, names)[0];
    return ZoneCache.current().get(cls, key);
  }

  /** A zone that is read from the file of its key. */
  static PyZoneInfo read(PyType cls, PyObject key) {
    var interpreter = ThreadState.current().interpreter;
    PyObject paths = interpreter.importModule("zoneinfo._tzpath");
    PyObject path = Attributes.get(paths, "find_tzfile").call(key);
    PyObject file =
        path == PyNone.NONE
            ? Attributes.get(interpreter.importModule("zoneinfo._common"), "load_tzdata").call(key)
            : Attributes.get(interpreter.importModule("io"), "open").call(path, PyStr.of("rb"));
    ZoneData data;
    try {
      data = ZoneData.read(file);
    } finally {
      Attributes.get(file, "close").call();
    }
    return new PyZoneInfo(cls, data, key, null, Source.NO_CACHE);
  }

  /** To be told when it is handed out again from now on. */
  void cached() {
    source = Source.CACHE;
  }

  @Method("no_cache(cls, /, key)")
  static PyObject noCache(PyType cls, PyObject key) {
    return read(cls, key);
  }

  @Method("from_file(cls, file_obj, /, key=None)")
  static PyObject fromFile(PyType cls, PyObject file, PyObject key) {
    ZoneData data = ZoneData.read(file);
    return new PyZoneInfo(
        cls, data, key == null ? PyNone.NONE : key, Objects.repr(file), Source.FILE);
  }

  @Method("clear_cache(cls, /, *, only_keys=None)")
  static void clearCache(PyType cls, PyObject keys) {
    ZoneCache.current().clear(cls, keys == PyNone.NONE ? null : keys);
  }

  @Method(value = "__init_subclass__(cls, /, *args, **kwargs)", textSignature = false)
  static void initSubclass(PyType cls, PyObject[] args, PyStr[] names) {
    Attributes.set(cls, PyStr.interned("_weak_cache"), ZoneCache.weakDict());
  }

  @Method("_unpickle(cls, key, from_cache, /)")
  static PyObject unpickle(PyType cls, PyObject key, PyObject fromCache) {
    boolean cached = ((PyInt) Arguments.index(fromCache)).signum() != 0;
    return cached ? cls.call(key) : read(cls, key);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyZoneInfo self) {
    if (self.source == Source.FILE) {
      PyObject pickle = ThreadState.current().interpreter.importModule("pickle");
      throw Errors.make(
          (PyType) Attributes.get(pickle, "PicklingError"),
          "Cannot pickle a ZoneInfo file from a file stream.");
    }
    return PyTuple.of(
        Attributes.get(self.type(), "_unpickle"),
        PyTuple.of(self.key, PyLong.of(self.source == Source.CACHE ? 1 : 0)));
  }

  // ---- asking

  private ZoneMoment moment(PyObject value) {
    if (value == PyNone.NONE) {
      return data.atAnyTime();
    }
    if (value instanceof PyDateTime moment && moment.type() == PyDateTime.TYPE) {
      return data.atLocal(seconds(moment), moment.year, moment.fold);
    }
    long days = number(Attributes.get(value, "toordinal").call()) - EPOCH_ORDINAL;
    long hours = number(Attributes.get(value, "hour"));
    long minutes = number(Attributes.get(value, "minute"));
    long seconds = number(Attributes.get(value, "second"));
    int year = (int) number(Attributes.get(value, "year"));
    int fold = (int) number(Attributes.get(value, "fold"));
    return data.atLocal(
        days * DAY + hours * 3600 + minutes * 60 + seconds, year, fold == 0 ? 0 : 1);
  }

  private static long number(PyObject value) {
    return Arguments.toLong(value);
  }

  private static long seconds(PyDateTime moment) {
    long days = Calendar.ordinal(moment.year, moment.month, moment.day) - EPOCH_ORDINAL;
    return days * DAY + moment.hour * 3600L + moment.minute * 60L + moment.second;
  }

  @Method("utcoffset(self, dt, /)")
  static PyObject utcoffset(PyZoneInfo self, PyObject moment) {
    return self.moment(moment).utcOffset();
  }

  @Method("dst(self, dt, /)")
  static PyObject dst(PyZoneInfo self, PyObject moment) {
    return self.moment(moment).dst();
  }

  @Method("tzname(self, dt, /)")
  static PyObject tzname(PyZoneInfo self, PyObject moment) {
    return self.moment(moment).name();
  }

  @Method(value = "fromutc(self, dt, /)", textSignature = false)
  static PyObject fromUtc(PyZoneInfo self, PyObject value) {
    PyDateTime moment = checkedUtc(self, value);
    long seconds = seconds(moment);
    ZoneData.AtMoment now = self.data.atUtc(seconds, moment.year);
    PyObject local = PyDateTime.add(moment, now.zone().utcOffset());
    if (!now.isRepeated()) {
      return local;
    }
    return Attributes.get(local, "replace")
        .call(new PyObject[] {PyLong.of(1)}, new PyStr[] {PyStr.interned("fold")});
  }

  @Getter(value = "key", member = true)
  static PyObject key(PyZoneInfo self) {
    return self.key;
  }

  @Method("__str__(self, /)")
  static PyObject str(PyZoneInfo self) {
    return self.key == PyNone.NONE ? repr(self) : self.key;
  }

  @Method("__repr__(self, /)")
  static PyObject repr(PyZoneInfo self) {
    String type = self.type().fullName();
    return PyStr.ofUnits(
        self.key == PyNone.NONE
            ? type + ".from_file(" + self.fileText + ")"
            : type + "(key=" + Objects.repr(self.key) + ")");
  }
}

package org.krait.stdlib.json;

import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.numbers.FloatText;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** One writing of one value as JSON. */
final class ValueWriter {
  private final PyEncoder settings;
  private final StringBuilder out = new StringBuilder();
  private final ThreadState thread = ThreadState.current();

  /** The containers that are being written, the outermost first. */
  private PyObject[] around = new PyObject[8];

  private int depth;

  ValueWriter(PyEncoder settings) {
    this.settings = settings;
  }

  String text() {
    return out.toString();
  }

  void write(PyObject value) {
    if (value == PyNone.NONE || value instanceof PyBool) {
      out.append(constant(value));
    } else if (value instanceof PyStr text) {
      string(text);
    } else if (value.getClass() == PyLong.class) {
      out.append(((PyLong) value).value);
    } else if (value instanceof PyInt number) {
      out.append(integer(number));
    } else if (value instanceof PyFloat number) {
      out.append(real(number));
    } else {
      nested(value);
    }
  }

  private static String constant(PyObject value) {
    return value == PyNone.NONE ? "null" : value == PyBool.TRUE ? "true" : "false";
  }

  /** As int writes it, whatever a subclass does. */
  private static String integer(PyInt number) {
    return Objects.repr(number.exact()).toString();
  }

  private String real(PyFloat number) {
    double value = number.doubleValue();
    if (Double.isFinite(value)) {
      return FloatText.repr(value);
    }
    if (!settings.allowNan) {
      throw Errors.valueError(
          "Out of range float values are not JSON compliant: %s", Objects.repr(number));
    }
    return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }

  private void string(PyStr text) {
    switch (settings.quoting) {
      case ASCII -> JsonText.quoteAscii(text, out);
      case ANY -> JsonText.quote(text, out);
      case BY_CALL -> {
        PyObject quoted = settings.quote.call(text);
        if (!(quoted instanceof PyStr)) {
          throw Errors.typeError(
              "encoder() must return a string, not %s", quoted.type().fullName());
        }
        out.append(quoted);
      }
    }
  }

  private void nested(PyObject value) {
    thread.enterRecursion(" while encoding a JSON object");
    boolean marked = mark(value);
    try {
      if (value instanceof PyList || value instanceof PyTuple) {
        array(value);
      } else if (value instanceof PyDict dict) {
        object(dict);
      } else {
        write(settings.fallback.call(value));
      }
      if (marked) {
        around[--depth] = null;
      }
    } finally {
      thread.leaveRecursion();
    }
  }

  /** Remembers a container while it is written; an error when it is being written already. */
  private boolean mark(PyObject value) {
    boolean empty =
        value instanceof PyList list && list.size() == 0
            || value instanceof PyTuple tuple && tuple.size() == 0
            || value instanceof PyDict dict && dict.size() == 0;
    if (settings.markers == null || empty) {
      return false;
    }
    for (int i = 0; i < depth; i++) {
      if (around[i] == value) {
        thread.leaveRecursion();
        throw Errors.valueError("Circular reference detected");
      }
    }
    if (depth == around.length) {
      around = Arrays.copyOf(around, depth * 2);
    }
    around[depth++] = value;
    return true;
  }

  private void array(PyObject value) {
    // A subclass says by itself what it contains.
    PyObject items =
        value.getClass() == PyList.class || value.getClass() == PyTuple.class ? value : PyList.from(value);
    out.append('[');
    // A list may change meanwhile.
    for (int i = 0; i < length(items); i++) {
      if (i > 0) {
        out.append(settings.itemSeparator);
      }
      write(items instanceof PyList list ? list.get(i) : ((PyTuple) items).get(i));
    }
    out.append(']');
  }

  private static int length(PyObject items) {
    return items instanceof PyList list ? list.size() : ((PyTuple) items).size();
  }

  private void object(PyDict dict) {
    out.append('{');
    boolean first = true;
    for (PyDict.Entry entry : entries(dict)) {
      String key = entry.key() instanceof PyStr ? null : key(entry.key());
      if (key == null && !(entry.key() instanceof PyStr)) {
        continue;
      }
      if (!first) {
        out.append(settings.itemSeparator);
      }
      first = false;
      string(key == null ? (PyStr) entry.key() : PyStr.of(key));
      out.append(settings.keySeparator);
      write(entry.value());
    }
    out.append('}');
  }

  private Iterable<PyDict.Entry> entries(PyDict dict) {
    if (dict.size() == 0 || dict.getClass() == PyDict.class && !settings.sortKeys) {
      return dict.entryList();
    }
    PyList items = PyList.from(Attributes.get(dict, "items").call());
    if (settings.sortKeys) {
      items = PyList.sorted(items);
    }
    java.util.List<PyDict.Entry> entries = new java.util.ArrayList<>();
    for (PyObject item : items.toArray()) {
      if (!(item instanceof PyTuple pair) || pair.size() != 2) {
        throw Errors.valueError("items must return 2-tuples");
      }
      entries.add(new PyDict.Entry(pair.get(0), pair.get(1)));
    }
    return entries;
  }

  /** A key that is no string as the text that stands for it; null to leave the item out. */
  private String key(PyObject key) {
    if (key instanceof PyFloat number) {
      return real(number);
    }
    if (key == PyNone.NONE || key instanceof PyBool) {
      return constant(key);
    }
    if (key instanceof PyInt number) {
      return integer(number);
    }
    if (settings.skipKeys) {
      return null;
    }
    throw Errors.typeError(
        "keys must be str, int, float, bool or None, not %s", key.type().fullName());
  }
}

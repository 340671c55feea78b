package org.krait.runtime.types;

import org.krait.runtime.PyObject;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.execution.Sink;

/** What a generator yields, put into a container as it comes: numbers need no objects on the way. */
final class GeneratorItems {
  private GeneratorItems() {}

  /** {@code list(generator)}. */
  static PyList list(PyGenerator generator) {
    PyList list = new PyList();
    addTo(list, generator);
    return list;
  }

  static void addTo(PyList list, PyGenerator generator) {
    generator.drain(new ToList(list));
  }

  static void addTo(PySetStorage elements, PyGenerator generator) {
    generator.drain(new ToSet(elements));
  }

  private static final class ToList extends Sink {
    private final PyList list;

    ToList(PyList list) {
      this.list = list;
    }

    @Override
    public boolean offer(long value) {
      list.append(value);
      return true;
    }

    @Override
    public boolean offer(double value) {
      list.append(value);
      return true;
    }

    @Override
    public boolean offer(PyObject value) {
      list.append(value);
      return true;
    }

    @Override
    public boolean take(PyObject value) {
      list.append(value);
      return true;
    }
  }

  private static final class ToSet extends Sink {
    private final PySetStorage elements;

    /** Whether all elements are such that comparing them runs no Python code. */
    private boolean isPlain;

    ToSet(PySetStorage elements) {
      this.elements = elements;
      this.isPlain = elements.size() == 0;
    }

    @Override
    public boolean offer(long value) {
      if (isPlain) {
        elements.add(value);
      }
      return isPlain;
    }

    @Override
    public boolean offer(PyObject value) {
      if (!isPlain || !isPlain(value)) {
        return false;
      }
      elements.add(value);
      return true;
    }

    @Override
    public boolean take(PyObject value) {
      isPlain = false;
      elements.add(value);
      return true;
    }
  }
}

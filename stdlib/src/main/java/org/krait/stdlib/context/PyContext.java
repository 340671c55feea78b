package org.krait.stdlib.context;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code contextvars.Context}: the values of context variables; copies share until one is changed. */
@BuiltinType(name = "Context", module = "_contextvars", subclassable = false, weakReferences = true)
public final class PyContext extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyContextTable());

  /** Copied before it is changed when {@link #shared}. */
  PyDict values;

  /** How often a value was set or taken away. */
  private long changes;

  private boolean shared;
  private PyObject outer;
  private boolean entered;

  private PyContext(PyDict values, boolean shared) {
    this.values = values;
    this.shared = shared;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length > 0) {
      throw Errors.typeError("Context() does not accept any arguments");
    }
    return new PyContext(new PyDict(), false);
  }

  /** The context of a thread, made when first asked for. */
  public static PyContext current(ThreadState thread) {
    if (thread.context == null) {
      thread.context = new PyContext(new PyDict(), false);
    }
    return (PyContext) thread.context;
  }

  /** Changes with each value that is set or taken away: what was found stays true while this stands. */
  public long changes() {
    return changes;
  }

  /** Gives a variable a value; null takes it away. */
  void put(PyContextVar variable, PyObject value) {
    changes++;
    if (shared) {
      values = values.copy();
      shared = false;
    }
    if (value == null) {
      values.remove(variable);
    } else {
      values.put(variable, value);
    }
  }

  @Method("copy(self, /)")
  public PyContext copy() {
    shared = true;
    return new PyContext(values, true);
  }

  @Method(value = "run(self, /, *args, **kwargs)", textSignature = false)
  static PyObject run(ThreadState thread, PyContext self, PyObject[] args, PyStr[] names) {
    if (args.length - (names == null ? 0 : names.length) < 1) {
      throw Errors.typeError("run() missing 1 required positional argument");
    }
    self.enter(thread);
    try {
      if (names == null && args.length <= 2) {
        return args.length == 1 ? args[0].call() : args[0].call(args[1]);
      }
      return args[0].call(Arrays.copyOfRange(args, 1, args.length), names);
    } finally {
      self.leave(thread);
    }
  }

  /** Makes it the context of a thread, until it is left. */
  public synchronized void enter(ThreadState thread) {
    if (entered) {
      throw Errors.runtimeError("cannot enter context: %s is already entered", Objects.repr(this));
    }
    entered = true;
    outer = thread.context;
    thread.context = this;
  }

  /** Gives the thread the context back that it had. */
  public synchronized void leave(ThreadState thread) {
    thread.context = outer;
    outer = null;
    entered = false;
  }

  private PyObject find(PyObject key) {
    if (!(key instanceof PyContextVar)) {
      throw Errors.typeError("a ContextVar key was expected, got %s", Objects.repr(key));
    }
    return values.get(key);
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    PyObject value = find(key);
    if (value == null) {
      throw Errors.keyError(key);
    }
    return value;
  }

  @Method("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    return find(key) != null;
  }

  @Method("get(self, key, default=None, /)")
  PyObject get(PyObject key, PyObject otherwise) {
    PyObject value = find(key);
    return value == null ? otherwise == null ? PyNone.NONE : otherwise : value;
  }

  @Method("__len__(self, /)")
  int length() {
    return values.size();
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return Iteration.iterator(values.keyList());
  }

  @Method("keys(self, /)")
  PyObject keys() {
    return iter();
  }

  @Method("values(self, /)")
  PyObject values() {
    return Iteration.iterator(values.valueList());
  }

  @Method("items(self, /)")
  PyObject items() {
    PyObject[] pairs =
        values.entryList().stream()
            .map(entry -> PyTuple.of(entry.key(), entry.value()))
            .toArray(PyObject[]::new);
    return Iteration.iterator(PyTuple.of(pairs));
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyContext context) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(Comparison.equal(values, context.values) == (op == Comparison.EQ));
  }
}

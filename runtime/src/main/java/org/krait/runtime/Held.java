package org.krait.runtime;

import java.util.Deque;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.execution.Resumable;
import org.krait.runtime.types.DictCursor;
import org.krait.runtime.types.PyAnySet;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * What objects refer to, as far as their ends matter: attributes, items, and the variables of functions
 * that are over or wait. Classes and modules live on, and nothing is said of what they hold.
 */
public final class Held {
  /** What the globals of a module have, which live on as modules do. */
  private static final PyStr SPEC = PyStr.interned("__spec__");

  private Held() {}

  /** Whether an object holds nothing that could end with it. */
  public static boolean isLeaf(PyObject object) {
    return object == null
        || object == PyNone.NONE
        || object instanceof PyStr
        || object instanceof PyInt
        || object instanceof PyFloat
        || object instanceof PyType
        || object instanceof PyModule;
  }

  /**
   * Adds what an object refers to.
   *
   * @param limit containers with more items are passed over
   */
  public static void add(PyObject object, Deque<PyObject> open, int limit) {
    // Not a switch over the types: Java links those at their first run, for some milliseconds.
    if (object instanceof PyList list) {
      addAll(list.form() == Object.class && list.size() <= limit ? list.toArray() : PyObject.NO_ARGS, open);
    } else if (object instanceof PyTuple tuple) {
      addAll(tuple.size() <= limit ? tuple.items() : PyObject.NO_ARGS, open);
    } else if (object instanceof PyAnySet set) {
      addAll(set.size() <= limit ? set.toArray() : PyObject.NO_ARGS, open);
    } else if (object instanceof PyDict dict) {
      addDict(dict, open, limit);
    } else if (object instanceof PyBoundMethod method) {
      addOne(method.self, open);
    } else if (object instanceof PyCell cell) {
      addOne(cell.get(), open);
    } else if (object instanceof PyFunction function) {
      addFunction(function, open);
    } else {
      addCode(object, open, limit);
    }
    if (object instanceof Shaped shaped) {
      addAttributes(shaped, open, limit);
    }
  }

  /** What runs, or ran, and what other rooms made. */
  private static void addCode(PyObject object, Deque<PyObject> open, int limit) {
    if (object instanceof PyFrame frame) {
      addFrame(frame, open);
      addOne(frame.generator, open);
    } else if (object instanceof Resumable generator) {
      addFrame(generator.frame(), open);
    } else if (object instanceof Holder holder) {
      addAll(holder.held(limit), open);
    } else if (object instanceof PyTraceback traceback) {
      addTraceback(traceback, open);
    } else if (object instanceof PyBaseException exception) {
      addException(exception, open);
    }
  }

  private static void addAttributes(Shaped object, Deque<PyObject> open, int limit) {
    Shape shape = object.shape();
    if (shape.isDict) {
      PyDict dict = ((PyObject) object).ownDict();
      if (dict != null) {
        addDict(dict, open, limit);
      }
    }
    for (int slot = 0; slot < shape.slots(); slot++) {
      addOne(object.slot(slot), open);
    }
  }

  private static void addDict(PyDict dict, Deque<PyObject> open, int limit) {
    if (dict.size() <= limit && dict.get(SPEC) == null) {
      addItems(dict, open);
    }
  }

  /** Adds what a dict holds, whatever its size. */
  public static void addItems(PyDict dict, Deque<PyObject> open) {
    for (DictCursor items = dict.items(); items.next(); ) {
      addOne(items.key(), open);
      addOne(items.value(), open);
    }
  }

  private static void addFunction(PyFunction function, Deque<PyObject> open) {
    addAll(function.closure, open);
    addAll(function.defaults, open);
  }

  /** The variables; of a running frame nothing, because it is not over with the object. */
  private static void addFrame(PyFrame frame, Deque<PyObject> open) {
    if (frame.state != PyFrame.RUNNING) {
      addAll(frame.slots, open);
      addOne(frame.locals, open);
    }
  }

  private static void addTraceback(PyTraceback traceback, Deque<PyObject> open) {
    for (PyTraceback one = traceback; one != null; one = one.next()) {
      addFrame(one.frame(), open);
    }
  }

  private static void addException(PyBaseException exception, Deque<PyObject> open) {
    addOne(exception.args(), open);
    addOne(exception.context(), open);
    addOne(exception.cause(), open);
    if (exception.traceback() instanceof PyTraceback traceback) {
      addTraceback(traceback, open);
    }
  }

  private static void addAll(PyObject[] all, Deque<PyObject> open) {
    for (PyObject object : all) {
      addOne(object, open);
    }
  }

  /** Takes in what may hold more. */
  private static void addOne(PyObject object, Deque<PyObject> open) {
    if (!isLeaf(object)) {
      open.add(object);
    }
  }
}

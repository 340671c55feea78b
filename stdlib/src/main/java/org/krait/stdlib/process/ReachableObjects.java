package org.krait.stdlib.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.krait.runtime.PyObject;
import org.krait.runtime.Shape;
import org.krait.runtime.Shaped;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.*;

/**
 * The objects that a program can get at, from its modules and the frames of its threads: the JVM has no
 * list of those that live, and those that nobody can reach are as good as gone.
 */
final class ReachableObjects {
  private final Set<PyObject> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<PyObject> open = new ArrayDeque<>();
  private final List<PyObject> tracked = new ArrayList<>();

  private ReachableObjects() {}

  /** Those that CPython's collector would look at. */
  static PyList all(ThreadState thread) {
    List<PyObject> found = walk(thread);
    PyList list = new PyList();
    list.appendAll(found.toArray(PyObject[]::new), found.size());
    return list;
  }

  /** Those that refer to one of these directly. */
  static PyList referrers(ThreadState thread, PyObject[] objects) {
    PyList list = new PyList();
    Set<PyObject> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(wanted, objects);
    for (PyObject holder : walk(thread)) {
      boolean[] holds = {false};
      visit(holder, each -> holds[0] |= wanted.contains(each));
      if (holds[0]) {
        list.append(holder);
      }
    }
    return list;
  }

  private static List<PyObject> walk(ThreadState thread) {
    ReachableObjects walk = new ReachableObjects();
    walk.meet(thread.interpreter.modules());
    walk.meet(thread.interpreter.sysDict());
    walk.meet(thread.interpreter.builtins());
    for (ThreadState each : thread.interpreter.threads()) {
      walk.meet(each.frame);
      walk.meet(each.handled.innermost());
    }
    walk.meet(thread.frame);
    while (!walk.open.isEmpty()) {
      visit(walk.open.removeFirst(), walk::meet);
    }
    return walk.tracked;
  }

  private void meet(PyObject object) {
    if (object != null && !isLeaf(object.getClass()) && met.add(object)) {
      open.addLast(object);
      // The stack of a running frame holds what is being asked for; CPython has no object for it.
      boolean isRunning = object instanceof PyFrame frame && frame.state == PyFrame.RUNNING;
      if (!isRunning && Referents.isTracked(object)) {
        tracked.add(object);
      }
    }
  }

  /** Whether objects of this class refer to nothing and are not tracked: half of all. */
  private static boolean isLeaf(Class<?> type) {
    return type == PyStr.class || type == PyLong.class || type == PyFloat.class || type == PyBytes.class;
  }

  /** Shows what an object refers to; its attributes are left where they lie. */
  private static void visit(PyObject object, Consumer<PyObject> to) {
    switch (object) {
      case PyFunction function -> function(function, to);
      case PyCell cell -> to.accept(cell.get());
      case PyFrame frame -> frame(frame, to);
      case PyModule module -> to.accept(module.dict());
      case PyBaseException exception -> to.accept(exception.traceback());
      case Shaped shaped -> attributes(shaped, to);
      default -> {}
    }
    if (!(object instanceof Shaped)) {
      content(object, to);
    }
    to.accept(object.type());
  }

  /** The same of the content of containers, in the order of {@link Referents}, which makes a list of it. */
  private static void content(PyObject object, Consumer<PyObject> to) {
    if (object.getClass() == PyDict.class) {
      for (DictCursor items = ((PyDict) object).items(); items.next(); ) {
        to.accept(items.value());
        to.accept(items.key());
      }
    } else if (object.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) object).items();
      for (int i = items.length - 1; i >= 0; i--) {
        to.accept(items[i]);
      }
    } else {
      PyList found = new PyList();
      Referents.add(object, found);
      for (int i = 0; i < found.size(); i++) {
        to.accept(found.get(i));
      }
    }
  }

  private static void attributes(Shaped object, Consumer<PyObject> to) {
    Shape shape = object.shape();
    if (shape.isDict) {
      to.accept(((PyObject) object).ownDict());
      return;
    }
    for (PyStr name : shape.names()) {
      to.accept(object.slot(shape.slotOf(name)));
    }
  }

  private static void function(PyFunction function, Consumer<PyObject> to) {
    to.accept(function.code());
    to.accept(function.globals);
    to.accept(function.keywordDefaults);
    for (PyObject each : function.defaults) {
      to.accept(each);
    }
    for (PyCell cell : function.closure) {
      to.accept(cell);
    }
  }

  private static void frame(PyFrame frame, Consumer<PyObject> to) {
    to.accept(frame.globals());
    to.accept(frame.locals);
    to.accept(frame.back);
    frame.settle();
    for (PyObject each : frame.slots) {
      to.accept(each);
    }
  }
}

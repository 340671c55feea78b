package org.krait.stdlib.curses;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;

/** Which panel of C is which object; a panel that nobody holds leaves the stack. */
final class PanelStack {
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("_curses_panel", "error", PyExceptions.Exception));

  private static final Curses DELETE = Curses.ofPanels("del_panel");

  private final Map<Long, WeakReference<PyPanel>> panels = new HashMap<>();

  private PanelStack(Interpreter interpreter) {
    CursesState.current().beforeWindows = this::leave;
  }

  /** That of the running interpreter, without the panels that were dropped. */
  static PanelStack current() {
    PanelStack stack =
        ThreadState.current().interpreter.service(PanelStack.class, PanelStack::new);
    stack.leave();
    return stack;
  }

  /** Takes the panels that nobody holds off the stack: C must lose a panel before its window. */
  private synchronized void leave() {
    panels
        .entrySet()
        .removeIf(
            entry -> {
              boolean dropped = entry.getValue().refersTo(null);
              if (dropped) {
                DELETE.call(entry.getKey());
              }
              return dropped;
            });
  }

  synchronized PyPanel enter(PyPanel panel) {
    panels.put(panel.address, new WeakReference<>(panel));
    return panel;
  }

  /** The object of a panel; None for the null pointer. */
  synchronized PyObject orNone(long address, String function) {
    if (address == 0) {
      return PyNone.NONE;
    }
    WeakReference<PyPanel> known = panels.get(address);
    PyPanel panel = known == null ? null : known.get();
    if (panel == null) {
      throw Errors.runtimeError("%s: can't find Panel Object", function);
    }
    return panel;
  }
}

package org.krait.stdlib.curses;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;

/** The module {@code _curses_panel}. */
@BuiltinModule(value = "_curses_panel", types = PyPanel.class)
public final class PanelModule implements NativeModule {
  private static final Curses ABOVE = Curses.ofPanels("panel_above");
  private static final Curses BELOW = Curses.ofPanels("panel_below");
  private static final Curses UPDATE = Curses.ofPanels("update_panels");
  private static final Curses NEW = Curses.ofPanels("new_panel");

  @Override
  public void exec(PyModule module) {
    ThreadState.current().interpreter.importModule("_curses");
    if (!Curses.hasPanels()) {
      throw Errors.make(
          PyExceptions.ImportError, "the library of panels (libpanelw.so.6) was not found");
    }
    PyDict dict = module.dict();
    dict.put(PyStr.interned("error"), PanelStack.ERROR);
    dict.put(PyStr.interned("version"), PyStr.of("2.1"));
    dict.put(PyStr.interned("__version__"), PyStr.of("2.1"));
  }

  @Function("bottom_panel()")
  static PyObject bottom() {
    return end(ABOVE);
  }

  @Function("top_panel()")
  static PyObject top() {
    return end(BELOW);
  }

  private static PyObject end(Curses function) {
    CursesState.ofScreen();
    PanelStack stack = PanelStack.current();
    return stack.orNone(function.call(0), function.name());
  }

  @Function("new_panel(win, /)")
  static PyObject make(PyObject value) {
    PyWindow window = PyWindow.argument(value, "new_panel() argument");
    PanelStack stack = PanelStack.current();
    long address = NEW.call(window.address);
    if (address == 0) {
      throw Errors.make(PanelStack.ERROR, "curses function returned NULL");
    }
    return stack.enter(new PyPanel(address, window));
  }

  @Function("update_panels()")
  static void update() {
    CursesState.ofScreen();
    PanelStack.current();
    UPDATE.call();
  }
}

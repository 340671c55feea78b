package org.krait.stdlib.curses;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code curses.panel.panel}: a window in a stack of windows. */
@BuiltinType(
    name = "panel",
    module = "_curses_panel",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 32)
final class PyPanel extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyPanelTable());

  private static final Curses ABOVE = Curses.ofPanels("panel_above");
  private static final Curses BELOW = Curses.ofPanels("panel_below");
  private static final Curses TOP = Curses.ofPanels("top_panel");
  private static final Curses BOTTOM = Curses.ofPanels("bottom_panel");
  private static final Curses SHOW = Curses.ofPanels("show_panel");
  private static final Curses HIDE = Curses.ofPanels("hide_panel");
  private static final Curses HIDDEN = Curses.ofPanels("panel_hidden");
  private static final Curses MOVE = Curses.ofPanels("move_panel");
  private static final Curses REPLACE = Curses.ofPanels("replace_panel");

  final long address;

  /** Held, so that C does not lose it. */
  private PyWindow window;

  private PyObject data;

  PyPanel(long address, PyWindow window) {
    this.address = address;
    this.window = window;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private void run(Curses function, String name, long... more) {
    PanelStack.current();
    long[] all = new long[more.length + 1];
    all[0] = address;
    System.arraycopy(more, 0, all, 1, more.length);
    if (function.callInt(all) == Curses.ERR) {
      throw Errors.make(PanelStack.ERROR, "%s() returned ERR", name);
    }
  }

  @Method("top(self, /)")
  void top() {
    run(TOP, "top");
  }

  @Method("bottom(self, /)")
  void bottom() {
    run(BOTTOM, "bottom");
  }

  @Method("show(self, /)")
  void show() {
    run(SHOW, "show");
  }

  @Method("hide(self, /)")
  void hide() {
    run(HIDE, "hide");
  }

  @Method("hidden(self, /)")
  boolean hidden() {
    return HIDDEN.callInt(address) != 0;
  }

  @Method("above(self, /)")
  PyObject above() {
    return PanelStack.current().orNone(ABOVE.call(address), ABOVE.name());
  }

  @Method("below(self, /)")
  PyObject below() {
    return PanelStack.current().orNone(BELOW.call(address), BELOW.name());
  }

  @Method("move(self, y, x, /)")
  void move(int y, int x) {
    run(MOVE, "move_panel", y, x);
  }

  @Method("window(self, /)")
  PyObject window() {
    return window;
  }

  @Method("replace(self, win, /)")
  void replace(PyObject window) {
    PyWindow other = PyWindow.argument(window, "replace() argument 1");
    run(REPLACE, "replace_panel", other.address);
    this.window = other;
  }

  @Method("set_userptr(self, obj, /)")
  void setData(PyObject object) {
    CursesState.ofScreen();
    data = object;
  }

  @Method("userptr(self, /)")
  PyObject data() {
    CursesState.ofScreen();
    if (data == null) {
      throw Errors.make(PanelStack.ERROR, "no userptr set");
    }
    return data;
  }
}

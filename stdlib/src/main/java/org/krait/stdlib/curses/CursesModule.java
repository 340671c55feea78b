package org.krait.stdlib.curses;

import java.nio.charset.StandardCharsets;
import org.krait.annotations.BuiltinModule;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.os.ConstantTable;

/** The module {@code _curses}. */
@BuiltinModule(
    value = "_curses",
    types = PyWindow.class,
    parts = {
      ColorFunctions.class,
      KeyFunctions.class,
      ModeFunctions.class,
      ScreenFunctions.class,
      TerminalFunctions.class
    })
public final class CursesModule implements NativeModule {
  private static final StructSequenceType VERSION =
      StructSequenceType.ofClosed("curses.ncurses_version", 3, "major", "minor", "patch");
  private static final Curses CURSES_VERSION = new Curses("curses_version");

  @Override
  public void exec(PyModule module) {
    if (!Curses.isThere()) {
      throw Errors.make(
          PyExceptions.ImportError, "the library of ncurses (libncursesw.so.6) was not found");
    }
    PyDict dict = module.dict();
    CursesState.current().module = dict;
    dict.put(PyStr.interned("error"), CursesState.ERROR);
    PyBytes version = PyBytes.of("2.2".getBytes(StandardCharsets.US_ASCII));
    dict.put(PyStr.interned("version"), version);
    dict.put(PyStr.interned("__version__"), version);
    dict.put(PyStr.interned("ncurses_version"), ncursesVersion());
    ConstantTable.enter(dict, "_curses");
  }

  /** The library says {@code ncurses 6.4.20221231}. */
  private static PyObject ncursesVersion() {
    String said = new String(CURSES_VERSION.callText(), StandardCharsets.US_ASCII);
    String[] parts = said.substring(said.indexOf(' ') + 1).split("\\.");
    PyObject[] numbers = new PyObject[3];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = PyLong.of(i < parts.length ? Integer.parseInt(parts[i]) : 0);
    }
    return VERSION.make(numbers);
  }
}

package org.krait.stdlib.asyncio;

import java.util.function.Predicate;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyStr;

/** Whether an event loop of {@code asyncio} leaves nothing behind: it was closed, so its {@code __del__} only looks. */
public final class SettledLoop implements Predicate<PyObject> {
  private static final PyStr CLOSED = PyStr.interned("_closed");

  @Override
  public boolean test(PyObject loop) {
    return loop.ownAttribute(CLOSED) == PyBool.TRUE;
  }
}

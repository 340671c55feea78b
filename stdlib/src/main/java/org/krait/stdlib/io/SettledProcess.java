package org.krait.stdlib.io;

import java.util.function.Predicate;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Whether a {@code subprocess.Popen} leaves nothing behind: it has been waited for, and its pipes are closed. */
public final class SettledProcess implements Predicate<PyObject> {
  private static final PyStr STATUS = PyStr.interned("returncode");
  private static final PyStr[] PIPES = {
    PyStr.interned("stdin"), PyStr.interned("stdout"), PyStr.interned("stderr")
  };

  @Override
  public boolean test(PyObject process) {
    if (!isGiven(process.ownAttribute(STATUS))) {
      return false;
    }
    for (PyStr name : PIPES) {
      PyObject pipe = process.ownAttribute(name);
      if (isGiven(pipe) && !isClosed(pipe)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGiven(PyObject value) {
    return value != null && value != PyNone.NONE;
  }

  private static boolean isClosed(PyObject pipe) {
    PyObject file = pipe instanceof PyTextIOWrapper text ? text.buffer : pipe;
    return file instanceof PyBuffered buffered ? buffered.isDone() : file instanceof PyFileIO raw && raw.isClosed();
  }
}

package org.krait.stdlib.builtins;

import org.krait.runtime.PyException;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;

/**
 * Takes the import system's own frames out of the traceback of a failed import.
 *
 * <p>Of an {@code ImportError} all of them go. Of another exception only those go that led to the
 * module's code: what went wrong in the import system itself stays visible.
 */
final class TrimImportFrames {
  /** The function of {@code importlib} that marks the way into a module's code. */
  private static final String WAY_IN = "_call_with_frames_removed";

  private TrimImportFrames() {}

  static void of(PyException exception) {
    PyBaseException error = exception.value();
    boolean all = exception.is(PyExceptions.ImportError);
    PyTraceback kept = null; // the last entry that stays
    PyTraceback beforeRun = null; // the same when a run of importlib's frames began
    boolean inRun = false;
    PyTraceback next;
    for (PyTraceback entry = first(error); entry != null; entry = next) {
      next = entry.next();
      boolean ours = isImportlib(entry);
      if (ours && !inRun) {
        beforeRun = kept;
      }
      inRun = ours;
      if (ours && (all || entry.frame().code.name().toString().equals(WAY_IN))) {
        link(error, beforeRun, next);
        kept = beforeRun;
      } else {
        kept = entry;
      }
    }
  }

  private static PyTraceback first(PyBaseException error) {
    return error.traceback() instanceof PyTraceback traceback ? traceback : null;
  }

  private static boolean isImportlib(PyTraceback entry) {
    String file = entry.frame().code.filename().toString();
    return file.equals("<frozen importlib._bootstrap>")
        || file.equals("<frozen importlib._bootstrap_external>");
  }

  private static void link(PyBaseException error, PyTraceback before, PyTraceback after) {
    if (before == null) {
      error.setTraceback(after);
    } else {
      before.continueWith(after);
    }
  }
}

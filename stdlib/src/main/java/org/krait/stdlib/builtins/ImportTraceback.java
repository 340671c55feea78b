package org.krait.stdlib.builtins;

import org.krait.runtime.PyException;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.types.PyExceptions;

/**
 * Takes the frames of {@code importlib} out of tracebacks: for an {@code ImportError} all of them, for
 * other exceptions those between the {@code import} and the module that it ran.
 */
final class ImportTraceback {
  private static final String BOOTSTRAP = "<frozen importlib._bootstrap>";
  private static final String EXTERNAL = "<frozen importlib._bootstrap_external>";
  private static final String INNERMOST = "_call_with_frames_removed";

  private ImportTraceback() {}

  /** Trims the traceback of an exception that an import raised. */
  static void trim(PyException e) {
    if (!(e.value().traceback() instanceof PyTraceback first)) {
      return;
    }
    boolean always = e.is(PyExceptions.ImportError);
    PyTraceback kept = null;
    PyTraceback head = first;
    PyTraceback beforeChunk = null;
    boolean inside = false;
    for (PyTraceback entry = first; entry != null; entry = entry.next()) {
      PyCode code = entry.frame().code;
      boolean now = isImportlib(code.filename().toString());
      if (now && !inside) {
        beforeChunk = kept;
      }
      inside = now;
      if (inside && (always || code.name().toString().equals(INNERMOST))) {
        kept = beforeChunk;
        if (kept == null) {
          head = entry.next();
        } else {
          kept.link(entry.next());
        }
      } else {
        kept = entry;
      }
    }
    e.value().setTraceback(head);
  }

  private static boolean isImportlib(String filename) {
    return filename.equals(BOOTSTRAP) || filename.equals(EXTERNAL);
  }
}

package org.krait.stdlib.builtins;

import java.util.Locale;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** What {@code -X importtime} prints: a line an import, those that it needed above it and indented. */
final class ImportTimes {
  private static final long NANOSECONDS = 1000;

  private boolean started;
  private int level;
  private long inner;

  /** An import that has begun. */
  record Start(long time, long innerBefore) {}

  static ImportTimes of(Interpreter interpreter) {
    return interpreter.service(ImportTimes.class, i -> new ImportTimes());
  }

  Start begin(Interpreter interpreter) {
    if (!started) {
      started = true;
      write(interpreter, "import time: self [us] | cumulative | imported package\n");
    }
    Start start = new Start(System.nanoTime(), inner);
    level++;
    inner = 0;
    return start;
  }

  void end(Interpreter interpreter, Start start, PyStr name) {
    long all = System.nanoTime() - start.time;
    level--;
    write(
        interpreter,
        String.format(
            Locale.ROOT,
            "import time: %9d | %10d | %s%s\n",
            Math.ceilDiv(all - inner, NANOSECONDS),
            Math.ceilDiv(all, NANOSECONDS),
            "  ".repeat(level),
            name));
    inner = start.innerBefore + all;
  }

  private static void write(Interpreter interpreter, String text) {
    PyObject stderr = interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr == null || stderr == PyNone.NONE) {
      System.err.print(text);
    } else {
      Attributes.get(stderr, "write").call(PyStr.ofUnits(text));
    }
  }
}

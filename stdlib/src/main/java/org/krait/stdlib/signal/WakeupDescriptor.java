package org.krait.stdlib.signal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.OsErrors;

/** The descriptor that gets the number of each signal ({@code signal.set_wakeup_fd}). */
record WakeupDescriptor(Interpreter interpreter, Descriptors table, int number, boolean warns) {
  private static final CFunction WRITE = CFunction.wide("write");

  void write(int signal) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocate(8, 8);
      one.set(Native.BYTE, 0, (byte) signal);
      int error = 0;
      try {
        if (WRITE.call(table.kernel(number), one.address(), 1) < 0) {
          error = Libc.errno();
        }
      } catch (RuntimeException closed) {
        error = OsErrors.EBADF;
      }
      int failed = error;
      if (failed != 0 && (warns || failed != OsErrors.EAGAIN)) {
        interpreter.runSoon(() -> report(failed));
      }
    }
  }

  private void report(int error) {
    PyObject stream = interpreter.sysDict().get(PyStr.interned("stderr"));
    try {
      if (stream != null && stream != PyNone.NONE) {
        Attributes.get(stream, "write")
            .call(PyStr.of("Exception ignored when trying to write to the signal wakeup fd:\n"));
      }
      Unraisable.report(OsErrors.make(error), null, null);
    } catch (PyException e) {
      Unraisable.report(e, null, null);
    }
  }
}

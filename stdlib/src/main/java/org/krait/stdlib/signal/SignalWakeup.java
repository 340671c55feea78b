package org.krait.stdlib.signal;

import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.os.Descriptors;

/** {@code set_wakeup_fd}. */
final class SignalWakeup {
  private static final int GET_FLAGS = 3;
  private static final int NON_BLOCKING = 04000;

  private static final CFunction FCNTL = new CFunction("fcntl");

  private SignalWakeup() {}

  @Function(value = "set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", textSignature = false)
  static int set(ThreadState thread, int descriptor, boolean warn) {
    if (thread != thread.interpreter.mainThread() || thread.interpreter.number != 0) {
      throw Errors.valueError("set_wakeup_fd only works in main thread of the main interpreter");
    }
    Descriptors table = Descriptors.current();
    if (descriptor != -1) {
      int flags = (int) FCNTL.require(table.kernel(descriptor), GET_FLAGS);
      if ((flags & NON_BLOCKING) == 0) {
        throw Errors.valueError("the fd %d must be in non-blocking mode", descriptor);
      }
    }
    Signals signals = Signals.of(thread.interpreter);
    WakeupDescriptor before = signals.wakeup;
    signals.wakeup =
        descriptor == -1
            ? null
            : new WakeupDescriptor(thread.interpreter, table, descriptor, warn);
    return before == null ? -1 : before.number();
  }
}

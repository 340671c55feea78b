package org.krait.stdlib.socket;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.stdlib.libc.Libc;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.OsErrors;

/** A call on a socket, as often as its timeout and signals ask for. */
final class SocketCall {
  static final int DONT_WAIT = 0x40;
  private static final int EINTR = 4;

  private SocketCall() {}

  /** The call itself. */
  interface Attempt {
    /**
     * Calls once.
     *
     * @param flags to be added to those of the call: it must not sleep when it has any
     * @return -1 when it failed
     */
    long once(int flags);
  }

  static PyException timedOut() {
    return Errors.make(PyExceptions.TimeoutError, "timed out");
  }

  /**
   * Does a call.
   *
   * @param events of {@link Waiting} that say that it can be done
   * @return its result; errors are raised
   */
  static long run(PySocket socket, int events, Attempt attempt) {
    return run(socket, events, Waiting.deadline(socket.timeout), attempt);
  }

  static long run(PySocket socket, int events, long deadline, Attempt attempt) {
    int kernel = socket.kernel();
    boolean waits = socket.timeout > 0 || socket.timeout < 0 && isMain();
    while (true) {
      if (waits && !Waiting.untilReady(kernel, events, deadline)) {
        throw timedOut();
      }
      long result = attempt.once(waits ? DONT_WAIT : 0);
      if (result != -1) {
        return result;
      }
      int error = Libc.errno();
      if (error == EINTR) {
        ThreadState thread = ThreadState.current();
        if (thread.pending) {
          thread.interpreter.runPending(thread);
        }
      } else if (error != OsErrors.EAGAIN || !waits) {
        throw OsErrors.make(error);
      }
    }
  }

  static boolean isMain() {
    ThreadState thread = ThreadState.current();
    return thread == thread.interpreter.mainThread();
  }
}

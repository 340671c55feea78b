package org.krait.stdlib.socket;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.Descriptors;

/** Sockets that nobody has closed: those that were dropped are closed when the next one is made. */
final class OpenSockets {
  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<PySocket> dropped = new ReferenceQueue<>();

  private OpenSockets(Interpreter interpreter) {}

  private static final class Entry extends WeakReference<PySocket> {
    private final int number;

    Entry(PySocket socket, ReferenceQueue<PySocket> queue) {
      super(socket, queue);
      this.number = socket.number;
    }
  }

  private static OpenSockets current() {
    return ThreadState.current().interpreter.service(OpenSockets.class, OpenSockets::new);
  }

  static void track(PySocket socket) {
    OpenSockets sockets = current();
    sockets.closeDropped();
    sockets.entries.put(socket.number, new Entry(socket, sockets.dropped));
  }

  static void forget(PySocket socket) {
    current().entries.values().removeIf(entry -> entry.refersTo(socket));
  }

  private void closeDropped() {
    for (Reference<?> one = dropped.poll(); one != null; one = dropped.poll()) {
      Entry entry = (Entry) one;
      if (entries.remove(entry.number, entry)) {
        try {
          Descriptors.current().close(entry.number);
        } catch (PyException ignored) {
          // Somebody has closed the number itself.
        }
      }
    }
  }
}

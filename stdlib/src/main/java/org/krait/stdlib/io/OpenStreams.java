package org.krait.stdlib.io;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;

/**
 * The files of an interpreter that nobody has closed yet.
 *
 * <p>CPython closes a file with the last reference to it. Here a file that became unreachable is closed
 * when the next one is opened, by {@link #closeDropped}, or at the end by {@link #finish}; what its
 * buffers hold is never lost.
 */
public final class OpenStreams {
  private static final long PATIENCE = 20;

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<PyFileIO> dropped = new ReferenceQueue<>();

  /** An open stream, and what to do when it was dropped. */
  static final class Entry extends WeakReference<PyFileIO> {
    private final FileHandle handle;
    private final Set<Entry> home;

    Entry(PyFileIO stream, FileHandle handle, OpenStreams owner) {
      super(stream, owner.dropped);
      this.handle = handle;
      this.home = owner.entries;
    }
  }

  private static OpenStreams of(Interpreter interpreter) {
    return interpreter.service(OpenStreams.class, i -> new OpenStreams());
  }

  static void track(PyFileIO stream, FileHandle handle) {
    OpenStreams streams = of(ThreadState.current().interpreter);
    streams.closeQueued();
    handle.entry = new Entry(stream, handle, streams);
    streams.entries.add(handle.entry);
  }

  static void forget(Entry entry) {
    if (entry != null) {
      entry.home.remove(entry);
    }
  }

  /** Closes the files that the garbage collector has found to be dropped. */
  public static void closeDropped(Interpreter interpreter) {
    of(interpreter).closeQueued();
  }

  /** Closes all files, at the end of the interpreter; the standard streams are only written out. */
  public static void finish(Interpreter interpreter) {
    for (Entry entry : of(interpreter).entries) {
      entry.handle.finish();
    }
  }

  private void closeQueued() {
    for (Reference<?> one = dropped.poll(); one != null; one = dropped.poll()) {
      ((Entry) one).handle.finish();
    }
  }

  /** A file is about to be opened: whoever wrote to it and dropped it must have done so by now. */
  static void settle(Path path) {
    OpenStreams streams = of(ThreadState.current().interpreter);
    if (streams.entries.isEmpty() || streams.entries.stream().noneMatch(e -> e.handle.owes(path))) {
      return;
    }
    System.gc();
    try {
      Reference<?> one = streams.dropped.remove(PATIENCE);
      if (one != null) {
        ((Entry) one).handle.finish();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    streams.closeQueued();
  }
}

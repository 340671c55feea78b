package org.krait.stdlib.io;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.OpenFiles;

/**
 * The files of an interpreter that nobody has closed yet.
 *
 * <p>CPython closes a file with the last reference to it. Here a stream that became unreachable is
 * closed when the collector finds it ({@link PyIOBase#closeWhenDropped}); who looks at a file by its
 * path, which such a stream may still owe something, asks the collector first.
 */
public final class OpenStreams {
  private final Set<FileHandle> handles = ConcurrentHashMap.newKeySet();

  /** Those of them with a buffer for what is to be written: only they may owe something. */
  private final Set<FileHandle> writers = ConcurrentHashMap.newKeySet();

  private static OpenStreams of(Interpreter interpreter) {
    return interpreter.service(OpenStreams.class, i -> new OpenStreams());
  }

  static void track(FileHandle handle) {
    OpenStreams streams = of(ThreadState.current().interpreter);
    handle.home = streams;
    streams.handles.add(handle);
  }

  /** What is written to a handle may come later from now on. */
  void writes(FileHandle handle) {
    writers.add(handle);
  }

  /** A handle is closed. */
  void remove(FileHandle handle) {
    handles.remove(handle);
    if (!writers.isEmpty()) {
      writers.remove(handle);
    }
  }

  /** Closes all files, at the end of the interpreter; the standard streams are only written out. */
  public static void finish(Interpreter interpreter) {
    for (FileHandle handle : of(interpreter).handles) {
      handle.finish();
    }
  }

  /**
   * A file is about to be looked at: whoever wrote to it and dropped it must have done so by now.
   *
   * @param name as the program gave it; null when a process starts, which may look at any file
   */
  public static void settle(PyObject name) {
    ThreadState thread = ThreadState.current();
    Path path = null;
    boolean mayBeDropped = false;
    for (FileHandle handle : of(thread.interpreter).writers) {
      if (handle.owes()) {
        if (name != null && path == null) {
          path = OpenFiles.known(name);
        }
        if (name != null) {
          if (!handle.isOpeningOf(path)) {
            continue;
          }
          if (OpenFiles.isCharacterDevice(path)) {
            // What is read from it is not what was written: threads that all write to /dev/null owe each other nothing.
            return;
          }
        }
        mayBeDropped |= handle.askOnce();
      }
    }
    if (mayBeDropped) {
      Finalizers.collect(thread);
    }
  }
}

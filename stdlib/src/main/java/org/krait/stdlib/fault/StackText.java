package org.krait.stdlib.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.OpenFile;

/** The frames of threads as text. Threads that run meanwhile are shown as they happen to be. */
final class StackText {
  private static final int MOST_FRAMES = 100;
  private static final int MOST_CHARACTERS = 500;

  private static final int DIGITS = 16;

  private final StringBuilder text = new StringBuilder();

  /** No lambda, which the JVM would make a class of in a process that may be dying. */
  private static final class NewestFirst implements Comparator<ThreadState> {
    @Override
    public int compare(ThreadState one, ThreadState other) {
      return Long.compare(other.javaThread, one.javaThread);
    }
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  /** Every thread, as in CPython the newest first; null when none of them is the one that asks. */
  void threads(Interpreter interpreter, ThreadState current) {
    boolean first = true;
    List<ThreadState> newestFirst = new ArrayList<>(interpreter.threads());
    newestFirst.sort(new NewestFirst());
    for (ThreadState thread : newestFirst) {
      if (!first) {
        text.append('\n');
      }
      first = false;
      String which = thread == current ? "Current thread" : "Thread";
      // By hand: the formatter's first use takes a dying process several milliseconds.
      String number = Long.toHexString(thread.javaThread);
      line(which + " 0x" + "0".repeat(DIGITS - number.length()) + number + " (most recent call first):");
      frames(thread);
    }
  }

  void stack(ThreadState thread) {
    line("Stack (most recent call first):");
    frames(thread);
  }

  /** What is asked for of a thread that has met a signal. */
  void stacks(ThreadState thread, boolean all) {
    if (all) {
      threads(thread.interpreter, thread);
    } else {
      stack(thread);
    }
  }

  /** The modules in Java that are loaded and not of the library; nothing when there are none. */
  void extensions(Interpreter interpreter) {
    PyObject library = interpreter.sysDict().get(PyStr.interned("stdlib_module_names"));
    List<String> names = new ArrayList<>();
    if (interpreter.sysDict().get(PyStr.interned("modules")) instanceof PyDict modules) {
      for (PyObject name : Iteration.toArray(modules)) {
        boolean isNative = modules.get(name) instanceof PyModule module && module.table() != null;
        if (isNative && !(library != null && Iteration.contains(library, name))) {
          names.add(name.toString());
        }
      }
    }
    if (!names.isEmpty()) {
      line("\nExtension modules: " + String.join(", ", names) + " (total: " + names.size() + ")");
    }
  }

  private void frames(ThreadState thread) {
    PyFrame frame = thread.frame;
    if (thread.isCollecting) {
      line("  Garbage-collecting");
    }
    if (frame == null) {
      line("  <no Python frame>");
    }
    for (int count = 0; frame != null; count++, frame = frame.back) {
      if (count == MOST_FRAMES) {
        line("  ...");
        return;
      }
      line(
          "  File \""
              + ascii(frame.code.filename())
              + "\", line "
              + frame.line()
              + " in "
              + ascii(frame.code.name()));
    }
  }

  private static String ascii(PyStr text) {
    boolean isLong = text.length() > MOST_CHARACTERS;
    PyStr shown = isLong ? text.substring(0, MOST_CHARACTERS) : text;
    return shown.escapeNonAscii() + (isLong ? "..." : "");
  }

  /** Writes all of it; null is no file. */
  void writeTo(OpenFile file) {
    if (file == null) {
      return;
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < bytes.length; ) {
      int written = file.write(bytes, at, bytes.length - at);
      if (written <= 0) {
        return;
      }
      at += written;
    }
  }
}

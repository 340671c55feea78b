package org.krait.stdlib.fault;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.OpenFile;

/** The frames of threads as text. Threads that run meanwhile are shown as they happen to be. */
final class StackText {
  private static final int MOST_FRAMES = 100;

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line).append('\n');
  }

  /** Every thread; null when none of them is the one that asks. */
  void threads(Interpreter interpreter, ThreadState current) {
    boolean first = true;
    for (ThreadState thread : interpreter.threads()) {
      if (!first) {
        text.append('\n');
      }
      first = false;
      String which = thread == current ? "Current thread" : "Thread";
      line(String.format("%s 0x%016x (most recent call first):", which, thread.javaThread));
      frames(thread);
    }
  }

  void stack(ThreadState thread) {
    line("Stack (most recent call first):");
    frames(thread);
  }

  private void frames(ThreadState thread) {
    PyFrame frame = thread.frame;
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

  private static PyStr ascii(PyStr text) {
    return text.escapeNonAscii();
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

package org.krait.cli.prompt;

import java.io.IOError;
import java.io.InterruptedIOException;
import org.jline.keymap.KeyMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;

/**
 * A line reader of JLine that runs what the main thread has to run, such as the handlers of signals, also
 * while it waits for a key. What is being typed stays.
 */
final class AttentiveReader extends LineReaderImpl {
  private final Interpreter interpreter;

  /** The main thread while it edits a line; guarded by this. */
  private Thread editing;

  AttentiveReader(Terminal terminal, Interpreter interpreter) {
    super(terminal, "krait", null);
    this.interpreter = interpreter;
    interpreter.onRunSoon(this::wake);
  }

  /** Called in any thread: JLine looks for interrupts while it waits. */
  private synchronized void wake() {
    if (editing != null) {
      editing.interrupt();
    }
  }

  /**
   * Reads a line, or a statement.
   *
   * @throws org.krait.runtime.PyException what a handler raised
   */
  String edit(String prompt) {
    begin();
    try {
      return readLine(prompt);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (ThreadState.current() == interpreter.mainThread()) {
      editing = Thread.currentThread();
      // What came before the key of interrupts was one like others.
      if (interpreter.hasPending(true)) {
        editing.interrupt();
      }
    }
  }

  private synchronized void end() {
    if (editing != null) {
      editing = null;
      Thread.interrupted();
    }
  }

  @Override
  protected <T> T doReadBinding(KeyMap<T> keys, KeyMap<T> local) {
    while (true) {
      try {
        return super.doReadBinding(keys, local);
      } catch (IOError e) {
        if (!(e.getCause() instanceof InterruptedIOException)) {
          throw e;
        }
        interpreter.runPending(interpreter.mainThread());
      }
    }
  }
}

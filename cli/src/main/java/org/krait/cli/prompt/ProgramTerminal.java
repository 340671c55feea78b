package org.krait.cli.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;
import org.krait.runtime.Interpreter;
import org.krait.stdlib.signal.Signals;

/**
 * The terminal of the process for JLine, with signals that stay the program's.
 *
 * <p>JLine's own gives the kernel a handler for each signal while a line is edited, and the default action
 * after it: Ctrl-C would then end the process while a statement runs. Here JLine only hears of changes of
 * size and of being continued.
 */
final class ProgramTerminal extends AbstractPosixTerminal {
  private static final int CONTINUE = 18;
  private static final int WINDOW_CHANGE = 28;

  private final Signals signals;
  private final NonBlockingInputStream input;
  private final OutputStream output;
  private final NonBlockingReader reader;
  private final PrintWriter writer;

  /**
   * A terminal over the device of another.
   *
   * @param system what JLine found; it puts the device's attributes back when the process ends
   */
  ProgramTerminal(AbstractPosixTerminal system, Interpreter interpreter) throws IOException {
    super("krait", system.getType(), system.getPty(), system.encoding(), SignalHandler.SIG_DFL);
    this.signals = Signals.of(interpreter);
    this.input = NonBlocking.nonBlocking(getName(), pty.getSlaveInput());
    this.output = pty.getSlaveOutput();
    this.reader = NonBlocking.nonBlocking(getName(), input, encoding());
    this.writer = new PrintWriter(new OutputStreamWriter(output, encoding()));
    parseInfoCmp();
  }

  /** To be called before a line is edited: a handler that the program sets takes the watcher away. */
  void watchSignals() {
    watch(WINDOW_CHANGE, Signal.WINCH);
    watch(CONTINUE, Signal.CONT);
  }

  private void watch(int number, Signal signal) {
    if (signals.watcher(number) == null) {
      signals.watch(number, new Redrawing(signal));
    }
  }

  private final class Redrawing implements Signals.Watcher {
    private final Signal signal;

    Redrawing(Signal signal) {
      this.signal = signal;
    }

    @Override
    public void arrived(int number) {
      raise(signal);
    }

    @Override
    public boolean passesOn() {
      return true;
    }
  }

  @Override
  public NonBlockingReader reader() {
    return reader;
  }

  @Override
  public PrintWriter writer() {
    return writer;
  }

  @Override
  public InputStream input() {
    return input;
  }

  @Override
  public OutputStream output() {
    return output;
  }
}

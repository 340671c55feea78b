package org.krait.stdlib.fault;

import org.krait.runtime.Interpreter;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.signal.Signals;

/** Shows stacks before the process ends by a signal ({@code faulthandler.enable}). */
record FatalSignals(Interpreter interpreter, OpenFile target, boolean allThreads)
    implements Signals.Watcher {
  static final int ILLEGAL = 4;
  static final int ABORT = 6;
  static final int BUS = 7;
  static final int FLOAT = 8;
  static final int SEGMENT = 11;

  private static final int[] ALL = {BUS, ILLEGAL, FLOAT, ABORT, SEGMENT};

  static boolean isFatal(int number) {
    return words(number) != null;
  }

  private static String words(int number) {
    return switch (number) {
      case ILLEGAL -> "Illegal instruction";
      case ABORT -> "Aborted";
      case BUS -> "Bus error";
      case FLOAT -> "Floating point exception";
      case SEGMENT -> "Segmentation fault";
      default -> null;
    };
  }

  /** Has all of them watched; null for no more. */
  void install(Signals.Watcher watcher) {
    Signals signals = Signals.of(interpreter);
    for (int number : ALL) {
      signals.watch(number, watcher);
    }
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public void arrived(int number) {
    StackText text = new StackText();
    text.line("Fatal Python error: " + words(number) + "\n");
    text.stacks(UserSignal.met(interpreter), allThreads);
    text.extensions(interpreter);
    text.writeTo(target);
  }
}

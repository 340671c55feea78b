package org.krait.stdlib.fault;

import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.OpenFile;
import org.krait.stdlib.signal.Signals;

/** Shows stacks when a signal arrives ({@code faulthandler.register}). */
record UserSignal(Interpreter interpreter, OpenFile target, boolean allThreads, boolean passesOn)
    implements Signals.Watcher {
  /** A signal that the kernel sent is taken as the main thread's. */
  static ThreadState met(Interpreter interpreter) {
    ThreadState here = ThreadState.currentOrNull();
    return here == null || here.interpreter != interpreter ? interpreter.mainThread() : here;
  }

  @Override
  public void arrived(int number) {
    StackText text = new StackText();
    text.stacks(met(interpreter), allThreads);
    text.writeTo(target);
  }
}

package org.krait.jit;

/**
 * The exception that is being handled. The thread is told of it only before something that may ask: as long as
 * nothing does, HotSpot can do without the exception, the frames in its traceback and the objects in it.
 */
final class Handling {
  private final Translation t;
  private int variable = -1;

  Handling(Translation t) {
    this.t = t;
  }

  /** Where the exception lies that the thread does not know of. */
  int variable() {
    if (variable < 0) {
      variable = t.variables.take(Kind.REFERENCE);
    }
    return variable;
  }

  /** {@code PUSH_EXC_INFO}. */
  void push() {
    tell();
    t.settle();
    Value raised = t.operands(1)[0];
    t.loadThread();
    t.out.generic("handledBefore", Translation.OBJECT, Names.THREAD);
    int before = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, before);
    t.load(raised, Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, variable());
    t.state.handling = true;
    t.push(new Value.Variable(Kind.REFERENCE, before, null));
    t.push(raised);
    t.safepoints.end();
  }

  /** {@code POP_EXCEPT}. */
  void pop() {
    t.settle();
    Value before = t.operands(1)[0];
    t.state.handling = false;
    t.loadThread();
    t.load(before, Kind.REFERENCE);
    t.out.generic("popHandled", Translation.VOID, Names.THREAD, Translation.OBJECT);
    t.safepoints.end();
  }

  /** Before something that may ask which exception is being handled, or may be raised in its context. */
  void tell() {
    if (t.state.handling) {
      t.state.handling = false;
      write();
    }
  }

  /** The same, where a path joins others that have told. */
  void write() {
    t.loadThread();
    t.out.load(Kind.REFERENCE, variable());
    t.out.generic("setHandled", Translation.VOID, Names.THREAD, Translation.OBJECT);
  }
}

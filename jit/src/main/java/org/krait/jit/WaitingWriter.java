package org.krait.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.krait.runtime.execution.PyFrame;

/**
 * Where a generator is resumed that waits for another one in {@code yield from}: that one is run on before anything is read
 * from the frame, and as long as it yields, nothing is; so a value comes quickly through many of them.
 */
final class WaitingWriter {
  private final Translation t;
  private final Suspensions.Waiting waits;

  /** Whether both are of the same code; then each counts as a call, and says that it runs. */
  private final boolean itself;

  WaitingWriter(Translation t, Suspensions.Waiting waits) {
    this.t = t;
    this.waits = waits;
    this.itself = waits.code() == t.code;
  }

  /** Goes on behind what it writes where the frame itself has to. */
  void write(CodeBuilder b, Emitter out) {
    if (itself && t.suspensions.chains()) {
      writeChained(b, out);
      return;
    }
    Linkage quiet = waits.quiet();
    Label own = b.newLabel();
    Label ended = b.newLabel();
    Label left = b.newLabel();
    int frame = t.variables.take(Kind.REFERENCE);
    int item = t.variables.take(quiet.result());
    int thrown = t.variables.take(Kind.REFERENCE);
    int depth = t.variables.take(Kind.TRUTH);
    if (itself) {
      b.aload(t.threadVariable).getfield(Names.THREAD, "depth", ConstantDescs.CD_int).istore(depth);
    }
    loadInner(b, out);
    b.astore(frame);
    b.aload(frame).ifnull(own);
    setState(b, PyFrame.RUNNING);
    Label from = b.newBoundLabel();
    b.aload(t.threadVariable).aload(frame).aload(Suspensions.SENT);
    b.invokestatic(
        quiet.owner(), quiet.method(),
        MethodTypeDesc.of(quiet.result().desc, Names.THREAD, Names.FRAME, Names.OBJECT));
    Label to = b.newBoundLabel();
    out.store(quiet.result(), item);
    restoreDepth(b, depth);
    b.aload(frame).getfield(Names.FRAME, "state", ConstantDescs.CD_int).loadConstant(PyFrame.DONE).if_icmpeq(ended);
    setState(b, PyFrame.SUSPENDED);
    out.load(quiet.result(), item);
    t.convert(quiet.result(), t.result);
    out.give(t.result);

    Label returned = b.newLabel();
    ended(b, ended, left, returned);
    b.exceptionCatchAll(from, to, left);
    b.labelBinding(left);
    b.astore(thrown);
    restoreDepth(b, depth);
    leave(b, thrown);
    b.labelBinding(returned);
    b.aload(frame).invokestatic(
        Names.DELEGATION, "returned", MethodTypeDesc.of(ConstantDescs.CD_void, Names.FRAME));
    b.labelBinding(own);
  }

  /** The same where a {@link org.krait.runtime.execution.Chain} keeps those that this one waits for. */
  private void writeChained(CodeBuilder b, Emitter out) {
    Label own = b.newLabel();
    Label ended = b.newLabel();
    Label left = b.newLabel();
    int chain = t.variables.take(Kind.REFERENCE);
    int item = t.variables.take(t.result);
    int thrown = t.variables.take(Kind.REFERENCE);
    b.aload(t.threadVariable).aload(t.ownerVariable).getstatic(t.self, "unit", Names.COMPILED);
    b.invokestatic(
        Names.CHAIN, "begin", MethodTypeDesc.of(Names.CHAIN, Names.THREAD, Names.FRAME, Names.COMPILED));
    b.astore(chain);
    b.aload(chain).ifnull(own);
    setState(b, PyFrame.RUNNING);
    Label from = b.newBoundLabel();
    b.aload(t.threadVariable).aload(chain).aload(Suspensions.SENT);
    b.invokestatic(
        t.self, ResumptionWriter.CHAINED,
        MethodTypeDesc.of(t.result.desc, Names.THREAD, Names.CHAIN, Names.OBJECT));
    Label to = b.newBoundLabel();
    out.store(t.result, item);
    setState(b, PyFrame.SUSPENDED);
    b.aload(chain).invokevirtual(Names.CHAIN, "isEnded", MethodTypeDesc.of(ConstantDescs.CD_boolean));
    b.ifne(ended);
    out.load(t.result, item);
    out.give(t.result);

    ended(b, ended, left, own);
    b.exceptionCatchAll(from, to, left);
    b.labelBinding(left);
    b.astore(thrown);
    leave(b, thrown);
    b.labelBinding(own);
  }

  /** Behind the inner one's end: what it raised leaves, else it has returned. */
  private void ended(CodeBuilder b, Label ended, Label left, Label returned) {
    b.labelBinding(ended);
    setState(b, PyFrame.SUSPENDED);
    b.aload(t.threadVariable).invokestatic(
        Names.PASSING, "isPassing", MethodTypeDesc.of(ConstantDescs.CD_boolean, Names.THREAD));
    b.ifeq(returned);
    b.aload(t.threadVariable).invokestatic(
        Names.PASSING, "taken", MethodTypeDesc.of(Names.EXCEPTION, Names.THREAD));
    b.invokestatic(
        Names.PASSING, "thrown", MethodTypeDesc.of(ConstantDescs.CD_Throwable, Names.EXCEPTION));
    b.goto_(left);
  }

  /** Leaves with what was thrown. */
  private void leave(CodeBuilder b, int thrown) {
    b.aload(t.threadVariable).aload(t.ownerVariable).aload(thrown).getstatic(t.self, "unit", Names.COMPILED);
    b.invokestatic(
        Names.DEOPTIMIZE, "whileWaiting",
        MethodTypeDesc.of(
            ConstantDescs.CD_void, Names.THREAD, Names.FRAME, ConstantDescs.CD_Throwable, Names.COMPILED));
    t.body.raises.giveNothing();
  }

  private void restoreDepth(CodeBuilder b, int depth) {
    if (itself) {
      b.aload(t.threadVariable).iload(depth).putfield(Names.THREAD, "depth", ConstantDescs.CD_int);
    }
  }

  private void loadInner(CodeBuilder b, Emitter out) {
    b.aload(t.slotsVariable).loadConstant(waits.position()).aaload();
    t.loadObject(waits.code(), Names.CODE);
    t.loadObject(itself ? t.globals : t.jit.globalsOf(waits.code()), Names.DICT);
    if (itself) {
      b.aload(t.threadVariable);
      out.guarded("waitedFrame", Names.FRAME, Names.OBJECT, Names.CODE, Names.DICT, Names.THREAD);
    } else {
      out.guarded("waitedFrame", Names.FRAME, Names.OBJECT, Names.CODE, Names.DICT);
    }
  }

  private void setState(CodeBuilder b, int state) {
    if (t.resumesItself) {
      b.aload(t.ownerVariable).loadConstant(state).putfield(Names.FRAME, "state", ConstantDescs.CD_int);
    }
  }
}

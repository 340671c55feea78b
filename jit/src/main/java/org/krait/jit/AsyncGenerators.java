package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.execution.PyCode;

/**
 * Async generators of known code, which are run on as methods: by {@code async for}, whose {@code GET_ANEXT} and {@code SEND}
 * become one, and by the {@code SEND} of a request that waited.
 */
final class AsyncGenerators {
  private final Translation t;
  private final Starts starts;

  AsyncGenerators(Translation t, Starts starts) {
    this.t = t;
    this.starts = starts;
  }

  /** The code of the async generators that an instruction has met, if it was always one; else null. */
  private PyCode code() {
    return !t.quiet && !t.seen.distrusted()
            && t.seen.cache() instanceof PyCode code && (code.flags & CodeFlags.ASYNC_GENERATOR) != 0
        ? code
        : null;
  }

  /** {@code GET_ANEXT}; false when something else was seen there. */
  boolean next() {
    PyCode code = code();
    int send = code == null ? -1 : starts.send();
    if (send < 0) {
      return false;
    }
    t.beforeAnything(0);
    int generator = t.variables.temporary(Kind.REFERENCE);
    t.load(t.top(1), Kind.REFERENCE);
    t.loadObject(code, Names.CODE);
    call("asked", Names.RESUMABLE, Translation.OBJECT, Names.CODE);
    t.out.store(Kind.REFERENCE, generator);
    t.frameAccess.load();
    t.out.number(send);
    t.out.setField(Names.FRAME, "pc", Translation.INT);
    int present = t.pc;
    t.pc = send;
    t.safepoints.raiseAt(send);
    t.loadObject(code.resumeLink().invoker, ConstantDescs.CD_MethodHandle);
    t.loadThread();
    t.out.load(Kind.REFERENCE, generator);
    t.load(Resumptions.NONE, Kind.REFERENCE);
    t.out.callVirtual(ConstantDescs.CD_MethodHandle, "invokeExact", ResumptionWriter.STEP_TYPE);
    t.out.load(Kind.REFERENCE, generator);
    t.loadThread();
    call("answer", Translation.OBJECT, Translation.OBJECT, Names.RESUMABLE, Names.THREAD);
    t.body.raises.passing(Kind.REFERENCE);
    t.pc = present;
    t.afterAnything();
    starts.goOn(send);
    return true;
  }

  /** {@code SEND} to a request; false when something else was seen there. */
  boolean send() {
    PyCode code = code();
    if (code == null) {
      return false;
    }
    t.beforeAnything(0);
    Value sent = t.operands(1)[0];
    Value request = t.top(1);
    t.loadObject(code.resumeLink().invoker, ConstantDescs.CD_MethodHandle);
    t.loadThread();
    t.load(request, Kind.REFERENCE);
    t.loadObject(code, Names.CODE);
    call("ofRequest", Names.RESUMABLE, Translation.OBJECT, Names.CODE);
    t.load(request, Kind.REFERENCE);
    t.load(sent, Kind.REFERENCE);
    call("sent", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.out.callVirtual(ConstantDescs.CD_MethodHandle, "invokeExact", ResumptionWriter.STEP_TYPE);
    t.load(request, Kind.REFERENCE);
    t.loadThread();
    call("awaited", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Names.THREAD);
    t.body.raises.passingOrEnd();
    t.afterAnything();
    int value = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, value);
    Label waits = t.out.label();
    t.out.load(Kind.REFERENCE, value);
    t.out.branch(Opcode.IFNONNULL, waits);
    int result = t.variables.temporary(Kind.REFERENCE);
    t.load(request, Kind.REFERENCE);
    call("result", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, result);
    t.push(new Value.Variable(Kind.REFERENCE, result, null));
    t.out.jump(t.edge(t.flow.target(t.pc)));
    t.pop();
    t.out.bind(waits);
    t.push(new Value.Variable(Kind.REFERENCE, value, null));
    return true;
  }

  /** {@code END_ASYNC_FOR}: StopAsyncIteration ends the loop, others are raised again. */
  void end() {
    t.beforeAnything(2);
    t.settle();
    Value raised = t.top(1);
    Label ended = t.out.label();
    t.load(raised, Kind.REFERENCE);
    call("isEnd", Translation.TRUTH, Translation.OBJECT);
    t.out.branch(Opcode.IFNE, ended);
    t.load(raised, Kind.REFERENCE);
    t.out.cast(Names.EXCEPTION);
    t.body.raises.raise(Value.NULL);
    t.out.bind(ended);
    t.operands(2);
    t.safepoints.end();
  }

  private void call(String name, ClassDesc result, ClassDesc... parameters) {
    t.out.call(Names.ASYNC_REQUESTS, name, MethodTypeDesc.of(result, parameters));
  }
}

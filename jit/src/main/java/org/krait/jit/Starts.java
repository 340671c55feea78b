package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.execution.Awaited;
import org.krait.runtime.execution.CallLink;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;

/**
 * Coroutines that are awaited where they are made: their function is called like any other, and only what waits becomes a
 * coroutine; see {@link Awaited}. One instruction that makes it, {@code GET_AWAITABLE} and {@code SEND} become one.
 */
final class Starts {
  private final Translation t;
  private final CallSites calls;

  Starts(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
  }

  /** The {@code SEND} that starts what the present instruction makes, or -1. */
  int send() {
    int at = t.next;
    if (t.flow.op(at) == Opcodes.GET_AWAITABLE) {
      if (t.flow.blocks.containsKey(at)) {
        return -1;
      }
      at = t.flow.after(at);
    } else if (t.flow.op(t.pc) != Opcodes.GET_ANEXT && t.flow.op(t.pc) != Opcodes.GET_AWAITABLE) {
      return -1;
    }
    int send = t.flow.after(at);
    boolean starts =
        t.flow.op(at) == Opcodes.LOAD_CONST
            && t.code.constants[t.flow.arg(at)] == PyNone.NONE
            && t.flow.op(send) == Opcodes.SEND
            && t.flow.op(t.flow.after(send)) == Opcodes.YIELD_VALUE
            && !t.flow.blocks.containsKey(at);
    return starts ? send : -1;
  }

  /** Whether what is made may be awaited: coroutines anywhere, generators if {@code GET_AWAITABLE} itself makes them. */
  private boolean isAwaited(PyCode code) {
    return (code.flags & CodeFlags.COROUTINE) != 0 || t.flow.op(t.pc) == Opcodes.GET_AWAITABLE;
  }

  /**
   * Calls a coroutine function in place of an instruction, and goes on where its coroutine waits or has ended; false when
   * that cannot be.
   *
   * @param function null when only its code is known
   * @param closure the function then
   * @param taken how many values the instruction takes from the stack
   * @param kept what it leaves there besides, or null
   */
  boolean start(
      Linkage linkage, PyFunction function, Value closure, List<Binding.Argument> bound, int taken, Value kept) {
    PyCode code = linkage.made();
    int send = code == null || t.quiet || t.seen.distrusted() || !isAwaited(code) ? -1 : send();
    if (send < 0) {
      return false;
    }
    PyDict globals = function != null ? function.globals : code.globalsOr(t.globals);
    CallLink link = code.startLink(globals);
    if (link == null || t.frameless && !t.opens) {
      if (link != null) {
        t.frameAccess.flush(); // says that a frame is needed
      }
      return false;
    }
    t.frameAccess.flush();
    t.safepoints.own(taken);
    if (closure != null) {
      t.load(closure, Kind.REFERENCE);
      t.loadObject(code, Names.CODE);
      t.loadObject(globals, Names.DICT);
      t.out.guarded("functionOf", Names.FUNCTION, Translation.OBJECT, Names.CODE, Names.DICT);
      t.out.op(Opcode.POP);
    }
    t.frameAccess.load();
    t.out.number(send);
    t.out.setField(Names.FRAME, "pc", Translation.INT);
    t.callsAny = true;
    call(link, linkage, function, closure, bound, taken, kept, send);
    goOn(send);
    return true;
  }

  private void call(
      CallLink link, Linkage linkage, PyFunction function, Value closure, List<Binding.Argument> bound, int taken,
      Value kept, int send) {
    t.operands(taken);
    if (kept != null) {
      t.push(kept);
    }
    t.loadObject(link.invoker, ConstantDescs.CD_MethodHandle);
    t.loadThread();
    calls.loadFunction(function, closure);
    calls.loadArguments(linkage, closure, bound);
    int present = t.pc;
    t.pc = send;
    t.safepoints.raiseAt(send);
    t.out.callVirtual(
        ConstantDescs.CD_MethodHandle, "invokeExact",
        new Linkage(null, null, linkage.parameters(), Kind.REFERENCE, true, link).type());
    t.body.raises.passing(Kind.REFERENCE);
    t.pc = present;
    t.afterAnything();
  }

  /** Behind the {@code SEND}: what came of it lies on the JVM's stack. */
  void goOn(int send) {
    int result = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, result);
    t.out.load(Kind.REFERENCE, result);
    t.loadObject(Awaited.SUSPENDED, Translation.OBJECT);
    Label waits = t.out.label();
    t.out.branch(Opcode.IF_ACMPEQ, waits);
    t.push(new Value.Constant(PyNone.NONE));
    t.push(new Value.Variable(Kind.REFERENCE, result, null));
    t.out.jump(t.edge(t.flow.target(send)));
    t.pop();
    t.pop();
    t.out.bind(waits);
    t.push(taken("coroutine"));
    t.push(taken("yielded"));
    t.jump(t.flow.after(send));
    t.raised();
  }

  private Value taken(String what) {
    t.loadThread();
    t.out.call(Names.AWAITED, what, MethodTypeDesc.of(Translation.OBJECT, Names.THREAD));
    int variable = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, variable);
    return new Value.Variable(Kind.REFERENCE, variable, null);
  }
}

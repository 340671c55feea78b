package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.MethodTypeDesc;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyNone;

/** {@code yield from} and {@code await}: {@code SEND} to generators, coroutines and iterators of builtin types. */
final class Delegations {
  private final Translation t;
  private final SpecialMethods methods;
  private final Resumptions resumptions;
  private final AsyncGenerators asyncGenerators;

  Delegations(Translation t, SpecialMethods methods, AsyncGenerators asyncGenerators) {
    this.t = t;
    this.methods = methods;
    this.resumptions = new Resumptions(t);
    this.asyncGenerators = asyncGenerators;
  }

  boolean send() {
    boolean trusted = !t.seen.distrusted();
    if (trusted && t.seen.cache() instanceof Class<?> kind && Loops.ITERATORS.contains(kind)) {
      sendToBuiltin(kind);
      return true;
    }
    if (asyncGenerators.send()) {
      return true;
    }
    PyCode generator = trusted && t.quiet && !t.drains ? generatorCode(t.pc) : null;
    if (generator != null && sendQuietly(generator)) {
      return true;
    }
    t.beforeAnything(0);
    if (trusted && t.seen.cache() instanceof PyCode code) {
      return sendTo(code);
    }
    Value[] v = t.operands(1);
    t.frameAccess.load();
    t.load(t.top(1), Kind.REFERENCE);
    t.load(v[0], Kind.REFERENCE);
    t.out.generic("send", Translation.OBJECT, Names.FRAME, Translation.OBJECT, Translation.OBJECT);
    t.afterAnything();
    int value = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, value);
    int result = t.variables.temporary(Kind.REFERENCE);
    t.frameAccess.load();
    t.out.generic("sendResult", Translation.OBJECT, Names.FRAME);
    t.out.store(Kind.REFERENCE, result);
    t.out.load(Kind.REFERENCE, value);
    t.push(new Value.Variable(Kind.REFERENCE, result, null));
    t.out.branch(Opcode.IFNULL, t.edge(t.flow.target(t.pc)));
    t.pop();
    t.push(new Value.Variable(Kind.REFERENCE, value, null));
    return true;
  }

  /**
   * {@code GET_YIELD_FROM_ITER} of an instance of a program's class, of a generator, which is its own iterator, or of a
   * value of a builtin type; false when something else was seen there.
   */
  boolean iterator() {
    t.safepoints.ensure();
    if (t.seen.cache() instanceof PyType) {
      return methods.iterator();
    }
    int send = t.flow.after(t.next);
    boolean builtin = t.seen.cache(send) instanceof Class<?> kind && Loops.ITERATORS.contains(kind);
    if (!builtin && (!t.quiet || generatorCode(send) == null)) {
      return false;
    }
    if (t.seen.distrusted()) {
      return false;
    }
    t.settle();
    if (builtin) {
      t.load(t.operands(1)[0], Kind.REFERENCE);
      t.out.guarded("builtinIterator", Translation.OBJECT, Translation.OBJECT);
      t.pushed(Kind.REFERENCE, null);
    } else {
      t.load(t.top(1), Kind.REFERENCE);
      t.out.guarded("checkGenerator", Translation.VOID, Translation.OBJECT);
    }
    return true;
  }

  /** {@code SEND} of None to an iterator of a builtin type. */
  private void sendToBuiltin(Class<?> kind) {
    t.safepoints.ensure();
    t.settle();
    Value sent = t.operands(1)[0];
    Value receiver = t.top(1);
    if (!sent.equals(Resumptions.NONE)) {
      t.load(sent, Kind.REFERENCE);
      t.loadObject(PyNone.NONE, Translation.OBJECT);
      t.out.guarded("checkSame", Translation.VOID, Translation.OBJECT, Translation.OBJECT);
    }
    Kind form = kind == PyListIterator.class ? ItemAccess.form(t) : null;
    t.push(Resumptions.NONE);
    Label ended = t.edge(t.flow.target(t.pc));
    t.pop();
    t.load(receiver, Kind.REFERENCE);
    int item = t.variables.temporary(form == null ? Kind.REFERENCE : form);
    if (form != null) {
      t.out.guarded("listIteratorHas", Translation.TRUTH, Translation.OBJECT);
      t.out.branch(Opcode.IFEQ, ended);
      t.load(receiver, Kind.REFERENCE);
      t.out.guarded("nextList" + ItemAccess.name(form), form.desc, Translation.OBJECT);
      t.out.store(form, item);
    } else {
      t.loadObject(kind, Instructions.CLASS);
      t.out.guarded("next", Translation.OBJECT, Translation.OBJECT, Instructions.CLASS);
      t.out.store(Kind.REFERENCE, item);
      t.out.load(Kind.REFERENCE, item);
      t.out.branch(Opcode.IFNULL, ended);
    }
    t.safepoints.end();
    t.push(new Value.Variable(form == null ? Kind.REFERENCE : form, item, null));
  }

  /** The code of the generators that a {@code SEND} has met, if it was always one; else null. */
  private PyCode generatorCode(int at) {
    return t.seen.cache(at) instanceof PyCode code && (code.flags & CodeFlags.GENERATOR) != 0 ? code : null;
  }

  /** {@code SEND} to a generator that looks at no frames, by one that does not either. */
  private boolean sendQuietly(PyCode code) {
    Linkage quiet = resumptions.quiet(code);
    if (quiet == null) {
      return false;
    }
    t.safepoints.own(1);
    Value sent = t.operands(1)[0];
    Value receiver = t.top(1);
    t.suspensions.waitsFor(code, quiet);
    Label ended = t.out.label();
    Label yielded = t.out.label();
    Value value = resumptions.resumeQuietly(receiver, code, quiet, sent, () -> ended);
    t.out.jump(yielded);
    t.out.bind(ended);
    ended(receiver);
    t.out.bind(yielded);
    t.push(value);
    return true;
  }

  /** Where a generator that a frame waits for has come to its end. */
  private void ended(Value receiver) {
    int result = t.variables.temporary(Kind.REFERENCE);
    t.load(receiver, Kind.REFERENCE);
    t.out.guarded("returned", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, result);
    t.push(new Value.Variable(Kind.REFERENCE, result, null));
    t.out.jump(t.edge(t.flow.target(t.pc)));
    t.pop();
  }

  /** {@code CLEANUP_THROW}: an exception came out of what was waited for when one was thrown in; StopIteration has a result. */
  void thrown() {
    t.beforeAnything(3);
    t.settle();
    Value raised = t.top(1);
    Label stopped = t.out.label();
    t.load(raised, Kind.REFERENCE);
    t.out.call(Names.AWAITED, "isStop", MethodTypeDesc.of(Translation.TRUTH, Translation.OBJECT));
    t.out.branch(Opcode.IFNE, stopped);
    t.load(raised, Kind.REFERENCE);
    t.out.cast(Names.EXCEPTION);
    t.body.raises.raise(Value.NULL);
    t.out.bind(stopped);
    int result = t.variables.temporary(Kind.REFERENCE);
    t.load(raised, Kind.REFERENCE);
    t.out.guarded("returnedBy", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, result);
    t.operands(3);
    t.push(Resumptions.NONE);
    t.push(new Value.Variable(Kind.REFERENCE, result, null));
    t.safepoints.end();
  }

  /** {@code SEND} to a generator or coroutine of known code. */
  private boolean sendTo(PyCode code) {
    Value sent = t.operands(1)[0];
    Value receiver = t.top(1);
    if (t.drains && generatorCode(t.pc) != null) {
      t.load(receiver, Kind.REFERENCE);
      t.loadThread();
      t.out.load(Kind.REFERENCE, Suspensions.SENT);
      t.out.call(
          Names.DRAINING, "delegate",
          MethodTypeDesc.of(Translation.OBJECT, Translation.OBJECT, Names.THREAD, Names.SINK));
      t.body.raises.passingOrEnd();
    } else {
      resumptions.resume(receiver, code, sent);
    }
    t.afterAnything();
    int value = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, value);
    Label yielded = t.out.label();
    t.out.load(Kind.REFERENCE, value);
    t.out.branch(Opcode.IFNONNULL, yielded);
    ended(receiver);
    t.out.bind(yielded);
    t.push(new Value.Variable(Kind.REFERENCE, value, null));
    return true;
  }
}

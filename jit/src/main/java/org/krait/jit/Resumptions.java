package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Supplier;
import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Concurrency;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.execution.ResumeLink;
import org.krait.runtime.types.PyNone;

/** Places that run generators and coroutines of known code on: loops, {@code yield from}, {@code next}, {@code send}. */
final class Resumptions {
  static final Value NONE = new Value.Constant(PyNone.NONE);

  private final Translation t;

  Resumptions(Translation t) {
    this.t = t;
  }

  /** How to resume a generator whose unit looks at no frames, which may be the unit that is written; or null. */
  Linkage quiet(PyCode code) {
    // Who calls the method itself does not own the generator; where there are threads, one has to.
    if (Concurrency.active()) {
      return null;
    }
    if (code == t.code && t.quiet) {
      t.resumesItself = true;
      if (!t.drains) {
        return new Linkage(t.self, t.method, t.parameters, t.result, false, null);
      }
    }
    return t.jit.quiet(code, t);
  }

  /**
   * The next value of such a generator, as it is.
   *
   * @param ended gives a label to jump to at the end
   */
  Value resumeQuietly(Value generator, PyCode code, Linkage quiet, Value sent, Supplier<Label> ended) {
    boolean itself = code == t.code;
    int frame = t.variables.temporary(Kind.REFERENCE);
    t.load(generator, Kind.REFERENCE);
    t.loadObject(code, Names.CODE);
    t.loadObject(itself ? t.globals : t.jit.globalsOf(code), Names.DICT);
    if (itself) {
      t.loadThread();
      t.out.guarded(
          "resumableFrame", Names.FRAME, Translation.OBJECT, Names.CODE, Names.DICT, Names.THREAD);
    } else {
      t.out.guarded("resumableFrame", Names.FRAME, Translation.OBJECT, Names.CODE, Names.DICT);
    }
    t.out.store(Kind.REFERENCE, frame);
    t.out.load(Kind.REFERENCE, frame);
    t.out.branch(Opcode.IFNULL, ended.get());
    t.loadThread();
    t.out.load(Kind.REFERENCE, frame);
    t.load(sent, Kind.REFERENCE);
    t.out.call(
        quiet.owner(), quiet.method(),
        MethodTypeDesc.of(quiet.result().desc, Names.THREAD, Names.FRAME, Translation.OBJECT));
    int item = t.variables.temporary(quiet.result());
    t.out.store(quiet.result(), item);
    if (itself) {
      t.loadThread();
      t.out.guarded("leave", Translation.VOID, Names.THREAD);
    }
    t.out.load(Kind.REFERENCE, frame);
    t.out.field(Names.FRAME, "state", Translation.INT);
    t.out.number(PyFrame.DONE);
    Label goes = t.out.label();
    t.out.branch(Opcode.IF_ICMPNE, goes);
    t.out.nothing();
    t.body.raises.passingOrEnd();
    t.out.op(Opcode.POP);
    t.safepoints.end();
    t.out.jump(ended.get());
    t.out.bind(goes);
    return new Value.Variable(quiet.result(), item, null);
  }

  /** Runs a generator or coroutine of this code on; the result, null at the end, is on the JVM's stack. */
  void resume(Value generator, PyCode code, Value sent) {
    t.loadObject(code.resumeLink().invoker, ConstantDescs.CD_MethodHandle);
    t.loadThread();
    t.load(generator, Kind.REFERENCE);
    t.loadObject(code, Names.CODE);
    t.out.guarded("resumable", Names.RESUMABLE, Translation.OBJECT, Names.CODE);
    t.load(sent, Kind.REFERENCE);
    t.out.callVirtual(
        ConstantDescs.CD_MethodHandle, "invokeExact", ResumptionWriter.STEP_TYPE);
    t.body.raises.passingOrEnd();
  }

  // ---- calls

  /**
   * {@code next(g)} and {@code g.send(x)}, whose end is a StopIteration that is raised here; false where they cannot be
   * called directly.
   */
  boolean call(CallSites.Site site, Value sent) {
    Value generator = site.args().getFirst();
    if (generator.kind() != Kind.REFERENCE || t.seen.distrusted()
        || !(t.seen.cache() instanceof ResumeLink link) || (link.code.flags & CodeFlags.GENERATOR) == 0) {
      return false;
    }
    Linkage quiet = quiet(link.code);
    boolean framed = (!t.frameless || t.opens) && !t.quiet;
    if (quiet == null && !framed) {
      return false;
    }
    if (quiet != null) {
      t.safepoints.own(site.taken());
    } else {
      t.beforeAnything(site.taken());
    }
    t.operands(site.taken());
    Label ended = t.out.label();
    Label goes = t.out.label();
    Value item;
    if (quiet != null) {
      if (!sent.equals(NONE)) {
        t.load(generator, Kind.REFERENCE);
        t.out.guarded("checkStarted", Translation.VOID, Translation.OBJECT);
      }
      item = resumeQuietly(generator, link.code, quiet, sent, () -> ended);
    } else {
      resume(generator, link.code, sent);
      int variable = t.variables.temporary(Kind.REFERENCE);
      t.out.store(Kind.REFERENCE, variable);
      t.out.load(Kind.REFERENCE, variable);
      t.out.branch(Opcode.IFNULL, ended);
      item = new Value.Variable(Kind.REFERENCE, variable, null);
    }
    t.out.jump(goes);
    t.out.bind(ended);
    t.load(generator, Kind.REFERENCE);
    t.out.guarded("stopped", Names.EXCEPTION, Translation.OBJECT);
    t.body.raises.raise();
    t.out.bind(goes);
    if (quiet == null) {
      t.afterAnything();
    }
    t.push(item);
    return true;
  }
}

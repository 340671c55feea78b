package org.krait.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.krait.runtime.execution.PyFrame;

/** Writes the methods by which a unit resumes generators and coroutines of its code. */
final class ResumptionWriter {
  /** The static method that links lead to. */
  static final String STEP = "step";

  /** The static method that runs a chain of generators of the code. */
  static final String CHAINED = "chained";

  static final MethodTypeDesc STEP_TYPE =
      MethodTypeDesc.of(Names.OBJECT, Names.THREAD, Names.RESUMABLE, Names.OBJECT);

  private static final ClassDesc INT = ConstantDescs.CD_int;

  private final Translation t;
  private final MethodTypeDesc body;

  ResumptionWriter(Translation t, MethodTypeDesc body) {
    this.t = t;
    this.body = body;
  }

  void write(ClassBuilder c) {
    int open = ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL;
    c.withMethodBody(
        "resume",
        STEP_TYPE,
        open,
        b -> b.aload(1).aload(2).aload(3).invokestatic(t.self, STEP, STEP_TYPE).areturn());
    c.withMethodBody(
        STEP, STEP_TYPE, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, this::step);
    if (t.suspensions.chains()) {
      c.withMethodBody(CHAINED, chained(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, this::chained);
    }
    if (t.suspensions.handlers().length > 0) {
      c.withMethodBody(
          "handle",
          MethodTypeDesc.of(Names.OBJECT, Names.THREAD, Names.FRAME, Names.OBJECT),
          open,
          b -> b.aload(1).aload(2).aload(3).invokestatic(t.self, t.method, body).areturn());
    }
  }

  /** The only way into code that drains generators. */
  void writeDrain(ClassBuilder c) {
    c.withMethodBody(
        "drain",
        body.changeReturnType(Names.OBJECT),
        ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL,
        b -> b.aload(1).aload(2).aload(3).invokestatic(t.self, t.method, body).areturn());
  }

  private void begin(CodeBuilder b, int thread, int generator, int frame, Label otherwise) {
    b.aload(thread).aload(generator);
    if (generator == 1) {
      b.aload(2);
    } else {
      none(b);
    }
    b.getstatic(t.self, "unit", Names.COMPILED);
    b.invokestatic(
        Names.RESUMABLE, "begin",
        MethodTypeDesc.of(
            Names.FRAME, Names.THREAD, Names.RESUMABLE, Names.OBJECT, Names.COMPILED));
    b.astore(frame).aload(frame).ifnull(otherwise);
  }

  /** Whether this thread has become the owner, for the time of this call, of the generator behind it. */
  private static void claim(CodeBuilder b, int thread) {
    b.aload(thread).aload(thread + 1);
    b.invokestatic(
        Names.RESUMABLE, "claim",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, Names.THREAD, Names.RESUMABLE));
  }

  private static void none(CodeBuilder b) {
    b.getstatic(Names.NONE, "NONE", Names.NONE);
  }

  /** Returns what a method gives for the thread, the generator, what is sent, and this unit. */
  private void giveTo(CodeBuilder b, ClassDesc owner, String method) {
    b.aload(0).aload(1).aload(2).getstatic(t.self, "unit", Names.COMPILED);
    b.invokestatic(
        owner, method,
        MethodTypeDesc.of(
            Names.OBJECT, Names.THREAD, Names.RESUMABLE, Names.OBJECT, Names.COMPILED));
    b.areturn();
  }

  /** Variables: thread, generator, what is sent, the depth, the frame, what came. */
  private void step(CodeBuilder b) {
    Label general = b.newLabel();
    Label from = b.newLabel();
    Label to = b.newLabel();
    Label thrown = b.newLabel();
    Label owned = b.newLabel();
    Label alone = b.newLabel();
    b.aload(1).getfield(Names.RESUMABLE, "inner", Names.RESUMABLE).ifnull(alone);
    giveTo(b, Names.DELEGATION, "resume");
    b.labelBinding(alone);
    claim(b, 0);
    b.ifeq(owned);
    giveTo(b, Names.RESUMABLE, "resumeClaimed");
    b.labelBinding(owned);
    b.aload(0).getfield(Names.THREAD, "depth", INT).istore(3);
    begin(b, 0, 1, 4, general);
    b.labelBinding(from);
    b.aload(0).aload(4).aload(2).invokestatic(t.self, t.method, body);
    if (t.quiet) {
      b.storeLocal(t.result.jvm, 6);
      b.labelBinding(to);
      Label done = b.newLabel();
      b.aload(4).getfield(Names.FRAME, "state", INT).loadConstant(PyFrame.DONE).if_icmpeq(done);
      b.loadLocal(t.result.jvm, 6);
      if (t.result != Kind.REFERENCE) {
        new Emitter(b).guarded("box", Names.OBJECT, t.result.desc);
      }
      b.areturn();
      b.labelBinding(done).aconst_null().areturn();
      b.labelBinding(thrown).astore(5);
      unwound(b, 0, 1, 4, 3, 5);
      b.areturn();
    } else {
      b.astore(5);
      b.labelBinding(to);
      b.aload(0).aload(1).aload(4).getstatic(t.self, "unit", Names.COMPILED).iload(3).aload(5);
      b.invokestatic(
          Names.RESUMABLE, "end",
          MethodTypeDesc.of(
              Names.OBJECT, Names.THREAD, Names.RESUMABLE, Names.FRAME, Names.COMPILED, INT,
              Names.OBJECT));
      b.areturn();
      b.labelBinding(thrown).astore(5);
      b.aload(0).aload(1).aload(4).getstatic(t.self, "unit", Names.COMPILED).iload(3).aload(5);
      b.invokestatic(
          Names.RESUMABLE, "failed",
          MethodTypeDesc.of(
              Names.OBJECT, Names.THREAD, Names.RESUMABLE, Names.FRAME, Names.COMPILED, INT,
              ConstantDescs.CD_Throwable));
      b.areturn();
    }
    b.labelBinding(general);
    b.aload(0).aload(1).aload(2);
    b.invokestatic(Names.RESUMABLE, "anyhow", STEP_TYPE).areturn();
    b.exceptionCatchAll(from, to, thrown);
  }

  /** What {@link #CHAINED} takes: the thread, the chain, what is sent. */
  private MethodTypeDesc chained() {
    return MethodTypeDesc.of(t.result.desc, Names.THREAD, Names.CHAIN, Names.OBJECT);
  }

  /** Runs the innermost on, and those that waited for it as it ends, until one yields or all have ended. */
  private void chained(CodeBuilder b) {
    Emitter out = new Emitter(b);
    Label next = b.newBoundLabel();
    b.aload(1).aload(0);
    b.invokevirtual(Names.CHAIN, "enter", MethodTypeDesc.of(Names.FRAME, Names.THREAD)).astore(3);
    Label from = b.newBoundLabel();
    b.aload(0).aload(3).aload(2).invokestatic(t.self, t.method, body);
    Label to = b.newBoundLabel();
    out.store(t.result, 4);
    b.aload(1).aload(0).aload(3).getstatic(t.self, "unit", Names.COMPILED);
    b.invokevirtual(
        Names.CHAIN, "left",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, Names.THREAD, Names.FRAME, Names.COMPILED));
    Label done = b.newLabel();
    b.ifeq(done);
    none(b);
    b.astore(2).goto_(next);
    b.labelBinding(done);
    out.load(t.result, 4);
    out.give(t.result);
    Label thrown = b.newBoundLabel();
    b.astore(3);
    b.aload(1).aload(0).aload(3).getstatic(t.self, "unit", Names.COMPILED);
    b.invokevirtual(
        Names.CHAIN, "failed",
        MethodTypeDesc.of(
            ConstantDescs.CD_Throwable, Names.THREAD, ConstantDescs.CD_Throwable, Names.COMPILED));
    b.athrow();
    b.exceptionCatchAll(from, to, thrown);
  }

  private static void unwound(
      CodeBuilder b, int thread, int generator, int frame, int depth, int cause) {
    b.aload(thread).aload(frame).iload(depth).aload(cause);
    b.invokestatic(
        Names.DEOPTIMIZE, "unwound",
        MethodTypeDesc.of(
            Names.OBJECT, Names.THREAD, Names.FRAME, INT, ConstantDescs.CD_Throwable));
  }
}

package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.MethodTypeDesc;
import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.execution.PyFrame;

/** The frame of the code that is translated: made, kept right and put away where somebody may look at it. */
final class FrameAccess {
  private final Translation t;

  /** Whether a generator's frame is put on top somewhere. */
  private boolean attaches;

  FrameAccess(Translation t) {
    this.t = t;
    this.attaches = t.code.waitsInHandlers();
  }

  /** Gives the frame every variable that it does not have, before anybody may look. */
  void flush() {
    show();
    for (int i = 0; i < t.state.dirty.length; i++) {
      if (t.state.dirty[i]) {
        t.state.dirty[i] = false;
        if (t.state.locals[i] != Value.DEAD) {
          store(i, t.state.locals[i]);
        }
      }
    }
  }

  /** Sees to it that there is a frame; its variables may lack. */
  void show() {
    if (t.frameless && !t.opens || t.quiet) {
      throw new NeedsFrame(
          OpcodeTable.name(t.flow.op(t.pc)) + " in line " + t.code.lineAt(t.pc));
    }
    t.settle();
    if (t.opens && !t.state.opened) {
      open();
      t.state.opened = true;
    }
    if (t.resumes() && !t.state.opened) {
      attach();
    }
  }

  /** Before the frame is done: a traceback may show it, with its variables as they are at last. */
  void keepVariables() {
    if (!t.state.caught) {
      return;
    }
    Label none = t.out.label();
    if (t.opens && !t.state.opened) {
      load();
      t.out.branch(Opcode.IFNULL, none);
    }
    for (int i = 0; i < t.state.dirty.length; i++) {
      if (t.state.dirty[i] && t.state.locals[i] != Value.DEAD) {
        store(i, t.state.locals[i]);
      }
    }
    t.out.bind(none);
  }

  /** Says that the frame of a generator may be on top. */
  void mayBeAttached() {
    attaches = true;
  }

  /** Puts a generator's frame on top, if it is not there. */
  void attach() {
    mayBeAttached();
    t.state.opened = true;
    t.loadThread();
    load();
    t.out.call(Names.RESUMABLE, "attach", MethodTypeDesc.of(Translation.VOID, Names.THREAD, Names.FRAME));
  }

  /** Takes a generator's frame from the top, before it is suspended or returns. */
  void detach() {
    if (attaches) {
      t.loadThread();
      load();
      t.out.call(Names.RESUMABLE, "detach", MethodTypeDesc.of(Translation.VOID, Names.THREAD, Names.FRAME));
    }
  }

  /** Makes the frame, if that has not been done. */
  private void open() {
    Label there = t.out.label();
    t.out.load(Kind.REFERENCE, t.frameVariable);
    t.out.branch(Opcode.IFNONNULL, there);
    t.loadThread();
    t.loadObject(t.code, Names.CODE);
    loadFunction();
    t.out.guarded("open", Names.FRAME, Names.THREAD, Names.CODE, Names.FUNCTION);
    t.out.op(Opcode.DUP);
    t.out.store(Kind.REFERENCE, t.frameVariable);
    t.out.field(Names.FRAME, "slots", Names.OBJECTS);
    t.out.store(Kind.REFERENCE, t.slotsVariable);
    t.out.bind(there);
  }

  /** Puts the frame away, if there is one, before the result on the JVM's stack is returned. */
  void close() {
    if (t.resumes() && !t.quiet) {
      detach();
      load();
      t.out.number(PyFrame.DONE);
      t.out.setField(Names.FRAME, "state", Translation.INT);
    }
    if (!t.opens) {
      return;
    }
    Label none = t.out.label();
    if (!t.state.opened) {
      t.out.load(Kind.REFERENCE, t.frameVariable);
      t.out.branch(Opcode.IFNULL, none);
    }
    t.loadThread();
    load();
    t.out.guarded("close", Translation.VOID, Names.THREAD, Names.FRAME);
    t.out.bind(none);
  }

  /** Writes a value to a place of the frame. */
  void store(int place, Value value) {
    t.out.load(Kind.REFERENCE, t.slotsVariable);
    t.out.number(place);
    t.load(value, Kind.REFERENCE);
    t.out.op(Opcode.AASTORE);
  }

  /** The frame, which {@link #flush} has made. */
  void load() {
    t.out.load(Kind.REFERENCE, t.frameVariable);
  }

  /** The function that runs. */
  void loadFunction() {
    t.out.load(Kind.REFERENCE, t.ownerVariable);
    if (!t.frameless) {
      t.out.field(Names.FRAME, "function", Names.FUNCTION);
    }
  }
}

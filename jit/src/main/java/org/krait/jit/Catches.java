package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.bytecode.Opcodes;

/** Exceptions that have a handler in the unit: from the exit of what raised to the handler's block. */
final class Catches {
  /**
   * An instruction whose exceptions have a handler here.
   *
   * @param exit the number of its exit
   * @param from the state before it, as far as the handler keeps it
   * @param lasti whether the handler gets the place
   */
  record Catch(int exit, int pc, State from, int handler, boolean lasti) {}

  private final Translation t;
  private final Map<Integer, Catch> catches = new LinkedHashMap<>();

  Catches(Translation t) {
    this.t = t;
  }

  void clear() {
    catches.clear();
  }

  /** Says that the present instruction may raise, with the exit that stands for it. */
  void add(int exit) {
    long entry = t.handles ? t.code.handlerAt(t.pc) : -1;
    int handler = (int) (entry >>> 33);
    if (entry < 0 || !t.flow.blocks.containsKey(handler)) {
      return;
    }
    State from = t.state.copy();
    int depth = (int) (entry & 0xffffffffL) >> 1;
    if (depth > from.stack.size()) {
      throw new Refused("a handler keeps more than there is");
    }
    from.stack.subList(depth, from.stack.size()).clear();
    Catch made = new Catch(exit, t.pc, from, handler, (entry & 1) != 0);
    catches.put(exit, made);
    for (int p = 0; p < from.size(); p++) {
      t.group.kept.addAll(from.at(p).variables());
    }
    t.meet(handler, caught(made));
  }

  /** The state in which the handler starts: there is a frame, and the exception is on the stack. */
  private State caught(Catch made) {
    State to = made.from.copy();
    to.caught = true;
    to.opened = t.opens || t.resumes();
    to.unchecked = true;
    for (int i = made.lasti ? 2 : 1; i > 0; i--) {
      to.stack.add(t.joins.variable(to.size(), Kind.REFERENCE, null));
    }
    return to;
  }

  /** What the handler of an exit's exceptions gets, or null. */
  Catch at(int exit) {
    return catches.get(exit);
  }

  /** Pushes how many calls there are, with this one, for a handler. */
  void loadDepth() {
    t.out.load(Kind.TRUTH, t.depthVariable);
    if (t.opens && t.countsDepth() || t.resumes()) {
      t.out.number(1);
      t.out.op(Opcode.IADD);
    }
  }

  Collection<Catch> all() {
    return catches.values();
  }

  /**
   * Writes the way from something thrown to its handler.
   *
   * @param thrown the variable that holds it
   * @param otherwise where to go when it is nothing for a handler
   */
  void write(Catch made, int thrown, Label otherwise) {
    t.out.load(Kind.REFERENCE, thrown);
    t.loadThread();
    t.out.call(
        Names.DEOPTIMIZE, t.flow.op(made.pc) == Opcodes.FOR_ITER ? "isCaughtInLoop" : "isCaught",
        MethodTypeDesc.of(Translation.TRUTH, ConstantDescs.CD_Throwable, Names.THREAD));
    t.out.branch(Opcode.IFEQ, otherwise);
    t.state = made.from.copy();
    t.pc = made.pc;
    t.frameAccess.show();
    t.frameAccess.load();
    t.out.number(made.pc);
    t.out.setField(Names.FRAME, "pc", Translation.INT);
    State to = caught(made);
    int at = made.from.size();
    if (made.lasti) {
      t.out.load(Kind.REFERENCE, thrown);
      t.out.number(made.pc);
      t.out.call(
          Names.DEOPTIMIZE, "place",
          MethodTypeDesc.of(Translation.OBJECT, ConstantDescs.CD_Throwable, Translation.INT));
      t.out.store(Kind.REFERENCE, t.variables.of(at++, Kind.REFERENCE));
    }
    t.out.load(Kind.REFERENCE, thrown);
    t.loadThread();
    t.frameAccess.load();
    loadDepth();
    t.out.call(
        Names.DEOPTIMIZE, "caught",
        MethodTypeDesc.of(
            Translation.OBJECT, ConstantDescs.CD_Throwable, Names.THREAD, Names.FRAME,
            Translation.INT));
    t.out.store(Kind.REFERENCE, t.variables.of(at, Kind.REFERENCE));
    t.body.moves.move(to, t.start(made.handler));
    t.out.jump(t.label(made.handler));
  }
}

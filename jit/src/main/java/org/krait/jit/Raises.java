package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.execution.Passing;
import org.krait.runtime.types.PyLong;

/**
 * Exceptions that are raised in a unit, or that a callee gave it: a jump to the handler, or on to the
 * caller. They are thrown only where the interpreter or a tool has to know.
 */
final class Raises {
  private static final ClassDesc VOID = Translation.VOID;
  private static final ClassDesc INT = Translation.INT;
  private static final ClassDesc VALUE = Names.EXCEPTION;

  /**
   * A place that raises; the way from there is written behind the blocks.
   *
   * @param from the state there
   * @param handler null where there is none in the code
   * @param value the variable that holds the exception
   * @param place where it was raised first, {@link Value#NULL} for here; null where it is not raised again
   */
  private record Site(
      Label label, State from, int pc, Catches.Catch handler, int value, Value place) {}

  private final Translation t;
  private final List<Site> sites = new ArrayList<>();

  Raises(Translation t) {
    this.t = t;
  }

  void clear() {
    sites.clear();
  }

  /** Raises the exception that lies on the JVM's stack, alone, at the present instruction. */
  void raise() {
    raise(null);
  }

  /** The same for one that is raised again; see {@link Site#place}. */
  void raise(Value place) {
    Catches.Catch handler = t.catches.at(t.raisingExit);
    if (handler == null && !leaves()) {
      thrown(place);
      return;
    }
    int value = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, value);
    Site site = new Site(t.out.label(), t.state.copy(), t.pc, handler, value, place);
    sites.add(site);
    t.loadThread();
    t.out.call(Names.PASSING, "isWatched", MethodTypeDesc.of(Translation.TRUTH, Names.THREAD));
    t.out.branch(Opcode.IFEQ, site.label);
    load(site);
    thrown(place);
  }

  /** Whether what has no handler here goes on to the caller by way of the result. */
  private boolean leaves() {
    return t.frameless && t.code.handlerAt(t.pc) < 0;
  }

  private void thrown(Value place) {
    if (place == null) {
      t.out.call(
          Names.PASSING, "thrown", MethodTypeDesc.of(ConstantDescs.CD_Throwable, VALUE));
    } else {
      t.load(place, Kind.REFERENCE);
      t.out.generic("again", ConstantDescs.CD_Throwable, Translation.OBJECT, Translation.OBJECT);
    }
    t.out.op(Opcode.ATHROW);
  }

  private void load(Site site) {
    t.out.load(Kind.REFERENCE, site.value);
    t.out.cast(VALUE);
  }

  /** Raises what a callee left, if the result on the JVM's stack, alone, may stand for that. */
  void passing(Kind result) {
    Label fine = t.out.label();
    switch (result) {
      case REFERENCE -> {
        t.out.op(Opcode.DUP);
        t.out.branch(Opcode.IFNONNULL, fine);
        t.out.op(Opcode.POP);
      }
      case LONG -> {
        t.out.op(Opcode.DUP2);
        t.out.constant(Passing.NO_LONG);
        t.out.op(Opcode.LCMP);
        t.out.branch(Opcode.IFNE, fine);
        unlessPassing(fine, Opcode.POP2);
      }
      case DOUBLE -> {
        t.out.op(Opcode.DUP2);
        t.out.op(Opcode.DUP2);
        t.out.op(Opcode.DCMPL);
        t.out.branch(Opcode.IFEQ, fine);
        unlessPassing(fine, Opcode.POP2);
      }
      case TRUTH -> {
        t.out.op(Opcode.DUP);
        t.out.branch(Opcode.IFNE, fine);
        unlessPassing(fine, Opcode.POP);
      }
    }
    t.loadThread();
    t.out.call(Names.PASSING, "taken", MethodTypeDesc.of(VALUE, Names.THREAD));
    raise();
    t.out.bind(fine);
  }

  private void unlessPassing(Label fine, Opcode drop) {
    t.loadThread();
    t.out.field(Names.THREAD, "passing", VALUE);
    t.out.branch(Opcode.IFNULL, fine);
    t.out.op(drop);
  }

  /** Returns what stands for no result. */
  static void giveNothing(Translation t, Emitter out) {
    switch (t.result) {
      case LONG -> out.constant(Passing.NO_LONG);
      case DOUBLE -> out.constant(Double.NaN);
      default -> out.nothing(t.result);
    }
    out.give(t.result);
  }

  /** Writes the ways from all places. */
  void write() {
    for (Site site : sites) {
      t.out.bind(site.label);
      t.variables.endBlock();
      t.pc = site.pc;
      if (site.handler != null) {
        toHandler(site);
      } else if (t.opens) {
        close(site);
      } else {
        leave(site);
      }
    }
  }

  private void toHandler(Site site) {
    Catches.Catch made = site.handler;
    t.state = made.from().copy();
    t.frameAccess.flush();
    if (site.place == null) {
      load(site);
    }
    t.loadThread();
    t.frameAccess.load();
    t.catches.loadDepth();
    t.out.number(site.pc);
    if (site.place == null) {
      t.out.number(t.code.lineAt(site.pc));
      t.out.call(
          Names.PASSING, "caught",
          MethodTypeDesc.of(VOID, VALUE, Names.THREAD, Names.FRAME, INT, INT, INT));
    } else {
      t.out.call(
          Names.PASSING, "caughtAgain",
          MethodTypeDesc.of(VOID, Names.THREAD, Names.FRAME, INT, INT));
    }
    if (made.lasti()) {
      boolean here = site.place == null || site.place == Value.NULL;
      t.push(here ? new Value.Constant(PyLong.of(site.pc)) : site.place);
    }
    t.push(new Value.Variable(Kind.REFERENCE, site.value, null));
    t.move(t.state, t.start(made.handler()));
    t.out.jump(t.label(made.handler()));
  }

  private void close(Site site) {
    t.state = site.from.copy();
    t.state.stack.clear();
    t.frameAccess.flush();
    t.frameAccess.load();
    load(site);
    t.loadThread();
    t.out.number(site.pc);
    boolean again = site.place != null;
    if (again) {
      t.load(site.place, Kind.REFERENCE);
    } else {
      t.out.number(t.code.lineAt(site.pc));
    }
    t.out.load(Kind.TRUTH, t.depthVariable);
    t.out.call(
        Names.PASSING, again ? "closeAgain" : "close",
        MethodTypeDesc.of(
            VOID, Names.FRAME, VALUE, Names.THREAD, INT, again ? Translation.OBJECT : INT, INT));
    giveNothing(t, t.out);
  }

  /** Without a frame: one is made for the traceback. */
  private void leave(Site site) {
    t.state = site.from.copy();
    t.loadThread();
    t.loadObject(t.code, Names.CODE);
    t.out.load(Kind.REFERENCE, t.ownerVariable);
    t.out.call(
        Names.PASSING, "frame",
        MethodTypeDesc.of(Names.FRAME, Names.THREAD, Names.CODE, Names.FUNCTION));
    t.out.op(Opcode.DUP);
    t.out.field(Names.FRAME, "slots", Names.OBJECTS);
    for (int i = 0; i < t.state.locals.length; i++) {
      Value value = t.state.locals[i];
      if (value != Value.DEAD && value != Value.NULL) {
        t.out.op(Opcode.DUP);
        t.out.number(i);
        t.load(value, Kind.REFERENCE);
        t.out.op(Opcode.AASTORE);
      }
    }
    t.out.op(Opcode.POP);
    load(site);
    t.loadThread();
    t.out.number(site.pc);
    t.out.number(t.code.lineAt(site.pc));
    t.out.call(
        Names.PASSING, "leave",
        MethodTypeDesc.of(VOID, Names.FRAME, VALUE, Names.THREAD, INT, INT));
    giveNothing(t, t.out);
  }
}

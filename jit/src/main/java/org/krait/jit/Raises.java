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
   * @param passing the kind of the callee's result on the JVM's stack; null where the exception lies there
   * @param value the variable for the exception
   * @param place where it was raised first, {@link Value#NULL} for here; null where it is not raised again
   */
  private record Site(
      Label label, State from, int pc, Exits.Group group, Catches.Catch handler, Kind passing,
      int value, Value place) {}

  private final Translation t;
  private final List<Site> sites = new ArrayList<>();

  Raises(Translation t) {
    this.t = t;
  }

  /** Raises the exception that lies on the JVM's stack, alone, at the present instruction. */
  void raise() {
    raise(null);
  }

  /** The same for one that is raised again; see {@link Site#place}. */
  void raise(Value place) {
    t.out.jump(site(null, place).label);
  }

  private Site site(Kind passing, Value place) {
    Site site =
        new Site(
            t.out.label(), t.state.copy(), t.pc, t.group, t.catches.at(t.safepoints.raising()), passing,
            t.variables.temporary(Kind.REFERENCE), place);
    sites.add(site);
    return site;
  }

  /** Raises what a callee left, if the result on the JVM's stack, alone, may stand for that. */
  void passing(Kind result) {
    Site site = site(result, null);
    if (result == Kind.REFERENCE) {
      t.out.op(Opcode.DUP);
      t.out.branch(Opcode.IFNULL, site.label);
      return;
    }
    t.out.op(result == Kind.TRUTH ? Opcode.DUP : Opcode.DUP2);
    t.loadThread();
    t.out.call(
        Names.PASSING, "isNone", MethodTypeDesc.of(Translation.TRUTH, result.desc, Names.THREAD));
    t.out.branch(Opcode.IFNE, site.label);
  }

  /** Raises what a generator left, if the result on the JVM's stack, alone, is null for that, not for its end. */
  void passingOrEnd() {
    Site site = site(Kind.REFERENCE, null);
    Label some = t.out.label();
    t.out.op(Opcode.DUP);
    t.out.branch(Opcode.IFNONNULL, some);
    t.loadThread();
    t.out.call(Names.PASSING, "isPassing", MethodTypeDesc.of(Translation.TRUTH, Names.THREAD));
    t.out.branch(Opcode.IFNE, site.label);
    t.out.bind(some);
  }

  /** The same for {@code __next__}, whose StopIteration is no exception here but jumps to a label. */
  void passing(Kind result, Label ended) {
    boolean wide = result == Kind.LONG || result == Kind.DOUBLE;
    Site site = site(result, null);
    Label some = t.out.label();
    t.out.op(wide ? Opcode.DUP2 : Opcode.DUP);
    if (result == Kind.REFERENCE) {
      t.out.branch(Opcode.IFNONNULL, some);
    } else {
      t.loadThread();
      t.out.call(
          Names.PASSING, "isNone", MethodTypeDesc.of(Translation.TRUTH, result.desc, Names.THREAD));
      t.out.branch(Opcode.IFEQ, some);
    }
    t.loadThread();
    t.out.call(Names.PASSING, "isEnd", MethodTypeDesc.of(Translation.TRUTH, Names.THREAD));
    t.out.branch(Opcode.IFEQ, site.label);
    t.out.op(wide ? Opcode.POP2 : Opcode.POP);
    t.out.jump(ended);
    t.out.bind(some);
  }

  /** Returns what stands for no result. */
  void giveNothing() {
    switch (t.result) {
      case LONG -> t.out.constant(Passing.NO_LONG);
      case DOUBLE -> t.out.constant(Double.NaN);
      default -> t.out.nothing(t.result);
    }
    t.body.give(t.result);
  }

  /** Writes the ways from all places. */
  void write() {
    for (Site site : sites) {
      t.out.bind(site.label);
      t.variables.endBlock();
      t.pc = site.pc;
      take(site);
      if (site.handler != null) {
        throwIfWatched(site);
        toHandler(site);
      } else if (t.frameless && t.code.handlerAt(site.pc) < 0) {
        leave(site);
      } else if (t.frameless && t.code.isOnlyStopHandled(site.pc)) {
        leaveCoroutine(site);
      } else {
        throwIt(site);
      }
    }
  }

  /** From the JVM's stack, or from where a callee left it, to the variable. */
  private void take(Site site) {
    if (site.passing != null) {
      boolean wide = site.passing == Kind.LONG || site.passing == Kind.DOUBLE;
      t.out.op(wide ? Opcode.POP2 : Opcode.POP);
      t.loadThread();
      t.out.call(Names.PASSING, "taken", MethodTypeDesc.of(VALUE, Names.THREAD));
    }
    t.out.store(Kind.REFERENCE, site.value);
  }

  private void throwIfWatched(Site site) {
    Label unwatched = t.out.label();
    t.loadThread();
    t.out.call(Names.PASSING, "isWatched", MethodTypeDesc.of(Translation.TRUTH, Names.THREAD));
    t.out.branch(Opcode.IFEQ, unwatched);
    throwIt(site);
    t.out.bind(unwatched);
  }

  /** Throws it to the handler of the group, which has its exit. */
  private void throwIt(Site site) {
    load(site);
    if (site.place == null) {
      t.out.call(
          Names.PASSING, "thrown", MethodTypeDesc.of(ConstantDescs.CD_Throwable, VALUE));
    } else {
      t.load(site.place, Kind.REFERENCE);
      t.out.generic("again", ConstantDescs.CD_Throwable, Translation.OBJECT, Translation.OBJECT);
    }
    Label from = t.out.label();
    t.out.bind(from);
    t.out.op(Opcode.ATHROW);
    Label to = t.out.label();
    t.out.bind(to);
    t.body.ranges.add(new Body.Range(site.group, from, to));
  }

  private void load(Site site) {
    t.out.load(Kind.REFERENCE, site.value);
    t.out.cast(VALUE);
  }

  private void toHandler(Site site) {
    Catches.Catch made = site.handler;
    t.state = made.from().copy();
    t.frameAccess.show();
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
    t.body.moves.move(t.state, t.start(made.handler()));
    t.out.jump(t.label(made.handler()));
  }

  /** The only handler is that for StopIteration, which must not leave a coroutine. */
  private void leaveCoroutine(Site site) {
    Label other = t.out.label();
    t.out.load(Kind.REFERENCE, site.value);
    t.out.call(Names.AWAITED, "isStop", MethodTypeDesc.of(Translation.TRUTH, Translation.OBJECT));
    t.out.branch(Opcode.IFEQ, other);
    throwIt(site);
    t.out.bind(other);
    leave(site);
  }

  /** To the caller, by a method that sees to the frame, so that this one stays small. */
  private void leave(Site site) {
    List<Leaving.Local> locals = new ArrayList<>();
    for (int i = 0; i < site.from.locals.length; i++) {
      Value value = site.from.locals[i];
      if (value != Value.DEAD && (t.opens ? site.from.dirty[i] : value != Value.NULL)) {
        locals.add(Leaving.Local.of(i, value));
      }
    }
    Leaving leaving = t.leavings.of(t.opens, t.opens && site.from.opened, site.place != null, locals);
    t.loadThread();
    t.out.load(Kind.REFERENCE, t.ownerVariable);
    if (t.opens) {
      t.frameAccess.load();
      t.out.load(Kind.TRUTH, t.depthVariable);
    }
    load(site);
    t.out.number(site.pc);
    if (site.place != null) {
      t.load(site.place, Kind.REFERENCE);
    }
    for (Leaving.Local local : locals) {
      if (local.kind() != null) {
        t.load(site.from.locals[local.place()], local.kind());
      }
    }
    t.out.call(t.self, leaving.name(), leaving.type());
    giveNothing();
  }
}

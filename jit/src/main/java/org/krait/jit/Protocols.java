package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.Assumption;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;

/**
 * {@code with}, {@code await} and {@code async for} over instances of programs' classes: direct calls of
 * {@code __enter__}, {@code __await__}, {@code __anext__} and their kin.
 */
final class Protocols {
  private final Translation t;
  private final CallSites calls;

  Protocols(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
  }

  /** The class of the instances that the present instruction has met, if it was always one. */
  private PyType seen() {
    t.safepoints.ensure();
    return !t.seen.distrusted()
            && t.seen.cache() instanceof PyType type
            && type.layout() == ObjectType.TYPE.layout()
        ? type
        : null;
  }

  /** The method that a class has and will have under a special name; or null. */
  private PyFunction method(PyType type, int special) {
    PyStr name = Special.name(special);
    Assumption unchanged = type.unchanged(name);
    return type.lookup(name) instanceof PyFunction function && t.assume(unchanged)
        ? function
        : null;
  }

  private void checkType(Value value, PyType type) {
    t.load(value, Kind.REFERENCE);
    t.loadObject(type, Names.TYPE);
    t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
  }

  private static boolean makes(PyCode code, int kind) {
    return code.creation() >= 0
        && (code.flags & (CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR
            | CodeFlags.ITERABLE_COROUTINE)) == kind;
  }

  /** {@code BEFORE_WITH} and {@code BEFORE_ASYNC_WITH}: the bound {@code __exit__}, then what was entered. */
  boolean enter(boolean async) {
    PyType type = seen();
    PyFunction enter = type == null ? null : method(type, async ? Special.AENTER : Special.ENTER);
    PyFunction exit = enter == null ? null : method(type, async ? Special.AEXIT : Special.EXIT);
    if (exit == null || !calls.isDirect(enter)) {
      return false;
    }
    t.settle();
    Value manager = t.top(1);
    checkType(manager, type);
    t.loadObject(exit, Translation.OBJECT);
    t.load(manager, Kind.REFERENCE);
    t.out.guarded("boundMethod", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    int bound = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, bound);
    if (calls.enter(enter, manager, bound)) {
      return true;
    }
    Value entered = t.pop();
    t.push(new Value.Variable(Kind.REFERENCE, bound, null));
    t.push(entered);
    return true;
  }

  /** {@code WITH_EXCEPT_START}: calls the bound {@code __exit__} with the exception on top. */
  boolean exit() {
    t.safepoints.ensure();
    if (t.seen.distrusted() || !(t.seen.cache() instanceof PyFunction function)
        || !calls.isDirect(function)) {
      return false;
    }
    t.settle();
    int self = self(t.top(4), function);
    Value exception = t.top(1);
    int type = t.variables.temporary(Kind.REFERENCE);
    t.load(exception, Kind.REFERENCE);
    t.out.guarded("typeOf", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, type);
    int traceback = t.variables.temporary(Kind.REFERENCE);
    t.load(exception, Kind.REFERENCE);
    t.out.guarded("tracebackOf", Translation.OBJECT, Translation.OBJECT);
    t.out.store(Kind.REFERENCE, traceback);
    return calls.direct(
        function,
        List.of(
            new Value.Variable(Kind.REFERENCE, self, null),
            new Value.Variable(Kind.REFERENCE, type, null),
            exception,
            new Value.Variable(Kind.REFERENCE, traceback, null)),
        0);
  }

  /** What a function is bound to, in a variable; leaves where the callee is not such a method. */
  int self(Value callee, PyFunction function) {
    t.load(callee, Kind.REFERENCE);
    t.loadObject(function, Names.FUNCTION);
    t.out.guarded("boundSelf", Translation.OBJECT, Translation.OBJECT, Names.FUNCTION);
    int self = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, self);
    return self;
  }

  /** {@code GET_AWAITABLE} of an instance whose {@code __await__} is a generator function. */
  boolean awaitable() {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.AWAIT);
    if (function == null || !makes(function.code(), CodeFlags.GENERATOR)) {
      return false;
    }
    t.settle();
    Value value = t.top(1);
    checkType(value, type);
    return calls.direct(function, List.of(value), 1);
  }

  /** {@code GET_ANEXT} of an instance whose {@code __anext__} is a coroutine function. */
  boolean asyncNext() {
    PyType type = seen();
    PyFunction function = type == null ? null : method(type, Special.ANEXT);
    if (function == null || !makes(function.code(), CodeFlags.COROUTINE)) {
      return false;
    }
    t.settle();
    Value iterator = t.top(1);
    checkType(iterator, type);
    return calls.directAwaited(function, List.of(iterator), 0);
  }

  /** {@code send} of a generator or coroutine, whose end is a StopIteration that is raised here. */
  void send(CallSites.Site site) {
    t.beforeAnything(site.taken());
    t.operands(site.taken());
    int receiver = t.variables.temporary(Kind.REFERENCE);
    t.load(site.args().get(0), Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, receiver);
    t.out.load(Kind.REFERENCE, receiver);
    t.load(site.args().get(1), Kind.REFERENCE);
    t.loadThread();
    t.out.guarded("sent", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Names.THREAD);
    t.body.raises.passingOrEnd();
    Label some = t.out.label();
    t.out.op(Opcode.DUP);
    t.out.branch(Opcode.IFNONNULL, some);
    t.out.op(Opcode.POP);
    t.out.load(Kind.REFERENCE, receiver);
    t.out.guarded("stopped", Names.EXCEPTION, Translation.OBJECT);
    t.body.raises.raise();
    t.out.bind(some);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  /** {@code throw} of a generator or coroutine with an exception alone; its end is raised here too. */
  void raiseIn(CallSites.Site site) {
    t.beforeAnything(site.taken());
    t.operands(site.taken());
    t.load(site.args().get(0), Kind.REFERENCE);
    t.load(site.args().get(1), Kind.REFERENCE);
    t.loadThread();
    t.out.guarded("raisedIn", Names.OBJECT, Names.OBJECT, Names.OBJECT, Names.THREAD);
    t.body.raises.passing(Kind.REFERENCE);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  /** Whether what was just pushed is awaited at once: the next instructions send None to it. */
  static boolean isSentNone(Translation t) {
    return t.flow.op(t.next) == Opcodes.LOAD_CONST
        && t.flow.op(t.flow.after(t.next)) == Opcodes.SEND;
  }
}

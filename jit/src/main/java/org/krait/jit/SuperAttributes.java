package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.execution.AttributeCache;
import org.krait.runtime.execution.SuperAttribute;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PySuper;

/** {@code LOAD_SUPER_ATTR}: the method behind a class, by the types of {@code self} that were seen. */
final class SuperAttributes {
  private final Translation t;

  private final OtherInstructions others;

  SuperAttributes(Translation t, OtherInstructions others) {
    this.t = t;
    this.others = others;
  }

  /** Of {@code super}, class and self. */
  void load(int arg) {
    boolean forCall = (arg & 1) != 0;
    t.safepoints.ensure();
    Object cache = t.seen.cache();
    if (cache instanceof SuperAttribute.Found found
        && (forCall || areFunctions(found))
        && t.seen.trusts(AttributeCache.alternatives(cache))
        && t.top(3) instanceof Value.Constant(var callee)
        && callee == PySuper.TYPE
        && assume(found, t.code.names[arg >> 2])) {
      method(found);
      if (!forCall) {
        bind();
      }
    } else if (forCall) {
      // The plain form, so that what is found is bound: the place below stays empty.
      t.beforeAnything(3);
      others.interpret(Opcodes.LOAD_SUPER_ATTR, arg & ~1, 3, 1, 0);
      Value attribute = t.pop();
      t.push(Value.NULL);
      t.push(attribute);
    } else {
      others.interpret(Opcodes.LOAD_SUPER_ATTR, arg, 3, 1, 0);
    }
  }

  private static boolean areFunctions(SuperAttribute.Found first) {
    SuperAttribute.Found found = first;
    while (found != null && found.function() instanceof PyFunction) {
      found = found.next();
    }
    return found == null;
  }

  /** Makes one value of a function and its first argument. */
  private void bind() {
    Value[] v = t.operands(2);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    t.out.guarded("boundMethod", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, null);
  }

  /** What is found stays so while no class in the type's order has the name changed. */
  private boolean assume(SuperAttribute.Found first, PyStr name) {
    for (SuperAttribute.Found found = first; found != null; found = found.next()) {
      if (found.cls() != first.cls()
          || found.version() != found.type().version()
              && PySuper.lookup(found.cls(), found.type(), name) != found.function()
          || !t.assume(found.type().unchanged(name))) {
        return false;
      }
    }
    return true;
  }

  private void method(SuperAttribute.Found first) {
    t.settle();
    Value self = t.pop();
    Value cls = t.pop();
    t.pop();
    t.load(cls, Kind.REFERENCE);
    t.loadObject(first.cls(), Translation.OBJECT);
    t.out.guarded("checkSame", Translation.VOID, Translation.OBJECT, Translation.OBJECT);
    boolean one = true;
    for (SuperAttribute.Found found = first; found != null; found = found.next()) {
      one &= found.function() == first.function();
    }
    if (one) {
      checkOneOf(self, first);
      t.push(new Value.Constant(first.function()));
    } else {
      t.push(select(self, first));
    }
    t.push(self);
  }

  private void checkOneOf(Value self, SuperAttribute.Found first) {
    Label known = t.out.label();
    for (SuperAttribute.Found found = first; found != null; found = found.next()) {
      check(self, found, known, Opcode.IFNE);
    }
    t.out.bind(known);
  }

  /** Compares the type; the last one has to be it. */
  private void check(Value self, SuperAttribute.Found found, Label target, Opcode jumps) {
    t.load(self, Kind.REFERENCE);
    t.loadObject(found.type(), Names.TYPE);
    if (found.next() == null) {
      t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
    } else {
      t.out.guarded("hasType", Translation.TRUTH, Translation.OBJECT, Names.TYPE);
      t.out.branch(jumps, target);
    }
  }

  private Value select(Value self, SuperAttribute.Found first) {
    int callee = t.variables.temporary(Kind.REFERENCE);
    List<PyFunction> functions = new ArrayList<>();
    boolean all = true;
    Label end = t.out.label();
    for (SuperAttribute.Found found = first; found != null; found = found.next()) {
      Label other = t.out.label();
      check(self, found, other, Opcode.IFEQ);
      t.loadObject(found.function(), Translation.OBJECT);
      t.out.store(Kind.REFERENCE, callee);
      if (found.next() != null) {
        t.out.jump(end);
        t.out.bind(other);
      }
      if (found.function() instanceof PyFunction function) {
        functions.add(function);
      } else {
        all = false;
      }
    }
    t.out.bind(end);
    if (all) {
      t.candidates.put(callee, functions);
    }
    return new Value.Variable(Kind.REFERENCE, callee, null);
  }
}

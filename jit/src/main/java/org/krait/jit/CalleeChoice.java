package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;
import org.krait.runtime.Shape;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyFunction;

/** Calls at places that call one of several things: a compare for each, and its own call. */
final class CalleeChoice {
  private final Translation t;
  private final CallSites calls;

  CalleeChoice(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
  }

  /**
   * One of the things that may be called.
   *
   * @param key the function whose identity is compared, the code of a closure, the function of a bound method, or
   *     another object that is called as itself
   * @param function null for closures and other objects
   * @param linkage null for other objects
   */
  private record Choice(
      Test test, Object key, PyFunction function, Linkage linkage, List<Binding.Argument> bound) {}

  private enum Test {
    SAME,
    CODE,
    BOUND
  }

  /** A method that several classes have each for itself, found by its shape; false when that cannot be direct. */
  boolean methods(CallSites.Site site, List<PyFunction> functions) {
    List<Choice> choices = new ArrayList<>();
    for (PyFunction function : functions) {
      Choice choice = of(Test.SAME, function, site);
      if (choice == null) {
        return false;
      }
      choices.add(choice);
    }
    write(site, choices, choices.stream().anyMatch(choice -> choice.linkage.looks()), false);
    return true;
  }

  /**
   * What the profile of a call has seen; false when none of it can be called directly. Once something else was called
   * too often, these keep their direct calls beside the general one.
   */
  boolean callees(CallSites.Site site, Object... seen) {
    if (!t.seen.trusts(seen.length) && t.seen.isHopeless()) {
      return false;
    }
    List<Choice> choices = new ArrayList<>();
    boolean isDirect = false;
    boolean looks = t.seen.distrusted();
    for (Object each : seen) {
      Choice choice = of(each, site);
      if (choice == null) {
        looks = true;
        continue;
      }
      choices.add(choice);
      isDirect |= choice.linkage != null;
      looks |= looks(choice, site);
    }
    if (!isDirect) {
      return false;
    }
    write(site, choices, looks, looks);
    return true;
  }

  /** Whether it is a builtin function that runs no Python code. */
  private boolean isNative(Choice choice, CallSites.Site site) {
    return choice.key instanceof PyBuiltinFunction function
        && site.names() == null
        && site.args().size() <= 3
        && !t.seen.distrusted()
        && NativeCalls.fits(NativeCalls.arguments(function), site.args(), 0);
  }

  private Choice of(Object seen, CallSites.Site site) {
    if (seen instanceof PyFunction method) {
      return of(Test.BOUND, method, site);
    }
    if (seen instanceof PyCode code) {
      return closure(code, site);
    }
    if (seen instanceof Shape || site.isMethod() || !(seen instanceof PyObject object)) {
      return null;
    }
    return new Choice(Test.SAME, object, null, null, null);
  }

  private Choice of(Test test, PyFunction function, CallSites.Site site) {
    Linkage linkage = calls.linkage(function.code(), function);
    // Only the number of arguments matters here.
    CallSites.Site given = test == Test.BOUND ? site.with(Value.NULL) : site;
    List<Binding.Argument> bound = calls.bind(linkage, function, given);
    return bound == null || !t.assume(function.unchanged())
        ? null
        : new Choice(test, function, function, linkage, bound);
  }

  private Choice closure(PyCode code, CallSites.Site site) {
    Linkage linkage = calls.linkage(code, null);
    List<Binding.Argument> bound = linkage == null ? null : calls.bind(linkage, code, null, site);
    return bound == null ? null : new Choice(Test.CODE, code, null, linkage, bound);
  }

  /**
   * @param looks whether anything may look at frames
   * @param isOpen whether something else may be called too
   */
  private void write(CallSites.Site site, List<Choice> choices, boolean looks, boolean isOpen) {
    // Where only what else is called looks at frames, the frame is made right on that way alone.
    boolean isLate = isOpen && choices.stream().noneMatch(choice -> looks(choice, site));
    calls.before(site, looks && !isLate);
    calls.take(site);
    Kind kind = isOpen ? Kind.REFERENCE : common(choices);
    Label end = t.out.label();
    for (Choice choice : choices) {
      Label other = t.out.label();
      test(site, choice, other);
      call(site, choice, kind);
      t.out.jump(end);
      t.out.bind(other);
    }
    if (isLate) {
      State before = t.state.copy();
      t.showAll();
      calls.callGenerally(site, null);
      t.state = before;
    } else if (isOpen) {
      calls.callGenerally(site, null);
    } else {
      t.fail();
    }
    t.out.bind(end);
    calls.after(looks);
    t.pushed(kind, null);
  }

  private boolean looks(Choice choice, CallSites.Site site) {
    return choice.linkage == null ? !isNative(choice, site) : choice.linkage.looks();
  }

  /** The kind of all results. */
  private static Kind common(List<Choice> choices) {
    Kind kind = null;
    for (Choice choice : choices) {
      Kind result = choice.linkage == null ? Kind.REFERENCE : choice.linkage.result();
      kind = kind == null || kind == result ? result : Kind.REFERENCE;
    }
    return kind;
  }

  private void test(CallSites.Site site, Choice choice, Label other) {
    switch (choice.test) {
      case SAME -> {
        t.load(site.callee(), Kind.REFERENCE);
        t.loadObject(choice.key, Translation.OBJECT);
        t.out.branch(Opcode.IF_ACMPNE, other);
        return;
      }
      case CODE -> {
        calls.loadChecked(site.callee(), (PyCode) choice.key, choice.linkage);
        t.out.guarded("isFunctionOf", Translation.TRUTH, Translation.OBJECT, Names.CODE, Names.DICT);
      }
      case BOUND -> {
        t.load(site.callee(), Kind.REFERENCE);
        t.loadObject(choice.key, Names.FUNCTION);
        t.out.guarded("isBound", Translation.TRUTH, Translation.OBJECT, Names.FUNCTION);
      }
    }
    t.out.branch(Opcode.IFEQ, other);
  }

  private void call(CallSites.Site site, Choice choice, Kind kind) {
    if (choice.linkage == null) {
      if (isNative(choice, site)) {
        BuiltinCalls.callNative(t, site, (PyBuiltinFunction) choice.key);
      } else {
        calls.callGenerally(site, (PyObject) choice.key);
      }
      return;
    }
    List<Binding.Argument> bound = choice.bound;
    if (choice.test == Test.BOUND) {
      int self = calls.protocols().self(site.callee(), choice.function);
      Value first = new Value.Variable(Kind.REFERENCE, self, null);
      bound = calls.bind(choice.linkage, choice.function, site.with(first));
    }
    Value closure = choice.test == Test.CODE ? site.callee() : null;
    calls.loadCall(choice.linkage, choice.function, closure, bound);
    calls.call(choice.linkage);
    t.convert(choice.linkage.result(), kind);
  }
}

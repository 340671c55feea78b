package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.Profile;

/** {@code CALL_FUNCTION_EX}: null, the callee, a tuple, and with bit 0 of the operand a mapping. */
final class StarredCalls {
  /** Of what a place calls, so many get calls of their own. */
  private static final int MOST = 6;

  private final Translation t;
  private final CallSites calls;

  StarredCalls(Translation t, CallSites calls) {
    this.t = t;
    this.calls = calls;
  }

  /** What is called, and with what. */
  private record Site(Value callee, Value arguments, Value mapping, int taken) {}

  /** Code that is called, and how. */
  private record Choice(PyCode code, Linkage linkage) {}

  void call(int arg) {
    t.settle();
    boolean named = (arg & 1) != 0;
    int taken = named ? 4 : 3;
    Site site = new Site(t.top(taken - 1), t.top(taken - 2), named ? t.top(1) : Value.NULL, taken);
    t.safepoints.ensure();
    Object seen = t.seen.cache();
    List<Choice> choices = t.seen.isHopeless() ? List.of() : choices(seen);
    if (seen instanceof PyCode && !choices.isEmpty() && !t.seen.distrusted()) {
      only(site, choices.getFirst());
    } else {
      oneOf(site, choices);
    }
  }

  private List<Choice> choices(Object seen) {
    List<Choice> choices = new ArrayList<>();
    for (Object each : seen instanceof Profile.Callees several ? several.seen() : new Object[] {seen}) {
      Linkage linkage = each instanceof PyCode code && code != t.code ? calls.linkage(code, null) : null;
      if (linkage != null && choices.size() < MOST) {
        choices.add(new Choice((PyCode) each, linkage));
      }
    }
    return choices;
  }

  private void only(Site site, Choice choice) {
    Linkage linkage = choice.linkage;
    calls.checkFunction(site.callee, choice.code, linkage);
    if (linkage.looks()) {
      t.beforeAnything(site.taken);
    } else {
      t.safepoints.own(site.taken);
    }
    List<Binding.Argument> bound = bind(site, choice);
    t.operands(site.taken);
    calls.loadCall(linkage, null, site.callee, bound);
    calls.callForResult(linkage);
    calls.after(linkage.looks());
    t.pushed(linkage.result(), null);
  }

  /** A compare for each that is known, and its own call; else the general one. */
  private void oneOf(Site site, List<Choice> choices) {
    t.beforeAnything(site.taken);
    t.operands(site.taken);
    Label end = t.out.label();
    for (Choice choice : choices) {
      Label other = t.out.label();
      calls.loadChecked(site.callee, choice.code, choice.linkage);
      t.out.guarded("isFunctionOf", Translation.TRUTH, Translation.OBJECT, Names.CODE, Names.DICT);
      t.out.branch(Opcode.IFEQ, other);
      calls.loadCall(choice.linkage, null, site.callee, bind(site, choice));
      calls.call(choice.linkage);
      t.convert(choice.linkage.result(), Kind.REFERENCE);
      t.out.jump(end);
      t.out.bind(other);
    }
    t.frameAccess.load();
    t.load(site.callee, Kind.REFERENCE);
    t.load(site.arguments, Kind.REFERENCE);
    t.load(site.mapping, Kind.REFERENCE);
    t.out.generic(
        "callStarred", Translation.OBJECT, Names.FRAME, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.out.bind(end);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  /** The arguments in the order of the parameters, in variables. */
  private List<Binding.Argument> bind(Site site, Choice choice) {
    t.load(site.callee, Kind.REFERENCE);
    t.load(site.arguments, Kind.REFERENCE);
    t.load(site.mapping, Kind.REFERENCE);
    t.out.guarded("starred", Names.OBJECTS, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    List<Binding.Argument> bound = new ArrayList<>();
    for (Value part : ItemAccess.parts(t, choice.code.parameterCount)) {
      bound.add(new Binding.Given(part));
    }
    return bound;
  }
}

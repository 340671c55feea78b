package org.krait.jit;

import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.krait.runtime.execution.CompiledCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyDict;

/**
 * Functions that call each other and need no frame. What the first of them calls is translated before it is known whether
 * that one gets by without a frame, and calls it meanwhile by a class that is made when it does. Until then these units wait;
 * where it needs a frame they are dropped, because whoever calls it needs one too.
 */
final class MutualRecursion {
  /** How often code that has opened a frame for another's sake is tried once more. */
  private static final int MOST_TRIALS = 3;

  /** How far back the reasons for frames are followed. */
  private static final int FARTHEST = 8;

  private static final String METHOD = "call";

  /** A function whose translation without a frame is under way. */
  static final class Attempt {
    final PyCode code;
    final PyDict globals;
    final Kind[] parameters;

    /** The class by which the others call it. */
    final ClassDesc bridge;

    /** What their loaders find. */
    private final List<Map<String, Class<?>>> callers = new ArrayList<>();

    private Attempt(PyCode code, PyDict globals, Kind[] parameters, ClassDesc bridge) {
      this.code = code;
      this.globals = globals;
      this.parameters = parameters;
      this.bridge = bridge;
    }
  }

  /**
   * A unit that is not put to use yet.
   *
   * @param needs those that it is built on, whose translation is under way
   * @param use puts it to use
   */
  private record Waiting(CompiledCode unit, Set<Attempt> needs, Runnable use) {}

  private final Deque<Attempt> attempts = new ArrayDeque<>();
  private final Map<PyCode, Waiting> waiting = new LinkedHashMap<>();

  /** By code that opens a frame, the callee for whose sake it did so first. */
  private final Map<PyCode, WeakReference<PyCode>> reasons = new WeakHashMap<>();

  private final Map<PyCode, Integer> trials = new WeakHashMap<>();

  Attempt begin(PyCode code, PyDict globals, Kind[] parameters, ClassDesc bridge) {
    Attempt attempt = new Attempt(code, globals, parameters, bridge);
    attempts.push(attempt);
    return attempt;
  }

  /** How to call a function whose translation is under way; null where it is not, or has other globals. */
  Linkage linkage(PyCode code, PyDict globals, Translation caller) {
    Attempt attempt = attempt(code);
    if (attempt == null || attempt.globals != globals || !isWithoutFrame(caller)
        || code.compiled != null && code.compiled.globals != globals) {
      return null;
    }
    caller.needs.add(attempt);
    attempt.callers.add(caller.linked);
    return new Linkage(attempt.bridge, METHOD, attempt.parameters, Kind.REFERENCE, false, null);
  }

  static boolean isWithoutFrame(Translation caller) {
    return caller.frameless && !caller.opens;
  }

  private Attempt attempt(PyCode code) {
    for (Attempt each : attempts) {
      if (each.code == code) {
        return each;
      }
    }
    return null;
  }

  /** The globals of functions of a code object that is not put to use yet; or null. */
  PyDict globalsOf(PyCode code) {
    Attempt attempt = attempt(code);
    Waiting unit = waiting.get(code);
    return attempt != null ? attempt.globals : unit != null ? unit.unit.globals : null;
  }

  /** Whether there is a unit that is not put to use yet. */
  boolean isWaiting(PyCode code) {
    return waiting.containsKey(code);
  }

  /** Such a unit, for those that are put to use with it; null for others. */
  CompiledCode unit(PyCode code, Translation caller) {
    Waiting found = waiting.get(code);
    if (found == null || !isWithoutFrame(caller)) {
      return null;
    }
    caller.needs.addAll(found.needs);
    return found.unit;
  }

  /** Puts a unit to use, or keeps it until all that it is built on is there. */
  void use(CompiledCode unit, Translation t, Runnable use) {
    Set<Attempt> needs = new HashSet<>(t.needs);
    needs.removeIf(each -> each.code == t.code || !attempts.contains(each));
    Attempt own = isWithoutFrame(t) ? attempt(t.code) : null;
    if (own != null || !needs.isEmpty()) {
      waiting.put(t.code, new Waiting(unit, needs, use));
    } else {
      use.run();
    }
  }

  /** Ends an attempt: with a unit that has been given to {@link #use}, or without one. */
  void end(Attempt attempt, Linkage linkage, CompiledCode unit) {
    attempts.remove(attempt);
    if (unit == null) {
      drop(attempt);
    } else {
      keep(attempt, linkage, unit);
    }
  }

  private void drop(Attempt attempt) {
    waiting.remove(attempt.code);
    for (Waiting each : List.copyOf(waiting.values())) {
      if (each.needs.contains(attempt)) {
        waiting.remove(each.unit.code);
        each.unit.stale = true;
        each.unit.valid.invalidate();
      }
    }
  }

  private void keep(Attempt attempt, Linkage linkage, CompiledCode unit) {
    if (!attempt.callers.isEmpty()) {
      Class<?> bridge = bridge(attempt, linkage, unit.getClass());
      for (Map<String, Class<?>> linked : attempt.callers) {
        linked.put(bridge.getName(), bridge);
      }
    }
    Waiting own = waiting.get(attempt.code);
    for (Waiting each : List.copyOf(waiting.values())) {
      if (each.needs.remove(attempt)) {
        if (!unit.valid.add(each.unit)) {
          each.unit.broken();
        }
        each.needs.addAll(own.needs);
      }
    }
    for (Waiting each : List.copyOf(waiting.values())) {
      if (each.needs.isEmpty()) {
        waiting.remove(each.unit.code);
        each.use.run();
      }
    }
  }

  /** A class that calls a unit for objects. */
  private static Class<?> bridge(Attempt attempt, Linkage linkage, Class<?> unit) {
    MethodTypeDesc type = new Linkage(attempt.bridge, METHOD, attempt.parameters, Kind.REFERENCE, false, null).type();
    byte[] bytes =
        ClassFile.of()
            .build(
                attempt.bridge,
                c -> {
                  c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                  c.withMethodBody(
                      METHOD, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, b -> {
                        Emitter out = new Emitter(b);
                        b.aload(0).aload(1);
                        int slot = 2;
                        for (Kind kind : attempt.parameters) {
                          out.load(kind, slot);
                          slot += kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1;
                        }
                        out.call(linkage.owner(), linkage.method(), linkage.type());
                        if (linkage.result() != Kind.REFERENCE) {
                          box(out, linkage.result(), slot);
                        }
                        b.areturn();
                      });
                });
    Map<String, Class<?>> linked = new HashMap<>();
    linked.put(unit.getName(), unit);
    return new UnitLoader(new Object[0], linked).define(UnitWriter.binaryName(attempt.bridge), bytes);
  }

  private static void box(Emitter out, Kind kind, int slot) {
    Label some = out.label();
    Label done = out.label();
    out.store(kind, slot);
    out.load(kind, slot);
    out.load(Kind.REFERENCE, 0);
    out.call(
        Names.PASSING, "isNone", MethodTypeDesc.of(Translation.TRUTH, kind.desc, Names.THREAD));
    out.branch(java.lang.classfile.Opcode.IFEQ, some);
    out.nothing();
    out.jump(done);
    out.bind(some);
    out.load(kind, slot);
    out.guarded("box", Names.OBJECT, kind.desc);
    out.bind(done);
  }

  // ---- what was translated too early

  /** Says why code opens a frame: because it calls what may open one too, or with null for another reason. */
  void opens(PyCode code, PyCode callee) {
    if (callee == null) {
      reasons.remove(code);
    } else {
      reasons.put(code, new WeakReference<>(callee));
    }
  }

  /** Whether code that opens a frame is to be tried again, because it did so for the sake of what is under way. */
  boolean isWorthATrial(PyCode code, Translation caller) {
    if (!isWithoutFrame(caller) || trials.getOrDefault(code, 0) >= MOST_TRIALS) {
      return false;
    }
    PyCode reason = reason(code);
    for (int i = 0; i < FARTHEST && reason != null; i++) {
      if (attempt(reason) != null) {
        trials.merge(code, 1, Integer::sum);
        return true;
      }
      reason = reason(reason);
    }
    return false;
  }

  private PyCode reason(PyCode code) {
    WeakReference<PyCode> reason = reasons.get(code);
    return reason == null ? null : reason.get();
  }
}

package org.krait.jit;

import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.Assumption;
import org.krait.runtime.Concurrency;
import org.krait.runtime.execution.CallLink;
import org.krait.runtime.execution.CompiledCode;
import org.krait.runtime.execution.HotCode;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.execution.ResumeLink;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;

/**
 * The compiler of hot code: takes requests, translates on a thread of its own, installs what came out.
 *
 * <p>One for each interpreter. Requests for the same code are taken once; a failure to translate is
 * remembered, so that nobody asks again.
 */
public final class Jit implements HotCode {
  private static final int DEEPEST = 6;
  private static final int MOST_TRANSLATIONS = 100;

  /** How often a translation that fails is tried. */
  private static final int ATTEMPTS = 4;

  /**
   * What a millisecond of translating must be worth, in the heat of the code: code is translated once it has
   * run for about as long as that takes. With less, programs of a few seconds spend them on translations,
   * and on HotSpot's of these (docs/performance.md).
   */
  private static final int HEAT_PER_MILLISECOND = 3000;

  private static final int LEAST_HEAT = 4000;

  /** Code like it was hot before. */
  private static final int HEAT_OF_KNOWN = 1000;

  /** What a translation that had to wait for a core, or for classes, counts at most, in milliseconds. */
  private static final double MOST_COST = 20;

  /** Over how many translations their cost is averaged. */
  private static final int MEMORY = 10;

  /** For the count of exceptions caught: handlers make the code too large. */
  private static final int NEVER = Integer.MIN_VALUE / 2;

  /** Names that methods of generated classes have already. */
  private static final Set<String> TAKEN = Set.of("run", "enter", "exit", "call", "check", "broken", "resume", "step", "handle", "chained");

  private sealed interface Work {
    int heat();
  }

  private record Request(PyFrame frame, State sample, int head) implements Work {
    @Override
    public int heat() {
      return frame.code.heat.count();
    }
  }

  /** What is no code object: it takes little, so it comes first. */
  private record Other(String name, BooleanSupplier translation) implements Work {
    @Override
    public int heat() {
      return Integer.MAX_VALUE;
    }
  }

  private final LinkedBlockingQueue<Work> requests = new LinkedBlockingQueue<>();
  private final AtomicInteger serial = new AtomicInteger();
  private final boolean eager;
  private final boolean verbose;

  /** Whether machine code is to leave at any place, though nothing is wrong. */
  final boolean leaves;

  private final Map<CompiledCode, Linkage> linkages = new WeakHashMap<>();

  /** By callee, the units that would call it directly; weakly, because a unit holds what it calls. */
  private final Map<PyCode, List<WeakReference<CompiledCode>>> waiting = new WeakHashMap<>();
  private final Set<PyCode> underWay = new HashSet<>();
  private Thread worker;

  /** What a translation takes, in milliseconds: much at first, when the translator itself is cold. */
  private volatile double cost = MOST_COST;

  private final MutualRecursion mutual = new MutualRecursion();

  private final HotContents contents = new HotContents();

  /** To find the unit that goes wrong: no more than this many are made ({@code -Dkrait.jit.limit=N}). */
  private final int limit = Integer.getInteger("krait.jit.limit", Integer.MAX_VALUE);

  /** For the training run of the build, which is to do the same on any machine ({@code -Dkrait.jit.heat=N}); else 0. */
  private final int fixedHeat = Integer.getInteger("krait.jit.heat", 0);

  private int made;

  /** What a running generator holds at a loop's head, while it is translated for being resumed. */
  private State seed;

  private int seedBlock;
  private PyCode seedCode;

  /**
   * A compiler.
   *
   * @param eager whether to translate in the thread that asks, for tests
   * @param verbose whether to say on standard error what happens
   * @param leaves whether machine code is to leave at any place though nothing is wrong, for tests
   */
  public Jit(boolean eager, boolean verbose, boolean leaves) {
    this.eager = eager;
    this.verbose = verbose;
    this.leaves = leaves;
  }

  @Override
  public int warm() {
    return eager ? 20 : fixedHeat > 0 ? fixedHeat : Math.max(LEAST_HEAT, (int) (cost * HEAT_PER_MILLISECOND));
  }

  @Override
  public int warm(PyCode code) {
    int usual = warm();
    if (usual < HEAT_OF_KNOWN || fixedHeat > 0) {
      return usual;
    }
    // Not at once: most code never runs so often, and need not be looked at.
    return code.heat.count() < HEAT_OF_KNOWN || contents.contains(code.object()) ? HEAT_OF_KNOWN : usual;
  }

  @Override
  public int noting() {
    return eager ? 40 : 2200;
  }

  @Override
  public void request(PyFrame frame, int head) {
    if (frame.code.isInstrumented()) {
      return;
    }
    frame.code.heat.requested = true;
    ask(new Request(frame, head < 0 ? null : sample(frame, head), head));
  }

  @Override
  public void run(String name, BooleanSupplier translation) {
    ask(new Other(name, translation));
  }

  private void ask(Work request) {
    if (eager) {
      serve(request);
      return;
    }
    // Not the lock of translations: nobody is to wait for one.
    synchronized (requests) {
      if (worker == null) {
        Concurrency.readerAdded();
        worker = new Thread(this::work, "krait-jit");
        worker.setDaemon(true);
        worker.setPriority(Thread.NORM_PRIORITY + 1);
        worker.start();
      }
    }
    requests.add(request);
  }

  /** The first of those that are hottest. */
  private static Work hottest(List<Work> open) {
    Work hottest = open.getFirst();
    for (Work work : open) {
      hottest = work.heat() > hottest.heat() ? work : hottest;
    }
    return hottest;
  }

  private void work() {
    try {
      List<Work> open = new ArrayList<>();
      while (true) {
        if (open.isEmpty()) {
          open.add(requests.take());
        }
        requests.drainTo(open);
        Work hottest = hottest(open);
        // By identity: the JVM makes a record's equals at its first call.
        open.removeIf(work -> work == hottest);
        long started = System.nanoTime();
        serve(hottest);
        if (hottest instanceof Request) {
          cost += (Math.min(MOST_COST, (System.nanoTime() - started) / 1e6) - cost) / MEMORY;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Work work) {
    if (work instanceof Request request) {
      serve(request);
    } else if (work instanceof Other other) {
      serve(other);
    }
  }

  private void serve(Other other) {
    long started = System.nanoTime();
    try {
      boolean translated = other.translation.getAsBoolean();
      say("%s %s in %.1f ms", other.name, translated ? "translated" : "stays in the interpreter",
          (System.nanoTime() - started) / 1e6);
    } catch (RuntimeException | LinkageError failure) {
      say("%s stays in the interpreter: the translator failed: %s", other.name, failure);
      if (verbose) {
        failure.printStackTrace();
      }
    }
  }

  private void serve(Request request) {
    PyCode code = request.frame.code;
    try {
      translate(code, request.frame, request.sample, request.head);
    } finally {
      code.heat.requested = false;
    }
  }

  /** What a frame at the head of a loop holds, by kind: taken now, because the frame runs on. */
  private static State sample(PyFrame frame, int head) {
    return new Sample(frame, head).state();
  }

  // ---- translating

  private synchronized CompiledCode translate(
      PyCode code, PyFrame frame, State sample, int head) {
    if (!underWay.add(code)) {
      return null;
    }
    long started = System.nanoTime();
    try {
      if (++code.heat.translations > MOST_TRANSLATIONS) {
        throw new Refused("what it builds on keeps changing");
      }
      if (made >= limit) {
        throw new Refused("the limit of units is reached");
      }
      if (!code.qualname().toString().matches(System.getProperty("krait.jit.only", ".*"))) {
        code.heat.refused = "not to be translated";
        return null;
      }
      made++;
      contents.add(code.object());
      sayWhereItFailed(code);
      CompiledCode unit = translateSettled(code, frame, sample, head);
      if (unit == null) {
        return null;
      }
      say("%s%s %s in %.1f ms", code.qualname(), head < 0 ? "" : " (loop at " + code.lineAt(head) + ")",
          form(unit), (System.nanoTime() - started) / 1e6);
      return unit;
    } catch (Refused refusal) {
      code.heat.refused = refusal.getMessage();
      say("%s stays in the interpreter: %s", code.qualname(), refusal.getMessage());
      return null;
    } catch (RuntimeException | LinkageError failure) {
      code.heat.refused = "the translator failed: " + failure;
      if (verbose) {
        failure.printStackTrace();
      }
      return null;
    } finally {
      underWay.remove(code);
    }
  }

  /**
   * Translates again when that fails: what classes have may change between the passes, because the program
   * runs on, and the passes then disagree.
   */
  private CompiledCode translateSettled(PyCode code, PyFrame frame, State sample, int head) {
    for (int attempts = 1; ; attempts++) {
      try {
        return translateChecked(code, frame, sample, head);
      } catch (Refused refusal) {
        throw refusal;
      } catch (RuntimeException | LinkageError failure) {
        if (attempts == ATTEMPTS) {
          throw failure;
        }
        say("%s is translated again: %s", code.qualname(), failure.getClass().getName());
      }
    }
  }

  private String form(CompiledCode unit) {
    Linkage linkage = linkages.get(unit);
    return linkage == null ? "with a frame" : linkage.looks() ? "opening a frame" : "without a frame";
  }

  private void sayWhereItFailed(PyCode code) {
    byte[] failures = code.heat.failures;
    byte[] wrong = code.heat.wrong;
    if (verbose && failures != null) {
      for (int pc = 0; pc < failures.length; pc++) {
        if (failures[pc] + wrong[pc] > 0) {
          say("%s was left in line %d at %s (%d times) or soon behind it (%d)", code.qualname(),
              code.lineAt(pc), OpcodeTable.name(code.object().code()[2 * pc] & 0xff), wrong[pc],
              failures[pc]);
        }
      }
    }
  }

  private void say(String format, Object... args) {
    if (verbose) {
      System.err.println("jit: " + String.format(format, args));
    }
  }

  private CompiledCode translateChecked(
      PyCode code, PyFrame frame, State sample, int head) {
    boolean generator = code.isGenerator();
    Translation t = null;
    if (head < 0 && !generator && frame.function != null && code.isOptimized()) {
      CompiledCode unit = handles(code) ? null : withoutFrame(code, frame);
      if (unit != null) {
        return unit;
      }
      t = prepare(code, frame, null, -1, true, true, references(code), Kind.REFERENCE);
      t.analyze();
    } else {
      if (generator && code.compiled == null && head >= 0) {
        return translateResumed(code, frame, sample, head);
      }
      t = generator && head < 0 && mayBeQuiet(code) ? quiet(code, frame) : null;
      if (t == null) {
        t = prepare(code, frame, sample, head, false, false, new Kind[0], Kind.REFERENCE);
        t.analyze();
      }
    }
    CompiledCode unit = finish(t, code, frame, sample, head);
    if (t.resumes() && frame.function != null && code.startLink(frame.globals) != null) {
      translateStarted(code, frame);
    }
    if (t.resumes() && code.heat.drains > 0) {
      translateDrained(code, frame, t.quiet);
    }
    return unit;
  }

  /** A coroutine once more, for where it is awaited at once: as a function. */
  private void translateStarted(PyCode code, PyFrame frame) {
    try {
      Translation t = prepare(code, frame, null, -1, true, true, references(code), Kind.REFERENCE);
      t.analyze();
      finish(t, code, frame, null, -1);
    } catch (Refused refusal) {
      say("%s is always made: %s", code.qualname(), refusal.getMessage());
    }
  }

  /** A generator once more, for where all of its values go to a sink. */
  private void translateDrained(PyCode code, PyFrame frame, boolean quiet) {
    try {
      Translation t = prepare(code, frame, null, -1, false, false, new Kind[0], Kind.REFERENCE);
      t.quiet = quiet;
      t.drains = true;
      t.analyze();
      finish(t, code, frame, null, -1);
    } catch (NeedsFrame needed) {
      translateDrained(code, frame, false);
    } catch (Refused refusal) {
      say("%s gives its values one by one: %s", code.qualname(), refusal.getMessage());
    }
  }

  /**
   * A generator in a loop will be resumed, so that the loop itself need not be entered in mid-run; but
   * what is in it there is known.
   */
  private CompiledCode translateResumed(PyCode code, PyFrame frame, State sample, int head) {
    seedBlock = head;
    seedCode = code;
    seed = sample;
    try {
      return translateChecked(code, frame, null, -1);
    } finally {
      seed = null;
    }
  }

  private CompiledCode finish(
      Translation t, PyCode code, PyFrame frame, State sample, int head) {
    CompiledCode unit;
    try {
      unit = new UnitWriter(t).load();
    } catch (Refused tooLarge) {
      if (!t.handles) {
        throw tooLarge;
      }
      code.heat.catches = NEVER;
      return translateChecked(code, frame, sample, head);
    }
    register(unit, t, code);
    mutual.use(unit, t, () -> use(unit, t, code, head));
    return unit;
  }

  /** Notes how a unit is called, and what it is built on. */
  private void register(CompiledCode unit, Translation t, PyCode code) {
    code.heat.alternatives = t.seen.alternatives;
    unit.handles = t.handles || code.heat.catches < 0;
    if (t.frameless) {
      linkages.put(
          unit, new Linkage(t.self, t.method, t.parameters, t.result, t.opens, null));
      if (t.opens) {
        unit.direct = handle(t, unit);
      }
    } else if (t.drains) {
      unit.drains = true;
      unit.zipLoad = t.zipLoad;
      unit.quiet = t.quiet;
    } else if (t.resumes()) {
      unit.handlers = t.suspensions.handlers();
      unit.waits = t.suspensions.chained();
      unit.resumption = resumption(unit);
      if (t.quiet) {
        linkages.put(unit, new Linkage(t.self, t.method, t.parameters, t.result, false, null));
      }
    }
    for (Assumption assumption : t.assumptions) {
      if (!assumption.add(unit)) {
        unit.broken();
      }
    }
    for (CompiledCode callee : t.units) {
      if (!callee.valid.add(unit)) {
        unit.broken();
      }
    }
  }

  private void use(CompiledCode unit, Translation t, PyCode code, int head) {
    unit.install(head);
    for (PyCode callee : t.waitsFor) {
      List<WeakReference<CompiledCode>> callers = waiting.computeIfAbsent(callee, c -> new ArrayList<>());
      callers.removeIf(caller -> caller.refersTo(null));
      callers.add(new WeakReference<>(unit));
    }
    if (t.frameless && !t.opens || t.quiet && !t.drains) {
      List<WeakReference<CompiledCode>> callers = waiting.remove(code);
      if (callers != null) {
        for (WeakReference<CompiledCode> each : callers) {
          CompiledCode caller = each.get();
          if (caller != null) {
            caller.broken();
          }
        }
      }
    }
  }

  private static MethodHandle handle(Translation t, CompiledCode unit) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              unit.getClass(),
              t.method,
              MethodType.fromMethodDescriptorString(
                  new Linkage(t.self, t.method, t.parameters, t.result, true, null).type().descriptorString(), unit.getClass().getClassLoader()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle resumption(CompiledCode unit) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(unit.getClass(), ResumptionWriter.STEP, ResumeLink.TYPE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a generator may be one in which nothing can look at frames: its handlers, which do, are the interpreter's. */
  private static boolean mayBeQuiet(PyCode code) {
    return !handles(code) && !code.waitsInHandlers();
  }

  /** A generator in which nothing can look at frames, or null. */
  private Translation quiet(PyCode code, PyFrame frame) {
    Kind guess = Kind.REFERENCE;
    for (int i = 0; i < 2; i++) {
      Translation t = prepare(code, frame, null, -1, false, false, new Kind[0], guess);
      t.quiet = true;
      try {
        t.analyze();
      } catch (NeedsFrame needed) {
        say("%s may be looked at: %s", code.qualname(), needed.getMessage());
        return null;
      }
      Kind kind = t.yielded.size() == 1 ? t.yielded.iterator().next() : Kind.REFERENCE;
      if (kind == guess) {
        return t;
      }
      guess = kind;
    }
    return null;
  }

  /** The globals that a code object's machine code is linked to. */
  PyDict globalsOf(PyCode code) {
    PyDict known = mutual.globalsOf(code);
    return known != null ? known : code.compiled.globals;
  }

  /** How to resume a generator of this code without looking at frames, or null. */
  Linkage quiet(PyCode code, Translation caller) {
    CompiledCode unit = code.compiled;
    Linkage linkage = unit == null || unit.stale ? null : linkages.get(unit);
    if (linkage != null && unit.resumption != null && (code != caller.code || caller.drains)) {
      caller.linked.put(unit.getClass().getName(), unit.getClass());
      caller.units.add(unit);
      return linkage;
    }
    if (code.heat.refused == null && mayBeQuiet(code) && (unit == null || unit.stale)) {
      caller.waitsFor.add(code);
    }
    return null;
  }

  /** Without a frame, if nothing in the code asks for one; else null. */
  private CompiledCode withoutFrame(PyCode code, PyFrame frame) {
    Kind[] parameters = parameters(code);
    ClassDesc bridge =
        ClassDesc.of("python", javaName(code.qualname().toString()) + "_called_" + serial.incrementAndGet());
    MutualRecursion.Attempt attempt = mutual.begin(code, frame.globals, parameters, bridge);
    CompiledCode unit = null;
    try {
      Translation t = withoutFrame(code, frame, parameters);
      unit = t == null ? null : finish(t, code, frame, null, -1);
    } finally {
      mutual.end(attempt, unit == null ? null : linkages.get(unit), unit);
    }
    return unit;
  }

  private Translation withoutFrame(PyCode code, PyFrame frame, Kind[] parameters) {
    Kind[] guesses = {Kind.LONG, Kind.DOUBLE, Kind.TRUTH, Kind.REFERENCE};
    for (Kind guess : guesses) {
      Translation t = prepare(code, frame, null, -1, true, false, parameters, guess);
      try {
        t.analyze();
      } catch (NeedsFrame needed) {
        say("%s may be looked at: %s", code.qualname(), needed.getMessage());
        mutual.opens(code, t.linkedAt == t.pc ? t.linkedTo : null);
        return null;
      }
      Kind result = t.returned.size() == 1 ? t.returned.iterator().next() : Kind.REFERENCE;
      if (t.returned.isEmpty()) {
        result = guess;
      }
      if (!t.callsItself || result == guess) {
        t.result = t.callsItself ? guess : result;
        return t;
      }
    }
    return null;
  }

  /** What may be called through links takes whatever it is given. */
  private static Kind[] references(PyCode code) {
    Kind[] kinds = new Kind[code.parameterCount];
    java.util.Arrays.fill(kinds, Kind.REFERENCE);
    return kinds;
  }

  private static Kind[] parameters(PyCode code) {
    Kind[] kinds = new Kind[code.parameterCount];
    byte[] seen = code.heat.arguments;
    for (int i = 0; i < kinds.length; i++) {
      int bits = seen == null ? 0 : seen[i];
      kinds[i] =
          bits == Profile.LONG ? Kind.LONG : bits == Profile.FLOAT ? Kind.DOUBLE : Kind.REFERENCE;
    }
    return kinds;
  }

  /** Whether exceptions are caught so often in the code that its handlers are translated. */
  private static boolean handles(PyCode code) {
    return code.heat.catches >= HotCode.CATCHES;
  }

  private Translation prepare(
      PyCode code, PyFrame frame, State sample, int head, boolean frameless, boolean opens,
      Kind[] parameters, Kind result) {
    boolean handles = handles(code) && (!frameless || opens);
    String name = javaName(code.name().toString());
    if (TAKEN.contains(name)) {
      name += "_";
    }
    ClassDesc self =
        ClassDesc.of("python", javaName(code.qualname().toString()) + "_" + serial.incrementAndGet());
    int start = head;
    if (head < 0) {
      start = code.isGenerator() && !frameless ? afterGenerator(code) : 0;
    }
    ControlFlow flow = new ControlFlow(code, List.of(start), handles);
    Translation t =
        new Translation(
            this, code, frame, head, frameless, opens, handles, parameters, self, name, flow);
    t.result = result;
    State state = sample == null ? argumentsState(t, code) : onVariables(t, sample);
    if (head >= 0 && code.heat.wrong != null && code.heat.wrong[head] > 0) {
      dropUnset(state, flow, head, code);
    }
    int framePc = head < 0 ? start - 1 : head - 1;
    t.entries.put(framePc, new Translation.Entry(framePc, start, state));
    if (seed != null && seedCode == code && flow.blocks.containsKey(seedBlock)) {
      t.seeds.put(seedBlock, onVariables(t, seed));
    }
    return t;
  }

  /**
   * Where earlier code could not be entered at a loop's head: its first turns may come before variables are set that
   * hold numbers later. Those that the loop sets before it reads them are not kept from turn to turn.
   */
  private static void dropUnset(State state, ControlFlow flow, int head, PyCode code) {
    BitSet live = flow.blocks.get(head).liveIn;
    for (int i = code.parameterCount; i < state.locals.length; i++) {
      if (!live.get(i) && state.locals[i].kind() != Kind.REFERENCE) {
        state.locals[i] = Value.DEAD;
      }
    }
  }

  private static int afterGenerator(PyCode code) {
    int[] words = ControlFlow.decode(code.object().code());
    for (int pc = 0; pc < words.length; pc++) {
      if ((words[pc] & 0xff) == Opcodes.RETURN_GENERATOR) {
        return pc + 1;
      }
    }
    throw new Refused("it is a generator that makes none");
  }

  private static State argumentsState(Translation t, PyCode code) {
    State state = new State(code.localsCount);
    if (t.frameless) {
      int slot = 2;
      for (int i = 0; i < t.parameters.length; i++) {
        Kind kind = t.parameters[i];
        t.variables.bind(i, kind, slot);
        state.locals[i] = new Value.Variable(kind, slot, null);
        state.dirty[i] = true;
        slot += kind == Kind.LONG || kind == Kind.DOUBLE ? 2 : 1;
      }
      return state;
    }
    Kind[] kinds = parameters(code);
    for (int i = 0; i < code.localsCount; i++) {
      boolean cell = (code.variableKind(i) & (CodeFlags.FAST_CELL | CodeFlags.FAST_FREE)) != 0;
      if (code.isGenerator() && cell) {
        // Made before the generator was.
        state.locals[i] = new Value.Variable(Kind.REFERENCE, t.variables.of(i, Kind.REFERENCE), null);
      } else if (i < kinds.length) {
        state.locals[i] = new Value.Variable(kinds[i], t.variables.of(i, kinds[i]), null);
      }
    }
    if (code.isGenerator()) {
      state.stack.add(
          new Value.Variable(
              Kind.REFERENCE, t.variables.of(code.localsCount, Kind.REFERENCE), null));
    }
    return state;
  }

  private static State onVariables(Translation t, State sample) {
    State state = sample.copy();
    for (int p = 0; p < state.size(); p++) {
      state.set(p, t.joins.canonical(p, state.at(p)));
    }
    return state;
  }

  private static String javaName(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> name.append(Character.isJavaIdentifierPart(c) && c < 0x10000 ? (char) c : '_'));
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name.toString();
  }

  // ---- linking

  /** How to call a function directly, translating it first where that is due; null when it cannot be. */
  Linkage linkage(PyCode code, PyFunction function, PyDict globals, Translation caller) {
    if (code.isInstrumented()) {
      return null;
    }
    if (code.isGenerator()) {
      return code.creation() >= 0 && code.isOptimized()
          ? Linkage.making(code)
          : link(code, function, globals);
    }
    PyDict own = function != null ? function.globals : globals;
    Linkage mutually = mutual.linkage(code, own, caller);
    if (mutually != null) {
      return mutually;
    }
    CompiledCode unit = unit(code, function != null ? function : inClosure(code, caller.function), caller);
    Linkage linkage = unit == null || unit.stale ? null : linkages.get(unit);
    if (linkage == null || linkage.looks() || own != unit.globals) {
      caller.linkedTo = code;
      caller.linkedAt = caller.pc;
      return link(code, function, globals);
    }
    caller.linked.put(unit.getClass().getName(), unit.getClass());
    caller.units.add(unit);
    return linkage;
  }

  /** The machine code of a callee, which is made where that is due; or null. */
  private CompiledCode unit(PyCode code, PyFunction function, Translation caller) {
    if (!mutual.isWaiting(code)) {
      CompiledCode unit = code.compiled;
      boolean lacks = unit == null || unit.stale || unit.direct != null && mutual.isWorthATrial(code, caller);
      if (lacks && function != null && code.profile != null && code.heat.refused == null && underWay.size() < DEEPEST) {
        PyFrame frame = new PyFrame(null, code, function, function.globals, function.builtins);
        unit = translate(code, frame, null, -1);
      }
      if (!mutual.isWaiting(code)) {
        return unit;
      }
    }
    return mutual.unit(code, caller);
  }

  /** A function of some code among what the variables of another one hold that it shares with others; or null. */
  private static PyFunction inClosure(PyCode code, PyFunction caller) {
    if (caller != null && caller.closure != null) {
      for (PyCell cell : caller.closure) {
        if (cell.get() instanceof PyFunction function && function.code() == code) {
          return function;
        }
      }
    }
    return null;
  }

  /** A call of what the code's machine code will be, if any, at the time; null when that cannot be. */
  private static Linkage link(PyCode code, PyFunction function, PyDict globals) {
    if (code.parameterCount > CallLink.MOST || !code.isOptimized()) {
      return null;
    }
    CallLink link = code.linkFor(function != null ? function.globals : globals);
    return link == null ? null : Linkage.through(link, code.parameterCount);
  }

  /** Whether a code object will not come to have a direct form. */
  boolean isHopeless(PyCode code) {
    return code.heat.refused != null
        || code.isGenerator()
        || code.compiled != null && !code.compiled.frameless;
  }
}

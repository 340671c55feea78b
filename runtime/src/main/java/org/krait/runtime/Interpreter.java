package org.krait.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.krait.runtime.execution.Monitoring;
import org.krait.runtime.execution.Tracing;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * One isolated Python: its modules, its limits, and what waits to be done in it.
 *
 * <p>All mutable state that programs can reach hangs here or on objects that are reached from here;
 * builtin types and loaded code are shared between interpreters and never change.
 */
public final class Interpreter {
  public static final PyStr BUILTINS = PyStr.interned("__builtins__");
  private static final PyStr DUNDER_IMPORT = PyStr.interned("__import__");

  /** {@code sys.setrecursionlimit}. */
  public volatile int recursionLimit = 1000;

  /** {@code sys.set_int_max_str_digits}. */
  public volatile int intMaxStrDigits = 4300;

  /** What it was started with. */
  public final Options options;

  /** Documentation that is wanted at every start, or null. */
  public Documentation.Early documents;

  /** The hook {@code sys.unraisablehook} as it is before programs change it. */
  public java.util.function.Consumer<PyObject> unraisable = args -> {};

  /** {@code sys.addaudithook}. */
  final AuditHooks auditHooks = new AuditHooks();

  /** Translates hot code, or null. */
  public org.krait.runtime.execution.HotCode hotCode;

  /** The module {@code importlib._bootstrap}, or null while there is none. */
  public PyObject importSystem;

  /** All interpreters of this process. */
  public final Interpreters siblings;

  /** The number of this one among them; 0 is the main one. */
  public final long number;

  /** What it may do that concerns the whole process. */
  public final Permissions permissions;

  /** The level of {@code -O}: 0, 1 or 2. */
  public int optimize;

  /** Execution events and who wants them; null until a tool asks. */
  public volatile Monitoring monitoring;

  /** That no tool wants events of all code; machine code is built on it. A broken one is replaced. */
  public volatile Assumption unwatched = new Assumption();

  /** {@code sys.setswitchinterval}, in seconds; remembered and of no use, since there is no lock to pass on. */
  public volatile double switchInterval = 0.005;

  /** True from the moment at which the interpreter begins to take itself down. */
  public volatile boolean finalizing;

  /** True from the moment at which the program has ended: then no thread can be started any more. */
  public volatile boolean ending;

  /** {@code sys.setdlopenflags}; {@code RTLD_NOW} at first. */
  public volatile int dlopenFlags = 2;

  /** Whether a frame ever had {@code f_trace_opcodes}. */
  public volatile boolean tracesOpcodes;

  /** Modules of the start that have not run yet; or null. */
  public volatile LateModules late;

  /** Whether what the interpreter needs for its start is over: ends are looked for in programs alone. */
  public volatile boolean isStarted;

  /** Collections where something may have lost its last reference; null until an object's end matters. */
  private volatile PromptCollection promptCollection;

  private final Set<ThreadState> threads = ConcurrentHashMap.newKeySet();
  private final PyDict modules = new PyDict();
  private final List<NativeModules> nativeModules = new ArrayList<>();
  private final ConcurrentLinkedDeque<Runnable> pending = new ConcurrentLinkedDeque<>();
  private final ConcurrentLinkedQueue<Runnable> patient = new ConcurrentLinkedQueue<>();
  private long asides;
  private final ThreadState mainThread;
  private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
  private final List<Runnable> bells = new java.util.concurrent.CopyOnWriteArrayList<>();
  private List<String> builtinNames;
  private PyModule builtins;
  private PyModule sys;

  /**
   * An interpreter with {@code builtins} and {@code sys}, and nothing imported yet.
   *
   * @param indexes the indexes of modules written in Java, searched in order
   * @param options what it is started with; not changed afterwards
   */
  public Interpreter(List<NativeModules> indexes, Options options) {
    this(indexes, options, new Interpreters(), Permissions.ALL);
  }

  /** A further interpreter in the process of another one, started with the same options. */
  public Interpreter(Interpreter creator, Permissions permissions) {
    this(creator.nativeModules, creator.options, creator.siblings, permissions);
  }

  private Interpreter(
      List<NativeModules> indexes, Options options, Interpreters siblings, Permissions permissions) {
    nativeModules.addAll(indexes);
    this.siblings = siblings;
    this.permissions = permissions;
    this.number = siblings.add(this);
    this.options = options;
    this.optimize = Math.min(options.optimize, 2);
    if (options.intMaxStrDigits >= 0) {
      intMaxStrDigits = options.intMaxStrDigits;
    }
    mainThread = new ThreadState(this);
  }

  /** Makes {@code builtins} and {@code sys}; the running thread must have entered {@link #mainThread}. */
  public void boot() {
    builtins = executeBuiltin("builtins");
    sys = executeBuiltin("sys");
  }

  private PyModule executeBuiltin(String name) {
    PyModule module = openBuiltin(name);
    modules.put(PyStr.interned(name), module);
    module.execute();
    return module;
  }

  /** The state of the thread that made the interpreter. */
  public ThreadState mainThread() {
    return mainThread;
  }

  /** Collections where something may have lost its last reference; for the main thread alone. */
  PromptCollection promptCollection() {
    PromptCollection known = promptCollection;
    return known != null ? known : makePromptCollection();
  }

  private synchronized PromptCollection makePromptCollection() {
    if (promptCollection == null) {
      promptCollection = new PromptCollection(this);
    }
    return promptCollection;
  }

  /** The states of all threads that run Python in this interpreter now. */
  public Set<ThreadState> threads() {
    return threads;
  }

  /** A thread starts; it has to look at its code when tools want to know of it. */
  void add(ThreadState thread) {
    threads.add(thread);
    thread.pending = monitoring != null && monitoring.isOn();
  }

  /** A thread has ended. */
  public void remove(ThreadState thread) {
    threads.remove(thread);
    thread.end();
    Finalizers.release(thread);
    if (thread.traceFunction != null || thread.profileFunction != null) {
      thread.traceFunction = null;
      thread.profileFunction = null;
      Tracing.renew(this);
    }
  }

  /** A new builtin module, not executed and not in {@code sys.modules}; null when there is none. */
  public PyModule openBuiltin(String name) {
    for (NativeModules index : nativeModules) {
      ModuleTable table = index.open(name);
      if (table != null) {
        return PyModule.builtin(name, table);
      }
    }
    return null;
  }

  /** The names of all builtin modules. */
  public List<String> builtinNames() {
    List<String> names = builtinNames;
    if (names == null) {
      List<String> all = new ArrayList<>();
      boolean isSorted = true;
      for (NativeModules index : nativeModules) {
        for (String name : index.names()) {
          if (name.indexOf('.') < 0) {
            isSorted &= all.isEmpty() || all.getLast().compareTo(name) < 0;
            all.add(name);
          }
        }
      }
      // One index is in order, and every start asks.
      names = List.copyOf(isSorted ? all : new TreeSet<>(all));
      builtinNames = names;
    }
    return names;
  }

  /** {@code sys.modules} as it was made; a program may have put another dict there. */
  public PyDict modules() {
    if (sys != null && sys.dict().get(PyStr.interned("modules")) instanceof PyDict current) {
      return current;
    }
    return modules;
  }

  /** The globals of {@code builtins}. */
  public PyDict builtins() {
    return builtins.dict();
  }

  /** The globals of {@code sys}. */
  public PyDict sysDict() {
    return sys.dict();
  }

  /** A module that has been imported, or null. */
  public PyObject loadedModule(String name) {
    PyObject module = modules().get(PyStr.interned(name));
    return module == PyNone.NONE ? null : module;
  }

  /** Imports a module by its full name and returns it. */
  public PyObject importModule(String name) {
    PyObject loaded = loadedModule(name);
    if (loaded != null) {
      return loaded;
    }
    PyObject importer = builtins().get(DUNDER_IMPORT);
    importer.call(PyStr.interned(name));
    return modules().get(PyStr.interned(name));
  }

  /** The dict of builtins that code with these globals uses. */
  public static PyObject builtinsOf(PyDict globals) {
    PyObject named = globals.get(BUILTINS);
    if (named instanceof PyModule module) {
      return module.dict();
    }
    if (named != null) {
      return named;
    }
    ThreadState thread = ThreadState.current();
    return thread.frame == null ? thread.interpreter.builtins() : thread.frame.builtins;
  }

  /** To be called before a program can see, or change, how the modules of the start run. */
  public void finishStart() {
    LateModules waiting = late;
    if (waiting != null) {
      waiting.fillAll();
    }
  }

  /** Something of this interpreter that another room keeps, made on first use. */
  public <T> T service(Class<T> kind, java.util.function.Function<Interpreter, T> make) {
    return kind.cast(services.computeIfAbsent(kind, k -> make.apply(this)));
  }

  /** A task that only looks whether there is something to run, and {@linkplain #addAside counts} that itself. */
  @FunctionalInterface
  interface Look extends Runnable {}

  /** Has something run in the main thread at its next poll. */
  public void runSoon(Runnable task) {
    pending.add(task);
    announce();
  }

  /**
   * As {@link #runSoon}, before all that waits already: for what may raise, because an exception that is raised within a
   * callback or a {@code __del__} is lost.
   */
  public void runFirst(Runnable task) {
    pending.addFirst(task);
    announce();
  }

  /** As {@link #runSoon}, for what does not end a wait that the kernel would go on with. */
  public void runLater(Runnable task) {
    patient.add(task);
    announce();
  }

  private void announce() {
    mainThread.pending = true;
    for (Runnable bell : bells) {
      bell.run();
    }
  }

  /** Has something done after each {@link #runSoon}, in its thread: to wake the main thread. */
  public void onRunSoon(Runnable bell) {
    bells.add(bell);
  }

  /**
   * Whether something waits to be run in the main thread.
   *
   * @param all whether what {@link #runLater} was given counts too
   */
  public boolean hasPending(boolean all) {
    return !pending.isEmpty() || all && !patient.isEmpty();
  }

  /** Runs what waits; called at polls of any thread. What one of them throws leaves the rest waiting. */
  public void runPending(ThreadState thread) {
    runPending(thread, true);
  }

  /**
   * The same.
   *
   * @param all whether what {@link #runLater} was given is run too
   */
  public void runPending(ThreadState thread, boolean all) {
    if (thread != mainThread) {
      Finalizers.help(thread);
      return;
    }
    thread.pending = monitoring != null && monitoring.isOn();
    if (thread.isCollectionDue) {
      PromptCollection.collect(thread);
    }
    try {
      runWaiting(pending);
      if (all) {
        runWaiting(patient);
      }
    } finally {
      if (hasPending(true)) {
        thread.pending = true;
      }
    }
  }

  /**
   * How often something was run between a program's instructions: the handlers of signals, ends of objects and the
   * callbacks of their references, and whatever else waits for polls.
   */
  public long asides() {
    return asides;
  }

  /** Something is run between a program's instructions. */
  void addAside() {
    asides++;
  }

  /** What is added meanwhile comes at the next poll: the program has to go on too. */
  private void runWaiting(Queue<Runnable> tasks) {
    for (int left = tasks.size(); left > 0; left--) {
      Runnable task = tasks.poll();
      if (task != null) {
        if (!(task instanceof Look)) {
          addAside();
        }
        task.run();
      }
    }
  }
}

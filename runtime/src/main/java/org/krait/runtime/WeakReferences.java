package org.krait.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyWeakReference;

/**
 * The weak references to each object, and the calls that are due when objects are gone.
 *
 * <p>The collector says at some time that an object is gone; the callbacks of its references then run
 * on a thread of their interpreter at its next safe point.
 */
public final class WeakReferences {
  private static final Referents REFERENTS = new Referents();
  private static final AtomicLong COUNT = new AtomicLong();
  private static final PyStr NAME = PyStr.interned("__name__");

  /** Modules that make references for others. */
  private static final Set<String> PASSED_ON = Set.of("weakref", "_weakrefset");

  /** Modules whose references only keep lists, which nobody waits for to become shorter. */
  private static final Set<String> BOOKKEEPERS =
      Set.of(
          "importlib._bootstrap",
          "_frozen_importlib",
          "threading",
          "logging",
          "asyncio.tasks",
          "asyncio.base_events",
          "asyncio.selector_events",
          "concurrent.futures.thread",
          "concurrent.futures.process",
          "multiprocessing.process",
          "multiprocessing.util",
          "multiprocessing.dummy",
          "multiprocessing.sharedctypes",
          "symtable",
          "unittest.signals",
          "functools",
          "copyreg",
          "abc",
          "_py_abc");
  private static boolean isAwaitingCollection;

  private WeakReferences() {}

  /** What is there before the first collection, and never again: a new one tells of the next. */
  private static WeakReference<Object> uncollected = new WeakReference<>(null);

  /**
   * An object that is referred to weakly, and its references, newest first.
   *
   * <p>The list does not hold them, so nobody is told of the object's end when the reference has died before it. Each
   * has a Java reference of its own, which only it holds: one that a dropped object has for its {@code __del__} still
   * gives what only that object holds.
   */
  private static final class Referent extends WeakIdentityMap.Key {
    private Listener newest;
    private int count;
    private int limit = 4;

    Referent(PyObject object, ReferenceQueue<PyObject> queue) {
      super(object, queue);
    }

    /** Adds a reference, or gives the one that stands for it. */
    private synchronized PyWeakReference add(PyWeakReference reference) {
      if (reference.isShared()) {
        PyWeakReference known = shared();
        if (known != null) {
          return known;
        }
      }
      if (++count > limit) {
        removeDead();
        limit = 2 * count + 4;
      }
      newest = new Listener(reference, newest);
      return reference;
    }

    private void removeDead() {
      Listener last = null;
      count = 1;
      for (Listener one = newest; one != null; one = one.older) {
        if (one.get() == null) {
          continue;
        }
        count++;
        if (last == null) {
          newest = one;
        } else {
          last.older = one;
        }
        last = one;
      }
      if (last == null) {
        newest = null;
      } else {
        last.older = null;
      }
    }

    private synchronized PyWeakReference shared() {
      for (Listener one = newest; one != null; one = one.older) {
        PyWeakReference known = one.get();
        if (known != null && known.isShared()) {
          return known;
        }
      }
      return null;
    }

    private synchronized boolean isReferred() {
      for (Listener one = newest; one != null; one = one.older) {
        if (one.get() != null) {
          return true;
        }
      }
      return false;
    }

    /** Those that are alive: the shared one, then the others. */
    private synchronized List<PyWeakReference> alive() {
      List<PyWeakReference> alive = new ArrayList<>();
      for (Listener one = newest; one != null; one = one.older) {
        PyWeakReference reference = one.get();
        if (reference != null) {
          alive.add(reference.isShared() ? 0 : alive.size(), reference);
        }
      }
      return alive;
    }

    private synchronized Listener take() {
      Listener taken = newest;
      newest = null;
      return taken;
    }
  }

  private static final class Referents extends WeakIdentityMap<Referent> {
    @Override
    Referent make(PyObject object, ReferenceQueue<PyObject> queue) {
      return new Referent(object, queue);
    }

    @Override
    void forgetDead() {
      bury((Referent) dead().poll());
    }
  }

  /** Finds a reference that may have to be told, as long as that lives. */
  private static final class Listener extends WeakReference<PyWeakReference> {
    private final long number = COUNT.incrementAndGet();
    private Listener older;

    Listener(PyWeakReference reference, Listener older) {
      super(reference);
      this.older = older;
    }
  }

  /** A reference whose object is gone; the newest comes first. */
  private record Told(PyWeakReference reference, long number) implements Comparable<Told> {
    @Override
    public int compareTo(Told other) {
      return Long.compare(other.number, number);
    }
  }

  /** The references of an interpreter that have to be told. */
  private static final class Due {
    private final PriorityQueue<Told> waiting = new PriorityQueue<>();

    static Due of(Interpreter interpreter) {
      return interpreter.service(Due.class, home -> new Due());
    }

    synchronized void add(Told told) {
      waiting.add(told);
    }

    synchronized PyWeakReference next() {
      Told told = waiting.poll();
      return told == null ? null : told.reference;
    }
  }

  /** Whether an object can be referred to weakly. */
  public static boolean isPossible(PyObject object) {
    return object instanceof PyType || object.type().hasWeakref();
  }

  /**
   * Makes a new reference known; or gives the one that another thread has made known meanwhile, where references are
   * shared.
   */
  public static PyWeakReference register(PyObject object, PyWeakReference reference) {
    if (reference.hasCallback()) {
      startReaper();
    }
    PyWeakReference known = REFERENTS.getOrMake(object).add(reference);
    if (known == reference && !(object instanceof PyType) && !isBookkeeping(reference.callback())) {
      noteProgram(object);
    }
    return known;
  }

  private static boolean isBookkeeping(PyObject callback) {
    return callback instanceof PyFunction function
        && function.globals.get(NAME) instanceof PyStr module
        && BOOKKEEPERS.contains(module.toString());
  }

  /** Has ends of an object looked for where it may be dropped, if a program has referred to it. */
  private static void noteProgram(PyObject object) {
    ThreadState thread = ThreadState.current();
    if (object.type().isReferredWeakly()) {
      PromptCollection.attend(thread);
      return;
    }
    PyFrame frame = thread.frame;
    PyObject module = null;
    boolean isOwn = frame != null && frame.slots.length > 0 && frame.slots[0] == object;
    while (frame != null) {
      module = frame.globals.get(NAME);
      if (module == null || !PASSED_ON.contains(module.toString())) {
        break;
      }
      if (isOwn) {
        // A weak container, which nobody but itself can see by this reference.
        return;
      }
      frame = frame.back;
    }
    if (module != null && !BOOKKEEPERS.contains(module.toString())) {
      object.type().setReferredWeakly();
      PromptCollection.attend(thread);
    }
  }

  /** Whether a weak reference to an object is alive. */
  static boolean isReferred(PyObject object) {
    Referent known = REFERENTS.get(object);
    return known != null && known.isReferred();
  }

  /** Whether somebody is called back at the end of an object who is no weak container of the library. */
  static boolean isHeard(PyObject object) {
    for (PyWeakReference reference : to(object)) {
      PyObject callback = reference.callback();
      if (callback != PyNone.NONE
          && !(callback instanceof PyFunction function
              && function.globals.get(NAME) instanceof PyStr module
              && PASSED_ON.contains(module.toString()))) {
        return true;
      }
    }
    return false;
  }

  /** Calls back, newest first, for the objects that a collection just now found to be gone. */
  public static void settle(Interpreter interpreter) {
    PromptCollection prompt = interpreter.promptCollection();
    boolean before = prompt.callbacksWait;
    prompt.callbacksWait = true;
    try {
      Due due = Due.of(interpreter);
      look();
      for (PyWeakReference told = due.next(); told != null; told = next(due)) {
        interpreter.addAside();
        told.objectIsGone();
      }
    } finally {
      prompt.callbacksWait = before;
    }
  }

  /** The next to be told; when those are told that were known, those that have come meanwhile. */
  private static PyWeakReference next(Due due) {
    PyWeakReference told = due.next();
    if (told == null) {
      look();
      told = due.next();
    }
    return told;
  }

  /** Looks who has to be told after a collection, without waiting for the JVM to say so of one after the other. */
  private static synchronized void look() {
    if (uncollected.get() != null) {
      return;
    }
    uncollected = new WeakReference<>(new Object());
    Set<Interpreter> concerned = new HashSet<>();
    for (Referent referent : REFERENTS.keys()) {
      if (referent.get() == null) {
        handOver(referent, concerned);
      }
    }
  }

  /** Hands the references of a dead object to their interpreters. */
  private static void handOver(Referent gone, Set<Interpreter> concerned) {
    REFERENTS.remove(gone);
    for (Listener one = gone.take(); one != null; one = one.older) {
      PyWeakReference reference = one.get();
      if (reference != null && reference.hasCallback()) {
        Interpreter home = reference.home();
        Due.of(home).add(new Told(reference, one.number));
        concerned.add(home);
      }
    }
  }

  /** The same for an object of which the JVM has told, if any, and all others of which it has. */
  private static void bury(Referent first) {
    if (first == null) {
      return;
    }
    Set<Interpreter> concerned = new HashSet<>();
    // Whoever settles finds either that an object is not handed over or that all its references are.
    synchronized (WeakReferences.class) {
      for (Referent gone = first; gone != null; gone = (Referent) REFERENTS.dead().poll()) {
        handOver(gone, concerned);
      }
    }
    concerned.forEach(interpreter -> interpreter.runSoon((Interpreter.Look) () -> settleIfFree(interpreter)));
  }

  /** Lets go of what is known of dead objects. */
  static void forgetDead() {
    REFERENTS.forgetDead();
  }

  private static void settleIfFree(Interpreter interpreter) {
    if (!interpreter.promptCollection().callbacksWait) {
      settle(interpreter);
    }
  }

  /** The references to an object that are alive: the one that is shared, then the others, newest first. */
  public static List<PyWeakReference> to(PyObject object) {
    Referent known = REFERENTS.get(object);
    return known == null ? List.of() : known.alive();
  }

  /** The plain reference to an object, which is shared; or null. */
  public static PyWeakReference shared(PyObject object) {
    Referent known = REFERENTS.get(object);
    return known == null ? null : known.shared();
  }

  /** Its end is the first collection's: before that no object is gone, and no thread need wait for it. */
  private static final class Sentinel {
    @Override
    @SuppressWarnings({"removal", "Finalize"})
    protected void finalize() {
      Thread.ofPlatform().daemon().name("Krait weak references").start(WeakReferences::reap);
    }
  }

  private static synchronized void startReaper() {
    if (!isAwaitingCollection) {
      isAwaitingCollection = true;
      new Sentinel();
    }
  }

  /** Waits for ends of objects and hands them to the interpreters. */
  private static void reap() {
    try {
      while (true) {
        bury((Referent) REFERENTS.dead().remove());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

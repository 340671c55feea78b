package org.krait.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final WeakIdentityMap<List<WeakReference<PyWeakReference>>> KNOWN =
      new WeakIdentityMap<>();
  private static final ReferenceQueue<PyObject> DEAD = new ReferenceQueue<>();
  private static final Set<Listener> LISTENERS = ConcurrentHashMap.newKeySet();
  private static final ReferenceQueue<Handle> DEAF = new ReferenceQueue<>();
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

  /**
   * What a reference has of its object. The reference and this know each other, so that nobody is
   * told of the object's end when the reference has died before it.
   */
  public static final class Handle extends WeakReference<PyObject> {
    private final PyWeakReference owner;
    private final Interpreter interpreter;

    Handle(PyObject object, PyWeakReference owner, Interpreter interpreter) {
      super(object, interpreter == null ? null : DEAD);
      this.owner = owner;
      this.interpreter = interpreter;
    }

    private void tell() {
      owner.objectIsGone();
    }
  }

  /** Finds a handle that has to be told, as long as that lives. */
  private static final class Listener extends WeakReference<Handle> {
    private final long number = COUNT.incrementAndGet();

    Listener(Handle handle) {
      super(handle, DEAF);
    }
  }

  /** Whether an object can be referred to weakly. */
  public static boolean isPossible(PyObject object) {
    return object instanceof PyType || object.type().hasWeakref();
  }

  /**
   * Makes a new reference, which has its handle, known; or gives the one that another thread has made known
   * meanwhile, where references are shared.
   */
  public static PyWeakReference register(PyObject object, PyWeakReference reference) {
    List<WeakReference<PyWeakReference>> all = KNOWN.get(object, ArrayList::new);
    synchronized (all) {
      all.removeIf(one -> one.refersTo(null));
      if (reference.isShared()) {
        for (WeakReference<PyWeakReference> one : all) {
          PyWeakReference known = one.get();
          if (known != null && known.isShared() && known.referent() == object) {
            return known;
          }
        }
      }
      all.add(new WeakReference<>(reference));
    }
    if (!(object instanceof PyType) && !isBookkeeping(reference.callback())) {
      noteProgram(object);
    }
    return reference;
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
    List<WeakReference<PyWeakReference>> all = KNOWN.get(object);
    if (all != null) {
      synchronized (all) {
        for (WeakReference<PyWeakReference> one : all) {
          if (!one.refersTo(null)) {
            return true;
          }
        }
      }
    }
    return false;
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

  /** The handle of a new reference; {@code told} when it has a callback. */
  public static Handle handle(PyObject object, PyWeakReference reference, boolean told) {
    if (!told) {
      return new Handle(object, reference, null);
    }
    startReaper();
    for (Reference<?> gone = DEAF.poll(); gone != null; gone = DEAF.poll()) {
      LISTENERS.remove(gone);
    }
    Handle handle = new Handle(object, reference, ThreadState.current().interpreter);
    LISTENERS.add(new Listener(handle));
    return handle;
  }

  /** Calls back, newest first, for the objects that a collection just now found to be gone. */
  public static void settle(Interpreter interpreter) {
    PromptCollection prompt = interpreter.promptCollection();
    boolean before = prompt.callbacksWait;
    prompt.callbacksWait = true;
    try {
      for (List<Listener> due = due(interpreter); !due.isEmpty(); due = due(interpreter)) {
        for (Listener listener : due) {
          Handle handle = LISTENERS.remove(listener) ? listener.get() : null;
          if (handle != null) {
            interpreter.addAside();
            handle.tell();
          }
        }
      }
    } finally {
      prompt.callbacksWait = before;
    }
  }

  private static List<Listener> due(Interpreter interpreter) {
    List<Listener> due = new ArrayList<>();
    for (Listener listener : LISTENERS) {
      Handle handle = listener.get();
      if (handle != null && handle.interpreter == interpreter && handle.refersTo(null)) {
        due.add(listener);
      }
    }
    if (due.size() > 1) {
      due.sort((one, other) -> Long.compare(other.number, one.number));
    }
    return due;
  }

  private static void settleIfFree(Interpreter interpreter) {
    if (!interpreter.promptCollection().callbacksWait) {
      settle(interpreter);
    }
  }

  /** The references to an object that are alive: those that are shared, then the others, newest first. */
  public static List<PyWeakReference> to(PyObject object) {
    List<PyWeakReference> alive = new ArrayList<>();
    int shared = 0;
    List<WeakReference<PyWeakReference>> all = KNOWN.get(object);
    if (all != null) {
      synchronized (all) {
        for (WeakReference<PyWeakReference> one : all) {
          PyWeakReference reference = one.get();
          if (reference != null && reference.isShared()) {
            alive.add(0, reference);
            shared++;
          } else if (reference != null) {
            alive.add(shared, reference);
          }
        }
      }
    }
    return alive;
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
        Set<Interpreter> concerned = new HashSet<>();
        concerned.add(((Handle) DEAD.remove()).interpreter);
        for (Reference<?> one = DEAD.poll(); one != null; one = DEAD.poll()) {
          concerned.add(((Handle) one).interpreter);
        }
        concerned.forEach(interpreter -> interpreter.runSoon((Interpreter.Look) () -> settleIfFree(interpreter)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

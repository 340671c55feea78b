package org.krait.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyTuple;

/**
 * Collections that come when a program may wait for them: where an object whose end matters may just have
 * lost its last reference. CPython, which counts references, would end it there.
 *
 * <p>The interpreter says what loses a reference, as long as the main thread is {@linkplain
 * ThreadState#isAttentive attentive}; machine code says nothing. A collection costs some milliseconds, so
 * there are some for nothing, after which they may take a twentieth of the time; to look in vain may take
 * as much. Objects that survive a collection are suspected less and less often.
 */
public final class PromptCollection {
  /**
   * What is free, for short scripts: some sixty collections of the heap that a script has. It is counted in
   * bytes that live, of which a megabyte takes about a millisecond, because times depend on what else a
   * machine does.
   */
  private static final long FREE = 384L << 20;

  /** A free collection that finds nothing counts as so many: an event loop holds what its callers let go of. */
  private static final long VAIN = 4;

  private static final long SHARE = 20;

  /** What may be saved for later. */
  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(200);

  /** A heap that is not larger is collected in no time worth to be foreseen; above, a byte costs a nanosecond. */
  private static final long SMALL = 160L << 20;

  /** What it costs to look at an object or an instruction, in nanoseconds, before the JVM has compiled that. */
  private static final long LOOK = 200;

  /** How long may be looked in vain, while there are only objects that are done soon. */
  private static final long BRIEF = TimeUnit.MILLISECONDS.toNanos(10);

  /** The same when ends may matter for as long as objects live. */
  private static final long LASTING = TimeUnit.MILLISECONDS.toNanos(200);

  /** When that is used up, nobody looks until this much is saved again. */
  private static final long ENOUGH = TimeUnit.MILLISECONDS.toNanos(1);

  /** How long nobody asks whether there is time again, once there was none. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  /** How many objects that are done soon nobody asks for, once there was no time. */
  private static final int UNASKED = 16;

  /** How often attention to such objects may find nothing before it becomes seldom. */
  private static final int FOR_NOTHING = 32;

  /** After so many more times it comes half as often. */
  private static final int HALVING = 4;

  private static final int MOST_HALVINGS = 12;

  /** After how many looks it is asked whether there still is an object whose end matters; less one. */
  private static final int ROUND = 63;

  /** How deep lists in lists are looked at. */
  private static final int DEPTH = 3;

  /** How often an object has survived, and how many suspicions of it are passed over now. */
  private static final class Survivor extends WeakIdentityMap.Key {
    int times;
    int passed;

    Survivor(PyObject object, ReferenceQueue<PyObject> queue) {
      super(object, queue);
    }
  }

  private static final class Survivors extends WeakIdentityMap<Survivor> {
    @Override
    Survivor make(PyObject object, ReferenceQueue<PyObject> queue) {
      return new Survivor(object, queue);
    }
  }

  private final Interpreter interpreter;
  private final Survivors survivors = new Survivors();
  private final List<WeakReference<PyObject>> suspects = new ArrayList<>();
  private long free = FREE;

  /** Whether there were objects whose ends may matter for as long as they live. */
  private boolean isLasting;

  /** How often something was looked at. */
  private int looks;

  /** How often the main thread became attentive since an object came to its end where that was looked for. */
  private int attended;

  /** How long may still be looked in vain. */
  private long credit = BRIEF;

  /** When the credit was used up. */
  private long creditAt;

  /** There is no time before this. */
  private long askAgain = Long.MIN_VALUE;

  /** What the free ones may take if a collection takes longer than it should. */
  private long patience = TimeUnit.SECONDS.toNanos(3);

  /** Time in hand, once the free collections are over. */
  private long saved;

  private long savedAt = System.nanoTime();
  private long last;

  /**
   * True while {@code __del__} is called, which comes before the callbacks of the same objects' references,
   * and while one callback after the other is called.
   */
  volatile boolean callbacksWait;

  PromptCollection(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** There is an object whose end matters: the main thread looks at what it drops, if it has time. */
  static void attend(ThreadState thread) {
    if (mayAttend(thread)) {
      PromptCollection prompt = thread.interpreter.promptCollection();
      if (!prompt.isLasting) {
        prompt.isLasting = true;
        prompt.credit = LASTING;
      }
      thread.isAttentive = thread.isAttentive || prompt.hasTime();
    }
  }

  /** The same for an object whose end matters only until it is done; most soon are. */
  static void attendBriefly(ThreadState thread) {
    if (!thread.isAttentive && --thread.unasked < 0 && mayAttend(thread)) {
      PromptCollection prompt = thread.interpreter.promptCollection();
      thread.isAttentive = prompt.hasTime();
      thread.unasked = thread.isAttentive ? prompt.unasked() : UNASKED;
    }
  }

  /** How many such objects nobody asks for next: programs that let go of none pay less and less. */
  private int unasked() {
    int more = ++attended - FOR_NOTHING;
    return more < 0 ? 0 : UNASKED << Math.min(more / HALVING, MOST_HALVINGS);
  }

  private static boolean mayAttend(ThreadState thread) {
    Interpreter interpreter = thread.interpreter;
    return interpreter.isStarted && thread == interpreter.mainThread();
  }

  private boolean hasTime() {
    if (interpreter.ending) {
      return false;
    }
    long now = System.nanoTime();
    if (now < askAgain) {
      return false;
    }
    boolean has = hasCredit(now) && (free > 0 && used() < SMALL || hasSaved(now));
    askAgain = has ? now : now + PAUSE;
    return has;
  }

  private boolean hasCredit(long now) {
    if (credit <= 0) {
      long gained = (now - creditAt) / SHARE;
      if (gained < ENOUGH) {
        return false;
      }
      credit = Math.min(gained, BRIEF);
    }
    return true;
  }

  private boolean hasSaved(long now) {
    saved = Math.min(MOST, saved + (now - savedAt) / SHARE);
    savedAt = now;
    return saved > Math.max(last, used() - SMALL);
  }

  private static long used() {
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }

  /** Notes that objects or instructions have been looked at. */
  public static void charge(ThreadState thread, int looked) {
    PromptCollection prompt = thread.interpreter.promptCollection();
    prompt.credit -= looked * LOOK;
    if (prompt.credit <= 0) {
      prompt.creditAt = System.nanoTime();
      thread.isAttentive = false;
    }
    if (!prompt.isLasting
        && (++prompt.looks & ROUND) == 0
        && !Finalizers.isAnybodyWatched(thread)) {
      thread.isAttentive = false;
    }
  }

  /** Whether a program may wait for the end of an object. */
  public static boolean isWatched(PyObject object) {
    return Finalizers.isWatched(object)
        || object.type().isReferredWeakly() && WeakReferences.isReferred(object);
  }

  /** Whether the end of an object is told to anybody but to the library's weak containers. */
  public static boolean isHeard(PyObject object) {
    return Finalizers.isWatched(object) || WeakReferences.isHeard(object);
  }

  /**
   * An object whose end matters may have lost its last reference.
   *
   * @param isExplicit whether the program deleted or replaced what referred to it
   */
  public static void suspect(ThreadState thread, PyObject object, boolean isExplicit) {
    thread.interpreter.promptCollection().add(thread, object, isExplicit);
  }

  private void add(ThreadState thread, PyObject object, boolean isExplicit) {
    Survivor survivor = survivors.get(object);
    if (survivor != null) {
      int before = survivor.passed++;
      if (before < (1 << Math.min(survivor.times - (isExplicit ? 1 : 0), 20)) - 1) {
        return;
      }
      survivor.passed = 0;
    }
    if (hasTime()) {
      suspects.add(new WeakReference<>(object));
      thread.isCollectionDue = true;
      // For those who do not look behind this instruction.
      thread.pending = true;
    } else {
      thread.isAttentive = false;
    }
  }

  /** Lists and tuples that are dropped let go of their items from the end. */
  public static void orderItems(PyObject dropped) {
    orderItems(dropped, DEPTH);
  }

  private static void orderItems(PyObject dropped, int depth) {
    PyObject[] items = PyObject.NO_ARGS;
    if (dropped instanceof PyList list) {
      items = list.toArray();
    } else if (dropped instanceof PyTuple tuple) {
      items = tuple.items();
    }
    for (int i = items.length - 1; i >= 0; i--) {
      Finalizers.tellLast(items[i]);
      if (depth > 0) {
        orderItems(items[i], depth - 1);
      }
    }
  }

  /** The collection that is due; calls what comes of it. No variable of a caller may hold what was dropped. */
  public static void collect(ThreadState thread) {
    thread.isCollectionDue = false;
    thread.interpreter.promptCollection().run(thread);
  }

  private void run(ThreadState thread) {
    if (Finalizers.isFlooded(interpreter)) {
      // Nobody can wait for the end of one object among so many.
      suspects.clear();
      return;
    }
    long begin = System.nanoTime();
    Finalizers.collectNow(interpreter);
    Finalizers.await(interpreter);
    last = System.nanoTime() - begin;
    if (free > 0) {
      free -= isVain() ? VAIN * used() : used();
      patience -= last;
      if (patience < 0) {
        free = 0;
      }
      savedAt = System.nanoTime();
    } else {
      saved -= last;
    }
    for (WeakReference<PyObject> suspect : suspects) {
      PyObject object = suspect.get();
      if (object != null) {
        survivors.getOrMake(object).times++;
      } else {
        attended = 0;
        credit = Math.max(credit, isLasting ? LASTING : BRIEF);
      }
    }
    suspects.clear();
    boolean before = callbacksWait;
    callbacksWait = true;
    try {
      Finalizers.runDue(interpreter);
    } finally {
      callbacksWait = before;
    }
    WeakReferences.settle(interpreter);
  }

  /** Lets go of how often objects have survived that are dead now. */
  void forgetDead() {
    survivors.forgetDead();
  }

  /** Whether all that may have been dropped is alive. */
  private boolean isVain() {
    for (WeakReference<PyObject> suspect : suspects) {
      if (suspect.refersTo(null)) {
        return false;
      }
    }
    return !suspects.isEmpty();
  }

  /** Sorted keys are dropped: has those come to their ends that have to. */
  public static void dropped(ThreadState thread) {
    if (thread == thread.interpreter.mainThread()
        && thread.interpreter.promptCollection().hasTime()) {
      collect(thread);
    }
  }
}

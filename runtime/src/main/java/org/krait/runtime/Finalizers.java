package org.krait.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.krait.runtime.types.PyStr;

/**
 * The objects of an interpreter that have a {@code __del__}, and its calls; and the generators and
 * coroutines whose end matters.
 *
 * <p>CPython calls {@code __del__} with the last reference, or when it finds a cycle that nobody can
 * reach. Here the collector says, at some time, that an object cannot be reached; {@code __del__} then
 * runs on a thread of the interpreter at its next safe point, in {@code gc.collect()}, or at the end.
 * As in CPython it runs once, also when it makes the object reachable again.
 *
 * <p>An object has one {@link Watch} as long as its {@code __del__} is due, and nobody else has it: the
 * two become unreachable together. Of all that Java offers only {@code finalize} then gives the object
 * back whole, whatever it refers to and whatever cycle it is in.
 */
public final class Finalizers {
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  /**
   * So many ends are done with at one poll, for the program has to go on too; while more wait, the threads
   * that make such objects do what is due themselves.
   */
  private static final int FLOOD = 1_000;

  /** With more such objects than these a thread that is not the main one looks whether they have ended. */
  private static final int CROWD = 20_000;

  private static final AtomicLong COUNT = new AtomicLong();
  private static final PyStr DEL = PyStr.interned("__del__");

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Watch> due = new ConcurrentLinkedQueue<>();
  private final AtomicInteger backlog = new AtomicInteger();
  private final AtomicBoolean isHelping = new AtomicBoolean();
  private volatile int crowd = CROWD;
  private final Interpreter interpreter;
  private final AtomicBoolean collectsIdly = new AtomicBoolean();

  private final Map<PyType, Settling> settling = new ConcurrentHashMap<>();

  /** Whether the main thread is going to look at what is due. */
  private final AtomicBoolean isAnnounced = new AtomicBoolean();

  private Finalizers(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** An object that says itself from when on its end matters, and keeps what tells of it. */
  public interface Watched {
    /** What tells of its end, or null. */
    Object watch();

    /** Notes what tells of its end. */
    void setWatch(Object teller);

    /** Its place among the {@link Latest} of a thread, or 0. */
    int place();

    /** Notes that place. */
    void setPlace(int place);

    /** Whether nothing is due at its end any more. */
    boolean isDone();

    /** Whether it is what others use to their own end, such as the file that a generator closes. */
    default boolean comesLast() {
      return false;
    }

    /** Whether a program may wait for its end at the moment at which it is dropped. */
    default boolean isAwaited() {
      return true;
    }

    /** Nobody refers to it any more: does what is due then; exceptions are shown, not raised. */
    void drop();
  }

  /**
   * The latest of a thread's objects whose end matters, which are not watched yet.
   *
   * <p>There is room for more once as many as there is room for got a watch and did not need it, as in
   * programs with many tasks at a time. Where they are dropped, the few places keep few of them alive.
   */
  static final class Latest {
    private static final int LEAST = 64;
    private static final int MOST = 2048;

    private Watched[] ring = new Watched[LEAST];
    private int next;
    private int needless;

    /** Takes one in; the one that has to make room, or null. */
    Watched add(Watched object) {
      Watched before = ring[next];
      ring[next] = object;
      object.setPlace(++next);
      if (next == ring.length) {
        next = 0;
      }
      if (before != null) {
        before.setPlace(0);
      }
      return before;
    }

    void remove(Watched object) {
      int at = object.place() - 1;
      if (at < ring.length && ring[at] == object) {
        ring[at] = null;
        object.setPlace(0);
      }
    }

    /** One of them was watched and is done. */
    void addNeedless() {
      if (++needless >= ring.length) {
        needless = 0;
        if (ring.length < MOST) {
          grow();
        }
      }
    }

    /** The end of one was told. */
    void addNeeded() {
      needless = 0;
    }

    private void grow() {
      Watched[] before = ring;
      int oldest = next;
      ring = new Watched[2 * before.length];
      next = 0;
      for (int i = 0; i < before.length; i++) {
        Watched object = before[(oldest + i) % before.length];
        if (object != null) {
          add(object);
        }
      }
    }
  }

  /**
   * When nothing is due at the end of an object of a type any more.
   *
   * @param unchanged whether its {@code __del__} still is the one of which this is known
   */
  private record Settling(Predicate<PyObject> isSettled, Assumption unchanged) {}

  /** Says of which objects of a type nobody waits for the end, as long as it has its {@code __del__}. */
  public static void settle(Interpreter interpreter, PyType type, Predicate<PyObject> isSettled) {
    of(interpreter).settling.put(type, new Settling(isSettled, type.unchanged(DEL)));
  }

  private boolean isSettled(PyObject object) {
    Settling known = settling.get(object.type());
    return known != null && known.unchanged.isValid() && known.isSettled.test(object);
  }

  /** What an object with a {@code __del__} holds; its end tells of the object's. */
  private static final class Watch {
    /** Null once its end no longer matters: what is to be finalized is kept alive for one more collection. */
    private volatile PyObject object;

    private volatile long number = COUNT.incrementAndGet();
    private final Entry entry;

    /** What {@link Identity} gave the object, which forgets it when the collector finds its end; or 0. */
    private volatile long identity;

    Watch(PyObject object, Finalizers home) {
      this.object = object;
      this.entry = new Entry(this, home);
    }

    @Override
    @SuppressWarnings({"removal", "Finalize"})
    protected void finalize() {
      entry.home.isDue(this);
    }
  }

  /** What the interpreter knows of a watch. */
  private static final class Entry extends WeakReference<Watch> {
    private final Finalizers home;

    Entry(Watch watch, Finalizers home) {
      super(watch);
      this.home = home;
    }
  }

  private static Finalizers of(Interpreter interpreter) {
    return interpreter.service(Finalizers.class, Finalizers::new);
  }

  /** A new watch over an object whose type has a {@code __del__}; only the object may keep it. */
  static Object watch(PyObject object) {
    ThreadState thread = ThreadState.current();
    Finalizers home = of(thread.interpreter);
    Watch watch = new Watch(object, home);
    home.entries.add(watch.entry);
    PromptCollection.attend(thread);
    if (home.backlog.get() > FLOOD || home.entries.size() > home.crowd) {
      thread.pending = true;
    }
    return watch;
  }

  /**
   * Has {@link Watched#drop} called when an object is dropped: from now on, until {@link #forget}.
   *
   * <p>For a generator or coroutine this is to be called when it is made, if it must be run at least
   * once, and when it is suspended, if leaving it there matters.
   *
   * <p>Most come to their end soon. So the latest of a thread are only noted there, and get a watch,
   * which costs the collector much, when others take their places.
   */
  public static void watchLater(ThreadState thread, Watched object) {
    if (object.place() == 0 && object.watch() == null) {
      Watched before = thread.latest.add(object);
      if (before != null) {
        watchNow(thread.interpreter, before);
      }
      if (!thread.isAttentive && object.isAwaited()) {
        PromptCollection.attendBriefly(thread);
      }
    }
  }

  /** The same without noting it among the latest: for what is seldom made, and may have to end while nobody makes more. */
  public static void watchAtOnce(ThreadState thread, Watched object) {
    watchNow(thread.interpreter, object);
    PromptCollection.attend(thread);
  }

  private static void watchNow(Interpreter interpreter, Watched object) {
    if (object.watch() == null && !object.isDone()) {
      Finalizers home = of(interpreter);
      PyObject value = (PyObject) object;
      Watch watch = new Watch(value, home);
      watch.identity = Identity.known(value);
      object.setWatch(watch);
      home.entries.add(watch.entry);
    }
  }

  /** When these come to their end together, it is the end of the first that is told first. */
  public static void order(ThreadState thread, PyObject first, PyObject second) {
    Watch watch = watchOf(second);
    if (watch != null) {
      if (first instanceof Watched watched && watched.place() != 0) {
        thread.latest.remove(watched);
        watchNow(thread.interpreter, watched);
      }
      watch.number = COUNT.incrementAndGet();
    }
  }

  /** When an object ends together with others, its end is told after theirs. */
  static void tellLast(PyObject object) {
    Watch watch = watchOf(object);
    if (watch != null) {
      watch.number = COUNT.incrementAndGet();
    }
  }

  /** The end of an object no longer matters. */
  public static void forget(ThreadState thread, Watched object) {
    if (object.place() != 0) {
      thread.latest.remove(object);
    }
    if (object.watch() != null) {
      forget(object);
      thread.latest.addNeedless();
    }
  }

  /** The same for an object that is {@linkplain #watchAtOnce watched at once}. */
  public static void forget(Watched object) {
    if (object.watch() instanceof Watch watch) {
      object.setWatch(null);
      if (watch.entry.home.entries.remove(watch.entry)) {
        watch.object = null;
      }
    }
  }

  /** Gives up the places for the latest objects, before a collection. */
  private static void release(Interpreter interpreter) {
    for (ThreadState thread : interpreter.threads()) {
      release(thread);
    }
  }

  /** The same for one thread, which may be about to end. */
  static void release(ThreadState thread) {
    Latest latest = thread.latest;
    // The oldest first, because ends are told in the order in which watches are made.
    for (int i = 0; i < latest.ring.length; i++) {
      int place = (latest.next + i) % latest.ring.length;
      Watched object = latest.ring[place];
      if (object != null) {
        latest.ring[place] = null;
        object.setPlace(0);
        watchNow(thread.interpreter, object);
      }
    }
  }

  private static Watch watchOf(PyObject object) {
    Object watch = null;
    if (object instanceof Watched watched && watched.watch() != null) {
      watch = watched.watch();
    } else if (object instanceof Shaped shaped && object.type().finalizes()) {
      watch = Extra.companion(shaped);
    }
    return watch instanceof Watch found ? found : null;
  }

  /** The identity that an object had before its end was found, or 0. */
  static long identity(PyObject object) {
    Watch watch = watchOf(object);
    return watch == null ? 0 : watch.identity;
  }

  /** Keeps an identity for the time after that. */
  static void setIdentity(PyObject object, long identity) {
    Watch watch = watchOf(object);
    if (watch != null) {
      watch.identity = identity;
    }
  }

  /** Whether {@code __del__} of an object has run. */
  public static boolean isFinalized(PyObject object) {
    Watch watch = watchOf(object);
    return watch != null && !watch.entry.home.entries.contains(watch.entry);
  }

  private void isDue(Watch watch) {
    if (entries.contains(watch.entry)) {
      due.add(watch);
      backlog.incrementAndGet();
      announce();
    }
  }

  private void announce() {
    if (isAnnounced.compareAndSet(false, true)) {
      interpreter.runSoon((Interpreter.Look) this::runWhenAllAreTold);
    }
  }

  /** From now on the JVM collects when the process waits: somebody else may wait for the end of an object. */
  public static void collectWhenIdle(Interpreter interpreter) {
    if (of(interpreter).collectsIdly.compareAndSet(false, true)) {
      IdleCollection.start(interpreter);
    }
  }

  /** Has the JVM collect, and does what is due at the ends of the objects that it found. */
  public static void collect(ThreadState thread) {
    collect(thread, false);
  }

  /**
   * The same.
   *
   * @param isRepeated whether it just has collected, and nothing was due
   */
  public static void collect(ThreadState thread, boolean isRepeated) {
    Interpreter interpreter = thread.interpreter;
    if (!isRepeated) {
      collectNow(interpreter);
    }
    interpreter.runPending(thread);
    WeakReferences.settle(interpreter);
    settle(interpreter);
  }

  /** Has the JVM collect; gives up before what only we hold. */
  static void collectNow(Interpreter interpreter) {
    release(interpreter);
    forgetDead(interpreter);
    System.gc();
  }

  /** Lets go of what is known of objects that earlier collections found: this one would have to go through it. */
  private static void forgetDead(Interpreter interpreter) {
    Identity.forgetDead();
    WeakReferences.forgetDead();
    interpreter.promptCollection().forgetDead();
  }

  /** Whether something is due when an object is dropped that a program may wait for. */
  static boolean isWatched(PyObject object) {
    if (object instanceof Watched watched) {
      return watched.isAwaited()
          && (watched.place() != 0 || watched.watch() != null)
          && !watched.isDone();
    }
    Watch watch = object.type().finalizes() ? watchOf(object) : null;
    return watch != null && watch.entry.home.entries.contains(watch.entry) && !watch.entry.home.isSettled(object);
  }

  /** Whether there may be such an object among the latest of a thread or the others. */
  static boolean isAnybodyWatched(ThreadState thread) {
    for (Watched object : thread.latest.ring) {
      if (object != null && object.isAwaited() && !object.isDone()) {
        return true;
      }
    }
    int count = 0;
    for (Entry entry : of(thread.interpreter).entries) {
      Watch watch = entry.get();
      PyObject object = watch == null ? null : watch.object;
      if (++count > Latest.LEAST || object != null && isWatched(object)) {
        return true;
      }
    }
    return false;
  }

  /** Calls what is due, after a collection: waits until the JVM has told of all that it found. */
  public static void settle(Interpreter interpreter) {
    await(interpreter);
    of(interpreter).run();
  }

  /** Waits until the JVM has told of all that a collection found, as long as it tells of any. */
  static void await(Interpreter interpreter) {
    Finalizers known = of(interpreter);
    long begin = System.nanoTime();
    long lastNews = begin;
    for (int missing = known.awaited(); missing > 0; ) {
      long now = System.nanoTime();
      if (now - lastNews > PATIENCE_NANOS) {
        return;
      }
      if (now - begin < 1_000_000) {
        // It takes some 50 microseconds.
        Thread.yield();
      } else {
        // Longer where many are awaited, because to count them takes time too.
        LockSupport.parkNanos(Math.min((now - begin) / 8, 20_000_000));
      }
      int before = missing;
      missing = known.awaited();
      if (missing != before) {
        lastNews = System.nanoTime();
      }
    }
  }

  /** Calls what is due at the ends that the JVM has told of. */
  static void runDue(Interpreter interpreter) {
    of(interpreter).run();
  }

  /** The same in a thread that is not the main one, where the main thread cannot keep up. */
  static void help(ThreadState thread) {
    Interpreter interpreter = thread.interpreter;
    Finalizers known = of(interpreter);
    if (thread.doesEnds) {
      return;
    }
    if (known.entries.size() > known.crowd && known.isHelping.compareAndSet(false, true)) {
      try {
        forgetDead(interpreter);
        System.gc();
        await(interpreter);
        known.crowd = Math.max(CROWD, 2 * (known.entries.size() - known.backlog.get()));
      } finally {
        known.isHelping.set(false);
      }
    }
    while (known.backlog.get() > FLOOD) {
      known.run(FLOOD);
    }
  }

  /** Whether more ends are told than can be done with at once. */
  static boolean isFlooded(Interpreter interpreter) {
    return of(interpreter).backlog.get() > FLOOD;
  }

  /** How many the collector has found and not told of yet. */
  private int awaited() {
    int found = 0;
    for (Entry entry : entries) {
      found += entry.refersTo(null) ? 1 : 0;
    }
    return Math.max(found - backlog.get(), 0);
  }

  /** Calls {@code __del__} of all objects that are left, at the end of the interpreter. */
  public static void finish(Interpreter interpreter) {
    release(interpreter);
    settle(interpreter);
    Finalizers known = of(interpreter);
    for (Entry entry : known.entries) {
      Watch watch = entry.get();
      if (watch != null) {
        known.due.add(watch);
        known.backlog.incrementAndGet();
      }
    }
    known.run();
  }

  /**
   * The JVM tells of the ends that one collection found one after the other, in no order. Calls before
   * the last of them would close a file, with a warning, that a generator of the same collection is
   * about to close.
   */
  private void runWhenAllAreTold() {
    isAnnounced.set(false);
    // A __del__ that polls does not begin with the next ends: where others keep making such objects, it would never return.
    if (!ThreadState.current().doesEnds && (backlog.get() > FLOOD || awaited() == 0)) {
      run(FLOOD);
    }
  }

  private void run() {
    run(Integer.MAX_VALUE);
  }

  /** Does what is due, for so many ends at most; what is due after that, at a later poll. */
  private void run(int most) {
    ThreadState thread = ThreadState.current();
    boolean didEnds = thread.doesEnds;
    thread.doesEnds = true;
    try {
      runInOrder(thread, most);
    } finally {
      thread.doesEnds = didEnds;
      if (!didEnds && !due.isEmpty()) {
        announce();
      }
    }
  }

  /**
   * What may still use others comes first, then what holds others, then the order in which the objects
   * were made.
   */
  private void runInOrder(ThreadState thread, int most) {
    List<Watch> all = new ArrayList<>();
    for (Watch watch = due.poll(); watch != null; watch = all.size() < most ? due.poll() : null) {
      backlog.decrementAndGet();
      if (entries.remove(watch.entry)) {
        all.add(watch);
      }
    }
    if (all.size() > 1) {
      all.sort(Finalizers::compare);
    }
    if (all.size() < 2) {
      all.forEach(watch -> call(watch.object));
      return;
    }
    boolean wasCollecting = thread.isCollecting;
    thread.isCollecting = true;
    try {
      for (int place : DropOrder.of(all.stream().map(watch -> watch.object).toList())) {
        call(all.get(place).object);
      }
    } finally {
      thread.isCollecting = wasCollecting;
    }
  }

  // Not the JDK's comparators: those are lambdas that no AOT cache holds, some milliseconds for each process.
  private static int compare(Watch one, Watch other) {
    int byKind = Boolean.compare(isLast(one.object), isLast(other.object));
    return byKind != 0 ? byKind : Long.compare(one.number, other.number);
  }

  private static boolean isLast(PyObject object) {
    return object instanceof Watched watched && watched.comesLast();
  }

  private static void call(PyObject object) {
    ThreadState.current().interpreter.addAside();
    if (object instanceof Watched watched && watched.watch() != null) {
      ThreadState.current().latest.addNeeded();
      watched.drop();
      return;
    }
    PyObject method = object.type().special(Special.DEL);
    if (method == null) {
      return;
    }
    PyObject called = method;
    try {
      if (SpecialCalls.takesSelf(method)) {
        method.call(object);
      } else {
        called = SpecialCalls.bound(method, object);
        called.call();
      }
    } catch (PyException e) {
      Unraisable.report(e, null, called);
    }
  }
}

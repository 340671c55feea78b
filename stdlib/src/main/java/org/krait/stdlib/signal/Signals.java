package org.krait.stdlib.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.os.OsErrors;

/**
 * The signals of a process: their handlers, those that wait, those that threads hold back.
 *
 * <p>A signal that the kernel sends is trapped when a handler is set or a thread blocks it, because a mask
 * of one thread means nothing where the Java machine has threads of its own; blocking is done here. Signals
 * that the Java machine needs (SIGILL, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT) and those for real time cannot be
 * trapped: handlers for them run when the program itself raises them.
 */
public final class Signals {
  static final PyLong DEFAULT = PyLong.of(0);
  static final PyLong IGNORE = PyLong.of(1);

  private static final String[] NAMES = {
    null, "HUP", "INT", null, null, "TRAP", "ABRT", null, null, null, "USR1", null, "USR2", "PIPE",
    "ALRM", "TERM", "STKFLT", "CHLD", "CONT", null, "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ",
    "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS"
  };

  /** How long a signal that the process sent itself may take until the Java machine passes it on. */
  private static final long SETTLE_NANOS = 200_000_000;

  private static final int INTERRUPT = 2;
  private static final int QUIT = 3;
  private static final int FIRST_REAL_TIME = 34;

  private static final CFunction SIGNAL = CFunction.wide("signal");
  private static final CFunction KILL = new CFunction("kill");
  private static final CFunction GETPID = new CFunction("getpid");

  /** What comes before the handlers, in whatever thread a signal arrives. */
  public interface Watcher {
    void arrived(int number);

    /** Whether the signal then does what it would have done without the watcher. */
    boolean passesOn();
  }

  private final Interpreter interpreter;
  private final Watcher[] watchers = new Watcher[SignalNames.COUNT];
  private final PyObject[] handlers = new PyObject[SignalNames.COUNT];
  private final BitSet tripped = new BitSet();
  private final BitSet held = new BitSet();
  private final BitSet trapped = new BitSet();

  /** Signals after which the kernel would go on with what they came into. */
  private final BitSet restarting = new BitSet();

  /** What each thread blocks; a new thread starts with what the main thread blocks. */
  private final ThreadLocal<BitSet> masks = ThreadLocal.withInitial(this::mainMask);

  private volatile BitSet mainMask = new BitSet();
  private volatile Thread main;
  private volatile int arrivals;

  /** True once the module is there, by which handlers are set. */
  private volatile boolean attached;

  WakeupDescriptor wakeup;

  private Signals(Interpreter interpreter) {
    this.interpreter = interpreter;
    BitSet ignored = ignoredAtStart();
    for (int i = 1; i < handlers.length; i++) {
      handlers[i] = ignored.get(i) ? IGNORE : DEFAULT;
    }
    handlers[13] = IGNORE;
    handlers[25] = IGNORE;
  }

  public static Signals of(Interpreter interpreter) {
    return interpreter.service(Signals.class, Signals::new);
  }

  private static BitSet ignoredAtStart() {
    BitSet set = new BitSet();
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("SigIgn:")) {
          long bits = Long.parseUnsignedLong(line.substring(7).trim(), 16);
          for (int i = 1; i <= 64; i++) {
            if ((bits >>> i - 1 & 1) != 0) {
              set.set(i);
            }
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      return set;
    }
    return set;
  }

  /**
   * What CPython does when it starts: Ctrl-C is an exception in the main thread. The signals on which the
   * Java machine would end in an orderly way end the process again, so that its parent sees by what.
   */
  public static void install(Interpreter interpreter) {
    Startup trap = new Startup(interpreter, Thread.currentThread());
    if (Trap.set("INT", trap::arrived)) {
      Trap.ignore("INT");
    }
    Trap.reset("TERM");
    Trap.reset("HUP");
  }

  /** Keeps the rest unloaded until a signal comes. */
  private record Startup(Interpreter interpreter, Thread main) {
    void arrived(int number) {
      Signals signals = of(interpreter);
      signals.main = main;
      signals.arrived(number);
    }
  }

  /** To be called by the main thread when {@code _signal} is made. */
  void attach(PyObject defaultInterrupt) {
    main = Thread.currentThread();
    attached = true;
    if (handlers[INTERRUPT] == DEFAULT) {
      handlers[INTERRUPT] = defaultInterrupt;
      trapped.set(INTERRUPT);
    }
  }

  public static boolean canTrap(int number) {
    return number < NAMES.length && NAMES[number] != null;
  }

  // ---- handlers

  synchronized PyObject handler(int number) {
    return SignalNames.isReserved(number) ? PyNone.NONE : handlers[number];
  }

  synchronized boolean isIgnored(int number) {
    return handlers[number] == IGNORE;
  }

  /** The watcher of a signal, or null. */
  public synchronized Watcher watcher(int number) {
    return watchers[number];
  }

  /** Sets the watcher of a signal; null for none. One that the kernel sends must be trappable for that. */
  public synchronized void watch(int number, Watcher watcher) {
    watchers[number] = watcher;
    if (canTrap(number)) {
      arrange(number);
    }
  }

  synchronized PyObject setHandler(int number, PyObject handler) {
    watchers[number] = null;
    restarting.clear(number);
    PyObject before = handlers[number];
    handlers[number] = handler;
    if (before == IGNORE && handler != IGNORE && (number == 1 || number == INTERRUPT || number == 15)) {
      // The Java machine traps none of these while they are ignored.
      SIGNAL.call(number, 0);
    }
    arrange(number);
    return before;
  }

  private synchronized boolean isRestarting(int number) {
    return restarting.get(number);
  }

  /** {@code siginterrupt}: whether a signal ends calls that wait; setting a handler makes it so again. */
  synchronized void setInterrupting(int number, boolean ends) {
    restarting.set(number, !ends);
  }

  /** Makes the kernel do with a signal what the handler and the mask ask for. */
  private void arrange(int number) {
    PyObject handler = handlers[number];
    boolean traps =
        mainMask.get(number) || watchers[number] != null || handler != DEFAULT && handler != IGNORE;
    if (canTrap(number)) {
      if (!traps && trapped.get(number) && SignalTimers.sends(number)) {
        SignalTimers.discardPending(number);
      }
      if (traps && !trapped.get(number)) {
        Trap.set(NAMES[number], this::arrived);
      } else if (!traps && handler == IGNORE) {
        Trap.ignore(NAMES[number]);
      } else if (!traps) {
        Trap.reset(NAMES[number]);
      }
      trapped.set(number, traps);
    } else if (!traps && (number == QUIT || number >= FIRST_REAL_TIME)) {
      SIGNAL.call(number, handler == IGNORE ? 1 : 0);
    }
  }

  // ---- arrival

  /** A signal is there; called in any thread. */
  private void arrived(int number) {
    Watcher watcher = watcher(number);
    if (watcher != null) {
      watcher.arrived(number);
      boolean ends = handler(number) == DEFAULT && !SignalNames.isHarmless(number);
      if (ends && watcher.passesOn()) {
        die(number);
      } else if (!watcher.passesOn() || handler(number) == DEFAULT) {
        arrivals = arrivals + 1;
        return;
      }
    }
    synchronized (this) {
      arrivals = arrivals + 1;
      if (mainMask.get(number)) {
        held.set(number);
        notifyAll();
        return;
      }
      tripped.set(number);
      notifyAll();
    }
    if (isRestarting(number)) {
      interpreter.runLater(this::runHandlers);
    } else {
      interpreter.runFirst(this::runHandlers);
    }
    // After that, so that who waits for the descriptor finds the handler due.
    WakeupDescriptor descriptor = wakeup;
    if (descriptor != null) {
      descriptor.write(number);
    }
    LockSupport.unpark(main);
  }

  /** Runs the handlers of the signals that have arrived, by number; in the main thread. */
  private void runHandlers() {
    ThreadState thread = interpreter.mainThread();
    for (int number = nextTripped(); number > 0; number = nextTripped()) {
      PyObject handler = handler(number);
      boolean good = false;
      try {
        if (number == INTERRUPT && handler == DEFAULT) {
          throw Errors.of(PyExceptions.KeyboardInterrupt);
        }
        if (handler != DEFAULT && handler != IGNORE && handler != PyNone.NONE) {
          handler.call(PyLong.of(number), thread.frame == null ? PyNone.NONE : thread.frame);
        }
        good = true;
      } finally {
        if (!good && anyTripped()) {
          interpreter.runFirst(this::runHandlers);
        }
      }
    }
  }

  private synchronized int nextTripped() {
    int number = tripped.nextSetBit(0);
    if (number > 0) {
      tripped.clear(number);
    }
    return number;
  }

  private synchronized boolean anyTripped() {
    return !tripped.isEmpty();
  }

  // ---- raising

  /**
   * {@code _thread.interrupt_main}: as if a signal had arrived, if the program handles it.
   *
   * @return false when there is no such signal
   */
  public boolean interrupt(ThreadState thread, int number) {
    if (number < 1 || number >= SignalNames.COUNT) {
      return false;
    }
    PyObject handler = handler(number);
    boolean handled = handler != DEFAULT && handler != IGNORE && handler != PyNone.NONE;
    if (handled || number == INTERRUPT && handler == DEFAULT && !attached) {
      arrived(number);
      runPending(thread);
    }
    return true;
  }

  /**
   * A signal that the program sends its own process, without the kernel where that makes no difference.
   *
   * @return false when the kernel has to be asked
   */
  public boolean raise(ThreadState thread, int number) {
    if (number < 1 || number >= SignalNames.COUNT) {
      return false;
    }
    PyObject handler = handler(number);
    if (number == 9 || number == 19 || SignalNames.isReserved(number)) {
      return false;
    }
    boolean isHandled = handler != DEFAULT && handler != IGNORE;
    if (mainMask.get(number) || isHandled || watcher(number) != null) {
      arrived(number);
      runPending(thread);
      return true;
    }
    if (handler == DEFAULT && !SignalNames.isHarmless(number)) {
      SIGNAL.call(number, 0);
    }
    return handler == IGNORE;
  }

  /** Ends the process by a signal, as if nothing had handled it. */
  public static void die(int number) {
    SIGNAL.call(number, 0);
    KILL.call(GETPID.call(), number);
    // The kernel may take another thread for it, and this one must not get any further.
    LockSupport.parkNanos(SETTLE_NANOS);
  }

  static void runPending(ThreadState thread) {
    if (thread.pending) {
      thread.interpreter.runPending(thread);
    }
  }

  /** How many have arrived, for {@link #settle}. */
  public long arrivals() {
    return arrivals;
  }

  /**
   * After the process has sent itself a signal by way of the kernel, where CPython's handler runs before
   * the call returns: gives the Java machine a moment to pass it on.
   *
   * @param before how many had arrived when it was sent
   */
  public void settle(ThreadState thread, int number, long before) {
    boolean comes = number > 0 && number < SignalNames.COUNT && isTrapped(number);
    long end = System.nanoTime() + SETTLE_NANOS;
    while (comes && arrivals == before && System.nanoTime() < end) {
      LockSupport.parkNanos(100_000);
    }
    runPending(thread);
  }

  private synchronized boolean isTrapped(int number) {
    return trapped.get(number);
  }

  // ---- masks

  private BitSet mainMask() {
    return (BitSet) mainMask.clone();
  }

  /** What the running thread blocks. */
  SortedSet<Integer> mask() {
    return setOf(masks.get());
  }

  private static SortedSet<Integer> setOf(BitSet bits) {
    SortedSet<Integer> set = new TreeSet<>();
    bits.stream().forEach(set::add);
    return set;
  }

  /** Changes what the running thread blocks; what no longer is blocked is delivered. */
  SortedSet<Integer> changeMask(ThreadState thread, int how, SortedSet<Integer> wanted) {
    BitSet mask = masks.get();
    BitSet bits = new BitSet();
    wanted.stream().filter(n -> n != 9 && n != 19).forEach(bits::set);
    SortedSet<Integer> before = setOf(mask);
    BitSet after = (BitSet) mask.clone();
    switch (how) {
      case 0 -> after.or(bits);
      case 1 -> after.andNot(bits);
      case 2 -> {
        after.clear();
        after.or(bits);
      }
      default -> throw OsErrors.make(OsErrors.EINVAL);
    }
    masks.set(after);
    if (thread == interpreter.mainThread()) {
      changeMainMask(thread, after);
    }
    return before;
  }

  private void changeMainMask(ThreadState thread, BitSet after) {
    BitSet released;
    synchronized (this) {
      BitSet changed = (BitSet) mainMask.clone();
      changed.xor(after);
      mainMask = after;
      released = (BitSet) held.clone();
      released.andNot(after);
      held.and(after);
      changed.stream().forEach(this::arrange);
    }
    released.stream().forEach(number -> release(thread, number));
    runPending(thread);
  }

  private void release(ThreadState thread, int number) {
    PyObject handler = handler(number);
    if (handler == DEFAULT && number != INTERRUPT) {
      KILL.call(GETPID.call(), number);
    } else if (handler != IGNORE) {
      arrived(number);
    }
  }

  /** Those that wait to be unblocked. */
  synchronized SortedSet<Integer> pending() {
    return setOf(held);
  }

  /**
   * Takes one of some signals off those that wait, waiting for it.
   *
   * @param nanos how long, negative for ever
   * @return the signal, 0 when the time was up
   */
  int take(ThreadState thread, SortedSet<Integer> wanted, long nanos) {
    BitSet bits = new BitSet();
    wanted.forEach(bits::set);
    long end = System.nanoTime() + nanos;
    try {
      synchronized (this) {
        bits.stream().filter(n -> canTrap(n) && !trapped.get(n)).forEach(this::trapForWait);
      }
      while (true) {
        synchronized (this) {
          BitSet found = (BitSet) held.clone();
          found.and(bits);
          if (!found.isEmpty()) {
            int number = found.nextSetBit(0);
            held.clear(number);
            return number;
          }
          long left = nanos < 0 ? Long.MAX_VALUE : end - System.nanoTime();
          if (left <= 0) {
            return 0;
          }
          if (!thread.interpreter.hasPending(true)) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, Math.min(left, 50_000_000)));
          }
        }
        runPending(thread);
      }
    } catch (InterruptedException e) {
      throw OsErrors.make(4);
    }
  }

  private void trapForWait(int number) {
    Trap.set(NAMES[number], this::arrived);
    trapped.set(number);
  }

  /** Waits until a handler has run. */
  void pause(ThreadState thread) {
    long before = arrivals;
    while (arrivals == before) {
      LockSupport.parkNanos(50_000_000);
    }
    runPending(thread);
  }
}

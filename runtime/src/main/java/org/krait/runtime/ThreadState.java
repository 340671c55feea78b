package org.krait.runtime;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.krait.runtime.execution.Handled;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;

/**
 * What a thread that runs Python code has for itself: its interpreter, its frames, the exception it
 * is handling.
 *
 * <p>Frames hold a reference to it, so that the interpreter loop never looks it up. Native functions
 * get it through {@link #current}, a field read on threads that we started.
 */
public final class ThreadState {
  private static final ThreadLocal<ThreadState> OTHERS = new ThreadLocal<>();

  /** A Java thread that Krait started. */
  public static class Carrier extends Thread {
    ThreadState state;

    public Carrier(ThreadGroup group, Runnable body, String name, long stackSize) {
      super(group, body, name, stackSize);
    }
  }

  public final Interpreter interpreter;

  /** The number of the Java thread that made the state, which is the one that runs with it. */
  public final long javaThread = Thread.currentThread().threadId();

  /** The running frame, or null. */
  public PyFrame frame;

  /** The innermost level of exceptions being handled. */
  public Handled handled = new Handled();

  /** Python calls and guarded native recursions now on this thread's stack. */
  public int depth;

  /**
   * What was raised in machine code that gave its caller null instead of throwing it: HotSpot takes 200 ns
   * to find the handler of each method that it leaves.
   */
  public PyBaseException passing;

  /** What a loop's method has written, on its way to the unit's own: see {@code Outlined}. */
  public final PyObject[] objects = new PyObject[64];

  public final long[] numbers = new long[64];

  public Throwable thrown;

  /**
   * The outermost of generators that wait for each other while the innermost runs alone; null once they are
   * on top, each with its frame. See {@code Delegation}.
   */
  public org.krait.runtime.execution.Resumable delegating;

  /** The coroutine or request that was run at once and waits, and what it yielded; see {@code Awaited}. */
  public PyObject suspended;

  public PyObject yielded;

  /** True while something waits for the next poll: signals, tracing requests, cancellation. */
  public volatile boolean pending;

  /**
   * True while it is worth to look at what loses references ({@link PromptCollection}); read and written
   * by the thread alone.
   */
  public boolean isAttentive;

  /** For how many objects {@link PromptCollection} need not ask whether there is time to look. */
  int unasked;

  /** True when something may have lost its last reference: a collection is due behind this instruction. */
  public boolean isCollectionDue;

  /** Whether it is doing what is due at the ends of many objects. */
  boolean doesEnds;

  /** {@code sys.settrace} and {@code sys.setprofile} functions, or null. */
  public PyObject traceFunction;

  public PyObject profileFunction;

  /** Above zero while a tool is told of an event, so that it is not watched itself. */
  public int tracing;

  /** The event that a tool is being told of ({@code Monitoring}), or -1. */
  public int event = -1;

  /** True while {@code gc.collect} runs in this thread, or what several objects' ends ask for that one collection found. */
  public boolean isCollecting;

  /** The current {@code contextvars.Context}, made on demand. */
  public PyObject context;

  /** The event loop that runs in this thread ({@code asyncio}), or null. */
  public PyObject runningLoop;

  /** Hooks for async generators ({@code sys.set_asyncgen_hooks}), or null. */
  public PyObject asyncGenFirstIter;

  public PyObject asyncGenFinalizer;

  /** {@code sys.set_coroutine_origin_tracking_depth}. */
  public int coroutineOriginDepth;

  /** The latest objects of this thread whose end matters. */
  final Finalizers.Latest latest = new Finalizers.Latest();

  /** The containers whose repr is under way, made on demand. */
  ReprGuard reprGuard;

  private boolean overflowed;

  /** Who is told of the thread's end, if it still lives then. */
  private final Map<Listener, Boolean> listeners = new WeakHashMap<>();

  private volatile Thread runner;

  public ThreadState(Interpreter interpreter) {
    this.interpreter = interpreter;
    Concurrency.threadAdded();
    interpreter.add(this);
  }

  /** The state of the running thread; an error of the embedding program when it has none. */
  public static ThreadState current() {
    ThreadState state = currentOrNull();
    if (state == null) {
      throw new IllegalStateException("this thread does not run Python");
    }
    return state;
  }

  /** The state of the running thread, or null. */
  public static ThreadState currentOrNull() {
    return Thread.currentThread() instanceof Carrier carrier ? carrier.state : OTHERS.get();
  }

  /** What keeps something for each thread. */
  public interface Listener {
    /** A thread has ended. */
    void ended(ThreadState thread);
  }

  /** To be called by the thread itself. */
  public void tellOfEnd(Listener listener) {
    listeners.put(listener, true);
  }

  void end() {
    for (Listener listener : List.copyOf(listeners.keySet())) {
      listener.ended(this);
    }
    listeners.clear();
  }

  /** The number by which {@code threading} knows the thread that runs this state. */
  public long ident() {
    Thread thread = runner;
    return thread == null ? 0 : thread.threadId();
  }

  /** Makes this the state of the running thread (null: none); returns the one before. */
  public static ThreadState enter(ThreadState state) {
    if (state != null) {
      state.runner = Thread.currentThread();
    }
    if (Thread.currentThread() instanceof Carrier carrier) {
      ThreadState before = carrier.state;
      carrier.state = state;
      return before;
    }
    ThreadState before = OTHERS.get();
    OTHERS.set(state);
    return before;
  }

  /**
   * To be called before a recursion that the user's data controls.
   *
   * @param where the end of the message, such as {@code " in comparison"}
   */
  public void enterRecursion(String where) {
    if (++depth > interpreter.recursionLimit) {
      depth--;
      tooDeep(where);
      depth++;
    }
  }

  private void tooDeep(String where) {
    if (overflowed && depth <= interpreter.recursionLimit + 50) {
      return;
    }
    overflowed = true;
    try {
      throw Errors.make(PyExceptions.RecursionError, "maximum recursion depth exceeded" + where);
    } finally {
      overflowed = false;
    }
  }

  /** Raises RecursionError when Python calls are nested too deeply, with some room to handle it. */
  public void checkDepth() {
    if (depth > interpreter.recursionLimit) {
      tooDeep("");
    }
  }

  /** To be called, in a {@code finally}, after a recursion. */
  public void leaveRecursion() {
    depth--;
  }
}

package org.krait.runtime.buffer;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyCell;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyMemoryView;

/**
 * The buffers that a resizable object has lent.
 *
 * <p>CPython gives a buffer back as soon as the last reference to its borrower goes. Here a borrower
 * that nobody closed counts until the garbage collector has seen that it is gone, which is asked for
 * when a resize would fail otherwise.
 */
public final class Exports {
  private static final String MACHINE_CODE = "python.";
  private static final String INTERPRETER = "org.krait.runtime.execution.Switch";
  private static final long SHARE = 20;

  /** How many frames are looked at for a view. */
  private static final int LOOKED_AT = 12;

  private static final long CREDIT = 200_000_000;
  private static final long LOADED = System.nanoTime();

  /** What asking has cost, in nanoseconds; the collector is the whole machine's. */
  private static final AtomicLong SPENT = new AtomicLong();

  private final List<WeakReference<Buffer>> lent = new ArrayList<>(2);
  private int open;

  /** Counts a buffer. */
  public synchronized void add(Buffer buffer) {
    if (!lent.isEmpty()) {
      lent.removeIf(reference -> reference.get() == null);
    }
    lent.add(new WeakReference<>(buffer));
    open = lent.size();
  }

  /** Counts it no longer. */
  public synchronized void remove(Buffer buffer) {
    lent.removeIf(reference -> reference.get() == buffer || reference.get() == null);
    open = lent.size();
  }

  /** Whether a buffer was not closed, though nobody may hold it any more. */
  public boolean isOpen() {
    return open > 0;
  }

  /** The buffers are on memory that is the object's no longer. */
  public synchronized void forget() {
    lent.clear();
    open = 0;
  }

  /** Whether someone still holds a buffer. */
  public boolean any() {
    return open > 0 && (isInVariable() || stillAny());
  }

  /**
   * As {@link #any}, but in doubt nobody holds a buffer: the collector is asked for at most a twentieth of
   * the time, and it finds what lies forgotten in the variables of a method that HotSpot interprets, such as
   * those of fresh machine code.
   */
  public boolean isSurelyHeld() {
    if (open == 0 || isInVariable()) {
      return open > 0;
    }
    return SPENT.get() < CREDIT + (System.nanoTime() - LOADED) / SHARE && stillAny() && !isInMachineCode();
  }

  /**
   * Whether a variable of a running function holds a view on one of the buffers: then the collector, which
   * costs far more, need not be asked. Behind interpreted code all frames are as programs would see them.
   */
  private boolean isInVariable() {
    ThreadState thread = ThreadState.currentOrNull();
    if (thread == null || isInMachineCode()) {
      return false;
    }
    int depth = 0;
    for (PyFrame frame = thread.frame; frame != null && depth < LOOKED_AT; frame = frame.back) {
      for (int i = 0; i < frame.code.localsCount; i++) {
        PyObject value = frame.slots[i];
        if (value instanceof PyCell cell && !cell.isNumber()) {
          value = cell.get();
        }
        if (value instanceof PyMemoryView view && has(view.buffer())) {
          return true;
        }
      }
      depth++;
    }
    return false;
  }

  private synchronized boolean has(Buffer buffer) {
    for (WeakReference<Buffer> reference : lent) {
      if (reference.refersTo(buffer)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the running function is machine code and not interpreted. */
  private static boolean isInMachineCode() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith(MACHINE_CODE) || name.equals(INTERPRETER))
                    .findFirst())
        .filter(name -> name.startsWith(MACHINE_CODE))
        .isPresent();
  }

  private boolean stillAny() {
    long begin = System.nanoTime();
    System.gc();
    SPENT.addAndGet(System.nanoTime() - begin);
    remove(null);
    return open > 0;
  }
}

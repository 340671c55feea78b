package org.krait.stdlib.tracemalloc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.AllocationWatch;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyFrame;
import org.krait.runtime.types.PyAnySet;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * The objects that were made while tracing was on, found by their identity, as long as they live.
 *
 * <p>The collector clears the references to those that are dead; {@link #sweep} takes these out. Until
 * then they count, so what is said of the memory in use follows a collection. The peak is as good as
 * that: when what is known comes to a new height, the collector is asked whether it is true.
 */
final class Traces implements AllocationWatch {
  private static final int FIRST_SIZE = 1 << 10;
  private static final long LEAST_STEP = 16 << 10;

  /** A new height is one that exceeds the last by a sixteenth. */
  private static final int STEP_SHIFT = 4;

  /** The collector rests so many times as long as it worked. */
  private static final int PAUSE = 2;

  private final int frames;
  private final Map<Traceback, Traceback> tracebacks = new HashMap<>();
  private Trace[] table = new Trace[FIRST_SIZE];
  private int count;
  private int sweepAt = FIRST_SIZE;
  private long size;

  /** The greatest size that the collector has confirmed. */
  private long peak;

  /** The greatest size since then. */
  private long height;

  /** When the collector may be asked again. */
  private long next = System.nanoTime();

  Traces(int frames) {
    this.frames = frames;
  }

  int frames() {
    return frames;
  }

  // ---- what instructions made

  @Override
  public synchronized void made(PyFrame frame, PyObject object) {
    if (!BlockSizes.isShared(object)) {
      add(object, null, frame);
    }
  }

  @Override
  public synchronized void madeWhole(PyFrame frame, PyObject object) {
    if (BlockSizes.isShared(object)) {
      return;
    }
    ArrayDeque<PyObject> left = new ArrayDeque<>();
    Traceback where = traceback(frame);
    if (find(object) != null || add(object, where, frame)) {
      pushParts(object, left);
    }
    while (!left.isEmpty()) {
      PyObject part = left.pop();
      if (add(part, where, frame)) {
        pushParts(part, left);
      }
    }
  }

  private static void pushParts(PyObject object, ArrayDeque<PyObject> left) {
    if (object instanceof PyTuple tuple) {
      for (PyObject item : tuple.items()) {
        pushValue(item, left);
      }
    } else if (object instanceof PyList list) {
      for (int i = 0; i < list.size(); i++) {
        pushValue(list.get(i), left);
      }
    } else if (object instanceof PyAnySet set) {
      for (PyObject item : set.toArray()) {
        pushValue(item, left);
      }
    } else if (object instanceof PyDict dict) {
      for (int i = dict.firstEntry(); i < dict.limit(); i++) {
        pushValue(dict.keyAt(i), left);
        pushValue(dict.valueAt(i), left);
      }
    } else if (object instanceof PyCode code) {
      for (PyObject constant : code.load().constants) {
        pushValue(constant, left);
      }
    }
  }

  /** What was found in something new is new too if it is a plain value. */
  private static void pushValue(PyObject value, ArrayDeque<PyObject> left) {
    boolean isPlain =
        value instanceof PyInt
            || value instanceof PyStr
            || value instanceof PyFloat
            || value instanceof PyByteString
            || value instanceof PyTuple
            || value instanceof PyList
            || value instanceof PyDict
            || value instanceof PyAnySet
            || value instanceof PyCode;
    if (isPlain && !BlockSizes.isShared(value)) {
      left.push(value);
    }
  }

  /** Adds an object unless it is known. */
  private boolean add(PyObject object, Traceback where, PyFrame frame) {
    int hash = System.identityHashCode(object);
    for (Trace trace = table[hash & table.length - 1]; trace != null; trace = trace.next) {
      if (trace.hash == hash && trace.refersTo(object)) {
        return false;
      }
    }
    if (count >= sweepAt) {
      sweep();
    }
    Trace trace = new Trace(object, hash, where == null ? traceback(frame) : where);
    int place = hash & table.length - 1;
    trace.next = table[place];
    table[place] = trace;
    count++;
    grow(trace.size());
    return true;
  }

  @Override
  public synchronized void changed(PyFrame frame, PyObject object) {
    if (!BlockSizes.isGrowing(object)) {
      return;
    }
    Trace trace = find(object);
    if (trace == null) {
      return;
    }
    long held =
        trace.held == 0 && object instanceof PyList list && list.size() > 0
            ? BlockSizes.first(list.size())
            : BlockSizes.held(object, trace.held);
    if (held != trace.held) {
      long more = held - trace.held;
      trace.held = held;
      trace.heldAt = traceback(frame);
      grow(more);
    }
  }

  private Traceback traceback(PyFrame frame) {
    Traceback made = Traceback.of(frame, frames);
    Traceback known = tracebacks.putIfAbsent(made, made);
    return known == null ? made : known;
  }

  private Trace find(PyObject object) {
    int hash = System.identityHashCode(object);
    for (Trace trace = table[hash & table.length - 1]; trace != null; trace = trace.next) {
      if (trace.hash == hash && trace.refersTo(object)) {
        return trace;
      }
    }
    return null;
  }

  // ---- how much it is

  private void grow(long more) {
    size += more;
    if (size <= height) {
      return;
    }
    height = size;
    if (size > peak + Math.max(LEAST_STEP, peak >> STEP_SHIFT)) {
      confirm();
    }
  }

  /** Is there as much as it seems, or are most of the objects dead? */
  private void confirm() {
    if (System.nanoTime() - next < 0) {
      return;
    }
    sweep();
    if (size > peak + Math.max(LEAST_STEP, peak >> STEP_SHIFT)) {
      long before = System.nanoTime();
      System.gc();
      sweep();
      long now = System.nanoTime();
      next = now + (now - before) * PAUSE;
    }
    peak = Math.max(peak, size);
    height = size;
  }

  /** Takes out what the collector has found dead. */
  synchronized void sweep() {
    Trace[] old = table;
    int places = FIRST_SIZE;
    while (places < count) {
      places <<= 1;
    }
    Trace[] fresh = new Trace[places];
    int left = 0;
    for (Trace chain : old) {
      for (Trace trace = chain; trace != null; ) {
        Trace next = trace.next;
        if (trace.refersTo(null)) {
          size -= trace.size();
        } else {
          int place = trace.hash & places - 1;
          trace.next = fresh[place];
          fresh[place] = trace;
          left++;
        }
        trace = next;
      }
    }
    table = fresh;
    count = left;
    sweepAt = Math.max(FIRST_SIZE, 2 * left);
  }

  /** The memory in use and its peak, in bytes; to be asked behind a collection. */
  synchronized long[] memory() {
    sweep();
    peak = Math.max(peak, size);
    return new long[] {size, Math.max(peak, height)};
  }

  synchronized void resetPeak() {
    peak = size;
    height = size;
  }

  synchronized void clear() {
    table = new Trace[FIRST_SIZE];
    tracebacks.clear();
    count = 0;
    sweepAt = FIRST_SIZE;
    size = 0;
    peak = 0;
    height = 0;
  }

  /** What the traces themselves take, in bytes, about. */
  synchronized long ownMemory() {
    long bytes = 8L * table.length + 80L * count;
    for (Traceback traceback : tracebacks.keySet()) {
      bytes += traceback.bytes();
    }
    return bytes;
  }

  // ---- what programs see

  /** Blocks as {@code (domain, size, frames, number of frames)}. */
  synchronized PyList list() {
    List<PyObject> blocks = new ArrayList<>(count);
    for (Trace chain : table) {
      for (Trace trace = chain; trace != null; trace = trace.next) {
        blocks.add(block(trace.own, trace.madeAt));
        if (trace.held != 0) {
          blocks.add(block(trace.held, trace.heldAt));
        }
      }
    }
    return PyList.of(blocks.toArray(PyObject.NO_ARGS));
  }

  private static PyTuple block(long bytes, Traceback where) {
    return PyTuple.of(
        PyLong.ZERO, PyLong.of(bytes), where.frames(), PyLong.of(where.total));
  }

  /** Where an object was made, or null when that is not known. */
  synchronized PyTuple whereMade(PyObject object) {
    Trace trace = find(object);
    return trace == null ? null : trace.madeAt.frames();
  }
}

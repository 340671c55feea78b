package org.krait.stdlib.asyncio;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.WeakReferences;
import org.krait.runtime.types.PyTuple;

/**
 * {@code _asyncio._scheduled_tasks}: the tasks that are not done, held weakly.
 *
 * <p>CPython has a {@code WeakSet} here, into which each task goes with a weak reference and a call
 * when it is gone. This is a list that a task of our own leaves when it is done.
 */
@BuiltinType(
    name = "ScheduledTasks",
    module = "_asyncio",
    subclassable = false,
    disallowNew = true)
final class PyScheduledTasks extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyScheduledTasksTable());

  private static final int SMALL = 64;

  /** A task's place in the list. */
  static final class Entry extends WeakReference<PyObject> {
    private Entry before;
    private Entry after;

    Entry(PyObject task) {
      super(task);
    }
  }

  private final Entry ring = new Entry(null);
  private int size;

  /** When this many are there, those are looked for that are gone. */
  private int limit = SMALL;

  PyScheduledTasks() {
    ring.before = ring;
    ring.after = ring;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Takes a task in; its entry, to take it out again. */
  synchronized Entry enter(PyObject task) {
    if (size >= limit) {
      sweep();
    }
    Entry entry = new Entry(task);
    entry.before = ring.before;
    entry.after = ring;
    ring.before.after = entry;
    ring.before = entry;
    size++;
    return entry;
  }

  synchronized void leave(Entry entry) {
    if (entry.before != null) {
      entry.before.after = entry.after;
      entry.after.before = entry.before;
      entry.before = null;
      size--;
    }
  }

  private void sweep() {
    for (Entry entry = ring.after; entry != ring; ) {
      Entry next = entry.after;
      if (entry.refersTo(null)) {
        leave(entry);
      }
      entry = next;
    }
    limit = Math.max(SMALL, size * 2);
  }

  private synchronized List<Entry> entries() {
    List<Entry> all = new ArrayList<>(size);
    for (Entry entry = ring.after; entry != ring; entry = entry.after) {
      all.add(entry);
    }
    return all;
  }

  private Entry find(PyObject task) {
    for (Entry entry : entries()) {
      PyObject known = entry.get();
      if (known != null && Comparison.same(known, task)) {
        return entry;
      }
    }
    return null;
  }

  @Method(value = "add(self, item, /)", doc = "Adds a task.")
  void add(PyObject task) {
    if (!WeakReferences.isPossible(task)) {
      throw Errors.typeError(
          "cannot create weak reference to '%s' object", task.type().fullName());
    }
    if (task instanceof PyTask own) {
      if (own.entry == null) {
        own.entry = enter(task);
      }
    } else if (find(task) == null) {
      enter(task);
    }
  }

  @Method(value = "discard(self, item, /)", doc = "Removes a task if it is there.")
  void discard(PyObject task) {
    if (!WeakReferences.isPossible(task)) {
      throw Errors.typeError(
          "cannot create weak reference to '%s' object", task.type().fullName());
    }
    if (task instanceof PyTask own) {
      own.leave();
      return;
    }
    Entry entry = find(task);
    if (entry != null) {
      leave(entry);
    }
  }

  @Method("__contains__(self, item, /)")
  boolean contains(PyObject task) {
    return find(task) != null;
  }

  @Method("__len__(self, /)")
  int length() {
    return alive().size();
  }

  private List<PyObject> alive() {
    List<PyObject> tasks = new ArrayList<>();
    for (Entry entry : entries()) {
      PyObject task = entry.get();
      if (task != null) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return Iteration.iterator(PyTuple.of(alive().toArray(PyObject[]::new)));
  }
}

package org.krait.stdlib.selecting;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.Sequences;
import org.krait.runtime.types.*;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.libc.Waiting;
import org.krait.stdlib.os.ConstantTable;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.os.FileNumber;
import org.krait.stdlib.os.OsErrors;

/** The module {@code select}; {@code select} itself is done with {@code poll}, which has no limit. */
@BuiltinModule(value = "select", types = {PyEpoll.class})
public final class SelectModule implements NativeModule {
  static final int IN = 0x1;
  static final int PRIORITY = 0x2;
  static final int OUT = 0x4;
  static final int ERROR = 0x8;
  static final int HANG_UP = 0x10;
  static final int INVALID = 0x20;
  static final int ENTRY = 8;
  private static final int LIMIT = 1024;
  private static final int[] WISHES = {IN, OUT, PRIORITY};
  private static final int[] MEANINGS = {IN | HANG_UP | ERROR, OUT | ERROR, PRIORITY};

  @Override
  public void exec(PyModule module) {
    ConstantTable.enter(module.dict(), "select");
    module.dict().put(PyStr.interned("error"), PyExceptions.OSError);
  }

  @Function("poll()")
  static PyObject poll() {
    return new PyPoll();
  }

  @Function("select(rlist, wlist, xlist, timeout=None, /)")
  static PyObject select(PyObject read, PyObject write, PyObject other, PyObject timeout) {
    long deadline = Waiting.deadline(timeout(timeout));
    PyObject[] sequences = {read, write, other};
    PyObject[][] items = new PyObject[3][];
    int[][] numbers = new int[3][];
    Map<Integer, Integer> wishes = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      Asked asked = ask(sequences[i]);
      items[i] = asked.items;
      numbers[i] = asked.numbers;
      for (int number : asked.numbers) {
        wishes.merge(number, WISHES[i], (a, b) -> a | b);
      }
    }
    Map<Integer, Integer> ready = wait(wishes, deadline);
    PyObject[] lists = new PyObject[3];
    for (int i = 0; i < 3; i++) {
      PyList list = new PyList();
      for (int j = 0; j < items[i].length; j++) {
        if ((ready.getOrDefault(numbers[i][j], 0) & MEANINGS[i]) != 0) {
          list.append(items[i][j]);
        }
      }
      lists[i] = list;
    }
    return PyTuple.of(lists);
  }

  /** Objects and their descriptors. */
  private record Asked(PyObject[] items, int[] numbers) {}

  /** What {@code fileno()} of one does to a list is seen at once. */
  private static Asked ask(PyObject sequence) {
    PyObject[] fixed = sequence instanceof PyList ? null : items(sequence);
    List<PyObject> items = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < (fixed == null ? ((PyList) sequence).size() : fixed.length); i++) {
      PyObject item = fixed == null ? ((PyList) sequence).get(i) : fixed[i];
      int number = FileNumber.of(item);
      if (number >= LIMIT) {
        throw Errors.valueError("filedescriptor out of range in select()");
      }
      if (items.size() >= LIMIT) {
        throw Errors.valueError("too many file descriptors in select()");
      }
      items.add(item);
      numbers.add(number);
    }
    return new Asked(
        items.toArray(PyObject[]::new), numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  private static PyObject[] items(PyObject sequence) {
    if (!Sequences.isSequence(sequence) && org.krait.runtime.Attributes.getOrNull(sequence, "__iter__") == null) {
      throw Errors.typeError("arguments 1-3 must be sequences");
    }
    return Iteration.toArray(sequence);
  }

  /** Nanoseconds; negative for None. */
  private static long timeout(PyObject timeout) {
    if (timeout == PyNone.NONE) {
      return -1;
    }
    long nanos = Timeouts.nanos(timeout, "timeout must be a float or None");
    if (nanos < 0) {
      throw Errors.valueError("timeout must be non-negative");
    }
    return nanos;
  }

  private static Map<Integer, Integer> wait(Map<Integer, Integer> wishes, long deadline) {
    Descriptors table = Descriptors.current();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entries = arena.allocate((wishes.size() + 1L) * ENTRY, 8);
      long at = 0;
      for (Map.Entry<Integer, Integer> one : wishes.entrySet()) {
        entries.set(Native.INT, at, table.kernel(one.getKey()));
        entries.set(Native.SHORT, at + 4, (short) (int) one.getValue());
        at += ENTRY;
      }
      Waiting.poll(entries, wishes.size(), deadline);
      Map<Integer, Integer> ready = new LinkedHashMap<>();
      at = 0;
      for (int number : wishes.keySet()) {
        int events = entries.get(Native.SHORT, at + 6);
        if ((events & INVALID) != 0) {
          throw OsErrors.make(OsErrors.EBADF);
        }
        ready.put(number, events);
        at += ENTRY;
      }
      return ready;
    }
  }
}

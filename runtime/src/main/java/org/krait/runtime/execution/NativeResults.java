package org.krait.runtime.execution;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyAnySet;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyMap;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyTuple;

/**
 * What builtin functions give back, as far as somebody wants to know whether it is new ({@link
 * AllocationWatch}).
 *
 * <p>Nobody tells what happens inside them. So this knows those that hand out what there was, and those
 * iterables whose items are made when they are asked for; everything else that comes back is new.
 */
final class NativeResults {
  /** Functions and methods that hand out what somebody has. */
  private static final Set<String> PICKS =
      Set.of(
          "get", "pop", "popitem", "popleft", "setdefault", "getattr", "max", "min", "reduce", "vars",
          "globals", "locals", "eval", "exec", "intern", "lookup", "lookup_error", "getsignal", "heappop",
          "heapreplace", "heappushpop", "send", "throw", "get_running_loop", "_get_running_loop",
          "current_task", "get_nowait", "_get_traces", "_get_object_traceback", "__getitem__", "__getattribute__",
          "__get__", "__call__", "__import__", "create_builtin", "is_builtin", "result", "exception");

  /** Types of callables that call what they were given. */
  private static final Set<String> CALLERS =
      Set.of(
          "functools.partial", "functools._lru_cache_wrapper", "operator.itemgetter",
          "operator.attrgetter", "operator.methodcaller", "weakref.ReferenceType", "weakref.CallableProxyType",
          "staticmethod", "method-wrapper", "types.GenericAlias");

  /** Iterables whose items are made when they are asked for. */
  private static final Set<String> MAKERS =
      Set.of(
          "range", "range_iterator", "longrange_iterator", "str", "str_iterator", "str_ascii_iterator",
          "bytes", "bytes_iterator", "bytearray", "bytearray_iterator", "memoryview", "memory_iterator",
          "array.array", "array.arrayiterator", "_io.TextIOWrapper", "_io.BufferedReader", "_io.BytesIO",
          "_io.StringIO", "_io.FileIO", "_csv.reader", "itertools.count", "posix.ScandirIterator");

  /** Iterables that make tuples of items that there were. */
  private static final Set<String> TUPLE_MAKERS =
      Set.of(
          "zip", "enumerate", "dict_items", "dict_itemiterator", "dict_reverseitemiterator", "odict_items",
          "itertools.combinations", "itertools.combinations_with_replacement", "itertools.permutations",
          "itertools.product", "itertools.pairwise", "itertools.zip_longest", "itertools.batched",
          "itertools.groupby");

  private enum Items {
    OLD,
    NEW,
    TUPLES
  }

  private static final ConcurrentMap<PyType, Items> KINDS = new ConcurrentHashMap<>();

  private NativeResults() {}

  /** Whether the items that iteration gives are made for it. */
  static boolean makesItems(PyObject iterable) {
    if (iterable instanceof PyMap map) {
      return isNative(map.function());
    }
    return kind(iterable) == Items.NEW;
  }

  /** Whether iteration makes tuples of what there was. */
  static boolean makesTuples(PyObject iterable) {
    return kind(iterable) == Items.TUPLES;
  }

  private static Items kind(PyObject iterable) {
    PyType type = iterable.type();
    if (type.isHeap()) {
      return Items.OLD;
    }
    Items known = KINDS.get(type);
    if (known == null) {
      String name = type.fullName();
      known =
          MAKERS.contains(name)
              ? Items.NEW
              : TUPLE_MAKERS.contains(name) ? Items.TUPLES : Items.OLD;
      KINDS.put(type, known);
    }
    return known;
  }

  private static boolean isNative(PyObject callee) {
    if (callee instanceof PyType type) {
      return !type.isHeap();
    }
    return callee instanceof PyBuiltinFunction || callee instanceof PyMethodDescriptor;
  }

  /**
   * Tells of what a call gave back.
   *
   * @param s has the arguments from {@code from} up to {@code to}
   */
  static void tell(
      PyFrame frame,
      AllocationWatch watch,
      PyObject callee,
      PyObject[] s,
      int from,
      int to,
      PyObject result) {
    if (callee instanceof PyFunction function) {
      if (result instanceof Resumable resumable && resumable.frame().code == function.code()) {
        watch.made(frame, result);
      }
      return;
    }
    boolean fromContainer = false;
    for (int i = from; i < to; i++) {
      fromContainer |= isContainer(s[i]);
      watch.changed(frame, s[i]);
      if (s[i] == result) {
        return;
      }
    }
    if (callee instanceof PyType type) {
      constructed(frame, watch, type, s, from, to, result);
    } else if (!callee.type().isHeap() && !CALLERS.contains(callee.type().fullName())) {
      returned(frame, watch, callee, from < to ? s[from] : null, fromContainer, result);
    }
  }

  private static void constructed(
      PyFrame frame,
      AllocationWatch watch,
      PyType type,
      PyObject[] s,
      int from,
      int to,
      PyObject result) {
    if (type == PyType.TYPE && to - from == 1 || type.isHeap() && result.type() != type) {
      return;
    }
    filled(frame, watch, from < to ? s[from] : null, result);
  }

  /** A container with the items of an iterable. */
  private static void filled(
      PyFrame frame, AllocationWatch watch, PyObject iterable, PyObject result) {
    if (iterable != null && makesItems(iterable)) {
      watch.madeWhole(frame, result);
      return;
    }
    watch.made(frame, result);
    if (iterable != null && makesTuples(iterable) && result instanceof PyList list) {
      for (int i = 0; i < list.size(); i++) {
        item(frame, watch, iterable, list.get(i));
      }
    }
  }

  /** A tuple that an iterable made; {@code enumerate} makes the number in it too. */
  static void item(PyFrame frame, AllocationWatch watch, PyObject iterable, PyObject item) {
    watch.made(frame, item);
    if (iterable instanceof PyEnumerate && item instanceof PyTuple pair) {
      watch.made(frame, pair.get(0));
    }
  }

  private static void returned(
      PyFrame frame,
      AllocationWatch watch,
      PyObject callee,
      PyObject first,
      boolean fromContainer,
      PyObject result) {
    String name = "";
    boolean within = fromContainer;
    if (callee instanceof PyBuiltinFunction function) {
      name = function.table().name(function.id());
      within |= isContainer(function.self());
      if (function.self() == result) {
        return;
      }
    } else if (callee instanceof PyMethodDescriptor method) {
      name = method.table().name(method.id());
    }
    switch (name) {
      case "next", "__next__" -> {
        PyObject iterator = first == null ? ((PyBuiltinFunction) callee).self() : first;
        Allocating.iterated(frame, watch, iterator, result);
      }
      case "sorted" -> filled(frame, watch, first, result);
      case "__build_class__", "__new__" -> watch.made(frame, result);
      default -> {
        if (PICKS.contains(name) || isPart(result)) {
          return;
        }
        if (within) {
          watch.made(frame, result);
        } else {
          watch.madeWhole(frame, result);
        }
      }
    }
  }

  /** What builtin functions find rather than make. */
  private static boolean isPart(PyObject result) {
    return result instanceof PyType || result instanceof PyModule || result instanceof PyFunction;
  }

  private static boolean isContainer(PyObject value) {
    return value instanceof PyList
        || value instanceof PyTuple
        || value instanceof PyDict
        || value instanceof PyAnySet;
  }
}

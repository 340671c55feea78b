package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Instructions that may make objects, while somebody wants to know of those ({@link AllocationWatch}).
 *
 * <p>Each is done here, out of the interpreter loop, and its results are told of. What builtin functions
 * make inside is seen as far as it comes back ({@link NativeResults}).
 */
final class Allocating {
  private static final boolean[] WATCHED = new boolean[256];

  static {
    for (int op :
        new int[] {
          MAKE_CELL, MAKE_FUNCTION, UNARY_NEGATIVE, UNARY_INVERT, BINARY_OP, BINARY_SLICE, BINARY_SUBSCR,
          STORE_SUBSCR, STORE_SLICE, STORE_ATTR, STORE_NAME, STORE_GLOBAL, LOAD_ATTR, LOAD_SUPER_ATTR,
          GET_ITER, FOR_ITER, CALL, CALL_FUNCTION_EX, CALL_INTRINSIC_1, BUILD_TUPLE, BUILD_LIST, BUILD_SET,
          BUILD_MAP, BUILD_CONST_KEY_MAP, BUILD_SLICE, BUILD_STRING, FORMAT_VALUE, LIST_APPEND, LIST_EXTEND,
          SET_ADD, SET_UPDATE, MAP_ADD, DICT_UPDATE, DICT_MERGE, UNPACK_SEQUENCE, UNPACK_EX
        }) {
      WATCHED[op] = true;
    }
  }

  private Allocating() {}

  /** Whether an instruction may make an object or let one grow. */
  static boolean isWatched(int op) {
    return WATCHED[op];
  }

  /** Does the instruction at {@code frame.pc} and tells of what it made; a {@code NOP}. */
  static int run(PyFrame frame, Instrumentation data, int word, AllocationWatch watch) {
    int op = word & 0xff;
    int arg = word >>> 8;
    int at = frame.pc;
    int next = at + 1 + OpcodeTable.caches(op);
    switch (op) {
      case FOR_ITER -> {
        return forIter(frame, watch, next, arg);
      }
      case CALL -> call(frame, data, watch, arg);
      case CALL_FUNCTION_EX -> callEx(frame, watch, arg);
      case BINARY_OP, BINARY_SUBSCR, BINARY_SLICE -> operate(frame, watch, op, arg);
      case STORE_SUBSCR, STORE_SLICE, STORE_ATTR, STORE_NAME, STORE_GLOBAL ->
          store(frame, watch, op, arg);
      case LOAD_ATTR -> load(frame, watch, arg);
      case LIST_APPEND, LIST_EXTEND, SET_ADD, SET_UPDATE, MAP_ADD, DICT_UPDATE, DICT_MERGE ->
          add(frame, watch, op, arg);
      case UNPACK_SEQUENCE, UNPACK_EX -> unpack(frame, watch, op, arg);
      default -> build(frame, at < data.first ? caller(frame) : frame, watch, op, arg);
    }
    return Instrumented.done(frame, next);
  }

  private static int forIter(PyFrame frame, AllocationWatch watch, int next, int arg) {
    PyObject[] s = frame.slots;
    PyObject iterator = s[frame.sp - 1];
    PyObject item = Iteration.next(iterator);
    if (item == null) {
      s[--frame.sp] = null;
      return Instrumented.done(frame, next + arg + 1);
    }
    iterated(frame, watch, iterator, item);
    s[frame.sp++] = item;
    return Instrumented.done(frame, next);
  }

  /** Tells of an item that an iterator gave. */
  static void iterated(PyFrame frame, AllocationWatch watch, PyObject iterator, PyObject item) {
    if (NativeResults.makesItems(iterator)) {
      watch.madeWhole(frame, item);
    } else if (NativeResults.makesTuples(iterator)) {
      NativeResults.item(frame, watch, iterator, item);
    }
  }

  private static void call(
      PyFrame frame, Instrumentation data, AllocationWatch watch, int arg) {
    PyObject[] s = frame.slots;
    int base = frame.sp - arg - 2;
    PyStr[] keywords = Instrumented.keywords(frame.code, data, frame.pc);
    PyObject result = Calls.call(frame, s, base, arg, keywords);
    called(frame, watch, s[base], s, base + 1, frame.sp, result);
    s[base] = result;
    frame.sp = Instructions.drop(s, frame.sp, arg + 1);
  }

  /**
   * Tells of what a call gave back.
   *
   * @param function what was called, or null when it stands in front of the arguments
   */
  static void called(
      PyFrame frame,
      AllocationWatch watch,
      PyObject function,
      PyObject[] s,
      int from,
      int to,
      PyObject result) {
    PyObject callee = function == null ? s[from++] : function;
    if (callee instanceof PyBoundMethod method) {
      watch.changed(frame, method.self);
      callee = method.function;
    } else if (callee instanceof PyBuiltinFunction bound) {
      watch.changed(frame, bound.self());
    }
    NativeResults.tell(frame, watch, callee, s, from, to, result);
  }

  private static void callEx(PyFrame frame, AllocationWatch watch, int arg) {
    PyObject[] s = frame.slots;
    int top = frame.sp - (arg & 1);
    PyObject callee = s[top - 2];
    PyObject[] args = s[top - 1] instanceof PyTuple tuple ? tuple.items() : PyObject.NO_ARGS;
    frame.sp = Instructions.execute(frame, CALL_FUNCTION_EX, arg, frame.sp);
    called(frame, watch, callee, args, 0, args.length, s[frame.sp - 1]);
  }

  /** Operators and subscripts with their operands on the stack. */
  private static void operate(PyFrame frame, AllocationWatch watch, int op, int arg) {
    PyObject[] s = frame.slots;
    int sp = frame.sp;
    if (op == BINARY_SLICE) {
      PyObject container = s[sp - 3];
      frame.sp = Instructions.execute(frame, op, arg, sp);
      tell(frame, watch, s[frame.sp - 1], container, container);
      return;
    }
    PyObject a = s[sp - 2];
    PyObject b = s[sp - 1];
    PyObject result = op == BINARY_OP ? Instructions.binary(arg, a, b) : Items.get(a, b);
    s[sp - 2] = result;
    s[sp - 1] = null;
    frame.sp = sp - 1;
    if (op == BINARY_OP || b instanceof PySlice || NativeResults.makesItems(a)) {
      tell(frame, watch, result, a, b);
    }
  }

  /** An operator of a program's class gives what its method made, which has been told of there. */
  private static void tell(
      PyFrame frame, AllocationWatch watch, PyObject result, PyObject a, PyObject b) {
    if (result == a || result == b) {
      watch.changed(frame, result);
    } else if (!a.type().isHeap() && !b.type().isHeap()) {
      watch.made(frame, result);
    }
  }

  private static void store(PyFrame frame, AllocationWatch watch, int op, int arg) {
    PyObject[] s = frame.slots;
    int sp = frame.sp;
    PyObject changed;
    switch (op) {
      case STORE_SUBSCR -> {
        changed = s[sp - 2];
        Items.set(s[sp - 2], s[sp - 1], s[sp - 3]);
        frame.sp = Instructions.drop(s, sp, 3);
      }
      case STORE_SLICE -> {
        changed = s[sp - 3];
        frame.sp = Instructions.execute(frame, op, arg, sp);
      }
      case STORE_ATTR -> {
        changed = s[sp - 1];
        AttributeCache.store(frame, frame.pc, s[sp - 1], frame.code.names[arg], s[sp - 2]);
        frame.sp = Instructions.drop(s, sp, 2);
      }
      case STORE_NAME -> {
        changed = frame.locals == null ? frame.globals : frame.locals;
        Variables.storeName(frame, frame.code.names[arg], s[sp - 1]);
        frame.sp = Instructions.drop(s, sp, 1);
      }
      default -> {
        changed = frame.globals;
        frame.globals.put(frame.code.names[arg], s[sp - 1]);
        frame.sp = Instructions.drop(s, sp, 1);
      }
    }
    watch.changed(frame, changed);
  }

  private static void load(PyFrame frame, AllocationWatch watch, int arg) {
    PyObject[] s = frame.slots;
    int sp = frame.sp;
    PyStr name = frame.code.names[arg >> 1];
    if ((arg & 1) == 0) {
      PyObject owner = s[sp - 1];
      PyObject value = AttributeCache.load(frame, frame.pc, owner, name);
      s[sp - 1] = value;
      if (isBoundTo(value, owner)) {
        watch.made(frame, value);
      }
    } else {
      AttributeCache.loadMethod(frame, frame.pc, s, sp - 1, name);
      frame.sp = sp + 1;
    }
  }

  /** Whether an attribute was bound to its owner when it was asked for. */
  private static boolean isBoundTo(PyObject value, PyObject owner) {
    PyObject self =
        value instanceof PyBoundMethod method
            ? method.self
            : value instanceof PyBuiltinFunction function ? function.self() : null;
    return self != null && !(owner instanceof PyModule) && (self == owner || self == owner.type());
  }

  private static void add(PyFrame frame, AllocationWatch watch, int op, int arg) {
    PyObject[] s = frame.slots;
    int sp = frame.sp;
    PyObject container = s[op == MAP_ADD ? sp - 2 - arg : sp - 1 - arg];
    if (op == LIST_APPEND) {
      ((PyList) container).append(s[sp - 1]);
      frame.sp = Instructions.drop(s, sp, 1);
    } else {
      PyObject more = s[sp - 1];
      frame.sp = Instructions.execute(frame, op, arg, sp);
      if (op == LIST_EXTEND && NativeResults.makesItems(more)) {
        watch.madeWhole(frame, container);
      }
    }
    watch.changed(frame, container);
  }

  private static void unpack(PyFrame frame, AllocationWatch watch, int op, int arg) {
    PyObject[] s = frame.slots;
    PyObject sequence = s[frame.sp - 1];
    int from = frame.sp - 1;
    frame.sp =
        op == UNPACK_SEQUENCE
            ? Items.unpack(s, from, arg)
            : Instructions.execute(frame, op, arg, frame.sp);
    boolean makesItems = NativeResults.makesItems(sequence);
    for (int i = from; i < frame.sp; i++) {
      if (makesItems) {
        watch.made(frame, s[i]);
      } else if (op == UNPACK_EX && i == frame.sp - 1 - (arg & 0xff)) {
        watch.made(frame, s[i]);
      }
    }
  }

  /** Instructions of which nothing is known but that they leave their result on the stack. */
  private static void build(
      PyFrame frame, PyFrame shown, AllocationWatch watch, int op, int arg) {
    PyObject[] s = frame.slots;
    int sp = frame.sp;
    switch (op) {
      case BUILD_TUPLE, BUILD_LIST -> {
        sp -= arg;
        PyObject[] items = Calls.take(s, sp, arg);
        s[sp] = op == BUILD_TUPLE ? PyTuple.of(items) : PyList.display(items);
        frame.sp = sp + 1;
      }
      case GET_ITER -> s[sp - 1] = Iteration.iterator(s[sp - 1]);
      default -> frame.sp = Instructions.execute(frame, op, arg, sp);
    }
    PyObject result = op == MAKE_CELL ? s[arg] : s[frame.sp - 1];
    watch.made(shown, result);
  }

  /** Tells of the cells that a frame made before anybody could be told. */
  static void cells(PyFrame frame, AllocationWatch watch) {
    for (int i = 0; i < frame.code.localsCount - frame.code.freeCount(); i++) {
      if (frame.slots[i] instanceof PyCell cell) {
        watch.made(caller(frame), cell);
      }
    }
  }

  /** A frame that is still making its cells has no place in tracebacks, but who called it. */
  private static PyFrame caller(PyFrame frame) {
    return frame.back == null ? frame : frame.back;
  }
}

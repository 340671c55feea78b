package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.Held;
import org.krait.runtime.PromptCollection;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyWeakReference;

/**
 * The instructions that may take the last reference from an object, as the interpreter runs them while
 * its thread is {@linkplain ThreadState#isAttentive attentive}.
 *
 * <p>Nobody else pays for them: attentive threads read their instructions from an array of their own
 * ({@link PyCode#attentive}), in which {@link #ATTENTIVE} stands for each of these.
 *
 * <p>Each does its work, then looks at what is no longer referred to from where it was: does it lead, in a
 * few steps, to an object whose end matters, and is that held by nothing that is near at hand? Then a
 * {@linkplain PromptCollection collection} follows, which knows. It comes behind all Java variables that
 * hold the object: HotSpot's interpreter counts those until their method is over.
 */
final class Drops {
  /** Stands for an instruction that may let go of something: no number of CPython's. */
  static final int ATTENTIVE = 255;

  /** How many objects are looked at to find one whose end matters. */
  private static final int REACH = 60;

  /** How many are looked at to find what holds it. */
  private static final int HOLDERS = 1500;

  /** Containers with more items are passed over. */
  private static final int LARGE = 300;

  /** How many callers are looked at. */
  private static final int CALLERS = 60;

  private static final String CLEAR = "clear";

  private Drops() {}

  // ---- instructions

  /** The word for an attentive thread. */
  static int attentive(int word) {
    return switch (word & 0xff) {
      case POP_TOP, STORE_FAST, STORE_DEREF, STORE_NAME, STORE_GLOBAL, STORE_ATTR, STORE_SUBSCR,
          STORE_SLICE, DELETE_FAST, DELETE_DEREF, DELETE_NAME, DELETE_GLOBAL, DELETE_ATTR,
          DELETE_SUBSCR, POP_EXCEPT, CALL, CALL_FUNCTION_EX, RETURN_VALUE, RETURN_CONST ->
          ATTENTIVE;
      case LOAD_ATTR -> (word >>> 8 & 1) == 0 ? ATTENTIVE : word;
      default -> word;
    };
  }

  /**
   * Runs the instruction at {@code frame.pc}; {@code frame.sp} is the stack's top, before and after.
   *
   * @return the word to run at {@code frame.pc}; a {@code NOP} when the instruction is done
   */
  static int run(PyFrame frame, PyStr[] keywords) {
    PyCode code = frame.code;
    int at = frame.pc;
    int word = code.original(at);
    int op = word & 0xff;
    if (!frame.thread.isAttentive) {
      return word;
    }
    code.countAttention();
    PromptCollection.charge(frame.thread, 1);
    if (op == RETURN_VALUE || op == RETURN_CONST) {
      ended(frame, op == RETURN_CONST ? code.constants[word >>> 8] : frame.slots[frame.sp - 1]);
      return word;
    }
    frame.sp = runAndLook(frame, op, word >>> 8, keywords);
    if (frame.thread.isCollectionDue) {
      PromptCollection.collect(frame.thread);
    }
    return Instrumented.done(frame, at + 1 + OpcodeTable.caches(op));
  }

  private static int runAndLook(PyFrame frame, int op, int arg, PyStr[] keywords) {
    PyObject[] s = frame.slots;
    int sp = frame.sp;
    switch (op) {
      case POP_TOP -> take(frame, s, --sp);
      case STORE_FAST -> replaceFast(frame, s, arg, --sp);
      case STORE_DEREF -> replaceInCell(frame, (PyCell) s[arg], s, --sp);
      case STORE_NAME -> replaceName(frame, frame.code.names[arg], s, --sp);
      case STORE_GLOBAL -> replaceGlobal(frame, frame.code.names[arg], s, --sp);
      case LOAD_ATTR -> loadAndLook(frame, s, sp - 1, frame.code.names[arg >> 1]);
      case STORE_ATTR -> {
        replaceAttribute(frame, s, sp, frame.code.names[arg]);
        return sp - 2;
      }
      case STORE_SUBSCR -> {
        replaceItem(frame, s, sp);
        return sp - 3;
      }
      case CALL -> {
        callAndLook(frame, s, sp - arg - 2, arg, keywords);
        return sp - arg - 1;
      }
      default -> {
        return executeAndLook(frame, op, arg, sp);
      }
    }
    return sp;
  }

  private static void take(PyFrame frame, PyObject[] s, int top) {
    PyObject value = s[top];
    s[top] = null;
    look(frame, value, false);
  }

  private static void replaceFast(PyFrame frame, PyObject[] s, int slot, int top) {
    PyObject before = s[slot];
    s[slot] = s[top];
    s[top] = null;
    if (before != s[slot]) {
      look(frame, before, true);
    }
  }

  private static void replaceInCell(PyFrame frame, PyCell cell, PyObject[] s, int top) {
    PyObject before = cell.get();
    cell.set(s[top]);
    s[top] = null;
    look(frame, before, true);
  }

  private static void replaceName(PyFrame frame, PyStr name, PyObject[] s, int top) {
    PyObject before = named(frame, name);
    Variables.storeName(frame, name, s[top]);
    s[top] = null;
    look(frame, before, true);
  }

  private static void replaceGlobal(PyFrame frame, PyStr name, PyObject[] s, int top) {
    PyObject before = frame.globals.get(name);
    frame.globals.put(name, s[top]);
    s[top] = null;
    look(frame, before, true);
  }

  /** {@code LOAD_ATTR} of no method: the value takes the place of its owner. */
  private static void loadAndLook(PyFrame frame, PyObject[] s, int top, PyStr name) {
    PyObject owner = s[top];
    s[top] = AttributeCache.load(frame, frame.pc, owner, name);
    look(frame, owner, false);
  }

  /** {@code STORE_ATTR}: the owner on top, the value below. */
  private static void replaceAttribute(PyFrame frame, PyObject[] s, int sp, PyStr name) {
    PyObject before = s[sp - 1].ownAttribute(name);
    AttributeCache.store(frame, frame.pc, s[sp - 1], name, s[sp - 2]);
    Instructions.drop(s, sp, 2);
    look(frame, before, true);
  }

  /** {@code STORE_SUBSCR}: the key on top, then the container, then the value. */
  private static void replaceItem(PyFrame frame, PyObject[] s, int sp) {
    if (frame.code.profile != null) {
      Profile.subscript(frame.code, frame.pc, s[sp - 2], s[sp - 1]);
    }
    PyObject before = item(s[sp - 2], s[sp - 1]);
    Items.set(s[sp - 2], s[sp - 1], s[sp - 3]);
    Instructions.drop(s, sp, 3);
    look(frame, before, true);
  }

  /** {@code CALL}: the result comes to {@code base}, and what was above goes. */
  private static void callAndLook(
      PyFrame frame, PyObject[] s, int base, int count, PyStr[] keywords) {
    PyObject content = clears(s[base]) ? copy(s[base + 1]) : null;
    PyFrame own = keywords == null ? frameOf(frame, s, base, count) : null;
    PyObject result =
        own != null ? Execute.call(own) : Calls.call(frame, s, base, count, keywords);
    PyObject[] dropped = Arrays.copyOfRange(s, base, base + 2 + count);
    s[base] = result;
    Arrays.fill(s, base + 1, base + 2 + count, null);
    if (content != null) {
      look(frame, content, true);
    }
    for (PyObject one : dropped) {
      if (one != result && (one != dropped[0] || one instanceof PyBoundMethod)) {
        look(frame, one, false);
      }
    }
  }

  /** The frame of a simple call, which has the arguments from the stack for itself; else null. */
  private static PyFrame frameOf(PyFrame frame, PyObject[] s, int base, int count) {
    PyObject callee = s[base] == null ? s[base + 1] : s[base];
    int first = s[base] == null ? base + 2 : base + 1;
    int given = base + 2 + count - first;
    if (!(callee instanceof PyFunction function)) {
      return null;
    }
    PyCode code = function.code();
    if (!code.simple || code.argCount != given || code.compiled != null) {
      return null;
    }
    if (frame.code.profile != null) {
      Profile.callee(frame.code, frame.pc, callee);
    }
    PyFrame own = new PyFrame(frame.thread, code, function, function.globals, function.builtins);
    System.arraycopy(s, first, own.slots, 0, given);
    Arrays.fill(s, first, first + given, null);
    own.ownsArguments = true;
    return own;
  }

  private static boolean clears(PyObject callee) {
    return callee instanceof PyMethodDescriptor method
        && method.table().name(method.id()).equals(CLEAR);
  }

  /** What a container holds, as a list that lets go of it in the same order. */
  private static PyObject copy(PyObject container) {
    Deque<PyObject> all = new ArrayDeque<>();
    Held.add(container, all, LARGE);
    PyObject[] items = (container instanceof PyList ? all : all.reversed()).toArray(PyObject.NO_ARGS);
    return PyList.of(items);
  }

  private static int executeAndLook(PyFrame frame, int op, int arg, int sp) {
    PyObject[] s = frame.slots;
    PyObject dropped =
        switch (op) {
          case DELETE_FAST -> s[arg];
          case DELETE_DEREF -> ((PyCell) s[arg]).get();
          case DELETE_NAME -> named(frame, frame.code.names[arg]);
          case DELETE_GLOBAL -> frame.globals.get(frame.code.names[arg]);
          case DELETE_ATTR -> s[sp - 1].ownAttribute(frame.code.names[arg]);
          case DELETE_SUBSCR -> item(s[sp - 2], s[sp - 1]);
          case STORE_SLICE ->
              item(s[sp - 3], new PySlice(s[sp - 2], s[sp - 1], PyNone.NONE));
          case POP_EXCEPT -> frame.thread.handled.value;
          case CALL_FUNCTION_EX -> s[sp - 1 - (arg & 1)];
          default -> null;
        };
    int top = Instructions.execute(frame, op, arg, sp);
    if (dropped != null) {
      look(frame, dropped, op != CALL_FUNCTION_EX && op != POP_EXCEPT);
    }
    return top;
  }

  /** The end of a frame, which nobody need refer to any more; a collection can only come when it is left. */
  private static void ended(PyFrame frame, PyObject result) {
    PyObject[] s = frame.slots;
    PyFrame back = frame.back;
    frame.state = PyFrame.DONE;
    // Whoever gave arguments in another way than by an instruction has them still.
    int first = frame.ownsArguments ? 0 : frame.code.parameterCount;
    PyObject[] others = Arrays.copyOf(s, first + 1);
    others[first] = result;
    for (int i = first; i < frame.code.localsCount; i++) {
      PyObject value = s[i] instanceof PyCell cell ? cell.get() : s[i];
      if (!Held.isLeaf(value)
          && !contains(others, value)
          && !(back != null && contains(back.slots, value))) {
        look(frame.thread, back, value, others, false);
      }
    }
  }

  // ---- what was there

  private static PyObject named(PyFrame frame, PyStr name) {
    PyObject locals = frame.locals == null ? frame.globals : frame.locals;
    return locals.getClass() == PyDict.class ? ((PyDict) locals).get(name) : null;
  }

  /** What a container of a builtin type has at a place, or null; runs no code of the program. */
  private static PyObject item(PyObject container, PyObject key) {
    Class<?> kind = key.getClass();
    if (container.getClass() == PyDict.class) {
      return kind == PyStr.class || kind == PyLong.class ? ((PyDict) container).get(key) : null;
    }
    if (!(container instanceof PyList list) || container.getClass() != PyList.class) {
      return null;
    }
    if (key instanceof PyLong index) {
      long at = index.value < 0 ? index.value + list.size() : index.value;
      return at >= 0 && at < list.size() ? list.get((int) at) : null;
    }
    return key instanceof PySlice && list.size() <= LARGE ? PyList.of(list.toArray()) : null;
  }

  // ---- is it the last?

  private static void look(PyFrame frame, PyObject dropped, boolean isExplicit) {
    if (!Held.isLeaf(dropped) && !contains(frame.slots, dropped)) {
      look(frame.thread, frame, dropped, PyObject.NO_ARGS, isExplicit);
    }
  }

  private static boolean contains(PyObject[] slots, PyObject value) {
    for (PyObject slot : slots) {
      if (slot == value) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param frame the innermost frame that may hold it
   * @param others what else may hold it
   */
  private static void look(
      ThreadState thread, PyFrame frame, PyObject dropped, PyObject[] others, boolean isExplicit) {
    Search search = new Search();
    PyObject watched = search.watched(dropped);
    if (watched != null
        && !search.isHeld(thread, frame, others, dropped, watched)
        && (isExplicit || search.isReferenceSeen || PromptCollection.isHeard(watched))
        && !search.isCyclic(watched)
        && (dropped == watched || !search.isCyclic(dropped))) {
      PromptCollection.orderItems(dropped);
      PromptCollection.suspect(thread, watched, isExplicit);
    }
    PromptCollection.charge(thread, search.looked);
  }

  /** Goes from objects to those that they hold. */
  private static final class Search {
    private final Deque<PyObject> open = new ArrayDeque<>();
    private Set<PyObject> met;
    int looked;

    /** Whether a weak reference to what was looked for was found. */
    boolean isReferenceSeen;

    /** An object whose end matters, from another one, or null. */
    PyObject watched(PyObject from) {
      PyObject object = from;
      for (int i = 0; i < REACH && object != null; i++) {
        looked++;
        if (PromptCollection.isWatched(object)) {
          return object;
        }
        if (isNew(object)) {
          Held.add(object, open, LARGE);
        }
        object = open.poll();
      }
      return null;
    }

    /** Whether an object holds itself, so that counted references would not end it. */
    boolean isCyclic(PyObject from) {
      open.clear();
      met = null;
      PyObject object = from;
      for (int i = 0; i < REACH && object != null; i++) {
        looked++;
        if (isNew(object)) {
          Held.add(object, open, LARGE);
        }
        object = open.poll();
        if (object == from) {
          return true;
        }
      }
      return false;
    }

    private boolean isNew(PyObject object) {
      if (met == null) {
        met = Collections.newSetFromMap(new IdentityHashMap<>());
      }
      return met.add(object);
    }

    /** Whether one of two is found from the variables of frames and modules. */
    boolean isHeld(
        ThreadState thread, PyFrame frame, PyObject[] others, PyObject a, PyObject b) {
      open.clear();
      met = null;
      addAll(others);
      for (Handled level = thread.handled; level != null; level = level.outer) {
        addAll(level.value);
      }
      PyDict globals = null;
      PyFrame one = frame;
      for (int i = 0; i < CALLERS && one != null; i++, one = one.back) {
        if (contains(one.slots, a) || contains(one.slots, b)) {
          return true;
        }
        addAll(one.slots);
        addAll(one.locals);
        if (one.globals != globals) {
          globals = one.globals;
          Held.addItems(globals, open);
        }
      }
      int limit = looked + HOLDERS;
      for (PyObject object = open.poll(); object != null && looked < limit; object = open.poll()) {
        if (object == a || object == b) {
          return true;
        }
        isReferenceSeen |= object instanceof PyWeakReference weak && weak.referent() == b;
        looked++;
        if (isNew(object)) {
          Held.add(object, open, LARGE);
        }
      }
      return false;
    }

    private void addAll(PyObject... objects) {
      for (PyObject object : objects) {
        if (!Held.isLeaf(object)) {
          open.add(object);
        }
      }
    }
  }
}

package org.krait.runtime.execution;

import java.util.Arrays;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.DictKeys;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * What machine code with a frame links to where anything may happen: the interpreter's own operations,
 * which may run Python code that looks at the frame.
 */
public final class GenericOperations {
  private GenericOperations() {}

  public static PyObject binary(PyObject a, PyObject b, int operator) {
    return Instructions.binary(operator, a, b);
  }

  public static PyObject negative(PyObject value) {
    return value.type().slots.neg(value);
  }

  /** {@code GET_AWAITABLE}. */
  public static PyObject awaitable(PyObject value, int where) {
    return value.getClass() == PyCoroutine.class && !((PyCoroutine) value).isStarted()
        ? value
        : Generators.awaitable(value, where);
  }

  public static PyObject asyncIterator(PyObject value) {
    return Generators.asyncIterator(value);
  }

  public static PyObject asyncNext(PyObject iterator) {
    return Generators.asyncNext(iterator);
  }

  public static PyObject yieldFromIterator(PyFrame frame, PyObject value) {
    return Generators.yieldFromIterator(frame, value);
  }

  /** {@code SEND}: what is yielded, or null; then {@link #sendResult} has what was returned. */
  public static PyObject send(PyFrame frame, PyObject receiver, PyObject value) {
    return Generators.send(frame, receiver, value);
  }

  public static PyObject sendResult(PyFrame frame) {
    PyObject result = frame.returned;
    frame.returned = null;
    return result;
  }

  public static PyObject compare(PyObject a, PyObject b, int operator) {
    return Compare.compare(a, b, operator);
  }

  public static boolean contains(PyObject value, PyObject container) {
    return Items.contains(container, value);
  }

  public static PyObject item(PyObject container, PyObject key) {
    return Items.get(container, key);
  }

  public static void setItem(PyObject value, PyObject container, PyObject key) {
    Items.set(container, key, value);
  }

  // ---- handlers of exceptions

  /** {@code RAISE_VARARGS}: what to throw; nulls for what is not given. */
  public static PyBaseException raised(PyFrame frame, PyObject exception, PyObject cause) {
    return Raising.value(frame, exception, cause);
  }

  /** A bare {@code raise}: the exception that is being handled. */
  public static PyBaseException current(ThreadState thread) {
    return Raising.current(thread);
  }

  /** {@code RERAISE}: what to throw, for the handler of this place, with the place of the first time. */
  public static Throwable again(PyObject exception, PyObject place) {
    PyException again = ((PyBaseException) exception).carrier();
    again.again = true;
    again.lasti = place instanceof PyLong at ? (int) at.value : -1;
    return again;
  }

  /** {@code PUSH_EXC_INFO}: what was handled before. */
  public static PyObject handledBefore(ThreadState thread) {
    PyBaseException before = thread.handled.value;
    return before == null ? PyNone.NONE : before;
  }

  /** The same: what is handled from now on. */
  public static void setHandled(ThreadState thread, PyObject exception) {
    thread.handled.value = (PyBaseException) exception;
  }

  public static void popHandled(ThreadState thread, PyObject before) {
    thread.handled.value = before instanceof PyBaseException e ? e : null;
  }

  public static boolean matches(PyObject exception, PyObject clause) {
    return Raising.matches(exception, clause) == PyBool.TRUE;
  }

  public static boolean isTrue(PyObject value) {
    return Objects.isTrue(value);
  }

  public static PyObject attribute(PyObject object, PyFrame frame, int pc, PyStr name) {
    return AttributeCache.load(frame, pc, object, name);
  }

  /** An attribute that was seen to be computed by a builtin type. */
  public static PyObject computedAttribute(
      PyObject object, PyFrame frame, int pc, PyStr name, ComputedAttribute known) {
    for (ComputedAttribute each = known; each != null; each = each.next()) {
      if (each.fits(object)) {
        return each.read(object);
      }
    }
    return AttributeCache.load(frame, pc, object, name);
  }

  public static void setAttribute(
      PyObject value, PyObject object, PyFrame frame, int pc, PyStr name) {
    AttributeCache.store(frame, pc, object, name, value);
  }

  /** {@code LOAD_ATTR} for a call: the function to call with the object first, or null. */
  public static PyObject method(PyObject object, PyFrame frame, int pc, PyStr name) {
    return AttributeCache.method(object, frame, pc, name);
  }

  /** Calls a function with its first argument, or where that is null the other as it is. */
  public static PyObject callMethod(PyObject function, PyObject first) {
    return function == null ? first.call() : function.call(first);
  }

  public static PyObject callMethod(PyObject function, PyObject first, PyObject a) {
    return function == null ? first.call(a) : function.call(first, a);
  }

  public static PyObject callMethod(PyObject function, PyObject first, PyObject a, PyObject b) {
    return function == null ? first.call(a, b) : function.call(first, a, b);
  }

  /** The same, with the first argument at the start of an array. */
  public static PyObject callMethod(PyObject function, PyObject[] args, PyStr[] names) {
    return function == null
        ? args[0].call(Arrays.copyOfRange(args, 1, args.length), names)
        : function.call(args, names);
  }

  /** {@code CALL_FUNCTION_EX}; {@code keywords} may be null. */
  public static PyObject callStarred(
      PyFrame frame, PyObject callee, PyObject arguments, PyObject keywords) {
    return Merging.callEx(frame, callee, arguments, keywords);
  }

  public static PyObject iterator(PyObject value) {
    return Iteration.iterator(value);
  }

  public static PyObject next(PyObject iterator) {
    return Iteration.next(iterator);
  }

  public static PyObject global(PyFrame frame, int pc, int name) {
    return Globals.load(frame, pc, name);
  }

  public static PyObject name(PyFrame frame, PyStr name) {
    return Variables.loadName(frame, name);
  }

  public static void setName(PyObject value, PyFrame frame, PyStr name) {
    Variables.storeName(frame, name, value);
  }

  public static PyObject[] unpack(PyObject value, int count) {
    return Iteration.unpack(value, count);
  }

  /** Any other instruction, on the frame's own stack; returns the new top. */
  public static int execute(PyFrame frame, int op, int arg, int sp) {
    return Instructions.execute(frame, op, arg, sp);
  }

  public static PyObject list(PyObject[] items) {
    return PyList.display(items);
  }

  public static PyObject tuple(PyObject[] items) {
    return PyTuple.of(items);
  }

  /** {@code FORMAT_VALUE} without a format. */
  public static PyObject formatted(PyObject value, int arg) {
    return Strings.format(value, arg, PyStr.EMPTY);
  }

  public static PyObject text(PyObject[] parts) {
    return Strings.join(parts, 0, parts.length);
  }

  /** A dict with constant str keys. */
  public static PyObject dict(PyObject[] values, PyObject keys) {
    return Merging.constantKeys(keys, values, 0, values.length);
  }

  /** A dict whose keys others have too. */
  public static PyObject dict(PyObject[] values, DictKeys keys) {
    return keys.with(values);
  }

  public static PyObject emptyDict() {
    return new PyDict();
  }

  public static void checkInitResult(PyObject result) {
    if (result != PyNone.NONE) {
      throw org.krait.runtime.Errors.typeError(
          "__init__() should return None, not '%s'", result.type().fullName());
    }
  }
}

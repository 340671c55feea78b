package org.krait.runtime.execution;

import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Iteration;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStopIteration;

/** Instructions of generators and coroutines. */
final class Generators {
  private Generators() {}

  /** Whether a call may do without the interpreter: nobody watches, nothing waits. */
  static boolean isPlain(PyFrame frame) {
    ThreadState thread = frame.thread;
    return !thread.pending
        && thread.coroutineOriginDepth == 0
        && thread.depth < thread.interpreter.recursionLimit
        && !frame.code.isInstrumented();
  }

  static PyObject make(PyFrame frame) {
    begin(frame);
    return create(frame);
  }

  /** What the code does up to {@code RETURN_GENERATOR}, where the frame waits: cells and closure. */
  static void begin(PyFrame frame) {
    PyCode code = frame.code;
    int end = code.creation();
    for (int pc = 0; pc < end; pc++) {
      int arg = code.instructions[pc] >>> 8;
      switch (code.instructions[pc] & 0xff) {
        case Opcodes.MAKE_CELL -> frame.slots[arg] = new PyCell(frame.slots[arg]);
        case Opcodes.COPY_FREE_VARS ->
            System.arraycopy(frame.function.closure, 0, frame.slots, code.localsCount - arg, arg);
        default -> {}
      }
    }
    frame.pc = end;
    frame.state = PyFrame.SUSPENDED;
  }

  /** {@code RETURN_GENERATOR}: the frame becomes a generator's and waits. */
  static PyObject create(PyFrame frame) {
    frame.state = PyFrame.SUSPENDED;
    int flags = frame.code.flags;
    Resumable made;
    if ((flags & CodeFlags.COROUTINE) != 0) {
      PyCoroutine coroutine = new PyCoroutine(frame);
      Finalizers.watchLater(frame.thread, coroutine);
      if (frame.thread.coroutineOriginDepth > 0) {
        coroutine.setOrigin(frame.thread.coroutineOriginDepth);
      }
      made = coroutine;
    } else if ((flags & CodeFlags.ASYNC_GENERATOR) != 0) {
      made = new PyAsyncGenerator(frame);
    } else {
      made = new PyGenerator(frame);
    }
    frame.generator = made;
    return made;
  }

  /** {@code SEND}: what the receiver yields, or null when it is done; its result is then in the frame. */
  static PyObject send(PyFrame frame, PyObject receiver, PyObject value) {
    if (receiver instanceof PyGenerator || receiver instanceof PyCoroutine) {
      Resumable inner = (Resumable) receiver;
      if (inner.isDone()) {
        if (inner.news != null) {
          Delegation.end(frame.thread, inner);
          Passing.given(frame.thread, null);
          frame.returned = inner.takeResult();
          return null;
        }
        if (receiver instanceof PyCoroutine) {
          throw inner.finished();
        }
        frame.returned = PyNone.NONE;
        return null;
      }
      PyObject yielded = inner.resume(value);
      if (yielded == null) {
        frame.returned = inner.takeResult();
      }
      return yielded;
    }
    if (receiver instanceof PyAsyncGenAwaitable request) {
      return request(frame, request, value);
    }
    if (receiver instanceof NativeAwaitable awaitable) {
      PyObject yielded = awaitable.step(value);
      if (yielded == null) {
        frame.returned = awaitable.takeResult();
      }
      return yielded;
    }
    try {
      if (value != PyNone.NONE || receiver.type().special(Special.NEXT) == null) {
        return Attributes.get(receiver, "send").call(value);
      }
      if (receiver.type().isHeap()) {
        return SpecialCalls.nextOrThrow(receiver);
      }
      PyObject item = Iteration.next(receiver);
      if (item == null) {
        frame.returned = PyNone.NONE;
      }
      return item;
    } catch (PyException e) {
      return stopped(frame, e);
    }
  }

  /** The end of what is not a generator: its StopIteration is an exception that tools can watch. */
  private static PyObject stopped(PyFrame frame, PyException raised) {
    if (!(raised.value() instanceof PyStopIteration stop)) {
      throw raised;
    }
    Monitoring monitoring = frame.thread.interpreter.monitoring;
    if (monitoring != null) {
      PyException now = monitoring.raise(frame, Monitoring.RAISE, frame.pc, raised);
      if (now != raised) {
        throw now;
      }
    }
    frame.returned = stop.value();
    return null;
  }

  /** Without the StopIteration that each value of an async generator would cost. */
  private static PyObject request(PyFrame frame, PyAsyncGenAwaitable request, PyObject value) {
    try {
      PyObject awaited = request.step(value);
      if (awaited != null) {
        return awaited;
      }
      frame.returned = request.takeResult();
      Monitoring monitoring = frame.thread.interpreter.monitoring;
      return monitoring == null ? null : stopped(frame, Resumable.stopWith(frame.returned));
    } catch (PyException e) {
      return stopped(frame, e);
    }
  }

  static PyObject yieldFromIterator(PyFrame frame, PyObject value) {
    if (value instanceof PyCoroutine) {
      if ((frame.code.flags & (CodeFlags.COROUTINE | CodeFlags.ITERABLE_COROUTINE)) == 0) {
        throw Errors.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return value;
    }
    return value instanceof PyGenerator ? value : Iteration.iterator(value);
  }

  private static boolean isIterableCoroutine(PyObject value) {
    return value instanceof PyGenerator g
        && (g.frame.code.flags & CodeFlags.ITERABLE_COROUTINE) != 0;
  }

  /** {@code GET_AWAITABLE}; {@code where} tells {@code async with}'s two awaits from others. */
  static PyObject awaitable(PyObject value, int where) {
    PyObject iterator;
    if (value instanceof PyCoroutine || isIterableCoroutine(value)) {
      iterator = value;
    } else if (value.type().special(Special.AWAIT) == null) {
      throw notAwaitable(value, where);
    } else {
      iterator = awaitIterator(value);
    }
    if (iterator instanceof PyCoroutine coroutine && coroutine.delegate() != null) {
      throw Errors.runtimeError("coroutine is being awaited already");
    }
    return iterator;
  }

  /** The iterator of an awaitable; for a coroutine its wrapper. */
  static PyObject plainIterator(PyObject value) {
    if (value instanceof PyCoroutine coroutine) {
      return new PyCoroutineWrapper(coroutine);
    }
    if (isIterableCoroutine(value)) {
      return value;
    }
    if (value.type().special(Special.AWAIT) == null) {
      throw notAwaitable(value, 0);
    }
    return awaitIterator(value);
  }

  private static PyException notAwaitable(PyObject value, int where) {
    String type = value.type().fullName();
    return switch (where) {
      case 1 ->
          Errors.typeError(
              "'async with' received an object from __aenter__ that does not implement __await__:"
                  + " %s",
              type);
      case 2 ->
          Errors.typeError(
              "'async with' received an object from __aexit__ that does not implement __await__:"
                  + " %s",
              type);
      default -> Errors.typeError("object %s can't be used in 'await' expression", type);
    };
  }

  /** What {@code __await__} gives, checked. */
  static PyObject awaitIterator(PyObject value) {
    PyObject iterator = value.type().slots.await(value);
    if (iterator instanceof PyCoroutine || isIterableCoroutine(iterator)) {
      throw Errors.typeError("__await__() returned a coroutine");
    }
    if (iterator.type().special(Special.NEXT) == null) {
      throw Errors.typeError(
          "__await__() returned non-iterator of type '%s'", iterator.type().fullName());
    }
    return iterator;
  }

  static PyObject asyncIterator(PyObject value) {
    PyType type = value.type();
    if (type.special(Special.AITER) == null) {
      throw Errors.typeError(
          "'async for' requires an object with __aiter__ method, got %s", type.fullName());
    }
    PyObject iterator = type.slots.aiter(value);
    if (iterator.type().special(Special.ANEXT) == null) {
      throw Errors.typeError(
          "'async for' received an object from __aiter__ that does not implement __anext__: %s",
          iterator.type().fullName());
    }
    return iterator;
  }

  static PyObject asyncNext(PyObject iterator) {
    PyType type = iterator.type();
    if (type.special(Special.ANEXT) == null) {
      throw Errors.typeError(
          "'async for' requires an iterator with __anext__ method, got %s", type.fullName());
    }
    PyObject next = type.slots.anext(iterator);
    if (next instanceof PyCoroutine || isIterableCoroutine(next)) {
      return next;
    }
    try {
      if (next.type().special(Special.AWAIT) == null) {
        throw Errors.typeError("object %s can't be used in 'await' expression", next.type().fullName());
      }
      return awaitIterator(next);
    } catch (PyException e) {
      PyException wrapped =
          Errors.make(
              PyExceptions.TypeError,
              "'async for' received an invalid object from __anext__: %s",
              next.type().fullName());
      wrapped.value().setCause(e.value());
      wrapped.value().setContext(e.value());
      throw wrapped;
    }
  }

  /** Marks a value that an async generator yields, to tell it from what it awaits. */
  static PyObject wrapAsync(PyObject value) {
    return new AsyncYield(value);
  }

  /** A value yielded by an async generator, on its way through {@code send}. */
  static final class AsyncYield extends PyObject {
    final PyObject value;

    AsyncYield(PyObject value) {
      this.value = value;
    }

    @Override
    public PyType type() {
      return ObjectType.TYPE;
    }
  }
}

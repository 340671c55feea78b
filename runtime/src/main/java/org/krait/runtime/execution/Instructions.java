package org.krait.runtime.execution;

import static org.krait.bytecode.Opcodes.*;

import java.util.Arrays;
import org.krait.bytecode.OpcodeTable;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * The instructions that are too rare or too large for {@link Switch}; none of them jumps.
 *
 * <p>Each takes the stack top and gives back the new one. The methods are grouped so that each stays
 * small enough to be compiled well.
 */
final class Instructions {
  private Instructions() {}

  static int execute(PyFrame frame, int op, int arg, int sp) {
    PyObject[] s = frame.slots;
    PyCode code = frame.code;
    switch (op) {
      case UNARY_NEGATIVE -> s[sp - 1] = s[sp - 1].type().slots.neg(s[sp - 1]);
      case UNARY_INVERT -> s[sp - 1] = s[sp - 1].type().slots.invert(s[sp - 1]);
      case BINARY_SLICE -> {
        s[sp - 3] = Subscripts.get(s[sp - 3], new PySlice(s[sp - 2], s[sp - 1], PyNone.NONE));
        return drop(s, sp, 2);
      }
      case STORE_SLICE -> {
        PyObject slice = new PySlice(s[sp - 2], s[sp - 1], PyNone.NONE);
        s[sp - 3].type().slots.setitem(s[sp - 3], slice, s[sp - 4]);
        return drop(s, sp, 4);
      }
      case DELETE_SUBSCR -> {
        s[sp - 2].type().slots.delitem(s[sp - 2], s[sp - 1]);
        return drop(s, sp, 2);
      }
      case DELETE_FAST -> Variables.deleteFast(frame, arg);
      case DELETE_DEREF -> Variables.deleteCell(frame, arg);
      case DELETE_NAME -> Variables.deleteName(frame, code.names[arg]);
      case DELETE_GLOBAL -> Variables.deleteGlobal(frame, code.names[arg]);
      case DELETE_ATTR -> {
        Attributes.delete(s[sp - 1], code.names[arg]);
        return drop(s, sp, 1);
      }
      case MAKE_CELL -> s[arg] = new PyCell(s[arg]);
      case LOAD_CLOSURE -> s[sp++] = s[arg];
      case COPY_FREE_VARS ->
          System.arraycopy(frame.function.closure, 0, s, code.localsCount - arg, arg);
      case LOAD_LOCALS -> s[sp++] = Variables.localsObject(frame);
      case LOAD_FROM_DICT_OR_DEREF ->
          s[sp - 1] = Variables.fromMappingOrCell(frame, s[sp - 1], arg);
      case LOAD_FROM_DICT_OR_GLOBALS ->
          s[sp - 1] = Variables.fromMappingOrGlobals(frame, s[sp - 1], code.names[arg]);
      case LOAD_ASSERTION_ERROR -> s[sp++] = PyExceptions.AssertionError;
      case LOAD_BUILD_CLASS -> s[sp++] = Globals.buildClass(frame);
      case SETUP_ANNOTATIONS -> Variables.setUpAnnotations(frame);
      case MAKE_FUNCTION -> {
        return makeFunction(frame, arg, sp);
      }
      case LOAD_SUPER_ATTR -> {
        return SuperAttribute.load(frame, arg, sp);
      }
      case IMPORT_NAME -> {
        s[sp - 2] = Imports.name(frame, code.names[arg], s[sp - 1], s[sp - 2]);
        return drop(s, sp, 1);
      }
      case IMPORT_FROM -> {
        s[sp] = Variables.importFrom(frame, s[sp - 1], code.names[arg]);
        return sp + 1;
      }
      case CALL_FUNCTION_EX -> {
        return callEx(frame, arg, sp);
      }
      case CALL_INTRINSIC_1 -> s[sp - 1] = Intrinsics.unary(frame, arg, s[sp - 1]);
      case CALL_INTRINSIC_2 -> {
        s[sp - 2] = Intrinsics.binary(frame, arg, s[sp - 2], s[sp - 1]);
        return drop(s, sp, 1);
      }
      default -> {
        return collections(frame, op, arg, sp);
      }
    }
    return sp;
  }

  private static int collections(PyFrame frame, int op, int arg, int sp) {
    PyObject[] s = frame.slots;
    switch (op) {
      case BUILD_LIST -> {
        s[sp - arg] = PyList.display(Calls.take(s, sp - arg, arg));
        return sp - arg + 1;
      }
      case BUILD_SET -> {
        PySet set = new PySet();
        for (int i = sp - arg; i < sp; i++) {
          set.add(s[i]);
        }
        return push(s, drop(s, sp, arg), set);
      }
      case BUILD_MAP -> {
        PyDict dict = new PyDict(arg);
        for (int i = sp - 2 * arg; i < sp; i += 2) {
          dict.put(s[i], s[i + 1]);
        }
        return push(s, drop(s, sp, 2 * arg), dict);
      }
      case BUILD_CONST_KEY_MAP -> {
        PyDict dict = Merging.constantKeys(s[sp - 1], s, sp - 1 - arg, arg);
        return push(s, drop(s, sp, arg + 1), dict);
      }
      case BUILD_SLICE -> {
        PyObject step = arg == 3 ? s[sp - 1] : PyNone.NONE;
        PySlice slice = new PySlice(s[sp - arg], s[sp - arg + 1], step);
        return push(s, drop(s, sp, arg), slice);
      }
      case BUILD_STRING -> {
        PyStr text = Strings.join(s, sp - arg, arg);
        return push(s, drop(s, sp, arg), text);
      }
      case FORMAT_VALUE -> {
        return Strings.formatValue(s, arg, sp);
      }
      case LIST_EXTEND -> Merging.extendList((PyList) s[sp - 1 - arg], s[sp - 1]);
      case SET_ADD -> ((PySet) s[sp - 1 - arg]).add(s[sp - 1]);
      case SET_UPDATE -> ((PySet) s[sp - 1 - arg]).update(s[sp - 1]);
      case MAP_ADD -> {
        ((PyDict) s[sp - 2 - arg]).put(s[sp - 2], s[sp - 1]);
        return drop(s, sp, 2);
      }
      case DICT_UPDATE -> Merging.updateDict((PyDict) s[sp - 1 - arg], s[sp - 1]);
      case DICT_MERGE -> Merging.mergeKeywords((PyDict) s[sp - 1 - arg], s[sp - 1], s[sp - 3 - arg]);
      case UNPACK_EX -> {
        return unpackWithStar(s, arg, sp);
      }
      case GET_LEN -> {
        s[sp] = PyLong.of(Objects.length(s[sp - 1]));
        return sp + 1;
      }
      case MATCH_MAPPING, MATCH_SEQUENCE -> {
        s[sp] = MatchPattern.isKind(s[sp - 1], op == MATCH_MAPPING);
        return sp + 1;
      }
      case MATCH_KEYS -> {
        s[sp] = MatchPattern.keys(s[sp - 2], (PyTuple) s[sp - 1]);
        return sp + 1;
      }
      case MATCH_CLASS -> {
        s[sp - 3] = MatchPattern.ofClass(s[sp - 3], s[sp - 2], arg, (PyTuple) s[sp - 1]);
        return drop(s, sp, 2);
      }
      default -> {
        return exceptions(frame, op, arg, sp);
      }
    }
    return drop(s, sp, 1);
  }

  private static int exceptions(PyFrame frame, int op, int arg, int sp) {
    PyObject[] s = frame.slots;
    switch (op) {
      case PUSH_EXC_INFO -> {
        Handled handled = frame.thread.handled;
        PyObject top = s[sp - 1];
        s[sp - 1] = handled.value == null ? PyNone.NONE : handled.value;
        s[sp] = top;
        handled.value = (PyBaseException) top;
        return sp + 1;
      }
      case POP_EXCEPT -> {
        frame.thread.handled.value = s[sp - 1] instanceof PyBaseException e ? e : null;
        return drop(s, sp, 1);
      }
      case CHECK_EXC_MATCH -> {
        s[sp - 1] = Raising.matches(s[sp - 2], s[sp - 1]);
        return sp;
      }
      case CHECK_EG_MATCH -> {
        return Raising.matchGroup(frame, sp);
      }
      case RAISE_VARARGS -> {
        PyObject cause = arg == 2 ? s[sp - 1] : null;
        throw Raising.raise(frame, arg == 0 ? null : s[sp - arg], cause);
      }
      case RERAISE -> {
        // The handler is looked up from here, not from where the exception was raised first.
        PyException again = new PyException((PyBaseException) s[sp - 1]);
        again.again = true;
        again.lasti = arg != 0 && s[sp - 1 - arg] instanceof PyLong at ? (int) at.value : -1;
        throw again;
      }
      case BEFORE_WITH -> {
        note(frame, s[sp - 1]);
        return ContextManagers.enter(s, sp);
      }
      case WITH_EXCEPT_START -> {
        if (frame.code.profile != null) {
          Profile.callee(frame.code, frame.pc, s[sp - 4]);
        }
        s[sp] = ContextManagers.exit(s, sp);
        return sp + 1;
      }
      default -> {
        return asynchronous(frame, op, arg, sp);
      }
    }
  }

  private static void note(PyFrame frame, PyObject instance) {
    if (frame.code.profile != null) {
      Profile.instance(frame.code, frame.pc, instance);
    }
  }

  private static int asynchronous(PyFrame frame, int op, int arg, int sp) {
    PyObject[] s = frame.slots;
    switch (op) {
      case GET_YIELD_FROM_ITER -> {
        note(frame, s[sp - 1]);
        s[sp - 1] = Generators.yieldFromIterator(frame, s[sp - 1]);
      }
      case GET_AWAITABLE -> {
        note(frame, s[sp - 1]);
        s[sp - 1] = Generators.awaitable(s[sp - 1], arg);
      }
      case GET_AITER -> s[sp - 1] = Generators.asyncIterator(s[sp - 1]);
      case GET_ANEXT -> {
        if (frame.code.profile != null) {
          Profile.asyncIterator(frame.code, frame.pc, s[sp - 1]);
        }
        s[sp] = Generators.asyncNext(s[sp - 1]);
        return sp + 1;
      }
      case BEFORE_ASYNC_WITH -> {
        note(frame, s[sp - 1]);
        return ContextManagers.enterAsync(s, sp);
      }
      case END_ASYNC_FOR -> {
        if (((PyBaseException) s[sp - 1]).type().isSubtypeOf(PyExceptions.StopAsyncIteration)) {
          return drop(s, sp, 2);
        }
        PyException again = new PyException((PyBaseException) s[sp - 1]);
        again.again = true;
        throw again;
      }
      case END_SEND -> {
        s[sp - 2] = s[sp - 1];
        return drop(s, sp, 1);
      }
      case CLEANUP_THROW -> {
        if (s[sp - 1].type().isSubtypeOf(PyExceptions.StopIteration)) {
          s[sp - 3] = PyNone.NONE;
          s[sp - 2] = Attributes.get(s[sp - 1], "value");
          return drop(s, sp, 1);
        }
        PyException again = new PyException((PyBaseException) s[sp - 1]);
        again.again = true;
        throw again;
      }
      default -> throw Errors.systemError("%s:%d: unknown opcode %d (%s)",
          frame.code.filename(), frame.line(), op, OpcodeTable.name(op));
    }
    return sp;
  }

  /** Clears the topmost {@code count} places. */
  static int drop(PyObject[] s, int sp, int count) {
    Arrays.fill(s, sp - count, sp, null);
    return sp - count;
  }

  private static int push(PyObject[] s, int sp, PyObject value) {
    s[sp] = value;
    return sp + 1;
  }

  private static int makeFunction(PyFrame frame, int arg, int sp) {
    PyObject[] s = frame.slots;
    PyObject code = s[--sp];
    PyObject closure = (arg & 8) != 0 ? s[--sp] : null;
    PyObject annotations = (arg & 4) != 0 ? s[--sp] : null;
    PyObject keywordDefaults = (arg & 2) != 0 ? s[--sp] : null;
    PyObject defaults = (arg & 1) != 0 ? s[--sp] : null;
    PyFunction function =
        MakeFunction.of(frame.globals, code, closure, annotations, keywordDefaults, defaults);
    s[sp] = function;
    Arrays.fill(s, sp + 1, Math.min(s.length, sp + 5), null);
    return sp + 1;
  }

  private static int callEx(PyFrame frame, int arg, int sp) {
    PyObject[] s = frame.slots;
    PyObject keywords = (arg & 1) != 0 ? s[--sp] : null;
    PyObject arguments = s[sp - 1];
    PyObject callee = s[sp - 2];
    PyObject result = Merging.callEx(frame, callee, arguments, keywords);
    s[sp - 3] = result;
    Arrays.fill(s, sp - 2, sp + ((arg & 1) != 0 ? 1 : 0), null);
    return sp - 2;
  }

  private static int unpackWithStar(PyObject[] s, int arg, int sp) {
    int before = arg & 0xff;
    int after = arg >>> 8;
    PyObject[] items = Iteration.unpack(s[sp - 1], before, after);
    int top = sp - 1 + items.length;
    for (int i = 0; i < items.length; i++) {
      s[top - 1 - i] = items[i];
    }
    return top;
  }

  /** The operators of {@code BINARY_OP} by number. */
  static PyObject binary(int operator, PyObject a, PyObject b) {
    return switch (operator) {
      case 0 -> Operators.add(a, b);
      case 1 -> Operators.and_(a, b);
      case 2 -> Operators.floordiv(a, b);
      case 3 -> Operators.lshift(a, b);
      case 4 -> Operators.matmul(a, b);
      case 5 -> Operators.mul(a, b);
      case 6 -> Operators.mod(a, b);
      case 7 -> Operators.or_(a, b);
      case 8 -> Operators.pow(a, b);
      case 9 -> Operators.rshift(a, b);
      case 10 -> Operators.sub(a, b);
      case 11 -> Operators.truediv(a, b);
      case 12 -> Operators.xor(a, b);
      case 13 -> Operators.iadd(a, b);
      case 14 -> Operators.iand(a, b);
      case 15 -> Operators.ifloordiv(a, b);
      case 16 -> Operators.ilshift(a, b);
      case 17 -> Operators.imatmul(a, b);
      case 18 -> Operators.imul(a, b);
      case 19 -> Operators.imod(a, b);
      case 20 -> Operators.ior(a, b);
      case 21 -> Operators.ipow(a, b);
      case 22 -> Operators.irshift(a, b);
      case 23 -> Operators.isub(a, b);
      case 24 -> Operators.itruediv(a, b);
      case 25 -> Operators.ixor(a, b);
      default -> throw Errors.systemError("bad binary operator %d", operator);
    };
  }
}

package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Arrays;
import java.util.List;
import org.krait.runtime.GlobalCell;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.execution.GuardedOperations;
import org.krait.runtime.execution.NamedAttributes;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The rarer instructions; what has no form of its own runs in the interpreter's method on the frame. */
final class OtherInstructions {
  private static final List<Object> SLICED = List.of(PyList.class, PyStr.class, PyTuple.class);

  private final Translation t;

  private final CallSites calls;
  private final Room room;
  private final AsyncGenerators asyncGenerators;
  private final Delegations delegations;

  private final SuperAttributes superAttributes;

  private final PatternMatching patterns;

  private final Words words;

  OtherInstructions(Translation t, CallSites calls, SpecialMethods methods, Room room) {
    this.t = t;
    this.calls = calls;
    this.room = room;
    this.asyncGenerators = new AsyncGenerators(t, calls.starts());
    this.delegations = new Delegations(t, methods, asyncGenerators);
    this.superAttributes = new SuperAttributes(t, this);
    this.patterns = new PatternMatching(t, this);
    this.words = new Words(t);
  }

  boolean translate(int op, int arg) {
    switch (op) {
      case RAISE_VARARGS -> raise(arg);
      case PUSH_EXC_INFO -> t.handling.push();
      case POP_EXCEPT -> t.handling.pop();
      case CHECK_EXC_MATCH -> {
        if (t.top(1) instanceof Value.Constant(PyObject object) && isCaughtBy(object)) {
          return true;
        }
        t.beforeAnything(1);
        Value clause = t.operands(1)[0];
        t.load(t.top(1), Kind.REFERENCE);
        t.load(clause, Kind.REFERENCE);
        t.out.generic("matches", Translation.TRUTH, Translation.OBJECT, Translation.OBJECT);
        t.safepoints.end();
        t.pushed(Kind.TRUTH, null);
      }
      case RERAISE -> {
        again(arg);
      }
      case WITH_EXCEPT_START -> {
        if (!calls.protocols().exit()) {
          interpret(op, arg, 4, 5, 0);
        }
      }
      case CHECK_EG_MATCH -> t.leaveQuietly();
      case END_ASYNC_FOR -> asyncGenerators.end();
      case CLEANUP_THROW -> delegations.thrown();
      case BUILD_MAP -> {
        if (arg == 0) {
          if (!room.make(op)) {
            t.settle();
            t.out.generic("emptyDict", Translation.OBJECT);
            t.pushed(Kind.REFERENCE, PyDict.class);
          }
        } else if (!constantKey(arg)) {
          interpret(op, arg, 2 * arg, 1, 0);
        }
      }
      case BUILD_CONST_KEY_MAP -> constantKeys(arg);
      case BUILD_SLICE -> slice(arg);
      case FORMAT_VALUE -> format(arg);
      case MAKE_FUNCTION -> makeFunction(arg);
      case LOAD_ASSERTION_ERROR ->
          t.push(new Value.Constant(PyExceptions.AssertionError));
      case LOAD_NAME -> {
        t.beforeAnything(0);
        t.frameAccess.load();
        t.loadObject(t.code.names[arg], Names.STR);
        t.out.generic("name", Translation.OBJECT, Names.FRAME, Names.STR);
        t.afterAnything();
        t.pushed(Kind.REFERENCE, null);
      }
      case STORE_NAME -> {
        t.beforeAnything(1);
        t.load(t.operands(1)[0], Kind.REFERENCE);
        t.frameAccess.load();
        t.loadObject(t.code.names[arg], Names.STR);
        t.out.generic("setName", Translation.VOID, Translation.OBJECT, Names.FRAME, Names.STR);
        t.afterAnything();
      }
      case BINARY_SLICE -> slicing(op, arg);
      case STORE_SLICE -> storeSlice();
      case UNARY_INVERT -> invert();
      // A coroutine that is called as a function.
      case RETURN_GENERATOR -> t.push(new Value.Constant(PyNone.NONE));
      case END_SEND -> {
        t.settle();
        Value top = t.pop();
        t.pop();
        t.push(top);
      }
      case SEND -> {
        return delegations.send();
      }
      default -> any(op, arg);
    }
    return true;
  }

  /** {@code CHECK_EXC_MATCH} of a class, or of a tuple of some; false when it is something else. */
  private boolean isCaughtBy(PyObject clause) {
    PyObject[] classes = clause instanceof PyTuple many ? many.items() : new PyObject[] {clause};
    for (PyObject each : classes) {
      if (!PyExceptions.isClass(each)) {
        return false;
      }
    }
    t.pop();
    t.settle();
    t.load(t.top(1), Kind.REFERENCE);
    if (clause instanceof PyTuple) {
      t.loadObject(Arrays.copyOf(classes, classes.length, PyType[].class), Names.TYPE.arrayType());
      t.out.guarded("isOfClasses", Translation.TRUTH, Translation.OBJECT, Names.TYPE.arrayType());
    } else {
      t.loadObject(clause, Names.TYPE);
      t.out.guarded("isOfClass", Translation.TRUTH, Translation.OBJECT, Names.TYPE);
    }
    t.pushed(Kind.TRUTH, null);
    return true;
  }

  /** An instance, or an exception class that is made without Python code; anything else needs a frame. */
  private void raise(int count) {
    t.safepoints.ensure();
    boolean framed = (!t.frameless || t.opens) && !t.quiet;
    if (t.seen.distrusted() || count == 0) {
      if (framed) {
        raiseAnything(count);
      } else if (count == 0) {
        t.leaveQuietly();
      } else {
        throw new NeedsFrame("it raises classes");
      }
      return;
    }
    t.settle();
    Value exception = t.top(count);
    PyType made = plainClass(exception);
    if (made == null && exception instanceof Value.Constant) {
      if (!framed) {
        throw new NeedsFrame("it raises a class");
      }
      raiseAnything(count);
      return;
    }
    t.safepoints.own(count);
    Value[] v = t.operands(count);
    t.loadThread();
    if (made != null) {
      Instructions.array(t, new Value[0]);
      Instances.newException(t, made);
    } else {
      t.load(v[0], Kind.REFERENCE);
    }
    if (count == 1 && (made != null || t.made == t.pc)) {
      t.out.guarded("raisedNew", Names.EXCEPTION, Names.THREAD, Translation.OBJECT);
    } else {
      t.load(count > 1 ? v[1] : Value.NULL, Kind.REFERENCE);
      t.out.guarded(
          "raisedInstance", Names.EXCEPTION, Names.THREAD, Translation.OBJECT, Translation.OBJECT);
    }
    t.body.raises.raise();
    t.raised();
  }

  /** The exception class that a value is, if nothing of a program runs when it is called; else null. */
  private PyType plainClass(Value value) {
    return value instanceof Value.Constant(PyObject object)
            && object instanceof PyType type
            && PyExceptions.isClass(type)
            && GuardedOperations.isPlainException(type)
            && t.assume(type.unchanged(Special.name(Special.NEW)))
            && t.assume(type.unchanged(Special.name(Special.INIT)))
            && GuardedOperations.isPlainInit(type)
        ? type
        : null;
  }

  private void raiseAnything(int count) {
    t.beforeAnything(count);
    Value[] v = t.operands(count);
    if (count == 0) {
      t.loadThread();
      t.out.generic("current", Names.EXCEPTION, Names.THREAD);
      t.body.raises.raise(Value.NULL);
      t.raised();
      return;
    }
    t.frameAccess.load();
    t.load(v[0], Kind.REFERENCE);
    t.load(count > 1 ? v[1] : Value.NULL, Kind.REFERENCE);
    t.out.generic(
        "raised", Names.EXCEPTION, Names.FRAME, Translation.OBJECT, Translation.OBJECT);
    t.body.raises.raise();
    t.raised();
  }

  private void again(int depth) {
    t.beforeAnything(1);
    t.settle();
    Value raised = t.top(1);
    Value place = depth == 0 ? Value.NULL : t.top(depth + 1);
    t.load(raised, Kind.REFERENCE);
    t.out.cast(Names.EXCEPTION);
    t.body.raises.raise(place);
    t.raised();
  }

  private void invert() {
    if (!t.seen.distrusted() && words.unary(true)) {
      return;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(UNARY_INVERT, 0, 1, 1, 0);
      return;
    }
    Value value = t.operands(1)[0];
    if (value.kind() == Kind.TRUTH || value.kind() == Kind.DOUBLE) {
      throw new Refused("it inverts a bool or a float");
    }
    t.load(value, Kind.LONG);
    t.out.constant(-1);
    t.out.op(Opcode.LXOR);
    t.pushed(Kind.LONG, null);
  }

  private void storeSlice() {
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(STORE_SLICE, 0, 4, 0, 0);
      return;
    }
    t.settle();
    Value[] v = t.operands(4);
    t.load(v[0], Kind.REFERENCE);
    t.load(v[1], Kind.REFERENCE);
    ClassDesc bound = loadBounds(v[2], v[3], 1);
    t.out.guarded("setSlice", Translation.VOID, Translation.OBJECT, Translation.OBJECT, bound, bound);
    t.safepoints.end();
  }

  /** {@code BINARY_SLICE}: of lists, tuples and texts by ints it runs no Python code. */
  private void slicing(int op, int arg) {
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(op, arg, 3, 1, 0);
      return;
    }
    Value[] v = t.operands(3);
    t.load(v[0], Kind.REFERENCE);
    ClassDesc bound = loadBounds(v[1], v[2], 1);
    t.out.guarded("slice", Translation.OBJECT, Translation.OBJECT, bound, bound);
    Class<?> type = Value.typeOf(v[0]);
    t.pushed(Kind.REFERENCE, type == PyStr.class || type == PyBytes.class ? type : null);
  }

  /** Pushes the bounds of a slice, as numbers if they are; how they lie there. */
  private ClassDesc loadBounds(Value from, Value to, long step) {
    if (isNumber(from) && isNumber(to)) {
      loadBound(from, step > 0 ? 0 : Long.MAX_VALUE);
      loadBound(to, step > 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
      return Translation.LONG;
    }
    t.load(from, Kind.REFERENCE);
    t.load(to, Kind.REFERENCE);
    return Translation.OBJECT;
  }

  private static boolean isNone(Value bound) {
    return bound instanceof Value.Constant(PyObject object) && object == PyNone.NONE;
  }

  private static boolean isNumber(Value bound) {
    return bound.kind() == Kind.LONG || isNone(bound);
  }

  private void loadBound(Value bound, long otherwise) {
    if (isNone(bound)) {
      t.out.constant(otherwise);
    } else {
      t.load(bound, Kind.LONG);
    }
  }

  private void constantKeys(int count) {
    Value keys = t.pop();
    if (!(keys instanceof Value.Constant(PyObject object)) || !(object instanceof PyTuple names)
        || !onlyText(names)) {
      t.push(keys);
      interpret(BUILD_CONST_KEY_MAP, count, count + 1, 1, 0);
      return;
    }
    Instructions.dict(t, t.operands(count), names);
    t.pushed(Kind.REFERENCE, PyDict.class);
  }

  /** A display of one constant key; false when it is another. */
  private boolean constantKey(int count) {
    t.settle();
    if (count != 1 || !(t.top(2) instanceof Value.Constant(PyObject key)) || key.getClass() != PyStr.class) {
      return false;
    }
    Value[] item = t.operands(2);
    Instructions.dict(t, new Value[] {item[1]}, PyTuple.of(key));
    t.pushed(Kind.REFERENCE, PyDict.class);
    return true;
  }

  private static boolean onlyText(PyTuple names) {
    for (PyObject name : names.items()) {
      if (name.getClass() != PyStr.class) {
        return false;
      }
    }
    return true;
  }

  /** {@code a[b:c:d]} with a constant step and bounds that are numbers: no slice is made. */
  private boolean isSteppedSlicing() {
    if (!(t.top(1) instanceof Value.Constant(PyObject step)) || step.getClass() != PyLong.class
        || !isNumber(t.top(2)) || !isNumber(t.top(3))
        || t.flow.op(t.next) != BINARY_SUBSCR || t.flow.blocks.containsKey(t.next)
        || t.seen.cache(t.next) == null || !SLICED.contains(t.seen.cache(t.next))) {
      return false;
    }
    long by = ((PyLong) step).value;
    return by != 0 && by != Long.MIN_VALUE;
  }

  private void slice(int count) {
    if (count == 3 && isSteppedSlicing()) {
      t.safepoints.ensure();
      if (!t.seen.distrusted()) {
        Value[] v = t.operands(4);
        long step = ((PyLong) ((Value.Constant) v[3]).object()).value;
        t.load(v[0], Kind.REFERENCE);
        loadBounds(v[1], v[2], step);
        t.out.constant(step);
        t.out.guarded(
            "slice", Translation.OBJECT, Translation.OBJECT, Translation.LONG, Translation.LONG, Translation.LONG);
        t.pushed(Kind.REFERENCE, Value.typeOf(v[0]));
        t.next = t.flow.after(t.next);
        return;
      }
    }
    Value[] v = t.operands(count);
    for (Value value : v) {
      t.load(value, Kind.REFERENCE);
    }
    if (count == 2) {
      t.loadObject(PyNone.NONE, Translation.OBJECT);
    }
    t.out.guarded(
        "newSlice", Translation.OBJECT, Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, null);
  }

  private void format(int arg) {
    t.safepoints.ensure();
    if (arg != 0 && arg != 1 || t.seen.distrusted()) {
      if ((arg & 4) != 0) {
        interpret(FORMAT_VALUE, arg, 2, 1, 0);
        return;
      }
      t.beforeAnything(1);
      t.load(t.operands(1)[0], Kind.REFERENCE);
      t.out.number(arg);
      t.out.generic("formatted", Translation.OBJECT, Translation.OBJECT, Translation.INT);
      t.afterAnything();
      t.pushed(Kind.REFERENCE, null);
      return;
    }
    Value v = t.operands(1)[0];
    if (v.kind() == Kind.LONG) {
      t.load(v, Kind.LONG);
      t.out.guarded("format", Translation.OBJECT, Translation.LONG);
    } else {
      t.load(v, Kind.REFERENCE);
      t.out.guarded("format", Translation.OBJECT, Translation.OBJECT);
    }
    t.pushed(Kind.REFERENCE, PyStr.class);
  }

  private void makeFunction(int arg) {
    int count = 1 + Integer.bitCount(arg & 15);
    t.settle();
    Value[] v = t.operands(count);
    int at = count - 1;
    Value body = v[at--];
    Value closure = (arg & 8) != 0 ? v[at--] : Value.NULL;
    Value annotations = (arg & 4) != 0 ? v[at--] : Value.NULL;
    Value keywordDefaults = (arg & 2) != 0 ? v[at--] : Value.NULL;
    Value defaults = (arg & 1) != 0 ? v[at] : Value.NULL;
    if (!(body instanceof Value.Constant(PyObject object)) || !(object instanceof PyCode code)) {
      throw new Refused("it makes functions of code that is not constant");
    }
    if ((arg & 7) == 0 && (closure != Value.NULL || code.freeCount() == 0) && makePlainFunction(code, closure)) {
      return;
    }
    t.loadObject(t.globals, Names.DICT);
    for (Value value : new Value[] {body, closure, annotations, keywordDefaults, defaults}) {
      t.load(value, Kind.REFERENCE);
    }
    t.out.guarded(
        "makeFunction", Translation.OBJECT, Names.DICT, Translation.OBJECT, Translation.OBJECT,
        Translation.OBJECT, Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, PyFunction.class);
  }

  /** A function of code and cells alone; false where what it takes from the globals keeps changing. */
  private boolean makePlainFunction(PyCode code, Value closure) {
    if (t.globals.getClass() != PyDict.class) {
      return false;
    }
    GlobalCell builtins = t.globals.cellOf(Interpreter.BUILTINS);
    GlobalCell name = t.globals.cellOf(PyStr.interned("__name__"));
    if (!(builtins.value instanceof PyModule module) || !t.assume(builtins.constant()) || !t.assume(name.constant())) {
      return false;
    }
    t.loadObject(t.globals, Names.DICT);
    t.loadObject(code, Translation.OBJECT);
    t.loadObject(module.dict(), Translation.OBJECT);
    if (name.value == null) {
      t.out.nothing();
    } else {
      t.loadObject(name.value, Translation.OBJECT);
    }
    t.load(closure, Kind.REFERENCE);
    t.out.guarded(
        "makePlainFunction", Translation.OBJECT, Names.DICT, Translation.OBJECT, Translation.OBJECT,
        Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, PyFunction.class);
    return true;
  }

  // ---- in the interpreter's method

  private void any(int op, int arg) {
    switch (op) {
      case GET_AWAITABLE -> {
        if (calls.protocols().awaitable()) {
          return;
        }
        t.beforeAnything(1);
        t.load(t.operands(1)[0], Kind.REFERENCE);
        t.out.number(arg);
        t.out.generic("awaitable", Translation.OBJECT, Translation.OBJECT, Translation.INT);
        t.afterAnything();
        t.pushed(Kind.REFERENCE, null);
      }
      case GET_AITER -> {
        t.beforeAnything(1);
        t.load(t.operands(1)[0], Kind.REFERENCE);
        t.out.generic("asyncIterator", Translation.OBJECT, Translation.OBJECT);
        t.afterAnything();
        t.pushed(Kind.REFERENCE, null);
      }
      case GET_ANEXT -> {
        if (calls.protocols().asyncNext() || asyncGenerators.next()) {
          return;
        }
        t.beforeAnything(0);
        t.load(t.top(1), Kind.REFERENCE);
        t.out.generic("asyncNext", Translation.OBJECT, Translation.OBJECT);
        t.afterAnything();
        t.pushed(Kind.REFERENCE, null);
      }
      case GET_YIELD_FROM_ITER -> {
        if (delegations.iterator()) {
          return;
        }
        t.beforeAnything(1);
        t.frameAccess.load();
        t.load(t.operands(1)[0], Kind.REFERENCE);
        t.out.generic("yieldFromIterator", Translation.OBJECT, Names.FRAME, Translation.OBJECT);
        t.afterAnything();
        t.pushed(Kind.REFERENCE, null);
      }
      case CALL_INTRINSIC_1 -> {
        if (arg == INTRINSIC_ASYNC_GEN_WRAP) {
          t.load(t.operands(1)[0], Kind.REFERENCE);
          t.out.guarded("wrapAsync", Translation.OBJECT, Translation.OBJECT);
          t.pushed(Kind.REFERENCE, null);
        } else {
          interpret(op, arg, 1, 1, 0);
        }
      }
      case BEFORE_WITH, BEFORE_ASYNC_WITH -> {
        if (!calls.protocols().enter(op == BEFORE_ASYNC_WITH)) {
          interpret(op, arg, 1, 2, 0);
        }
      }
      case DELETE_SUBSCR -> interpret(op, arg, 2, 0, 0);
      case DELETE_ATTR -> deleteAttribute(arg);
      case DELETE_GLOBAL, SETUP_ANNOTATIONS -> interpret(op, arg, 0, 0, 0);
      case LOAD_BUILD_CLASS, LOAD_LOCALS -> interpret(op, arg, 0, 1, 0);
      case IMPORT_NAME, CALL_INTRINSIC_2 -> interpret(op, arg, 2, 1, 0);
      case IMPORT_FROM -> interpret(op, arg, 1, 2, 0);
      case GET_LEN, MATCH_MAPPING, MATCH_SEQUENCE, MATCH_KEYS, MATCH_CLASS -> patterns.translate(op, arg);
      case BUILD_SET -> set(op, arg);
      case SET_ADD, MAP_ADD -> add(op, arg);
      case LIST_EXTEND, SET_UPDATE -> addToDisplay(op, arg);
      case DICT_UPDATE -> interpret(op, arg, 1, 0, arg);
      case DICT_MERGE -> mergeKeywords(op, arg);
      case UNPACK_EX -> unpackWithRest(arg);
      case CALL_FUNCTION_EX -> calls.callStarred(arg);
      case LOAD_SUPER_ATTR -> superAttributes.load(arg);
      default ->
          throw new Refused("it has " + org.krait.bytecode.OpcodeTable.name(op));
    }
  }

  /** {@code del a.b} of what an instance of a plain class has itself. */
  private void deleteAttribute(int name) {
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(DELETE_ATTR, name, 1, 0, 0);
      return;
    }
    t.load(t.operands(1)[0], Kind.REFERENCE);
    t.loadObject(t.code.names[name], Names.STR);
    t.loadObject(new NamedAttributes(), Names.NAMED_ATTRIBUTES);
    t.out.guarded(
        "deleteOwnAttribute", Translation.VOID, Translation.OBJECT, Names.STR, Names.NAMED_ATTRIBUTES);
    t.safepoints.end();
  }

  /** {@code [*a]} of lists and tuples, {@code {*a}} of a set alone. */
  private void addToDisplay(int op, int arg) {
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(op, arg, 1, 0, arg);
      return;
    }
    t.settle();
    Value source = t.operands(1)[0];
    t.load(t.top(arg), Kind.REFERENCE);
    t.load(source, Kind.REFERENCE);
    t.polls.mayTakeLong();
    t.out.guarded(
        op == LIST_EXTEND ? "extendDisplay" : "fillDisplay", Translation.VOID, Translation.OBJECT,
        Translation.OBJECT);
    t.safepoints.end();
  }

  /** {@code a, *b, c = x} of lists and tuples. */
  private void unpackWithRest(int arg) {
    int before = arg & 255;
    int behind = arg >> 8;
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(UNPACK_EX, arg, 1, before + behind + 1, 0);
      return;
    }
    t.settle();
    Value sequence = t.operands(1)[0];
    t.load(sequence, Kind.REFERENCE);
    t.out.number(before);
    t.out.number(behind);
    t.out.guarded("rest", Translation.OBJECT, Translation.OBJECT, Translation.INT, Translation.INT);
    int rest = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, rest);
    for (int i = 1; i <= behind; i++) {
      besideRest(sequence, -i);
    }
    t.push(new Value.Variable(Kind.REFERENCE, rest, PyList.class));
    for (int i = before - 1; i >= 0; i--) {
      besideRest(sequence, i);
    }
  }

  private void besideRest(Value sequence, int place) {
    t.load(sequence, Kind.REFERENCE);
    t.out.number(place);
    t.out.guarded("besideRest", Translation.OBJECT, Translation.OBJECT, Translation.INT);
    int item = t.variables.temporary(Kind.REFERENCE);
    t.out.store(Kind.REFERENCE, item);
    t.push(new Value.Variable(Kind.REFERENCE, item, null));
  }

  /** {@code DICT_MERGE}; the only mapping of a call, when it is a dict, is used as it is. */
  private void mergeKeywords(int op, int arg) {
    boolean only =
        arg == 1
            && t.flow.op(t.next) == CALL_FUNCTION_EX
            && t.pc >= 2
            && t.flow.op(t.pc - 1) == LOAD_FAST
            && t.flow.op(t.pc - 2) == BUILD_MAP
            && t.flow.arg(t.pc - 2) == 0
            && t.flow.blocks.subMap(t.pc - 1, true, t.next, true).isEmpty();
    t.safepoints.ensure();
    if (!only || t.seen.distrusted()) {
      interpret(op, arg, 1, 0, arg);
      return;
    }
    t.settle();
    Value mapping = t.pop();
    t.load(mapping, Kind.REFERENCE);
    t.loadObject(PyDict.class, Instructions.CLASS);
    t.out.guarded("checkClass", Translation.VOID, Translation.OBJECT, Instructions.CLASS);
    t.pop();
    t.push(mapping);
  }

  /** Adds to the set or dict of a comprehension, which nobody else has yet. */
  private void add(int op, int depth) {
    int taken = op == MAP_ADD ? 2 : 1;
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(op, depth, taken, 0, depth);
      return;
    }
    t.settle();
    Value[] v = t.operands(taken);
    Kind key = ItemAccess.keyKind(v[0]);
    t.load(t.top(depth), Kind.REFERENCE);
    t.load(v[0], key);
    if (op == MAP_ADD) {
      t.load(v[1], Kind.REFERENCE);
      t.out.guarded(
          "setDictItem", Translation.VOID, Translation.OBJECT, key.desc,
          Translation.OBJECT);
    } else {
      t.out.guarded(
          key == Kind.LONG ? "addElement" : "setAdd", Translation.VOID, Translation.OBJECT, key.desc);
    }
    t.safepoints.end();
  }

  /** A set display, whose elements are hashed and compared without Python code. */
  private void set(int op, int count) {
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      interpret(op, count, count, 1, 0);
      return;
    }
    if (count == 0) {
      t.settle();
      t.out.guarded("emptySet", Translation.OBJECT);
    } else {
      Instructions.array(t, t.operands(count));
      t.out.guarded("setOf", Translation.OBJECT, Names.OBJECTS);
    }
    t.pushed(Kind.REFERENCE, PySet.class);
  }

  /**
   * Runs the interpreter's method for an instruction on the frame's own stack.
   *
   * @param taken how many values it takes
   * @param given how many it leaves in their place
   * @param below how deep below the taken ones a container lies that it changes, counted from 1; or 0
   */
  void interpret(int op, int arg, int taken, int given, int below) {
    t.beforeAnything(taken);
    int size = t.state.stack.size();
    int base = t.code.localsCount + size - taken;
    for (int i = 0; i < taken; i++) {
      t.frameAccess.store(base + i, t.state.stack.get(size - taken + i));
    }
    if (below > 0) {
      int at = size - taken - below;
      t.frameAccess.store(t.code.localsCount + at, t.state.stack.get(at));
      if (op == DICT_MERGE) {
        // The callee, for the message of an error.
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
          t.frameAccess.store(t.code.localsCount + i, t.state.stack.get(i));
        }
      }
    }
    t.operands(taken);
    t.frameAccess.load();
    t.out.number(op);
    t.out.number(arg);
    t.out.number(base + taken);
    t.out.generic(
        "execute", Translation.INT, Names.FRAME, Translation.INT, Translation.INT, Translation.INT);
    t.out.op(Opcode.POP);
    t.afterAnything();
    for (int i = 0; i < given; i++) {
      t.out.load(Kind.REFERENCE, t.slotsVariable);
      t.out.number(base + i);
      t.out.op(Opcode.AALOAD);
      int variable = t.variables.temporary(Kind.REFERENCE);
      t.out.store(Kind.REFERENCE, variable);
      t.push(new Value.Variable(Kind.REFERENCE, variable, null));
    }
  }
}

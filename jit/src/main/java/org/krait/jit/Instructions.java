package org.krait.jit;

import static org.krait.bytecode.Opcodes.*;

import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.krait.runtime.GlobalCell;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.DictKeys;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Translates one instruction: the simple ones here, families in classes of their own. */
final class Instructions {
  private final Translation t;
  private final Arithmetic arithmetic;
  private final AttributeAccess attributes;
  private final ItemAccess items;
  private final Loops loops;
  private final CallSites calls;
  private final OtherInstructions others;
  private final Room room;
  private final PairKeys pairs;

  Instructions(Translation t) {
    this.t = t;
    this.calls = new CallSites(t);
    SpecialMethods methods = new SpecialMethods(t, calls);
    this.arithmetic = new Arithmetic(t, methods);
    this.attributes = new AttributeAccess(t, calls);
    this.items = new ItemAccess(t, methods);
    this.loops = new Loops(t, methods);
    this.room = new Room(t);
    this.others = new OtherInstructions(t, calls, methods, room);
    this.pairs = new PairKeys(t, this);
  }

  /** Whether an instruction neither builds on assumptions nor leaves the block. */
  private static boolean isHarmless(int op) {
    return switch (op) {
      case STORE_FAST, POP_TOP, LOAD_FAST, LOAD_CONST, PUSH_NULL, NOP, EXTENDED_ARG, SWAP, COPY,
          RETURN_VALUE, RETURN_CONST, KW_NAMES, END_FOR ->
          true;
      default -> false;
    };
  }

  /** Translates the instruction at {@code t.pc}; true when control goes on behind it. */
  boolean translate() {
    int op = t.flow.op(t.pc);
    int arg = t.flow.arg(t.pc);
    if (!isHarmless(op)) {
      t.checkAssumptions();
    }
    room.noteAt(t.pc);
    switch (op) {
      case RESUME, NOP, EXTENDED_ARG, CACHE -> {}
      case POP_TOP -> drop(t.pop());
      case PUSH_NULL -> t.push(Value.NULL);
      case END_FOR -> {
        t.pop();
        t.pop();
      }
      case COPY -> {
        t.settle();
        t.push(t.top(arg));
      }
      case SWAP -> {
        int size = t.state.stack.size();
        Value top = t.state.stack.get(size - 1);
        t.state.stack.set(size - 1, t.state.stack.get(size - arg));
        t.state.stack.set(size - arg, top);
      }
      case LOAD_CONST -> t.push(new Value.Constant(t.code.constants[arg]));
      case LOAD_FAST, LOAD_FAST_CHECK -> loadFast(op, arg);
      case LOAD_FAST_AND_CLEAR -> {
        t.push(alive(t.state.locals[arg]));
        t.state.locals[arg] = Value.NULL;
        t.state.dirty[arg] = true;
        t.state.pairs[arg] = false;
      }
      case STORE_FAST -> {
        Value value = t.operands(1)[0];
        t.storeLocal(arg, value);
      }
      case DELETE_FAST -> deleteFast(arg);
      case LOAD_GLOBAL -> loadGlobal(arg);
      case STORE_GLOBAL -> storeGlobal(arg);
      case LOAD_DEREF -> loadCell(arg);
      case STORE_DEREF -> storeCell(arg);
      case LOAD_CLOSURE -> t.push(t.state.locals[arg]);
      case MAKE_CELL -> makeCell(arg);
      case COPY_FREE_VARS -> copyFreeVariables(arg);
      case LOAD_ATTR -> attributes.load(arg);
      case STORE_ATTR -> attributes.store(arg);
      case BINARY_SUBSCR -> {
        if (!pairs.get()) {
          items.get();
        }
      }
      case STORE_SUBSCR -> {
        if (!pairs.set()) {
          items.set();
        }
      }
      case CONTAINS_OP -> {
        if (!pairs.contains()) {
          items.contains(arg);
        }
      }
      case BINARY_OP -> arithmetic.binary(arg);
      case UNARY_NEGATIVE -> arithmetic.negative();
      case UNARY_NOT -> arithmetic.not();
      case COMPARE_OP -> {
        return arithmetic.compare(arg >> 4);
      }
      case IS_OP -> {
        return arithmetic.is(arg);
      }
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> {
        return arithmetic.branch(op == POP_JUMP_IF_TRUE);
      }
      case POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE -> {
        return branchOnNone(op == POP_JUMP_IF_NONE);
      }
      case JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> {
        t.jump(t.flow.target(t.pc));
        return false;
      }
      case JUMP_BACKWARD -> {
        t.jumpBack(t.flow.target(t.pc));
        return false;
      }
      case GET_ITER -> loops.iterator();
      case FOR_ITER -> {
        return loops.next();
      }
      case KW_NAMES -> calls.keywords(arg);
      case CALL -> {
        if (!pairs.call()) {
          calls.call(arg);
        }
      }
      case RETURN_VALUE -> {
        giveBack(t.operands(1)[0]);
        return false;
      }
      case RETURN_CONST -> {
        t.settle();
        giveBack(new Value.Constant(t.code.constants[arg]));
        return false;
      }
      case BUILD_TUPLE -> {
        if (arg == 2 && pairs.isKept()) {
          pairs.keep(() -> build(2, "tuple"));
        } else if (arg != 2 || !pairs.translate()) {
          build(arg, "tuple");
        }
      }
      case BUILD_LIST -> {
        if (arg != 0 || !room.make(op)) {
          build(arg, isForBytes(arg) ? "tuple" : "list");
        }
      }
      case BUILD_STRING -> build(arg, "text");
      case LIST_APPEND -> listAppend(arg);
      case UNPACK_SEQUENCE -> items.unpack(arg);
      case YIELD_VALUE -> {
        t.suspensions.yieldValue();
        return false;
      }
      default -> {
        return others.translate(op, arg);
      }
    }
    return true;
  }

  private void drop(Value value) {
    drop(t, value);
  }

  static void drop(Translation t, Value value) {
    if (value instanceof Value.Pending p) {
      t.out.op(p.kind() == Kind.LONG || p.kind() == Kind.DOUBLE ? Opcode.POP2 : Opcode.POP);
    }
  }

  private Value alive(Value value) {
    if (value == Value.DEAD) {
      throw new Refused("a variable is read that was thought dead");
    }
    return value;
  }

  private void loadFast(int op, int local) {
    Value value = alive(t.state.locals[local]);
    if (SequenceLoops.ofGenerator(t, local)) {
      return;
    }
    boolean mayBeUnbound =
        value == Value.NULL || op == LOAD_FAST_CHECK && value.kind() == Kind.REFERENCE;
    if (!mayBeUnbound || value instanceof Value.Constant) {
      t.push(value);
      return;
    }
    t.safepoints.ensure();
    t.settle();
    t.load(value, Kind.REFERENCE);
    t.out.guarded("notNull", Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, null);
  }

  /** Whether an instruction only loads a value, which {@link #loadPlain} can do. */
  boolean isPlainLoad(int loading) {
    int arg = t.flow.arg(loading);
    return switch (t.flow.op(loading)) {
      case LOAD_FAST -> t.state.locals[arg] != Value.NULL && t.state.locals[arg] != Value.DEAD;
      case LOAD_CONST, LOAD_DEREF -> true;
      case LOAD_GLOBAL ->
          (arg & 1) == 0
              && t.globals.getClass() == PyDict.class
              && t.globals.cellOf(t.code.names[arg >> 1]).value != null;
      default -> false;
    };
  }

  /** Translates such an instruction as a part of the present one. */
  void loadPlain(int loading) {
    int arg = t.flow.arg(loading);
    switch (t.flow.op(loading)) {
      case LOAD_FAST -> loadFast(LOAD_FAST, arg);
      case LOAD_CONST -> t.push(new Value.Constant(t.code.constants[arg]));
      case LOAD_DEREF -> loadCell(arg);
      default -> loadGlobal(arg);
    }
  }

  private void deleteFast(int local) {
    if (t.state.locals[local] == Value.NULL) {
      throw new Refused("it deletes a variable that has no value");
    }
    if (t.state.locals[local].kind() == Kind.REFERENCE) {
      t.safepoints.ensure();
      t.settle();
      t.load(t.state.locals[local], Kind.REFERENCE);
      t.out.guarded("notNull", Translation.OBJECT, Translation.OBJECT);
      t.out.op(Opcode.POP);
    }
    t.state.locals[local] = Value.NULL;
    t.state.dirty[local] = true;
    t.state.pairs[local] = false;
  }

  // ---- globals

  private void loadGlobal(int arg) {
    if ((arg & 1) != 0) {
      t.push(Value.NULL);
    }
    PyStr name = t.code.names[arg >> 1];
    if (!(t.function == null || t.function.builtins.getClass() == PyDict.class)) {
      throw new Refused("its builtins are not a dict");
    }
    if (t.globals.getClass() != PyDict.class) {
      throw new Refused("its globals are not a dict");
    }
    GlobalCell cell = t.globals.cellOf(name);
    PyObject value = cell.value;
    if (value != null) {
      if (t.assume(cell.constant())) {
        t.push(new Value.Constant(value));
      } else {
        loadChanging(cell);
      }
      return;
    }
    PyObject builtins = t.function == null ? null : t.function.builtins;
    if (builtins instanceof PyDict dict && t.assume(cell.constant())) {
      GlobalCell builtin = dict.cellOf(name);
      PyObject found = builtin.value;
      if (found != null && t.assume(builtin.constant())) {
        t.push(new Value.Constant(found));
        return;
      }
    }
    t.beforeAnything(0);
    t.frameAccess.load();
    t.out.number(t.pc);
    t.out.number(arg >> 1);
    t.out.generic("global", Translation.OBJECT, Names.FRAME, Translation.INT, Translation.INT);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  private void loadChanging(GlobalCell cell) {
    t.safepoints.ensure();
    t.settle();
    t.loadObject(cell, Names.CELL);
    t.out.field(Names.CELL, "value", Translation.OBJECT);
    t.out.guarded("notNull", Translation.OBJECT, Translation.OBJECT);
    t.pushed(Kind.REFERENCE, null);
  }

  private void storeGlobal(int arg) {
    PyStr name = t.code.names[arg];
    Value value = t.operands(1)[0];
    t.load(value, Kind.REFERENCE);
    t.loadObject(t.globals, Names.DICT);
    t.loadObject(name, Names.STR);
    t.out.guarded(
        "setGlobal", Translation.VOID, Translation.OBJECT, Names.DICT, Names.STR);
    t.safepoints.end();
    t.state.unchecked = true;
  }

  // ---- cells

  private void loadCell(int local) {
    t.safepoints.ensure();
    t.settle();
    t.load(t.state.locals[local], Kind.REFERENCE);
    Kind held = t.seen.distrusted() ? null : t.seen.shared(local);
    Kind kind = held == null ? Kind.REFERENCE : held;
    String name =
        held == null ? "cellValue" : kind == Kind.LONG ? "cellLong" : kind == Kind.DOUBLE ? "cellDouble" : "cellObject";
    t.out.guarded(name, kind.desc, Translation.OBJECT);
    t.pushed(kind, null);
  }

  private void storeCell(int local) {
    Value value = t.operands(1)[0];
    Value held = value;
    if (value instanceof Value.Pending p) {
      held = t.spill(p);
    }
    Kind number = value instanceof Value.Constant ? null : ItemAccess.number(value);
    Kind kind = number == null ? Kind.REFERENCE : number;
    t.load(t.state.locals[local], Kind.REFERENCE);
    t.load(held, kind);
    t.out.guarded("setCell", Translation.VOID, Translation.OBJECT, kind.desc);
    t.safepoints.end();
  }

  private void makeCell(int local) {
    t.settle();
    t.load(t.state.locals[local], Kind.REFERENCE);
    t.out.guarded("newCell", Translation.OBJECT, Translation.OBJECT);
    t.storeLocal(local, new Value.Pending(Kind.REFERENCE, null));
  }

  private void copyFreeVariables(int count) {
    t.settle();
    int first = t.code.localsCount - count;
    for (int i = 0; i < count; i++) {
      t.frameAccess.loadFunction();
      t.out.number(i);
      t.out.guarded("freeCell", Translation.OBJECT, Names.FUNCTION, Translation.INT);
      t.storeLocal(first + i, new Value.Pending(Kind.REFERENCE, null));
    }
  }

  // ---- jumps and returns

  private boolean branchOnNone(boolean jumpIfNone) {
    Value value = t.operands(1)[0];
    int target = t.flow.target(t.pc);
    if (value instanceof Value.Constant(PyObject object)) {
      return always((object == PyNone.NONE) == jumpIfNone, target);
    }
    if (value.kind() != Kind.REFERENCE) {
      drop(value);
      return always(!jumpIfNone, target);
    }
    t.load(value, Kind.REFERENCE);
    t.loadObject(PyNone.NONE, Translation.OBJECT);
    t.out.branch(jumpIfNone ? Opcode.IF_ACMPEQ : Opcode.IF_ACMPNE, t.edge(target));
    return true;
  }

  private boolean always(boolean jumps, int target) {
    if (jumps) {
      t.jump(target);
      return false;
    }
    return true;
  }

  /** How a value would best be given back. */
  static Kind kindGiven(Value value) {
    return value instanceof Value.Constant(PyObject object) && object instanceof PyBool
        ? Kind.TRUTH
        : value.kind();
  }

  private void giveBack(Value value) {
    if (t.quiet) {
      finish(value instanceof Value.Pending pending ? t.spill(pending) : value);
      t.out.nothing(t.result);
      t.out.give(t.result);
      return;
    }
    t.handling.tell();
    Kind kind = kindGiven(value);
    t.returned.add(kind);
    boolean guessed = t.out.isDry() && kind != t.result;
    t.load(value, t.frameless && !guessed ? t.result : Kind.REFERENCE);
    t.frameAccess.keepVariables();
    if (t.frameless && t.countsDepth()) {
      t.loadThread();
      t.out.guarded("leave", Translation.VOID, Names.THREAD);
    }
    t.frameAccess.close();
    t.body.give(t.frameless ? t.result : Kind.REFERENCE);
  }

  private void finish(Value value) {
    t.loadThread();
    t.frameAccess.load();
    if (value instanceof Value.Constant(PyObject object) && object == PyNone.NONE) {
      t.out.call(Names.RESUMABLE, "finish", type(Translation.VOID, Names.THREAD, Names.FRAME));
      return;
    }
    t.load(value, Kind.REFERENCE);
    t.out.call(
        Names.RESUMABLE, "finish",
        type(Translation.VOID, Names.THREAD, Names.FRAME, Translation.OBJECT));
  }

  // ---- collections

  /** A tuple of classes for {@code isinstance} and its kin, which keep it to themselves, is made once. */
  private boolean isOfClasses(int count) {
    if (count == 0 || t.flow.blocks.containsKey(t.next)
        || t.flow.op(t.next) != CHECK_EXC_MATCH && !isForQuestion(count)) {
      return false;
    }
    for (int i = 1; i <= count; i++) {
      if (!(t.top(i) instanceof Value.Constant(PyObject item)) || !(item instanceof PyType)) {
        return false;
      }
    }
    return true;
  }

  private boolean isForQuestion(int count) {
    int size = t.state.stack.size();
    return count + 2 <= size && t.flow.op(t.next) == CALL && t.flow.arg(t.next) == 2
        && t.state.stack.get(size - count - 2) instanceof Value.Constant(PyObject callee)
        && callee instanceof PyBuiltinFunction function
        && (function.isNamed("isinstance") || function.isNamed("issubclass"));
  }

  /** Whether a list display is the only argument of {@code bytes}: a tuple does as well, and nobody else sees it. */
  private boolean isForBytes(int count) {
    int depth = t.state.stack.size();
    return t.flow.op(t.next) == CALL
        && t.flow.arg(t.next) == 1
        && !t.flow.blocks.containsKey(t.next)
        && depth >= count + 1
        && t.state.stack.get(depth - count - 1) instanceof Value.Constant(PyObject callee)
        && callee == org.krait.runtime.types.PyBytes.TYPE;
  }

  private void build(int count, String maker) {
    if (maker.equals("tuple") && isOfClasses(count)) {
      Value[] classes = t.operands(count);
      PyObject[] items = new PyObject[count];
      for (int i = 0; i < count; i++) {
        items[i] = ((Value.Constant) classes[i]).object();
      }
      t.push(new Value.Constant(PyTuple.of(items)));
      return;
    }
    Value[] items = t.operands(count);
    Kind form = maker.equals("list") ? form(items) : null;
    if (form != null) {
      buildNumbers(items, form);
      return;
    }
    array(t, items);
    t.out.generic(maker, Translation.OBJECT, Names.OBJECTS);
    t.pushed(
        Kind.REFERENCE,
        switch (maker) {
          case "tuple" -> org.krait.runtime.types.PyTuple.class;
          case "list" -> org.krait.runtime.types.PyList.class;
          default -> PyStr.class;
        });
  }

  /** The kind of the numbers that all these are; else null. */
  private static Kind form(Value[] items) {
    Kind form = items.length == 0 ? null : ItemAccess.number(items[0]);
    for (Value item : items) {
      if (ItemAccess.number(item) != form) {
        return null;
      }
    }
    return form;
  }

  private void buildNumbers(Value[] items, Kind form) {
    array(t, items, form);
    t.out.guarded(
        form == Kind.LONG ? "longList" : "doubleList", Translation.OBJECT, form.desc.arrayType());
    t.pushed(Kind.REFERENCE, org.krait.runtime.types.PyList.class);
  }

  /** Pushes a dict of constant texts and of values on the JVM's stack. */
  static void dict(Translation t, Value[] values, PyTuple keys) {
    array(t, values);
    DictKeys shared = t.constants.keys(keys.items());
    t.loadObject(shared == null ? keys : shared, shared == null ? Translation.OBJECT : Names.DICT_KEYS);
    t.out.generic(
        "dict", Translation.OBJECT, Names.OBJECTS, shared == null ? Translation.OBJECT : Names.DICT_KEYS);
  }

  /** Pushes an array of values on the JVM's stack; the first of them may be pending. */
  static void array(Translation t, Value[] items) {
    array(t, items, Kind.REFERENCE);
  }

  private static void array(Translation t, Value[] items, Kind kind) {
    if (items.length > 0 && items[0] instanceof Value.Pending p) {
      items[0] = t.spill(p);
    }
    t.out.number(items.length);
    t.out.newArray(kind.desc);
    for (int i = 0; i < items.length; i++) {
      t.out.op(Opcode.DUP);
      t.out.number(i);
      t.load(items[i], kind);
      t.out.op(
          switch (kind) {
            case LONG -> Opcode.LASTORE;
            case DOUBLE -> Opcode.DASTORE;
            default -> Opcode.AASTORE;
          });
    }
  }

  private void listAppend(int depth) {
    t.safepoints.ensure();
    Value value = t.operands(1)[0];
    Value list = t.top(depth);
    if (value instanceof Value.Pending p) {
      value = t.spill(p);
    }
    if (list instanceof Value.GrowingList growing) {
      Room.append(t, growing, value);
    } else {
      BuiltinCalls.append(t, list, value);
    }
  }

  static MethodTypeDesc type(java.lang.constant.ClassDesc result, java.lang.constant.ClassDesc... parameters) {
    return MethodTypeDesc.of(result, parameters);
  }

  static final java.lang.constant.ClassDesc CLASS = ConstantDescs.CD_Class;
}

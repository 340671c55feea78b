package org.krait.audit.sinks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.CodeReader;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.LocationTable;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.constants.Constant;

/**
 * Goes through the instructions of a code object in their order with values on a stack: each place once,
 * with the stack that the first path to it has.
 */
final class RunInstructions {
  /**
   * A place of the stack.
   *
   * @param value what lies there; null for the empty slot of a call
   * @param receiver of a method, the value before the dot; else null
   * @param method of a method, its name
   */
  private record Slot(Value value, Value receiver, String method) {
    static final Slot EMPTY = new Slot(null, null, null);

    static Slot of(Value value) {
      return new Slot(value, null, null);
    }
  }

  private final CodeObject code;
  private final boolean isModule;
  private final Bindings globals;
  private final Bindings locals = new Bindings(null);
  private final CodeFacts facts;
  private final Sinks sinks;
  private final Evaluate evaluate;
  private final Map<Integer, List<Slot>> arrivals = new HashMap<>();
  private final int[] lines;
  private List<Slot> stack = new ArrayList<>();
  private List<String> keywords = List.of();
  private boolean reachable = true;

  /** Behind this place no forward jump over the instruction at hand is open. */
  private int openJump;

  private int offset;

  RunInstructions(
      CodeObject code,
      boolean isModule,
      Bindings globals,
      SinkReport report,
      CodeFacts facts,
      boolean silent) {
    this.code = code;
    this.isModule = isModule;
    this.globals = globals;
    this.facts = facts;
    this.sinks = new Sinks(report, new Nothing());
    this.sinks.setSilent(silent);
    this.evaluate = new Evaluate(this::called);
    this.lines = new int[code.code().length / 2];
    LocationTable table = new LocationTable(code);
    while (table.next()) {
      for (int unit = table.start(); unit < Math.min(table.end(), lines.length); unit++) {
        lines[unit] = Math.max(table.line(), 0);
      }
    }
  }

  private static final class Nothing implements Sinks.Listener {
    @Override
    public void constantSource(String source, Place place) {}

    @Override
    public void compiled(Value value, Place place) {}
  }

  void run() {
    for (int i = 0; i < code.localsPlusNames().size(); i++) {
      String name = code.localsPlusNames().get(i);
      boolean parameter = i < code.argCount() + code.kwOnlyArgCount();
      if (parameter) {
        locals.set(name, Value.parameter(name));
      }
    }
    handlers();
    CodeReader reader = new CodeReader(code.code());
    while (reader.next()) {
      offset = reader.offset();
      List<Slot> arrived = arrivals.get(offset);
      if (arrived != null && !reachable) {
        stack = new ArrayList<>(arrived);
        reachable = true;
      }
      if (reachable && reader.base() != Opcodes.EXTENDED_ARG) {
        step(reader);
      }
    }
  }

  private void handlers() {
    ExceptionTable table = new ExceptionTable(code.exceptionTable());
    while (table.next()) {
      List<Slot> depth = new ArrayList<>();
      int count = Math.min(table.depth() + (table.pushesLasti() ? 2 : 1), code.stackSize());
      for (int i = 0; i < count; i++) {
        depth.add(Slot.of(Value.UNKNOWN));
      }
      arrivals.putIfAbsent(2 * table.target(), depth);
    }
  }

  // The stack

  private void push(Value value) {
    stack.add(Slot.of(value));
  }

  private Slot popSlot() {
    return stack.isEmpty() ? Slot.of(Value.UNKNOWN) : stack.removeLast();
  }

  private Value pop() {
    Slot slot = popSlot();
    return slot.value == null ? Value.PLAIN : slot.value;
  }

  private List<Value> pop(int count) {
    List<Slot> top = stack.subList(Math.max(0, stack.size() - count), stack.size());
    List<Value> values = new ArrayList<>(top.size());
    for (Slot slot : top) {
      values.add(slot.value == null ? Value.PLAIN : slot.value);
    }
    top.clear();
    return values;
  }

  private Place place() {
    int line = offset / 2 < lines.length ? lines[offset / 2] : 0;
    String name = isModule ? "" : code.qualname();
    return new Place(line, -1, 0, -1, name, null, isModule);
  }

  private void called(Call call) {
    sinks.call(call);
    for (String ref : call.function().refs()) {
      facts.calls().add(shown(ref, call));
    }
    if (call.function().refs().isEmpty() && call.method() != null) {
      facts.calls().add("." + call.method());
    }
  }

  /** The call with its first argument, when that is a short constant. */
  private static String shown(String ref, Call call) {
    String name = ref.replaceFirst("^builtins\\.", "");
    String text = call.args().isEmpty() ? null : call.args().getFirst().text();
    return text != null && text.length() <= 60 ? name + "('" + text + "')" : name;
  }

  // Names

  private static String item(List<String> items, int index) {
    return index >= 0 && index < items.size() ? items.get(index) : "?";
  }

  private Value global(String name) {
    Value value = globals.get(name);
    return value != null ? value : evaluate.builtin(name);
  }

  private Value local(String name) {
    Value value = locals.get(name);
    return value != null ? value : Value.UNKNOWN;
  }

  /** A store on every path takes the place of what was there; else it is one more that may be. */
  private void store(Bindings into, String name, Value value) {
    if (offset >= openJump) {
      into.set(name, value);
    } else {
      into.join(name, value);
    }
  }

  // Instructions

  private void step(CodeReader at) {
    int arg = at.arg();
    String variable = item(code.localsPlusNames(), arg);
    String name = item(code.names(), arg >> OpcodeTable.operandShift(at.base()));
    switch (at.base()) {
      case Opcodes.LOAD_CONST -> push(constant(arg));
      case Opcodes.LOAD_FAST, Opcodes.LOAD_FAST_CHECK, Opcodes.LOAD_DEREF, Opcodes.LOAD_CLOSURE,
              Opcodes.LOAD_FAST_AND_CLEAR ->
          push(local(variable));
      case Opcodes.STORE_FAST, Opcodes.STORE_DEREF -> store(locals, variable, pop());
      case Opcodes.LOAD_NAME -> push(global(name));
      case Opcodes.LOAD_GLOBAL -> {
        if ((arg & 1) != 0) {
          stack.add(Slot.EMPTY);
        }
        push(global(name));
      }
      case Opcodes.STORE_NAME, Opcodes.STORE_GLOBAL -> store(globals, name, pop());
      case Opcodes.PUSH_NULL -> stack.add(Slot.EMPTY);
      case Opcodes.LOAD_ATTR -> loadAttribute(name, (arg & 1) != 0);
      case Opcodes.STORE_ATTR -> {
        Value object = pop();
        sinks.assignAttribute(object, name, pop(), place());
      }
      case Opcodes.STORE_SUBSCR -> {
        Value index = pop();
        Value container = pop();
        pop();
        sinks.assignItem(container, index, place());
      }
      case Opcodes.IMPORT_NAME -> importName(name);
      case Opcodes.IMPORT_FROM -> {
        Value module = stack.isEmpty() || stack.getLast().value == null ? Value.UNKNOWN : stack.getLast().value;
        push(evaluate.attribute(module, name));
      }
      case Opcodes.KW_NAMES -> keywords = names(constant(arg));
      case Opcodes.CALL -> call(arg);
      case Opcodes.CALL_FUNCTION_EX -> callWithTuple((arg & 1) != 0);
      case Opcodes.BINARY_OP -> {
        Value right = pop();
        Value left = pop();
        String operator = item(OpcodeTable.binaryOperators(), arg);
        push(evaluate.binary(left, right, operator.replace("=", "")));
      }
      case Opcodes.BINARY_SUBSCR -> {
        Value index = pop();
        push(evaluate.subscript(pop(), index));
      }
      case Opcodes.BINARY_SLICE -> {
        Value upper = pop();
        Value lower = pop();
        push(evaluate.slice(pop(), lower, upper, null));
      }
      case Opcodes.BUILD_STRING -> push(evaluate.joined(pop(arg)));
      case Opcodes.BUILD_TUPLE, Opcodes.BUILD_LIST, Opcodes.BUILD_SET ->
          push(evaluate.display(pop(arg)));
      case Opcodes.LIST_EXTEND, Opcodes.SET_UPDATE -> extend(arg);
      case Opcodes.BUILD_MAP -> push(Value.all(pop(2 * arg)).withConstant(null));
      case Opcodes.BUILD_CONST_KEY_MAP -> {
        pop();
        push(Value.all(pop(arg)).withConstant(null));
      }
      case Opcodes.FORMAT_VALUE -> {
        if ((arg & 4) != 0) {
          pop();
        }
        Value value = pop();
        push((arg & 3) == 0 ? value : value.derived());
      }
      case Opcodes.COPY -> stack.add(arg > 0 && arg <= stack.size() ? stack.get(stack.size() - arg) : Slot.of(Value.UNKNOWN));
      case Opcodes.SWAP -> swap(arg);
      case Opcodes.GET_ITER, Opcodes.GET_AWAITABLE, Opcodes.NOP, Opcodes.RESUME -> {}
      case Opcodes.FOR_ITER -> {
        Value iterator = stack.isEmpty() ? Value.UNKNOWN : stack.getLast().value;
        arrive(at.target(), 1);
        push(iterator == null ? Value.UNKNOWN : iterator.derived().withRefs(iterator.refs()));
      }
      case Opcodes.MAKE_FUNCTION -> {
        pop(1 + Integer.bitCount(arg & 15));
        push(Value.PLAIN);
      }
      case Opcodes.RETURN_VALUE, Opcodes.RETURN_CONST, Opcodes.RERAISE, Opcodes.RAISE_VARARGS ->
          reachable = false;
      default -> other(at, arg);
    }
  }

  private Value constant(int index) {
    List<Constant> constants = code.constants();
    return index >= 0 && index < constants.size() && !(constants.get(index) instanceof CodeObject)
        ? evaluate.constant(constants.get(index))
        : Value.PLAIN;
  }

  private static List<String> names(Value value) {
    List<String> names = new ArrayList<>();
    if (value.constant() instanceof Constant.Tuple t) {
      for (Constant item : t.items()) {
        names.add(item instanceof Constant.Str s ? s.text() : "?");
      }
    }
    return names;
  }

  private void loadAttribute(String name, boolean method) {
    Value base = pop();
    Value value = evaluate.attribute(base, name);
    boolean known = !value.refs().isEmpty();
    if (method) {
      stack.add(new Slot(value, known ? null : base, name));
      push(base);
    } else {
      push(value);
    }
  }

  private void importName(String name) {
    Value from = pop();
    Value level = pop();
    boolean relative = level.constant() instanceof Constant.Int n && n.value().signum() > 0;
    facts.imports().add(relative ? "." + name : name);
    // Without a list of names the statement binds the first part of the name.
    boolean whole = relative || from.constant() != Constant.Singleton.NONE;
    int dot = name.indexOf('.');
    push(evaluate.module(whole || dot < 0 ? (relative ? "." : "") + name : name.substring(0, dot)));
  }

  private void call(int count) {
    List<Value> all = pop(count);
    Map<String, Value> named = new LinkedHashMap<>();
    int positional = Math.max(0, all.size() - keywords.size());
    for (int i = positional; i < all.size(); i++) {
      named.put(keywords.get(i - positional), all.get(i));
    }
    keywords = List.of();
    Slot upper = popSlot();
    Slot lower = popSlot();
    Slot callee = lower.value == null ? upper : lower;
    Value function = callee.value == null ? Value.UNKNOWN : callee.value;
    push(
        evaluate.call(
            new Call(
                function, callee.receiver, callee.method, all.subList(0, positional), named,
                place())));
  }

  private void callWithTuple(boolean named) {
    Value dictionary = named ? pop() : Value.PLAIN;
    Value tuple = pop();
    Value function = pop();
    popSlot();
    push(
        evaluate.call(
            new Call(
                function, null, null, List.of(tuple.withConstant(null)),
                named ? Map.of("**", dictionary) : Map.of(), place())));
  }

  private void extend(int depth) {
    Value more = pop();
    int at = stack.size() - depth;
    if (at >= 0 && at < stack.size() && stack.get(at).value != null) {
      Value before = stack.get(at).value;
      boolean empty = before.constant() instanceof Constant.Tuple t && t.items().isEmpty();
      stack.set(at, Slot.of(empty ? more : before.or(more)));
    }
  }

  private void swap(int depth) {
    int at = stack.size() - depth;
    if (depth > 0 && at >= 0) {
      Slot top = stack.getLast();
      stack.set(stack.size() - 1, stack.get(at));
      stack.set(at, top);
    }
  }

  /** Notes the stack with which a jump arrives; {@code extra} values are put on it by the jump. */
  private void arrive(int target, int extra) {
    List<Slot> there = new ArrayList<>(stack);
    for (int i = 0; i < extra; i++) {
      there.add(Slot.of(Value.UNKNOWN));
    }
    arrivals.putIfAbsent(target, there);
    openJump = Math.max(openJump, target);
  }

  /** What is of no interest: the depth of the stack stays right. */
  private void other(CodeReader at, int arg) {
    int effect = OpcodeTable.stackEffect(at.base(), arg, false);
    if (effect == OpcodeTable.INVALID) {
      return;
    }
    for (int i = effect; i < 0; i++) {
      popSlot();
    }
    if (OpcodeTable.hasJump(at.base())) {
      arrive(at.target(), 0);
      reachable = !OpcodeTable.isUnconditionalJump(at.base());
      return;
    }
    String name = OpcodeTable.name(at.base());
    boolean puts =
        !name.startsWith("STORE_")
            && !name.startsWith("DELETE_")
            && !name.startsWith("POP_")
            && !name.startsWith("END_")
            && !name.endsWith("_APPEND")
            && !name.endsWith("_ADD")
            && !name.endsWith("_MERGE")
            && !name.endsWith("_UPDATE")
            && !name.equals("COPY_FREE_VARS")
            && !name.equals("MAKE_CELL");
    if (puts && effect <= 0 && !stack.isEmpty()) {
      stack.removeLast();
      push(Value.UNKNOWN);
    }
    for (int i = 0; i < effect; i++) {
      push(Value.UNKNOWN);
    }
  }
}

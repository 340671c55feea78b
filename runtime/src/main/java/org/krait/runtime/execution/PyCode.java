package org.krait.runtime.execution;

import java.util.Arrays;
import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.LocationTable;
import org.krait.bytecode.OpcodeTable;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * A code object with Python values for constants and names, and decoded for the interpreter loop.
 *
 * <p>{@link #instructions} has an entry for each code unit, {@code operand << 8 | opcode}, with {@code
 * EXTENDED_ARG} already folded in, so that instruction numbers, jumps and tables are CPython's. Entries
 * of inline caches are not looked at; {@link #caches} holds what the loop remembers at the place of an
 * instruction.
 */
@BuiltinType(
    name = "code",
    subclassable = false,
    weakReferences = true,
    parts = {CodeMethods.class, CodeCreation.class, CodeComparison.class, CodePlaces.class})
public final class PyCode extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyCodeTable());

  private CodeObject object;

  /** Where the code lies in an archive, or null. */
  private final CodeBodies bodies;

  private final int place;

  // What follows is there once a frame was made of the code, or after load().

  public PyObject[] constants;
  public PyStr[] names;
  public int[] instructions;
  public Object[] caches;

  /** Locals, cells and free variables. */
  public final int localsCount;

  /** {@link #localsCount} and the operand stack. */
  public final int frameSize;

  public final int flags;
  public final int argCount;
  public final int posOnlyCount;
  public final int kwOnlyCount;

  /** Parameters of all kinds, {@code *args} and {@code **kwargs} included. */
  public final int parameterCount;

  /** How many cells the closure of a function of this code has. */
  private final int freeCount;

  /** True when a call with {@link #argCount} positional arguments just copies them. */
  public final boolean simple;

  /** Machine code for calls, or null. */
  public volatile CompiledCode compiled;

  /** Machine code for coroutines that are awaited at once, or null; see {@link Awaited}. */
  public volatile CompiledCode started;

  /** Machine code for generators all of whose values go to a sink, or null; see {@link Draining}. */
  volatile CompiledCode drained;

  private volatile CallLink link;
  private volatile CallLink startLink;
  private volatile ResumeLink resumeLink;

  /** See {@link #creation}; not known yet while {@link Integer#MIN_VALUE}. */
  private int creation = Integer.MIN_VALUE;

  /** What is known about how the code runs and is translated; see {@link Tiering}. */
  public final Heat heat = new Heat();

  /** What operands were seen, by instruction; null until the code is warm. */
  public byte[] profile;

  /** Whether something is to be done before the code can run; see {@link #prepare}. */
  volatile boolean pending;

  /** Set while the code is not our compiler's and {@link VerifyCode} has not seen it; else null. */
  private CodeOrigin unverified;

  private PyStr[] variables;
  private PyStr name;
  private PyStr qualname;
  private PyStr filename;
  private int[] handlers;

  /** 1 or -1 once known; see {@link #catches}. */
  private byte catches;
  private int[] lines;
  private CodeObject complete;
  private volatile Instrumentation instrumentation;

  /** How many instructions of one code object are looked at: what runs more often costs too much. */
  private static final int ATTENTION = 10_000;

  /** See {@link #attentive}. */
  private volatile int[] attentive;

  private int attended;
  private boolean instrumented;

  PyCode(
      CodeObject object,
      boolean isComplete,
      PyObject[] constants,
      PyStr[] names,
      PyStr[] variables) {
    this(
        null,
        0,
        new int[] {
          object.argCount(),
          object.posOnlyArgCount(),
          object.kwOnlyArgCount(),
          object.stackSize(),
          object.flags(),
          variables.length,
          freeCount(object.localsPlusKinds())
        },
        0);
    this.object = object;
    this.complete = isComplete ? object : null;
    this.constants = constants;
    this.names = names;
    this.variables = variables;
    this.instructions = decode(object.code());
    this.caches = new Object[instructions.length];
    this.name = PyStr.interned(object.name());
  }

  /**
   * Code that lies in an archive.
   *
   * @param head the counts of parameters, positional-only and keyword-only ones, the size of the stack,
   *     the flags, the number of variables and of those that are free: seven numbers
   * @param at the first of them
   */
  PyCode(CodeBodies bodies, int place, int[] head, int at) {
    this.bodies = bodies;
    this.place = place;
    this.argCount = head[at];
    this.posOnlyCount = head[at + 1];
    this.kwOnlyCount = head[at + 2];
    this.flags = head[at + 4];
    this.localsCount = head[at + 5];
    this.freeCount = head[at + 6];
    this.frameSize = localsCount + head[at + 3] + 1;
    boolean varargs = (flags & CodeFlags.VARARGS) != 0;
    boolean varkeywords = (flags & CodeFlags.VARKEYWORDS) != 0;
    this.parameterCount = argCount + kwOnlyCount + (varargs ? 1 : 0) + (varkeywords ? 1 : 0);
    this.simple = !varargs && !varkeywords && kwOnlyCount == 0;
    this.pending = bodies != null;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /**
   * The code object, whose constants, names and variables may be left out because they stand here;
   * {@link #complete} has them.
   */
  public CodeObject object() {
    CodeObject known = object;
    if (known == null) {
      known = LoadCode.asWanted(bodies.object(place));
      object = known;
    }
    return known;
  }

  /** The same code, with all that an archive has of it. */
  public PyCode load() {
    if (pending) {
      synchronized (heat) {
        if (instructions == null) {
          constants = bodies.constants(place);
          names = bodies.names(place);
          variables();
          int[] words = bodies.instructions(place);
          caches = new Object[words.length];
          instructions = words;
        }
      }
    }
    return this;
  }

  /** Makes the code ready for its first frame, or raises what keeps it from running. */
  void prepare(ThreadState thread) {
    load();
    if (unverified != null) {
      VerifyCode.check(thread, this, unverified);
      unverified = null;
    }
    pending = false;
  }

  /** Nobody vouches for the code: it is verified before it runs for the first time. */
  void distrust(CodeOrigin origin) {
    unverified = origin;
    pending = true;
  }

  /** Somebody has shown the code to be right. */
  void trust() {
    unverified = null;
    pending = instructions == null;
  }

  /** Whether the code waits for {@link VerifyCode}. */
  boolean isUnverified() {
    return unverified != null;
  }

  /** Whether {@link #object} has everything that belongs to it. */
  public boolean isWhole() {
    return object != null && complete == object;
  }

  /** Where machine code calls functions of this code, or null for functions of other globals. */
  public CallLink linkFor(PyDict globals) {
    synchronized (heat) {
      if (link == null) {
        link = new CallLink(parameterCount, globals);
        link.lead(compiled);
      }
      return link.globals == globals ? link : null;
    }
  }

  /** The globals of the functions of this code, where machine code knows them; else others. */
  public PyDict globalsOr(PyDict others) {
    synchronized (heat) {
      if (link != null) {
        return link.globals;
      }
      PyDict called = heat.globals;
      if (startLink != null) {
        return startLink.globals;
      }
      return compiled != null ? compiled.globals : called != null ? called : others;
    }
  }

  /** Whether what the functions make is to be awaited: coroutines, or the generator of an {@code __await__}. */
  private boolean makesAwaited() {
    int kind = flags & (CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ITERABLE_COROUTINE);
    return kind == CodeFlags.COROUTINE || kind == CodeFlags.GENERATOR && name() == Special.name(Special.AWAIT);
  }

  /**
   * Where machine code calls functions of this code whose coroutines, or generators that {@code __await__} gives, are awaited at
   * once; null for functions of other globals, and where that cannot be.
   */
  public CallLink startLink(PyDict globals) {
    if (!makesAwaited() || creation() < 0 || waitsInHandlers() || !isOptimized()
        || parameterCount > CallLink.MOST) {
      return null;
    }
    synchronized (heat) {
      if (startLink == null) {
        startLink = CallLink.ofAwaited(parameterCount, globals);
        startLink.lead(started);
      }
      return startLink.globals == globals ? startLink : null;
    }
  }

  /** Puts machine code for coroutines that are awaited at once to use, or with null takes it away. */
  void useStarted(CompiledCode unit) {
    synchronized (heat) {
      started = unit;
      if (startLink != null) {
        startLink.lead(unit);
      }
    }
  }

  /** Where machine code resumes the generators of this code. */
  public ResumeLink resumeLink() {
    synchronized (heat) {
      if (resumeLink == null) {
        resumeLink = new ResumeLink(this);
        resumeLink.lead(compiled);
      }
      return resumeLink;
    }
  }

  /** Puts machine code for calls to use, or with null takes it away. */
  void use(CompiledCode unit) {
    synchronized (heat) {
      compiled = unit;
      if (link != null) {
        link.lead(unit);
      }
      if (resumeLink != null) {
        resumeLink.lead(unit);
      }
    }
  }

  /** The code object; its constants may be {@link LoadCode.Value} for what a program put there. */
  public CodeObject complete() {
    if (complete == null) {
      load();
      CodeObject rest = object();
      complete =
          new CodeObject(
              argCount,
              posOnlyCount,
              kwOnlyCount,
              rest.stackSize(),
              flags,
              rest.code(),
              PlainConstants.ofAll(constants),
              strings(names),
              strings(variables),
              rest.localsPlusKinds(),
              rest.filename(),
              rest.name(),
              rest.qualname(),
              rest.firstLineNumber(),
              rest.lineTable(),
              rest.exceptionTable());
    }
    return complete;
  }

  /** How many variables have names: what {@link #localsCount} counts. */
  List<String> variableNames() {
    return strings(variables());
  }

  private static List<String> strings(PyStr[] texts) {
    String[] strings = new String[texts.length];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = texts[i].toString();
    }
    return List.of(strings);
  }

  /** The names of all variables in frame order; not to be changed. */
  public PyStr[] variables() {
    PyStr[] known = variables;
    if (known == null) {
      known = bodies.variables(place);
      variables = known;
    }
    return known;
  }

  /** Instructions as the interpreter loop wants them; of inline caches nothing is left. */
  public static int[] decode(byte[] code) {
    int[] decoded = new int[code.length / 2];
    int extended = 0;
    for (int i = 0; i < decoded.length; i++) {
      int op = code[2 * i] & 0xff;
      int operand = extended << 8 | code[2 * i + 1] & 0xff;
      decoded[i] = operand << 8 | op;
      if (op == Opcodes.EXTENDED_ARG) {
        extended = operand;
      } else {
        extended = 0;
        i += OpcodeTable.caches(op);
      }
    }
    return decoded;
  }

  /** Whether tools watch some of the instructions, so that only the interpreter loop may run them. */
  public boolean isInstrumented() {
    return instrumented;
  }

  void setInstrumented(boolean watched) {
    instrumented = watched;
  }

  /** The instruction at a place, whoever watches it: {@code operand << 8 | opcode}. */
  int original(int unit) {
    Instrumentation data = instrumentation;
    return data == null ? load().instructions[unit] : data.originals[unit];
  }

  /** {@link #instructions} for a thread that looks at what loses references. */
  int[] attentive() {
    int[] known = attentive;
    return known != null ? known : makeAttentive();
  }

  /** Another instruction was looked at. */
  void countAttention() {
    if (++attended > ATTENTION) {
      attentive = instructions;
    }
  }

  private synchronized int[] makeAttentive() {
    if (attentive == null) {
      int[] words = instructions.clone();
      for (int i = 0; i < words.length; i += 1 + OpcodeTable.caches(original(i) & 0xff)) {
        words[i] = Drops.attentive(words[i]);
      }
      attentive = words;
    }
    return attentive;
  }

  /** Writes an instruction that tools watch, or no longer watch. */
  synchronized void write(int unit, int word) {
    instructions[unit] = word;
    if (attentive != null && attentive != instructions) {
      attentive[unit] = Drops.attentive(word);
    }
  }

  /** What tools want to know of this code, or null when none ever asked. */
  Instrumentation instrumentation() {
    return instrumentation;
  }

  /** The same, made on demand. */
  synchronized Instrumentation instrument() {
    if (instrumentation == null) {
      load();
      instrumentation = new Instrumentation(this);
    }
    return instrumentation;
  }

  /** {@code co_name}. */
  public PyStr name() {
    if (name == null) {
      name = bodies.name(place);
    }
    return name;
  }

  /** What functions of this code have as {@code __doc__}: {@code None} or the first constant. */
  public PyObject documentation() {
    if (!isOptimized()) {
      return PyNone.NONE;
    }
    if (bodies != null) {
      return bodies.documentation(place);
    }
    return constants.length > 0 && constants[0] instanceof PyStr text ? text : PyNone.NONE;
  }

  /** {@code co_qualname}. */
  public PyStr qualname() {
    if (qualname == null) {
      qualname = bodies == null ? PyStr.interned(object.qualname()) : bodies.qualname(place);
    }
    return qualname;
  }

  /** {@code co_filename}. */
  public PyStr filename() {
    if (filename == null) {
      if (bodies != null) {
        return bodies.filename;
      }
      filename = PyStr.ofUnits(object.filename());
    }
    return filename;
  }

  /** Gives all code of a module another file name, if this is the module's own code in an archive. */
  public boolean moveModule(PyStr found) {
    if (bodies == null || bodies.root != place || filename != null) {
      return false;
    }
    bodies.filename = found;
    return true;
  }

  /** {@code _imp._fix_co_filename}: where the source was found this time. */
  public void setFilename(PyStr found) {
    filename = found;
  }

  /** The name of a local, cell or free variable. */
  public PyStr variable(int slot) {
    return variables()[slot];
  }

  /** The {@code CO_FAST_*} bits of a variable. */
  public int variableKind(int slot) {
    return object().localsPlusKinds()[slot];
  }

  public boolean isGenerator() {
    return (flags & (CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR)) != 0;
  }

  /** Where the code makes a generator, when it does no more before than to make cells; else -1. */
  public int creation() {
    int known = creation;
    if (known == Integer.MIN_VALUE) {
      known = findCreation();
      creation = known;
    }
    return known;
  }

  private int findCreation() {
    if (!isGenerator()) {
      return -1;
    }
    load();
    for (int pc = 0; pc < instructions.length; pc++) {
      switch (original(pc) & 0xff) {
        case Opcodes.MAKE_CELL, Opcodes.COPY_FREE_VARS, Opcodes.EXTENDED_ARG -> {}
        case Opcodes.RETURN_GENERATOR -> {
          return pc;
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  public boolean isOptimized() {
    return (flags & CodeFlags.OPTIMIZED) != 0;
  }

  /** Free variables of the code. */
  public int freeCount() {
    return freeCount;
  }

  private static int freeCount(byte[] kinds) {
    int count = 0;
    for (byte kind : kinds) {
      count += (kind & CodeFlags.FAST_FREE) != 0 ? 1 : 0;
    }
    return count;
  }

  /** The slot of a variable, or -1. */
  public int slotOf(PyStr variable) {
    PyStr[] all = variables();
    for (int i = 0; i < all.length; i++) {
      if (all[i].equals(variable)) {
        return i;
      }
    }
    return -1;
  }

  /** The line of an instruction, or 0 when it has none. */
  public int lineAt(int unit) {
    int[] all = lines;
    if (all == null) {
      all = readLines();
      lines = all;
    }
    return unit < all.length ? all[unit] : 0;
  }

  private int[] readLines() {
    int[] all = new int[load().instructions.length];
    LocationTable table = new LocationTable(object());
    while (table.next()) {
      int line = Math.max(table.line(), 0);
      for (int i = table.start(); i < table.end() && i < all.length; i++) {
        all[i] = line;
      }
    }
    return all;
  }

  /**
   * The exception handler of an instruction as {@code target << 33 | depth << 1 | pushes lasti}, or -1.
   *
   * @param unit the instruction that raised
   */
  public long handlerAt(int unit) {
    int[] all = handlers;
    if (all == null) {
      all = readHandlers();
      handlers = all;
    }
    for (int i = 0; i < all.length; i += 4) {
      if (unit >= all[i] && unit < all[i + 1]) {
        return (long) all[i + 2] << 33 | all[i + 3];
      }
    }
    return -1;
  }

  /** Whether the code has handlers of its own, be it of {@code try} or of {@code with}. */
  public boolean catches() {
    if (catches == 0) {
      catches = -1;
      for (int target : handlerTargets()) {
        if ((original(target) & 0xff) == Opcodes.PUSH_EXC_INFO) {
          catches = 1;
        }
      }
    }
    return catches > 0;
  }

  /** Whether it may wait while it handles an exception, which it then has to keep. */
  public boolean waitsInHandlers() {
    if (!catches()) {
      return false;
    }
    for (int pc = firstHandler(); pc < instructions.length; pc++) {
      if ((original(pc) & 0xff) == Opcodes.YIELD_VALUE) {
        return true;
      }
    }
    return false;
  }

  /** Whether the handler of an instruction is that which keeps StopIteration from leaving a generator. */
  public boolean isOnlyStopHandled(int unit) {
    long entry = handlerAt(unit);
    return entry >= 0 && (original((int) (entry >>> 33)) & 0xff) == Opcodes.CALL_INTRINSIC_1;
  }

  /** Whether an exception leaves the frame from an instruction, there being no handler that does anything with it. */
  boolean lets(int unit, PyBaseException raised) {
    if (!isOnlyStopHandled(unit)) {
      return handlerAt(unit) < 0;
    }
    boolean asynchronous = (flags & CodeFlags.ASYNC_GENERATOR) != 0;
    return !Awaited.isStop(raised)
        && !(asynchronous && raised.type().isSubtypeOf(PyExceptions.StopAsyncIteration));
  }

  /** Where the first handler starts; past the end when there is none. */
  int firstHandler() {
    if (handlers == null) {
      handlers = readHandlers();
    }
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < handlers.length; i += 4) {
      first = Math.min(first, handlers[i + 2]);
    }
    return first;
  }

  /** Where handlers start. */
  int[] handlerTargets() {
    int[] all = readHandlers();
    int[] targets = new int[all.length / 4];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = all[4 * i + 2];
    }
    return targets;
  }

  /** Start, end, target and {@code depth << 1 | lasti} of each entry. */
  private int[] readHandlers() {
    byte[] encoded = object().exceptionTable();
    int[] entries = new int[encoded.length + 4];
    int count = 0;
    ExceptionTable table = new ExceptionTable(encoded);
    while (table.next()) {
      // An entry takes four bytes or more.
      entries[count++] = table.start();
      entries[count++] = table.end();
      entries[count++] = table.target();
      entries[count++] = table.depth() << 1 | (table.pushesLasti() ? 1 : 0);
    }
    return Arrays.copyOf(entries, count);
  }
}

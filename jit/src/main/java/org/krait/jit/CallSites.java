package org.krait.jit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.Opcodes;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.Special;
import org.krait.runtime.execution.GuardedOperations;
import org.krait.runtime.execution.NamedAttributes;
import org.krait.runtime.execution.Profile;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.execution.PyCoroutine;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code CALL}: direct where the callee is known and translated, open-coded where it is builtin and simple. */
final class CallSites {
  private static final ClassDesc NAMES = Names.STR.arrayType();

  private static final PyObject OBJECT_INIT = ObjectType.TYPE.lookup(Special.name(Special.INIT));

  private static final PyObject OBJECT_SETATTR = ObjectType.TYPE.lookup(Special.name(Special.SETATTR));

  private static final PyObject EXCEPTION_INIT =
      PyBaseException.TYPE.lookup(Special.name(Special.INIT));

  private static final PyObject GENERATOR_SEND = PyGenerator.TYPE.lookup(PyStr.interned("send"));

  private static final PyObject GENERATOR_THROW = PyGenerator.TYPE.lookup(PyStr.interned("throw"));

  private static final PyObject COROUTINE_THROW = PyCoroutine.TYPE.lookup(PyStr.interned("throw"));

  private static final PyObject COROUTINE_SEND = PyCoroutine.TYPE.lookup(PyStr.interned("send"));

  private final Translation t;
  private final BuiltinCalls builtins;
  private final Binding binding;
  private final Protocols protocols;
  private final CalleeChoice choices;
  private final Starts starts;
  private final Resumptions resumptions;
  private final Instances instances;
  private final StarredCalls starred;
  private PyTuple keywords;

  /** Whether a coroutine that is made now is started at once. */
  private boolean awaits;

  CallSites(Translation t) {
    this.t = t;
    this.protocols = new Protocols(t, this);
    this.choices = new CalleeChoice(t, this);
    this.starts = new Starts(t, this);
    this.resumptions = new Resumptions(t);
    this.builtins = new BuiltinCalls(t, resumptions);
    this.binding = new Binding(t);
    this.instances = new Instances(t, this);
    this.starred = new StarredCalls(t, this);
  }

  void keywords(int constant) {
    keywords = (PyTuple) t.code.constants[constant];
    t.keywordsAt = t.pc;
  }

  /** {@code CALL_FUNCTION_EX}. */
  void callStarred(int arg) {
    starred.call(arg);
  }

  void call(int count) {
    PyTuple names = keywords;
    keywords = null;
    call(count, names);
    t.keywordsAt = -1;
  }

  private void call(int count, PyTuple names) {
    t.settle();
    int base = t.state.stack.size() - count - 2;
    Value below = t.state.stack.get(base);
    boolean plain = below == Value.NULL;
    if (t.joins.isUnsure(below)) {
      throw new Refused("a callee is there on one path only");
    }
    Value callee = plain ? t.state.stack.get(base + 1) : below;
    int taken = count + 2;
    List<Value> args =
        new ArrayList<>(t.state.stack.subList(plain ? base + 2 : base + 1, base + taken));
    Site site = new Site(callee, args, names, taken, !plain);
    if (callee instanceof Value.Constant(PyObject object)) {
      constant(site, object);
      return;
    }
    List<PyFunction> candidates =
        callee instanceof Value.Variable v ? t.candidates.get(v.index()) : null;
    if (candidates != null && names == null) {
      if (!choices.methods(site, candidates)) {
        any(site, null);
      }
      return;
    }
    Object seen = t.seen.cache();
    t.safepoints.ensure();
    if (seen == null) {
      t.leave();
      return;
    }
    if (!t.seen.distrusted() && seen instanceof PyCode code && closure(site, code)) {
      return;
    }
    if (!t.seen.distrusted() && seen instanceof PyFunction function && bound(site, function)) {
      return;
    }
    if (!t.seen.distrusted() && seen instanceof PyType type && GuardedOperations.isCalledPlainly(type)) {
      t.load(callee, Kind.REFERENCE);
      t.loadObject(type, Translation.OBJECT);
      t.out.guarded("checkSame", Translation.VOID, Translation.OBJECT, Translation.OBJECT);
      constant(site, type);
      return;
    }
    if (!t.seen.distrusted() && seen instanceof Shape shape && instanceCall(site, shape)) {
      return;
    }
    if (!t.seen.distrusted() && seen instanceof Profile.Initialized classes && instances.make(site, classes.code())) {
      return;
    }
    if (seen instanceof Profile.Callees callees && choices.callees(site, callees.seen())) {
      return;
    }
    if (t.seen.distrusted() && (seen instanceof PyCode || seen instanceof PyFunction) && choices.callees(site, seen)) {
      return;
    }
    any(site, null);
  }

  /** A call of a bound method of a program. */
  private boolean bound(Site site, PyFunction function) {
    if (!isDirect(function)) {
      return false;
    }
    int self = protocols.self(site.callee, function);
    return direct(site.with(new Value.Variable(Kind.REFERENCE, self, null)), function, null);
  }

  /** A call of an instance of a program's class. */
  private boolean instanceCall(Site site, Shape shape) {
    PyFunction function = call(shape.type);
    if (function == null || site.isMethod) {
      return false;
    }
    t.load(site.callee, Kind.REFERENCE);
    t.loadObject(shape.type, Names.TYPE);
    t.out.guarded("checkType", Translation.VOID, Translation.OBJECT, Names.TYPE);
    return direct(site.with(site.callee), function, null);
  }

  /** The function that instances of a class call; null when that cannot be direct. */
  private PyFunction call(PyType type) {
    return type.layout() == ObjectType.TYPE.layout()
            && type.special(Special.CALL) instanceof PyFunction function
            && t.assume(type.unchanged(Special.name(Special.CALL)))
        ? function
        : null;
  }

  /**
   * A call: the callee, the arguments with self, the names of the last ones, and what the stack loses.
   *
   * @param isMethod whether the callee lies below its first argument, and may be null when it runs
   */
  record Site(Value callee, List<Value> args, PyTuple names, int taken, boolean isMethod) {
    /** The same with another argument before the first. */
    Site with(Value first) {
      List<Value> all = new ArrayList<>();
      all.add(first);
      all.addAll(args);
      return new Site(callee, all, names, taken, isMethod);
    }
  }

  private void constant(Site site, PyObject object) {
    if (t.seen.distrusted()) {
      any(site, object);
      return;
    }
    boolean done = false;
    if (object instanceof PyFunction function) {
      done = direct(site, function, null);
    } else if (object instanceof PyType type) {
      done = builtins.type(site, type) || instances.make(site, type);
    } else if (object instanceof PyBuiltinFunction builtin) {
      done = instances.byBuiltin(site, builtin) || builtins.function(site, builtin);
    } else if (object == GENERATOR_SEND && site.names == null && site.args.size() == 2
        && resumptions.call(site, site.args.get(1))) {
      done = true;
    } else if ((object == GENERATOR_SEND || object == COROUTINE_SEND)
        && site.names == null && site.args.size() == 2 && (!t.frameless || t.opens) && !t.quiet) {
      protocols.send(site);
      done = true;
    } else if ((object == GENERATOR_THROW || object == COROUTINE_THROW) && site.names == null && site.args.size() == 2 && !t.seen.distrusted()) {
      protocols.raiseIn(site);
      done = true;
    } else if (object == EXCEPTION_INIT && site.names == null && !site.args.isEmpty()) {
      t.safepoints.ensure();
      take(site);
      t.load(site.args.getFirst(), Kind.REFERENCE);
      Instructions.array(t, site.args.subList(1, site.args.size()).toArray(Value[]::new));
      t.out.guarded("initException", Translation.VOID, Translation.OBJECT, Names.OBJECTS);
      t.safepoints.end();
      t.push(new Value.Constant(PyNone.NONE));
      done = true;
    } else if (object instanceof PyMethodDescriptor method) {
      done = builtins.method(site, method);
    } else if (object == OBJECT_SETATTR) {
      done = setOwn(site);
    } else if (object == OBJECT_INIT && site.args.size() == 1) {
      // Of an instance, whose class takes no arguments here or has a method of its own that calls this.
      take(site);
      t.push(new Value.Constant(PyNone.NONE));
      done = true;
    } else if (object.getClass() == PyInstance.class) {
      t.safepoints.ensure();
      done = instanceCall(site, ((PyInstance) object).shape());
    }
    if (!done) {
      any(site, object);
    }
  }

  /** {@code object.__setattr__} with a constant name. */
  private boolean setOwn(Site site) {
    if (site.names != null || site.args.size() != 3
        || !(site.args.get(1) instanceof Value.Constant(PyObject object)) || !(object instanceof PyStr name)) {
      return false;
    }
    t.safepoints.ensure();
    if (t.seen.distrusted()) {
      return false;
    }
    take(site);
    t.load(site.args.get(0), Kind.REFERENCE);
    t.loadObject(name.intern(), Names.STR);
    t.load(site.args.get(2), Kind.REFERENCE);
    t.loadObject(new NamedAttributes(), Names.NAMED_ATTRIBUTES);
    t.out.guarded(
        "setOwnAttribute", Translation.VOID, Translation.OBJECT, Names.STR, Translation.OBJECT,
        Names.NAMED_ATTRIBUTES);
    t.safepoints.end();
    t.push(new Value.Constant(PyNone.NONE));
    return true;
  }

  void take(Site site) {
    t.operands(site.taken);
  }

  // ---- functions of programs

  /** Calls a known function in place of an instruction that pushes its result; false when that cannot be. */
  boolean direct(PyFunction function, List<Value> args, int taken) {
    return direct(new Site(Value.NULL, args, null, taken, false), function, null);
  }

  /** The same for a coroutine that is started at once. */
  boolean directAwaited(PyFunction function, List<Value> args, int taken) {
    awaits = Protocols.isSentNone(t);
    boolean done = direct(function, args, taken);
    awaits = false;
    return done;
  }

  /** {@code __next__} of an iterator, which stays; jumps to a label where StopIteration ends the loop. */
  boolean next(PyFunction function, Value iterator, Label ended) {
    Linkage linkage = linkage(function.code(), function);
    Site site = new Site(Value.NULL, List.of(iterator), null, 0, false);
    List<Binding.Argument> bound = bind(linkage, function, site);
    if (bound == null || linkage.made() != null || !t.assume(function.unchanged())) {
      return false;
    }
    before(site, linkage.looks());
    loadCall(linkage, function, null, bound);
    invoke(linkage);
    t.body.raises.passing(linkage.result(), ended);
    after(linkage.looks());
    t.pushed(linkage.result(), null);
    return true;
  }

  /** Whether there is a way to call a function directly. */
  boolean isDirect(PyFunction function) {
    return function.unchanged().isValid() && linkage(function.code(), function) != null;
  }

  /**
   * {@code __enter__} of a manager, which comes in place of it; a variable has the bound {@code __exit__}. True when the
   * result has been awaited already.
   */
  boolean enter(PyFunction function, Value manager, int exit) {
    Linkage linkage = linkage(function.code(), function);
    Site site = new Site(Value.NULL, List.of(manager), null, 1, false);
    List<Binding.Argument> bound = bind(linkage, function, site);
    if (bound == null || !t.assume(function.unchanged())) {
      throw new Refused("a manager that takes arguments");
    }
    Value kept = new Value.Variable(Kind.REFERENCE, exit, null);
    if (starts.start(linkage, function, null, bound, 1, kept)) {
      return true;
    }
    before(site, linkage.looks());
    loadCall(linkage, function, null, bound);
    t.safepoints.keepWhileCalling(1, exit);
    take(site);
    awaits = t.flow.op(t.next) == Opcodes.GET_AWAITABLE && !t.flow.blocks.containsKey(t.next);
    call(linkage);
    awaits = false;
    after(linkage.looks());
    t.pushed(linkage.result(), null);
    return false;
  }

  /** Calls the static method of a function's unit; false when that cannot be. */
  boolean direct(Site site, PyFunction function, Value closure) {
    Linkage linkage = linkage(function.code(), function);
    if (linkage == null) {
      return false;
    }
    List<Binding.Argument> bound = bind(linkage, function, site);
    if (bound == null || !t.assume(function.unchanged())) {
      return false;
    }
    if (starts.start(linkage, function, closure, bound, site.taken, null)) {
      return true;
    }
    before(site, linkage.looks());
    take(site);
    loadCall(linkage, function, closure, bound);
    if (t.flow.op(t.pc) == Opcodes.CALL) {
      callForResult(linkage);
    } else {
      call(linkage);
    }
    after(linkage.looks());
    t.pushed(linkage.result(), null);
    return true;
  }

  void before(Site site, boolean looks) {
    if (looks) {
      t.beforeAnything(site.taken);
    } else {
      t.safepoints.own(site.taken);
    }
  }

  void after(boolean looked) {
    t.callsAny = true;
    if (looked) {
      t.afterAnything();
    } else {
      t.safepoints.end();
    }
  }

  void loadCall(
      Linkage linkage, PyFunction function, Value closure, List<Binding.Argument> bound) {
    if (linkage.link() != null) {
      t.loadObject(linkage.link().invoker, ConstantDescs.CD_MethodHandle);
    }
    t.loadThread();
    loadFunction(function, closure);
    if (linkage.made() != null) {
      loadMade(linkage.made(), closure, bound);
      return;
    }
    loadArguments(linkage, closure, bound);
  }

  void loadArguments(Linkage linkage, Value closure, List<Binding.Argument> bound) {
    for (int i = 0; i < bound.size(); i++) {
      binding.load(bound.get(i), closure, linkage.parameters()[i]);
    }
  }

  void loadFunction(PyFunction function, Value closure) {
    if (closure == null) {
      t.loadObject(function, Names.FUNCTION);
    } else {
      t.load(closure, Kind.REFERENCE);
      t.out.cast(Names.FUNCTION);
    }
  }

  /** The code and the places of the frame that a generator or coroutine is to have. */
  private void loadMade(PyCode code, Value closure, List<Binding.Argument> bound) {
    t.loadObject(code, Names.CODE);
    t.out.number(code.frameSize);
    t.out.newArray(Translation.OBJECT);
    for (int i = 0; i < bound.size(); i++) {
      t.out.op(Opcode.DUP);
      t.out.number(i);
      binding.load(bound.get(i), closure, Kind.REFERENCE);
      t.out.op(Opcode.AASTORE);
    }
  }

  /** Makes a generator or coroutine. */
  private void make(String form) {
    t.out.guarded(
        form, Translation.OBJECT, Names.THREAD, Names.FUNCTION, Names.CODE, Names.OBJECTS);
  }

  /** Calls what was loaded, for its result alone; a coroutine that is awaited at once is known to be one. */
  void callForResult(Linkage linkage) {
    if (linkage.made() != null
        && (linkage.made().flags & CodeFlags.COROUTINE) != 0
        && t.flow.op(t.next) == Opcodes.GET_AWAITABLE
        && !t.flow.blocks.containsKey(t.next)) {
      make("awaited");
      t.next = t.flow.after(t.next);
    } else {
      call(linkage);
    }
  }

  void call(Linkage linkage) {
    if (linkage.made() != null) {
      boolean coroutine = (linkage.made().flags & CodeFlags.COROUTINE) != 0;
      make(awaits && coroutine ? "awaited" : "created");
      return;
    }
    invoke(linkage);
    t.body.raises.passing(linkage.result());
  }

  private void invoke(Linkage linkage) {
    if (linkage.link() != null) {
      t.out.callVirtual(ConstantDescs.CD_MethodHandle, "invokeExact", linkage.type());
    } else {
      t.out.call(linkage.owner(), linkage.method(), linkage.type());
    }
  }

  Starts starts() {
    return starts;
  }

  Protocols protocols() {
    return protocols;
  }

  Linkage linkage(PyCode code, PyFunction function) {
    if (code == t.code && t.frameless && !code.isGenerator()) {
      t.callsItself = true;
      return new Linkage(t.self, t.method, t.parameters, t.result, t.opens, null);
    }
    Linkage found = t.jit.linkage(code, function, code.globalsOr(t.globals), t);
    if ((found == null || found.link() != null) && !t.jit.isHopeless(code)) {
      t.waitsFor.add(code);
    }
    return found;
  }

  /** Leaves where the callee is not of this code, or has other globals than its linkage is for. */
  void checkFunction(Value callee, PyCode code, Linkage linkage) {
    loadChecked(callee, code, linkage);
    t.out.guarded("functionOf", Names.FUNCTION, Translation.OBJECT, Names.CODE, Names.DICT);
    t.out.op(Opcode.POP);
  }

  /** Pushes a callee, and the code and globals that it is to have. */
  void loadChecked(Value callee, PyCode code, Linkage linkage) {
    t.load(callee, Kind.REFERENCE);
    t.loadObject(code, Names.CODE);
    if (linkage.made() != null) {
      t.out.nothing();
    } else {
      t.loadObject(
          linkage.link() != null ? linkage.link().globals : code == t.code ? t.globals : t.jit.globalsOf(code),
          Names.DICT);
    }
  }

  /** The arguments in the order of the parameters; null where there is no linkage, or they do not fit it. */
  List<Binding.Argument> bind(Linkage linkage, PyFunction function, Site site) {
    return linkage == null ? null : bind(linkage, function.code(), function, site);
  }

  List<Binding.Argument> bind(Linkage linkage, PyCode code, PyFunction function, Site site) {
    List<Binding.Argument> bound = binding.bind(code, function, site.args, site.names);
    return bound != null && Binding.fit(bound, linkage.parameters()) ? bound : null;
  }

  /** A function that is made anew each time, but always of the same code. */
  private boolean closure(Site site, PyCode code) {
    Linkage linkage = linkage(code, null);
    List<Binding.Argument> bound =
        linkage == null ? null : bind(linkage, code, null, site);
    if (bound == null) {
      return false;
    }
    before(site, linkage.looks());
    checkFunction(site.callee, code, linkage);
    if (starts.start(linkage, null, site.callee, bound, site.taken, null)) {
      return true;
    }
    take(site);
    loadCall(linkage, null, site.callee, bound);
    callForResult(linkage);
    after(linkage.looks());
    t.pushed(linkage.result(), null);
    return true;
  }

  // ---- anything else

  /** The general call; {@code known} is the callee when it is a constant. */
  private void any(Site site, PyObject known) {
    t.beforeAnything(site.taken);
    take(site);
    callGenerally(site, known);
    t.afterAnything();
    t.pushed(Kind.REFERENCE, null);
  }

  /** Writes the general call, whose result is on the JVM's stack then. */
  void callGenerally(Site site, PyObject known) {
    ClassDesc owner = known instanceof PyFunction ? Names.FUNCTION : Translation.OBJECT;
    if (known != null) {
      t.loadObject(known, owner);
    } else {
      t.load(site.callee, Kind.REFERENCE);
    }
    // The callee may turn out to be null, and the first argument be what is to be called.
    boolean mayBeNull = site.isMethod && known == null;
    int count = site.args.size();
    ClassDesc[] types;
    if (site.names == null && count <= 3) {
      types = new ClassDesc[count];
      Arrays.fill(types, Translation.OBJECT);
      for (Value arg : site.args) {
        t.load(arg, Kind.REFERENCE);
      }
    } else {
      types = new ClassDesc[] {Names.OBJECTS, NAMES};
      Instructions.array(t, site.args.toArray(Value[]::new));
      if (site.names == null) {
        t.out.nothing();
      } else {
        t.loadObject(Arrays.copyOf(site.names.items(), site.names.size(), PyStr[].class), NAMES);
      }
    }
    if (mayBeNull) {
      ClassDesc[] all = new ClassDesc[types.length + 1];
      all[0] = Translation.OBJECT;
      System.arraycopy(types, 0, all, 1, types.length);
      t.out.generic("callMethod", Translation.OBJECT, all);
    } else {
      t.out.callVirtual(owner, "call", MethodTypeDesc.of(Translation.OBJECT, types));
    }
  }
}

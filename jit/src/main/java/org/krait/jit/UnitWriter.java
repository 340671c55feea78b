package org.krait.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Attributes;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.execution.CompiledCode;
import org.krait.runtime.types.PyNone;

/** Writes the class of a translation that has been analysed, and loads it. */
final class UnitWriter {
  /**
   * Bytes of the largest method ({@code -Dkrait.jit.largest=N}). HotSpot compiles none beyond 8,000 unless it is
   * told to, so who sets this has to say {@code -XX:-DontCompileHugeMethods} too, as our launcher does.
   */
  private static final int LARGEST = Integer.getInteger("krait.jit.largest", 7900);

  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc LONG = ConstantDescs.CD_long;
  private static final ClassDesc VOID = ConstantDescs.CD_void;
  private static final int STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

  /** Entries between which compares decide: a switch takes more bytes. */
  private static final int FEW = 4;

  private final Translation t;

  /** The groups whose exits are written, in the order of their methods. */
  private final List<Exits.Group> groups = new ArrayList<>();

  UnitWriter(Translation t) {
    this.t = t;
  }

  /** Writes, loads and makes the unit. */
  CompiledCode load() {
    byte[] bytes = write();
    int size = size(bytes);
    if (size > LARGEST) {
      throw new Refused("too large: " + size + " bytes of JVM code");
    }
    List<Constants.Field> fields = t.constants.fields();
    Object[] values = new Object[fields.size() + 3];
    for (int i = 0; i < fields.size(); i++) {
      values[i] = fields.get(i).value();
    }
    values[fields.size()] = t.code;
    values[fields.size() + 1] = t.globals;
    values[fields.size() + 2] = t.exits.all(t.code);
    String name = binaryName(t.self);
    Class<?> unit = new UnitLoader(values, t.linked).define(name, bytes);
    try {
      return (CompiledCode) unit.getField("unit").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static String binaryName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  private byte[] write() {
    return ClassFile.of()
        .build(
            t.self,
            c -> {
              c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
              c.withSuperclass(Names.COMPILED);
              c.with(SourceFileAttribute.of(t.code.filename().toString()));
              t.outlined.writeTo(c, this);
              c.withMethodBody(
                  t.method, bodyType(), STATIC, b -> {
                    body(b);
                  });
              for (int i = 0; i < groups.size(); i++) {
                exit(c, groups.get(i), "exit" + (i + 1));
              }
              t.leavings.write(c);
              constructor(c);
              entries(c);
              fields(c);
            });
  }

  private MethodTypeDesc bodyType() {
    return t.frameless
        ? new Linkage(t.self, t.method, t.parameters, t.result, t.opens, null).type()
        : t.resumes()
            ? MethodTypeDesc.of(
                t.quiet ? t.result.desc : Names.OBJECT, Names.THREAD, Names.FRAME,
                t.drains ? Names.SINK : Names.OBJECT)
            : MethodTypeDesc.of(Names.OBJECT, Names.THREAD, Names.FRAME);
  }

  // ---- the body

  private void body(CodeBuilder b) {
    Emitter out = new Emitter(b);
    t.writeTo(out);
    if (!t.frameless) {
      t.reentries.plan();
    }
    t.body.clear(t.exits.enter(Exits.ENTRY), null);
    if (t.frameless) {
      b.iconst_0().istore(t.exitVariable);
    }
    t.polls.start(out);
    if (t.opens) {
      b.aconst_null().astore(t.frameVariable);
      b.aconst_null().astore(t.slotsVariable);
    } else if (!t.frameless) {
      b.aload(t.ownerVariable).getfield(Names.FRAME, "slots", Names.OBJECTS).astore(t.slotsVariable);
    }
    if (t.code.isGenerator() && t.suspensions.keepsNumbers()) {
      b.aload(t.ownerVariable).loadConstant(t.suspensions.numbers());
      b.invokevirtual(Names.FRAME, "numbers", MethodTypeDesc.of(LONG.arrayType(), INT));
      b.astore(t.numbersVariable);
    }
    if (hasDepth()) {
      b.aload(t.threadVariable).getfield(Names.THREAD, "depth", INT).istore(t.depthVariable);
    }
    if (t.frameless) {
      enterCall(b, out);
    } else {
      enterFrame(b, out);
    }
    handlers(b, out);
  }

  /** What is thrown in a method goes to the exits. */
  void handlers(CodeBuilder b, Emitter out) {
    java.util.Map<Exits.Group, List<Body.Range>> handlers = new java.util.LinkedHashMap<>();
    for (Body.Range range : t.body.ranges) {
      handlers.computeIfAbsent(range.group(), g -> new ArrayList<>()).add(range);
    }
    int thrown = t.variables.take(Kind.REFERENCE);
    Label left = b.newLabel();
    int written = 0;
    for (Exits.Group group : handlers.keySet()) {
      Label handler = b.newLabel();
      b.labelBinding(handler);
      for (Body.Range range : handlers.get(group)) {
        b.exceptionCatchAll(range.from(), range.to(), handler);
      }
      b.astore(thrown);
      catches(b, group, thrown);
      handler(b, out, group, thrown);
      if (++written < handlers.size()) {
        b.goto_(left);
      }
    }
    if (!handlers.isEmpty()) {
      b.labelBinding(left);
      leave(b, thrown);
    }
  }

  /** What is thrown before the first block goes to the handler of the entry. */
  private void enterCall(CodeBuilder b, Emitter out) {
    if (t.countsDepth()) {
      Label from = b.newBoundLabel();
      out.load(Kind.REFERENCE, t.threadVariable);
      out.guarded("enter", VOID, Names.THREAD);
      Label to = b.newBoundLabel();
      t.writeBlocks();
      t.body.ranges.add(new Body.Range(t.exits.enter(Exits.ENTRY), from, to));
    } else {
      t.writeBlocks();
    }
  }

  /** From something thrown to the handler of the instruction that threw, if it is one for a handler. */
  private void catches(CodeBuilder b, Exits.Group group, int thrown) {
    List<SwitchCase> cases = new ArrayList<>();
    Label otherwise = b.newLabel();
    List<Catches.Catch> catches =
        t.catches.all().stream()
            .filter(made -> t.exits.groupOf(made.exit()) == group)
            .sorted((one, other) -> Integer.compare(one.exit(), other.exit()))
            .toList();
    if (catches.isEmpty()) {
      return;
    }
    for (Catches.Catch made : catches) {
      cases.add(SwitchCase.of(made.exit(), b.newLabel()));
    }
    b.iload(t.exitVariable).lookupswitch(otherwise, cases);
    for (int i = 0; i < catches.size(); i++) {
      b.labelBinding(cases.get(i).target());
      t.catches.write(catches.get(i), thrown, otherwise);
    }
    b.labelBinding(otherwise);
  }

  /** Where the frame stands decides where to go on; its variables are loaded first. */
  private void enterFrame(CodeBuilder b, Emitter out) {
    List<Translation.Entry> entries = List.copyOf(t.entries.values());
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      labels.add(b.newLabel());
    }
    Label other = b.newLabel();
    goTo(b, entries, labels, other);
    b.labelBinding(other);
    goOn(b, out);
    // The blocks come first, so that their labels exist; then the entries that jump there.
    t.writeBlocks();
    Label failed = b.newLabel();
    Label from = b.newBoundLabel();
    for (int i = 0; i < entries.size(); i++) {
      b.labelBinding(labels.get(i));
      Suspensions.Waiting waits = t.suspensions.waiting(entries.get(i).framePc());
      if (waits != null) {
        if (i > 0) {
          b.exceptionCatchAll(from, labels.get(i), failed);
        }
        new WaitingWriter(t, waits).write(b, out);
        from = b.newBoundLabel();
      }
      if (t.resumes()) {
        t.suspensions.resume(entries.get(i), out);
      } else {
        b.loadConstant(i).istore(t.exitVariable);
      }
      reload(entries.get(i), out);
      if (t.resumes()) {
        t.suspensions.resumed(entries.get(i), out);
      }
      t.reentries.enter(entries.get(i));
    }
    Label to = b.newBoundLabel();
    if (t.resumes()) {
      // The frame still has all its values.
      b.exceptionCatchAll(from, to, failed);
      b.labelBinding(failed);
      b.pop().goto_(other);
    } else {
      t.body.ranges.add(new Body.Range(t.exits.enter(Exits.ENTRY), from, to));
    }
    t.reentries.write();
  }

  /** Jumps to where the frame stands. */
  private void goTo(
      CodeBuilder b, List<Translation.Entry> entries, List<Label> labels, Label other) {
    b.aload(t.ownerVariable).getfield(Names.FRAME, "pc", INT);
    if (entries.size() > FEW) {
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        cases.add(SwitchCase.of(entries.get(i).framePc(), labels.get(i)));
      }
      cases.sort((one, next) -> Integer.compare(one.caseValue(), next.caseValue()));
      b.istore(t.exitVariable).iload(t.exitVariable).lookupswitch(other, cases);
      return;
    }
    b.istore(t.exitVariable);
    // Frames start once.
    for (int i = entries.size() - 1; i >= 0; i--) {
      b.iload(t.exitVariable).loadConstant(entries.get(i).framePc()).if_icmpeq(labels.get(i));
    }
  }

  private void loadSent(Emitter out) {
    if (t.drains) {
      t.loadObject(PyNone.NONE, Names.OBJECT);
    } else {
      out.load(Kind.REFERENCE, Suspensions.SENT);
    }
  }

  private void goOn(CodeBuilder b, Emitter out) {
    if (t.quiet) {
      b.getstatic(t.self, "unit", Names.COMPILED);
      b.aload(t.ownerVariable);
      loadSent(out);
      b.invokestatic(
          Names.DEOPTIMIZE, "strayed",
          MethodTypeDesc.of(
              ConstantDescs.CD_Throwable, Names.COMPILED, Names.FRAME, Names.OBJECT));
      b.athrow();
      return;
    }
    if (t.resumes()) {
      b.aload(t.ownerVariable);
      loadSent(out);
      b.invokestatic(
          Names.RESUMABLE, "giveSent", MethodTypeDesc.of(Names.OBJECT, Names.FRAME, Names.OBJECT));
      b.areturn();
      return;
    }
    b.getstatic(Names.COMPILED, "CONTINUE", Names.OBJECT).areturn();
  }

  /** From the frame's places to the variables of a block's start. */
  private void reload(Translation.Entry entry, Emitter out) {
    State state = t.start(entry.block());
    int sent = t.resumes() ? state.size() - 1 : -1;
    for (int p = 0; p < state.size(); p++) {
      Value value = state.at(p);
      if (p == sent) {
        loadSent(out);
        out.store(Kind.REFERENCE, ((Value.Variable) value).index());
      } else if (t.suspensions.reload(entry, p, value, out)) {
        continue;
      } else if (value instanceof Value.Variable v) {
        place(out, p);
        if (v.kind() != Kind.REFERENCE && !t.resumes()) {
          out.guarded("notNull", Names.OBJECT, Names.OBJECT);
        }
        t.convert(Kind.REFERENCE, v.kind());
        out.store(v.kind(), v.index());
      } else if (value == Value.NULL && t.resumes() && !t.isStart(entry)
          && (p >= state.locals.length || t.flow.blocks.get(entry.block()).liveIn.get(p))) {
        Label same = out.label();
        place(out, p);
        out.branch(Opcode.IFNULL, same);
        out.guarded("failure", ConstantDescs.CD_Throwable);
        out.op(Opcode.ATHROW);
        out.bind(same);
      } else if (value instanceof Value.RangeIterator r) {
        place(out, p);
        out.guarded("rangeNext", LONG, Names.OBJECT);
        out.store(Kind.LONG, r.next());
        place(out, p);
        out.constant(r.step());
        out.guarded("rangeLeft", LONG, Names.OBJECT, LONG);
        out.store(Kind.LONG, r.left());
      } else if (value instanceof Value.ListIterator l) {
        place(out, p);
        out.guarded("iteratedList", Names.OBJECT, Names.OBJECT);
        out.store(Kind.REFERENCE, l.list());
        place(out, p);
        out.guarded("iteratedIndex", LONG, Names.OBJECT);
        out.store(Kind.LONG, l.index());
      } else if (value instanceof Value.Word w) {
        place(out, p);
        out.guarded("notNull", Names.OBJECT, Names.OBJECT);
        out.guarded("asWord", LONG, Names.OBJECT);
        out.store(Kind.LONG, w.bits());
      } else if (value instanceof Value.SequenceIterator || value instanceof Value.GrowingList) {
        throw new IllegalStateException("frames have it as an object");
      }
    }
  }

  private void place(Emitter out, int position) {
    out.load(Kind.REFERENCE, t.slotsVariable);
    out.number(position);
    out.op(Opcode.AALOAD);
  }

  // ---- exits

  private ClassDesc[] exitParameters(Exits.Group group) {
    List<ClassDesc> all = new ArrayList<>();
    all.add(ConstantDescs.CD_Throwable);
    all.add(INT);
    all.add(Names.THREAD);
    all.addAll(ownerTypes());
    for (int i = 0; i < group.references.size(); i++) {
      all.add(Names.OBJECT);
    }
    int slots = all.size();
    for (Value.Variable number : group.numbers.keySet()) {
      all.add(number.kind() == Kind.TRUTH ? INT : number.kind().desc);
      slots += 2;
    }
    if (slots > 250) {
      throw new Refused("too many values live at once");
    }
    return all.toArray(ClassDesc[]::new);
  }

  /** What an exit gets besides the thread: the function, the frame, the depth of calls before. */
  private List<ClassDesc> ownerTypes() {
    if (t.opens) {
      return List.of(Names.FUNCTION, Names.FRAME, INT);
    }
    return t.frameless
        ? List.of(Names.FUNCTION)
        : t.quiet ? List.of(Names.FRAME) : List.of(Names.FRAME, INT);
  }

  /** Whether exits are told of the depth of calls before. */
  private boolean hasDepth() {
    return t.depthVariable >= 0 && !t.quiet;
  }

  private void handler(CodeBuilder b, Emitter out, Exits.Group group, int thrown) {
    b.aload(thrown);
    b.iload(t.exitVariable);
    b.aload(t.threadVariable);
    b.aload(t.ownerVariable);
    if (t.opens) {
      b.aload(t.frameVariable);
    }
    if (hasDepth()) {
      b.iload(t.depthVariable);
    }
    for (int variable : group.references.keySet()) {
      b.aload(variable);
    }
    for (Value.Variable number : group.numbers.keySet()) {
      out.load(number.kind(), number.index());
    }
    groups.add(group);
    b.invokestatic(
        t.self, "exit" + groups.size(), MethodTypeDesc.of(Names.OBJECT, exitParameters(group)));
  }

  /** Behind an exit: gives back what it gave, or throws on. */
  private void leave(CodeBuilder b, int thrown) {
    if (t.opens) {
      Label passes = b.newLabel();
      b.dup().ifnull(passes);
      t.body.give(Kind.REFERENCE);
      b.labelBinding(passes).pop();
      passOn(b, thrown);
    } else if (t.frameless) {
      b.pop();
      passOn(b, thrown);
    } else if (t.quiet && t.result != Kind.REFERENCE) {
      b.pop();
      switch (t.result) {
        case LONG -> b.lconst_0().lreturn();
        case DOUBLE -> b.dconst_0().dreturn();
        default -> b.iconst_0().ireturn();
      }
    } else {
      t.body.give(Kind.REFERENCE);
    }
  }

  /** Gives what was raised to the caller. */
  private void passOn(CodeBuilder b, int thrown) {
    b.aload(t.threadVariable).aload(thrown);
    b.invokestatic(
        Names.PASSING, "leave",
        MethodTypeDesc.of(VOID, Names.THREAD, ConstantDescs.CD_Throwable));
    t.body.raises.giveNothing();
  }

  /** The method that gathers the variables: apart, so that the body stays small enough to be inlined. */
  private void exit(ClassBuilder c, Exits.Group group, String name) {
    ClassDesc[] parameters = exitParameters(group);
    c.withMethodBody(
        name,
        MethodTypeDesc.of(Names.OBJECT, parameters),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
        b -> {
          b.getstatic(t.self, "unit", Names.COMPILED);
          b.aload(0).iload(1).aload(2);
          int slot = 3;
          for (ClassDesc owner : ownerTypes()) {
            if (owner.equals(INT)) {
              b.iload(slot++);
            } else {
              b.aload(slot++);
            }
          }
          int count = group.references.size();
          b.loadConstant(count).anewarray(Names.OBJECT);
          for (int i = 0; i < count; i++) {
            b.dup().loadConstant(i).aload(slot++).aastore();
          }
          List<Value.Variable> numbers = List.copyOf(group.numbers.keySet());
          if (numbers.isEmpty()) {
            b.getstatic(Names.EXIT, "NO_NUMBERS", LONG.arrayType());
          } else {
            b.loadConstant(numbers.size()).newarray(java.lang.classfile.TypeKind.LONG);
          }
          for (int i = 0; i < numbers.size(); i++) {
            b.dup().loadConstant(i);
            switch (numbers.get(i).kind()) {
              case LONG -> {
                b.lload(slot);
                slot += 2;
              }
              case DOUBLE -> {
                b.dload(slot);
                b.invokestatic(
                    ConstantDescs.CD_Double,
                    "doubleToRawLongBits",
                    MethodTypeDesc.of(LONG, ConstantDescs.CD_double));
                slot += 2;
              }
              default -> b.iload(slot++).i2l();
            }
            b.lastore();
          }
          List<ClassDesc> types =
              new ArrayList<>(
                  List.of(Names.COMPILED, ConstantDescs.CD_Throwable, INT, Names.THREAD));
          types.addAll(ownerTypes());
          types.add(Names.OBJECTS);
          types.add(LONG.arrayType());
          String way =
              t.opens
                  ? "inPlace"
                  : t.frameless
                      ? "withoutFrame"
                      : t.quiet ? "quietly" : t.resumes() ? "resumed" : "withFrame";
          b.invokestatic(Names.DEOPTIMIZE, way, MethodTypeDesc.of(Names.OBJECT, types));
          b.areturn();
        });
  }

  // ---- the rest of the class

  private void constructor(ClassBuilder c) {
    c.withMethodBody(
        ConstantDescs.INIT_NAME,
        MethodTypeDesc.of(VOID, Names.CODE, Names.DICT, Names.EXITS),
        ClassFile.ACC_PRIVATE,
        b ->
            b.aload(0).aload(1).aload(2).aload(3).loadConstant(t.frameless ? 1 : 0)
                .invokespecial(
                    Names.COMPILED,
                    ConstantDescs.INIT_NAME,
                    MethodTypeDesc.of(
                        VOID, Names.CODE, Names.DICT, Names.EXITS, ConstantDescs.CD_boolean))
                .aload(0).loadConstant(t.frameless && t.parameters.length == 1 ? 1 : 0)
                .putfield(Names.COMPILED, "goesOver", ConstantDescs.CD_boolean)
                .return_());
  }

  private void entries(ClassBuilder c) {
    int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL;
    if (t.resumes()) {
      ResumptionWriter writer = new ResumptionWriter(t, bodyType());
      if (t.drains) {
        writer.writeDrain(c);
      } else {
        writer.write(c);
      }
      return;
    }
    if (!t.frameless) {
      c.withMethodBody(
          "run",
          MethodTypeDesc.of(Names.OBJECT, Names.THREAD, Names.FRAME),
          flags,
          b -> b.aload(1).aload(2).invokestatic(t.self, t.method, bodyType()).areturn());
      return;
    }
    goOver(c);
    int count = t.parameters.length;
    List<ClassDesc> types = new ArrayList<>(List.of(Names.THREAD, Names.FUNCTION));
    boolean spread = count <= 3;
    for (int i = 0; i < count && spread; i++) {
      types.add(Names.OBJECT);
    }
    if (!spread) {
      types.add(Names.OBJECTS);
      types.add(INT);
    }
    c.withMethodBody(
        "enter",
        MethodTypeDesc.of(Names.OBJECT, types),
        ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL,
        b -> {
          Emitter out = new Emitter(b);
          b.aload(1).aload(2);
          for (int i = 0; i < count; i++) {
            if (spread) {
              b.aload(3 + i);
            } else {
              b.aload(3).iload(4).loadConstant(i).iadd().aaload();
            }
            argument(out, t.parameters[i]);
          }
          b.invokestatic(t.self, t.method, bodyType());
          if (t.result != Kind.REFERENCE) {
            out.guarded("box", Names.OBJECT, t.result.desc);
          }
          int result = slots(spread, count);
          b.astore(result).aload(1).aload(result);
          b.invokestatic(
              Names.PASSING, "given", MethodTypeDesc.of(Names.OBJECT, Names.THREAD, Names.OBJECT));
          b.areturn();
        });
  }

  /** {@code goOver} of functions with one parameter: a loop of calls, so that HotSpot can inline the function into it. */
  private void goOver(ClassBuilder c) {
    if (t.parameters.length != 1) {
      return;
    }
    c.withMethodBody(
        "goOver",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, Names.THREAD, Names.FUNCTION, Names.EACH),
        ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL,
        b -> {
          Label turn = b.newBoundLabel();
          Label stop = b.newLabel();
          Label end = b.newLabel();
          b.aload(1).aload(2).aload(0);
          b.invokestatic(
              Names.EACH, "mayGoOn",
              MethodTypeDesc.of(ConstantDescs.CD_boolean, Names.THREAD, Names.FUNCTION, Names.COMPILED));
          b.ifeq(stop);
          b.aload(3).invokestatic(Names.EACH, "following", MethodTypeDesc.of(Names.OBJECT, Names.EACH));
          b.astore(4).aload(4).ifnull(end);
          b.aload(1).aload(2).aload(4);
          argument(new Emitter(b), t.parameters[0]);
          b.invokestatic(t.self, t.method, bodyType());
          b.aload(3).aload(1);
          b.invokestatic(
              Names.EACH, "taken", MethodTypeDesc.of(VOID, t.result.desc, Names.EACH, Names.THREAD));
          b.goto_(turn);
          b.labelBinding(stop).iconst_0().ireturn();
          b.labelBinding(end).iconst_1().ireturn();
        });
  }

  /** Makes an argument what the body wants. */
  private static void argument(Emitter out, Kind kind) {
    if (kind != Kind.REFERENCE) {
      out.guarded(
          switch (kind) {
            case LONG -> "asLong";
            case DOUBLE -> "asDouble";
            default -> "asTruth";
          },
          kind.desc,
          Names.OBJECT);
    }
  }

  /** The first free variable of {@code enter}. */
  private static int slots(boolean spread, int count) {
    return spread ? 3 + count : 5;
  }

  private void fields(ClassBuilder c) {
    List<Constants.Field> fields = t.constants.fields();
    int flags = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
    for (Constants.Field field : fields) {
      c.withField(field.name(), field.type(), flags | ClassFile.ACC_PRIVATE);
    }
    c.withField("unit", Names.COMPILED, flags | ClassFile.ACC_PUBLIC);
    c.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        MethodTypeDesc.of(VOID),
        ClassFile.ACC_STATIC,
        b -> {
          for (int i = 0; i < fields.size(); i++) {
            constant(b, i, fields.get(i).type());
            b.putstatic(t.self, fields.get(i).name(), fields.get(i).type());
          }
          b.new_(t.self).dup();
          constant(b, fields.size(), Names.CODE);
          constant(b, fields.size() + 1, Names.DICT);
          constant(b, fields.size() + 2, Names.EXITS);
          b.invokespecial(
              t.self,
              ConstantDescs.INIT_NAME,
              MethodTypeDesc.of(VOID, Names.CODE, Names.DICT, Names.EXITS));
          b.putstatic(t.self, "unit", Names.COMPILED);
          b.return_();
        });
  }

  private void constant(CodeBuilder b, int index, ClassDesc type) {
    b.ldc(t.self).loadConstant(index);
    b.invokestatic(
        Names.LOADER,
        "constant",
        MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Class, INT));
    b.checkcast(type);
  }

  /** The bytes of the largest method that HotSpot has to compile. */
  private int size(byte[] bytes) {
    int largest = 0;
    for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
      if (method.methodName().equalsString(t.method) || t.outlined.isMethod(method.methodName().stringValue())) {
        int size = method.findAttribute(Attributes.code()).map(code -> code.codeLength()).orElse(0);
        largest = Math.max(largest, size);
      }
    }
    return largest;
  }
}

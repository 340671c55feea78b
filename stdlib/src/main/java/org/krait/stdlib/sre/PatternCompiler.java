package org.krait.stdlib.sre;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.krait.stdlib.sre.PatternReader.Unsupported;

/** Makes a class of a pattern, for one kind of text; null where the interpreter has to do. */
final class PatternCompiler {
  /** HotSpot compiles no method with more bytes of bytecode. */
  private static final int LARGEST_METHOD = 8000;

  private static final int LONGEST_CODE = 3000;

  /** Attempts after which a search looks at signals, less one. */
  private static final int POLL_MASK = 0xff;

  private static final ClassDesc SELF = ClassDesc.of(PatternCompiler.class.getPackageName() + ".Pattern");
  private static final ClassDesc SUBJECT = ClassDesc.of(Subject.class.getName());
  private static final ClassDesc PROGRAM = ClassDesc.of(Program.class.getName());
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  private static final MethodTypeDesc ENTRY =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, PatternWriter.MATCHING, INT);

  private final Program program;
  private final int groups;
  private final SubjectKind kind;
  private final boolean whole;
  private final MethodTypeDesc attempt;
  private final CharacterTests tests;
  private List<Node> nodes;
  private boolean refers;

  // What the first writing has found out.
  private int variables;
  private boolean stacked;
  private int largestEntry;

  /** @param whole whether a match must reach the end of the text */
  private PatternCompiler(Program program, int groups, SubjectKind kind, boolean whole) {
    this.program = program;
    this.groups = groups;
    this.kind = kind;
    this.whole = whole;
    this.attempt = MethodTypeDesc.of(ConstantDescs.CD_boolean, PatternWriter.MATCHING, kind.type, INT, INT);
    this.tests = new CharacterTests(SELF, program, kind);
  }

  static CompiledPattern compile(Program program, int groups, SubjectKind kind, boolean whole) {
    if (program.code.length > LONGEST_CODE) {
      return null;
    }
    try {
      return new PatternCompiler(program, groups, kind, whole).make();
    } catch (Unsupported | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  private CompiledPattern make() throws Unsupported {
    PatternReader reader = new PatternReader(program, groups, kind.isWide());
    nodes = new ArrayList<>(reader.read());
    refers = reader.refers;
    if (whole) {
      nodes.add(new Node.At(7));
    }
    if (Node.isNullable(nodes)) {
      nodes.add(new Node.Advanced());
    }
    ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS).build(SELF, builder -> builder.withMethodBody(
        "at", attempt, ClassFile.ACC_STATIC, this::attempt));
    if (largestEntry > Choices.LARGEST_ENTRY) {
      return null;
    }
    byte[] bytes = ClassFile.of().build(SELF, this::write);
    return isLarge(bytes) ? null : define(bytes);
  }

  private static boolean isLarge(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .anyMatch(method -> method.findAttribute(java.lang.classfile.Attributes.code()).get().codeLength() > LARGEST_METHOD);
  }

  private CompiledPattern define(byte[] bytes) {
    Object[] constants = constants().stream().map(Constant::value).toArray();
    try {
      MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants, false);
      return (CompiledPattern) made.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(ClassBuilder builder) {
    builder.withFlags(ClassFile.ACC_FINAL).withSuperclass(PatternWriter.COMPILED);
    builder.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code ->
        code.aload(0)
            .invokespecial(PatternWriter.COMPILED, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
            .return_());
    builder.withMethodBody("at", attempt, ClassFile.ACC_STATIC, this::attempt);
    builder.withMethodBody("match", ENTRY, 0, code -> {
      code.aload(1);
      text(code, 1);
      code.aload(1).getfield(PatternWriter.MATCHING, "end", INT).iload(2);
      code.invokestatic(SELF, "at", attempt).ireturn();
    });
    builder.withMethodBody("search", ENTRY, 0, this::search);
    constants(builder);
  }

  private record Constant(String field, ClassDesc type, Object value) {}

  private List<Constant> constants() {
    List<Constant> constants = new ArrayList<>();
    constants.add(new Constant("PROGRAM", PROGRAM, program));
    constants.add(new Constant("PREFIX", ConstantDescs.CD_String, program.prefixText));
    List<byte[]> tables = tests.tables();
    for (int i = 0; i < tables.size(); i++) {
      constants.add(new Constant("TABLE" + i, CharacterTests.TABLE, tables.get(i)));
    }
    return constants;
  }

  private void constants(ClassBuilder builder) {
    List<Constant> constants = constants();
    for (Constant constant : constants) {
      builder.withField(constant.field, constant.type, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_PRIVATE);
    }
    builder.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_STATIC, code -> {
      ClassDesc lookup = ConstantDescs.CD_MethodHandles_Lookup;
      code.invokestatic(ConstantDescs.CD_MethodHandles, "lookup", MethodTypeDesc.of(lookup))
          .loadConstant(ConstantDescs.DEFAULT_NAME)
          .loadConstant(OBJECTS)
          .invokestatic(
              ConstantDescs.CD_MethodHandles,
              "classData",
              MethodTypeDesc.of(ConstantDescs.CD_Object, lookup, ConstantDescs.CD_String, ConstantDescs.CD_Class))
          .checkcast(OBJECTS)
          .astore(0);
      for (int i = 0; i < constants.size(); i++) {
        Constant constant = constants.get(i);
        code.aload(0).loadConstant(i).aaload().checkcast(constant.type).putstatic(SELF, constant.field, constant.type);
      }
      code.return_();
    });
  }

  /** Leaves the characters of the matching in a variable. */
  private void text(CodeBuilder code, int matching) {
    code.aload(matching).getfield(PatternWriter.MATCHING, "subject", SUBJECT).getfield(SUBJECT, kind.field, kind.type);
  }

  private void attempt(CodeBuilder code) {
    Choices choices = new Choices(code, groups, variables, stacked);
    new PatternWriter(code, kind, tests, choices, groups, refers).write(nodes);
    variables = choices.variables();
    stacked = choices.isStacked();
    largestEntry = choices.largestEntry();
  }

  // ---- searching

  private static final int MATCHING = 1;
  private static final int AT = 2;
  private static final int TEXT = 3;
  private static final int END = 4;
  private static final int LAST = 5;
  private static final int C = 6;
  private static final int ATTEMPTS = 7;

  /** Goes to the places where a match may start, and tries it there. */
  private void search(CodeBuilder code) {
    Label none = code.newLabel();
    Label found = code.newLabel();
    text(code, MATCHING);
    code.astore(TEXT).aload(MATCHING).getfield(PatternWriter.MATCHING, "end", INT).istore(END);
    code.iload(END).loadConstant(program.minWidth).isub().istore(LAST).iconst_0().istore(ATTEMPTS);
    Label next = code.newBoundLabel();
    code.iload(AT).iload(LAST).if_icmpgt(none);
    seek(code, none);
    code.aload(MATCHING).aload(TEXT).iload(END).iload(AT).invokestatic(SELF, "at", attempt).ifne(found);
    if (!program.anchored) {
      code.iinc(AT, 1).iinc(ATTEMPTS, 1).iload(ATTEMPTS).loadConstant(POLL_MASK).iand().ifne(next);
      code.invokestatic(PatternWriter.COMPILED, "poll", ConstantDescs.MTD_void).goto_(next);
    }
    code.labelBinding(none).iconst_0().ireturn();
    code.labelBinding(found).iconst_1().ireturn();
  }

  /** Goes on to where a match may start. */
  private void seek(CodeBuilder code, Label none) {
    if (program.anchored) {
      return;
    }
    if (program.prefixText != null && kind == SubjectKind.TEXT) {
      code.aload(TEXT).getstatic(SELF, "PREFIX", ConstantDescs.CD_String).iload(AT).iload(END);
      code.invokevirtual(kind.type, "indexOf", MethodTypeDesc.of(INT, ConstantDescs.CD_String, INT, INT));
      code.istore(AT).iload(AT).iflt(none);
      return;
    }
    CharacterSet first = Continuation.of(nodes, new Continuation.End(false)).first();
    if (first.end) {
      return;
    }
    Label good = code.newLabel();
    Label bad = code.newLabel();
    Label next = code.newBoundLabel();
    code.iload(AT).iload(END).if_icmpge(none);
    code.aload(TEXT).iload(AT);
    kind.read(code);
    code.istore(C);
    tests.mayStart(code, first, C, bad);
    code.goto_(good).labelBinding(bad).iinc(AT, 1).goto_(next).labelBinding(good);
  }
}

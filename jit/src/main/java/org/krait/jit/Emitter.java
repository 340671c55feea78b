package org.krait.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.BitSet;

/** Writes JVM instructions, or nothing while the code is only being looked at. */
final class Emitter {
  private final CodeBuilder code;
  private final BitSet written = new BitSet();
  private int calls;

  /** @param code where to write; null to write nothing */
  Emitter(CodeBuilder code) {
    this.code = code;
  }

  boolean isDry() {
    return code == null;
  }

  Label label() {
    return code == null ? null : code.newLabel();
  }

  void bind(Label label) {
    if (code != null) {
      code.labelBinding(label);
    }
  }

  void jump(Label label) {
    if (code != null) {
      code.goto_(label);
    }
  }

  void branch(Opcode condition, Label label) {
    if (code != null) {
      code.branch(condition, label);
    }
  }

  void load(Kind kind, int variable) {
    if (code != null) {
      code.loadLocal(kind.jvm, variable);
    }
  }

  void store(Kind kind, int variable) {
    if (code != null) {
      written.set(variable);
      code.storeLocal(kind.jvm, variable);
    }
  }

  void constant(long value) {
    if (code == null) {
      return;
    }
    if (value == (short) value && value != 0 && value != 1) {
      code.loadConstant((int) value).i2l();
    } else {
      code.loadConstant(value);
    }
  }

  void constant(double value) {
    if (code != null) {
      code.loadConstant(value);
    }
  }

  void number(int value) {
    if (code != null) {
      code.loadConstant(value);
    }
  }

  /** Counts an int variable down. */
  void decrement(int variable) {
    if (code != null) {
      code.iinc(variable, -1);
    }
  }

  void nothing() {
    if (code != null) {
      code.aconst_null();
    }
  }

  /** How many calls of static methods were asked for. */
  int calls() {
    return calls;
  }

  /** Says that it is of interest what is written from now on. */
  void startNoting() {
    written.clear();
  }

  /** The variables that were written since. */
  BitSet written() {
    return written;
  }

  /** Null, or zero. */
  void nothing(Kind kind) {
    if (code != null) {
      switch (kind) {
        case REFERENCE -> code.aconst_null();
        case LONG -> code.lconst_0();
        case DOUBLE -> code.dconst_0();
        case TRUTH -> code.iconst_0();
      }
    }
  }

  void op(Opcode opcode) {
    if (code != null) {
      switch (opcode) {
        case DADD -> code.dadd();
        case DSUB -> code.dsub();
        case DMUL -> code.dmul();
        case DNEG -> code.dneg();
        case LAND -> code.land();
        case LOR -> code.lor();
        case LXOR -> code.lxor();
        case LADD -> code.ladd();
        case LSUB -> code.lsub();
        case LMUL -> code.lmul();
        case LUSHR -> code.lushr();
        case LCMP -> code.lcmp();
        case DCMPG -> code.dcmpg();
        case DCMPL -> code.dcmpl();
        case L2D -> code.l2d();
        case I2L -> code.i2l();
        case IXOR -> code.ixor();
        case IADD -> code.iadd();
        case DUP -> code.dup();
        case DUP2 -> code.dup2();
        case AASTORE -> code.aastore();
        case AALOAD -> code.aaload();
        case LASTORE -> code.lastore();
        case DASTORE -> code.dastore();
        case LALOAD -> code.laload();
        case POP -> code.pop();
        case POP2 -> code.pop2();
        case ATHROW -> code.athrow();
        default -> throw new IllegalArgumentException(opcode.name());
      }
    }
  }

  void give(Kind kind) {
    if (code != null) {
      code.return_(kind.jvm);
    }
  }

  /** Returns nothing. */
  void give() {
    if (code != null) {
      code.return_();
    }
  }

  void call(ClassDesc owner, String name, MethodTypeDesc type) {
    calls++;
    if (code != null) {
      code.invokestatic(owner, name, type);
    }
  }

  /** A static method of {@link org.krait.runtime.execution.GuardedOperations} or its kin. */
  void guarded(String name, ClassDesc result, ClassDesc... parameters) {
    call(Names.ofGuarded(name), name, MethodTypeDesc.of(result, parameters));
  }

  /** A static method of {@link org.krait.runtime.execution.GenericOperations}. */
  void generic(String name, ClassDesc result, ClassDesc... parameters) {
    call(Names.GENERIC, name, MethodTypeDesc.of(result, parameters));
  }

  /** A static method of {@link org.krait.runtime.SpecialResults}. */
  void special(String name, ClassDesc result, ClassDesc... parameters) {
    call(Names.SPECIAL, name, MethodTypeDesc.of(result, parameters));
  }

  void callVirtual(ClassDesc owner, String name, MethodTypeDesc type) {
    if (code != null) {
      code.invokevirtual(owner, name, type);
    }
  }

  void field(ClassDesc owner, String name, ClassDesc type) {
    if (code != null) {
      code.getfield(owner, name, type);
    }
  }

  void setField(ClassDesc owner, String name, ClassDesc type) {
    if (code != null) {
      code.putfield(owner, name, type);
    }
  }

  void staticField(ClassDesc owner, String name, ClassDesc type) {
    if (code != null) {
      code.getstatic(owner, name, type);
    }
  }

  void newArray(ClassDesc element) {
    if (code != null) {
      if (element.isPrimitive()) {
        code.newarray(java.lang.classfile.TypeKind.from(element));
      } else {
        code.anewarray(element);
      }
    }
  }

  void cast(ClassDesc type) {
    if (code != null) {
      code.checkcast(type);
    }
  }

  void line(int number) {
    if (code != null && number > 0) {
      code.lineNumber(number & 0xffff);
    }
  }

  void select(Label otherwise, java.util.List<java.lang.classfile.instruction.SwitchCase> cases) {
    if (code != null) {
      code.lookupswitch(otherwise, cases);
    }
  }

  void catchAll(Label from, Label to, Label handler) {
    if (code != null) {
      code.exceptionCatchAll(from, to, handler);
    }
  }
}

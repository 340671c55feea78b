package org.krait.stdlib.sre;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** In what the characters of a subject lie. */
enum SubjectKind {
  TEXT("text", ConstantDescs.CD_String),
  POINTS("points", ConstantDescs.CD_int.arrayType()),
  BYTES("bytes", ConstantDescs.CD_byte.arrayType());

  private static final MethodTypeDesc CHAR_AT = MethodTypeDesc.of(ConstantDescs.CD_char, ConstantDescs.CD_int);

  /** The field of {@link Subject} that has them. */
  final String field;

  final ClassDesc type;

  SubjectKind(String field, ClassDesc type) {
    this.field = field;
    this.type = type;
  }

  static SubjectKind of(Subject subject) {
    return subject.text != null ? TEXT : subject.points != null ? POINTS : BYTES;
  }

  /** Whether there may be characters beyond U+00FF. */
  boolean isWide() {
    return this != BYTES;
  }

  /** Takes the characters and an index off the stack and leaves the character. */
  void read(CodeBuilder code) {
    switch (this) {
      case TEXT -> code.invokevirtual(type, "charAt", CHAR_AT);
      case POINTS -> code.iaload();
      case BYTES -> code.baload().loadConstant(0xff).iand();
    }
  }
}

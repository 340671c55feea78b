package org.krait.stdlib.sre;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Writes the tests of places between characters: where the text or a line starts and ends, and words. */
final class PlaceTests {
  private static final int TEXT = 1;
  private static final int END = 2;
  private static final int POS = 4;
  private static final int C = 5;

  private final CodeBuilder code;
  private final SubjectKind kind;
  private final CharacterTests tests;

  PlaceTests(CodeBuilder code, SubjectKind kind, CharacterTests tests) {
    this.code = code;
    this.kind = kind;
    this.tests = tests;
  }

  /** Goes to a label unless the place is of the kind with that number in {@code re._constants}. */
  void test(int where, Label fail) {
    Label good = code.newLabel();
    switch (where) {
      case 0, 2 -> code.iload(POS).ifne(fail);
      case 1 -> {
        code.iload(POS).ifeq(good);
        read(-1);
        code.loadConstant((int) '\n').if_icmpne(fail);
      }
      case 5 -> {
        code.iload(POS).iload(END).if_icmpeq(good);
        code.iload(POS).iconst_1().iadd().iload(END).if_icmpne(fail);
        read(0);
        code.loadConstant((int) '\n').if_icmpne(fail);
      }
      case 6 -> {
        code.iload(POS).iload(END).if_icmpeq(good);
        read(0);
        code.loadConstant((int) '\n').if_icmpne(fail);
      }
      case 7 -> code.iload(POS).iload(END).if_icmpne(fail);
      case 3, 8 -> boundary(false, good, fail);
      case 10 -> boundary(true, good, fail);
      default -> {
        code.iload(END).ifle(fail);
        boundary(where == 11, fail, good);
        code.goto_(fail);
      }
    }
    code.labelBinding(good);
  }

  private void read(int offset) {
    code.aload(TEXT).iload(POS);
    if (offset != 0) {
      code.loadConstant(offset).iadd();
    }
    kind.read(code);
  }

  /** Goes to one label at the boundary of a word, to the other elsewhere; or falls through where it is one. */
  private void boundary(boolean unicode, Label here, Label elsewhere) {
    Label outside = code.newLabel();
    code.iload(POS).ifle(outside);
    read(-1);
    code.istore(C);
    tests.word(code, unicode, C, outside);
    // Behind a word: the boundary is where none goes on.
    code.iload(POS).iload(END).if_icmpge(here);
    read(0);
    code.istore(C);
    tests.word(code, unicode, C, here);
    code.goto_(elsewhere).labelBinding(outside);
    code.iload(POS).iload(END).if_icmpge(elsewhere);
    read(0);
    code.istore(C);
    tests.word(code, unicode, C, elsewhere);
  }
}

package org.krait.stdlib.sre;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the tests of single characters. Sets that are not simple lie in tables of 256 bytes, a set a bit,
 * which the class has as constants.
 */
final class CharacterTests {
  /** Sets of at most so many ranges are tested by comparing. */
  private static final int MOST_RANGES = 2;

  private static final ClassDesc COMPILED = ClassDesc.of(CompiledPattern.class.getName());
  private static final ClassDesc PROGRAM = ClassDesc.of(Program.class.getName());
  static final ClassDesc TABLE = ConstantDescs.CD_byte.arrayType();

  private final ClassDesc self;
  private final Program program;
  private final SubjectKind kind;
  private final List<long[]> sets = new ArrayList<>();

  CharacterTests(ClassDesc self, Program program, SubjectKind kind) {
    this.self = self;
    this.program = program;
    this.kind = kind;
  }

  /** The ranges that it has below U+0100. */
  private static List<int[]> ranges(CharacterSet set) {
    List<int[]> ranges = new ArrayList<>();
    int from = -1;
    for (int c = 0; c <= Program.SMALL; c++) {
      boolean in = c < Program.SMALL && set.containsSmall(c);
      if (in && from < 0) {
        from = c;
      } else if (!in && from >= 0) {
        ranges.add(new int[] {from, c - 1});
        from = -1;
      }
    }
    return ranges;
  }

  private static List<int[]> gaps(CharacterSet set) {
    return ranges(set.complement());
  }

  int op(Node.One one) {
    return program.code[one.at()];
  }

  /** Goes to a label unless the operation takes the character in a variable. */
  void test(CodeBuilder code, Node.One one, int c, Label fail) {
    int op = one.at() < 0 ? Op.FAILURE : program.code[one.at()];
    if (op == Op.LITERAL) {
      code.iload(c).loadConstant(program.code[one.at() + 1]).if_icmpne(fail);
      return;
    }
    if (op == Op.NOT_LITERAL) {
      code.iload(c).loadConstant(program.code[one.at() + 1]).if_icmpeq(fail);
      return;
    }
    CharacterSet set = one.set();
    boolean high = kind.isWide();
    if (!high || !set.reachesHigh()) {
      List<int[]> ranges = ranges(set);
      if (ranges.size() <= MOST_RANGES) {
        inRanges(code, ranges, c, fail);
        return;
      }
    }
    if (!high || one.allHigh()) {
      List<int[]> gaps = gaps(set);
      if (gaps.size() <= MOST_RANGES) {
        outsideRanges(code, gaps, c, fail);
        return;
      }
    }
    if (!high) {
      table(code, set, c);
      code.ifeq(fail);
      return;
    }
    Label good = code.newLabel();
    Label small = code.newLabel();
    code.iload(c).loadConstant(Program.SMALL).if_icmplt(small);
    if (one.allHigh()) {
      code.goto_(good);
    } else if (!set.reachesHigh()) {
      code.goto_(fail);
    } else {
      code.getstatic(self, "PROGRAM", PROGRAM)
          .loadConstant(one.at())
          .iload(c)
          .invokestatic(
              COMPILED,
              "takes",
              MethodTypeDesc.of(ConstantDescs.CD_boolean, PROGRAM, ConstantDescs.CD_int, ConstantDescs.CD_int))
          .ifeq(fail)
          .goto_(good);
    }
    code.labelBinding(small);
    table(code, set, c);
    code.ifeq(fail).labelBinding(good);
  }

  /** Goes to a label unless the character can be the first of something. */
  void mayStart(CodeBuilder code, CharacterSet set, int c, Label fail) {
    if (!kind.isWide() || !set.reachesHigh()) {
      test(code, new Node.One(-1, set, false), c, fail);
      return;
    }
    test(code, new Node.One(-1, set, true), c, fail);
  }

  /** Goes to a label unless the character is one of words. */
  void word(CodeBuilder code, boolean unicode, int c, Label fail) {
    CharacterSet set = CharacterSet.noWord(unicode).complement();
    Label good = code.newLabel();
    if (kind.isWide()) {
      Label small = code.newLabel();
      code.iload(c).loadConstant(Program.SMALL).if_icmplt(small);
      if (unicode) {
        code.iload(c)
            .invokestatic(
                COMPILED, "isUnicodeWord", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int))
            .ifeq(fail)
            .goto_(good);
      } else {
        code.goto_(fail);
      }
      code.labelBinding(small);
    }
    table(code, set, c);
    code.ifeq(fail).labelBinding(good);
  }

  private static void inRanges(CodeBuilder code, List<int[]> ranges, int c, Label fail) {
    if (ranges.isEmpty()) {
      code.goto_(fail);
      return;
    }
    Label good = code.newLabel();
    for (int i = 0; i < ranges.size(); i++) {
      boolean last = i == ranges.size() - 1;
      int from = ranges.get(i)[0];
      int to = ranges.get(i)[1];
      if (from == to) {
        code.iload(c).loadConstant(from);
        if (last) {
          code.if_icmpne(fail);
        } else {
          code.if_icmpeq(good);
        }
      } else {
        Label next = last ? fail : code.newLabel();
        code.iload(c).loadConstant(from).if_icmplt(next).iload(c).loadConstant(to);
        if (last) {
          code.if_icmpgt(fail);
        } else {
          code.if_icmple(good).labelBinding(next);
        }
      }
    }
    code.labelBinding(good);
  }

  private static void outsideRanges(CodeBuilder code, List<int[]> gaps, int c, Label fail) {
    for (int[] gap : gaps) {
      if (gap[0] == gap[1]) {
        code.iload(c).loadConstant(gap[0]).if_icmpeq(fail);
      } else {
        Label good = code.newLabel();
        code.iload(c).loadConstant(gap[0]).if_icmplt(good);
        code.iload(c).loadConstant(gap[1]).if_icmple(fail).labelBinding(good);
      }
    }
  }

  private void table(CodeBuilder code, CharacterSet set, int c) {
    int number = number(set.small);
    code.getstatic(self, "TABLE" + number / Byte.SIZE, TABLE)
        .iload(c)
        .baload()
        .loadConstant(1 << number % Byte.SIZE)
        .iand();
  }

  private int number(long[] small) {
    for (int i = 0; i < sets.size(); i++) {
      if (Arrays.equals(sets.get(i), small)) {
        return i;
      }
    }
    sets.add(small);
    return sets.size() - 1;
  }

  /** The tables, for the fields TABLE0, TABLE1 and so on. */
  List<byte[]> tables() {
    List<byte[]> tables = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (i % Byte.SIZE == 0) {
        tables.add(new byte[Program.SMALL]);
      }
      byte[] table = tables.getLast();
      for (int c = 0; c < Program.SMALL; c++) {
        if ((sets.get(i)[c >> 6] & 1L << c) != 0) {
          table[c] |= (byte) (1 << i % Byte.SIZE);
        }
      }
    }
    return tables;
  }
}

package org.krait.bytecode.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.krait.bytecode.Opcodes.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.constants.Constant;

/** The smallest code that breaks each rule, beside the smallest that keeps it. */
class VerifierTest {
  private static final int LOCAL = CodeFlags.FAST_LOCAL;
  private static final int CELL = CodeFlags.FAST_CELL;
  private static final int FREE = CodeFlags.FAST_FREE;

  private static Assembly code() {
    return new Assembly().op(RESUME);
  }

  private static void assertSound(Assembly assembly) {
    assertEquals(List.of(), Verifier.verify(assembly.build()));
  }

  private static void assertFinds(Rule rule, int offset, Assembly assembly) {
    List<Finding> findings = Verifier.verify(assembly.build());
    assertTrue(
        findings.stream().anyMatch(f -> f.rule() == rule && f.offset() == offset),
        () -> "expected " + rule + " at " + offset + ", got " + findings);
  }

  @Test
  void codeIsNotEmptyAndEven() {
    assertFinds(Rule.CODE_SIZE, -1, new Assembly());
    CodeObject c = code().op(RETURN_CONST).build();
    CodeObject odd =
        new CodeObject(
            0, 0, 0, 1, 0, new byte[] {(byte) RESUME, 0, 0}, c.constants(), List.of(), List.of(),
            new byte[0], "", "", "", 1, c.lineTable(), new byte[0]);
    assertEquals(Rule.CODE_SIZE, Verifier.verify(odd).getFirst().rule());
  }

  @Test
  void onlyStoredInstructionsAreKnown() {
    assertSound(code().op(RETURN_CONST));
    for (int op : new int[] {CACHE, RESERVED, INTERPRETER_EXIT, 200, 255, LOAD_FAST__LOAD_FAST,
        INSTRUMENTED_RESUME, INSTRUMENTED_LINE, BINARY_OP_ADD_INT}) {
      assertFinds(Rule.OPCODE, 2, code().unit(op, 0).op(RETURN_CONST));
    }
  }

  @Test
  void extensionsBelongToAnInstructionWithAnOperand() {
    assertFinds(Rule.EXTENDED_ARG, 4, code().unit(EXTENDED_ARG, 1).op(NOP).op(RETURN_CONST));
    assertFinds(Rule.EXTENDED_ARG, 2, code().unit(EXTENDED_ARG, 1));
    assertFinds(
        Rule.EXTENDED_ARG,
        10,
        code()
            .unit(EXTENDED_ARG, 0)
            .unit(EXTENDED_ARG, 0)
            .unit(EXTENDED_ARG, 0)
            .unit(EXTENDED_ARG, 0)
            .op(RETURN_CONST));
  }

  @Test
  void cachesAreWholeAndEmpty() {
    assertFinds(Rule.CACHE_SIZE, 2, code().unit(LOAD_GLOBAL, 0).unit(0, 0));
    assertFinds(
        Rule.CACHE_CONTENT,
        6,
        code()
            .op(LOAD_CONST)
            .op(LOAD_CONST)
            .unit(BINARY_OP, 0)
            .unit(1, 0)
            .op(RETURN_VALUE));
  }

  @Test
  void operandsAreInRange() {
    assertFinds(Rule.OPERAND, 2, code().op(LOAD_CONST, 1).op(RETURN_VALUE));
    assertFinds(Rule.OPERAND, 2, code().op(LOAD_GLOBAL, 2).op(RETURN_VALUE));
    assertSound(code().op(LOAD_GLOBAL, 0).op(RETURN_VALUE));
    assertFinds(Rule.OPERAND, 2, code().op(LOAD_FAST, 0).op(RETURN_VALUE));
    assertFinds(Rule.OPERAND, 8, code().op(BUILD_LIST, 1 << 30).op(RETURN_VALUE));
    assertFinds(Rule.OPERAND, 2, code().op(SWAP, 0).op(RETURN_CONST));
    assertFinds(Rule.OPERAND, 2, code().op(CALL_INTRINSIC_1, 0).op(RETURN_CONST));
    assertFinds(Rule.OPERAND, 2, code().op(RAISE_VARARGS, 3));
    assertFinds(
        Rule.OPERAND, 6, code().op(LOAD_CONST).op(LOAD_CONST).op(BINARY_OP, 26).op(RETURN_VALUE));
    assertFinds(
        Rule.OPERAND,
        6,
        code().op(LOAD_CONST).op(LOAD_CONST).op(COMPARE_OP, 6 << 4).op(RETURN_VALUE));
  }

  @Test
  void jumpsGoToInstructions() {
    assertSound(code().op(JUMP_FORWARD, 1).op(NOP).op(RETURN_CONST));
    assertFinds(Rule.JUMP_TARGET, 2, code().op(JUMP_FORWARD, 2).op(NOP).op(RETURN_CONST));
    assertFinds(Rule.JUMP_TARGET, 2, code().op(JUMP_BACKWARD, 3).op(RETURN_CONST));
    assertFinds(
        Rule.JUMP_TARGET, 2, code().op(JUMP_FORWARD, 1).op(LOAD_GLOBAL).op(RETURN_VALUE));
    assertFinds(
        Rule.JUMP_TARGET,
        2,
        code().op(JUMP_FORWARD, 1).unit(EXTENDED_ARG, 0).op(RETURN_CONST));
  }

  @Test
  void loopsEndWhereTheyMust() {
    assertSound(loop(GET_ITER));
    assertFinds(Rule.LOOP_END, 6, code().op(LOAD_CONST).op(GET_ITER).op(FOR_ITER, 2).op(POP_TOP)
        .op(JUMP_BACKWARD, 4).op(RETURN_CONST));
    assertFinds(Rule.STACK_KIND, 6, loop(UNARY_NOT));
  }

  private static Assembly loop(int iterator) {
    return code()
        .op(LOAD_CONST)
        .op(iterator)
        .op(FOR_ITER, 2)
        .op(POP_TOP)
        .op(JUMP_BACKWARD, 4)
        .op(END_FOR)
        .op(RETURN_CONST);
  }

  @Test
  void controlDoesNotRunOffTheEnd() {
    assertFinds(Rule.FALL_OFF, 2, code().op(NOP));
  }

  @Test
  void theStackHasOneDepthWithinItsBounds() {
    assertFinds(Rule.STACK_UNDERFLOW, 2, code().op(POP_TOP).op(RETURN_CONST));
    assertFinds(Rule.STACK_UNDERFLOW, 4, code().op(LOAD_CONST).op(LIST_APPEND, 1).op(RETURN_CONST));
    assertSound(code().stack(1).op(LOAD_CONST).op(RETURN_VALUE));
    assertFinds(
        Rule.STACK_OVERFLOW, 4, code().stack(1).op(LOAD_CONST).op(LOAD_CONST).op(RETURN_VALUE));
    assertFinds(
        Rule.STACK_DEPTH,
        8,
        code().op(LOAD_CONST).op(POP_JUMP_IF_NONE, 1).op(LOAD_CONST).op(RETURN_CONST));
    assertFinds(Rule.STACK_OVERFLOW, 2, code().stack(0).op(LOAD_CONST).op(RETURN_VALUE));
  }

  @Test
  void theEmptySlotIsNoValue() {
    assertFinds(Rule.STACK_KIND, 4, code().op(PUSH_NULL).op(POP_TOP).op(RETURN_CONST));
    assertSound(code().op(PUSH_NULL).op(LOAD_CONST).op(CALL).op(RETURN_VALUE));
    assertFinds(
        Rule.STACK_KIND, 6, code().op(LOAD_CONST).op(PUSH_NULL).op(CALL).op(RETURN_VALUE));
    assertFinds(
        Rule.STACK_KIND,
        8,
        code().op(PUSH_NULL).op(LOAD_CONST).op(SWAP, 2).op(RETURN_VALUE));
  }

  @Test
  void theMachineGetsTheKindsItReliesOn() {
    assertSound(
        code().op(BUILD_LIST).op(LOAD_CONST).op(LIST_APPEND, 1).op(RETURN_VALUE));
    assertFinds(
        Rule.STACK_KIND,
        6,
        code().op(BUILD_SET).op(LOAD_CONST).op(LIST_APPEND, 1).op(RETURN_VALUE));
    assertFinds(Rule.STACK_KIND, 4, code().op(LOAD_CONST).op(MAKE_FUNCTION).op(RETURN_VALUE));
    assertSound(
        code()
            .constant(code().op(RETURN_CONST).build())
            .op(LOAD_CONST, 1)
            .op(MAKE_FUNCTION)
            .op(RETURN_VALUE));
    assertFinds(Rule.STACK_KIND, 4, code().op(LOAD_CONST).op(POP_EXCEPT).op(RETURN_CONST));
    assertFinds(Rule.STACK_KIND, 4, code().op(LOAD_CONST).op(RERAISE));
  }

  @Test
  void handlersStartWithTheException() {
    Assembly sound =
        code()
            .op(LOAD_GLOBAL)
            .op(RETURN_VALUE)
            .op(PUSH_EXC_INFO)
            .op(POP_TOP)
            .op(POP_EXCEPT)
            .op(RETURN_CONST)
            .handler(1, 6, 7, 0, false);
    assertSound(sound);
    assertFinds(
        Rule.STACK_DEPTH,
        2,
        code().op(LOAD_GLOBAL).op(RETURN_VALUE).op(RERAISE).handler(1, 6, 7, 1, false));
    assertFinds(
        Rule.EXCEPTION_TABLE,
        2,
        code().stack(1).op(LOAD_GLOBAL).op(RETURN_VALUE).op(RERAISE, 1).handler(1, 6, 7, 0, true));
    assertFinds(
        Rule.EXCEPTION_TABLE,
        2,
        code().op(LOAD_GLOBAL).op(RETURN_VALUE).op(RERAISE).handler(1, 6, 3, 0, false));
    assertFinds(
        Rule.EXCEPTION_TABLE,
        4,
        code().op(LOAD_GLOBAL).op(RETURN_VALUE).op(RERAISE).handler(2, 6, 7, 0, false));
  }

  @Test
  void whatRaisesHasTakenItsValuesBefore() {
    // The first RERAISE takes the exception; its handler cannot count on it.
    assertFinds(
        Rule.STACK_DEPTH,
        16,
        code()
            .op(LOAD_GLOBAL)
            .op(RETURN_VALUE)
            .op(NOP)
            .op(RERAISE)
            .op(RERAISE)
            .handler(1, 6, 7, 0, false)
            .handler(8, 9, 9, 1, false));
  }

  @Test
  void variablesHaveAValueBeforeTheyAreRead() {
    assertSound(code().variable("x", LOCAL).parameters(1).op(LOAD_FAST).op(RETURN_VALUE));
    assertFinds(
        Rule.UNBOUND_LOCAL, 2, code().variable("x", LOCAL).op(LOAD_FAST).op(RETURN_VALUE));
    assertSound(code().variable("x", LOCAL).op(LOAD_FAST_CHECK).op(POP_TOP).op(LOAD_FAST)
        .op(RETURN_VALUE));
    assertFinds(
        Rule.UNBOUND_LOCAL,
        10,
        code()
            .variable("x", LOCAL)
            .op(LOAD_CONST)
            .op(POP_JUMP_IF_NONE, 2)
            .op(LOAD_CONST)
            .op(STORE_FAST)
            .op(LOAD_FAST)
            .op(RETURN_VALUE));
    assertFinds(
        Rule.UNBOUND_LOCAL,
        4,
        code().variable("x", LOCAL).parameters(1).op(DELETE_FAST).op(LOAD_FAST).op(RETURN_VALUE));
  }

  @Test
  void cellsAreMadeBeforeTheyAreUsed() {
    Assembly made = new Assembly().variable("x", LOCAL | CELL).parameters(1).op(MAKE_CELL);
    assertSound(made.op(RESUME).op(LOAD_DEREF).op(RETURN_VALUE));
    assertFinds(Rule.CELL, 2, code().variable("x", CELL).op(LOAD_DEREF).op(RETURN_VALUE));
    assertFinds(
        Rule.CELL,
        4,
        code().variable("x", CELL).op(MAKE_CELL).op(LOAD_FAST).op(RETURN_VALUE));
    assertSound(
        new Assembly()
            .variable("x", FREE)
            .op(COPY_FREE_VARS, 1)
            .op(RESUME)
            .op(LOAD_DEREF)
            .op(RETURN_VALUE));
    assertFinds(
        Rule.CELL, 0, new Assembly().op(COPY_FREE_VARS, 1).op(RESUME).op(RETURN_CONST));
  }

  @Test
  void keywordNamesAreThoseOfTheCall() {
    Constant names = new Constant.Tuple(List.of(Constant.Str.of("x")));
    assertSound(keywordCall(1, 1).constant(names));
    assertFinds(Rule.KW_NAMES, 8, keywordCall(0, 1).constant(names));
    assertFinds(Rule.KW_NAMES, 8, keywordCall(1, 0).constant(names));
    assertFinds(
        Rule.KW_NAMES, 2, code().constant(names).op(KW_NAMES, 1).op(NOP).op(RETURN_CONST));
  }

  private static Assembly keywordCall(int arguments, int names) {
    Assembly assembly = code().op(PUSH_NULL).op(LOAD_CONST);
    assembly.op(arguments > 0 ? LOAD_CONST : NOP);
    return assembly.op(KW_NAMES, names).op(CALL, arguments).op(RETURN_VALUE);
  }

  @Test
  void generatorsStartAsOne() {
    assertSound(generator().flags(CodeFlags.GENERATOR));
    assertFinds(Rule.GENERATOR, -1, generator());
    assertFinds(Rule.GENERATOR, -1, code().op(RETURN_CONST).flags(CodeFlags.COROUTINE));
    assertFinds(
        Rule.GENERATOR,
        2,
        code().op(RETURN_GENERATOR).op(RETURN_VALUE).flags(CodeFlags.GENERATOR));
    assertFinds(Rule.GENERATOR, 4, code().op(LOAD_CONST).op(YIELD_VALUE).op(RETURN_VALUE));
    assertFinds(
        Rule.FLAGS, -1, generator().flags(CodeFlags.GENERATOR).flags(CodeFlags.COROUTINE));
  }

  private static Assembly generator() {
    return new Assembly()
        .op(RETURN_GENERATOR)
        .op(POP_TOP)
        .op(RESUME)
        .op(LOAD_CONST)
        .op(YIELD_VALUE)
        .op(RESUME, 1)
        .op(RETURN_VALUE);
  }

  @Test
  void lineTablesCoverTheCode() {
    Assembly assembly = code().op(RETURN_CONST).missingLines(1);
    assertFinds(Rule.LINE_TABLE, -1, assembly);
    assertTrue(Verifier.verify(assembly.build()).stream().noneMatch(f -> f.rule().isReliedOn()));
  }

  @Test
  void variablesAndParametersAgree() {
    assertFinds(Rule.VARIABLES, -1, code().variable("x", 0x01).op(RETURN_CONST));
    assertFinds(
        Rule.VARIABLES,
        -1,
        code().variable("x", FREE).variable("y", LOCAL).op(RETURN_CONST));
    assertFinds(Rule.PARAMETERS, -1, code().parameters(1).op(RETURN_CONST));
    assertFinds(Rule.PARAMETERS, -1, code().flags(CodeFlags.VARARGS).op(RETURN_CONST));
    assertFinds(Rule.STACK_SIZE, -1, code().stack(-1).op(RETURN_CONST));
  }

  @Test
  void nestedCodeIsVerifiedToo() {
    CodeObject bad = code().op(POP_TOP).op(RETURN_CONST).build();
    Constant hidden = new Constant.Tuple(List.of(new Constant.FrozenSet(List.of(bad))));
    assertFinds(Rule.STACK_UNDERFLOW, 2, code().constant(hidden).op(RETURN_CONST));
  }

  @Test
  void hostileCodeIsRefusedInLittleTimeAndSpace() {
    Assembly manyPaths = code().stack(1 << 20).op(LOAD_CONST);
    for (int i = 0; i < 20; i++) {
      manyPaths.op(UNPACK_SEQUENCE, 40_000);
    }
    for (int i = 0; i < 50_000; i++) {
      manyPaths.op(JUMP_FORWARD, 0);
    }
    CodeObject hostile = manyPaths.op(RETURN_CONST).build();
    List<Finding> findings =
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Verifier.verify(hostile));
    assertEquals(Rule.CODE_SIZE, findings.getFirst().rule());
  }
}

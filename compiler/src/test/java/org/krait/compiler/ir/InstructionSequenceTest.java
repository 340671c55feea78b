package org.krait.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.LOAD_CONST;
import static org.krait.bytecode.Opcodes.NOP;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;

import org.junit.jupiter.api.Test;
import org.krait.constants.Constant;

class InstructionSequenceTest {
  @Test
  void insertionMovesLabelsAlong() {
    InstructionSequence code = new InstructionSequence();
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.useLabel(start);
    code.addJump(JUMP, end, Locations.line(1));
    code.useLabel(end);
    code.add(RETURN_VALUE, Locations.line(2));
    code.insert(0, NOP, 0, Locations.NONE);
    assertEquals(3, code.size());
    assertEquals(1, code.position(start.id()));
    assertEquals(2, code.position(end.id()));
    assertEquals(JUMP, code.opcode(1));
    assertEquals(end.id(), code.operand(1));
  }

  @Test
  void aLabelHasOnePlace() {
    InstructionSequence code = new InstructionSequence();
    Label label = code.newLabel();
    code.useLabel(label);
    assertThrows(IllegalStateException.class, () -> code.useLabel(label));
  }

  @Test
  void printsOperandsWithTheirMeaning() {
    CodeUnit unit = new CodeUnit("f", "C.f", "f.py", 1);
    InstructionSequence code = new InstructionSequence();
    Label end = code.newLabel();
    code.addJump(JUMP, end, Locations.NONE);
    code.useLabel(end);
    int constant = unit.constants.add(Constant.Str.of("x"));
    code.add(LOAD_CONST, constant, new org.krait.syntax.ast.Location(3, 4, 3, 7));
    code.add(RETURN_VALUE, Locations.line(3));
    assertEquals(
        """
        code C.f, line 1
          JUMP L0                                  -
        L0:
          LOAD_CONST 0 ('x')                       3:4-3:7
          RETURN_VALUE                             3:-1-3:-1
        """,
        SequenceText.of(unit, code));
  }
}

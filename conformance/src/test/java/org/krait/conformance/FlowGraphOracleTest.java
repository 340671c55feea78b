package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.krait.bytecode.Opcodes.*;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.krait.bytecode.OpcodeTable;
import org.krait.compiler.flow.Block;
import org.krait.compiler.flow.BuildGraph;
import org.krait.compiler.flow.FlowGraph;
import org.krait.compiler.flow.Instruction;
import org.krait.compiler.flow.Phase;
import org.krait.compiler.ir.CodeUnit;
import org.krait.compiler.ir.InstructionSequence;
import org.krait.compiler.ir.Label;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Location;

/**
 * The passes against CPython's on random instructions. The oracle's {@code optimize_cfg} cannot
 * take exception handlers, and would not end on some rings of jumps, so there are none.
 */
class FlowGraphOracleTest {
  private static final int CASES = 1_000;

  private static final List<Constant> CONSTANTS =
      List.of(
          Constant.Singleton.NONE,
          Constant.Singleton.TRUE,
          Constant.Int.of(0),
          Constant.Str.of("a"),
          Constant.Str.of("b"));

  /** An instruction as the oracle takes it: opcode, operand, line; a jump's operand is a place. */
  private record Row(int opcode, int operand, int line) {
    Constant.Tuple tuple() {
      int column = line < 0 ? -1 : 0;
      return tupleOf(opcode, operand, line, line, column, column);
    }
  }

  private static Constant.Tuple tupleOf(int... numbers) {
    List<Constant> items = new ArrayList<>();
    for (int number : numbers) {
      items.add(Constant.Int.of(number));
    }
    return new Constant.Tuple(items);
  }

  /** Opcodes with the number of their operands; negative for forward jumps. */
  private static final int[][] POOL = {
    {NOP, 1}, {NOP, 1}, {POP_TOP, 1}, {POP_TOP, 1}, {LOAD_CONST, 3}, {LOAD_CONST, 5}, {COPY, 3},
    {SWAP, 5}, {SWAP, 5}, {BUILD_TUPLE, 4}, {UNPACK_SEQUENCE, 4}, {LOAD_NAME, 2},
    {LOAD_GLOBAL, 2}, {PUSH_NULL, 1}, {IS_OP, 2}, {RETURN_VALUE, 1}, {RETURN_CONST, 3},
    {RAISE_VARARGS, 2}, {POP_JUMP_IF_FALSE, -1}, {POP_JUMP_IF_TRUE, -1}, {POP_JUMP_IF_NONE, -1},
    {POP_JUMP_IF_NOT_NONE, -1}, {JUMP, -1}, {JUMP, -1}, {FOR_ITER, -1}, {LOAD_FAST, 70},
    {STORE_FAST, 70}, {LOAD_FAST, 3}, {STORE_FAST, 3}, {STORE_FAST, 3}, {DELETE_FAST, 3},
    {LOAD_FAST_AND_CLEAR, 3}, {STORE_FAST_MAYBE_NULL, 3}
  };

  private static List<Row> sequence(Random random) {
    List<Row> rows = new ArrayList<>();
    int length = 3 + random.nextInt(30);
    int line = 1;
    for (int i = 0; i < length; i++) {
      int[] kind = POOL[random.nextInt(POOL.length)];
      boolean jump = kind[1] < 0;
      int operand = jump ? i + 1 + random.nextInt(length - i) : random.nextInt(kind[1]);
      boolean fromOne = kind[0] == SWAP || kind[0] == COPY;
      line = Math.max(1, line + (random.nextInt(5) < 2 ? random.nextInt(3) - 1 : 0));
      int shown = random.nextInt(5) == 0 ? -1 : line;
      rows.add(new Row(kind[0], fromOne ? operand + 1 : operand, shown));
    }
    rows.add(new Row(RETURN_VALUE, 0, line));
    return rows;
  }

  private static FlowGraph ours(List<Row> rows) {
    CodeUnit unit = new CodeUnit("f", "f", "f.py", 1);
    CONSTANTS.forEach(unit.constants::add);
    for (int i = 0; i < 70; i++) {
      unit.varNames.add("v" + i);
    }
    InstructionSequence code = new InstructionSequence();
    Label[] labels = new Label[rows.size()];
    for (Row row : rows) {
      if (OpcodeTable.hasTarget(row.opcode) && labels[row.operand] == null) {
        labels[row.operand] = code.newLabel();
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != null) {
        code.useLabel(labels[i]);
      }
      Row row = rows.get(i);
      int column = row.line < 0 ? -1 : 0;
      Location location = new Location(row.line, column, row.line, column);
      boolean jump = OpcodeTable.hasTarget(row.opcode);
      code.add(row.opcode, jump ? labels[row.operand].id() : row.operand, location);
    }
    FlowGraph graph = BuildGraph.run(unit, code);
    for (Phase phase : Phase.values()) {
      if (phase.compareTo(Phase.LAY_OUT_LOCALS) < 0) {
        phase.run(graph);
      }
    }
    return graph;
  }

  private static Constant.Tuple result(FlowGraph graph) {
    Map<Block, Integer> places = new IdentityHashMap<>();
    int place = 0;
    for (Block block = graph.entry(); block != null; block = block.next()) {
      places.put(block, place);
      place += block.size();
    }
    List<Constant> rows = new ArrayList<>();
    for (Block block = graph.entry(); block != null; block = block.next()) {
      for (int i = 0; i < block.size(); i++) {
        Instruction at = block.get(i);
        int operand = at.target == null ? at.operand : places.get(at.target);
        Location l = at.location;
        rows.add(
            tupleOf(at.opcode, operand, l.line(), l.endLine(), l.column(), l.endColumn()));
      }
    }
    return new Constant.Tuple(rows);
  }

  @Test
  void randomInstructionsAreOptimisedAlike() throws Exception {
    Random random = new Random(20231207);
    try (OracleSession oracle = new OracleSession(Oracle.find())) {
      for (int i = 0; i < CASES; i++) {
        List<Row> rows = sequence(random);
        List<Constant> tuples = new ArrayList<>();
        rows.forEach(row -> tuples.add(row.tuple()));
        Constant expected =
            oracle.ask(
                "optimize_graph",
                new Constant.Tuple(tuples),
                new Constant.Tuple(CONSTANTS),
                70);
        assertEquals(expected, result(ours(rows)), () -> rows.toString());
      }
    }
  }
}

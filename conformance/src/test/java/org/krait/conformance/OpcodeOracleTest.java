package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.krait.bytecode.OpcodeTable;

/** The opcode table against the modules {@code opcode} and {@code _opcode} of the oracle. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OpcodeOracleTest {
  private static final List<Integer> OPERANDS =
      List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 100, 255, 256, 257, 1000, 70_000);

  private static OracleSession oracle;

  @BeforeAll
  static void start() throws Exception {
    oracle = new OracleSession(Oracle.find());
  }

  @AfterAll
  static void stop() throws Exception {
    oracle.close();
  }

  private static void assertSays(String expression, Object ours) throws Exception {
    assertEquals(oracle.askText("evaluate", expression), ours.toString(), expression);
  }

  private static boolean plain(int op) {
    return OpcodeTable.isDefined(op)
        && !OpcodeTable.isSpecialised(op)
        && !OpcodeTable.isInstrumented(op);
  }

  private static List<Integer> where(IntPredicate test) {
    return IntStream.rangeClosed(0, OpcodeTable.MAX_PSEUDO)
        .filter(op -> plain(op) && test.test(op))
        .boxed()
        .toList();
  }

  @Test
  void namesAndNumbers() throws Exception {
    for (int op = 0; op <= OpcodeTable.MAX_PSEUDO; op++) {
      if (!OpcodeTable.isSpecialised(op)) {
        assertSays("opcode.opname[" + op + "]", "'" + OpcodeTable.name(op) + "'");
      } else {
        String name = "'" + OpcodeTable.name(op) + "'";
        assertSays("dis._all_opname[" + op + "]", name);
        assertSays("dis.deoptmap[" + name + "]", "'" + OpcodeTable.name(OpcodeTable.base(op)) + "'");
      }
    }
    assertSays("importlib.util._RAW_MAGIC_NUMBER", org.krait.bytecode.PycHeader.MAGIC);
  }

  @Test
  void kindsOfOperand() throws Exception {
    assertSays("sorted(opcode.hasconst)", where(OpcodeTable::hasConst));
    assertSays("sorted(opcode.hasname)", where(OpcodeTable::hasName));
    assertSays("sorted(opcode.hasjrel)", where(OpcodeTable::hasJump));
    assertSays("sorted(opcode.haslocal)", where(OpcodeTable::hasLocal));
    // 148 was an instruction of older versions; the list still has it.
    assertSays("[op for op in opcode.hasfree if op != 148]", where(OpcodeTable::hasFree));
    assertSays("sorted(opcode.hascompare)", where(OpcodeTable::hasCompare));
    assertSays("sorted(opcode.hasexc)", where(OpcodeTable::hasExc));
    assertSays(
        "[op for op in sorted(opcode.hasarg) if 'INSTR' not in opcode.opname[op]]",
        where(OpcodeTable::hasArg));
  }

  @Test
  void caches() throws Exception {
    for (int op : where(op -> op < OpcodeTable.MIN_PSEUDO)) {
      assertSays("opcode._inline_cache_entries[" + op + "]", OpcodeTable.caches(op));
      String fields =
          OpcodeTable.cacheFields(op).stream()
              .map(f -> "'" + f.name() + "': " + f.units())
              .collect(Collectors.joining(", ", "{", "}"));
      assertSays("opcode._cache_format.get(" + "'" + OpcodeTable.name(op) + "', {})", fields);
    }
  }

  @Test
  void stackEffects() throws Exception {
    for (int op = 0; op <= OpcodeTable.MAX_PSEUDO; op++) {
      if (!OpcodeTable.isDefined(op) || OpcodeTable.stackEffect(op, 0, false) == OpcodeTable.INVALID) {
        continue;
      }
      boolean hasArg = OpcodeTable.hasArg(op);
      for (boolean jump : new boolean[] {false, true}) {
        for (int arg : hasArg ? OPERANDS : List.of(0)) {
          String call =
              "_opcode.stack_effect(%d, %s, jump=%s)"
                  .formatted(op, hasArg ? arg : "None", jump ? "True" : "False");
          assertSays(call, OpcodeTable.stackEffect(op, arg, jump));
        }
      }
    }
  }

  @Test
  void namesOfOperands() throws Exception {
    assertSays("[s for n, s in opcode._nb_ops]", quoted(OpcodeTable.binaryOperators()));
    assertSays("list(opcode.cmp_op)", quoted(OpcodeTable.comparisons()));
    assertSays("opcode._intrinsic_1_descs", quoted(OpcodeTable.intrinsics1()));
    assertSays("opcode._intrinsic_2_descs", quoted(OpcodeTable.intrinsics2()));
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(t -> "'" + t + "'").collect(Collectors.joining(", ", "[", "]"));
  }
}

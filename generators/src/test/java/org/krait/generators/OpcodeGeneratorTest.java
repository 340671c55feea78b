package org.krait.generators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpcodeGeneratorTest {
  private static Map<String, String> generate(String... rows) throws IOException {
    Map<String, String> sources = new HashMap<>();
    new OpcodeGenerator().generate("t.opcodes", List.of(rows), "p", sources::put);
    return sources;
  }

  private static String fault(String... rows) {
    return assertThrows(TableException.class, () -> generate(rows)).getMessage();
  }

  @Test
  void anInstructionBecomesAConstantAndAnEffect() throws IOException {
    Map<String, String> sources =
        generate("[real]", "102 BUILD_TUPLE int any*n -- any", "93 FOR_ITER fwd iter | -- any / iter --");
    assertTrue(sources.get("Opcodes").contains("int BUILD_TUPLE = 102;"));
    assertTrue(sources.get("StackEffects").contains("case 102 -> 1 - (n);"));
    assertTrue(sources.get("StackEffects").contains("case 93 -> jump ? -1 : 1;"));
  }

  @Test
  void cachesAndFunctionsComeFromTheirOwnSections() throws IOException {
    Map<String, String> sources =
        generate(
            "[real]",
            "173 CALL_INTRINSIC_1 intrinsic1 *",
            "171 CALL int maybe any any*n -- any",
            "[caches]",
            "CALL counter func_version*2",
            "[intrinsic1]",
            "0 INTRINSIC_LIST_TO_TUPLE list -- tuple");
    assertTrue(sources.get("OpcodeData").contains("\"counter*1 func_version*2\""));
    assertTrue(sources.get("StackEffects").contains("f.take(StackKind.LIST, 1);"));
    assertTrue(sources.get("StackEffects").contains("case 171 -> -1 - (n);"));
  }

  @Test
  void faultsNameTheLine() {
    assertEquals(
        "t.opcodes:2: no kind of stack item: anny", fault("[real]", "1 POP_TOP - anny --"));
    assertEquals(
        "t.opcodes:3: twice: 1 POP", fault("[real]", "1 POP_TOP - any --", "1 POP - any --"));
    assertEquals(
        "t.opcodes:2: no operand kind: cost", fault("[real]", "1 LOAD_CONST cost -- any"));
    assertEquals(
        "t.opcodes:2: no expression of n: n%2", fault("[real]", "1 F int any*n%2 -- any"));
  }
}

package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;

/** Marshal streams read by us and by the oracle: the same values, the same refusals. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MarshalOracleTest {
  private static final List<String> VALUES =
      List.of(
          "None, True, False, ..., (), b'', '', 0, -1, 2**31, -2**31, 2**15, 2**30, -2**45, 2**400",
          "0.0, -0.0, 1e16, 0.1, 1e-5, 5e-324, float('inf'), 1.5+2j, -0j, complex('nan')",
          "'name', 'no name', 'é', '€', '😀', '\\ud800', '\\ud83d\\ude00', 'x' * 300, '' * 2",
          "b'bytes', b'\\xff' * 300, frozenset({1, 2, 3}), (1, (2, (3, (4,)))), tuple(range(300))",
          "('shared text',) * 3, ((1.5, 'a b'),) * 2, 1.5, 'a b'");

  private static OracleSession oracle;

  @BeforeAll
  static void start() throws Exception {
    oracle = new OracleSession(Oracle.find());
  }

  @AfterAll
  static void stop() throws Exception {
    oracle.close();
  }

  private static List<Constant> items(Constant tuple) {
    return ((Constant.Tuple) tuple).items();
  }

  private static String read(byte[] stream) {
    try {
      return ConstantRepr.of(Marshal.read(stream));
    } catch (MarshalException e) {
      String type =
          switch (e.kind()) {
            case EOF -> "EOFError";
            case VALUE -> "ValueError";
            case TYPE -> "TypeError";
            case UNICODE -> "UnicodeDecodeError";
          };
      return type + ": " + e.getMessage();
    }
  }

  private static List<String> askLoads(List<byte[]> streams) throws Exception {
    List<Constant> arguments = new ArrayList<>();
    streams.forEach(s -> arguments.add(new Constant.Bytes(s)));
    return items(oracle.ask("loads", new Constant.Tuple(arguments))).stream()
        .map(answer -> ((Constant.Str) answer).text())
        .toList();
  }

  @Test
  void theirStreamsOfEveryVersionAreReadAndOursByThem() throws Exception {
    for (String expression : VALUES) {
      String expected = oracle.askText("evaluate", "(" + expression + ")");
      List<Constant> versions = items(oracle.ask("dumps", "(" + expression + ")"));
      for (int version = 0; version < versions.size(); version++) {
        byte[] theirs = ((Constant.Bytes) versions.get(version)).value();
        assertEquals(expected, read(theirs), "version " + version);
        byte[] ours = Marshal.write(Marshal.read(theirs), version);
        assertEquals(List.of(expected), askLoads(List.of(ours)), "version " + version);
        assertTrue(ours.length <= theirs.length, expression + " version " + version);
      }
    }
  }

  @Test
  void damagedStreamsAreRefusedAlike() throws Exception {
    Random random = new Random(312);
    List<byte[]> mutants = new ArrayList<>();
    for (String expression : VALUES) {
      for (Constant version : items(oracle.ask("dumps", "(" + expression + ")"))) {
        byte[] stream = ((Constant.Bytes) version).value();
        for (int i = 0; i < 100; i++) {
          mutants.add(MutateBytes.mutate(stream, random));
        }
      }
    }
    List<String> expected = askLoads(mutants);
    int compared = 0;
    for (int i = 0; i < mutants.size(); i++) {
      String ours = read(mutants.get(i));
      if (!isOurOwn(ours) && !isTheirOwn(expected.get(i))) {
        assertEquals(expected.get(i), ours, () -> "a stream");
        compared++;
      }
    }
    assertTrue(compared > mutants.size() * 3 / 4, "compared only " + compared);
  }

  /** The order of a frozenset is a matter of hashes; and we ask for no memory in vain. */
  private static boolean isTheirOwn(String answer) {
    return answer.contains("frozenset({") || answer.startsWith("MemoryError");
  }

  /** Values that are no constants, and tuples that contain themselves, are refused only by us. */
  private static boolean isOurOwn(String answer) {
    return answer.contains("cannot be a constant") || answer.contains("invalid reference");
  }
}

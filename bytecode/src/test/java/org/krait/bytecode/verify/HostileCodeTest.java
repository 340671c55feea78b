package org.krait.bytecode.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.krait.bytecode.Opcodes.*;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.MarshalLimits;
import org.krait.constants.Constant;

/**
 * Code objects and streams that crash CPython or could, by name: those of its {@code Lib/test/crashers}
 * and of the kinds that its tracker knows.
 */
class HostileCodeTest {
  private record Hostile(CodeObject code, Rule rule) {}

  private static Assembly code() {
    return new Assembly().op(RESUME);
  }

  private static CodeObject with(CodeObject c, byte[] code, byte[] lines, byte[] handlers) {
    return new CodeObject(
        c.argCount(), c.posOnlyArgCount(), c.kwOnlyArgCount(), c.stackSize(), c.flags(),
        code, c.constants(), c.names(), c.localsPlusNames(), c.localsPlusKinds(), c.filename(),
        c.name(), c.qualname(), c.firstLineNumber(), lines, handlers);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static Map<String, Hostile> codes() {
    CodeObject good = code().op(RETURN_CONST).build();
    Map<String, Hostile> codes = new LinkedHashMap<>();
    codes.put(
        "crashers/bogus_code_obj",
        new Hostile(with(good, bytes(4, 0, 0x71, 0), good.lineTable(), bytes()), Rule.OPCODE));
    codes.put(
        "bogus index of a constant",
        new Hostile(code().op(LOAD_CONST, 0xFFFFFF).op(RETURN_VALUE).build(), Rule.OPERAND));
    codes.put(
        "index of a constant just behind the last",
        new Hostile(code().op(RETURN_CONST, 1).build(), Rule.OPERAND));
    codes.put(
        "bogus index of a name",
        new Hostile(code().op(LOAD_NAME, 77).op(RETURN_VALUE).build(), Rule.OPERAND));
    codes.put(
        "bogus index of a variable",
        new Hostile(code().op(LOAD_FAST, 9).op(RETURN_VALUE).build(), Rule.OPERAND));
    codes.put(
        "empty code", new Hostile(with(good, bytes(), bytes(), bytes()), Rule.CODE_SIZE));
    codes.put(
        "half an instruction",
        new Hostile(with(good, bytes(151), good.lineTable(), bytes()), Rule.CODE_SIZE));
    codes.put(
        "line table of noise",
        new Hostile(with(good, good.code(), bytes(0x00, 0x7f, 0xff), bytes()), Rule.LINE_TABLE));
    codes.put(
        "line table that is cut short",
        new Hostile(with(good, good.code(), bytes(0xf0, 0xff), bytes()), Rule.LINE_TABLE));
    codes.put(
        "no line table", new Hostile(with(good, good.code(), bytes(), bytes()), Rule.LINE_TABLE));
    codes.put(
        "exception table of noise",
        new Hostile(
            with(good, good.code(), good.lineTable(), bytes(0x80, 0xff)), Rule.EXCEPTION_TABLE));
    codes.put(
        "handler outside of the code",
        new Hostile(code().op(RETURN_CONST).handler(0, 1, 99, 0, false).build(), Rule.EXCEPTION_TABLE));
    for (int op : new int[] {INSTRUMENTED_RESUME, INSTRUMENTED_LINE, INSTRUMENTED_CALL}) {
      codes.put(
          "instrumented instruction on disk " + op,
          new Hostile(code().unit(op, 0).op(RETURN_CONST).build(), Rule.OPCODE));
    }
    codes.put(
        "specialised instruction on disk",
        new Hostile(code().unit(LOAD_FAST__LOAD_FAST, 0).op(RETURN_CONST).build(), Rule.OPCODE));
    codes.put(
        "jump behind the end",
        new Hostile(code().op(JUMP_FORWARD, 1000).op(RETURN_CONST).build(), Rule.JUMP_TARGET));
    codes.put(
        "jump before the beginning",
        new Hostile(code().op(JUMP_BACKWARD, 200).build(), Rule.JUMP_TARGET));
    codes.put(
        "jump into a cache",
        new Hostile(
            code().op(JUMP_FORWARD, 1).op(LOAD_GLOBAL, 0).op(RETURN_VALUE).build(), Rule.JUMP_TARGET));
    codes.put("running off the end", new Hostile(code().op(NOP).build(), Rule.FALL_OFF));
    codes.put(
        "taking from an empty stack",
        new Hostile(code().op(POP_TOP).op(RETURN_CONST).build(), Rule.STACK_UNDERFLOW));
    codes.put(
        "more on the stack than its size",
        new Hostile(
            code().stack(1).op(LOAD_CONST).op(LOAD_CONST).op(POP_TOP).op(RETURN_VALUE).build(),
            Rule.STACK_OVERFLOW));
    codes.put(
        "a stack that grows in a loop",
        new Hostile(
            code().op(LOAD_CONST).op(JUMP_BACKWARD, 2).build(), Rule.STACK_DEPTH));
    codes.put(
        "a stack size of a billion",
        new Hostile(code().stack(1 << 30).op(RETURN_CONST).build(), Rule.STACK_SIZE));
    codes.put(
        "a negative stack size",
        new Hostile(code().stack(-1).op(RETURN_CONST).build(), Rule.STACK_SIZE));
    codes.put(
        "a variable that is read before it is set",
        new Hostile(
            code().variable("x", CodeFlags.FAST_LOCAL).op(LOAD_FAST).op(RETURN_VALUE).build(),
            Rule.UNBOUND_LOCAL));
    codes.put(
        "a plain variable used as a cell",
        new Hostile(
            code().variable("x", CodeFlags.FAST_LOCAL).op(LOAD_DEREF).op(RETURN_VALUE).build(),
            Rule.CELL));
    codes.put(
        "a call of NULL",
        new Hostile(
            code().op(PUSH_NULL).op(PUSH_NULL).op(CALL, 0).op(RETURN_VALUE).build(), Rule.STACK_KIND));
    codes.put(
        "keyword names that are no tuple",
        new Hostile(
            code().op(PUSH_NULL).op(LOAD_CONST).op(LOAD_CONST).op(KW_NAMES).op(CALL, 1).op(RETURN_VALUE).build(),
            Rule.KW_NAMES));
    codes.put(
        "a loop that nothing can interrupt",
        new Hostile(
            code().op(NOP).op(JUMP_BACKWARD_NO_INTERRUPT, 2).build(), Rule.GENERATOR));
    codes.put(
        "a yield that a loop goes around",
        new Hostile(
            new Assembly().flags(CodeFlags.GENERATOR).op(RETURN_GENERATOR).op(POP_TOP)
                .op(RESUME).op(JUMP_FORWARD, 2).op(LOAD_CONST).op(YIELD_VALUE).op(RESUME, 1)
                .op(JUMP_BACKWARD_NO_INTERRUPT, 5).build(),
            Rule.GENERATOR));
    codes.put(
        "a yield in a plain function",
        new Hostile(
            code().op(LOAD_CONST).op(YIELD_VALUE).op(RESUME, 1).op(RETURN_VALUE).build(),
            Rule.GENERATOR));
    codes.put(
        "a generator that makes itself twice",
        new Hostile(
            new Assembly().flags(CodeFlags.GENERATOR).op(RETURN_GENERATOR).op(POP_TOP)
                .op(RESUME).op(RETURN_GENERATOR).op(POP_TOP).op(RETURN_CONST).build(),
            Rule.GENERATOR));
    codes.put(
        "an iterator that is none",
        new Hostile(
            code().op(LOAD_CONST).op(FOR_ITER, 1).op(POP_TOP).op(END_FOR).op(RETURN_CONST).build(),
            Rule.STACK_KIND));
    codes.put(
        "exception state that was never saved",
        new Hostile(code().op(LOAD_CONST).op(POP_EXCEPT).op(RETURN_CONST).build(), Rule.STACK_KIND));
    codes.put(
        "more parameters than variables",
        new Hostile(code().parameters(3).op(RETURN_CONST).build(), Rule.PARAMETERS));
    codes.put(
        "a variable of no kind",
        new Hostile(code().variable("x", 0x01).op(RETURN_CONST).build(), Rule.VARIABLES));
    return codes;
  }

  @TestFactory
  Stream<DynamicTest> codeIsRefusedByItsRule() {
    return codes().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      List<Finding> findings = Verifier.verify(e.getValue().code());
                      assertTrue(
                          findings.stream().anyMatch(f -> f.rule() == e.getValue().rule()),
                          () -> "expected " + e.getValue().rule() + ", got " + findings);
                    }));
  }

  // Streams

  private static byte[] stream(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      switch (part) {
        case Character c -> out.write(c);
        case Integer i -> out.writeBytes(bytes(i, i >> 8, i >> 16, i >> 24));
        case byte[] b -> out.writeBytes(b);
        default -> throw new IllegalArgumentException(part.toString());
      }
    }
    return out.toByteArray();
  }

  private static final char SHARED_TUPLE = '(' | 0x80;

  private static Map<String, byte[]> streams() {
    Map<String, byte[]> streams = new LinkedHashMap<>();
    streams.put("a tuple that contains itself", stream(SHARED_TUPLE, 1, 'r', 0));
    streams.put("a frozenset that contains itself", stream((char) ('>' | 0x80), 1, 'r', 0));
    streams.put("a list that contains itself", stream((char) ('[' | 0x80), 1, 'r', 0));
    streams.put("a reference to nothing", stream('r', 7));
    streams.put("a negative reference", stream('r', -1));
    streams.put("a tuple of two billion items", stream('(', Integer.MAX_VALUE));
    streams.put("a tuple of minus one item", stream('(', -1));
    streams.put("a string of two billion bytes", stream('s', Integer.MAX_VALUE, 'x'));
    streams.put("an int of two billion digits", stream('l', Integer.MAX_VALUE, 'x'));
    streams.put("an int of the least number of digits", stream('l', Integer.MIN_VALUE));
    streams.put("a digit out of range", stream('l', 5, bytes(0xff, 0xff, 1, 0, 1, 0, 1, 0, 1, 0)));
    streams.put("no type", stream('?'));
    streams.put("nothing", new byte[0]);
    streams.put("a code object of numbers", stream('c', 0, 0, 0, 0, 0, 'i', 1, 'i', 1));
    streams.put("no code object", stream('N'));
    streams.put("NULL for code", stream('0'));
    streams.put("text that is no UTF-8", stream('u', 2, bytes(0xc0, 0x80)));
    byte[] deep = new byte[5 * 100_000];
    for (int i = 0; i < deep.length; i += 5) {
      deep[i] = '(';
      deep[i + 1] = 1;
    }
    streams.put("tuples a hundred thousand deep", deep);
    // Each tuple names the one before it many times: 40 steps make more than there are atoms.
    ByteArrayOutputStream laughs = new ByteArrayOutputStream();
    laughs.writeBytes(stream('(', 40, SHARED_TUPLE, 0));
    for (int i = 1; i < 40; i++) {
      laughs.writeBytes(stream(SHARED_TUPLE, 9));
      for (int j = 0; j < 9; j++) {
        laughs.writeBytes(stream('r', i - 1));
      }
    }
    streams.put("a billion laughs", laughs.toByteArray());
    return streams;
  }

  @TestFactory
  Stream<DynamicTest> streamsAreRefusedInNoTime() {
    return streams().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () ->
                        assertTimeoutPreemptively(
                            Duration.ofSeconds(5),
                            () -> {
                              MarshalException refusal =
                                  assertThrows(
                                      MarshalException.class,
                                      () -> Marshal.readHostile(e.getValue(), 0, MarshalLimits.HOSTILE));
                              assertTrue(!refusal.getMessage().isBlank());
                            })));
  }

  @Test
  void limitsHold() throws Exception {
    byte[] good = Marshal.write(code().op(RETURN_CONST).build());
    assertEquals(0, Marshal.readHostile(good, 0, MarshalLimits.HOSTILE).trailing());
    byte[] longer = java.util.Arrays.copyOf(good, good.length + 3);
    assertEquals(3, Marshal.readHostile(longer, 0, MarshalLimits.HOSTILE).trailing());
    for (MarshalLimits limits :
        List.of(
            new MarshalLimits(good.length - 1, 500, 100, 100), new MarshalLimits(1 << 20, 1, 100, 100),
            new MarshalLimits(1 << 20, 500, 0, 100), new MarshalLimits(1 << 20, 500, 100, 5))) {
      assertThrows(MarshalException.class, () -> Marshal.readHostile(good, 0, limits), limits::toString);
    }
  }

  @Test
  void splitSurrogatesAreNoName() throws Exception {
    CodeObject c = code().op(RETURN_CONST).build();
    Constant.Str split = Constant.Str.ofCodePoints(new int[] {0xD83D, 0xDE00});
    Constant.Str whole = Constant.Str.of("\ud83d\ude00");
    assertTrue(!split.isExact() && whole.isExact());
    byte[] stream =
        Marshal.write(
            new CodeObject(
                0, 0, 0, 1, 0, c.code(), c.constants(), List.of(), List.of(), new byte[0], "m.py",
                whole.text(), "f", 1, c.lineTable(), new byte[0]));
    String text = new String(stream, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] utf8 = whole.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int at = text.indexOf(new String(utf8, java.nio.charset.StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(stream, 0, at - 4);
    out.writeBytes(stream(6, bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)));
    out.write(stream, at + 4, stream.length - at - 4);
    assertEquals(c.code().length, Marshal.readHostile(stream, 0, MarshalLimits.HOSTILE).code().code().length);
    assertThrows(
        MarshalException.class,
        () -> Marshal.readHostile(out.toByteArray(), 0, MarshalLimits.HOSTILE));
  }
}

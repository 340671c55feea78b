package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Code that our compiler did not make is verified before it runs, and the error names the rule. */
class UnverifiedCodeTest {
  private static final String SCRIPT =
      """
      import marshal, types
      def f(x): return x + 1
      def attempt(code):
          try:
              print(types.FunctionType(code, {})(1))
          except Exception as e:
              print(type(e).__name__, e)
      c = f.__code__
      attempt(c.replace(co_name="g"))
      attempt(c.replace(co_code=b""))
      attempt(c.replace(co_code=bytes([151, 0, 121, 200])))
      attempt(c.replace(co_code=bytes([151, 0, 1, 0, 83, 0])))
      attempt(c.replace(co_stacksize=0))
      attempt(c.replace(co_code=bytes([151, 0, 110, 90])))
      attempt(c.replace(co_exceptiontable=bytes([128, 0, 127])))
      attempt(c.replace(co_code=bytes([240, 0, 121, 0])))
      attempt(marshal.loads(marshal.dumps(c.replace(co_argcount=0))))
      attempt(marshal.loads(marshal.dumps(c)))
      def k(x): pass
      k.__code__ = c.replace(co_code=b"\\x01\\x00")
      for i in range(2):
          try:
              k(1)
          except SystemError as e:
              print(e)
      """;

  @Test
  void hostileCodeIsRefusedByItsRule() throws Exception {
    assertEquals(
        """
        2
        SystemError bytecode refused: f: code-size: co_code has 0 bytes
        SystemError bytecode refused: f at 2: operand: RETURN_CONST 200 of 2 constants
        SystemError bytecode refused: f at 2: stack-underflow: POP_TOP: needs 1 values, there are 0
        SystemError bytecode refused: f at 2: stack-overflow: LOAD_FAST: co_stacksize is 0
        SystemError bytecode refused: f at 2: jump-target: JUMP_FORWARD to 184, where no instruction starts
        SystemError bytecode refused: f: exception-table: the exception table is damaged
        SystemError bytecode refused: f at 0: opcode: INSTRUMENTED_RESUME does not stand in stored code
        SystemError bytecode refused: f at 2: unbound-local: LOAD_FAST: x may have no value
        2
        bytecode refused: f at 0: stack-underflow: POP_TOP: needs 1 values, there are 0
        bytecode refused: f at 0: stack-underflow: POP_TOP: needs 1 values, there are 0
        """,
        ExamplesTest.krait("-c", SCRIPT).output());
  }
}

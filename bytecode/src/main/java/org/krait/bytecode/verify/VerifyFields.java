package org.krait.bytecode.verify;

import org.krait.bytecode.CodeFlags;
import org.krait.bytecode.CodeObject;

/** Checks the fields of a code object that can be judged without its instructions. */
final class VerifyFields {
  private static final int MAX_CODE_BYTES = 1 << 26;
  private static final int MAX_STACK_SIZE = 1 << 20;

  private final CodeObject code;
  private final Findings findings;

  VerifyFields(CodeObject code, Findings findings) {
    this.code = code;
    this.findings = findings;
  }

  void run() {
    int length = code.code().length;
    if (length == 0 || length % 2 != 0 || length > MAX_CODE_BYTES) {
      findings.add(Rule.CODE_SIZE, "co_code has " + length + " bytes");
    }
    if (code.stackSize() < 0 || code.stackSize() > MAX_STACK_SIZE) {
      findings.add(Rule.STACK_SIZE, "co_stacksize is " + code.stackSize());
    }
    variables();
    flags();
  }

  /** The kinds say what a variable is; locals come first, then cells, then free variables. */
  private void variables() {
    byte[] kinds = code.localsPlusKinds();
    if (kinds.length != code.localsPlusNames().size()) {
      findings.add(
          Rule.VARIABLES, kinds.length + " kinds for " + code.localsPlusNames().size() + " names");
      return;
    }
    int locals = 0;
    int previous = 0;
    for (int i = 0; i < kinds.length; i++) {
      int group = group(kinds[i] & 0xff);
      if (group < previous) {
        String name = code.localsPlusNames().get(i);
        findings.add(
            Rule.VARIABLES,
            "variable " + i + " (" + name + ") of kind 0x" + Integer.toHexString(kinds[i] & 0xff)
                + (group < 0 ? " is of no known kind" : " is out of order"));
        return;
      }
      previous = group;
      locals += group == 0 ? 1 : 0;
    }
    parameters(locals);
  }

  private static int group(int kind) {
    return switch (kind & ~CodeFlags.FAST_HIDDEN) {
      case CodeFlags.FAST_LOCAL, CodeFlags.FAST_LOCAL | CodeFlags.FAST_CELL -> 0;
      case CodeFlags.FAST_CELL -> 1;
      case CodeFlags.FAST_FREE -> 2;
      default -> -1;
    };
  }

  private void parameters(int locals) {
    boolean negative =
        code.argCount() < 0 || code.posOnlyArgCount() < 0 || code.kwOnlyArgCount() < 0;
    if (negative
        || code.posOnlyArgCount() > code.argCount()
        || parameterCount(code) > locals) {
      findings.add(
          Rule.PARAMETERS,
          "%d positional (%d of them only so) and %d keyword parameters with %d local variables"
              .formatted(
                  code.argCount(), code.posOnlyArgCount(), code.kwOnlyArgCount(), locals));
    }
  }

  /** How many of the first local variables are parameters. */
  static long parameterCount(CodeObject code) {
    return (long) code.argCount()
        + code.kwOnlyArgCount()
        + ((code.flags() & CodeFlags.VARARGS) != 0 ? 1 : 0)
        + ((code.flags() & CodeFlags.VARKEYWORDS) != 0 ? 1 : 0);
  }

  private void flags() {
    int kinds = code.flags() & GENERATORS;
    if (Integer.bitCount(kinds) > 1) {
      findings.add(Rule.FLAGS, "more than one of generator, coroutine and async generator");
    }
  }

  /** The flags of code that makes an object to be resumed instead of running. */
  static final int GENERATORS =
      CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;
}

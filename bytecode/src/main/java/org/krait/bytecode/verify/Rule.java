package org.krait.bytecode.verify;

import java.util.Locale;

/** What the verifier checks. */
public enum Rule {
  /** The code is not empty, of whole code units, and not absurdly long. */
  CODE_SIZE,
  /** Every instruction is one that a compiler stores: known, neither specialised nor instrumented. */
  OPCODE,
  /** {@code EXTENDED_ARG} stands at most three times before an instruction that has an operand. */
  EXTENDED_ARG,
  /** The inline caches lie within the code. */
  CACHE_SIZE,
  /** The inline caches are empty. */
  CACHE_CONTENT(false),
  /** The operand is in range: of constants, names, variables, operators, flags. */
  OPERAND,
  /** A jump goes to an instruction, not into a cache, a middle or outside. */
  JUMP_TARGET,
  /** A loop's jump goes to its {@code END_FOR}. */
  LOOP_END,
  /** Control does not run off the end. */
  FALL_OFF,
  /** Nothing is taken from an empty stack. */
  STACK_UNDERFLOW,
  /** The stack stays within {@code co_stacksize}. */
  STACK_OVERFLOW,
  /** The stack has the same depth on all paths to an instruction. */
  STACK_DEPTH,
  /** What lies on the stack is of the kind that the instruction relies on. */
  STACK_KIND,
  /** {@code LOAD_FAST} reads a variable that has a value on all paths. */
  UNBOUND_LOCAL,
  /** Cells are used as cells, and only they. */
  CELL,
  /** {@code KW_NAMES} names keywords of the call that follows it. */
  KW_NAMES,
  /** {@code RETURN_GENERATOR}, {@code YIELD_VALUE} and {@code RESUME} fit the flags. */
  GENERATOR,
  /** The exception table decodes, its ranges are in order and its handlers are instructions. */
  EXCEPTION_TABLE,
  /** The line table decodes and covers the code. */
  LINE_TABLE(false),
  /** The local variables' names and kinds agree and come in their order. */
  VARIABLES,
  /** The counts of parameters fit the local variables. */
  PARAMETERS,
  /** The flags are those that CPython knows and fit together. */
  FLAGS,
  /** The stack size is neither negative nor absurdly great. */
  STACK_SIZE,
  /** Constants are of the types that CPython stores. */
  CONSTANT;

  private final boolean reliedOn;

  Rule() {
    this(true);
  }

  Rule(boolean reliedOn) {
    this.reliedOn = reliedOn;
  }

  /** True when a machine that trusts the verifier would go wrong on code that breaks the rule. */
  public boolean isReliedOn() {
    return reliedOn;
  }

  /** The name in reports: {@code stack-depth}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
